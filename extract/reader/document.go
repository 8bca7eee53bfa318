package reader

import (
	"errors"
	"fmt"

	"noticed"
	"noticed/extract"
	"noticed/extract/format"
	"noticed/extract/pdfium"
	"noticed/extract/pdftext"
	"noticed/extract/raster"
)

// Document is an open document. It is for one goroutine.
type Document struct {
	reader *Reader
	data   []byte
	format format.Format
	pages  []extract.Page

	pdf  *pdfium.Document
	text *pdftext.Document

	pictures []sheet // the last few, oldest first
	poses    map[int]pose
	inks     map[int]bool // the pages that were looked through for ink of a colour, and whether there is some
	ocred    int
}

// Format is what the bytes are.
func (d *Document) Format() format.Format { return d.format }

// Pages are the pages, from 1.
func (d *Document) Pages() []extract.Page { return d.pages }

// Recognised is how many pictures were read by OCR, which leaks a little each
// time.
func (d *Document) Recognised() int { return d.ocred }

// Stuck is whether something still runs that can't be stopped, so that the
// process must not be used again.
func (d *Document) Stuck() bool { return d.text != nil && d.text.Stuck() }

// Close frees what the document holds.
func (d *Document) Close() error {
	for _, s := range d.pictures {
		s.picture.Close()
	}
	d.pictures = nil
	if d.pdf != nil {
		return d.pdf.Close()
	}
	return nil
}

func (d *Document) openPDF(cautious bool) error {
	pdf, err := d.reader.pdf.Open(d.data)
	if err != nil {
		return err
	}
	d.pdf = pdf
	if n := pdf.Pages(); n > d.reader.limits.MaxPages {
		return tooManyPages(n, d.reader.limits.MaxPages)
	}
	d.text = pdftext.Open(pdf, d.data, cautious)
	good := 0
	for i := range pdf.Pages() {
		p := extract.Page{Number: i + 1}
		w, h, err := pdf.Size(i)
		if err == nil && w > 0 && h > 0 {
			good++
			p.Width, p.Height = w, h
			if p.TextLayer, err = d.text.Sense(i); err != nil {
				// The page can't be loaded, or its text broke PDFium: it is read as a
				// picture, and if that is impossible, too, said to be unreadable.
				if err := pdf.Restart(); err != nil {
					return fmt.Errorf("opening page %d: %w", i+1, err)
				}
			}
		}
		d.pages = append(d.pages, p)
	}
	if good == 0 {
		return &extract.Refusal{Code: extract.RefusedDamaged, Message: "The PDF is damaged: none of its pages can be opened."}
	}
	return nil
}

func (d *Document) openPicture() error {
	sizes, err := d.sizes()
	if no, ok := errors.AsType[*extract.Refusal](err); ok {
		return no
	}
	if err != nil {
		return &extract.Refusal{Code: extract.RefusedDamaged, Message: fmt.Sprintf("The %s image is damaged: its header can't be read.", d.format)}
	}
	if n := len(sizes); n > d.reader.limits.MaxPages {
		return tooManyPages(n, d.reader.limits.MaxPages)
	}
	if n := len(sizes); n > 1 && (d.format == format.GIF || d.format == format.WebP) {
		return &extract.Refusal{Code: extract.RefusedNotDocument, Message: fmt.Sprintf(
			"This %s is a moving picture of %d frames or more: send its pages as a PDF or as pictures of their own.", d.format, n)}
	}
	for i, s := range sizes {
		if s.Pixels() > d.reader.limits.MaxPixels || max(s.Width, s.Height) > maxSide {
			return &extract.Refusal{Code: extract.RefusedTooLarge, Message: fmt.Sprintf(
				"Page %d is a picture of %d x %d pixels, more than can be read: scan it at 200 or 300 dpi.", i+1, s.Width, s.Height)}
		}
	}
	d.pages = make([]extract.Page, len(sizes))
	for i, s := range sizes {
		d.pages[i] = extract.Page{Number: i + 1, Width: float64(s.Width), Height: float64(s.Height)}
	}
	if len(sizes) == 0 {
		return &extract.Refusal{Code: extract.RefusedNoPages, Message: fmt.Sprintf("The %s image has no pages.", d.format)}
	}
	if len(sizes) > 1 {
		return nil // a page that can't be decoded does not spoil the others
	}
	p, err := d.picture(0, raster.FirstDPI)
	if err != nil {
		return &extract.Refusal{Code: extract.RefusedDamaged, Message: fmt.Sprintf("The %s image is damaged, cut off or of a kind that can't be read: send it again, as a PDF if need be.", d.format)}
	}
	d.pages[0].Width, d.pages[0].Height = float64(p.Width())/p.DPI()*72, float64(p.Height())/p.DPI()*72
	return nil
}

// sizes are those of the pages, by their headers.
func (d *Document) sizes() ([]format.Size, error) {
	if d.format != format.HEIC {
		return format.Sizes(d.data, d.reader.limits.MaxPages)
	}
	if _, missing := raster.HEIF(); missing != "" {
		return nil, &extract.Refusal{Code: extract.RefusedNotDocument, Message: "This is a HEIC photo, which can't be read here because " + missing +
			": send it as JPEG or PDF, or install " + raster.HEIFPackage + " where noticed reads and have it read again."}
	}
	return raster.HEICSizes(d.data, d.reader.limits.MaxPages)
}

// Read answers a request. What can't be read is an answer; an error means that
// the request makes no sense.
func (d *Document) Read(r extract.Request) (a extract.Answer, err error) {
	if r.Page < 1 || r.Page > len(d.pages) {
		return extract.Answer{}, fmt.Errorf("reading page %d: the document has %d pages", r.Page, len(d.pages))
	}
	b := r.Region
	if !(b[0] >= 0 && b[1] >= 0 && b[2] <= 1 && b[3] <= 1 && b[0] < b[2] && b[1] < b[3]) {
		return extract.Answer{}, fmt.Errorf("reading page %d: region %v is not a part of the page", r.Page, r.Region)
	}
	unreadable := func(cause error) extract.Answer {
		return extract.Answer{Request: r, How: noticed.HowUnreadable, Words: []extract.Word{}, Unreadable: cause.Error()}
	}
	defer func() {
		if x := recover(); x != nil {
			a, err = unreadable(d.afterFault(fmt.Errorf("a reader stumbled: %v", x))), nil
		}
	}()
	switch r.Effort {
	case extract.Text:
		a, err = d.readText(r)
	case extract.Header, extract.Full:
		a, err = d.readPicture(r)
	case extract.SecondOpinion:
		a, err = d.readAgain(r)
	case extract.CloseLook, extract.PlainLook, extract.DigitsLook, extract.PlainDigits, extract.FiguresLook:
		a, err = d.readClosely(r)
	default:
		return extract.Answer{}, fmt.Errorf("reading page %d: no such effort: %q", r.Page, r.Effort)
	}
	if err != nil {
		return unreadable(d.afterFault(err)), nil
	}
	return a, nil
}

// afterFault gives PDFium a fresh instance: after a trap it can't be trusted.
func (d *Document) afterFault(err error) error {
	if d.pdf != nil {
		if again := d.pdf.Restart(); again != nil {
			return fmt.Errorf("%w (and then: %w)", err, again)
		}
	}
	return err
}
