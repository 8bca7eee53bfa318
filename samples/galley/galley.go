// Package galley pours text, labels with values and tables into sheets, one
// sheet after the other, for letters whose pages have no fixed places. It knows
// no notice, no sender and no file format.
package galley

import (
	"noticed/samples/page"
)

// Galley is a column of type that runs on from sheet to sheet.
type Galley struct {
	M           page.Metrics
	Sheets      []*page.Sheet
	Left, Right float64 // the column, in points from the left edge
	Top, Bottom float64 // of the sheets behind the first
	Y           float64 // where the next line goes: the top of its letters
	Size, Lead  float64 // of running text
	Face        page.Face
	Strong      page.Face // of headings
	Running     func()    // prints what stands at the head of the sheets behind the first
	AtFoot      func()    // prints what stands at the foot of every sheet
}

// New starts a galley with its first sheet.
func New(m page.Metrics, left, right, size float64) *Galley {
	g := &Galley{M: m, Left: left, Right: right, Top: 54, Bottom: 736, Y: 48, Size: size, Lead: size * 1.24, Face: page.Regular, Strong: page.Bold}
	g.Sheets = []*page.Sheet{page.Letter()}
	return g
}

// Typewriter sets all type in the face of a line printer.
func (g *Galley) Typewriter() { g.Face, g.Strong = page.Mono, page.Mono }

// Sheet is the sheet being filled.
func (g *Galley) Sheet() *page.Sheet { return g.Sheets[len(g.Sheets)-1] }

// Number is the number of that sheet, from 1.
func (g *Galley) Number() int { return len(g.Sheets) }

// Feed ends the sheet and begins the next.
func (g *Galley) Feed() {
	g.End()
	g.Sheets = append(g.Sheets, page.Letter())
	g.Y = g.Top
	if g.Running != nil {
		g.Running()
	}
	g.Sheet().Begin()
}

// End ends the last sheet.
func (g *Galley) End() {
	if g.AtFoot != nil {
		g.AtFoot()
	}
}

// Need begins the next sheet if fewer than h points are left on this one.
func (g *Galley) Need(h float64) {
	if g.Y+h > g.Bottom {
		g.Feed()
	}
}

// Space leaves some lines white.
func (g *Galley) Space(lines float64) { g.Y += lines * g.Lead }

// At prints s in the line to come, without going on to the next.
func (g *Galley) At(x, size float64, f page.Face, s string) {
	g.Sheet().Put(x, g.Y+size, size, f, s)
}

// Set prints lines of a size, wrapped to the column, and goes on below them.
func (g *Galley) Set(size float64, f page.Face, s string) {
	g.set(g.Left, g.Right, size, f, s)
}

func (g *Galley) set(left, right, size float64, f page.Face, s string) {
	lead := size * g.Lead / g.Size
	for _, l := range page.Wrap(g.M, f, size, right-left, s) {
		g.Need(lead)
		g.At(left, size, f, l)
		g.Y += lead
	}
}

// Line prints a line of running text.
func (g *Galley) Line(s string) { g.Set(g.Size, g.Face, s) }

// Lines prints lines of running text from x on.
func (g *Galley) Lines(x float64, lines ...string) {
	g.Need(float64(len(lines)) * g.Lead)
	for _, l := range lines {
		g.At(x, g.Size, g.Face, l)
		g.Y += g.Lead
	}
}

// Center prints a line in the middle of the column.
func (g *Galley) Center(size float64, f page.Face, s string) {
	lead := size * g.Lead / g.Size
	for _, l := range page.Wrap(g.M, f, size, g.Right-g.Left, s) {
		g.Need(lead)
		g.Sheet().Center(g.M, (g.Left+g.Right)/2, g.Y+size, size, f, l)
		g.Y += lead
	}
}

// Ragged prints a line that ends at the right margin.
func (g *Galley) Ragged(size float64, f page.Face, s string) {
	g.Need(size * 1.3)
	g.Sheet().Right(g.M, g.Right, g.Y+size, size, f, s)
	g.Y += size * g.Lead / g.Size
}

// Head prints a heading over what follows.
func (g *Galley) Head(s string) {
	g.Need(4 * g.Lead)
	g.Y += 0.35 * g.Lead
	g.Set(g.Size, g.Strong, s)
}

// Para prints a paragraph.
func (g *Galley) Para(s string) {
	g.Set(g.Size, g.Face, s)
	g.Y += 0.55 * g.Lead
}

// Fine prints a paragraph in small type.
func (g *Galley) Fine(s string) {
	g.Set(g.Size*0.8, g.Face, s)
	g.Y += 0.4 * g.Lead
}

// Bullets prints paragraphs with a dot before each.
func (g *Galley) Bullets(of ...string) {
	for _, s := range of {
		g.Need(g.Lead)
		g.At(g.Left+6, g.Size, g.Face, "\u2022")
		g.set(g.Left+18, g.Right, g.Size, g.Face, s)
		g.Y += 0.2 * g.Lead
	}
	g.Y += 0.35 * g.Lead
}

// Rule prints a line across the column.
func (g *Galley) Rule(thick float64) {
	g.Y += 3
	g.Sheet().Rule(g.Left, g.Right, g.Y, thick)
	g.Y += 4
}

// Framed draws a frame around what f prints, which must fit on the sheet.
func (g *Galley) Framed(left, right, thick float64, f func()) {
	top := g.Y
	g.Y += 6
	f()
	g.Y += 4
	g.Sheet().Frame(left, top, right, g.Y, thick)
	g.Y += 6
}

// Within runs f with a narrower or wider column.
func (g *Galley) Within(left, right float64, f func()) {
	l, r := g.Left, g.Right
	g.Left, g.Right = left, right
	f()
	g.Left, g.Right = l, r
}

// Beside runs f at the height y and goes on at whichever is lower, where the
// galley was or where f ended.
func (g *Galley) Beside(y float64, f func()) {
	here := g.Y
	g.Y = y
	f()
	g.Y = max(here, g.Y)
}

// Leaf ends the sheet and begins one of another paper, without the running heads
// and feet of this one.
func (g *Galley) Leaf() {
	g.End()
	g.Running, g.AtFoot = nil, nil
	g.Sheets = append(g.Sheets, page.Letter())
	g.Y = g.Top
	g.Sheet().Begin()
}
