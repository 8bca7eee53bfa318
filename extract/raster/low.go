package raster

/*
#include <leptonica/allheaders.h>

// print is all that is printed on a region in gray, the palest strokes, too: all that is
// more than half way from the paper to the middle between paper and ink.
static PIX *print(PIX *p) {
	if (pixGetDepth(p) == 1)
		return pixClone(p);
	PIX *at = NULL, *paper = NULL;
	l_uint32 middle = 0;
	l_float32 white = 255;
	if (pixOtsuAdaptiveThreshold(p, pixGetWidth(p), pixGetHeight(p), 0, 0, 0.1f, &at, &paper))
		return NULL;
	pixInvert(paper, paper);
	pixGetPixel(at, 0, 0, &middle);
	pixGetAverageMasked(p, paper, 0, 0, 1, L_MEAN_ABSVAL, &white);
	pixDestroy(&at);
	pixDestroy(&paper);
	return pixThresholdToBinary(p, (l_int32)((middle + white) / 2));
}

// stacked says whether two pieces stand one on the other and are as high together as a
// figure is: what a scan broke at its thin neck, a 5.
static int stacked(BOX *a, BOX *b, double least, double most) {
	l_int32 ax, ay, aw, ah, bx, by, bw, bh;
	boxGetGeometry(a, &ax, &ay, &aw, &ah);
	boxGetGeometry(b, &bx, &by, &bw, &bh);
	l_int32 common = L_MIN(ax + aw, bx + bw) - L_MAX(ax, bx);
	l_int32 high = L_MAX(ay + ah, by + bh) - L_MIN(ay, by);
	return 2 * common >= L_MIN(aw, bw) && high >= least && high <= most;
}

enum { MANY = 1000 }; // pieces that are compared with one another at most

// low are the pieces of print that are not so high as a part of the highest letters.
// Connected pieces: an accent or the dot of an i is one, too.
static PIX *low(PIX *b, double part) {
	BOXA *boxes = pixConnCompBB(b, 8);
	if (!boxes)
		return NULL;
	l_int32 n = boxaGetCount(boxes);
	NUMA *heights = numaCreate(n > 0 ? n : 1);
	for (l_int32 i = 0; heights && i < n; i++) {
		l_int32 x, y, w, h;
		if (boxaGetBoxGeometry(boxes, i, &x, &y, &w, &h) == 0 && h > 3)
			numaAddNumber(heights, h);
	}
	l_float32 high = 0;
	if (heights && numaGetCount(heights) > 0)
		numaGetRankValue(heights, 0.9, NULL, 0, &high);
	numaDestroy(&heights);
	l_int32 least = (l_int32)(part * high + 0.5);
	BOXA *small = boxaSelectBySize(boxes, 0, (l_int32)(0.9 * high), L_SELECT_HEIGHT, L_SELECT_IF_LT, NULL);
	boxaDestroy(&boxes);
	PIX *out = pixSelectBySize(b, 0, least, 8, L_SELECT_HEIGHT, L_SELECT_IF_LT, NULL);
	n = small ? boxaGetCount(small) : 0;
	for (l_int32 i = 0; out && i < n && n <= MANY; i++)
		for (l_int32 j = i + 1; j < n; j++) {
			BOX *a = boxaGetBox(small, i, L_CLONE), *c = boxaGetBox(small, j, L_CLONE);
			if (stacked(a, c, 0.85 * high, 1.15 * high)) {
				pixClearInRect(out, a);
				pixClearInRect(out, c);
			}
			boxDestroy(&a);
			boxDestroy(&c);
		}
	boxaDestroy(&small);
	return out;
}

// wipe makes paper of what a mask covers; 0 if it did.
static int wipe(PIX *p, PIX *mask) {
	if (pixGetDepth(p) == 1)
		return pixSubtract(p, p, mask) == NULL;
	return pixSetMasked(p, mask, 255);
}
*/
import "C"

import "errors"

// lowest is how high a mark is, against the highest letters, that may be a figure
// or a small letter: small letters are from 0.65 on, asterisks up to 0.5.
const lowest = 0.6

// dropLow takes off marks that are lower than figures.
func (p *Picture) dropLow() error {
	b := C.print(p.pix)
	if b == nil {
		return nil // nothing on it
	}
	defer C.pixDestroy(&b)
	low := C.low(b, lowest)
	if low == nil {
		return errors.New("taking low marks off a region: out of memory")
	}
	defer C.pixDestroy(&low)
	if C.wipe(p.pix, low) != 0 {
		return errors.New("taking low marks off a region: out of memory")
	}
	return nil
}
