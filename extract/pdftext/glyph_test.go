package pdftext

import (
	"math"
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"noticed"
	"noticed/extract"
)

// line lays out text with glyphs of 5 by 8 points, spaces 3 wide or, if plain
// is set, as white space.
func line(x, y float64, text string, plain bool) []glyph {
	var g []glyph
	space := false
	for _, r := range text {
		if unicode.IsSpace(r) {
			x += 3
			space = plain
			continue
		}
		g = append(g, glyph{r: r, box: noticed.Box{x, y, x + 5, y + 8}, space: space})
		x += 5.2
		space = false
	}
	return g
}

func textOf(words []extract.Word) string {
	var s []string
	for _, w := range words {
		s = append(s, w.Text)
	}
	return strings.Join(s, " ")
}

func TestAssemble(t *testing.T) {
	for _, tc := range []struct {
		name   string
		glyphs []glyph
		s      spacing
		want   string
	}{
		{"spaces as gaps", line(72, 100, "Amount due $9,533.53", false), plainSpacing, "Amount due $9,533.53"},
		{"spaces as characters", line(72, 100, "Amount due", true), pdfiumSpacing, "Amount due"},
		{"two columns", append(line(72, 100, "left", true), line(300, 100, "right", true)...), pdfiumSpacing, "left right"},
		{"the next line", append(line(72, 100, "above", true), line(72, 114, "below", true)...), pdfiumSpacing, "above below"},
		{"ligatures", line(72, 100, "eﬃcient oﬀer ﬁve ﬂat", true), pdfiumSpacing, "efficient offer five flat"},
		{"a minus before an amount", []glyph{{r: '-', box: noticed.Box{10, 104, 13, 105}}, {r: '3', box: noticed.Box{13.5, 100, 18, 108}}, {r: ',', box: noticed.Box{18.5, 107, 20, 110}}, {r: '0', box: noticed.Box{20.5, 100, 25, 108}}}, pdfiumSpacing, "-3,0"},
		{"a glyph no one can place", []glyph{{r: 'a', box: noticed.Box{}}, {r: 'b', box: noticed.Box{10, 10, 15, 18}}}, pdfiumSpacing, "ab"},
		{"none", nil, plainSpacing, ""},
	} {
		if got := textOf(assemble(tc.glyphs, 612, 792, tc.s)); got != tc.want {
			t.Errorf("%s: %q, want %q", tc.name, got, tc.want)
		}
	}
}

func glyphsFrom(t *rapid.T) []glyph {
	coordinate := rapid.OneOf(rapid.Float64Range(-100, 900), rapid.Float64())
	return rapid.SliceOf(rapid.Custom(func(t *rapid.T) glyph {
		x, y := coordinate.Draw(t, "x"), coordinate.Draw(t, "y")
		return glyph{
			r:     rapid.Rune().Draw(t, "rune"),
			box:   noticed.Box{x, y, x + rapid.Float64Range(0, 40).Draw(t, "width"), y + rapid.Float64Range(0, 40).Draw(t, "height")},
			space: rapid.Bool().Draw(t, "space"), inferred: rapid.Bool().Draw(t, "inferred"),
		}
	})).Draw(t, "glyphs")
}

// TestNothingIsLost: every character that is not white space comes out, in
// order, and every box lies on the page.
func TestNothingIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		glyphs := glyphsFrom(t)
		s := rapid.SampledFrom([]spacing{pdfiumSpacing, plainSpacing}).Draw(t, "spacing")
		checkAssembly(t, glyphs, assemble(glyphs, 612, 792, s))
	})
}

type failer interface{ Errorf(string, ...any) }

func checkAssembly(t failer, glyphs []glyph, words []extract.Word) {
	var want, got strings.Builder
	for _, g := range glyphs {
		if !unicode.IsSpace(g.r) && g.r != 0 {
			writeRune(&want, g.r)
		}
	}
	for _, w := range words {
		got.WriteString(w.Text)
		if w.Text == "" || strings.ContainsFunc(w.Text, unicode.IsSpace) {
			t.Errorf("word %q", w.Text)
		}
		b := w.Box
		if !(b[0] >= 0 && b[1] >= 0 && b[2] <= 1 && b[3] <= 1 && b[0] <= b[2] && b[1] <= b[3]) {
			t.Errorf("box %v of %q", b, w.Text)
		}
	}
	if got.String() != want.String() {
		t.Errorf("got %q, want %q", got.String(), want.String())
	}
}

func FuzzAssemble(f *testing.F) {
	f.Add("Amount due $9,533.53", 72.0, 100.0, 5.0, 8.0, true)
	f.Add("a b", math.Inf(1), math.NaN(), -1.0, 0.0, false)
	f.Fuzz(func(t *testing.T, text string, x, y, w, h float64, plain bool) {
		if len(text) > 2000 {
			return
		}
		var glyphs []glyph
		for i, r := range text {
			left := x + float64(i)*w
			glyphs = append(glyphs, glyph{r: r, box: noticed.Box{left, y, left + math.Abs(w), y + math.Abs(h)}, space: plain && i%7 == 0})
		}
		checkAssembly(t, glyphs, assemble(glyphs, 612, 792, pdfiumSpacing))
		checkAssembly(t, glyphs, assemble(glyphs, 612, 792, plainSpacing))
	})
}

func TestAgree(t *testing.T) {
	words := assemble(line(72, 100, "Amount due $9,533.53", true), 612, 792, pdfiumSpacing)
	if !agree(words, words) {
		t.Error("the same words don't agree")
	}
	for name, other := range map[string][]extract.Word{
		"a word less":       words[1:],
		"another amount":    assemble(line(72, 100, "Amount due $9,583.53", true), 612, 792, pdfiumSpacing),
		"glued together":    assemble(line(72, 100, "Amountdue $9,533.53 x", true), 612, 792, pdfiumSpacing),
		"on another line":   assemble(line(72, 130, "Amount due $9,533.53", true), 612, 792, pdfiumSpacing),
		"elsewhere on it":   assemble(line(300, 100, "Amount due $9,533.53", true), 612, 792, pdfiumSpacing),
		"the same one less": append(slices.Clone(words[:2]), words[0]),
	} {
		if agree(other, words) {
			t.Errorf("%s: agreed", name)
		}
	}
}
