package sheet

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"noticed"
	"noticed/classify/layout"
	"noticed/classify/printed"
)

// Narrow columns break labels, dates and numbers into lines. What is joined here
// counts only if it reads as what was looked for, and its parts alone do not.

// brokenOff says whether a text ends where a date or a number goes on.
func brokenOff(s string) bool {
	s = strings.TrimRight(s, " ")
	return s != "" && strings.ContainsAny(s[len(s)-1:], ",-/")
}

// under is the cell that stands tight under another with the same left edge.
func (r *reader) under(c layout.Cell) (layout.Cell, bool) {
	d, ok := r.Layout.Below(c, 0.8)
	return d, ok && abs(d.Box.Left()-c.Box.Left()) < 0.8*r.Layout.Type
}

// joined is two cells as one.
func joined(a, b layout.Cell) layout.Cell {
	a.Words = append(slices.Clone(a.Words), b.Words...)
	a.Box = a.Box.Union(b.Box)
	return a
}

// findBroken finds the labels of a block that are broken into two or three lines:
// "Taxpayer / Identification / Number:".
func (r *reader) findBroken() {
	for c := range r.Layout.Cells {
		if len(c.Words) > 3 || r.labelled(c) {
			continue
		}
		whole, last := c, c
		for range 2 {
			next, ok := r.under(last)
			if !ok || len(next.Words) > 3 || r.labelled(next) {
				break
			}
			whole, last = joined(whole, next), next
			run := layout.NewRun(whole.Words)
			if k, end := labelAt(run.Text); blockKinds[k] && strings.Trim(run.Text[end:], " :") == "" {
				r.hits = append(r.hits, hit{kind: k, cell: whole, run: run, end: end, limit: len(run.Text)})
				break
			}
		}
	}
}

// brokenKinds are the labels whose values are told by their shape alone.
var brokenKinds = map[kind]bool{
	labelID: true, labelNoticeDate: true, labelPetitionBy: true, labelHearingBy: true, labelReplyBy: true, labelDisputeBy: true,
	labelTerminateOn: true, labelLienFiled: true, labelPayBy: true, labelContact: true, labelFax: true,
}

// broken are the places where the value of a label may stand in parts: behind it
// and on the next line, or right of it at any height of its lines.
func (r *reader) broken(h hit) []value {
	if !brokenKinds[h.kind] {
		return nil
	}
	var out []value
	if next, ok := r.under(h.cell); ok && !r.labelled(next) && brokenOff(h.run.Text[h.end:]) {
		run := layout.NewRun(append(slices.Clone(h.cell.Words), next.Words...))
		out = append(out, value{run, h.end, len(run.Text)})
	}
	if cells := r.beside(h); len(cells) > 0 {
		c := cells[0]
		for _, d := range cells[1:] {
			c = joined(c, d)
		}
		out = append(out, whole(c))
	}
	return out
}

// beside are the cells of the column right of a label, from the label's top to
// that of the next label under it.
func (r *reader) beside(h hit) []layout.Cell {
	box := h.box()
	bottom := box.Bottom() + 1.6*r.Layout.Row
	for _, o := range r.hits {
		if b := o.box(); b.Top() > box.MidY() && abs(b.Left()-box.Left()) < 2.5*r.Layout.Type && o.start == 0 {
			bottom = min(bottom, b.Top())
		}
	}
	var out []layout.Cell
	for c := range r.Layout.Cells {
		if c.Box.Left() < box.Right()-2 || c.Box.Bottom() < box.Top()+1 || c.Box.MidY() > bottom || r.labelled(c) {
			continue
		}
		if len(out) > 0 && c.Box.Left() < out[0].Box.Left()-r.Layout.Type {
			out = nil
		}
		if len(out) == 0 || abs(c.Box.Left()-out[0].Box.Left()) < r.Layout.Type {
			out = append(out, c)
		}
	}
	if len(out) > 3 {
		return nil
	}
	return out
}

// unbroken are the lines of a table with the dates and forms in its cells joined that
// are broken into lines, "December 31, / 2008", and brought to the line of the
// amounts that they stand beside.
func (r *reader) unbroken(lines []layout.Line) []layout.Line {
	out := slices.Clone(lines)
	for i := range out {
		out[i].Cells = partEnds(partDates(out[i].Cells))
	}
	for i := range out {
		for k := 0; k < len(out[i].Cells); k++ {
			c := out[i].Cells[k]
			if !goesOn(c) {
				continue
			}
			j, m, ok := r.restOf(c, out, i)
			if !ok {
				continue
			}
			c = joined(c, out[j].Cells[m])
			to := ownLine(out, i, j, c.Box)
			out[j].Cells = slices.Delete(out[j].Cells, m, m+1)
			if to == i {
				out[i].Cells[k] = c
				continue
			}
			out[i].Cells[k] = c // and whatever else of the row stands with it
			out[to].Cells = append(out[to].Cells, out[i].Cells...)
			slices.SortStableFunc(out[to].Cells, func(a, b layout.Cell) int { return cmp.Compare(a.Box.Left(), b.Box.Left()) })
			out[i].Cells = nil
		}
	}
	return slices.DeleteFunc(out, func(l layout.Line) bool { return len(l.Cells) == 0 })
}

// goesOn says whether the cell of a table ends where a date or a form goes on: behind
// a comma, the month or the word.
func goesOn(c layout.Cell) bool {
	text := c.Text()
	if len(printed.Dates(text)) > 0 {
		return false
	}
	return brokenOff(text) || len(c.Words) == 1 && leads(text)
}

// leads says whether a word is the month of a day or comes before the number of a form.
func leads(word string) bool {
	_, isMonth := printed.MonthIn(word)
	return isMonth || strings.EqualFold(word, "form")
}

// partDates are the cells of a line, with the beginning of a date that is broken
// off taken from what stands close beside it: "September 30, | Form 720".
func partDates(cells []layout.Cell) []layout.Cell {
	var out []layout.Cell
	for _, c := range cells {
		if len(c.Words) > 2 && brokenOff(layout.Join(c.Words[:2])) && len(printed.Dates(layout.Join(c.Words[:3]))) == 0 && len(printed.Dates(layout.Join(c.Words[:2])+" 2000")) == 1 {
			first, rest := c, c
			first.Words, rest.Words = c.Words[:2:2], c.Words[2:]
			first.Box, rest.Box = layout.Around(first.Words), layout.Around(rest.Words)
			out = append(out, first, rest)
			continue
		}
		out = append(out, c)
	}
	return out
}

// partEnds are the cells of a line, with the word Form, the month, or the month and day at
// the end of one taken from what stands close beside it, where they go on below:
// "12-31-2016 Form / 1040-NR", "1040-SR December / 31, 2023", "1040-SR December 31, / 2023".
func partEnds(cells []layout.Cell) []layout.Cell {
	var out []layout.Cell
	for _, c := range cells {
		last := len(c.Words) - 1
		if last > 1 && dayWithComma.MatchString(c.Words[last].Text) {
			last--
		}
		if last < 1 || !leads(c.Words[last].Text) {
			out = append(out, c)
			continue
		}
		before, end := c, c
		before.Words, end.Words = c.Words[:last:last], c.Words[last:]
		before.Box, end.Box = layout.Around(before.Words), layout.Around(end.Words)
		out = append(out, before, end)
	}
	return out
}

// dayWithComma is a day whose year stands elsewhere.
var dayWithComma = regexp.MustCompile(`^[0-9]{1,2},$`)

// restOf is the cell on one of the next lines that carries a date or a form on.
func (r *reader) restOf(c layout.Cell, lines []layout.Line, i int) (line, cell int, ok bool) {
	for j := i + 1; j < len(lines) && j <= i+3; j++ {
		for m, d := range lines[j].Cells {
			if abs(c.Box.Left()-d.Box.Left()) < r.Layout.Type && d.Box.Top()-c.Box.Bottom() < 0.8*r.Layout.Type && len(d.Words) <= 2 {
				_, isDate := printed.Date(c.Text() + " " + d.Text())
				_, isForm := printed.Form(d.Text())
				if isDate || isForm && strings.EqualFold(c.Text(), "form") {
					return j, m, true
				}
			}
		}
	}
	return 0, 0, false
}

// ownLine is the line, of those from i to j, that a cell spanning them stands on:
// the one with amounts between its top and its bottom, or the first.
func ownLine(lines []layout.Line, i, j int, b noticed.Box) int {
	for k := i; k <= j; k++ {
		for _, c := range lines[k].Cells {
			if len(printed.Amounts(c.Text())) > 0 && c.Box.MidY() > b.Top() && c.Box.MidY() < b.Bottom() {
				return k
			}
		}
	}
	return i
}
