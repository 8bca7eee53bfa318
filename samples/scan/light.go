package scan

import (
	"image"
	"math"
)

// lamp is the light on a picture, in a grid: shares of 255.
type lamp struct {
	across int
	grid   []float32
}

// cell is the side of a cell of the grid, in dots.
const cell = 16

// newLamp computes the light at each point of a picture, 1 being all.
func newLamp(b image.Rectangle, at func(x, y float64) float64) *lamp {
	p := &lamp{across: b.Dx()/cell + 2}
	down := b.Dy()/cell + 2
	p.grid = make([]float32, p.across*down)
	for j := range down {
		for i := range p.across {
			p.grid[j*p.across+i] = float32(max(0.05, min(1, at(float64(i*cell), float64(j*cell)))))
		}
	}
	return p
}

// at is the light at a point.
func (p *lamp) at(x, y int) float64 {
	i, j := max(0, min(x/cell, p.across-1)), max(0, min(y/cell, len(p.grid)/p.across-1))
	return float64(p.grid[j*p.across+i])
}

// shine lights a picture and puts the noise of a sensor on it, of a standard
// deviation.
func (p *lamp) shine(g *image.Gray, n random, deviation float64) {
	grains := n.table(deviation)
	w, h := g.Rect.Dx(), g.Rect.Dy()
	for y := range h {
		row := g.Pix[y*g.Stride : y*g.Stride+w]
		j, fy := y/cell, float32(y%cell)/cell
		at := int(n.next() & (1<<14 - 1))
		for x := 0; x < w; x += cell {
			o := j*p.across + x/cell
			a := p.grid[o]*(1-fy) + p.grid[o+p.across]*fy
			b := p.grid[o+1]*(1-fy) + p.grid[o+1+p.across]*fy
			level, step := int(a*65536), int((b-a)*65536/cell)
			for i := x; i < min(x+cell, w); i++ {
				v := int(row[i])*level>>16 + int(grains[(at+i)&(1<<14-1)])
				row[i] = byte(max(0, min(255, v)))
				level += step
			}
		}
	}
}

// shadow draws light that is uneven: it falls off to one side, and what stands
// in it throws a shadow with a soft edge. depth is what is lost where it is
// darkest.
func (l *leaf) shadow(depth float64) *lamp {
	b := l.gray.Rect
	w, h := float64(b.Dx()), float64(b.Dy())
	angle := l.r.Float64() * 2 * math.Pi
	sin, cos := math.Sincos(angle)
	fall := depth * (0.2 + 0.25*l.r.Float64())
	// The edge of the shadow is a line that bends a little.
	turn := l.r.Float64() * 2 * math.Pi
	es, ec := math.Sincos(turn)
	cut := 0.1 + 0.25*l.r.Float64() // the part of the sheet in the shadow
	soft := 0.02 + 0.08*l.r.Float64()
	bend := (l.r.Float64() - 0.5) * 0.3
	return newLamp(b, func(x, y float64) float64 {
		u, v := x/w-0.5, y/h-0.5
		side := 0.5 + (u*cos+v*sin)/(math.Abs(cos)+math.Abs(sin))
		far, along := (u*ec+v*es)/(math.Abs(ec)+math.Abs(es))+0.5, u*es-v*ec
		in := 1 / (1 + math.Exp((far-cut+bend*along*along)/soft*3))
		return (1 - fall*side) * (1 - (depth-fall)/(1-fall)*in)
	})
}
