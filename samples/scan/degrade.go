package scan

import (
	"fmt"
	"image"
	"math/rand/v2"
	"slices"

	"noticed/samples/page"
)

// Kind is a way in which a scan is worse than it could be.
type Kind string

// The kinds.
const (
	Skew       Kind = "skew"
	Noise      Kind = "noise"
	Salt       Kind = "salt"
	Blur       Kind = "blur"
	Contrast   Kind = "low contrast"
	Resolution Kind = "resolution"
	Ink        Kind = "g4 ink" // black and white with print that is right, thin or bold
	Squeezed   Kind = "jpeg"
	Fax        Kind = "fax"
	Border     Kind = "border"
	Fold       Kind = "fold"
	Stamp      Kind = "stamp"
	Inverted   Kind = "upside down"
	Sideways   Kind = "sideways"
	Crop       Kind = "crop"
)

// Kinds are all kinds.
var Kinds = []Kind{Skew, Noise, Salt, Blur, Contrast, Resolution, Ink, Squeezed, Fax, Border, Fold, Stamp, Inverted, Sideways, Crop}

// Degradation is one kind at a strength from 1, slight, to 3, as bad as it comes.
type Degradation struct {
	Kind     Kind
	Strength int
}

// Strengths is how many strengths each kind has.
const Strengths = 3

// values are the parameters of each kind by strength; what they measure stands
// behind them.
var values = map[Kind][Strengths]float64{
	Skew:       {1.5, 3, 5},          // degrees
	Noise:      {15, 30, 45},         // standard deviation of the gray of a pixel
	Salt:       {0.001, 0.004, 0.01}, // of all dots are grains, black and white
	Blur:       {0.7, 1.2, 1.8},      // pixels at 200 dpi
	Contrast:   {0.65, 0.4, 0.22},    // of the span from white to black
	Resolution: {300, 200, 150},      // dots an inch
	Ink:        {130, 75, 195},       // gray that is taken for black
	Squeezed:   {90, 50, 20},         // JPEG quality
	Fax:        {196, 98, 98},        // lines an inch; at 3 some are lost
	Border:     {3, 6, 10},           // mm of black along edges
	Fold:       {1, 2, 3},            // pixels wide
	Stamp:      {1, 2, 3},            // beside the text, over the header, over the figures
	Inverted:   {1, 2, 3},            // the last sheet, the first, all
	Sideways:   {1, 2, 3},            // the last sheet, the first, all
	Crop:       {3, 6, 13},           // mm lost at an edge
}

// illegible are those of which a person could not read every value for sure.
// It is decided by what is done to the paper, not by what a reader made of it.
var illegible = []Degradation{{Salt, 3}, {Fax, 3}, {Stamp, 3}, {Crop, 3}}

// Legible says whether a person could read every value.
func (d Degradation) Legible() bool { return !slices.Contains(illegible, d) }

func (d Degradation) String() string { return fmt.Sprintf("%s %d", d.Kind, d.Strength) }

// Degradations are the kinds at all strengths, all kinds where none is named.
func Degradations(kinds ...Kind) []Degradation {
	if len(kinds) == 0 {
		kinds = Kinds
	}
	var all []Degradation
	for strength := 1; strength <= Strengths; strength++ {
		for _, k := range kinds {
			all = append(all, Degradation{k, strength})
		}
	}
	return all
}

func (d Degradation) value() float64 { return values[d.Kind][d.Strength-1] }

// tone is how many shades a scan has.
type tone int

const (
	bilevel tone = iota
	gray
	colored
)

// tone draws what a scan with this degradation is stored as.
func (d Degradation) tone(r *rand.Rand) tone {
	switch d.Kind {
	case Salt, Ink, Fax:
		return bilevel
	case Contrast, Squeezed:
		return []tone{gray, colored}[r.IntN(2)]
	case Resolution:
		return []tone{bilevel, gray, colored}[r.IntN(3)]
	}
	return []tone{bilevel, bilevel, bilevel, gray, colored}[r.IntN(5)]
}

// Degrade scans a pile of sheets with one degradation. received is the date a
// RECEIVED stamp or the head line of a fax shows. Black and white and JPEG never
// mix in one pile.
func (p *Press) Degrade(r *rand.Rand, sheets []*page.Sheet, d Degradation, received string) ([]Picture, error) {
	tone := d.tone(r)
	threshold := 110 + r.IntN(50)
	quality := 60 + r.IntN(30)
	x, y := DPI, DPI
	switch d.Kind {
	case Resolution:
		x = int(d.value())
		y = x
	case Fax:
		x, y = 204, int(d.value())
	case Ink:
		threshold = int(d.value())
	case Blur: // a scanner lets its threshold follow what it sees
		threshold = 130 + int(30*d.value())
	case Squeezed:
		quality = int(d.value())
	}
	p.Resolve(x)
	defer p.Resolve(DPI)
	turn := 1 + 2*r.IntN(2) // sideways to the left or to the right, the whole pile alike
	var out []Picture
	for i, s := range sheets {
		w := DrawWear(r)
		w.Specks = r.IntN(20)
		if d.Kind == Skew {
			w.Angle = d.value() * []float64{-1, 1}[r.IntN(2)] * (0.9 + r.Float64()*0.2)
		}
		if d.Kind == Fax {
			s = faxed(s, i+1, len(sheets), received)
		}
		l := &leaf{gray: p.Gray(s, w), r: r, dpi: float64(x)}
		p.wear(l, s, i, d, received)
		for range d.quarters(turn, i, len(sheets)) {
			l.turn()
		}
		if x != y {
			l.lines(float64(y) / float64(x))
		}
		pic, err := l.picture(tone, threshold, quality, w.Specks)
		if err != nil {
			return nil, fmt.Errorf("scanning sheet %d with %s: %w", i+1, d, err)
		}
		pic.DPIX, pic.DPIY = float64(x), float64(y)
		out = append(out, pic)
	}
	return out, nil
}

// quarters says how far a sheet is turned, in quarters to the left.
func (d Degradation) quarters(turn, sheet, of int) int {
	hit := d.Strength == 3 || d.Strength == 2 && sheet == 0 || d.Strength == 1 && sheet == of-1
	switch {
	case d.Kind == Inverted && hit:
		return 2
	case d.Kind == Sideways && hit:
		return turn
	}
	return 0
}

// wear does to one sheet what the degradation does to its picture.
func (p *Press) wear(l *leaf, s *page.Sheet, i int, d Degradation, received string) {
	v := d.value()
	switch d.Kind {
	case Noise:
		l.noise(v)
	case Salt:
		l.salt(v)
	case Blur:
		l.blur(v)
	case Contrast:
		l.fade(v)
		l.noise(3)
	case Fax:
		if d.Strength == 3 {
			l.loseLines()
		}
	case Border:
		l.border(v)
	case Fold:
		l.fold(int(v))
	case Stamp:
		if i == 0 {
			p.stamp(l, s, d.Strength, received)
		}
	case Crop:
		l.crop(v)
	}
}

// leaf is one sheet between the glass and the file.
type leaf struct {
	gray *image.Gray
	ink  *image.Alpha // of a stamp, in its own color; nil without one
	hue  [2]uint8     // of that color: Cb and Cr
	r    *rand.Rand
	dpi  float64
}
