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

// table is a table of noise of a standard deviation.
func (n *random) table(deviation float64) *[1 << 14]int8 {
	t := new([1 << 14]int8)
	k := int(deviation * 1024 / 148)
	for i := range t {
		t[i] = int8(max(-128, min(127, n.normal()*k>>10)))
	}
	return t
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

// grainArea is how many dots a grain has that salt strews, on average.
const grainArea = 10. / 3

// salt strews grains, black on paper and white on ink alike, of one to three
// dots across.
func (l *leaf) salt(share float64) {
	w, h := l.gray.Rect.Dx(), l.gray.Rect.Dy()
	for range int(share * float64(w*h) / grainArea) {
		x, y, v := l.r.IntN(w-3), l.r.IntN(h-3), byte(255*l.r.IntN(2))
		side := []int{1, 1, 1, 2, 2, 3}[l.r.IntN(6)]
		for j := range side {
			for i := range side {
				l.gray.Pix[(y+j)*l.gray.Stride+x+i] = v
			}
		}
	}
}

// blur smears as a lens does that is out of focus; sigma is its standard deviation
// in pixels at 200 dpi. Means of neighbours with weights 1, 2, 1, each with a
// variance of a half, come near enough to a bell.
func (l *leaf) blur(sigma float64) {
	sigma *= l.dpi / DPI
	for left := sigma * sigma; left > 0.02; left -= 0.5 {
		soften(l.gray, int(256*min(1, left/0.5)))
	}
}

// soften mixes in weight/256 of the mean of neighbours, across and then down. It
// passes over white paper.
func soften(g *image.Gray, weight int) {
	w, h, stride := g.Rect.Dx(), g.Rect.Dy(), g.Stride
	flags, across := inked(g)
	above := make([]byte, w)
	for y := range h {
		row := g.Pix[y*stride : y*stride+w]
		for c := range across {
			if !flags[y/tile*across+c] {
				continue
			}
			last := int(row[max(c*tile-1, 0)])
			for x := max(c*tile, 1); x < min(c*tile+tile, w-1); x++ {
				v := int(row[x])
				row[x] = byte(v + ((last-2*v+int(row[x+1]))*weight+512)>>10)
				last = v
			}
		}
	}
	copy(above, g.Pix[:w])
	for y := 1; y < h-1; y++ {
		row, below := g.Pix[y*stride:y*stride+w], g.Pix[(y+1)*stride:(y+1)*stride+w]
		for c := range across {
			from, to := c*tile, min(c*tile+tile, w)
			if !flags[y/tile*across+c] {
				copy(above[from:to], row[from:to])
				continue
			}
			for x := from; x < to; x++ {
				v := int(row[x])
				row[x] = byte(v + ((int(above[x])-2*v+int(below[x]))*weight+512)>>10)
				above[x] = byte(v)
			}
		}
	}
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
		l.lose(l.strip(edge, int(thick)))
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

// strip is a part of the picture along an edge: the left, the right, the top or
// the bottom.
func (l *leaf) strip(edge, width int) image.Rectangle {
	b := l.gray.Rect
	switch edge {
	case 0:
		b.Max.X = b.Min.X + width
	case 1:
		b.Min.X = b.Max.X - width
	case 2:
		b.Max.Y = b.Min.Y + width
	default:
		b.Min.Y = b.Max.Y - width
	}
	return b
}

// lose notes a part of the picture where print can't be read.
func (l *leaf) lose(b image.Rectangle) { l.lost = append(l.lost, b) }

// crop loses a strip along one edge.
func (l *leaf) crop(width float64) {
	edge, n := l.r.IntN(4), l.dots(width*mm)
	b, strip := l.gray.Rect, l.strip(edge, n)
	l.lose(strip)
	switch edge {
	case 0:
		b.Min.X = strip.Max.X
	case 1:
		b.Max.X = strip.Min.X
	case 2:
		b.Min.Y = strip.Max.Y
	default:
		b.Max.Y = strip.Min.Y
	}
	l.each(func(src *image.Gray) *image.Gray {
		out := image.NewGray(image.Rect(0, 0, b.Dx(), b.Dy()))
		for y := range b.Dy() {
			copy(out.Pix[y*out.Stride:][:b.Dx()], src.Pix[src.PixOffset(b.Min.X, b.Min.Y+y):])
		}
		return out
	})
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
				l.lose(image.Rect(0, y+j, w, y+j+1))
				continue
			}
			from := l.r.IntN(w)
			to := min(from+w/3, w)
			l.lose(image.Rect(from, y+j, to, y+j+1))
			for x := from; x < to; x++ {
				row(y + j)[x] = 255
			}
		}
	}
}
