package othermail

import (
	"fmt"
	"strings"

	"noticed"
	"noticed/samples/galley"
	"noticed/samples/notice"
	"noticed/samples/page"
)

// offset is the letter of the Bureau of the Fiscal Service: also of the
// Department of the Treasury, also about a payment taken, but not of the IRS.
func (l *mail) offset() {
	l.from("U.S. Department of the Treasury, Bureau of the Fiscal Service", "Fiscal Service", "Treasury")
	top := l.Y
	l.Set(12, page.Bold, l.word("U.S. Department of the Treasury", "Department of the Treasury"))
	l.Set(11, page.Bold, "Bureau of the Fiscal Service")
	l.Set(9, page.Regular, "P.O. Box 1686, Birmingham, AL 35201-1686")
	taken := l.money(4000)
	l.facts(top, galley.P("Date", slashed(l.n.Date)), galley.P("TIN", l.masked()), galley.P("Trace number", l.digits(9)))
	l.window()
	l.Line("Dear " + l.name() + ":")
	l.Space(0.5)
	l.Para(l.word("As authorized by Federal law, we applied all or part of your Federal payment to a debt you owe. The government agency (or agencies) collecting your debt is listed below.",
		"This is notice that we will apply your Federal payment to a delinquent debt you owe, as authorized by Federal law."))
	l.Table(galley.Table{
		Columns: []galley.Column{{Title: l.word("Agency", "Creditor agency"), Wide: 0.6}, {Title: "Amount this creditor", Right: true}},
		Rows:    [][]string{{l.word("US Department of Education, Default Resolution", "Ohio Department of Taxation", "Office of Child Support"), notice.Dollars(taken)}},
	})
	l.Pairs(galley.Columns, page.Regular, page.Regular,
		galley.P("Original Federal payment amount", notice.Dollars(taken+l.money(900))), galley.P("Payment type", l.word("Tax refund", "TAX REFUND", "Social Security")), galley.P("Payee name", strings.ToUpper(l.name())),
		galley.P("Payment date", slashed(l.n.Date.AddDays(-3))), galley.P("Tax period", fmt.Sprint(l.n.Year())))
	l.Space(0.6)
	l.Para("If you believe that your payment was reduced in error or have questions about the debt, contact the agency listed above. The Department of the Treasury can't answer questions about it. If your payment was a tax refund and it was reduced by the Internal Revenue Service for a federal tax debt, the IRS sends a notice such as a CP49 of its own.")
	l.signed(l.word("U.S. Department of the Treasury", "Treasury Offset Program"), "(800) 304-3107")
}

// form1040 is page 1 of a client's own return.
func (l *mail) form1040() {
	y := l.n.Year()
	l.Size = 9
	m := l.money(90_000)
	tax := m / 7
	l.Within(46, 566, func() {
		l.At(l.Left, 17, page.Bold, l.word("1040", "1040", "1040-SR", "1040-X"))
		l.At(l.Left+90, 8, page.Regular, "Department of the Treasury - Internal Revenue Service")
		l.Y += 11
		l.At(l.Left+90, 11, page.Bold, "U.S. Individual Income Tax Return")
		l.At(l.Left+300, 14, page.Bold, fmt.Sprint(y))
		l.At(l.Left+360, 6.6, page.Regular, "OMB No. 1545-0074   IRS Use Only - Do not write or staple")
		l.Y += 18
		l.grid([]float64{26, 26, 26},
			said(0, 0, 0.65, "Your first name and middle initial, last name", strings.ToUpper(l.name())), said(0, 0.65, 0.35, "Your social security number", l.unissued()),
			said(1, 0, 0.65, "Home address (number and street)", l.n.Street), said(1, 0.65, 0.35, "Spouse's social security number"),
			said(2, 0, 0.65, "City, town, or post office, state, and ZIP code", l.n.Town), said(2, 0.65, 0.35, "Presidential Election Campaign"))
		for i, row := range []struct {
			line string
			v    noticed.Money
		}{
			{"1a  Total amount from Form(s) W-2, box 1", m}, {"2b  Taxable interest", m / 300}, {"3b  Ordinary dividends", m / 200}, {"8  Additional income from Schedule 1, line 10", 0},
			{"9  Add lines 1z, 2b, 3b, 4b, 5b, 6b, 7, and 8. This is your total income", m + m/300 + m/200}, {"11  Adjusted gross income", m + m/300 + m/200},
			{"12  Standard deduction or itemized deductions (from Schedule A)", 14_600_00}, {"16  Tax", tax}, {"24  Add lines 22 and 23. This is your total tax", tax},
			{"25d  Add lines 25a through 25c (federal income tax withheld)", tax * 9 / 10}, {"33  Total payments", tax * 9 / 10}, {"34  Overpaid", 0}, {"37  Amount you owe", tax - tax*9/10}, {"38  Estimated tax penalty (see instructions)", 0},
		} {
			if i == 7 {
				l.Set(9, page.Bold, "Tax and Credits, Payments, Refund or Amount You Owe")
			}
			l.At(l.Left, l.Size, page.Regular, row.line)
			if row.v != 0 {
				l.Sheet().Right(l.M, l.Right-6, l.Y+l.Size, l.Size, page.Regular, notice.Figures(row.v/100*100))
			}
			l.Y += l.Lead * 1.25
			l.Sheet().Rule(l.Left, l.Right, l.Y-1, 0.3)
		}
		l.Space(0.6)
		l.Fine("Under penalties of perjury, I declare that I have examined this return and accompanying schedules and statements.      Your signature ______________   Date " + slashed(noticed.Date{Year: y + 1, Month: 4, Day: 10}))
		l.Fine("Paid Preparer Use Only   " + one(l.r, signers...) + "   PTIN P0" + l.digits(7) + "        For Disclosure, Privacy Act, and Paperwork Reduction Act Notice, see separate instructions.   Cat. No. 11320B   Form 1040")
	})
}

// voucher is a page of payment vouchers for estimated tax.
func (l *mail) voucher() {
	y := l.n.Date.Year
	l.Size = 9
	m := l.money(4000)
	for i, due := range []string{fmt.Sprintf("April 15, %d", y), fmt.Sprintf("June 15, %d", y), fmt.Sprintf("Sept. 15, %d", y), fmt.Sprintf("Jan. 15, %d", y+1)}[:2+l.r.IntN(3)] {
		l.Within(50, 562, func() {
			l.At(l.Left, 13, page.Bold, "Form 1040-ES")
			l.At(l.Left+120, 11, page.Bold, fmt.Sprintf("%d Estimated Tax       Payment Voucher %d", y, i+1))
			l.Y += 17
			l.Set(8.4, page.Regular, "Department of the Treasury  Internal Revenue Service        Calendar year - Due "+due)
			l.grid([]float64{30, 62},
				said(0, 0, 0.5, "Make your check or money order payable to \"United States Treasury.\" Write your social security number and \"Form 1040-ES\" on it."), figure(0, 0.5, 0.5, "Amount of estimated tax you are paying by check or money order", m),
				said(1, 0, 0.7, "Print or type: your name and address", l.who()...), said(1, 0.7, 0.3, "Your social security number", l.unissued()))
		})
		l.Sheet().Dashes(40, 572, l.Y+8, 0.6, 4, 3)
		l.Y += 18
	}
}

// eFile is the form on which a client signs for the return his preparer files.
func (l *mail) eFile() {
	number, title := "8879", "IRS e-file Signature Authorization"
	if l.chance(35) {
		number, title = "4868", "Application for Automatic Extension of Time To File U.S. Individual Income Tax Return"
	}
	l.formHead(number, fmt.Sprintf("January %d", l.n.Year()+1), title)
	l.Size = 9.4
	l.grid([]float64{28, 28}, said(0, 0, 0.65, "Taxpayer's name", l.name()), said(0, 0.65, 0.35, "Social security number", l.unissued()), said(1, 0, 0.65, "Spouse's name"), said(1, 0.65, 0.35, "Spouse's social security number"))
	l.Head("Part I    Tax Return Information - Tax Year Ending December 31, " + fmt.Sprint(l.n.Year()))
	m := l.money(80_000)
	for _, row := range [][2]string{{"1  Adjusted gross income", notice.Figures(m)}, {"2  Total tax", notice.Figures(m / 8)}, {"3  Federal income tax withheld", notice.Figures(m / 9)}, {"4  Amount you want refunded to you", ""}, {"5  Amount you owe", notice.Figures(m/8 - m/9)}} {
		l.At(l.Left, l.Size, page.Regular, row[0])
		l.Sheet().Right(l.M, l.Right, l.Y+l.Size, l.Size, page.Regular, row[1])
		l.Y += l.Lead * 1.3
	}
	l.Head("Part II    Taxpayer Declaration and Signature Authorization")
	l.Para("Under penalties of perjury, I declare that I have examined a copy of the income tax return I am now authorizing. I authorize the U.S. Treasury and its designated Financial Agent to initiate an ACH electronic funds withdrawal.")
	l.Para("Your signature   " + l.name() + "       Date " + slashed(l.n.Date))
	l.Fine("ERO Must Retain This Form - See Instructions. Don't Submit This Form to the IRS Unless Requested To Do So.     Form " + number)
}

// collector is a private agency to which the IRS gave a debt: the letter names
// the IRS more often than itself.
func (l *mail) collector() {
	a := one(l.r, [2]string{"Northbridge Recovery Group", "Northbridge"}, [2]string{"Lindale Financial Services", "Lindale"})
	l.from(a[0], a[1])
	l.letterhead(a[0], "P.O. Box 2217, Waterloo, IA 50704    1-800-555-01"+l.digits(2))
	l.facts(0, galley.P("Date", l.day(0)), galley.P("Taxpayer Authentication Number", l.digits(10)), galley.P("Tax year", fmt.Sprint(l.n.Year())), galley.P("Amount", notice.Dollars(l.n.Balance)))
	l.window()
	l.Para("The U.S. Department of the Treasury, Internal Revenue Service (IRS) has placed your overdue tax account with us. The IRS told you so in a notice CP40. " + a[0] + " is a private collection agency that works for the IRS.")
	l.Para("Our records show that you owe " + notice.Dollars(l.n.Balance) + " for tax year " + fmt.Sprint(l.n.Year()) + ". Make your check payable to the United States Treasury; never to us. We will call you within 10 days of " + l.day(0) + ".")
	l.Para("You may ask us in writing, by " + l.day(30) + ", to send the account back to the IRS.")
	l.signed("Account Representative", a[0])
}
