package letter

import (
	"noticed"
	"noticed/samples/galley"
	"noticed/samples/notice"
	"noticed/samples/page"
)

// levy is Letter 1058.
func (p *press) levy() {
	n := p.n
	title := "Notice of Intent to Levy and Notice of Your Right to a Hearing"
	switch p.r.IntN(4) {
	case 0:
		p.title("Final Notice", title, "Please Respond Immediately")
	case 1:
		p.title(title + " - Final Notice")
	case 2:
		p.title("FINAL NOTICE", "NOTICE OF INTENT TO LEVY AND NOTICE OF YOUR RIGHT TO A HEARING", "PLEASE RESPOND IMMEDIATELY")
	default:
		p.title(title)
	}
	p.dear()
	where := p.word("shown on the next page", "shown below", "listed in the account summary")
	p.Para(p.word(
		"We previously asked you to pay the federal tax "+where+", but we haven't received your payment. This letter is your notice of our intent to levy under Internal Revenue Code (IRC) section 6331 and your right to appeal under IRC section 6330.",
		"Your federal tax is still not paid. We previously asked you to pay this, but we still haven't received your payment. This letter is your notice of our intent to levy under Internal Revenue Code section 6331 and your right to receive Appeals consideration under Internal Revenue Code section 6330."))
	early := p.chance(40)
	if early {
		p.account()
	}
	if n.Hearing != nil {
		p.Para("If you don't pay the amount you owe, make alternative arrangements to pay, or request a hearing with the IRS Independent Office of Appeals by " + p.act(noticed.DateHearingBy) + ", we may take your property or rights to property.")
	} else {
		p.Para(p.word(
			"If you don't pay the amount you owe, make alternative arrangements to pay, or request Appeals consideration within 30 days from the date of this letter, we may take your property or rights to property.",
			"You have 30 days from the date of this letter to pay in full, to make other arrangements, or to ask for a Collection Due Process hearing. After that we may levy."))
	}
	p.Para("Property includes real estate, automobiles, business assets, bank accounts, wages, commissions, social security benefits, and other income. We've enclosed Publication 594, The IRS Collection Process, and Publication 1660, Collection Appeal Rights, which explain our collection process and your rights.")
	p.Para("We may also file a Notice of Federal Tax Lien at any time to protect the government's interest. A lien is a public notice to your creditors that the government has a right to your current assets and any assets you acquire after we file the lien.")
	if len(n.HearTo.Lines) > 0 {
		p.Para("To preserve your right to contest the decision of Appeals in the U.S. Tax Court, complete, sign and return the enclosed Form 12153, Request for a Collection Due Process or Equivalent Hearing, to this address:")
		p.Lines(p.Left+16, n.HearTo.Lines...)
		p.Space(0.6)
	} else {
		p.Para("To preserve your right to contest the decision of Appeals in the U.S. Tax Court, complete, sign and return the enclosed Form 12153, Request for a Collection Due Process or Equivalent Hearing, to the address shown at the top of this letter.")
	}
	if p.chance(70) {
		p.Para("Please send your full payment to us today to prevent enforced collection action. Make your check or money order payable to the United States Treasury; write your taxpayer number, the tax form and the tax period on it. If you recently paid, or can't pay, call us at " + n.Phone + ".")
	}
	if p.chance(50) {
		p.Para("A seriously delinquent federal tax debt of more than $" + p.word("52,000", "55,000", "62,000", "64,000") + " may be certified to the State Department, which may deny or revoke a passport (see Notice CP508C). Our letter of " + notice.Long(n.Prior) + " told you of the amount before interest.")
	}
	p.signature("Revenue Officer", "Field Collection", "Group Manager, Collection")
	if !early {
		if p.chance(60) {
			p.Feed()
		}
		p.account()
	}
	p.Fine(p.word("Enclosures:", "Enclosures") + " Publication 594, Publication 1660, Form 12153" + p.word("", ", copy of this letter", ", Publication 1"))
	p.done()
	p.enclose(p.form12153, p.publication1660)
}

// account is the table of a levy letter.
func (p *press) account() {
	n := p.n
	p.Head(p.word("Account Summary", "Amount you owe", "The amount you owe", "Account summary"))
	if n.GoodThrough != nil {
		p.Para(p.word("The amounts include interest and penalties figured to ", "Interest and penalties are calculated through ", "These figures are good through ") + p.prose().write(*n.GoodThrough) + ".")
	}
	cols, cells := p.taxColumns()
	full, merged := p.chance(75), p.chance(25)
	switch {
	case full && merged:
		cols = append(cols, galley.Column{Title: p.word("Assessed balance", "Unpaid amount from prior notices"), Right: true}, galley.Column{Title: p.word("Statutory additions", "Additional penalty and interest", "Accrued penalty and interest"), Right: true})
	case full:
		cols = append(cols, galley.Column{Title: p.word("Unpaid amount from prior notices", "Unpaid Amount from Prior Notices", "Assessed balance"), Right: true},
			galley.Column{Title: p.word("Additional penalty", "Additional Penalty & Interest: penalty", "Additional penalty charges"), Right: true}, galley.Column{Title: p.word("Additional interest", "Additional interest charges"), Right: true})
	}
	cols = append(cols, galley.Column{Title: p.word("Amount you owe", "Amount owed", "Total", "Amount You Owe"), Right: true})
	t := galley.Table{Columns: cols, Size: p.Size - 0.8, Grid: p.chance(30)}
	for _, q := range n.Periods {
		row := cells(q)
		switch {
		case full && merged:
			row = append(row, p.money(q.Owed), p.money(q.Penalty+q.Interest))
		case full:
			row = append(row, p.money(q.Owed), p.money(q.Penalty), p.money(q.Interest))
		}
		t.Rows = append(t.Rows, append(row, p.copy(noticed.FieldPeriods, "period_amount", noticed.PlaceTable, p.money(q.Amount))))
	}
	if len(n.Periods) == 1 && p.chance(50) || p.chance(55) {
		t.Sum = sum(len(cols), p.word("Total", "Total amount due", "Total amount you owe"), p.total(noticed.PlaceTable))
	}
	p.Table(t)
	if p.chance(20) {
		p.Para("To pay in full send " + p.total(noticed.PlaceProse) + "." + p.word("", " Interest is charged until you pay."))
	}
}

// enclose prints what was scanned along.
func (p *press) enclose(papers ...func()) {
	if !p.s.Enclosed {
		return
	}
	for _, f := range papers {
		if p.chance(65) {
			p.Leaf()
			f()
		}
	}
}

// form12153 is an empty form, which belongs to the letter but says nothing.
func (p *press) form12153() {
	p.Set(13, page.Bold, "Request for a Collection Due Process or Equivalent Hearing")
	p.Fine("Form 12153 (Rev. 7-2022)   Department of the Treasury - Internal Revenue Service")
	p.Para("Use this form to request a Collection Due Process (CDP) or equivalent hearing with the IRS Independent Office of Appeals if you have received a lien or levy notice: Letter 3172, LT11, Letter 1058, CP77, CP90, CP92, CP242, CP297.")
	for _, q := range []string{"1. Taxpayer Name: (Taxpayer 1)", "Taxpayer Identification Number", "Current Address", "2. Telephone Number and Best Time to Call During Normal Business Hours", "3. Tax Information as Shown on the Lien or Levy Notice: Type of Tax, Tax Form Number, Tax Period or Periods"} {
		p.Line(q)
		p.Space(1.3)
		p.Sheet().Rule(p.Left, p.Right, p.Y-4, 0.5)
	}
	p.Head("4. Basis for Hearing Request (Both boxes can be checked if you have received both a lien and levy notice)")
	for _, q := range []string{"Filed Notice of Federal Tax Lien", "Proposed Levy or Actual Levy"} {
		p.Tick(p.Left+10, false, q)
		p.Y += p.Lead
	}
	p.Head("5. Equivalent Hearing")
	p.Para("I would like an Equivalent Hearing if my request for a CDP hearing is not received within the 30-day period. An equivalent hearing must be requested within one year (for liens one year plus five business days after the filing of the lien).")
	p.Fine("Catalog Number 26685D      www.irs.gov      Form 12153 (Rev. 7-2022)")
}

// publication1660 is a page of a leaflet.
func (p *press) publication1660() {
	p.Set(15, page.Bold, "Collection Appeal Rights")
	p.Fine("Publication 1660 (Rev. 2-2020)   Catalog Number 14376Z   Department of the Treasury   Internal Revenue Service")
	p.Para("You can appeal many IRS collection actions to the IRS Independent Office of Appeals. The two main procedures are Collection Due Process (CDP) and the Collection Appeals Program (CAP).")
	p.Head("Hearing Available Under Collection Due Process (CDP)")
	p.Para("CDP is available if you receive one of the following notices: Notice of Federal Tax Lien Filing and Your Right to a Hearing Under IRC 6320 (Lien Notice), a Final Notice - Notice of Intent to Levy and Notice of Your Right to a Hearing, a Notice of Jeopardy Levy, a Notice of Levy on Your State Tax Refund - Notice of Your Right to a Hearing.")
	p.Para("For a lien notice the request must be postmarked by the date indicated in the lien notice. For a levy notice it must be postmarked within 30 days after the date of the levy notice.")
	p.Head("Collection Appeals Program (CAP)")
	p.Para("CAP is available before or after we file a Notice of Federal Tax Lien, levy property, or end an installment agreement. Call 1-800-829-1040 or send Form 9423 within three business days of your conference with the Collection manager. For a rejected installment agreement you have 30 days.")
}
