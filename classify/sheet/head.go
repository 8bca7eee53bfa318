package sheet

import (
	"slices"
	"strings"

	"noticed"
	"noticed/classify/layout"
	"noticed/classify/printed"
)

var (
	periodHeads = append(foldAll("period", "year"), columnHeads...)
	// columnHeads are those of them that no table of interest has.
	columnHeads = foldAll("tax period", "tax year", "period ending", "period ended", "tax period ended", "tax period ending")
	formHeads   = foldAll("form", "type of tax", "tax type", "kind of tax", "return", "tax form")
	amountHeads = foldAll("amount", "balance", "owed", "owe", "due", "total", "interest", "penalty", "unpaid", "assessment", "status")
	// finalHeads are the heads of a column that says what is owed in the end,
	// partHeads those of what is only a part of it.
	finalHeads = foldAll("you owe", "owed", "due", "unpaid", "lien", "proposed penalty", "penalty amount")
	partHeads  = foldAll("interest", "penalty", "penalties", "prior", "previous", "additional", "tax owed", "you owed", "assessed", "original", "outstanding")
	// rateHeads are those of how interest is counted, in spans of days that end with
	// a quarter.
	rateHeads = foldAll("interest rate", "rate of interest", "factor")
)

// tableHead reads the column heads that begin with a line: their cells, joined
// with those right below them where a head is broken into lines. last is the
// index of their last line. A head must name a period and an amount in
// different columns.
func (r *reader) tableHead(i int) (columns []tableColumn, last int, ok bool) {
	if len(ruled(r.Layout.Lines[i])) < 2 && !r.singleHead(i) {
		return nil, 0, false
	}
	if !r.heads(i) {
		return nil, 0, false
	}
	last = i
	for j := i; j <= i+3 && j < len(r.Layout.Lines); j++ {
		line := r.Layout.Lines[j]
		if j > i && line.Box.Top()-r.Layout.Lines[last].Box.Bottom() > r.Layout.Type || !r.heads(j) {
			break
		}
		last = j
	}
	lines := r.Layout.Lines[i : last+1]
	for _, line := range lines {
		for _, c := range ruled(line) {
			for _, part := range r.parted(c, r.Layout.Lines[i:min(last+2, len(r.Layout.Lines))]) {
				columns = addHead(columns, part)
			}
		}
	}
	var period, amount, form bool
	for _, c := range columns {
		if k, end := labelAt(c.head); (k == labelNotice || k == labelNoticeDate) && end == len(c.head) && !strings.HasPrefix(c.head, "date") {
			return nil, 0, false // the notice's own block, its labels in a row over their values
		}
		if c.has(rateHeads) {
			return nil, 0, false
		}
		switch {
		case !period && c.has(periodHeads) && !c.has(foldAll("amount", "balance", "owed")):
			period = true
		case c.has(amountHeads):
			amount = true
		case c.has(formHeads):
			form = true
		}
	}
	if !period && amount && form && r.How != noticed.HowText {
		period = r.periodsUnder(columns, last)
	}
	return columns, last, period && (amount || form) && len(columns) >= 2
}

// periodsUnder finds the column whose head can't be read by the end of a month that stands
// under it in the first line, and names it.
func (r *reader) periodsUnder(columns []tableColumn, last int) bool {
	if last+1 >= len(r.Layout.Lines) {
		return false
	}
	for _, c := range r.Layout.Lines[last+1].Cells {
		p, ok := printed.Period(c.Text())
		if !ok || p.BareYear || !monthEnd(p.End) {
			continue
		}
		for k, col := range columns {
			if col.under(c.Box) && !col.has(amountHeads) && !col.has(formHeads) {
				columns[k].head = columnHeads[0]
				return true
			}
		}
	}
	return false
}

// ruled are the cells of a line, each between the rules of the table.
func ruled(line layout.Line) []layout.Cell {
	var cells []layout.Cell
	for _, c := range line.Cells {
		cells = append(cells, partedByRules(c)...)
	}
	return cells
}

// partedByRules are the heads of a cell between the rules of the table, which
// recognition takes for bars among the words.
func partedByRules(c layout.Cell) []layout.Cell {
	var parts []layout.Cell
	start := 0
	for k := 0; k <= len(c.Words); k++ {
		if k < len(c.Words) && strings.Trim(c.Words[k].Text, "|_~=—–") != "" {
			continue
		}
		if words := c.Words[start:k]; len(words) > 0 {
			parts = append(parts, layout.Cell{Words: words, Box: layout.Around(words), Line: c.Line, Index: c.Index})
		}
		start = k + 1
	}
	return parts
}

// parted are the heads that stand in a cell: two that are close together look like
// one, and the lines of heads above and below, and the first of the table, tell
// them apart.
func (r *reader) parted(c layout.Cell, lines []layout.Line) []layout.Cell {
	apart := 0.6 * r.Layout.Type
	begins := func(w layout.Word) bool {
		for _, line := range lines {
			if line.Cells[0].Line == c.Line {
				continue
			}
			for _, d := range line.Cells {
				for k, v := range d.Words {
					if (k == 0 || v.Box.Left()-d.Words[k-1].Box.Right() >= apart) && abs(v.Box.Left()-w.Box.Left()) < apart {
						return true
					}
				}
			}
		}
		return false
	}
	var parts []layout.Cell
	start := 0
	for k := 1; k <= len(c.Words); k++ {
		if k < len(c.Words) && (c.Words[k].Box.Left()-c.Words[k-1].Box.Right() < apart || !begins(c.Words[k])) {
			continue
		}
		words := c.Words[start:k]
		parts = append(parts, layout.Cell{Words: words, Box: layout.Around(words), Line: c.Line, Index: c.Index})
		start = k
	}
	return parts
}

// singleHead says whether a line with one cell is the upper part of heads that
// are broken into lines.
func (r *reader) singleHead(i int) bool {
	return i+1 < len(r.Layout.Lines) && len(r.Layout.Lines[i].Cells[0].Words) <= 4 && len(r.Layout.Lines[i+1].Cells) >= 2
}

// addHead adds a cell to the columns: to one that it stands under, or as a new
// one.
func addHead(columns []tableColumn, c layout.Cell) []tableColumn {
	text := layout.Fold(c.Text())
	for k, col := range columns {
		overlap := min(col.box.Right(), c.Box.Right()) - max(col.box.Left(), c.Box.Left())
		if overlap > 0.3*min(col.box.Width(), c.Box.Width()) && c.Box.Top() > col.box.MidY() {
			columns[k] = tableColumn{col.head + text, col.box.Union(c.Box)}
			return columns
		}
	}
	return append(columns, tableColumn{text, c.Box})
}

// heads says whether a line may be column heads: neither prose nor values.
func (r *reader) heads(i int) bool {
	var cells []layout.Cell
	for _, c := range ruled(r.Layout.Lines[i]) {
		if parts := r.parted(c, r.Layout.Lines[max(0, i-3):min(i+4, len(r.Layout.Lines))]); slices.ContainsFunc(parts, ofColumns) {
			cells = append(cells, parts...)
		} else {
			cells = append(cells, c)
		}
	}
	wide := len(cells) > 2 && slices.ContainsFunc(cells, ofColumns) // heads that stand close together look like one
	for _, c := range cells {
		text := c.Text()
		if len(c.Words) > 12 || len(c.Words) > 5 && !wide && !capitalised(c) || len(printed.Amounts(text)) > 0 || len(printed.Dates(text)) > 0 {
			return false
		}
		if _, isForm := printed.Form(strings.TrimPrefix(text, "Form ")); isForm {
			return false
		}
		if brokenOff(text) && len(printed.Dates(text+" 2000")) > 0 {
			return false // "December 31," over its year
		}
		if _, isPeriod := printed.Period(text); isPeriod {
			return false
		}
	}
	return true
}

// ofColumns says whether a cell is the head of a column of periods.
func ofColumns(c layout.Cell) bool { return slices.Contains(columnHeads, layout.Fold(c.Text())) }

// capitalised says whether every word of a cell begins with a capital, as heads
// that stand close together do and running text does not.
func capitalised(c layout.Cell) bool {
	for _, w := range c.Words {
		if first := w.Text[0]; first >= 'a' && first <= 'z' {
			return false
		}
	}
	return true
}
