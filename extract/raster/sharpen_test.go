package raster_test

import (
	"image"
	"image/color"
	"image/draw"
	"math/rand/v2"
	"testing"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"

	"noticed/extract/internal/papertest"
)

// typeset is a page of print as it is: a heading and small letters with thin lines.
func typeset(t *testing.T) *image.Gray {
	t.Helper()
	img := image.NewGray(image.Rectangle{Max: small})
	draw.Draw(img, img.Rect, image.NewUniform(color.White), image.Point{}, draw.Src)
	y := 100
	for i, line := range dense() {
		data, size := goregular.TTF, 9.5
		if i == 0 {
			data, size = gobold.TTF, 18.0
		}
		f, err := opentype.Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		face, err := opentype.NewFace(f, &opentype.FaceOptions{Size: size, DPI: 200})
		if err != nil {
			t.Fatal(err)
		}
		d := font.Drawer{Dst: img, Src: image.NewUniform(color.Black), Face: face, Dot: fixed.P(60, y)}
		d.DrawString(line)
		y += 35
	}
	return img
}

// blurred is a picture out of focus: each pixel the mean of the square around it.
func blurred(img *image.Gray, reach int) *image.Gray {
	return each(img, func(x, y int, _ uint8) uint8 {
		sum, n := 0, 0
		for dy := -reach; dy <= reach; dy++ {
			for dx := -reach; dx <= reach; dx++ {
				if at := image.Pt(x+dx, y+dy); at.In(img.Rect) {
					sum += int(img.GrayAt(at.X, at.Y).Y)
					n++
				}
			}
		}
		return uint8(sum / n)
	})
}

// TestSharpen: print out of focus is raised from its ground. A sharp page is let
// alone, and one whose noise would grow with the print.
func TestSharpen(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	sharp := typeset(t)
	soft := blurred(blurred(blurred(sharp, 1), 1), 1)
	noisy := each(soft, func(_, _ int, v uint8) uint8 { return uint8(min(max(int(v)+int(r.NormFloat64()*8), 0), 255)) })
	for name, tt := range map[string]struct {
		img  *image.Gray
		want bool
	}{"sharp": {sharp, false}, "soft": {soft, true}, "soft and noisy": {noisy, false}, "large": {papertest.DrawOn(small, dense(), 200), false}} {
		if got := picture(t, tt.img).Soft(); got != tt.want {
			t.Errorf("%s: %t", name, got)
		}
	}
	p := picture(t, soft)
	before, _ := extremes(pixels(t, p))
	if err := p.Sharpen(); err != nil {
		t.Fatal(err)
	}
	if after, white := extremes(pixels(t, p)); after < 2*before || white < 0.8 {
		t.Errorf("%.4f of it was black, %.4f is, and %.3f white", before, after, white)
	}
}
