package raster

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/draw"
	"image/gif"

	"golang.org/x/image/bmp"
	"golang.org/x/image/tiff"

	"noticed/extract/format"
)

// plain decodes in Go what leptonica does not: a GIF with its transparent
// colour, bitmaps of 32 bits, the tiles of a TIFF. It gives nil for what it
// can't decode either.
func plain(data []byte, f format.Format, page int) *Picture {
	var img image.Image
	var err error
	switch f {
	case format.GIF:
		img, err = gif.Decode(bytes.NewReader(data))
	case format.BMP:
		img, err = bmp.Decode(bytes.NewReader(data))
	case format.TIFF:
		img, err = tiff.Decode(bytes.NewReader(startingAt(data, page)))
	default:
		return nil
	}
	if err != nil || img.Bounds().Empty() {
		return nil
	}
	grey := image.NewGray(image.Rectangle{Max: img.Bounds().Size()})
	draw.Draw(grey, grey.Rect, image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(grey, grey.Rect, img, img.Bounds().Min, draw.Over)
	p, err := FromGray(grey, 0)
	if err != nil {
		return nil
	}
	p.setResolution(resolution(data, f, page))
	return p
}

// resolution is what the file says of its own, in dots an inch; 0 if it says
// nothing.
func resolution(data []byte, f format.Format, page int) (x, y float64) {
	const metre, centimetre = 0.0254, 2.54
	switch f {
	case format.BMP:
		if len(data) >= 46 && binary.LittleEndian.Uint32(data[14:]) >= 40 {
			x, y = float64(binary.LittleEndian.Uint32(data[38:]))*metre, float64(binary.LittleEndian.Uint32(data[42:]))*metre
		}
	case format.TIFF:
		at, order, ok := directory(data, page)
		if !ok {
			return 0, 0
		}
		x, y = rational(data, at, 282, order), rational(data, at, 283, order)
		if e, ok := entry(data, at, 296, order); ok && order.Uint16(data[e+8:]) == 3 {
			x, y = x*centimetre, y*centimetre
		}
	}
	return x, y
}

// rational is the value of an entry that points to two numbers; 0 if it is not
// there.
func rational(data []byte, at uint32, tag uint16, order binary.ByteOrder) float64 {
	e, ok := entry(data, at, tag, order)
	if !ok {
		return 0
	}
	v := uint64(order.Uint32(data[e+8:]))
	if v+8 > uint64(len(data)) || order.Uint32(data[v+4:]) == 0 {
		return 0
	}
	return float64(order.Uint32(data[v:])) / float64(order.Uint32(data[v+4:]))
}

// startingAt is a classic TIFF that begins with another of its pages: the
// standard decoder reads the first alone.
func startingAt(data []byte, page int) []byte {
	at, order, ok := directory(data, page)
	if !ok {
		return nil
	}
	from := bytes.Clone(data)
	order.PutUint32(from[4:], at)
	return from
}
