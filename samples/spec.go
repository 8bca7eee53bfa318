package samples

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"

	"noticed"
	"noticed/samples/expect"
	"noticed/samples/layout"
	"noticed/samples/letter"
	"noticed/samples/notice"
	"noticed/samples/othermail"
	"noticed/samples/page"
	"noticed/samples/pdf"
	"noticed/samples/scan"
)

// Spec is one document before it is a file.
type Spec struct {
	Notice  *notice.Notice
	Style   layout.Style
	Medium  Medium
	Tamper  bool
	Trouble Trouble
	Damage  scan.Damage  // of a scan
	Single  bool         // one sheet, if that can say it all; of a scan
	Second  *Spec        // Stacked: the notice behind this one
	PDF     *pdf.Options // of the text medium; nil draws them
	Print   Printer      // of the text medium; nil writes a PDF as PDF says
}

// Printer turns sheets into a PDF with a text layer, and says what made it. The
// sheets are laid out for Liberation Sans.
type Printer func(r *rand.Rand, sheets []*page.Sheet) (data []byte, producer string, err error)

// text prints sheets that are laid out for the type they are printed in.
func text(r *rand.Rand, o *pdf.Options, printer Printer, lay func(page.Metrics) []*page.Sheet) ([]byte, string, error) {
	switch {
	case printer != nil:
		return printer(r, lay(pdf.New(pdf.Options{Font: pdf.Embedded})))
	case o == nil:
		drawn := pdf.DrawOptions(r)
		o = &drawn
	}
	w := pdf.New(*o)
	data, err := w.Write(lay(w))
	return data, o.Producer, err
}

// presses keeps the presses of scans and the glyphs they have drawn.
var (
	presses      = sync.Pool{New: func() any { return scan.NewPress() }}
	serifPresses = sync.Pool{New: func() any { return scan.NewSerifPress() }}
)

// Make lays the notice out, alters a copy if asked to, and writes the file.
func (s Spec) Make(r *rand.Rand) (Document, error) {
	if s.Medium == Text {
		var truth expect.Document
		data, producer, err := text(r, s.PDF, s.Print, func(m page.Metrics) []*page.Sheet {
			paper, t := s.lay(r, m)
			truth = t
			return paper.Sheets
		})
		truth.Producer = producer
		return Document{Data: data, Truth: truth}, err
	}
	p, done := press(r)
	defer done()
	if s.Single {
		s.shorten(p)
	}
	paper, truth := s.lay(r, p)
	truth.Producer = scanners[r.IntN(len(scanners))]
	if s.Damage != nil {
		return degraded(r, p, scan.Pile{Sheets: paper.Sheets, Values: s.values(paper, truth)}, truth, s.Damage)
	}
	data, err := scanned(r, p, paper.Sheets, s.Medium, truth.Producer, s.Trouble.turned(r))
	return Document{Data: data, Truth: truth}, err
}

// degraded scans the sheets with what befell them, and says so in the truth.
func degraded(r *rand.Rand, p *scan.Press, pile scan.Pile, truth expect.Document, d scan.Damage) (Document, error) {
	pile.Received = received(r, truth)
	pictures, illegible, err := p.Degrade(r, pile, d)
	if err != nil {
		return Document{}, err
	}
	truth.Damage = &expect.Damage{Legible: illegible == "", Why: illegible}
	for _, x := range d {
		truth.Damage.Parts = append(truth.Damage.Parts, expect.Degradation{Kind: string(x.Kind), Strength: x.Strength})
	}
	medium := Medium(truth.Medium)
	switch {
	case pictures[0].Orientation != 0:
		truth.Medium = string(JPEG)
		return Document{Data: pictures[0].Exif(), Truth: truth}, nil
	case pictures[0].Bits == nil:
		medium = DCT
	case medium != TIFF:
		medium = G4
	}
	truth.Medium = string(medium)
	if medium == TIFF {
		return Document{Data: scan.TIFF(pictures, scan.TIFFOptions{BigEndian: r.IntN(4) == 0}), Truth: truth}, nil
	}
	return Document{Data: scan.PDF(pictures, scan.PDFOptions{Producer: truth.Producer}), Truth: truth}, nil
}

// values are what a person must be able to read on the paper to know every core
// field: a value that is printed more than once at one of its places.
func (s Spec) values(paper *layout.Paper, truth expect.Document) []scan.Value {
	var out []scan.Value
	for _, c := range paper.Copies {
		if c.Place == noticed.PlaceProse {
			continue
		}
		v := scan.Value{What: c.What, Text: c.Text, Sheet: c.Page - 1}
		switch c.What {
		case "row", "period_amount", "tax_year", "tax_period": // each is another
			v.What += " " + c.Text
		}
		if s.Trouble != None { // the sheets are not those that were counted
			v.Sheet = scan.Anywhere
		}
		out = append(out, v)
	}
	for _, n := range truth.Notices {
		for _, name := range n.Taxpayer.Names {
			for word := range strings.FieldsSeq(name) {
				out = append(out, scan.Value{What: "name " + word, Text: word, Sheet: scan.Anywhere})
			}
		}
	}
	return out
}

// received is the day a firm stamps on the paper, some days after the notice was
// written.
func received(r *rand.Rand, truth expect.Document) string {
	var day noticed.Date
	if truth.Written != nil {
		day = *truth.Written
	} else {
		day = truth.Notices[0].NoticeDate
	}
	t := day.AddDays(3 + r.IntN(12))
	return fmt.Sprintf("%s %02d %d", t.Month.String()[:3], t.Day, t.Year)
}

// Other prints a piece of mail that is no notice.
func Other(r *rand.Rand, kind othermail.Kind, medium Medium) (Document, error) {
	return other(r, kind, Spec{Medium: medium})
}

// other prints it as the spec says of medium, damage and printing.
func other(r *rand.Rand, kind othermail.Kind, s Spec) (Document, error) {
	truth := expect.Document{Medium: string(s.Medium), Kind: noticed.KindOtherMail, Notices: []expect.Notice{}}
	lay := func(m page.Metrics) []*page.Sheet {
		p := othermail.Lay(r, kind, m)
		truth.Pages, truth.Issuer, truth.Seems, truth.Written = len(p.Sheets), p.Issuer, p.Seems, &p.Written
		return p.Sheets
	}
	if s.Medium == Text {
		data, producer, err := text(r, s.PDF, s.Print, lay)
		truth.Producer = producer
		return Document{Data: data, Truth: truth}, err
	}
	p, done := press(r)
	defer done()
	truth.Producer = scanners[r.IntN(len(scanners))]
	sheets := lay(p)
	if s.Damage != nil {
		return degraded(r, p, scan.Pile{Sheets: sheets}, truth, s.Damage)
	}
	data, err := scanned(r, p, sheets, s.Medium, truth.Producer, never)
	return Document{Data: data, Truth: truth}, err
}

// press lends a press: most set sans-serif type.
func press(r *rand.Rand) (p *scan.Press, done func()) {
	pool := &presses
	if r.IntN(12) == 0 {
		pool = &serifPresses
	}
	p, ok := pool.Get().(*scan.Press)
	if !ok {
		panic("a pool of presses lent something else")
	}
	return p, func() { pool.Put(p) }
}

// scanners are names of makers as they stand in files; none of them is a real
// product.
var scanners = []string{"Feedwell 4200 Scan Driver", "OfficeScan Capture 11", "noticed samples", "DeskJunction Imaging 3.2"}

// lay lays a notice or a letter out.
func lay(n *notice.Notice, s layout.Style, m page.Metrics, a *layout.Alteration) *layout.Paper {
	if slices.Contains(notice.Letters, n.Code) {
		return letter.Lay(n, s, m, a)
	}
	return layout.Lay(n, s, m, a)
}

// lay lays the notice out, twice if a copy is to be altered, and writes down
// what is true of it.
func (s Spec) lay(r *rand.Rand, m page.Metrics) (*layout.Paper, expect.Document) {
	truth := expect.Document{Design: string(s.Style.Design), Medium: string(s.Medium), Kind: noticed.KindNotice}
	paper := lay(s.Notice, s.Style, m, nil)
	if s.Tamper {
		truth.Tampered, paper = tamper(r, s.Notice, s.Style, m, paper)
	}
	if truth.Tampered != nil {
		truth.Review = expect.Review{Needed: true, Fields: suspects(truth.Tampered), Why: "one printed copy was altered"}
	}
	e := s.Notice.Expected()
	for k := range paper.Sheets {
		e.Pages = append(e.Pages, k+1)
	}
	truth.Pages, truth.Notices = len(paper.Sheets), []expect.Notice{e}
	s.befall(r, m, paper, &truth)
	return paper, truth
}

// scanned scans the sheets, one wear a sheet but one hand on the whole pile.
func scanned(r *rand.Rand, p *scan.Press, sheets []*page.Sheet, medium Medium, producer string, turned func() bool) ([]byte, error) {
	pile := scan.DrawWear(r)
	wear := func() scan.Wear {
		w := scan.DrawWear(r)
		w.Threshold = pile.Threshold
		return w
	}
	switch medium {
	case PNG:
		return p.Bits(sheets[0], wear()).PNG()
	case JPEG:
		return scan.JPEG(p.Gray(sheets[0], wear()), 70)
	case DCT:
		pages, err := p.Shades(r, sheets, 300, turned)
		return scan.PDF(pages, scan.PDFOptions{Producer: producer}), err
	}
	var pages []scan.Picture
	for _, sheet := range sheets {
		b := p.Bits(sheet, wear())
		if turned() {
			b = b.UpsideDown()
		}
		pages = append(pages, scan.Bilevel(b, scan.DPI, scan.DPI))
	}
	strips := []int{1, 1, 1, 1, 3, 8}[r.IntN(6)]
	if medium == TIFF {
		return scan.TIFF(pages, scan.TIFFOptions{BigEndian: r.IntN(4) == 0, Strips: strips}), nil
	}
	if medium != G4 {
		return nil, fmt.Errorf("no such medium: %q", medium)
	}
	return scan.PDF(pages, scan.PDFOptions{Producer: producer, Strips: strips, Sideways: r.IntN(25) == 0}), nil
}
