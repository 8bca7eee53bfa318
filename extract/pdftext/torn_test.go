package pdftext

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// inferred marks the white space before the first glyph as the engine's own.
func inferred(g []glyph) []glyph {
	g[0].space, g[0].inferred = true, true
	return g
}

// spaced marks it as the file's.
func spaced(g []glyph) []glyph {
	g[0].space = true
	return g
}

// A word of which the file draws the end later than something else on the page is
// one word; two words with a space between them stay two.
func TestMend(t *testing.T) {
	page := func() []glyph { return inferred(line(400, 100, "Page 1", true)) }
	apr := func() []glyph { return line(60, 100, "APR", true) } // ends at 75.4
	for _, tc := range []struct {
		name   string
		glyphs []glyph
		want   string
	}{
		{"torn by what stands elsewhere", slices.Concat(apr(), page(), inferred(line(76, 100, "IL DAY", true))), "APRIL DAY Page 1"},
		{"torn twice", slices.Concat(apr(), page(), inferred(line(81, 100, "L", true)), inferred(line(400, 130, "2018", true)), inferred(line(76, 100, "I", true))), "APRIL Page 1 2018"},
		{"a space in the file before the rest", slices.Concat(apr(), page(), spaced(line(76, 100, "IL", true))), "APR Page 1 IL"},
		{"a space in the file behind the start", slices.Concat(apr(), spaced(line(400, 100, "Page 1", true)), inferred(line(76, 100, "IL", true))), "APR Page 1 IL"},
		{"as far as a space is wide", slices.Concat(apr(), page(), inferred(line(79, 100, "IL", true))), "APR Page 1 IL"},
		{"on the next line", slices.Concat(apr(), page(), inferred(line(76, 112, "IL", true))), "APR Page 1 IL"},
		{"nothing torn", slices.Concat(line(60, 100, "APRIL DAY", true), page()), "APRIL DAY Page 1"},
		{"nothing", nil, ""},
	} {
		if got := textOf(assemble(mend(tc.glyphs), 612, 792, pdfiumSpacing)); got != tc.want {
			t.Errorf("%s: %q, want %q", tc.name, got, tc.want)
		}
	}
}

func TestMendLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		glyphs := glyphsFrom(t)
		var want, got []rune
		for _, g := range glyphs {
			want = append(want, g.r)
		}
		for _, g := range mend(glyphs) {
			got = append(got, g.r)
		}
		slices.Sort(want)
		slices.Sort(got)
		if !slices.Equal(want, got) {
			t.Fatalf("%q became %q", string(want), string(got))
		}
	})
}
