package othermail

import (
	"fmt"
	"strings"

	"noticed/samples/galley"
	"noticed/samples/notice"
	"noticed/samples/page"
)

// scamWarrant is the "distraint warrant" of an office that does not exist.
func (l *mail) scamWarrant() {
	office := one(l.r,
		[2]string{"TAX PROCESSING UNIT", "Processing"}, [2]string{"BUREAU OF TAX ENFORCEMENT", "Enforcement"},
		[2]string{"TAX RESOLUTION UNIT", "Resolution"}, [2]string{"Public Judgment Records, Internal Processing Unit", "Judgment"}, [2]string{"TAX INVESTIGATION UNIT", "Investigation"})
	l.from(office[0], office[1])
	county := l.word("Clermont", "Jefferson", "Lane", "Harris") + " County"
	top := l.Y
	if l.chance(60) {
		l.Center(15, page.Bold, office[0])
		l.Center(9.4, page.Regular, l.word(county+" Public Records", "Benefits Suspension Unit", county))
	} else {
		l.Set(15, page.Bold, office[0])
		l.Set(9.4, page.Regular, county)
	}
	l.Space(0.6)
	if top += 60; l.Y < top {
		l.Y = top
	}
	l.facts(0, galley.P(l.word("Warrant ID", "Case ID", "File Number"), l.word("A", "TX", "")+l.digits(8)), galley.P("Issue date", l.day(0)), galley.P("Total due", notice.Dollars(l.n.Balance)),
		galley.P(l.word("Non-Compliance Date", "Respond by", "Final date"), l.day(7)))
	l.window()
	l.Center(14, page.Bold, l.word("DISTRAINT WARRANT", "FINAL DEMAND FOR PAYMENT", "NOTICE OF SEIZURE AND LEVY", "FORFEITURE WARNING", "*** FINAL NOTICE ***"))
	l.Space(0.6)
	l.Para(fmt.Sprintf("Our records indicate that the person or persons named above have an unpaid FEDERAL TAX LIABILITY or state tax lien of %s. %s", notice.Dollars(l.n.Balance),
		l.word("The Internal Revenue Service has issued a tax lien against you.", "The IRS can garnish your wages, levy your bank accounts and seize your property without further notice.")))
	l.Para("If you fail to call by " + l.day(7) + ", we will proceed with the seizure of: " + l.word("social security benefits, wages, bank accounts and real estate.", "your home, your vehicle, your retirement income and your passport."))
	l.Center(13, page.Bold, "CALL IMMEDIATELY: (800) 555-01"+l.digits(2))
	l.Space(0.6)
	l.Bullets("Garnishment of wages and bank accounts", "Property seizure", "Federal tax refund offset", "Placement of a Notice of Federal Tax Lien (26 U.S.C. 6321)")
	l.Para("You may qualify for the Fresh Start Program and settle for less. Calling this office avoids enforcement. Have this notice and your case number ready.")
	if l.chance(50) {
		l.Fine("Authorized under 26 U.S. Code 6331 and 6334. This distraint notice is time sensitive.")
	}
}

// scamIRS pretends to be the IRS itself, by its name or nearly so.
func (l *mail) scamIRS() {
	office := one(l.r,
		[2]string{"INTERNAL REVENUE DEPARTMENT", "Legal Affairs Division"}, [2]string{"Internal Revenue Services", "Criminal Investigations Bureau, Washington DC"},
		[2]string{"IRS Unclaimed Refund Office", "Department of Treasure"}, [2]string{"U.S. Internal Revenue Service", "Tax Fraud and Collection Dept."})
	l.from(office[0], strings.Fields(office[0])[0], strings.Fields(office[0])[1])
	l.letterhead(office[0], office[1])
	l.facts(0, galley.P(l.word("Ref", "Case No", "Docket"), "IRS-"+l.digits(6)+"-"+l.word("US", "DC", "FR")), galley.P("Date", l.day(0)))
	l.window()
	amount := notice.Dollars(l.n.Balance)
	switch l.r.IntN(3) {
	case 0:
		l.Set(13, page.Bold, "Subject: LEGAL ACTION AGAINST YOU - ARREST WARRANT")
		l.Space(0.5)
		l.Para("Dear Tax Payer,")
		l.Para("This is to informs you that there are a tax evasion of " + amount + " filed under your name and the federal government has issue the warrant for your arrest. You have 24 hours to settle this amount before local police is inform.")
		l.Para("Payment is accept only by wire transfer, prepaid debit card, gift cards or Bitcoin. Do not contact your accountant or bank, as this is a confidential matter.")
		l.Para("Call Officer John Martin, Badge Number IRM" + l.digits(4) + ", at 1-202-555-01" + l.digits(2) + " immediately.")
	case 1:
		l.Set(13, page.Bold, "Subject: UNCLAIMED TAX REFUND OF "+amount)
		l.Space(0.5)
		l.Para("Attention: after the last annual calculation of your fiscal activity we have determined that you are eligible to receive a tax refund of " + amount + ".")
		l.Para("To release it within 3 days, send a clear photo of your driver license, your bank routing and account number, your cell phone number and your Social Security number to refunds@irs-unclaimed.example before " + l.day(5) + ".")
		l.Para("A processing fee of $" + l.word("195.00", "85.50", "320.00") + " is deducted.")
	default:
		l.Set(13, page.Bold, "Subject: CP2000 - Health Coverage Payment Overdue")
		l.Space(0.5)
		l.Para(fmt.Sprintf("The income reported for %d does not match. Under the Affordable Care Act you must pay %s. Make your check payable to I.R.S. and mail it to Austin Processing Center, Post Office Box 15264, Austin, TX before %s.", l.n.Year(), amount, l.day(10)))
		l.Para("To pay at once, go to www.irs-secure-pay.example and enter your card number and PIN. Failure to pay will result in the suspending of your social security number.")
	}
	l.signed("Officer "+l.word("Kevin Dean", "Alex Morgan", "Steve Smith")+", ID "+l.digits(5), office[1])
	l.Fine("Copyright IRS USA. All right reserved.")
}

// advertLien is a tax-relief firm's mail made up as a government's.
func (l *mail) advertLien() {
	firm := one(l.r, [2]string{"National Tax Lien Assistance Center", "Assistance"}, [2]string{"Taxpayer Relief Network", "Relief Network"}, [2]string{"Fresh Horizon Tax Group", "Horizon"})
	l.from(firm[0], firm[1])
	l.Within(l.Left, 330, func() {
		l.Set(12, page.Bold, l.word("Federal Tax Lien Notification", "TAX LIEN RECORDS DIVISION", "Notice of Federal Tax Lien Filing"))
		l.Set(8.8, page.Regular, l.word("Important: time sensitive material", "Second notice - open immediately"))
	})
	l.facts(52, galley.P("Lien amount", notice.Dollars(l.n.Balance)), galley.P("Filing date", slashed(l.n.Date.AddDays(-20))), galley.P("Filed by", "Internal Revenue Service"), galley.P("Respond by", l.day(14)))
	l.window()
	l.Para("Federal tax lien records show that the Internal Revenue Service recorded a lien in the amount of " + notice.Dollars(l.n.Balance) + " against you in " + l.word("Clermont", "Lane", "Harris") + " County on " + notice.Long(l.n.Date.AddDays(-20)) + ". Lien number " + l.digits(9) + ".")
	l.Para("The IRS may levy your wages and bank account. You may be eligible for the IRS Fresh Start Program. Our licensed tax professionals can help you to settle for a fraction of what you owe, stop levies and release liens.")
	l.Center(13, page.Bold, "Call before "+l.day(14)+": 1-888-555-01"+l.digits(2))
	l.Space(0.6)
	l.Bullets("Stop wage garnishments", "Reduce your tax debt by up to 85 %", "Free consultation - no obligation")
	l.Para("Thank you,")
	l.Line(firm[0])
	l.Space(0.6)
	l.Fine(firm[0] + " is a private company. It is not affiliated with the IRS or any government agency. This is an advertisement for services. Information comes from public records.")
}

func (l *mail) advertRelief() {
	firm := one(l.r, [2]string{"Clearpath Tax Defense", "Clearpath"}, [2]string{"Dollarwise Tax Software", "Dollarwise"}, [2]string{"Keystone Audit Shield", "Keystone"})
	l.from(firm[0], firm[1])
	l.Center(22, page.Bold, l.word("Owe the IRS? We can help!", "Got a letter from the IRS?", "File early. Get your biggest refund."))
	l.Space(0.6)
	l.Center(13, page.Bold, firm[0])
	l.Space(1)
	l.Para("Did you get a CP14, CP504 or LT11 in the mail? Don't panic! Our enrolled agents have settled more than $" + l.word("200", "500", "90") + " million in back taxes. Save up to " + l.word("80", "90") + " % with an Offer in Compromise.")
	l.Bullets("Free case review: a $500 value", "Stop a levy in 24 hours", "Penalty removal", "Only $"+l.word("99.00", "149.95", "49.99")+" if you enroll by "+l.day(20))
	l.Center(15, page.Bold, "1-877-555-01"+l.digits(2)+"   www."+strings.ToLower(strings.Fields(firm[0])[0])+".example")
	l.Space(1)
	l.Fine("ADVERTISEMENT. Results vary. Not affiliated with the Internal Revenue Service. To stop receiving our offers write to PO Box 77, Dover, DE 19901.")
}
