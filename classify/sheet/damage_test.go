package sheet

import (
	"strings"
	"testing"

	"noticed"
	"noticed/classify/layout"
	"noticed/classify/layout/typeset"
)

// cell is a cell with the words of a text, all recognised with a confidence.
func cell(text string, confidence float64) layout.Cell {
	var c layout.Cell
	for w := range strings.FieldsSeq(text) {
		c.Words = append(c.Words, layout.Word{Text: w, Confidence: confidence})
	}
	return c
}

func TestNameText(t *testing.T) {
	for text, want := range map[string]string{
		"LI BILLS Ill":         "LI BILLS III",
		"GUSTAVO NOVAK HI":     "GUSTAVO NOVAK III",
		"Gustavo Novak II":     "Gustavo Novak II",
		`"WILL YAMAMOTO`:       "WILL YAMAMOTO",
		"KENNETH KOWALSK!":     "KENNETH KOWALSKI",
		"SUSAN K, O'BRIEN":     "SUSAN K. O'BRIEN",
		"Tri-County Plumbing'": "Tri-County Plumbing",
		"LI E MOREAU":          "LI E MOREAU",
		"NATHAN.B MAC DONALD":  "NATHAN B MAC DONALD",
		"JOYCE A. ST. JOHN":    "JOYCE A. ST. JOHN",
		"PRIYA C BILLS ILI":    "PRIYA C BILLS III",
		"LIL NGUYEN":           "LIL NGUYEN",
		"Minh St John Itl":     "Minh St John III",
		"WEI NGUYEN/& LIN":     "WEI NGUYEN & LIN",
		"WEI NGUYEN &'LIN":     "WEI NGUYEN & LIN",
		"A&B SUPPLY CO":        "A&B SUPPLY CO",
		"HI DESERT PLUMBING":   "HI DESERT PLUMBING",
	} {
		if got := nameText(cell(text, 0.9)); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

// A full stop that was lost makes a gap as wide as one between columns, and a
// letter of the state that was misread must not hide the window.
func TestADamagedWindow(t *testing.T) {
	for city, isWindow := range map[string]bool{"BOISE, ID 83702": true, "BOISE, !D 83702": true, "O'FALLON, It 62269": true, "BOISE, ZZ 83702": false} {
		s := readLetter(
			text{X: 55, Y: 51, Text: "Department of the Treasury"}, text{X: 55, Y: 63, Text: "Internal Revenue Service"}, text{X: 55, Y: 75, Text: "Portland, OR 97204"},
			text{X: 55, Y: 130, Text: "PETER G ST"}, text{X: 110, Y: 130, Text: "JOHN JR"}, text{X: 340, Y: 130, Text: "NOT A NAME"},
			text{X: 55, Y: 142, Text: "400 COMMERCE ROW"}, text{X: 55, Y: 154, Text: city},
		)
		want := ""
		if isWindow {
			want = "header PETER G ST JOHN JR"
		}
		if got := places(s.People, func(p string) string { return p }); got != want {
			t.Errorf("%s: people %q", city, got)
		}
	}
}

func TestDamagedInitial(t *testing.T) {
	for text, want := range map[string]bool{
		"WILL 8B UNDERWOOD": true, "WILL B UNDERWOOD": false, "12 MAIN ST": false, "UNIT 4B": false, "4 6B ABC": false, "482 AB 0.545": false,
	} {
		if got := damagedInitial(text); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}

// An initial O reads as a figure, and the comma behind a city as a semicolon.
func TestADamagedInitialAndCity(t *testing.T) {
	if got := nameText(cell("DANIEL 0 OYELARAN-WHITCOMBE", 0.9)); got != "DANIEL O OYELARAN-WHITCOMBE" {
		t.Errorf("got %s", got)
	}
	if got := nameText(cell("WEI 0. HINDS", 0.9)); got != "WEI O. HINDS" {
		t.Errorf("got %s", got)
	}
	if got := nameText(cell("0 DANIEL 0", 0.9)); got != "O DANIEL 0" { // no initial stands last
		t.Errorf("got %s", got)
	}
	if got := nameText(cell("ANNE YAMAMOTO tf", 0.9)); got != "ANNE YAMAMOTO II" {
		t.Errorf("got %s", got)
	}
	for text, want := range map[string]int{"(2 TAX CT": 1, "100.Payment Plaza Ste 210": 1, "100.50 and more": 2, "'1099 FORM MILL RD": 1, "12 TAX CT": 1, "TAX CT": 2} {
		if got := overStreet([]layout.Cell{cell(text, 0.9), cell("SAOIRSE X. PETROV", 0.9)}); len(got) != want%2 {
			t.Errorf("over %s: %d lines", text, len(got))
		}
	}
	for line, want := range map[string]bool{"FAIRVIEW; OK 73737": true, "FAIRVIEW, OK 73737": true, "FAIRVIEW OK 73737": true, "FAIRVIEW, QQ 73737": false} {
		if isCity(line) != want {
			t.Errorf("%s ends an address: %v", line, !want)
		}
	}
}

// An initial that lost the space before it, and a stroke of a generation, show; no
// reading that shows it is believed by itself.
func TestALostPartOfAName(t *testing.T) {
	for name, want := range map[string]struct {
		lost  bool
		whole string
	}{
		"LIN. GARCIA-LOPEZ & ELENA E GARCIA-LOPEZ": {true, "LI N. GARCIA-LOPEZ & ELENA E GARCIA-LOPEZ"},
		"LI. YOUNG":            {true, "LI. YOUNG"},
		"LI N. GARCIA-LOPEZ":   {false, "LI N. GARCIA-LOPEZ"},
		"PAT ST. JOHN JR.":     {false, "PAT ST. JOHN JR."},
		"JOYCE J MAC DONALD I": {true, "JOYCE J MAC DONALD I"},
		"JOYCE MAC DONALD II":  {false, "JOYCE MAC DONALD II"},
		"EUGENE I & MARY DAY":  {false, "EUGENE I & MARY DAY"},
	} {
		if lostPart(name) != want.lost {
			t.Errorf("%s lost a part: %v", name, !want.lost)
		}
		if got := splitInitials(name); got != want.whole {
			t.Errorf("%s became %s", name, got)
		}
	}
}

// A word of a name that is not as wide as it reads is not believed by itself: the
// rest of the window says how wide it would be.
func TestANameOfAnotherWidth(t *testing.T) {
	for read, repaired := range map[string]bool{"WEI": false, "WEII": true, "WE": true} {
		words := typeset.Set(0.9, text{X: 55, Y: 51, Text: "Department of the Treasury"}, text{X: 55, Y: 63, Text: "Internal Revenue Service"}, text{X: 55, Y: 75, Text: "Portland, OR 97204"},
			text{X: 55, Y: 118, Text: "576996398088s ||l|ll|"}, text{X: 55, Y: 130, Text: "WEI BARLOW"}, text{X: 55, Y: 142, Text: "400 COMMERCE ROW"}, text{X: 55, Y: 154, Text: "BOISE, ID 83702"})
		for i := range words {
			if words[i].Text == "WEI" {
				words[i].Text = read
			}
		}
		s := Read(layout.New(typeset.Page(1, false), words), noticed.HowOCR, true, false, func(string, bool) bool { return false })
		if len(s.People) != 1 || s.People[0].Value != read+" BARLOW" || s.People[0].Repaired != repaired {
			t.Errorf("%s: %+v", read, s.People)
		}
	}
}

// A barcode that was taken for letters is no name; nobody is sure of its letters.
func TestABarcodeIsNoName(t *testing.T) {
	if !unsure(cell("PTTL TEETER", 0.1)) || unsure(cell("PINEWOOD DENTAL GROUP", 0.9)) {
		t.Error("a barcode's line and a name's were not told apart")
	}
}

func TestWithoutLegalForm(t *testing.T) {
	for name, want := range map[string]string{"TRI-COUNTY PLUMBING CO": "TRI-COUNTY PLUMBING", "CEDAR & STONE, LLC": "CEDAR & STONE", "MARY DAY": "", "ESTATE OF DAY": ""} {
		if got := WithoutLegalForm(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// A line on top of a later page without labels: whichever stands first, the later
// day is the notice's date.
func TestHeadsWithoutLabels(t *testing.T) {
	for _, head := range [][]string{
		{"1058", "December 31, 2020", "December 2, 2023"}, {"1058", "December 2, 2023", "December 31, 2020"}, {"1058", "December 31, 2020 = December 2, 2023"},
	} {
		lines := []text{{X: 500, Y: 35, Text: "Page 2 of 4"}}
		for i, s := range head {
			lines = append(lines, text{X: 50 + 140*float64(i), Y: 35, Text: s})
		}
		s := readLetter(append(lines, text{X: 50, Y: 90, Text: "You can ask for a payment plan at any time, online or by telephone."})...)
		if got := places(s.NoticeDates, noticed.Date.String); got != "header 2023-12-02" {
			t.Errorf("%v: notice date %s", head, got)
		}
		if got := places(s.Periods, func(p Period) string { return p.End.End.String() }); got != "header 2020-12-31" {
			t.Errorf("%v: period %s", head, got)
		}
	}
}

// The kind of document and its number, both called letter; and a number of which
// the mask was garbled, under its label.
func TestALettersBlockThatIsDamaged(t *testing.T) {
	s := readLetter(
		text{X: 60, Y: 52, Text: "Department of the Treasury"}, text{X: 340, Y: 52, Text: "Letter: Letter 1058"},
		text{X: 60, Y: 63, Text: "Internal Revenue Service"}, text{X: 340, Y: 63, Text: "Letter date: May 9, 2020"},
		text{X: 340, Y: 75, Text: "Taxpayer ID number:"}, text{X: 340, Y: 87, Text: "_L**_ 3026"},
	)
	if got := places(s.Codes, func(c Code) string { return c.Text }); got != "header 1058" {
		t.Errorf("code %s", got)
	}
	if len(s.IDs) != 1 || s.IDs[0].Value.Last4 != "3026" || s.IDs[0].Value.Kind != "" {
		t.Errorf("number %+v", s.IDs)
	}
}

// Heads that stand close together in one line of a table, and a title that would
// do for a summary as well.
func TestATableWithNarrowHeads(t *testing.T) {
	s := readLetter(
		text{X: 60, Y: 300, Size: 11, Text: "What you owe"},
		text{X: 60, Y: 330, Text: "Tax period"}, text{X: 107, Y: 330, Text: "amount from"}, text{X: 460, Y: 330, Text: "Amount you"},
		text{X: 60, Y: 341, Text: "ending"}, text{X: 107, Y: 341, Text: "prior notices"}, text{X: 460, Y: 341, Text: "owe"},
		text{X: 60, Y: 355, Text: "201812"}, text{X: 107, Y: 355, Text: "$466.06"}, text{X: 460, Y: 355, Text: "$653.60"},
		text{X: 60, Y: 370, Text: "201912"}, text{X: 107, Y: 370, Text: "$304.98"}, text{X: 460, Y: 370, Text: "$604.36"},
		text{X: 60, Y: 385, Text: "Total amount due"}, text{X: 460, Y: 385, Text: "$1,257.96"},
	)
	if s.Table == nil || len(s.Table.Rows) != 2 || s.Table.Rows[1].Amount != noticed.Dollars(604, 36) {
		t.Errorf("table %+v", s.Table)
	}
	if s.Summary != nil {
		t.Errorf("its lines were taken for a summary: %+v", s.Summary)
	}
}

func TestTextOfANameDamaged(t *testing.T) {
	for text, want := range map[string]string{
		"2IST CENTURY ROOFING INC": "21ST CENTURY ROOFING INC", "2ist Century": "21st Century", "Joyce T.Mills": "Joyce T. Mills", "P.O. BOX": "P.O. BOX",
		"OSCAR ZHANG ITL": "OSCAR ZHANG III", "Oscar B Zhang IIT": "Oscar B Zhang III", "LIT NGUYEN": "LIT NGUYEN",
		"AISHA OYELARAN -WHITCOMBE": "AISHA OYELARAN-WHITCOMBE", "A -1 PLUMBING": "A -1 PLUMBING",
	} {
		var words []layout.Word
		for w := range strings.FieldsSeq(text) {
			words = append(words, layout.Word{Text: w})
		}
		if got := nameText(layout.Cell{Words: words}); got != want {
			t.Errorf("%q is read as %q", text, got)
		}
	}
}

func TestBars(t *testing.T) {
	line := func(sure float64, words ...string) layout.Cell {
		var c layout.Cell
		for _, w := range words {
			c.Words = append(c.Words, layout.Word{Text: w, Confidence: sure})
		}
		return c
	}
	if !bars(line(0.2, "LLP", "ETL", "PLPC")) {
		t.Error("bars are taken for a name")
	}
	if bars(line(0.9, "LI", "PHIL")) || bars(line(0.2, "JUNE", "PARK")) {
		t.Error("a name is taken for bars")
	}
}

// "Immediately" is known however its small letters came out.
func TestAtOnceDamaged(t *testing.T) {
	for text, want := range map[string]bool{"File your Form 1040 immediateiy.": true, "File your Form 1040 immefialely, and pay.": true, "File your Form 1040 imaginatively.": false} {
		if got := atOnce.MatchString(text); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}

func TestCitiesDamaged(t *testing.T) {
	for text, want := range map[string]bool{"O'Fallon, iL 62269": true, "O'Fallon, tL 62269": true, "O'Fallon, [L 62269": true, "O'Fallon, tQ 62269": false, "CLAYTON. MQ 63105-1040": true, "CLAYTON, MX 63105": false, "washington, DC 20019-2021": true, "to the city of, DC 20019": false, "and live in Washington, DC 20019": false, "MONROE, GA 30655 wrong year:": false} {
		if got := isCity(text); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
	if got := cityOf(cell("MONROE, GA 30655 wrong year:", 0.9)).Text(); got != "MONROE, GA 30655" {
		t.Errorf("beside what somebody wrote: %s", got)
	}
}

// The year beside or under a label that was lost is seen all the same; what a label that
// is known announces is none.
func TestAYearWhoseLabelWasLost(t *testing.T) {
	under := []text{{X: 430, Y: 50, Text: "Notice"}, {X: 430, Y: 61, Text: "CP14"}, {X: 430, Y: 76, Text: "ax"}, {X: 430, Y: 87, Text: "2023"}, {X: 430, Y: 102, Text: "Notice date"}, {X: 430, Y: 113, Text: "April 14, 2026"},
		{X: 430, Y: 128, Text: "To contact us"}, {X: 430, Y: 139, Text: "800-829-3903"}, {X: 430, Y: 154, Text: "Your caller ID"}, {X: 430, Y: 165, Text: "2017"}}
	beside := []text{{X: 370, Y: 50, Text: "Notice"}, {X: 470, Y: 50, Text: "CP14"}, {X: 370, Y: 61, Text: "ax"}, {X: 470, Y: 61, Text: "2023"}, {X: 370, Y: 72, Text: "Notice date"}, {X: 470, Y: 72, Text: "April 14, 2026"},
		{X: 370, Y: 83, Text: "To contact us"}, {X: 470, Y: 83, Text: "800-829-3903"}, {X: 370, Y: 94, Text: "Your Coller (D"}, {X: 470, Y: 94, Text: "2017"}}
	for name, lines := range map[string][]text{"under": under, "beside": beside} {
		s := Read(layout.New(typeset.Page(1, false), typeset.Set(1, lines...)), noticed.HowOCR, true, false, func(s string, _ bool) bool { return s == "CP14" })
		if got := places(s.Periods, func(p Period) string { return p.End.End.String() }); got != "header 2023-12-31" {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func TestAStrokeBehindACode(t *testing.T) {
	for value, want := range map[string]bool{"CP14)": true, "CP14|": true, "CP14": false, "(CP14)": false, "CP14 |": false, "CP14.": false} {
		s := read(text{X: 370, Y: 40, Text: "Notice"}, text{X: 470, Y: 40, Text: value}, text{X: 370, Y: 52, Text: "Notice date"}, text{X: 470, Y: 52, Text: "January 30, 2017"})
		if len(s.Codes) != 1 || s.Codes[0].Value.Text != "CP14" || s.Codes[0].Value.Stroke != want {
			t.Errorf("%s: %+v", value, s.Codes)
		}
	}
}
