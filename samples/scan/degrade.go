package scan

import (
	"fmt"
)

// Kind is a way in which a scan is worse than it could be.
type Kind string

// The kinds.
const (
	Skew        Kind = "skew"
	Noise       Kind = "noise"
	Salt        Kind = "salt"
	Blur        Kind = "blur"
	Contrast    Kind = "low contrast"
	Resolution  Kind = "resolution"
	Ink         Kind = "g4 ink" // black and white with print that is right, thin or bold
	Squeezed    Kind = "jpeg"
	Fax         Kind = "fax"
	Border      Kind = "border"
	Fold        Kind = "fold"
	Stamp       Kind = "stamp"
	Inverted    Kind = "upside down"
	Sideways    Kind = "sideways"
	Crop        Kind = "crop"
	Handwriting Kind = "handwriting"
	Shadow      Kind = "shadow"
	Perspective Kind = "perspective"
	Coffee      Kind = "coffee"
	Photo       Kind = "photo" // a telephone's picture of the sheet on a table
)

// Kinds are all kinds that come from a scanner; Photo is a medium of its own.
var Kinds = []Kind{
	Skew, Noise, Salt, Blur, Contrast, Resolution, Ink, Squeezed, Fax, Border, Fold, Stamp, Inverted, Sideways, Crop,
	Handwriting, Shadow, Perspective, Coffee,
}

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
	Skew:        {1.5, 3, 5},              // degrees
	Noise:       {15, 30, 45},             // standard deviation of the gray of a pixel
	Salt:        {0.0013, 0.0053, 0.0133}, // of all dots are grains, black and white
	Blur:        {0.7, 1.2, 1.8},          // pixels at 200 dpi
	Contrast:    {0.65, 0.4, 0.22},        // of the span from white to black
	Resolution:  {300, 200, 150},          // dots an inch
	Ink:         {130, 75, 195},           // gray that is taken for black
	Squeezed:    {90, 50, 20},             // JPEG quality
	Fax:         {196, 98, 98},            // lines an inch; at 3 some are lost
	Border:      {3, 6, 10},               // mm of black along edges
	Fold:        {1, 2, 3},                // pixels wide
	Stamp:       {1, 2, 3},                // beside the text, over the header, over the figures
	Inverted:    {1, 2, 3},                // the last sheet, the first, all
	Sideways:    {1, 2, 3},                // the last sheet, the first, all
	Crop:        {3, 6, 13},               // mm lost at an edge
	Handwriting: {1.2, 1.4, 2.4},          // points across the line of the pen; in the margin, around the figures, over the text
	Shadow:      {0.25, 0.45, 0.62},       // of the light is lost where it is darkest
	Perspective: {0.02, 0.045, 0.08},      // of an edge by which the one across is shorter
	Coffee:      {0.3, 0.48, 0.62},        // of the light a ring takes; beside the text, over it, and a pool with it
	Photo:       {220, 185, 150},          // dots to an inch of the sheet
}

func (d Degradation) String() string { return fmt.Sprintf("%s %d", d.Kind, d.Strength) }

// Degradations are the kinds at all strengths, all kinds of a scanner where none
// is named.
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

// tones are what a scan with this kind is stored as, each as often as it comes.
func (k Kind) tones() []tone {
	switch k {
	case Salt, Ink, Fax:
		return []tone{bilevel}
	case Contrast, Squeezed:
		return []tone{gray, colored}
	case Resolution:
		return []tone{bilevel, gray, colored}
	case Shadow, Coffee:
		return []tone{bilevel, gray, colored, colored}
	case Photo:
		return []tone{colored}
	}
	return []tone{bilevel, bilevel, bilevel, gray, colored}
}

// slot is a thing of which a scan has one: what set it can't be set again.
type slot uint

const (
	lines slot = 1 << iota
	geometry
	level // what is taken for black
	edges
	way // which side is up
	light
	file
)

// slots are those that a kind takes.
func (k Kind) slots() slot {
	switch k {
	case Resolution:
		return lines
	case Fax:
		return lines | file
	case Skew, Perspective:
		return geometry
	case Ink, Blur:
		return level
	case Border, Crop:
		return edges
	case Inverted, Sideways:
		return way
	case Shadow, Contrast:
		return light
	case Squeezed:
		return file
	case Photo:
		return lines | geometry | level | edges | way | light | file
	}
	return 0
}
