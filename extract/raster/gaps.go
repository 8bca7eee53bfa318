package raster

/*
#include <leptonica/allheaders.h>

// inked tells of each column of a box whether there is ink in it.
static void inked(PIX *p, int x0, int y0, int w, int h, unsigned char *out) {
	int d = pixGetDepth(p), W = pixGetWidth(p), H = pixGetHeight(p);
	for (int x = 0; x < w; x++) {
		out[x] = 0;
		for (int y = 0; y < h && !out[x]; y++) {
			l_uint32 v = 0;
			if (x0 + x < 0 || y0 + y < 0 || x0 + x >= W || y0 + y >= H) continue;
			pixGetPixel(p, x0 + x, y0 + y, &v);
			out[x] = d == 1 ? v != 0 : v < 128;
		}
	}
}
*/
import "C"

import (
	"image"
	"unsafe"
)

// Gap is a run of blank columns, in pixels of the picture.
type Gap struct{ From, Width int }

// Gaps finds, in a picture file in black and white or in shades of grey, the runs
// of blank columns between the first and the last ink of each box: the spaces
// between its letters, from left to right. It gives nothing for a
// picture of another kind.
func Gaps(picture []byte, boxes []image.Rectangle) [][]Gap {
	if len(picture) == 0 {
		return make([][]Gap, len(boxes))
	}
	pix := C.pixReadMem((*C.l_uint8)(unsafe.Pointer(&picture[0])), C.size_t(len(picture)))
	if pix == nil {
		return make([][]Gap, len(boxes))
	}
	defer C.pixDestroy(&pix)
	out := make([][]Gap, len(boxes))
	if d := C.pixGetDepth(pix); d != 1 && d != 8 {
		return out
	}
	for i, b := range boxes {
		if b.Dx() <= 0 || b.Dy() <= 0 {
			continue
		}
		columns := make([]byte, b.Dx())
		C.inked(pix, C.int(b.Min.X), C.int(b.Min.Y), C.int(b.Dx()), C.int(b.Dy()), (*C.uchar)(unsafe.Pointer(&columns[0])))
		run, begun := 0, false
		for x, ink := range columns {
			switch {
			case ink == 0:
				run++
			case begun && run > 0:
				out[i] = append(out[i], Gap{b.Min.X + x - run, run})
				fallthrough
			default:
				run, begun = 0, true
			}
		}
	}
	return out
}
