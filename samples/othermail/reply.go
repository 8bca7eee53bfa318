package othermail

import (
	"fmt"
	"strings"

	"noticed/samples/galley"
	"noticed/samples/notice"
	"noticed/samples/page"
)

var practices = [][2]string{
	{"Ledgerwood & Finch, Certified Public Accountants", "Ledgerwood"}, {"Marlow Tax & Accounting, PLLC", "Marlow"},
	{"Osgood Pell Advisors, CPAs", "Osgood"}, {"Tilden & Rusk, LLP", "Tilden"},
}

var signers = []string{"Harriet Finch, CPA", "Owen Marlow, EA", "Judith Pell, CPA", "S. Rusk, Attorney at Law"}

func (l *mail) practice() string {
	p := one(l.r, practices...)
	l.from(p[0], p[1])
	l.letterhead(p[0], l.word("400 Commerce Row, Suite 12, Salem, OR 97301   (503) 555-0176", "88 Court Square, Ashland, KY 41101  -  Tel 606-555-0112  -  Fax 606-555-0113"))
	return p[0]
}

var irsOffices = [][]string{
	{"Internal Revenue Service", "AUR Campus", "P.O. Box 219236", "Kansas City, MO 64121"},
	{"Department of the Treasury", "Internal Revenue Service", "Fresno, CA 93888-0419"},
	{"Internal Revenue Service", "ACS Support - Stop 813G", "P.O. Box 145566", "Cincinnati, OH 45250-5566"},
	{"Internal Revenue Service", "Attn: Correspondence Unit", "Ogden, UT 84201-0039"},
}

var otherCodes = []string{"CP14", "CP2000", "LT11", "CP504", "CP503", "Letter 1058", "CP90", "CP523", "CP3219A", "CP22A", "Letter 3172"}

// subject prints the lines on what a reply is about: all that a notice has in
// its head, in another's letter.
func (l *mail) subject(code string) {
	n := l.n
	l.Pairs(one(l.r, galley.Columns, galley.Colon), page.Bold, page.Regular,
		galley.P("Re", l.word("Notice ", "IRS Notice ", "Response to Notice ", "Your notice ")+code), galley.P(l.word("Taxpayer", "Taxpayers", "Our client"), l.name()),
		galley.P(l.word("SSN", "Taxpayer ID", "Social Security number"), l.unissued()),
		galley.P(l.word("Notice date", "Date of notice", "Dated"), notice.Long(n.Date)), galley.P(l.word("Tax year", "Tax period", "Form and year"), l.word("", "Form 1040, ")+fmt.Sprint(n.Year())),
		galley.P("Amount", notice.Dollars(n.Balance)))
	l.Space(0.6)
}

func (l *mail) replyOfCPA() {
	l.practice()
	l.Line(l.day(9 + l.r.IntN(15)))
	l.Space(0.8)
	if l.chance(40) {
		l.Line(l.word("VIA CERTIFIED MAIL, RETURN RECEIPT REQUESTED", "BY FAX AND U.S. MAIL"))
	}
	l.Lines(l.Left, one(l.r, irsOffices...)...)
	l.Space(0.8)
	code := one(l.r, otherCodes...)
	l.subject(code)
	l.Line(l.word("Dear Sir or Madam:", "To whom it may concern:", "Dear Internal Revenue Service:"))
	l.Space(0.5)
	l.Para(l.word(
		"We represent the above taxpayer; a Form 2848, Power of Attorney, is enclosed. We are writing in response to the "+code+" dated "+notice.Long(l.n.Date)+", which proposes an amount due of "+notice.Dollars(l.n.Balance)+".",
		"On behalf of our client we disagree with the changes shown on your notice "+code+". The notice says that "+notice.Dollars(l.n.Balance)+" is due by "+l.day(21)+"."))
	switch l.r.IntN(3) {
	case 0:
		l.Para("The amount of " + notice.Dollars(l.money(9000)) + " reported on Form 1099-K was included in gross receipts on Schedule C, line 1. A reconciliation is attached. The proposed tax, the accuracy-related penalty and the interest should be removed.")
	case 1:
		l.Para("Our client paid this balance on " + l.day(-40) + ". We enclose copies of both sides of the cancelled check. Please credit the payment and abate the failure-to-pay penalty under the first-time abatement policy.")
	default:
		l.Para("Enclosed is Form 12153, Request for a Collection Due Process or Equivalent Hearing, for the periods listed. The request is timely: the notice of intent to levy gives until " + l.day(30) + " to ask for a hearing. Please hold collection action while it is pending.")
	}
	l.Para("Please send us a written answer. If you need more, call the undersigned at (503) 555-0176. We ask for an extension of 30 days if this letter should not settle the matter.")
	l.signed(one(l.r, signers...))
	enclosures := l.chance(35)
	l.Fine("Enclosures: copy of notice " + code + ", Form 2848, " + l.word("reconciliation", "cancelled check", "Form 12153") + "    cc: client")
	if enclosures {
		l.reconciliation()
	}
}

// reconciliation is the sheet of figures behind a reply.
func (l *mail) reconciliation() {
	l.Leaf()
	n := l.n
	l.Set(13, page.Bold, fmt.Sprintf("%s - reconciliation of reported income, %d", l.name(), n.Year()))
	l.Space(0.8)
	t := galley.Table{Columns: []galley.Column{{Title: "Payer", Wide: 0.34}, {Title: "Form"}, {Title: "Shown on return", Right: true}, {Title: "Reported to IRS", Right: true}, {Title: "Difference", Right: true}}, Grid: l.chance(50)}
	for range 3 + l.r.IntN(5) {
		shown := l.money(20_000)
		other := shown
		if l.chance(40) {
			other += l.money(2000)
		}
		t.Rows = append(t.Rows, []string{one(l.r, payers...)[0], l.word("W-2", "1099-NEC", "1099-K", "1099-INT", "1099-B"), notice.Figures(shown), notice.Figures(other), notice.Figures(other - shown)})
	}
	l.Table(t)
	l.Para("Tax on the corrected income " + notice.Dollars(l.money(9000)) + "; tax as proposed " + notice.Dollars(n.Balance) + "; amount that we agree is due " + notice.Dollars(l.money(400)) + ".")
}

func (l *mail) replyOfClient() {
	n := l.n
	l.from(l.name(), strings.Fields(l.name())...)
	l.Lines(l.Left, l.name(), n.Street, n.Town)
	l.Space(1)
	l.Line(l.day(12))
	l.Space(1)
	l.Lines(l.Left, one(l.r, irsOffices...)...)
	l.Space(1)
	code := one(l.r, otherCodes...)
	if l.chance(60) {
		l.subject(code)
	}
	l.Line("Dear IRS,")
	l.Space(0.6)
	l.Para(fmt.Sprintf("I got your letter %s about my %d taxes and I don't agree. You say I owe %s. I already paid in %s and I am sending the proof with this letter.", code, n.Year(), notice.Dollars(n.Balance), n.Date.AddDays(-60).Month))
	l.Para(l.word("I can't pay it all now. I can pay $150 a month. Please don't levy my bank account.", "Please take the penalty off. I was in the hospital from "+l.day(-90)+" to "+l.day(-70)+"."))
	l.signed(l.name(), "SSN "+l.unissued(), "Phone 555-01"+l.digits(2))
}

// formHead prints the head of an IRS form. Who issues a form that a client
// filled in is a matter of taste: no issuer is asked for.
func (l *mail) formHead(number, rev, title string) {
	s := l.Sheet()
	s.Put(l.Left, l.Y+10, 8, page.Regular, "Form")
	s.Put(l.Left+22, l.Y+20, 19, page.Bold, number)
	s.Put(l.Left, l.Y+31, 7, page.Regular, "(Rev. "+rev+")")
	s.Put(l.Left, l.Y+40, 6.6, page.Regular, "Department of the Treasury")
	s.Put(l.Left, l.Y+48, 6.6, page.Regular, "Internal Revenue Service")
	y := l.Y + 16
	for _, t := range page.Wrap(l.M, page.Bold, 12.5, 270, title) {
		s.Center(l.M, 320, y, 12.5, page.Bold, t)
		y += 15
	}
	s.Right(l.M, l.Right, l.Y+14, 7, page.Regular, "OMB No. 1545-0"+l.digits(3))
	l.Y += 54
	l.Rule(1)
}

func (l *mail) form2848() {
	n := l.n
	l.formHead("2848", l.word("January 2021", "September 2024"), "Power of Attorney and Declaration of Representative")
	l.Size = 9.4
	l.Head("Part I    Power of Attorney")
	l.grid([]float64{62, 62},
		said(0, 0, 0.6, "1  Taxpayer information. Taxpayer name and address", l.who()...), said(0, 0.6, 0.4, "Taxpayer identification number(s)", l.unissued()),
		said(1, 0, 0.6, "2  Representative(s). Name and address", one(l.r, signers...), "400 Commerce Row", "Salem, OR 97301"), said(1, 0.6, 0.4, "CAF No. / PTIN / Telephone No.", l.digits(4)+"-"+l.digits(5)+"R", "P0"+l.digits(7), "(503) 555-0176"))
	l.Para("3  Acts authorized (you are required to complete line 3). I authorize my representative(s) to receive and inspect my confidential tax information and to perform acts I can perform with respect to the tax matters described below.")
	l.Table(galley.Table{
		Columns: []galley.Column{{Title: "Description of Matter (Income, Employment, Civil Penalty, etc.)", Wide: 0.42}, {Title: "Tax Form Number (1040, 941, 720, etc.)", Wide: 0.28}, {Title: "Year(s) or Period(s)"}},
		Rows:    [][]string{{"Income", "1040", fmt.Sprintf("%d - %d", n.Year()-2, n.Year())}, {"Civil Penalty", "CIVPEN", fmt.Sprint(n.Year())}}, Grid: true,
	})
	l.Para("4  Specific use not recorded on the Centralized Authorization File (CAF)     [ ]")
	l.Para("7  Retention/revocation of prior power(s) of attorney. The filing of this power of attorney automatically revokes all earlier power(s) of attorney on file with the IRS for the same matters.")
	l.Para("Taxpayer declaration and signature.    " + l.name() + "        Date " + slashed(n.Date.AddDays(3)))
	l.Fine("For Privacy Act and Paperwork Reduction Act Notice, see the instructions.     Cat. No. 11980J     Form 2848 (Rev. 1-2021)")
}

func (l *mail) form12153() {
	n := l.n
	l.formHead("12153", l.word("December 2013", "July 2022"), "Request for a Collection Due Process or Equivalent Hearing")
	l.Size = 9.4
	l.Para("Use this form to request a Collection Due Process (CDP) or equivalent hearing with the IRS Independent Office of Appeals if you received a CDP lien or levy notice (LT11, Letter 1058, CP90, CP297, Letter 3172).")
	l.grid([]float64{26, 26, 44},
		said(0, 0, 0.6, "1. Taxpayer name", strings.ToUpper(l.name())), said(0, 0.6, 0.4, "2. Social security number", l.unissued()),
		said(1, 0, 0.6, "3. Taxpayer name (spouse)"), said(1, 0.6, 0.4, "4. Date of the CDP notice", slashed(n.Date)),
		said(2, 0, 1, "5. Current address", n.Street, n.Town))
	l.Head("6. Tax information as shown on the lien or levy notice")
	l.Table(galley.Table{
		Columns: []galley.Column{{Title: "Type of Tax", Wide: 0.3}, {Title: "Tax Form Number", Wide: 0.3}, {Title: "Tax Period or Periods"}},
		Rows:    [][]string{{"Income", "1040", fmt.Sprint(n.Year())}, {"Income", "1040", fmt.Sprint(n.Year() - 1)}}, Grid: true,
	})
	l.Head("7. Basis for hearing request")
	for i, t := range []string{"Filed Notice of Federal Tax Lien", "Proposed levy or actual levy", "Equivalent hearing: I want one if my request for a CDP hearing is late"} {
		l.Tick(l.Left+10, i == 1 || i == 2 && l.chance(50), t)
		l.Y += l.Lead
	}
	l.Head("8. Collection alternative")
	for _, t := range []string{"Installment agreement", "Offer in compromise", "I cannot pay balance"} {
		l.Tick(l.Left+10, l.chance(40), t)
		l.Y += l.Lead
	}
	l.Space(0.4)
	l.Para("9. Reason: " + l.word("The balance of "+notice.Dollars(n.Balance)+" was paid.", "I was not given credit for my withholding.", "Levy would cause a hardship."))
	l.Para("Signature   " + l.name() + "       Date " + slashed(n.Date.AddDays(20)))
	l.Fine("Your request must be postmarked on or before the date in the notice. Send it to the address on your lien or levy notice.     Catalog Number 26685D     www.irs.gov     Form 12153")
}

func (l *mail) form9465() {
	n := l.n
	l.formHead("9465", "September 2020", "Installment Agreement Request")
	l.Size = 9.4
	l.Para("If you are filing this form with your tax return, attach it to the front of the return.")
	for _, row := range [][2]string{
		{"1a  Your first name, initial and last name", l.name()}, {"1a  Your social security number", l.unissued()},
		{"2  Current address", n.Street + ", " + n.Town}, {"This request is for Form(s)", "1040 for tax year(s) " + fmt.Sprint(n.Year())},
		{"5  Enter the total amount you owe as shown on your tax return(s) (or notice(s))", notice.Dollars(n.Balance)},
		{"8  Enter the amount of any payment you're making with this request", notice.Dollars(l.money(300))},
		{"9  Amount owed", notice.Dollars(n.Balance)}, {"11a  Enter the amount you can pay each month", "$" + l.word("150.00", "275.00", "600.00")},
		{"12  Enter the day you want to make your payment each month", l.word("15", "28", "1")},
	} {
		l.Need(2 * l.Lead)
		l.Line(row[0])
		l.At(l.Left+24, l.Size, page.Bold, row[1])
		l.Y += l.Lead * 1.3
	}
	l.Para("Your signature  " + l.name() + "      Date  " + slashed(n.Date.AddDays(14)))
	l.Fine("If you received a notice such as CP523, do not use this form; call the number on the notice.    Cat. No. 14842Y    Form 9465 (Rev. 9-2020)")
}

func (l *mail) fax() {
	l.practice()
	l.Set(26, page.Bold, l.word("FAX", "FACSIMILE COVER SHEET", "Fax Transmission"))
	l.Space(0.6)
	l.Pairs(one(l.r, galley.Columns, galley.Colon), page.Bold, page.Regular,
		galley.P("To", l.word("Internal Revenue Service, ACS Support", "IRS Practitioner Priority Service", "Revenue Officer, Group 14")), galley.P("Fax", "855-555-01"+l.digits(2)),
		galley.P("From", one(l.r, signers...)), galley.P("Date", l.day(10)), galley.P("Pages", l.word("3", "12", "7")+" including cover"),
		galley.P("Re", fmt.Sprintf("%s, tax year %d, %s, %s", one(l.r, otherCodes...), l.n.Year(), l.name(), l.masked())))
	l.Space(1)
	l.Rule(1)
	l.Para(l.word("Urgent: hearing request, due "+l.day(30)+". Please confirm receipt.", "Per our call today. Balance "+notice.Dollars(l.n.Balance)+".", "Please see attached."))
	l.Space(3)
	l.Fine("CONFIDENTIALITY NOTICE: This facsimile contains confidential tax return information. If you are not the intended recipient, any disclosure or copying is prohibited. Please notify us and destroy it.")
}
