package raster

/*
#include <leptonica/allheaders.h>

// darkened is a picture in black and white with all that is not much nearer to its ground
// than to its print in black: where a thin line that was turned goes from one row of
// pixels to the next, it is pale in both.
static PIX *darkened(PIX *p) {
	if (pixGetDepth(p) == 1) return pixClone(p);
	PIX *at = NULL;
	if (pixOtsuAdaptiveThreshold(p, pixGetWidth(p), pixGetHeight(p), 0, 0, 0.1f, &at, NULL)) return NULL;
	l_uint32 grey = 0;
	pixGetPixel(at, 0, 0, &grey);
	pixDestroy(&at);
	return pixThresholdToBinary(p, grey + (255 - grey) / 3);
}

// lines finds the pixels of straight lines at least len long and less than
// thick wide, that run across or down. A line that leans a little is a flight of
// short steps: it is made a pixel wider on both sides before it is measured.
static PIX *lines(PIX *b, int len, int thick, int across) {
	PIX *d = across ? pixDilateBrick(NULL, b, 1, 3) : pixDilateBrick(NULL, b, 3, 1);
	if (!d) return NULL;
	PIX *thin = across ? pixOpenBrick(NULL, d, len, 1) : pixOpenBrick(NULL, d, 1, len);
	PIX *solid = across ? pixOpenBrick(NULL, d, len, thick + 2) : pixOpenBrick(NULL, d, thick + 2, len);
	if (thin && solid) pixSubtract(thin, thin, solid);
	pixDestroy(&d);
	pixDestroy(&solid);
	return thin;
}

// flat finds the pieces of what is left on the page that are no thicker than a
// rule and at least so long, small gaps in them included.
static PIX *flat(PIX *rest, int least, int thick, int across) {
	int gap = thick + 1;
	PIX *closed = across ? pixCloseSafeBrick(NULL, rest, gap, 1) : pixCloseSafeBrick(NULL, rest, 1, gap);
	PIX *low = closed ? pixSelectBySize(closed, across ? 0 : thick, across ? thick : 0, 8,
		across ? L_SELECT_HEIGHT : L_SELECT_WIDTH, L_SELECT_IF_LTE, NULL) : NULL;
	PIX *found = low ? pixSelectBySize(low, across ? least : 0, across ? 0 : least, 8,
		across ? L_SELECT_WIDTH : L_SELECT_HEIGHT, L_SELECT_IF_GTE, NULL) : NULL;
	pixDestroy(&closed);
	pixDestroy(&low);
	return found;
}

// crumbs finds what dirt and steps have left of lines: pieces longer than a
// point or a comma that lie on a line, or on its continuation by reach, and of
// lines that run across also any flat piece half as long as a line must be. Going
// down such pieces are letters, the stem of an I in large type or the l that
// starts a line under a frame's edge: there only what lies between two pieces of
// a line is taken, or touches its end.
static PIX *crumbs(PIX *rest, PIX *line, int len, int reach, int thick, int across) {
	PIX *small = flat(rest, thick * 2, thick, across);
	PIX *joined = across ? pixClone(line) : pixCloseSafeBrick(NULL, line, 1, 2 * reach);
	PIX *way = !joined ? NULL : across ? pixDilateBrick(NULL, joined, 2 * reach + 1, 5) : pixDilateBrick(NULL, joined, 5, 2 * thick + 1);
	PIX *seed = small && way ? pixAnd(NULL, way, small) : NULL;
	PIX *found = seed ? pixSeedfillBinary(NULL, seed, small, 8) : NULL;
	if (found && across) {
		PIX *pieces = flat(rest, len / 2, thick, across);
		if (!pieces || !pixOr(found, found, pieces)) pixDestroy(&found);
		pixDestroy(&pieces);
	}
	pixDestroy(&small);
	pixDestroy(&joined);
	pixDestroy(&way);
	pixDestroy(&seed);
	return found;
}

// whiten clears the pixels of a mask.
static int whiten(PIX *p, PIX *mask) {
	if (pixGetDepth(p) == 1) return !pixSubtract(p, p, mask);
	PIX *wide = pixDilateBrick(NULL, mask, 3, 3); // with the grey edge of a line
	int failed = !wide || pixSetMasked(p, wide, 255);
	pixDestroy(&wide);
	return failed;
}

// beside counts the columns of a piece that have ink of the page close above or below
// it, whichever are more, and all of them.
static int beside(PIX *b, PIX *piece, int x0, int y0, int *all) {
	int w = pixGetWidth(piece), h = pixGetHeight(piece), W = pixGetWidth(b), H = pixGetHeight(b), over = 0, under = 0;
	l_uint32 *page = pixGetData(b), *data = pixGetData(piece);
	int rows = pixGetWpl(b), wpl = pixGetWpl(piece);
	*all = 0;
	for (int x = 0; x < w && x0 + x < W; x++) {
		int top = 0, bottom = h - 1;
		while (top < h && !GET_DATA_BIT(data + (size_t)top * wpl, x)) top++;
		if (top == h) continue;
		while (!GET_DATA_BIT(data + (size_t)bottom * wpl, x)) bottom--;
		int above = 0, below = 0;
		for (int k = 1; k <= 2; k++) { // the piece is a pixel higher than its line on both sides
			int u = y0 + top - k, d = y0 + bottom + k;
			above |= u >= 0 && GET_DATA_BIT(page + (size_t)u * rows, x0 + x);
			below |= d < H && GET_DATA_BIT(page + (size_t)d * rows, x0 + x);
		}
		over += above;
		under += below;
		(*all)++;
	}
	return over > under ? over : under;
}

// bare takes the pieces off a mask of lines that run across which have more ink
// beside them than a rule has: where letters that are out of focus touch, they look
// like a line. Returns 0 if it did.
static int bare(PIX *line, PIX *b, double most) {
	PIXA *pieces = NULL;
	BOXA *boxes = pixConnComp(line, &pieces, 8);
	int failed = !boxes || !pieces;
	for (l_int32 i = 0, n = failed ? 0 : boxaGetCount(boxes); i < n; i++) {
		l_int32 x, y, w, h, all;
		PIX *piece = pixaGetPix(pieces, i, L_CLONE);
		if (piece && boxaGetBoxGeometry(boxes, i, &x, &y, &w, &h) == 0 && beside(b, piece, x, y, &all) > most * all)
			pixRasterop(line, x, y, w, h, PIX_DST & PIX_NOT(PIX_SRC), piece, 0, 0);
		pixDestroy(&piece);
	}
	boxaDestroy(&boxes);
	pixaDestroy(&pieces);
	return failed;
}

// erase whitens the lines of a picture that frame and part its text. Returns 0
// if it did.
static int erase(PIX *p, PIX *b, int len, int reach, int thick, double inked) {
	PIX *line[2] = {lines(b, len, thick, 0), lines(b, len, thick, 1)};
	PIX *all = line[0] && line[1] && !bare(line[1], b, inked) ? pixOr(NULL, line[0], line[1]) : NULL;
	PIX *rest = all ? pixSubtract(NULL, b, all) : NULL;
	int failed = !rest;
	for (int across = 0; across < 2 && !failed; across++) {
		PIX *crumb = crumbs(rest, line[across], len, reach, thick, across);
		failed = !crumb || !pixOr(all, all, crumb);
		pixDestroy(&crumb);
	}
	failed = failed || whiten(p, all);
	pixDestroy(&line[0]);
	pixDestroy(&line[1]);
	pixDestroy(&rest);
	pixDestroy(&all);
	return failed;
}
*/
import "C"

import "errors"

// Lengths in inches.
const (
	ruleLength = 0.35 // how long a straight stroke must be to be a rule and not a part of a letter
	ruleReach  = 0.5  // how far from a rule a piece of it may have broken off
	ruleWidth  = 0.04 // how wide a rule may be
	ruleInked  = 0.3  // the part of a rule's length that may have ink close beside it
)

// EraseRules takes frames and rules off a picture. Tesseract leaves out words
// that stand close to one: the total in the last line of a frame, the first line
// of a framed block.
func (p *Picture) EraseRules() error {
	b := C.darkened(p.pix)
	if b == nil {
		return nil // nothing on it can be told from its ground
	}
	defer C.pixDestroy(&b)
	px := func(inches float64) C.int { return C.int(max(inches*p.dpi, 2)) }
	if C.erase(p.pix, b, px(ruleLength), px(ruleReach), px(ruleWidth), ruleInked) != 0 {
		return errors.New("taking the rules off a page: out of memory")
	}
	return nil
}

// whiten clears the pixels of a mask.
func (p *Picture) whiten(mask *C.PIX) error {
	if C.whiten(p.pix, mask) != 0 {
		return errors.New("out of memory")
	}
	return nil
}
