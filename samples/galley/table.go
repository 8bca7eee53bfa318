package galley

import (
	"slices"

	"noticed/samples/page"
)

// Stand is how values stand with their labels.
type Stand int

// The ways labels and values stand.
const (
	Columns Stand = iota // values in a column of their own
	Colon                // "Date: June 15, 2026"
	Under                // the value under its label
	Flush                // values end at the right margin
)

// Pair is a label with its value; a value may have several lines.
type Pair struct {
	Label  string
	Values []string
}

// P is a pair of one line.
func P(label, value string) Pair { return Pair{label, []string{value}} }

// Pairs prints labels and values down the column. Values that find no room
// beside their labels stand under them.
func (g *Galley) Pairs(how Stand, label, value page.Face, pairs ...Pair) {
	wide, room := 0.0, g.Right-g.Left-12
	for _, p := range pairs {
		wide = max(wide, g.M.Width(label, g.Size, p.Label))
	}
	for _, p := range pairs {
		beside := wide
		if how == Colon {
			beside = g.M.Width(label, g.Size, p.Label)
		}
		for _, v := range p.Values {
			if how != Under && beside+g.M.Width(value, g.Size, v) > room {
				how = Under
			}
		}
	}
	at := g.Left + wide + 12
	for _, p := range pairs {
		g.Need(float64(len(p.Values)+1) * g.Lead)
		name := p.Label
		if how == Colon {
			name += ":"
			at = g.Left + g.M.Width(label, g.Size, name+" ")
		}
		g.At(g.Left, g.Size, label, name)
		if how == Under {
			g.Y += g.Lead * 0.98
			at = g.Left
		}
		for i, v := range p.Values {
			if i > 0 {
				g.Y += g.Lead
			}
			if how == Flush {
				g.Sheet().Right(g.M, g.Right, g.Y+g.Size, g.Size, value, v)
				continue
			}
			g.At(at, g.Size, value, v)
		}
		g.Y += g.Lead
		if how == Under {
			g.Y += g.Lead * 0.22
		}
	}
}

// Column is a column of a table.
type Column struct {
	Title string
	Wide  float64 // share of the table's width; columns of 0 share the rest
	Right bool    // set at the right
}

// Table is a table; the cells of a row may be fewer than the columns.
type Table struct {
	Columns []Column
	Rows    [][]string
	Sum     []string // the last row, in bold; nil if there is none
	Size    float64  // of its type; 0 is that of running text
	Grid    bool     // lines between all cells
	Plain   bool     // no lines at all
}

// Table prints a table, whole on one sheet.
func (g *Galley) Table(t Table) {
	size := t.Size
	if size == 0 {
		size = g.Size
	}
	step, pad := size*1.45, 4.0
	edges := t.edges(g.Left, g.Right)
	titles, deepest := make([][]string, len(t.Columns)), 0
	for i, c := range t.Columns {
		titles[i] = page.Wrap(g.M, g.Strong, size, edges[i+1]-edges[i]-2*pad, c.Title)
		deepest = max(deepest, len(titles[i]))
	}
	rows := len(t.Rows)
	if t.Sum != nil {
		rows++
	}
	tall := float64(deepest)*size*1.2 + float64(rows)*step + 10
	g.Need(tall)
	s := g.Sheet()
	s.Begin()
	top := g.Y
	cell := func(i int, f page.Face, text string) {
		switch {
		case i >= len(t.Columns):
		case t.Columns[i].Right:
			s.Right(g.M, edges[i+1]-pad, g.Y+size, size, f, text)
		default:
			s.Put(edges[i]+pad, g.Y+size, size, f, text)
		}
	}
	g.Y += 2
	for k := range deepest {
		for i := range t.Columns { // the last lines stand side by side
			if at := k - (deepest - len(titles[i])); at >= 0 {
				cell(i, g.Strong, titles[i][at])
			}
		}
		g.Y += size * 1.2
	}
	lines := []float64{top}
	if deepest > 0 {
		g.Y += 2
		lines = append(lines, g.Y)
	}
	for _, r := range t.Rows {
		for i, text := range r {
			cell(i, g.Face, text)
		}
		g.Y += step
		lines = append(lines, g.Y)
	}
	if t.Sum != nil {
		for i, text := range t.Sum {
			cell(i, g.Strong, text)
		}
		g.Y += step
		lines = append(lines, g.Y)
	}
	switch {
	case t.Grid:
		for _, y := range lines {
			s.Rule(g.Left, g.Right, y, 0.5)
		}
		for _, x := range edges {
			s.Upright(x, top, g.Y, 0.5)
		}
	case !t.Plain:
		if deepest > 0 {
			s.Rule(g.Left, g.Right, lines[1], 0.8)
		}
		if t.Sum != nil {
			s.Rule(g.Left, g.Right, lines[len(lines)-2], 0.6)
		}
	}
	s.Begin()
	g.Y += 8
}

// edges are the left edges of the columns and the right edge of the last.
func (t Table) edges(left, right float64) []float64 {
	rest, open := 1.0, 0
	for _, c := range t.Columns {
		rest -= c.Wide
		if c.Wide == 0 {
			open++
		}
	}
	edges := []float64{left}
	for _, c := range t.Columns {
		share := c.Wide
		if share == 0 {
			share = rest / float64(open)
		}
		edges = append(edges, edges[len(edges)-1]+share*(right-left))
	}
	return slices.Clip(edges)
}

// Box is a box of a form: a small label at its top and a value below. Its
// measures are points.
type Box struct {
	X, Y, W, H  float64
	Label       string
	Values      []string
	RightValues bool
}

// Box draws a box of a form anywhere on the sheet.
func (g *Galley) Box(b Box) {
	s := g.Sheet()
	s.Frame(b.X, b.Y, b.X+b.W, b.Y+b.H, 0.6)
	const small = 6.2
	y := b.Y + 2
	for _, l := range page.Wrap(g.M, page.Regular, small, b.W-6, b.Label) {
		y += small * 1.12
		s.Put(b.X+3, y, small, page.Regular, l)
	}
	y += 2
	for _, v := range b.Values {
		y += g.Size * 1.12
		if b.RightValues {
			s.Right(g.M, b.X+b.W-6, y, g.Size, page.Regular, v)
		} else {
			s.Put(b.X+8, y, g.Size, page.Regular, v)
		}
	}
}

// Tick draws a check box with its text beside it, in the line to come.
func (g *Galley) Tick(x float64, on bool, s string) {
	side := g.Size * 0.8
	sheet := g.Sheet()
	sheet.Frame(x, g.Y+g.Size-side, x+side, g.Y+g.Size, 0.6)
	if on {
		sheet.Put(x+side*0.14, g.Y+g.Size-side*0.1, side, page.Bold, "X")
	}
	g.At(x+side+5, g.Size, g.Face, s)
}
