package format_test

import (
	"bytes"
	"encoding/binary"
	"image"
	"strings"
	"testing"

	"noticed/extract/format"
	"noticed/extract/internal/papertest"
)

// zip is a local file header of a ZIP archive with a stored member.
func zip(name, content string) string {
	h := "PK\x03\x04\x14\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00" + strings.Repeat("\x00", 8)
	h += string(binary.LittleEndian.AppendUint16(nil, uint16(len(name)))) + "\x00\x00"
	return h + name + content
}

func TestSniffAndDescribe(t *testing.T) {
	img := image.NewGray(image.Rect(0, 0, 3, 2))
	for _, tc := range []struct {
		name, data string
		want       format.Format
		described  string
	}{
		{"pdf", "%PDF-1.7\n...", format.PDF, "a PDF"},
		{"pdf after junk", strings.Repeat("\r\n", 400) + "%PDF-1.4", format.PDF, "a PDF"},
		{"pdf after a printer's job header", "\x1b%-12345X@PJL\r\n%PDF-1.4", format.PDF, "a PDF"},
		{"pdf header too late", strings.Repeat(" ", 1024) + "%PDF-1.4", format.Unknown, "plain text"},
		{"zip with a stored pdf", zip("scan.pdf", "%PDF-1.4"), format.Unknown, "a ZIP archive"},
		{"png", string(papertest.PNG(img)), format.PNG, "a PNG image"},
		{"jpeg", string(papertest.JPEG(img)), format.JPEG, "a JPEG image"},
		{"tiff", string(papertest.TIFF(img)), format.TIFF, "a TIFF image"},
		{"big-endian tiff", "MM\x00*\x00\x00\x00\x08", format.TIFF, "a TIFF image"},
		{"big tiff", "II+\x00\x08\x00\x00\x00", format.TIFF, "a TIFF image"},
		{"word", zip("word/document.xml", ""), format.Unknown, "a Word document"},
		{"excel", zip("xl/workbook.xml", ""), format.Unknown, "an Excel workbook"},
		{"old office", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", format.Unknown, "an old Office document"},
		{"outlook", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..._\x00_\x00s\x00u\x00b\x00s\x00t\x00g\x001\x00.\x000\x00_\x000\x00", format.Unknown,
			"an Outlook message (.msg; save it as .eml, or what is attached to it)"},
		{"html", "<!DOCTYPE html><html><body>x", format.Unknown, "an HTML page"},
		{"e-mail", "From: a@example.com\r\nMIME-Version: 1.0\r\n\r\nhello", format.Unknown, "an e-mail message"},
		{"text", "Dear customer, your bill is overdue.", format.Unknown, "plain text"},
		{"text that begins like a bitmap", "BMW of Springfield\nInvoice", format.Unknown, "plain text"},
		{"utf-16 text", "\xff\xfeh\x00i\x00", format.Unknown, "plain text"},
		{"xml", "<?xml version=\"1.0\"?><a/>", format.Unknown, "an XML file"},
		{"json", `{"a": 1}`, format.Unknown, "a JSON file"},
		{"heic", "\x00\x00\x00\x18ftypheic", format.HEIC, "a HEIC photo"},
		{"heic of no brand of its own", "\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00mif1heic", format.HEIC, "a HEIC photo"},
		{"avif", "\x00\x00\x00\x18ftypavif", format.Unknown, "an AVIF image"},
		{"avif of no brand of its own", "\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00mif1avif", format.Unknown, "an AVIF image"},
		{"video", "\x00\x00\x00\x18ftypisom", format.Unknown, "a video"},
		{"webp", "RIFF\x00\x00\x00\x00WEBPVP8 ", format.WebP, "a WebP image"},
		{"sound", "RIFF\x00\x00\x00\x00WAVEfmt ", format.Unknown, "data of an unknown kind"},
		{"gif", "GIF89a", format.GIF, "a GIF image"},
		{"bitmap", "BM\x00\x00\x00\x00\x00\x00\x00\x00\x36\x00\x00\x00\x28\x00\x00\x00", format.BMP, "a BMP image"},
		{"postscript", "%!PS-Adobe-3.0", format.Unknown, "a PostScript file"},
		{"noise", "\x00\x01\x02\x03\x80\x90", format.Unknown, "data of an unknown kind"},
		{"empty", "", format.Unknown, "an empty file"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := format.Sniff([]byte(tc.data)); got != tc.want {
				t.Errorf("Sniff = %q, want %q", got, tc.want)
			}
			if got := format.Describe([]byte(tc.data)); got != tc.described {
				t.Errorf("Describe = %q, want %q", got, tc.described)
			}
		})
	}
}

func TestNamesOfFormats(t *testing.T) {
	for f, want := range map[format.Format][2]string{
		format.PDF: {"application/pdf", ".pdf"}, format.TIFF: {"image/tiff", ".tif"},
		format.PNG: {"image/png", ".png"}, format.JPEG: {"image/jpeg", ".jpg"},
		format.WebP: {"image/webp", ".webp"}, format.BMP: {"image/bmp", ".bmp"},
		format.GIF: {"image/gif", ".gif"}, format.HEIC: {"image/heic", ".heic"},
		format.Unknown: {"application/octet-stream", ".bin"},
	} {
		if got := [2]string{f.MIME(), f.Extension()}; got != want {
			t.Errorf("%v: %v, want %v", f, got, want)
		}
	}
}

func TestSizes(t *testing.T) {
	img := image.NewGray(image.Rect(0, 0, 31, 17))
	for name, data := range map[string][]byte{
		"png": papertest.PNG(img), "jpeg": papertest.JPEG(img), "tiff": papertest.TIFF(img),
		"bmp": papertest.BMP(img), "gif": papertest.GIF(img),
		"jpeg with exif": papertest.WithOrientation(papertest.JPEG(img), 6),
	} {
		got, err := format.Sizes(data, 10)
		if err != nil || len(got) != 1 || got[0] != (format.Size{Width: 31, Height: 17}) {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
	if got, err := format.Sizes(papertest.GIF(img, img, img), 10); err != nil || len(got) != 3 {
		t.Errorf("a GIF of three frames: %v, %v", got, err)
	}
	if got, err := format.Sizes(papertest.GIF(img, img, img, img), 2); err != nil || len(got) != 3 {
		t.Errorf("more frames than asked for: %v, %v", got, err)
	}
	got, err := format.Sizes(papertest.HugePNG(20000), 10)
	if err != nil || got[0].Pixels() != 400_000_000 {
		t.Errorf("a picture of 20000 x 20000: %v, %v", got, err)
	}
}

// directories writes a TIFF of n empty pages, the last of which points to next.
func directories(n int, next uint32) []byte {
	b := []byte("II*\x00\x08\x00\x00\x00")
	for i := range n {
		b = append(b, 2, 0)
		for _, tag := range []uint16{256, 257} {
			b = binary.LittleEndian.AppendUint16(b, tag)
			b = append(b, 3, 0, 1, 0, 0, 0, 100, 0, 0, 0)
		}
		if i == n-1 {
			b = binary.LittleEndian.AppendUint32(b, next)
		} else {
			b = binary.LittleEndian.AppendUint32(b, uint32(len(b)+4))
		}
	}
	return b
}

func TestSizesOfTIFFPages(t *testing.T) {
	if got, err := format.Sizes(directories(5, 0), 10); err != nil || len(got) != 5 {
		t.Errorf("five pages: %d, %v", len(got), err)
	}
	if got, err := format.Sizes(directories(50, 0), 10); err != nil || len(got) != 11 {
		t.Errorf("more pages than asked for: %d, %v", len(got), err)
	}
	if got, err := format.Sizes(directories(3, 8), 1000); err == nil {
		t.Errorf("pages in a circle: %d", len(got))
	}
	if got, err := format.Sizes(directories(3, 1<<30), 1000); err == nil {
		t.Errorf("a page beyond the file: %d", len(got))
	}
}

func FuzzSniff(f *testing.F) {
	f.Add([]byte("%PDF-1.7"))
	f.Add(directories(2, 8))
	f.Add(papertest.PNG(image.NewGray(image.Rect(0, 0, 2, 2))))
	f.Add(papertest.JPEG(image.NewGray(image.Rect(0, 0, 2, 2))))
	f.Add([]byte(zip("word/a", "")))
	f.Add(papertest.BMP(image.NewGray(image.Rect(0, 0, 2, 2))))
	f.Add(papertest.GIF(image.NewGray(image.Rect(0, 0, 2, 2)), image.NewGray(image.Rect(0, 0, 2, 2))))
	f.Add([]byte("RIFF\x1a\x00\x00\x00WEBPVP8L\x0d\x00\x00\x00\x2f\x01\x40\x00\x00\x07\x10\x11\x11\x88\x88\x08\x00\x00"))
	f.Add([]byte("\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00mif1avif"))
	f.Fuzz(func(t *testing.T, data []byte) {
		kind := format.Sniff(data)
		if format.Describe(data) == "" {
			t.Error("no description")
		}
		sizes, err := format.Sizes(data, 20)
		if err == nil && len(sizes) > 21 {
			t.Errorf("%d sizes", len(sizes))
		}
		for _, s := range sizes {
			if s.Width <= 0 || s.Height <= 0 {
				t.Errorf("size %v", s)
			}
		}
		if kind == format.PDF && !bytes.Contains(data[:min(len(data), 1024+5)], []byte("%PDF-")) {
			t.Error("a PDF without its header")
		}
	})
}
