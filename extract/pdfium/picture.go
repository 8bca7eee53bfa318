package pdfium

import (
	"fmt"
	"image"
	"math"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/requests"
)

// maxSide is the longest side of a rendered page in pixels: some files claim
// pages metres wide.
const maxSide = 12000

// Picture draws page i (from 0) in shades of grey, with at most maxPixels
// pixels. dpi is what was asked for and, if that would be too large, less. The
// picture is valid until release is called.
func (d *Document) Picture(i int, dpi float64, maxPixels int64) (picture *image.Gray, at float64, release func(), err error) {
	img, at, release, err := d.draw(i, dpi, maxPixels, requests.RenderImageFormatGrayscale)
	if err != nil {
		return nil, 0, nil, err
	}
	gray, ok := img.(*image.Gray)
	if !ok {
		release()
		return nil, 0, nil, fmt.Errorf("drawing page %d: PDFium gave no grey picture", i+1)
	}
	return gray, at, release, nil
}

// Color draws page i as Picture does, in color.
func (d *Document) Color(i int, dpi float64, maxPixels int64) (picture *image.RGBA, at float64, release func(), err error) {
	img, at, release, err := d.draw(i, dpi, maxPixels, requests.RenderImageFormatRGBA)
	if err != nil {
		return nil, 0, nil, err
	}
	color, ok := img.(*image.RGBA)
	if !ok {
		release()
		return nil, 0, nil, fmt.Errorf("drawing page %d: PDFium gave no picture in color", i+1)
	}
	return color, at, release, nil
}

func (d *Document) draw(i int, dpi float64, maxPixels int64, f requests.RenderImageFormat) (picture image.Image, at float64, release func(), err error) {
	w, h, err := d.Size(i)
	if err != nil {
		return nil, 0, nil, err
	}
	if w <= 0 || h <= 0 {
		return nil, 0, nil, fmt.Errorf("drawing page %d: the page has no area", i+1)
	}
	at = min(dpi, math.Sqrt(float64(maxPixels)/(w*h))*72, maxSide*72/max(w, h))
	r, err := d.inst.RenderPageInPixels(&requests.RenderPageInPixels{
		Page:        d.page(i),
		Width:       max(1, int(math.Round(w*at/72))),
		Height:      max(1, int(math.Round(h*at/72))),
		RenderFlags: enums.FPDF_RENDER_FLAG_ANNOT,
		ImageFormat: f,
	})
	if err != nil {
		return nil, 0, nil, fmt.Errorf("drawing page %d: %w", i+1, err)
	}
	return r.Result.RenderedImage, at, r.Cleanup, nil
}
