package ocr

import (
	"image"
	"strings"
	"testing"

	"noticed/extract/internal/papertest"
)

// ink is the box around everything that is drawn on a picture.
func ink(img *image.Gray) image.Rectangle {
	var b image.Rectangle
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			if img.GrayAt(x, y).Y < 128 {
				b = b.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return b
}

// TestLostSpaces gives words as Tesseract reads them where it loses a space, and
// words that have none to lose.
func TestLostSpaces(t *testing.T) {
	for _, printed := range []string{
		"WEI R", "LI E", "JO N", "MINH A", "E LE", "Wei R", "KIM T", "I WU", "I MI", // a name and an initial
		"RIVERTON", "TILLAMOOK", "AVA", "LAVALLEE", "WILLIAM", "ILLINOIS", "JEFFREY", "TYLER", "LLC", "III", "PLLC", "IRVING", "VTL",
	} {
		img := papertest.Draw([]string{printed}, 200)
		box := ink(img)
		got := withSpaces(papertest.TIFF(img), []Word{{Text: strings.ReplaceAll(printed, " ", ""), Box: box, Confidence: 0.9}})
		var texts []string
		for i, w := range got {
			texts = append(texts, w.Text)
			if !w.Box.In(box) || w.Box.Empty() || i > 0 && w.Box.Min.X <= got[i-1].Box.Max.X {
				t.Errorf("%s: boxes %v", printed, got)
			}
		}
		if s := strings.Join(texts, " "); s != printed {
			t.Errorf("%s was parted into %s", printed, s)
		}
	}
}

func TestSpacesOfBadPictures(t *testing.T) {
	w := []Word{{Text: "ABC", Box: image.Rect(-5, -5, 50, 50)}, {Text: "DEF"}}
	for _, picture := range [][]byte{nil, []byte("nothing"), papertest.PNG(image.NewRGBA(image.Rect(0, 0, 20, 20))), papertest.PNG(image.NewGray(image.Rect(0, 0, 20, 20)))} {
		if got := withSpaces(picture, w); len(got) != 2 {
			t.Errorf("got %v", got)
		}
	}
}
