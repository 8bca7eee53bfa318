package reader_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"noticed"
	"noticed/extract"
	"noticed/extract/internal/papertest"
	"noticed/extract/raster"
	"noticed/extract/reader"
)

func TestMain(m *testing.M) {
	papertest.OneThread()
	os.Exit(m.Run())
}

// engines is the one reader of these tests: PDFium takes seconds to compile.
var engines = sync.OnceValue(func() *reader.Reader {
	dir, err := os.MkdirTemp("", "noticed-reader-test")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir) //nolint:errcheck // a folder left behind does no harm
	r, err := reader.New(dir, reader.Limits{MaxPages: 20, MaxPixels: 50_000_000})
	if err != nil {
		panic(err)
	}
	return r
})

// read reads a page by the effort a first look at it takes.
func read(t *testing.T, d *reader.Document, page int) extract.Answer {
	t.Helper()
	e := extract.Full
	if d.Pages()[page-1].TextLayer {
		e = extract.Text
	}
	a, err := d.Read(extract.Request{Page: page, Region: noticed.WholePage, Effort: e})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// text is what was read, without spaces: where words end is another matter.
func text(a extract.Answer) string {
	words := make([]string, 0, len(a.Words))
	for _, w := range a.Words {
		words = append(words, w.Text)
	}
	return strings.Join(words, "")
}

// TestFilesOfOtherPrograms reads a notice in every format and compression people
// have, as libtiff, img2pdf, Chromium and the like write them.
func TestFilesOfOtherPrograms(t *testing.T) {
	files, err := filepath.Glob("testdata/*_*")
	if err != nil || len(files) < 50 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	pages := map[string]int{"tiff_pages.tif": 4, "heic_pages.heic": 2, "pdf_pages.pdf": 3}
	refused := map[string]string{
		"gif_moving.gif":   "This GIF is a moving picture of 2 frames or more: send its pages as a PDF or as pictures of their own.",
		"webp_moving.webp": "This WebP is a moving picture of 2 frames or more: send its pages as a PDF or as pictures of their own.",
	}
	r := engines()
	for _, f := range files {
		t.Run(filepath.Base(f), func(t *testing.T) {
			data, err := os.ReadFile(f) //nolint:gosec // the test's own
			if err != nil {
				t.Fatal(err)
			}
			name := filepath.Base(f)
			if _, missing := raster.HEIF(); missing != "" && strings.HasSuffix(name, ".heic") {
				t.Skip(missing) // make installs libheif; where it is not, HEIC is refused with that sentence
			}
			d, err := r.Open(data, false)
			if want := refused[name]; want != "" {
				if err == nil || err.Error() != want {
					t.Fatalf("%v; want %s", err, want)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			defer d.Close() //nolint:errcheck // nothing depends on it
			if n := max(pages[name], 1); len(d.Pages()) != n {
				t.Fatalf("%d pages, want %d", len(d.Pages()), n)
			}
			for _, p := range d.Pages() {
				a := read(t, d, p.Number)
				for _, want := range []string{"CP14", "June21,2025", "$178.12"} {
					if !strings.Contains(text(a), want) {
						t.Errorf("page %d by %s: %q is not in %q", p.Number, a.How, want, text(a))
					}
				}
				if len(d.Pages()) == 1 && p.Width < p.Height && !strings.HasPrefix(name, "pdf_libreoffice") {
					t.Errorf("it lies on its side: %.0f x %.0f points", p.Width, p.Height)
				}
			}
		})
	}
}

// TestRefusals: what can't be read is said to be so, with what can be done.
func TestRefusals(t *testing.T) {
	r := engines()
	for data, want := range map[string]string{
		"":                         "The file is empty.",
		"\x00\x00\x00\x18ftypavif": "This is an AVIF image, not a PDF, TIFF, PNG, JPEG, WebP, BMP, GIF or HEIC.",
		"\x00\x00\x00\x18ftypqt  ": "This is a video, not a PDF, TIFF, PNG, JPEG, WebP, BMP, GIF or HEIC.",
		"GIF89a":                   "The GIF image is damaged: its header can't be read.",
		"PK\x03\x04":               "This is a ZIP archive, not a PDF, TIFF, PNG, JPEG, WebP, BMP, GIF or HEIC.",
	} {
		_, err := r.Open([]byte(data), false)
		if err == nil || err.Error() != want {
			t.Errorf("%q: %v; want %s", data, err, want)
		}
	}
	if _, missing := raster.HEIF(); missing == "" {
		if _, err := r.Open([]byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"), false); err == nil || !slices.Contains([]string{
			"The HEIC image is damaged: its header can't be read.", "The HEIC image has no pages.",
		}, err.Error()) {
			t.Errorf("a HEIC without pictures: %v", err)
		}
	}
}
