package layout

import (
	"noticed"
	"noticed/samples/notice"
	"noticed/samples/page"
)

// cell is the text of a table's cell and whether it is set at the right.
type column struct {
	title string
	right bool
	cell  func(i int) string
}

// periodTable is the table of tax periods on page 2 of an LT11.
func (p *press) periodTable() part {
	ps := p.n.Periods
	total := p.chance(70)
	full := p.chance(40)
	spelling := p.r.IntN(5)
	formWord := p.chance(25)
	dollar := p.chance(60)
	height := float64(len(ps)+4)*p.base*1.7 + 16
	return part{kind: figure, tall: height, draw: func(y float64) float64 {
		money := func(m noticed.Money) string {
			if dollar {
				return notice.Dollars(m)
			}
			return notice.Figures(m)
		}
		cols := []column{
			{p.word("Form", "Form number", "Type of tax"), false, func(i int) string {
				if formWord {
					return "Form " + ps[i].Form
				}
				return ps[i].Form
			}},
			{p.word("Tax period", "Tax period ending", "Period ending"), false, func(i int) string { return notice.Spell(ps[i], spelling) }},
		}
		if full {
			cols = append(cols,
				column{"Amount you owed", true, func(i int) string { return money(ps[i].Owed) }},
				column{"Additional penalty", true, func(i int) string { return money(ps[i].Penalty) }},
				column{"Additional interest", true, func(i int) string { return money(ps[i].Interest) }})
		}
		cols = append(cols, column{p.word("Amount due", "Amount you owe", "Total"), true, func(i int) string {
			what := "period_amount"
			return p.copy(noticed.FieldPeriods, what, noticed.PlaceTable, money(ps[i].Amount))
		}})
		return p.table(y, cols, len(ps), total)
	}}
}

func (p *press) table(y float64, cols []column, rows int, total bool) float64 {
	s, size := p.sheet, p.base-0.4
	s.Begin()
	x1, x2 := p.left+4, p.right-4
	step := size * 1.65
	y += size + 4
	edge := func(c int) float64 { return x1 + (x2-x1)*float64(c)/float64(len(cols)) }
	deepest := 1
	titles := make([][]string, len(cols))
	for c := range cols {
		titles[c] = page.Wrap(p.m, page.Bold, size, edge(1)-edge(0)-10, cols[c].title)
		deepest = max(deepest, len(titles[c]))
	}
	put := func(c int, y float64, f page.Face, t string) {
		if cols[c].right {
			s.Right(p.m, edge(c+1)-4, y, size, f, t)
		} else {
			s.Put(edge(c), y, size, f, t)
		}
	}
	for c := range cols {
		for i, t := range titles[c] { // the last lines stand side by side
			put(c, y+float64(deepest-len(titles[c])+i)*size*1.15, page.Bold, t)
		}
	}
	y += float64(deepest-1) * size * 1.15
	s.Rule(x1, x2, y+4, 0.8)
	for i := range rows {
		y += step
		for c := range cols {
			put(c, y, page.Regular, cols[c].cell(i))
		}
	}
	if total {
		s.Rule(x1, x2, y+4, 0.6)
		y += step
		s.Put(x1, y, size, page.Bold, p.word("Total", "Total amount due", "Amount due immediately"))
		put(len(cols)-1, y, page.Bold, p.copy(noticed.FieldBalance, "balance", noticed.PlaceTable, notice.Dollars(p.n.Balance)))
	}
	return y + 6
}

// ratesPage is a page of Notice 746: interest rates, full of dates and
// percentages.
func (p *press) ratesPage() {
	p.newSheet()
	if !p.s.Uncounted && (p.s.Design == Redesign || p.chance(60)) {
		p.repeat()
	}
	s := p.sheet
	s.Begin()
	y := 110.0
	s.Put(p.left, y, 13, page.Bold, "Information About Your Notice, Penalty and Interest")
	s.Put(p.left, y+16, p.base, page.Regular, "Notice 746 (Rev. 11-2021)   Catalog Number 63146F")
	f := flow{p: p, x: p.left, right: p.right, y: y + 26, bottom: 300}
	f.run([]part{text("We charge interest when your tax isn't paid on time. Interest rates vary and may change quarterly. The table below shows the rates we used to calculate the interest on your unpaid amount due.")})
	y = f.y + 16
	s.Put(p.left+20, y, p.base, page.Bold, "Period")
	s.Put(p.left+300, y, p.base, page.Bold, "Interest rate")
	for _, l := range []string{
		"October 1, 2016 through March 31, 2018|4%", "April 1, 2018 through December 31, 2018|5%", "January 1, 2019 through June 30, 2019|6%",
		"July 1, 2019 through June 30, 2020|5%", "July 1, 2020 through March 31, 2022|3%", "April 1, 2022 through June 30, 2022|4%",
		"July 1, 2022 through September 30, 2022|5%", "October 1, 2022 through December 31, 2022|6%", "January 1, 2023 through September 30, 2023|7%",
		"October 1, 2023 through December 31, 2025|8%", "Beginning January 1, 2026|7%",
	} {
		y += p.lead * 1.2
		a, b, _ := cut(l)
		s.Put(p.left+20, y, p.base, page.Regular, a)
		s.Put(p.left+320, y, p.base, page.Regular, b)
	}
}
