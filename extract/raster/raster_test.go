package raster_test

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/gif"
	"math"
	"os"
	"slices"
	"testing"

	"golang.org/x/image/tiff"

	"noticed"
	"noticed/extract/format"
	"noticed/extract/internal/papertest"
	"noticed/extract/ocr"
	"noticed/extract/raster"
)

func testdata(t *testing.T, name string) []byte {
	t.Helper()
	b, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// dense is enough print for leptonica to be sure which way it stands.
func dense() []string {
	return slices.Concat(papertest.Letter, papertest.Letter, papertest.Letter)
}

// TestUpright gives the same letter in every way it can lie on the glass.
func TestUpright(t *testing.T) {
	straight := papertest.Draw(dense(), 200)
	for quarters := range 4 {
		img := papertest.Rotate(straight, quarters)
		p, err := raster.FromGray(img, 200)
		if err != nil {
			t.Fatal(err)
		}
		turn := p.Tilt()
		if err := p.Apply(turn); err != nil {
			t.Fatal(err)
		}
		if want := (4 - quarters) % 4; turn.Quarters != want || math.Abs(turn.Degrees) > 0.3 {
			t.Errorf("turned by %d quarters: %+v, want %d", quarters, turn, want)
		}
		if p.Width() != 1700 || p.Height() != 2200 {
			t.Errorf("turned by %d quarters: %d x %d", quarters, p.Width(), p.Height())
		}
		p.Close()
	}
}

func TestSkew(t *testing.T) {
	p, err := raster.FromGray(papertest.Draw(papertest.Letter, 200), 200)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	for _, degrees := range []float64{3, -1.5} {
		if err := p.Apply(raster.Turn{Degrees: degrees}); err != nil {
			t.Fatal(err)
		}
		turn := p.Tilt()
		if turn.Quarters != 0 || math.Abs(turn.Degrees+degrees) > 0.2 {
			t.Errorf("skewed by %v: %+v", degrees, turn)
		}
		if err := p.Apply(turn); err != nil {
			t.Fatal(err)
		}
	}
}

// TestEXIF: a camera held sideways writes the picture as it is and a tag.
func TestEXIF(t *testing.T) {
	img := papertest.Draw(dense(), 150)
	for orientation, stored := range map[byte]int{1: 0, 3: 2, 6: 3, 8: 1} { // the mirrored ones are among reader's files
		data := papertest.WithOrientation(papertest.JPEG(papertest.Rotate(img, stored)), orientation)
		p, err := raster.Decode(data, format.JPEG, 0, raster.FirstDPI)
		if err != nil {
			t.Fatal(err)
		}
		if p.Width() > p.Height() {
			t.Errorf("orientation %d: %d x %d", orientation, p.Width(), p.Height())
		}
		if turn := p.Tilt(); turn.Quarters != 0 {
			t.Errorf("orientation %d: still to be turned %+v", orientation, turn)
		}
		p.Close()
	}
}

func TestResolutions(t *testing.T) {
	for name, tc := range map[string]struct {
		data       []byte
		format     format.Format
		dpi        float64
		wantDPI    float64
		wantHeight int
	}{
		"a fax's oblong pixels are squared": {testdata(t, "fax.tif"), format.TIFF, raster.FirstDPI, 200, 2339},
		"G4 at 200 dpi is left alone":       {testdata(t, "g4.tif"), format.TIFF, raster.FirstDPI, 200, 2339},
		"and enlarged for a second reading": {testdata(t, "g4.tif"), format.TIFF, raster.SecondDPI, 300, 3508},
		"a picture that does not say":       {papertest.PNG(papertest.Draw(papertest.Letter, 400)), format.PNG, raster.FirstDPI, 300, 3300},
		"a small one is enlarged":           {papertest.PNG(papertest.Draw(papertest.Letter, 100)), format.PNG, raster.FirstDPI, 300, 3300},
	} {
		p, err := raster.Decode(tc.data, tc.format, 0, tc.dpi)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if math.Abs(p.DPI()-tc.wantDPI) > 1 || math.Abs(float64(p.Height()-tc.wantHeight)) > 4 {
			t.Errorf("%s: %v dpi, %d high; want %v, %d", name, p.DPI(), p.Height(), tc.wantDPI, tc.wantHeight)
		}
		p.Close()
	}
}

func TestTIFFPagesOfAnyCompression(t *testing.T) {
	data := testdata(t, "three.tif") // G4, G4 upside down, G3-2D
	for page := range 3 {
		p, err := raster.Decode(data, format.TIFF, page, raster.FirstDPI)
		if err != nil {
			t.Fatal(err)
		}
		if turn, want := p.Tilt(), []int{0, 2, 0}[page]; turn.Quarters != want {
			t.Errorf("page %d: %+v", page+1, turn)
		}
		p.Close()
	}
	if _, err := raster.Decode(data, format.TIFF, 3, raster.FirstDPI); err == nil {
		t.Error("a fourth page of three")
	}
}

// TestGround: what is see-through is white, whatever colour lies beneath, and a
// palette of two colours is heeded.
func TestGround(t *testing.T) {
	letter := papertest.Draw(papertest.Letter, 100)
	seethrough := image.NewNRGBA(letter.Rect) // black all over, and opaque where the letter is
	two := image.NewPaletted(letter.Rect, color.Palette{color.Black, color.White})
	see := image.NewPaletted(letter.Rect, color.Palette{color.NRGBA{}, color.Black})
	for i, v := range letter.Pix {
		seethrough.Pix[4*i+3] = 255 - v
		if v > 128 {
			two.Pix[i] = 1
		} else {
			see.Pix[i] = 1
		}
	}
	var gifs [2]bytes.Buffer
	for i, img := range []*image.Paletted{two, see} {
		if err := gif.Encode(&gifs[i], img, nil); err != nil {
			t.Fatal(err)
		}
	}
	for name, data := range map[string][]byte{
		"png with alpha": papertest.PNG(seethrough), "tiff with alpha": papertest.TIFF(seethrough),
		"png of two colours": papertest.PNG(two), "see-through png of two colours": papertest.PNG(see),
		"gif of two colours": gifs[0].Bytes(), "see-through gif": gifs[1].Bytes(),
		"bmp of 8 bits": papertest.BMP(letter), "bmp of 24 bits": papertest.BMP(opaque(letter)),
	} {
		p, err := raster.Decode(data, format.Sniff(data), 0, raster.FirstDPI)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if light := brightness(t, p); light < 0.9 {
			t.Errorf("%s: the ground is dark: %.2f", name, light)
		}
		p.Close()
	}
}

// brightness is that of the upper left of a picture, which says enough of its
// ground.
func brightness(t *testing.T, p *raster.Picture) float64 {
	t.Helper()
	return mean(t, p, noticed.Box{0, 0, 0.6, 0.25})
}

// mean is the mean brightness of a region: 1 is white.
func mean(t *testing.T, p *raster.Picture, region noticed.Box) float64 {
	t.Helper()
	part, err := p.Part(region)
	if err != nil {
		t.Fatal(err)
	}
	img, err := tiff.Decode(bytes.NewReader(part.TIFF))
	if err != nil {
		t.Fatal(err)
	}
	g, sum := image.NewGray(img.Bounds()), 0
	draw.Draw(g, g.Rect, img, g.Rect.Min, draw.Src)
	for _, v := range g.Pix {
		sum += int(v)
	}
	return float64(sum) / 255 / float64(len(g.Pix))
}

func opaque(g *image.Gray) *image.RGBA {
	rgba := image.NewRGBA(g.Rect)
	draw.Draw(rgba, g.Rect, g, image.Point{}, draw.Src)
	return rgba
}

func TestDamagedPictures(t *testing.T) {
	img := papertest.Draw(papertest.Letter, 100)
	for f, data := range map[format.Format][]byte{
		format.PNG: papertest.PNG(img), format.JPEG: papertest.JPEG(img), format.TIFF: testdata(t, "g4.tif"),
	} {
		if _, err := raster.Decode(data[:len(data)*2/3], f, 0, raster.FirstDPI); err == nil {
			t.Errorf("two thirds of a %s were decoded", f)
		}
	}
	if _, err := raster.Decode(nil, format.PNG, 0, raster.FirstDPI); err == nil {
		t.Error("nothing was decoded")
	}
}

// TestPart: boxes of a part are fractions of the whole page.
func TestPart(t *testing.T) {
	p, err := raster.FromGray(papertest.Draw(papertest.Letter, 200), 200)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	r := ocr.NewReader()
	defer r.Close()
	find := func(region noticed.Box, l ocr.Layout) noticed.Box {
		part, err := p.Part(region)
		if err != nil {
			t.Fatal(err)
		}
		words, err := r.Read(part.TIFF, l)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range words {
			if w.Text == "$9,533.53" {
				return part.Box(w.Box)
			}
		}
		t.Fatalf("the amount is not in %v", words)
		return noticed.Box{}
	}
	whole, part := find(noticed.WholePage, ocr.Page), find(noticed.Box{0.1, 0.18, 0.6, 0.24}, ocr.Block)
	for i := range whole {
		if math.Abs(whole[i]-part[i]) > 0.003 {
			t.Errorf("box in the whole %v, in a part %v", whole, part)
		}
	}
	for _, none := range []noticed.Box{{0.5, 0.5, 0.5, 0.9}, {0.9, 0.1, 0.2, 0.3}, {}} {
		if _, err := p.Part(none); err == nil {
			t.Errorf("cut out %v", none)
		}
	}
}
