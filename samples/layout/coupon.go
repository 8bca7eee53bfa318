package layout

import (
	"math/rand/v2"

	"noticed"
	"noticed/samples/page"
	"noticed/samples/wording"
)

// couponAt prints the payment coupon below y.
func (p *press) couponAt(y float64) {
	if p.text.Stub != wording.NoStub {
		p.sheet.InGroup(couponGroup, func() { p.printCoupon(y) })
	}
}

// couponHeight prints the coupon on a sheet that is thrown away to see how much
// room it takes;
// what it recorded is taken back.
func (p *press) couponHeight() float64 {
	sheet, copies := p.sheet, p.paper.Copies
	p.sheet = page.Letter()
	p.printCoupon(0)
	bottom := 0.0
	for _, t := range p.sheet.Texts {
		bottom = max(bottom, t.Y)
	}
	p.sheet, p.paper.Copies = sheet, copies
	return bottom + 2
}

func (p *press) printCoupon(y float64) {
	// Choices of its own, so that it is as high when printed as when measured.
	outer := p.r
	p.r = rand.New(rand.NewPCG(p.s.Seed, 78))
	defer func() { p.r = outer }()
	s, at := p.sheet, noticed.PlaceStub
	if p.chance(70) {
		s.Dashes(20, 592, y, 0.8, 5, 4)
	} else {
		s.Rule(20, 592, y, 0.6)
	}
	y += 16
	size := p.pick(8.4, 8.8, 9.2)
	step := size * 1.25

	// Left: the office, the taxpayer, how to pay.
	ly := y
	if p.chance(50) {
		title := p.word("Payment", "Payment coupon", "Contact information")
		if p.text.Stub == wording.Contact {
			title = "Contact information"
		}
		s.Put(p.left, ly, size+3, page.Bold, title)
		ly += step * 1.2
	}
	for _, l := range append([]string{"Internal Revenue Service"}, p.n.Office.Lines[len(p.n.Office.Lines)-1:]...) {
		s.Put(p.left, ly, size, page.Regular, l)
		ly += step
	}
	ly += 4
	s.Put(p.left, ly, size, page.Regular, p.n.People.Coupon)
	ly += step
	if p.chance(50) {
		s.Put(p.left, ly, size, page.Regular, p.n.Street)
		s.Put(p.left, ly+step, size, page.Regular, p.n.Town)
		ly += 2 * step
	}

	// Right: code, date, number once more.
	x := p.pick(330, 344, 356)
	rows := []row{{"Notice", p.code(at)}, {p.say.dateLabel, p.date(at)}, {p.say.idLabel, p.id(at)}}
	if p.n.CaseRef != "" && p.chance(40) {
		rows = append(rows, row{"Case reference number", p.n.CaseRef})
	}
	form := p.s.Form.Coupon
	ry := y
	if form == Across {
		ly = p.pairs(form, rows, p.left, ly+4, size, step)
	} else {
		ry = p.pairs(form, rows, x, y, size, step)
	}

	y = max(ly, ry) + 6
	if p.text.Stub == wording.Contact {
		p.contact(y, size, at)
		return
	}
	y = p.howToPay(y, size, at)
	y = p.couponTotal(y, size, at)
	p.couponFoot(y, size, at)
}

// contact prints what stands on a stub where nothing is to be paid.
func (p *press) contact(y, size float64, at noticed.Place) {
	s := p.sheet
	for _, t := range []string{
		"If your address has changed, please call " + p.n.Phone + " or visit www.irs.gov.",
		"Write your " + lowerFirst(p.say.idLabel) + " (" + p.id(at) + "), " + p.which(at) + ", and the form number (" + p.forms() + ") on any correspondence.",
	} {
		for _, l := range page.Wrap(p.m, page.Regular, size, p.right-p.left-12, t) {
			s.Put(p.left, y, size, page.Regular, l)
			y += size * 1.2
		}
		y += 3
	}
	y += size
	for i, l := range []string{"Primary phone", "Best time to call", "Secondary phone", "Best time to call"} {
		x := p.left + float64(i)*130
		s.Rule(x, x+110, y, 0.6)
		s.Put(x, y+size, size-1.4, page.Regular, l)
	}
	y += size*2 + 8
	s.Put(p.left, y, size-0.6, page.Regular, p.code(at))
	s.Put(p.left+150, y, 8.6, page.Mono, p.n.ScanLine)
}

// which names the tax year or periods on the stub.
func (p *press) which(at noticed.Place) string {
	switch {
	case p.n.Multi():
		return "the tax periods listed in this notice"
	case p.n.ByPeriod():
		return "the tax period (" + p.period(at) + ")"
	}
	return "the tax year (" + p.year(at) + ")"
}

// howToPay prints the sentences on the payment: the one place where the form
// number stands in plain words.
func (p *press) howToPay(y, size float64, at noticed.Place) float64 {
	s := p.sheet
	what := p.which(at)
	number := lowerFirst(p.say.idLabel)
	if p.s.Design == Redesign {
		number = "taxpayer ID number"
	}
	sentence := "Write your " + number + " (" + p.id(at) + "), " + what + ", and the form number (" + p.forms() + ") on your payment and any correspondence."
	for _, t := range []string{"Make your check or money order payable to the United States Treasury.", sentence} {
		s.Put(p.left, y, size, page.Regular, "\u2022")
		for _, l := range page.Wrap(p.m, page.Regular, size, p.right-p.left-12, t) {
			s.Put(p.left+10, y, size, page.Regular, l)
			y += size * 1.2
		}
	}
	return y + 5
}

// forms lists the form numbers of all periods, each once.
func (p *press) forms() string {
	out := ""
	seen := map[string]bool{}
	for _, q := range p.n.Periods {
		if seen[q.Form] {
			continue
		}
		seen[q.Form] = true
		if out != "" {
			out += ", "
		}
		out += q.Form
	}
	return out
}

func (p *press) couponTotal(y, size float64, at noticed.Place) float64 {
	s := p.sheet
	label, figure := p.totalLabel(at), p.due(at)
	big := size + p.pick(1.5, 2.5, 3.5)
	y += big
	switch p.r.IntN(3) {
	case 0: // label left, figure right, between lines
		s.Rule(p.left, p.right, y-big-1, 0.7)
		s.Put(p.left, y, big, page.Bold, label)
		s.Right(p.m, p.right-6, y, big, page.Bold, figure)
		s.Rule(p.left, p.right, y+4, 0.7)
	case 1: // both at the right, framed
		w := p.width(page.Bold, big, label) + p.width(page.Bold, big, figure) + 30
		s.Put(p.right-w+6, y, big, page.Bold, label)
		s.Right(p.m, p.right-6, y, big, page.Bold, figure)
		s.Frame(p.right-w, y-big-2, p.right, y+5, 0.8)
	default: // and a field for the amount paid
		s.Put(p.left, y, big, page.Bold, label)
		s.Right(p.m, p.left+330, y, big, page.Bold, figure)
		s.Put(p.left+350, y, size, page.Regular, "Amount enclosed  $")
		s.Rule(p.left+436, p.right, y+2, 0.7)
	}
	return y + 14
}

func (p *press) couponFoot(y, size float64, at noticed.Place) {
	s := p.sheet
	for _, l := range p.n.PayTo.Lines {
		y += size * 1.15
		s.Put(p.left+p.pick(40, 40, 40), y, size, page.Regular, l)
	}
	y += 15
	s.Put(p.left, y, size-0.6, page.Regular, p.code(at))
	s.Put(p.left+150, y, 8.6, page.Mono, p.n.ScanLine)
}

func lowerFirst(s string) string {
	switch s {
	case "Employer ID number", "Employer identification number":
		return "e" + s[1:]
	case "Your Social Security number":
		return "Social Security number"
	case "Taxpayer ID number", "Taxpayer Identification Number", "Taxpayer identification number":
		return "t" + s[1:]
	}
	return s
}
