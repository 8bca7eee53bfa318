package sheet

import (
	"regexp"
	"slices"
	"strings"

	"noticed"
	"noticed/classify/layout"
	"noticed/classify/printed"
)

var summaryTitles = foldAll("Billing summary", "Account summary", "Summary", "Summary of proposed changes", "Amount due summary",
	"Your billing summary", "Billing details", "Balance summary", "Resumen de facturación", "What you owe", "Refund summary", "Your refund summary", "Tax summary", "Penalty summary", "Payment summary", "Summary of changes", "Summary of changes to your account", "Summary of your account", "Account information", "Proposed changes", "How we applied your refund", "Your account summary", "Changes to your account", "Statement of account")

// summaryTitle finds the title of the summary box: its name, or the heads of
// its two columns.
func (r *reader) summaryTitle() (layout.Cell, bool) {
	for c := range r.Layout.Cells {
		if c.Box.MidY() >= r.stubTop || len(c.Words) > 6 || r.overTable(c.Box) || r.overHeads(c) {
			continue
		}
		text := layout.Fold(c.Text())
		if strings.HasPrefix(text, layout.Fold("summary of")) || strings.HasSuffix(text, layout.Fold("summary")) && len(c.Words) <= 4 {
			return c, true
		}
		for _, t := range summaryTitles {
			if text == t || len(t) > 8 && layout.Alike(text, t) {
				return c, true
			}
		}
		if text == "description" || text == "descrlptlonamount" {
			return c, true
		}
		if right, ok := r.Layout.Right(c); ok && text == layout.Fold("Description") && layout.Fold(right.Text()) == "amount" {
			return c, true
		}
	}
	return layout.Cell{}, false
}

// overTable says whether a box is the title of the table of periods, or part of
// it.
func (r *reader) overTable(b noticed.Box) bool {
	return r.tableBottom > 0 && b.MidY() > r.tableTop-4*r.Layout.Type && b.MidY() < r.tableBottom
}

// overHeads says whether the heads of a table of periods stand tight under a cell, be it
// that no line of the table could be read.
func (r *reader) overHeads(c layout.Cell) bool {
	for j := c.Line + 1; j < len(r.Layout.Lines); j++ {
		if r.Layout.Lines[j].Box.Top()-c.Box.Bottom() > 2*r.Layout.Row {
			return false
		}
		if _, _, ok := r.tableHead(j); ok {
			return true
		}
	}
	return false
}

// boxByShape finds a summary box whose title is none of the known: rows of a
// label and an amount, one below the other in one column, that end in a row that
// says what is due and add up to it. What it returns stands for the title. How large
// they are set does not count: a stain makes the boxes of words larger.
func (r *reader) boxByShape() (layout.Cell, bool) {
	var best layout.Cell
	most := 0
	for c := range r.Layout.Cells {
		if c.Box.MidY() >= r.stubTop || r.overTable(c.Box) || !saysTotal(c) {
			continue
		}
		above := r.rowsAbove(c)
		for n := len(above); n > 0; n-- {
			top := above[n-1]
			title := layout.Cell{Words: top.Words, Line: top.Line, Index: top.Index}
			title.Box = noticed.Box{top.Box.Left(), top.Box.Top() - r.Layout.Type, c.Box.Right(), top.Box.Top() - 0.1}
			if s := r.boxUnder(title); s != nil && s.Total != nil && len(s.Rows) > most && addsUp(s.Rows, s.Total.Amount) {
				best, most = title, len(s.Rows)
			}
		}
	}
	return best, most > 0
}

// saysTotal says whether a cell begins with a label for what is due or refunded,
// or with the word total.
func saysTotal(c layout.Cell) bool {
	text := c.Text()
	k, _ := labelAt(text)
	return k == labelDue || k == labelRefund || sumLabel(text)
}

// rowsAbove are the labels of the rows above a row: cells with the same left
// edge, the nearest first, without a gap between them.
func (r *reader) rowsAbove(c layout.Cell) []layout.Cell {
	var out []layout.Cell
	last := c
	for i := c.Line - 1; i >= 0 && len(out) < 12; i-- {
		line := r.Layout.Lines[i]
		if last.Box.Top()-line.Box.Bottom() > 2.5*r.Layout.Type {
			break
		}
		for _, d := range line.Cells {
			if abs(d.Box.Left()-c.Box.Left()) < 1.5*r.Layout.Type && d.Box.Top() < last.Box.Top() {
				out = append(out, d)
				last = d
				break
			}
		}
	}
	return out
}

func (r *reader) summaryTop() (float64, bool) { return r.boxTop, r.Summary != nil }

// readSummary reads the rows under the title of the summary box: a label and an
// amount each, the label on one line or on two, up to the line that says what is
// due.
func (r *reader) readSummary() {
	title, ok := r.summaryTitle()
	r.SummaryTitle = ok
	if ok {
		r.Summary = r.boxUnder(title)
	}
	if r.Summary != nil && r.Summary.onlyParts() {
		r.Summary, r.SummaryTitle = nil, false
	}
	if r.Summary == nil {
		if title, ok = r.boxByShape(); ok {
			r.Summary = r.boxUnder(title)
		}
	}
	if r.Summary != nil && r.tableIsSummary() {
		r.Summary, r.SummaryTitle = nil, false
	}
	if r.Summary == nil {
		return
	}
	r.boxTop = title.Box.Top()
	if t := r.Summary.total; t != nil {
		r.takeTotal(*t)
	}
}

// tableIsSummary says whether what was taken for the rows of a summary are lines of
// the table of periods, under a title that would do for both.
func (r *reader) tableIsSummary() bool {
	if r.Table == nil || len(r.Summary.Rows) < len(r.Table.Rows) {
		return false
	}
	for _, row := range r.Table.Rows {
		if !slices.ContainsFunc(r.Summary.Rows, func(s Row) bool { return row.Evidence.Box.Holds(s.Evidence.Box) }) {
			return false
		}
	}
	return true
}

// boxUnder reads the rows of a box under its title; nil if there are none.
func (r *reader) boxUnder(title layout.Cell) *Summary {
	lines := r.boxLines(title)
	if !slices.ContainsFunc(lines, func(l boxLine) bool { return l.has }) {
		r.wholeDollars = true // no row has cents
		lines = r.boxLines(title)
		r.wholeDollars = false
	}
	s := r.boxOf(title, lines)
	if r.How == noticed.HowText || s == nil || s.Total != nil && addsUp(s.Rows, s.Total.Amount) {
		return s
	}
	r.pointless = true
	mended := r.boxOf(title, r.boxLines(title))
	r.pointless = false
	if mended != nil && mended.Total != nil && (s.Total == nil && !mended.Total.Repaired || s.Total != nil && mended.Total.Amount == s.Total.Amount) && addsUp(mended.Rows, mended.Total.Amount) {
		return mended // the figures of a row are what the others fall short by
	}
	return s
}

// boxOf is the box that lines under a title make; nil if there are no rows in them.
func (r *reader) boxOf(title layout.Cell, lines []boxLine) *Summary {
	box := title.Box
	for _, l := range lines {
		box = box.Union(l.box)
	}
	s := &Summary{Box: r.Layout.Fraction(box), Open: r.open(lines)}
	var rows []summaryRow
	for i, l := range lines {
		if l.has {
			rows = append(rows, r.summaryRow(lines, i))
		}
	}
	total := totalOf(rows)
	if i := includedUnder(lines); i >= 0 && rows[i].kind == labelDue && i+1 < len(rows) {
		s.Total, s.total, s.Included = &rows[i].Row, &rows[i], true
		rows, total = rows[i+1:], -1
	}
	for i, row := range rows {
		if i == total {
			s.Total, s.total = &rows[i].Row, &rows[i]
			break
		}
		s.Rows = append(s.Rows, row.Row)
	}
	if len(s.Rows) == 0 && s.Total == nil {
		return nil
	}
	return s
}

// summaryRow is a row of the box, with what its label says of it.
type summaryRow struct {
	Row
	kind kind // labelDue, labelRefund, labelPayBy or 0
	run  layout.Run
	end  int // where the label that kind names ends
}

func (r *reader) summaryRow(lines []boxLine, i int) summaryRow {
	l := lines[i]
	run := layout.NewRun(r.labelWords(lines, i))
	row := summaryRow{run: run, Row: Row{
		Label: strings.Trim(run.Text, " .:_"), Amount: l.amount.Value, CommaCents: l.amount.CommaCents, Repaired: l.amount.Repaired,
		Evidence:   r.evidence(l.box, run.Text+" "+l.run.Text[l.amount.Start:l.amount.End], noticed.PlaceSummary),
		Confidence: l.run.Confidence(l.amount.Start, l.amount.End), LabelClear: run.Confidence(0, len(run.Text)),
		At: r.Layout.Fraction(l.at()),
	}}
	switch k, end := labelAt(run.Text); {
	case k == labelDue || k == labelRefund || k == labelPayBy:
		row.kind, row.end = k, end
	case sumLabel(run.Text):
		row.kind = labelDue
	case r.How != noticed.HowText:
		if m := dueBy.FindStringIndex(run.Text); m != nil && m[0] <= lostHead && len(printed.Dates(run.Text[m[1]:])) > 0 {
			row.kind, row.end = labelDue, m[1] // its beginning was lost
		}
	}
	return row
}

// lostHead is how many letters of a total's label may stand before what is left of it.
const lostHead = 12

// dueBy is what is left of the label of a total, before its day.
var dueBy = regexp.MustCompile(`(?i)\b(?:due|owe) by\b`)

// takeTotal takes what is due, and the day to pay by, from the total's row.
func (r *reader) takeTotal(row summaryRow) {
	if row.kind == 0 { // a sum by its arithmetic only
		return
	}
	r.Dues = append(r.Dues, Seen[Due]{
		Value: Due{row.Amount, row.Label, row.kind == labelRefund}, Evidence: row.Evidence, Confidence: row.Confidence,
		Repaired: row.Repaired || row.CommaCents, Second: r.second,
	})
	if layout.Contains(layout.Fold(row.Label), layout.Fold("immediately")) {
		r.Immediately = true
	}
	from := min(row.end, len(row.run.Text))
	if dates := printed.Dates(row.run.Text[from:]); len(dates) > 0 {
		r.addDay(labelRoles[labelDue], row.run, shiftDate(dates[0], from), noticed.PlaceSummary)
	}
}

// inSummary says whether a box is a part of the summary that was read.
func (r *reader) inSummary(b noticed.Box) bool {
	if r.Summary == nil {
		return false
	}
	rows := r.Summary.Rows
	if r.Summary.Total != nil {
		rows = append(append([]Row{}, rows...), *r.Summary.Total)
	}
	for _, row := range rows {
		if row.Evidence.Box.Holds(r.Layout.Fraction(b)) {
			return true
		}
	}
	return false
}
