package raster

/*
#include <leptonica/allheaders.h>

// upTo are the pieces of a black-and-white picture that are no wider and no
// higher than size.
static PIX *upTo(PIX *b, int size) {
	int widest = size, highest = size;
	return pixSelectBySize(b, widest, highest, 8, L_SELECT_IF_BOTH, L_SELECT_IF_LTE, NULL);
}

// pieces counts the pieces of a picture; -1 if it can't.
static int pieces(PIX *b) {
	l_int32 n = 0;
	return !b || pixCountConnComp(b, 8, &n) ? -1 : n;
}

// piecesWithin counts those in the middle of a picture, as pieces does.
static int piecesWithin(PIX *b, float margin) {
	int w = pixGetWidth(b), h = pixGetHeight(b);
	BOX *middle = boxCreate(w * margin, h * margin, w * (1 - 2 * margin), h * (1 - 2 * margin));
	PIX *part = middle ? pixClipRectangle(b, middle, NULL) : NULL;
	int n = pieces(part);
	boxDestroy(&middle);
	pixDestroy(&part);
	return n;
}

// lonely are the pieces no larger than size that no larger piece is within reach
// of, or half as much above and below.
static PIX *lonely(PIX *b, int size, int reach) {
	PIX *small = upTo(b, size);
	PIX *big = small ? pixSubtract(NULL, b, small) : NULL;
	PIX *near = big ? pixDilateBrick(NULL, big, 2 * reach + 1, reach + 1) : NULL;
	PIX *seed = near ? pixAnd(NULL, near, small) : NULL;
	PIX *kept = seed ? pixSeedfillBinary(NULL, seed, small, 8) : NULL;
	PIX *found = kept ? pixSubtract(NULL, small, kept) : NULL;
	pixDestroy(&small);
	pixDestroy(&big);
	pixDestroy(&near);
	pixDestroy(&seed);
	pixDestroy(&kept);
	return found;
}

// rough is the share of the pixels in the middle of a grey picture that differ from
// their surroundings by more than least; negative if it can't be told.
static float rough(PIX *p, int least) {
	int w = pixGetWidth(p), h = pixGetHeight(p);
	BOX *middle = boxCreate(w / 4, h / 4, w / 2, h / 2);
	PIX *part = middle ? pixClipRectangle(p, middle, NULL) : NULL;
	PIX *even = part ? pixBlockconvGray(part, NULL, 1, 1) : NULL;
	PIX *rest = even ? pixAbsDifference(part, even) : NULL;
	PIX *like = rest ? pixThresholdToBinary(rest, least) : NULL; // black where it is below
	l_float32 share = 2;
	if (like) pixForegroundFraction(like, &share);
	boxDestroy(&middle);
	pixDestroy(&part);
	pixDestroy(&even);
	pixDestroy(&rest);
	pixDestroy(&like);
	return 1 - share;
}

// median takes the middle of each pixel and its eight neighbours.
static PIX *median(PIX *p) {
	return pixGetDepth(p) == 1 ? pixBlockrank(p, NULL, 1, 1, 0.5f) : pixMedianFilter(p, 3, 3);
}
*/
import "C"

import (
	"errors"
	"fmt"
)

// Lengths in inches.
const (
	grain      = 0.01  // a speck of this size or less is noise of the scanner
	speck      = 0.025 // one of this size is dirt, unless it belongs to print: a full stop
	speckReach = 0.07  // how near to a figure its decimal point is, typewritten
	// grainy is how many grains there are on a square inch of a page that is full
	// of noise. Print has hardly any.
	grainy = 150
)

const (
	noise = 8   // greys by which a pixel of smooth paper hardly differs from those around it
	noisy = 0.3 // of the pixels of a noisy page do; of print on smooth paper a tenth
)

const (
	grainless   = 2   // greys by which a pixel of paper without any noise differs from those around it
	smoothShare = 0.4 // of the pixels of a page full of print on such paper fewer do; of one with the least noise, most
)

// smoothPaper says whether there is no noise on a grey picture.
func (p *Picture) smoothPaper() bool { return C.rough(p.pix, grainless) < smoothShare }

// upTo are the pieces of a black-and-white picture that are no larger than size.
func upTo(b *C.PIX, size C.int) *C.PIX { return C.upTo(b, size) }

// noisy says whether there is noise all over a grey picture.
func (p *Picture) noisy() bool {
	return C.pixGetDepth(p.pix) == 8 && min(p.Width(), p.Height()) >= 100 && C.rough(p.pix, noise) > noisy
}

// Despeckle takes dirt off a picture: specks that stand by themselves, and noise
// that covers all of it, print and ground, with grains of a pixel. Tesseract finds
// no words among them.
func (p *Picture) Despeckle() error {
	if d := C.pixGetDepth(p.pix); d != 1 && d != 8 {
		return nil
	}
	px := func(inches float64) C.int { return C.int(max(inches*p.dpi+0.5, 1)) }
	if p.noisy() {
		if err := p.replace(C.median(p.pix)); err != nil {
			return fmt.Errorf("taking noise off a page: %w", err)
		}
	}
	b := p.blackAndWhite()
	if b == nil {
		return nil // nothing on it can be told from its ground
	}
	defer func() { C.pixDestroy(&b) }()
	grains := upTo(b, px(grain))
	n := C.pieces(grains)
	C.pixDestroy(&grains)
	if float64(n) > grainy*float64(p.Width())/p.dpi*float64(p.Height())/p.dpi {
		if err := p.replace(C.median(p.pix)); err != nil {
			return fmt.Errorf("taking noise off a page: %w", err)
		}
		C.pixDestroy(&b)
		if b = p.blackAndWhite(); b == nil {
			return nil
		}
	}
	specks := C.lonely(b, px(speck), px(speckReach))
	if specks == nil {
		return errors.New("taking specks off a page: out of memory")
	}
	defer C.pixDestroy(&specks)
	var none C.l_int32
	if C.pixZero(specks, &none) == 0 && none != 0 {
		return nil
	}
	inch := p.dpi * p.dpi
	middle := (1 - 2*margins) * (1 - 2*margins) * float64(p.Width()) * float64(p.Height()) / inch
	if n := float64(C.piecesWithin(specks, margins)) / middle; n > strewn {
		p.strewn = n
	}
	if err := p.whiten(specks); err != nil {
		return fmt.Errorf("taking specks off a page: %w", err)
	}
	return nil
}
