package letter

import (
	"fmt"

	"noticed"
	"noticed/samples/galley"
	"noticed/samples/notice"
	"noticed/samples/page"
)

// identity is Letter 5071C, 6331C, 4883C or 5747C.
func (p *press) identity() {
	code := p.n.Code
	year, filed := p.year(), "Form 1040-series return"
	if p.n.Periods[0].Form == "" { // the paper names no form
		filed = "federal income tax return"
	}
	p.Para(p.word(
		"We received a tax return for tax year "+year+" using your name and Social Security number (SSN) or individual taxpayer identification number (ITIN).",
		"We received a "+year+" "+filed+" filed under your name and social security number (SSN) or individual taxpayer identification number (ITIN).",
		"We recently received a "+year+" federal income tax return with your name and Social Security number (SSN) or individual taxpayer identification number (ITIN)."))
	p.Para(p.word("To protect you from identity theft, we need to verify your identity before we can process it.",
		"To process your return, issue a refund, or apply the overpayment to next year's estimated tax, we need more information from you. If we don't hear from you, we may not be able to do so."))
	p.Head(p.word("What you need to do", "What you should do"))
	p.ways(code)
	p.Head("If you did file the return")
	p.Para("Have these with you:")
	p.Bullets("This letter", "The "+year+" "+filed+" that it refers to (Form W-2 or 1099 is not a tax return)",
		"A "+filed+" of a year before "+year+", if you filed one", "Forms W-2, 1099, Schedule C or F that you filed with your return")
	if p.chance(60) {
		p.Para("After you verify, it may take up to nine weeks to receive your refund or credit any overpayment to your account. Don't file again and don't call within that time.")
	}
	p.Head("If you did not file the return")
	p.Para("Someone may have used your name. Contact us in the same way and tell us. You may need to complete Form 14039, Identity Theft Affidavit, and should file your own return on paper. See Publication 5027 and www.irs.gov/idtheft.")
	p.more()
	p.closing()
}

// more prints some of what letters on identity say besides.
func (p *press) more() {
	for _, k := range p.r.Perm(len(besides))[:p.r.IntN(len(besides)+1)] {
		p.Head(besides[k][0])
		p.Para(besides[k][1])
	}
}

var besides = [][2]string{
	{"More information", "We may send you a Letter 4310C or a CP01 later. Ask for an Identity Protection PIN, a six-digit number, at www.irs.gov/ippin. A text message or email with our number 5071 or 5747 is never from us."},
	{"What happens next", "If we verify you, we process the return. If there are no other errors, a refund takes up to nine weeks. If there are, we will send you another notice, such as a CP11 or a CP12, or a Letter 4464C if we need 60 more days."},
	{"If someone helps you", "You may have a person whom you authorized with Form 2848, Power of Attorney and Declaration of Representative, with you when you call. We can't verify your identity through that person alone."},
	{"Your rights", "The Taxpayer Bill of Rights describes ten basic rights. The Taxpayer Advocate Service is an independent organization within the IRS: call 1-877-777-4778 or see Form 911. Low Income Taxpayer Clinics are listed in Publication 4134."},
	{"If you moved or changed your name", "Send Form 8822, Change of Address. If your name changed because of marriage or divorce, tell the Social Security Administration (Form SS-5) before you file."},
	{"Do not reply by mail", "We can't verify you from copies of documents sent to us. If you already sent some, you still need to follow the steps above. We received 2,019 replies by mail in one week and could use none."},
	{"Avoid scams", "The IRS doesn't initiate contact by email, text messages or social media. Report such messages to phishing@irs.gov. The online service is free; nobody needs to pay a fee of $39.00 or $99.95 for it."},
}

// ways says how to verify, which is what the letters differ in.
func (p *press) ways(code string) {
	by := p.within(30)
	switch code {
	case notice.L4883C:
		p.Para("Call us at " + p.n.Phone + " " + by + p.word(" to verify your identity and your tax return.", ". This line is only for identity verification.") + " International callers dial 267-941-1000.")
		if p.chance(50) {
			p.Para("If we can't verify you over the telephone, we may ask you to schedule an appointment at a Taxpayer Assistance Center.")
		}
	case notice.L5747C:
		p.Para("Visit your local IRS office in person " + by + ". Call " + p.n.Phone + " to make an appointment at a Taxpayer Assistance Center, and bring a valid U.S. federal or state government issued picture identification and one more identification document.")
		p.Para("You must do this in person" + p.word("; we can't verify you by phone or mail.", ", even if you already called us."))
	default:
		p.Para("Verify your identity " + by + ". " + p.word("Go to our Identity and Tax Return Verification Service at www.idverify.irs.gov", "Use the secure website www.irs.gov/verifyreturn") + ". It's the fastest way.")
		p.Para("If you can't use the website, call us toll-free at " + p.n.Phone + ". The hours are 7 a.m. to 7 p.m. local time, Monday through Friday.")
	}
}

// verification is the CP5071, a notice with labels at the upper right.
func (p *press) verification() {
	n, top := p.n, p.Y
	printed := p.word("CP5071C", "CP5071", "CP5071C", "CP5071F")
	p.numbered = true
	p.Lines(p.Left, "Department of the Treasury", "Internal Revenue Service")
	p.Lines(p.Left, n.Office.Lines...)
	year := func() string { return p.copy(noticed.FieldPeriods, "tax_year", noticed.PlaceHeader, p.year()) }
	pairs := []galley.Pair{
		galley.P("Notice", p.code(noticed.PlaceHeader, printed)), galley.P("Tax year", year()),
		galley.P("Notice date", p.copy(noticed.FieldNoticeDate, "notice_date", noticed.PlaceHeader, notice.Long(n.Date))),
		galley.P(p.word("Social Security number", "Taxpayer ID number"), p.id()), galley.P("To contact us", p.n.Phone)}
	if p.chance(50) {
		pairs = append(pairs, galley.P("Your caller ID", p.word("2", "")+p.digits(4)))
	}
	pairs = append(pairs, galley.P(fmt.Sprintf("Page %d of %d", p.Number(), p.of), ""))
	p.Running = func() {
		for _, t := range [][3]string{
			{"Notice", p.code(noticed.PlaceHeader, printed), ""}, {"Tax year", year(), ""},
			{"Notice date", p.copy(noticed.FieldNoticeDate, "notice_date", noticed.PlaceHeader, notice.Long(n.Date)), ""},
			{p.word("Social Security number"), p.id(), ""}, {fmt.Sprintf("Page %d of %d", p.Number(), p.of), "", ""},
		} {
			p.At(380, 8.6, page.Regular, t[0])
			p.At(500, 8.6, page.Regular, t[1])
			p.Y += 10.6
		}
		p.Y += 12
	}
	p.Sheet().Begin()
	p.Beside(top, func() {
		p.Within(366, 592, func() {
			p.Pairs(p.stand(galley.Columns, galley.Columns, galley.Flush), page.Regular, p.pickFace(page.Regular, page.Bold), pairs...)
		})
	})
	p.Y = max(p.Y+10, 138)
	p.window()
	p.Space(1.6)
	p.Sheet().Begin()
	p.Set(16, page.Bold, p.word("Verify your identity and return", "We need to verify your identity", "Potential identity theft: action required"))
	p.Set(11, page.Bold, p.word("You must verify before we can process your return", "Your "+p.year()+" Form "+n.Periods[0].Form+" return", ""))
	p.Space(0.5)
	p.Para("We received a " + p.year() + " Form " + n.Periods[0].Form + " tax return with your name and Social Security number or individual taxpayer identification number. " + p.word("We need to know that it was you who filed it.", "Before we process it or send a refund, we need you to verify that you filed it."))
	p.Rule(0.8)
	p.Set(12, page.Bold, p.word("What you need to do immediately", "What you need to do"))
	p.Para(p.word("Within 30 days from the date of this notice, ", "You have 30 days from the date of this notice to answer: ") + "sign in or create an account at www.irs.gov/verifyreturn and answer the questions. If you can't, call " + n.Phone + ".")
	p.Head("If you filed this return")
	p.Bullets("Keep this notice, the return and a return of an earlier year at hand", "Choose \"Yes\" and answer about the income and the refund", "Your refund may take up to nine weeks after that")
	p.Head("If you didn't file this return")
	p.Para("Tell us in the same way. We'll remove the return from your account. You don't owe anything because of this notice.")
	p.more()
	p.Head("Additional information")
	p.Bullets("Visit www.irs.gov/cp5071c.", "See Publication 5027, Identity Theft Information for Taxpayers.", "Keep this notice for your records.", "A CP05 or Letter 4464C may follow while we review your refund of "+p.year()+".")
	p.done()
	if p.s.Stuffer {
		p.Leaf()
		p.languages()
	}
}
