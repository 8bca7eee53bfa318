package pdfium

import (
	"fmt"
	"unicode"
	"unicode/utf8"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"noticed"
)

// Char is a character of a page's text layer, in PDFium's order, white space
// that PDFium inferred included.
type Char struct {
	Rune rune
	// Box is tight around the ink, in fractions of the upright page. It may lie
	// outside of the page, and is empty for white space.
	Box noticed.Box
	// Hidden characters are drawn invisibly, as the words behind a scan are.
	Hidden bool
	// Unmapped characters have no known meaning: Rune is a number of the font's.
	Unmapped bool
}

// Text is the text layer of a page.
type Text struct {
	Chars []Char
	// Upright maps PDF user space to fractions of the upright page.
	Upright Upright
	// Covered is whether pictures fill the page, as they do on a scan.
	Covered bool
	// Buried is whether a picture lies over some of the text: what the page shows
	// there is not what its text says.
	Buried bool
}

// Text reads the text layer of page i (from 0).
func (d *Document) Text(i int) (Text, error) {
	fail := func(err error) (Text, error) {
		return Text{}, fmt.Errorf("reading the text of page %d: %w", i+1, err)
	}
	up, err := d.upright(i)
	if err != nil {
		return fail(err)
	}
	raw, err := d.inst.GetPageTextStructured(&requests.GetPageTextStructured{Page: d.page(i), Mode: requests.GetPageTextStructuredModeChars})
	if err != nil {
		return fail(err)
	}
	t := Text{Upright: up, Chars: make([]Char, len(raw.Chars))}
	for k, c := range raw.Chars {
		r, _ := utf8.DecodeRuneInString(c.Text)
		if c.Text == "" {
			r = 0
		}
		p := c.PointPosition
		t.Chars[k] = Char{Rune: hyphen(r), Box: up.Box(p.Left, p.Bottom, p.Right, p.Top)}
	}
	cover := d.cover(i)
	t.Covered = cover.full
	for _, c := range t.Chars {
		if !unicode.IsSpace(c.Rune) && c.Rune != 0 && cover.hides(c.Box) {
			t.Buried = true
			break
		}
	}
	if err := d.markHidden(i, t.Chars); err != nil {
		return fail(err)
	}
	return t, nil
}

// hyphen undoes what PDFium makes of a hyphen at the end of a line.
func hyphen(r rune) rune {
	if r == 0x02 || r == 0xFFFE || r == 0xAD {
		return '-'
	}
	return r
}

// markHidden asks how each word is drawn (its first character is enough: asking
// is dear) and what each character means.
func (d *Document) markHidden(i int, chars []Char) error {
	if len(chars) == 0 {
		return nil
	}
	tp, err := d.inst.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: d.page(i)})
	if err != nil {
		return err
	}
	defer d.inst.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: tp.TextPage}) //nolint:errcheck // frees memory that goes with the document anyway
	start, hidden, pale := true, false, false
	var faint []int // characters that are hardly darker than white paper
	for k := range chars {
		if unicode.IsSpace(chars[k].Rune) || chars[k].Rune == 0 {
			start = true
			continue
		}
		if start {
			hidden, pale = d.invisible(tp.TextPage, k)
			start = false
		}
		if pale && !hidden {
			faint = append(faint, k)
		}
		chars[k].Hidden = hidden
		if e, err := d.inst.FPDFText_HasUnicodeMapError(&requests.FPDFText_HasUnicodeMapError{TextPage: tp.TextPage, Index: k}); err == nil {
			chars[k].Unmapped = e.HasUnicodeMapError
		}
	}
	return d.markFaint(i, chars, faint)
}

// invisible tells whether a character is drawn without ink, and whether it is
// drawn with pale ink. Where PDFium does not know (a character it made up), it is
// taken for what it seems.
func (d *Document) invisible(tp references.FPDF_TEXTPAGE, k int) (hidden, pale bool) {
	obj, err := d.inst.FPDFText_GetTextObject(&requests.FPDFText_GetTextObject{TextPage: tp, Index: k})
	if err != nil {
		return false, false
	}
	m, err := d.inst.FPDFTextObj_GetTextRenderMode(&requests.FPDFTextObj_GetTextRenderMode{PageObject: obj.TextObject})
	if err == nil && (m.TextRenderMode == enums.FPDF_TEXTRENDERMODE_INVISIBLE || m.TextRenderMode == enums.FPDF_TEXTRENDERMODE_CLIP) {
		return true, false
	}
	c, err := d.inst.FPDFText_GetFillColor(&requests.FPDFText_GetFillColor{TextPage: tp, Index: k})
	if err != nil {
		return false, false
	}
	return false, min(c.R, c.G, c.B) >= paleInk || c.A <= 255-paleInk
}

const (
	// paleInk is how light a colour must be to be looked at on the page: white
	// letters on a dark bar are text, white letters on white paper are not.
	paleInk = 0xd0
	// contrast is what sets letters off from their ground, in shades of 256.
	contrast = 32
	// lookDPI is enough to see whether there is something.
	lookDPI = 100
	// lookPixels bounds the picture that is looked at.
	lookPixels = 4_000_000
)

// markFaint looks at a picture of the page whether characters of pale ink can be
// seen where they are said to stand.
func (d *Document) markFaint(i int, chars []Char, faint []int) error {
	if len(faint) == 0 {
		return nil
	}
	img, _, release, err := d.Picture(i, lookDPI, lookPixels)
	if err != nil {
		return err
	}
	defer release()
	w, h := float64(img.Rect.Dx()), float64(img.Rect.Dy())
	for _, k := range faint {
		b := clip(chars[k].Box)
		darkest, lightest := uint8(255), uint8(0)
		for y := int(b[1] * h); y < min(int(b[3]*h)+1, img.Rect.Dy()); y++ {
			for x := int(b[0] * w); x < min(int(b[2]*w)+1, img.Rect.Dx()); x++ {
				v := img.Pix[y*img.Stride+x]
				darkest, lightest = min(darkest, v), max(lightest, v)
			}
		}
		chars[k].Hidden = lightest < darkest || lightest-darkest < contrast
	}
	return nil
}
