package sheet

import (
	"strings"
	"testing"

	"noticed"
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
