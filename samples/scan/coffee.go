package scan

import (
	"image"
	"math"

	"noticed/samples/page"
)

// coffee sets a cup on the sheet: its foot leaves a ring, pale and beside the
// text at 1, dark over the text at 2, and with a pool and drops over the figures
// at 3. The first sheet has it all, one that follows a paler ring at most.
func (l *leaf) coffee(s *page.Sheet, number int, d Degradation) {
	if number > 0 && (d.Strength == 1 || l.r.IntN(3) > 0) {
		return
	}
	depth := d.value()
	if number > 0 {
		depth /= 2
	}
	x, y := s.Width*(0.2+0.6*l.r.Float64()), s.Height*(0.75+0.2*l.r.Float64())
	if d.Strength > 1 {
		x, y = s.Width*(0.3+0.4*l.r.Float64()), s.Height*(0.2+0.4*l.r.Float64())
	}
	l.mark(l.ring(x, y, 92+l.r.Float64()*30), int(255*depth), coffeeHue)
	if d.Strength < 3 || number > 0 {
		return
	}
	fx, fy := l.place(s, 3)
	l.mark(l.pool(fx, fy, 40+l.r.Float64()*35), int(255*depth*0.9), coffeeHue)
	for range 3 + l.r.IntN(5) {
		l.mark(l.pool(fx+l.r.NormFloat64()*110, fy+l.r.NormFloat64()*110, 2+l.r.Float64()*6), int(255*depth), coffeeHue)
	}
}

// blot is an empty stain around a point (points) that reaches so far.
func (l *leaf) blot(x, y, reach float64) (ink *image.Alpha, cx, cy float64) {
	k := l.dpi / 72
	return image.NewAlpha(image.Rect(int((x-reach)*k), int((y-reach)*k), int((x+reach)*k), int((y+reach)*k)).Intersect(l.gray.Rect)), x * k, y * k
}

// wave is a closed line of a few waves: what to add to a radius, by angle, as a
// share of the whole.
func (l *leaf) wave(depth float64) func(angle float64) float64 {
	var amplitude, phase [6]float64
	for i := range amplitude {
		amplitude[i], phase[i] = depth*l.r.NormFloat64()/float64(i+1), l.r.Float64()*2*math.Pi
	}
	return func(a float64) float64 {
		v := 0.0
		for i := range amplitude {
			v += amplitude[i] * math.Sin(float64(i+1)*a+phase[i])
		}
		return v
	}
}

// ring is the mark of a cup of a radius in points: darkest at its outer edge, and
// missing along a part of the round.
func (l *leaf) ring(x, y, radius float64) *image.Alpha {
	ink, cx, cy := l.blot(x, y, radius*1.1)
	k := l.dpi / 72
	wide, strong, bend := l.wave(0.3), l.wave(0.4), l.wave(0.006)
	for j := ink.Rect.Min.Y; j < ink.Rect.Max.Y; j++ {
		dy := float64(j) - cy
		for i := ink.Rect.Min.X; i < ink.Rect.Max.X; i++ {
			dx := float64(i) - cx
			r2 := dx*dx + dy*dy
			if inner := (radius*0.9 - 4) * k; r2 < inner*inner || r2 > radius*radius*k*k*1.2 {
				continue
			}
			a := math.Atan2(dy, dx)
			edge := radius * k * (1 + bend(a))
			width := max(0.4, 1+wide(a)) * 4 * k
			in := (edge - math.Sqrt(r2)) / width // 0 at the outer edge, 1 at the inner
			if in < 0 || in > 1 {
				continue
			}
			v := (1 - 0.75*in) * max(0, min(1, 0.65+strong(a)))
			ink.Pix[ink.PixOffset(i, j)] = byte(255 * v)
		}
	}
	return ink
}

// pool is spilt coffee that has dried: even within, dark along its edge.
func (l *leaf) pool(x, y, radius float64) *image.Alpha {
	ink, cx, cy := l.blot(x, y, radius*1.6)
	k := l.dpi / 72
	bend := l.wave(0.13)
	for j := ink.Rect.Min.Y; j < ink.Rect.Max.Y; j++ {
		for i := ink.Rect.Min.X; i < ink.Rect.Max.X; i++ {
			dx, dy := float64(i)-cx, float64(j)-cy
			edge := radius * k * max(0.4, min(1.5, 1+bend(math.Atan2(dy, dx))))
			in := edge - math.Hypot(dx, dy)
			if in < 0 {
				continue
			}
			v := 0.45
			if in < 1.5*k {
				v = 1
			}
			ink.Pix[ink.PixOffset(i, j)] = byte(255 * v * min(1, in))
		}
	}
	return ink
}
