package layout

import (
	"strings"

	"noticed/samples/page"
)

// part is a piece of the running text.
type part struct {
	kind  kind
	text  string
	lines []string                // kind lines: printed as they stand
	draw  func(y float64) float64 // kind figure: draws at y, returns the y below
	tall  float64                 // kind figure: its height
}

type kind int

const (
	section kind = iota // large heading with a line
	heading             // heading of a paragraph
	para
	bullet
	check // a box to check
	lines
	figure
)

func sec(s string) part   { return part{kind: section, text: s} }
func head(s string) part  { return part{kind: heading, text: s} }
func text(s string) part  { return part{kind: para, text: s} }
func dot(s string) part   { return part{kind: bullet, text: s} }
func as(l ...string) part { return part{kind: lines, lines: l} }

// flow is a column being filled. When it is full, next is called for a new one;
// next returns false if there is no more room and the rest is dropped.
type flow struct {
	p              *press
	x, right       float64
	y, bottom      float64
	next           func(*flow) bool
	side           bool // headings stand in the left margin column
	sideX, sideEnd float64
	sideY          float64 // below the last of them
}

// run pours parts in and returns what did not fit.
func (f *flow) run(parts []part) []part {
	for i, q := range parts {
		if q.kind == section || q.kind == heading {
			f.y = max(f.y, f.sideY)
		}
		need := f.height(q)
		if q.kind == section || q.kind == heading { // not alone at the foot
			for j := i + 1; j < len(parts); j++ {
				need += f.height(parts[j])
				if parts[j].kind != heading {
					break
				}
			}
			if f.side && q.kind == heading {
				need = max(need, float64(len(f.wrap(q)))*f.p.lead)
			}
		}
		if f.y+need > f.bottom {
			if f.next == nil || !f.next(f) {
				return parts[i:]
			}
		}
		f.put(q)
	}
	return nil
}

func (f *flow) indent(q part) float64 {
	switch q.kind {
	case bullet:
		return 11
	case check:
		return 18
	}
	if q.kind == lines {
		return 16
	}
	return 0
}

func (f *flow) wrap(q part) []string {
	if q.kind == lines {
		return q.lines
	}
	face, size := f.face(q)
	width := f.right - f.x - f.indent(q)
	if q.kind == heading && f.side {
		width = f.sideEnd - f.sideX
	}
	return page.Wrap(f.p.m, face, size, width, q.text)
}

func (f *flow) face(q part) (page.Face, float64) {
	switch q.kind {
	case section:
		return page.Bold, f.p.base + 2.6
	case heading:
		return page.Bold, f.p.base
	}
	return page.Regular, f.p.base
}

func (f *flow) height(q part) float64 {
	switch q.kind {
	case figure:
		return q.tall + 8
	case section:
		return float64(len(f.wrap(q)))*f.p.lead*1.3 + 12
	case heading:
		if f.side {
			return 0
		}
		return float64(len(f.wrap(q)))*f.p.lead + 3
	}
	return float64(len(f.wrap(q)))*f.p.lead + 5
}

func (f *flow) put(q part) {
	s, lead := f.p.sheet, f.p.lead
	face, size := f.face(q)
	switch q.kind {
	case figure:
		f.y = q.draw(f.y) + 8
	case section:
		f.y += 8
		x := f.x
		if f.side {
			x = f.sideX
		}
		s.Rule(x, f.right, f.y-2, 0.8)
		for _, l := range page.Wrap(f.p.m, face, size, f.right-x, q.text) {
			f.y += lead * 1.25
			s.Put(x, f.y, size, face, l)
		}
		f.y += 4
	case heading:
		y := f.y
		for _, l := range f.wrap(q) {
			y += lead
			if f.side {
				s.Put(f.sideX, y, size, face, l)
			} else {
				s.Put(f.x, y, size, face, l)
			}
		}
		if f.side {
			f.sideY = y + 5
		} else {
			f.y = y + 2
		}
	default:
		if q.kind == bullet {
			s.Put(f.x+1, f.y+lead, size, face, "\u2022")
		}
		if q.kind == check {
			s.Frame(f.x+2, f.y+lead-size*0.75, f.x+2+size*0.8, f.y+lead+size*0.05, 0.7)
		}
		for _, l := range f.wrap(q) {
			f.y += lead
			s.Put(f.x+f.indent(q), f.y, size, face, l)
		}
		f.y += 5
	}
}

// fill replaces {name} marks in a template.
func fill(t string, with ...string) string {
	return strings.NewReplacer(with...).Replace(t)
}
