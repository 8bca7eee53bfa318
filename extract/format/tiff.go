package format

import "encoding/binary"

const (
	tagWidth  = 256
	tagHeight = 257
)

// directory is a reader of TIFF directories, of the classic and the big kind.
type directory struct {
	data  []byte
	order binary.ByteOrder
	big   bool
}

func (d directory) uint(at uint64, size int) (uint64, bool) {
	if at > uint64(len(d.data)) || uint64(len(d.data))-at < uint64(size) {
		return 0, false
	}
	switch b := d.data[at:]; size {
	case 2:
		return uint64(d.order.Uint16(b)), true
	case 4:
		return uint64(d.order.Uint32(b)), true
	default:
		return d.order.Uint64(b), true
	}
}

// sizes of what a directory is made of: its count, an entry, an offset, and
// where in an entry the value stands.
func (d directory) layout() (count, entry, offset int, value uint64) {
	if d.big {
		return 8, 20, 8, 12
	}
	return 2, 12, 4, 8
}

// tiffSizes follows the chain of directories without decoding a pixel. A chain
// that runs in a circle is an error.
func tiffSizes(data []byte, maxPages int) ([]Size, error) {
	d := directory{data: data, order: binary.LittleEndian}
	if len(data) < 8 {
		return nil, errTruncate
	}
	if data[0] == 'M' {
		d.order = binary.BigEndian
	}
	version, _ := d.uint(2, 2)
	d.big = version == 43
	countSize, entrySize, offsetSize, _ := d.layout()
	first := uint64(4)
	if d.big {
		first = 8
	}
	at, ok := d.uint(first, offsetSize)
	seen := map[uint64]bool{}
	var sizes []Size
	for ok && at != 0 && len(sizes) <= maxPages {
		if seen[at] {
			return nil, errLoop
		}
		seen[at] = true
		n, fits := d.uint(at, countSize)
		if !fits || n == 0 || n > 4096 {
			return nil, errTruncate
		}
		s, err := d.size(at+uint64(countSize), n)
		if err != nil {
			return nil, err
		}
		sizes = append(sizes, s)
		at, ok = d.uint(at+uint64(countSize)+n*uint64(entrySize), offsetSize)
	}
	if !ok {
		return nil, errTruncate
	}
	return sizes, nil
}

// size finds width and height among n entries.
func (d directory) size(at, n uint64) (Size, error) {
	_, entrySize, _, valueAt := d.layout()
	var s Size
	for i := range n {
		e := at + i*uint64(entrySize)
		tag, ok := d.uint(e, 2)
		if !ok {
			return Size{}, errTruncate
		}
		if tag != tagWidth && tag != tagHeight {
			continue
		}
		width := 4
		switch kind, _ := d.uint(e+2, 2); kind {
		case 3: // short
			width = 2
		case 16: // long8
			width = 8
		}
		v, ok := d.uint(e+valueAt, width)
		if !ok || v > 1<<31-1 {
			return Size{}, errNoSize
		}
		if tag == tagWidth {
			s.Width = int(v)
		} else {
			s.Height = int(v)
		}
	}
	if s.Width == 0 || s.Height == 0 {
		return Size{}, errNoSize
	}
	return s, nil
}
