package scan

import (
	"image"
	"math"
	"math/rand/v2"
)

// What a telephone does to the picture, by strength of a photo.
var (
	photoBlur   = [Strengths]float64{0.45, 0.75, 1.1} // pixels at 200 dpi
	photoNoise  = [Strengths]float64{2, 4, 6}         // standard deviation of the gray
	photoTurn   = [Strengths]float64{1.5, 3.5, 7}     // degrees
	photoNarrow = [Strengths]float64{0.015, 0.04, 0.08}
	photoDark   = [Strengths]float64{0.12, 0.3, 0.5} // of the light
)

// photoWhite is the gray of paper in full light.
const photoWhite = 232

// ground is what the sheet lies on.
type ground struct {
	hue    uint8
	grain  [4096]byte // its gray across the grain
	along  int        // how fast it changes along the grain, in 1/256
	upward bool       // the grain runs up and down
}

// drawGround draws a table of wood, a desk or a cloth, darker than paper.
func drawGround(r *rand.Rand) ground {
	g := ground{hue: []uint8{woodHue, woodHue, grayHue}[r.IntN(3)], along: []int{4, 9, 200}[r.IntN(3)], upward: r.IntN(2) == 0}
	base, v := 40+r.IntN(90), 0.0
	for i := range g.grain {
		v = v*0.97 + r.NormFloat64()*3
		g.grain[i] = clamp(base + int(v) + r.IntN(5))
	}
	return g
}

func (g *ground) at(x, y int) byte {
	if g.upward {
		x, y = y, x
	}
	return g.grain[(y+x*g.along>>8)&4095]
}

// photo takes a picture of the paper on a ground, by hand.
func (l *leaf) photo(x Degradation, g ground) matrix {
	i := x.Strength - 1
	paper := l.gray
	w, h := float64(paper.Rect.Dx()), float64(paper.Rect.Dy())
	degrees := photoTurn[i] * (l.r.Float64()*2 - 1)
	share := photoNarrow[i] * (0.5 + 0.5*l.r.Float64())
	c := l.trapezoid(0, 0, w, h, share, degrees)
	// The frame holds the whole sheet with something of the ground.
	left, top, right, bottom := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, p := range c {
		left, right = min(left, p[0]), max(right, p[0])
		top, bottom = min(top, p[1]), max(bottom, p[1])
	}
	room := func() float64 { return w * (0.01 + 0.05*l.r.Float64()) }
	left, top, right, bottom = left-room(), top-room(), right+room(), bottom+room()
	for k := range c {
		c[k][0] -= left
		c[k][1] -= top
	}
	onto := quad(w, h, c)
	back := onto.inverse()
	width, height := int(right-left), int(bottom-top)
	l.blur(photoBlur[i]) // the paper is smaller than the picture
	l.gray = image.NewGray(image.Rect(0, 0, width, height))
	project(paper, back, l.gray, photoWhite, g.at)
	marks := l.hues
	if marks == nil {
		marks = image.NewGray(paper.Rect)
	}
	sheet := uint8(paperHue)
	if l.r.IntN(2) == 0 {
		sheet = lamplightHue
	}
	l.hues = nearest(marks, back, width, height, func(int, int) byte { return g.hue })
	if sheet != paperHue {
		for k, v := range l.hues.Pix {
			if v == paperHue {
				l.hues.Pix[k] = sheet
			}
		}
	}
	l.dark = l.shadow(photoDark[i])
	l.dark.shine(l.gray, l.random(), photoNoise[i])
	return onto
}
