package raster

/*
#include <leptonica/allheaders.h>

// lowestInk gives the row below the lowest black pixel of a black and white picture.
static int lowestInk(PIX *p) {
	BOX *box = NULL;
	l_int32 y = 0, h = 0;
	if (pixClipToForeground(p, NULL, &box) || !box) return 0;
	boxGetGeometry(box, NULL, &y, NULL, &h);
	boxDestroy(&box);
	return y + h;
}
*/
import "C"

import (
	"bytes"
	"encoding/binary"
	"io"

	"golang.org/x/image/ccitt"
)

// The tags of a TIFF that say how a page of G4 is laid out.
const (
	tagWidth, tagHeight                        = 256, 257
	tagCompression, tagFillOrder               = 259, 266
	tagOffsets, tagRowsPerStrip, tagByteCounts = 273, 278, 279

	compressionG4 = 4
)

// blankFoot is how much of a page must be white at its foot for its strips to be
// decoded once more.
const blankFoot = 0.15

// cutFax is whether a page of G4 is white from the place on where its data end
// or make no sense: libtiff leaves it so and says nothing.
func cutFax(pix *C.PIX, data []byte, page int) bool {
	height := int(C.pixGetHeight(pix))
	if C.pixGetDepth(pix) != 1 || float64(height-int(C.lowestInk(pix))) < blankFoot*float64(height) {
		return false
	}
	at, order, ok := directory(data, page)
	if !ok || number(data, at, tagCompression, order, 0) != compressionG4 {
		return false
	}
	width, rows := number(data, at, tagWidth, order, 0), number(data, at, tagHeight, order, 0)
	each := number(data, at, tagRowsPerStrip, order, rows)
	bits := ccitt.MSB
	if number(data, at, tagFillOrder, order, 1) == 2 {
		bits = ccitt.LSB
	}
	offsets, counts := numbers(data, at, tagOffsets, order), numbers(data, at, tagByteCounts, order)
	if width == 0 || rows == 0 || each == 0 || len(offsets) != len(counts) {
		return false // libtiff has read it: it knows better
	}
	for k, from := range offsets {
		n := min(each, rows-min(uint64(k)*each, rows))
		if from+counts[k] > uint64(len(data)) {
			return true
		}
		strip := ccitt.NewReader(bytes.NewReader(data[from:from+counts[k]]), bits, ccitt.Group4, int(width), int(n), nil) // libtiff has read them
		read, err := io.Copy(io.Discard, strip)
		if err != nil && uint64(read) < (width+7)/8*n {
			return true
		}
	}
	return false
}

// number is the value of an entry, or what stands for it if it is not there.
func number(data []byte, at uint32, tag uint16, order binary.ByteOrder, otherwise uint64) uint64 {
	if v := numbers(data, at, tag, order); len(v) > 0 {
		return v[0]
	}
	return otherwise
}

// numbers are the values of an entry of short or long numbers.
func numbers(data []byte, at uint32, tag uint16, order binary.ByteOrder) []uint64 {
	e, ok := entry(data, at, tag, order)
	if !ok {
		return nil
	}
	size := uint64(4)
	if order.Uint16(data[e+2:]) == 3 {
		size = 2
	}
	n, from := uint64(order.Uint32(data[e+4:])), e+8
	if n*size > 4 {
		from = uint64(order.Uint32(data[e+8:]))
	}
	if from+n*size > uint64(len(data)) {
		return nil
	}
	values := make([]uint64, n)
	for k := range values {
		if v := data[from+uint64(k)*size:]; size == 2 {
			values[k] = uint64(order.Uint16(v))
		} else {
			values[k] = uint64(order.Uint32(v))
		}
	}
	return values
}
