package raster

/*
#include <leptonica/allheaders.h>

// paperMap tells how bright the paper is at each tile of a picture: print is
// closed over.
static PIX *paperMap(PIX *p, int tile, int reach) {
	PIX *m = pixScaleGrayMinMax(p, tile, tile, L_CHOOSE_MAX);
	if (!m) return NULL;
	PIX *c = pixCloseGray(m, reach, reach);
	pixDestroy(&m);
	return c;
}

// uneven counts the tiles that are in shadow; what is darker than shadow is no
// paper, and made as bright as paper so that it stays as it is.
static int uneven(PIX *m, int shadow, int black, int white, int *all) {
	int n = 0, w = pixGetWidth(m), h = pixGetHeight(m), wpl = pixGetWpl(m);
	l_uint32 *data = pixGetData(m);
	*all = w * h;
	for (int y = 0; y < h; y++) {
		for (int x = 0; x < w; x++) {
			int v = GET_DATA_BYTE(data + (size_t)y * wpl, x);
			if (v <= black) SET_DATA_BYTE(data + (size_t)y * wpl, x, white);
			else n += v < shadow;
		}
	}
	return n;
}

// whitenTo brightens a picture so that its paper has the same grey everywhere.
static PIX *lighten(PIX *p, PIX *map, int tile, int grey) {
	PIX *inverse = pixGetInvBackgroundMap(map, grey, 2, 2);
	PIX *d = inverse ? pixApplyInvBackgroundGrayMap(p, inverse, tile, tile) : NULL;
	pixDestroy(&inverse);
	return d;
}
*/
import "C"

import "errors"

const (
	lightTile   = 8    // pixels at 200 dpi
	lightReach  = 11   // tiles: print that is larger than that is taken for shadow
	shadowed    = 0.85 // of the brightness of paper, below which it lies in shadow
	blackened   = 0.25 // of it, below which it is no paper
	leastShadow = 0.03 // of the page that must lie in shadow
	evenGrey    = 250
)

// EvenLight takes shadows off a picture in shades of grey, where there are any.
// A picture that is evenly lit stays as it is to the bit.
func (p *Picture) EvenLight() error {
	if C.pixGetDepth(p.pix) != 8 || min(p.Width(), p.Height()) < 300 {
		return nil
	}
	tile := max(int(lightTile*p.dpi/FirstDPI+0.5), 4)
	m := C.paperMap(p.pix, C.int(tile), lightReach)
	if m == nil {
		return errors.New("looking for shadows: out of memory")
	}
	defer C.pixDestroy(&m)
	var paper C.l_uint32
	if C.pixGetRankValue(m, 1, 0.95, &paper) != 0 || paper == 0 {
		return nil
	}
	var all C.int
	n := C.uneven(m, C.int(shadowed*float64(paper)), C.int(blackened*float64(paper)), C.int(paper), &all)
	if float64(n) < leastShadow*float64(all) {
		return nil
	}
	if err := p.replace(C.lighten(p.pix, m, C.int(tile), evenGrey)); err != nil {
		return errors.New("taking shadows off a page: " + err.Error())
	}
	return nil
}
