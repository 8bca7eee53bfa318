package raster

/*
#include <leptonica/allheaders.h>

// lid is a mask of what is darker than black and reaches the edge of a grey picture, where
// it is at least as thick as thick both ways: no print at the edge is. NULL if it can't be
// told.
static PIX *lid(PIX *p, int black, int thick, int edge) {
	PIX *dark = pixThresholdToBinary(p, black);
	PIX *whole = dark ? pixCloseSafeBrick(NULL, dark, 3, 3) : NULL; // grain makes holes in it
	PIX *touching = NULL;
	if (whole) {
		PIX *inner = pixRemoveBorderConnComps(whole, 8);
		if (inner) touching = pixSubtract(NULL, whole, inner);
		pixDestroy(&inner);
	}
	PIX *solid = touching ? pixOpenBrick(NULL, touching, thick, thick) : NULL;
	PIX *mask = solid ? pixDilateBrick(NULL, solid, 2 * edge + 1, 2 * edge + 1) : NULL;
	pixDestroy(&dark);
	pixDestroy(&whole);
	pixDestroy(&touching);
	pixDestroy(&solid);
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
	lidBlack = 0.3   // of the ground's grey, below which the lid of a scanner is
	lidThick = 0.08  // inches, more than the strokes of any print at the edge
	lidEdge  = 0.02  // inches from the lid to the paper
	leastLid = 0.005 // of the picture
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
	mask := C.lid(p.pix, C.int(lidBlack*float64(ground)), px(lidThick), px(lidEdge))
	if mask == nil {
		return errors.New("looking for the lid of the scanner: out of memory")
	}
	defer C.pixDestroy(&mask)
	if C.covered(mask) < leastLid {
		return nil
	}
	if C.pixSetMasked(p.pix, mask, C.l_uint32(ground)) != 0 {
		return errors.New("taking the lid of the scanner off a page: out of memory")
	}
	return nil
}
