package sheet

import (
	"strings"
	"testing"

	"noticed"
	"noticed/classify/printed"
)

// Narrow columns break labels and values into lines, each centred on its row.
func TestABrokenBlock(t *testing.T) {
	s := read(
		text{X: 376, Y: 34, Text: "Notice Number:"}, text{X: 500, Y: 34, Text: "CP 22A"},
		text{X: 376, Y: 55, Text: "Notice Date:"}, text{X: 500, Y: 50, Text: "February 2,"}, text{X: 500, Y: 60, Text: "2006"},
		text{X: 376, Y: 76, Text: "Taxpayer"}, text{X: 500, Y: 81, Text: "XXX-XX-"},
		text{X: 376, Y: 86, Text: "Identification"}, text{X: 500, Y: 91, Text: "4702"},
		text{X: 376, Y: 96, Text: "Number:"},
		text{X: 376, Y: 112, Text: "Tax Form:"}, text{X: 500, Y: 112, Text: "1040"},
		text{X: 376, Y: 126, Text: "Tax Year:"}, text{X: 500, Y: 126, Text: "2004"},
	)
	if got := places(s.NoticeDates, noticed.Date.String); got != "header 2006-02-02" {
		t.Errorf("date: %s", got)
	}
	if got := places(s.IDs, func(id printed.TaxpayerID) string { return id.Last4 }); got != "header 4702" {
		t.Errorf("number: %s", got)
	}
}

func TestANumberBrokenAtItsHyphen(t *testing.T) {
	s := read(
		text{X: 382, Y: 34, Text: "Date: 05-23-2016"}, text{X: 382, Y: 46, Text: "Employer Identification Number: XX-"}, text{X: 382, Y: 56, Text: "XXX3728"},
		text{X: 382, Y: 68, Text: "Person to contact: R. Dunleavy"}, text{X: 382, Y: 80, Text: "Contact telephone number: (705) 555-"}, text{X: 382, Y: 90, Text: "0141"},
	)
	if got := places(s.IDs, func(id printed.TaxpayerID) string { return string(id.Kind) + " " + id.Last4 }); got != "header ein 3728" {
		t.Errorf("number: %s", got)
	}
	if len(s.Phones) == 0 || s.Phones[0].Value != "(705)555-0141" || s.Phones[len(s.Phones)-1].Value != "(705)555-0141" {
		t.Errorf("phones: %+v", s.Phones)
	}
	// What goes on with another label does not go on.
	s = read(text{X: 382, Y: 34, Text: "Date: 05-23-2016"}, text{X: 382, Y: 46, Text: "Employer Identification Number: XX-"}, text{X: 382, Y: 56, Text: "Form: 1040"})
	if len(s.IDs) != 0 {
		t.Errorf("%+v", s.IDs)
	}
}

// Which of two labels a text with something behind it is taken for must not hang
// on the order of a map: an employer's number is no employee's.
func TestTheLongestLabelThatIsThere(t *testing.T) {
	for in, want := range map[string]kind{
		"Employer Identification Number: XX-": labelID, "Employee Identification Number: 12": labelPerson, "Notice dote January 30": labelNoticeDate, "Notice CP14": labelNotice,
	} {
		if got, _ := labelAt(in); got != want {
			t.Errorf("%s: got %d, want %d", in, got, want)
		}
	}
}

// rows are those of the table of periods: form, end and amount of each.
func rows(s *Sheet) string {
	var out []string
	if s.Table != nil {
		for _, r := range s.Table.Rows {
			out = append(out, r.Form+" "+r.End.End.String()+" "+r.Amount.String())
		}
	}
	return strings.Join(out, "; ")
}

// Periods broken into lines and centred on their row, above and below its amounts.
func TestBrokenPeriods(t *testing.T) {
	lines := []text{
		{X: 49, Y: 62, Text: "Type of"}, {X: 186, Y: 62, Text: "Unpaid amount"}, {X: 326, Y: 62, Text: "Additional"}, {X: 496, Y: 62, Text: "Amount you"},
		{X: 103, Y: 68, Text: "Tax period"},
		{X: 49, Y: 74, Text: "tax"}, {X: 186, Y: 74, Text: "from notices"}, {X: 326, Y: 74, Text: "penalty"}, {X: 496, Y: 74, Text: "owe"},
	}
	for i, p := range [][2]string{{"December 31,", "2012"}, {"March 31,", "2013"}, {"06-30-", "2014"}} {
		y := 92 + 29*float64(i)
		lines = append(lines, text{X: 103, Y: y, Text: p[0]}, text{X: 50, Y: y + 5, Text: "1040"}, text{X: 186, Y: y + 5, Text: "$100.00"}, text{X: 326, Y: y + 5, Text: "$1.50"},
			text{X: 496, Y: y + 5, Text: "$101.50"}, text{X: 103, Y: y + 12, Text: p[1]})
	}
	s := read(lines...)
	if g := rows(s); g != "1040 2012-12-31 101.50; 1040 2013-03-31 101.50; 1040 2014-06-30 101.50" {
		t.Errorf("got %s", g)
	}
}

// A narrow column breaks a period off and stands so close to the next that both
// are one cell.
func TestABrokenPeriodCloseToTheNextColumn(t *testing.T) {
	s := read(
		text{X: 176, Y: 124, Text: "Tax period"}, text{X: 249, Y: 124, Text: "Tax form"}, text{X: 320, Y: 124, Text: "Date"}, text{X: 520, Y: 124, Text: "Amount due"},
		text{X: 177, Y: 141, Text: "March 31, Form 720 11/16/2023"}, text{X: 520, Y: 141, Text: "$1,610.25"},
		text{X: 177, Y: 152, Text: "2022"},
		text{X: 177, Y: 169, Text: "June 30, 2022 Form 720 03/14/2023"}, text{X: 520, Y: 169, Text: "$1,111.46"},
	)
	if g := rows(s); g != "720 2022-03-31 1610.25; 720 2022-06-30 1111.46" {
		t.Errorf("got %s", g)
	}
}

// The column of periods breaks each behind its month, beside a day of assessment that
// is no period, and the column of forms behind the word.
func TestPeriodsBrokenBehindTheMonth(t *testing.T) {
	lines := []text{{X: 100, Y: 230, Text: "Type of tax"}, {X: 180, Y: 230, Text: "Tax period ended"}, {X: 290, Y: 230, Text: "Assessment date"}, {X: 480, Y: 230, Text: "Amount due"}}
	for i, l := range [][6]string{{"Form 1040", "December", "12/02/2018", "$5,378.91", "", "31, 2017"}, {"Form", "December", "01/13/2020", "$6,677.39", "1040-NR", "31, 2018"}} {
		y := 246 + 24*float64(i)
		lines = append(lines, text{X: 100, Y: y, Text: l[0]}, text{X: 180, Y: y, Text: l[1]}, text{X: 290, Y: y, Text: l[2]}, text{X: 480, Y: y, Text: l[3]}, text{X: 180, Y: y + 11, Text: l[5]})
		if l[4] != "" {
			lines = append(lines, text{X: 100, Y: y + 11, Text: l[4]})
		}
	}
	if g := rows(read(lines...)); g != "1040 2017-12-31 5378.91; 1040-NR 2018-12-31 6677.39" {
		t.Errorf("got %s", g)
	}
}

// What goes on below stands so close to what is before it that both are one cell: the
// word Form behind a period, a month behind a form.
func TestWhatIsBrokenOffBesideAnotherColumn(t *testing.T) {
	for _, tt := range []struct {
		heads      [2]string
		line, rest string
		x          float64 // of the rest
		want       string
	}{
		{[2]string{"Tax period", "Tax form"}, "12-31-2016 Form", "1040-NR", 224, "1040-NR 2016-12-31 22333.76"},
		{[2]string{"Tax form", "Tax period"}, "1040-SR December", "31, 2023", 212, "1040-SR 2023-12-31 22333.76"},
		{[2]string{"Tax form", "Tax period"}, "1040-SR December 31,", "2023", 212, "1040-SR 2023-12-31 22333.76"},
	} {
		s := read(
			text{X: 180, Y: 124, Text: tt.heads[0]}, text{X: 234, Y: 124, Text: tt.heads[1]}, text{X: 320, Y: 124, Text: "Assessment date"}, text{X: 520, Y: 124, Text: "Amount due"},
			text{X: 180, Y: 141, Text: tt.line}, text{X: 320, Y: 141, Text: "03/13/2024"}, text{X: 520, Y: 141, Text: "22,333.76"},
			text{X: tt.x, Y: 152, Text: tt.rest},
		)
		if g := rows(s); g != tt.want {
			t.Errorf("%s: got %s", tt.line, g)
		}
	}
}

// The notice's own labels in a row over their values are no table of periods.
func TestABlockInARowIsNoTable(t *testing.T) {
	s := read(
		text{X: 50, Y: 100, Text: "Notice"}, text{X: 110, Y: 100, Text: "Tax period ended"}, text{X: 230, Y: 100, Text: "Notice date"}, text{X: 350, Y: 100, Text: "Employer ID number"}, text{X: 480, Y: 100, Text: "Tax form"},
		text{X: 50, Y: 112, Text: "CP504"}, text{X: 110, Y: 112, Text: "06/30/2022"}, text{X: 230, Y: 112, Text: "October 17, 2022"}, text{X: 350, Y: 112, Text: "XX-XXX4321"}, text{X: 480, Y: 112, Text: "941"},
	)
	if s.Table != nil {
		t.Errorf("%+v", s.Table)
	}
	if got := places(s.Periods, func(p Period) string { return p.Form + p.End.End.String() }); !strings.Contains(got, "2022-06-30") || !strings.Contains(got, "941") {
		t.Errorf("periods %s", got)
	}
}

// What was and what is now, side by side, is neither.
func TestTwoAmountsBesideALabel(t *testing.T) {
	s := read(
		text{X: 50, Y: 300, Text: "Total payments"}, text{X: 250, Y: 300, Text: "$5,611.00"}, text{X: 420, Y: 300, Text: "$5,611.00"},
		text{X: 50, Y: 312, Text: "Refund"}, text{X: 250, Y: 312, Text: "$2,400.00"}, text{X: 420, Y: 312, Text: "$1,950.00"},
	)
	if len(s.Dues) != 0 {
		t.Errorf("%+v", s.Dues)
	}
}

// What a table of how interest was figured has under "Amount due" was due then.
func TestAmountsThatInterestWasFiguredOn(t *testing.T) {
	for head, want := range map[string]int{"Interest rate": 0, "Interest factor": 0, "Days": 1} {
		s := recognised(
			text{X: 50, Y: 640, Text: "Span"}, text{X: 200, Y: 640, Text: head}, text{X: 400, Y: 640, Text: "Amount due"}, text{X: 480, Y: 640, Text: "Charge"},
			text{X: 50, Y: 652, Text: "04/15/2013"}, text{X: 200, Y: 652, Text: "4.0%"}, text{X: 400, Y: 652, Text: "15,285.75"}, text{X: 480, Y: 652, Text: "171.40"},
		)
		if len(s.Dues) != want {
			t.Errorf("beside %s: %+v", head, s.Dues)
		}
	}
}

// The label of a tax period has more than one wording, and its value is compared with the
// others in each.
func TestTheLabelOfATaxPeriod(t *testing.T) {
	for label, want := range map[string]string{"Tax period": "header 2024-06-30", "For tax period": "header 2024-06-30", "For tax period ending:": "header 2024-06-30", "For tax year ended": "header 2024-06-30", "For something ended": ""} {
		s := read(text{X: 370, Y: 40, Text: "Notice: CP14"}, text{X: 370, Y: 52, Text: label + " June 30, 2024"}, text{X: 370, Y: 64, Text: "Notice date: February 10, 2025"})
		if got := places(s.Periods, func(p Period) string { return p.End.End.String() }); got != want {
			t.Errorf("%s: got %q", label, got)
		}
	}
}
