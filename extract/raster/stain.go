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

// patches are where a grey picture has such pixels in patches no smaller than side.
static PIX *patches(PIX *p, int from, int below, int side) {
	PIX *mid = between(p, from, below);
	PIX *flat = mid ? pixOpenBrick(NULL, mid, side, side) : NULL;
	pixDestroy(&mid);
	return flat;
}

// share is how much of the middle of a mask is black.
static float share(PIX *mask, float margin) {
	int w = pixGetWidth(mask), h = pixGetHeight(mask);
	BOX *middle = boxCreate(w * margin, h * margin, w * (1 - 2 * margin), h * (1 - 2 * margin));
	PIX *part = middle ? pixClipRectangle(mask, middle, NULL) : NULL;
	l_float32 is = 0;
	if (part) pixForegroundFraction(part, &is);
	boxDestroy(&middle);
	pixDestroy(&part);
	return is;
}

// keepNear makes paper, which has a grey of its own, of what lies around patches and not
// within reach of a pixel darker than ink.
static int keepNear(PIX *p, PIX *patch, int around, int ink, int reach, int paper) {
	PIX *dark = pixThresholdToBinary(p, ink);
	PIX *near = dark ? pixDilateBrick(NULL, dark, 2 * reach + 1, 2 * reach + 1) : NULL;
	PIX *where = pixDilateBrick(NULL, patch, 2 * around + 1, 2 * around + 1);
	PIX *rest = near && where ? pixSubtract(NULL, where, near) : NULL;
	int failed = !rest || pixSetMasked(p, rest, paper);
	pixDestroy(&dark);
	pixDestroy(&near);
	pixDestroy(&where);
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
	stainAround = 0.3    // inches from the patches of a stain to its edge
	margins     = 0.08   // of the page's sides, where a scanner's lid shows
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
	patches := C.patches(p.pix, at(stainFrom), at(stainBelow), px(stainSide))
	if patches == nil {
		return errors.New("looking for stains: out of memory")
	}
	defer C.pixDestroy(&patches)
	if C.share(patches, margins) < leastStain {
		return nil
	}
	if C.keepNear(p.pix, patches, px(stainAround), at(printBelow), px(strokesEdge), C.int(ground)) != 0 {
		return errors.New("taking stains off a page: out of memory")
	}
	return nil
}
