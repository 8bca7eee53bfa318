// Package othermail prints paper that is no IRS notice but lies in the same
// pile: state and city tax notices, bank letters, wage statements, transcripts,
// replies to the IRS, scams that imitate it, advertising and what else a firm's
// mail holds. It is full of what a notice is full of: codes, dates, amounts and
// deadlines, of other people or named only in passing.
//
// Senders are real where a government is one, invented where a firm is; people
// and numbers are invented.
package othermail

import (
	"fmt"
	"math/rand/v2"

	"noticed"
	"noticed/samples/expect"
	"noticed/samples/galley"
	"noticed/samples/notice"
	"noticed/samples/page"
)

// Kind is a kind of paper.
type Kind string

// Kinds of the committed samples.
const (
	Bank       Kind = "bank_terms"
	StateLevy  Kind = "state_levy"
	Transcript Kind = "transcript_account"
)

// What a paper seems to be: the tokens of the contract's issuer.seems.
const (
	stateTax   = "state tax notice"
	localTax   = "local tax notice"
	bankLetter = "bank letter"
	statement  = "bank statement"
	wages      = "wage or income statement"
	transcript = "IRS transcript"
	reply      = "reply to the IRS"
	filledIn   = "form filled in for the IRS"
	faxCover   = "fax cover"
	article    = "article"
	scam       = "scam or imitation of the IRS"
	advert     = "advertising"
	court      = "court mail"
	government = "government letter"
	bill       = "invoice or bill"
	insurance  = "insurance letter"
	private    = "private letter"
	envelope   = "envelope"
	blank      = "blank page"
)

// sort is a kind with what prints it.
type sort struct {
	kind   Kind
	weight int // how often it is drawn
	seems  string
	lay    func(*mail)
}

var sorts = []sort{
	{"state_bill", 5, stateTax, (*mail).stateBill},
	{StateLevy, 5, stateTax, (*mail).stateLevy},
	{"state_refund", 4, stateTax, (*mail).stateRefund},
	{"state_audit", 4, stateTax, (*mail).stateAudit},
	{"state_proposal", 4, stateTax, (*mail).stateProposal},
	{"city", 3, localTax, (*mail).city},
	{"property", 2, localTax, (*mail).property},
	{Bank, 1, bankLetter, (*mail).bankTerms},
	{"bank_levy", 4, bankLetter, (*mail).bankLevy},
	{"bank_loan", 2, bankLetter, (*mail).bankLoan},
	{"bank_statement", 3, statement, (*mail).bankStatement},
	{"w2", 3, wages, (*mail).w2},
	{"1099", 4, wages, (*mail).form1099},
	{"1098", 2, wages, (*mail).form1098},
	{"k1", 2, wages, (*mail).k1},
	{"ssa1099", 2, wages, (*mail).ssa1099},
	{Transcript, 4, transcript, (*mail).accountTranscript},
	{"transcript_wages", 3, transcript, (*mail).wageTranscript},
	{"reply_cpa", 5, reply, (*mail).replyOfCPA},
	{"reply_client", 3, reply, (*mail).replyOfClient},
	{"form_2848", 3, filledIn, (*mail).form2848},
	{"form_12153", 3, filledIn, (*mail).form12153},
	{"form_9465", 2, filledIn, (*mail).form9465},
	{"form_1040", 3, filledIn, (*mail).form1040},
	{"form_1040es", 1, filledIn, (*mail).voucher},
	{"form_efile", 2, filledIn, (*mail).eFile},
	{"fax", 3, faxCover, (*mail).fax},
	{"article", 4, article, (*mail).article},
	{"newsletter", 2, article, (*mail).newsletter},
	{"scam_warrant", 4, scam, (*mail).scamWarrant},
	{"scam_irs", 4, scam, (*mail).scamIRS},
	{"advert_lien", 3, advert, (*mail).advertLien},
	{"advert_relief", 2, advert, (*mail).advertRelief},
	{"court", 3, court, (*mail).taxCourt},
	{"social_security", 3, government, (*mail).socialSecurity},
	{"offset", 4, government, (*mail).offset},
	{"unemployment", 2, government, (*mail).unemployment},
	{"utility", 2, bill, (*mail).utility},
	{"invoice", 2, bill, (*mail).invoice},
	{"collector", 1, bill, (*mail).collector},
	{"insurance", 2, insurance, (*mail).insurance},
	{"cpa", 3, private, (*mail).covering},
	{"engagement", 2, private, (*mail).engagement},
	{"note", 2, private, (*mail).note},
	{"envelope", 2, envelope, (*mail).envelope},
	{"blank", 1, blank, (*mail).blank},
}

// Kinds are all kinds.
func Kinds() []Kind {
	var all []Kind
	for _, s := range sorts {
		all = append(all, s.kind)
	}
	return all
}

// Draw draws a kind.
func Draw(r *rand.Rand) Kind {
	sum := 0
	for _, s := range sorts {
		sum += s.weight
	}
	at := r.IntN(sum)
	for _, s := range sorts {
		if at -= s.weight; at < 0 {
			return s.kind
		}
	}
	panic("othermail: the weights do not add up")
}

// Paper is a piece of mail with its truth.
type Paper struct {
	Sheets  []*page.Sheet
	Issuer  *expect.Issuer // nil where the paper names nobody
	Seems   string
	Written noticed.Date // the day by which it was written
}

// patience is how many days after the date it speaks of a reply may be written.
const patience = 25

// Lay prints a piece of mail of the kind.
func Lay(r *rand.Rand, k Kind, m page.Metrics) Paper {
	for _, s := range sorts {
		if s.kind == k {
			n := notice.Draw(r, notice.CP14) // for its people, dates and amounts
			l := &mail{Galley: galley.New(m, one(r, 54.0, 64, 70), one(r, 540.0, 552), one(r, 9.6, 10, 10.5)), r: r, n: n}
			s.lay(l)
			l.End()
			return Paper{Sheets: l.Sheets, Issuer: l.issuer, Seems: s.seems, Written: n.Date.AddDays(patience)}
		}
	}
	panic(fmt.Sprintf("othermail: no kind %q", k))
}

// mail is a piece of mail being printed.
type mail struct {
	*galley.Galley
	r      *rand.Rand
	n      *notice.Notice
	issuer *expect.Issuer
}

func one[T any](r *rand.Rand, of ...T) T { return of[r.IntN(len(of))] }

// from says who sends it, and the words that name him.
func (l *mail) from(name string, words ...string) {
	l.issuer = &expect.Issuer{Name: name, Words: words}
}

func (l *mail) word(of ...string) string { return one(l.r, of...) }

func (l *mail) chance(percent int) bool { return l.r.IntN(100) < percent }

func (l *mail) digits(n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = byte('0' + l.r.IntN(10))
	}
	return string(b)
}

// money draws an amount of 20 to so many dollars.
func (l *mail) money(most int) noticed.Money { return noticed.Money(20_00 + l.r.IntN(most*100-20_00)) }

// day is the day that is some days after the date of the letter.
func (l *mail) day(after int) string { return notice.Long(l.n.Date.AddDays(after)) }

func slashed(d noticed.Date) string { return fmt.Sprintf("%02d/%02d/%d", d.Month, d.Day, d.Year) }

// window prints the address window, a little below what stands above it.
func (l *mail) window() {
	l.Space(1.2)
	l.Sheet().Begin()
	l.Lines(l.Left, append(append([]string{}, l.n.People.Window...), l.n.Street, l.n.Town)...)
	l.Space(1.4)
}

// name is the taxpayer's name in mixed case, on one line.
func (l *mail) name() string { return l.n.People.Coupon }

// masked is a taxpayer number of which the last digits are shown.
func (l *mail) masked() string { return l.word("XXX-XX-", "***-**-", "xxx-xx-") + l.digits(4) }

// unissued is a number that was never issued.
func (l *mail) unissued() string {
	return "9" + l.digits(2) + "-" + l.word("11", "23", "40") + "-" + l.digits(4)
}

// letterhead prints a sender's name and address in one of three ways.
func (l *mail) letterhead(name string, under ...string) {
	s := l.Sheet()
	switch l.r.IntN(3) {
	case 0:
		l.Set(17, page.Bold, name)
		for _, u := range under {
			l.Set(9, page.Regular, u)
		}
	case 1:
		l.Center(16, page.Bold, name)
		for _, u := range under {
			l.Center(8.6, page.Regular, u)
		}
		l.Rule(0.8)
	default:
		s.Fill(l.Left, l.Y, l.Left+30, l.Y+30, 0.35)
		left := l.Left
		l.Within(left+40, l.Right, func() {
			l.Set(15, page.Bold, name)
			for _, u := range under {
				l.Set(8.8, page.Regular, u)
			}
		})
	}
	l.Space(0.6)
}

// signed ends a letter.
func (l *mail) signed(who ...string) {
	l.Space(0.4)
	l.Line(l.word("Sincerely,", "Yours sincerely,", "Respectfully,", "Very truly yours,"))
	l.Space(2)
	l.Lines(l.Left, who...)
	l.Space(0.6)
}

// stands draws how labels and values stand.
func (l *mail) stands() galley.Stand {
	return one(l.r, galley.Columns, galley.Columns, galley.Colon, galley.Under, galley.Flush)
}

// facts prints labels and values, at the left or in a block at the upper right.
func (l *mail) facts(y float64, pairs ...galley.Pair) {
	how, label := l.stands(), one(l.r, page.Regular, page.Bold)
	if y == 0 {
		if how == galley.Flush {
			how = galley.Columns
		}
		l.Pairs(how, label, page.Regular, pairs...)
		l.Space(0.8)
		return
	}
	l.Beside(y, func() {
		l.Within(max(l.Left, 352), 576, func() { l.Pairs(how, label, page.Regular, pairs...) })
	})
	l.Space(0.5)
}
