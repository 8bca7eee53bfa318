package raster_test

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"testing"

	"golang.org/x/image/tiff"

	"noticed"
	"noticed/extract/internal/papertest"
	"noticed/extract/raster"
)

// erased draws a picture that claims to have 200 dots to the inch and tells
// which black pixels are gone when its rules are erased.
func erased(t *testing.T, img *image.Gray) (gone, kept []image.Point) {
	t.Helper()
	p, err := raster.FromGray(img, 200)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	if err := p.EraseRules(); err != nil {
		t.Fatal(err)
	}
	part, err := p.Part(noticed.WholePage)
	if err != nil {
		t.Fatal(err)
	}
	after, err := tiff.Decode(bytes.NewReader(part.TIFF))
	if err != nil {
		t.Fatal(err)
	}
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			if img.GrayAt(x, y).Y > 100 {
				continue
			}
			r, _, _, _ := after.At(x-part.Origin.X, y-part.Origin.Y).RGBA()
			if r>>8 > 200 {
				gone = append(gone, image.Pt(x, y))
			} else {
				kept = append(kept, image.Pt(x, y))
			}
		}
	}
	return gone, kept
}

// TestNoLetterIsErased: a thin stem in large type is as long and as narrow as a
// piece of a rule.
func TestNoLetterIsErased(t *testing.T) {
	for _, dpi := range []float64{200, 300, 400} { // that is type of 11, 16 and 22 points
		strip := image.Pt(int(6*dpi), int(1.6*dpi)) // of a page: the race detector makes pixels dear
		gone, kept := erased(t, papertest.DrawOn(strip, []string{"Illinois: Tilden, Riverton, III", "l I i l 1 | Il"}, dpi))
		if len(gone) > 0 || len(kept) == 0 {
			t.Errorf("%v points: %d black pixels erased, %d kept", 11*dpi/200, len(gone), len(kept))
		}
	}
}

// TestNoLetterOutOfFocusIsErased: letters that touch make a line as long and as thin
// as a rule, which has no ink close beside it.
func TestNoLetterOutOfFocusIsErased(t *testing.T) {
	img := papertest.DrawOn(image.Pt(1200, 320), []string{"Taxpayer Identification Number: assistance", "previously reassessed amounts are"}, 200)
	for range 7 {
		img = smeared(img)
	}
	if gone, kept := erased(t, img); len(gone) > 0 || len(kept) == 0 {
		t.Errorf("%d black pixels erased, %d kept", len(gone), len(kept))
	}
}

// smeared has of each pixel the mean of the nine around it.
func smeared(img *image.Gray) *image.Gray {
	out := image.NewGray(img.Rect)
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			sum := 0
			for i := -1; i <= 1; i++ {
				for j := -1; j <= 1; j++ {
					if at := image.Pt(x+i, y+j); at.In(img.Rect) {
						sum += int(img.GrayAt(at.X, at.Y).Y)
					} else {
						sum += 255
					}
				}
			}
			out.SetGray(x, y, color.Gray{Y: uint8(sum / 9)})
		}
	}
	return out
}

// TestAFrameIsErasedAndNoLetterBelowIt: text often begins under the left edge of
// a frame, and its first letter then looks like a piece of that edge.
func TestAFrameIsErasedAndNoLetterBelowIt(t *testing.T) {
	img := papertest.DrawOn(image.Pt(1300, 500), []string{"", "", "If you do not pay", "Internal Revenue"}, 200)
	ink := image.NewUniform(color.Black)
	frame := image.Rect(202, 180, 1200, 290)
	for _, side := range []image.Rectangle{
		{frame.Min, image.Pt(frame.Max.X, frame.Min.Y+3)}, {image.Pt(frame.Min.X, frame.Max.Y-3), frame.Max},
		{image.Pt(frame.Max.X-3, frame.Min.Y), frame.Max},
		{frame.Min, image.Pt(frame.Min.X+3, frame.Min.Y+80)}, {image.Pt(frame.Min.X, frame.Min.Y+84), image.Pt(frame.Min.X+3, frame.Max.Y)}, // broken by dirt
	} {
		draw.Draw(img, side, ink, image.Point{}, draw.Src)
	}
	gone, kept := erased(t, img)
	for _, p := range gone {
		if !p.In(frame) {
			t.Fatalf("%v is erased and belongs to no rule", p)
		}
	}
	for _, p := range kept {
		if p.In(frame) {
			t.Fatalf("%v of the frame is left", p)
		}
	}
}
