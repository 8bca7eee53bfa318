package classify

import (
	"cmp"
	"slices"

	"noticed"
	"noticed/classify/profile"
	"noticed/classify/sheet"
)

// readTable takes the table of periods: of two readings of it, the one whose
// lines add up to its total and name their forms.
func (f *fields) readTable() {
	best := -1
	for _, l := range f.item.leaves {
		for _, t := range l.wholeTables() {
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
			f.table = voted(f.table, l.tables())
			return
		}
	}
}

// voted is a table of which each line reads as most readings of that line do, if
// two at least say the same and the chosen reading stands alone.
func voted(table *sheet.Table, readings []*sheet.Table) *sheet.Table {
	rows := slices.Clone(table.Rows)
	for i, r := range table.Rows {
		var same []sheet.TableRow
		for _, t := range readings {
			if o, ok := lineOf(t, r, table.Rows); ok {
				same = append(same, o)
			}
		}
		most := 0
		for _, o := range same {
			n := 0
			for _, p := range same {
				if sameRow(o, p) {
					n++
				}
			}
			if n > most {
				most, rows[i] = n, o
			}
		}
		if most < 2 {
			rows[i] = r
		}
	}
	return &sheet.Table{Rows: rows, Total: table.Total}
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

// lineOf is the reading of a line of the table in another reading: the line there
// that lies nearest to it, and nearer to it than to any other line.
func lineOf(t *sheet.Table, r sheet.TableRow, rows []sheet.TableRow) (sheet.TableRow, bool) {
	distance := func(a, b sheet.TableRow) float64 {
		d := a.Evidence.Box.MidY() - b.Evidence.Box.MidY()
		return max(d, -d)
	}
	if len(t.Rows) == 0 {
		return sheet.TableRow{}, false // a look at the total alone
	}
	nearest := slices.MinFunc(t.Rows, func(a, b sheet.TableRow) int { return cmp.Compare(distance(a, r), distance(b, r)) })
	own := slices.MinFunc(rows, func(a, b sheet.TableRow) int { return cmp.Compare(distance(a, nearest), distance(b, nearest)) })
	return nearest, own.Evidence.Box == r.Evidence.Box && overlap(r.Evidence, nearest.Evidence)
}

// wholeTables are the readings of the table as a whole.
func (l leaf) wholeTables() []*sheet.Table {
	whole := l
	whole.seconds = slices.DeleteFunc(slices.Clone(l.seconds), func(s *sheet.Sheet) bool { return s.Part != (noticed.Box{}) })
	return whole.tables()
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

// tableConfirmed says whether the table comes from a text layer, or every line of
// it was read the same in two readings, and no reading has more lines.
func (f *fields) tableConfirmed() bool {
	if f.tableOn.how == noticed.HowText {
		return true
	}
	for _, t := range f.tableOn.tables() {
		if len(t.Rows) > len(f.table.Rows) {
			return false
		}
	}
	return len(f.unconfirmed()) == 0
}

// unconfirmed are the lines of the table that no two readings have alike.
func (f *fields) unconfirmed() []noticed.Evidence {
	var out []noticed.Evidence
	for _, r := range f.table.Rows {
		n := 0
		for _, t := range f.tableOn.tables() {
			if slices.ContainsFunc(t.Rows, func(o sheet.TableRow) bool { return sameRow(r, o) }) {
				n++
			}
		}
		if n < 2 {
			out = append(out, r.Evidence)
		}
	}
	return out
}

// tableBand is the part of its page that the table stands on, with its heads.
func (f *fields) tableBand() noticed.Box {
	b := f.table.Rows[0].Evidence.Box
	for _, r := range f.table.Rows {
		b = b.Union(r.Evidence.Box)
	}
	return around(noticed.Box{0, b.Top() - 0.06, 1, b.Bottom() + 0.04})
}

// sameRow says whether two readings of a line say the same, the forms where both
// could read them.
func sameRow(a, b sheet.TableRow) bool {
	return a.End.End == b.End.End && a.HasAmount == b.HasAmount && a.Amount == b.Amount && (a.Form == b.Form || b.Form == "")
}

// unreadTables are the pages with a column of periods of a table that no reading of
// them could read, on a notice that may be about several.
func (f *fields) unreadTables() []leaf {
	if f.table != nil || f.profile.Periods == profile.One {
		return nil
	}
	var out []leaf
	for i, l := range f.item.leaves {
		if l.sheet != nil && l.sheet.PeriodColumn && (i == 0 || l.continues()) {
			out = append(out, l)
		}
	}
	return out
}
