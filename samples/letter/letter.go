// Package letter lays letters of the IRS on paper: field letters, whose code
// stands in the footer, "C" letters in a typewriter's face, whose code stands
// with LTR in the head, and the CP5071 that took their place. Facts come from
// package notice, and every value that is printed more than once is recorded as
// package layout does it.
package letter

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"noticed"
	"noticed/samples/galley"
	"noticed/samples/layout"
	"noticed/samples/notice"
	"noticed/samples/page"
)

// The designs of letters, beside those of package layout.
const (
	Field layout.Design = "field letter"
	C     layout.Design = "c letter"
)

// DesignOf is the design a letter's code has.
func DesignOf(code string) layout.Design {
	switch code {
	case notice.L1058, notice.L1153, notice.L3172:
		return Field
	case notice.CP5071:
		return layout.Block
	}
	return C
}

// Lay lays n out. Of the style the seed counts, and what was scanned along:
// enclosures (Enclosed) and the sheet on languages (Stuffer). The same arguments give the same paper; an alteration
// changes nothing but its copy.
func Lay(n *notice.Notice, s layout.Style, m page.Metrics, a *layout.Alteration) *layout.Paper {
	count := 0
	for range 4 { // "Page 1 of m" has to know m
		p := newPress(n, s, m, a, count)
		p.print()
		p.End()
		p.paper.Sheets = p.Sheets
		if p.pages == count {
			if p.numbered {
				p.paper.Counted = count
			}
			return p.paper
		}
		count = p.pages
	}
	panic(fmt.Sprintf("laying out a %s: the number of pages does not settle", n.Code))
}

// press is the state of laying out one letter.
type press struct {
	*galley.Galley
	n     *notice.Notice
	s     layout.Style
	r     *rand.Rand
	alter *layout.Alteration
	paper *layout.Paper
	of    int

	pages    int  // of the letter itself, without what is enclosed
	numbered bool // with "Page n of m"
	dated    dateForm
	spelling int // of periods, as notice.Spell numbers them
	dollar   bool
	slip     bool // a page to be returned ends the letter
}

func newPress(n *notice.Notice, s layout.Style, m page.Metrics, a *layout.Alteration, of int) *press {
	p := &press{n: n, s: s, alter: a, paper: &layout.Paper{}, of: of, r: rand.New(rand.NewPCG(s.Seed, 83))}
	p.Galley = galley.New(m, p.pick(44, 54, 64), p.pick(548, 556), p.pick(9.6, 10, 10.4))
	p.dated = []dateForm{inWords, inWords, slashed, dashed, abbreviated}[p.r.IntN(5)]
	p.spelling, p.dollar = p.r.IntN(5), p.chance(65)
	return p
}

func (p *press) print() {
	switch DesignOf(p.n.Code) {
	case Field:
		p.field()
	case layout.Block:
		p.verification()
	default:
		p.correspondence()
	}
}

// done ends the letter; what follows is enclosed.
func (p *press) done() { p.pages = p.Number() }

func (p *press) chance(percent int) bool               { return p.r.IntN(100) < percent }
func (p *press) pick(of ...float64) float64            { return of[p.r.IntN(len(of))] }
func (p *press) word(of ...string) string              { return of[p.r.IntN(len(of))] }
func (p *press) stand(of ...galley.Stand) galley.Stand { return of[p.r.IntN(len(of))] }

func (p *press) digits(n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = byte('0' + p.r.IntN(10))
	}
	return string(b)
}

func (p *press) money(m noticed.Money) string {
	if p.dollar {
		return notice.Dollars(m)
	}
	return notice.Figures(m)
}

// copy records a printed copy of a value and returns what is to be printed.
func (p *press) copy(field noticed.Field, what string, place noticed.Place, text string) string {
	if p.alter != nil && p.alter.Copy == len(p.paper.Copies) {
		text = p.alter.To
	}
	p.paper.Copies = append(p.paper.Copies, layout.Copy{Field: field, What: what, Place: place, Page: p.Number(), Text: text})
	return text
}

func (p *press) code(at noticed.Place, text string) string {
	return p.copy(noticed.FieldCode, "code", at, text)
}
func (p *press) date() string {
	return p.copy(noticed.FieldNoticeDate, "notice_date", noticed.PlaceHeader, p.dated.write(p.n.Date))
}
func (p *press) total(at noticed.Place) string {
	return p.copy(noticed.FieldBalance, "balance", at, notice.Dollars(p.n.Balance))
}
func (p *press) id() string {
	if p.n.ID.Last4 == "" {
		return p.n.ID.Printed
	}
	return p.copy(noticed.FieldIDLast4, "id_last4", noticed.PlaceHeader, p.n.ID.Printed)
}

// act prints the day of an act, in prose.
func (p *press) act(role noticed.DateRole) string {
	return p.copy(noticed.FieldPrintedDate, string(role), noticed.PlaceProse, p.prose().write(*p.n.Printed()[role]))
}

// prose is how dates are written in running text.
func (p *press) prose() dateForm {
	if p.dated == abbreviated {
		return abbreviated
	}
	return inWords
}

// number is that of the letter: 1058 of L1058, 5071C of L5071C.
func number(code string) string { return strings.TrimPrefix(code, "L") }

// dateForm is how dates are written.
type dateForm int

const (
	inWords     dateForm = iota // June 15, 2026
	slashed                     // 06/15/2026
	dashed                      // 06-15-2026
	abbreviated                 // Nov. 12, 2018
)

func (f dateForm) write(d noticed.Date) string {
	switch f {
	case slashed:
		return fmt.Sprintf("%02d/%02d/%d", d.Month, d.Day, d.Year)
	case dashed:
		return fmt.Sprintf("%02d-%02d-%d", d.Month, d.Day, d.Year)
	case abbreviated:
		month := d.Month.String()
		if len(month) > 4 {
			month = month[:3] + "."
		}
		return fmt.Sprintf("%s %02d, %d", month, d.Day, d.Year)
	}
	return notice.Long(d)
}

// Dated writes d the way the date like is written.
func Dated(like string, d noticed.Date) string {
	switch {
	case strings.Contains(like, "/"):
		return slashed.write(d)
	case strings.Contains(like, "-"):
		return dashed.write(d)
	case strings.Contains(like, "."):
		return abbreviated.write(d)
	}
	return inWords.write(d)
}

// window prints the address window.
func (p *press) window() {
	p.Sheet().Begin()
	lines := append(slices.Clone(p.n.People.Window), p.n.Street, p.n.Town)
	if p.n.Country != "" {
		lines = append(lines, p.n.Country)
	}
	p.Lines(p.Left, lines...)
}

// form is the tax form of a period with the word before it, or without.
func (p *press) form(q notice.Period) string {
	if q.Form == "CIVPEN" {
		return q.Form
	}
	return "Form " + q.Form
}
