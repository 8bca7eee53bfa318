package classify

import (
	"noticed"
	"noticed/classify/printed"
	"noticed/classify/profile"
)

// Some papers state what they ask for without a box of rows that add up to it.
// Each of the ways below is held to another proof, and to a text layer: on a scan
// a row, or a whole box, may simply be lost.

// onText says whether every page was read from a text layer, whatever was
// recognised beside it.
func (f *fields) onText() bool {
	for _, l := range f.item.leaves {
		if l.sheet == nil || l.sheet.How != noticed.HowText {
			return false
		}
	}
	return true
}

// tableAddsUp says whether the table of periods stands for the summary: its lines
// add up to the total it prints, and that is what the notice asks for.
func (f *fields) tableAddsUp() bool {
	return f.onText() && !f.titled() && f.table != nil && f.table.Total != nil && f.balance.found &&
		f.table.Total.Amount == f.balance.value && sumOf(f.table) == f.balance.value
}

// withoutBox says whether the first page announces no summary and prints no
// amount but those that are told.
func (f *fields) withoutBox() bool {
	start := f.item.start()
	if start == nil || !f.onText() || start.SummaryTitle || !f.balance.found || len(f.balance.evidence) < 2 {
		return false
	}
	told := map[noticed.Money]bool{f.balance.value: true}
	if f.owed.found {
		told[f.owed.value] = true
	}
	for c := range start.Layout.Cells {
		for _, a := range printed.Amounts(c.Text()) {
			if !told[a.Value] {
				return false
			}
		}
	}
	return true
}

// includes says whether the summary lists some of what its total includes, and
// the total is asked for elsewhere too.
func (f *fields) includes() bool {
	if !f.summary.Included || !f.onText() || f.summary.Total.Amount != f.balance.value || len(f.balance.evidence) < 2 {
		return false
	}
	var sum noticed.Money
	for _, r := range f.summary.Rows {
		sum += r.Amount
	}
	return sum < f.summary.Total.Amount
}

// eachTold says whether the summary of a plan that is in default is a list of
// what stands elsewhere: the payment that is asked for, and what all periods owe.
func (f *fields) eachTold() bool {
	total, ok := f.owedInAll()
	if f.profile.Money != profile.Headline || !ok || !f.onText() || f.summary.Total == nil || !ofAll(f.summary.Total.Label) || f.table == nil {
		return false
	}
	for _, r := range f.summary.Rows {
		if r.Amount != f.balance.value {
			return false
		}
	}
	return len(f.summary.Rows) > 0 && f.summary.Total.Amount == total.Value
}
