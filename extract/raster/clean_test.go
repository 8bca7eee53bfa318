package raster_test

import (
	"image"
	"math/rand/v2"
	"testing"

	"noticed/extract/internal/papertest"
	"noticed/extract/raster"
)

// small is the size of the sheets that these tests change pixel by pixel: the race
// detector makes pixels dear.
var small = image.Pt(900, 1100)

func sheetOfPrint() *image.Gray { return papertest.DrawOn(small, dense(), 200) }

// dim is paper that a scanner set far too pale shows in few greys.
func dim(r *rand.Rand, img *image.Gray) *image.Gray {
	return each(img, func(_, _ int, v uint8) uint8 { return uint8(130 + int(v)*50/255 + r.IntN(5)) })
}

// specked strews black squares of a side over a picture, a number to the page.
func specked(r *rand.Rand, img *image.Gray, side, number int) *image.Gray {
	dirty := each(img, func(_, _ int, v uint8) uint8 { return v })
	for range number {
		x, y := r.IntN(img.Rect.Dx()-side), r.IntN(img.Rect.Dy()-side)
		for i := range side * side {
			dirty.Pix[dirty.PixOffset(x+i%side, y+i/side)] = 0
		}
	}
	return dirty
}

func picture(t *testing.T, img *image.Gray) *raster.Picture {
	t.Helper()
	p, err := raster.FromGray(img, 200)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(p.Close)
	return p
}

func TestStretch(t *testing.T) {
	drawn := sheetOfPrint()
	p := picture(t, dim(rand.New(rand.NewPCG(1, 1)), drawn))
	before := pixels(t, p)
	if err := p.Stretch(); err != nil {
		t.Fatal(err)
	}
	black, white := extremes(before)
	if black > 0.001 || white > 0.1 { // the margin is white, and Tesseract parts it from the rest
		t.Fatalf("the dim page has %.3f black and %.3f white", black, white)
	}
	if black, white = extremes(pixels(t, p)); black < 0.001 || white < 0.9 {
		t.Errorf("the page has %.3f black and %.3f white afterwards", black, white)
	}
}

// extremes are the shares of black and of white among the bytes of a picture.
func extremes(pixels []byte) (black, white float64) {
	for _, v := range pixels {
		switch v {
		case 0:
			black++
		case 255:
			white++
		}
	}
	n := float64(len(pixels))
	return black / n, white / n
}

// TestDespeckle takes the dirt and leaves the print: its full stops, too.
func TestDespeckle(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 2))
	drawn := sheetOfPrint()
	clean, _ := extremes(pixels(t, picture(t, drawn)))
	for name, img := range map[string]*image.Gray{
		"specks": specked(r, drawn, 4, 800), "noise": specked(r, drawn, 1, 40_000),
	} {
		p := picture(t, img)
		dirty, _ := extremes(pixels(t, p))
		if err := p.Despeckle(); err != nil {
			t.Fatal(err)
		}
		if black, _ := extremes(pixels(t, p)); black > 1.25*clean || black < 0.75*clean || dirty < 1.3*clean {
			t.Errorf("%s: %.4f of it was black, %.4f is, and %.4f when it was clean", name, dirty, black, clean)
		}
	}
}

// TestNoiseInGrey: the grains of a sensor are smoothed, and print stays print.
func TestNoiseInGrey(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 4))
	p := picture(t, each(sheetOfPrint(), func(_, _ int, v uint8) uint8 {
		return uint8(min(max(200-int(255-v)*180/255+int(r.NormFloat64()*35), 0), 255))
	}))
	before, _ := extremes(pixels(t, p))
	if err := p.Despeckle(); err != nil {
		t.Fatal(err)
	}
	if err := p.Stretch(); err != nil {
		t.Fatal(err)
	}
	if black, white := extremes(pixels(t, p)); before > 0.01 || black < 0.001 || white < 0.3 {
		t.Errorf("%.3f black before, %.3f black and %.3f white after", before, black, white)
	}
}

// TestPrinted: a page without words is blank only if nothing is on it.
func TestPrinted(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	blank, letter := papertest.DrawOn(small, nil, 200), sheetOfPrint()
	noisy := each(blank, func(_, _ int, _ uint8) uint8 { return uint8(200 + r.IntN(12)) })
	for name, tc := range map[string]struct {
		img  *image.Gray
		want bool
	}{
		"blank":            {blank, false},
		"blank and noisy":  {noisy, false},
		"blank with dirt":  {specked(r, blank, 3, 200), false},
		"print":            {letter, true},
		"dim print":        {dim(r, letter), true},
		"print with dirt":  {specked(r, letter, 3, 200), true},
		"print in a noise": {specked(r, letter, 1, 40_000), true},
	} {
		if got := picture(t, tc.img).Printed(); got != tc.want {
			t.Errorf("%s: %t", name, got)
		}
	}
}
