package reader_test

import (
	"bytes"
	"image"
	_ "image/png" // of the sample
	"math"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"noticed"
	"noticed/extract"
	"noticed/extract/reader"
	"noticed/samples"
)

func open(t *testing.T, data []byte) *reader.Document {
	t.Helper()
	d, err := engines().Open(data, false)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close() })
	return d
}

// TestPhotos reads pictures taken of notices by hand, in perspective and half in
// shadow: each says its code, its date and its number, and where a word stands
// is the same however it is asked for.
func TestPhotos(t *testing.T) {
	for i := range 3 { // each strength
		doc, err := samples.One(4711, i, samples.Options{Medium: samples.Photo, Codes: []string{"CP504"}})
		if err != nil {
			t.Fatal(err)
		}
		d := open(t, doc.Data)
		whole := ask(t, d, noticed.WholePage, extract.Full)
		n := doc.Truth.Notices[0]
		words := strings.Join(strings.Fields(text(whole)), "")
		amount := n.Balance.Value.String()
		amount = amount[len(amount)-6:] // whatever the comma makes of it
		for _, want := range []string{n.Code, amount} {
			if !strings.Contains(words, want) {
				t.Errorf("photo %d: no %s in %s", i, want, words)
			}
		}
		at := slices.IndexFunc(whole.Words, func(w extract.Word) bool { return strings.HasSuffix(w.Text, amount) })
		if at < 0 {
			continue
		}
		w := whole.Words[at]
		around := noticed.Box{max(w.Box[0]-0.1, 0), w.Box[1] - 0.01, min(w.Box[2]+0.05, 1), w.Box[3] + 0.01}
		for _, effort := range []extract.Effort{extract.SecondOpinion, extract.CloseLook} {
			again := ask(t, d, around, effort)
			k := slices.IndexFunc(again.Words, func(o extract.Word) bool { return strings.HasSuffix(o.Text, amount) })
			if k < 0 {
				t.Errorf("photo %d: %s by %s lost among %v", i, w.Text, effort, again.Words)
				continue
			}
			for side, v := range again.Words[k].Box {
				if math.Abs(v-w.Box[side]) > 0.006 {
					t.Errorf("photo %d: %s by %s at %.3f, and at first at %.3f", i, w.Text, effort, again.Words[k].Box, w.Box)
					break
				}
			}
		}
	}
}

func ask(t *testing.T, d *reader.Document, region noticed.Box, e extract.Effort) extract.Answer {
	t.Helper()
	a, err := d.Read(extract.Request{Page: 1, Region: region, Effort: e})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// TestPhotoByAnotherHand reads a photo that ImageMagick made of a sample: what
// is read of it is what is read of the sample, at the same places.
func TestPhotoByAnotherHand(t *testing.T) {
	if version, err := exec.Command("convert", "-version").Output(); err != nil || !bytes.Contains(version, []byte("Version: ImageMagick")) { // other programs bear the name, too
		t.Skip("ImageMagick is not installed, and this photo is of its making") // nothing of noticed needs it, so make does not install it; TestPhotos runs all the same
	}
	const sample = "../../samples/mail/cp14_page.png"
	page, err := os.ReadFile(sample)
	if err != nil {
		t.Fatal(err)
	}
	size, _, err := image.DecodeConfig(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	if size.Width != 1682 || size.Height != 2228 {
		t.Fatalf("the sample is %d x %d pixels: the corners below are not its own", size.Width, size.Height)
	}
	photo := t.TempDir() + "/photo.jpg"
	const corners = "0,0 330,260  1682,0 1890,150  1682,2228 2080,2650  0,2228 140,2480"
	cmd := exec.Command("convert", "-size", "2250x2800", "-seed", "5", "plasma:#302018-#705030", "-blur", "0x3",
		"(", sample, "-colorspace", "sRGB", "-fill", "#e8e2d4", "-opaque", "white", "-alpha", "set",
		"-virtual-pixel", "transparent", "+distort", "Perspective", corners, ")",
		"-layers", "merge", "+repage",
		"(", "-size", "2250x2800", "gradient:white-gray45", ")", "-compose", "multiply", "-composite",
		"-blur", "0x0.8", "-attenuate", "0.1", "+noise", "Gaussian", "-density", "72", "-quality", "82", photo)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("ImageMagick: %v\n%s", err, out)
	}
	data, err := os.ReadFile(photo)
	if err != nil {
		t.Fatal(err)
	}
	want, got := read(t, open(t, page), 1), read(t, open(t, data), 1)
	found, near := 0, 0
	long := 0
	for _, w := range want.Words {
		if len(w.Text) < 3 || w.Confidence < 0.8 {
			continue
		}
		long++
		best := math.Inf(1)
		for _, o := range got.Words {
			if o.Text == w.Text {
				best = min(best, math.Hypot(o.Box.MidX()-w.Box.MidX(), o.Box.MidY()-w.Box.MidY()))
			}
		}
		if !math.IsInf(best, 1) {
			found++
		}
		if best < 0.02 {
			near++
		}
	}
	if long < 100 || found < long*97/100 || near < long*96/100 {
		t.Errorf("of %d words of the sample %d were read on the photo, %d of them at their places", long, found, near)
	}
}
