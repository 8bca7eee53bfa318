// Package page holds what is on a sheet of paper before it is a PDF or a scan:
// text runs at positions, lines and filled boxes. It knows no notice and no file
// format.
package page

// Face is a typeface. What stands behind it is up to the medium.
type Face int

// The faces.
const (
	Regular Face = iota
	Bold
	Italic
	Mono
)

// Sheet is one page. Positions are points (1/72 inch) from the top left corner.
type Sheet struct {
	Width  float64 `json:"width"`
	Height float64 `json:"height"`
	Texts  []Text  `json:"texts"`
	Boxes  []Box   `json:"boxes"`
	group  int
}

// Text is a run of text.
type Text struct {
	X     float64 `json:"x"` // left end of the baseline
	Y     float64 `json:"y"`
	Size  float64 `json:"size"` // points
	Face  Face    `json:"face"`
	S     string  `json:"s"`
	Group int     `json:"group"` // runs of a group stay together in the content stream
}

// Box is a filled rectangle; a thin one is a line.
type Box struct {
	X    float64 `json:"x"`
	Y    float64 `json:"y"`
	W    float64 `json:"w"`
	H    float64 `json:"h"`
	Gray float64 `json:"gray"` // 0 black to 1 white
}

// Metrics measures text as a medium will set it.
type Metrics interface {
	// Width returns the width of s in points.
	Width(f Face, size float64, s string) float64
}

// Letter is an empty US letter page.
func Letter() *Sheet { return &Sheet{Width: 612, Height: 792} }

// Begin starts a new group of runs.
func (s *Sheet) Begin() { s.group++ }

// InGroup runs f with its runs in group g.
func (s *Sheet) InGroup(g int, f func()) {
	outer := s.group
	s.group = g
	f()
	s.group = outer
}

// Put adds a run with its left end at x.
func (s *Sheet) Put(x, y, size float64, f Face, text string) {
	if text != "" {
		s.Texts = append(s.Texts, Text{X: x, Y: y, Size: size, Face: f, S: text, Group: s.group})
	}
}

// Rule adds a horizontal line of the given thickness.
func (s *Sheet) Rule(x1, x2, y, thick float64) {
	s.Boxes = append(s.Boxes, Box{X: x1, Y: y - thick/2, W: x2 - x1, H: thick})
}

// Dashes adds a dashed horizontal line.
func (s *Sheet) Dashes(x1, x2, y, thick, on, off float64) {
	for x := x1; x < x2; x += on + off {
		s.Rule(x, min(x+on, x2), y, thick)
	}
}

// Upright adds a vertical line.
func (s *Sheet) Upright(x, y1, y2, thick float64) {
	s.Boxes = append(s.Boxes, Box{X: x - thick/2, Y: y1, W: thick, H: y2 - y1})
}

// Frame adds the outline of a rectangle.
func (s *Sheet) Frame(x1, y1, x2, y2, thick float64) {
	s.Rule(x1, x2, y1, thick)
	s.Rule(x1, x2, y2, thick)
	s.Upright(x1, y1, y2, thick)
	s.Upright(x2, y1, y2, thick)
}

// Fill adds a filled rectangle.
func (s *Sheet) Fill(x1, y1, x2, y2, gray float64) {
	s.Boxes = append(s.Boxes, Box{X: x1, Y: y1, W: x2 - x1, H: y2 - y1, Gray: gray})
}
