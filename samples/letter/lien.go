package letter

import (
	"fmt"
	"strings"

	"noticed"
	"noticed/samples/galley"
	"noticed/samples/notice"
	"noticed/samples/page"
)

// lien is Letter 3172.
func (p *press) lien() {
	n := p.n
	p.title(p.word("Notice of Federal Tax Lien Filing and Your Right to a Hearing Under IRC 6320",
		"Notice of Federal Tax Lien Filing and Your Right to a Hearing Under Internal Revenue Code Section 6320",
		"NOTICE OF FEDERAL TAX LIEN FILING AND YOUR RIGHT TO A HEARING UNDER IRC 6320"))
	p.dear()
	county := p.word("the Clermont County Recorder", "the Lane County Clerk", "Harris County, Texas", "the Secretary of State")
	if n.Filed != nil {
		p.Para(p.word(
			"We filed a Notice of Federal Tax Lien on "+p.prose().write(*n.Filed)+" with "+county+".",
			"This letter tells you that a Notice of Federal Tax Lien was filed on "+p.prose().write(*n.Filed)+". A copy is enclosed."))
	} else {
		p.Para("We filed a Notice of Federal Tax Lien with " + county + ". A copy is enclosed.")
	}
	if p.chance(30) {
		p.recording(county)
	}
	first := p.chance(60)
	if first {
		p.onLien()
	}
	by := p.act(noticed.DateHearingBy)
	p.Para(p.word(
		"You have a right to request a hearing with us to appeal this collection action and to discuss your payment options. To request a hearing you must complete the enclosed Form 12153, Request for a Collection Due Process or Equivalent Hearing, and mail it by "+by+".",
		"You have the right to a Collection Due Process hearing. Your request must be postmarked no later than "+by+". Use the enclosed Form 12153.",
		"If you want to appeal, your request for a hearing must be received or postmarked by "+by+". To explain the different collection appeal procedures, we've enclosed Publication 1660, Collection Appeal Rights."))
	if len(n.HearTo.Lines) > 0 {
		p.Para(p.word("Send your request to:", "Mail your Form 12153 to:"))
		p.Lines(p.Left+16, n.HearTo.Lines...)
		p.Space(0.6)
	} else {
		p.Para("Send your request to the address at the top of this letter.")
	}
	if !first {
		p.onLien()
	}
	p.Para("A lien attaches to all property you currently own and to all property you may acquire in the future. It may damage your credit rating and hurt your ability to get additional credit.")
	p.Para("We'll issue a Certificate of Release of the lien within 30 days after you've paid the full amount owed, including interest and penalties; after we accept a bond; or after we adjust the account. Interest and penalties accrue until you pay. To get your current balance call " + n.Phone + ".")
	if p.chance(50) {
		p.Para("An equivalent hearing may be requested within one year and five business days of the filing of the lien. If you miss the date above you lose the right to go to court over our decision.")
	}
	p.signature("Revenue Officer", "Director, Specialty Collection - Liens", "Lien Unit")
	p.Fine("Enclosures: Form 668(Y)(c), Form 12153, Publication 594, Publication 1660, Publication 1450" + p.word("", "    cc: authorized representative"))
	p.done()
	if p.s.Enclosed || p.chance(35) && n.Filed != nil {
		p.Leaf()
		p.form668(county)
	}
	p.enclose(p.form12153, p.publication1660)
}

// recording says where and when the lien was filed, in labels.
func (p *press) recording(county string) {
	n := p.n
	pairs := []galley.Pair{galley.P(p.word("Lien recording office", "Recording office", "Place of filing"), strings.TrimPrefix(county, "the "))}
	if n.Filed != nil {
		pairs = append(pairs, galley.P(p.word("Lien filing date", "Date of filing", "Date filed"), p.dated.write(*n.Filed)))
	}
	pairs = append(pairs, galley.P(p.word("Lien serial number", "Serial number"), p.digits(9)))
	if p.chance(40) {
		pairs = append(pairs, galley.P(p.word("Last day to request a hearing", "Request your hearing by"), p.copy(noticed.FieldPrintedDate, string(noticed.DateHearingBy), noticed.PlaceHeader, p.dated.write(*n.Hearing))))
	}
	p.Need(6 * p.Lead)
	p.Pairs(p.stand(galley.Columns, galley.Colon), page.Regular, page.Regular, pairs...)
	p.Space(0.6)
}

// onLien is the table of a lien letter.
func (p *press) onLien() {
	n := p.n
	p.Head(p.word("Amount on lien", "Amount on Lien", "Tax periods on the lien"))
	cols, cells := p.taxColumns()
	assessed := p.chance(60)
	if assessed {
		cols = append(cols, galley.Column{Title: p.word("Date of assessment", "Assessment date", "Assessment"), Wide: 0.2})
	}
	cols = append(cols, galley.Column{Title: p.word("Amount on lien", "Unpaid balance", "Amount owed", "Unpaid amount"), Right: true})
	t := galley.Table{Columns: cols, Size: p.Size - 0.6, Grid: p.chance(35)}
	for i, q := range n.Periods {
		row := cells(q)
		if assessed {
			row = append(row, slashed.write(p.assessment(i)))
		}
		t.Rows = append(t.Rows, append(row, p.copy(noticed.FieldPeriods, "period_amount", noticed.PlaceTable, p.money(q.Amount))))
	}
	if p.chance(60) {
		t.Sum = sum(len(cols), p.word("Total", "Total amount on lien", "Total"), p.total(noticed.PlaceTable))
	}
	p.Table(t)
}

// assessment is the day on which period i was assessed.
func (p *press) assessment(i int) noticed.Date {
	return p.n.Periods[i].End.AddDays(160 + int(p.s.Seed>>uint(i)%50))
}

// form668 is the lien as it was filed: its dates are not the taxpayer's.
func (p *press) form668(county string) {
	n := p.n
	p.Fine("Form 668 (Y)(c)          Department of the Treasury - Internal Revenue Service          (Rev. February 2004)")
	p.Center(15, page.Bold, "Notice of Federal Tax Lien")
	p.Space(0.4)
	area := p.word("SMALL BUSINESS/SELF EMPLOYED AREA #"+p.digits(1), "WAGE & INVESTMENT AREA #1")
	p.Table(galley.Table{
		Columns: []galley.Column{{Title: "Area", Wide: 0.5}, {Title: "Serial Number"}, {Title: "For Optional Use by Recording Office"}},
		Rows:    [][]string{{area, p.digits(9), p.recorded()}, {"Lien Unit Phone: (800) 913-6050", "", ""}},
		Size:    8, Grid: true,
	})
	p.Fine("As provided by section 6321, 6322, and 6323 of the Internal Revenue Code, we are giving a notice that taxes (including interest and penalties) have been assessed against the following-named taxpayer. We have made a demand for payment of this liability, but it remains unpaid. Therefore, there is a lien in favor of the United States on all property and rights to property belonging to this taxpayer for the amount of these taxes, and additional penalties, interest, and costs that may accrue.")
	p.Line("Name of Taxpayer   " + strings.ToUpper(n.People.Coupon))
	p.Line("Residence   " + n.Street + ", " + n.Town)
	p.Space(0.4)
	p.Fine("IMPORTANT RELEASE INFORMATION: For each assessment listed below, unless notice of the lien is refiled by the date given in column (e), this notice shall, on the day following such date, operate as a certificate of release as defined in IRC 6325(a).")
	t := galley.Table{
		Columns: []galley.Column{{Title: "Kind of Tax (a)", Wide: 0.12}, {Title: "Tax Period Ending (b)"}, {Title: "Identifying Number (c)", Wide: 0.2}, {Title: "Date of Assessment (d)"}, {Title: "Last Day for Refiling (e)"}, {Title: "Unpaid Balance of Assessment (f)", Right: true}},
		Size:    8.4, Grid: true,
	}
	for i, q := range n.Periods {
		on := p.assessment(i)
		t.Rows = append(t.Rows, []string{q.Form, slashed.write(q.End), n.ID.Printed, slashed.write(on), slashed.write(on.AddYears(10).AddDays(30)), notice.Figures(q.Amount)})
	}
	t.Sum = []string{"Total", "", "", "", "", "$ " + notice.Figures(n.Balance)}
	p.Table(t)
	p.Line("Place of Filing   " + strings.TrimPrefix(county, "the "))
	p.Space(0.5)
	signed := n.Date.AddDays(-9 - int(p.s.Seed%5))
	p.Para(fmt.Sprintf("This notice was prepared and signed at %s, on this, the %02d day of %s, %d.", p.word("CINCINNATI, OH", "OAKLAND, CA", "BALTIMORE, MD"), signed.Day, signed.Month, signed.Year))
	p.Line("Signature for " + p.word("R. A. MITCHELL", "J. WHITCOMB") + "      Title  REVENUE OFFICER      " + p.digits(2) + "-" + p.digits(2) + "-" + p.digits(4))
	p.Space(0.5)
	p.Fine("(NOTE: Certificate of officer authorized by law to take acknowledgment is not essential to the validity of Notice of Federal Tax Lien, Rev. Rul. 71-466, 1971-2 C.B. 409)")
	p.Fine("Part 3 - Taxpayer's Copy     CAT. NO 60025X     Form 668 (Y)(c) (Rev. 02-04)")
}

// recorded is what the recording office stamps on the lien.
func (p *press) recorded() string {
	if p.n.Filed == nil {
		return ""
	}
	return "Recorded " + slashed.write(*p.n.Filed)
}
