package scan

import (
	"image"
	"math"
	"strings"

	"noticed/samples/page"
)

// pen writes on the paper.
type pen struct {
	l     *leaf
	ink   *image.Alpha
	scale float64 // dots to a point
	wide  float64 // of its line, in points
}

// write scribbles on a sheet: at 1 a note and a tick in the margin; at 2 notes
// beside the text, a ring around a figure and a line under another; at 3 with a
// felt pen across the text, some of it struck out. All of it is on the first
// sheet, less on those that follow.
func (p *Press) write(l *leaf, s *page.Sheet, number int, d Degradation) {
	if number > 0 && (d.Strength == 1 || l.r.IntN(2) == 0) {
		return
	}
	w := &pen{l: l, ink: image.NewAlpha(l.gray.Rect), scale: p.scale(), wide: d.value()}
	size := 12 + 5*l.r.Float64() // height of figures
	w.note(w.free(p, s, size), size)
	if d.Strength == 1 {
		x, y := w.margin(s)
		w.say(x, y, 11, "✓")
	}
	if d.Strength >= 2 {
		w.note(w.free(p, s, size), size)
		if number == 0 {
			w.ring(p, s)
		}
		w.underline(p, s)
	}
	if d.Strength == 3 {
		w.note(w.over(s.Texts), size*1.5)
		w.note(w.over(figures(s)), size*1.3)
		w.scratch(p, s)
	}
	hue := []uint8{penHue, penHue, paperHue, redHue}[l.r.IntN(4)]
	if d.Strength == 3 {
		hue = []uint8{blueHue, redHue, paperHue}[l.r.IntN(3)]
	}
	l.mark(w.ink, 205+l.r.IntN(30), hue)
}

// free finds a place for a note that covers little.
func (w *pen) free(p *Press, s *page.Sheet, size float64) [2]float64 {
	var best [2]float64
	least := math.Inf(1)
	for range 30 {
		x, y := 24+w.l.r.Float64()*(s.Width-150), 40+w.l.r.Float64()*(s.Height-90)
		covers := 0.0
		for _, t := range s.Texts {
			if t.Y > y-size && t.Y-t.Size < y+size/2 && t.X < x+size*5 && t.X+p.Width(t.Face, t.Size, t.S) > x {
				covers += t.Size
			}
		}
		if covers < least {
			least, best = covers, [2]float64{x, y}
		}
		if covers == 0 {
			break
		}
	}
	return best
}

// over is a place for a note that runs into one of the texts.
func (w *pen) over(texts []page.Text) [2]float64 {
	if len(texts) == 0 {
		return [2]float64{100, 100}
	}
	t := texts[w.l.r.IntN(len(texts))]
	return [2]float64{t.X - 60*w.l.r.Float64(), t.Y + 4*w.l.r.Float64()}
}

// margin is a place at the left or right edge.
func (w *pen) margin(s *page.Sheet) (x, y float64) {
	return []float64{14, s.Width - 26}[w.l.r.IntN(2)], s.Height * (0.2 + 0.6*w.l.r.Float64())
}

func (w *pen) note(at [2]float64, size float64) {
	w.say(at[0], at[1], size, notes[w.l.r.IntN(len(notes))])
}

// say writes a line, each letter a little different from the last, upwards or
// downwards.
func (w *pen) say(x, y, size float64, text string) {
	unit := size / 6
	slope, slant := (w.l.r.Float64()-0.5)*0.25, 0.1+0.25*w.l.r.Float64()
	narrow := 0.75 + 0.2*w.l.r.Float64()
	for _, r := range text {
		if r == ' ' {
			x += 3 * unit
			continue
		}
		tall := 0.9 + 0.2*w.l.r.Float64()
		right := 0.0
		for _, stroke := range strokes(r) {
			var line [][2]float64
			for _, q := range stroke {
				dx := q[0]*narrow + w.l.r.NormFloat64()*0.13
				dy := q[1]*tall + w.l.r.NormFloat64()*0.13
				right = max(right, q[0]*narrow)
				dx += dy * slant
				line = append(line, [2]float64{x + dx*unit, y - dy*unit + slope*dx*unit})
			}
			w.curve(line)
		}
		step := (right + 1.1) * unit
		x, y = x+step, y+slope*step
	}
}

// figures are the runs that print sums of money or days.
func figures(s *page.Sheet) []page.Text {
	var out []page.Text
	for _, t := range s.Texts {
		if t.S[0] == '$' || len(t.S) < 20 && strings.Contains(t.S, ", 20") {
			out = append(out, t)
		}
	}
	return out
}

// ring rings a figure.
func (w *pen) ring(p *Press, s *page.Sheet) {
	all := figures(s)
	if len(all) == 0 {
		return
	}
	t := all[w.l.r.IntN(len(all))]
	half := p.Width(t.Face, t.Size, t.S) / 2
	cx, cy := t.X+half, t.Y-t.Size*0.35
	var line [][2]float64
	from := w.l.r.Float64() * 6
	for a := 0.0; a < 2*math.Pi+0.6; a += 0.35 {
		sin, cos := math.Sincos(a + from)
		k := 1 + 0.03*w.l.r.NormFloat64() + a*0.01
		line = append(line, [2]float64{cx + cos*(half+9)*k, cy + sin*(t.Size*0.95)*k})
	}
	w.curve(line)
}

// underline draws a line under a run, or two.
func (w *pen) underline(p *Press, s *page.Sheet) {
	t := s.Texts[w.l.r.IntN(len(s.Texts))]
	for range 1 + w.l.r.IntN(2) {
		w.along(t.X-2, t.X+p.Width(t.Face, t.Size, t.S)+3, t.Y+2+w.l.r.Float64()*1.5)
	}
}

// scratch strikes out a run of the text.
func (w *pen) scratch(p *Press, s *page.Sheet) {
	t := s.Texts[w.l.r.IntN(len(s.Texts))]
	w.along(t.X-3, t.X+p.Width(t.Face, t.Size, t.S)+5, t.Y-t.Size*0.33)
}

// along draws a line that is not quite level.
func (w *pen) along(from, to, y float64) {
	slope := (w.l.r.Float64() - 0.5) * 0.03
	var line [][2]float64
	for x := from; ; x += 40 {
		x = min(x, to)
		line = append(line, [2]float64{x, y + slope*(x-from) + w.l.r.NormFloat64()*0.5})
		if x == to {
			break
		}
	}
	w.curve(line)
}

// curve draws a smooth line through points (Catmull-Rom).
func (w *pen) curve(points [][2]float64) {
	n := len(points)
	if n == 1 {
		w.dot(points[0][0], points[0][1])
		return
	}
	at := func(i int) [2]float64 { return points[max(0, min(n-1, i))] }
	for i := range n - 1 {
		a, b, c, d := at(i-1), at(i), at(i+1), at(i+2)
		steps := int(math.Hypot(c[0]-b[0], c[1]-b[1])*w.scale/max(0.5, w.wide*w.scale/4)) + 1
		for k := range steps + 1 {
			t := float64(k) / float64(steps)
			var q [2]float64
			for e := range q {
				q[e] = 0.5 * (2*b[e] + (c[e]-a[e])*t + (2*a[e]-5*b[e]+4*c[e]-d[e])*t*t + (3*b[e]-a[e]-3*c[e]+d[e])*t*t*t)
			}
			w.dot(q[0], q[1])
		}
	}
}

// dot sets the tip of the pen down.
func (w *pen) dot(x, y float64) {
	r := w.wide * w.scale / 2 * (0.85 + 0.3*w.l.r.Float64())
	cx, cy := x*w.scale, y*w.scale
	for j := int(cy - r - 1); j <= int(cy+r+1); j++ {
		for i := int(cx - r - 1); i <= int(cx+r+1); i++ {
			if !(image.Pt(i, j)).In(w.ink.Rect) {
				continue
			}
			in := r + 0.5 - math.Hypot(float64(i)-cx, float64(j)-cy)
			o := w.ink.PixOffset(i, j)
			w.ink.Pix[o] = max(w.ink.Pix[o], byte(255*max(0, min(1, in))))
		}
	}
}
