package classify

import (
	"slices"
	"strings"

	"noticed"
	"noticed/classify/sheet"
)

// bySum is a summary with the amount that one of its rows must have for the rest to add up
// to what is due, where recognition has that amount otherwise at every look and each time
// almost as it must be; nil if there is none. All else must be read alike twice. A row that
// two looks have alike may be as it is printed, and does not add up. It is a guess where a
// single look has the row, or none, where it is of few figures, or another row was read
// otherwise by a few looks.
func bySum(readings []*sheet.Summary) (s *sheet.Summary, guess bool) {
	var base *sheet.Summary
	for _, s := range readings {
		if s.Total != nil && (base == nil || len(s.Rows) > len(base.Rows)) {
			base = s
		}
	}
	if base == nil || len(base.Rows) < 2 || base.Total.Amount <= 0 || refundLabel(base.Total.Label) || !alikeTwice(base.Total.Amount, totals(readings)) {
		return nil, false
	}
	own := *base
	own.Rows, base = slices.Clone(base.Rows), &own
	torn, rest := -1, base.Total.Amount
	for i, r := range base.Rows {
		looks := amountsOf(readings, r)
		v, most := mostly(looks)
		switch {
		case most:
			guess = guess || !alikeTwice(v, looks)
			base.Rows[i].Amount = v
			rest -= v
		case torn >= 0:
			return nil, false
		default:
			torn = i
		}
	}
	if rest == 0 || lostRow(base, readings) {
		return nil, false
	}
	if torn < 0 {
		s := withOpen(base, rest)
		return s, s != nil
	}
	row := base.Rows[torn]
	if rest > 0 && row.Amount < 0 || rest < 0 && row.Amount > 0 && !isCredit(row.Label) {
		return nil, false
	}
	looks := amountsOf(readings, row)
	if slices.ContainsFunc(looks, func(v noticed.Money) bool { return !nearly(v, rest) }) {
		return nil, false
	}
	for i, v := range looks {
		if slices.Contains(looks[i+1:], v) {
			return nil, false
		}
	}
	base.Rows[torn].Amount, base.Rows[torn].Repaired = rest, true
	return base, guess || len(looks) < 2 || len(rest.String()) < len("000.00")
}

// withOpen is a summary with what its rows fall short of the total by in the one line that
// says what it is for and of whose amount nothing could be read; nil if there is none.
func withOpen(base *sheet.Summary, rest noticed.Money) *sheet.Summary {
	var open []sheet.Row
	for _, r := range base.Open {
		if tells(r.Label) && r.LabelClear >= clearLabel && r.Evidence.Box.Bottom() < base.Total.Evidence.Box.MidY() {
			open = append(open, r)
		}
	}
	if len(open) != 1 || rest < 0 && !isCredit(open[0].Label) || rest > 0 && takenOff(open[0].Label) {
		return nil
	}
	row := open[0]
	row.Amount, row.Repaired = rest, true
	s := *base
	at := slices.IndexFunc(base.Rows, func(r sheet.Row) bool { return r.Evidence.Box.MidY() > row.Evidence.Box.MidY() })
	if at < 0 {
		at = len(base.Rows)
	}
	s.Rows = slices.Insert(slices.Clone(base.Rows), at, row)
	partLabels(s.Rows)
	return &s
}

// lostRow says whether a reading has a row above the total where a summary has none.
func lostRow(base *sheet.Summary, readings []*sheet.Summary) bool {
	for _, s := range readings {
		for _, r := range above(s.Rows, base.Total) {
			if !slices.ContainsFunc(base.Rows, func(o sheet.Row) bool { return sameHeight(o.Evidence.Box, r.Evidence.Box) }) {
				return true
			}
		}
	}
	return false
}

// totals are the totals that the readings of a summary have.
func totals(readings []*sheet.Summary) []noticed.Money {
	var out []noticed.Money
	for _, s := range readings {
		if s.Total != nil {
			out = append(out, s.Total.Amount)
		}
	}
	return out
}

// amountsOf are the amounts that the readings of a summary have for a row.
func amountsOf(readings []*sheet.Summary, r sheet.Row) []noticed.Money {
	var out []noticed.Money
	for _, s := range readings {
		for _, o := range s.Rows {
			if o.Evidence.Page == r.Evidence.Page && sameHeight(o.Evidence.Box, r.Evidence.Box) {
				out = append(out, o.Amount)
			}
		}
	}
	return out
}

// mostly is the amount that most looks have, two at least.
func mostly(looks []noticed.Money) (noticed.Money, bool) {
	for _, v := range looks {
		n := 0
		for _, o := range looks {
			if o == v {
				n++
			}
		}
		if n > 1 && 2*n > len(looks) {
			return v, true
		}
	}
	return 0, false
}

// alikeTwice says whether an amount was read twice, and nothing else.
func alikeTwice(v noticed.Money, looks []noticed.Money) bool {
	return len(looks) > 1 && !slices.ContainsFunc(looks, func(o noticed.Money) bool { return o != v })
}

// nearly says whether two amounts are of as many figures, and but for two of them the
// same; the sign of a credit is not always printed.
func nearly(a, b noticed.Money) bool {
	x, y := strings.TrimPrefix(a.String(), "-"), strings.TrimPrefix(b.String(), "-")
	if len(x) != len(y) {
		return false
	}
	unlike := 0
	for i := range len(x) {
		if x[i] != y[i] {
			unlike++
		}
	}
	return unlike <= 1 || unlike == 2 && len(x) >= len("000.00")
}
