package raster

/*
#include <leptonica/allheaders.h>

// fromColor takes over pixels of four bytes each: red, green, blue and what covers them.
static PIX *fromColor(unsigned char *pixels, int stride, int w, int h) {
	PIX *p = pixCreate(w, h, 32);
	if (!p)
		return NULL;
	for (int y = 0; y < h; y++) {
		l_uint32 *line = pixGetData(p) + y * pixGetWpl(p);
		for (int x = 0; x < w; x++) {
			unsigned char *c = pixels + y * stride + 4 * x;
			composeRGBPixel(c[0], c[1], c[2], line + x);
		}
	}
	return p;
}
*/
import "C"

import (
	"errors"
	"fmt"
	"image"
	"runtime"
	"unsafe"
)

// Print is black. Stamps, pens and coffee mostly are not, and are pale in a picture of the
// lightest of its three colours; see dropOut for those that lie over print.
const (
	hueApart = 50     // by how much, of 255, the colours of such ink differ; of yellowed paper less
	hueShare = 0.0003 // of the picture that such ink covers, from which on it is dropped
)

// InkDPI is enough to see by whether a page has ink of a colour on it.
const InkDPI = 50

// Inked says whether a picture has ink of a colour on it.
func Inked(img *image.RGBA) (bool, error) {
	p, err := inColor(img, InkDPI)
	if err != nil {
		return false, err
	}
	defer p.Close()
	return p.inked(), nil
}

// FromColor takes over a picture that was drawn at dpi, without the ink of a colour that is
// on it.
func FromColor(img *image.RGBA, dpi float64) (*Picture, error) {
	p, err := inColor(img, dpi)
	if err != nil {
		return nil, err
	}
	if err := p.dropOut(); err != nil {
		p.Close()
		return nil, fmt.Errorf("taking over a page drawn in color: %w", err)
	}
	return p, nil
}

func inColor(img *image.RGBA, dpi float64) (*Picture, error) {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	if w <= 0 || h <= 0 || len(img.Pix) < (h-1)*img.Stride+4*w {
		return nil, errors.New("taking over a page drawn in color: it is empty")
	}
	pix := C.fromColor((*C.uchar)(unsafe.Pointer(&img.Pix[0])), C.int(img.Stride), C.int(w), C.int(h))
	runtime.KeepAlive(img)
	if pix == nil {
		return nil, errors.New("taking over a page drawn in color: out of memory")
	}
	return &Picture{pix: pix, dpi: dpi}, nil
}

func (p *Picture) inked() bool {
	if C.pixGetDepth(p.pix) != 32 {
		return false
	}
	var between, colored C.l_float32
	if C.pixColorFraction(p.pix, 10, 250, hueApart, 1, &between, &colored) != 0 {
		return false
	}
	return float64(between)*float64(colored) >= hueShare
}
