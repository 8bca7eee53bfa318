package raster

/*
#include <leptonica/allheaders.h>

enum { GRAYS = 256 };

// spread is by how much the colours of each pixel differ from one another.
static PIX *spread(PIX *color, PIX *lightest) {
	PIX *darkest = pixConvertRGBToGrayMinMax(color, L_CHOOSE_MIN);
	PIX *d = darkest ? pixSubtractGray(NULL, lightest, darkest) : NULL;
	pixDestroy(&darkest);
	return d;
}

// luminance is how light a picture is to the eye, its noise evened out.
static PIX *luminance(PIX *color) {
	PIX *l = pixConvertRGBToLuminance(color);
	PIX *even = l ? pixBlockconvGray(l, NULL, 1, 1) : NULL;
	pixDestroy(&l);
	return even;
}

// inkMask is black where a picture has ink of a colour.
static PIX *inkMask(PIX *color, PIX *lightest, int apart) {
	PIX *d = spread(color, lightest);
	PIX *mask = d ? pixThresholdToBinary(d, apart) : NULL; // black where it differs by less
	pixDestroy(&d);
	return mask ? pixInvert(mask, mask) : NULL;
}

// nth is the grey of the nth darkest of what was counted, or -1 if there are fewer.
static int nth(const int *count, int n) {
	for (int v = 0, sum = 0; v < GRAYS; v++)
		if ((sum += count[v]) >= n) return v;
	return -1;
}

// middle is the grey in the middle of what was counted, or -1 if nothing was.
static int middle(const int *count) {
	int all = 0;
	for (int v = 0; v < GRAYS; v++) all += count[v];
	return all ? nth(count, (all + 1) / 2) : -1;
}

// rules of the dropout: see the constants of the same names in Go.
typedef struct {
	int fringe, around, darkest, least, leastUnder, contrast, mostWidth, mostHeight;
	double pale, print, ink;
} dropout;

// scale is where print and a piece of ink are in a picture.
typedef struct { int print, ink; } scale;

// way is how far a grey is from print to ink: 0 is print, 1 ink.
static double way(int v, scale s) { return (double)(v - s.print) / (s.ink - s.print); }

// lift makes paper of one piece of ink, which a mask of the size of the box tells, and
// leaves what is printed under it. It gives -1 if memory ran out.
static int lift(PIX *gray, PIX *luma, PIX *ink, PIX *hued, BOX *box, PIX *piece, const dropout *r) {
	int margin = r->fringe + r->around, w = pixGetWidth(gray), h = pixGetHeight(gray), x0, y0, bw, bh;
	boxGetGeometry(box, &x0, &y0, &bw, &bh);
	if (bw > r->mostWidth || bh > r->mostHeight || (long)bw * bh < r->least) return 0;
	PIX *on = pixAddBorder(piece, margin, 0);
	PIX *near = on ? pixDilateBrick(NULL, on, 2 * r->fringe + 1, 2 * r->fringe + 1) : NULL;
	pixDestroy(&on);
	if (!near) return -1;
	x0 -= margin, y0 -= margin, bw += 2 * margin, bh += 2 * margin;
	int left = x0 < 0 ? -x0 : 0, top = y0 < 0 ? -y0 : 0, right = x0 + bw > w ? w - x0 : bw, below = y0 + bh > h ? h - y0 : bh;
	int inks[GRAYS] = {0}, under[GRAYS] = {0}, beside[GRAYS] = {0}, inkLumas[GRAYS] = {0}, lumas[GRAYS] = {0}, n = 0;
	for (int y = top; y < below; y++) {
		for (int x = left; x < right; x++) {
			l_uint32 v, l, by, pure;
			pixGetPixel(gray, x0 + x, y0 + y, &v);
			pixGetPixel(luma, x0 + x, y0 + y, &l);
			pixGetPixel(near, x, y, &by);
			pixGetPixel(ink, x0 + x, y0 + y, &pure);
			if (!by) { beside[v]++; continue; }
			under[v]++, lumas[l]++;
			if (pure) inks[v]++, inkLumas[l]++, n++;
		}
	}
	int paper = middle(beside);
	scale light = {nth(under, r->leastUnder), middle(inks)}, lum = {nth(lumas, r->leastUnder), middle(inkLumas)};
	int lies = n >= r->least && light.print >= 0 && light.print <= r->darkest && light.ink - light.print > r->pale * (paper - light.print);
	for (int y = top; lies && y < below; y++) {
		for (int x = left; x < right; x++) {
			l_uint32 v, l, by, tinged;
			pixGetPixel(near, x, y, &by);
			if (!by) continue;
			pixGetPixel(gray, x0 + x, y0 + y, &v);
			pixGetPixel(luma, x0 + x, y0 + y, &l);
			pixGetPixel(hued, x0 + x, y0 + y, &tinged);
			double far = way(v, light);
			if (tinged && lum.ink - lum.print >= r->contrast) far = (far + way(l, lum)) / 2;
			double to = (light.print + far * (light.ink - light.print)) / light.ink * paper;
			if (far > r->print) to += (paper - to) * (far - r->print) / (r->ink - r->print);
			pixSetPixel(gray, x0 + x, y0 + y, far >= r->ink || to > paper ? paper : to < 0 ? 0 : to);
		}
	}
	pixDestroy(&near);
	return 0;
}

// dropOut lifts every piece of ink there is; those nearer to one another than join are one.
// It gives -1 if memory ran out.
static int dropOut(PIX *gray, PIX *luma, PIX *ink, int join, const dropout *r) {
	PIX *clean = pixOpenBrick(NULL, ink, 2, 2), *hued = pixDilateBrick(NULL, ink, 3, 3);
	PIX *joined = clean ? pixCloseSafeBrick(NULL, clean, join, join) : NULL;
	PIXA *pieces = NULL;
	BOXA *boxes = joined && hued ? pixConnComp(joined, &pieces, 8) : NULL;
	int failed = boxes ? 0 : -1;
	for (int i = 0; !failed && i < boxaGetCount(boxes); i++) {
		BOX *box = boxaGetBox(boxes, i, L_CLONE);
		PIX *piece = pixaGetPix(pieces, i, L_CLONE);
		failed = box && piece ? lift(gray, luma, ink, hued, box, piece, r) : -1;
		boxDestroy(&box);
		pixDestroy(&piece);
	}
	boxaDestroy(&boxes);
	pixaDestroy(&pieces);
	pixDestroy(&joined);
	pixDestroy(&clean);
	pixDestroy(&hued);
	return failed;
}
*/
import "C"

import "errors"

// Ink that lies over print is lifted off it, as scanners drop out a colour: it is paler than
// the print in the lightest of its colours, but not as pale as paper, and recognition takes
// its edges for strokes. Ink beside the print stays: print may itself be of a colour. Lengths
// are shares of the longer side of the picture, for of a photo nothing else is known, and
// areas shares of its square.
const (
	inkFringe     = 0.0011  // about two pixels of a page: there the edges of ink are grey
	inkAround     = 0.005   // as far as paper is looked for beside a piece of ink
	inkJoin       = 0.006   // pieces as near to one another are one: the letters of a stamp
	inkMost       = 0.55    // a larger piece is the ground that a sheet lies on
	leastInk      = 0.0001  // the area of the smallest piece
	leastUnder    = 0.00002 // the area of the print, about a figure, under it and at its edge that makes it lie over print
	printBlack    = 0.25    // of the way from the page's print to its paper, as dark as print is
	inkPale       = 0.35    // of the way from print to paper, as pale as ink must be
	leastContrast = 20      // of 255, between the luminance of print and of ink: from there on it tells them apart, too
	printTo       = 0.45    // of the way from print to ink, where under ink print ends
	inkFrom       = 0.7     // and where the paper under ink begins
)

// dropOut makes a grey picture of one in color, of the lightest of its colours, and lifts the
// ink that lies over its print.
func (p *Picture) dropOut() error {
	lightest := C.pixConvertRGBToGrayMinMax(p.pix, C.L_CHOOSE_MAX)
	if lightest == nil {
		return errors.New("dropping ink of a colour: out of memory")
	}
	mask, luma := C.inkMask(p.pix, lightest, hueApart), C.luminance(p.pix)
	defer C.pixDestroy(&mask)
	defer C.pixDestroy(&luma)
	if err := p.replace(lightest); err != nil || mask == nil || luma == nil {
		return errors.New("dropping ink of a colour: out of memory")
	}
	dark, ground, ok := p.levels()
	if !ok || dark >= ground {
		return nil
	}
	long := float64(max(p.Width(), p.Height()))
	px := func(share float64) C.int { return C.int(max(share*long+0.5, 1)) }
	r := C.dropout{
		fringe: px(inkFringe), around: px(inkAround), least: C.int(leastInk * long * long),
		mostWidth: C.int(inkMost * float64(p.Width())), mostHeight: C.int(inkMost * float64(p.Height())),
		darkest: C.int(float64(dark) + printBlack*float64(ground-dark)),
		pale:    inkPale, leastUnder: C.int(leastUnder * long * long), print: printTo, ink: inkFrom, contrast: leastContrast,
	}
	if C.dropOut(p.pix, luma, mask, px(inkJoin), &r) != 0 {
		return errors.New("dropping ink of a colour: out of memory")
	}
	return nil
}
