// Package wording holds what notices say: headlines, labels, sentences and
// tables, each in several wordings the IRS uses or might use. It is written from
// descriptions of real notices and knows neither paper nor reader.
//
// Values that a notice prints more than once stand in the text as marks, such as
// {amount} or {pay_by}: whoever prints the text puts the value in and can keep
// track of every copy.
package wording

import (
	"fmt"
	"math/rand/v2"

	"noticed"
	"noticed/samples/notice"
)

// Notice is what one notice says.
type Notice struct {
	Small   string // above the headline
	Large   string // the headline
	Label   string // of the amount under the headline; "" where there is none
	Figure  string // that amount
	Act     string // the day to act by, in bold under the headline; "" where it stands in the prose only
	Opening []Part // beside the summary
	Summary string // its heading; "" for no summary
	Total   string // label of its last row
	Sum     string // the figure there
	Parts   []Part // what follows
	Stub    Stub
	Due     string // label of the total on a payment stub
	Pages   []Page // enclosures
}

// Stub is what is torn off at the foot of a page.
type Stub int

// The stubs.
const (
	Payment Stub = iota
	Contact      // for a call or a letter: nothing is to be paid
	NoStub
)

// Page is an enclosure that begins on a page of its own.
type Page struct {
	Title string
	Foot  string // printed at the foot: form, revision
	Loose bool   // without the notice's header and number
	Parts []Part
}

// Kind says what a part is.
type Kind int

// The kinds of parts.
const (
	Section Kind = iota // large heading
	Heading             // heading of a paragraph
	Para
	Bullet
	Tick  // a box to check
	Lines // printed as they stand
	Table
)

// Part is a piece of the running text.
type Part struct {
	Kind  Kind
	Text  string
	Lines []string
	Grid  Grid
}

// Grid is a table.
type Grid struct {
	Title   string
	Columns []Column
	Rows    [][]Cell
	Total   []Cell // the last row, in bold; nil for none
}

// Column is the head of a column of a table.
type Column struct {
	Title string
	Right bool
}

// Cell is a cell of a table; What names the value it is a copy of, if any.
type Cell struct {
	Text string
	What string
}

// Voice chooses among wordings. The same seed chooses the same.
type Voice struct {
	r    *rand.Rand
	more *rand.Rand // of what came later: the committed set keeps its wording
}

// NewVoice returns the voice of a seed.
func NewVoice(seed uint64) Voice {
	return Voice{rand.New(rand.NewPCG(seed, 79)), rand.New(rand.NewPCG(seed, 80))}
}

// Say chooses one of several wordings.
func (v Voice) Say(of ...string) string { return of[v.r.IntN(len(of))] }

// Chance is true in so many of a hundred cases.
func (v Voice) Chance(percent int) bool { return v.r.IntN(100) < percent }

// Of returns what the notice says in this voice.
func (v Voice) Of(n *notice.Notice) Notice {
	say, ok := map[string]func(Voice, *notice.Notice) Notice{
		notice.CP05: held, notice.CP11: mathDue, notice.CP12: mathRefund, notice.CP14: firstBill, notice.CP161: businessBill,
		notice.CP2000: proposal, notice.CP215: civilPenalty, notice.CP21A: adjusted, notice.CP22A: adjusted, notice.CP297: finalLevy,
		notice.CP3219A: deficiency, notice.CP3219N: deficiency, notice.CP49: applied, notice.CP501: reminder, notice.CP503: reminder,
		notice.CP504: intent, notice.CP504B: intent, notice.CP508C: passport, notice.CP515: unfiled, notice.CP523: agreement,
		notice.CP71C: yearly, notice.CP90: finalLevy, notice.LT11: finalLevy, notice.LT16: call, notice.LT38: resuming,
	}[n.Code]
	if !ok {
		say = firstBill // a variant of it
	}
	w := say(v, n)
	if n.PayBy != nil && n.Asked() == noticed.BalanceDue && v.Chance(5) {
		w.Label = "" // the summary and the stub are enough
	}
	if w.Figure == "" && w.Label != "" {
		w.Figure = "{amount}"
	}
	if w.Sum == "" && w.Summary != "" {
		w.Sum = "{amount}"
	}
	if w.Due == "" {
		w.Due = w.Total
	}
	return w
}

func section(s string) Part       { return Part{Kind: Section, Text: s} }
func heading(s string) Part       { return Part{Kind: Heading, Text: s} }
func para(s string) Part          { return Part{Kind: Para, Text: s} }
func bullet(s string) Part        { return Part{Kind: Bullet, Text: s} }
func tick(s string) Part          { return Part{Kind: Tick, Text: s} }
func lines(l ...string) Part      { return Part{Kind: Lines, Lines: l} }
func table(g Grid) Part           { return Part{Kind: Table, Grid: g} }
func cell(s string) Cell          { return Cell{Text: s} }
func f(t string, a ...any) string { return fmt.Sprintf(t, a...) }

// when names the only period in a headline: its year, or the month's end where
// the period is no calendar year of a person.
func when(n *notice.Notice) string {
	if n.ByPeriod() {
		return "{period}"
	}
	return "{year}"
}

// about names what the notice is about in a sentence.
func about(v Voice, n *notice.Notice) string {
	p := n.Periods[0]
	switch {
	case n.Multi():
		return v.Say("the tax periods listed in this notice", "the tax periods shown below", "several tax periods (see the table)")
	case p.Form == "CIVPEN":
		return f("the tax period ended %s (Form CIVPEN)", notice.Long(p.End))
	case n.Business() || p.Quarterly:
		return f(v.Say("the tax period ended %s (Form %s)", "the tax period ending %s, Form %s"), notice.Long(p.End), p.Form)
	}
	return f(v.Say("the tax year ended December 31, %d (Form %s)", "tax year %d (Form %s)", "your %d Form %s"), p.End.Year, p.Form)
}

// summary is a heading of the box that adds up.
func summary(v Voice) string {
	return v.Say("Billing Summary", "Billing Summary", "Billing Summary", "Billing summary", "Account summary", "Summary of what you owe")
}

// abs prints an amount without its sign.
func abs(m noticed.Money) string {
	if m < 0 {
		m = -m
	}
	return notice.Dollars(m)
}
