package classify

import (
	"cmp"
	"slices"

	"noticed"
	"noticed/classify/profile"
	"noticed/classify/sheet"
)

// readTable takes the table of periods: of two readings of it, the one whose
// lines add up to its total and name their forms. Where the first table of the
// notice lost an amount, a later one of the same periods that adds up is as good.
func (f *fields) readTable() {
	for i, l := range f.item.leaves {
		table := l.bestTable()
		if table == nil {
			continue
		}
		f.table, f.tableOn = table, l
		for _, later := range f.item.leaves[i+1:] {
			if t := later.bestTable(); t != nil && lostAmount(table) && !lostAmount(t) && sumsUp(t) && samePeriods(table, t) {
				f.table, f.tableOn = t, later
				return
			}
		}
		return
	}
}

// lostAmount says whether a line of a table should have an amount and has none.
func lostAmount(t *sheet.Table) bool {
	return slices.ContainsFunc(t.Rows, func(r sheet.TableRow) bool { return !r.HasAmount && !unfiled(r) })
}

func samePeriods(a, b *sheet.Table) bool {
	return slices.EqualFunc(a.Rows, b.Rows, func(x, y sheet.TableRow) bool { return x.End.End == y.End.End })
}

// bestTable is the best of the readings of the table on a page, its lines as most
// readings have them; nil if there is no table on it.
func (l leaf) bestTable() *sheet.Table {
	var table *sheet.Table
	best := -1
	for _, t := range l.wholeTables() {
		score := 0
		if sumsUp(t) {
			score += 2
		}
		if formless(t) == 0 {
			score++
		}
		if score > best {
			table, best = t, score
		}
	}
	if table == nil {
		return nil
	}
	return voted(completed(table, l.tables()), l.tables())
}

// completed is a table with the lines of other readings that stand where it has
// none: recognition loses lines whole.
func completed(table *sheet.Table, readings []*sheet.Table) *sheet.Table {
	rows := slices.Clone(table.Rows)
	for _, t := range readings {
		for _, r := range t.Rows {
			if monthEnd(r.End.End) && !slices.ContainsFunc(rows, func(o sheet.TableRow) bool { return sameHeight(o.Evidence.Box, r.Evidence.Box) }) {
				rows = append(rows, inColumn(r, table))
			}
		}
	}
	slices.SortStableFunc(rows, func(a, b sheet.TableRow) int {
		return cmp.Compare(a.Evidence.Box.MidY(), b.Evidence.Box.MidY())
	})
	return &sheet.Table{Rows: rows, Total: table.Total}
}

// sameHeight says whether two boxes stand at one height of the page, a line or a
// good part of one.
func sameHeight(a, b noticed.Box) bool {
	return min(a.Bottom(), b.Bottom())-max(a.Top(), b.Top()) > 0.2*min(a.Height(), b.Height())
}

// voted is a table of which each line reads as most readings of that line do, if
// two at least say the same and the chosen reading stands alone. A reading that lost the
// amount of a line has no vote beside one that has it.
func voted(table *sheet.Table, readings []*sheet.Table) *sheet.Table {
	rows := slices.Clone(table.Rows)
	for i, r := range table.Rows {
		var same []sheet.TableRow
		for _, t := range readings {
			if o, ok := lineOf(t, r, table.Rows); ok {
				same = append(same, inColumn(o, table))
			}
		}
		if has := slices.DeleteFunc(slices.Clone(same), func(o sheet.TableRow) bool { return !o.HasAmount && !unfiled(o) }); len(has) > 0 {
			if same = has; !r.HasAmount && !unfiled(r) {
				r = has[0]
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

// inColumn is another reading of a line with its amount from the column in which
// the table has what is owed: a reading that lost the heads may take another.
func inColumn(o sheet.TableRow, table *sheet.Table) sheet.TableRow {
	column := -1
	for _, r := range table.Rows {
		if len(r.Amounts) != len(o.Amounts) {
			continue
		}
		i := slices.Index(r.Amounts, r.Amount)
		if column >= 0 && i != column {
			return o // no two lines of the table agree on it
		}
		column = i
	}
	if column >= 0 {
		o.Amount = o.Amounts[column]
	}
	return o
}

// tables are the readings of the table that stands on a page. Where the first found
// none, the others may have taken something else for one: of them those are left whose
// every line has a form and the end of a month.
func (l leaf) tables() []*sheet.Table {
	if l.sheet == nil {
		return nil
	}
	var out []*sheet.Table
	if l.sheet.Table != nil {
		out = append(out, l.sheet.Table)
	}
	for _, s := range l.seconds {
		if s.Table != nil && (l.sheet.Table != nil || !slices.ContainsFunc(s.Table.Rows, func(r sheet.TableRow) bool { return r.Form == "" || !monthEnd(r.End.End) })) {
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

// unconfirmed are the lines of the table that no two readings have alike, and two more
// than have another form there, or another amount unless the line adds up across or the
// table to its total;
// those without a form or an amount among others that have one, or with a year alone
// among others with a day in fewer than three readings, and those that no reading could
// read.
func (f *fields) unconfirmed() []noticed.Evidence {
	var out []noticed.Evidence
	days := slices.ContainsFunc(f.table.Rows, func(r sheet.TableRow) bool { return !r.End.BareYear })
	owed := slices.ContainsFunc(f.table.Rows, func(r sheet.TableRow) bool { return r.HasAmount || len(r.Amounts) > 0 })
	adds := f.proved()
	for _, r := range f.table.Rows {
		if r.Form == "" && formless(f.table) < len(f.table.Rows) || owed && !r.HasAmount && !unfiled(r) {
			out = append(out, r.Evidence)
			continue
		}
		c := f.countLine(r)
		if c.named == 1 && c.ended > 1 && c.otherwise == 0 && f.oneForm(r) {
			c.named++ // as all other lines have it
		}
		bare := days && r.End.BareYear && (c.years < 3 || quarterly[r.Form] || !calendarYear[r.Form] && !f.endsWithYears(r))
		if proved := adds || f.provedAcross(r); !proved && c.alike < 2+c.unlike || c.named < 2+c.otherwise || c.alike < 1 || bare {
			out = append(out, r.Evidence)
		}
	}
	for _, t := range f.tableOn.tables() {
		for _, lost := range t.Unread {
			if !slices.ContainsFunc(f.table.Rows, func(r sheet.TableRow) bool { return sameHeight(r.Evidence.Box, lost.Box) }) {
				out = append(out, lost)
			}
		}
	}
	return out
}

// lineCounts says how many readings of the table have a line as it is.
type lineCounts struct {
	alike     int // all of it
	unlike    int // another amount
	named     int // its period and form
	ended     int // its period
	otherwise int // its period and another form
	years     int // its period as a year alone
}

func (f *fields) countLine(r sheet.TableRow) (c lineCounts) {
	for _, t := range f.tableOn.tables() {
		same := slices.DeleteFunc(slices.Clone(t.Rows), func(o sheet.TableRow) bool {
			return !sameHeight(o.Evidence.Box, r.Evidence.Box) || o.End.End != r.End.End
		})
		has := func(says func(sheet.TableRow) bool) int {
			if slices.ContainsFunc(same, says) {
				return 1
			}
			return 0
		}
		c.ended += min(len(same), 1)
		c.named += has(func(o sheet.TableRow) bool { return o.Form == r.Form })
		c.otherwise += has(func(o sheet.TableRow) bool { return o.Form != r.Form && o.Form != "" })
		c.years += has(func(o sheet.TableRow) bool { return o.End.BareYear })
		if slices.ContainsFunc(t.Rows, func(o sheet.TableRow) bool { return sameRow(r, inColumn(o, f.table)) }) {
			c.alike++
		} else if o, ok := lineOf(t, r, f.table.Rows); ok && o.HasAmount && inColumn(o, f.table).Amount != r.Amount {
			c.unlike++
		}
	}
	return c
}

// oneForm says whether all other lines of the table, two at least, are for the form of this
// one, each in two readings.
func (f *fields) oneForm(r sheet.TableRow) bool {
	return r.Form != "" && len(f.table.Rows) > 2 && !slices.ContainsFunc(f.table.Rows, func(o sheet.TableRow) bool {
		return o.Evidence.Box != r.Evidence.Box && (o.Form != r.Form || f.countLine(o).named < 2)
	})
}

// calendarYear are the forms that are for a calendar year by law: of unemployment tax (26
// CFR 31.6011(a)-3), and the yearly ones of employment and withheld tax (31.6011(a)-1, -4).
var calendarYear = map[string]bool{"940": true, "940EZ": true, "940-EZ": true, "943": true, "944": true, "945": true}

// quarterly are the forms that are for a quarter: a year alone is what is left of its end.
var quarterly = map[string]bool{"941": true, "941-SS": true, "941SS": true, "941-PR": true, "941PR": true, "720": true}

// endsWithYears says whether the periods of all other lines end with a year.
func (f *fields) endsWithYears(r sheet.TableRow) bool {
	return !slices.ContainsFunc(f.table.Rows, func(o sheet.TableRow) bool { return o.Evidence.Box != r.Evidence.Box && o.End.End.Month != 12 })
}

// sumsUp says whether the rows of a table add up to the total under them.
func sumsUp(t *sheet.Table) bool { return t.Total != nil && sumOf(t) == t.Total.Amount }

// proved says whether two or more rows of the table that are more than nothing add up to
// its total, or to what another place says is due, and no reading of it adds up to
// something else.
func (f *fields) proved() bool {
	rows := 0
	for _, r := range f.table.Rows {
		if r.Amount != 0 {
			rows++
		}
	}
	due := f.balance.found && f.balance.confidence >= certain && sumOf(f.table) == f.balance.value &&
		slices.ContainsFunc(f.balance.evidence, func(e noticed.Evidence) bool { return e.Place != noticed.PlaceTable })
	return rows > 1 && (due || sumsUp(f.table)) && !slices.ContainsFunc(f.tableOn.tables(), func(t *sheet.Table) bool {
		return sumsUp(t) && sumOf(t) != sumOf(f.table)
	})
}

// provedAcross says whether a line adds up across, and in no reading to something else.
func (f *fields) provedAcross(r sheet.TableRow) bool {
	return r.AddsAcross() && !slices.ContainsFunc(f.tableOn.tables(), func(t *sheet.Table) bool {
		o, ok := lineOf(t, r, f.table.Rows)
		return ok && o.AddsAcross() && o.Amount != r.Amount
	})
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
