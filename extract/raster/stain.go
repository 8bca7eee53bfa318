package raster

/*
#include <leptonica/allheaders.h>

// between are the pixels of a grey picture from one grey up to another, black on a mask.
static PIX *between(PIX *p, int from, int below) {
	PIX *dark = pixThresholdToBinary(p, from), *all = pixThresholdToBinary(p, below);
	PIX *mid = dark && all ? pixSubtract(NULL, all, dark) : NULL;
	pixDestroy(&dark);
	pixDestroy(&all);
	return mid;
}

// flatShare is the share of a picture that lies in patches of such pixels no smaller
// than side; negative if it can't be told.
static float flatShare(PIX *p, int from, int below, int side) {
	PIX *mid = between(p, from, below);
	PIX *flat = mid ? pixOpenBrick(NULL, mid, side, side) : NULL;
	l_float32 share = -1;
	if (flat) pixForegroundFraction(flat, &share);
	pixDestroy(&mid);
	pixDestroy(&flat);
	return share;
}

// keepNear whitens all that is not within reach of a pixel darker than ink.
static int keepNear(PIX *p, int ink, int reach) {
	PIX *dark = pixThresholdToBinary(p, ink);
	PIX *near = dark ? pixDilateBrick(NULL, dark, 2 * reach + 1, 2 * reach + 1) : NULL;
	PIX *rest = near ? pixInvert(NULL, near) : NULL;
	int failed = !rest || pixSetMasked(p, rest, 255);
	pixDestroy(&dark);
	pixDestroy(&near);
	pixDestroy(&rest);
	return failed;
}
*/
import "C"

import "errors"

// A stain is darker than paper, paler than print, and larger than any stroke of it.
const (
	stainFrom   = 0.3    // of the way from print to paper, where stains begin
	stainBelow  = 0.85   // and end
	stainSide   = 0.08   // inches, more than the small letters of a line out of focus are high
	leastStain  = 0.0005 // of the page
	printBelow  = 0.33   // of the way from print to paper: the strokes have a core that is darker, and no edge of a stain has
	strokesEdge = 0.01   // inches from the core of a stroke to its pale edge
)

// LiftStains takes what is spilt on a page in shades of grey off it, where there is
// any: Tesseract parts print from ground at one grey, and takes the edge of a stain for
// print.
func (p *Picture) LiftStains() error {
	if C.pixGetDepth(p.pix) != 8 {
		return nil
	}
	dark, ground, ok := p.levels()
	if !ok || float64(ground)*groundSpread-float64(dark) < leastRange {
		return nil
	}
	at := func(part float64) C.int { return C.int(float64(dark) + part*float64(ground-dark)) }
	px := func(inches float64) C.int { return C.int(max(inches*p.dpi+0.5, 1)) }
	if C.flatShare(p.pix, at(stainFrom), at(stainBelow), px(stainSide)) < leastStain {
		return nil
	}
	if C.keepNear(p.pix, at(printBelow), px(strokesEdge)) != 0 {
		return errors.New("taking stains off a page: out of memory")
	}
	return nil
}
