package scan

import (
	"fmt"
	"image"
	"math"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"noticed/samples/page"
	"noticed/samples/typeface"
)

var (
	sans  = sync.OnceValue(func() map[page.Face]*sfnt.Font { return parse(typeface.Sans) })
	serif = sync.OnceValue(func() map[page.Face]*sfnt.Font { return parse(typeface.Serif) })
)

func parse(family map[page.Face][]byte) map[page.Face]*sfnt.Font {
	out := map[page.Face]*sfnt.Font{}
	for f, ttf := range family {
		parsed, err := opentype.Parse(ttf)
		if err != nil {
			panic(fmt.Sprintf("parsing a font of the samples: %v", err))
		}
		out[f] = parsed
	}
	return out
}

// Press sets text: it measures it (page.Metrics) and draws it. It is for one
// goroutine; glyphs once drawn are kept.
type Press struct {
	fonts  map[page.Face]*sfnt.Font
	widths map[widthKey]float64 // of an em
	glyphs map[glyphKey]*glyph
	faces  map[faceKey]font.Face
	buf    sfnt.Buffer
	dpi    int
	canvas *image.Gray // kept from page to page
}

type widthKey struct {
	face page.Face
	r    rune
}

type faceKey struct {
	face  page.Face
	tenth int // size in tenths of a point
	dpi   int
}

type glyphKey struct {
	faceKey
	r       rune
	quarter uint8 // position within a pixel
}

type glyph struct {
	at   image.Point // of the mask, from the dot's pixel
	mask *image.Alpha
}

// NewPress returns a press that sets sans-serif type.
func NewPress() *Press { return newPress(sans()) }

// NewSerifPress returns a press that sets serif type.
func NewSerifPress() *Press { return newPress(serif()) }

func newPress(fonts map[page.Face]*sfnt.Font) *Press {
	return &Press{dpi: DPI, fonts: fonts, widths: map[widthKey]float64{}, glyphs: map[glyphKey]*glyph{}, faces: map[faceKey]font.Face{}}
}

func (p *Press) advance(f page.Face, r rune) float64 {
	k := widthKey{f, r}
	if w, ok := p.widths[k]; ok {
		return w
	}
	ttf := p.fonts[f]
	em := fixed.I(int(ttf.UnitsPerEm()))
	w := 0.5
	if g, err := ttf.GlyphIndex(&p.buf, r); err == nil {
		if a, err := ttf.GlyphAdvance(&p.buf, g, em, font.HintingNone); err == nil {
			w = float64(a) / float64(em)
		}
	}
	p.widths[k] = w
	return w
}

// Width implements page.Metrics.
func (p *Press) Width(f page.Face, size float64, s string) float64 {
	w := 0.0
	for _, r := range s {
		w += p.advance(f, r)
	}
	return w * size
}

func (p *Press) glyph(k glyphKey) *glyph {
	if g, ok := p.glyphs[k]; ok {
		return g
	}
	face := p.faces[k.faceKey]
	if face == nil {
		var err error
		face, err = opentype.NewFace(p.fonts[k.face], &opentype.FaceOptions{Size: float64(k.tenth) / 10, DPI: float64(k.dpi), Hinting: font.HintingNone})
		if err != nil {
			panic(fmt.Sprintf("making a face of %d tenths of a point: %v", k.tenth, err))
		}
		p.faces[k.faceKey] = face
	}
	var g *glyph
	if box, mask, maskAt, _, ok := face.Glyph(fixed.Point26_6{X: fixed.Int26_6(k.quarter) * 16}, k.r); ok {
		kept := image.NewAlpha(image.Rect(0, 0, box.Dx(), box.Dy()))
		for y := range box.Dy() {
			for x := range box.Dx() {
				_, _, _, a := mask.At(maskAt.X+x, maskAt.Y+y).RGBA()
				kept.Pix[y*kept.Stride+x] = byte(a >> 8)
			}
		}
		g = &glyph{at: box.Min, mask: kept}
	}
	p.glyphs[k] = g
	return g
}

// text draws a run on the canvas.
func (p *Press) text(dst *image.Gray, t page.Text) {
	k := glyphKey{faceKey: faceKey{t.Face, int(math.Round(t.Size * 10)), p.dpi}}
	scale := p.scale()
	x, y := t.X*scale, int(math.Round(t.Y*scale))
	for _, r := range t.S {
		whole := math.Floor(x)
		k.r, k.quarter = r, uint8((x-whole)*4)
		if g := p.glyph(k); g != nil {
			darken(dst, g, int(whole), y)
		}
		x += p.advance(t.Face, r) * t.Size * scale
	}
}

func darken(dst *image.Gray, g *glyph, x, y int) {
	b := g.mask.Rect
	for j := range b.Dy() {
		row := y + g.at.Y + j
		if row < 0 || row >= dst.Rect.Dy() {
			continue
		}
		for i := range b.Dx() {
			col := x + g.at.X + i
			if a := g.mask.Pix[j*g.mask.Stride+i]; a != 0 && col >= 0 && col < dst.Rect.Dx() {
				o := row*dst.Stride + col
				dst.Pix[o] = min(dst.Pix[o], 255-a)
			}
		}
	}
}
