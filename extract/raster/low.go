package raster

/*
#include <leptonica/allheaders.h>

// tall keeps the pieces of print that are at least a part as high as the highest
// letters are. Connected pieces: an accent or the dot of an i goes, too.
static PIX *tall(PIX *b, double part) {
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
	boxaDestroy(&boxes);
	l_float32 high = 0;
	if (heights && numaGetCount(heights) > 0)
		numaGetRankValue(heights, 0.9, NULL, 0, &high);
	numaDestroy(&heights);
	return pixSelectBySize(b, 0, (l_int32)(part * high + 0.5), 8, L_SELECT_HEIGHT, L_SELECT_IF_GTE, NULL);
}
*/
import "C"

import (
	"errors"
	"fmt"
)

// lowest is how high a mark is, against the highest letters, that may be a figure
// or a small letter: small letters are from 0.65 on, asterisks up to 0.5.
const lowest = 0.6

// dropLow takes off marks that are lower than figures.
func (p *Picture) dropLow() error {
	b := p.blackAndWhite()
	if b == nil {
		return nil // nothing on it
	}
	defer C.pixDestroy(&b)
	t := C.tall(b, lowest)
	if t == nil {
		return errors.New("taking low marks off a region: out of memory")
	}
	if err := p.replace(t); err != nil {
		return fmt.Errorf("taking low marks off a region: %w", err)
	}
	return nil
}
