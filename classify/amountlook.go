package classify

import (
	"cmp"
	"slices"

	"noticed"
	"noticed/classify/sheet"
)

// unsureAmounts are the places of the amounts of a summary that does not add up, each as
// wide as their column, and where rows may have been lost between them: two readings of the
// whole page misread an amount alike now and then, and not one that is looked at by itself.
func (f *fields) unsureAmounts() []noticed.Evidence {
	if f.summary == nil || f.closes || f.borneOut {
		return nil
	}
	var places []noticed.Box
	for _, r := range slices.Concat(f.summary.Rows, f.summary.Open) {
		places = append(places, r.At)
	}
	if t := f.summary.Total; t != nil {
		places = append(places, t.At)
	}
	slices.SortFunc(places, func(a, b noticed.Box) int { return cmp.Compare(a.MidY(), b.MidY()) })
	column := noticed.Box{}
	for i, b := range places {
		if column = column.Union(b); i == 0 {
			column = b
		}
	}
	var out []noticed.Evidence
	at := func(b noticed.Box) {
		out = append(out, noticed.Evidence{Page: f.summaryOn, Box: b, Place: noticed.PlaceSummary})
	}
	for _, b := range places {
		at(noticed.Box{column.Left(), b.Top(), column.Right(), b.Bottom()})
	}
	for _, b := range gaps(places) {
		at(noticed.Box{f.summary.Box.Left(), b.Top(), f.summary.Box.Right(), b.Bottom()})
	}
	return out
}

// gaps are where it is far enough between two amounts below one another for a row: one was
// lost there, or a label has two lines.
func gaps(places []noticed.Box) []noticed.Box {
	const wide = 1.6
	least := 1.0
	for i := 1; i < len(places); i++ {
		least = min(least, places[i].MidY()-places[i-1].MidY())
	}
	var out []noticed.Box
	for i := 1; i < len(places); i++ {
		a, b := places[i-1], places[i]
		if b.MidY()-a.MidY() > wide*least && b.Top() > a.Bottom() {
			out = append(out, noticed.Box{a.Left(), a.Bottom(), a.Right(), b.Top()})
		}
	}
	return out
}

// looked are the rows that close looks at single amounts of a box had, as readings of the
// box without a total: the first look at each row, and the second.
func looked(l leaf, readings []*sheet.Summary) []*sheet.Summary {
	var out []*sheet.Summary
	for _, s := range l.looks() {
	next:
		for _, r := range s.Rows {
			for _, o := range out {
				if !slices.ContainsFunc(o.Rows, func(p sheet.Row) bool { return sameHeight(p.Evidence.Box, r.Evidence.Box) }) {
					o.Rows = append(o.Rows, r)
					continue next
				}
			}
			if len(readings) > 0 {
				out = append(out, &sheet.Summary{Rows: []sheet.Row{r}, Box: readings[0].Box})
			}
		}
	}
	return out
}
