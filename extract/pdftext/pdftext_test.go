package pdftext_test

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"noticed"
	"noticed/extract"
	"noticed/extract/internal/papertest"
	"noticed/extract/pdfium"
	"noticed/extract/pdftext"
)

var engine *pdfium.Engine

func TestMain(m *testing.M) {
	base, err := os.UserCacheDir()
	if err != nil {
		base = os.TempDir()
	}
	if engine, err = pdfium.NewEngine(filepath.Join(base, "noticed")); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(m.Run())
}

func read(t *testing.T, data []byte) []pdftext.Layer {
	t.Helper()
	doc, err := engine.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	defer doc.Close()
	d := pdftext.Open(doc, data, false)
	var layers []pdftext.Layer
	for i := range doc.Pages() {
		l, err := d.Layer(i)
		if err != nil {
			t.Fatal(err)
		}
		layers = append(layers, l)
	}
	if d.Stuck() {
		t.Error("ledongthuc/pdf is stuck")
	}
	return layers
}

func texts(words []extract.Word) []string {
	var s []string
	for _, w := range words {
		s = append(s, w.Text)
	}
	return s
}

// TestProducers reads one page as four programs print it. All say the same, but
// for ligatures to which Ghostscript gives a false meaning in the file itself.
func TestProducers(t *testing.T) {
	want := strings.Fields(`River Valley Water District PO Box 1200 Springfield, OH 45501-1200 Account WV504 Bill date June 1, 2026
		Meter number 40-1234-B Page 1 of 2 Your official bill is overdue Amount due: $9,533.53 We first wrote to you about this
		efficient office on May 4, 2026. Fluffy waffles affirm the final finding. Pay by July 1, 2026 (21 days), or call 1-800-555-0199.
		Amount you owed $9,444.07 Late fee 34.98 Interest charges 54.48 Payments and credits -3,328.00 Amount due by July 1, 2026 $9,533.53`)
	for file, tc := range map[string]struct {
		engine pdftext.Engine
		lost   int // words with a ligature that the file gives another meaning
	}{
		"libreoffice.pdf": {pdftext.Ledongthuc, 0},
		"chromium.pdf":    {pdftext.PDFium, 0},
		"cairo.pdf":       {pdftext.PDFium, 0},
		"ghostscript.pdf": {pdftext.PDFium, 9},
	} {
		t.Run(file, func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join("testdata", file))
			if err != nil {
				t.Fatal(err)
			}
			l := read(t, data)[0]
			if !l.Sense || l.Engine != tc.engine {
				t.Errorf("sense %v, engine %s; want %s", l.Sense, l.Engine, tc.engine)
			}
			got := texts(l.Words)
			lost := 0
			for _, w := range want {
				if i := slices.Index(got, w); i >= 0 {
					got = slices.Delete(got, i, i+1)
				} else {
					lost++
				}
			}
			if lost != tc.lost || len(got) != tc.lost {
				t.Errorf("%d words lost, want %d; %q besides", lost, tc.lost, got)
			}
			for _, w := range l.Words {
				if b := w.Box; b.Width() <= 0 || b.Width() > 0.2 || b.Height() < 0.002 || b.Height() > 0.03 {
					t.Errorf("%q has the box %v", w.Text, b)
				}
			}
		})
	}
}

// near is whether two boxes differ by no more than a line's height.
func near(a, b noticed.Box, by float64) bool {
	for i := range a {
		if math.Abs(a[i]-b[i]) > by {
			return false
		}
	}
	return true
}

func TestBoxesStandWhereTheInkIs(t *testing.T) {
	// "River" in Helvetica 11 at (72, 700) of 612 x 792: 26 points wide.
	content := papertest.Show(72, 700, papertest.Letter)
	upright := noticed.Box{72.0 / 612, 1 - 708.0/792, 98.0 / 612, 1 - 700.0/792}
	// The same page turned: what the page shows must not change with /Rotate.
	turned := func(matrix string) string { return matrix + " cm\n" + content }
	for name, tc := range map[string]struct {
		page papertest.Page
		want noticed.Box
	}{
		"plain":      {papertest.Page{Content: content}, upright},
		"rotate 90":  {papertest.Page{Content: turned("0 1 -1 0 792 0"), Box: "[0 0 792 612]", Extra: "/Rotate 90"}, upright},
		"rotate 180": {papertest.Page{Content: turned("-1 0 0 -1 612 792"), Extra: "/Rotate 180"}, upright},
		"rotate 270": {papertest.Page{Content: turned("0 -1 1 0 0 612"), Box: "[0 0 792 612]", Extra: "/Rotate 270"}, upright},
		"moved box":  {papertest.Page{Content: turned("1 0 0 1 -300 -300"), Box: "[-300 -300 312 492]"}, upright},
		"crop box": {papertest.Page{Content: content, Extra: "/CropBox [36 396 648 792]"},
			noticed.Box{36.0 / 576, (792 - 708.0) / 396, 62.0 / 576, (792 - 700.0) / 396}},
	} {
		t.Run(name, func(t *testing.T) {
			l := read(t, papertest.PDF(tc.page))[0]
			if !slices.Equal(texts(l.Words), papertest.Words(papertest.Letter)) {
				t.Fatalf("words %q", texts(l.Words))
			}
			if got := l.Words[0].Box; !near(got, tc.want, 0.004) {
				t.Errorf("box of %q %v, want %v", l.Words[0].Text, got, tc.want)
			}
		})
	}
}

func TestEnginesAgreeOnAPlainPage(t *testing.T) {
	if l := read(t, papertest.PDF(papertest.Page{Content: papertest.Show(72, 700, papertest.Letter)}))[0]; l.Engine != pdftext.Ledongthuc {
		t.Errorf("engine %s", l.Engine)
	}
}

// long is a text long enough to stand over a picture of a page.
func long() string {
	var lines []string
	for range 5 {
		lines = append(lines, papertest.Letter...)
	}
	return papertest.Show(72, 750, lines)
}

func TestWhatIsNotATextLayer(t *testing.T) {
	scan := papertest.Draw(papertest.Letter, 30)
	const picture = "q 612 0 0 792 0 0 cm /Im Do Q\n"
	for name, tc := range map[string]struct {
		page  papertest.Page
		sense bool
	}{
		"text alone":                 {papertest.Page{Content: long()}, true},
		"text over a scan":           {papertest.Page{Content: picture + long(), Picture: scan}, true},
		"text behind a scan":         {papertest.Page{Content: long() + picture, Picture: scan}, false},
		"invisible text over a scan": {papertest.Page{Content: picture + "3 Tr\n" + long(), Picture: scan}, false},
		"invisible text alone":       {papertest.Page{Content: "3 Tr\n" + long()}, false},
		"white text over a scan":     {papertest.Page{Content: picture + "1 g\n" + long(), Picture: scan}, false},
		"white text alone":           {papertest.Page{Content: "1 g\n" + long()}, false},
		"white text on a dark bar":   {papertest.Page{Content: "0.2 g 0 0 612 792 re f 1 g\n" + long()}, true},
		"an amount laid over text":   {papertest.Page{Content: long() + "q 60 0 0 20 100 745 cm /Im Do Q\n", Picture: scan}, false},
		"text over a picture":        {papertest.Page{Content: "q 60 0 0 20 100 745 cm /Im Do Q\n" + long(), Picture: scan}, true},
		"a fax line over a scan":     {papertest.Page{Content: picture + papertest.Show(20, 780, []string{"Jun 1 2026 10:15 FROM 5550199 PAGE 1/4"}), Picture: scan}, false},
		"a scan":                     {papertest.Page{Content: picture, Picture: scan}, false},
		"a logo and text":            {papertest.Page{Content: long() + "q 40 0 0 40 20 720 cm /Im Do Q\n", Picture: scan}, true},
		"text off the page":          {papertest.Page{Content: papertest.Show(900, 700, papertest.Letter)}, false},
		"two texts on each other":    {papertest.Page{Content: papertest.Show(72, 700, papertest.Letter) + papertest.Show(75, 702, papertest.Letter)}, false},
		"nothing":                    {papertest.Page{}, false},
	} {
		t.Run(name, func(t *testing.T) {
			l := read(t, papertest.PDF(tc.page))[0]
			if l.Sense != tc.sense {
				t.Errorf("sense %v with %d words", l.Sense, len(l.Words))
			}
			if !l.Sense && len(l.Words) > 0 {
				t.Errorf("words without sense: %q", texts(l.Words))
			}
		})
	}
}

// TestHostileStructure gives files that make ledongthuc/pdf hang or exhaust
// memory. PDFium must see to it that they don't matter.
func TestHostileStructure(t *testing.T) {
	if l := read(t, papertest.HugeSize())[0]; l.Engine != pdftext.PDFium || !l.Sense {
		t.Errorf("a huge /Size: engine %s, sense %v", l.Engine, l.Sense)
	}
	for name, data := range map[string][]byte{"tree": papertest.LoopingTree(), "cross-reference table": papertest.LoopingPrev()} {
		doc, err := engine.Open(data)
		if err != nil {
			t.Fatal(err)
		}
		d := pdftext.Open(doc, data, false)
		words := 0
		for i := range doc.Pages() {
			if l, err := d.Layer(i); err == nil {
				words = max(words, len(l.Words))
			}
		}
		if words != len(papertest.Words(papertest.Letter)) {
			t.Errorf("a %s in a circle: %d words", name, words)
		}
		if name != "tree" && !d.Stuck() {
			t.Error("ledongthuc/pdf does not hang on this any more: something else must show that a hang does not matter")
		}
		doc.Close()
	}
}

// TestCaution is for bytes that have killed a process: ledongthuc/pdf is left
// out.
func TestCaution(t *testing.T) {
	data := papertest.PDF(papertest.Page{Content: papertest.Show(72, 700, papertest.Letter)})
	doc, err := engine.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	defer doc.Close()
	if l, err := pdftext.Open(doc, data, true).Layer(0); err != nil || l.Engine != pdftext.PDFium || !l.Sense {
		t.Errorf("%s, %v, %v", l.Engine, l.Sense, err)
	}
}
