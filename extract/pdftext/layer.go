package pdftext

import (
	"fmt"
	"unicode"

	"noticed"
	"noticed/extract"
	"noticed/extract/pdfium"
)

// Engine names whose words a layer has.
type Engine string

// The engines.
const (
	Ledongthuc Engine = "ledongthuc/pdf"
	PDFium     Engine = "pdfium"
)

const (
	// fewest visible characters of a text layer, and of one that lies over a
	// picture filling the page: a fax machine's line at the top of a scan is text,
	// but not the page's.
	minChars      = 16
	minCharsCover = 250
	// nonsense is the share of characters without meaning above which a layer is
	// none, and overlap that of words lying on another.
	maxNonsense = 0.1
	maxOverlap  = 0.2
)

// Layer is the text layer of a page.
type Layer struct {
	// Words are in the order of the engine. They are empty if the page has no
	// text layer that makes sense.
	Words  []extract.Word
	Engine Engine
	// Sense is whether the layer may stand for the page.
	Sense bool
}

// Document reads the text layers of a PDF. It is for one goroutine.
type Document struct {
	doc    *pdfium.Document
	plain  *plainReader
	layers map[int]*entry
}

// entry is a layer as far as it is known.
type entry struct {
	layer         Layer
	width, height float64
	upright       pdfium.Upright
	compared      bool
}

// Open prepares to read the text of a document that PDFium has accepted. With
// cautious set, ledongthuc/pdf is not let near it.
func Open(doc *pdfium.Document, data []byte, cautious bool) *Document {
	d := &Document{doc: doc, layers: map[int]*entry{}}
	if !cautious && trustworthy(data) {
		d.plain = &plainReader{data: data}
	}
	return d
}

// Stuck is whether ledongthuc/pdf hangs on this document. It can't be stopped:
// the process must end after the document.
func (d *Document) Stuck() bool { return d.plain != nil && d.plain.stuck }

// Sense is whether page i (from 0) has a text layer that may stand for it.
func (d *Document) Sense(i int) (bool, error) {
	e, err := d.entry(i)
	if err != nil {
		return false, err
	}
	return e.layer.Sense, nil
}

// Layer reads page i (from 0) with both engines.
func (d *Document) Layer(i int) (Layer, error) {
	e, err := d.entry(i)
	if err != nil {
		return Layer{}, err
	}
	if e.layer.Sense && !e.compared && d.plain != nil {
		if plain, err := d.plain.words(i, e.width, e.height, e.upright); err == nil && agree(plain, e.layer.Words) {
			e.layer.Engine = Ledongthuc
		}
	}
	e.compared = true
	return e.layer, nil
}

// entry reads page i by PDFium, once.
func (d *Document) entry(i int) (*entry, error) {
	if e := d.layers[i]; e != nil {
		return e, nil
	}
	w, h, err := d.doc.Size(i)
	if err != nil {
		return nil, err
	}
	if w <= 0 || h <= 0 {
		return nil, fmt.Errorf("reading the text of page %d: the page has no area", i+1)
	}
	t, err := d.doc.Text(i)
	if err != nil {
		return nil, err
	}
	e := &entry{layer: layer(t, w, h), width: w, height: h, upright: t.Upright}
	d.layers[i] = e
	return e, nil
}

// layer judges PDFium's characters and joins them to words.
func layer(t pdfium.Text, w, h float64) Layer {
	glyphs, nonsense := visible(t.Chars, w, h)
	floor := minChars
	if t.Covered {
		floor = minCharsCover
	}
	if t.Buried || len(glyphs) < floor || float64(nonsense) > maxNonsense*float64(len(glyphs)) {
		return Layer{Engine: PDFium}
	}
	words := assemble(mend(glyphs), w, h, pdfiumSpacing)
	if overlapping(words) > maxOverlap {
		return Layer{Engine: PDFium}
	}
	return Layer{Words: words, Engine: PDFium, Sense: true}
}

// visible picks the characters that can be seen on the page, in points, and
// counts those that mean nothing, which it replaces by U+FFFD: a gap in a word
// is honest, a wrong letter is not.
func visible(chars []pdfium.Char, w, h float64) (glyphs []glyph, nonsense int) {
	space, inFile := false, false
	for _, c := range chars {
		if unicode.IsSpace(c.Rune) || c.Rune == 0 {
			space = true
			inFile = inFile || c.Box.Width() > 0 // PDFium's own have none
			continue
		}
		if c.Hidden || c.Box[2] < 0 || c.Box[3] < 0 || c.Box[0] > 1 || c.Box[1] > 1 {
			space, inFile = true, true
			continue
		}
		r := c.Rune
		if c.Unmapped || unicode.In(r, unicode.Co, unicode.Cs, unicode.Cc) || r == unicode.ReplacementChar {
			r = unicode.ReplacementChar
			nonsense++
		}
		glyphs = append(glyphs, glyph{r, noticed.Box{c.Box[0] * w, c.Box[1] * h, c.Box[2] * w, c.Box[3] * h}, space, space && !inFile})
		space, inFile = false, false
	}
	return glyphs, nonsense
}

// overlapping is the share of words whose middle lies inside another word.
func overlapping(words []extract.Word) float64 {
	const rows = 256
	row := func(y float64) int { return min(int(y*rows), rows-1) }
	var at [rows][]int
	for i, w := range words {
		at[row(w.Box.MidY())] = append(at[row(w.Box.MidY())], i)
	}
	on := 0
	for i, w := range words {
		x, y := w.Box.MidX(), w.Box.MidY()
	search:
		for r := max(row(y)-2, 0); r <= min(row(y)+2, rows-1); r++ {
			for _, j := range at[r] {
				if b := words[j].Box; j != i && x > b[0] && x < b[2] && y > b[1] && y < b[3] {
					on++
					break search
				}
			}
		}
	}
	if len(words) == 0 {
		return 0
	}
	return float64(on) / float64(len(words))
}
