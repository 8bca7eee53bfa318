package quad_test

import (
	"image"
	"math"
	"math/rand/v2"
	"testing"

	"noticed/extract/quad"
)

// width and height are those of the pictures drawn here.
const width, height = 400, quad.Side

// scene draws a sheet with lines of print on a ground with a grain, in light
// that falls off and with a soft shadow across. A point is on the sheet if it
// lies on the right hand of all four sides.
func scene(r *rand.Rand, q quad.Quad) *image.Gray {
	const w, h = width, height
	g := image.NewGray(image.Rect(0, 0, w, h))
	ground, paper := 40+r.Float64()*70, 200+r.Float64()*45
	pitch, skew, amplitude := 2+r.Float64()*8, r.Float64()*2-1, r.Float64()*18
	fx, fy, depth, at := r.Float64()*2-1, r.Float64()*2-1, r.Float64()*0.5, r.Float64()*float64(w)
	row := 5 + r.Float64()*4 // from one line of print to the next
	for y := range h {
		for x := range w {
			// The share of a pixel that is paper, by how far it is inside.
			inside, margin, below := 1.0, math.Inf(1), 0.0
			for i, c := range q {
				n := q[(i+1)%4]
				l := math.Hypot(n.X-c.X, n.Y-c.Y)
				d := ((n.X-c.X)*(float64(y)-c.Y) - (n.Y-c.Y)*(float64(x)-c.X)) / l
				inside, margin = min(inside, min(max(d+0.5, 0), 1)), min(margin, d)
				if i == 0 {
					below = d
				}
			}
			v := ground + amplitude*math.Sin((float64(x)+skew*float64(y))/pitch)
			p := paper
			if math.Mod(below, row) > row-2 && (x/9)%4 > 0 && margin > 12 {
				p = 90 // print
			}
			v += (p - v) * inside
			light := 1 - 0.15*(fx*float64(x)/float64(w)+fy*float64(y)/float64(h)) - depth/(1+math.Exp((at-float64(x)-0.3*float64(y))/8))
			g.Pix[y*g.Stride+x] = uint8(min(max(v*light+r.NormFloat64()*3, 0), 255))
		}
	}
	return g
}

// corners draws where a camera held by hand shows the corners of a sheet.
func corners(r *rand.Rand, w, h float64) quad.Quad {
	sin, cos := math.Sincos((r.Float64() - 0.5) * 24 * math.Pi / 180)
	size := h * (0.62 + 0.2*r.Float64())
	var q quad.Quad
	unit := quad.Quad{{-0.5, -0.5}, {0.5, -0.5}, {0.5, 0.5}, {-0.5, 0.5}}
	for i, c := range unit {
		x, y := c.X*size*0.773*(1+0.14*(r.Float64()-0.5)), c.Y*size*(1+0.14*(r.Float64()-0.5))
		q[i] = quad.Point{X: w/2 + x*cos - y*sin, Y: h/2 + x*sin + y*cos}
	}
	return q
}

// TestFindsAnySheet draws sheets with known corners.
func TestFindsAnySheet(t *testing.T) {
	const near = 1.0
	worst := 0.0
	for seed := range uint64(16) {
		r := rand.New(rand.NewPCG(seed, 1))
		want := corners(r, width, height)
		got, ok := quad.Find(scene(r, want))
		if !ok {
			t.Errorf("seed %d: no sheet found at %.0f", seed, want)
			continue
		}
		for i := range got {
			d := math.Hypot(got[i].X-want[i].X, got[i].Y-want[i].Y)
			if worst = max(worst, d); d > near {
				t.Errorf("seed %d: corner %d at %.1f, want %.1f", seed, i, got[i], want[i])
			}
		}
	}
	t.Logf("worst corner is %.2f pixels off", worst)
}

// TestFindsNone: what is no sheet on a ground, or not wholly seen.
func TestFindsNone(t *testing.T) {
	const w, h = width, height
	r := rand.New(rand.NewPCG(7, 1))
	beyond := quad.Quad{{-60, -60}, {w + 60, -60}, {w + 60, h + 60}, {-60, h + 60}}
	cut := quad.Quad{{40, 40}, {w - 40, 50}, {w - 30, h + 80}, {30, h + 90}}
	tiny := quad.Quad{{160, 200}, {230, 200}, {230, 290}, {160, 290}}
	nowhere := quad.Quad{{-30, -30}, {-20, -30}, {-20, -20}, {-30, -20}}
	for name, q := range map[string]quad.Quad{
		"paper to all edges": beyond, "its foot beyond the picture": cut, "a card": tiny, "a table": nowhere,
	} {
		for range 2 {
			if got, ok := quad.Find(scene(r, q)); ok {
				t.Errorf("%s: found a sheet at %.0f", name, got)
			}
		}
	}
	one := quad.Quad{{15, 40}, {195, 44}, {193, 320}, {18, 318}}
	if _, ok := quad.Find(scene(r, one)); !ok {
		t.Error("no sheet found beside nothing")
	}
	two := scene(r, one)
	for y := 50; y < 310; y++ {
		for x := 215; x < 385; x++ {
			two.Pix[y*two.Stride+x] = 225
		}
	}
	if got, ok := quad.Find(two); ok {
		t.Errorf("two sheets: took the one at %.0f for all there is", got)
	}
	if _, ok := quad.Find(image.NewGray(image.Rect(0, 0, 30, 40))); ok {
		t.Error("found a sheet on a stamp")
	}
}
