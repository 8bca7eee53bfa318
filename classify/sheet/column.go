package sheet

import (
	"cmp"
	"slices"
	"strings"

	"noticed"
	"noticed/classify/layout"
	"noticed/classify/printed"
)

// tableColumn is a column of a table by its head.
type tableColumn struct {
	head string // folded
	box  noticed.Box
}

func (c tableColumn) has(heads []string) bool {
	for _, h := range heads {
		if strings.Contains(c.head, h) {
			return true
		}
	}
	return false
}

// ofMany says whether a head is several that look like one: of what is owed, and before it
// of a penalty or of interest.
func (c tableColumn) ofMany() bool {
	for _, part := range foldAll("interest", "penalty") {
		if at := strings.Index(c.head, part); at >= 0 && (tableColumn{head: c.head[at+len(part):]}).has(finalHeads) {
			return true
		}
	}
	return false
}

// finalColumn is the index of the column that says what is owed in the end, or
// -1: the rightmost of those whose head says so most plainly.
func finalColumn(columns []tableColumn) int {
	best, most := -1, 0
	for i, c := range columns {
		score := 0
		switch {
		case c.has(foldAll("total")):
			score = 4
		case c.has(partHeads) && !c.has(foldAll("proposed penalty", "penalty amount")):
			score = 1
		case c.has(finalHeads):
			score = 3
		case c.has(foldAll("balance", "amount")):
			score = 2
		}
		if score > most || score == most && score > 0 && c.box.Right() > columns[best].box.Right() {
			best, most = i, score
		}
	}
	return best
}

// nearestColumn is the column whose head stands nearest over a box.
func nearestColumn(columns []tableColumn, b noticed.Box) tableColumn {
	best := columns[0]
	for _, c := range columns[1:] {
		if abs(c.box.Left()-b.Left()) < abs(best.box.Left()-b.Left()) {
			best = c
		}
	}
	return best
}

// ofPeriods says whether the column holds tax periods, in front of anything else
// that stands close enough to share it.
func (c tableColumn) ofPeriods() bool {
	other := len(c.head)
	for _, h := range foldAll("assess", "refil", "filed") {
		if i := strings.Index(c.head, h); i >= 0 {
			other = min(other, i)
		}
	}
	for _, h := range periodHeads {
		if i := strings.Index(c.head, h); i >= 0 && i < other {
			return true
		}
	}
	return false
}

// under says whether a box stands in a column.
func (c tableColumn) under(b noticed.Box) bool {
	return min(c.box.Right(), b.Right())-max(c.box.Left(), b.Left()) > 0 || abs(c.box.MidX()-b.MidX()) < 0.6*max(c.box.Width(), b.Width())
}

// onlyPart says whether an amount stands under the head of a column of interest or of
// penalties that came to a debt, which are only a part of what is owed; a penalty is where
// the table has interest, too, and may else be what is proposed.
func onlyPart(columns []tableColumn, b noticed.Box) bool {
	c := columnOf(columns, b)
	interest := slices.ContainsFunc(columns, func(c tableColumn) bool { return c.has(foldAll("interest")) })
	part := c.has(foldAll("interest", "additional penalty", "late payment")) || interest && c.has(foldAll("penalty"))
	return part && !c.has(finalHeads) && !c.has(foldAll("total", "balance"))
}

// elsewhere says whether an amount stands under the head of another column of amounts than
// the one of what is owed, and not under that.
func elsewhere(columns []tableColumn, final int, b noticed.Box) bool {
	c, owed := columnOf(columns, b), columns[final]
	return c != owed && c.has(amountHeads) && !owed.under(b)
}

// columnOf is the column whose head stands nearest over the middle or the right edge of an
// amount.
func columnOf(columns []tableColumn, b noticed.Box) tableColumn {
	off := func(c tableColumn) float64 { return min(abs(b.MidX()-c.box.MidX()), abs(b.Right()-c.box.Right())) }
	return slices.MinFunc(columns, func(x, y tableColumn) int { return cmp.Compare(off(x), off(y)) })
}

// nearest is the index of the amount that stands nearest to the middle or the right
// edge of a column.
func nearest(c tableColumn, run layout.Run, amounts []printed.AmountMatch) int {
	best, least := len(amounts)-1, 1e9
	for i, a := range amounts {
		b := run.Box(a.Start, a.End)
		if d := min(abs(b.MidX()-c.box.MidX()), abs(b.Right()-c.box.Right())); d < least {
			best, least = i, d
		}
	}
	return best
}

// dropStrayed takes the amount from the lines that have it in another column than
// the line with most amounts: their own was lost.
func (t *Table) dropStrayed() {
	full := slices.MaxFunc(t.Rows, func(a, b TableRow) int { return cmp.Compare(len(a.Amounts), len(b.Amounts)) })
	for i, row := range t.Rows {
		if row.HasAmount && len(row.Amounts) < len(full.Amounts) && (row.owed.Right() < full.owed.Left() || row.owed.Left() > full.owed.Right()) {
			t.Rows[i].Amount, t.Rows[i].HasAmount = 0, false
		}
	}
}
