package pdf

import (
	"fmt"
	"strings"

	"noticed/samples/page"
)

// font returns the font of a face, loaded at its first use.
func (h *hand) font(f page.Face) *embedded {
	if h.fonts[f] == nil {
		h.fonts[f] = newEmbedded(f, h.codes, h.ligature)
	}
	return h.fonts[f]
}

// glyphs places every glyph for itself.
func (h *hand) glyphs(t page.Text) {
	e := h.font(t.Face)
	size := t.Size / h.unit
	fmt.Fprintf(h.b, "BT\n/F%d %.4g Tf\n1 0 0 -1 %.4f %.4f Tm\n", t.Face, size, t.X/h.unit, t.Y/h.unit)
	for i, g := range e.set(t.S) {
		if i > 0 {
			fmt.Fprintf(h.b, "%.4f 0 Td ", e.width(g.before)*size)
		}
		fmt.Fprintf(h.b, "%s Tj\n", e.code(g.glyph))
	}
	h.b.WriteString("ET\n")
}

// kern is a small shift, always the same between the same two glyphs.
func kern(a, b uint16) int { return int(a*7+b*13)%9 - 4 }

// kerned writes a line in one array with shifts between some glyphs.
func (h *hand) kerned(t page.Text) {
	fmt.Fprintf(h.b, "BT\n%.2f %.2f Td /F%d %g Tf[", t.X, h.y(t), t.Face, t.Size)
	h.array(t)
	h.b.WriteString("]TJ\nET\n")
}

// array writes glyphs with the shifts between them.
func (h *hand) array(t page.Text) {
	e := h.font(t.Face)
	var run []uint16
	flush := func() {
		if len(run) > 0 {
			h.b.WriteString(e.code(run...))
		}
		run = run[:0]
	}
	for i, g := range e.set(t.S) {
		if i > 0 {
			if k := kern(g.before, g.glyph); k > 1 || k < -1 {
				flush()
				fmt.Fprintf(h.b, "%d", k)
			}
		}
		run = append(run, g.glyph)
	}
	flush()
}

// gapped writes no spaces: a gap in the array stands for one.
func (h *hand) gapped(t page.Text) {
	e := h.font(t.Face)
	fmt.Fprintf(h.b, "BT\n/F%d %g Tf\n1 0 0 1 %.3f %.3f Tm\n[", t.Face, t.Size, t.X, h.y(t))
	for _, g := range e.set(t.S) {
		if g.space {
			fmt.Fprintf(h.b, " %.4f ", -1000*e.width(g.glyph))
			continue
		}
		h.b.WriteString(e.code(g.glyph))
		if k := kern(g.before, g.glyph); k%2 == 0 && k != 0 {
			fmt.Fprintf(h.b, " %d.%d ", k, g.glyph%10)
		}
	}
	h.b.WriteString("]TJ\nET\n")
}

// pieces breaks a line anywhere; a space between pieces is one of its own.
func (h *hand) pieces(t page.Text) {
	e := h.font(t.Face)
	x := t.X
	rest := []rune(t.S)
	for len(rest) > 0 {
		n := min(1+h.r.IntN(16), len(rest))
		if rest[0] == ' ' {
			n = 1
		}
		for n < len(rest) && n > 1 && rest[n-1] == ' ' {
			n--
		}
		piece := page.Text{X: x, Y: t.Y, Size: t.Size, Face: t.Face, S: string(rest[:n])}
		fmt.Fprintf(h.b, "q\n0.000008871 0 612 792 re\nW* n\nBT\n/F%d %g Tf\n1 0 0 1 %.2f %.2f Tm\n0 g\n0 G\n[", t.Face, t.Size, x, h.y(t))
		h.array(piece)
		h.b.WriteString("] TJ\nET\nQ\n")
		for _, g := range e.set(piece.S) {
			x += e.width(g.glyph) * t.Size
		}
		rest = rest[n:]
	}
}

// matrix puts the size into the text matrix.
func (h *hand) matrix(t page.Text) {
	fmt.Fprintf(h.b, "BT\n%g 0 0 %g %.4f %.4f Tm\n/F%d 1 Tf\n[", t.Size, -t.Size, t.X, t.Y, t.Face)
	h.array(t)
	h.b.WriteString("]TJ\nET\n")
}

// spaced writes whole lines with the letters a little apart.
func (h *hand) spaced(t page.Text) {
	e := h.font(t.Face)
	var all []uint16
	for _, g := range e.set(t.S) {
		all = append(all, g.glyph)
	}
	fmt.Fprintf(h.b, "BT\n%.4f Tc %g 0 0 %g %.4f %.4f Tm /F%d 1 Tf %s Tj\nET\n", 0.002*float64(h.r.IntN(3)-1), t.Size, t.Size, t.X, h.y(t), t.Face, e.code(all...))
}

// words writes each word at its place, relative to the one before.
func (h *hand) words(t page.Text) {
	e := h.font(t.Face)
	fmt.Fprintf(h.b, "BT\n/F%d %g Tf\n", t.Face, t.Size)
	x, y := 0.0, 0.0 // where the last word was put
	at := t.X
	for i, word := range strings.Split(t.S, " ") {
		if i > 0 {
			at += e.width(e.glyphOf(' ')) * t.Size
		}
		if word == "" {
			continue
		}
		fmt.Fprintf(h.b, "%.3f %.3f Td ", at-x, h.y(t)-y)
		x, y = at, h.y(t)
		var all []uint16
		for _, g := range e.set(word) {
			all = append(all, g.glyph)
			at += e.width(g.glyph) * t.Size
		}
		fmt.Fprintf(h.b, "%s Tj\n", e.code(all...))
	}
	h.b.WriteString("ET\n")
}
