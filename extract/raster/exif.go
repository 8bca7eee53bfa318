package raster

import (
	"bytes"
	"encoding/binary"

	"noticed/extract/format"
)

// exifOrientation reads the orientation of a picture file: 1 (as it is) to 8.
// Neither leptonica nor Tesseract look at it. Anything odd is 1. A HEIC is
// turned by what decodes it, whatever its EXIF says.
func exifOrientation(data []byte, f format.Format) int {
	switch f {
	case format.JPEG:
		for i := 2; i+4 <= len(data) && data[i] == 0xff; {
			marker, n := data[i+1], int(binary.BigEndian.Uint16(data[i+2:]))
			if marker == 0xda || n < 2 || i+2+n > len(data) {
				return 1
			}
			if seg := data[i+4 : i+2+n]; marker == 0xe1 && bytes.HasPrefix(seg, []byte("Exif\x00\x00")) {
				return tiffOrientation(seg[6:])
			}
			i += 2 + n
		}
	case format.PNG:
		return tiffOrientation(chunk(data, 8, "eXIf", 4, binary.BigEndian))
	case format.WebP:
		return tiffOrientation(bytes.TrimPrefix(chunk(data, 12, "EXIF", 0, binary.LittleEndian), []byte("Exif\x00\x00")))
	}
	return 1
}

// chunk finds a chunk by its name in a PNG, where length, name, data and a sum
// of four bytes follow each other, or in a WebP, where name, length and data do,
// on even places.
func chunk(data []byte, at uint64, name string, sum uint64, order binary.ByteOrder) []byte {
	named, sized, even := uint64(0), uint64(4), uint64(1)
	if sum > 0 {
		named, sized, even = 4, 0, 0
	}
	for at+8 <= uint64(len(data)) {
		n := uint64(order.Uint32(data[at+sized:]))
		if at+8+n > uint64(len(data)) {
			return nil
		}
		if string(data[at+named:at+named+4]) == name {
			return data[at+8 : at+8+n]
		}
		at += 8 + n + n&even + sum
	}
	return nil
}

// upright gives a TIFF whose page is said to be stored as it is seen, and how it
// must be turned: leptonica turns most kinds of pages itself, but not all.
func upright(data []byte, page int) (turned []byte, orientation int) {
	at, order, ok := directory(data, page)
	if !ok {
		return data, 1
	}
	orientation = orientationAt(data, at, order)
	if orientation == 1 {
		return data, 1
	}
	turned = bytes.Clone(data)
	e, _ := entry(data, at, tagOrientation, order)
	order.PutUint16(turned[e+8:], 1)
	return turned, orientation
}

// directory finds the directory of a page (from 0) of a classic TIFF.
func directory(data []byte, page int) (at uint32, order binary.ByteOrder, ok bool) {
	if len(data) < 8 {
		return 0, nil, false
	}
	order = binary.LittleEndian
	if data[0] == 'M' {
		order = binary.BigEndian
	}
	if order.Uint16(data[2:]) != 42 {
		return 0, nil, false
	}
	at = order.Uint32(data[4:])
	for k := 0; ; k++ {
		if at == 0 || uint64(at)+2 > uint64(len(data)) {
			return 0, nil, false
		}
		if k == page {
			return at, order, true
		}
		next := uint64(at) + 2 + 12*uint64(order.Uint16(data[at:]))
		if next+4 > uint64(len(data)) {
			return 0, nil, false
		}
		at = order.Uint32(data[next:])
	}
}

// tiffOrientation reads the orientation in the first directory of the TIFF
// inside EXIF.
func tiffOrientation(t []byte) int {
	at, order, ok := directory(t, 0)
	if !ok {
		return 1
	}
	return orientationAt(t, at, order)
}

const tagOrientation = 0x112

// orientationAt reads the orientation in a directory: 1 if it is not there or
// makes no sense.
func orientationAt(t []byte, at uint32, order binary.ByteOrder) int {
	if e, ok := entry(t, at, tagOrientation, order); ok {
		if o := int(order.Uint16(t[e+8:])); o >= 1 && o <= 8 {
			return o
		}
	}
	return 1
}

// entry finds where the entry of a tag stands; its value begins 8 bytes on.
func entry(t []byte, at uint32, tag uint16, order binary.ByteOrder) (e uint64, ok bool) {
	for k := range uint64(order.Uint16(t[at:])) {
		e = uint64(at) + 2 + 12*k
		if e+12 > uint64(len(t)) {
			return 0, false
		}
		if order.Uint16(t[e:]) == tag {
			return e, true
		}
	}
	return 0, false
}
