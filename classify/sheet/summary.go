package sheet

import (
	"slices"
	"strings"

	"noticed"
	"noticed/classify/layout"
	"noticed/classify/printed"
)

var summaryTitles = foldAll("Billing summary", "Account summary", "Summary", "Summary of proposed changes", "Amount due summary",
	"Your billing summary", "Billing details", "Balance summary", "Resumen de facturación", "What you owe", "Refund summary", "Your refund summary", "Tax summary", "Penalty summary", "Payment summary", "Summary of changes", "Summary of changes to your account", "Summary of your account", "Account information", "Proposed changes", "How we applied your refund", "Your account summary", "Changes to your account")

// summaryTitle finds the title of the summary box: its name, or the heads of
// its two columns.
func (r *reader) summaryTitle() (layout.Cell, bool) {
	for c := range r.Layout.Cells {
		if c.Box.MidY() >= r.stubTop || len(c.Words) > 6 || r.overTable(c.Box) {
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

// boxByShape finds a summary box whose title is none of the known: rows of a
// label and an amount, one below the other in one column, that end in a row that
// says what is due and add up to it. What it returns stands for the title.
func (r *reader) boxByShape() (layout.Cell, bool) {
	var best layout.Cell
	most := 0
	for c := range r.Layout.Cells {
		if c.Box.MidY() >= r.stubTop || r.overTable(c.Box) || r.Layout.Large(c) || !saysTotal(c) {
			continue
		}
		above := r.rowsAbove(c)
		for n := len(above); n > 0; n-- {
			top := above[n-1]
			if r.Layout.Large(top) {
				continue
			}
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

// boxLine is a line of the summary box.
type boxLine struct {
	label  []layout.Word
	amount printed.AmountMatch
	has    bool       // an amount stands on the line
	run    layout.Run // of the cell that holds the amount
	box    noticed.Box
}

// readSummary reads the rows under the title of the summary box: a label and an
// amount each, the label on one line or on two, up to the line that says what is
// due.
func (r *reader) readSummary() {
	title, ok := r.summaryTitle()
	r.SummaryTitle = ok
	if ok {
		r.Summary = r.boxUnder(title)
	}
	if r.Summary == nil {
		if title, ok = r.boxByShape(); ok {
			r.Summary = r.boxUnder(title)
		}
	}
	if r.Summary == nil {
		return
	}
	r.boxTop = title.Box.Top()
	if t := r.Summary.total; t != nil {
		r.takeTotal(*t)
	}
}

// boxUnder reads the rows of a box under its title; nil if there are none.
func (r *reader) boxUnder(title layout.Cell) *Summary {
	lines := r.boxLines(title)
	if !slices.ContainsFunc(lines, func(l boxLine) bool { return l.has }) {
		r.wholeDollars = true // no row has cents
		lines = r.boxLines(title)
		r.wholeDollars = false
	}
	box := title.Box
	for _, l := range lines {
		box = box.Union(l.box)
	}
	s := &Summary{Box: r.Layout.Fraction(box)}
	var rows []summaryRow
	for i, l := range lines {
		if l.has {
			rows = append(rows, r.summaryRow(lines, i))
		}
	}
	total := totalOf(rows)
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
		Confidence: l.run.Confidence(l.amount.Start, l.amount.End),
	}}
	switch k, end := labelAt(run.Text); {
	case k == labelDue || k == labelRefund || k == labelPayBy:
		row.kind, row.end = k, end
	case sumLabel(run.Text):
		row.kind = labelDue
	}
	return row
}

// totalOf is the index of the row that is the total: of those whose label may say
// so, the first that the rows above it add up to; else the first that has rows
// above it, or -1.
func totalOf(rows []summaryRow) int {
	first := -1
	for i, row := range rows {
		if row.kind == 0 {
			continue
		}
		if addsUp(rowsOf(rows[:i]), row.Amount) {
			return i
		}
		if first < 0 || first == 0 && i > 0 {
			first = i
		}
	}
	return first
}

// addsUp says whether amounts add up to a total, each with its sign or against
// it: credits are not always printed with a minus.
func addsUp(rows []Row, total noticed.Money) bool {
	if len(rows) == 0 || len(rows) > 10 {
		return false
	}
	for signs := range 1 << len(rows) {
		var sum noticed.Money
		for i, row := range rows {
			if signs>>i&1 == 1 {
				sum -= row.Amount
			} else {
				sum += row.Amount
			}
		}
		if sum == total {
			return true
		}
	}
	return false
}

func rowsOf(rows []summaryRow) []Row {
	out := make([]Row, len(rows))
	for i, row := range rows {
		out[i] = row.Row
	}
	return out
}

// takeTotal takes what is due, and the day to pay by, from the total's row.
func (r *reader) takeTotal(row summaryRow) {
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

func totalLabel(s string) bool {
	return strings.HasPrefix(layout.Fold(s), "total")
}

// parts begin, behind the word total, what is only a part of what is due.
var parts = foldAll("interest", "penalt", "failure", "late", "accuracy", "estimated", "tax", "payments", "income", "credit", "wage", "withh", "deduction", "additions")

// sumLabel says whether a label says total, and not of a part only.
func sumLabel(s string) bool {
	rest, ok := strings.CutPrefix(layout.Fold(s), "total")
	if !ok {
		return false
	}
	for _, p := range parts {
		if strings.HasPrefix(rest, p) {
			return false
		}
	}
	return true
}

// boxLines are the lines of the box under its title, each with what stands at
// its right end as the amount and what stands left of it as the label.
func (r *reader) boxLines(title layout.Cell) []boxLine {
	var out []boxLine
	left, right := 0.0, 0.0 // the edges of the box, known from its first amount on
	bottom := title.Box.Bottom()
	for _, line := range r.Layout.Lines {
		if line.Box.MidY() <= title.Box.Bottom() || line.Box.Top() >= r.stubTop {
			continue
		}
		i, amount, ok := r.lastAmount(line, title, right)
		if !ok {
			if l, ok := inside(line, left, right, title); ok {
				out = append(out, l)
			}
			if right > 0 && line.Box.Top()-bottom > 6*r.Layout.Type || right == 0 && line.Box.Top()-bottom > 9*r.Layout.Type {
				break
			}
			continue
		}
		cell := line.Cells[i]
		run := layout.NewRun(cell.Words)
		l := boxLine{amount: amount, has: true, run: run, box: cell.Box, label: run.Between(0, amount.Start)}
		if strings.Trim(run.Text[:amount.Start], " .:_$") == "" && i > 0 {
			l.label = line.Cells[i-1].Words
			l.box = l.box.Union(line.Cells[i-1].Box)
		}
		if amount.Start == 0 && i == 0 {
			l.label = nil
		}
		out = append(out, l)
		bottom = line.Box.Bottom()
		right = max(right, run.Box(amount.Start, amount.End).Right())
		if len(l.label) > 0 {
			if edge := layout.Around(l.label).Left(); left == 0 || edge < left && edge > title.Box.Left()-12*r.Layout.Type {
				left = edge
			}
		}
	}
	return out
}

// lastAmount is the cell of a line that ends in an amount which belongs to the
// box under the title: it ends right of the title's middle, and in the same
// column as the amounts above it.
func (r *reader) lastAmount(line layout.Line, title layout.Cell, column float64) (int, printed.AmountMatch, bool) {
	for i, c := range slices.Backward(line.Cells) {
		run := layout.NewRun(c.Words)
		all := r.boxAmounts(run.Text, column)
		if len(all) == 0 {
			continue
		}
		a := all[len(all)-1]
		edge := run.Box(a.Start, a.End).Right()
		if strings.Trim(run.Text[a.End:], " .|") != "" || edge < title.Box.MidX() {
			continue
		}
		if column > 0 && abs(edge-column) > 5*r.Layout.Type {
			continue
		}
		return i, a, true
	}
	return 0, printed.AmountMatch{}, false
}

// boxAmounts are the amounts in a cell of the box: with cents; or, in a box that
// has none with them, in whole dollars with the sign, or without it in a column
// that has begun with one that has it.
func (r *reader) boxAmounts(text string, column float64) []printed.AmountMatch {
	if all := printed.Amounts(text); len(all) > 0 {
		return all
	}
	if !r.wholeDollars {
		return nil
	}
	if all := printed.WholeDollars(text); len(all) > 0 {
		return all
	}
	if a, ok := printed.BareDollars(text); ok && column > 0 {
		return []printed.AmountMatch{a}
	}
	return nil
}

// inside is the part of a line without an amount that stands within the box.
func inside(line layout.Line, left, right float64, title layout.Cell) (boxLine, bool) {
	if left == 0 {
		left = title.Box.Left() - 6
	}
	for _, c := range line.Cells {
		if c.Box.Left() >= left-6 && (right == 0 || c.Box.Right() <= right+6) {
			return boxLine{label: c.Words, box: c.Box}, true
		}
	}
	return boxLine{}, false
}

// labelWords is the label of a row with the lines above or below it that belong
// to it: those without an amount that stand nearer to this row than to any
// other.
func (r *reader) labelWords(lines []boxLine, i int) []layout.Word {
	words := append([]layout.Word{}, lines[i].label...)
	own := lines[i].box
	for j := i - 1; j >= 0 && !lines[j].has; j-- {
		space := own.Top() - lines[j].box.Bottom()
		above := 1e9
		if j > 0 {
			above = lines[j].box.Top() - lines[j-1].box.Bottom()
		}
		if space > 1.2*r.Layout.Type || space > above || !r.beneath(lines[j].label, lines[i].label) {
			break
		}
		words = append(append([]layout.Word{}, lines[j].label...), words...)
		own = own.Union(lines[j].box)
	}
	own = lines[i].box
	for j := i + 1; j < len(lines) && !lines[j].has; j++ {
		space := lines[j].box.Top() - own.Bottom()
		below := 1e9
		if j+1 < len(lines) {
			below = lines[j+1].box.Top() - lines[j].box.Bottom()
		}
		if space > 1.2*r.Layout.Type || space >= below || !r.beneath(lines[j].label, lines[i].label) {
			break
		}
		words = append(words, lines[j].label...)
		own = lines[j].box
	}
	return words
}

func (r *reader) beneath(a, b []layout.Word) bool {
	return len(a) == 0 || len(b) == 0 || abs(layout.Around(a).Left()-layout.Around(b).Left()) < 2.5*r.Layout.Type
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
		box := row.Evidence.Box
		f := r.Layout.Fraction(b)
		if f.MidY() > box.Top() && f.MidY() < box.Bottom() && f.MidX() > box.Left() && f.MidX() < box.Right() {
			return true
		}
	}
	return false
}
