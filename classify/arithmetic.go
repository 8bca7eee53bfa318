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
// two looks have alike may be as it is printed, and does not add up; one that a single look
// has, or of few figures, is a guess.
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
	torn, rest := -1, base.Total.Amount
	for i, r := range base.Rows {
		switch {
		case alikeTwice(r.Amount, amountsOf(readings, r)):
			rest -= r.Amount
		case torn >= 0:
			return nil, false
		default:
			torn = i
		}
	}
	if torn < 0 || rest == 0 {
		return nil, false
	}
	row := base.Rows[torn]
	if rest > 0 && row.Amount < 0 || rest < 0 && row.Amount > 0 && !isCredit(row.Label) || lostRow(base, readings) {
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
	mended := *base
	mended.Rows = slices.Clone(base.Rows)
	mended.Rows[torn].Amount, mended.Rows[torn].Repaired = rest, true
	return &mended, len(looks) < 2 || len(rest.String()) < len("000.00")
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
