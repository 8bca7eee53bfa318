package raster

/*
#include <leptonica/allheaders.h>

// levels finds the grey of the ground, which is the most frequent one, and that
// of the print: ink is the share of the pixels that are as dark. -1 if it can't.
static int levels(PIX *p, float ink, int *ground) {
	NUMA *h = pixGetGrayHistogram(p, 1);
	if (!h) return -1;
	l_float32 most, all, sum = 0;
	int dark = 0;
	numaGetMax(h, &most, ground);
	numaGetSum(h, &all);
	for (; dark < *ground; dark++) {
		l_float32 n;
		numaGetFValue(h, dark, &n);
		if ((sum += n) >= ink * all) break;
	}
	numaDestroy(&h);
	return dark;
}

// marks counts the pieces of a picture that are as wide or high as letters: from
// least to most.
static int marks(PIX *b, int least, int most) {
	int width = least, height = least, widest = most, highest = most;
	PIX *big = pixSelectBySize(b, width, height, 8, L_SELECT_IF_EITHER, L_SELECT_IF_GTE, NULL);
	PIX *found = big ? pixSelectBySize(big, widest, highest, 8, L_SELECT_IF_BOTH, L_SELECT_IF_LTE, NULL) : NULL;
	l_int32 n = 0;
	if (found) pixCountConnComp(found, 8, &n);
	pixDestroy(&big);
	pixDestroy(&found);
	return n;
}

static PIX *stretch(PIX *p, int dark, int bright) { return pixGammaTRC(NULL, p, 1.0f, dark, bright); }
*/
import "C"

import "fmt"

const (
	brightGround = 220   // from this grey on the ground is white enough
	inkShare     = 0.002 // of the pixels of a page with a few lines
	leastRange   = 16    // greys between ground and print, below which it is all noise
	groundSpread = 0.96  // of the ground's grey, its own noise: what is brighter is white
)

const (
	leastMark, mostMark = 0.04, 0.3 // inches, the size of letters
	fewMarks            = 40        // so many are dirt
)

// levels are the greys of print and of ground, where they can be told.
func (p *Picture) levels() (dark, ground int, ok bool) {
	var g C.int
	d := C.levels(p.pix, inkShare, &g)
	return int(d), int(g), d >= 0
}

// Printed says whether there is print on the picture, or something that is much
// like it, so that a page on which no word was recognised is not taken for blank.
func (p *Picture) Printed() bool {
	if C.pixGetDepth(p.pix) == 8 {
		if dark, ground, ok := p.levels(); !ok || float64(ground)*groundSpread-float64(dark) < leastRange {
			return false
		}
	}
	b := p.blackAndWhite()
	if b == nil {
		return false
	}
	defer C.pixDestroy(&b)
	return C.marks(b, C.int(leastMark*p.dpi), C.int(mostMark*p.dpi)) >= fewMarks
}

// Stretch makes the ground of a grey picture white and its print black. Tesseract
// parts print from ground at one grey, and on a dim page white edges pull it up
// until all of the page is black. A picture on a white ground stays as it is to
// the bit.
func (p *Picture) Stretch() error {
	if C.pixGetDepth(p.pix) != 8 {
		return nil
	}
	dark, ground, ok := p.levels()
	if !ok || ground >= brightGround || float64(ground)*groundSpread-float64(dark) < leastRange {
		return nil
	}
	if err := p.replace(C.stretch(p.pix, C.int(dark), C.int(float64(ground)*groundSpread))); err != nil {
		return fmt.Errorf("stretching the contrast of a page: %w", err)
	}
	return nil
}
