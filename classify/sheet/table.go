package sheet

import (
	"strings"

	"noticed"
	"noticed/classify/layout"
	"noticed/classify/printed"
)

var (
	periodHeads = foldAll("tax period", "tax year", "period ending", "period ended", "tax period ended", "tax period ending", "period")
	amountHeads = foldAll("amount", "balance", "owed", "owe", "due", "total", "interest", "penalty", "unpaid", "assessment")
)

// readTable reads a table of tax periods: a line of column heads that names the
// period and an amount, and below it a line for each period.
func (r *reader) readTable() {
	for i, line := range r.Layout.Lines {
		if line.Box.Top() >= r.stubTop || !r.headLine(i) {
			continue
		}
		if t, bottom := r.tableBelow(i); t != nil {
			r.Table, r.tableTop, r.tableBottom = t, line.Box.Top(), bottom
			return
		}
	}
}

// headLine says whether a line, with the one below it where heads are broken in
// two, names a period and an amount in different cells.
func (r *reader) headLine(i int) bool {
	var hasPeriod, hasAmount bool
	for j := i; j <= i+1 && j < len(r.Layout.Lines); j++ {
		if j > i && r.Layout.Lines[j].Box.Top()-r.Layout.Lines[i].Box.Bottom() > r.Layout.Type {
			break
		}
		if !heads(r.Layout.Lines[j]) {
			break
		}
		for _, c := range r.Layout.Lines[j].Cells {
			text := layout.Fold(c.Text())
			for _, h := range periodHeads {
				hasPeriod = hasPeriod || strings.HasSuffix(text, h) || strings.HasPrefix(text, h)
			}
			for _, h := range amountHeads {
				hasAmount = hasAmount || strings.Contains(text, h)
			}
		}
	}
	return hasPeriod && hasAmount
}

// heads says whether a line may be column heads: neither prose nor amounts.
func heads(line layout.Line) bool {
	for _, c := range line.Cells {
		if len(c.Words) > 12 || len(printed.Amounts(c.Text())) > 0 {
			return false
		}
	}
	return true
}

// tableBelow reads the rows below a line of column heads, and where they end.
func (r *reader) tableBelow(head int) (*Table, float64) {
	t := &Table{}
	bottom := r.Layout.Lines[head].Box.Bottom()
	for _, line := range r.Layout.Lines[head+1:] {
		if line.Box.Top() >= r.stubTop || line.Box.Top()-bottom > 5*r.Layout.Type {
			break
		}
		if row, ok := r.tableRow(line); ok {
			t.Rows = append(t.Rows, row)
			bottom = line.Box.Bottom()
			continue
		}
		if total, ok := r.tableTotal(line); ok && len(t.Rows) > 0 {
			t.Total = &total
			bottom = line.Box.Bottom()
			break
		}
	}
	if len(t.Rows) == 0 {
		return nil, 0
	}
	return t, bottom
}

// inTable says whether a box stands within the table of periods.
func (r *reader) inTable(b noticed.Box) bool {
	return b.MidY() >= r.tableTop && b.MidY() <= r.tableBottom
}

// tableRow reads one line: a form perhaps, a period, one or more amounts.
func (r *reader) tableRow(line layout.Line) (TableRow, bool) {
	var words []layout.Word
	for _, c := range line.Cells {
		words = append(words, c.Words...)
	}
	if len(words) > 16 {
		return TableRow{}, false
	}
	run := layout.NewRun(words)
	amounts := printed.Amounts(run.Text)
	if len(amounts) == 0 {
		return TableRow{}, false
	}
	before := run.Text[:amounts[0].Start]
	row := TableRow{Evidence: r.evidence(line.Box, run.Text, noticed.PlaceTable)}
	ok := false
	if dates := printed.Dates(before); len(dates) == 1 {
		row.End, ok = printed.PeriodEnd{End: dates[0].Value, Repaired: dates[0].Repaired}, true
		r.markDate(run.Box(dates[0].Start, dates[0].End))
		before = before[:dates[0].Start] + " " + before[dates[0].End:]
	}
	for w := range strings.FieldsSeq(before) {
		if f, isForm := printed.Form(w); isForm && row.Form == "" {
			row.Form = f
			continue
		}
		if p, isPeriod := printed.Period(w); isPeriod && !ok {
			row.End, ok = p, true
		}
	}
	if !ok {
		return TableRow{}, false
	}
	for _, a := range amounts {
		row.Amounts = append(row.Amounts, a.Value)
		row.Repaired = row.Repaired || a.Repaired
	}
	row.Amount = row.Amounts[len(row.Amounts)-1]
	row.Repaired = row.Repaired || row.End.Repaired
	row.Confidence = run.Confidence(0, len(run.Text))
	return row, true
}

func (r *reader) tableTotal(line layout.Line) (Row, bool) {
	var words []layout.Word
	for _, c := range line.Cells {
		words = append(words, c.Words...)
	}
	run := layout.NewRun(words)
	amounts := printed.Amounts(run.Text)
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
