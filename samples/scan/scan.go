// Package scan turns sheets into what comes out of an office scanner: 200 dpi,
// one bit a pixel, slightly skewed, with a sheet size that jitters and a little
// dirt, as image-only PDF, multi-page G4 TIFF, PNG or JPEG; or into worse: what
// was done to the paper, a fax, a telephone's picture of the sheet on a table. It
// says beforehand whether a person could read the result, and knows no reader.
package scan

import (
	"bytes"
	"fmt"
	"image"
	"math"
	"math/rand/v2"

	"noticed/samples/page"
)

// DPI is the resolution of a scan unless another is asked for.
const DPI = 200

// Wear is what the scanner does to one sheet.
type Wear struct {
	Width, Height float64 // of the sheet as scanned, in points
	Angle         float64 // in degrees, clockwise
	DX, DY        float64 // shift in points
	Threshold     int     // gray below is black: 90 is thin print, 170 bold
	Specks        int
	Seed          uint64
}

// DrawWear draws the wear of a sheet of a scan that is light on the whole.
func DrawWear(r *rand.Rand) Wear {
	return Wear{
		Width: 602 + r.Float64()*9, Height: 793 + r.Float64()*26,
		Angle: (r.Float64() - 0.5), // half a degree either way
		DX:    r.Float64()*6 - 6, DY: r.Float64()*8 - 3,
		Threshold: 110 + r.IntN(50),
		Specks:    r.IntN(60),
		Seed:      r.Uint64(),
	}
}

// Resolve sets the resolution of the scans that follow, in dots an inch.
func (p *Press) Resolve(dpi int) { p.dpi = dpi }

// scale is dots to a point.
func (p *Press) scale() float64 { return float64(p.dpi) / 72 }

// draw draws a sheet upright in gray. The image is valid until the next call.
func (p *Press) draw(s *page.Sheet) *image.Gray {
	scale := p.scale()
	w, h := int(s.Width*scale), int(s.Height*scale)
	if p.canvas == nil || p.canvas.Rect.Dx() != w || p.canvas.Rect.Dy() != h {
		p.canvas = image.NewGray(image.Rect(0, 0, w, h))
	}
	g := p.canvas
	whiten(g)
	for _, b := range s.Boxes {
		fill(g, b, scale)
	}
	for _, t := range s.Texts {
		p.text(g, t)
	}
	return g
}

// whiten makes every pixel white, by copying what is white already.
func whiten(g *image.Gray) {
	g.Pix[0] = 255
	for n := 1; n < len(g.Pix); n *= 2 {
		copy(g.Pix[n:], g.Pix[:n])
	}
}

// fill draws a box; gray ones are dithered by the threshold later, so a light
// gray simply goes white, as it does in a scanner's text mode.
func fill(g *image.Gray, b page.Box, scale float64) {
	x1, y1 := int(math.Round(b.X*scale)), int(math.Round(b.Y*scale))
	x2, y2 := int(math.Round((b.X+b.W)*scale)), int(math.Round((b.Y+b.H)*scale))
	x2, y2 = max(x2, x1+1), max(y2, y1+1)
	v := byte(b.Gray * 255)
	for y := max(y1, 0); y < min(y2, g.Rect.Dy()); y++ {
		for x := max(x1, 0); x < min(x2, g.Rect.Dx()); x++ {
			g.Pix[y*g.Stride+x] = min(g.Pix[y*g.Stride+x], v)
		}
	}
}

// Gray scans a sheet in gray.
func (p *Press) Gray(s *page.Sheet, w Wear) *image.Gray {
	src := p.draw(s)
	scale := p.scale()
	dst := image.NewGray(image.Rect(0, 0, int(w.Width*scale), int(w.Height*scale)))
	whiten(dst)
	sample(src, w, scale, dst.Rect.Dx(), dst.Rect.Dy(), func(x, y, v int) { dst.Pix[y*dst.Stride+x] = byte(v) })
	return dst
}

// Bits scans a sheet in black and white.
func (p *Press) Bits(s *page.Sheet, w Wear) *Bitmap {
	src := p.draw(s)
	scale := p.scale()
	b := NewBitmap(int(w.Width*scale), int(w.Height*scale))
	r := rand.New(rand.NewPCG(w.Seed, 5))
	noise := r.Uint64() | 1
	sample(src, w, scale, b.W, b.H, func(x, y, v int) {
		noise ^= noise << 13
		noise ^= noise >> 7
		noise ^= noise << 17
		if v+int(noise&31)-16 < w.Threshold { // edges are rough
			b.Set(x, y)
		}
	})
	for range w.Specks {
		speck(r, b)
	}
	return b
}

// Shades scans sheets in gray or color at a resolution, cleanly, as JPEGs. turned
// says of one after the other whether it lies upside down.
func (p *Press) Shades(r *rand.Rand, sheets []*page.Sheet, dpi int, turned func() bool) ([]Picture, error) {
	p.Resolve(dpi)
	defer p.Resolve(DPI)
	tone, quality := []tone{gray, colored}[r.IntN(2)], 75+r.IntN(18)
	var out []Picture
	for i, s := range sheets {
		l := &leaf{gray: p.Gray(s, DrawWear(r)), r: r, dpi: float64(dpi)}
		if turned() {
			l.turn()
			l.turn()
		}
		pic, err := l.picture(tone, 0, quality, 0)
		if err != nil {
			return nil, fmt.Errorf("scanning sheet %d: %w", i+1, err)
		}
		pic.DPIX, pic.DPIY = float64(dpi), float64(dpi)
		out = append(out, pic)
	}
	return out, nil
}

// tile is the side of the squares that are looked at as a whole.
const tile = 32

// inked says of each tile of the sheet whether it or a neighbour has any ink.
func inked(src *image.Gray) (flags []bool, across int) {
	w, h := src.Rect.Dx(), src.Rect.Dy()
	across = w/tile + 1
	down := h/tile + 1
	flags = make([]bool, across*down)
	white := bytes.Repeat([]byte{255}, tile)
	for y := range h {
		row := src.Pix[y*src.Stride : y*src.Stride+w]
		for c := 0; c < w; c += tile {
			seg := row[c:min(c+tile, w)]
			if bytes.Equal(seg, white[:len(seg)]) {
				continue
			}
			for j := max(y/tile-1, 0); j <= min(y/tile+1, down-1); j++ {
				for i := max(c/tile-1, 0); i <= min(c/tile+1, across-1); i++ {
					flags[j*across+i] = true
				}
			}
		}
	}
	return flags, across
}

// sample walks the pixels of the scan and reads the sheet under each, turned
// and shifted, by bilinear interpolation in fixed point. It puts those that are
// not white.
func sample(src *image.Gray, w Wear, scale float64, width, height int, put func(x, y, v int)) {
	const one = 1 << 16
	sin, cos := math.Sincos(w.Angle * math.Pi / 180)
	cx, cy := float64(width)/2, float64(height)/2
	sx, sy := src.Rect.Dx(), src.Rect.Dy()
	flags, across := inked(src)
	du, dv := int(math.Round(cos*one)), int(math.Round(-sin*one))
	for y := range height {
		fy := float64(y) - cy
		u := int(math.Round((-cx*cos + fy*sin + cx - w.DX*scale) * one))
		v := int(math.Round((cx*sin + fy*cos + cy - w.DY*scale) * one))
		for x := 0; x < width; x++ {
			iu, iv := u>>16, v>>16
			if x%16 == 0 && (iu < 0 || iv < 0 || iu >= sx || iv >= sy || !flags[iv/tile*across+iu/tile]) && away(iu, iv, sx, sy) {
				x, u, v = x+15, u+16*du, v+16*dv
				continue
			}
			value := 255
			if iu >= 0 && iv >= 0 && iu+1 < sx && iv+1 < sy {
				o := iv*src.Stride + iu
				a, b := int(src.Pix[o]), int(src.Pix[o+1])
				c, d := int(src.Pix[o+src.Stride]), int(src.Pix[o+src.Stride+1])
				if a&b&c&d != 255 {
					fu, fv := u&(one-1)>>8, v&(one-1)>>8
					value = ((a*(256-fu)+b*fu)*(256-fv) + (c*(256-fu)+d*fu)*fv) >> 16
				}
			}
			if value != 255 {
				put(x, y, value)
			}
			u, v = u+du, v+dv
		}
	}
}

// away says whether sixteen pixels on from here no tile is entered that was not
// asked about: inside the sheet neighbours are asked about too, outside it the
// edge must be far.
func away(u, v, sx, sy int) bool {
	inside := u >= 0 && v >= 0 && u < sx && v < sy
	return inside || u < -tile || v < -tile || u > sx+tile || v > sy+tile
}

// speck puts a grain of dirt on the glass, or takes a grain of ink away.
func speck(r *rand.Rand, b *Bitmap) {
	x, y := r.IntN(b.W-3), r.IntN(b.H-3)
	ink := r.IntN(4) > 0
	for range 1 + r.IntN(4) {
		if ink {
			b.Set(x+r.IntN(3), y+r.IntN(3))
		} else {
			b.Clear(x+r.IntN(3), y+r.IntN(3))
		}
	}
}
