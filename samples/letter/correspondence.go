package letter

import (
	"fmt"
	"slices"
	"strings"

	"noticed"
	"noticed/samples/galley"
	"noticed/samples/notice"
	"noticed/samples/page"
)

// correspondence lays out a "C" letter.
func (p *press) correspondence() {
	if p.dated == slashed || p.dated == dashed && p.chance(70) {
		p.dated = abbreviated
	}
	if p.chance(72) {
		p.Typewriter()
		p.Size = p.pick(9.4, 10)
		p.Lead = p.Size * 1.16
		p.Left, p.Right = 60, 556
	}
	if p.chance(78) {
		p.typedHead()
	} else {
		p.plainHead()
	}
	switch p.n.Code {
	case notice.L12C:
		p.incomplete()
	case notice.L2645C:
		p.interim()
	default:
		p.identity()
	}
}

// mark is the code as a "C" letter prints it.
func (p *press) mark() string {
	return p.code(noticed.PlaceHeader, "LTR "+number(p.n.Code))
}

// period is the tax period as a typed head has it: YYYYMM.
func (p *press) period() string {
	return notice.Spell(p.n.Periods[0], 2)
}

// typedHead prints the head as the correspondence system types it: no labels but
// a few, and the same lines on every page.
func (p *press) typedHead() {
	n := p.n
	file := p.word("30", "00", "21")
	batch := p.digits(8)
	bod := p.word("BODC: WI", "BODC: SB", "")
	refer := p.word("In reply refer to:", "In reply refer to: ", "IN REPLY REFER TO:")
	right := 348.0
	lines := func(first bool) {
		mark, date, id := p.mark(), p.date(), p.id()
		number := n.ReferTo
		if first {
			number = refer + "  " + n.ReferTo
		}
		p.Lines(right, number, fmt.Sprintf("%s    %s   %s", date, mark, p.word("S0", "0", "K0")), fmt.Sprintf("%s   %s %s", id, p.period(), file))
		p.Lines(right, fmt.Sprintf("%*s", 22, fmt.Sprintf("%08d", atoi(batch)+p.Number()-1)))
		if bod != "" {
			p.Lines(right, strings.Repeat(" ", 14)+bod)
		}
	}
	p.numbered = false
	p.Running = func() {
		p.Y = 40
		p.Within(p.Left, p.Right, func() { lines(false) })
		p.Space(0.6)
		p.Lines(p.Left, p.n.People.Window[0])
		p.Space(1)
	}
	p.slip = p.chance(35)
	top := p.Y
	if p.chance(60) {
		p.Lines(p.Left, "Department of the Treasury", "Internal Revenue Service")
	} else {
		p.Lines(p.Left, "IRS  Department of the Treasury", "     Internal Revenue Service")
	}
	p.Lines(p.Left, n.Office.Lines...)
	p.Sheet().Begin()
	p.Beside(top, func() { lines(true) })
	p.Space(2)
	if p.chance(50) {
		p.Sheet().Put(p.Left, p.Y, 8, page.Mono, p.digits(6)+"."+p.digits(6)+"."+p.digits(5)+"."+p.digits(4)+" 1 AB 0."+p.digits(3)+" 530")
		p.Space(0.8)
	}
	p.window()
	p.Space(2.4)
	p.subject(true)
	p.Line(p.word("Dear Taxpayer:", "Dear Taxpayer:", "Dear "+n.People.Coupon+":"))
	p.Space(0.8)
}

func atoi(s string) int {
	v := 0
	for _, c := range s {
		v = v*10 + int(c-'0')
	}
	return v
}

// plainHead prints the head of a newer letter: a few labels one under the other.
func (p *press) plainHead() {
	n, top := p.n, p.Y
	mark := p.word("LTR ", "LTR ", "Letter ", "") + number(n.Code)
	if p.chance(40) {
		foot := "Letter " + number(n.Code) + " (Rev. " + p.word("10-2019", "3-2021", "7-2023") + ")"
		catalog := "Catalog Number " + p.digits(5) + p.word("A", "K", "X")
		p.AtFoot = func() {
			p.Sheet().Put(p.Left, 758, 7.8, p.Face, catalog)
			p.Sheet().Right(p.M, p.Right, 758, 7.8, p.Face, p.code(noticed.PlaceFooter, foot))
		}
	}
	p.Lines(p.Left, "Department of the Treasury", "Internal Revenue Service")
	p.Lines(p.Left, n.Office.Lines...)
	pairs := []galley.Pair{
		galley.P(p.word("Letter", "Letter number"), p.code(noticed.PlaceHeader, mark)),
		galley.P(p.word("Date", "Letter date"), p.date()),
		galley.P(p.word("Taxpayer ID number", "Taxpayer identification number"), p.id()),
		galley.P("In reply refer to", n.ReferTo),
	}
	how := p.stand(galley.Columns, galley.Colon, galley.Under)
	p.numbered = p.chance(60)
	p.Running = func() {
		s := p.Sheet()
		s.Put(p.Left, 44, 8.4, p.Face, p.code(noticed.PlaceHeader, mark)+"   "+p.date()+"   "+p.id())
		if p.numbered {
			s.Right(p.M, p.Right, 44, 8.4, p.Face, fmt.Sprintf("Page %d of %d", p.Number(), p.of))
		}
		p.Y = 62
	}
	p.Sheet().Begin()
	p.Beside(top, func() { p.Within(340, 592, func() { p.Pairs(how, p.Face, p.Face, pairs...) }) })
	p.Space(1.6)
	p.window()
	p.Space(2)
	p.subject(false)
	p.Line(p.word("Dear Taxpayer:", "Dear "+n.People.Coupon+":"))
	p.Space(0.8)
}

// subject prints the lines that say which return it is about. A typed head says
// the period above already.
func (p *press) subject(typed bool) {
	q := p.n.Periods[0]
	ends := abbreviated.write(q.End)
	if p.chance(50) {
		ends = notice.Long(q.End)
	}
	pairs := []galley.Pair{}
	if q.Form != "" {
		pairs = append(pairs, galley.P(p.word("Form", "Form", "Tax form", "Form number"), q.Form))
	}
	switch {
	case q.Quarterly:
		pairs = append(pairs, galley.P(p.word("Tax period", "Tax period ended", "Tax period(s)"), ends))
	case p.chance(60):
		pairs = append(pairs, galley.P(p.word("Tax year", "Tax Year"), fmt.Sprint(q.End.Year)))
	case p.chance(50) || !typed:
		pairs = append(pairs, galley.P(p.word("Tax period(s)", "Tax period", "Tax periods"), ends))
	}
	if p.chance(40) {
		pairs = append(pairs, galley.P(p.word("Control number", "Document locator number"), p.digits(5)+"-"+p.digits(3)+"-"+p.digits(5)+"-"+p.digits(1)))
	}
	if len(pairs) == 0 {
		return
	}
	indent := p.pick(0, 0, 60, 100)
	p.Within(p.Left+indent, p.Right, func() { p.Pairs(p.stand(galley.Colon, galley.Columns), p.Face, p.Face, pairs...) })
	p.Space(1)
}

// year is the tax year in running text.
func (p *press) year() string { return fmt.Sprint(p.n.Periods[0].End.Year) }

// ended is the period in running text.
func (p *press) ended() string { return p.prose().write(p.n.Periods[0].End) }

// within says by when: the printed day, or days from the date of the letter.
func (p *press) within(days int) string {
	if p.n.ReplyBy != nil {
		return "by " + p.act(noticed.DateReplyBy)
	}
	return p.word(fmt.Sprintf("within %d days from the date of this letter", days), fmt.Sprintf("within %d days of the date of this letter", days), fmt.Sprintf("no later than %d days after the date of this letter", days))
}

// incomplete is Letter 12C.
func (p *press) incomplete() {
	p.Para(p.word("Thank you for your federal income tax return for the tax year ended "+p.ended()+". We need more information to process your return accurately.",
		"We received your "+p.year()+" federal individual income tax return, but we need more information to process the return accurately."))
	p.Para("Please send us the following, with this letter on top:")
	docs := [][2]string{
		{"Form 8962, Premium Tax Credit (PTC)", "Complete it with the Form 1095-A, Health Insurance Marketplace Statement, that you received. If the advance payments were more than your credit, you may owe tax."},
		{"Signature", "Your return isn't signed. Sign the declaration on the last page of this letter; for a joint return both must sign."},
		{"Schedule C or Schedule SE", "You reported self-employment tax of $" + p.word("1,413.00", "2,826.00", "918.00") + " on your return, but we have no schedule for it."},
		{"Form W-2", "Your return shows withholding of $" + p.word("3,118.00", "842.00", "12,450.00") + ". Send copies of your Forms W-2 and 1099 that show it."},
	}
	for _, d := range docs[:1+p.r.IntN(len(docs))] {
		p.Head(d[0])
		p.Para(d[1])
	}
	p.Head("When to reply")
	p.Para("Send us the information " + p.within(20) + ". If we don't hear from you, we may disallow credits or increase the tax you owe.")
	p.Head("Where to send it")
	p.Lines(p.Left+16, p.n.ReplyTo.Lines...)
	p.Space(0.5)
	p.Para(p.word("You can also fax it to 855-"+p.digits(3)+"-"+p.digits(4)+". ", "") + "Don't file an amended return (Form 1040-X) or a copy of the return you already sent. When we have what we need, it takes about 6 to 8 weeks to send your refund.")
	p.call()
	p.closing()
}

// interim is Letter 2645C.
func (p *press) interim() {
	n := p.n
	got := p.prose().write(n.Date.AddDays(-35 - p.r.IntN(40)))
	about := fmt.Sprintf("the tax period ended %s", p.ended())
	p.Para(p.word(
		"Thank you for your correspondence received "+got+", about "+about+".",
		"We received your "+p.word("inquiry", "letter", "Form 843", "power of attorney", "response to our notice")+" of "+got+", concerning "+about+"."))
	p.Para(p.word(
		"We haven't resolved this matter because we haven't completed all the research necessary for a complete response. However, we will contact you again within "+p.word("45", "60", "60", "90")+" days to let you know what action we are taking. You don't need to do anything further now on this matter.",
		"We are working on your account. However, we need an additional "+p.word("45", "60", "90")+" days to send you a complete response on what action we are taking on your account. We don't need any further information from you right now."))
	if p.chance(60) {
		p.Para("If you are required to make payments, such as under an installment agreement, please continue to make them while we work on this. You can pay at www.irs.gov/payments.")
	}
	p.call()
	p.closing()
}

// call says whom to call.
func (p *press) call() {
	p.Para("If you have questions, you can call us toll-free at " + p.n.Phone + p.word(" between 7:00 a.m. and 7:00 p.m. local time.", ".", ", 8:00 a.m. to 8:00 p.m."))
	if p.chance(60) {
		p.Para("When you write, include this letter and provide in the spaces below your telephone number with the hours we can reach you. Keep a copy of this letter for your records.")
		p.Need(4 * p.Lead)
		p.Line("Telephone number (   )______________________ Hours_____________")
		p.Space(0.8)
	}
}

// closing is the foot of a typed letter.
func (p *press) closing() {
	p.Need(10 * p.Lead)
	p.Line("Sincerely yours,")
	p.Space(3)
	p.Lines(p.Left, p.word("Dana Whitlock", "Teresa Orr", "Rene Calloway"), p.word("Operations Manager, AM Operations 1", "Program Manager, RICS", "Department Manager, Input Correction"))
	p.Space(1)
	if p.chance(50) {
		p.Lines(p.Left, p.word("Enclosure(s):", "Enclosures:"), p.word("Copy of this letter", "Envelope", "Publication 1"))
	}
	if p.slip {
		p.Feed()
		p.returned()
	}
	p.done()
	if p.s.Stuffer {
		p.Leaf()
		p.languages()
	}
}

// returned is the last page, which goes back with a reply so that its address
// shows in the window of the envelope.
func (p *press) returned() {
	n := p.n
	p.Y = 470
	p.Sheet().Dashes(p.Left, p.Right, p.Y, 0.7, 5, 3)
	p.Space(1)
	p.Center(p.Size, p.Face, p.word("The IRS address must appear in the window.", "Please return this page with your reply."))
	p.Space(1)
	y := p.Y
	p.Lines(p.Left, n.ReferTo, "BODCD-WI", "", p.word("Use for payments", "Use for inquiries"))
	p.Beside(y, func() {
		p.Within(330, p.Right, func() {
			p.Pairs(galley.Colon, p.Face, p.Face, galley.P("Letter Number", "LTR"+number(n.Code)), galley.P("Letter Date", n.Date.String()), galley.P("Tax Period", p.period()))
		})
	})
	p.Space(2)
	y = p.Y
	p.Lines(p.Left, append([]string{"INTERNAL REVENUE SERVICE"}, n.Office.Lines...)...)
	p.Beside(y, func() {
		p.Lines(330, append(slices.Clone(n.People.Window), n.Street, n.Town)...)
	})
	p.Space(1)
	p.Lines(p.Left, p.digits(9)+" "+p.word("AB", "QR", "KE")+" "+p.word("HIND", "OKAF", "ZHAN")+" 30 0 "+p.period()+" 670 00000000000")
}

// languages is the sheet on help in other languages.
func (p *press) languages() {
	p.Center(13, page.Bold, "Need this notice in another language?")
	p.Space(1)
	p.Para("If you have trouble reading English and want to receive written communications from the IRS in an alternative language, visit www.irs.gov/languages or send Schedule LEP (Form 1040).")
	p.Head("Espa\u00f1ol")
	p.Para("Si necesita ayuda para entender esta carta, llame al 1-800-829-1040. Esta carta es importante; la fecha est\u00e1 en la primera p\u00e1gina. Vea la Publicaci\u00f3n 850.")
	p.Head("Accessibility")
	p.Para("For notices in large print, braille or audio, visit www.irs.gov/accessible or call 1-833-690-0598.")
	p.Fine("Publication 5556 (Rev. 1-2023)  Catalog Number 74041G  Department of the Treasury  Internal Revenue Service  www.irs.gov")
}
