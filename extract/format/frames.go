package format

import (
	"bytes"
	"encoding/binary"

	"golang.org/x/image/webp"
)

// bitmapSize reads the second header of a BMP. A negative height says that its
// rows run downwards.
func bitmapSize(data []byte) (Size, error) {
	if len(data) < 26 {
		return Size{}, errTruncate
	}
	s := Size{Width: int(binary.LittleEndian.Uint16(data[18:])), Height: int(binary.LittleEndian.Uint16(data[20:]))}
	if binary.LittleEndian.Uint32(data[14:]) > 16 {
		w, h := int32(binary.LittleEndian.Uint32(data[18:])), int32(binary.LittleEndian.Uint32(data[22:]))
		s = Size{Width: int(w), Height: max(int(h), -int(h))}
	}
	if s.Width <= 0 || s.Height <= 0 {
		return Size{}, errNoSize
	}
	return s, nil
}

// gifSizes walks the blocks of a GIF: one size for each frame, as large as the
// screen if it is smaller than that.
func gifSizes(data []byte, maxFrames int) ([]Size, error) {
	if len(data) < 13 {
		return nil, errTruncate
	}
	le := binary.LittleEndian
	screen := Size{Width: int(le.Uint16(data[6:])), Height: int(le.Uint16(data[8:]))}
	at := 13 + palette(data[10])
	var sizes []Size
	for len(sizes) <= maxFrames && at < len(data) {
		switch data[at] {
		case 0x21: // an extension
			at += 2
		case 0x2c: // a frame
			if at+10 > len(data) {
				return nil, errTruncate
			}
			s := Size{Width: max(screen.Width, int(le.Uint16(data[at+5:]))), Height: max(screen.Height, int(le.Uint16(data[at+7:])))}
			if s.Width == 0 || s.Height == 0 {
				return nil, errNoSize
			}
			sizes = append(sizes, s)
			at += 10 + palette(data[at+9]) + 1
		default: // the end, or what no reader knows
			at = len(data)
		}
		for at < len(data) && data[at] != 0 {
			at += 1 + int(data[at])
		}
		at++
	}
	if len(sizes) == 0 {
		return nil, errTruncate
	}
	return sizes, nil
}

// palette is how many bytes of colours follow these flags.
func palette(flags byte) int {
	if flags&0x80 == 0 {
		return 0
	}
	return 3 << (flags&7 + 1)
}

// webpSizes gives the size of the canvas once for each frame.
func webpSizes(data []byte, maxFrames int) ([]Size, error) {
	c, err := webp.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	s := Size{Width: c.Width, Height: c.Height}
	if s.Width == 0 || s.Height == 0 {
		return nil, errNoSize
	}
	sizes := []Size{s}
	frames := 0
	for at := uint64(12); at+8 <= uint64(len(data)) && len(sizes) <= maxFrames; {
		if string(data[at:at+4]) == "ANMF" {
			if frames++; frames > 1 {
				sizes = append(sizes, s)
			}
		}
		n := uint64(binary.LittleEndian.Uint32(data[at+4:]))
		at += 8 + n + n&1
	}
	return sizes, nil
}
