package sheet

import (
	"regexp"
	"slices"
	"strings"

	"noticed"
	"noticed/classify/layout"
	"noticed/classify/printed"
)

// between is what may stand between a label for what is due and its amount.
var between = regexp.MustCompile(`(?i)^[\s:.=_-]*(?:immediately|now|is|in full|by|on|before|for|this notice|,|\s|:|\.)*$`)

// due reads the amount, and the day, that stand behind a label for what is due.
type due struct {
	amount      printed.AmountMatch
	hasAmount   bool
	date        printed.DateMatch
	hasDate     bool
	immediately bool
	run         layout.Run
}

func readDue(run layout.Run, from int) due {
	d := due{run: run}
	text := run.Text[from:]
	dates := printed.Dates(text)
	blank := text
	if len(dates) > 0 {
		m := dates[0]
		blank = text[:m.Start] + strings.Repeat(" ", m.End-m.Start) + text[m.End:]
	}
	amounts := printed.Amounts(blank)
	if len(amounts) == 0 {
		amounts = printed.WholeDollars(blank)
	}
	d.immediately = layout.Contains(layout.Fold(upTo(text, 40)), layout.Fold("immediately"))
	if len(amounts) > 0 && between.MatchString(blank[:amounts[0].Start]) {
		d.amount, d.hasAmount = shiftAmount(amounts[0], from), true
	}
	if len(dates) > 0 && between.MatchString(strings.TrimRight(text[:dates[0].Start], " ")+" ") {
		d.date, d.hasDate = shiftDate(dates[0], from), true
	} else if len(dates) > 0 && d.hasAmount {
		// "Amount due: $1,075.21 by February 20, 2018"
		if gap := text[min(amounts[0].End, dates[0].Start):dates[0].Start]; strings.TrimSpace(strings.ToLower(gap)) == "by" {
			d.date, d.hasDate = shiftDate(dates[0], from), true
		}
	}
	return d
}

func upTo(s string, n int) string { return s[:min(len(s), n)] }

func shiftAmount(a printed.AmountMatch, by int) printed.AmountMatch {
	a.Start, a.End = a.Start+by, a.End+by
	return a
}

func shiftDate(d printed.DateMatch, by int) printed.DateMatch {
	d.Start, d.End = d.Start+by, d.End+by
	return d
}

// readDues takes the amounts that stand behind a label for what is due: under
// the headline, in the stub. The summary box is read on its own.
func (r *reader) readDues() {
	for _, h := range r.hits {
		if h.kind != labelDue && h.kind != labelPayBy && h.kind != labelRefund || r.inSummary(h.box()) || r.inTable(h.box()) || r.ofRates(h.cell.Line) {
			continue
		}
		words := append([]layout.Word{}, h.cell.Words...)
		amounts := 0 // cells with one
		for c, ok := r.Layout.Right(h.cell); ok && !r.labelled(c); c, ok = r.Layout.Right(c) {
			words = append(words, c.Words...)
			if len(printed.Amounts(c.Text())) > 0 {
				amounts++
			}
		}
		if amounts > 1 { // what was and what is now, side by side
			continue
		}
		d := readDue(layout.NewRun(words), h.end)
		if (!d.hasAmount || !d.hasDate) && h.limit == len(h.run.Text) {
			if below, ok := r.Layout.Below(h.cell, 1.2); ok && !r.labelled(below) {
				d = r.readDueBelow(d, h, below)
			}
		}
		r.takeDue(h, d)
	}
}

// ofRates says whether a line heads the columns of how interest was figured: what stands
// there under "Amount due" was due then.
func (r *reader) ofRates(line int) bool {
	cells := r.Layout.Lines[line].Cells
	return len(cells) > 2 && slices.ContainsFunc(cells, func(c layout.Cell) bool {
		return tableColumn{head: layout.Fold(c.Text())}.has(rateHeads)
	})
}

// readDueBelow completes what a label did not find on its own line with the line
// below it: the amount under its label, or the rest of a broken "by / February
// 20, 2018".
func (r *reader) readDueBelow(d due, h hit, below layout.Cell) due {
	run := layout.NewRun(below.Words)
	b := readDue(run, 0)
	if !d.hasAmount && b.hasAmount && strings.Trim(run.Text[:b.amount.Start], " :") == "" {
		b.immediately = d.immediately
		return b
	}
	if d.hasAmount && !d.hasDate && b.hasDate && endsWithBy(h.run.Text) {
		r.takePayBy(run, b.date, h)
	}
	return d
}

func endsWithBy(s string) bool {
	return strings.HasSuffix(strings.ToLower(strings.TrimRight(s, " :")), " by")
}

func (r *reader) takeDue(h hit, d due) {
	if d.immediately || layout.Contains(layout.Fold(h.text()), layout.Fold("immediately")) {
		r.Immediately = r.Immediately || d.hasAmount
	}
	if d.hasDate {
		r.takePayBy(d.run, d.date, h)
	}
	if !d.hasAmount {
		return
	}
	place := r.placeOnPage(h.box())
	if place == noticed.PlaceProse && r.headlineBand(h.box()) {
		place = noticed.PlaceHeadline
	}
	seen := see(r, Due{d.amount.Value, h.text(), h.kind == labelRefund}, d.run, d.amount.Start, d.amount.End, place, d.amount.Repaired || d.amount.CommaCents)
	r.Dues = append(r.Dues, seen)
}

func (r *reader) takePayBy(run layout.Run, d printed.DateMatch, h hit) {
	box := run.Box(d.Start, d.End)
	if r.explained(box) {
		return
	}
	place := r.placeOnPage(h.box())
	if place == noticed.PlaceProse && r.headlineBand(h.box()) {
		place = noticed.PlaceHeadline
	}
	r.addDay(labelRoles[labelDue], run, d, place)
}

// headlineBand says whether a box stands above the summary box and the body of
// the page, where the headline and the amount under it are.
func (r *reader) headlineBand(b noticed.Box) bool {
	limit := 0.45 * r.Layout.Height
	if top, ok := r.summaryTop(); ok {
		limit = top + r.Layout.Type
	}
	return b.MidY() < limit
}
