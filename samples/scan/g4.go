package scan

import "math/bits"

// Bitmap is a page in one bit a pixel; 1 is black. Rows begin on a byte.
type Bitmap struct {
	W, H, Stride int
	Bits         []byte
}

// NewBitmap returns a white page.
func NewBitmap(w, h int) *Bitmap {
	stride := (w + 7) / 8
	return &Bitmap{W: w, H: h, Stride: stride, Bits: make([]byte, stride*h)}
}

// Black says whether a pixel is black.
func (b *Bitmap) Black(x, y int) bool { return b.Bits[y*b.Stride+x>>3]&(0x80>>(x&7)) != 0 }

// Set makes a pixel black.
func (b *Bitmap) Set(x, y int) { b.Bits[y*b.Stride+x>>3] |= 0x80 >> (x & 7) }

// Clear makes a pixel white.
func (b *Bitmap) Clear(x, y int) { b.Bits[y*b.Stride+x>>3] &^= 0x80 >> (x & 7) }

// Rows returns the part of the page between two rows; it shares memory.
func (b *Bitmap) Rows(from, to int) *Bitmap {
	return &Bitmap{W: b.W, H: to - from, Stride: b.Stride, Bits: b.Bits[from*b.Stride : to*b.Stride]}
}

// UpsideDown is the page turned by half.
func (b *Bitmap) UpsideDown() *Bitmap {
	t := NewBitmap(b.W, b.H)
	for y := range b.H {
		for x := range b.W {
			if b.Black(x, y) {
				t.Set(b.W-1-x, b.H-1-y)
			}
		}
	}
	return t
}

// changes lists where a row changes colour, beginning with the first black
// pixel, and ends with the width, thrice.
func (b *Bitmap) changes(y int, into []int) []int {
	into = into[:0]
	row := b.Bits[y*b.Stride : (y+1)*b.Stride]
	last := byte(0) // the last pixel before, as 0x00 or 0xff
	for i, v := range row {
		if v == last {
			continue
		}
		edges := v ^ (v>>1 | last&0x80)
		for edges != 0 {
			k := bits.LeadingZeros8(edges)
			if x := i*8 + k; x < b.W {
				into = append(into, x)
			}
			edges &^= 0x80 >> k
		}
		last = -(v & 1)
	}
	return append(into, b.W, b.W, b.W)
}

// codebook is a table of codes ready to be written.
type codebook []struct {
	bits uint32
	n    uint
}

func book(codes []string) codebook {
	c := make(codebook, len(codes))
	for i, s := range codes {
		for _, d := range s {
			c[i].bits = c[i].bits<<1 | uint32(d-'0')
		}
		c[i].n = uint(len(s))
	}
	return c
}

var runCodes = [2]codebook{book(whiteCodes), book(blackCodes)}

type bitWriter struct {
	out []byte
	acc uint64
	n   uint
}

func (w *bitWriter) put(bits uint32, n uint) {
	w.acc = w.acc<<n | uint64(bits)
	w.n += n
	for w.n >= 8 {
		w.n -= 8
		w.out = append(w.out, byte(w.acc>>w.n))
	}
}

func (w *bitWriter) run(color, length int) {
	c := runCodes[color]
	for length > 2623 {
		w.put(c[63+2560/64].bits, c[63+2560/64].n)
		length -= 2560
	}
	if length > 63 {
		m := c[63+length/64]
		w.put(m.bits, m.n)
		length %= 64
	}
	w.put(c[length].bits, c[length].n)
}

// vertical are the codes of the vertical modes, from three to the left of the
// reference change to three to the right.
var vertical = book([]string{"0000010", "000010", "010", "1", "011", "000011", "0000011"})

// G4 encodes the page as CCITT group 4 (ITU-T T.6).
func (b *Bitmap) G4() []byte {
	w := &bitWriter{out: make([]byte, 0, b.Stride*b.H/12)}
	ref, cur := []int{b.W, b.W, b.W}, []int(nil)
	for y := range b.H {
		cur = b.changes(y, cur)
		encodeRow(w, ref, cur, b.W)
		ref, cur = cur, ref
	}
	w.put(1, 12) // end of block
	w.put(1, 12)
	w.put(0, 7) // to the byte's end
	return w.out
}

func encodeRow(w *bitWriter, ref, cur []int, width int) {
	a0, color := -1, 0
	ci, ri := 0, 0
	for a0 < width {
		for ci < len(cur)-1 && (cur[ci] <= a0 && cur[ci] < width || ci&1 != color) {
			ci++
		}
		// b1: the first change of the reference row right of a0, to the other colour.
		for ri > 0 && ref[ri-1] > a0 {
			ri--
		}
		for ref[ri] < width && (ref[ri] <= a0 || ri&1 != color) {
			ri++
		}
		a1, b1 := cur[ci], ref[ri]
		b2 := width
		if b1 < width {
			b2 = ref[ri+1]
		}
		switch d := a1 - b1; {
		case b2 < a1:
			w.put(1, 4) // pass
			a0 = b2
		case d >= -3 && d <= 3:
			w.put(vertical[d+3].bits, vertical[d+3].n)
			a0, color = a1, color^1
		default:
			a2 := width
			if a1 < width {
				a2 = cur[ci+1]
			}
			w.put(1, 3) // horizontal
			w.run(color, a1-max(a0, 0))
			w.run(color^1, a2-a1)
			a0 = a2
		}
	}
}
