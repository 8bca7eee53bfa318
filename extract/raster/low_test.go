package raster_test

import (
	"bytes"
	"image"
	"testing"

	"golang.org/x/image/tiff"

	"noticed"
)

// TestTallPart: a region without its low marks has its figures whole, thin strokes that
// levelling made gray and a 5 whose neck the scan broke among them.
func TestTallPart(t *testing.T) {
	paint := func(img *image.Gray, v uint8, r image.Rectangle) {
		for y := r.Min.Y; y < r.Max.Y; y++ {
			for x := r.Min.X; x < r.Max.X; x++ {
				img.Pix[img.PixOffset(x, y)] = v
			}
		}
	}
	img := image.NewGray(image.Rect(0, 0, 120, 60))
	paint(img, 255, img.Rect)
	marks := map[string]struct {
		r    image.Rectangle
		v    uint8
		kept bool
	}{
		"an asterisk":         {image.Rect(10, 12, 18, 22), 0, false},
		"a hyphen":            {image.Rect(22, 24, 28, 27), 0, false},
		"a figure":            {image.Rect(40, 12, 46, 36), 0, true},
		"a thin stroke":       {image.Rect(50, 12, 52, 36), 150, true},
		"the neck of a 5":     {image.Rect(60, 12, 64, 25), 0, true},
		"the belly of a 5":    {image.Rect(62, 26, 70, 36), 0, true},
		"the bar of a 7":      {image.Rect(112, 12, 118, 15), 0, true},
		"the rest of the 7":   {image.Rect(113, 17, 117, 36), 0, true},
		"one more figure":     {image.Rect(80, 12, 86, 36), 0, true},
		"a comma":             {image.Rect(90, 32, 93, 40), 0, false},
		"and one more figure": {image.Rect(100, 12, 106, 36), 0, true},
	}
	for _, m := range marks {
		paint(img, m.v, m.r)
	}
	part, err := picture(t, img).TallPart(noticed.Box{0, 0, 1, 1})
	if err != nil {
		t.Fatal(err)
	}
	out, err := tiff.Decode(bytes.NewReader(part.TIFF))
	if err != nil {
		t.Fatal(err)
	}
	for name, m := range marks {
		at := m.r.Min.Add(m.r.Max).Div(2).Sub(part.Origin)
		if v, _, _, _ := out.At(at.X, at.Y).RGBA(); (v < 0xc000) != m.kept {
			t.Errorf("%s: it is %#x", name, v)
		}
	}
}
