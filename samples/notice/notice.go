// Package notice draws the facts of a synthetic notice: who, which periods, how
// much, which dates. It knows the law of the three notices (CP14, CP504, LT11)
// by its own counting and no reader's tables, and nothing of paper.
//
// All people, numbers and firms are invented: SSNs lie in ranges that are never
// issued, EINs begin with 00.
package notice

import (
	"fmt"
	"strings"
	"time"

	"noticed"
	"noticed/samples/expect"
)

// The codes that can be drawn.
const (
	CP14  = "CP14"
	CP504 = "CP504"
	LT11  = "LT11"
)

// Notice is everything a notice states, before it is laid on paper.
type Notice struct {
	Code     string
	Date     noticed.Date
	Periods  []Period
	Rows     []Row
	Balance  noticed.Money
	PayBy    *noticed.Date // as printed; nil if due immediately
	Hearing  *noticed.Date // request-by date as printed (LT11)
	Prior    noticed.Date  // the notice before, named in prose
	People   People
	ID       ID
	Street   string
	Town     string // city, state and ZIP
	Office   Office // top left
	PayTo    Office // on the coupon
	HearTo   Office // LT11: where Form 12153 goes
	CallerID string
	Phone    string
	Hours    string
	CaseRef  string
	Barcode  string
	ScanLine string // the digits at the foot of the coupon
}

// Period is one tax period.
type Period struct {
	Form      string // as printed after the word Form
	End       noticed.Date
	Owed      noticed.Money // before the additions
	Penalty   noticed.Money
	Interest  noticed.Money
	Amount    noticed.Money // the sum
	Quarterly bool
}

// Row is one row of the billing summary above its total.
type Row struct {
	Role  noticed.AmountRole
	Label string
	Value noticed.Money
}

// ID is a taxpayer number as this notice prints it.
type ID struct {
	Printed string
	Last4   string // "" where every digit is masked
	Kind    noticed.IDKind
}

// Office is an address of the IRS.
type Office struct {
	Lines []string
}

// Year is the tax year of a notice of a single period.
func (n *Notice) Year() int { return n.Periods[0].End.Year }

// Multi says whether the notice is about more than one period.
func (n *Notice) Multi() bool { return len(n.Periods) > 1 }

// Business says whether it went to a business.
func (n *Notice) Business() bool { return n.ID.Kind == noticed.IDKindEIN }

// Expected is what a perfect reader says of the notice, but for its pages.
func (n *Notice) Expected() expect.Notice {
	e := expect.Notice{
		Code:       n.Code,
		NoticeDate: n.Date,
		Taxpayer:   expect.Taxpayer{Names: n.People.Names, Joint: n.People.Joint, IDKind: n.ID.Kind},
		Balance:    expect.Balance{Value: n.Balance, Kind: noticed.BalanceDue},
		CaseNumber: n.CaseRef,
		Phone:      n.Phone,
		HearingTo:  n.HearTo.Lines,
		PaymentTo:  n.PayTo.Lines,
	}
	if n.ID.Last4 != "" {
		last4 := n.ID.Last4
		e.Taxpayer.IDLast4 = &last4
	}
	for _, p := range n.Periods {
		amount := p.Amount
		e.Periods = append(e.Periods, expect.Period{Form: p.Form, PeriodEnd: p.End, Amount: &amount})
	}
	for _, r := range n.Rows {
		e.Amounts = append(e.Amounts, expect.Amount(r))
	}
	if n.PayBy != nil {
		e.Printed = append(e.Printed, expect.PrintedDate{Role: noticed.DatePayBy, Value: *n.PayBy})
	}
	if n.Hearing != nil {
		e.Printed = append(e.Printed, expect.PrintedDate{Role: noticed.DateHearingBy, Value: *n.Hearing})
	}
	e.Deadlines = n.deadlines()
	e.Critical = critical(e.Deadlines)
	return e
}

func (n *Notice) deadlines() []expect.Deadline {
	on := func(a noticed.Action, d noticed.Date) expect.Deadline { return expect.Deadline{Action: a, Date: &d} }
	pay := expect.Deadline{Action: noticed.ActPay, Date: n.PayBy}
	switch n.Code {
	case CP504:
		return []expect.Deadline{pay, on(noticed.ActLevyPossibleFrom, n.Date.AddDays(30))}
	case LT11:
		hearing := Rolled(n.Date.AddDays(30))
		if n.Hearing != nil && n.Hearing.Before(hearing) {
			hearing = *n.Hearing // of printed and computed the earlier is shown
		}
		return []expect.Deadline{
			pay,
			on(noticed.ActRequestCDPHearing, hearing),
			on(noticed.ActRequestEquivalentHearing, Rolled(n.Date.AddYears(1))),
		}
	default:
		return []expect.Deadline{pay}
	}
}

// critical picks the deadline to watch: the earliest that loses a right, else
// the earliest with a date.
func critical(all []expect.Deadline) *expect.Deadline {
	var best *expect.Deadline
	for i, d := range all {
		switch {
		case d.Date == nil || d.Action == noticed.ActRequestEquivalentHearing:
		case d.Action == noticed.ActRequestCDPHearing:
			return &all[i]
		case best == nil || d.Date.Before(*best.Date):
			best = &all[i]
		}
	}
	return best
}

// Long prints a date as notices do: "January 30, 2018".
func Long(d noticed.Date) string {
	return fmt.Sprintf("%s %d, %d", d.Month, d.Day, d.Year)
}

// Dollars prints an amount with grouping and the dollar sign; credits have a
// leading minus.
func Dollars(m noticed.Money) string {
	if m < 0 {
		return "-$" + Figures(-m)
	}
	return "$" + Figures(m)
}

// Figures prints an amount with grouping and without the dollar sign.
func Figures(m noticed.Money) string {
	s := m.String()
	sign := ""
	if s[0] == '-' {
		sign, s = "-", s[1:]
	}
	whole, cents, _ := strings.Cut(s, ".")
	var b strings.Builder
	for i, c := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(c)
	}
	return sign + b.String() + "." + cents
}

func yearEnd(y int) noticed.Date {
	return noticed.Date{Year: y, Month: time.December, Day: 31}
}
