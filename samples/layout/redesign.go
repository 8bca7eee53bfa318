package layout

import (
	"fmt"

	"noticed"
	"noticed/samples/page"
)

// redesignFirst lays out a notice of the plainer design seen from 2023 on.
func (p *press) redesignFirst() {
	p.letterhead()
	low := p.headerBlock()
	low = max(low, p.addressWindow(low-14))
	y := p.headline(max(low, p.pick(232, 242)))
	coupon := p.couponTop()
	p.qr(p.right-62, y-10)
	p.sheet.Begin()
	f := flow{p: p, x: p.left, right: p.right - 80, y: y, bottom: coupon - 40}
	if p.voiced() {
		f.bottom = coupon - 60 - float64(len(p.n.Rows)+3)*p.base*2.1
	}
	p.over = f.run(p.opening())
	y = max(f.y, y+60)
	if p.say.summary != "" {
		y = p.amountTable(y)
	}
	parts := append([]part{}, p.immediately()...)
	if p.chance(60) {
		parts = append(parts, sec("IRS help"), text("If you have questions, call "+p.n.Phone+" ("+p.n.Hours+") or visit www.irs.gov/"+p.word("account", "payments", "help")+"."))
	}
	p.rest(parts, y, coupon)
}

// amountTable prints the summary as a table of descriptions and amounts.
func (p *press) amountTable(y float64) float64 {
	s := p.sheet
	s.Begin()
	size := p.base
	step := size * 1.6
	x1, x2 := p.left, p.pick(p.right, p.left+380)
	y += size + 4
	s.Put(x1, y, size+2, page.Bold, p.say.summary)
	y += step
	s.Fill(x1, y-size-1, x2, y+4, 0.85)
	s.Put(x1+4, y, size, page.Bold, "Description")
	s.Right(p.m, x2-4, y, size, page.Bold, "Amount")
	y += step
	y = p.summaryRows(x1+4, x2-4, y, size, step)
	return y + 2
}

// qr draws something like a QR code: finder squares and noise.
func (p *press) qr(x, y float64) {
	const n, cell = 25, 2.2
	finder := func(cx, cy int) (in, dark bool) {
		for _, c := range [][2]int{{0, 0}, {n - 7, 0}, {0, n - 7}} {
			dx, dy := cx-c[0], cy-c[1]
			if dx < -1 || dy < -1 || dx > 7 || dy > 7 {
				continue
			}
			if dx < 0 || dy < 0 || dx > 6 || dy > 6 {
				return true, false
			}
			ring := dx == 0 || dy == 0 || dx == 6 || dy == 6
			core := dx >= 2 && dx <= 4 && dy >= 2 && dy <= 4
			return true, ring || core
		}
		return false, false
	}
	for j := range n {
		for i := range n {
			in, dark := finder(i, j)
			if !in {
				dark = p.r.IntN(2) == 0
			}
			if dark {
				p.sheet.Fill(x+float64(i)*cell, y+float64(j)*cell, x+float64(i+1)*cell, y+float64(j+1)*cell, 0)
			}
		}
	}
}

// legacyFirst lays out the label-and-colon letter of the years before 2010,
// which some sites kept on printing.
func (p *press) legacyFirst() {
	p.say.sideHeads = false
	p.letterhead()
	low := p.legacyHeader()
	low = max(low, p.addressWindow(low-14))
	y := p.headline(max(low, 236))
	coupon := p.couponTop()
	y = p.columns(y, coupon-26)
	p.rest(p.immediately(), y, coupon)
}

func (p *press) legacyHeader() float64 {
	at := noticed.PlaceHeader
	code := p.code(at)
	for i, c := range code {
		if i > 0 && c >= '0' && c <= '9' {
			code = code[:i] + " " + code[i:]
			break
		}
	}
	date := p.date(at)
	rows := []row{{"Notice Number:", code}, {"Date:", date}, {p.say.idLabel + ":", p.id(at)}}
	switch {
	case p.n.Multi():
	case p.n.ByPeriod():
		rows = append(rows, row{"Tax Form:", p.n.Periods[0].Form}, row{"Tax Period:", p.period(at)})
	default:
		rows = append(rows, row{"Tax Form:", p.n.Periods[0].Form}, row{"Tax Year:", p.year(at)})
	}
	if p.n.CaseRef != "" {
		rows = append(rows, row{"Case reference number:", p.n.CaseRef})
	}
	for _, r := range p.numbers() {
		rows = append(rows, row{r.label + ":", r.value})
	}
	if p.n.PetitionBy != nil {
		rows = append(rows, row{"Last Day to Petition Tax Court:", p.act("petition_by", at)})
	}
	rows = append(rows, row{"For assistance, call:", p.n.Phone}, row{"Your Caller ID:", p.n.CallerID})
	s := p.sheet
	s.Begin()
	y, size := 46.0, 9.0
	for _, r := range rows {
		s.Put(350, y, size, page.Regular, r.label)
		s.Put(350+p.width(page.Regular, size, r.label)+5, y, size, page.Regular, r.value)
		y += size * 1.3
	}
	s.Put(350, y, size, page.Regular, fmt.Sprintf("Page 1 of %d", p.of))
	if p.voiced() {
		return y + 24
	}
	return 0
}
