// Package layout puts the words of a page back into the order of the paper:
// lines, the cells that wide gaps cut a line into, and the paragraphs that cells
// form below each other. Two columns of prose stay two columns.
//
// It knows geometry and nothing of what the words say, and it does no I/O. Its
// measure is the point on a page 612 points wide, whatever the sheet was: a
// letter-size page comes out at its true size, and a size of type means the same
// on a scan and in a text layer.
package layout

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"noticed"
	"noticed/extract"
)

// Width is the width of every page, in points.
const Width = 612.0

// Word is a word on the page.
type Word struct {
	Text       string
	Box        noticed.Box // in points
	Confidence float64     // 0 to 1
}

// Cell is a run of words on one line without a wide gap.
type Cell struct {
	Words []Word
	Box   noticed.Box
	Line  int // index of its line on the page
	Index int // index of the cell in its line
}

// Text is the words of the cell with single spaces.
func (c Cell) Text() string { return Join(c.Words) }

// Line is what stands at one height of the page, from left to right.
type Line struct {
	Cells []Cell
	Box   noticed.Box
}

// Page is a page laid out.
type Page struct {
	Number int
	Height float64 // in points
	Type   float64 // height of the running text's words, in points
	Row    float64 // height of the running text's lines, from ascender to descender, in points
	Char   float64 // width of a character of the running text, in points
	Lines  []Line  // from top to bottom
}

// Join writes words with single spaces between them.
func Join(words []Word) string {
	var b strings.Builder
	for i, w := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.Text)
	}
	return b.String()
}

// Around is the smallest box around words.
func Around(words []Word) noticed.Box {
	if len(words) == 0 {
		return noticed.Box{}
	}
	b := words[0].Box
	for _, w := range words[1:] {
		b = b.Union(w.Box)
	}
	return b
}

// Fraction turns a box in points into fractions of the page.
func (p *Page) Fraction(b noticed.Box) noticed.Box {
	clamp := func(v float64) float64 { return max(0, min(1, v)) }
	return noticed.Box{clamp(b[0] / Width), clamp(b[1] / p.Height), clamp(b[2] / Width), clamp(b[3] / p.Height)}
}

// plain replaces the dashes, quotes and spaces that programs set for those of a
// typewriter: what they mean is the same.
var plain = strings.NewReplacer("\u2010", "-", "\u2011", "-", "\u2012", "-", "\u2013", "-", "\u2014", "-", "\u2212", "-",
	"\u2018", "'", "\u2019", "'", "\u201c", `"`, "\u201d", `"`, "\u00a0", " ", "\u00ad", "")

// New lays out the words of a page. The order of the words does not matter.
func New(page extract.Page, words []extract.Word) *Page {
	p := &Page{Number: page.Number, Height: Width * 11 / 8.5}
	if page.Width > 0 && page.Height > 0 {
		p.Height = Width * page.Height / page.Width
	}
	var ws []Word
	for _, w := range words {
		text := strings.TrimSpace(plain.Replace(w.Text))
		if text == "" {
			continue
		}
		b := noticed.Box{w.Box[0] * Width, w.Box[1] * p.Height, w.Box[2] * Width, w.Box[3] * p.Height}
		if b.Width() <= 0 || b.Height() <= 0 {
			continue
		}
		if w.Confidence < 1 && b.Width() < stroke*b.Height() && len(text) == 1 && text >= "A" && text <= "Z" && text != "I" {
			text, w.Confidence = "I", min(w.Confidence, doubtful)
		}
		ws = append(ws, Word{text, b, w.Confidence})
	}
	slices.SortFunc(ws, func(a, b Word) int {
		return cmp.Or(cmp.Compare(a.Box.Left(), b.Box.Left()), cmp.Compare(a.Box.Top(), b.Box.Top()), cmp.Compare(a.Text, b.Text))
	})
	p.Type = typeSize(ws)
	ws = slices.DeleteFunc(ws, func(w Word) bool { return speck(w, p.Type) })
	narrow(ws)
	lower(ws, p.Type)
	for _, line := range lines(ws) {
		p.addLine(line)
	}
	sort.SliceStable(p.Lines, func(i, j int) bool { return p.Lines[i].Box.MidY() < p.Lines[j].Box.MidY() })
	p.measure()
	for i := range p.Lines {
		for j := range p.Lines[i].Cells {
			p.Lines[i].Cells[j].Line, p.Lines[i].Cells[j].Index = i, j
		}
	}
	return p
}

// stroke is how wide a letter may be, in its height, to be told for a stroke: of the
// capital letters none but the I is so narrow, which recognition takes for a T. Or its
// box is of the stem of a letter only: so it is doubtful.
const stroke, doubtful = 0.3, 0.25

// speck says whether a word is dirt: far lower than type is, and not a rule or a
// row of dots either.
func speck(w Word, size float64) bool {
	return w.Box.Height() < 0.3*size && w.Box.Width() < 2*size
}

// typeSize is the median height of words that have letters enough to be words.
func typeSize(ws []Word) float64 {
	var heights []float64
	for _, w := range ws {
		if len(w.Text) >= 3 {
			heights = append(heights, w.Box.Height())
		}
	}
	if len(heights) == 0 {
		return 8
	}
	slices.Sort(heights)
	return heights[len(heights)/2]
}

// measure takes the size of the running text: the median of the cells that are
// lines of it.
func (p *Page) measure() {
	var heights, widths []float64
	for c := range p.Cells {
		if len(c.Words) >= 5 {
			heights = append(heights, c.Box.Height())
			widths = append(widths, charWidth(c))
		}
	}
	if len(heights) == 0 {
		p.Row, p.Char = 1.3*p.Type, 0.6*p.Type
		return
	}
	slices.Sort(heights)
	slices.Sort(widths)
	p.Row, p.Char = heights[len(heights)/2], widths[len(widths)/2]
}

func charWidth(c Cell) float64 { return c.Box.Width() / float64(max(1, len(c.Text()))) }

// Large says whether a cell is set in larger type than the running text: most of
// its words are higher by a sixth, or a little higher and wider too. One word
// with dirt on it makes no headline.
func (p *Page) Large(c Cell) bool {
	h := typeHeight(c) / p.Type
	return h > 1.18 && charWidth(c) > 1.05*p.Char || h > 1.03 && charWidth(c) > 1.15*p.Char
}

// Larger says whether a cell is printed in larger type than another.
func Larger(c, than Cell) bool {
	return typeHeight(c) > 1.2*typeHeight(than) && charWidth(c) > 1.1*charWidth(than)
}

// typeHeight is the height of most of the words of a cell.
func typeHeight(c Cell) float64 {
	heights := make([]float64, len(c.Words))
	for i, w := range c.Words {
		heights[i] = w.Box.Height()
	}
	slices.Sort(heights)
	return heights[len(heights)/2]
}

// lines groups words, sorted from left to right, by their height on the page. A
// word joins the line whose last word to its left it overlaps most and stands
// nearest to: so a line may climb or fall a little from left to right, as scanned
// lines do.
func lines(ws []Word) [][]Word {
	var out [][]Word
	for _, w := range ws {
		best, bestScore := -1, -1.0
		for i, line := range out {
			last := line[len(line)-1].Box
			overlap := min(last.Bottom(), w.Box.Bottom()) - max(last.Top(), w.Box.Top())
			share := overlap / min(last.Height(), w.Box.Height())
			// A stray speck or a headline beside small print is not the same line.
			if tall := max(last.Height(), w.Box.Height()) / min(last.Height(), w.Box.Height()); tall > 3.5 {
				continue
			}
			if overlap <= 0 || share < 0.45 || w.Box.Left() <= last.Left() || covers(line, w) {
				continue
			}
			// Of two lines in reach, a word belongs to the one it stands next to.
			if score := share - (w.Box.Left()-last.Right())/Width; score > bestScore {
				best, bestScore = i, score
			}
		}
		if best < 0 {
			out = append(out, []Word{w})
			continue
		}
		out[best] = append(out[best], w)
	}
	return out
}

// covers says whether w stands on top of a word of the line: by half of the narrower one,
// and by more where it is a single sign, an ampersand, whose box dirt beside it makes wider.
func covers(line []Word, w Word) bool {
	last, share := line[len(line)-1].Box, 0.5
	if r, n := utf8.DecodeRuneInString(w.Text); n == len(w.Text) && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		share = 0.7
	}
	return w.Box.Left() < last.Right()-share*min(last.Width(), w.Box.Width())
}

// gap is how wide a space must be to part two cells, for words of these heights.
func (p *Page) gap(a, b Word) float64 {
	return 1.6 * max(p.Type, min(a.Box.Height(), b.Box.Height()))
}

func (p *Page) addLine(words []Word) {
	line := Line{Box: Around(words)}
	start := 0
	for i := 1; i <= len(words); i++ {
		if i < len(words) && words[i].Box.Left()-words[i-1].Box.Right() < p.gap(words[i-1], words[i]) {
			continue
		}
		line.Cells = append(line.Cells, Cell{Words: words[start:i], Box: Around(words[start:i])})
		start = i
	}
	p.Lines = append(p.Lines, line)
}

// Cells yields every cell from top to bottom, left to right.
func (p *Page) Cells(yield func(Cell) bool) {
	for _, l := range p.Lines {
		for _, c := range l.Cells {
			if !yield(c) {
				return
			}
		}
	}
}

// Right is the next cell to the right on the same line.
func (p *Page) Right(c Cell) (Cell, bool) {
	if cells := p.Lines[c.Line].Cells; c.Index+1 < len(cells) {
		return cells[c.Index+1], true
	}
	return Cell{}, false
}

// Below is the nearest cell under c, within the distance of so many line
// heights, that begins about where c begins or lies mostly under it.
func (p *Page) Below(c Cell, heights float64) (Cell, bool) {
	reach := heights * max(c.Box.Height(), p.Type)
	for i := c.Line + 1; i < len(p.Lines); i++ {
		if p.Lines[i].Box.Top() > c.Box.Bottom()+reach+2*p.Type {
			break
		}
		for _, d := range p.Lines[i].Cells {
			if d.Box.Top() < c.Box.MidY() || d.Box.Top()-c.Box.Bottom() > reach {
				continue
			}
			overlap := min(c.Box.Right(), d.Box.Right()) - max(c.Box.Left(), d.Box.Left())
			if overlap > 0.5*min(c.Box.Width(), d.Box.Width()) {
				return d, true
			}
		}
	}
	return Cell{}, false
}

// Paragraph is cells below each other that read on from one to the next.
type Paragraph struct {
	Cells []Cell
	Box   noticed.Box
}

// Words are the words of the paragraph in reading order.
func (g Paragraph) Words() []Word {
	var ws []Word
	for _, c := range g.Cells {
		ws = append(ws, c.Words...)
	}
	return ws
}

// Paragraphs joins cells of like height that stand below each other with the
// same left edge and without a blank line between them.
func (p *Page) Paragraphs() []Paragraph {
	var out []Paragraph
	for c := range p.Cells {
		joined := false
		for i := len(out) - 1; i >= 0 && !joined; i-- {
			last := out[i].Cells[len(out[i].Cells)-1]
			if last.Line == c.Line {
				continue
			}
			space := c.Box.Top() - last.Box.Bottom()
			tall := max(c.Box.Height(), last.Box.Height()) / min(c.Box.Height(), last.Box.Height())
			aligned := abs(c.Box.Left()-last.Box.Left()) < 1.5*p.Type || abs(c.Box.Left()-out[i].Cells[0].Box.Left()) < 1.5*p.Type
			if space > -0.6*p.Type && space < 1.3*max(p.Type, min(c.Box.Height(), last.Box.Height())) && tall < 1.8 && aligned {
				out[i].Cells = append(out[i].Cells, c)
				out[i].Box = out[i].Box.Union(c.Box)
				joined = true
			}
		}
		if !joined {
			out = append(out, Paragraph{[]Cell{c}, c.Box})
		}
	}
	return out
}

func abs(v float64) float64 { return max(v, -v) }
