package sheet

import (
	"regexp"
	"slices"
	"strings"

	"noticed"
	"noticed/classify/layout"
	"noticed/classify/printed"
)

// readTable reads a table of tax periods: column heads that name the period and
// an amount, and below them a line for each period.
func (r *reader) readTable() {
	for i, line := range r.Layout.Lines {
		if line.Box.Top() >= r.stubTop {
			return
		}
		columns, last, ok := r.tableHead(i)
		if !ok {
			continue
		}
		if t, bottom := r.tableBelow(columns, last); t != nil {
			r.Table, r.tableTop, r.tableBottom = t, line.Box.Top(), bottom
			return
		}
	}
	r.readPeriodColumn()
}

// readPeriodColumn finds the column of periods of a table that could not be read:
// its head, and under one another more periods than one.
func (r *reader) readPeriodColumn() {
	for c := range r.Layout.Cells {
		if c.Box.Top() >= r.stubTop {
			return
		}
		head := layout.Fold(c.Text())
		if !slices.ContainsFunc(columnHeads, func(h string) bool { return layout.Alike(head, h) }) {
			continue
		}
		periods := map[noticed.Date]bool{}
		for _, below := range r.column(c, 12)[1:] {
			if p, ok := printed.Period(below.Text()); ok && p.End.AddDays(1).Day == 1 { // interest is counted for other days
				periods[p.End] = true
			}
		}
		if len(periods) > 1 {
			r.PeriodColumn = true
			return
		}
	}
}

// tableBelow reads the rows below the column heads, and where they end.
func (r *reader) tableBelow(columns []tableColumn, head int) (*Table, float64) {
	t := &Table{}
	final := finalColumn(columns)
	bottom := r.Layout.Lines[head].Box.Bottom()
	var unread []noticed.Evidence
	for _, line := range r.unbroken(r.Layout.Lines[head+1:]) {
		if line.Box.Top() >= r.stubTop || line.Box.Top()-bottom > 5*r.Layout.Type {
			break
		}
		if row, ok := r.tableRow(r.withStrayed(line, columns, final), columns, final); ok {
			t.Rows = append(t.Rows, row)
			t.Unread, unread = append(t.Unread, unread...), nil
			bottom = line.Box.Bottom()
			continue
		}
		if total, ok := r.tableTotal(line); ok && len(t.Rows) > 0 {
			t.Total = &total
			t.Unread = append(t.Unread, unread...)
			bottom = line.Box.Bottom()
			break
		}
		if r.How == noticed.HowText {
			continue
		}
		lost := r.evidence(line.Box, "", noticed.PlaceTable)
		switch {
		case endsPeriod(line, columns):
			t.Unread, unread = append(append(t.Unread, unread...), lost), nil
		case len(r.columnAmounts(line.Cells[len(line.Cells)-1].Text())) > 0:
			unread = append(unread, lost)
		}
	}
	if len(t.Rows) == 0 {
		return nil, 0
	}
	if r.How != noticed.HowText {
		t.mendForms()
	}
	t.dropStrayed()
	t.byTotal()
	return t, bottom
}

// withStrayed is a line without an amount, with the one in the last column of amounts that
// stands at its height and was taken for a part of another line, as handwriting beside it
// makes of it.
func (r *reader) withStrayed(line layout.Line, columns []tableColumn, final int) layout.Line {
	if r.How == noticed.HowText || final < 0 || slices.ContainsFunc(line.Cells, func(c layout.Cell) bool { return len(r.columnAmounts(c.Text())) > 0 }) {
		return line
	}
	words := slices.DeleteFunc(slices.Clone(line.Cells), func(c layout.Cell) bool { return c.Box.Height() > 1.4*r.Layout.Row })
	if len(words) == 0 {
		return line
	}
	last := words[len(words)-1].Box
	for _, other := range r.Layout.Lines {
		if other.Box.Left() < last.Right() || other.Box.Top() > last.Bottom() || other.Box.Bottom() < last.Top() {
			continue // a line of its own
		}
		for _, c := range other.Cells {
			run := layout.NewRun(c.Words)
			all := r.columnAmounts(run.Text)
			if len(all) != 1 {
				continue
			}
			if b := run.Box(all[0].Start, all[0].End); abs(b.MidY()-last.MidY()) < 0.4*r.Layout.Type && columns[final].under(b) && b.Height() < 1.4*r.Layout.Row {
				line.Cells = append(slices.Clone(line.Cells), layout.Cell{Words: run.Between(all[0].Start, all[0].End), Box: b, Line: c.Line, Index: c.Index})
				line.Box = line.Box.Union(b)
				return line
			}
		}
	}
	return line
}

// mendForms takes a Form 944 for a quarter that does not end its year, among rows of Form
// 941, for one of these: Form 944 is for a year (26 CFR 31.6011(a)-1(a)(5)), and a 1 in
// small print looks like a 4.
func (t *Table) mendForms() {
	if !slices.ContainsFunc(t.Rows, func(row TableRow) bool { return row.Form == "941" }) {
		return
	}
	for i, row := range t.Rows {
		if quarter := row.End.End.Month; row.Form == "944" && !row.End.BareYear && (quarter == 3 || quarter == 6 || quarter == 9) {
			t.Rows[i].Form, t.Rows[i].Repaired = "941", true
		}
	}
}

// endsPeriod says whether a cell of a line in the column of periods is one.
func endsPeriod(line layout.Line, columns []tableColumn) bool {
	return slices.ContainsFunc(line.Cells, func(c layout.Cell) bool {
		p, ok := printed.Period(c.Text())
		return ok && monthEnd(p.End) && slices.ContainsFunc(columns, func(col tableColumn) bool { return col.ofPeriods() && col.under(c.Box) })
	})
}

// byTotal takes, where what was taken for owed does not add up to the total of
// the table, the one column that does.
func (t *Table) byTotal() {
	if t.Total == nil {
		return
	}
	var sum noticed.Money
	width := len(t.Rows[0].Amounts)
	for _, row := range t.Rows {
		sum += row.Amount
		if len(row.Amounts) != width {
			return
		}
	}
	if sum == t.Total.Amount {
		return
	}
	found := -1
	for i := range width {
		sum = 0
		for _, row := range t.Rows {
			sum += row.Amounts[i]
		}
		if sum == t.Total.Amount {
			if found >= 0 {
				return
			}
			found = i
		}
	}
	if found < 0 {
		return
	}
	for i := range t.Rows {
		t.Rows[i].Amount = t.Rows[i].Amounts[found]
	}
}

// inTable says whether a box stands within the table of periods.
func (r *reader) inTable(b noticed.Box) bool {
	return b.MidY() >= r.tableTop && b.MidY() <= r.tableBottom
}

// rowID is the number of a taxpayer that fills a cell; the last, if there are
// several.
func (r *reader) rowID(line layout.Line) *Seen[printed.TaxpayerID] {
	for _, c := range slices.Backward(line.Cells) {
		if id, ok := printed.ID(c.Text()); ok {
			run := layout.NewRun(c.Words)
			seen := see(r, id, run, 0, len(run.Text), noticed.PlaceTable, id.Repaired)
			return &seen
		}
	}
	return nil
}

// tableRow reads one line: a form perhaps, a period, amounts or the word that
// there is none.
func (r *reader) tableRow(line layout.Line, columns []tableColumn, final int) (TableRow, bool) {
	var words []layout.Word
	for _, c := range line.Cells {
		words = append(words, c.Words...)
	}
	if len(words) > 18 {
		return TableRow{}, false
	}
	run := layout.NewRun(words)
	amounts := r.rowAmounts(run)
	if k, _ := labelAt(run.Text); len(amounts) > 0 && (totalLabel(run.Text) || k == labelDue || k == labelPayBy) {
		return TableRow{}, false
	}
	row := TableRow{Evidence: r.evidence(line.Box, run.Text, noticed.PlaceTable)}
	dates := printed.Dates(run.Text)
	before := run.Text
	if len(amounts) > 0 {
		before = run.Text[:amounts[0].Start]
	}
	ok := r.rowPeriod(&row, run, columns, dates)
	for _, d := range slices.Backward(dates) {
		if d.End <= len(before) {
			before = before[:d.Start] + strings.Repeat("_", d.End-d.Start) + before[d.End:]
		}
	}
	fields := strings.Fields(before)
	for i, w := range fields {
		if row.Form == "" {
			if f, isForm := formAt(fields[i:]); isForm {
				row.Form = f
				continue
			}
		}
		if p, isPeriod := printed.Period(w); isPeriod && !ok {
			if m, named := printed.MonthIn(before); named && p.BareYear { // of a day that is damaged
				p = printed.Ending(p.End.Year, m)
			}
			row.End, ok = p, true
		}
	}
	if !ok && len(dates) == 1 {
		row.End, ok = damagedEnd(dates[0], nearestColumn(columns, run.Box(dates[0].Start, dates[0].End))), true
	}
	if !ok || len(amounts) == 0 && row.Form == "" {
		return TableRow{}, false
	}
	for _, d := range dates {
		r.markDate(run.Box(d.Start, d.End))
	}
	row.ID = r.rowID(line)
	for _, a := range amounts {
		row.Amounts = append(row.Amounts, a.Value)
		row.Repaired = row.Repaired || a.Repaired
	}
	if len(amounts) > 0 {
		r.takeOwed(&row, run, amounts, columns, final)
	}
	row.Repaired = row.Repaired || row.End.Repaired
	row.Confidence = run.Confidence(0, len(run.Text))
	return row, true
}

// damagedEnd is what is left of the end of a period, a day on which none ends: the end of its
// month where that lost its second figure, 12/3/2013, and stands in the periods' column.
func damagedEnd(d printed.DateMatch, column tableColumn) printed.PeriodEnd {
	if last := printed.Ending(d.Value.Year, d.Value.Month); column.ofPeriods() && d.Value.Day == last.End.Day/10 {
		return last
	}
	return printed.PeriodEnd{End: d.Value, Repaired: true}
}

// afterForm is the word that announces a form, where it is stuck to it: "Form'720".
var afterForm = regexp.MustCompile(`(?i)^form[^a-z0-9]+`)

// columnAmounts are the amounts in a line of a table or box, with those that recognition
// spoilt the stops of.
func (r *reader) columnAmounts(text string) []printed.AmountMatch {
	if r.How == noticed.HowText {
		return printed.Amounts(text)
	}
	return printed.ColumnAmounts(text)
}

// rowAmounts are the amounts of a line; where it has none, what its last word may be
// of one whose point reads as a comma.
func (r *reader) rowAmounts(run layout.Run) []printed.AmountMatch {
	all := r.columnAmounts(run.Text)
	if len(all) > 0 {
		return all
	}
	start := strings.LastIndexByte(run.Text, ' ') + 1
	a, ok := printed.CommaAmount(run.Text[start:])
	if !ok {
		return nil
	}
	a.Start, a.End, a.Repaired = a.Start+start, a.End+start, true
	return []printed.AmountMatch{a}
}

// formAt is the form that the words of a line begin with: of one word or of two,
// "Civil Penalty", between which recognition may have put a space, "1 040A".
func formAt(words []string) (string, bool) {
	words[0] = afterForm.ReplaceAllString(words[0], "")
	if len(words) > 1 {
		for _, two := range []string{words[0] + " " + words[1], words[0] + words[1]} {
			if f, ok := printed.Form(two); ok {
				return f, true
			}
		}
	}
	return printed.Form(words[0])
}

// lastIsSum says whether the last of at least three amounts is the sum of the
// others: then it is what is owed, whatever its head says.
func lastIsSum(amounts []noticed.Money) bool {
	n := len(amounts)
	if n < 3 {
		return false
	}
	var sum noticed.Money
	for _, a := range amounts[:n-1] {
		sum += a
	}
	return sum == amounts[n-1]
}

// AddsAcross says whether the columns of a line add up to what is owed in the last of them,
// two of them at least being more than nothing: else one says what the other says.
func (row TableRow) AddsAcross() bool {
	if !lastIsSum(row.Amounts) || row.Amounts[len(row.Amounts)-1] != row.Amount {
		return false
	}
	parts := 0
	for _, a := range row.Amounts[:len(row.Amounts)-1] {
		if a != 0 {
			parts++
		}
	}
	return parts > 1
}

// rowPeriod takes the date of a row that stands in the column of periods; a row
// with one date has it there.
func (r *reader) rowPeriod(row *TableRow, run layout.Run, columns []tableColumn, dates []printed.DateMatch) bool {
	ends := slices.DeleteFunc(slices.Clone(dates), func(d printed.DateMatch) bool { return !monthEnd(d.Value) })
	if len(ends) == 1 && nearestColumn(columns, run.Box(ends[0].Start, ends[0].End)).ofPeriods() { // beside it a day of assessment
		row.End = printed.PeriodEnd{End: ends[0].Value, Repaired: ends[0].Repaired}
		return true
	}
	for _, c := range columns {
		if !c.ofPeriods() {
			continue
		}
		for _, d := range dates {
			if c.under(run.Box(d.Start, d.End)) && monthEnd(d.Value) && nearestColumn(columns, run.Box(d.Start, d.End)).ofPeriods() {
				row.End = printed.PeriodEnd{End: d.Value, Repaired: d.Repaired}
				return true
			}
		}
	}
	return false
}

func (r *reader) tableTotal(line layout.Line) (Row, bool) {
	var words []layout.Word
	for _, c := range line.Cells {
		words = append(words, c.Words...)
	}
	run := layout.NewRun(words)
	amounts := r.columnAmounts(run.Text)
	if len(amounts) == 0 {
		return Row{}, false
	}
	k, _ := labelAt(run.Text)
	if k != labelDue && !totalLabel(run.Text) {
		return Row{}, false
	}
	a := amounts[len(amounts)-1]
	return Row{
		Label: strings.Trim(run.Text[:amounts[0].Start], " :."), Amount: a.Value, Repaired: a.Repaired,
		Evidence: r.evidence(line.Box, run.Text, noticed.PlaceTable), Confidence: run.Confidence(a.Start, a.End),
	}, true
}

// takeOwed takes, of the amounts of a row, the one that is owed in the end.
func (r *reader) takeOwed(row *TableRow, run layout.Run, amounts []printed.AmountMatch, columns []tableColumn, final int) {
	row.HasAmount = true
	owed := len(amounts) - 1
	if final >= 0 && !lastIsSum(row.Amounts) {
		owed = nearest(columns[final], run, amounts)
	}
	row.Amount, row.owed = row.Amounts[owed], run.Box(amounts[owed].Start, amounts[owed].End)
	if r.How == noticed.HowText || lastIsSum(row.Amounts) {
		return
	}
	lost := len(amounts) > 1 && onlyPart(columns, row.owed)
	if final >= 0 {
		c := columns[final]
		lost = lost || elsewhere(columns, final, row.owed) ||
			c.ofMany() && abs(c.box.Right()-row.owed.Right()) > 3*r.Layout.Type // of heads that look like one, what is owed is the last
	}
	if lost { // what is owed, or its column with its head
		row.Amount, row.HasAmount = 0, false
	}
}
