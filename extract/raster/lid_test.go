package raster_test

import (
	"bytes"
	"image"
	"testing"
)

// TestDropLid: the black around a pale page becomes paper, with its grain, and the print on
// the page stays; a page without it, or with print that runs off its edge, stays as it is to
// the bit.
func TestDropLid(t *testing.T) {
	drawn := typeset(t)
	size := drawn.Bounds()
	paled := each(drawn, func(_, _ int, v uint8) uint8 { return 130 + uint8(int(v)*98/255) })
	framed := func(wide int) *image.Gray {
		return each(paled, func(x, y int, v uint8) uint8 {
			if min(x, y, size.Dx()-1-x, size.Dy()-1-y) < wide {
				return uint8((x*7 + y*13) % 60)
			}
			return v
		})
	}
	bar := each(paled, func(x, y int, v uint8) uint8 { // a rule that runs off the page
		if y > 100 && y < 106 && x > 300 {
			return 10
		}
		return v
	})
	pen := each(paled, func(x, y int, v uint8) uint8 { // lies over the page from its edge
		if y > 200 && y < 230 && x > size.Dx()/2 {
			return 10
		}
		return v
	})
	scrap := image.NewGray(image.Rect(0, 0, 90, 60)) // smaller than any sheet
	for name, tc := range map[string]struct {
		img *image.Gray
		lid bool
	}{"a scrap": {scrap, false}, "framed": {framed(40), true}, "bare": {paled, false}, "a rule to the edge": {bar, false}, "a pen": {pen, false}} {
		p := picture(t, tc.img)
		before := pixels(t, p)
		if err := p.DropLid(); err != nil {
			t.Fatal(err)
		}
		after := pixels(t, p)
		if !tc.lid {
			if !bytes.Equal(before, after) {
				t.Errorf("%s: it is another picture", name)
			}
			continue
		}
		black, inked := 0, 0
		for _, v := range after {
			switch {
			case v < 60:
				black++
			case v < 180:
				inked++
			}
		}
		if black > len(after)/1000 || inked < len(after)/200 {
			t.Errorf("%s: %d of %d are black, %d print", name, black, len(after), inked)
		}
	}
}
