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
	"slices"
	"strings"

	"noticed/samples/expect"
	"noticed/samples/layout"
	"noticed/samples/letter"
	"noticed/samples/notice"
	"noticed/samples/othermail"
	"noticed/samples/pdf"
	"noticed/samples/scan"
)

// Medium is the kind of file a document comes as.
type Medium string

// The media.
const (
	Text Medium = "text" // PDF with a text layer
	G4   Medium = "g4"   // image-only PDF, 200 dpi, CCITT group 4
	DCT  Medium = "dct"  // image-only PDF of JPEGs, gray or color
	TIFF Medium = "tiff" // multi-page TIFF, 200 dpi, CCITT group 4
	PNG  Medium = "png"  // one page, one bit a pixel
	JPEG Medium = "jpeg" // one page, gray
)

// Mix says which media a run generates.
type Mix string

// The mixes.
const (
	Mixed    Mix = "mixed" // one text-layer PDF to two scans
	OnlyText Mix = "text"
	OnlyG4   Mix = "g4"       // scans: image-only PDF and TIFF
	Jpeg300  Mix = "jpeg300"  // clean scans: image-only PDF of 300-dpi JPEGs, gray or color
	Degraded Mix = "degraded" // scans, each with one degradation; all kinds and strengths get their share
	Combined Mix = "combined" // scans, each with two or three degradations that can meet
	Photo    Mix = "photo"    // a telephone's pictures of the sheets; every strength gets its share
)

// Options says which documents to generate.
type Options struct {
	Count   int
	Medium  Mix
	Tamper  bool        // alter one printed copy of one value of every notice
	Other   int         // percent of documents that are no notice at all
	Degrade []scan.Kind // which degradations the mixes Degraded and Combined draw from; all if none is named
	Trouble bool        // a page is missing, sheets lie upside down or in another order, or two notices share a file
	Codes   []string    // only these; all where it is empty
	Print   Printer     // prints text-layer PDFs; nil writes them in the ways of several makers
}

// codes are the codes to draw from, the usual ones several times.
func (o Options) codes() []string {
	if len(o.Codes) > 0 {
		return o.Codes
	}
	var out []string
	for _, code := range notice.Codes() {
		out = append(out, code)
		if code == notice.CP14 || !strings.HasPrefix(code, notice.CP14) { // its variants are rare
			out = append(out, code, code, code)
		}
	}
	for _, code := range notice.Letters {
		out = append(out, code)
		if letter.DesignOf(code) == letter.Field || code == notice.L5071C {
			out = append(out, code, code, code)
		}
	}
	return out
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
	if err := o.check(); err != nil {
		return Document{}, err
	}
	r := rand.New(rand.NewPCG(seed, uint64(i)))
	if r.IntN(100) < o.Other {
		return oneOther(r, seed, i, o)
	}
	s, err := draw(r, o)
	if err != nil {
		return Document{}, fmt.Errorf("generating document %d of seed %d: %w", i, seed, err)
	}
	o.file(r, seed, i, &s)
	s.Tamper = o.Tamper
	if o.Trouble {
		s.Trouble = drawTrouble(r, s)
		switch s.Trouble {
		case Stacked:
			second, err := draw(r, o)
			if err != nil {
				return Document{}, fmt.Errorf("generating document %d of seed %d: %w", i, seed, err)
			}
			second.Medium = s.Medium
			s.Second = &second
		case Missing: // a leaflet without a number could pass for the page
			s.Style.Stuffer, s.Style.Rates, s.Style.Enclosed = false, false, false
		}
	}
	d, err := s.Make(r)
	if err != nil {
		return Document{}, fmt.Errorf("generating document %d of seed %d: %w", i, seed, err)
	}
	d.Truth.Seed, d.Truth.Index = seed, i
	d.Truth.File = fmt.Sprintf("%04d_%s_%s%s", i, s.Notice.Code, d.Truth.Medium, Medium(d.Truth.Medium).extension())
	return d, nil
}

// draw draws a notice and how it is laid out.
func draw(r *rand.Rand, o Options) (Spec, error) {
	codes := o.codes()
	code := codes[r.IntN(len(codes))]
	letters := slices.Contains(notice.Letters, code)
	if !letters && !slices.Contains(notice.Codes(), code) {
		return Spec{}, fmt.Errorf("no notice %s can be drawn", code)
	}
	n := notice.Draw(r, code)
	s := Spec{Notice: n, Style: layout.DrawStyle(r, n)}
	if letters {
		s.Style.Design = letter.DesignOf(code)
	}
	if r.IntN(4) != 0 {
		s.Style.Speak(r)
	}
	if s.Style.Voice != 0 && !letters {
		n.Relabel(r)
	}
	return s, nil
}

func oneOther(r *rand.Rand, seed uint64, i int, o Options) (Document, error) {
	kind := othermail.Draw(r)
	var s Spec
	o.file(r, seed, i, &s)
	d, err := other(r, kind, s)
	if err != nil {
		return Document{}, fmt.Errorf("generating document %d of seed %d: %w", i, seed, err)
	}
	d.Truth.Seed, d.Truth.Index = seed, i
	d.Truth.File = fmt.Sprintf("%04d_other_%s_%s%s", i, kind, d.Truth.Medium, Medium(d.Truth.Medium).extension())
	return d, nil
}

var mixes = []Mix{Mixed, OnlyText, OnlyG4, Jpeg300, Degraded, Combined, Photo}

// check refuses names that are none: they would quietly give something else.
func (o Options) check() error {
	if m := o.Medium; m != "" && !slices.Contains(mixes, m) {
		return fmt.Errorf("no such mix of media: %q", m)
	}
	for _, k := range o.Degrade {
		if !slices.Contains(scan.Kinds, k) {
			return fmt.Errorf("no such degradation: %q", k)
		}
	}
	return nil
}

// file says what kind of file document i comes as.
func (o Options) file(r *rand.Rand, seed uint64, i int, s *Spec) {
	s.Medium, s.Damage, s.Print = o.Medium.medium(r, i), o.damage(seed, i), o.Print
	s.Single = o.Medium == Photo && r.IntN(3) > 0
	if s.Medium == Text {
		maker := pdf.DrawMaker(r)
		s.PDF = &maker
	}
}

// damage returns that of document i. Of single degradations every block of as
// many documents as there are has each once, in an order of its own, so that
// kinds and codes meet in every way.
func (o Options) damage(seed uint64, i int) scan.Damage {
	r := rand.New(rand.NewPCG(seed, uint64(i)+1<<41))
	switch o.Medium {
	case Combined:
		return scan.Combine(r, o.Degrade...)
	case Photo:
		return scan.Photographed(r, 1+i%scan.Strengths)
	case Degraded:
		all := scan.Degradations(o.Degrade...)
		block := rand.New(rand.NewPCG(seed, uint64(i/len(all))+1<<40))
		return scan.Damage{all[block.Perm(len(all))[i%len(all)]]}
	}
	return nil
}

func (m Mix) medium(r *rand.Rand, i int) Medium {
	switch {
	case m == OnlyText, (m == Mixed || m == "") && i%3 == 0:
		return Text
	case m == Jpeg300, m == Photo:
		return DCT
	case r.IntN(10) < 3:
		return TIFF
	}
	return G4
}

func (m Medium) extension() string {
	switch m {
	case TIFF:
		return ".tif"
	case PNG:
		return ".png"
	case JPEG:
		return ".jpg"
	}
	return ".pdf"
}
