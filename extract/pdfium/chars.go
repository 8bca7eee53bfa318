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
	if err := d.markHidden(i, t.Chars, cover); err != nil {
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
func (d *Document) markHidden(i int, chars []Char, cover cover) error {
	if len(chars) == 0 {
		return nil
	}
	tp, err := d.inst.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: d.page(i)})
	if err != nil {
		return err
	}
	defer d.inst.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: tp.TextPage}) //nolint:errcheck // frees memory that goes with the document anyway
	start, hidden := true, false
	for k := range chars {
		if unicode.IsSpace(chars[k].Rune) || chars[k].Rune == 0 {
			start = true
			continue
		}
		if start {
			hidden = d.invisible(tp.TextPage, k) || cover.hides(chars[k].Box)
			start = false
		}
		chars[k].Hidden = hidden
		if e, err := d.inst.FPDFText_HasUnicodeMapError(&requests.FPDFText_HasUnicodeMapError{TextPage: tp.TextPage, Index: k}); err == nil {
			chars[k].Unmapped = e.HasUnicodeMapError
		}
	}
	return nil
}

// invisible tells whether a character is drawn without ink. Where PDFium does
// not know (a character it made up), it is taken for what it seems.
func (d *Document) invisible(tp references.FPDF_TEXTPAGE, k int) bool {
	obj, err := d.inst.FPDFText_GetTextObject(&requests.FPDFText_GetTextObject{TextPage: tp, Index: k})
	if err != nil {
		return false
	}
	m, err := d.inst.FPDFTextObj_GetTextRenderMode(&requests.FPDFTextObj_GetTextRenderMode{PageObject: obj.TextObject})
	return err == nil && (m.TextRenderMode == enums.FPDF_TEXTRENDERMODE_INVISIBLE || m.TextRenderMode == enums.FPDF_TEXTRENDERMODE_CLIP)
}
