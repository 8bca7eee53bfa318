package scan

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"slices"
)

// Picture is one scanned page as a file holds it: in one bit a pixel, or as a
// JPEG.
type Picture struct {
	Bits  *Bitmap // nil: a JPEG
	JPEG  []byte
	W, H  int // pixels
	Color bool

	DPIX, DPIY float64 // dots an inch; a fax has fewer lines than dots

	Orientation int // of a photo, as Exif counts it: 1 is upright, 6 lies a quarter to the left
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

// Exif is the JPEG as a telephone writes it: the picture lies as the sensor lay,
// and a note in front says how to turn it (Exif, tag 274).
func (p Picture) Exif() []byte {
	note := []byte("\xff\xe1\x00\x22Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00\x00")
	note[len(note)-7] = byte(p.Orientation)
	return slices.Concat(p.JPEG[:2], note, p.JPEG[2:])
}
