package scan

import (
	"cmp"
	"fmt"
	"image"
	"math"
	"slices"
	"strings"

	"noticed/samples/page"
)

// Whether a person could read a scan is decided by what is done to the paper,
// before anything reads it. A careful person reads a figure if
//
//   - it is as high as 6 lines or more;
//   - of its details, two and a half light and dark bars to its height, enough
//     contrast is left by ink, light, lens and dots: 8 % in gray, and in black
//     and white enough for the threshold to fall between light and dark;
//   - under the ink of a stamp or a pen 20 % is left in gray, 12 % in color;
//   - a detail stands out of the noise five times (Rose), and no more than a
//     tenth of the paper is taken for ink;
//   - a grain as large as a detail hits at most one figure in twenty;
//   - no third of a figure lies under ink, beyond the edge or in a lost line.
//
// A document is legible if each value on it that counts is readable at one place
// or more.
const (
	leastLines    = 6
	bars          = 2.5
	leastContrast = 0.08
	rose          = 5
	mostGrained   = 0.05
	mostCovered   = 0.33
	mostFlipped   = 0.1
	rough         = 9 // standard deviation of the gray at which a scanner tells ink from paper
)

// A figure by the size of its type: how high, how wide with its space, and which
// share of its box is paper.
const (
	figureHeight = 0.716
	figureWidth  = 0.556
	figurePaper  = 0.65
)

// sight is what is left for the eye on a sheet, as far as it is the same all over
// it.
type sight struct {
	dpi       float64 // dots or lines an inch, whichever are fewer
	contrast  float64 // the span from paper to ink, 1 is all
	white     float64 // the paper, 1 is the white of the picture
	blur      float64 // standard deviation in inches
	noise     float64 // standard deviation of the gray of a dot, of 255
	grains    float64 // share of the dots that are grains
	quality   int     // of the JPEG; 0 is none
	bilevel   bool
	colored   bool
	threshold float64 // gray that is taken for black, of 255
}

// hidden says whether print can't be seen where a mark leaves a share of the
// light.
func (s sight) hidden(left float64) bool {
	if s.bilevel {
		return s.white*left*255 < s.threshold+16
	}
	if s.colored { // the hues help
		return s.contrast*left < 0.12
	}
	return s.contrast*left < 0.2
}

// fault says why figures of a size (points) can't be read where a share of the
// light is left, or "".
func (s sight) fault(size, light float64) string {
	height := size * figureHeight / 72 * s.dpi // dots
	if height < leastLines {
		return fmt.Sprintf("type of %.0f points has %.1f lines", size, height)
	}
	f := bars / height // of the bars, by dot
	sigma := s.blur * s.dpi
	contrast := s.contrast * light * math.Exp(-2*math.Pi*math.Pi*sigma*sigma*f*f) * math.Sin(math.Pi*f) / (math.Pi * f)
	if contrast < leastContrast {
		return fmt.Sprintf("type of %.0f points has %.0f %% contrast", size, 100*contrast)
	}
	side := height / (2 * bars) // of a detail, in dots
	noise := s.noise
	if s.quality > 0 { // what rounding the middle frequencies costs
		scale := 2 - float64(s.quality)/50
		if s.quality < 50 {
			scale = 50 / float64(s.quality)
		}
		noise = math.Hypot(noise, 50*scale/math.Sqrt(12))
	}
	if s.bilevel {
		ink := s.white - s.contrast*(1-figurePaper)
		if off := math.Abs(s.threshold/255 - ink*light); off > contrast/2+0.08 {
			return fmt.Sprintf("type of %.0f points falls on one side of the threshold", size)
		}
		flip := 0.5 * math.Erfc((s.white*light*255-s.threshold)/(math.Sqrt2*math.Hypot(noise, rough)))
		if flip > mostFlipped {
			return "paper is taken for ink"
		}
		contrast, noise = 1, 255*math.Sqrt(flip*(1-flip))
	}
	if noise > 0 && contrast*255*side/noise < rose {
		return fmt.Sprintf("type of %.0f points is lost in noise", size)
	}
	large := 0.0 // share of the grains that are as large as a detail
	for grain, share := range []float64{1: 1. / 2, 2: 1. / 3, 3: 1. / 6} {
		if grain > 0 && float64(grain) >= 0.9*side {
			large += share
		}
	}
	if s.grains/grainArea*large*height*height*figureWidth/figureHeight > mostGrained {
		return fmt.Sprintf("type of %.0f points is as fine as the dirt", size)
	}
	return ""
}

// Value is a value that a person must be able to read: what it is, and how it is
// printed at one of its places.
type Value struct {
	What  string // all places of one value have the same
	Text  string
	Sheet int // from 0, or Anywhere
}

// Anywhere is any sheet of a pile.
const Anywhere = -1

// place is one of the places of a value.
type place struct {
	Value

	printed int // how often it is recorded there; 0: anywhere will do
	found   int // runs with that text
	blind   int // of those can't be read
	why     string
}

// eye keeps what of the values of a pile was found readable.
type eye struct {
	places []place
	plain  string // why smaller type can't be read, of a pile without values
}

func newEye(values []Value) *eye {
	e := &eye{}
	for _, v := range values {
		i := slices.IndexFunc(e.places, func(p place) bool { return p.Value == v })
		if i < 0 {
			i = len(e.places)
			e.places = append(e.places, place{Value: v})
		}
		if v.Sheet >= 0 {
			e.places[i].printed++
		}
	}
	return e
}

// usual is the size of type that stands for all of a pile without values.
const usual = 9

// look looks at a sheet.
func (e *eye) look(p *Press, l *leaf, s *page.Sheet, number int, onto matrix) {
	if e.plain == "" {
		e.plain = l.see.fault(usual, 1)
	}
	for i := range e.places {
		v := &e.places[i]
		if v.Sheet >= 0 && v.Sheet != number {
			continue
		}
		for _, t := range s.Texts {
			at := find(t.S, v.Text)
			if at < 0 {
				continue
			}
			v.found++
			x := t.X + p.Width(t.Face, t.Size, t.S[:at])
			if why := l.fault(p.scale(), x, t.Y, p.Width(t.Face, t.Size, v.Text), t.Size, onto); why != "" {
				v.blind++
				v.why = why
			}
		}
	}
}

// find returns where a value stands in a short run, not as a part of a longer
// figure or word, or -1.
func find(run, value string) int {
	if len(run) > len(value)+40 {
		return -1
	}
	inner := func(b byte) bool {
		return b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z'
	}
	for from := 0; ; {
		i := strings.Index(run[from:], value)
		if i < 0 {
			return -1
		}
		i += from
		end := i + len(value)
		if (i == 0 || !inner(run[i-1])) && (end == len(run) || !inner(run[end])) {
			return i
		}
		from = i + 1
	}
}

// fault says why a value can't be read where it is printed (points), or "".
func (l *leaf) fault(scale, x, y, width, size float64, onto matrix) string {
	w, h := size*figureWidth, size*figureHeight
	for left := x; left < x+width; left += w / 2 {
		box := image.Rect(int(left*scale), int((y-h)*scale), int((left+w)*scale), int(y*scale))
		area := float64(max(box.Dx()*box.Dy(), 1))
		if l.gone != nil {
			n := 0
			in := box.Intersect(l.gone.Rect)
			for j := in.Min.Y; j < in.Max.Y; j++ {
				for i := in.Min.X; i < in.Max.X; i++ {
					n += int(l.gone.Pix[l.gone.PixOffset(i, j)] & 1)
				}
			}
			if float64(n)/area > mostCovered {
				return "covered"
			}
		}
		cx, cy := onto.at(float64(box.Min.X+box.Max.X)/2, float64(box.Min.Y+box.Max.Y)/2)
		seen := box.Sub(box.Min).Add(image.Pt(int(cx)-box.Dx()/2, int(cy)-box.Dy()/2))
		lost := 0
		for _, b := range l.lost {
			b = b.Intersect(seen)
			lost += b.Dx() * b.Dy()
		}
		if float64(lost)/area > mostCovered {
			return "lost"
		}
		light := 1.0
		if l.dark != nil {
			light = l.dark.at(int(cx), int(cy))
		}
		if why := l.see.fault(size, light); why != "" {
			return why
		}
	}
	return ""
}

// fault says which value can't be read anywhere and why, or "".
func (e *eye) fault() string {
	type seen struct {
		printed, readable bool
		why               string
	}
	var order []string
	values := map[string]*seen{}
	for _, p := range e.places {
		if values[p.What] == nil {
			values[p.What] = &seen{}
			order = append(order, p.What)
		}
		v := values[p.What]
		if p.found == 0 {
			continue
		}
		v.printed = true
		most := p.found // so many places may be blind that another is not
		if p.printed > 0 {
			most = min(p.printed, p.found)
		}
		if p.blind < most {
			v.readable = true
		}
		v.why = cmp.Or(p.why, v.why)
	}
	for _, what := range order {
		if v := values[what]; v.printed && !v.readable {
			return what + ": " + v.why
		}
	}
	if len(e.places) == 0 {
		return e.plain
	}
	return ""
}
