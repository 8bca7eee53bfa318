package raster

/*
#include <leptonica/allheaders.h>

// rim counts the pixels along the rim of a grey picture, a little inside of it:
// how many were looked at, how many are blank (white or black as no camera
// writes them) and how many are dark beside the paper.
static void rim(PIX *p, int inset, int step, int dark, int *seen, int *blank, int *ground) {
	int w = pixGetWidth(p), h = pixGetHeight(p);
	*seen = *blank = *ground = 0;
	for (int side = 0; side < 4; side++) {
		int along = side < 2 ? w : h;
		for (int i = 0; i < along; i += step) {
			int x = side < 2 ? i : side == 2 ? inset : w - 1 - inset;
			int y = side >= 2 ? i : side == 0 ? inset : h - 1 - inset;
			l_uint32 v = 0;
			pixGetPixel(p, x, y, &v);
			(*seen)++;
			*blank += v >= 252 || v <= 3;
			*ground += v < (l_uint32)dark;
		}
	}
}

// toGray copies a grey picture into rows of bytes without gaps.
static void toGray(PIX *p, unsigned char *out) {
	int w = pixGetWidth(p), h = pixGetHeight(p), wpl = pixGetWpl(p);
	l_uint32 *data = pixGetData(p);
	for (int y = 0; y < h; y++)
		for (int x = 0; x < w; x++)
			*out++ = GET_DATA_BYTE(data + (size_t)y * wpl, x);
}

// project draws the part of a picture inside four corners as an upright
// rectangle of w by h. On its rim, where the ground may still be seen, what is
// inside of it goes on.
static PIX *project(PIX *p, const float *corner, int w, int h, int rim) {
	PIX *large = NULL, *d = NULL, *cut = NULL, *whole = NULL;
	int right = w - pixGetWidth(p), below = h - pixGetHeight(p);
	large = pixAddBorderGeneral(p, 0, right > 0 ? right : 0, 0, below > 0 ? below : 0, 255);
	PTA *from = ptaCreate(4), *to = ptaCreate(4);
	if (large && from && to) {
		for (int i = 0; i < 4; i++) ptaAddPt(from, corner[2 * i], corner[2 * i + 1]);
		ptaAddPt(to, 0, 0); ptaAddPt(to, w, 0); ptaAddPt(to, w, h); ptaAddPt(to, 0, h);
		d = pixProjectivePta(large, to, from, L_BRING_IN_WHITE);
	}
	int x = rim, y = rim;
	BOX *box = boxCreate(x, y, w - 2 * x, h - 2 * y);
	if (d && box) cut = pixClipRectangle(d, box, NULL);
	if (cut) whole = pixAddContinuedBorder(cut, x, w - pixGetWidth(cut) - x, y, h - pixGetHeight(cut) - y);
	boxDestroy(&box);
	ptaDestroy(&from);
	ptaDestroy(&to);
	pixDestroy(&large);
	pixDestroy(&d);
	pixDestroy(&cut);
	return whole;
}
*/
import "C"

import (
	"errors"
	"fmt"
	"image"
	"math"
	"unsafe"

	"noticed/extract/quad"
)

// A rim as photos have it.
const (
	darkRim  = 0.82 // of the brightness of paper, below which the rim is not paper
	leastRim = 0.15 // of the rim that is not
	mostRim  = 0.5  // of the rim that is as white or as black as no camera writes it
)

// rimWidth is how much of a sheet's rim is not looked at, in inches.
const rimWidth = 0.04

// Papers, by the proportion of their sides.
const (
	letter = 8.5 / 11
	legal  = 8.5 / 14
	// leastLetter and mostLetter are what a camera held aslant makes of letter
	// paper; A4 is among it, and letters on it are read as well a tenth broader.
	leastLetter, mostLetter = 0.65, 0.9
	leastLegal              = 0.55
)

// Sheet is where on a photo the paper lies: its corners in fractions of the
// picture, top left first and clockwise. The zero sheet is the whole picture.
type Sheet [4][2]float64

// Sheet finds the sheet of paper on a photo. It is zero if the picture is none,
// or shows none that can be told from what it lies on.
func (p *Picture) Sheet() Sheet {
	if !p.photo() {
		return Sheet{}
	}
	small := p.small()
	if small == nil {
		return Sheet{}
	}
	q, ok := quad.Find(small)
	if !ok {
		return Sheet{}
	}
	var s Sheet
	for i, c := range q { // the middle of a pixel is half a pixel off its corner
		s[i] = [2]float64{(c.X + 0.5) / float64(small.Rect.Dx()), (c.Y + 0.5) / float64(small.Rect.Dy())}
	}
	return s
}

// photo is whether the picture may be a camera's: in shades of grey, with a rim
// that is not paper. It looks at some thousand pixels.
func (p *Picture) photo() bool {
	if C.pixGetDepth(p.pix) != 8 {
		return false
	}
	w, h := p.Width(), p.Height()
	if min(w, h) < 300 {
		return false
	}
	var paper C.l_uint32
	if C.pixGetRankValue(p.pix, C.l_int32(max(min(w, h)/100, 1)), 0.9, &paper) != 0 {
		return false
	}
	var seen, blank, ground C.int
	C.rim(p.pix, C.int(min(w, h)/200), C.int(max(min(w, h)/300, 1)), C.int(darkRim*float64(paper)), &seen, &blank, &ground)
	return float64(blank) < mostRim*float64(seen) && float64(ground) > leastRim*float64(seen)
}

// small is the picture as small as the sheet can be found on it.
func (p *Picture) small() *image.Gray {
	f := C.l_float32(min(float64(quad.Side)/float64(max(p.Width(), p.Height())), 1))
	pix := C.pixScale(p.pix, f, f)
	if pix == nil {
		return nil
	}
	defer C.pixDestroy(&pix)
	g := image.NewGray(image.Rect(0, 0, int(C.pixGetWidth(pix)), int(C.pixGetHeight(pix))))
	C.toGray(pix, (*C.uchar)(unsafe.Pointer(&g.Pix[0])))
	return g
}

// Flatten leaves of a photo the sheet, upright and even, as a scanner at dpi or
// a little more would see it.
func (p *Picture) Flatten(s Sheet, dpi float64) error {
	if s == (Sheet{}) {
		return nil
	}
	w, h := float64(p.Width()), float64(p.Height())
	var corners [8]C.float
	var q quad.Quad
	for i, c := range s {
		q[i] = quad.Point{X: c[0] * w, Y: c[1] * h}
		corners[2*i], corners[2*i+1] = C.float(q[i].X), C.float(q[i].Y)
	}
	across, down := size(q)
	long := 11.0
	if min(across, down)/max(across, down) < leastLetter {
		long = 14
	}
	native := max(across, down) / long
	at := min(max(native, dpi), 1.25*dpi)
	k := at / native
	pix := C.project(p.pix, &corners[0], C.int(math.Round(across*k)), C.int(math.Round(down*k)), C.int(rimWidth*at))
	if pix == nil {
		return fmt.Errorf("straightening a photo: %w", errors.New("out of memory"))
	}
	p.dpi = at
	return p.replace(pix)
}

// size is that of a sheet in pixels of the picture at the sheet's own
// proportion, or the nearest of those that paper has.
func size(q quad.Quad) (across, down float64) {
	side := func(a, b quad.Point) float64 { return math.Hypot(a.X-b.X, a.Y-b.Y) }
	across = max(side(q[0], q[1]), side(q[3], q[2]))
	down = max(side(q[0], q[3]), side(q[1], q[2]))
	proportion := min(across, down) / max(across, down)
	switch {
	case proportion >= leastLetter && proportion <= mostLetter:
		proportion = letter
	case proportion >= leastLegal && proportion < leastLetter:
		proportion = legal
	}
	if across < down {
		across, down = max(across, down*proportion), max(down, across/proportion)
	} else {
		across, down = max(across, down/proportion), max(down, across*proportion)
	}
	return across, down
}
