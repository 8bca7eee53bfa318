package sheet

import (
	"slices"
	"strings"

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
		if !r.pageNumbered(line) {
			continue
		}
		var dates []headDate
		for _, c := range line.Cells {
			if r.labelled(c) {
				continue
			}
			v := whole(c)
			if t, ok := r.code(v.text()); ok && len(t) == len(v.text()) {
				r.Codes = append(r.Codes, see(r, Code{t, false}, v.run, 0, len(t), noticed.PlaceHeader, false))
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
			}
		}
		r.takeHeadDates(dates)
	}
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
