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
	year := p.year()
	p.Para(p.word(
		"We received a tax return for tax year "+year+" using your name and Social Security number (SSN) or individual taxpayer identification number (ITIN).",
		"We received a "+year+" federal income tax return, Form 1040-series, filed under your name and social security number (SSN) or individual taxpayer identification number (ITIN).",
		"We recently received a "+year+" federal income tax return with your name and Social Security number (SSN) or individual taxpayer identification number (ITIN)."))
	p.Para(p.word("To protect you from identity theft, we need to verify your identity before we can process it.",
		"To process your return, issue a refund, or apply the overpayment to next year's estimated tax, we need more information from you. If we don't hear from you, we may not be able to do so."))
	p.Head(p.word("What you need to do", "What you should do"))
	p.ways(code)
	p.Head("If you did file the return")
	p.Para("Have these with you:")
	p.Bullets("This letter", "The "+year+" Form 1040-series return that it refers to (Form W-2 or 1099 is not a tax return)",
		"A Form 1040-series return of a year before "+year+", if you filed one", "Forms W-2, 1099, Schedule C or F that you filed with your return")
	if p.chance(60) {
		p.Para("After you verify, it may take up to nine weeks to receive your refund or credit any overpayment to your account. Don't file again and don't call within that time.")
	}
	p.Head("If you did not file the return")
	p.Para("Someone may have used your name. Contact us in the same way and tell us. You may need to complete Form 14039, Identity Theft Affidavit, and should file your own return on paper. See Publication 5027 and www.irs.gov/idtheft.")
	if p.chance(50) {
		p.Head("More information")
		p.Para("We may send you a Letter 4310C or a CP01 later. Ask for an Identity Protection PIN, a six-digit number, at www.irs.gov/ippin. Our number 5071 or 5747 on a text message or email is never from us.")
	}
	p.closing()
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
		galley.P(p.word("Social Security number", "Taxpayer ID number"), p.id(noticed.PlaceHeader)), galley.P("To contact us", p.n.Phone)}
	if p.chance(50) {
		pairs = append(pairs, galley.P("Your caller ID", p.word("2", "")+p.digits(4)))
	}
	pairs = append(pairs, galley.P(fmt.Sprintf("Page %d of %d", p.Number(), p.of), ""))
	p.Running = func() {
		for _, t := range [][3]string{
			{"Notice", p.code(noticed.PlaceHeader, printed), ""}, {"Tax year", year(), ""},
			{"Notice date", p.copy(noticed.FieldNoticeDate, "notice_date", noticed.PlaceHeader, notice.Long(n.Date)), ""},
			{p.word("Social Security number"), p.id(noticed.PlaceHeader), ""}, {fmt.Sprintf("Page %d of %d", p.Number(), p.of), "", ""},
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
	p.Set(11, page.Bold, p.word("You must verify before we can process your return", "Your "+p.year()+" Form 1040 return", ""))
	p.Space(0.5)
	p.Para("We received a " + p.year() + " Form " + n.Periods[0].Form + " tax return with your name and Social Security number or individual taxpayer identification number. " + p.word("We need to know that it was you who filed it.", "Before we process it or send a refund, we need you to verify that you filed it."))
	p.Rule(0.8)
	p.Set(12, page.Bold, p.word("What you need to do immediately", "What you need to do"))
	p.Para(p.word("Within 30 days from the date of this notice, ", "You have 30 days from the date of this notice to answer: ") + "sign in or create an account at www.irs.gov/verifyreturn and answer the questions. If you can't, call " + n.Phone + ".")
	p.Head("If you filed this return")
	p.Bullets("Keep this notice, the return and a return of an earlier year at hand", "Choose \"Yes\" and answer about the income and the refund", "Your refund may take up to nine weeks after that")
	p.Head("If you didn't file this return")
	p.Para("Tell us in the same way. We'll remove the return from your account. You don't owe anything because of this notice.")
	p.Head("Additional information")
	p.Bullets("Visit www.irs.gov/cp5071c.", "See Publication 5027, Identity Theft Information for Taxpayers.", "Keep this notice for your records.", "A CP05 or Letter 4464C may follow while we review your refund of "+p.year()+".")
	p.done()
	if p.s.Stuffer {
		p.Leaf()
		p.languages()
	}
}
