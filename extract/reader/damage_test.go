package reader_test

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func testdata(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name)) //nolint:gosec // the test's own
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// spoil puts noughts in the place of a picture's data, from a share of them on:
// of the k-th stream of a PDF by length.
func spoil(t testing.TB, pdf []byte, k int, from float64) []byte {
	t.Helper()
	type span struct{ from, to int }
	var streams []span
	for at := 0; ; {
		i := bytes.Index(pdf[at:], []byte("stream\n"))
		if i < 0 {
			break
		}
		begin := at + i + len("stream\n")
		n := bytes.Index(pdf[begin:], []byte("endstream"))
		if n < 0 {
			break
		}
		streams = append(streams, span{begin, begin + n})
		at = begin + n + len("endstream")
	}
	for range k {
		longest := 0
		for i, s := range streams {
			if s.to-s.from > streams[longest].to-streams[longest].from {
				longest = i
			}
		}
		streams[longest].to = streams[longest].from
	}
	longest := span{}
	for _, s := range streams {
		if s.to-s.from > longest.to-longest.from {
			longest = s
		}
	}
	if longest.to-longest.from < 1000 {
		t.Fatalf("no picture among the streams of %d bytes", len(pdf))
	}
	out := bytes.Clone(pdf)
	clear(out[longest.from+int(from*float64(longest.to-longest.from)) : longest.to])
	return out
}

// TestDamagedPictureOfAPDF: a page whose picture is broken is not an empty page.
func TestDamagedPictureOfAPDF(t *testing.T) {
	for _, name := range []string{
		"pdf_g4.pdf", "pdf_g3_k0.pdf", "pdf_g3_k4.pdf", "pdf_jbig2.pdf", "pdf_jpeg.pdf", "pdf_jpeg2000.pdf", "pdf_libreoffice.pdf", "pdf_cairo.pdf",
	} {
		for _, from := range []float64{0, 0.5} {
			if from > 0 && (name == "pdf_jbig2.pdf" || name == "pdf_jpeg2000.pdf") {
				continue // the rest of the one can't be told from print, and the whole page is in half of the other
			}
			d, err := engines().Open(spoil(t, testdata(t, name), 0, from), false)
			if err != nil {
				t.Errorf("%s from %v on: %v", name, from, err)
				continue
			}
			if a := read(t, d, 1); a.Unreadable != "a picture on it is damaged or cut off" {
				t.Errorf("%s from %v on: %q by %s, %s", name, from, text(a), a.How, a.Unreadable)
			}
			d.Close() //nolint:errcheck // nothing depends on it
		}
	}
}

// TestDamagedPage: one page that can't be read does not spoil the others.
func TestDamagedPage(t *testing.T) {
	tiff := testdata(t, "tiff_pages.tif")
	for name, tc := range map[string]struct {
		data []byte
		bad  int
	}{
		"pdf, jpeg": {spoil(t, testdata(t, "pdf_pages.pdf"), 0, 0.4), 2},
		"pdf, g4":   {spoil(t, testdata(t, "pdf_pages.pdf"), 1, 0.4), 3},
		"tiff, g3":  {spoilTIFF(t, tiff, 0), 1},
		"tiff, g4":  {spoilTIFF(t, tiff, 1), 2},
	} {
		d, err := engines().Open(tc.data, false)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for _, p := range d.Pages() {
			a := read(t, d, p.Number)
			if bad := p.Number == tc.bad; bad != (a.Unreadable != "") || !bad && !strings.Contains(text(a), "CP14") {
				t.Errorf("%s: page %d: %q, %s", name, p.Number, text(a), a.Unreadable)
			}
		}
		d.Close() //nolint:errcheck // nothing depends on it
	}
}

// spoilTIFF puts noughts into the second half of the one strip of a page (from 0)
// of a little-endian TIFF.
func spoilTIFF(t testing.TB, data []byte, page int) []byte {
	t.Helper()
	le := binary.LittleEndian
	at := le.Uint32(data[4:])
	for range page {
		at = le.Uint32(data[at+2+12*uint32(le.Uint16(data[at:])):])
	}
	var offset, count uint32
	for k := range uint32(le.Uint16(data[at:])) {
		switch e := data[at+2+12*k:]; le.Uint16(e) {
		case 273:
			offset = le.Uint32(e[8:])
		case 279:
			count = le.Uint32(e[8:])
		}
	}
	if offset == 0 || count < 1000 {
		t.Fatalf("page %d of the TIFF has no strip to spoil: %d bytes at %d", page+1, count, offset)
	}
	out := bytes.Clone(data)
	clear(out[offset+count/2 : offset+count])
	return out
}
