package letter

import (
	"fmt"
	"strings"

	"noticed"
	"noticed/samples/galley"
	"noticed/samples/notice"
	"noticed/samples/page"
)

// field lays out a field letter.
func (p *press) field() {
	p.foot()
	p.running()
	p.fieldHead()
	switch p.n.Code {
	case notice.L3172:
		p.lien()
	case notice.L1153:
		p.trustFund()
	default:
		p.levy()
	}
}

// revisions are the lines that stand at the foot of a field letter: the only
// place where most have their code.
var revisions = map[string]struct{ revised, catalog []string }{
	notice.L1058: {[]string{"Rev. 11-2017", "Rev. 9-2012", "Rev. 2-2004", "11-2017"}, []string{"40488S"}},
	notice.L3172: {[]string{"Rev. 3-2012", "Rev. 10-2019", "DO) (Rev. 2-2004", "Rev. 4-2023"}, []string{"26767I"}},
	notice.L1153: {[]string{"Rev. 3-2002", "DO) (Rev. 6-2014", "Rev. 2-2020"}, []string{"40545C"}},
}

func (p *press) foot() {
	rev := revisions[p.n.Code]
	letter := p.word("Letter ", "Letter ", "Letter ", "Ltr ") + number(p.n.Code) + " (" + p.word(rev.revised...) + ")"
	catalog := p.word("Catalog Number ", "Catalog Number ", "Cat. No. ") + p.word(rev.catalog...)
	every, left, under := p.chance(60), p.chance(30), p.chance(50)
	size := p.pick(7.6, 8.4, 9)
	site := p.chance(30)
	p.AtFoot = func() {
		if p.Number() > 1 && !every {
			return
		}
		s := p.Sheet()
		s.Begin()
		y := 756.0
		text := p.code(noticed.PlaceFooter, letter)
		switch {
		case left && under:
			s.Put(p.Left, y, size, page.Regular, text)
			s.Put(p.Left, y+size*1.2, size, page.Regular, catalog)
		case left:
			s.Put(p.Left, y, size, page.Regular, text)
			s.Right(p.M, p.Right, y, size, page.Regular, catalog)
		case under:
			s.Right(p.M, p.Right, y, size, page.Regular, text)
			s.Right(p.M, p.Right, y+size*1.2, size, page.Regular, catalog)
		default:
			s.Right(p.M, p.Right, y, size, page.Regular, text)
			s.Put(p.Left, y, size, page.Regular, catalog)
		}
		if site {
			s.Center(p.M, 306, y, size, page.Regular, "www.irs.gov")
		}
	}
}

// running draws what stands at the head of the pages behind the first.
func (p *press) running() {
	how := p.r.IntN(4)
	p.numbered = how < 2
	name := strings.ToUpper(p.n.People.Coupon)
	p.Running = func() {
		s, y := p.Sheet(), 44.0
		of := fmt.Sprintf("Page %d of %d", p.Number(), p.of)
		switch how {
		case 0: // one line says it all
			x := p.Left
			for _, t := range []string{name, p.id(), p.date()} {
				s.Put(x, y, 8.6, page.Regular, t)
				x += p.M.Width(page.Regular, 8.6, t) + 18
			}
			s.Right(p.M, p.Right, y, 8.6, page.Regular, of)
		case 1:
			s.Center(p.M, 306, y, 9, page.Regular, of)
		case 2:
			s.Center(p.M, 306, y, 9, page.Regular, fmt.Sprintf("- %d -", p.Number()))
		}
		p.Y = 62
	}
}

// labels are the pairs of a field letter's head.
func (p *press) labels() []galley.Pair {
	n := p.n
	idLabel := p.word("Taxpayer ID number", "Taxpayer identification number", "Social Security number", "Taxpayer Identification Number")
	if n.Business() {
		idLabel = p.word("Taxpayer ID number", "Employer ID number", "Employer Identification Number")
	}
	pairs := []galley.Pair{
		galley.P(p.word("Date", "Date", "Letter Date", "Letter date"), p.date()),
		galley.P(idLabel, p.id()),
		galley.P(p.word("Person to contact", "Contact person", "Person to Contact"), p.word("R. Ames", "Mr. Delgado", "J. Whitcomb", "Ms. T. Orr")),
		galley.P(p.word("Employee ID number", "Employee Identification Number", "Contact ID number"), p.word("10", "02", "1000")+p.digits(6)),
		galley.P(p.word("Contact telephone number", "Phone", "Contact Telephone Number", "Telephone number"), n.Phone),
	}
	if p.chance(50) {
		pairs = append(pairs, galley.P(p.word("Fax number", "Fax"), "855-555-01"+p.digits(2)))
	}
	if p.chance(35) {
		pairs = append(pairs, galley.P(p.word("Contact hours", "Hours"), n.Hours))
	}
	if n.Mail != "" {
		pairs = append(pairs, galley.P(p.word("Certified Mail Number", "Certified mail number"), n.Mail))
	}
	return pairs
}

// fieldHead prints the letterhead, the labels at the right and the address.
func (p *press) fieldHead() {
	n, top := p.n, p.Y
	label, value := page.Regular, page.Regular
	switch p.r.IntN(3) {
	case 0:
		label = page.Bold
	case 1:
		value = page.Bold
	}
	p.Within(p.Left, 330, func() {
		size := p.pick(10, 11, 12)
		heads := []string{"Department of the Treasury", "Internal Revenue Service"}
		if p.chance(25) {
			heads[0], heads[1] = heads[1], heads[0]
		}
		for _, h := range heads {
			p.Set(size, p.pickFace(page.Bold, page.Bold, page.Regular), h)
		}
		p.Lines(p.Left, n.Office.Lines...)
	})
	p.Y = max(p.Y+24, 134)
	if p.chance(50) { // the digits of the mail machine
		p.Sheet().Put(p.Left, p.Y-8, 7, page.Mono, p.digits(12)+"s")
		p.Y += 4
	}
	p.window()
	labels := p.labels
	if n.Code == notice.L1153 {
		labels = p.parties
	}
	pairs := labels()
	how := p.stand(galley.Under, galley.Under, galley.Columns, galley.Colon)
	if how == galley.Under {
		colon := p.word(":", ":", "")
		for i := range pairs {
			pairs[i].Label += colon
		}
	}
	p.Sheet().Begin()
	left, size := p.pick(356, 368, 380), p.Size
	put := func() {
		p.Size = 9.2
		p.Pairs(how, label, value, pairs...)
		p.Size = size
	}
	if how != galley.Under && p.chance(25) { // below the address
		p.Space(1.2)
		put()
	} else {
		p.Beside(top, func() { p.Within(left, 590, put) })
	}
	p.Space(1.4)
	p.Sheet().Begin()
}

func (p *press) pickFace(of ...page.Face) page.Face { return of[p.r.IntN(len(of))] }

// title prints the lines over a letter's text.
func (p *press) title(lines ...string) {
	centered, size := p.chance(50), p.pick(12, 13)
	for _, l := range lines {
		if centered {
			p.Center(size, page.Bold, l)
		} else {
			p.Set(size, page.Bold, l)
		}
	}
	p.Space(0.7)
}

// dear prints the salutation.
func (p *press) dear() {
	p.Line(p.word("Dear "+p.n.People.Coupon+":", "Dear Taxpayer:", "Dear Sir or Madam:", "Dear "+p.n.People.Coupon+","))
	p.Space(0.5)
}

// signature ends a letter's text.
func (p *press) signature(titles ...string) {
	p.Need(7 * p.Lead)
	p.Space(0.4)
	p.Line("Sincerely,")
	p.Space(2.2)
	p.Lines(p.Left, p.word("R. Ames", "Teresa Orr", "J. Whitcomb"), p.word(titles...))
	p.Space(0.6)
}

// kinds of tax, in the words of a table.
func kindOfTax(q notice.Period) string {
	switch {
	case q.Form == "CIVPEN":
		return "Civil Penalty"
	case strings.HasPrefix(q.Form, "1040"), strings.HasPrefix(q.Form, "1120"):
		return "Income"
	case q.Form == "940":
		return "Unemployment"
	case strings.HasPrefix(q.Form, "94"):
		return "Employment"
	}
	return "Return"
}

// taxColumns are the first columns of a table of periods, and what stands in
// them.
func (p *press) taxColumns() (cols []galley.Column, cells func(notice.Period) []string) {
	kind, word := p.chance(25), p.chance(25)
	title := p.word("Form number", "Type of tax", "Tax form", "Form")
	if kind {
		cols, title = append(cols, galley.Column{Title: p.word("Type of tax", "Kind of tax")}), "Form"
	}
	form, period := galley.Column{Title: title}, galley.Column{Title: p.word("Tax period", "Tax period ended", "Period ending", "Tax period ending"), Wide: 0.19}
	swapped := p.chance(20)
	if swapped {
		form, period = period, form
	}
	return append(cols, form, period), func(q notice.Period) []string {
		var row []string
		if kind {
			row = append(row, kindOfTax(q))
		}
		form, period := q.Form, notice.Spell(q, p.spelling)
		if word {
			form = p.form(q)
		}
		if swapped {
			form, period = period, form
		}
		return append(row, form, period)
	}
}

// sum is the last row of a table, under its last column.
func sum(cols int, label, total string) []string {
	row := make([]string, cols)
	row[0], row[cols-1] = label, total
	return row
}
