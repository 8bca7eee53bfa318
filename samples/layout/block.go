package layout

import (
	"fmt"
	"strings"

	"noticed"
	"noticed/samples/notice"
	"noticed/samples/page"
	"noticed/samples/wording"
)

// blockFirst lays out a notice of the design used from about 2010 on.
func (p *press) blockFirst() {
	p.letterhead()
	low := p.headerBlock()
	low = max(low, p.addressWindow(low-14))
	y := p.headline(max(low, p.pick(244, 250, 256)))
	coupon := p.couponTop()
	y = p.columns(y, coupon-26)
	p.rest(p.immediately(), y, coupon)
}

// couponTop is the y below which page 1 belongs to the coupon.
func (p *press) couponTop() float64 {
	if p.noStub() {
		return 770
	}
	return 792 - 14 - p.coupon
}

// noStub says whether page 1 has no stub to tear off.
func (p *press) noStub() bool { return p.s.CouponLast || p.text.Stub == wording.NoStub }

// letterhead prints the top left corner.
func (p *press) letterhead() {
	s := p.sheet
	s.Begin()
	y, size := p.pick(44, 48, 54), p.pick(8.6, 9, 9.6)
	x := p.left
	if p.chance(60) { // the eagle, as a plain disc
		for i := range 9 {
			d := float64(i)
			s.Fill(x+9-d, y-10+d*0.9, x+9+d, y-8.6+d*0.9, 0)
		}
		s.Put(x, y+14, 15, page.Bold, "IRS")
		x += 36
	}
	for _, l := range append([]string{"Department of the Treasury", "Internal Revenue Service"}, p.n.Office.Lines...) {
		s.Put(x, y, size, page.Regular, l)
		y += size * 1.2
	}
}

// row is a label and its value.
type row struct{ label, value string }

// headerRows are the label/value pairs of the top right block.
func (p *press) headerRows(first bool) []row {
	at := noticed.PlaceHeader
	rows := []row{{p.say.codeLabel, p.code(at)}}
	switch {
	case p.n.Multi():
	case p.n.ByPeriod():
		rows = append(rows, row{p.say.periodLabel, p.period(at)})
	default:
		rows = append(rows, row{p.say.yearLabel, p.year(at)})
	}
	rows = append(rows, row{p.say.dateLabel, p.date(at)}, row{p.say.idLabel, p.id(at)})
	if p.turned && len(rows) > 3 {
		rows[1], rows[2] = rows[2], rows[1]
	}
	if !first {
		return rows
	}
	rows = append(rows, p.numbers()...)
	if p.n.CaseRef != "" {
		rows = append(rows, row{p.word("Case reference number", "Case reference number", "Your case reference number"), p.n.CaseRef})
	}
	phone := p.n.Phone
	if p.chance(60) {
		phone = "Phone " + phone
	}
	rows = append(rows, row{"To contact us", phone})
	if p.chance(30) {
		rows = append(rows, row{"Hours of operation", p.n.Hours})
	}
	if p.chance(75) {
		rows = append(rows, row{p.word("Your caller ID", "Your Caller ID"), p.n.CallerID})
	}
	if p.n.PetitionBy == nil {
		return rows
	}
	last := p.act("petition_by", at)
	if p.s.Form.Split && p.s.Form.Header != Stacked {
		return append(rows, row{"Last day to petition", last}, row{"Tax Court", ""})
	}
	return append(rows, row{"Last day to petition Tax Court", last})
}

// numbers are the reference numbers of the header but the case's.
func (p *press) numbers() []row {
	var rows []row
	if p.n.Control != "" {
		rows = append(rows, row{p.word("AUR control number", "AUR Control Number", "AUR control number"), p.n.Control})
	}
	if p.n.Mail != "" {
		rows = append(rows, row{p.word("Certified Mail Number", "Certified mail number", "Certified Mail #"), p.n.Mail})
	}
	return rows
}

// headerBlock prints the label/value block at the top right and returns the y
// above which a wording of more than the plain one has no room.
func (p *press) headerBlock() float64 {
	p.sheet.Begin()
	size := p.pick(8.4, 8.8, 9.2)
	step := size * p.pick(1.22, 1.32, 1.45)
	x, y := p.pick(352, 362, 372), p.pick(44, 47, 50)
	form := p.s.Form.Header
	if form == Stacked {
		x, size, step = 430, 8.4, 10.4
	}
	y = p.pairs(form, p.headerRows(true), x, y, size, step)
	low := 0.0
	if p.voiced() {
		low = y + 30
	}
	if p.s.Form.Number != InHeader {
		p.pageNumber()
		return low
	}
	number := fmt.Sprintf("Page 1 of %d", p.of)
	if p.chance(50) || form == Stacked {
		p.sheet.Put(x, y, size, p.say.labelFace, number)
	} else {
		p.sheet.Right(p.m, p.right, y+2, size, page.Regular, number)
	}
	return low
}

// addressWindow prints the barcode digits and the taxpayer's address, wide lines
// below the end of the header, and returns where a headline may begin.
func (p *press) addressWindow(header float64) float64 {
	s := p.sheet
	s.Begin()
	y, x := p.pick(128, 134, 140), p.left+p.pick(14, 24, 30)
	face := page.Regular
	if p.chance(30) {
		face = page.Mono
	}
	if !p.bare {
		s.Put(x, y, 7.6, page.Mono, p.n.Barcode)
	}
	if p.chance(40) {
		p.postnet(x, y+6)
		y += 6
	}
	y += 26
	size := p.pick(9.4, 10, 10.6)
	window := append(append([]string{}, p.n.People.Window...), upper(p.n.Street), upper(p.n.Town), upper(p.n.Country))
	for _, l := range window {
		if header > y && x+p.width(face, size, l) > 280 { // no room beside the header
			y = max(y, header)
		}
	}
	for _, l := range window {
		if l == "" {
			continue
		}
		s.Put(x, y, size, face, l)
		y += size * 1.2
	}
	return y + 9
}

// postnet draws the bars of a mail sorting code.
func (p *press) postnet(x, y float64) {
	for i := range 52 {
		tall := 3.2
		if p.r.IntN(5) < 2 {
			tall = 7.5
		}
		p.sheet.Fill(x+float64(i)*3.3, y+8-tall, x+float64(i)*3.3+1.2, y+8, 0)
	}
}

// headline prints the large lines and returns the y below them.
func (p *press) headline(y float64) float64 {
	s := p.sheet
	s.Begin()
	small, large := p.headlineWords()
	if small != "" {
		size := p.pick(11, 12, 13)
		for _, l := range page.Wrap(p.m, page.Bold, size, p.right-p.left, small) {
			s.Put(p.left, y, size, page.Bold, l)
			y += size * 1.2
		}
		y += 4
	}
	size := p.pick(15, 16.5, 18)
	put := func(f page.Face, size float64, text string) {
		if p.s.Form.Headline == Centered {
			s.Center(p.m, (p.left+p.right)/2, y, size, f, text)
		} else {
			s.Put(p.left, y, size, f, text)
		}
	}
	for _, l := range page.Wrap(p.m, page.Bold, size, p.right-p.left, large) {
		put(page.Bold, size, l)
		y += size * 1.15
	}
	amount := p.amountLabel()
	size -= p.pick(0, 1.5, 3)
	if amount == "" {
		return p.actLine(y-2) + 10
	}
	due := p.headlineFigure()
	if p.s.Form.Headline == Apart {
		s.Put(p.left, y, size, page.Bold, amount+p.word(":", ""))
		s.Right(p.m, p.right-4, y, size, page.Bold, due)
	} else {
		colon := ": "
		if strings.HasSuffix(amount, " is") || p.voiced() && p.chance(12) {
			colon = " "
		}
		put(page.Bold, size, amount+colon+due)
	}
	y += size * 0.9
	if p.voiced() {
		return p.actLine(y) + 10
	}
	if p.n.Hearing != nil {
		y += 8
		s.Put(p.left, y, 11, page.Bold, p.word("Request a hearing by ", "Hearing request due by ", "You must request a hearing by ")+p.hearingBy(noticed.PlaceHeadline))
		y += 4
	}
	return y + 10
}

// amountLabel is the label of the amount under the headline.
func (p *press) amountLabel() string {
	switch {
	case p.voiced():
		return p.text.Label
	case p.n.Code == notice.CP14:
		return "Amount due"
	}
	return "Amount due immediately"
}

func (p *press) headlineFigure() string {
	if p.voiced() {
		return p.put(p.text.Figure, noticed.PlaceHeadline)
	}
	return p.due(noticed.PlaceHeadline)
}

// actLine prints the day to act by in bold under the headline, if the notice does
// that.
func (p *press) actLine(y float64) float64 {
	if p.text.Act == "" {
		return y
	}
	y += 14
	size := p.pick(11, 12, 14)
	for _, l := range page.Wrap(p.m, page.Bold, size, p.right-p.left, p.put(p.text.Act, noticed.PlaceHeadline)) {
		p.sheet.Put(p.left, y, size, page.Bold, l)
		y += size * 1.2
	}
	return y - size*0.8
}

func (p *press) headlineWords() (small, large string) {
	if p.voiced() {
		return p.put(p.text.Small, noticed.PlaceHeadline), p.put(p.text.Large, noticed.PlaceHeadline)
	}
	switch p.n.Code {
	case "CP14":
		if p.chance(60) {
			return "", "You have a balance due for " + p.year(noticed.PlaceHeadline)
		}
		return "", "You have unpaid taxes for " + p.year(noticed.PlaceHeadline)
	case "CP504":
		return "Notice of intent to levy", p.word(
			"Intent to seize your state tax refund or other property",
			"Intent to seize your property or rights to property",
			"We intend to levy your state tax refund")
	}
	if p.s.Design == Redesign && p.chance(60) {
		return "", "Notice of Intent to Levy and Your Collection Due Process Right to a Hearing"
	}
	return p.word("Notice of intent to levy and notice of your right to a hearing",
		"Notice of Intent to Levy and Notice of Your Right to a Hearing"), "Intent to seize your property or rights to property"
}

// repeat prints the header of a later page.
func (p *press) repeat() {
	s := p.sheet
	s.Begin()
	rows := p.headerRows(false)
	number := fmt.Sprintf("Page %d of %d", p.number(), p.of)
	if p.s.Design == Redesign {
		p.repeatLine(rows, number)
		return
	}
	form := p.s.Form.Header
	if form == Stacked || form == Boxed {
		form = Columns
	}
	y := p.pairs(form, rows, 372, 42, 8.6, 11.2)
	if p.s.Form.Number == InHeader {
		s.Put(372, y, 8.6, p.say.labelFace, number)
	} else {
		p.pageNumber()
	}
	p.footer()
}

// footer prints the last line of a later page.
func (p *press) footer() {
	if p.s.Form.Footer {
		p.sheet.Right(p.m, p.right, 780, 7.6, page.Regular,
			"Notice "+p.code(noticed.PlaceFooter)+p.word(" (Rev. 1-2018)", " (Rev. 10-2021)  Catalog Number 53419H", ""))
	}
}

// repeatLine prints the header of a later page on one line.
func (p *press) repeatLine(rows []row, number string) {
	size, labels := 7.8, p.s.Seed%3 != 0
	gap := 14.0
	total := p.width(page.Regular, size, number)
	items := make([]string, 0, len(rows))
	for _, r := range rows {
		item := r.value
		if labels {
			item = r.label + " " + r.value
		}
		items = append(items, item)
		total += p.width(page.Regular, size, item) + gap
	}
	if room := p.right - p.left; total > room {
		size *= room / total
	}
	x := p.left
	for _, it := range items {
		p.sheet.Put(x, 40, size, page.Regular, it)
		x += p.width(page.Regular, size, it) + gap*size/7.8
	}
	p.sheet.Right(p.m, p.right, 40, size, page.Regular, number)
	p.sheet.Rule(p.left, p.right, 46, 0.6)
	p.footer()
}
