package raster_test

import (
	"bytes"
	"image"
	"math/rand/v2"
	"testing"

	"noticed"
	"noticed/extract/format"
	"noticed/extract/internal/papertest"
	"noticed/extract/raster"
)

// pixels are all of a picture's.
func pixels(t *testing.T, p *raster.Picture) []byte {
	t.Helper()
	part, err := p.Part(noticed.WholePage)
	if err != nil {
		t.Fatal(err)
	}
	return part.TIFF
}

// TestCleanPagesStayAsTheyAre, to the bit: only a photo is straightened, and only
// what is in shadow is lit, and there is no dirt to take.
func TestCleanPagesStayAsTheyAre(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	drawn := papertest.Draw(dense(), 200)
	grey := each(drawn, func(_, _ int, v uint8) uint8 { return uint8(40 + int(v)*190/255 + r.IntN(9)) })
	bordered := each(grey, func(x, y int, v uint8) uint8 {
		if x < 70 || y > 2150 { // the open lid of a scanner
			return uint8(r.IntN(40))
		}
		return v
	})
	banded := each(drawn, func(_, y int, v uint8) uint8 { // a heading on a dark band
		if y > 100 && y < 160 {
			return 255 - v/4*3
		}
		return v
	})
	for name, img := range map[string]*image.Gray{"drawn": drawn, "scanned in grey": grey, "with black edges": bordered, "with a band": banded} {
		p, err := raster.FromGray(img, 200)
		if err != nil {
			t.Fatal(err)
		}
		unchanged(t, name, p)
		p.Close()
	}
	for name, page := range map[string]struct {
		data   []byte
		format format.Format
	}{
		"a JPEG": {papertest.JPEG(grey), format.JPEG}, "a fax": {testdata(t, "fax.tif"), format.TIFF}, "a scan in G4": {testdata(t, "g4.tif"), format.TIFF},
	} {
		p, err := raster.Decode(page.data, page.format, 0, raster.FirstDPI)
		if err != nil {
			t.Fatal(err)
		}
		unchanged(t, name, p)
		p.Close()
	}
}

func unchanged(t *testing.T, name string, p *raster.Picture) {
	t.Helper()
	before, dpi := pixels(t, p), p.DPI()
	s := p.Sheet()
	if s != (raster.Sheet{}) {
		t.Errorf("%s: found a sheet at %.3f", name, s)
	}
	if err := p.Flatten(s, raster.FirstDPI); err != nil {
		t.Fatal(err)
	}
	for _, clean := range []func() error{p.EvenLight, p.Despeckle, p.Stretch, p.LiftStains, p.Sift} {
		if err := clean(); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(before, pixels(t, p)) || p.DPI() != dpi {
		t.Errorf("%s: changed", name)
	}
}

func each(img *image.Gray, change func(x, y int, v uint8) uint8) *image.Gray {
	out := image.NewGray(img.Rect)
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			o := img.PixOffset(x, y)
			out.Pix[o] = change(x, y, img.Pix[o])
		}
	}
	return out
}

// TestEvenLight: a shadow over half of a page leaves its paper as bright as that
// of the other half, and its print as dark.
func TestEvenLight(t *testing.T) {
	shadowed := each(papertest.Draw(dense(), 200), func(x, _ int, v uint8) uint8 {
		if x > 700 {
			return uint8(int(v) * max(45, 100-(x-700)/4) / 100)
		}
		return v
	})
	p, err := raster.FromGray(shadowed, 200)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	if err := p.EvenLight(); err != nil {
		t.Fatal(err)
	}
	for name, box := range map[string]noticed.Box{"in the light": {0.05, 0.02, 0.3, 0.07}, "in the shadow": {0.7, 0.02, 0.95, 0.07}, "between": {0.4, 0.02, 0.6, 0.07}, "at the right edge": {0.998, 0, 1, 1}, "at the foot": {0, 0.999, 1, 1}} {
		if b := mean(t, p, box); b < 0.95 {
			t.Errorf("paper %s is %.2f of white", name, b)
		}
	}
}
