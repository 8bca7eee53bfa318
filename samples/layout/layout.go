// Package layout lays a notice on paper the way the IRS does: header block,
// address window, headline, summary, prose, coupon, the pages behind. Every
// value that a notice prints more than once is recorded copy by copy, so that
// one copy can be altered and the truth still be known.
package layout

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"noticed"
	"noticed/samples/notice"
	"noticed/samples/page"
	"noticed/samples/wording"
)

// Design is the look of a notice.
type Design string

// The designs.
const (
	Block    Design = "block"    // about 2010 to now
	Redesign Design = "redesign" // from 2023 on
	Legacy   Design = "legacy"   // label and colon, "Notice Number: CP 504"
)

// Style is how one notice is laid out.
type Style struct {
	Design      Design
	Seed        uint64 // of the small choices: sizes, positions
	Voice       uint64 // of the wording; 0 is the plain wording that CP14, CP504 and LT11 have besides
	MaxPages    int    // boilerplate stops there
	CouponFirst bool   // the coupon's text stands before the header's in the file
	ByLine      bool   // runs are written line by line across both columns
	CouponLast  bool   // the coupon is at the foot of the last page
	Stuffer     bool   // a bilingual language-help page at the end
	Rates       bool   // an interest-rate table page at the end
	Uncounted   bool   // the pages at the end have no number of their own
	Enclosed    bool   // blank forms lie behind
	Form        Form
}

// DrawStyle draws a style that suits the notice.
func DrawStyle(r *rand.Rand, n *notice.Notice) Style {
	s := Style{Design: Block, Seed: r.Uint64(), MaxPages: 2 + r.IntN(4)}
	switch p := r.IntN(100); {
	case n.Date.Year >= 2023 && p < 50:
		s.Design = Redesign
	case p >= 95 && (!n.Multi() || !plain(n)):
		s.Design = Legacy
	}
	switch p := r.IntN(100); {
	case p < 40:
		s.CouponFirst = true
	case p < 60:
		s.ByLine = true
	}
	s.CouponLast = r.IntN(100) < 8
	s.Stuffer = r.IntN(100) < 25
	s.Rates = r.IntN(100) < 20
	s.Uncounted = r.IntN(100) < 50
	s.Form = drawForm(r)
	if !plain(n) {
		s.speak(r)
		if n.Multi() {
			s.MaxPages++ // its table may stand behind much else
		}
	}
	return s
}

// plain says whether there is a plain wording of n.
func plain(n *notice.Notice) bool {
	return n.Code == notice.CP14 || n.Code == notice.CP504 || n.Code == notice.LT11
}

// Speak draws a wording for a notice that has a plain one as well.
func (s *Style) Speak(r *rand.Rand) {
	if s.Voice == 0 {
		s.speak(r)
		s.MaxPages++
	}
}

func (s *Style) speak(r *rand.Rand) {
	s.Voice = r.Uint64() | 1
	s.Form.Below = r.IntN(100) < 18
	s.Form.Split = r.IntN(100) < 50
	s.Form.Lined = r.IntN(100) < 15
	s.Enclosed = r.IntN(100) < 30
	switch {
	case s.Design == Legacy && r.IntN(100) < 40:
		s.Form.Dates = Dashed
	case r.IntN(100) < 5:
		s.Form.Dates = Short
	case r.IntN(100) < 2:
		s.Form.Dates = Slashed
	}
}

// Copy is one printed copy of a value.
type Copy struct {
	Field noticed.Field
	What  string // code, notice_date, tax_year, tax_period, balance, id_last4, row, period_amount or the role of a printed date
	Place noticed.Place
	Page  int
	Text  string
}

// Alteration replaces the text of one copy, by its index in Paper.Copies.
type Alteration struct {
	Copy int
	To   string
}

// Paper is a notice on its sheets.
type Paper struct {
	Sheets  []*page.Sheet
	Copies  []Copy
	Counted int // sheets that "Page n of m" counts
}

// Lay lays n out. The same arguments give the same paper; an alteration changes
// nothing but its copy (and what wraps around it).
func Lay(n *notice.Notice, s Style, m page.Metrics, a *Alteration) *Paper {
	count := 0
	for range 4 { // "Page 1 of m" has to know m
		p := newPress(n, s, m, a, count)
		p.print()
		p.paper.Counted = len(p.paper.Sheets) - p.uncounted
		if p.paper.Counted == count {
			return p.paper
		}
		count = p.paper.Counted
	}
	panic(fmt.Sprintf("laying out a %s: the number of pages does not settle", n.Code))
}

// press is the state of laying out one notice.
type press struct {
	n     *notice.Notice
	s     Style
	m     page.Metrics
	r     *rand.Rand
	alter *Alteration
	paper *Paper
	of    int

	uncounted int // pages at the end that "Page n of m" does not count

	sheet  *page.Sheet
	base   float64 // size of running text
	lead   float64 // distance of its lines
	left   float64
	right  float64
	coupon float64 // height of the coupon
	say    choices
	text   wording.Notice // what a notice says that is not in the plain wording
	turned bool           // the day stands before the period in the header
	bare   bool           // no digits above the address
	comma  bool           // prose has a comma for the point, as an IRS sample does
	over   []part         // of the opening, what found no room beside the summary
}

// choices are those that hold for a whole notice.
type choices struct {
	idLabel                           string
	yearLabel                         string
	codeLabel, periodLabel, dateLabel string
	labelFace                         page.Face
	valueFace                         page.Face
	summary                           string
	totalFace                         page.Face
	sideHeads                         bool
	dollarAll                         bool
}

func newPress(n *notice.Notice, s Style, m page.Metrics, a *Alteration, of int) *press {
	p := &press{n: n, s: s, m: m, alter: a, paper: &Paper{}, of: of, r: rand.New(rand.NewPCG(s.Seed, 77))}
	p.base = p.pick(9.2, 9.6, 10, 10.4)
	p.lead = p.base * p.pick(1.18, 1.22, 1.28)
	p.left = p.pick(36, 40, 46, 50)
	p.right = 612 - p.pick(34, 38, 44)
	p.say = choices{
		idLabel:   p.word("Social security number", "Social Security number", "Social Security number", "Social Security Number"),
		yearLabel: "Tax year", codeLabel: "Notice", periodLabel: "Tax period", dateLabel: "Notice date",
		labelFace: page.Regular, valueFace: page.Regular,
		summary:   "Billing Summary",
		totalFace: page.Bold,
		sideHeads: p.chance(50),
		dollarAll: p.chance(20),
	}
	switch p.r.IntN(3) {
	case 0:
		p.say.labelFace = page.Bold
	case 1:
		p.say.valueFace = page.Bold
	}
	switch s.Design {
	case Redesign:
		p.say.idLabel = p.word("Taxpayer ID number", "Taxpayer ID number", "Social Security number")
		p.say.dollarAll = p.chance(70)
	case Legacy:
		p.say.idLabel = "Taxpayer Identification Number"
		p.say.summary = "Account Summary"
	}
	if n.Business() {
		p.say.idLabel = p.word("Employer ID number", "Employer ID number", "Employer identification number")
	}
	if s.Voice != 0 {
		p.vary()
		p.text = wording.NewVoice(s.Voice).Of(n)
		p.say.summary = p.text.Summary
		if s.Design == Legacy && p.say.summary == "Billing Summary" {
			p.say.summary = "Account Summary"
		}
	}
	return p
}

// vary chooses labels that the plain wording does not have.
func (p *press) vary() {
	p.say.yearLabel = p.word("Tax year", "Tax year", "Tax year", "Tax Year", "For tax year")
	p.say.periodLabel = p.word("Tax period", "Tax period", "Tax period", "Tax Period", "Tax period ended", "For tax period ending")
	p.say.codeLabel = p.word("Notice", "Notice", "Notice", "Notice", "Notice", "Notice", "Notice number", "Notice No.")
	if p.s.Design == Block && !p.n.Business() && p.chance(15) {
		p.say.idLabel = p.word("Taxpayer identification number", "Taxpayer ID number", "Your Social Security number", "SSN")
	}
	more := rand.New(rand.NewPCG(p.s.Voice, 81)) // what came later has choices of its own: the committed set stays
	p.turned = more.IntN(100) < 12
	if more.IntN(100) < 5 && p.say.dateLabel == "Notice date" {
		p.say.dateLabel = "Date of notice"
	}
	p.comma = p.chance(3)
	p.bare = p.chance(12)
}

// voiced says whether the notice has another wording than the plain one.
func (p *press) voiced() bool { return p.s.Voice != 0 }

func (p *press) chance(percent int) bool                           { return p.r.IntN(100) < percent }
func (p *press) pick(of ...float64) float64                        { return of[p.r.IntN(len(of))] }
func (p *press) word(of ...string) string                          { return of[p.r.IntN(len(of))] }
func (p *press) width(f page.Face, size float64, s string) float64 { return p.m.Width(f, size, s) }

// number is the number of the sheet being laid, from 1.
func (p *press) number() int { return len(p.paper.Sheets) }

// copy records a printed copy of a value and returns what is to be printed.
func (p *press) copy(field noticed.Field, what string, place noticed.Place, text string) string {
	if p.alter != nil && p.alter.Copy == len(p.paper.Copies) {
		text = p.alter.To
	}
	p.paper.Copies = append(p.paper.Copies, Copy{Field: field, What: what, Place: place, Page: p.number(), Text: text})
	return text
}

// What is printed more than once.
func (p *press) code(at noticed.Place) string {
	return p.copy(noticed.FieldCode, "code", at, p.n.Mark())
}
func (p *press) date(at noticed.Place) string {
	text := notice.Long(p.n.Date)
	if at == noticed.PlaceHeader || at == noticed.PlaceStub {
		text = p.s.Form.Dates.Write(p.n.Date)
	}
	return p.copy(noticed.FieldNoticeDate, "notice_date", at, text)
}
func (p *press) year(at noticed.Place) string {
	return p.copy(noticed.FieldPeriods, "tax_year", at, fmt.Sprint(p.n.Year()))
}
func (p *press) period(at noticed.Place) string {
	return p.copy(noticed.FieldPeriods, "tax_period", at, notice.Long(p.n.Periods[0].End))
}
func (p *press) due(at noticed.Place) string {
	text := notice.Dollars(p.n.Balance)
	if p.comma && at == noticed.PlaceProse {
		text = text[:len(text)-3] + "," + text[len(text)-2:]
	}
	return p.copy(noticed.FieldBalance, "balance", at, text)
}
func (p *press) payBy(at noticed.Place) string     { return p.act("pay_by", at) }
func (p *press) hearingBy(at noticed.Place) string { return p.act("hearing_by", at) }

// act prints the day for an act.
func (p *press) act(what string, at noticed.Place) string {
	return p.copy(noticed.FieldPrintedDate, what, at, p.s.Form.Dates.Act(*p.n.Printed()[noticed.DateRole(what)]))
}
func (p *press) id(at noticed.Place) string {
	if p.n.ID.Last4 == "" {
		return p.n.ID.Printed
	}
	return p.copy(noticed.FieldIDLast4, "id_last4", at, p.n.ID.Printed)
}

// newSheet starts the next page.
func (p *press) newSheet() {
	p.sheet = page.Letter()
	p.paper.Sheets = append(p.paper.Sheets, p.sheet)
}

// print lays out all pages.
func (p *press) print() {
	p.newSheet()
	p.coupon = p.couponHeight()
	switch p.s.Design {
	case Redesign:
		p.redesignFirst()
	case Legacy:
		p.legacyFirst()
	default:
		p.blockFirst()
	}
	for _, q := range p.text.Pages {
		if !q.Loose {
			p.enclosure(q)
		}
	}
	for _, extra := range []struct {
		wanted bool
		print  func()
	}{{p.s.Rates, p.ratesPage}, {p.s.Stuffer, p.stufferPage}} {
		if extra.wanted {
			extra.print()
			if p.s.Uncounted {
				p.uncounted++
			}
		}
	}
	for _, q := range p.text.Pages {
		if q.Loose && p.s.Enclosed {
			p.enclosure(q)
			p.uncounted++
		}
	}
	for _, s := range p.paper.Sheets {
		p.order(s)
	}
}

// couponGroup marks the coupon's runs.
const couponGroup = 1000

// order puts the runs in the order in which a producer writes them.
func (p *press) order(s *page.Sheet) {
	if p.s.ByLine {
		slices.SortStableFunc(s.Texts, func(a, b page.Text) int {
			if d := a.Y - b.Y; d < -2 || d > 2 {
				if d < 0 {
					return -1
				}
				return 1
			}
			return 0
		})
		return
	}
	if p.s.CouponFirst {
		slices.SortStableFunc(s.Texts, func(a, b page.Text) int {
			ca, cb := a.Group >= couponGroup, b.Group >= couponGroup
			switch {
			case ca && !cb:
				return -1
			case cb && !ca:
				return 1
			}
			return 0
		})
	}
}
