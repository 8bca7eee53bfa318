package reader

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"io"
	"math"

	"golang.org/x/image/ccitt"

	"noticed"
	"noticed/extract/pdfium"
)

// A PDF whose picture is damaged is drawn all the same: white, or white from the
// place on where its data end. Such a page must not be taken for an empty one.
const (
	// looked is how much of the page a picture must fill to be looked at.
	looked = 0.01
	// blank is how much of a picture must be of one shade, from one of its sides
	// on, for its data to be looked at: a page full of print pays nothing.
	blank = 0.15
	// shade is by how much one shade may vary, of 256.
	shade = 24
)

var errDamaged = errors.New("a picture on it is damaged or cut off")

// damaged is whether a picture of page i (from 0) of a PDF was drawn only in
// part, because its data end too early or make no sense.
func (d *Document) damaged(i int, drawn *image.Gray) error {
	images, err := d.pdf.Images(i, looked)
	if err != nil {
		return err
	}
	for _, m := range images {
		if m.Filter() == "JBIG2Decode" && !wholeJBIG2(m) {
			return errDamaged
		}
		if b := blankSide(drawn, m.Box); b >= blank && !whole(m, b == 1) {
			return errDamaged
		}
	}
	return nil
}

// blankSide is how much of a region is of one shade from one of its sides on.
func blankSide(img *image.Gray, box noticed.Box) float64 {
	w, h := float64(img.Rect.Dx()), float64(img.Rect.Dy())
	r := image.Rect(int(math.Ceil(box[0]*w)), int(math.Ceil(box[1]*h)), int(box[2]*w), int(box[3]*h)).Inset(1).Intersect(img.Rect)
	if r.Empty() {
		return 0
	}
	row := func(y int) image.Rectangle { return image.Rect(r.Min.X, y, r.Max.X, y+1) }
	column := func(x int) image.Rectangle { return image.Rect(x, r.Min.Y, x+1, r.Max.Y) }
	most := 0.0
	for _, side := range []struct {
		n    int
		line func(k int) image.Rectangle
	}{
		{r.Dy(), func(k int) image.Rectangle { return row(r.Max.Y - 1 - k) }},
		{r.Dy(), func(k int) image.Rectangle { return row(r.Min.Y + k) }},
		{r.Dx(), func(k int) image.Rectangle { return column(r.Max.X - 1 - k) }},
		{r.Dx(), func(k int) image.Rectangle { return column(r.Min.X + k) }},
	} {
		darkest, lightest, k := uint8(255), uint8(0), 0
		for ; k < side.n; k++ {
			lo, hi := shades(img, side.line(k))
			if darkest, lightest = min(darkest, lo), max(lightest, hi); lightest-darkest > shade {
				break
			}
		}
		most = max(most, float64(k)/float64(side.n))
	}
	return most
}

func shades(img *image.Gray, r image.Rectangle) (darkest, lightest uint8) {
	darkest = 255
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for _, v := range img.Pix[y*img.Stride+r.Min.X : y*img.Stride+r.Max.X] {
			darkest, lightest = min(darkest, v), max(lightest, v)
		}
	}
	return darkest, lightest
}

// whole is whether the data of a picture are all there, as far as that can be
// told by them alone. nothing says that nothing at all was drawn of it.
func whole(m pdfium.Image, nothing bool) bool {
	if !m.Decodes() {
		return false
	}
	switch m.Filter() {
	case "DCTDecode", "DCT":
		data, err := m.Unpacked()
		return err == nil && bytes.HasPrefix(data, []byte("\xff\xd8")) && endsWith(data, "\xff\xd9")
	case "JPXDecode":
		data, err := m.Unpacked()
		return err == nil && endsWith(data, "\xff\xd9")
	case "CCITTFaxDecode", "CCF":
		if len(m.Filters) > 1 {
			return true // what lies beneath the outer filter can't be had
		}
		data, err := m.Packed()
		return err == nil && wholeFax(data, m.Width, m.Height, nothing)
	case "JBIG2Decode":
		return true // looked at before
	}
	data, err := m.Unpacked()
	return err == nil && len(data) >= (m.Width*m.Bits+7)/8*m.Height*99/100
}

// endsWith is whether data end with a mark, but for some bytes of padding.
func endsWith(data []byte, mark string) bool {
	const padding = 64
	return bytes.Contains(data[max(len(data)-padding, 0):], []byte(mark))
}

// wholeFax is whether all rows are there: as G4, as G3 of one dimension, or, of
// two, at least the mark at the end. G3 without a mark after each row can't be
// told from damage: it is believed where something was drawn, unless G4 went well
// for a while.
func wholeFax(data []byte, width, height int, nothing bool) bool {
	if width <= 0 || height <= 0 {
		return false
	}
	const aWhile = 0.02 // of the rows
	rows := 0.0
	for _, kind := range []ccitt.SubFormat{ccitt.Group4, ccitt.Group3} {
		for _, align := range []bool{false, true} {
			r := ccitt.NewReader(bytes.NewReader(data), ccitt.MSB, kind, width, height, &ccitt.Options{Align: align})
			n, err := io.Copy(io.Discard, r)
			read := float64(n) / float64((width+7)/8*height)
			if err == nil || read >= 1 {
				return true
			}
			if kind == ccitt.Group4 {
				rows = max(rows, read)
			}
		}
	}
	if marked, ends := g3Marks(data); marked {
		return ends
	}
	return !nothing && rows < aWhile
}

// g3Marks is whether data begin with a mark for the end of a row, as G3 mostly
// does, and whether they end with several of them.
func g3Marks(data []byte) (marked, ends bool) {
	if len(data) < 16 || data[0] != 0 || data[1]>>4 > 1 {
		return false, false
	}
	const mark = 12 // bits: eleven of nought and a one
	var tail uint64
	n := 0
	for _, b := range data[len(data)-16:] {
		for k := 7; k >= 0; k-- {
			tail = tail<<1 | uint64(b>>k&1)
			if tail&(1<<mark-1) == 1 {
				n++
			}
		}
	}
	return true, n >= 3
}

// wholeJBIG2 walks the segments of a stream as PDF has it, without a header of
// its own, to see whether each has all its data. What is cut off is not left
// white: the decoder makes up something.
func wholeJBIG2(m pdfium.Image) bool {
	if len(m.Filters) > 1 {
		return true
	}
	data, err := m.Packed()
	return err == nil && wholeSegments(data)
}

func wholeSegments(data []byte) bool {
	const pageInformation = 48 // a kind of segment
	at := 0
	left := func(n int) bool { return n >= 0 && len(data)-at >= n }
	page := false
	for seen := 0; ; seen++ {
		if !left(11) { // the end, or padding
			return page && seen > 1
		}
		number, flags := binary.BigEndian.Uint32(data[at:]), data[at+4]
		page = page || flags&0x3f == pageInformation
		at += 5
		refers, size := int(data[at]>>5), 1
		if refers == 7 {
			refers = int(binary.BigEndian.Uint32(data[at:]) & 0x1fffffff)
			size = 4 + (refers+8)/8
		}
		switch {
		case number > 65536:
			size += 4 * refers
		case number > 256:
			size += 2 * refers
		default:
			size += refers
		}
		if flags&0x40 != 0 {
			size += 3
		}
		size++ // the page, of one byte or four
		if !left(size + 4) {
			return false
		}
		at += size
		n := binary.BigEndian.Uint32(data[at:])
		at += 4
		if n == math.MaxUint32 {
			return true // of unknown length: only a decoder knows
		}
		if !left(int(n)) {
			return false
		}
		at += int(n)
	}
}
