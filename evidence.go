package noticed

import (
	"encoding/json"
	"math"
)

// Box is a rectangle on the upright page, in fractions of its width and height:
// left, top, right, bottom, each from 0 to 1 with the origin at the top left.
type Box [4]float64

// WholePage is the box of a whole page.
var WholePage = Box{0, 0, 1, 1}

// Left, Top, Right and Bottom name the four sides.
func (b Box) Left() float64   { return b[0] }
func (b Box) Top() float64    { return b[1] }
func (b Box) Right() float64  { return b[2] }
func (b Box) Bottom() float64 { return b[3] }

// Width and Height are fractions of the page's width and height.
func (b Box) Width() float64  { return b[2] - b[0] }
func (b Box) Height() float64 { return b[3] - b[1] }

// MidX and MidY are the middle of the box.
func (b Box) MidX() float64 { return (b[0] + b[2]) / 2 }
func (b Box) MidY() float64 { return (b[1] + b[3]) / 2 }

// Holds says whether the middle of another box lies in the box.
func (b Box) Holds(o Box) bool {
	x, y := o.MidX(), o.MidY()
	return x >= b.Left() && x <= b.Right() && y >= b.Top() && y <= b.Bottom()
}

// Union is the smallest box around both.
func (b Box) Union(o Box) Box {
	return Box{math.Min(b[0], o[0]), math.Min(b[1], o[1]), math.Max(b[2], o[2]), math.Max(b[3], o[3])}
}

// MarshalJSON writes four numbers with four places: a tenth of a millimetre on
// paper is as fine as any reading is.
func (b Box) MarshalJSON() ([]byte, error) {
	var r [4]float64
	for i, v := range b {
		r[i] = math.Round(v*1e4) / 1e4
	}
	return json.Marshal(r)
}

// Place says where on the paper something was read.
type Place string

// The places of a notice. A value printed at several of them must be the same
// at each.
const (
	PlaceHeader   Place = "header"   // the label/value block at the top right, and its repetition on later pages
	PlaceHeadline Place = "headline" // the large lines under the address
	PlaceSummary  Place = "summary"  // the billing summary box
	PlaceStub     Place = "stub"     // the payment coupon to tear off
	PlaceTable    Place = "table"    // a table of tax periods
	PlaceFooter   Place = "footer"   // the last line of a page
	PlaceProse    Place = "prose"    // running text
)

// Evidence is one place where a value was read. Text carries at most the last
// four digits of a taxpayer number.
type Evidence struct {
	Page  int    `json:"page" jsonschema:"page of the document, from 1"`
	Box   Box    `json:"box" jsonschema:"left, top, right, bottom as fractions of the upright page"`
	Text  string `json:"text" jsonschema:"what was read there, id numbers masked"`
	Place Place  `json:"place"`
}
