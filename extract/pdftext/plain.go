package pdftext

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/ledongthuc/pdf"

	"noticed"
	"noticed/extract"
	"noticed/extract/pdfium"
)

// patience is how long ledongthuc/pdf may take over opening a document or
// reading a page. A page takes it a millisecond.
const patience = 2 * time.Second

var (
	errStuck   = errors.New("ledongthuc/pdf hangs")
	errPlain   = errors.New("ledongthuc/pdf can't place this page's characters")
	sizeOfXref = regexp.MustCompile(`/Size\s*(\d+)`)
)

// trustworthy is whether the file claims no more objects than it has bytes:
// ledongthuc/pdf allocates what it claims before it looks, up to 137 GB.
func trustworthy(data []byte) bool {
	for _, m := range sizeOfXref.FindAllSubmatch(data, -1) {
		if n, err := strconv.ParseInt(string(m[1]), 10, 64); err != nil || n > int64(len(data)) {
			return false
		}
	}
	return true
}

// plainReader reads by ledongthuc/pdf, in a goroutine that is left behind if it
// does not come back.
type plainReader struct {
	data  []byte
	r     *pdf.Reader
	tried bool
	stuck bool
}

// words reads page i (from 0) of width by height points.
func (p *plainReader) words(i int, width, height float64, up pdfium.Upright) ([]extract.Word, error) {
	if p.stuck || p.tried && p.r == nil || up.Turned() {
		return nil, errPlain
	}
	type result struct {
		r    *pdf.Reader
		text []pdf.Text
		err  error
	}
	done := make(chan result, 1)
	go func(r *pdf.Reader) {
		res := result{r: r}
		defer func() {
			if x := recover(); x != nil {
				res.text, res.err = nil, fmt.Errorf("reading page %d by ledongthuc/pdf: %v", i+1, x)
			}
			done <- res
		}()
		if res.r == nil {
			if res.r, res.err = pdf.NewReader(bytes.NewReader(p.data), int64(len(p.data))); res.err != nil {
				res.r = nil
				return
			}
		}
		page := res.r.Page(i + 1)
		res.text = withoutEnds(page.Content().Text, ends(page))
	}(p.r)
	late := time.NewTimer(patience)
	defer late.Stop()
	select {
	case res := <-done:
		p.r, p.tried = res.r, true
		if res.err != nil {
			return nil, res.err
		}
		return fromPlain(res.text, width, height, up)
	case <-late.C:
		p.stuck = true
		return nil, errStuck
	}
}

// ends tells by font what ledongthuc/pdf writes after every TJ: a line feed,
// which it decodes as if it were a character of the font.
func ends(page pdf.Page) map[string]string {
	m := map[string]string{}
	for _, name := range page.Fonts() {
		f := page.Font(name)
		base := f.BaseFont()
		if _, after, ok := strings.Cut(base, "+"); ok {
			base = after
		}
		if e := f.Encoder(); e != nil {
			m[base] = e.Decode("\n")
		}
	}
	return m
}

// withoutEnds drops those line feeds: what looks like one and is not continued
// where it ends. Should it drop too much, the engines disagree, no more.
func withoutEnds(text []pdf.Text, ends map[string]string) []pdf.Text {
	kept := text[:0]
	for k, t := range text {
		if t.S != "" && t.S == ends[t.Font] {
			if k+1 == len(text) {
				continue
			}
			if next := text[k+1]; math.Abs(next.X-t.X-t.W) > 0.01 || math.Abs(next.Y-t.Y) > 0.01 {
				continue
			}
		}
		kept = append(kept, t)
	}
	return kept
}

// fromPlain assembles words from ledongthuc's characters. They have no height:
// the usual shares of the type size stand in for it. Of CID and standard fonts
// it knows no widths either; then all characters of a string stand where it
// begins.
func fromPlain(text []pdf.Text, width, height float64, up pdfium.Upright) ([]extract.Word, error) {
	const ascent, descent = 0.7, 0.2
	glyphs := make([]glyph, 0, len(text))
	space := false
	for _, t := range text {
		for _, r := range t.S {
			if r == '\n' { // stands at the end of every TJ, even within a word
				continue
			}
			if unicode.IsSpace(r) || r == 0 {
				space = true
				continue
			}
			if t.FontSize <= 0 {
				return nil, errPlain
			}
			b := up.Box(t.X, t.Y-descent*t.FontSize, t.X+t.W, t.Y+ascent*t.FontSize)
			glyphs = append(glyphs, glyph{r: r, box: noticed.Box{b[0] * width, b[1] * height, b[2] * width, b[3] * height}, space: space})
			space = false
		}
	}
	return assemble(glyphs, width, height, plainSpacing), nil
}

// agree is whether both engines read the same words at the same places. Where
// ledongthuc knows no widths, its words stand on the right line and, if
// anything, too far left.
func agree(plain, words []extract.Word) bool {
	if len(plain) != len(words) {
		return false
	}
	at := make(map[string][]noticed.Box, len(plain))
	for _, w := range plain {
		at[w.Text] = append(at[w.Text], w.Box)
	}
	for _, w := range words {
		boxes, found := at[w.Text], -1
		for k, b := range boxes {
			x, y := w.Box.MidX(), w.Box.MidY()
			if x >= b[0] && y >= b[1] && y <= b[3] && (x <= b[2] || b.Width() < w.Box.Width()/2) {
				found = k
				break
			}
		}
		if found < 0 {
			return false
		}
		boxes[found] = boxes[len(boxes)-1]
		at[w.Text] = boxes[:len(boxes)-1]
	}
	return true
}
