package letter

import (
	"strings"

	"noticed"
	"noticed/samples/galley"
	"noticed/samples/notice"
	"noticed/samples/page"
)

// parties are the labels of Letter 1153: it goes to a person, but the number is
// that of a business.
func (p *press) parties() []galley.Pair {
	n := p.n
	pairs := []galley.Pair{galley.P("Date", p.date())}
	if p.chance(75) {
		pairs = append(pairs, galley.P(p.word("Number of this Letter", "Number of This Letter", "Letter Number"), p.code(noticed.PlaceHeader, "1153")))
	}
	pairs = append(pairs,
		galley.P(p.word("Person to Contact", "Person to contact"), p.word("R. Ames", "J. Whitcomb")),
		galley.P(p.word("Employee Identification Number", "Employee ID number"), "10"+p.digits(6)),
		galley.Pair{Label: p.word("IRS Contact Address", "Contact address"), Values: n.Office.Lines},
		galley.P(p.word("IRS Telephone Number", "Contact telephone number"), n.Phone),
		galley.P(p.word("Employer Identification Number", "Employer ID number"), p.id()),
		galley.Pair{Label: p.word("Business Name and Address", "Business name and address"), Values: []string{n.Concern, "400 Commerce Row", "Salem, OR 97301"}})
	if n.Mail != "" {
		pairs = append(pairs, galley.P("Certified Mail Number", n.Mail))
	}
	return pairs
}

// trustFund is Letter 1153.
func (p *press) trustFund() {
	if p.chance(40) {
		p.title(p.word("Proposed Trust Fund Recovery Penalty", "Notice of proposed assessment of trust fund recovery penalty"))
	}
	p.dear()
	amount := ""
	if p.chance(65) {
		amount = " The amount of the proposed penalty is " + p.total(noticed.PlaceProse) + "."
	}
	p.Para("Our efforts to collect the federal employment or excise taxes due from the business named above have not resulted in full payment of the liability. We therefore propose to assess a penalty against you as a person required to collect, account for, and pay over withheld taxes for the above business." + amount)
	p.Para("Under the provisions of Internal Revenue Code section 6672, individuals who were required to collect, account for, and pay over these taxes for the business may be personally liable for a penalty if the business doesn't pay the taxes. These taxes, described in the enclosed Form 2751, consist of employment taxes you withheld (or should have withheld) from the employees' wages (and didn't pay) and are commonly referred to as \"trust fund taxes.\"")
	early := p.chance(40)
	if early {
		p.Para("The penalty we propose to assess against you is a personal liability called the Trust Fund Recovery Penalty. By quarter it is:")
		p.quarters()
	} else {
		p.Para("The penalty we propose to assess against you is a personal liability called the Trust Fund Recovery Penalty. It is equal to the unpaid trust fund taxes which the business still owes the government.")
	}
	p.Para("If you agree with this penalty for each tax period shown, please sign Part 1 of the enclosed Form 2751 and return it to us in the enclosed envelope.")
	p.Para("If you don't agree, have additional information to support your case, and wish to try to resolve the matter informally, contact the person named at the top of this letter within ten days from the date of this letter.")
	p.Para(p.word(
		"You also have the right to appeal or protest this action. To preserve your appeal rights you need to mail us your written appeal within 60 days from the date of this letter (75 days if this letter is addressed to you outside the United States).",
		"To appeal, you must send a written protest within 60 days (75 days if this letter is addressed to you outside the United States) from the date of this letter. For a small case (a proposed penalty of $25,000 or less for each period) a letter is enough."))
	p.Para("Your written appeal must be a statement that you want to appeal to the IRS Independent Office of Appeals, with your name, address and social security number, the date and number of this letter, the tax periods, and a list of the findings you disagree with. Send it to the address shown above.")
	p.Para("If we do not hear from you within 60 days from the date of this letter (or 75 days if it is addressed to you outside the United States), we'll assess the penalty and begin collection action.")
	p.signature("Revenue Officer", "Group Manager")
	p.Fine("Enclosures: Form 2751, Publication 1, Envelope")
	p.done()
	if !early || p.s.Enclosed {
		p.Leaf()
		p.form2751()
	}
}

// quarters is the penalty by quarter, in the letter itself.
func (p *press) quarters() {
	cols, cells := p.taxColumns()
	cols = append(cols, galley.Column{Title: p.word("Penalty", "Proposed penalty", "Amount of penalty"), Right: true})
	t := galley.Table{Columns: cols, Size: p.Size - 0.6}
	for _, q := range p.n.Periods {
		t.Rows = append(t.Rows, append(cells(q), p.copy(noticed.FieldPeriods, "period_amount", noticed.PlaceTable, p.money(q.Amount))))
	}
	t.Sum = sum(len(cols), p.word("Total", "Total penalty"), p.total(noticed.PlaceTable))
	p.Table(t)
}

// form2751 is the computation, where it stands on a form of its own.
func (p *press) form2751() {
	n := p.n
	p.Fine("Form 2751     Department of the Treasury - Internal Revenue Service     (Rev. " + p.word("7-2002", "August 2022") + ")")
	p.Center(12.5, page.Bold, "Proposed Assessment of Trust Fund Recovery Penalty")
	p.Center(8.6, page.Regular, "(Sec. 6672, Internal Revenue Code, or corresponding provisions of prior internal revenue laws)")
	p.Space(0.8)
	p.Line("Report of Business Taxpayer's Unpaid Tax Liability")
	p.Line("Name and address of business   " + n.Concern + ", 400 Commerce Row, Salem, OR 97301")
	p.Space(0.4)
	t := galley.Table{
		Columns: []galley.Column{{Title: "Tax Return Form Number", Wide: 0.11}, {Title: "Tax Period Ended"}, {Title: "Date Return Filed"}, {Title: "Date Tax Assessed"}, {Title: "Identifying Number", Wide: 0.16}, {Title: "Amount Outstanding", Right: true}, {Title: "Penalty", Right: true}},
		Size:    8.2, Grid: true,
	}
	for i, q := range n.Periods {
		filed := q.End.AddDays(31)
		t.Rows = append(t.Rows, []string{q.Form, slashed.write(q.End), slashed.write(filed), slashed.write(p.assessment(i)), n.ID.Printed, notice.Figures(q.Owed),
			p.copy(noticed.FieldPeriods, "period_amount", noticed.PlaceTable, notice.Figures(q.Amount))})
	}
	t.Sum = []string{"Total Penalty", "", "", "", "", "", p.total(noticed.PlaceTable)}
	p.Table(t)
	p.Head("Agreement to Assessment and Collection of Trust Fund Recovery Penalty")
	p.Line("Name and address of person responsible   " + strings.ToUpper(n.People.Coupon) + ", " + n.Street)
	p.Space(0.4)
	p.Para("I consent to the assessment and collection of the penalty shown for each period, which is equal either to the amount of federal employment taxes withheld from employees' wages or to the amount of federal excise taxes collected from patrons or members, and which was not paid over to the Government by the business named above; plus interest as provided by law.")
	p.Space(1)
	p.Sheet().Rule(p.Left, p.Left+240, p.Y, 0.5)
	p.Line("Signature of person responsible")
	p.Fine("Part 1 - Please sign and return this copy to Internal Revenue Service      Catalog No. 21955U      Form 2751")
}
