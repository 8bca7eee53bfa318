package pdftext

import (
	"math"
	"strings"
	"unicode"

	"noticed"
	"noticed/extract"
)

// glyph is a character on the upright page, in points, y down.
type glyph struct {
	r        rune
	box      noticed.Box
	space    bool // white space stands before it
	inferred bool // and only the engine says so, not the file
}

// placed is whether it is known where the glyph is.
func (g glyph) placed() bool { return g.box.Width() > 0 || g.box.Height() > 0 }

// spacing says when glyphs that no white space separates are words of their
// own, in multiples of the height of type.
type spacing struct {
	gap  float64 // a gap of more is a space
	back float64 // a step back of more begins elsewhere
	line float64 // a step up or down of more is another line
}

var (
	// PDFium infers spaces itself and says so: only leaps are left to be seen.
	// Its boxes are tight, so a gap contains the white around the ink.
	pdfiumSpacing = spacing{gap: 0.9, back: 1.2, line: 0.8}
	// ledongthuc reports what the file says, and gaps between advances are exact.
	plainSpacing = spacing{gap: 0.16, back: 0.6, line: 0.4}
)

// assemble joins glyphs into words, in their order. No glyph is lost but white
// space. Boxes come out as fractions of a page of width by height, cut to it.
func assemble(glyphs []glyph, width, height float64, s spacing) []extract.Word {
	var words []extract.Word
	var text strings.Builder
	var box noticed.Box // of the word so far
	var last noticed.Box
	placed := false
	flush := func() {
		if text.Len() > 0 {
			words = append(words, extract.Word{Text: text.String(), Box: fraction(box, width, height), Confidence: 1})
		}
		text.Reset()
		placed = false
	}
	space := false
	for _, g := range glyphs {
		space = space || g.space
		if unicode.IsSpace(g.r) || g.r == 0 {
			space = true
			continue
		}
		if space || placed && g.placed() && s.apart(box, last, g.box) {
			flush()
		}
		space = false
		writeRune(&text, g.r)
		switch {
		case !g.placed():
			if !placed && text.Len() > 0 {
				box = g.box
			}
			continue
		case placed:
			box = box.Union(g.box)
		default:
			box, placed = g.box, true
		}
		last = g.box
	}
	flush()
	return words
}

// apart is whether b begins a new word after a word whose last glyph is last.
func (s spacing) apart(word, last, b noticed.Box) bool {
	type_ := math.Max(word.Height(), b.Height())
	if gap := b.Left() - last.Right(); gap > s.gap*type_ || -gap > s.back*type_+last.Width() {
		return true
	}
	return math.Abs(word.MidY()-b.MidY()) > s.line*type_
}

// ligatures are single characters that stand for several letters.
var ligatures = map[rune]string{
	'ﬀ': "ff", 'ﬁ': "fi", 'ﬂ': "fl", 'ﬃ': "ffi", 'ﬄ': "ffl", 'ﬅ': "st", 'ﬆ': "st",
}

func writeRune(b *strings.Builder, r rune) {
	if l, ok := ligatures[r]; ok {
		b.WriteString(l)
		return
	}
	b.WriteRune(r)
}

// fraction puts a box in points into fractions of the page, cut to it.
func fraction(b noticed.Box, width, height float64) noticed.Box {
	cut := func(v, of float64) float64 {
		if v /= of; v > 0 { // NaN is not
			return min(v, 1)
		}
		return 0
	}
	return noticed.Box{cut(b[0], width), cut(b[1], height), cut(b[2], width), cut(b[3], height)}
}
