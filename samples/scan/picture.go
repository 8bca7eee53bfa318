package scan

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
)

// Picture is one scanned page as a file holds it: in one bit a pixel, or as a
// JPEG.
type Picture struct {
	Bits  *Bitmap // nil: a JPEG
	JPEG  []byte
	W, H  int // pixels
	Color bool

	DPIX, DPIY float64 // dots an inch; a fax has fewer lines than dots
}

// Bilevel is a page in black and white at a resolution.
func Bilevel(b *Bitmap, dpiX, dpiY float64) Picture {
	return Picture{Bits: b, W: b.W, H: b.H, DPIX: dpiX, DPIY: dpiY}
}

// turned is the page turned a quarter to the left. A JPEG can't be turned
// without loss: it is turned before it is one.
func (p Picture) turned() Picture {
	return Bilevel(p.Bits.turned(), p.DPIY, p.DPIX)
}

// size is the size on paper, in points.
func (p Picture) size() (w, h float64) {
	return float64(p.W) * 72 / p.DPIX, float64(p.H) * 72 / p.DPIY
}

// pictures are bitmaps as pictures at the usual resolution.
func pictures(pages []*Bitmap) []Picture {
	var out []Picture
	for _, b := range pages {
		out = append(out, Bilevel(b, DPI, DPI))
	}
	return out
}

// JPEG writes one page in gray.
func JPEG(g *image.Gray, quality int) ([]byte, error) { return encodeJPEG(g, quality) }

func encodeJPEG(m image.Image, quality int) ([]byte, error) {
	var out bytes.Buffer
	if err := jpeg.Encode(&out, m, &jpeg.Options{Quality: quality}); err != nil {
		return nil, fmt.Errorf("encoding a sample JPEG: %w", err)
	}
	return out.Bytes(), nil
}
