package scan

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"strings"
)

// PDFOptions says how an image-only PDF is written.
type PDFOptions struct {
	Producer string
	Strips   int  // images a page; 0 is one; a JPEG is always one
	Sideways bool // the images are stored turned and the page says /Rotate 90; not those with JPEGs
}

// PDF writes pages as an image-only PDF, with G4 or JPEG streams.
func PDF(pages []Picture, o PDFOptions) []byte {
	f := &pdfFile{}
	f.buf.WriteString("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
	f.object("<< /Type /Catalog /Pages 2 0 R >>")
	var kids strings.Builder
	first := 4
	per := 2 + max(o.Strips, 1)
	if len(pages) > 0 && pages[0].Bits == nil {
		per = 3
	}
	for i := range pages {
		fmt.Fprintf(&kids, "%d 0 R ", first+i*per)
	}
	f.object(fmt.Sprintf("<< /Type /Pages /Count %d /Kids [ %s] >>", len(pages), kids.String()))
	f.object(fmt.Sprintf("<< /Producer (%s) /CreationDate (D:20200101000000Z) >>", o.Producer))
	for i, p := range pages {
		f.page(first+i*per, p, o)
	}
	return f.end()
}

type pdfFile struct {
	buf bytes.Buffer
	at  []int
}

func (f *pdfFile) object(body string) {
	f.at = append(f.at, f.buf.Len())
	fmt.Fprintf(&f.buf, "%d 0 obj\n%s\nendobj\n", len(f.at), body)
}

func (f *pdfFile) stream(dict string, data []byte) {
	f.object(fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", dict, len(data), data))
}

func (f *pdfFile) page(id int, p Picture, o PDFOptions) {
	rotate := ""
	if o.Sideways && p.Bits != nil {
		p, rotate = p.turned(), " /Rotate 90"
	}
	strips := max(o.Strips, 1)
	if p.Bits == nil {
		strips = 1
	}
	w, h := p.size()
	images, content := "", ""
	for k := range strips {
		from, to := p.H*k/strips, p.H*(k+1)/strips
		images += fmt.Sprintf("/Im%d %d 0 R ", k, id+2+k)
		content += fmt.Sprintf("q %.4f 0 0 %.4f 0 %.4f cm /Im%d Do Q\n", w, float64(to-from)*72/p.DPIY, h-float64(to)*72/p.DPIY, k)
	}
	f.object(fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %.3f %.3f]%s /Resources << /XObject << %s>> >> /Contents %d 0 R >>", w, h, rotate, images, id+1))
	f.stream("", []byte(content))
	if p.Bits == nil {
		space := "/DeviceGray"
		if p.Color {
			space = "/DeviceRGB"
		}
		f.stream(fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 8 /ColorSpace %s /Filter /DCTDecode", p.W, p.H, space), p.JPEG)
		return
	}
	for k := range strips {
		s := p.Bits.Rows(p.H*k/strips, p.H*(k+1)/strips)
		f.stream(fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 1 /ColorSpace /DeviceGray"+
			" /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns %d /Rows %d >>", s.W, s.H, s.W, s.H), s.G4())
	}
}

func (f *pdfFile) end() []byte {
	start := f.buf.Len()
	fmt.Fprintf(&f.buf, "xref\n0 %d\n0000000000 65535 f \n", len(f.at)+1)
	for _, a := range f.at {
		fmt.Fprintf(&f.buf, "%010d 00000 n \n", a)
	}
	fmt.Fprintf(&f.buf, "trailer\n<< /Size %d /Root 1 0 R /Info 3 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(f.at)+1, start)
	return f.buf.Bytes()
}

// turned is the page turned a quarter to the left, so that /Rotate 90 shows it
// upright.
func (b *Bitmap) turned() *Bitmap {
	t := NewBitmap(b.H, b.W)
	for y := range b.H {
		for x := range b.W {
			if b.Black(x, y) {
				t.Set(y, b.W-1-x)
			}
		}
	}
	return t
}

// TIFFOptions says how a TIFF is written.
type TIFFOptions struct {
	BigEndian bool
	Strips    int // strips a page; 0 is one
}

// TIFF writes pages, all in black and white, as a multi-page G4 TIFF.
func TIFF(pages []Picture, o TIFFOptions) []byte {
	order := binary.AppendByteOrder(binary.LittleEndian)
	head := "II*\x00"
	if o.BigEndian {
		order, head = binary.BigEndian, "MM\x00*"
	}
	out := order.AppendUint32([]byte(head), 0)
	link := 4 // where the offset of the next directory goes
	put32 := func(at int, v uint32) { copy(out[at:], order.AppendUint32(nil, v)) }
	for i, p := range pages {
		b := p.Bits
		strips := max(o.Strips, 1)
		rows := (b.H + strips - 1) / strips
		var at, size []uint32
		for from := 0; from < b.H; from += rows {
			data := b.Rows(from, min(from+rows, b.H)).G4()
			at, size = append(at, uint32(len(out))), append(size, uint32(len(data)))
			out = append(out, data...)
			if len(out)%2 == 1 {
				out = append(out, 0)
			}
		}
		resolution := uint32(len(out))
		out = order.AppendUint32(order.AppendUint32(out, uint32(p.DPIX)), 1)
		lines := uint32(len(out))
		if p.DPIY == p.DPIX {
			lines = resolution
		} else {
			out = order.AppendUint32(order.AppendUint32(out, uint32(p.DPIY)), 1)
		}
		list := func(v []uint32) uint32 {
			if len(v) == 1 {
				return v[0]
			}
			o := uint32(len(out))
			for _, x := range v {
				out = order.AppendUint32(out, x)
			}
			return o
		}
		atList, sizeList := list(at), list(size)
		put32(link, uint32(len(out)))
		const short, long, rational = 3, 4, 5
		n := uint32(len(at))
		entries := [][4]uint32{ // tag, type, count, value
			{254, long, 1, 2}, {256, long, 1, uint32(b.W)}, {257, long, 1, uint32(b.H)}, {258, short, 1, 1}, {259, short, 1, 4}, {262, short, 1, 0},
			{273, long, n, atList}, {277, short, 1, 1}, {278, long, 1, uint32(rows)}, {279, long, n, sizeList},
			{282, rational, 1, resolution}, {283, rational, 1, lines}, {296, short, 1, 2},
			{297, short, 2, uint32(i)},
		}
		out = order.AppendUint16(out, uint16(len(entries)))
		for _, e := range entries {
			out = order.AppendUint16(order.AppendUint16(out, uint16(e[0])), uint16(e[1]))
			out = order.AppendUint32(out, e[2])
			if e[1] == short {
				second := uint16(0)
				if e[2] == 2 {
					second = uint16(len(pages))
				}
				out = order.AppendUint16(order.AppendUint16(out, uint16(e[3])), second)
			} else {
				out = order.AppendUint32(out, e[3])
			}
		}
		link = len(out)
		out = order.AppendUint32(out, 0)
	}
	return out
}

// PNG writes one page in one bit a pixel.
func (b *Bitmap) PNG() ([]byte, error) {
	img := image.NewPaletted(image.Rect(0, 0, b.W, b.H), color.Palette{color.White, color.Black})
	for y := range b.H {
		for x := range b.W {
			if b.Black(x, y) {
				img.Pix[y*img.Stride+x] = 1
			}
		}
	}
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		return nil, fmt.Errorf("encoding a sample PNG: %w", err)
	}
	return out.Bytes(), nil
}
