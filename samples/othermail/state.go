package othermail

import (
	"fmt"
	"strings"

	"noticed/samples/galley"
	"noticed/samples/notice"
	"noticed/samples/page"
)

// agency is a state's tax office.
type agency struct {
	state  string
	heads  []string // its letterhead, one line each
	words  []string // any of them names it
	where  string
	site   string
	number string // what it calls the number of a case
}

var agencies = []agency{
	{"California", []string{"STATE OF CALIFORNIA", "FRANCHISE TAX BOARD"}, []string{"California", "Franchise"}, "PO BOX 942867, SACRAMENTO CA 94267-0001", "ftb.ca.gov", "FTB ID"},
	{"New York", []string{"New York State", "Department of Taxation and Finance"}, []string{"New York", "Taxation"}, "W A Harriman Campus, Albany NY 12227", "www.tax.ny.gov", "Assessment ID"},
	{"New Jersey", []string{"State of New Jersey", "Department of the Treasury", "Division of Taxation"}, []string{"New Jersey", "Division of Taxation"}, "PO Box 245, Trenton, NJ 08695-0245", "nj.gov/taxation", "DLN"},
	{"Michigan", []string{"State of Michigan", "Department of Treasury"}, []string{"Michigan"}, "Lansing, Michigan 48922", "michigan.gov/taxes", "Assessment Number"},
	{"Ohio", []string{"Ohio", "Department of Taxation"}, []string{"Ohio", "Taxation"}, "P.O. Box 2476, Columbus, OH 43216-2476", "tax.ohio.gov", "Letter ID"},
	{"Illinois", []string{"Illinois Department of Revenue"}, []string{"Illinois", "Revenue"}, "PO Box 19044, Springfield IL 62794-9044", "tax.illinois.gov", "Letter ID"},
	{"Virginia", []string{"COMMONWEALTH OF VIRGINIA", "Department of Taxation"}, []string{"Virginia", "Taxation"}, "P.O. Box 1777, Richmond, VA 23218-1777", "www.tax.virginia.gov", "Bill Number"},
	{"Massachusetts", []string{"Commonwealth of Massachusetts", "Department of Revenue"}, []string{"Massachusetts", "Revenue"}, "PO Box 7021, Boston, MA 02204", "mass.gov/dor", "Letter ID"},
	{"Oregon", []string{"Oregon Department of Revenue"}, []string{"Oregon", "Revenue"}, "955 Center St NE, Salem OR 97301-2555", "www.oregon.gov/dor", "Letter ID"},
	{"Georgia", []string{"Georgia Department of Revenue", "Compliance Division"}, []string{"Georgia", "Revenue"}, "PO Box 105499, Atlanta, GA 30348-5499", "dor.georgia.gov", "Letter ID"},
	{"Pennsylvania", []string{"COMMONWEALTH OF PENNSYLVANIA", "DEPARTMENT OF REVENUE", "BUREAU OF INDIVIDUAL TAXES"}, []string{"Pennsylvania", "Revenue"}, "PO BOX 280510, HARRISBURG PA 17128-0510", "www.revenue.pa.gov", "Notice Number"},
	{"North Carolina", []string{"North Carolina Department of Revenue"}, []string{"North Carolina", "Revenue"}, "PO Box 25000, Raleigh, NC 27640-0150", "www.ncdor.gov", "Notice ID"},
	{"Maryland", []string{"Comptroller of Maryland", "Revenue Administration Division"}, []string{"Maryland", "Comptroller"}, "110 Carroll Street, Annapolis, MD 21411", "marylandtaxes.gov", "Notice Number"},
	{"Kentucky", []string{"COMMONWEALTH OF KENTUCKY", "DEPARTMENT OF REVENUE"}, []string{"Kentucky", "Revenue"}, "501 High Street, Frankfort, KY 40601", "revenue.ky.gov", "Account Number"},
	{"Colorado", []string{"Colorado Department of Revenue", "Taxation Division"}, []string{"Colorado", "Revenue"}, "Denver CO 80261-0004", "tax.colorado.gov", "Letter ID"},
}

// agencyHead prints the head of a state's letter, with the facts of the case.
func (l *mail) agencyHead(a agency, more ...galley.Pair) {
	l.from(joined(a.heads), a.words...)
	top := l.Y
	left := l.Left
	if l.chance(40) { // a seal
		l.Sheet().Frame(left, l.Y, left+34, l.Y+34, 1.4)
		l.Sheet().Frame(left+5, l.Y+5, left+29, l.Y+29, 0.7)
		left += 42
	}
	l.Within(left, 340, func() {
		for i, h := range a.heads {
			l.Set(one(l.r, 11.5, 13)-float64(i), page.Bold, h)
		}
		l.Set(8.6, page.Regular, a.where)
	})
	pairs := append([]galley.Pair{
		galley.P(l.word("Date", "Notice date", "Date of notice", "Date Issued", "Mail date"), l.day(0)),
		galley.P(a.number, l.caseNumber()),
		galley.P(l.word("Account ID", "SSN", "Social Security number", "Taxpayer ID"), l.masked()),
		galley.P(l.word("Tax year", "Tax Period", "Period"), l.taxYear()),
	}, more...)
	if l.chance(60) {
		l.facts(top, pairs...)
		l.window()
		return
	}
	l.window()
	l.facts(0, pairs...)
}

func joined(heads []string) string { return strings.Join(heads, ", ") }

func (l *mail) caseNumber() string {
	return l.word("L0", "L-0", "S", "1", "24") + l.digits(8) + l.word("", "-7", "-001")
}

func (l *mail) taxYear() string {
	y := l.n.Year()
	return l.word(fmt.Sprint(y), fmt.Sprint(y), fmt.Sprintf("12/31/%d", y), fmt.Sprintf("December 31, %d", y))
}

// rest prints some of what follows on a state's notice.
func (l *mail) rest(a agency) {
	groups := []func(){
		func() {
			l.Head(l.word("Payment options", "How to pay", "Ways to pay"))
			l.Bullets("Online at "+a.site+" by bank account or card (a fee applies)", "By check or money order; write the "+a.number+", the tax year and the last four digits of your SSN on it",
				"If you can't pay in full, ask for a payment plan: balances up to $25,000 qualify, for up to 60 months")
		},
		func() {
			l.Head(l.word("Your rights as a taxpayer", "Taxpayer Bill of Rights", "If you disagree"))
			l.Para("You may represent yourself or have an attorney, accountant or enrolled agent represent you. You may ask for an abatement of penalties for reasonable cause. You may appeal our decision to the tax court of the state within 90 days of the date of the final determination.")
		},
		func() {
			l.Head(l.word("Interest and penalties", "How we figure interest"))
			l.Para(fmt.Sprintf("Interest is charged from the original due date of the return, April 15, %d, at a rate set each year. The late payment penalty is one half of one percent a month, up to 25 percent.", l.n.Year()+1))
		},
		func() {
			l.Head(l.word("Collection actions", "What happens if you don't pay"))
			l.Para("We may file a notice of state tax lien with the county recorder, garnish your wages, levy your bank accounts, refer the account to a private collection agency, suspend your driver license, or offset your federal and state refunds.")
		},
		func() {
			l.Head(l.word("Questions?", "Contact us", "For more information"))
			l.Para("Visit " + a.site + " or call 800-555-01" + l.digits(2) + " weekdays, 8 a.m. to 5 p.m. Have this notice ready. TTY users dial 711.")
		},
		func() {
			l.Head("Federal changes")
			l.Para("If the Internal Revenue Service changes your federal return, you must tell us within six months. A CP2000, a CP21A or an examination report is such a change. Filing an amended federal return (Form 1040-X) is one too.")
		},
	}
	l.r.Shuffle(len(groups), func(i, j int) { groups[i], groups[j] = groups[j], groups[i] })
	for _, g := range groups[:1+l.r.IntN(len(groups))] {
		g()
	}
}

// stub prints a payment coupon at the foot of the first sheet, where there is
// room for one.
func (l *mail) stub(name, amount, by string) {
	if l.Number() > 1 || l.Y > 610 || l.chance(30) {
		return
	}
	l.Y = 626
	l.Sheet().Begin()
	l.Sheet().Dashes(l.Left-20, l.Right+20, l.Y, 0.7, 5, 3)
	l.Space(0.6)
	l.Center(8.4, page.Regular, l.word("Detach here and return this portion with your payment", "Return this coupon with your check or money order"))
	y := l.Y
	l.Lines(l.Left, l.name(), l.n.Street, l.n.Town)
	l.Beside(y, func() {
		l.Within(340, l.Right, func() {
			l.Pairs(galley.Columns, page.Regular, page.Bold, galley.P(l.word("Amount due", "Pay this amount"), amount), galley.P(l.word("Due date", "Pay by"), by))
		})
	})
	l.Line("Make payable to: " + name)
}

// bill rows: tax, penalty and interest of a state bill.
func (l *mail) assessed() (galley.Table, string) {
	tax, penalty, interest := l.money(9000), l.money(800), l.money(500)
	paid := l.money(300)
	rows := [][]string{
		{l.word("Tax", "Tax due", "Income tax assessed"), notice.Dollars(tax)},
		{l.word("Penalty", "Late payment penalty", "Collection penalty"), notice.Figures(penalty)},
		{l.word("Interest", "Interest to "+l.day(30), "Interest charges"), notice.Figures(interest)},
		{l.word("Payments and credits", "Less payments"), notice.Figures(-paid)},
	}
	total := notice.Dollars(tax + penalty + interest - paid)
	return galley.Table{
		Columns: []galley.Column{{Title: l.word("Description", "Summary", "Billing summary"), Wide: 0.7}, {Title: "Amount", Right: true}},
		Rows:    rows, Sum: []string{l.word("Amount due", "Total due", "Balance due"), total}, Grid: l.chance(40),
	}, total
}

func (l *mail) stateBill() {
	a := one(l.r, agencies...)
	l.agencyHead(a)
	table, total := l.assessed()
	l.Set(13, page.Bold, l.word("Notice of "+a.state+" Income Tax Due", "Notice and Demand for Payment of Tax Due", "Statement of Account", "Notice of Assessment", "You have a balance due for "+fmt.Sprint(l.n.Year())))
	l.Set(12, page.Bold, l.word("Amount due: ", "Balance due: ", "Pay this amount: ")+total)
	l.Space(0.5)
	by := l.day(one(l.r, 15, 21, 30, 45))
	l.Para(fmt.Sprintf("Our records show unpaid %s individual income tax for %d. %s", a.state, l.n.Year(), l.word(
		"Information we received from the Internal Revenue Service shows that your federal return was changed.",
		"You filed your return without full payment.",
		"We compared your state return with the federal Form 1040 you filed with the IRS and found a difference.")))
	l.Table(table)
	l.Para("Pay the amount due by " + by + " to avoid more penalty and interest. You can pay online at " + a.site + ".")
	l.Para(l.word("If you do not agree, file a written protest with this office within 60 days of the date of this notice.",
		"You may request an informal conference within 30 days. You have 90 days from the date of this notice to file a petition for a hearing with the state tax appeals board."))
	l.Para("If you don't pay, the state may file a lien, levy on your bank account or wages, or take your federal income tax refund through the Treasury Offset Program.")
	l.rest(a)
	l.stub(joined(a.heads), total, by)
}

func (l *mail) stateLevy() {
	a := one(l.r, agencies...)
	l.agencyHead(a, galley.P("Notice", l.word("FTB 4963", "DTF-978", "Form 3149", "COL-20", "PA-40 D", "C-21")))
	table, total := l.assessed()
	l.Set(13, page.Bold, l.word("FINAL NOTICE BEFORE LEVY", "Notice of Intent to Levy", "Intent to Offset Federal Income Tax Refund", "Notice of State Tax Lien", "Intent to Seize or Levy", "Tax Warrant"))
	l.Space(0.4)
	by := l.day(one(l.r, 10, 20, 30, 60))
	l.Para(fmt.Sprintf("You have not paid %s in %s income tax, penalty and interest for tax year %d. This is our final notice of our intent to levy on your property or rights to property.", total, a.state, l.n.Year()))
	l.Table(table)
	l.Head(l.word("What you need to do", "What you need to do immediately", "How to stop this action"))
	l.Bullets("Pay "+total+" by "+by+".",
		"If you can't pay the full amount, ask us for an installment agreement at "+a.site+".",
		"If you filed for bankruptcy, call us.")
	l.Head("Your rights")
	l.Para(l.word("You may request a hearing in writing within 30 days from the date of this notice. We will not levy while your request is pending.",
		"You have the right to an administrative review. Your request must be postmarked by "+by+"."))
	l.Para("Your debt may also be submitted to the U.S. Department of the Treasury for offset against your federal refund (31 CFR 285.8). An IRS notice about an offset, such as a CP49, comes from the Internal Revenue Service and not from us.")
	l.rest(a)
	l.stub(joined(a.heads), total, by)
}

func (l *mail) stateRefund() {
	a := one(l.r, agencies...)
	l.agencyHead(a)
	refund, claimed := l.money(900), l.money(2000)
	claimed += refund
	l.Set(13, page.Bold, l.word("Your refund was changed", "Refund adjustment notice", "Notice of Offset of "+a.state+" Refund", "Explanation of adjusted refund"))
	l.Space(0.4)
	l.Para(fmt.Sprintf("We changed your %d %s return. Your refund is %s instead of the %s that you claimed.", l.n.Year(), a.state, notice.Dollars(refund), notice.Dollars(claimed)))
	l.Table(galley.Table{
		Columns: []galley.Column{{Title: "Item", Wide: 0.5}, {Title: "As you reported", Right: true}, {Title: "As we corrected", Right: true}},
		Rows: [][]string{
			{"Overpayment", notice.Dollars(claimed), notice.Dollars(claimed)},
			{l.word("Applied to a debt with another agency", "Sent to the Internal Revenue Service", "Earned income credit not allowed"), "0.00", notice.Figures(refund - claimed)},
		},
		Sum: []string{"Your refund", notice.Dollars(claimed), notice.Dollars(refund)},
	})
	l.Para("Federal law lets a state send a refund to the Internal Revenue Service for unpaid federal tax. If you owe the IRS, call 1-800-829-1040. We can't answer questions about your federal account.")
	l.Para("If you disagree, write to us within " + l.word("30", "60", "90") + " days of " + l.day(0) + ". No payment is needed.")
	l.rest(a)
	l.Fine("Form " + l.word("IT-201-N", "ND-14", "RC-1040", "NC-1") + " (Rev. 01-" + fmt.Sprint(l.n.Date.Year) + ")     " + a.site)
}

func (l *mail) stateAudit() {
	a := one(l.r, agencies...)
	l.agencyHead(a)
	by := l.day(30)
	l.Set(12.5, page.Bold, l.word("Request for information about your return", "Your return was selected for review", "Verify your identity", "Letter of Inquiry", "Notice of field audit"))
	l.Space(0.4)
	l.Line("Dear Taxpayer:")
	l.Space(0.5)
	l.Para(fmt.Sprintf("We are reviewing your %d %s individual income tax return. To complete our review we need copies of the documents listed below by %s.", l.n.Year(), a.state, by))
	l.Bullets("Federal Form 1040 with all schedules, as filed with the IRS", "Forms W-2 and 1099 that show state tax withheld", "Any IRS notice, such as a CP2000 or CP22A, for the same year")
	l.Para("If we do not receive your answer by " + by + ", we will adjust your return with the information that we have. Your refund of " + notice.Dollars(l.money(3000)) + " is held until then.")
	l.Para("Send your documents with this letter to the address above, or upload them at " + a.site + ". You may have someone represent you: send us your power of attorney; the federal Form 2848 is not accepted for state matters.")
	l.signed(l.word("R. Ames, Revenue Examiner", "Audit Division", "Personal Tax Audit Unit 7"), "(800) 555-01"+l.digits(2))
}

func (l *mail) stateProposal() {
	a := one(l.r, agencies...)
	l.agencyHead(a)
	table, total := l.assessed()
	by := l.day(one(l.r, 60, 90, 30))
	l.Set(13, page.Bold, l.word("Notice of Proposed Assessment", "Notice of Deficiency", "Notice of Intent to Assess", "Proposed changes to your "+fmt.Sprint(l.n.Year())+" return"))
	l.Space(0.4)
	l.Para(fmt.Sprintf("The Internal Revenue Service told us of changes that it made to your %d federal return (a federal CP2000 or examination report). %s law requires you to report such changes to us within six months; you did not.", l.n.Year(), a.state))
	l.Table(table)
	l.Para("The proposed amount of " + total + " becomes final unless you protest by " + by + ". Your protest must be in writing, be signed and say why you disagree.")
	l.Para("If you agree, sign below and return a copy with your payment. Interest runs until the tax is paid.")
	l.Space(1)
	l.Sheet().Rule(l.Left, l.Left+220, l.Y, 0.6)
	l.Sheet().Rule(l.Left+260, l.Left+380, l.Y, 0.6)
	l.At(l.Left+260, l.Size, page.Regular, "Date")
	l.Line("Signature")
	l.rest(a)
	l.Fine(l.word("FTB 5830C ", "AU-16 ", "IT-NPA ", "EDC-33 ") + "(REV 0" + l.digits(1) + "-2019)")
}

func (l *mail) city() {
	c := one(l.r,
		[3]string{"City of Riverton", "Division of Income Tax", "Riverton"},
		[3]string{"Central Collection Agency", "Municipal Income Tax, City of Lakemont", "Lakemont"},
		[3]string{"City of Philadelphia", "Department of Revenue", "Philadelphia"},
		[3]string{"City of Columbus", "Income Tax Division", "Columbus"})
	l.from(c[0]+", "+c[1], c[2], c[0])
	l.letterhead(c[0], c[1], "50 W Gay Street, 4th Floor")
	table, total := l.assessed()
	by := l.day(30)
	l.facts(0, galley.P("Date", l.day(0)), galley.P("Account", l.digits(7)), galley.P("Tax year", fmt.Sprint(l.n.Year())))
	l.window()
	l.Set(12.5, page.Bold, l.word("Notice of Municipal Income Tax Due", "City wage tax: balance due", "Failure to file a city income tax return"))
	l.Space(0.4)
	l.Para(fmt.Sprintf("A comparison with federal information from the IRS shows that you had income in the city in %d. Your municipal income tax is unpaid.", l.n.Year()))
	l.Table(table)
	l.Para("Pay " + total + " by " + by + ". If you disagree you may appeal to the Board of Tax Review within 60 days.")
	l.stub(c[0], total, by)
}

func (l *mail) property() {
	c := one(l.r, "Clermont County", "Jefferson County", "Lane County", "Harris County")
	l.from(c+" Treasurer", c, c[:len(c)-7])
	l.letterhead(c+" Treasurer", "Real Estate Tax Bill", "101 E Main Street")
	total := l.money(6000)
	l.window()
	by := l.day(one(l.r, 20, 35))
	l.facts(0, galley.P("Parcel number", l.digits(2)+"-"+l.digits(6)+"."+l.digits(3)), galley.P("Tax year", fmt.Sprint(l.n.Date.Year-1)),
		galley.P("Bill date", slashed(l.n.Date)), galley.P("Appraised value", notice.Dollars(total*70)), galley.P("Due date", by))
	l.Table(galley.Table{
		Columns: []galley.Column{{Title: "Taxing district", Wide: 0.6}, {Title: "Rate", Right: true}, {Title: "Amount", Right: true}},
		Rows: [][]string{
			{"School district", "41.20", notice.Figures(total / 2)}, {"County general fund", "9.70", notice.Figures(total / 4)},
			{"Township and fire", "12.05", notice.Figures(total - total/2 - total/4)},
		},
		Sum: []string{"Full year tax", "", notice.Dollars(total)}, Grid: true,
	})
	l.Para("A 10% penalty is added after " + by + ". Unpaid taxes become a lien on the property and may be sold at a tax lien sale.")
	l.stub(c+" Treasurer", notice.Dollars(total), by)
}
