package ocr_test

import (
	"errors"
	"image"
	"slices"
	"testing"

	"noticed/extract/internal/papertest"
	"noticed/extract/ocr"
)

func texts(words []ocr.Word) []string {
	var s []string
	for _, w := range words {
		s = append(s, w.Text)
	}
	return s
}

func TestRead(t *testing.T) {
	r := ocr.NewReader()
	defer r.Close()
	words, err := r.Read(papertest.PNG(papertest.Draw(papertest.Letter, 200)), ocr.Page)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(texts(words), papertest.Words(papertest.Letter)) {
		t.Errorf("read %q", texts(words))
	}
	for _, w := range words {
		if w.Box.Empty() || !w.Box.In(image.Rect(0, 0, 1700, 2200)) || w.Confidence < 0.5 || w.Confidence > 1 {
			t.Errorf("%+v", w)
		}
	}
}

// TestNeverAnotherPage is the most dangerous fault there is: after a picture
// that can't be read, Tesseract answers with the page before it, and one
// taxpayer's numbers stand on another's notice.
func TestNeverAnotherPage(t *testing.T) {
	r := ocr.NewReader()
	defer r.Close()
	a := papertest.PNG(papertest.DrawOn(image.Pt(1300, 820), papertest.Letter, 200))
	wordsOfA := papertest.Words(papertest.Letter)
	for name, bad := range map[string][]byte{
		"no bytes":             {},
		"nil":                  nil,
		"not a picture":        []byte("Dear customer"),
		"a PNG cut off":        a[:len(a)/2],
		"a PNG's header alone": a[:40],
		"a damaged PNG":        damaged(a),
		"a TIFF without pages": []byte("II*\x00\x00\x00\x00\x00"),
	} {
		if words, err := r.Read(a, ocr.Page); err != nil || len(words) != len(wordsOfA) {
			t.Fatalf("reading page A: %v, %d words", err, len(words))
		}
		words, err := r.Read(bad, ocr.Page)
		if !errors.Is(err, ocr.ErrPicture) {
			t.Errorf("%s: error %v", name, err)
		}
		for _, w := range texts(words) {
			if slices.Contains(wordsOfA, w) {
				t.Errorf("%s: %q is of page A", name, w)
			}
		}
		if len(words) > 0 {
			t.Errorf("%s: words %q", name, texts(words))
		}
	}
	// Pages that can be read but hold less must not be filled up from A, either.
	for name, tc := range map[string]struct {
		picture []byte
		words   []string
	}{
		"an empty page": {papertest.PNG(papertest.Draw(nil, 100)), nil},
		"a tiny one":    {papertest.PNG(papertest.DrawOn(image.Pt(4, 4), nil, 100)), nil},
		"another page":  {papertest.PNG(papertest.DrawOn(image.Pt(1300, 820), papertest.Other, 200)), papertest.Words(papertest.Other)},
	} {
		if _, err := r.Read(a, ocr.Page); err != nil {
			t.Fatal(err)
		}
		words, err := r.Read(tc.picture, ocr.Page)
		if err != nil || !slices.Equal(texts(words), tc.words) {
			t.Errorf("%s: %q, %v", name, texts(words), err)
		}
	}
}

func damaged(png []byte) []byte {
	b := slices.Clone(png)
	for i := len(b) / 3; i < len(b)/3+64; i++ {
		b[i] ^= 0x5a
	}
	return b
}

// TestLayouts changes the layout between pages: it must take effect on a client
// already started.
func TestLayouts(t *testing.T) {
	r := ocr.NewReader()
	defer r.Close()
	line := papertest.PNG(papertest.DrawOn(image.Pt(1200, 260), []string{"Amount due: $9,533.53"}, 200))
	for _, l := range []ocr.Layout{ocr.Page, ocr.Line, ocr.Block, ocr.Column, ocr.Line} {
		words, err := r.Read(line, l)
		if err != nil || !slices.Contains(texts(words), "$9,533.53") {
			t.Errorf("layout %s: %q, %v", l, texts(words), err)
		}
	}
}

func TestFacts(t *testing.T) {
	f, err := ocr.Look()
	if err != nil {
		t.Fatal(err)
	}
	if f.Version == "" || f.Missing() != "" {
		t.Errorf("%+v: %s", f, f.Missing())
	}
	f.Languages = []string{"osd"}
	if f.Missing() == "" {
		t.Error("English is not missed")
	}
}
