// Package quad finds a sheet of paper in a small grey picture that a camera took
// of it: the four corners of what is bright on a darker ground. It knows neither
// files nor letters, and says rather nothing than a sheet that may be none.
package quad

import (
	"cmp"
	"image"
	"math"
	"slices"
)

// Side is the length, in pixels, of the longer side of a picture that is large
// enough to be looked at. A larger one costs more and tells no more.
const Side = 512

// Point is a place in a picture, in pixels.
type Point struct{ X, Y float64 }

// Quad is the corners of a sheet as the picture shows it: top left, top right,
// bottom right, bottom left.
type Quad [4]Point

const (
	left = iota
	top
	right
	bottom
)

// What is convincing.
const (
	leastArea    = 0.2  // of the picture that a sheet fills
	leastSeen    = 0.75 // of each side along which paper is brighter than ground
	leastStep    = 0.2  // by how much it is, in logarithms, on the mean of a side
	seenStep     = 0.12 // by how much it must be at a point to be seen there
	leastCorner  = 55   // degrees
	mostCorner   = 125
	mostNarrowed = 0.5 // of a side that the one across may be shorter
	mostOutside  = 0.1 // of the picture that a corner may lie outside of it

	// mostBeside is how much of the picture may be as bright as the sheet and not
	// be of it: a second sheet beside the first must not be lost.
	mostBeside = 0.06
	likeBright = 0.1 // in logarithms
)

// Find finds the sheet. ok is false where there is none that convinces.
func Find(g *image.Gray) (q Quad, ok bool) {
	if min(g.Rect.Dx(), g.Rect.Dy()) < 64 {
		return q, false
	}
	f := closed(g, max(g.Rect.Dx(), g.Rect.Dy())*6/Side)
	sides := candidates(f)
	best := 0.0
	for _, l := range sides[left] {
		for _, t := range sides[top] {
			for _, r := range sides[right] {
				for _, b := range sides[bottom] {
					c, fits := corners([4]line{l, t, r, b}, f)
					if !fits {
						continue
					}
					if score := f.score(c); score > best {
						best, q = score, c
					}
				}
			}
		}
	}
	if best == 0 {
		return q, false
	}
	for range 2 { // the second time from sides that are nearly right
		var lines [4]line
		for i := range lines {
			lines[i] = f.refine(q, i)
		}
		c, fits := corners(lines, f)
		if !fits || f.score(c) == 0 {
			return q, false
		}
		q = c
	}
	return q, f.alone(q)
}

// alone is whether nothing beside the sheet is as bright as paper.
func (f *field) alone(q Quad) bool {
	const step = 4
	var sides [4]line
	for i := range sides {
		sides[i] = through(q.side(i))
	}
	var in, out []float64
	for y := 0.0; y < f.h(); y += step {
		for x := 0.0; x < f.w(); x += step {
			inside := math.Inf(1)
			for _, l := range sides {
				inside = min(inside, l.nx*x+l.ny*y-l.d)
			}
			switch {
			case inside > 0:
				in = append(in, f.at(x, y))
			case inside < -step:
				out = append(out, f.at(x, y))
			}
		}
	}
	if len(in) == 0 {
		return false
	}
	slices.Sort(in)
	bright := in[len(in)/2] - likeBright
	n := 0
	for _, v := range out {
		if v > bright {
			n++
		}
	}
	return float64(n)*step*step < mostBeside*f.w()*f.h()
}

// side gives the ends of a side: left, top, right or bottom, so that the sheet
// lies on its right hand in a picture whose y grows downwards.
func (q Quad) side(i int) (from, to Point) {
	return q[(i+3)%4], q[i]
}

// corners are where the sides meet. They fit if the sheet could be one seen by a
// camera that shows nearly all of it.
func corners(l [4]line, f *field) (q Quad, fit bool) {
	for i := range q { // top left is where left and top meet, and so on
		p, ok := l[i].meet(l[(i+1)%4])
		if !ok || p.X < -mostOutside*f.w() || p.Y < -mostOutside*f.h() || p.X > (1+mostOutside)*f.w() || p.Y > (1+mostOutside)*f.h() {
			return q, false
		}
		q[i] = p
	}
	area := 0.0
	for i, p := range q {
		n, before := q[(i+1)%4], q[(i+3)%4]
		area += (p.X*n.Y - n.X*p.Y) / 2
		turn := math.Atan2(n.Y-p.Y, n.X-p.X) - math.Atan2(before.Y-p.Y, before.X-p.X)
		if d := math.Mod(-turn*180/math.Pi+720, 360); d < leastCorner || d > mostCorner {
			return q, false
		}
	}
	for i := range 2 {
		a, b := length(q.side(i)), length(q.side(i+2))
		if min(a, b) < (1-mostNarrowed)*max(a, b) {
			return q, false
		}
	}
	return q, area >= leastArea*f.w()*f.h()
}

func length(a, b Point) float64 { return math.Hypot(b.X-a.X, b.Y-a.Y) }

// score says how well the sides of a sheet are seen; 0 if they don't convince.
func (f *field) score(q Quad) float64 {
	sum := 0.0
	for i := range 4 {
		s := f.step(q, i)
		if s == 0 {
			return 0
		}
		sum += s
	}
	return sum
}

// step is how much brighter the sheet is than the ground along a side; 0 if that
// does not convince.
func (f *field) step(q Quad, side int) float64 {
	const points, near, far = 40, 2.5, 4.5
	a, b := q.side(side)
	n := through(a, b)
	known, seen, sum := 0, 0, 0.0
	for k := range points {
		t := (float64(k) + 0.5) / points
		x, y := a.X+(b.X-a.X)*t, a.Y+(b.Y-a.Y)*t
		if !f.holds(x-n.nx*near, y-n.ny*near) || !f.holds(x+n.nx*far, y+n.ny*far) {
			continue
		}
		known++
		in := f.at(x+n.nx*near, y+n.ny*near) + f.at(x+n.nx*far, y+n.ny*far)
		out := f.at(x-n.nx*near, y-n.ny*near) + f.at(x-n.nx*far, y-n.ny*far)
		if c := (in - out) / 2; c > seenStep {
			seen++
			sum += min(c, 0.6)
		}
	}
	if known < points*6/10 || float64(seen) < leastSeen*float64(known) || sum < leastStep*float64(known) {
		return 0
	}
	return sum / float64(known)
}

// refine moves a side to where the picture changes most, by least squares of the
// points that agree.
func (f *field) refine(q Quad, side int) line {
	const points, reach, grain = 80, 5, 0.5
	a, b := q.side(side)
	l := through(a, b)
	type offset struct{ t, d float64 } // a place along the side, and how far inwards the edge is
	var found []offset
	for k := range points {
		t := 0.03 + 0.94*float64(k)/(points-1)
		x, y := a.X+(b.X-a.X)*t, a.Y+(b.Y-a.Y)*t
		best, at := 0.05, math.NaN()
		for d := -float64(reach); d <= reach; d += grain {
			px, py := x+l.nx*d, y+l.ny*d
			if !f.holds(px-2*l.nx, py-2*l.ny) || !f.holds(px+2*l.nx, py+2*l.ny) {
				continue
			}
			c := f.sharp(px+l.nx, py+l.ny) + f.sharp(px+2*l.nx, py+2*l.ny) - f.sharp(px-l.nx, py-l.ny) - f.sharp(px-2*l.nx, py-2*l.ny)
			if c > best {
				best, at = c, d
			}
		}
		if !math.IsNaN(at) {
			found = append(found, offset{t, at})
		}
	}
	if len(found) < points/3 {
		return l
	}
	byOffset := slices.SortedFunc(slices.Values(found), func(a, b offset) int { return cmp.Compare(a.d, b.d) })
	d0 := byOffset[len(found)/2].d // the offset at both ends
	d1 := d0
	for _, tolerance := range []float64{3, 1.5, 1, 1} {
		var n, st, stt, sd, std float64
		for _, o := range found {
			if math.Abs(d0+(d1-d0)*o.t-o.d) > tolerance {
				continue
			}
			n, st, stt, sd, std = n+1, st+o.t, stt+o.t*o.t, sd+o.d, std+o.t*o.d
		}
		det := n*stt - st*st
		if n < points/4 || det < 1e-6 {
			break
		}
		slope := (n*std - st*sd) / det
		d0 = (sd - slope*st) / n
		d1 = d0 + slope
	}
	return through(Point{a.X + l.nx*d0, a.Y + l.ny*d0}, Point{b.X + l.nx*d1, b.Y + l.ny*d1})
}
