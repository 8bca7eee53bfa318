package raster

/*
#include <leptonica/allheaders.h>

// between is the share of the pixels of print that are neither print nor ground in
// full; ink is the share of all pixels that are as dark as print. -1 if it can't be
// told.
static float between(PIX *p, float ink, float print, float ground) {
	NUMA *h = pixGetGrayHistogram(p, 1);
	if (!h) return -1;
	l_float32 all, most, n, sum = 0, full = 0, part = 0;
	l_int32 bright = 0, dark = 0;
	numaGetMax(h, &most, &bright);
	numaGetSum(h, &all);
	for (; dark < bright; dark++) {
		numaGetFValue(h, dark, &n);
		if ((sum += n) >= ink * all) break;
	}
	for (l_int32 v = 0; v <= dark + ground * (bright - dark); v++) {
		numaGetFValue(h, v, &n);
		if (v <= dark + print * (bright - dark)) full += n;
		else part += n;
	}
	numaDestroy(&h);
	return full + part > 0 ? part / (full + part) : -1;
}

static PIX *sharpened(PIX *p, int half, float by) { return pixUnsharpMaskingGray(p, half, by); }
*/
import "C"

import "fmt"

const (
	// darkest is the share of a page's pixels by which the grey of its print is told.
	darkest = 0.01
	// fullPrint and fullGround are how far from the grey of the print to that of the
	// ground a pixel is that is no edge.
	fullPrint, fullGround = 0.3, 0.75
	// soft is how many of the pixels of print are edge on a page that is out of focus:
	// of a sharp page at FirstDPI less than half are.
	soft = 0.55

	sharpenReach = 0.025 // inches
	sharpenBy    = 2.0
)

// Soft says whether a picture in shades of grey is out of focus and yet smooth enough
// to be sharpened: noise would grow with the print. It is told at FirstDPI.
func (p *Picture) Soft() bool {
	return C.pixGetDepth(p.pix) == 8 && min(p.Width(), p.Height()) >= 100 &&
		float64(C.between(p.pix, darkest, fullPrint, fullGround)) > soft && p.smoothPaper()
}

// Sharpen raises print that is out of focus from its ground.
func (p *Picture) Sharpen() error {
	if C.pixGetDepth(p.pix) != 8 {
		return nil
	}
	if err := p.replace(C.sharpened(p.pix, C.int(sharpenReach*p.dpi+0.5), sharpenBy)); err != nil {
		return fmt.Errorf("sharpening a page: %w", err)
	}
	return nil
}
