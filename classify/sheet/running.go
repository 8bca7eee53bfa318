package sheet

import (
	"slices"
	"strings"
	"unicode"

	"noticed"
	"noticed/classify/layout"
	"noticed/classify/printed"
)

// readRunningHead takes code, date and taxpayer number from a line on top of a
// page that gives them without labels beside "Page n of m".
func (r *reader) readRunningHead() {
	for _, line := range r.Layout.Lines {
		if line.Box.MidY() > 0.15*r.Layout.Height {
			return
		}
		numbered := r.pageNumbered(line)
		if (numbered || line.Box.MidY() <= 0.1*r.Layout.Height) && r.takeLaterHead(line, numbered) || !numbered {
			continue
		}
		var dates []headDate
		var unread []layout.Cell
		codes := len(r.Codes)
		for _, c := range partsOf(line) {
			if r.labelled(c) {
				continue
			}
			v := whole(c)
			if t, ok := r.code(v.text()); ok && len(t) == len(v.text()) {
				r.Codes = append(r.Codes, see(r, Code{Text: t, Labelled: lettered(t)}, v.run, 0, len(t), noticed.PlaceHeader, false))
			} else if _, ok := printed.Date(v.text()); ok {
				for _, d := range printed.Dates(v.text()) {
					r.markDate(v.run.Box(d.Start, d.End))
					dates = append(dates, headDate{v.run, d})
				}
			} else if id, ok := printed.ID(v.text()); ok {
				r.IDs = append(r.IDs, see(r, id, v.run, v.start, v.end, noticed.PlaceHeader, id.Repaired))
			} else if id, start, ok := printed.GarbledID(strings.TrimSpace(v.text())); ok {
				r.IDs = append(r.IDs, see(r, id, v.run, start, start+len(id.Last4), noticed.PlaceHeader, false))
			} else if p, ok := printed.Period(v.text()); ok && p.BareYear {
				r.Periods = append(r.Periods, see(r, Period{End: p}, v.run, v.start, v.end, noticed.PlaceHeader, p.Repaired))
			} else if len(dates) == 0 && len(c.Words) == 1 && mayHoldCode(v.text()) {
				unread = append(unread, c)
			}
		}
		if len(dates) > 0 && len(r.Codes) == codes && len(unread) > 0 && r.How != noticed.HowText {
			r.UnreadCodes = append(r.UnreadCodes, r.evidence(unread[0].Box, "", noticed.PlaceHeader))
		}
		r.takeHeadDates(dates)
	}
}

// mayHoldCode says whether a word before the date may be what recognition made of the code:
// it begins with a letter and is as short as codes are.
func mayHoldCode(word string) bool {
	return len(word) > 2 && len(word) <= longestCode && unicode.IsLetter(rune(word[0]))
}

// lettered says whether a code without its CP or LTR ends in a letter, 3219N: one of
// figures only may be a year, 2000.
func lettered(code string) bool { return unicode.IsLetter(rune(code[len(code)-1])) }

// partsOf are the cells of a line, parted where recognition made signs of the rules
// between them: "CP504B = January 26, 2026 + 00-7134101".
func partsOf(line layout.Line) []layout.Cell {
	var out []layout.Cell
	for _, c := range line.Cells {
		from := 0
		for i := 0; i <= len(c.Words); i++ {
			if i < len(c.Words) && !isSign(c.Words[i].Text) {
				continue
			}
			if words := c.Words[from:i]; len(words) > 0 {
				out = append(out, layout.Cell{Words: words, Box: layout.Around(words), Line: c.Line, Index: c.Index})
			}
			from = i + 1
		}
	}
	return out
}

// isSign says whether a word is of signs, with a letter among them at most.
func isSign(word string) bool {
	alnum := 0
	for _, c := range word {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			alnum++
		}
	}
	return alnum == 0 || alnum == 1 && len([]rune(word)) > 1 && !strings.HasSuffix(word, ",") && !strings.HasSuffix(word, ".")
}

// headDate is a date in a line without labels.
type headDate struct {
	run layout.Run
	printed.DateMatch
}

// takeHeadDates takes the last of the days of such a line for the notice date and
// one before it for the end of the tax period, in whatever order they stand: no
// notice is about a period that is still to end.
func (r *reader) takeHeadDates(dates []headDate) {
	if len(dates) == 0 {
		return
	}
	last := slices.MaxFunc(dates, func(a, b headDate) int { return a.Value.DaysSince(b.Value) })
	for _, d := range dates {
		switch {
		case d.Value == last.Value:
			r.NoticeDates = append(r.NoticeDates, see(r, d.Value, d.run, d.Start, d.End, noticed.PlaceHeader, d.Repaired))
		case monthEnd(d.Value):
			r.Periods = append(r.Periods, see(r, Period{End: printed.PeriodEnd{End: d.Value}}, d.run, d.Start, d.End, noticed.PlaceHeader, d.Repaired))
		}
	}
}

func (r *reader) pageNumbered(line layout.Line) bool {
	for _, h := range r.hits {
		if h.kind == labelPage && h.cell.Line == line.Cells[0].Line && r.parses(h) {
			return true
		}
	}
	return false
}
