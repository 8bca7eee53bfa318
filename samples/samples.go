// Package samples makes synthetic IRS notices with their truth: for tests, for
// the evaluation and as something to try the program with. The same seed gives
// the same bytes.
//
// The generator knows what notices look like and what the law says of them by
// itself. It must never look at the reader's tables: of the module it imports
// the root package only, else the reader would be graded by itself. And it holds
// no real person's data: names, numbers and firms are invented.
package samples

import (
	"fmt"
	"math/rand/v2"

	"noticed"
	"noticed/samples/expect"
	"noticed/samples/layout"
	"noticed/samples/notice"
	"noticed/samples/page"
	"noticed/samples/pdf"
)

// Medium is the kind of file a document comes as.
type Medium string

// The media.
const (
	Text Medium = "text" // PDF with a text layer
)

// Options says which documents to generate.
type Options struct {
	Count  int
	Medium string // text, g4 or mixed (one text to two scans); "" is mixed
	Tamper bool   // alter one printed copy of one value of every notice
}

// Document is a file with its truth.
type Document struct {
	Data  []byte
	Truth expect.Document
}

// Generate returns the documents of a seed.
func Generate(seed uint64, o Options) ([]Document, error) {
	docs := make([]Document, 0, o.Count)
	for i := range o.Count {
		d, err := One(seed, i, o)
		if err != nil {
			return nil, err
		}
		docs = append(docs, d)
	}
	return docs, nil
}

// One returns document i of a seed; it does not depend on how many there are.
func One(seed uint64, i int, o Options) (Document, error) {
	r := rand.New(rand.NewPCG(seed, uint64(i)))
	code := []string{notice.CP14, notice.CP504, notice.LT11}[i%3]
	n := notice.Draw(r, code)
	style := layout.DrawStyle(r, n)
	doc := Document{Truth: expect.Document{
		Design: string(style.Design), Seed: seed, Index: i, Kind: noticed.KindNotice,
	}}
	po := pdf.DrawOptions(r)
	w := pdf.New(po)
	paper := layout.Lay(n, style, w, nil)
	if o.Tamper {
		t, altered := tamper(r, n, style, w, paper)
		doc.Truth.Tampered = t
		doc.Truth.Review = expect.Review{Needed: true, Fields: suspects(t), Why: "one printed copy was altered"}
		paper = altered
	}
	data, err := w.Write(paper.Sheets)
	if err != nil {
		return Document{}, fmt.Errorf("generating document %d of seed %d: %w", i, seed, err)
	}
	doc.Data = data
	doc.Truth.Medium, doc.Truth.Producer = string(Text), po.Producer
	doc.Truth.File = fmt.Sprintf("%04d_%s_%s.pdf", i, code, doc.Truth.Medium)
	doc.Truth.Pages = len(paper.Sheets)
	e := n.Expected()
	for k := range paper.Sheets {
		e.Pages = append(e.Pages, k+1)
	}
	doc.Truth.Notices = []expect.Notice{e}
	return doc, nil
}

var _ page.Metrics = (*pdf.Writer)(nil)
