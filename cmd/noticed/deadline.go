package main

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"

	"noticed"
	"noticed/classify/catalog"
	"noticed/classify/deadline"
	"noticed/classify/guidance"
)

type deadlineCmd struct {
	catalogue

	Code      string        `required:"" complete:"code" placeholder:"CODE" help:"The code of the notice, as it is printed."`
	Date      *noticed.Date `required:"" help:"The date of the notice, as 2006-01-02."`
	Balance   string        `placeholder:"DOLLARS" help:"What the notice asks to be paid: 9533.53, or '$$9,533.53' in quotes."`
	Printed   []string      `placeholder:"[ROLE=]DATE" help:"A day that the notice prints to act by; ROLE is pay_by, hearing_by, reply_by, petition_by, dispute_by or terminate_on, or the one that such a notice usually prints."`
	Filed     *noticed.Date `placeholder:"DATE" help:"The day the notice of lien was filed."`
	Abroad    *bool         `negatable:"" help:"The notice is addressed to a person outside the United States, or not; both days are named if nobody says."`
	Immediate bool          `help:"The notice prints that payment is due immediately."`
	Explain   bool          `help:"Tell the computation step by step, to check it with a calendar."`
}

// computation is the answer: a notice and what the law makes of it.
type computation struct {
	Code       string         `json:"code"`
	Title      string         `json:"title"`
	Rule       string         `json:"rule"`
	NoticeDate noticed.Date   `json:"notice_date"`
	Balance    *noticed.Money `json:"balance,omitempty"`
	Catalogue  string         `json:"catalogue"`
	deadline.Explanation

	Guidance *noticed.Guidance `json:"guidance,omitempty"`
}

func (c *deadlineCmd) Run(a *app) error {
	cat, err := c.open()
	if err != nil {
		return err
	}
	e, err := noticeOf(cat, c.Code)
	if err != nil {
		return err
	}
	in, err := c.input(e)
	if err != nil {
		return err
	}
	result := computation{e.Code, e.Title, e.Rule, *c.Date, in.Balance, cat.Version(), deadline.Explain(in), guidance.For(e)}
	switch {
	case a.json:
		return a.object(result)
	case c.Explain:
		a.explain(result)
	default:
		a.deadlines(result)
		a.advise(advice{code: e.Code, guidance: result.Guidance})
	}
	return nil
}

// input puts the facts of the command line together.
func (c *deadlineCmd) input(e catalog.Entry) (deadline.Input, error) {
	in := deadline.Input{
		Rule: e.Rule, Verified: e.Verified(), PrintedExpected: e.PrintedExpected, NoticeDate: c.Date,
		LienFiled: c.Filed, ImmediatePayment: c.Immediate,
	}
	if c.Abroad != nil {
		in.Abroad = deadline.AbroadNo
		if *c.Abroad {
			in.Abroad = deadline.AbroadYes
		}
	}
	if c.Balance != "" {
		amount, err := dollarsOf(c.Balance)
		if err != nil {
			return in, usageError{err}
		}
		in.Balance = &amount
	}
	for _, given := range c.Printed {
		p := noticed.PrintedDate{Role: deadline.PrintedRole(e.Rule)}
		role, day, ok := strings.Cut(given, "=")
		if !ok {
			role, day = string(p.Role), given
		}
		p.Role = noticed.DateRole(role)
		if !slices.Contains(dateRoles, p.Role) {
			return in, usageError{fmt.Errorf("--printed %s: %q is not one of %v", given, role, dateRoles)}
		}
		var err error
		if p.Value, err = noticed.ParseDate(day); err != nil {
			return in, usageError{fmt.Errorf("--printed %s: %w", given, err)}
		}
		in.Printed = append(in.Printed, p)
	}
	return in, nil
}

var dateRoles = []noticed.DateRole{
	noticed.DatePayBy, noticed.DateHearingBy, noticed.DateReplyBy, noticed.DatePetitionBy, noticed.DateDisputeBy, noticed.DateTerminateOn,
}

// amountGiven is an amount as people type it: with or without dollar sign, cents,
// and commas between thousands, nothing else. No zero leads it: that is what the
// shell leaves of an amount behind a dollar sign without quotes.
var amountGiven = regexp.MustCompile(`^\$?([1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]{0,11}|0)(\.[0-9]{2})?$`)

func dollarsOf(s string) (noticed.Money, error) {
	m := amountGiven.FindStringSubmatch(s)
	if m == nil {
		return 0, fmt.Errorf("--balance %s: want dollars as 9533.53, or '$9,533.53' in single quotes", s)
	}
	return noticed.ParseMoney(strings.ReplaceAll(m[1], ",", "") + cmp.Or(m[2], ".00"))
}

// deadlines prints the deadlines as a table.
func (p *printer) deadlines(c computation) {
	t := table.NewWriter()
	t.AppendHeader(table.Row{"act", "last day", "act by", "basis", "if missed", "law", "note"})
	for _, d := range c.Deadlines {
		last, actBy := none, none
		if d.Date != nil {
			last = d.Date.String()
		}
		if d.ActBy != nil {
			actBy = d.ActBy.String()
		}
		t.AppendRow(table.Row{words(string(d.Action)), last, actBy, d.Basis, words(string(d.IfMissed)), cmp.Or(d.Authority, none), d.Note})
	}
	if len(c.Deadlines) > 0 {
		p.print(t)
	}
	p.rest(c)
}

// rest says what is not about one of the deadlines.
func (p *printer) rest(c computation) {
	if len(c.Deadlines) == 0 {
		p.answer("no deadline")
	}
	if c.InquireFrom != nil {
		p.answer("no answer is asked for; ask the IRS if nothing came by %s", day(*c.InquireFrom))
	}
	for _, r := range c.Reasons {
		p.answer("a person must look: %s", r.Message)
	}
}

// explain tells the computation step by step.
func (p *printer) explain(c computation) {
	p.answer("%s: %s", c.Code, c.Title)
	about := fmt.Sprintf("rule %s, notice date %s", c.Rule, day(c.NoticeDate))
	if c.Balance != nil {
		about += ", balance " + dollars(*c.Balance)
	}
	p.answer("%s, catalogue %s", about, c.Catalogue)
	for _, d := range c.Deadlines {
		p.answer("")
		switch head := words(string(d.Action)); {
		case d.Date == nil:
			p.answer("%s: no day", head)
		case d.Critical:
			p.answer("%s: %s (%s), the one to watch", head, day(*d.Date), d.Basis)
		default:
			p.answer("%s: %s (%s)", head, day(*d.Date), d.Basis)
		}
		for _, s := range d.Steps {
			when := ""
			if s.Date != nil {
				when = day(*s.Date)
			}
			p.answer("  %-12s %-14s  %s", words(string(s.Kind)), when, s.Text)
		}
		note := d.Note
		for _, s := range d.Steps { // what a step said is not said again
			note = strings.TrimPrefix(strings.TrimPrefix(note, s.Text), "; ")
		}
		if note != "" {
			p.answer("  %-12s %-14s  %s", "note", "", note)
		}
	}
	p.answer("")
	p.rest(c)
	p.answer(guidance.Disclaimer)
}

// day writes a date with its weekday.
func day(d noticed.Date) string { return d.Weekday().String()[:3] + " " + d.String() }
