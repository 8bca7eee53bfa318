package othermail

import (
	"fmt"

	"noticed/samples/galley"
	"noticed/samples/notice"
	"noticed/samples/page"
)

func (l *mail) taxCourt() {
	l.from("United States Tax Court", "Tax Court")
	l.Center(14, page.Bold, "UNITED STATES TAX COURT")
	l.Center(10, page.Regular, "www.ustaxcourt.gov")
	l.Center(10, page.Regular, "400 Second Street, NW, Washington, DC 20217")
	l.Space(1)
	y := l.Y
	l.Lines(l.Left, l.name()+",", "                    Petitioner(s)", "          v.", "COMMISSIONER OF INTERNAL REVENUE,", "                    Respondent")
	l.Beside(y+2*l.Lead, func() {
		l.Lines(370, fmt.Sprintf("Docket No. %s-%02d%s", l.digits(5), l.n.Date.Year%100, l.word("", "S", "L")))
	})
	l.Space(1)
	l.Center(12, page.Bold, l.word("NOTICE OF RECEIPT OF PETITION", "NOTICE SETTING CASE FOR TRIAL", "ORDER", "NOTICE OF CHANGE OF BENEFICIAL CITATION"))
	l.Space(0.6)
	switch l.r.IntN(3) {
	case 0:
		l.Para("The Court received and filed your petition on " + l.day(-6) + " and served a copy on respondent, the Commissioner of Internal Revenue. The notice of deficiency attached to it is dated " + l.day(-80) + " and determines a deficiency of " + notice.Dollars(l.n.Balance) + ".")
		l.Para("Within 60 days from the date of service the Internal Revenue Service must file an answer. You don't need to reply to an answer unless it raises new matters. Your filing fee of $60.00 has been received.")
	case 1:
		l.Para("The parties are notified that the above case is set for trial at the Trial Session beginning at 10:00 a.m. on " + l.day(150) + " in " + l.word("Columbus, Ohio.", "Portland, Oregon.", "Hartford, Connecticut.") + " Your case may be dismissed if you don't appear.")
		l.Para("The parties shall submit pretrial memoranda by " + l.day(129) + ".")
	default:
		l.Para("Upon due consideration, it is ORDERED that, on or before " + l.day(21) + ", petitioner shall file a proper amended petition and pay the filing fee of $60.00, or this case may be dismissed for lack of jurisdiction.")
	}
	l.signed(l.word("Clerk of the Court", "(Signed) Chief Judge"), "Dated: "+l.day(0))
}

func (l *mail) socialSecurity() {
	l.from("Social Security Administration", "Social Security")
	top := l.Y
	l.Set(16, page.Bold, "Social Security Administration")
	l.Set(12, page.Bold, l.word("Important Information", "Retirement, Survivors and Disability Insurance", "Notice of Overpayment", "Notice of Change in Payment"))
	l.facts(top+34, galley.P("Date", l.day(0)), galley.P("Claim Number", "XXX-XX-"+l.digits(4)+"A"), galley.P("BNC#", l.digits(2)+"AB"+l.digits(6)))
	l.window()
	m := l.money(4000)
	switch l.r.IntN(3) {
	case 0:
		l.Para("We are writing to tell you that you were paid " + notice.Dollars(m) + " too much in benefits. You should refund this overpayment within 30 days.")
		l.Para("If you disagree, you have the right to appeal. You have 60 days to ask for an appeal, from the day after you receive this letter; we assume you got it 5 days after its date. If you appeal by " + l.day(35) + " we won't take the money back until we decide.")
		l.Para("If you don't repay, we may withhold your benefits or refer the debt to the Department of the Treasury for offset against your federal tax refund.")
	case 1:
		l.Para(fmt.Sprintf("Your new monthly benefit for %d is %s before deductions. The Internal Revenue Service told us your modified adjusted gross income; because of it your Medicare Part B premium is %s.", l.n.Date.Year+1, notice.Dollars(m/2), notice.Dollars(m/20)))
		l.Para("If you think the tax return information is wrong, ask the IRS for a corrected Form 1040 or transcript. You have 60 days to appeal.")
	default:
		l.Para("The Department of the Treasury, Internal Revenue Service, told us to withhold 15 percent of your benefits to pay a federal tax debt under the Federal Payment Levy Program (section 6331(h)). Beginning " + l.day(40) + " we will pay you " + notice.Dollars(m) + " each month.")
		l.Para("If you have questions about the levy, call the IRS at 1-800-829-7650. We can't stop the levy. Earlier the IRS sent you a CP91 or CP298.")
	}
	l.Head("If You Have Any Questions")
	l.Para("Visit www.ssa.gov or call us toll-free at 1-800-772-1213.")
	l.Fine("See Next Page")
}

func (l *mail) unemployment() {
	a := one(l.r,
		[2]string{"Ohio Department of Job and Family Services", "Job and Family"}, [2]string{"State of California Employment Development Department", "Employment Development"},
		[2]string{"U.S. Department of Labor", "Labor"}, [2]string{"Department of Veterans Affairs", "Veterans"}, [2]string{"U.S. Department of Education, Federal Student Aid", "Education"})
	l.from(a[0], a[1])
	l.letterhead(a[0], l.word("Benefit Payment Control", "Debt Management Center", "Default Resolution Group"))
	l.facts(0, galley.P("Mail date", slashed(l.n.Date)), galley.P("Claimant ID", l.masked()), galley.P("Amount", notice.Dollars(l.n.Balance/4)))
	l.window()
	l.Set(12.5, page.Bold, l.word("Notice of intent to offset your federal tax refund", "Notice of Overpayment", "Notice of Determination"))
	l.Space(0.5)
	l.Para("You owe a debt of " + notice.Dollars(l.n.Balance/4) + ". If you do not pay or make arrangements within 60 days of the date of this notice, that is by " + l.day(60) + ", we will refer it to the U.S. Department of the Treasury. The Treasury Offset Program takes it from federal payments, including your IRS refund.")
	l.Para("You may request a review of the debt. Your request must be received by " + l.day(20) + ".")
	l.signed("Collections Unit")
}

func (l *mail) utility() {
	c := one(l.r, [2]string{"Riverbend Power & Light", "Riverbend"}, [2]string{"Municipal Water District No. 9", "Water"}, [2]string{"Tallgrass Gas Company", "Tallgrass"})
	l.from(c[0], c[1])
	l.letterhead(c[0], "Customer service 1-800-555-01"+l.digits(2))
	due, m := l.day(18), l.money(400)
	l.facts(0, galley.P("Account number", l.digits(10)), galley.P("Statement date", l.day(0)), galley.P("Amount due", notice.Dollars(m)), galley.P("Due date", due))
	l.window()
	if l.chance(40) {
		l.Set(13, page.Bold, l.word("FINAL NOTICE: disconnection", "Past due reminder"))
		l.Space(0.5)
	}
	l.Table(galley.Table{
		Columns: []galley.Column{{Title: "Billing summary", Wide: 0.7}, {Title: "", Right: true}},
		Rows:    [][]string{{"Previous balance", notice.Figures(m / 2)}, {"Payment received", notice.Figures(-m / 4)}, {"Current charges", notice.Figures(m - m/2 + m/4)}},
		Sum:     []string{"Amount due by " + due, notice.Dollars(m)},
	})
	l.Para("A late payment charge of 1.5% applies after the due date. If you have already paid, please disregard this notice.")
	l.stub(c[0], notice.Dollars(m), due)
}

func (l *mail) invoice() {
	p := l.practice()
	l.Set(18, page.Bold, l.word("INVOICE", "Statement for services"))
	l.facts(0, galley.P("Invoice no.", l.digits(5)), galley.P("Date", slashed(l.n.Date)), galley.P("Client", l.name()), galley.P("Terms", "Net 30"))
	m := l.money(900)
	l.Table(galley.Table{
		Columns: []galley.Column{{Title: "Description", Wide: 0.7}, {Title: "Amount", Right: true}},
		Rows:    [][]string{{fmt.Sprintf("Preparation of Form 1040 and state return, %d", l.n.Year()), notice.Figures(m)}, {"Response to IRS notice " + one(l.r, otherCodes...), notice.Figures(m / 2)}},
		Sum:     []string{"Balance due", notice.Dollars(m + m/2)}, Grid: true,
	})
	l.Para("Payment is due by " + l.day(30) + ". Thank you for your business.")
	l.Line(p)
}

func (l *mail) insurance() {
	c := one(l.r, [2]string{"Stonebridge Mutual Insurance Company", "Stonebridge"}, [2]string{"Lakeshore Health Plan", "Lakeshore"}, [2]string{"Granite State Casualty", "Granite"})
	l.from(c[0], c[1])
	l.letterhead(c[0], "PO Box 2222, Monroe, GA 30655")
	l.facts(0, galley.P("Policy number", "HP-"+l.digits(7)), galley.P("Date", l.day(0)), galley.P("Premium due", notice.Dollars(l.money(1500))))
	l.window()
	l.Set(12.5, page.Bold, l.word("Notice of cancellation for non-payment", "Explanation of benefits - this is not a bill", "Your Form 1095-B is ready"))
	l.Space(0.5)
	l.Para("Dear " + l.name() + ":")
	l.Para("We have not received your premium. Coverage ends at 12:01 a.m. on " + l.day(20) + " unless we receive " + notice.Dollars(l.money(900)) + " by then.")
	l.Para("If you had coverage through the Marketplace, you will need Form 1095-A to complete Form 8962 with your federal tax return. The IRS may ask for it in a Letter 12C.")
	l.Para("You have the right to appeal within 180 days.")
	l.signed("Member Services")
}
