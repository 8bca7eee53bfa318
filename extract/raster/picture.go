package raster

/*
#include <stdlib.h>
#include <string.h>
#include <leptonica/allheaders.h>

// fromGray copies rows of grey bytes into a pix, which keeps its bytes in
// big-endian words.
static PIX *fromGray(const unsigned char *src, int stride, int w, int h) {
	PIX *p = pixCreateNoInit(w, h, 8);
	if (!p) return NULL;
	l_uint32 *data = pixGetData(p);
	int wpl = pixGetWpl(p);
	for (int y = 0; y < h; y++) {
		l_uint32 *row = data + (size_t)y * wpl;
		row[wpl - 1] = 0;
		memcpy(row, src + (size_t)y * stride, w);
	}
	pixEndianByteSwap(p);
	return p;
}
*/
import "C"

import (
	"errors"
	"fmt"
	"image"
	"math"
	"runtime"
	"unsafe"

	"noticed"
)

// Picture is a picture of a page, black and white or in shades of grey. It must
// be closed. It is for one goroutine.
type Picture struct {
	pix    *C.PIX
	dpi    float64
	strewn float64 // lonely specks on a square inch, where Despeckle found it strewn with them
}

// FromGray takes over a picture that was drawn at dpi.
func FromGray(img *image.Gray, dpi float64) (*Picture, error) {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	if w <= 0 || h <= 0 || len(img.Pix) < (h-1)*img.Stride+w {
		return nil, errors.New("taking over a drawn page: it is empty")
	}
	pix := C.fromGray((*C.uchar)(unsafe.Pointer(&img.Pix[0])), C.int(img.Stride), C.int(w), C.int(h))
	runtime.KeepAlive(img)
	if pix == nil {
		return nil, errors.New("taking over a drawn page: out of memory")
	}
	return &Picture{pix: pix, dpi: dpi}, nil
}

// Close frees the picture.
func (p *Picture) Close() {
	if p.pix != nil {
		C.pixDestroy(&p.pix)
	}
}

// replace puts next in the place of the picture's pix, unless it is nil.
func (p *Picture) replace(next *C.PIX) error {
	if next == nil {
		return errors.New("out of memory")
	}
	C.pixDestroy(&p.pix)
	p.pix = next
	return nil
}

// Width and Height are in pixels.
func (p *Picture) Width() int { return int(C.pixGetWidth(p.pix)) }

// Height is in pixels.
func (p *Picture) Height() int { return int(C.pixGetHeight(p.pix)) }

// DPI is the resolution, known or guessed.
func (p *Picture) DPI() float64 { return p.dpi }

// Scale brings the picture to a resolution.
func (p *Picture) Scale(dpi float64) error {
	f := dpi / p.dpi
	if math.Abs(f-1) < 0.02 {
		return nil
	}
	if C.pixGetDepth(p.pix) == 1 {
		if err := p.replace(C.pixConvertTo8(p.pix, 0)); err != nil {
			return fmt.Errorf("scaling a page: %w", err)
		}
	}
	if err := p.replace(C.pixScale(p.pix, C.l_float32(f), C.l_float32(f))); err != nil {
		return fmt.Errorf("scaling a page: %w", err)
	}
	p.dpi = dpi
	return nil
}

func (p *Picture) smooth() error {
	if C.pixGetDepth(p.pix) == 1 {
		if err := p.replace(C.pixConvertTo8(p.pix, 0)); err != nil {
			return fmt.Errorf("smoothing a region: %w", err)
		}
	}
	if p.Width() < 3 || p.Height() < 3 {
		return nil
	}
	if err := p.replace(C.pixBlockconvGray(p.pix, nil, 1, 1)); err != nil {
		return fmt.Errorf("smoothing a region: %w", err)
	}
	return nil
}

// margin is the white Tesseract likes around what it reads, in pixels.
const margin = 12

// Part is a region of a picture as Tesseract takes it.
type Part struct {
	TIFF []byte // uncompressed
	// Page is the size of the whole picture, and Origin where the TIFF's top left
	// corner lies on it, both in pixels.
	Page, Origin image.Point
}

// Box puts a rectangle of the part into fractions of the whole page.
func (t Part) Box(r image.Rectangle) noticed.Box {
	cut := func(v, of int) float64 { return min(max(float64(v)/float64(of), 0), 1) }
	r = r.Add(t.Origin)
	return noticed.Box{cut(r.Min.X, t.Page.X), cut(r.Min.Y, t.Page.Y), cut(r.Max.X, t.Page.X), cut(r.Max.Y, t.Page.Y)}
}

// Part cuts out a region, with a white margin. A region without area is an
// error.
func (p *Picture) Part(region noticed.Box) (Part, error) {
	return p.part(region, func(*Picture) error { return nil })
}

// SmoothPart cuts out a region as Part does, and takes the steps off the edges of
// its letters, in shades of grey.
func (p *Picture) SmoothPart(region noticed.Box) (Part, error) {
	return p.part(region, (*Picture).smooth)
}

// TallPart cuts out a region as Part does, without marks that are lower than figures:
// asterisks, hyphens, commas and full stops.
func (p *Picture) TallPart(region noticed.Box) (Part, error) {
	return p.part(region, (*Picture).dropLow)
}

func (p *Picture) part(region noticed.Box, prepare func(*Picture) error) (Part, error) {
	fail := func(err error) (Part, error) { return Part{}, fmt.Errorf("cutting out a region: %w", err) }
	w, h := p.Width(), p.Height()
	in := func(v float64, of int) int { return min(max(int(math.Round(v*float64(of))), 0), of) }
	r := image.Rect(in(region[0], w), in(region[1], h), in(region[2], w), in(region[3], h))
	if r.Empty() || region[0] >= region[2] || region[1] >= region[3] {
		return fail(errors.New("it has no area"))
	}
	box := C.boxCreate(C.l_int32(r.Min.X), C.l_int32(r.Min.Y), C.l_int32(r.Dx()), C.l_int32(r.Dy()))
	defer C.boxDestroy(&box)
	q := &Picture{pix: C.pixClipRectangle(p.pix, box, nil), dpi: p.dpi}
	if q.pix == nil {
		return fail(errors.New("out of memory"))
	}
	defer q.Close()
	if err := prepare(q); err != nil {
		return fail(err)
	}
	white := C.l_uint32(255)
	if C.pixGetDepth(q.pix) == 1 {
		white = 0
	}
	if err := q.replace(C.pixAddBorder(q.pix, margin, white)); err != nil {
		return fail(err)
	}
	data, err := q.tiff()
	if err != nil {
		return fail(err)
	}
	return Part{TIFF: data, Page: image.Pt(w, h), Origin: r.Min.Sub(image.Pt(margin, margin))}, nil
}

// setResolution writes what a file says of its resolution where leptonica keeps
// it.
func (p *Picture) setResolution(x, y float64) {
	const most = 1 << 16 // what is beyond it means nothing
	C.pixSetResolution(p.pix, C.l_int32(math.Round(min(x, most))), C.l_int32(math.Round(min(y, most))))
}

func (p *Picture) tiff() ([]byte, error) {
	p.setResolution(p.dpi, p.dpi)
	var data *C.l_uint8
	var size C.size_t
	if C.pixWriteMemTiff(&data, &size, p.pix, C.IFF_TIFF) != 0 || data == nil {
		return nil, errors.New("writing a TIFF")
	}
	defer C.free(unsafe.Pointer(data))
	return C.GoBytes(unsafe.Pointer(data), C.int(size)), nil
}

// Decodable is whether leptonica, and so Tesseract, can decode the picture. An
// undecodable one crashes Tesseract, an empty one makes it read the previous.
func Decodable(data []byte) bool {
	if len(data) == 0 {
		return false
	}
	pix := C.pixReadMem((*C.l_uint8)(unsafe.Pointer(&data[0])), C.size_t(len(data)))
	if pix == nil {
		return false
	}
	C.pixDestroy(&pix)
	return true
}
