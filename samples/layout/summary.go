package layout

import (
	"strings"

	"noticed"
	"noticed/samples/notice"
	"noticed/samples/page"
)

func upper(s string) string { return strings.ToUpper(s) }

// columns prints the opening prose at the left and the summary at the right and
// returns the y below both.
func (p *press) columns(y, bottom float64) float64 {
	split := p.pick(318, 330, 342)
	if p.s.Form.Narrow {
		split = p.pick(390, 404)
	}
	if p.voiced() && (p.say.summary == "" || p.s.Form.Below) {
		return p.below(y, bottom)
	}
	prose := p.opening()
	left := flow{p: p, x: p.left, right: split - 16, y: y, bottom: bottom}
	p.sheet.Begin()
	if p.chance(50) {
		p.over = left.run(prose)
		return max(left.y, p.summaryBox(split, p.right, y)) + 4
	}
	end := p.summaryBox(split, p.right, y)
	p.sheet.Begin()
	p.over = left.run(prose)
	return max(left.y, end) + 4
}

// below prints the opening prose across the page and the summary, if there is
// one, under it.
func (p *press) below(y, bottom float64) float64 {
	p.sheet.Begin()
	f := flow{p: p, x: p.left, right: p.right - p.pick(0, 0, 90), y: y, bottom: bottom}
	if p.say.summary == "" {
		p.over = f.run(p.opening())
		return f.y + 4
	}
	f.bottom -= float64(len(p.n.Rows)+3) * p.base * 1.9
	p.over = f.run(p.opening())
	x := p.left + p.pick(0, 60, 140)
	return p.summaryBox(x, min(p.right, x+p.pick(330, 400, 480)), f.y+4) + 4
}

// totalLabel is the label of the summary's last row and of the coupon.
func (p *press) totalLabel(at noticed.Place) string {
	if p.voiced() {
		if at == noticed.PlaceStub {
			return p.put(p.text.Due, at)
		}
		return p.put(p.text.Total, at)
	}
	if p.n.PayBy != nil && (p.n.Code == notice.CP14 || at == noticed.PlaceStub) {
		return "Amount due by " + p.payBy(at)
	}
	return "Amount due immediately"
}

// summaryBox prints the billing summary and returns the y below it.
func (p *press) summaryBox(x1, x2, y float64) float64 {
	s := p.sheet
	s.Begin()
	size := p.base
	step := size * p.pick(1.45, 1.6, 1.75)
	pad := 8.0
	top := y - 2
	framed := p.chance(65)
	y += size + 4
	s.Put(x1+pad, y, size+2, page.Bold, p.say.summary)
	y += 6
	if p.chance(60) {
		s.Rule(x1+pad, x2-pad, y, 0.8)
	}
	y += step * 0.9
	y = p.summaryRows(x1+pad, x2-pad, y, size, step)
	if framed {
		s.Frame(x1, top, x2, y, 0.8)
	}
	if p.voiced() && p.chance(10) {
		for _, l := range page.Wrap(p.m, page.Regular, size-1, x2-x1, "Payments we received after "+notice.Long(p.n.Date.AddDays(-9))+" are not included.") {
			y += size + 2
			s.Put(x1, y, size-1, page.Regular, l)
		}
	}
	return y + 6
}

func (p *press) summaryRows(x1, x2, y, size, step float64) float64 {
	s := p.sheet
	ruled := p.chance(50)
	top := y - size*1.1
	if p.s.Form.Lined {
		ruled = true
		s.Rule(x1-3, x2+3, top, 0.4)
	}
	for i, r := range p.n.Rows {
		value := r.Value
		if r.Unsigned && value < 0 {
			value = -value
		}
		figure := notice.Figures(value)
		if i == 0 || p.say.dollarAll {
			figure = notice.Dollars(value)
		}
		figure = p.copy(noticed.FieldAmounts, "row", noticed.PlaceSummary, figure)
		y = p.labelled(x1, x2, y, size, page.Regular, r.Label, figure)
		if ruled {
			s.Rule(x1, x2, y+size*0.45, 0.4)
		}
		y += step
	}
	if !ruled {
		s.Rule(x1, x2, y-step+size*0.5, 0.7)
	}
	y = p.labelled(x1, x2, y, size, p.say.totalFace, p.totalLabel(noticed.PlaceSummary), p.sum())
	if p.s.Form.Lined {
		end := y + size*0.45
		s.Rule(x1-3, x2+3, end, 0.4)
		for _, x := range []float64{x1 - 3, x2 - p.figures() - 4, x2 + 3} {
			s.Upright(x, top, end, 0.4)
		}
	}
	return y + size*0.9
}

// figures is the width of the widest figure a summary may have.
func (p *press) figures() float64 {
	w := p.width(page.Bold, p.base, notice.Dollars(p.n.Balance))
	for _, r := range p.n.Rows {
		w = max(w, p.width(page.Regular, p.base, notice.Dollars(r.Value)))
	}
	return w
}

// sum is the figure of the summary's last row.
func (p *press) sum() string {
	if p.voiced() {
		return p.put(p.text.Sum, noticed.PlaceSummary)
	}
	return p.due(noticed.PlaceSummary)
}

// labelled prints a label and its figure at the right; a long label wraps, and
// the figure stands beside its first or last line.
func (p *press) labelled(x1, x2, y, size float64, f page.Face, label, figure string) float64 {
	w := p.width(f, size, figure)
	ls := page.Wrap(p.m, f, size, x2-x1-w-8, label)
	if p.s.Seed%4 == 0 {
		p.sheet.Put(x2-w, y, size, f, figure)
		figure = ""
	}
	for i, l := range ls {
		if i > 0 {
			y += size * 1.15
		}
		p.sheet.Put(x1, y, size, f, l)
	}
	p.sheet.Put(x2-w, y, size, f, figure)
	return y
}
