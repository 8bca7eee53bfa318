package othermail

import (
	"fmt"
	"slices"
	"strings"

	"noticed"
	"noticed/samples/galley"
	"noticed/samples/notice"
	"noticed/samples/page"
)

// payers are invented firms: name and the word that names it.
var payers = [][2]string{
	{"Blue Heron Landscaping LLC", "Heron"}, {"Northgate Machine Works Inc", "Northgate"}, {"Harbor Lights Diner Inc", "Harbor"},
	{"Meadowlark Printing Inc", "Meadowlark"}, {"Four Corners Freight LLC", "Corners"}, {"Pinewood Dental Group PC", "Pinewood"},
	{"Ridgeway Mutual Funds", "Ridgeway"}, {"Parcelport Payments Inc", "Parcelport"},
}

// cell is a box of an information return: its row, its left edge and width in
// shares of the form's, label and value.
type cell struct {
	row         int
	left, width float64
	label       string
	values      []string
	money       bool
}

// grid draws the boxes of a form below where the galley is.
func (l *mail) grid(rows []float64, cells ...cell) {
	l.Sheet().Begin()
	top, wide := l.Y, l.Right-l.Left
	y := make([]float64, len(rows)+1)
	for i, h := range rows {
		y[i+1] = y[i] + h
	}
	for _, c := range cells {
		l.Box(galley.Box{
			X: l.Left + c.left*wide, Y: top + y[c.row], W: c.width * wide, H: rows[c.row],
			Label: c.label, Values: c.values, RightValues: c.money,
		})
	}
	l.Y = top + y[len(rows)] + 6
}

func figure(row int, left, width float64, label string, m noticed.Money) cell {
	v := notice.Figures(m)
	if m == 0 {
		v = ""
	}
	return cell{row, left, width, label, []string{v}, true}
}

func said(row int, left, width float64, label string, values ...string) cell {
	return cell{row, left, width, label, values, false}
}

func (l *mail) who() []string {
	return []string{strings.ToUpper(l.name()), l.n.Street, l.n.Town}
}

func (l *mail) w2() {
	p := one(l.r, payers...)
	l.from(p[0], p[1])
	l.Size = 9
	pay := l.money(90_000)
	for range 1 + l.r.IntN(2) { // copies B and C on one sheet
		l.Within(46, 566, func() {
			l.grid([]float64{26, 46, 26, 26, 26, 26, 60, 26},
				said(0, 0, 0.36, "a  Employee's social security number", l.unissued()),
				said(0, 0.36, 0.64, "OMB No. 1545-0008        Safe, accurate, FAST! Use IRS e-file     Visit www.irs.gov/efile"),
				said(1, 0, 0.5, "c  Employer's name, address, and ZIP code", p[0], "400 Commerce Row"),
				figure(1, 0.5, 0.25, "1  Wages, tips, other compensation", pay), figure(1, 0.75, 0.25, "2  Federal income tax withheld", pay/8),
				said(2, 0, 0.5, "b  Employer identification number (EIN)", "00-"+l.digits(7)),
				figure(2, 0.5, 0.25, "3  Social security wages", pay), figure(2, 0.75, 0.25, "4  Social security tax withheld", pay*62/1000),
				said(3, 0, 0.5, "d  Control number", l.digits(6)), figure(3, 0.5, 0.25, "5  Medicare wages and tips", pay), figure(3, 0.75, 0.25, "6  Medicare tax withheld", pay*145/10000),
				figure(4, 0, 0.25, "7  Social security tips", 0), figure(4, 0.25, 0.25, "8  Allocated tips", 0), said(4, 0.5, 0.25, "9"), figure(4, 0.75, 0.25, "10  Dependent care benefits", 0),
				figure(5, 0, 0.25, "11  Nonqualified plans", 0), said(5, 0.25, 0.25, "12a  See instructions for box 12", "DD  "+notice.Figures(pay/11)), said(5, 0.5, 0.5, "13  Statutory employee     Retirement plan     Third-party sick pay"),
				said(6, 0, 1, "e  Employee's first name and initial, last name    f  Employee's address and ZIP code", l.who()...),
				said(7, 0, 0.2, "15  State", l.word("OR  ", "OH  ", "CT  ")+l.digits(7)), figure(7, 0.2, 0.4, "16  State wages, tips, etc.", pay), figure(7, 0.6, 0.4, "17  State income tax", pay/20))
			l.At(l.Left, 12, page.Bold, "Form W-2  Wage and Tax Statement")
			l.At(l.Left+250, 14, page.Bold, fmt.Sprint(l.n.Year()))
			l.At(l.Left+330, 7, page.Regular, "Department of the Treasury - Internal Revenue Service")
			l.Y += 18
			l.Fine(l.word("Copy B - To Be Filed With Employee's FEDERAL Tax Return. This information is being furnished to the Internal Revenue Service.",
				"Copy C - For EMPLOYEE'S RECORDS. If you are required to file a tax return, a negligence penalty may be imposed on you if this income is taxable and you fail to report it."))
			l.Y += 18
		})
	}
}

func (l *mail) form1099() {
	p := one(l.r, payers...)
	l.from(p[0], p[1])
	l.Size = 9
	m := l.money(60_000)
	type form struct {
		name, title string
		boxes       []cell
	}
	f := one(l.r,
		form{"1099-NEC", "Nonemployee Compensation", []cell{figure(0, 0.5, 0.5, "1  Nonemployee compensation", m), said(1, 0.5, 0.5, "2  Payer made direct sales totaling $5,000 or more"), figure(2, 0.5, 0.5, "4  Federal income tax withheld", 0)}},
		form{"1099-INT", "Interest Income", []cell{figure(0, 0.5, 0.5, "1  Interest income", m/40), figure(1, 0.5, 0.5, "2  Early withdrawal penalty", 0), figure(2, 0.5, 0.5, "4  Federal income tax withheld", 0)}},
		form{"1099-DIV", "Dividends and Distributions", []cell{figure(0, 0.5, 0.5, "1a  Total ordinary dividends", m/30), figure(1, 0.5, 0.5, "1b  Qualified dividends", m/33), figure(2, 0.5, 0.5, "4  Federal income tax withheld", 0)}},
		form{"1099-K", "Payment Card and Third Party Network Transactions", []cell{figure(0, 0.5, 0.5, "1a  Gross amount of payment card/third party network transactions", m), said(1, 0.5, 0.25, "3  Number of payment transactions", l.digits(3)), figure(2, 0.5, 0.25, "5a  January", m/12), figure(2, 0.75, 0.25, "5b  February", m/11)}},
		form{"1099-R", "Distributions From Pensions, Annuities, Retirement or Profit-Sharing Plans, IRAs, Insurance Contracts, etc.", []cell{figure(0, 0.5, 0.5, "1  Gross distribution", m), figure(1, 0.5, 0.5, "2a  Taxable amount", m), figure(2, 0.5, 0.25, "4  Federal income tax withheld", m/10), said(2, 0.75, 0.25, "7  Distribution code(s)", l.word("1", "7", "G"))}},
		form{"1099-MISC", "Miscellaneous Information", []cell{figure(0, 0.5, 0.5, "1  Rents", m/3), figure(1, 0.5, 0.5, "3  Other income", m/9), figure(2, 0.5, 0.5, "4  Federal income tax withheld", 0)}},
	)
	corrected := ""
	if l.chance(15) {
		corrected = "CORRECTED (if checked)  [X]     "
	}
	l.Within(50, 562, func() {
		l.Set(8, page.Regular, corrected+"OMB No. 1545-0116")
		cells := slices.Concat(f.boxes, []cell{
			said(0, 0, 0.5, "PAYER'S name, street address, city or town, state or province, country, ZIP or foreign postal code, and telephone no.", p[0], "400 Commerce Row", "Salem, OR 97301"),
			said(1, 0, 0.25, "PAYER'S TIN", "00-"+l.digits(7)), said(1, 0.25, 0.25, "RECIPIENT'S TIN", l.masked()),
			said(2, 0, 0.5, "RECIPIENT'S name, street address, city or town, state and ZIP code", l.who()...),
			said(3, 0, 0.5, "Account number (see instructions)", l.digits(9)), said(3, 0.5, 0.5, "5  State tax withheld"),
		})
		l.grid([]float64{64, 36, 64, 30}, cells...)
		l.At(l.Left, 11, page.Bold, "Form "+f.name)
		l.At(l.Left+110, 12, page.Bold, fmt.Sprint(l.n.Year()))
		l.At(l.Left+170, 7.4, page.Regular, "(keep for your records)      www.irs.gov/Form"+strings.ReplaceAll(f.name, "-", ""))
		l.Y += 16
		l.Set(10, page.Bold, f.title)
		l.Fine("Copy B For Recipient. This is important tax information and is being furnished to the IRS. If you are required to file a return, a negligence penalty or other sanction may be imposed on you if this income is taxable and the IRS determines that it has not been reported.  Department of the Treasury - Internal Revenue Service")
		if l.chance(60) {
			l.Space(1)
			l.Head("Instructions for Recipient")
			l.Fine("Recipient's taxpayer identification number (TIN). For your protection, this form may show only the last four digits of your TIN. However, the issuer has reported your complete TIN to the IRS. If your TIN is missing or you received a CP2100-related notice from us, give us a Form W-9.")
			l.Fine("Future developments. For the latest information go to www.irs.gov. Free File Program: go to www.irs.gov/FreeFile.")
		}
	})
}

func (l *mail) form1098() {
	p := one(l.r, [2]string{"Harborline Bank", "Harborline"}, [2]string{"Copperfield Home Loans", "Copperfield"})
	l.from(p[0], p[1])
	l.Size = 9
	m := l.money(14_000)
	l.Within(50, 562, func() {
		l.grid([]float64{60, 30, 60, 30},
			said(0, 0, 0.5, "RECIPIENT'S/LENDER'S name, street address, city or town, state and ZIP code", p[0], "1 Banking Plaza"), figure(0, 0.5, 0.5, "1  Mortgage interest received from payer(s)/borrower(s)", m),
			said(1, 0, 0.25, "RECIPIENT'S/LENDER'S TIN", "00-"+l.digits(7)), said(1, 0.25, 0.25, "PAYER'S/BORROWER'S TIN", l.masked()), figure(1, 0.5, 0.25, "2  Outstanding mortgage principal", m*19), said(1, 0.75, 0.25, "3  Mortgage origination date", slashed(l.n.Date.AddDays(-2000))),
			said(2, 0, 0.5, "PAYER'S/BORROWER'S name and address", l.who()...), figure(2, 0.5, 0.5, "5  Mortgage insurance premiums", m/30),
			said(3, 0, 0.5, "Account number", l.digits(10)), figure(3, 0.5, 0.5, "10  Real estate tax paid", m/4))
		l.At(l.Left, 11, page.Bold, "Form 1098")
		l.At(l.Left+80, 11, page.Bold, "Mortgage Interest Statement     "+fmt.Sprint(l.n.Year()))
		l.Y += 16
		l.Fine("Copy B For Payer/Borrower. The information in boxes 1 through 9 and 11 is important tax information and is being furnished to the IRS. Department of the Treasury - Internal Revenue Service")
	})
}

func (l *mail) k1() {
	p := one(l.r, payers[:6]...)
	l.from(p[0], p[1])
	l.Size = 9
	form := l.word("1065", "1120-S", "1041")
	l.Within(46, 566, func() {
		l.At(l.Left, 13, page.Bold, "Schedule K-1 (Form "+form+")")
		l.At(l.Left+220, 15, page.Bold, fmt.Sprint(l.n.Year()))
		l.At(l.Left+300, 8, page.Regular, "Department of the Treasury   Internal Revenue Service")
		l.Y += 22
		l.Set(8.4, page.Regular, fmt.Sprintf("For calendar year %d, or tax year beginning ____ ending ____     Final K-1 [ ]   Amended K-1 [%s]", l.n.Year(), l.word(" ", " ", "X")))
		m := l.money(80_000)
		rows := []float64{24, 40, 24, 56, 30, 30, 30}
		l.grid(rows,
			said(0, 0, 0.5, "A  Employer identification number", "00-"+l.digits(7)), figure(0, 0.5, 0.5, "1  Ordinary business income (loss)", m),
			said(1, 0, 0.5, "B  Name, address, city, state, and ZIP code", p[0], "400 Commerce Row"), figure(1, 0.5, 0.5, "2  Net rental real estate income (loss)", 0),
			said(2, 0, 0.5, "C  IRS Center where the return is filed", l.word("Ogden, UT", "Kansas City, MO", "e-file")), figure(2, 0.5, 0.5, "5  Interest income", m/90),
			said(3, 0, 0.5, "F  Name, address, city, state, and ZIP code of the partner or shareholder", l.who()...), figure(3, 0.5, 0.5, "14  Self-employment earnings (loss)", m),
			said(4, 0, 0.5, "E  Identifying number", l.unissued()), figure(4, 0.5, 0.5, "19  Distributions", m/2),
			said(5, 0, 0.5, "J  Share of profit, loss, and capital", l.word("50.0000 %", "25.0000 %", "33.3333 %")), said(5, 0.5, 0.5, "20  Other information", "Z  STMT"),
			said(6, 0, 1, "For IRS Use Only"))
	})
}

func (l *mail) ssa1099() {
	l.from("Social Security Administration", "Social Security")
	year := l.n.Year()
	m := l.money(28_000)
	l.Within(50, 562, func() {
		l.Center(12, page.Bold, fmt.Sprintf("FORM SSA-1099 - SOCIAL SECURITY BENEFIT STATEMENT     %d", year))
		l.Fine("PART OF YOUR SOCIAL SECURITY BENEFITS SHOWN IN BOX 5 MAY BE TAXABLE INCOME. SEE THE REVERSE FOR MORE INFORMATION.")
		l.grid([]float64{34, 40, 40, 70},
			said(0, 0, 0.6, "Box 1. Name", strings.ToUpper(l.name())), said(0, 0.6, 0.4, "Box 2. Beneficiary's Social Security Number", l.masked()),
			figure(1, 0, 0.33, fmt.Sprintf("Box 3. Benefits Paid in %d", year), m), figure(1, 0.33, 0.33, fmt.Sprintf("Box 4. Benefits Repaid to SSA in %d", year), 0), figure(1, 0.66, 0.34, fmt.Sprintf("Box 5. Net Benefits for %d (Box 3 minus Box 4)", year), m),
			figure(2, 0, 0.5, "Paid by check or direct deposit", m-m/9), figure(2, 0.5, 0.5, "Medicare Part B premiums deducted from your benefits", m/9),
			said(3, 0, 0.6, "Box 7. Address", l.n.Street, l.n.Town), said(3, 0.6, 0.4, "Box 8. Claim Number (use this number if you need to contact SSA)", l.digits(9)+"A"))
		l.Fine("Form SSA-1099-SM (1-" + fmt.Sprint(year+1) + ")     DO NOT RETURN THIS FORM TO SSA OR IRS")
	})
}
