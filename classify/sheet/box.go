package sheet

import (
	"slices"
	"strings"
	"unicode"

	"noticed"
	"noticed/classify/layout"
	"noticed/classify/printed"
)

// boxLine is a line of the summary box.
type boxLine struct {
	label  []layout.Word
	amount printed.AmountMatch
	has    bool       // an amount stands on the line
	run    layout.Run // of the cell that holds the amount
	box    noticed.Box
}

// span is where the label of a line stands, by which it is near to other lines; of one
// without a label, its amount: on a page that leans the two are not level.
func (l boxLine) span() noticed.Box {
	if len(l.label) == 0 {
		return l.box
	}
	return layout.Around(l.label)
}

// at is where the amount of a line stands.
func (l boxLine) at() noticed.Box { return l.run.Box(l.amount.Start, l.amount.End) }

// open are the lines without an amount, each with its place in the column of the amounts.
func (r *reader) open(lines []boxLine) []Row {
	var column noticed.Box
	for _, l := range lines {
		if l.has && column == (noticed.Box{}) {
			column = l.at()
		} else if l.has {
			column = column.Union(l.at())
		}
	}
	var out []Row
	for _, l := range lines {
		if l.has || column == (noticed.Box{}) {
			continue
		}
		run := layout.NewRun(l.label)
		place := noticed.Box{column.Left(), l.box.Top(), column.Right(), l.box.Bottom()}
		out = append(out, Row{Label: strings.Trim(run.Text, " .:_"), LabelClear: run.Confidence(0, len(run.Text)),
			At: r.Layout.Fraction(place), Evidence: r.evidence(l.box.Union(place), run.Text, noticed.PlaceSummary)})
	}
	return out
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
		edge, column := title.Box.Left()-12*r.Layout.Type, title.Box.Left()+3*r.Layout.Type
		if left > 0 {
			edge, column = left-3*r.Layout.Type, left+3*r.Layout.Type
		}
		before := run.Text[:amount.Start]
		dirt := letters(before) < 2
		if dirt {
			l.label = nil
			l.amount.Repaired = l.amount.Repaired || strings.ContainsAny(before, "0123456789") // figures of its own that broke off
		}
		if written := left > 0 && r.How != noticed.HowText && cell.Box.Left() > column; dirt || written { // close before the amount
			own := l.label
			l.label = nil
			for _, c := range labelCells(line.Cells[:i], edge, column) { // none is running text beside a label that wraps around its amount
				l.label = append(l.label, c.Words...)
				l.box = l.box.Union(c.Box)
			}
			l.label = append(l.label, own...)
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

// labelCells are the cells of a row that its label stands in, right of an edge: the last
// one; or, where that does not begin where labels do, left of the end of their column,
// the one that does, with what somebody wrote between it and the amounts.
func labelCells(cells []layout.Cell, edge, column float64) []layout.Cell {
	end := len(cells)
	for i := end - 1; i >= 0 && cells[i].Box.Left() > edge; i-- {
		if len(printed.Amounts(cells[i].Text())) > 0 {
			end = i
		} else if cells[i].Box.Left() < column {
			return cells[i:end]
		}
	}
	if last := len(cells) - 1; end > 0 && end == len(cells) && cells[last].Box.Left() > edge {
		return cells[last:]
	}
	return nil
}

func letters(s string) (n int) {
	for _, c := range s {
		if unicode.IsLetter(c) {
			n++
		}
	}
	return n
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
		if tail := strings.Trim(run.Text[a.End:], trailingDirt); tail != "" && (r.How == noticed.HowText || !scraps(tail)) || edge < title.Box.MidX() {
			continue
		}
		if column > 0 && abs(edge-column) > 5*r.Layout.Type {
			continue
		}
		return i, a, true
	}
	return 0, printed.AmountMatch{}, false
}

// trailingDirt may stand behind an amount.
const trailingDirt = " .,:;|'\"_*~]}!°”“’‘"

// scraps says whether nothing but a word or two of two signs stand in a text, as
// recognition makes of dirt at the edge of a box.
func scraps(text string) bool {
	words := strings.Fields(text)
	return len(words) <= 2 && !strings.ContainsAny(text, "()-–—") && !slices.ContainsFunc(words, func(w string) bool {
		return len([]rune(w)) > 2 || w == "CR" || w == "DR" || letters(w) == 0 && strings.ContainsAny(w, "0123456789")
	})
}

// boxAmounts are the amounts in a cell of the box: with cents, behind a comma or, where
// that is tried, without a point only in a column that has begun; or, in a box that has none with them, in whole
// dollars with the sign, or without it in a column that has begun with one that
// has it.
func (r *reader) boxAmounts(text string, column float64) []printed.AmountMatch {
	if all := r.columnAmounts(text); len(all) > 0 {
		return all
	}
	if a, ok := printed.CommaAmount(text); ok && column > 0 {
		return []printed.AmountMatch{a}
	}
	if a, ok := printed.PointlessAmount(text); ok && r.pointless && column > 0 {
		return []printed.AmountMatch{a}
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
// other. A colon ends a label.
func (r *reader) labelWords(lines []boxLine, i int) []layout.Word {
	words := append([]layout.Word{}, lines[i].label...)
	own := lines[i].span()
	for j := i - 1; j >= 0 && !lines[j].has; j-- {
		space := own.Top() - lines[j].span().Bottom()
		above := 1e9
		if j > 0 {
			above = lines[j].span().Top() - lines[j-1].span().Bottom()
		}
		if space > 1.2*r.Layout.Type || space > above+0.15*r.Layout.Type || !r.beneath(lines[j].label, lines[i].label) || strings.Contains(layout.Join(lines[j].label), ":") || columnHead(lines[j].label) {
			break
		}
		words = append(append([]layout.Word{}, lines[j].label...), words...)
		own = own.Union(lines[j].span())
	}
	own = lines[i].span()
	for j := i + 1; j < len(lines) && !lines[j].has && !strings.HasSuffix(layout.Join(words), ":"); j++ {
		space := lines[j].span().Top() - own.Bottom()
		if space > 1.2*r.Layout.Type || space >= widestBelow(lines, j) || !r.beneath(lines[j].label, lines[i].label) {
			break
		}
		words = append(words, lines[j].label...)
		own = lines[j].span()
	}
	return words
}

// widestBelow is the widest space from a line down to the next that has an amount,
// which parts two rows whose labels take more lines than one; below the last row, the
// space to the next line.
func widestBelow(lines []boxLine, j int) float64 {
	if j+1 == len(lines) {
		return 1e9
	}
	next := lines[j+1].span().Top() - lines[j].span().Bottom()
	widest := next
	for k := j + 1; k < len(lines) && k <= j+4; k++ {
		widest = max(widest, lines[k].span().Top()-lines[k-1].span().Bottom())
		if lines[k].has {
			return widest
		}
	}
	return next
}

// columnHead says whether words are the head of the column of labels.
func columnHead(words []layout.Word) bool {
	return len(words) > 0 && layout.Alike(layout.Fold(layout.Join(words)), layout.Fold("Description"))
}

func (r *reader) beneath(a, b []layout.Word) bool {
	return len(a) == 0 || len(b) == 0 || abs(layout.Around(a).Left()-layout.Around(b).Left()) < 2.5*r.Layout.Type
}
