package scan

import (
	"image"
	"math"
)

const mm = 1 / 25.4 // inch

// dots is a length on paper in pixels.
func (l *leaf) dots(inches float64) int { return int(math.Round(inches * l.dpi)) }

// random is a fast source of dirt (xorshift).
type random uint64

func (l *leaf) random() random { return random(l.r.Uint64() | 1) }

func (n *random) next() uint64 {
	x := *n
	x ^= x << 13
	x ^= x >> 7
	x ^= x << 17
	*n = x
	return uint64(x)
}

// normal is near enough to a normal deviate: four bytes added, with a standard
// deviation of 148.
func (n *random) normal() int {
	v := n.next()
	return int(v&255+v>>8&255+v>>16&255+v>>24&255) - 510
}

func clamp(v int) byte { return byte(max(0, min(255, v))) }

// noise makes every pixel lighter or darker by chance.
func (l *leaf) noise(deviation float64) {
	n := l.random()
	k := int(deviation * 1024 / 148)
	white := 245 - int(deviation/3) // a noisy sensor does not reach white
	for i, v := range l.gray.Pix {
		l.gray.Pix[i] = clamp(min(int(v), white) + n.normal()*k>>10)
	}
}

// salt strews grains, black on paper and white on ink alike, of one to three
// dots across.
func (l *leaf) salt(share float64) {
	w, h := l.gray.Rect.Dx(), l.gray.Rect.Dy()
	for range int(share * float64(w*h) / 2.5) {
		x, y, v := l.r.IntN(w-3), l.r.IntN(h-3), byte(255*l.r.IntN(2))
		side := []int{1, 1, 1, 2, 2, 3}[l.r.IntN(6)]
		for j := range side {
			for i := range side {
				l.gray.Pix[(y+j)*l.gray.Stride+x+i] = v
			}
		}
	}
}

// blur smears with a Gaussian bell; its width is given in pixels at 200 dpi.
func (l *leaf) blur(sigma float64) {
	sigma *= l.dpi / DPI
	reach := int(math.Ceil(3 * sigma))
	kernel := make([]int, 2*reach+1)
	sum := 0
	for i := range kernel {
		d := float64(i - reach)
		kernel[i] = int(4096 * math.Exp(-d*d/(2*sigma*sigma)))
		sum += kernel[i]
	}
	w, h, stride := l.gray.Rect.Dx(), l.gray.Rect.Dy(), l.gray.Stride
	smear := func(from, to []byte, step, n, rows, rowStep int) {
		for y := range rows {
			base := y * rowStep
			for x := range n {
				v := 0
				for i, k := range kernel {
					at := max(0, min(n-1, x+i-reach))
					v += k * int(from[base+at*step])
				}
				to[base+x*step] = byte(v / sum)
			}
		}
	}
	half := make([]byte, len(l.gray.Pix))
	smear(l.gray.Pix, half, 1, w, h, stride)
	smear(half, l.gray.Pix, stride, h, w, 1)
}

// fade leaves a share of the span between white and black, around a gray that
// differs from sheet to sheet.
func (l *leaf) fade(span float64) {
	white := 240 - l.r.IntN(60)
	white = max(white, int(255*span)+20)
	for i, v := range l.gray.Pix {
		l.gray.Pix[i] = clamp(white - int(float64(255-int(v))*span))
	}
}

// border blackens the edges of the picture, ragged and a little aslant, as the
// open lid of a scanner does.
func (l *leaf) border(width float64) {
	w, h := l.gray.Rect.Dx(), l.gray.Rect.Dy()
	for edge, hit := range []bool{true, l.r.IntN(2) == 0, l.r.IntN(3) == 0, l.r.IntN(4) == 0} {
		long, across := h, w // the left and right edges
		if edge >= 2 {
			long, across = w, h
		}
		if !hit {
			continue
		}
		slope := (l.r.Float64() - 0.5) * 0.006
		thick := float64(l.dots(width*mm)) * (0.7 + 0.3*l.r.Float64())
		for i := range long {
			n := int(thick+slope*float64(i-long/2)) + l.r.IntN(3)
			for j := range max(0, min(n, across)) {
				x, y := j, i
				switch edge {
				case 1:
					x = w - 1 - j
				case 2:
					x, y = i, j
				case 3:
					x, y = i, h-1-j
				}
				l.gray.Pix[y*l.gray.Stride+x] = byte(l.r.IntN(40))
			}
		}
	}
}

// fold draws what is left of folding the letter in three: a dark line, a
// shadow, and for a hard fold cracked print and a part that slipped aside.
func (l *leaf) fold(hard int) {
	w, h := l.gray.Rect.Dx(), l.gray.Rect.Dy()
	for _, third := range []int{1, 2} {
		middle := h*third/3 + l.dots((l.r.Float64()-0.5)*0.6)
		slope := (l.r.Float64() - 0.5) * 0.01
		n := l.random()
		for x := range w {
			y := middle + int(slope*float64(x))
			for d := -6 * hard; d <= 6*hard; d++ {
				at := y + d
				if at < 0 || at >= h {
					continue
				}
				o := at*l.gray.Stride + x
				v := int(l.gray.Pix[o])
				switch {
				case d >= 0 && d < hard && n.next()%8 >= uint64(3-hard): // the line, with gaps
					v = min(v, []int{150, 90, 40}[hard-1])
				case hard > 1 && d >= -hard && d < 2*hard && n.next()%16 < uint64(hard): // print flakes off
					v = 255
				default:
					v -= (6*hard - max(d, -d)) * 3 // shadow
				}
				l.gray.Pix[o] = clamp(v)
			}
		}
		if hard < 3 {
			continue
		}
		slip := 2 + l.r.IntN(3)
		for y := middle; y < h; y++ {
			row := l.gray.Pix[y*l.gray.Stride : y*l.gray.Stride+w]
			copy(row[slip:], row[:w-slip])
		}
	}
}

// crop loses a strip along one edge: the left, the right, the top or the bottom.
func (l *leaf) crop(width float64) {
	n := l.dots(width * mm)
	b := l.gray.Rect
	switch l.r.IntN(4) {
	case 0:
		b.Min.X += n
	case 1:
		b.Max.X -= n
	case 2:
		b.Min.Y += n
	default:
		b.Max.Y -= n
	}
	l.gray = upright(b.Dx(), b.Dy(), func(x, y int) byte { return l.gray.Pix[(y+b.Min.Y)*l.gray.Stride+x+b.Min.X] })
}

func upright(w, h int, at func(x, y int) byte) *image.Gray {
	g := image.NewGray(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			g.Pix[y*w+x] = at(x, y)
		}
	}
	return g
}

// turn turns the sheet a quarter to the left.
func (l *leaf) turn() {
	src := l.gray
	w := src.Rect.Dx()
	l.gray = upright(src.Rect.Dy(), w, func(x, y int) byte { return src.Pix[x*src.Stride+w-1-y] })
}

// lines reads fewer lines than dots an inch: each is the mean of what it covers.
func (l *leaf) lines(share float64) {
	src := l.gray
	h := int(float64(src.Rect.Dy()) * share)
	l.gray = upright(src.Rect.Dx(), h, func(x, y int) byte {
		from := int(float64(y) / share)
		to := min(max(int(float64(y+1)/share), from+1), src.Rect.Dy())
		sum := 0
		for j := from; j < to; j++ {
			sum += int(src.Pix[j*src.Stride+x])
		}
		return byte(sum / (to - from))
	})
}

// loseLines spoils lines as a bad telephone line does: the one before comes
// again, or a part of it is white.
func (l *leaf) loseLines() {
	w, h := l.gray.Rect.Dx(), l.gray.Rect.Dy()
	row := func(y int) []byte { return l.gray.Pix[y*l.gray.Stride : y*l.gray.Stride+w] }
	for range 14 {
		y := 2 + l.r.IntN(h-8)
		for j := range 2 + l.r.IntN(4) {
			if l.r.IntN(2) == 0 {
				copy(row(y+j), row(y-1))
				continue
			}
			from := l.r.IntN(w)
			for x := from; x < min(from+w/3, w); x++ {
				l.gray.Pix[(y+j)*l.gray.Stride+x] = 255
			}
		}
	}
}

// picture stores the sheet: in black and white, or as a JPEG.
func (l *leaf) picture(t tone, threshold, quality, specks int) (Picture, error) {
	w, h := l.gray.Rect.Dx(), l.gray.Rect.Dy()
	if t != bilevel {
		data, err := encodeJPEG(l.color(t), quality)
		return Picture{JPEG: data, W: w, H: h, Color: t == colored}, err
	}
	b := NewBitmap(w, h)
	n := l.random()
	for y := range h {
		for x, v := range l.gray.Pix[y*l.gray.Stride : y*l.gray.Stride+w] {
			if v == 255 { // white paper costs nothing
				continue
			}
			if int(v)+int(n.next()&31)-16 < threshold {
				b.Set(x, y)
			}
		}
	}
	for range specks {
		speck(l.r, b)
	}
	return Picture{Bits: b, W: w, H: h}, nil
}

// color is the sheet in gray, or in color with paper that is a little yellow and
// the stamp in its own.
func (l *leaf) color(t tone) image.Image {
	if t == gray {
		return l.gray
	}
	m := image.NewYCbCr(l.gray.Rect, image.YCbCrSubsampleRatio420)
	for y := range l.gray.Rect.Dy() {
		copy(m.Y[y*m.YStride:], l.gray.Pix[y*l.gray.Stride:y*l.gray.Stride+l.gray.Rect.Dx()])
	}
	for i := range m.Cb {
		m.Cb[i], m.Cr[i] = 126, 129
	}
	if l.ink != nil && l.ink.Rect == l.gray.Rect {
		for y := range l.gray.Rect.Dy() {
			for x := range l.gray.Rect.Dx() {
				if l.ink.Pix[y*l.ink.Stride+x] > 60 {
					o := m.COffset(x, y)
					m.Cb[o], m.Cr[o] = l.hue[0], l.hue[1]
				}
			}
		}
	}
	return m
}
