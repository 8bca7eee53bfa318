package mail

import (
	"bytes"
	_ "embed"
	"encoding/csv"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"noticed/classify/layout"
	"noticed/classify/printed"
	"noticed/classify/sheet"
)

// What mail can seem to be beside the kinds of signs.csv.
const (
	Blank    = "blank page"
	Envelope = "envelope"
	Unknown  = "letter"
)

// Mail is what a piece of mail seems to be.
type Mail struct {
	Seems  string // a kind of signs.csv, Blank, or Unknown
	Issuer string // who sent it, as printed; empty if nobody is named
	Sure   bool   // the signs leave no doubt that it is this, and no notice of the IRS
	Titled bool   // its title says so
}

// Enclosed says whether such a page comes with notices of the IRS too: a blank
// form, or an article on what a notice means.
func (m Mail) Enclosed() bool { return m.Seems == form || m.Seems == article }

const (
	form    = "form filled in for the IRS"
	article = "article"
)

//go:embed signs.csv
var table []byte

// sign is a phrase that tells a kind of mail.
type sign struct {
	kind   string
	title  bool
	weight int
	folded string         // for a long phrase
	word   *regexp.Regexp // for a short one: whole words only
}

var signs = sync.OnceValue(func() []sign {
	out, err := parse(table)
	if err != nil {
		panic(fmt.Sprintf("reading the embedded signs: %v", err)) // a test parses them
	}
	return out
})

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
		if err != nil || weight < 1 || row[1] != "title" && row[1] != "any" {
			return nil, fmt.Errorf("reading signs: %q is not a sign", strings.Join(row, ","))
		}
		s := sign{kind: row[0], title: row[1] == "title", weight: weight}
		if f := layout.Fold(row[3]); len(f) >= 9 {
			s.folded = f
		} else {
			s.word = regexp.MustCompile(`(?i)(?:^|[^a-z0-9])` + regexp.QuoteMeta(row[3]) + `(?:$|[^a-z0-9])`)
		}
		out = append(out, s)
	}
	return out, nil
}

// fewWords is how many words an envelope may have at most, and a blank page less
// than.
const (
	envelopeWords = 40
	blankWords    = 6
)

// page is the text of a sheet as signs are looked for in it.
type page struct {
	text, titles             string // cells, one a line
	foldedText, foldedTitles string
}

// titleShare is how far down a page its titles may stand.
const titleShare = 0.35

func newPage(s *sheet.Sheet) page {
	var p page
	var text, titles strings.Builder
	for c := range s.Layout.Cells {
		t := c.Text() + "\n"
		text.WriteString(t)
		if len(c.Words) <= 9 && c.Box.MidY() < titleShare*s.Layout.Height {
			titles.WriteString(t)
		}
	}
	p.text, p.titles = text.String(), titles.String()
	p.foldedText, p.foldedTitles = layout.Fold(p.text), layout.Fold(p.titles)
	return p
}

func (p page) has(s sign) bool {
	switch {
	case s.folded != "" && s.title:
		return strings.Contains(p.foldedTitles, s.folded)
	case s.folded != "":
		return strings.Contains(p.foldedText, s.folded)
	case s.title:
		return s.word.MatchString(p.titles)
	default:
		return s.word.MatchString(p.text)
	}
}

// Tell says what the pages of one piece of mail seem to be, by the kind whose
// signs weigh most.
func Tell(sheets []*sheet.Sheet) Mail {
	words := 0
	weights, strongest, titled := map[string]int{}, map[string]int{}, map[string]bool{}
	var order []string
	for i, s := range sheets {
		words += s.Words
		p := newPage(s)
		for _, sg := range signs() {
			if sg.title && i > 0 || !p.has(sg) {
				continue
			}
			if _, seen := weights[sg.kind]; !seen {
				order = append(order, sg.kind)
			}
			weights[sg.kind] += sg.weight
			strongest[sg.kind] = max(strongest[sg.kind], sg.weight)
			titled[sg.kind] = titled[sg.kind] || sg.title
		}
	}
	if words < blankWords {
		return Mail{Seems: Blank, Sure: words == 0}
	}
	if words > envelopeWords {
		delete(weights, Envelope)
	}
	best, second := "", 0
	for _, k := range order {
		switch w := weights[k]; {
		case best == "" || w > weights[best]:
			second = max(second, weights[best])
			best = k
		default:
			second = max(second, w)
		}
	}
	m := Mail{Seems: Unknown}
	if best != "" && weights[best] >= 3 {
		m.Seems, m.Titled = best, titled[best]
		m.Sure = weights[best] >= 6 && strongest[best] >= 4 && weights[best] >= second+2
	}
	if len(sheets) > 0 {
		m.Issuer = issuer(sheets[0], m.Seems)
	}
	return m
}

// issuers are words by which a line names who sends a kind of mail.
var issuers = map[string]*regexp.Regexp{
	"state tax notice":             regexp.MustCompile(`(?i)department of|franchise tax board|comptroller|division of|tax commission|revenue services|revenue administration|employment development|state of|commonwealth of|board of equalization`),
	"local tax notice":             regexp.MustCompile(`(?i)city of|county|town of|tax collector|treasurer|borough|village of|parish|municipal`),
	"bank letter":                  regexp.MustCompile(`(?i)\bbank\b|credit union|trust|savings|financial|n\.a\.`),
	"bank statement":               regexp.MustCompile(`(?i)\bbank\b|credit union|trust|savings|financial|n\.a\.`),
	"IRS transcript":               regexp.MustCompile(`(?i)internal revenue service`),
	"court mail":                   regexp.MustCompile(`(?i)court`),
	"government letter":            regexp.MustCompile(`(?i)administration|department of|bureau of|centers for|u\.s\. |united states`),
	"insurance letter":             regexp.MustCompile(`(?i)insurance|mutual|assurance|casualty|indemnity`),
	"invoice or bill":              regexp.MustCompile(`(?i)electric|energy|power|water|utilit|gas|telecom|internet|cable|communications|company|\bco\.|\bllc\b|\binc\b`),
	"scam or imitation of the IRS": regexp.MustCompile(`(?i)unit|bureau|division|department|service|agency|office|center`),
	"reply to the IRS":             regexp.MustCompile(`(?i)cpa|\bea\b|accountant|associates|tax|llp|llc|pllc|p\.c\.|advisors|group`),
	"advertising":                  regexp.MustCompile(`(?i)relief|tax|debt|resolution|advocates|group|solutions|services|center`),
	"fax cover":                    regexp.MustCompile(`(?i)\bfrom\b\s*:?`),
}

var payerHead = regexp.MustCompile(`(?i)^(?:[a-z]\s+)?(?:payer'?s? name|employer'?s name|recipient'?s?/lender'?s name|lender'?s name|filer'?s name|partnership'?s name|payer)`)

// issuer is the line on a first page that names who sent it: the one that has
// the words for such a sender in the upper part, else the first that may be a
// name.
func issuer(s *sheet.Sheet, seems string) string {
	if seems == "wage or income statement" {
		for c := range s.Layout.Cells {
			if payerHead.MatchString(c.Text()) {
				if below, ok := s.Layout.Below(c, 2.5); ok && nameLine(below.Text()) {
					return printed.Mask(below.Text())
				}
			}
		}
	}
	if seems == "fax cover" {
		if from := afterLabel(s, "from"); from != "" {
			return printed.Mask(from)
		}
	}
	words, first := issuers[seems], ""
	for c := range s.Layout.Cells {
		t := c.Text()
		if c.Box.MidY() > 0.4*s.Layout.Height {
			break
		}
		if len(c.Words) > 10 || !nameLine(t) {
			continue
		}
		if first == "" {
			first = t
		}
		if words != nil && words.MatchString(t) {
			return printed.Mask(t)
		}
	}
	return printed.Mask(first)
}

// afterLabel is what stands behind a short label and its colon.
func afterLabel(s *sheet.Sheet, label string) string {
	for c := range s.Layout.Cells {
		t := c.Text()
		if !strings.HasPrefix(strings.ToLower(t), label) {
			continue
		}
		rest := strings.TrimLeft(t[len(label):], " :")
		if len(t) > len(label) && t[len(label)] != ':' && t[len(label)] != ' ' {
			continue
		}
		if rest != "" {
			return rest
		}
		if right, ok := s.Layout.Right(c); ok {
			return right.Text()
		}
	}
	return ""
}

// nameLine says whether a line may be a name: letters, and hardly a digit.
func nameLine(t string) bool {
	letters, figures := 0, 0
	for _, r := range t {
		switch {
		case r >= '0' && r <= '9':
			figures++
		case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z':
			letters++
		}
	}
	return letters >= 4 && figures <= 2
}
