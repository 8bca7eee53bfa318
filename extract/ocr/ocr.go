// Package ocr reads pictures by Tesseract, through gosseract.
//
// One recognition pass a picture, one reused client (its start costs 60 ms), and
// never a word of another picture: see [Reader.Read]. Tesseract must run with
// OMP_THREAD_LIMIT=1 in the environment the process is started with, or it is
// several times slower.
package ocr

import (
	"errors"
	"fmt"
	"image"
	"strings"

	"github.com/otiai10/gosseract/v2"

	"noticed/extract/raster"
)

// Layout says what a picture shows.
type Layout string

// The layouts.
const (
	Page    Layout = "page"    // columns, tables, whatever: found out
	Column  Layout = "column"  // lines of different sizes
	Block   Layout = "block"   // one block of even text
	Line    Layout = "line"    // one line
	Figures Layout = "figures" // a block in which no letter stands that looks like a figure
)

// segmentation are Tesseract's page segmentation modes.
var segmentation = map[Layout]string{Page: "3", Column: "4", Block: "6", Line: "7", Figures: "6"}

// sure are the figures, and the capitals that none of them is taken for.
const sure = "ACEFHJKLMNPRTUVWXY0123456789"

// Word is a word in pixels of the picture.
type Word struct {
	Text       string
	Box        image.Rectangle
	Confidence float64 // 0 to 1
}

// ErrPicture is wrapped by errors that are the picture's fault.
var ErrPicture = errors.New("the picture can't be decoded")

// Reader reads pictures. It is for one goroutine.
type Reader struct {
	client *gosseract.Client
	layout Layout
}

// NewReader returns a reader that has not loaded Tesseract's data yet; [Reader.Warm]
// or the first Read does.
func NewReader() *Reader { return &Reader{} }

// Read recognises the words of a picture file in one pass, in Tesseract's
// reading order.
//
// gosseract keeps the previous picture if the next is empty, and Tesseract
// crashes on one it can't decode. So every picture is decoded once before
// gosseract sees it, and after any error the client is thrown away: no word of
// an earlier page can come out of a later call.
func (r *Reader) Read(picture []byte, l Layout) ([]Word, error) {
	if !raster.Decodable(picture) {
		r.Close()
		return nil, fmt.Errorf("reading a picture of %d bytes: %w", len(picture), ErrPicture)
	}
	words, err := r.recognise(picture, l)
	if err != nil {
		r.Close()
		return nil, fmt.Errorf("recognising text: %w", err)
	}
	return withSpaces(picture, words), nil
}

func (r *Reader) recognise(picture []byte, l Layout) ([]Word, error) {
	if r.client == nil {
		r.client = gosseract.NewClient()
		if err := r.client.SetLanguage(Language); err != nil {
			return nil, err
		}
		r.layout = ""
	}
	if r.layout != l {
		// SetPageSegMode before the client's start would be lost.
		if err := r.client.SetVariable("tessedit_pageseg_mode", segmentation[l]); err != nil {
			return nil, err
		}
		letters := ""
		if l == Figures {
			letters = sure
		}
		if err := r.client.SetWhitelist(letters); err != nil {
			return nil, err
		}
		r.layout = l
	}
	if err := r.client.SetImageFromBytes(picture); err != nil {
		return nil, err
	}
	boxes, err := r.client.GetBoundingBoxesVerbose()
	if err != nil {
		return nil, err
	}
	words := make([]Word, 0, len(boxes))
	for _, b := range boxes {
		if text := strings.TrimSpace(b.Word); text != "" {
			words = append(words, Word{text, b.Box, min(max(b.Confidence/100, 0), 1)})
		}
	}
	return words, nil
}

// Close frees the client; the reader starts a new one when it reads again.
func (r *Reader) Close() {
	if r.client != nil {
		r.client.Close() //nolint:errcheck // it has nothing to report
		r.client = nil
	}
}
