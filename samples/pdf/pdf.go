// Package pdf writes sheets as a PDF with a text layer. The same sheets and
// options give the same bytes: dates and ids inside the file are fixed.
package pdf

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"

	"noticed/samples/page"
	"noticed/samples/typeface"
)

// Font says which fonts a file uses.
type Font string

// The fonts.
const (
	Helvetica Font = "helvetica" // a standard font, not embedded
	Times     Font = "times"
	Embedded  Font = "embedded" // TrueType with two-byte codes, subset and embedded
)

// Runs says how a line of text is cut into runs.
type Runs string

// The ways a line is cut.
const (
	Whole  Runs = "whole"  // one run a line
	Words  Runs = "words"  // one run a word; the spaces between are not in the file
	Broken Runs = "broken" // cut anywhere, also inside words
)

// Options says how a file is written.
type Options struct {
	Font     Font
	Runs     Runs
	Seed     uint64 // of where runs are cut
	Producer string
	Plain    bool  // content streams are not compressed
	Maker    Maker // whose way of writing is imitated; "" is fpdf's own
}

// DrawOptions draws a way to write a file.
func DrawOptions(r *rand.Rand) Options {
	o := Options{Seed: r.Uint64(), Producer: "noticed samples", Plain: r.IntN(5) == 0}
	o.Font = []Font{Helvetica, Helvetica, Helvetica, Helvetica, Helvetica, Embedded, Embedded, Embedded, Times}[r.IntN(9)]
	o.Runs = []Runs{Whole, Whole, Words, Broken}[r.IntN(4)]
	return o
}

// DrawMaker draws a maker to imitate, or now and then what DrawOptions draws.
func DrawMaker(r *rand.Rand) Options {
	if r.IntN(len(Makers)+1) == 0 {
		return DrawOptions(r)
	}
	m := Makers[r.IntN(len(Makers))]
	return Options{Font: Embedded, Seed: r.Uint64(), Producer: string(m), Plain: r.IntN(8) == 0, Maker: m}
}

var epoch = time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)

// Writer writes one file and measures its fonts.
type Writer struct {
	o      Options
	f      *fpdf.Fpdf
	widths map[letter]float64 // of an em
}

type letter struct {
	face page.Face
	r    rune
}

// New returns a writer; it is the page.Metrics of its own fonts.
func New(o Options) *Writer {
	f := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: 612, Ht: 792}})
	f.SetCatalogSort(true)
	f.SetCreationDate(epoch)
	f.SetModificationDate(epoch)
	f.SetProducer(o.Producer, false)
	f.SetAutoPageBreak(false, 0)
	f.SetCompression(!o.Plain)
	if o.Font == Embedded {
		// fpdf writes into the bytes it is given: each file gets its own.
		for _, x := range []struct {
			family, style string
			face          page.Face
		}{{"sans", "", page.Regular}, {"sans", "B", page.Bold}, {"sans", "I", page.Italic}, {"mono", "", page.Mono}} {
			f.AddUTF8FontFromBytes(x.family, x.style, slices.Clone(typeface.Sans[x.face]))
		}
	}
	return &Writer{o: o, f: f, widths: map[letter]float64{}}
}

func (w *Writer) set(face page.Face, size float64) {
	family := map[Font]string{Helvetica: "Helvetica", Times: "Times", Embedded: "sans"}[w.o.Font]
	style := map[page.Face]string{page.Bold: "B", page.Italic: "I"}[face]
	if face == page.Mono {
		family = "Courier"
		if w.o.Font == Embedded {
			family = "mono"
		}
	}
	w.f.SetFont(family, style, size)
}

// code encodes text for the standard fonts (Windows-1252).
func (w *Writer) code(s string) string {
	if w.o.Font == Embedded {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\u2022':
			b.WriteByte(149)
		case r == '\u2026':
			b.WriteByte(133)
		case r == '\u2019':
			b.WriteByte(146)
		case r < 256:
			b.WriteByte(byte(r))
		default:
			b.WriteByte('?')
		}
	}
	return b.String()
}

// Width implements page.Metrics.
func (w *Writer) Width(face page.Face, size float64, s string) float64 {
	em := 0.0
	for _, r := range s {
		k := letter{face, r}
		v, ok := w.widths[k]
		if !ok {
			w.set(face, 1000)
			v = w.f.GetStringWidth(w.code(string(r))) / 1000
			w.widths[k] = v
		}
		em += v
	}
	return em * size
}

// Write returns the file.
func (w *Writer) Write(sheets []*page.Sheet) ([]byte, error) {
	if w.o.Maker != "" {
		return imitate(w.o, sheets), nil
	}
	r := rand.New(rand.NewPCG(w.o.Seed, 3))
	for _, s := range sheets {
		w.f.AddPageFormat("P", fpdf.SizeType{Wd: s.Width, Ht: s.Height})
		for _, b := range s.Boxes {
			g := int(b.Gray * 255)
			w.f.SetFillColor(g, g, g)
			w.f.Rect(b.X, b.Y, b.W, b.H, "F")
		}
		for _, t := range s.Texts {
			w.text(r, t)
		}
	}
	var out bytes.Buffer
	if err := w.f.Output(&out); err != nil {
		return nil, fmt.Errorf("writing a sample PDF: %w", err)
	}
	return out.Bytes(), nil
}

func (w *Writer) text(r *rand.Rand, t page.Text) {
	x := t.X
	for _, run := range w.cut(r, t.S) {
		if strings.TrimSpace(run) != "" {
			w.set(t.Face, t.Size)
			w.f.Text(x, t.Y, w.code(run))
		}
		x += w.Width(t.Face, t.Size, run)
	}
}

// cut cuts a line into runs; a run that is only a space is not written.
func (w *Writer) cut(r *rand.Rand, s string) []string {
	switch w.o.Runs {
	case Words:
		var out []string
		for i, word := range strings.Split(s, " ") {
			if i > 0 {
				out = append(out, " ")
			}
			out = append(out, word)
		}
		return out
	case Broken:
		var out []string
		for rest := []rune(s); len(rest) > 0; {
			n := min(1+r.IntN(24), len(rest))
			out, rest = append(out, string(rest[:n])), rest[n:]
		}
		return out
	}
	return []string{s}
}
