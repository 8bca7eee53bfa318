package sheet

import (
	"slices"
	"strings"
	"testing"

	"noticed"
	"noticed/classify/layout"
	"noticed/classify/layout/typeset"
)

func rowsAndTotal(s *Sheet) string {
	if s.Summary == nil {
		return "none"
	}
	var out []string
	for _, r := range s.Summary.Rows {
		out = append(out, r.Label+" "+r.Amount.String())
	}
	if s.Summary.Total != nil {
		out = append(out, "= "+s.Summary.Total.Amount.String())
	}
	return strings.Join(out, "; ")
}

func row(y float64, label, amount string) []text {
	return []text{{X: 340, Y: y, Text: label}, {X: 520, Y: y, Text: amount}}
}

// A box without a title that is known is found by its arithmetic.
func TestASummaryByItsShape(t *testing.T) {
	lines := append(append(append(row(300, "Refund amount", "$5,423.87"), row(316, "Amount applied to 2019", "-3,005.13")...), row(332, "Remaining refund", "$2,418.74")...),
		text{X: 340, Y: 280, Text: "How we used it"})
	s := read(lines...)
	if got := rowsAndTotal(s); got != "Refund amount 5423.87; Amount applied to 2019 -3005.13; = 2418.74" {
		t.Errorf("got %s", got)
	}
	if s.SummaryTitle {
		t.Error("no title is announced")
	}
}

// Where the first label that may be a total has nothing above it, the total is the
// one that the rows add up to.
func TestWhichRowIsTheTotal(t *testing.T) {
	lines := append(append(append([]text{{X: 340, Y: 280, Text: "Summary"}}, row(300, "Refund due", "$5,103.23")...), row(316, "Applied to your 2019 tax", "-5,103.23")...), row(332, "Refund left", "$0.00")...)
	if got := rowsAndTotal(read(lines...)); got != "Refund due 5103.23; Applied to your 2019 tax -5103.23; = 0.00" {
		t.Errorf("got %s", got)
	}
}

func TestTotalsOfParts(t *testing.T) {
	for label, want := range map[string]bool{"Total": true, "Total payment due immediately": true, "Total amount you owe": true, "Total interest": false, "Total tax": false, "Total payments": false} {
		if sumLabel(label) != want {
			t.Errorf("%s: %v", label, !want)
		}
	}
}

func TestTablesOfSeveralAmounts(t *testing.T) {
	s := read(
		text{X: 50, Y: 230, Text: "Form"}, text{X: 120, Y: 230, Text: "Tax period ending"}, text{X: 280, Y: 230, Text: "Amount you owed"}, text{X: 400, Y: 230, Text: "Interest"}, text{X: 500, Y: 230, Text: "Amount you owe"},
		text{X: 50, Y: 243, Text: "1040"}, text{X: 120, Y: 243, Text: "December 31,"}, text{X: 280, Y: 243, Text: "31,422.76"}, text{X: 400, Y: 243, Text: "845.22"}, text{X: 500, Y: 243, Text: "32,267.98"},
		text{X: 120, Y: 253, Text: "2008"},
		text{X: 50, Y: 270, Text: "941"}, text{X: 120, Y: 270, Text: "06/30/2020"}, text{X: 280, Y: 270, Text: "100.00"}, text{X: 400, Y: 270, Text: "1.00"}, text{X: 500, Y: 270, Text: "101.00"},
		text{X: 50, Y: 284, Text: "1040"}, text{X: 120, Y: 284, Text: "12/31/2021"}, text{X: 280, Y: 284, Text: "Return not filed"},
	)
	if s.Table == nil || len(s.Table.Rows) != 3 {
		t.Fatalf("table %+v", s.Table)
	}
	for i, want := range []struct {
		end    string
		amount noticed.Money
		has    bool
	}{{"2008-12-31", noticed.Dollars(32267, 98), true}, {"2020-06-30", noticed.Dollars(101, 0), true}, {"2021-12-31", 0, false}} {
		r := s.Table.Rows[i]
		if r.End.End.String() != want.end || r.Amount != want.amount || r.HasAmount != want.has {
			t.Errorf("line %d: %s %s %v", i+1, r.End.End, r.Amount, r.HasAmount)
		}
	}
}

// The column that adds up to the total is the one that counts, whatever its head.
func TestTheColumnThatAddsUp(t *testing.T) {
	s := read(
		text{X: 50, Y: 230, Text: "Form"}, text{X: 120, Y: 230, Text: "Tax period"}, text{X: 320, Y: 230, Text: "Amount outstanding"}, text{X: 520, Y: 230, Text: "Penalty"},
		text{X: 50, Y: 243, Text: "941"}, text{X: 120, Y: 243, Text: "12/31/2023"}, text{X: 330, Y: 243, Text: "2,507.77"}, text{X: 520, Y: 243, Text: "1,691.65"},
		text{X: 50, Y: 256, Text: "941"}, text{X: 120, Y: 256, Text: "03/31/2024"}, text{X: 330, Y: 256, Text: "5,574.42"}, text{X: 520, Y: 256, Text: "3,358.08"},
		text{X: 50, Y: 269, Text: "Total Penalty"}, text{X: 520, Y: 269, Text: "$5,049.73"},
	)
	if s.Table == nil || len(s.Table.Rows) != 2 || s.Table.Rows[0].Amount != noticed.Dollars(1691, 65) || s.Table.Rows[1].Amount != noticed.Dollars(3358, 8) {
		t.Errorf("%+v", s.Table)
	}
}

func TestProseIsNoTable(t *testing.T) {
	s := read(
		text{X: 40, Y: 296, Text: "We haven't received full payment for the tax period ended"}, text{X: 440, Y: 296, Text: "Summary of what you owe"},
		text{X: 40, Y: 308, Text: "December 31, 2016 (Form 940)."},
	)
	if s.Table != nil {
		t.Errorf("%+v", s.Table)
	}
}

// A day of assessment that ends a month is no period.
func TestADayOfAssessmentIsNoPeriod(t *testing.T) {
	s := read(
		text{X: 68, Y: 396, Text: "Period ending"}, text{X: 162, Y: 396, Text: "Form"}, text{X: 312, Y: 396, Text: "Assessment"}, text{X: 483, Y: 396, Text: "Unpaid balance"},
		text{X: 68, Y: 410, Text: "2018"}, text{X: 162, Y: 410, Text: "Form 1120-S"}, text{X: 312, Y: 410, Text: "06/30/2019"}, text{X: 516, Y: 410, Text: "3,441.48"},
	)
	if s.Table == nil || len(s.Table.Rows) != 1 || s.Table.Rows[0].End.End != noticed.MustDate("2018-12-31") {
		t.Errorf("%+v", s.Table)
	}
}

// A label may wrap around its amount, beside running text at the same height.
func TestLabelsThatWrapAroundTheirAmount(t *testing.T) {
	s := read(
		text{X: 340, Y: 280, Size: 9, Text: "Billing Summary"},
		text{X: 36, Y: 281, Text: "We haven't received a payment despite our"}, text{X: 36, Y: 292, Text: "notices about your overdue taxes, and so"},
		text{X: 36, Y: 303, Text: "we may seize your property or your rights"}, text{X: 36, Y: 314, Text: "to property. Property includes wages and"},
		text{X: 36, Y: 325, Text: "other income, bank accounts and others of"}, text{X: 36, Y: 336, Text: "your assets, among them a car and a house"},
		text{X: 36, Y: 347, Text: "and whatever else you may call your own."},
		text{X: 340, Y: 297, Text: "Amount you owed"}, text{X: 520, Y: 297, Text: "$86,670.33"},
		text{X: 340, Y: 309, Text: "Additional penalty"}, text{X: 520, Y: 314, Text: "2,726.02"}, text{X: 340, Y: 319, Text: "charges"},
		text{X: 340, Y: 332, Text: "Amount due"}, text{X: 520, Y: 337, Text: "$89,396.35"}, text{X: 340, Y: 342, Text: "immediately"},
	)
	if got := rowsAndTotal(s); got != "Amount you owed 86670.33; Additional penalty charges 2726.02; = 89396.35" {
		t.Errorf("got %s", got)
	}
	if !s.Immediately {
		t.Error("it is due immediately")
	}
}

// The summary of before 2010 tells what the balance includes, and stands in full
// lines that end in colons.
func TestASummaryOfWhatIsIncluded(t *testing.T) {
	lines := []text{{X: 49, Y: 250, Text: "Account Summary"}, {X: 49, Y: 262, Text: "Form: 1040"}, {X: 183, Y: 262, Text: "Tax Period: 12-31-2004"}, {X: 49, Y: 286, Text: "Includes:"}}
	for i, r := range [][2]string{{"Current Balance:", "$36,427.09"}, {"", ""}, {"Penalty:", "$1,011.34"}, {"Interest:", "$422.28"}} {
		if r[0] != "" {
			lines = append(lines, text{X: 50, Y: 274 + 12*float64(i), Text: r[0]}, text{X: 300, Y: 274 + 12*float64(i), Text: r[1]})
		}
	}
	s := read(lines...)
	if got := rowsAndTotal(s); got != "Penalty 1011.34; Interest 422.28; = 36427.09" || !s.Summary.Included {
		t.Errorf("got %s", got)
	}
}

func TestATotalByItsArithmetic(t *testing.T) {
	lines := append(append(append([]text{{X: 340, Y: 280, Text: "Account summary"}}, row(296, "Increase in tax", "$100.00")...), row(308, "Interest added", "$1.50")...), row(320, "What this comes to", "$101.50")...)
	s := read(lines...)
	if got := rowsAndTotal(s); got != "Increase in tax 100.00; Interest added 1.50; = 101.50" {
		t.Errorf("got %s", got)
	}
	if len(s.Dues) != 0 {
		t.Errorf("no label says that it is due: %+v", s.Dues)
	}
}

func TestTheTotalOfAPenaltyIsNoSummary(t *testing.T) {
	lines := append([]text{{X: 340, Y: 280, Text: "Description"}, {X: 520, Y: 280, Text: "Amount"}}, row(296, "Total failure-to-pay", "$811.01")...)
	if s := read(lines...); s.Summary != nil || s.SummaryTitle {
		t.Errorf("%+v", s.Summary)
	}
}

// Of two rows that may say what is due, the total is the one that all above it
// add up to.
func TestAPaymentDueThisMonthIsNoTotal(t *testing.T) {
	lines := append(append(append([]text{{X: 340, Y: 280, Text: "Payment summary"}}, row(296, "Payment past due", "$205.00")...), row(308, "Payment due this month", "205.00")...), row(320, "Payment due immediately", "$410.00")...)
	if got := rowsAndTotal(read(lines...)); got != "Payment past due 205.00; Payment due this month 205.00; = 410.00" {
		t.Errorf("got %s", got)
	}
}

// A line of a table that says no amount is no part of its heads.
func TestTheFirstLineIsNoHead(t *testing.T) {
	s := read(
		text{X: 177, Y: 360, Text: "Form"}, text{X: 331, Y: 360, Text: "Tax period"}, text{X: 519, Y: 360, Text: "Amount due"},
		text{X: 177, Y: 374, Text: "Form 1040"}, text{X: 331, Y: 374, Text: "202012"}, text{X: 519, Y: 374, Text: "Return due"},
		text{X: 177, Y: 388, Text: "Form 1040"}, text{X: 331, Y: 388, Text: "202212"}, text{X: 519, Y: 388, Text: "$226.59"},
	)
	if s.Table == nil || len(s.Table.Rows) != 2 || s.Table.Rows[0].HasAmount || s.Table.Rows[0].End.End != noticed.MustDate("2020-12-31") {
		t.Errorf("%+v", s.Table)
	}
}

// What somebody wrote between a label and its amount does not hide the label.
func TestALabelWithAWordWrittenBehindIt(t *testing.T) {
	lines := append(append(append([]text{{X: 340, Y: 280, Text: "Refund summary"}}, row(300, "Tax you owe", "$7,727.50")...), row(316, "Income tax withheld", "-12,247.31")...), row(332, "Amount of refund", "-$4,519.81")...)
	s := read(append(lines, text{X: 460, Y: 316, Text: "due soon"})...)
	if got := rowsAndTotal(s); got != "Tax you owe 7727.50; Income tax withheld due soon -12247.31; = -4519.81" {
		t.Errorf("got %s", got)
	}
}

// What recognition makes of dirt at the edge of a box stands behind an amount, and the
// beginning of a label is lost there.
func TestDirtAtTheEdgesOfABox(t *testing.T) {
	lines := append(append(append([]text{{X: 340, Y: 280, Text: "Billing summary"}}, row(300, "Increase in tax", "$27,196.99 C3")...), row(316, "Increase in interest", `$1,353.85".`)...), row(332, "ount you owe by May 3, 2024", "$28,550.84")...)
	s := Read(layout.New(typeset.Page(1, false), typeset.Set(0.9, lines...)), noticed.HowOCR, true, false, func(string, bool) bool { return false })
	if got := rowsAndTotal(s); got != "Increase in tax 27196.99; Increase in interest 1353.85; = 28550.84" {
		t.Errorf("got %s", got)
	}
	for text, want := range map[string]bool{"C3": true, "|": true, "25": false, "-": false, ")": false, "CR": false, "i at": true, "and more": false} {
		if got := scraps(text); got != want {
			t.Errorf("%q is dirt: %v", text, got)
		}
	}
	if got := rowsAndTotal(read(append([]text{{X: 340, Y: 280, Text: "Billing summary"}}, row(300, "Increase in tax", "$27,196.99 C3")...)...)); got != "none" {
		t.Errorf("of a text layer: %s", got)
	}
}

// Figures without a point are an amount where the rest of the box falls short by it.
func TestARowThatLostItsPoint(t *testing.T) {
	for total, want := range map[string]string{
		"$114.07": "Tax you owed 103.87; Failure-to-pay penalty 2.71; Interest due 7.49; = 114.07",
		"$140.97": "Tax you owed 103.87; Interest due 7.49; = 140.97",
	} {
		lines := slices.Concat([]text{{X: 340, Y: 280, Text: "Billing Summary"}}, row(300, "Tax you owed", "$103.87"),
			row(316, "Failure-to-pay penalty", "271"), row(332, "Interest due", "7.49"), row(348, "Amount due", total))
		s := Read(layout.New(typeset.Page(1, false), typeset.Set(0.9, lines...)), noticed.HowOCR, true, false, func(string, bool) bool { return false })
		if got := rowsAndTotal(s); got != want {
			t.Errorf("with %s: %s", total, got)
		}
	}
}

// Where all rows but the first lost their points the total stands far below: it is the
// box's all the same.
func TestRowsThatLostTheirPoints(t *testing.T) {
	lines := slices.Concat([]text{{X: 340, Y: 280, Text: "Account summary"}}, row(300, "Tax you owed", "$18,178.83"), row(316, "Failure-to-pay penalty", "366 83"),
		row(332, "Interest charges", "1,506 96"), row(348, "Penalty for filing late", "305 65"), row(364, "Amount due by August 5, 2019", "$20,358.27"))
	s := Read(layout.New(typeset.Page(1, false), typeset.Set(0.9, lines...)), noticed.HowOCR, true, false, func(string, bool) bool { return false })
	if got, want := rowsAndTotal(s), "Tax you owed 18178.83; Failure-to-pay penalty 366.83; Interest charges 1506.96; Penalty for filing late 305.65; = 20358.27"; got != want {
		t.Errorf("got %s", got)
	}
}

// The heads of a table of which no line could be read have no summary over them.
func TestATableWithoutALineIsNoSummary(t *testing.T) {
	lines := []text{
		{X: 60, Y: 280, Text: "Billing details"}, {X: 160, Y: 296, Text: "Form"}, {X: 300, Y: 296, Text: "Tax period ended"}, {X: 500, Y: 296, Text: "Amount due"},
		{X: 160, Y: 308, Text: "Form 1040"}, {X: 300, Y: 308, Text: "12/sl/201?"}, {X: 500, Y: 308, Text: "$86,836.06"},
	}
	s := Read(layout.New(typeset.Page(1, false), typeset.Set(0.9, lines...)), noticed.HowOCR, true, false, func(string, bool) bool { return false })
	if got := rowsAndTotal(s); got != "none" {
		t.Errorf("got %s", got)
	}
}

// A box whose title was lost is told by its rows, which add up, be some of them larger: a
// stain that runs through them makes their boxes so.
func TestABoxWithALargeRow(t *testing.T) {
	s := read(
		text{X: 36, Y: 280, Text: "Our records show you owe for several tax periods"}, text{X: 340, Y: 300, Size: 13, Text: "Amount ybu owed"}, text{X: 520, Y: 300, Text: "$403.98"},
		text{X: 36, Y: 292, Text: "and that you have not paid what you owe for them"}, text{X: 340, Y: 314, Text: "Late payment penalty"}, text{X: 520, Y: 314, Text: "5.10"},
		text{X: 340, Y: 328, Text: "Interest charges"}, text{X: 520, Y: 328, Text: "13.08"}, text{X: 340, Y: 342, Size: 13, Text: "Total amount due"}, text{X: 520, Y: 342, Text: "$422.16"},
	)
	if s.Summary == nil || len(s.Summary.Rows) != 3 || s.Summary.Total == nil {
		t.Fatalf("%+v", s.Summary)
	}
}

// What somebody wrote close before an amount is not its label, which stands in its column.
func TestWritingBeforeAnAmount(t *testing.T) {
	box := []text{{X: 340, Y: 270, Size: 9, Text: "Billing Summary"}}
	box = append(box, row(290, "Amount you owed", "$31,385.21")...)
	box = append(box, text{X: 340, Y: 306, Text: "Interest charges"}, text{X: 515, Y: 306, Text: "see $935.01"})
	box = append(box, row(322, "Amount due immediately", "$32,320.22")...)
	if got := rowsAndTotal(recognised(box...)); got != "Amount you owed 31385.21; Interest charges see 935.01; = 32320.22" {
		t.Errorf("got %s", got)
	}
}

// Where a row's amount was lost its place is told, and a close look at an amount's place has
// that row alone.
func TestThePlacesOfAmounts(t *testing.T) {
	box := []text{{X: 340, Y: 270, Size: 9, Text: "Billing Summary"}}
	box = append(box, row(290, "Amount you owed", "$43,150.63")...)
	box = append(box, row(306, "Failure-to-pay penalty", "")...)
	box = append(box, row(322, "Interest charges", "313.41")...)
	box = append(box, row(338, "Amount due immediately", "$44,716.55")...)
	s := recognised(box...)
	place := noticed.Box{530.0 / typeset.Width, 306.0 / typeset.Height, 530.0 / typeset.Width, 306.0 / typeset.Height}
	if len(s.Summary.Open) != 1 || !s.Summary.Open[0].At.Holds(place) || s.Summary.Open[0].Label != "Failure-to-pay penalty" {
		t.Errorf("places without an amount: %v", s.Summary.Open)
	}
	at := noticed.Box{510.0 / typeset.Width, 316.0 / typeset.Height, 570.0 / typeset.Width, 328.0 / typeset.Height}
	if part := s.Within(at); part.Summary != nil || len(part.Rows) != 1 || part.Rows[0].Amount != noticed.Dollars(313, 41) {
		t.Errorf("of a look at one: %+v", part.Rows)
	}
	if whole := s.Within(noticed.WholePage); whole.Summary == nil || whole.Rows != nil {
		t.Errorf("of a look at all: %+v", whole.Rows)
	}
}
