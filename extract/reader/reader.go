// Package reader opens a document in this process and answers requests about
// it: which bytes go to pdftext, raster and ocr is decided here.
//
// It is what runs inside the sandbox's child. Nothing else should import it: a
// document can crash, hang or fill the process that reads it.
package reader

import (
	"fmt"

	"noticed/extract"
	"noticed/extract/format"
	"noticed/extract/ocr"
	"noticed/extract/pdfium"
	"noticed/extract/raster"
)

// Limits bound what is opened at all.
type Limits struct {
	MaxPages  int
	MaxPixels int64 // of one picture
}

// maxSide is the longest side of a picture in pixels: beyond 32,767 leptonica
// and Tesseract crash.
const maxSide = 32000

// Reader holds the engines, which are dear to start. It is for one goroutine.
type Reader struct {
	pdf    *pdfium.Engine
	ocr    *ocr.Reader
	limits Limits
}

// New starts the engines; PDFium's compiled code is kept in cacheDir.
func New(cacheDir string, l Limits) (*Reader, error) {
	r := &Reader{ocr: ocr.NewReader(), limits: l}
	raster.HEIF() // reads files, so it comes before the process is sealed
	var err error
	if r.pdf, err = pdfium.NewEngine(cacheDir); err != nil {
		return nil, err
	}
	if err = r.ocr.Warm(); err != nil {
		_ = r.Close()
		return nil, err
	}
	return r, nil
}

// Close frees the engines.
func (r *Reader) Close() error {
	r.ocr.Close()
	return r.pdf.Close()
}

// Open finds out what the bytes are. It returns a *extract.Refusal for what
// can't be read. With cautious set, PDFium alone reads PDF text: for bytes that
// have killed a process before.
func (r *Reader) Open(data []byte, cautious bool) (*Document, error) {
	if len(data) == 0 {
		return nil, &extract.Refusal{Code: extract.RefusedEmpty, Message: "The file is empty."}
	}
	d := &Document{reader: r, data: data, format: format.Sniff(data), inks: map[int]bool{}}
	var err error
	switch d.format {
	case format.PDF:
		err = d.openPDF(cautious)
	case format.Unknown:
		err = &extract.Refusal{
			Code:    extract.RefusedNotDocument,
			Message: "This is " + format.Describe(data) + ", not a " + format.Readable + ".",
		}
	default:
		err = d.openPicture()
	}
	if err != nil {
		_ = d.Close()
		return nil, err
	}
	return d, nil
}

func tooManyPages(n, most int) error {
	return &extract.Refusal{Code: extract.RefusedTooLarge, Message: fmt.Sprintf("The document has %d pages, more than %d: split it.", n, most)}
}
