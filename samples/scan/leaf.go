package scan

import (
	"image"
	"math/rand/v2"
)

// leaf is one sheet between the printer and the file: first the paper, then the
// picture of it.
type leaf struct {
	gray *image.Gray
	hues *image.Gray  // by pixel an index into hues; nil while all is black on white
	gone *image.Alpha // on the paper: where print is hidden; nil while it is nowhere
	lost []image.Rectangle
	dark *lamp // the light on the picture; nil where it is even
	r    *rand.Rand
	dpi  float64
	see  sight
}

// hues are Cb and Cr of what is not black on white.
var hues = [...][2]uint8{
	{126, 129}, // paper, a little yellow
	{100, 205}, // red ink
	{205, 100}, // blue ink
	{160, 112}, // a ballpoint
	{104, 146}, // coffee
	{112, 140}, // wood
	{128, 128}, // gray
	{119, 133}, // paper by lamplight
}

const (
	paperHue = iota
	redHue
	blueHue
	penHue
	coffeeHue
	woodHue
	grayHue
	lamplightHue
)

// mark paints ink of a hue on the paper: ink darkens what is under it, and the
// two together are no blacker than black. darkness is the share of light, of
// 255, that full ink takes. Where too little contrast is left the print under it
// is gone.
func (l *leaf) mark(ink *image.Alpha, darkness int, hue uint8) {
	b := ink.Rect.Intersect(l.gray.Rect)
	hides := 256 // the ink that hides
	for a := range 256 {
		if l.see.hidden(float64(255-a*darkness/255) / 255) {
			hides = a
			break
		}
	}
	if hides < 256 && l.gone == nil {
		l.gone = image.NewAlpha(l.gray.Rect)
	}
	if l.hues == nil && l.see.colored && hue != paperHue {
		l.hues = image.NewGray(l.gray.Rect)
	}
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			a := int(ink.Pix[ink.PixOffset(x, y)])
			if a == 0 {
				continue
			}
			o := l.gray.PixOffset(x, y)
			l.gray.Pix[o] = byte(int(l.gray.Pix[o]) * (255 - a*darkness/255) / 255)
			if a >= hides {
				l.gone.Pix[o] = 255
			}
			if a > 60 && l.hues != nil {
				l.hues.Pix[o] = hue
			}
		}
	}
}

func upright(w, h int, at func(x, y int) byte) *image.Gray {
	g := image.NewGray(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			g.Pix[y*w+x] = at(x, y)
		}
	}
	return g
}

// each changes the picture and its hues alike.
func (l *leaf) each(change func(*image.Gray) *image.Gray) {
	l.gray = change(l.gray)
	if l.hues != nil {
		l.hues = change(l.hues)
	}
}

// turn turns the sheet a quarter to the left.
func (l *leaf) turn() {
	l.each(func(src *image.Gray) *image.Gray {
		w, h := src.Rect.Dx(), src.Rect.Dy()
		out := image.NewGray(image.Rect(0, 0, h, w))
		for x := range h {
			for y, v := range src.Pix[x*src.Stride : x*src.Stride+w] {
				out.Pix[(w-1-y)*h+x] = v
			}
		}
		return out
	})
}

// picture stores the sheet: in black and white, or as a JPEG.
func (l *leaf) picture(t tone, threshold, quality, specks int) (Picture, error) {
	w, h := l.gray.Rect.Dx(), l.gray.Rect.Dy()
	if t != bilevel {
		data, err := encodeJPEG(l.color(t), quality)
		return Picture{JPEG: data, W: w, H: h, Color: t == colored}, err
	}
	b := NewBitmap(w, h)
	n := l.random()
	for y := range h {
		for x, v := range l.gray.Pix[y*l.gray.Stride : y*l.gray.Stride+w] {
			if v == 255 { // white paper costs nothing
				continue
			}
			if int(v)+int(n.next()&31)-16 < threshold {
				b.Set(x, y)
			}
		}
	}
	for range specks {
		speck(l.r, b)
	}
	return Picture{Bits: b, W: w, H: h}, nil
}

// color is the sheet in gray, or in color with paper that is a little yellow and
// ink in its own.
func (l *leaf) color(t tone) image.Image {
	if t == gray {
		return l.gray
	}
	w, h := l.gray.Rect.Dx(), l.gray.Rect.Dy()
	half := image.Rect(0, 0, w, h)
	m := &image.YCbCr{Y: l.gray.Pix, YStride: l.gray.Stride, CStride: (w + 1) / 2, SubsampleRatio: image.YCbCrSubsampleRatio420, Rect: half}
	m.Cb = make([]byte, m.CStride*((h+1)/2))
	m.Cr = make([]byte, len(m.Cb))
	for i := range m.Cb {
		m.Cb[i], m.Cr[i] = hues[paperHue][0], hues[paperHue][1]
	}
	if l.hues == nil {
		return m
	}
	for y := range (h + 1) / 2 {
		row := l.hues.Pix[2*y*l.hues.Stride:]
		for x := range m.CStride {
			if k := row[2*x]; k != paperHue {
				o := y*m.CStride + x
				m.Cb[o], m.Cr[o] = hues[k][0], hues[k][1]
			}
		}
	}
	return m
}
