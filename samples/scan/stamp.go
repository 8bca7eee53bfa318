package scan

import (
	"fmt"
	"image"
	"math"
	"slices"
	"strings"

	"noticed/samples/page"
)

// faxed is the sheet with the line that a fax machine prints on top of it.
func faxed(s *page.Sheet, n, of int, date string) *page.Sheet {
	c := *s
	c.Texts = append(append([]page.Text{}, s.Texts...), page.Text{X: 60, Y: 12, Size: 8, Face: page.Mono,
		S: fmt.Sprintf("%s  14:%02d   FROM: 503 555 0176   TO: 503 555 0142   P.%02d/%02d", strings.ToUpper(date), 3+n, n, of)})
	return &c
}

// stamp puts RECEIVED and a date on the sheet: beside the text, over the header
// at the top right, or with thick ink over a line of figures.
func (p *Press) stamp(l *leaf, s *page.Sheet, strength int, date string) {
	lines := []page.Text{
		{Y: 30, Size: 26, Face: page.Bold, S: "RECEIVED"},
		{Y: 52, Size: 17, Face: page.Bold, S: strings.ToUpper(date)},
		{Y: 66, Size: 9, Face: page.Regular, S: "LEDGERWOOD & FINCH, CPAs"},
	}
	const width, height = 170.0, 76.0 // points
	impression := page.Sheet{Width: width, Height: height}
	for _, t := range lines {
		t.X = (width - p.Width(t.Face, t.Size, t.S)) / 2
		impression.Texts = append(impression.Texts, t)
	}
	impression.Frame(2, 2, width-2, height-2, 2.5)

	x, y := l.place(s, strength)
	angle := (l.r.Float64() - 0.5) * 24
	ink := p.impress(&impression, x, y, angle)
	if strength == 3 {
		ink = thicker(ink)
	}
	n := l.random()
	for i := range ink.Pix { // a worn rubber leaves out dots
		if n.next()%16 == 0 {
			ink.Pix[i] = 0
		}
	}
	l.mark(ink, []int{150, 175, 215}[strength-1], []uint8{redHue, blueHue}[l.r.IntN(2)])
}

// place is where the middle of the stamp comes, in points.
func (l *leaf) place(s *page.Sheet, strength int) (x, y float64) {
	at := func(x, y, spread float64) (float64, float64) {
		return x + (l.r.Float64()-0.5)*spread, y + (l.r.Float64()-0.5)*spread
	}
	switch strength {
	case 1:
		return at(s.Width*0.44, 120, 40)
	case 2:
		return at(s.Width*0.74, 85, 50)
	}
	for _, t := range slices.Backward(s.Texts) {
		if strings.HasPrefix(t.S, "$") && t.X > s.Width/2 && t.Y < s.Height*0.7 {
			return at(math.Min(t.X, s.Width-100), t.Y-6, 12)
		}
	}
	return at(s.Width*0.7, s.Height*0.35, 60)
}

// impress draws a small sheet turned about its middle, which comes to a point.
func (p *Press) impress(s *page.Sheet, x, y, degrees float64) *image.Alpha {
	kept := p.canvas
	p.canvas = nil
	src := p.draw(s)
	p.canvas = kept
	scale := p.scale()
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	w, h := float64(src.Rect.Dx()), float64(src.Rect.Dy())
	reach := int(math.Hypot(w, h) / 2)
	at := image.Pt(int(x*scale), int(y*scale))
	ink := image.NewAlpha(image.Rect(-reach, -reach, reach+1, reach+1).Add(at))
	for j := -reach; j <= reach; j++ {
		for i := -reach; i <= reach; i++ {
			u := int(float64(i)*cos + float64(j)*sin + w/2)
			v := int(-float64(i)*sin + float64(j)*cos + h/2)
			if u >= 0 && v >= 0 && u < src.Rect.Dx() && v < src.Rect.Dy() {
				ink.Pix[(j+reach)*ink.Stride+i+reach] = 255 - src.Pix[v*src.Stride+u]
			}
		}
	}
	return ink
}

// thicker spreads ink by a pixel each way.
func thicker(a *image.Alpha) *image.Alpha {
	out := image.NewAlpha(a.Rect)
	w, h := a.Rect.Dx(), a.Rect.Dy()
	for y := 1; y < h-1; y++ {
		for x := 1; x < w-1; x++ {
			o := y*a.Stride + x
			out.Pix[o] = max(a.Pix[o], a.Pix[o-1], a.Pix[o+1], a.Pix[o-a.Stride], a.Pix[o+a.Stride])
		}
	}
	return out
}
