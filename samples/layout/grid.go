package layout

import (
	"strings"

	"noticed"
	"noticed/samples/page"
	"noticed/samples/wording"
)

// grid lays a table out: columns as wide as their longest word needs, cells that
// wrap.
type grid struct {
	p    *press
	g    wording.Grid
	size float64
	left []float64 // of the columns, and the right end
}

const gutter = 8

// measure shares the width: each column gets what its longest cell asks for, and
// where that is too much the widest give way.
func (t *grid) measure() {
	m, room := t.p.m, t.p.right-t.p.left-8
	if t.p.say.sideHeads {
		room -= 132
	}
	wish, least := make([]float64, len(t.g.Columns)), make([]float64, len(t.g.Columns))
	need := func(c int, f page.Face, s string, whole bool) {
		if whole {
			wish[c] = max(wish[c], m.Width(f, t.size, s)+gutter)
		}
		for w := range strings.FieldsSeq(s) {
			least[c] = max(least[c], m.Width(f, t.size, w)+gutter)
		}
	}
	for c, col := range t.g.Columns {
		need(c, page.Bold, col.Title, false)
	}
	for _, row := range append(t.g.Rows, t.g.Total) {
		for c, x := range row {
			need(c, page.Bold, x.Text, true)
		}
	}
	sum := 0.0
	for c := range wish {
		wish[c] = max(wish[c], least[c])
		sum += wish[c]
	}
	for sum > room {
		widest := 0
		for c := range wish {
			if wish[c]-least[c] > wish[widest]-least[widest] {
				widest = c
			}
		}
		less := min(sum-room, max(4, (wish[widest]-least[widest])/2))
		if wish[widest]-less < least[widest] {
			break // no room for the longest words: the type gets smaller
		}
		wish[widest] -= less
		sum -= less
	}
	if sum > room {
		t.size *= 0.94
		t.measure()
		return
	}
	spare := (room - sum) / float64(len(wish))
	x := t.p.left + 4
	if t.p.say.sideHeads {
		x += 132
	}
	t.left = t.left[:0]
	for c := range wish {
		t.left = append(t.left, x)
		x += wish[c] + spare
	}
	t.left = append(t.left, x)
}

func (t *grid) wrap(c int, f page.Face, s string) []string {
	return page.Wrap(t.p.m, f, t.size, t.left[c+1]-t.left[c]-gutter+0.5, s)
}

func (t *grid) deep(f page.Face, row []wording.Cell) int {
	deepest := 1
	for c, x := range row {
		deepest = max(deepest, len(t.wrap(c, f, x.Text)))
	}
	return deepest
}

func (t *grid) titles() []wording.Cell {
	out := make([]wording.Cell, len(t.g.Columns))
	for c, col := range t.g.Columns {
		out[c].Text = col.Title
	}
	return out
}

const leading, rowGap = 1.15, 0.55

func (t *grid) rowHeight(f page.Face, row []wording.Cell) float64 {
	return t.size * (float64(t.deep(f, row))*leading + rowGap)
}

func (t *grid) tall() float64 {
	h := t.rowHeight(page.Bold, t.titles()) + 10
	for _, row := range t.g.Rows {
		h += t.rowHeight(page.Regular, row)
	}
	if t.g.Total != nil {
		h += t.rowHeight(page.Bold, t.g.Total)
	}
	return h
}

func (t *grid) draw(y float64) float64 {
	s := t.p.sheet
	s.Begin()
	y += 4
	x1, x2 := t.left[0], t.left[len(t.left)-1]
	if t.p.s.Form.Lined {
		x1, x2 = x1-3, x2-3
	}
	up := t.size * 0.2 // lines run a little above where the next row begins
	top := y - up
	y = t.row(y, page.Bold, t.titles(), true)
	s.Rule(x1, x2, y-up, 0.8)
	for _, row := range t.g.Rows {
		y = t.row(y, page.Regular, row, false)
		if t.p.s.Form.Lined {
			s.Rule(x1, x2, y-up, 0.5)
		}
	}
	if t.g.Total != nil {
		s.Rule(x1, x2, y-up, 0.6)
		y = t.row(y, page.Bold, t.g.Total, false)
	}
	if t.p.s.Form.Lined {
		s.Rule(x1, x2, top, 0.5)
		s.Rule(x1, x2, y-up, 0.5)
		for _, x := range t.left {
			s.Upright(x-3, top, y-up, 0.5)
		}
	}
	return y + 6
}

// row prints a row and returns the y below it. The last lines of titles stand
// side by side, the first ones of cells.
func (t *grid) row(y float64, f page.Face, row []wording.Cell, foot bool) float64 {
	deepest := t.deep(f, row)
	for c, x := range row {
		text := x.Text
		switch x.What {
		case "period_amount":
			text = t.p.copy(noticed.FieldPeriods, x.What, noticed.PlaceTable, text)
		case "balance":
			text = t.p.copy(noticed.FieldBalance, x.What, noticed.PlaceTable, text)
		}
		ls := t.wrap(c, f, text)
		for i, l := range ls {
			k := i
			if foot {
				k += deepest - len(ls)
			}
			at := y + t.size*(1+float64(k)*leading)
			if t.g.Columns[c].Right {
				t.p.sheet.Right(t.p.m, t.left[c+1]-gutter, at, t.size, f, l)
			} else {
				t.p.sheet.Put(t.left[c], at, t.size, f, l)
			}
		}
	}
	return y + t.rowHeight(f, row)
}
