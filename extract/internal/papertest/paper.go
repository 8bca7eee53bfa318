// Package papertest makes documents for the tests of extract: small PDFs from
// content streams, and letters drawn as pictures. Nothing in it is secret or
// real.
package papertest

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/gif"
	"image/jpeg"
	"image/png"
	"strings"

	"golang.org/x/image/bmp"
	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/tiff"
)

// Page is a page of a PDF. Content is its content stream, in which /F1 is
// Helvetica (with widths) and /Im the Picture.
type Page struct {
	Content string
	Box     string // media box; letter paper if empty
	Extra   string // further entries of the page's dictionary: /Rotate 90, say
	Picture *image.Gray
}

// Letter is eight lines of print, with amounts and dates in them.
var Letter = []string{
	"River Valley Water District",
	"Springfield, OH 45501",
	"Account WV504 Bill date June 1, 2026",
	"Your bill is overdue",
	"Amount due: $9,533.53",
	"Please pay this amount by July 1, 2026 or call us.",
	"Late fee 34.98 Interest charges 54.48",
	"Thank you for paying in good time every month.",
}

// Other is a letter that shares no word with Letter.
var Other = []string{
	"Mountain Gas Company",
	"Invoice 7781 dated March 9, 2025",
	"Total payable $120.17 within thirty days",
}

// Words are the words of some lines.
func Words(lines []string) []string { return strings.Fields(strings.Join(lines, " ")) }

// Show is a content stream that prints lines of text at 11 points from x, y
// downwards.
func Show(x, y float64, lines []string) string {
	var b strings.Builder
	for i, l := range lines {
		esc := strings.NewReplacer(`\`, `\\`, `(`, `\(`, `)`, `\)`).Replace(l)
		fmt.Fprintf(&b, "BT /F1 11 Tf %g %g Td (%s) Tj ET\n", x, y-float64(i)*18, esc)
	}
	return b.String()
}

// PDF writes a PDF of the pages.
func PDF(pages ...Page) []byte {
	var b bytes.Buffer
	var offsets []int
	b.WriteString("%PDF-1.5\n")
	object := func(body string) int {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(offsets), body)
		return len(offsets)
	}
	stream := func(dict string, data []byte) int {
		return object(fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", dict, len(data), data))
	}
	fontRef := object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 126 /Widths [" + helvetica + "] >>")
	var kids []string
	parent := 2*len(pages) + 2 // pages, contents, font: known if there is no picture
	for _, p := range pages {
		if p.Picture != nil {
			parent++
		}
	}
	for _, p := range pages {
		resources := fmt.Sprintf("/Font << /F1 %d 0 R >>", fontRef)
		if p.Picture != nil {
			r := p.Picture.Rect
			im := stream(fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8", r.Dx(), r.Dy()), p.Picture.Pix)
			resources += fmt.Sprintf(" /XObject << /Im %d 0 R >>", im)
		}
		c := stream("", []byte(p.Content))
		box := p.Box
		if box == "" {
			box = "[0 0 612 792]"
		}
		page := object(fmt.Sprintf("<< /Type /Page /Parent %d 0 R /MediaBox %s /Resources << %s >> /Contents %d 0 R %s >>", parent, box, resources, c, p.Extra))
		kids = append(kids, fmt.Sprintf("%d 0 R", page))
	}
	tree := object(fmt.Sprintf("<< /Type /Pages /Count %d /Kids [%s] >>", len(pages), strings.Join(kids, " ")))
	root := object(fmt.Sprintf("<< /Type /Catalog /Pages %d 0 R >>", tree))
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, root, xref)
	return b.Bytes()
}

// helvetica are the widths of the characters 32 to 126.
const helvetica = "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 " +
	"1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 " +
	"333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584"

// Draw draws lines of 11-point type on letter paper at dpi.
func Draw(lines []string, dpi float64) *image.Gray {
	return DrawOn(image.Pt(int(8.5*dpi), int(11*dpi)), lines, dpi)
}

// DrawOn draws lines of 11-point type on paper of a size in pixels.
func DrawOn(size image.Point, lines []string, dpi float64) *image.Gray {
	img := image.NewGray(image.Rectangle{Max: size})
	draw.Draw(img, img.Rect, image.NewUniform(color.White), image.Point{}, draw.Src)
	f, err := opentype.Parse(goregular.TTF)
	if err != nil {
		panic(err)
	}
	face, err := opentype.NewFace(f, &opentype.FaceOptions{Size: 11, DPI: dpi})
	if err != nil {
		panic(err)
	}
	d := font.Drawer{Dst: img, Src: image.NewUniform(color.Black), Face: face}
	for i, l := range lines {
		d.Dot = fixed.P(int(dpi), int(dpi)+int(float64(i)*dpi*0.3))
		d.DrawString(l)
	}
	return img
}

// PNG, JPEG and TIFF encode a picture.
func PNG(img image.Image) []byte {
	return encoded(func(b *bytes.Buffer) error { return png.Encode(b, img) })
}

// JPEG encodes a picture.
func JPEG(img image.Image) []byte {
	return encoded(func(b *bytes.Buffer) error { return jpeg.Encode(b, img, &jpeg.Options{Quality: 85}) })
}

// TIFF encodes a picture.
func TIFF(img image.Image) []byte {
	return encoded(func(b *bytes.Buffer) error { return tiff.Encode(b, img, &tiff.Options{Compression: tiff.Deflate}) })
}

// BMP encodes a picture.
func BMP(img image.Image) []byte {
	return encoded(func(b *bytes.Buffer) error { return bmp.Encode(b, img) })
}

// GIF encodes a picture, or several that move.
func GIF(frames ...*image.Gray) []byte {
	g := &gif.GIF{}
	grey := make(color.Palette, 256)
	for i := range grey {
		grey[i] = color.Gray{Y: uint8(i)}
	}
	for _, f := range frames {
		g.Image = append(g.Image, &image.Paletted{Pix: f.Pix, Stride: f.Stride, Rect: f.Rect, Palette: grey})
		g.Delay = append(g.Delay, 10)
	}
	return encoded(func(b *bytes.Buffer) error { return gif.EncodeAll(b, g) })
}

func encoded(encode func(*bytes.Buffer) error) []byte {
	var b bytes.Buffer
	if err := encode(&b); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// WithOrientation puts an EXIF orientation into a JPEG.
func WithOrientation(jpeg []byte, orientation byte) []byte {
	exif := append([]byte("Exif\x00\x00II*\x00\x08\x00\x00\x00\x01\x00\x12\x01\x03\x00\x01\x00\x00\x00"), orientation, 0, 0, 0, 0, 0, 0, 0)
	seg := append([]byte{0xff, 0xe1, 0, byte(len(exif) + 2)}, exif...)
	return append(append(append([]byte{}, jpeg[:2]...), seg...), jpeg[2:]...)
}

// Rotate turns a picture by quarter turns clockwise.
func Rotate(img *image.Gray, quarters int) *image.Gray {
	for range quarters & 3 {
		r := img.Rect
		out := image.NewGray(image.Rect(0, 0, r.Dy(), r.Dx()))
		for y := range r.Dy() {
			for x := range r.Dx() {
				out.Pix[x*out.Stride+r.Dy()-1-y] = img.Pix[y*img.Stride+x]
			}
		}
		img = out
	}
	return img
}

// HugePNG is a small file that claims to be a square picture of side pixels.
func HugePNG(side uint32) []byte {
	b := PNG(image.NewGray(image.Rect(0, 0, 1, 1)))
	ihdr := b[12:29]
	for i := range 4 {
		v := byte(side >> (24 - 8*i))
		ihdr[4+i], ihdr[8+i] = v, v
	}
	sum := crc(ihdr)
	for i := range 4 {
		b[29+i] = byte(sum >> (24 - 8*i))
	}
	return b
}
