package classify

import (
	"slices"
	"strings"

	"noticed"
	"noticed/classify/layout"
	"noticed/classify/profile"
	"noticed/classify/sheet"
)

// readBalance settles what the notice asks to be paid, by what its money means.
// Running text never says it: the amounts it names are thresholds, fees and
// other years' debts.
func (f *fields) readBalance() {
	var dues, refunds, owed []sheet.Seen[noticed.Money]
	var headline, first string
	for _, o := range all(f.item, func(s *sheet.Sheet) []sheet.Seen[sheet.Due] { return s.Dues }) {
		place := o.Evidence.Place
		if place == noticed.PlaceProse || place == noticed.PlaceHeadline && o.Evidence.Page != f.item.leaves[0].number {
			continue
		}
		if f.profile.Money == profile.Headline && ofAll(o.Value.Label) {
			owed, f.owedLabel = append(owed, with(o, o.Value.Amount)), o.Value.Label
			continue
		}
		if place == noticed.PlaceSummary && (f.profile.Money == profile.Headline && !ofPayment(o.Value.Label) || f.otherBox(o.Evidence.Page)) {
			continue
		}
		if place == noticed.PlaceHeadline && headline == "" {
			headline = o.Value.Label
		}
		if first == "" {
			first = o.Value.Label
		}
		if o.Value.Refund {
			refunds = append(refunds, with(o, -max(o.Value.Amount, -o.Value.Amount)))
		} else {
			dues = append(dues, with(o, o.Value.Amount))
		}
	}
	f.label = headline
	if f.label == "" {
		f.label = first
	}
	f.kind, f.owed = noticed.BalanceDue, settle(append(owed, f.tableTotal()...))
	if t := f.table; t != nil && len(t.Rows) > 1 && sumsUp(t) && t.Total.Amount == f.owed.value && len(f.owed.rivals) == 0 {
		f.owed.confidence = max(f.owed.confidence, 0.98) // digits that were misread do not add up
	}
	dues = append(dues, f.rowsSum(dues)...)
	refunds = f.notRows(refunds)
	switch f.profile.Money {
	case profile.None:
		f.asked = settle(dues)
		f.balance = settled[noticed.Money]{found: true, confidence: 0.98}
		f.label = ""
	case profile.Refund:
		f.balance = settle(append(refunds, refunding(dues, refunds)...))
		if !f.balance.found {
			f.balance = settle(dues)
		}
	case profile.Proposed:
		f.kind = noticed.BalanceProposed
		f.balance = settle(dues)
		if !f.balance.found {
			f.balance = settle(refunds)
		}
		if !f.balance.found {
			f.balance = settle(append(all(f.item, func(s *sheet.Sheet) []sheet.Seen[noticed.Money] { return s.Proposed }), f.tableTotal()...))
		}
	case profile.Lien:
		f.kind = noticed.BalanceLien
		f.balance = f.orSum(settle(dues))
	case profile.Lines:
		f.balance = f.orSum(settle(dues))
	default:
		f.balance = settle(dues)
	}
	if f.balance.found && len(f.balance.rivals) == 0 && f.addsUp() {
		f.balance.confidence = max(f.balance.confidence, 0.99)
	}
	switch {
	case f.balance.found && f.balance.value == 0:
		f.kind = noticed.BalanceNone
	case f.balance.value < 0:
		f.kind = noticed.BalanceRefund
	}
}

// rowsSum is what the rows of a summary add up to, seen there, if its total was misread and
// another place states just that to be due: so many digits do not come to it by chance.
func (f *fields) rowsSum(dues []sheet.Seen[noticed.Money]) []sheet.Seen[noticed.Money] {
	if f.closes {
		return nil
	}
	for _, s := range f.summaries {
		if s.Total == nil || len(s.Rows)-nothing(s.Rows) < 2 {
			continue // one figure is no sum
		}
		out := sheet.Seen[noticed.Money]{Confidence: 1, Evidence: s.Rows[0].Evidence}
		for _, r := range s.Rows {
			out.Value += r.Amount
			out.Confidence, out.Repaired = min(out.Confidence, r.Confidence), out.Repaired || r.Repaired
			out.Evidence.Box = out.Evidence.Box.Union(r.Evidence.Box)
		}
		if slices.ContainsFunc(dues, func(o sheet.Seen[noticed.Money]) bool {
			return o.Value == out.Value && o.Evidence.Place != noticed.PlaceSummary && !o.Repaired
		}) {
			return []sheet.Seen[noticed.Money]{out}
		}
	}
	return nil
}

// nothing counts the rows of nothing.
func nothing(rows []sheet.Row) (n int) {
	for _, r := range rows {
		if r.Amount == 0 {
			n++
		}
	}
	return n
}

// ofPayment says whether a label is of a payment: the box of a plan in default may
// end in the payment that is asked for, or in what all periods owe.
func ofPayment(label string) bool { return containsAny(layout.Fold(label), []string{"payment due"}) }

// ofAll says whether a label is of all that is owed, and not of the payment that
// is asked for.
func ofAll(label string) bool {
	text := layout.Fold(label)
	return strings.HasPrefix(text, layout.Fold("total")) && !containsAny(text, []string{"payment", "past due"}) ||
		containsAny(text, []string{"all tax periods", "all periods"})
}

// otherBox says whether a box on a page is not the summary: a later page shows in
// boxes how penalties and interest were figured.
func (f *fields) otherBox(page int) bool {
	return f.summary != nil && f.summary.Total != nil && f.summary.Total.Evidence.Page != page
}

// refunding are the sightings of something due that a refund notice states
// beside its refund: an amount of nothing speaks against neither.
func refunding(dues, refunds []sheet.Seen[noticed.Money]) []sheet.Seen[noticed.Money] {
	var out []sheet.Seen[noticed.Money]
	for _, d := range dues {
		if len(refunds) > 0 && d.Value != 0 {
			out = append(out, d)
		}
	}
	return out
}

// tableTotal is the total that the table of periods prints.
func (f *fields) tableTotal() []sheet.Seen[noticed.Money] {
	if f.table == nil {
		return nil
	}
	var out []sheet.Seen[noticed.Money]
	for i, t := range f.tableOn.tables() {
		if t.Total != nil {
			out = append(out, sheet.Seen[noticed.Money]{Value: t.Total.Amount, Evidence: t.Total.Evidence, Confidence: t.Total.Confidence, Repaired: t.Total.Repaired, Second: i > 0})
		}
	}
	return out
}

// owedInAll is what all periods of a plan owe: the total of the table, the sum of
// its lines where it prints none, or what the page says without a table.
func (f *fields) owedInAll() (noticed.Amount, bool) {
	a := noticed.Amount{Role: noticed.AmountTotal, Label: "Total"}
	switch {
	case f.table == nil && !f.owed.found, f.table != nil && f.table.Total == nil && lostAmount(f.table):
		return a, false
	case f.table == nil:
		a.Label, a.Value, a.Evidence = f.owedLabel, f.owed.value, f.owed.evidence[:1]
	case f.table.Total != nil:
		t := f.table.Total
		a.Label, a.Value, a.Evidence = t.Label, t.Amount, []noticed.Evidence{t.Evidence}
	default:
		a.Value, a.Evidence = sumOf(f.table), []noticed.Evidence{f.table.Rows[0].Evidence}
	}
	return a, true
}

// addsUp says whether the rows of the summary, or the lines of the table, add up
// to the balance: digits that were misread do not.
func (f *fields) addsUp() bool {
	value := max(f.balance.value, -f.balance.value)
	if f.closes && len(f.summary.Rows) > 1 && f.summary.Total.Amount == value {
		return true
	}
	return f.table != nil && f.table.Total != nil && f.table.Total.Amount == value && sumOf(f.table) == value
}

// notRows leaves out what a headline says of a row of the summary: the refund
// before it was applied to other taxes is not what is left of it.
func (f *fields) notRows(seen []sheet.Seen[noticed.Money]) []sheet.Seen[noticed.Money] {
	if !f.closes {
		return seen
	}
	rows := map[noticed.Money]bool{}
	for _, r := range f.summary.Rows {
		rows[-r.Amount] = true
	}
	delete(rows, -f.summary.Total.Amount)
	var out []sheet.Seen[noticed.Money]
	for _, o := range seen {
		if !rows[o.Value] {
			out = append(out, o)
		}
	}
	return out
}

// unfiled says whether a line of a table says that it is of a return that was not
// filed, for which no amount is known.
func unfiled(r sheet.TableRow) bool {
	return containsAny(layout.Fold(r.Evidence.Text), []string{"filed", "due"})
}

// orSum is a total that is printed, or the sum of the lines of the table, or its
// own total. Of periods without an amount nothing is asked.
func (f *fields) orSum(s settled[noticed.Money]) settled[noticed.Money] {
	if s.found || f.table == nil {
		return s
	}
	if f.table.Total != nil {
		return f.owed
	}
	s = settled[noticed.Money]{found: true, confidence: 0.98}
	for _, r := range f.table.Rows {
		if !r.HasAmount && !unfiled(r) { // it was lost, and nothing is not what is owed
			return settled[noticed.Money]{}
		}
		s.value += r.Amount
		s.evidence = append(s.evidence, r.Evidence)
	}
	f.summed = true
	return s
}
