package raster

/*
#include <leptonica/allheaders.h>

// along leaves of a mask what reaches the edge of the picture on a front of some length.
static PIX *along(PIX *mask, int front) {
	int w = pixGetWidth(mask), h = pixGetHeight(mask);
	BOX *inner = boxCreate(1, 1, w - 2, h - 2);
	PIX *edge = pixCopy(NULL, mask);
	PIX *seed = NULL, *kept = NULL;
	if (edge && inner && !pixClearInRect(edge, inner)) {
		PIX *across = pixOpenBrick(NULL, edge, front, 1), *down = pixOpenBrick(NULL, edge, 1, front);
		if (across && down) seed = pixOr(NULL, across, down);
		pixDestroy(&across);
		pixDestroy(&down);
	}
	if (seed) kept = pixSeedfillBinary(NULL, seed, mask, 8);
	boxDestroy(&inner);
	pixDestroy(&edge);
	pixDestroy(&seed);
	return kept;
}

// shallow leaves of a mask what is within some way from the edge of the picture, and beyond
// that what is as thick as that way is long: no pen or clip is.
static PIX *shallow(PIX *mask, int way) {
	int w = pixGetWidth(mask), h = pixGetHeight(mask);
	BOX *inner = boxCreate(way, way, w - 2 * way, h - 2 * way);
	PIX *rim = pixCopy(NULL, mask), *thick = pixOpenBrick(NULL, mask, way, way);
	PIX *both = NULL;
	if (inner && rim && thick && !pixClearInRect(rim, inner)) both = pixOr(NULL, rim, thick);
	boxDestroy(&inner);
	pixDestroy(&rim);
	pixDestroy(&thick);
	return both;
}

// lid is a mask of what is darker than black, as thick as thick both ways, and reaches the
// edge of a grey picture on a front, without what juts out of it over the page.
static PIX *lid(PIX *p, int black, int thick, int front, int way, int edge) {
	PIX *dark = pixThresholdToBinary(p, black);
	PIX *whole = dark ? pixCloseSafeBrick(NULL, dark, 3, 3) : NULL; // grain makes holes in it
	PIX *solid = whole ? pixOpenBrick(NULL, whole, thick, thick) : NULL;
	PIX *outer = solid ? along(solid, front) : NULL;
	PIX *flat = outer ? shallow(outer, way) : NULL;
	PIX *mask = flat ? pixDilateBrick(NULL, flat, 2 * edge + 1, 2 * edge + 1) : NULL;
	pixDestroy(&dark);
	pixDestroy(&whole);
	pixDestroy(&solid);
	pixDestroy(&outer);
	pixDestroy(&flat);
	return mask;
}

static float covered(PIX *mask) {
	l_float32 is = 0;
	pixForegroundFraction(mask, &is);
	return is;
}
*/
import "C"

import "errors"

const (
	lidBlack = 0.25  // of the ground's grey, below which the lid of a scanner is
	lidThick = 0.08  // inches, more than the strokes of any print at the edge
	lidFront = 1.0   // inches of the edge of the picture, more than a finger covers
	lidWay   = 0.5   // inches from that edge, within which nothing is printed
	lidEdge  = 0.02  // inches from the lid to the paper
	leastLid = 0.005 // of the picture
	mostLid  = 0.5   // of it
)

// DropLid makes paper of the black lid of a scanner that shows around a page in shades of
// grey: beside it all that is on a pale page is ground. A picture without one stays as it
// is to the bit.
func (p *Picture) DropLid() error {
	if C.pixGetDepth(p.pix) != 8 {
		return nil
	}
	_, ground, ok := p.levels()
	if !ok {
		return nil
	}
	px := func(inches float64) C.int { return C.int(max(inches*p.dpi+0.5, 1)) }
	if C.int(min(p.Width(), p.Height())) <= 2*px(lidWay) {
		return nil // no sheet is as small
	}
	mask := C.lid(p.pix, C.int(lidBlack*float64(ground)), px(lidThick), px(lidFront), px(lidWay), px(lidEdge))
	if mask == nil {
		return errors.New("looking for the lid of the scanner: out of memory")
	}
	defer C.pixDestroy(&mask)
	if covered := C.covered(mask); covered < leastLid || covered > mostLid {
		return nil
	}
	if C.pixSetMasked(p.pix, mask, C.l_uint32(ground)) != 0 {
		return errors.New("taking the lid of the scanner off a page: out of memory")
	}
	return nil
}
