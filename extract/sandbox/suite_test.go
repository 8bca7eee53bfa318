package sandbox

import (
	"bytes"
	"context"
	"errors"
	"image"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"noticed"
	"noticed/extract"
	"noticed/extract/format"
	"noticed/extract/internal/papertest"
)

func file(t *testing.T, path string) []byte {
	t.Helper()
	b, err := os.ReadFile("../" + path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func texts(words []extract.Word) []string {
	s := make([]string, 0, len(words))
	for _, w := range words {
		s = append(s, w.Text)
	}
	return s
}

// TestEveryFormat is the suite every format must pass: the same letter gives
// the same words at the same places, however it is sent.
func TestEveryFormat(t *testing.T) {
	p := pool(t, Config{})
	ctx := context.Background()
	img := papertest.Draw(papertest.Letter, 200)
	want := papertest.Words(papertest.Letter)
	scan := papertest.Page{Content: "q 612 0 0 792 0 0 cm /Im Do Q\n", Picture: img}
	for name, tc := range map[string]struct {
		data   []byte
		format format.Format
		text   bool
	}{
		"text pdf":           {page, format.PDF, true},
		"pdf after junk":     {append([]byte("\x1b%-12345X@PJL\r\n"), page...), format.PDF, true},
		"owner password pdf": {file(t, "pdfium/testdata/ownerpassword.pdf"), format.PDF, true},
		"scanned pdf":        {papertest.PDF(scan), format.PDF, false},
		"png":                {papertest.PNG(img), format.PNG, false},
		"jpeg":               {papertest.JPEG(img), format.JPEG, false},
		"jpeg from a camera": {papertest.WithOrientation(papertest.JPEG(papertest.Rotate(img, 3)), 6), format.JPEG, false},
		"tiff":               {papertest.TIFF(img), format.TIFF, false},
		"heic":               {file(t, "reader/testdata/letter.heic"), format.HEIC, false},
	} {
		t.Run(name, func(t *testing.T) {
			want := want
			d, err := p.Open(ctx, tc.data)
			if err != nil {
				t.Fatal(err)
			}
			defer d.Close()
			if d.Format() != tc.format || len(d.Pages()) != 1 || d.Pages()[0].TextLayer != tc.text {
				t.Fatalf("%v, %+v", d.Format(), d.Pages())
			}
			read := func(e extract.Effort, region noticed.Box) extract.Answer {
				t.Helper()
				a, err := d.Read(ctx, extract.Request{Page: 1, Region: region, Effort: e})
				if err != nil {
					t.Fatal(err)
				}
				if a.Unreadable != "" || a.Request.Effort != e {
					t.Fatalf("%+v", a)
				}
				return a
			}
			first := read(extract.Full, noticed.WholePage)
			if tc.text {
				first = read(extract.Text, noticed.WholePage)
			} else if a := read(extract.Text, noticed.WholePage); len(a.Words) > 0 {
				t.Errorf("a picture has a text layer: %q", texts(a.Words))
			}
			if strings.HasPrefix(name, "owner") {
				want = []string{"Amount", "due:", "$9,533.53"}
			}
			for _, w := range want {
				if !slices.Contains(texts(first.Words), w) {
					t.Errorf("%q is not in %q", w, texts(first.Words))
				}
			}
			if (first.How == noticed.HowText) != tc.text {
				t.Errorf("read by %s", first.How)
			}
			// A band gives what lies in it, at the same place.
			i := slices.Index(texts(first.Words), "$9,533.53")
			if i < 0 {
				t.Fatal("no amount")
			}
			at := first.Words[i].Box
			band := noticed.Box{0, max(at.Top()-0.01, 0), 1, at.Bottom() + 0.01}
			for _, e := range []extract.Effort{extract.Header, extract.SecondOpinion} {
				a := read(e, band)
				k := slices.Index(texts(a.Words), "$9,533.53")
				if k < 0 || len(a.Words) > 8 {
					t.Errorf("%s of a band: %q", e, texts(a.Words))
					continue
				}
				if b := a.Words[k].Box; b.MidX() < at.Left() || b.MidX() > at.Right() || b.MidY() < at.Top() || b.MidY() > at.Bottom() {
					t.Errorf("%s of a band: at %v, not %v", e, b, at)
				}
			}
		})
	}
}

// TestPagesOfATIFF reads each page, and names the one that is broken.
func TestPagesOfATIFF(t *testing.T) {
	p := pool(t, Config{})
	ctx := context.Background()
	data := bytes.Clone(file(t, "raster/testdata/three.tif"))
	d, err := p.Open(ctx, data)
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Pages()) != 3 {
		t.Fatalf("%d pages", len(d.Pages()))
	}
	for n := 1; n <= 3; n++ { // the second lies upside down
		a, err := d.Read(ctx, extract.Request{Page: n, Region: noticed.Box{0, 0, 1, 0.2}, Effort: extract.Header})
		if err != nil || !slices.Contains(texts(a.Words), "Springfield,") {
			t.Errorf("page %d: %q, %v", n, texts(a.Words), err)
		}
	}
	for _, r := range []extract.Request{
		{Page: 4, Region: noticed.WholePage, Effort: extract.Full},
		{Page: 0, Region: noticed.WholePage, Effort: extract.Full},
		{Page: 1, Region: noticed.Box{0.5, 0, 0.2, 1}, Effort: extract.Full},
		{Page: 1, Region: noticed.WholePage, Effort: "guess"},
	} {
		if _, err := d.Read(ctx, r); err == nil {
			t.Errorf("%+v was answered", r)
		}
	}
	d.Close()
}

// TestBadInput: each ends in a refusal with a sentence, in time, and the next
// document is read.
func TestBadInput(t *testing.T) {
	p := pool(t, Config{Limits: Limits{Request: 30 * time.Second, MaxPages: 20, MaxBytes: 1 << 20}})
	wholesome(t, p)
	many := make([]papertest.Page, 21)
	for name, tc := range map[string]struct {
		data []byte
		code extract.RefusalCode
		says string
	}{
		"empty":                 {nil, extract.RefusedEmpty, "empty"},
		"a cut-off pdf":         {file(t, "pdftext/testdata/chromium.pdf")[:9000], extract.RefusedDamaged, "damaged"},
		"a pdf's header alone":  {[]byte("%PDF-1.7\n"), extract.RefusedDamaged, "damaged"},
		"a password":            {file(t, "pdfium/testdata/password.pdf"), extract.RefusedEncrypted, "password"},
		"text called pdf":       {[]byte("Dear customer, this is no PDF.\n"), extract.RefusedNotDocument, "plain text"},
		"a zip":                 {[]byte("PK\x03\x04\x14\x00\x00\x00scan.pdf"), extract.RefusedNotDocument, "a ZIP archive"},
		"20000 x 20000 pixels":  {papertest.HugePNG(20000), extract.RefusedTooLarge, "20000 x 20000"},
		"a side of 40000":       {papertest.PNG(image.NewGray(image.Rect(0, 0, 40000, 1))), extract.RefusedTooLarge, "40000 x 1"},
		"a page tree of itself": {papertest.LoopingKids(), extract.RefusedDamaged, "damaged"},
		"a cut-off png":         {papertest.PNG(papertest.Draw(papertest.Letter, 100))[:3000], extract.RefusedDamaged, "PNG"},
		"a cut-off jpeg":        {papertest.JPEG(papertest.Draw(papertest.Letter, 100))[:20000], extract.RefusedDamaged, "JPEG"},
		"a cut-off tiff":        {file(t, "raster/testdata/g4.tif")[:4000], extract.RefusedDamaged, "TIFF"},
		"a tiff without pages":  {[]byte("II*\x00\x00\x00\x00\x00"), extract.RefusedNoPages, "no pages"},
		"too many pages":        {papertest.PDF(many...), extract.RefusedTooLarge, "21 pages"},
		"too many bytes":        {make([]byte, 2<<20), extract.RefusedTooLarge, "larger than 1 MB"},
	} {
		t.Run(name, func(t *testing.T) {
			begin := time.Now()
			d, err := p.Open(context.Background(), tc.data)
			var no *extract.Refusal
			if !errors.As(err, &no) {
				if err == nil {
					d.Close()
				}
				t.Fatalf("no refusal: %v", err)
			}
			if no.Code != tc.code || !strings.Contains(no.Message, tc.says) {
				t.Errorf("%s: %s; want %s", no.Code, no.Message, tc.code)
			}
			if first := no.Message[:1]; first != strings.ToUpper(first) || !strings.HasSuffix(no.Message, ".") {
				t.Errorf("no sentence for a person: %q", no.Message)
			}
			t.Logf("%-14s %6v  %s", no.Code, time.Since(begin).Round(time.Millisecond), no.Message)
		})
	}
	wholesome(t, p)
}

// TestHostilePDF: files that hang or exhaust ledongthuc/pdf are read all the
// same, and the child they leave spinning is replaced.
func TestHostilePDF(t *testing.T) {
	p := pool(t, Config{Limits: Limits{Request: 30 * time.Second}})
	for name, data := range map[string][]byte{
		"a tree in a circle": papertest.LoopingTree(), "a table in a circle": papertest.LoopingPrev(), "a huge table": papertest.HugeSize(),
	} {
		d, err := p.Open(context.Background(), data)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		read := 0
		for n := range d.Pages() {
			a, err := d.Read(context.Background(), extract.Request{Page: n + 1, Region: noticed.WholePage, Effort: extract.Text})
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
			read = max(read, len(a.Words))
		}
		d.Close()
		if read != len(papertest.Words(papertest.Letter)) {
			t.Errorf("%s: %d words", name, read)
		}
		wholesome(t, p)
	}
}
