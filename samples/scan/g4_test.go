package scan

import (
	"bytes"
	"io"
	"testing"

	"golang.org/x/image/ccitt"
	"pgregory.net/rapid"
)

func decode(t interface{ Fatalf(string, ...any) }, data []byte, w, h int) []byte {
	r := ccitt.NewReader(bytes.NewReader(data), ccitt.MSB, ccitt.Group4, w, h, &ccitt.Options{Invert: true})
	got, err := io.ReadAll(r)
	if err != nil {
		t.Fatalf("decoding %d x %d: %v", w, h, err)
	}
	return got
}

// An independent decoder must give the page back, whatever is on it.
func TestG4RoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := NewBitmap(rapid.IntRange(1, 6000).Draw(t, "width"), rapid.IntRange(1, 6).Draw(t, "height"))
		for y := range b.H {
			x, black := 0, rapid.Bool().Draw(t, "begins black")
			for x < b.W {
				n := rapid.OneOf(rapid.IntRange(1, 9), rapid.IntRange(1, 100), rapid.IntRange(1, 5000)).Draw(t, "run")
				for end := min(x+n, b.W); x < end; x++ {
					if black {
						b.Set(x, y)
					}
				}
				black = !black
			}
			if y > 0 && rapid.Bool().Draw(t, "like the row above") {
				copy(b.Bits[y*b.Stride:], b.Bits[(y-1)*b.Stride:y*b.Stride])
			}
		}
		if got := decode(t, b.G4(), b.W, b.H); !bytes.Equal(got, b.Bits) {
			t.Fatalf("%d x %d came back different", b.W, b.H)
		}
	})
}

func TestTIFFAndPDFHoldThePages(t *testing.T) {
	b := NewBitmap(1700, 2200)
	for x := 300; x < 900; x++ {
		b.Set(x, 500)
	}
	tiff := TIFF(pictures([]*Bitmap{b, b}), TIFFOptions{})
	if !bytes.Contains(tiff, b.G4()) {
		t.Error("the TIFF does not hold the page")
	}
	pdf := PDF(pictures([]*Bitmap{b}), PDFOptions{Producer: "x"})
	if !bytes.Contains(pdf, b.G4()) {
		t.Error("the PDF does not hold the page")
	}
}
