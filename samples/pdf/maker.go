package pdf

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"noticed/samples/page"
)

// Maker is a program whose way of writing text is imitated. A reader of text
// layers meets all of them.
type Maker string

// The makers.
const (
	Chromium    Maker = "like Chromium"    // two-byte codes, every glyph placed for itself, ligatures, marked content
	LibreOffice Maker = "like LibreOffice" // codes in order of first use, kerned
	Ghostscript Maker = "like Ghostscript" // kerned glyph by glyph, spaces are gaps; object streams
	Word        Maker = "like Word"        // broken in the middle of words, single spaces as runs of their own
	Cairo       Maker = "like cairo"       // size and flip in the text matrix
	Quartz      Maker = "like Quartz"      // spaced letters, lines in reading order
	Composer    Maker = "like a composer"  // as the engines that print bills: word by word, block by block in any order
)

// Makers are all makers.
var Makers = []Maker{Chromium, LibreOffice, Ghostscript, Word, Cairo, Quartz, Composer}

// habit is what a maker does.
type habit struct {
	version  string
	producer string
	packed   bool // object and cross-reference streams
	codes    codes
	tagged   bool // marked content
	ligature bool
	order    func(*rand.Rand, []page.Text) []page.Text
	text     func(*hand, page.Text)
	begin    string // of a page's content, for a page of letter size
	flipped  bool   // y runs down
	unit     float64
}

var habits = map[Maker]habit{
	Chromium: {version: "1.4", producer: "Skia/PDF m138", codes: twoBytes, tagged: true, ligature: true, text: (*hand).glyphs,
		begin: "1 0 0 -1 0 %g cm\nq\n.75 0 0 .75 0 0 cm\n1 1 1 RG 1 1 1 rg\n/G3 gs\n", flipped: true, unit: 0.75},
	LibreOffice: {version: "1.6", producer: "LibreOffice 7.4", codes: byUse, text: (*hand).kerned, ligature: true, begin: "0.1 w\n", unit: 1},
	Ghostscript: {version: "1.7", producer: "GPL Ghostscript 10.00.0", packed: true, codes: winAnsi, text: (*hand).gapped,
		begin: "q 0.1 0 0 0.1 0 0 cm\n10 0 0 10 0 0 cm\n", unit: 1},
	Word: {version: "1.7", producer: "Microsoft Word for Microsoft 365", codes: winAnsi, tagged: true, text: (*hand).pieces, unit: 1},
	Cairo: {version: "1.5", producer: "cairo 1.16.0 (https://cairographics.org)", codes: byUse, text: (*hand).matrix,
		begin: "1 0 0 -1 0 %g cm\nq\n", flipped: true, unit: 1},
	Quartz: {version: "1.3", producer: "macOS Version 14.5 (Build 23F79) Quartz PDFContext", codes: winAnsi, order: inLines, text: (*hand).spaced,
		begin: "q Q q 0 0 612 792 re W n /Cs1 cs 0 0 0 sc\n", unit: 1},
	Composer: {version: "1.5", producer: "OpenText Exstream Version 16.6.0", packed: true, codes: winAnsi, order: inBlocks, text: (*hand).words, unit: 1},
}

// inLines sorts runs into lines from the top, each from the left.
func inLines(_ *rand.Rand, texts []page.Text) []page.Text {
	out := slices.Clone(texts)
	slices.SortStableFunc(out, func(a, b page.Text) int { return cmp.Or(cmp.Compare(a.Y, b.Y), cmp.Compare(a.X, b.X)) })
	return out
}

// inBlocks shuffles the groups of runs.
func inBlocks(r *rand.Rand, texts []page.Text) []page.Text {
	groups := map[int][]page.Text{}
	var order []int
	for _, t := range texts {
		if groups[t.Group] == nil {
			order = append(order, t.Group)
		}
		groups[t.Group] = append(groups[t.Group], t)
	}
	r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	var out []page.Text
	for _, g := range order {
		out = append(out, groups[g]...)
	}
	return out
}

// hand writes the content of pages in one maker's way.
type hand struct {
	habit
	r     *rand.Rand
	fonts [4]*embedded
	b     *strings.Builder
	high  float64 // of the page
	mark  int
}

// imitate writes sheets as a maker would.
func imitate(o Options, sheets []*page.Sheet) []byte {
	h := &hand{habit: habits[o.Maker], r: rand.New(rand.NewPCG(o.Seed, 4))}
	f := &file{plain: o.Plain}
	root, pages := f.add(""), f.add("")
	info := f.add(fmt.Sprintf("<< /Producer (%s) /CreationDate (D:20200101000000Z) >>", h.producer))
	resources := f.add("")
	var kids strings.Builder
	for _, s := range sheets {
		content := f.stream("", []byte(h.page(s)))
		id := f.add(fmt.Sprintf("<< /Type /Page /Parent %d 0 R /MediaBox [0 0 %g %g] /Resources %d 0 R /Contents %d 0 R >>", pages, s.Width, s.Height, resources, content))
		fmt.Fprintf(&kids, "%d 0 R ", id)
	}
	var fonts strings.Builder
	for i, e := range h.fonts {
		if e != nil {
			fmt.Fprintf(&fonts, "/F%d %d 0 R ", i, e.write(f))
		}
	}
	f.put(root, fmt.Sprintf("<< /Type /Catalog /Pages %d 0 R >>", pages))
	f.put(pages, fmt.Sprintf("<< /Type /Pages /Count %d /Kids [ %s] >>", len(sheets), kids.String()))
	f.put(resources, fmt.Sprintf("<< /ProcSet [/PDF /Text] /ColorSpace << /Cs1 /DeviceRGB >> /ExtGState << /G3 << /ca 1 /BM /Normal >> >> /Font << %s>> >>", fonts.String()))
	if h.packed {
		return f.packed(h.version, root, info)
	}
	return f.classic(h.version, root, info)
}

func (h *hand) page(s *page.Sheet) string {
	h.b, h.high, h.mark = &strings.Builder{}, s.Height, 0
	switch {
	case strings.Contains(h.begin, "%g"):
		fmt.Fprintf(h.b, h.begin, s.Height)
	default:
		h.b.WriteString(h.begin)
	}
	for _, x := range s.Boxes {
		y := s.Height - x.Y - x.H
		if h.flipped {
			y = x.Y
		}
		fmt.Fprintf(h.b, "%.3g %.3g %.3g rg %.2f %.2f %.2f %.2f re f\n", x.Gray, x.Gray, x.Gray, x.X/h.unit, y/h.unit, x.W/h.unit, x.H/h.unit)
	}
	h.b.WriteString("0 0 0 rg\n")
	texts := s.Texts
	if h.order != nil {
		texts = h.order(h.r, texts)
	}
	for _, t := range texts {
		if strings.TrimSpace(t.S) == "" {
			continue
		}
		if h.tagged {
			fmt.Fprintf(h.b, "/P <</MCID %d >>BDC\n", h.mark)
			h.mark++
		}
		h.text(h, t)
		if h.tagged {
			h.b.WriteString("EMC\n")
		}
	}
	if strings.Contains(h.begin, "q") {
		h.b.WriteString("Q\n")
	}
	return h.b.String()
}

// y is the height of a baseline in the page's own direction.
func (h *hand) y(t page.Text) float64 {
	if h.flipped {
		return t.Y
	}
	return h.high - t.Y
}
