package sheet

import (
	"strings"
	"testing"

	"noticed"
	"noticed/classify/layout"
	"noticed/classify/layout/typeset"
)

// heads of a table of periods with two columns of amounts, and its lines.
func periodTable(heads []text, lines ...[]text) *Table {
	for _, l := range lines {
		heads = append(heads, l...)
	}
	return read(heads...).Table
}

func periodRow(y float64, form, end string, amounts ...string) []text {
	out := []text{{X: 50, Y: y, Text: form}, {X: 120, Y: y, Text: end}}
	for i, a := range amounts {
		if a != "" {
			out = append(out, text{X: 330 + 180*float64(i), Y: y, Text: a})
		}
	}
	return out
}

var twoColumns = []text{{X: 50, Y: 230, Text: "Form"}, {X: 120, Y: 230, Text: "Tax period"}, {X: 320, Y: 230, Text: "Interest"}, {X: 500, Y: 230, Text: "Amount you owe"}}

// The table of how interest was counted has spans of days that end with a quarter, and
// amounts, and is no table of periods.
func TestRatesAreNoPeriods(t *testing.T) {
	heads := []text{{X: 50, Y: 230, Text: "Period"}, {X: 260, Y: 230, Text: "Days"}, {X: 300, Y: 230, Text: "Interest rate"}, {X: 370, Y: 230, Text: "Interest factor"}, {X: 450, Y: 230, Text: "Amount due"}, {X: 530, Y: 230, Text: "Interest"}}
	line := []text{{X: 50, Y: 244, Text: "January 13, 2017 - September 30, 2017"}, {X: 260, Y: 244, Text: "260"}, {X: 310, Y: 244, Text: "4.0%"}, {X: 370, Y: 244, Text: "0.041001296"}, {X: 450, Y: 244, Text: "14,767.06"}, {X: 535, Y: 244, Text: "74.68"}}
	if table := periodTable(heads, line); table != nil {
		t.Errorf("%+v", table)
	}
}

// Recognition takes the rules between the heads of a table for bars among their
// words, and all the heads for one cell.
func TestRulesAmongTheHeads(t *testing.T) {
	table := periodTable([]text{{X: 50, Y: 230, Text: "Form | Tax Period Ended | Date Return Filed | Date Tax Assessed | Identifying Number | Amount Outstanding | Penalty"}},
		periodRow(243, "941", "03/31/2024", "5,574.42", "3,358.08"))
	if table == nil || len(table.Rows) != 1 || table.Rows[0].End.End != noticed.MustDate("2024-03-31") {
		t.Errorf("%+v", table)
	}
}

// Heads that stand close together look like one long one.
func TestHeadsCloseTogether(t *testing.T) {
	table := periodTable([]text{{X: 50, Y: 230, Text: "Tax form"}, {X: 120, Y: 230, Text: "Tax period ending"}, {X: 260, Y: 230, Text: "Tax owed Additional penalty Additional interest"}, {X: 540, Y: 230, Text: "Total"}},
		[]text{{X: 50, Y: 243, Text: "1040"}, {X: 120, Y: 243, Text: "12/31/2010"}, {X: 260, Y: 243, Text: "22,263.88"}, {X: 360, Y: 243, Text: "138.44"}, {X: 447, Y: 243, Text: "574.71"}, {X: 522, Y: 243, Text: "22,977.03"}})
	if table == nil || len(table.Rows) != 1 || table.Rows[0].Amount != noticed.Dollars(22977, 3) {
		t.Errorf("%+v", table)
	}
}

// A piece of a rule between two heads, and two heads of six words that stand close
// together, make no prose of them.
func TestHeadsThatLookLikeProse(t *testing.T) {
	for _, between := range []string{"__", ""} {
		table := periodTable([]text{{X: 50, Y: 230, Text: "Tax period ending"}, {X: 121, Y: 230, Text: between}, {X: 130, Y: 230, Text: "Type of tax"}, {X: 320, Y: 230, Text: "Assessment date"}, {X: 500, Y: 230, Text: "Amount on lien"}},
			[]text{{X: 50, Y: 243, Text: "12/31/2014"}, {X: 130, Y: 243, Text: "1040"}, {X: 320, Y: 243, Text: "07/24/2015"}, {X: 500, Y: 243, Text: "$5,667.66"}})
		if table == nil || len(table.Rows) != 1 || table.Rows[0].End.End != noticed.MustDate("2014-12-31") || table.Rows[0].Amount != noticed.Dollars(5667, 66) {
			t.Errorf("%q: %+v", between, table)
		}
	}
}

// What is left on a line that lost the amount of its last column is not what is
// owed.
func TestALostAmountIsNotItsNeighbour(t *testing.T) {
	table := periodTable(twoColumns,
		periodRow(243, "1040", "12/31/2018", "35.53", "1,020.58"),
		periodRow(256, "1040", "12/31/2019", "20.37", "18.9%"))
	if table == nil || len(table.Rows) != 2 {
		t.Fatalf("%+v", table)
	}
	if r := table.Rows[0]; !r.HasAmount || r.Amount != noticed.Dollars(1020, 58) {
		t.Errorf("the whole line has %v", r.Amount)
	}
	if r := table.Rows[1]; r.HasAmount {
		t.Errorf("the line with a lost amount has %v", r.Amount)
	}
}

// What stands under the head of a penalty is not what is owed, though the head of that
// was lost; and a line with an amount whose period can't be read is told.
func TestATableThatLostItsLastColumn(t *testing.T) {
	lines := append([]text{{X: 50, Y: 230, Text: "Form"}, {X: 120, Y: 230, Text: "Tax period"}, {X: 320, Y: 230, Text: "Prior notices"}, {X: 500, Y: 230, Text: "Additional penalty"}},
		periodRow(243, "1040", "(stamped)", "1,020.58", "35.53")...)
	lines = append(lines, periodRow(256, "1040", "12/31/2019", "30,807.94", "915.77")...)
	s := Read(layout.New(typeset.Page(1, false), typeset.Set(0.9, lines...)), noticed.HowOCR, true, false, func(string, bool) bool { return false })
	if s.Table == nil || len(s.Table.Rows) != 1 || s.Table.Rows[0].HasAmount || len(s.Table.Unread) != 1 {
		t.Errorf("%+v", s.Table)
	}
}

// Of the last line only the period is left: the table is not whole.
func TestALineOfATableThatLostItsAmount(t *testing.T) {
	lines := append(append([]text{}, twoColumns...), periodRow(243, "720", "03/31/2022", "1.00", "$2,013.98")...)
	lines = append(lines, periodRow(256, "72th", "06/30/2022", "", "$4,55S, 7A")...)
	s := Read(layout.New(typeset.Page(1, false), typeset.Set(0.9, lines...)), noticed.HowOCR, true, false, func(string, bool) bool { return false })
	if s.Table == nil || len(s.Table.Rows) != 1 || len(s.Table.Unread) != 1 {
		t.Errorf("%+v", s.Table)
	}
}

// Form 944 is for a year: for a quarter it is a misread 941, where the table has others.
func TestAFormThatIsNotForQuarters(t *testing.T) {
	for other, want := range map[string]string{"941": "941 2016-03-31; 944 2016-12-31; 941 2016-09-30; ", "720": "944 2016-03-31; 944 2016-12-31; 720 2016-09-30; "} {
		lines := append(append([]text{}, twoColumns...), periodRow(243, "944", "03/31/2016", "1.00", "$2,013.98")...)
		lines = append(lines, periodRow(256, "944", "12/31/2016", "1.00", "$2,013.98")...)
		lines = append(lines, periodRow(269, other, "09/30/2016", "1.00", "$2,013.98")...)
		s := Read(layout.New(typeset.Page(1, false), typeset.Set(0.9, lines...)), noticed.HowOCR, true, false, func(string, bool) bool { return false })
		got := ""
		for _, r := range s.Table.Rows {
			got += r.Form + " " + r.End.End.String() + "; "
		}
		if mended := strings.HasPrefix(want, "941"); s.Table.Rows[0].Repaired != mended {
			t.Errorf("%s: repaired %v", other, !mended)
		}
		if got != want {
			t.Errorf("got %s want %s", got, want)
		}
	}
}

// A head of periods that can't be read is told by the end of a month under it.
func TestATableWhoseHeadOfPeriodsIsSpoilt(t *testing.T) {
	for period, want := range map[string]bool{"12-31-2021": true, "12-15-2021": false} {
		s := Read(layout.New(typeset.Page(1, false), typeset.Set(0.9,
			text{X: 50, Y: 230, Text: "Form"}, text{X: 250, Y: 230, Text: "Penud ending"}, text{X: 540, Y: 230, Text: "Total"},
			text{X: 50, Y: 243, Text: "Form 1040"}, text{X: 250, Y: 243, Text: period}, text{X: 520, Y: 243, Text: "30,184.12"},
			text{X: 50, Y: 256, Text: "Total of all balances"}, text{X: 515, Y: 256, Text: "$30,184.12"},
		)), noticed.HowOCR, true, false, func(string, bool) bool { return false })
		if got := s.Table != nil && len(s.Table.Rows) == 1 && s.Table.Rows[0].Amount == noticed.Dollars(30184, 12); got != want {
			t.Errorf("%s: %+v", period, s.Table)
		}
	}
}

func TestDamagedLinesOfATable(t *testing.T) {
	for name, tt := range map[string]struct {
		line   []text
		form   string
		amount noticed.Money
	}{
		"a form torn in two":            {periodRow(243, "1 040A", "12/31/2017", "1.00", "$476.81"), "1040A", 47681},
		"a comma that reads otherwise":  {periodRow(243, "941", "March 31; 2024", "", "$1.00"), "941", 100},
		"a day that can't be read":      {periodRow(243, "941", "March 3%, 2024", "", "$1.00"), "941", 100},
		"a form stuck to its word":      {periodRow(243, "Form'720", "03/31/2021", "1.00", "$550.53"), "720", 55053},
		"a word behind the period":      {periodRow(243, "941", "03/31/2020", "", "Not filed"), "941", 0},
		"a stray mark behind a period":  {append(periodRow(243, "941", "06/30/2020", "1.00", "$119.35"), text{X: 250, Y: 243, Text: "i"}), "941", 11935},
		"a point that reads as a comma": {periodRow(243, "1040", "2014", "", "24,75"), "1040", 2475},
		"a point with dirt over it":     {periodRow(243, "943", "2020", "", "$3,661:14"), "943", 366114},
	} {
		table := periodTable(append([]text{}, twoColumns...), tt.line)
		if table == nil || len(table.Rows) != 1 {
			t.Errorf("%s: %+v", name, table)
			continue
		}
		if r := table.Rows[0]; r.Form != tt.form || r.Amount != tt.amount {
			t.Errorf("%s: form %q, amount %v", name, r.Form, r.Amount)
		}
		if r := table.Rows[0]; strings.Contains(r.Evidence.Text, "March") && r.End.End != noticed.MustDate("2024-03-31") {
			t.Errorf("%s: %v", name, r.End.End)
		}
	}
}

// The lines of a label over its amount are as far apart as their letters rise and hang.
func TestALabelOfThreeLines(t *testing.T) {
	s := read(text{X: 340, Y: 280, Size: 9, Text: "Billing Summary"}, text{X: 340, Y: 297, Text: "Interest charges"}, text{X: 520, Y: 297, Text: "$311.04"},
		text{X: 340, Y: 311, Text: "Penalty for failure to"}, text{X: 340, Y: 319, Text: "pay proper estimated"}, text{X: 340, Y: 327.8, Text: "tax"}, text{X: 520, Y: 327.8, Text: "192.88"},
		text{X: 340, Y: 341, Text: "Total amount due"}, text{X: 520, Y: 341, Text: "$503.92"})
	if got := rowsAndTotal(s); got != "Interest charges 311.04; Penalty for failure to pay proper estimated tax 192.88; = 503.92" {
		t.Errorf("got %s", got)
	}
}

// The lines of a label under its amount belong to the row, however many they are.
func TestALabelThatEndsUnderItsAmount(t *testing.T) {
	s := read(text{X: 340, Y: 280, Size: 9, Text: "Account summary"}, text{X: 340, Y: 297, Text: "Increase in tax"}, text{X: 520, Y: 297, Text: "$200.00"},
		text{X: 340, Y: 311, Text: "Increase in"}, text{X: 520, Y: 311, Text: "54.12"}, text{X: 340, Y: 320, Text: "accuracy-related"}, text{X: 340, Y: 329, Text: "penalty"},
		text{X: 340, Y: 343, Text: "Amount you owe"}, text{X: 520, Y: 343, Text: "$254.12"})
	if got := rowsAndTotal(s); got != "Increase in tax 200.00; Increase in accuracy-related penalty 54.12; = 254.12" {
		t.Errorf("got %s", got)
	}
}

// A row of a summary whose amount lost its comma is repaired and keeps its label;
// one that stands behind dirt keeps it, too.
func TestDamagedRowsOfASummary(t *testing.T) {
	lines := []text{{X: 340, Y: 270, Text: "Billing Summary"}, {X: 340, Y: 287, Text: "Description"}, {X: 500, Y: 286, Text: "Amount"}}
	for i, r := range [][2]string{{"Tax you owed", "$586,146.24]"}, {"Payments you made", "-299 342.90"}, {"Income tax withheld", "~1,000.00"}, {"Failure-to-pay penalty", "i 10.00:"}, {"Interest charges", "79,87"}, {"Amount due", "$285,883.21"}} {
		lines = append(lines, row(300+16*float64(i), r[0], r[1])...)
	}
	s := read(lines...)
	if got := rowsAndTotal(s); got != "Tax you owed 586146.24; Payments you made -299342.90; Income tax withheld 1000.00; Failure-to-pay penalty 10.00; Interest charges 79.87; = 285883.21" {
		t.Fatalf("got %s", got)
	}
	if !s.Summary.Rows[1].Repaired || s.Summary.Rows[0].Repaired {
		t.Error("the row that was repaired does not say so, or another does")
	}
}

// Dirt between a label and its value is not its value, and the label below has its own.
func TestDirtBehindALabel(t *testing.T) {
	s := read(text{X: 370, Y: 40, Text: "Notice"}, text{X: 570, Y: 40, Text: "CP515"},
		text{X: 370, Y: 52, Text: "Tax year"}, text{X: 455, Y: 52, Text: "_."}, text{X: 570, Y: 52, Text: "2016"},
		text{X: 370, Y: 64, Text: "Notice date"}, text{X: 530, Y: 64, Text: "February 5, 2018"})
	if len(s.Periods) != 1 || s.Periods[0].Value.End.End != noticed.MustDate("2016-12-31") {
		t.Errorf("%+v", s.Periods)
	}
}

// An amount that stands at the height of its line, among scraps of handwriting that reach
// over it, is the line's.
func TestAnAmountAmongHandwriting(t *testing.T) {
	for y, want := range map[float64]bool{255: true, 262: false} {
		lines := append(append([]text{}, twoColumns...), periodRow(243, "720", "03/31/2022", "", "$2,013.98")...)
		lines = append(lines, periodRow(256, "720", "06/30/2022", "", "")...)
		words := typeset.Set(0.9, lines...)
		words = append(words, typeset.Set(0.9, text{X: 440, Y: 251, Text: "G f"})...)
		words = append(words, typeset.Set(0.9, text{X: 510, Y: y, Text: "$4,277.33"})...)
		s := Read(layout.New(typeset.Page(1, false), words), noticed.HowOCR, true, false, func(string, bool) bool { return false })
		if s.Table == nil || len(s.Table.Rows) != 2 || s.Table.Rows[1].HasAmount != want {
			t.Errorf("at %v: %+v", y, s.Table)
		}
	}
}

// An amount under another head than what is owed is not that, though what is owed can't be
// read; nor is one of a penalty where its head and that of what is owed look like one.
func TestWhatIsOwedWasLost(t *testing.T) {
	for name, tt := range map[string]struct {
		heads []text
		owed  string
		want  bool
	}{
		"read":                     {[]text{{X: 390, Y: 230, Text: "Penalty"}, {X: 500, Y: 230, Text: "Amount owed"}}, "$4,000.08", true},
		"spoilt":                   {[]text{{X: 390, Y: 230, Text: "Penalty"}, {X: 500, Y: 230, Text: "Amount owed"}}, "h21G", false},
		"heads that look like one": {[]text{{X: 390, Y: 230, Text: "Penalty .... Interest .... Amount owed"}}, "h21G", false},
		"and read":                 {[]text{{X: 390, Y: 230, Text: "Penalty .... Interest .... Amount owed"}}, "$4,000.08", true},
	} {
		lines := append([]text{{X: 180, Y: 230, Text: "Tax period"}, {X: 260, Y: 230, Text: "Form"}}, tt.heads...)
		lines = append(lines, text{X: 180, Y: 243, Text: "12-31-2017"}, text{X: 260, Y: 243, Text: "1040A"}, text{X: 390, Y: 243, Text: "$112.30"}, text{X: 515, Y: 243, Text: tt.owed})
		s := recognised(lines...)
		if s.Table == nil || len(s.Table.Rows) != 1 || s.Table.Rows[0].HasAmount != tt.want || tt.want && s.Table.Rows[0].Amount != noticed.Dollars(4000, 8) {
			t.Errorf("%s: %+v", name, s.Table)
		}
	}
}

// A penalty is what is proposed where a table has nothing else to add up to, and a part of
// what is owed where it has interest, too.
func TestAColumnOfPenalties(t *testing.T) {
	for before, want := range map[string]bool{"Trust fund": true, "Interest": false} {
		s := recognised(
			text{X: 110, Y: 230, Text: "Form"}, text{X: 180, Y: 230, Text: "Tax period"}, text{X: 300, Y: 230, Text: before}, text{X: 430, Y: 230, Text: "Penalty"},
			text{X: 110, Y: 243, Text: "941"}, text{X: 180, Y: 243, Text: "03/31/2015"}, text{X: 300, Y: 243, Text: "$25,666.77"}, text{X: 430, Y: 243, Text: "$25,666.77"},
		)
		if s.Table == nil || len(s.Table.Rows) != 1 || s.Table.Rows[0].HasAmount != want {
			t.Errorf("beside %s: %+v", before, s.Table)
		}
	}
}
