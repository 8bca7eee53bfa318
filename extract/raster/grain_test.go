package raster

import (
	"image"
	"math/rand/v2"
	"slices"
	"testing"

	"noticed/extract/internal/papertest"
)

// TestStrays: by where a dot stands it is known whether it belongs to print.
func TestStrays(t *testing.T) {
	box := func(x, y, w, h int) image.Rectangle { return image.Rect(x, y, x+w, y+h) }
	letter, tall, stem := box(100, 100, 12, 14), box(100, 94, 12, 20), box(200, 100, 3, 14)
	for name, tc := range map[string]struct {
		letters, dots []image.Rectangle
		stray         []bool
	}{
		"a full stop":             {[]image.Rectangle{letter}, []image.Rectangle{box(115, 111, 3, 3)}, []bool{false}},
		"before a figure":         {[]image.Rectangle{tall}, []image.Rectangle{box(94, 111, 3, 3)}, []bool{false}},
		"a comma":                 {[]image.Rectangle{letter}, []image.Rectangle{box(115, 112, 3, 5)}, []bool{false}},
		"above the line":          {[]image.Rectangle{letter}, []image.Rectangle{box(115, 104, 3, 3)}, []bool{true}},
		"below the line":          {[]image.Rectangle{letter}, []image.Rectangle{box(115, 118, 3, 3)}, []bool{true}},
		"on the line, too small":  {[]image.Rectangle{tall}, []image.Rectangle{box(115, 113, 1, 1)}, []bool{true}},
		"on the line, far off":    {[]image.Rectangle{letter}, []image.Rectangle{box(130, 111, 3, 3)}, []bool{true}},
		"the dot of an i":         {[]image.Rectangle{stem}, []image.Rectangle{box(200, 94, 3, 3)}, []bool{false}},
		"above a wide letter":     {[]image.Rectangle{letter}, []image.Rectangle{box(104, 94, 3, 3)}, []bool{true}},
		"high above an i":         {[]image.Rectangle{stem}, []image.Rectangle{box(200, 86, 3, 3)}, []bool{true}},
		"a hyphen":                {[]image.Rectangle{letter}, []image.Rectangle{box(115, 106, 5, 2)}, []bool{false}},
		"an apostrophe":           {[]image.Rectangle{tall}, []image.Rectangle{box(114, 94, 2, 5)}, []bool{false}},
		"a grain where one is":    {[]image.Rectangle{tall}, []image.Rectangle{box(114, 95, 3, 3)}, []bool{true}},
		"a colon":                 {[]image.Rectangle{letter}, []image.Rectangle{box(115, 111, 3, 3), box(115, 101, 3, 3)}, []bool{false, false}},
		"a dot far above another": {[]image.Rectangle{letter}, []image.Rectangle{box(115, 111, 3, 3), box(115, 80, 3, 3)}, []bool{false, true}},
		"without any letter":      {[]image.Rectangle{box(500, 500, 12, 14)}, []image.Rectangle{box(100, 100, 3, 3)}, []bool{true}},
	} {
		got := strays(tc.dots, tc.letters)
		for i, d := range tc.dots {
			if slices.Contains(got, d) != tc.stray[i] {
				t.Errorf("%s: dot %d is stray: %v", name, i, !tc.stray[i])
			}
		}
	}
}

// TestSift takes grains off from among the letters, and leaves their own dots.
func TestSift(t *testing.T) {
	lines := []string{"Inside a building, in 2019: $1,234.56 is still missing.", "P.O. Box 1301 - Stop 6579, Cincinnati 45999-0030"}
	drawn := papertest.DrawOn(image.Pt(900, 400), lines, 200)
	dirty := image.NewGray(drawn.Rect)
	copy(dirty.Pix, drawn.Pix)
	r := rand.New(rand.NewPCG(5, 5))
	for range 1200 {
		x, y := r.IntN(898), r.IntN(398)
		for i := range 4 {
			dirty.Pix[dirty.PixOffset(x+i%2, y+i/2)] = 0
		}
	}
	count := func(img *image.Gray, sift bool) (pieces int) {
		p, err := FromGray(img, 200)
		if err != nil {
			t.Fatal(err)
		}
		defer p.Close()
		if err := p.Despeckle(); err != nil {
			t.Fatal(err)
		}
		if sift {
			if err := p.Sift(); err != nil {
				t.Fatal(err)
			}
		}
		b := Picture{pix: p.blackAndWhite()}
		defer b.Close()
		return len(boxes(b.pix))
	}
	clean, before, after := count(drawn, true), count(dirty, false), count(dirty, true)
	if count(drawn, false) != clean {
		t.Errorf("a clean page has %d pieces, %d of them without Sift", clean, count(drawn, false))
	}
	if before < clean+20 || after > clean+8 || after < clean-15 {
		t.Errorf("%d pieces before, %d after, %d on the clean page", before, after, clean)
	}
}

// TestSiftLeavesBrokenPrint: where there are few grains and many pieces beside the
// letters, these are the letters' own.
func TestSiftLeavesBrokenPrint(t *testing.T) {
	lines := []string{"Inside a building, in 2019: $1,234.56 is still missing.", "P.O. Box 1301 - Stop 6579, Cincinnati 45999-0030"}
	img := papertest.DrawOn(image.Pt(900, 400), lines, 200)
	for y := range 400 { // every third row is lost, as on a fax
		if y%3 == 0 {
			for x := range 900 {
				img.Pix[img.PixOffset(x, y)] = 255
			}
		}
	}
	r := rand.New(rand.NewPCG(6, 6))
	for range 80 {
		img.Pix[img.PixOffset(r.IntN(900), 200+r.IntN(200))] = 0
	}
	p, err := FromGray(img, 200)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	if err := p.Despeckle(); err != nil {
		t.Fatal(err)
	}
	if p.strewn == 0 {
		t.Fatal("no grains are seen")
	}
	count := func() int {
		b := Picture{pix: p.blackAndWhite()}
		defer b.Close()
		return len(boxes(b.pix))
	}
	before := count()
	if err := p.Sift(); err != nil {
		t.Fatal(err)
	}
	if after := count(); after != before {
		t.Errorf("%d of %d pieces of broken print are left", after, before)
	}
}
