package raster_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing"

	"noticed/extract/format"
	"noticed/extract/raster"
)

// stamped is a sheet of print in color, on paper of a hue, with a bar of ink over it; of no
// ink if that is nothing.
func stamped(paper, ink color.RGBA) *image.RGBA {
	drawn := sheetOfPrint()
	img := image.NewRGBA(drawn.Rect)
	for i, v := range drawn.Pix {
		scale := func(c uint8) uint8 { return uint8(int(v) * int(c) / 255) }
		x, y := i%drawn.Stride, i/drawn.Stride
		p := color.RGBA{scale(paper.R), scale(paper.G), scale(paper.B), 255}
		if ink.A != 0 && y > 300 && y < 340 && v > 128 {
			p = ink
		}
		img.SetRGBA(x, y, p)
	}
	return img
}

func TestInkOfAColor(t *testing.T) {
	white, yellowed := color.RGBA{255, 255, 255, 255}, color.RGBA{250, 244, 225, 255}
	red, blue, gray := color.RGBA{190, 20, 30, 255}, color.RGBA{30, 40, 200, 255}, color.RGBA{120, 120, 125, 255}
	for name, tt := range map[string]struct {
		paper, ink color.RGBA
		want       bool
	}{
		"print alone":       {white, color.RGBA{}, false},
		"on yellowed paper": {yellowed, color.RGBA{}, false},
		"a red stamp":       {white, red, true},
		"a blue pen":        {yellowed, blue, true},
		"a grey stamp":      {white, gray, false},
	} {
		img := stamped(tt.paper, tt.ink)
		got, err := raster.Inked(img)
		if err != nil || got != tt.want {
			t.Errorf("%s: inked %v, %v", name, got, err)
		}
		if !tt.want {
			continue
		}
		var file bytes.Buffer
		if err := png.Encode(&file, img); err != nil {
			t.Fatal(err)
		}
		decoded, err := raster.Decode(file.Bytes(), format.PNG, 0, raster.FirstDPI)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(decoded.Close)
		drawn, err := raster.FromColor(img, 200)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(drawn.Close)
		for way, p := range map[string]*raster.Picture{"decoded": decoded, "drawn": drawn} {
			if black, white := extremes(pixels(t, p)); black < 0.001 || white < 0.7 && tt.paper.B == 255 {
				t.Errorf("%s, %s: %.3f black and %.3f white", name, way, black, white)
			}
		}
		lightest := max(tt.ink.R, tt.ink.G, tt.ink.B)
		if at := pixels(t, drawn); !bytes.Contains(at, bytes.Repeat([]byte{lightest}, 20)) {
			t.Errorf("%s: the ink is not as light as its lightest colour", name)
		}
	}
	if _, err := raster.FromColor(&image.RGBA{}, 200); err == nil {
		t.Error("an empty picture was taken over")
	}
}
