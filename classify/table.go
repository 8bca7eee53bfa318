package classify

import (
	"noticed"
	"noticed/classify/sheet"
)

// readTable takes the table of periods: of two readings of it, the one whose
// lines add up to its total and name their forms.
func (f *fields) readTable() {
	best := -1
	for _, l := range f.item.leaves {
		for _, t := range l.tables() {
			score := 0
			if t.Total != nil && t.Total.Amount == sumOf(t) {
				score += 2
			}
			if formless(t) == 0 {
				score++
			}
			if score > best {
				f.table, f.tableOn, best = t, l, score
			}
		}
		if f.table != nil {
			return
		}
	}
}

// tables are the readings of the table that stands on a page.
func (l leaf) tables() []*sheet.Table {
	if l.sheet == nil || l.sheet.Table == nil {
		return nil
	}
	out := []*sheet.Table{l.sheet.Table}
	for _, s := range l.seconds {
		if s.Table != nil {
			out = append(out, s.Table)
		}
	}
	return out
}

func sumOf(t *sheet.Table) (sum noticed.Money) {
	for _, r := range t.Rows {
		sum += r.Amount
	}
	return sum
}

// formless counts the lines whose form could not be read.
func formless(t *sheet.Table) (n int) {
	for _, r := range t.Rows {
		if r.Form == "" {
			n++
		}
	}
	return n
}

// tableConfirmed says whether the table comes from a text layer, or another
// reading of it is the same.
func (f *fields) tableConfirmed() bool {
	if f.tableOn.how == noticed.HowText {
		return true
	}
	for _, t := range f.tableOn.tables() {
		if t != f.table && sameTable(t, f.table) {
			return true
		}
	}
	return false
}

// sameTable says whether two readings of a table have the same periods and
// amounts, and the same forms where both could read them.
func sameTable(a, b *sheet.Table) bool {
	if len(a.Rows) != len(b.Rows) {
		return false
	}
	for i, r := range a.Rows {
		s := b.Rows[i]
		if r.End.End != s.End.End || r.Amount != s.Amount || r.Form != s.Form && r.Form != "" && s.Form != "" {
			return false
		}
	}
	return true
}
