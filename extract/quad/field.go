package quad

import (
	"cmp"
	"image"
	"math"
	"slices"
)

// field is the picture as the search sees it: the logarithm of its brightness,
// in which a shadow takes the same from paper and ground.
type field struct {
	width, height int
	smooth        []float32 // without print
	raw           []float32 // with it
}

func (f *field) w() float64 { return float64(f.width) }
func (f *field) h() float64 { return float64(f.height) }

func (f *field) holds(x, y float64) bool {
	return x >= 0 && y >= 0 && x <= f.w()-1 && y <= f.h()-1
}

// at is the brightness at a place, or at the nearest in the picture.
func (f *field) at(x, y float64) float64 {
	i, j := min(max(int(x+0.5), 0), f.width-1), min(max(int(y+0.5), 0), f.height-1)
	return float64(f.smooth[j*f.width+i])
}

// sharp is the brightness between pixels.
func (f *field) sharp(x, y float64) float64 {
	i, j := min(int(x), f.width-2), min(int(y), f.height-2)
	u, v := float32(x-float64(i)), float32(y-float64(j))
	o := j*f.width + i
	a, b, c, d := f.raw[o], f.raw[o+1], f.raw[o+f.width], f.raw[o+f.width+1]
	return float64((a*(1-u)+b*u)*(1-v) + (c*(1-u)+d*u)*v)
}

// closed takes the print off a picture: each place becomes as bright as the
// darkest of the brightest places within reach. Beyond its edge the picture goes
// on as it ends, so that a narrow strip of ground stays.
func closed(g *image.Gray, reach int) *field {
	w, h := g.Rect.Dx(), g.Rect.Dy()
	f := &field{width: w, height: h, smooth: make([]float32, w*h), raw: make([]float32, w*h)}
	pw, ph := w+2*reach, h+2*reach
	p := make([]byte, pw*ph)
	for y := range ph {
		row := g.Pix[min(max(y-reach, 0), h-1)*g.Stride:]
		for x := range pw {
			p[y*pw+x] = row[min(max(x-reach, 0), w-1)]
		}
	}
	for _, pick := range []func(a, b byte) byte{func(a, b byte) byte { return max(a, b) }, func(a, b byte) byte { return min(a, b) }} {
		p = across(p, pw, ph, reach, pick)
		p = across(p, ph, pw, reach, pick)
	}
	logs := new([256]float32)
	for v := range logs {
		logs[v] = float32(math.Log(float64(v) + 12))
	}
	for y := range h {
		for x := range w {
			f.smooth[y*w+x] = logs[p[(y+reach)*pw+x+reach]]
			f.raw[y*w+x] = logs[g.Pix[y*g.Stride+x]]
		}
	}
	return f
}

// across picks among the neighbours in each row, and gives the result with rows
// and columns exchanged.
func across(p []byte, w, h, reach int, pick func(a, b byte) byte) []byte {
	out := make([]byte, len(p))
	for y := range h {
		row := p[y*w : (y+1)*w]
		for x := range w {
			v := row[x]
			for _, o := range row[max(x-reach, 0):min(x+reach+1, w)] {
				v = pick(v, o)
			}
			out[x*h+y] = v
		}
	}
	return out
}

// line is a straight line: its points have nx*x + ny*y = d. The normal has the
// length 1 and points to the bright side.
type line struct{ nx, ny, d float64 }

// through is the line through two points, its bright side on the right hand of
// who goes from one to the other where y grows downwards.
func through(a, b Point) line {
	n := math.Hypot(b.X-a.X, b.Y-a.Y)
	nx, ny := -(b.Y-a.Y)/n, (b.X-a.X)/n
	return line{nx, ny, nx*a.X + ny*a.Y}
}

func (l line) meet(o line) (Point, bool) {
	det := l.nx*o.ny - o.nx*l.ny
	if math.Abs(det) < 0.2 {
		return Point{}, false
	}
	return Point{(l.d*o.ny - o.d*l.ny) / det, (l.nx*o.d - o.nx*l.d) / det}, true
}

const (
	turns    = 360 // directions that are told apart
	apart    = 1.5 // pixels between lines that are told apart
	spread   = 3   // degrees by which the direction of an edge may be off
	lean     = 42  // degrees by which a side may lean from the upright and the level
	most     = 9   // candidates for a side
	faintest = 0.10
)

// candidates are lines along which the picture gets brighter, the longest and
// strongest first, for each side (a Hough transform in which every edge has a
// bright side).
func candidates(f *field) [4][]line {
	reach := int((f.w()+f.h())/apart) + 2
	votes := make([]float32, turns*2*reach)
	sin, cos := new([turns]float64), new([turns]float64)
	for i := range turns {
		sin[i], cos[i] = math.Sincos(float64(i) * 2 * math.Pi / turns)
	}
	w := f.width
	for y := 2; y < f.height-2; y++ {
		for x := 2; x < w-2; x++ {
			o := y*w + x
			gx := f.smooth[o+2] + f.smooth[o+2-w] + f.smooth[o+2+w] - f.smooth[o-2] - f.smooth[o-2-w] - f.smooth[o-2+w]
			gy := f.smooth[o+2*w] + f.smooth[o+2*w-1] + f.smooth[o+2*w+1] - f.smooth[o-2*w] - f.smooth[o-2*w-1] - f.smooth[o-2*w+1]
			gx, gy = gx/3, gy/3
			if gx < faintest && -gx < faintest && gy < faintest && -gy < faintest {
				continue
			}
			strength := float32(min(math.Hypot(float64(gx), float64(gy)), 0.4))
			way := int(math.Round(math.Atan2(float64(gy), float64(gx))*turns/(2*math.Pi))) + turns
			for i := way - spread; i <= way+spread; i++ {
				k := i % turns
				d := int(math.Round((cos[k]*float64(x)+sin[k]*float64(y))/apart)) + reach
				votes[k*2*reach+d] += strength
			}
		}
	}
	var sides [4][]line
	for s, middle := range []int{left: 0, top: turns / 4, right: turns / 2, bottom: 3 * turns / 4} {
		for _, p := range peaks(votes, middle, reach) {
			sides[s] = append(sides[s], line{cos[p.way], sin[p.way], float64(p.d-reach) * apart})
		}
	}
	return sides
}

// peak is a line that many edges lie on.
type peak struct {
	way, d int
	votes  float32
}

// peaks picks the lines around a direction that have most votes, none near to a
// better one.
func peaks(votes []float32, middle, reach int) []peak {
	var all []peak
	for i := -lean; i <= lean; i++ {
		way := (middle + i + turns) % turns
		for d, v := range votes[way*2*reach : (way+1)*2*reach] {
			if v > 8 {
				all = append(all, peak{way, d, v})
			}
		}
	}
	slices.SortFunc(all, func(a, b peak) int { return cmp.Compare(b.votes, a.votes) })
	var best []peak
	for _, p := range all {
		if slices.ContainsFunc(best, func(o peak) bool {
			turn := (p.way - o.way + turns + turns/2) % turns
			return max(turn-turns/2, turns/2-turn) <= 5 && max(p.d-o.d, o.d-p.d) <= 5
		}) {
			continue
		}
		if best = append(best, p); len(best) == most {
			break
		}
	}
	return best
}
