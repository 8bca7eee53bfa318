package pdf

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	ledongthuc "github.com/ledongthuc/pdf"
	"golang.org/x/image/font/opentype"

	"noticed/samples/page"
	"noticed/samples/typeface"
)

func sheet() *page.Sheet {
	s := page.Letter()
	s.Put(60, 60, 10, page.Regular, "Notice of deficiency: the final figure (firm) is $1,234.56 \\ 100 %")
	s.Begin()
	s.Put(60, 90, 14, page.Bold, "Refund flow, don\u2019t file \u2022 twice")
	s.Put(300, 90, 9, page.Mono, "0123 4567-89")
	s.Begin()
	s.Put(60, 120, 10, page.Italic, "office staff fixes\u2026")
	s.Fill(60, 130, 400, 131, 0)
	return s
}

// letters are the letters of text without its spaces, sorted: makers differ in
// order, and a gap need not be a space.
func letters(s string) string {
	all := []rune(strings.Join(strings.Fields(s), ""))
	slices.Sort(all)
	return string(all)
}

// An independent reader finds on every page what was put there.
func TestMakersWriteWhatTheyAreGiven(t *testing.T) {
	var want strings.Builder
	for _, x := range sheet().Texts {
		want.WriteString(x.S)
	}
	for _, m := range Makers {
		for _, plain := range []bool{true, false} {
			o := Options{Font: Embedded, Maker: m, Seed: 5, Producer: string(m), Plain: plain}
			data, err := New(o).Write([]*page.Sheet{sheet(), sheet()})
			if err != nil {
				t.Fatal(err)
			}
			again, err := New(o).Write([]*page.Sheet{sheet(), sheet()})
			if err != nil || !bytes.Equal(data, again) {
				t.Errorf("%s: two runs differ (%v)", m, err)
			}
			r, err := ledongthuc.NewReader(bytes.NewReader(data), int64(len(data)))
			if err != nil {
				t.Fatalf("%s: %v", m, err)
			}
			if r.NumPage() != 2 {
				t.Errorf("%s: %d pages", m, r.NumPage())
			}
			for n := 1; n <= r.NumPage(); n++ {
				got, err := r.Page(n).GetPlainText(nil)
				if err != nil {
					t.Fatalf("%s: %v", m, err)
				}
				if letters(got) != letters(want.String()) {
					t.Errorf("%s: page %d reads\n%q\nwant\n%q", m, n, got, want.String())
				}
			}
		}
	}
}

// A font that was changed is still a font, and its ligature as wide as its parts.
func TestChangedFontsHold(t *testing.T) {
	for face, data := range typeface.Sans {
		if parsed, err := opentype.Parse(parseTrueType(data).write()); err != nil || parsed.NumGlyphs() == 0 {
			t.Fatalf("face %d put together again: %v", face, err)
		}
		e := newEmbedded(face, byUse, true)
		for l, g := range e.joined {
			if w := e.width(e.glyphOf(rune(l[0]))) + e.width(e.glyphOf(rune(l[1]))); e.width(g) != w {
				t.Errorf("face %d: %s is %v wide, its parts %v", face, l, e.width(g), w)
			}
		}
		if _, err := opentype.Parse(e.ttf.write()); err != nil {
			t.Errorf("face %d with ligatures: %v", face, err)
		}
	}
}
