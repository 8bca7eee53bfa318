package raster_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing"

	"golang.org/x/image/tiff"

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

// Ink that lies over print is dropped out, and what is printed under it stays; ink beside print,
// which may be print itself, stays, and so does a ground as large as the picture.
func TestDropout(t *testing.T) {
	white := color.RGBA{255, 255, 255, 255}
	red, blue := color.RGBA{190, 20, 30, 255}, color.RGBA{30, 40, 200, 255}
	printed := stamped(white, color.RGBA{})
	for name, tt := range map[string]struct {
		ink     color.RGBA
		where   image.Rectangle
		dropped bool
	}{
		"a red stamp over print":   {red, image.Rect(300, 300, 700, 340), true},
		"a blue pen over print":    {blue, image.Rect(300, 318, 700, 322), true},
		"a red word in the margin": {red, image.Rect(20, 300, 60, 340), false},
		"a ground of a colour":     {red, printed.Rect, false},
		"ink as dark as print":     {color.RGBA{60, 5, 5, 255}, image.Rect(300, 300, 700, 340), false},
	} {
		img := stamped(white, color.RGBA{})
		for y := tt.where.Min.Y; y < tt.where.Max.Y; y++ {
			for x := tt.where.Min.X; x < tt.where.Max.X; x++ {
				c := img.RGBAAt(x, y) // ink takes of the light what it would of paper's
				img.SetRGBA(x, y, color.RGBA{uint8(int(c.R) * int(tt.ink.R) / 255), uint8(int(c.G) * int(tt.ink.G) / 255), uint8(int(c.B) * int(tt.ink.B) / 255), 255})
			}
		}
		p, err := raster.FromColor(img, 200)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(p.Close)
		read, err := tiff.Decode(bytes.NewReader(pixels(t, p)))
		if err != nil {
			t.Fatal(err)
		}
		at, lightest := read.(*image.Gray), max(tt.ink.R, tt.ink.G, tt.ink.B)
		margin := at.Rect.Max.Sub(printed.Rect.Max).Div(2) // that a part has around it
		inks, lost, kept, paper := 0, 0, 0, 0
		for y := tt.where.Min.Y; y < tt.where.Max.Y; y++ {
			for x := tt.where.Min.X; x < tt.where.Max.X; x++ {
				was, is := printed.RGBAAt(x, y).R, at.GrayAt(x+margin.X, y+margin.Y).Y
				switch {
				case was < 40 && is > 100:
					lost++
				case was < 40:
					kept++
				case was == 255 && is == lightest:
					inks++
				case was == 255:
					paper++
				}
			}
		}
		if (inks == 0) != tt.dropped || (paper == 0) == tt.dropped || 20*lost > kept {
			t.Errorf("%s: %d dots of ink, %d of paper, %d of print and %d lost", name, inks, paper, kept, lost)
		}
	}
}
