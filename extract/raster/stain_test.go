package raster_test

import (
	"bytes"
	"image"
	"testing"
)

// TestLiftStains: a pool with a dark edge goes, and the print in it and beside it
// stays; a page without one, sharp or out of focus, stays as it is to the bit.
func TestLiftStains(t *testing.T) {
	drawn := typeset(t)
	pool := func(x, y int, v uint8) uint8 {
		switch d := (x-400)*(x-400) + (y-300)*(y-300); {
		case d < 144*144:
			return v / 4 * 3
		case d < 150*150:
			return v / 5 * 2
		}
		return v
	}
	for name, tc := range map[string]struct {
		img     *image.Gray
		stained bool
	}{"stained": {each(drawn, pool), true}, "clean": {drawn, false}, "out of focus": {blurred(drawn, 2), false}} {
		p := picture(t, tc.img)
		before := pixels(t, p)
		if err := p.LiftStains(); err != nil {
			t.Fatal(err)
		}
		after := pixels(t, p)
		if !tc.stained {
			if !bytes.Equal(before, after) {
				t.Errorf("%s: it is another picture", name)
			}
			continue
		}
		untouched := pixels(t, picture(t, drawn))
		own := pale(untouched) // the edges of its letters
		if pale(after)-own > (pale(before)-own)/3 {
			t.Errorf("%s: %d were pale before, %d are, and %d on the clean page", name, pale(before), pale(after), own)
		}
		clean, _ := extremes(untouched)
		if black, _ := extremes(after); black < 0.95*clean {
			t.Errorf("%s: %.4f of it is black, and was %.4f when it was clean", name, black, clean)
		}
	}
}

// pale counts the bytes of a picture that are neither print nor paper.
func pale(pixels []byte) (n int) {
	for _, v := range pixels {
		if v > 80 && v < 215 {
			n++
		}
	}
	return n
}
