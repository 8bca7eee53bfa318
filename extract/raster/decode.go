package raster

/*
#include <leptonica/allheaders.h>
*/
import "C"

import (
	"errors"
	"fmt"
	"math"
	"unsafe"

	"noticed/extract/format"
)

const (
	// FirstDPI is what a page is read at: 300 costs a quarter more and reads no
	// better.
	FirstDPI = 200
	// SecondDPI is for reading a page once more by other eyes.
	SecondDPI = 300
	// guessed resolutions are taken half as high again: a photo shows more than
	// the page.
	guess = 1.5
	// plausible resolutions; cameras write 72 or 96 and mean nothing by it.
	minDPI, maxDPI = 100, 1300
	// paper is the longer side of the sheet a picture without resolution is taken
	// for, in inches.
	paper = 11
)

func init() { C.setMsgSeverity(C.L_SEVERITY_NONE) }

// Decode decodes a page (from 0) of a picture file: with square pixels, turned
// as EXIF or TIFF says, for reading at dpi ([FirstDPI] or [SecondDPI]). Headers
// must have been looked at before (see format.Sizes): here pixels are allocated.
func Decode(data []byte, f format.Format, page int, dpi float64) (*Picture, error) {
	fail := func(err error) (*Picture, error) { return nil, fmt.Errorf("decoding a %s picture: %w", f, err) }
	if len(data) == 0 {
		return fail(errors.New("it is empty"))
	}
	orientation := exifOrientation(data, f)
	if f == format.TIFF {
		data, orientation = upright(data, page)
	}
	p := &Picture{pix: read(data, f, page)}
	if p.pix == nil {
		if p = plain(data, f, page); p == nil {
			return fail(errors.New("it is damaged, cut off or of a kind that can't be read"))
		}
	}
	if f == format.TIFF && cutFax(p.pix, data, page) {
		p.Close()
		return fail(errors.New("it is damaged or cut off"))
	}
	if err := p.normalise(dpi); err != nil {
		p.Close()
		return fail(err)
	}
	if err := p.turn(orientation); err != nil {
		p.Close()
		return fail(err)
	}
	return p, nil
}

func read(data []byte, f format.Format, page int) *C.PIX {
	b, n := (*C.l_uint8)(unsafe.Pointer(&data[0])), C.size_t(len(data))
	switch f {
	case format.PNG:
		return C.pixReadMemPng(b, n)
	case format.JPEG:
		var warnings C.l_int32
		return C.pixReadMemJpeg(b, n, 0, 1, &warnings, 0) // 0: no damaged picture
	case format.TIFF:
		return C.pixReadMemTiff(b, n, C.l_int32(page))
	case format.WebP:
		return C.pixReadMemWebP(b, n)
	case format.BMP:
		return C.pixReadMemBmp(b, n)
	case format.HEIC:
		return readHEIC(data, page)
	}
	return nil
}

// normalise makes the picture grey or black and white, its pixels square, and
// its resolution one to read at.
func (p *Picture) normalise(dpi float64) error {
	xres, yres := float64(C.pixGetXRes(p.pix)), float64(C.pixGetYRes(p.pix))
	if C.pixGetColormap(p.pix) != nil { // pixConvertTo8 takes no notice of a palette of two colours
		if err := p.replace(C.pixRemoveColormap(p.pix, C.REMOVE_CMAP_WITH_ALPHA)); err != nil {
			return err
		}
	}
	if C.pixGetSpp(p.pix) == 4 {
		if err := p.replace(C.pixRemoveAlpha(p.pix)); err != nil {
			return err
		}
	}
	if p.inked() {
		if err := p.dropOut(); err != nil {
			return err
		}
	}
	if C.pixGetDepth(p.pix) != 1 {
		if err := p.replace(C.pixConvertTo8(p.pix, 0)); err != nil {
			return err
		}
	}
	if r := xres / yres; xres >= 50 && yres >= 50 && (r > 1.1 || r < 0.9) && r < 8 && r > 0.125 { // a fax: 204 x 98
		fx, fy := math.Max(yres/xres, 1), math.Max(xres/yres, 1)
		if err := p.replace(C.pixScale(p.pix, C.l_float32(fx), C.l_float32(fy))); err != nil {
			return err
		}
		xres = math.Max(xres, yres)
	}
	p.dpi = xres
	if xres < minDPI || xres > maxDPI {
		p.dpi = math.Max(float64(max(p.Width(), p.Height()))/paper, 20)
		dpi *= guess
	}
	// Small type is lost on Tesseract; but for the second reading a picture is
	// always brought to its resolution, so that the two differ.
	enough := math.Min(dpi, 140)
	if dpi >= SecondDPI {
		enough = dpi / 1.1
	}
	switch {
	case p.dpi > dpi*1.25:
		return p.Scale(dpi)
	case p.dpi < enough:
		return p.Scale(math.Min(dpi, p.dpi*3))
	}
	return nil
}

// turn applies an EXIF orientation (1 to 8).
func (p *Picture) turn(orientation int) error {
	quads := map[int]C.l_int32{3: 2, 4: 2, 5: 1, 6: 1, 7: 3, 8: 3}[orientation]
	if quads != 0 {
		if err := p.replace(C.pixRotateOrth(p.pix, quads)); err != nil {
			return err
		}
	}
	switch orientation {
	case 2, 4, 5, 7: // mirrored
		return p.replace(C.pixFlipLR(nil, p.pix))
	}
	return nil
}
