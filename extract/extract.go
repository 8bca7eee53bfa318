// Package extract answers one kind of request: these regions of this page, with
// this effort, as words with a box and a confidence. It does not know what an
// IRS notice is.
//
// This package holds the words of that conversation. What answers is
// [noticed/extract/sandbox], which runs the readers (pdftext, raster, ocr) in a
// child process that may be killed, because all of them parse bytes that
// strangers sent.
package extract

import (
	"context"
	"fmt"

	"noticed"
	"noticed/extract/format"
)

// Effort says how a region is to be read.
type Effort string

// The efforts, cheapest first. Each (page, region, effort) is worth asking for
// at most once: the answer will not change.
const (
	// Text reads the text layer of a PDF page and nothing else; a page that has
	// none answers no words.
	Text Effort = "text"
	// Header reads a band of a picture of the page by OCR: enough for code, date
	// and page number.
	Header Effort = "header"
	// Full reads the region by OCR with one recognition pass.
	Full Effort = "full"
	// SecondOpinion reads the region once more by other means than the first
	// reading. A text layer that both text engines read alike is given by the
	// other of them; one that only PDFium could read is read by OCR, from a picture
	// of the page; and so is a picture, at another resolution and as another kind
	// of layout. Answer.How says which.
	SecondOpinion Effort = "second_opinion"
	// CloseLook reads a small region of a picture, a word or a line of it, by
	// itself, enlarged and with its edges smoothed: what fax and G4 do to a thin
	// letter is undone by that more often than not. It reads the picture of the
	// page even where there is a text layer, and is not worth asking for there.
	CloseLook Effort = "close_look"
	// PlainLook reads such a region by itself, too, at the first resolution and as
	// it is: one more opinion where those before it differ.
	PlainLook Effort = "plain_look"
	// DigitsLook reads such a region with every mark taken off that is lower than a
	// figure, which leaves the digits behind a mask of asterisks: recognition takes
	// mask and digits for one word and spoils both.
	DigitsLook Effort = "digits_look"
	// PlainDigits is DigitsLook at the first resolution.
	PlainDigits Effort = "plain_digits"
	// FiguresLook reads such a region with figures for whatever may be one: of a
	// code as CP05 recognition makes a word otherwise, CPOS. It knows no letter that
	// looks like a figure: CP14I comes out as CP141.
	FiguresLook Effort = "figures_look"
)

// Closely says whether an effort reads a small region by itself.
func (e Effort) Closely() bool {
	return e == CloseLook || e == PlainLook || e == FiguresLook || e.Digits()
}

// Digits says whether an effort takes off what masks a number.
func (e Effort) Digits() bool { return e == DigitsLook || e == PlainDigits }

// Page is what is known of a page before anything on it is read.
type Page struct {
	Number        int     `json:"number"` // from 1
	Width, Height float64 // as the file gives them, in points (1/72 inch): of a picture that is turned, photographed or faxed the answers tell the Shape
	TextLayer     bool    `json:"text_layer"` // the page carries visible text of its own, so that Text is worth asking for
}

// Request asks for a region of a page to be read with an effort.
type Request struct {
	Page   int         `json:"page"`
	Region noticed.Box `json:"region"` // fractions of the upright page
	Effort Effort      `json:"effort"`
}

// Word is a word on the upright page.
type Word struct {
	Text       string      `json:"text"`
	Box        noticed.Box `json:"box"`        // fractions of the whole upright page, whatever the region asked for
	Confidence float64     `json:"confidence"` // 0 to 1; 1 for a text layer
}

// Answer is what was read for a request, in the reading order of its engine.
// Unreadable is set, and Words is empty, if the page could not be read: that is
// an answer, not a failure of the document.
type Answer struct {
	Request    Request     `json:"request"`
	Words      []Word      `json:"words"`
	How        noticed.How `json:"how"`                  // text or ocr; unreadable if Unreadable is set
	Shape      float64     `json:"shape,omitempty"`      // height of the upright page over its width, of a page read from its picture
	Unreadable string      `json:"unreadable,omitempty"` // why, to stand after "page 3 could not be read: "
}

// Opener opens documents.
type Opener interface {
	// Open looks at the bytes and finds out what they are and how many pages
	// they have. It returns a *Refusal if the bytes are not a document that can
	// ever be read, a *Death if the process that looked at them died, and any
	// other error for a passing fault. The caller closes the document.
	Open(ctx context.Context, data []byte) (Document, error)
}

// Document is an open document. It is for one goroutine.
type Document interface {
	Format() format.Format
	Pages() []Page
	// Read answers a request. It returns a *Death if the reading process died,
	// after which the document is of no more use than to be closed.
	Read(ctx context.Context, r Request) (Answer, error)
	Close() error
}

// RefusalCode says why bytes can't be read as a document, for programs.
type RefusalCode string

// The refusals. Each is permanent: the same bytes will be refused again.
const (
	RefusedEmpty       RefusalCode = "empty"
	RefusedNotDocument RefusalCode = "not_a_document" // of no format noticed reads
	RefusedEncrypted   RefusalCode = "encrypted"      // needs a password
	RefusedDamaged     RefusalCode = "damaged"        // of a known format, and broken
	RefusedTooLarge    RefusalCode = "too_large"      // bytes, pages or pixels beyond the limit
	RefusedNoPages     RefusalCode = "no_pages"
)

// Refusal is a permanent reason not to read a document. Message is a sentence
// for a person.
type Refusal struct {
	Code    RefusalCode `json:"code"`
	Message string      `json:"message"`
}

func (r *Refusal) Error() string { return r.Message }

// DeathCode says how a reading process died, for programs.
type DeathCode string

// The deaths.
const (
	DeathTimeout DeathCode = "timeout" // the wall-clock or processor limit
	DeathMemory  DeathCode = "memory"  // the memory limit
	DeathCrash   DeathCode = "crash"   // a signal or an exit nobody asked for
	DeathOutput  DeathCode = "output"  // answered more than can be
)

// Death says that the process reading a document died of it. It may be the
// document's fault or not: read it again in a new process, and if that dies too
// it is the document's.
type Death struct {
	Code    DeathCode
	Message string // a sentence for a person
}

func (d *Death) Error() string {
	return fmt.Sprintf("reading process died (%s): %s", d.Code, d.Message)
}
