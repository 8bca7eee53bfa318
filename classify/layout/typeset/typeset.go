// Package typeset sets lines of words on a letter-size page, for the tests of
// the packages that read pages: what a text layer would have handed over.
package typeset

import (
	"strings"

	"noticed"
	"noticed/extract"
)

// Width and Height are those of a letter-size page, in points.
const (
	Width  = 612.0
	Height = 792.0
)

// Line is words on one line: the left end of the first, the middle of the line,
// and the height of the type, in points. A height of 0 is running text, 7.
type Line struct {
	X, Y, Size float64
	Text       string
}

// Page is a letter-size page with a text layer, or a scan.
func Page(number int, textLayer bool) extract.Page {
	return extract.Page{Number: number, Width: Width, Height: Height, TextLayer: textLayer}
}

// Set sets lines, each word with the confidence given.
func Set(confidence float64, lines ...Line) []extract.Word {
	var words []extract.Word
	for _, l := range lines {
		size := l.Size
		if size == 0 {
			size = 7
		}
		x := l.X
		for w := range strings.SplitSeq(l.Text, " ") {
			width := 0.6 * size * float64(len(w))
			if w != "" {
				words = append(words, extract.Word{Text: w, Confidence: confidence,
					Box: noticed.Box{x / Width, (l.Y - size/2) / Height, (x + width) / Width, (l.Y + size/2) / Height}})
			}
			x += width + 0.5*size
		}
	}
	return words
}
