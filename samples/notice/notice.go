// Package notice draws the facts of a synthetic notice: who, which periods, how
// much, which dates. It knows the law of each notice by its own counting and no
// reader's tables, and nothing of paper.
//
// All people, numbers and firms are invented: SSNs lie in ranges that are never
// issued, EINs begin with 00.
package notice

import (
	"fmt"
	"slices"
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
	Code        string // as the catalogue spells it
	Marked      string // as the paper prints it, if otherwise: 3219N
	Date        noticed.Date
	Periods     []Period
	Rows        []Row
	Balance     noticed.Money       // what is asked to be paid; a refund is negative
	Kind        noticed.BalanceKind // "" is due
	GoodThrough *noticed.Date       // the day to which interest is figured, if printed

	// Dates printed for an act; nil where the paper gives none.
	PayBy       *noticed.Date // nil if due immediately
	Hearing     *noticed.Date // to request a hearing by
	ReplyBy     *noticed.Date
	PetitionBy  *noticed.Date // last day to petition the Tax Court
	DisputeBy   *noticed.Date // to dispute a math error by
	TerminateOn *noticed.Date // when a payment plan ends
	Filed       *noticed.Date // when a lien was filed, if printed
	Prior       noticed.Date  // the notice before, named in prose

	// What only some notices tell.
	Claimed noticed.Money // what the return came to by the taxpayer's reckoning; a refund is negative
	Payers  []Payer       // what others reported
	Applied []Period      // where a refund went
	Apart   []Row         // amounts that stand apart from the summary
	Default Default       // why a payment plan is to end

	People  People
	Concern string // the business whose tax a person is asked for
	ID      ID
	Street  string
	Town    string // city, state and ZIP; abroad the city
	Country string // "" in the United States

	Office   Office // top left
	PayTo    Office // on the coupon
	HearTo   Office // where Form 12153 goes
	ReplyTo  Office // where a response form goes
	CallerID string
	Phone    string
	Hours    string
	CaseRef  string
	Control  string // AUR control number
	Mail     string // certified mail number
	ReferTo  string // "In reply refer to"
	Barcode  string
	ScanLine string // the digits at the foot of the coupon
}

// Period is one tax period.
type Period struct {
	Form      string // as printed after the word Form; "" if the paper names none
	End       noticed.Date
	Owed      noticed.Money // before the additions
	Penalty   noticed.Money
	Interest  noticed.Money
	Amount    noticed.Money // the sum
	Quarterly bool
	Unstated  bool // no amount is asked for this period
}

// Row is one row of the billing summary above its total.
type Row struct {
	Role     noticed.AmountRole
	Label    string
	Value    noticed.Money
	Unsigned bool // printed without its minus
}

// Payer is who reported income that the return does not show.
type Payer struct {
	Name     string
	Form     string // W-2, 1099-INT ...
	Item     string // what kind of income
	Shown    noticed.Money
	Reported noticed.Money
}

// Default is why a payment plan is to end.
type Default string

// The reasons.
const (
	Missed   Default = "missed"    // a payment was missed
	NewTax   Default = "new tax"   // a new balance came up
	NotFiled Default = "not filed" // a return is missing
)

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

// Mark is the code as the paper prints it.
func (n *Notice) Mark() string {
	if n.Marked != "" {
		return n.Marked
	}
	return n.Code
}

// ByPeriod says whether the only period is named by its last day and not by its
// year.
func (n *Notice) ByPeriod() bool {
	return n.Business() || n.Periods[0].Form == "CIVPEN" && n.Code == CP215
}

// Asked is the kind of balance, due where nothing else was drawn.
func (n *Notice) Asked() noticed.BalanceKind {
	if n.Kind == "" {
		return noticed.BalanceDue
	}
	return n.Kind
}

// Expected is what a perfect reader says of the notice, but for its pages.
func (n *Notice) Expected() expect.Notice {
	e := expect.Notice{
		Code:       n.Code,
		NoticeDate: n.Date,
		Taxpayer:   expect.Taxpayer{Names: n.People.Names, Joint: n.People.Joint, IDKind: n.ID.Kind, DBA: n.People.DBA},
		Balance:    expect.Balance{Value: n.Balance, Kind: n.Asked(), GoodThrough: n.GoodThrough},
		Phone:      n.Phone,
	}
	if n.ID.Last4 != "" {
		last4 := n.ID.Last4
		e.Taxpayer.IDLast4 = &last4
	}
	asks := n.Asked() != noticed.BalanceNone && n.Asked() != noticed.BalanceRefund
	for _, p := range n.Periods {
		q := expect.Period{Form: p.Form, PeriodEnd: p.End}
		if asks && !p.Unstated {
			amount := p.Amount
			q.Amount = &amount
		}
		e.Periods = append(e.Periods, q)
	}
	for _, r := range slices.Concat(n.Rows, n.Apart) {
		e.Amounts = append(e.Amounts, expect.Amount{Role: r.Role, Label: r.Label, Value: r.Value})
	}
	for _, role := range dateRoles {
		if d := n.Printed()[role]; d != nil {
			e.Printed = append(e.Printed, expect.PrintedDate{Role: role, Value: *d})
		}
	}
	for _, r := range []expect.Reference{
		{Role: noticed.ReferenceCase, Value: n.CaseRef}, {Role: noticed.ReferenceAURControl, Value: n.Control},
		{Role: noticed.ReferenceCertifiedMail, Value: n.Mail}, {Role: noticed.ReferenceReplyReferTo, Value: n.ReferTo},
	} {
		if r.Value != "" {
			e.References = append(e.References, r)
		}
	}
	for _, a := range []expect.Address{
		{Role: noticed.AddressHearingRequest, Lines: n.HearTo.Lines}, {Role: noticed.AddressPayment, Lines: n.PayTo.Lines},
		{Role: noticed.AddressReply, Lines: n.ReplyTo.Lines}, {Role: noticed.AddressOffice, Lines: n.Office.Lines},
	} {
		if len(a.Lines) > 0 {
			e.Addresses = append(e.Addresses, a)
		}
	}
	acts := laws[n.Code](n)
	for _, a := range acts {
		e.Deadlines = append(e.Deadlines, a.Deadline)
	}
	e.Critical = critical(acts)
	return e
}

// dateRoles are the roles of printed dates in the order of the contract.
var dateRoles = []noticed.DateRole{
	noticed.DatePayBy, noticed.DateHearingBy, noticed.DateReplyBy, noticed.DatePetitionBy, noticed.DateDisputeBy, noticed.DateTerminateOn,
}

// Printed are the dates that are printed for an act, by role.
func (n *Notice) Printed() map[noticed.DateRole]*noticed.Date {
	return map[noticed.DateRole]*noticed.Date{
		noticed.DatePayBy: n.PayBy, noticed.DateHearingBy: n.Hearing, noticed.DateReplyBy: n.ReplyBy,
		noticed.DatePetitionBy: n.PetitionBy, noticed.DateDisputeBy: n.DisputeBy, noticed.DateTerminateOn: n.TerminateOn,
	}
}

// Long prints a date as notices do: "January 30, 2018".
func Long(d noticed.Date) string {
	return fmt.Sprintf("%s %d, %d", d.Month, d.Day, d.Year)
}

// Spell writes a period's end in one of five ways.
func Spell(q Period, how int) string {
	d := q.End
	switch how {
	case 0:
		return fmt.Sprintf("%02d/%02d/%d", d.Month, d.Day, d.Year)
	case 1:
		return fmt.Sprintf("%02d-%02d-%d", d.Month, d.Day, d.Year)
	case 2:
		return fmt.Sprintf("%d%02d", d.Year, d.Month)
	case 3:
		if !q.Quarterly && d.Month == time.December {
			return fmt.Sprint(d.Year)
		}
	}
	return Long(d)
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
