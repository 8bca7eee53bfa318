package classify

import (
	"slices"
	"testing"

	"noticed"
	"noticed/classify/layout/typeset"
)

// without returns the paper without the lines that stand between two heights
// right of the middle.
func (p paper) withoutRight(from, to float64) paper {
	out := slices.Clone(p)
	out[0] = slices.DeleteFunc(slices.Clone(p[0]), func(l typeset.Line) bool { return l.X > 300 && l.Y >= from && l.Y <= to })
	return out
}

// A page that prints one amount only, and twice, has no summary to lose; a scan
// may have lost it.
func TestANoticeWithoutABox(t *testing.T) {
	bare := cp14.withoutRight(265, 335)
	a := only(t, bare.read())
	if got := reasons(a); got != "" || len(a.Amounts) != 0 || a.Balance.Value != noticed.Dollars(1075, 21) {
		t.Errorf("review %q, amounts %v, balance %v", got, a.Amounts, a.Balance)
	}
	other := slices.Clone(bare)
	other[0] = append(slices.Clone(bare[0]), typeset.Line{X: 36, Y: 400, Text: "Failure-to-pay penalty of $318.30 is a part of it."})
	if got := reasons(only(t, other.read())); got != "missing amounts" {
		t.Errorf("another amount: %q", got)
	}
	if got := reasons(only(t, bare.scanned(0.99, bare.alike).Notices())); got != "missing amounts" {
		t.Errorf("a scan: %q", got)
	}
}

// What a balance includes must stand apart from it, and the balance elsewhere.
func TestASummaryThatOnlyIncludes(t *testing.T) {
	p := cp14.withoutRight(265, 335)
	p[0] = append(p[0], typeset.Line{X: 340, Y: 270, Size: 9, Text: "Account Summary"},
		typeset.Line{X: 340, Y: 284, Text: "Current balance:"}, typeset.Line{X: 520, Y: 284, Text: "$1,075.21"}, typeset.Line{X: 340, Y: 296, Text: "Includes:"},
		typeset.Line{X: 340, Y: 308, Text: "Penalty:"}, typeset.Line{X: 520, Y: 308, Text: "$951.60"})
	a := only(t, p.read())
	if got := reasons(a); got != "" || len(a.Amounts) != 1 || a.Amounts[0].Role != noticed.AmountPenalty {
		t.Errorf("review %q, amounts %v", got, a.Amounts)
	}
	if got := reasons(only(t, p.with(t, 1, "$951.60", "$1,951.60").read())); got != "sum_mismatch amounts summary" {
		t.Errorf("more than the whole: %q", got)
	}
}

// A plan in default may list what stands elsewhere instead of a sum.
func TestTheSummaryOfAPlan(t *testing.T) {
	plan := paper{{
		{X: 36, Y: 40, Text: "Department of the Treasury"}, {X: 370, Y: 40, Text: "Notice"}, {X: 480, Y: 40, Text: "CP523"},
		{X: 36, Y: 52, Text: "Internal Revenue Service"}, {X: 370, Y: 52, Text: "Notice date"}, {X: 480, Y: 52, Text: "January 30, 2018"},
		{X: 370, Y: 64, Text: "Social security number"}, {X: 480, Y: 64, Text: "987-65-4321"},
		{X: 60, Y: 150, Text: "JAMES HINDS"}, {X: 60, Y: 162, Text: "22 BOULDER STREET"}, {X: 60, Y: 174, Text: "HANSON, CT 00000-7253"},
		{X: 36, Y: 210, Size: 11, Text: "Notice of intent to levy"}, {X: 36, Y: 224, Size: 11, Text: "Intent to terminate your installment agreement"},
		{X: 36, Y: 240, Size: 11, Text: "Payment due immediately: $198.79"},
		{X: 36, Y: 270, Text: "You missed one or more of the monthly"}, {X: 340, Y: 270, Size: 9, Text: "Billing Summary"},
		{X: 36, Y: 282, Text: "payments, and so defaulted on your plan."}, {X: 340, Y: 283, Text: "Past due payment amount"}, {X: 520, Y: 283, Text: "$198.79"},
		{X: 36, Y: 294, Text: "We will terminate your agreement on March"}, {X: 340, Y: 296, Text: "Total amount you owe, all"}, {X: 516, Y: 300, Text: "$21,527.14"},
		{X: 36, Y: 306, Text: "1, 2018 unless you pay by then."}, {X: 340, Y: 305, Text: "tax periods"},
		{X: 36, Y: 400, Text: "Tax period"}, {X: 200, Y: 400, Text: "Form"}, {X: 440, Y: 400, Text: "Balance"},
		{X: 36, Y: 413, Text: "December 31, 2015"}, {X: 200, Y: 413, Text: "1040"}, {X: 440, Y: 413, Text: "$21,527.14 "},
	}}
	a := only(t, plan.read())
	if got := reasons(a); got != "" || a.Balance.Value != noticed.Dollars(198, 79) || len(a.Amounts) != 2 || a.Amounts[1].Role != noticed.AmountTotal || a.Amounts[1].Value != noticed.Dollars(21527, 14) {
		t.Errorf("review %q, balance %v, amounts %v", got, a.Balance, a.Amounts)
	}
	if got := reasons(only(t, plan.with(t, 1, "$21,527.14", "$21,572.14").read())); got == "" {
		t.Error("two totals of all periods")
	}
	lost := only(t, plan.with(t, 1, "$21,527.14 ", "stamp").read())
	wants(t, lost, noticed.ReasonMissing, noticed.FieldPeriods, noticed.PlaceTable)
	for _, a := range lost.Amounts {
		if a.Value == 0 {
			t.Errorf("what was lost is told as nothing: %v", a)
		}
	}
}
