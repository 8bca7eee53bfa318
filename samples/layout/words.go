package layout

import (
	"strings"

	"noticed"
	"noticed/samples/notice"
	"noticed/samples/page"
	"noticed/samples/wording"
)

// put replaces the marks of a text by their values and records each copy.
func (p *press) put(text string, at noticed.Place) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(text, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		mark, after, closed := strings.Cut(rest, "}")
		if !closed {
			panic("a mark without an end: " + text)
		}
		b.WriteString(p.value(mark, at))
		text = after
	}
}

func (p *press) value(mark string, at noticed.Place) string {
	switch mark {
	case "amount":
		return p.due(at)
	case "refund":
		return p.copy(noticed.FieldBalance, "balance", at, notice.Dollars(-p.n.Balance))
	case "year":
		return p.year(at)
	case "period":
		return p.period(at)
	case "good_through":
		return p.s.Form.Dates.Act(*p.n.GoodThrough)
	}
	return p.act(mark, at)
}

// set makes parts of running text out of a wording's.
func (p *press) set(parts []wording.Part) []part {
	kinds := map[wording.Kind]kind{wording.Section: section, wording.Heading: heading, wording.Para: para, wording.Bullet: bullet, wording.Tick: check}
	out := make([]part, 0, len(parts))
	for _, q := range parts {
		switch q.Kind {
		case wording.Lines:
			out = append(out, as(q.Lines...))
		case wording.Table:
			out = append(out, p.grid(q.Grid))
		default:
			out = append(out, part{kind: kinds[q.Kind], text: p.put(q.Text, noticed.PlaceProse)})
		}
	}
	return out
}

// grid is a table of a wording.
func (p *press) grid(g wording.Grid) part {
	size := p.base - 0.4
	t := grid{p: p, g: g, size: size}
	t.measure()
	return part{kind: figure, tall: t.tall(), draw: t.draw}
}

// enclosure prints a page that comes with the notice.
func (p *press) enclosure(q wording.Page) {
	p.newSheet()
	y := 122.0
	if q.Loose || p.s.Design == Redesign {
		y = 76
	}
	if !q.Loose {
		p.repeat()
	}
	s := p.sheet
	s.Begin()
	for _, l := range page.Wrap(p.m, page.Bold, 14, p.right-p.left, q.Title) {
		s.Put(p.left, y, 14, page.Bold, l)
		y += 17
	}
	y -= 17
	f := flow{p: p, x: p.left, right: p.right, y: y + 14, bottom: 740}
	f.run(p.set(q.Parts))
	if q.Foot != "" && (q.Loose || !p.s.Form.Footer && p.s.Form.Number != AtFoot) {
		s.Put(p.left, 768, 7.6, page.Regular, q.Foot)
	}
}
