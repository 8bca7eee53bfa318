package sheet

import (
	"strings"

	"noticed"
	"noticed/classify/layout"
)

// totalOf is the index of the row that is the total: of those whose label may say
// so, the last that is the plain sum of the rows above it, or the first that they
// add up to with their signs; else the first that has rows above it; where no
// label says so, the last row that is the plain sum of several above it; or -1.
func totalOf(rows []summaryRow) int {
	first, plain := -1, lastSum(rows)
	if plain >= 0 && rows[plain].kind != 0 {
		return plain
	}
	for i, row := range rows {
		if row.kind == 0 {
			continue
		}
		if addsUp(rowsOf(rows[:i]), row.Amount) {
			return i
		}
		if first < 0 || first == 0 && i > 0 {
			first = i
		}
	}
	if first >= 0 {
		return first
	}
	return plain
}

// lastSum is the index of the last row that is the sum of several above it, or -1.
func lastSum(rows []summaryRow) int {
	last := -1
	var sum noticed.Money
	for i, row := range rows {
		if i > 1 && row.Amount == sum && sum != 0 {
			last = i
		}
		sum += row.Amount
	}
	return last
}

// includedUnder is the index of the row under which a line says that the rows
// below it are included in it, "Current balance / Includes: / Penalty", or -1.
func includedUnder(lines []boxLine) int {
	row := -1
	for _, l := range lines {
		if l.has {
			row++
		} else if row >= 0 && strings.HasPrefix(layout.Fold(layout.Join(l.label)), includes) {
			return row
		}
	}
	return -1
}

var includes = layout.Fold("includes")

// onlyParts says whether every row is the total of a part: what a later page
// shows of how a penalty was figured, and no summary.
func (s *Summary) onlyParts() bool {
	for _, r := range s.Rows {
		if !totalLabel(r.Label) || sumLabel(r.Label) {
			return false
		}
	}
	return s.Total == nil
}

// addsUp says whether amounts add up to a total, each with its sign or against
// it: credits are not always printed with a minus.
func addsUp(rows []Row, total noticed.Money) bool {
	if len(rows) == 0 || len(rows) > 10 {
		return false
	}
	for signs := range 1 << len(rows) {
		var sum noticed.Money
		for i, row := range rows {
			if signs>>i&1 == 1 {
				sum -= row.Amount
			} else {
				sum += row.Amount
			}
		}
		if sum == total {
			return true
		}
	}
	return false
}

func rowsOf(rows []summaryRow) []Row {
	out := make([]Row, len(rows))
	for i, row := range rows {
		out[i] = row.Row
	}
	return out
}

func totalLabel(s string) bool {
	return strings.HasPrefix(layout.Fold(s), "total")
}

// parts begin, behind the word total, what is only a part of what is due.
var parts = foldAll("interest", "penalt", "failure", "late", "accuracy", "estimated", "tax", "payments", "income", "credit", "wage", "withh", "deduction", "additions")

// sumLabel says whether a label says total, and not of a part only.
func sumLabel(s string) bool {
	rest, ok := strings.CutPrefix(layout.Fold(s), "total")
	if !ok {
		return false
	}
	for _, p := range parts {
		if strings.HasPrefix(rest, p) {
			return false
		}
	}
	return true
}
