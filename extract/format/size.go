package format

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"image/png"
)

// Size is what the header of a picture says of it. Nothing is decoded, so a
// picture that claims to be enormous costs nothing to refuse.
type Size struct {
	Width, Height int // pixels
}

// Pixels is the number of pixels.
func (s Size) Pixels() int64 { return int64(s.Width) * int64(s.Height) }

var (
	errNoSize   = errors.New("the header does not say how large the picture is")
	errTruncate = errors.New("the file ends before its header does")
	errLoop     = errors.New("the list of pages runs in a circle")
)

// Sizes reads the headers of a picture: one Size per page, so that it also
// counts the pages of a TIFF and the frames of a GIF or WebP that moves.
// maxPages bounds the answer; a file of more pages gives maxPages+1 sizes. HEIC
// is not among them: what decodes it knows.
func Sizes(data []byte, maxPages int) ([]Size, error) {
	switch Sniff(data) {
	case PNG:
		c, err := png.DecodeConfig(bytes.NewReader(data))
		if err != nil {
			return nil, fmt.Errorf("reading the PNG header: %w", err)
		}
		return []Size{{c.Width, c.Height}}, nil
	case JPEG:
		s, err := jpegSize(data)
		if err != nil {
			return nil, fmt.Errorf("reading the JPEG header: %w", err)
		}
		return []Size{s}, nil
	case BMP:
		s, err := bitmapSize(data)
		if err != nil {
			return nil, fmt.Errorf("reading the BMP header: %w", err)
		}
		return []Size{s}, nil
	case GIF:
		s, err := gifSizes(data, maxPages)
		if err != nil {
			return nil, fmt.Errorf("reading the GIF headers: %w", err)
		}
		return s, nil
	case WebP:
		s, err := webpSizes(data, maxPages)
		if err != nil {
			return nil, fmt.Errorf("reading the WebP headers: %w", err)
		}
		return s, nil
	case TIFF:
		s, err := tiffSizes(data, maxPages)
		if err != nil {
			return nil, fmt.Errorf("reading the TIFF directories: %w", err)
		}
		return s, nil
	}
	return nil, errors.New("reading a picture's header: not a picture")
}

// jpegSize walks the segments to the frame header. The standard library's
// DecodeConfig is not used: it refuses frames that leptonica reads.
func jpegSize(data []byte) (Size, error) {
	for i := 2; i+9 < len(data); {
		if data[i] != 0xff {
			i++
			continue
		}
		switch m := data[i+1]; {
		case m == 0xff, m == 0x00:
			i++
		case m == 0x01, m >= 0xd0 && m <= 0xd8:
			i += 2
		case m >= 0xc0 && m <= 0xcf && m != 0xc4 && m != 0xc8 && m != 0xcc:
			s := Size{Height: int(binary.BigEndian.Uint16(data[i+5:])), Width: int(binary.BigEndian.Uint16(data[i+7:]))}
			if s.Width == 0 || s.Height == 0 {
				return Size{}, errNoSize
			}
			return s, nil
		case m == 0xd9, m == 0xda:
			return Size{}, errNoSize
		default:
			n := int(binary.BigEndian.Uint16(data[i+2:]))
			if n < 2 {
				return Size{}, errNoSize
			}
			i += 2 + n
		}
	}
	return Size{}, errTruncate
}
