package mail

import (
	"bytes"
	_ "embed"
	"encoding/csv"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"noticed/classify/layout"
	"noticed/classify/sheet"
)

//go:embed signs.csv
var table []byte

// place is where the words of a sign must stand; signs.csv says what each means.
type place string

const (
	inHead  place = "head"
	inTitle place = "title"
	inLine  place = "line"
	alone   place = "alone"
	anyhow  place = "any"
)

var places = []place{inHead, inTitle, inLine, alone, anyhow}

// sign is a phrase that tells a kind of mail.
type sign struct {
	kind   string
	place  place
	weight int
	folded string
	word   *regexp.Regexp // for a short phrase: whole words only
}

var signs = sync.OnceValue(func() []sign {
	out, err := parse(table)
	if err != nil {
		panic(fmt.Sprintf("reading the embedded signs: %v", err)) // a test parses them
	}
	return out
})

// kinds are the kinds of the signs, in their order.
var kinds = sync.OnceValue(func() []string {
	var out []string
	for _, s := range signs() {
		if !slices.Contains(out, s.kind) {
			out = append(out, s.kind)
		}
	}
	return out
})

// short is how many folded letters a phrase must have to be looked for within
// words: a shorter one is in too many.
const short = 9

func parse(data []byte) ([]sign, error) {
	r := csv.NewReader(bytes.NewReader(data))
	r.Comment = '#'
	r.FieldsPerRecord = 4
	rows, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("reading signs: %w", err)
	}
	var out []sign
	for _, row := range rows[min(1, len(rows)):] {
		weight, err := strconv.Atoi(row[2])
		if err != nil || weight < 1 || !slices.Contains(places, place(row[1])) {
			return nil, fmt.Errorf("reading signs: %q is not a sign", strings.Join(row, ","))
		}
		s := sign{kind: row[0], place: place(row[1]), weight: weight, folded: layout.Fold(row[3])}
		if len(s.folded) < short && s.place != alone {
			s.word = regexp.MustCompile(`(?i)(?:^|[^a-z0-9])` + regexp.QuoteMeta(row[3]) + `(?:$|[^a-z0-9])`)
		}
		out = append(out, s)
	}
	return out, nil
}

// Down to which share of a page its letterhead and its titles may stand, and of
// how many words such a line has at most.
const (
	headShare  = 0.22
	titleShare = 0.35
	titleWords = 9
)

// part is a part of a page's text: its cells, one a line, and folded.
type part struct{ text, folded string }

func (p *part) add(t string) { p.text += t + "\n" }

// page is the text of a sheet as signs are looked for in it.
type page map[place]*part

func newPage(s *sheet.Sheet) page {
	p := page{}
	for _, w := range places {
		p[w] = &part{}
	}
	for c := range s.Layout.Cells {
		t := c.Text()
		p[anyhow].add(t)
		if len(c.Words) > titleWords {
			continue
		}
		p[inLine].add(t)
		if c.Box.MidY() < titleShare*s.Layout.Height {
			p[inTitle].add(t)
		}
		if c.Box.MidY() < headShare*s.Layout.Height && capitals(t) {
			p[inHead].add(t)
		}
		p[alone].add(t)
	}
	for w, q := range p {
		if w == anyhow { // a sentence goes on in the next line
			q.folded = layout.Fold(q.text)
			continue
		}
		q.folded = "\n" // a name and a title do not: of "Internal Revenue Service, Stop 333" no state is made
		for t := range strings.Lines(q.text) {
			q.folded += layout.Fold(t) + "\n"
		}
	}
	return p
}

func (p page) has(s sign) bool {
	switch q := p[s.place]; {
	case s.place == alone:
		return strings.Contains(q.folded, "\n"+s.folded+"\n")
	case s.word != nil:
		return s.word.MatchString(q.text)
	default:
		return strings.Contains(q.folded, s.folded)
	}
}

// capitals says whether a line is written as a name or a title is: most of its
// longer words begin with a capital.
func capitals(t string) bool {
	large, small := 0, 0
	for w := range strings.FieldsSeq(t) {
		r := []rune(strings.TrimLeftFunc(w, func(r rune) bool { return !unicode.IsLetter(r) }))
		switch {
		case len(r) == 0:
		case unicode.IsUpper(r[0]):
			large++
		case len(r) > 3:
			small++
		}
	}
	return large > 0 && large > small
}
