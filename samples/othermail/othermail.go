// Package othermail prints letters that are not from the IRS but lie in the same
// pile: a bank's letter, a state's tax notice, a covering letter that talks of
// nothing but an IRS notice.
package othermail

import (
	"fmt"
	"math/rand/v2"

	"noticed"
	"noticed/samples/notice"
	"noticed/samples/page"
)

// Kind is a kind of letter.
type Kind string

// The kinds.
const (
	Bank  Kind = "bank"
	State Kind = "state"
	CPA   Kind = "cpa"
)

// Kinds are all kinds.
var Kinds = []Kind{Bank, State, CPA}

// Lay prints a letter.
func Lay(r *rand.Rand, k Kind, m page.Metrics) []*page.Sheet {
	l := letter{m: m, sheet: page.Letter(), y: 60}
	n := notice.Draw(r, notice.CP14) // for its people, dates and amounts
	switch k {
	case State:
		l.state(r, n)
	case CPA:
		l.cpa(r, n)
	default:
		l.bank(r, n)
	}
	return []*page.Sheet{l.sheet}
}

type letter struct {
	m     page.Metrics
	sheet *page.Sheet
	y     float64
}

func (l *letter) line(x, size float64, f page.Face, s string) {
	l.sheet.Put(x, l.y, size, f, s)
	l.y += size * 1.35
}

func (l *letter) para(s string) {
	for _, t := range page.Wrap(l.m, page.Regular, 10.5, 470, s) {
		l.line(70, 10.5, page.Regular, t)
	}
	l.y += 8
}

func (l *letter) to(n *notice.Notice) {
	l.y += 16
	for _, s := range append(append([]string{}, n.People.Window...), n.Street, n.Town) {
		l.line(70, 10.5, page.Regular, s)
	}
	l.y += 22
}

func (l *letter) bank(r *rand.Rand, n *notice.Notice) {
	l.line(70, 18, page.Bold, "First Meadow Savings Bank")
	l.line(70, 9, page.Regular, "1 Banking Plaza, Riverton, WY 82501-0001    Member FDIC")
	l.to(n)
	l.line(70, 10.5, page.Regular, notice.Long(n.Date))
	l.y += 12
	l.line(70, 10.5, page.Bold, fmt.Sprintf("Account ending in %04d: change to your terms", r.IntN(10000)))
	l.y += 8
	l.para("Dear Customer:")
	l.para(fmt.Sprintf("Starting %s, the monthly maintenance fee of your checking account changes from $8.00 to $10.00. The fee is waived in any month in which your balance stays above $1,500.00.",
		notice.Long(n.Date.AddDays(30))))
	l.para("Your current balance of " + notice.Dollars(n.Balance) + " is not affected. You don't need to do anything. If you do not agree, you may close the account without charge within 30 days of the date of this notice.")
	l.para("Interest we paid you in the past year has been reported on Form 1099-INT. Keep it for your tax return.")
	l.para("Sincerely,")
	l.para("Customer Care, First Meadow Savings Bank, 1-800-555-0142")
}

func (l *letter) state(r *rand.Rand, n *notice.Notice) {
	state := []string{"Ohio", "Oregon", "Kentucky"}[r.IntN(3)]
	l.line(70, 14, page.Bold, "State of "+state)
	l.line(70, 11, page.Bold, "Department of Revenue")
	l.line(70, 9, page.Regular, "Compliance Division, P.O. Box 2678")
	l.to(n)
	for _, row := range [][2]string{
		{"Notice number", fmt.Sprintf("S%08d", r.IntN(1e8))}, {"Date", notice.Long(n.Date)},
		{"Tax year", fmt.Sprint(n.Year())}, {"Account", "XXX-XX-" + fmt.Sprintf("%04d", r.IntN(10000))},
	} {
		l.sheet.Put(70, l.y, 10, page.Bold, row[0])
		l.line(190, 10, page.Regular, row[1])
	}
	l.y += 14
	l.line(70, 13, page.Bold, "Notice of State Income Tax Due")
	l.line(70, 13, page.Bold, "Amount due: "+notice.Dollars(n.Balance/7+1))
	l.y += 8
	l.para(fmt.Sprintf("Our records show unpaid %s individual income tax for %d. Information we received from the Internal Revenue Service shows that your federal return was changed.", state, n.Year()))
	l.para("Pay by " + notice.Long(n.Date.AddDays(45)) + " or file a written protest with this Department within 60 days. If you do neither, the Department may issue a state tax warrant and levy on wages.")
	l.para("Make your check payable to the " + state + " Department of Revenue. Do not send this payment to the United States Treasury.")
}

func (l *letter) cpa(r *rand.Rand, n *notice.Notice) {
	l.line(70, 15, page.Bold, "Ledgerwood & Finch, Certified Public Accountants")
	l.line(70, 9, page.Regular, "400 Commerce Row, Suite 12, Salem, OR 97301   (503) 555-0176")
	l.to(n)
	l.line(70, 10.5, page.Regular, notice.Long(n.Date.AddDays(9)))
	l.y += 12
	code := []string{notice.CP14, notice.CP504, notice.LT11}[r.IntN(3)]
	l.line(70, 10.5, page.Bold, fmt.Sprintf("Re: IRS Notice %s dated %s, tax year %d", code, notice.Long(n.Date), n.Year()))
	l.y += 8
	l.para("Dear client:")
	l.para(fmt.Sprintf("Thank you for sending us the IRS notice %s. It says that the amount due is %s, to be paid by %s. We have compared it with your Form 1040 and believe that a payment of %s was not credited.",
		code, notice.Dollars(n.Balance), notice.Long(n.Date.AddDays(21)), notice.Dollars(noticed.Money(r.IntN(900_00)+100_00))))
	l.para("We suggest that you do not pay before we have spoken with the Internal Revenue Service. We will write to them and send you a copy. Please sign the enclosed Form 2848, Power of Attorney, and return it to us.")
	l.para("Our fee for this work is $350.00. Please call us with any question.")
	l.para("Yours sincerely,")
	l.para("Harriet Finch, CPA")
}
