package raster

/*
#include <leptonica/allheaders.h>

// paperMap tells how bright the paper is at each tile of a picture: print is
// closed over.
static PIX *paperMap(PIX *p, int tile, int reach) {
	int across = tile, down = tile;
	PIX *m = pixScaleGrayMinMax(p, across, down, L_CHOOSE_MAX);
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

// lighten brightens a picture so that its paper has the same grey everywhere.
static PIX *lighten(PIX *p, PIX *map, int tile, int grey) {
	PIX *inverse = pixGetInvBackgroundMap(map, grey, 2, 2);
	int across = tile, down = tile;
	PIX *d = inverse ? pixApplyInvBackgroundGrayMap(p, inverse, across, down) : NULL;
	pixDestroy(&inverse);
	return d;
}
*/
import "C"

import (
	"errors"
	"fmt"
)

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
	if uneven, err := p.light(tile, func(*C.PIX) error { return nil }); !uneven || err != nil {
		return err
	}
	// A map of tiles ends where the last whole tile does, so that the picture must
	// be made of whole ones.
	w, h := p.Width(), p.Height()
	fill := func(n int) C.l_int32 { return C.l_int32((tile - n%tile) % tile) }
	if err := p.replace(C.pixAddContinuedBorder(p.pix, 0, fill(w), 0, fill(h))); err != nil {
		return fmt.Errorf("taking shadows off a page: %w", err)
	}
	_, err := p.light(tile, func(paper *C.PIX) error {
		return p.replace(C.lighten(p.pix, paper, C.int(tile), evenGrey))
	})
	if err != nil {
		return err
	}
	box := C.boxCreate(0, 0, C.l_int32(w), C.l_int32(h))
	defer C.boxDestroy(&box)
	if err := p.replace(C.pixClipRectangle(p.pix, box, nil)); err != nil {
		return fmt.Errorf("taking shadows off a page: %w", err)
	}
	return nil
}

// light tells whether paper lies in shadow, and gives use a map of how bright the
// paper is, if it does.
func (p *Picture) light(tile int, use func(paper *C.PIX) error) (uneven bool, err error) {
	seen := p.pix
	if p.noisy() { // the brightest pixel of a tile is noise, and as bright in shadow
		if seen = C.pixBlockconvGray(p.pix, nil, 2, 2); seen == nil {
			return false, errors.New("looking for shadows: out of memory")
		}
		defer C.pixDestroy(&seen)
	}
	m := C.paperMap(seen, C.int(tile), lightReach)
	if m == nil {
		return false, errors.New("looking for shadows: out of memory")
	}
	defer C.pixDestroy(&m)
	var paper C.l_uint32
	if C.pixGetRankValue(m, 1, 0.95, &paper) != 0 || paper == 0 {
		return false, nil
	}
	var all C.int
	n := C.uneven(m, C.int(shadowed*float64(paper)), C.int(blackened*float64(paper)), C.int(paper), &all)
	if float64(n) < leastShadow*float64(all) {
		return false, nil
	}
	if err := use(m); err != nil {
		return true, fmt.Errorf("taking shadows off a page: %w", err)
	}
	return true, nil
}
