package classify

import (
	"slices"
	"strings"
	"testing"

	"noticed"
	"noticed/classify/layout/typeset"
	"noticed/classify/printed"
	"noticed/classify/profile"
	"noticed/classify/sheet"
	"noticed/extract"
)

// withNumber is a CP14 with another text for the taxpayer's number, at both places.
func withNumber(t *testing.T, text string) paper {
	t.Helper()
	return swap(t, cp14, "987-65-4321", text)
}

// A number whose mask recognition spoils is read with the mask taken off.
func TestANumberBehindAMask(t *testing.T) {
	spoiled := withNumber(t, "ek BAS21")
	read := func(digits string) noticed.Assessment {
		s := spoiled.scanned(0.9, func(r extract.Request) paper {
			if r.Effort.Digits() {
				return withNumber(t, digits)
			}
			return spoiled
		})
		return only(t, s.Notices())
	}
	if a := read("4321"); last4Of(a) != "4321" || a.Taxpayer.IDKind != noticed.IDKindSSN || a.Review.Needed {
		t.Errorf("read as %s %s %s", last4Of(a), a.Taxpayer.IDKind, reasons(a))
	}
	if a := read("no figures"); !strings.Contains(reasons(a), "missing taxpayer.id_last4") {
		t.Errorf("without figures: %s %s", last4Of(a), reasons(a))
	}
}

// A code that recognition makes a word of is looked at once more with figures for
// whatever may be one, and only where no letter of the code looks like a figure.
func TestACodeThatReadsAsAWord(t *testing.T) {
	spoiled := swap(t, cp14, "CP14", "CPOS")
	figures := swap(t, cp14, "CP14", "CP05")
	var asked []extract.Effort
	s := spoiled.scanned(0.6, func(r extract.Request) paper {
		asked = append(asked, r.Effort)
		if r.Effort == extract.FiguresLook {
			return figures
		}
		return spoiled
	})
	if a := only(t, s.Notices()); a.Notice.Code != "CP05" {
		t.Errorf("read as %q: %s", a.Notice.Code, reasons(a))
	}
	if !slices.Contains(asked, extract.FiguresLook) {
		t.Errorf("it was not looked at with figures: %v", asked)
	}
}

// Where recognition makes of the code a word that no code is like, its place is known
// by its label, and looked at in the same way.
func TestACodeThatReadsAsAnotherWord(t *testing.T) {
	spoiled := swap(t, cp14, "CP14", "cpas")
	s := spoiled.scanned(0.9, func(r extract.Request) paper {
		if r.Effort == extract.FiguresLook {
			return cp14
		}
		return spoiled
	})
	if a := only(t, s.Notices()); a.Notice.Code != "CP14" {
		t.Errorf("read as %q: %s", a.Notice.Code, reasons(a))
	}
}

// A name that has lost its last word is looked at with the paper to the right of
// it.
func TestANameThatLostAWord(t *testing.T) {
	lost := swap(t, swap(t, cp14, "JAMES & KAREN Q. HINDS", "JAMES OYELARAN"), "James & Karen Q. Hinds", "James Oyelaran St. John")
	whole := swap(t, lost, "JAMES OYELARAN", "JAMES OYELARAN ST. JOHN")
	s := lost.scanned(0.9, func(r extract.Request) paper {
		if r.Effort.Closely() && r.Region.Top() < 0.25 && r.Region.Right() > 0.4 {
			return whole
		}
		return lost
	})
	if a := only(t, s.Notices()); !slices.Equal(a.Taxpayer.Names, []string{"JAMES OYELARAN ST. JOHN"}) || a.Review.Needed {
		t.Errorf("read as %q: %s", a.Taxpayer.Names, reasons(a))
	}
}

func last4Of(a noticed.Assessment) string {
	if a.Taxpayer.IDLast4 == nil {
		return ""
	}
	return a.Taxpayer.IDLast4.Value
}

func TestLostStop(t *testing.T) {
	for _, tt := range []struct {
		whole, name string
		want        bool
	}{
		{"PAT ST. JOHN", "PAT ST JOHN", true}, {"PAT ST JOHN", "PAT ST. JOHN", false}, {"PAT ST. JOHN", "PAT ST. JOHN", false},
		{"PAT ST. JOHN", "PAT ST JOHNS", false}, {"FOUR CORNERS LLC.", "FOUR CORNERS LLC", true},
	} {
		if got := lostStop(tt.whole, tt.name); got != tt.want {
			t.Errorf("%s for %s: %v", tt.name, tt.whole, got)
		}
	}
}

func TestKindOfForms(t *testing.T) {
	rows := func(forms ...string) *sheet.Table {
		var out sheet.Table
		for _, f := range forms {
			out.Rows = append(out.Rows, sheet.TableRow{Form: f})
		}
		return &out
	}
	for name, tt := range map[string]struct {
		form   string
		table  *sheet.Table
		number profile.Number
		want   noticed.IDKind
	}{
		"a person's":                        {"1040-SR", nil, profile.Own, noticed.IDKindSSN},
		"an employer's":                     {"941", nil, profile.Own, noticed.IDKindEIN},
		"an employer's, of several periods": {"", rows("941", "940"), profile.Own, noticed.IDKindEIN},
		"both":                              {"", rows("941", "1040"), profile.Own, ""},
		"one is unread":                     {"", rows("941", ""), profile.Own, ""},
		"who answers for an employer":       {"", rows("941", "941"), profile.Other, ""},
		"none":                              {"", nil, profile.Own, ""},
	} {
		f := fields{form: settled[string]{value: tt.form}, table: tt.table, profile: profile.Profile{Number: tt.number}}
		if got := f.kindOfForms(); got != tt.want {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}

func TestAnnualAndQuarterly(t *testing.T) {
	row := func(form, end string) sheet.TableRow {
		return sheet.TableRow{Form: form, End: printed.PeriodEnd{End: noticed.MustDate(end)}}
	}
	for name, tt := range map[string]struct {
		rows []sheet.TableRow
		want int
	}{
		"quarters":                   {[]sheet.TableRow{row("941", "2021-09-30"), row("941", "2021-12-31")}, 0},
		"a year, then quarters":      {[]sheet.TableRow{row("944", "2020-12-31"), row("941", "2021-03-31")}, 0},
		"a year and a quarter of it": {[]sheet.TableRow{row("941", "2021-09-30"), row("944", "2021-12-31")}, 1},
		"Form 940 is of another tax": {[]sheet.TableRow{row("941", "2021-09-30"), row("940", "2021-12-31")}, 0},
	} {
		f := fields{table: &sheet.Table{Rows: tt.rows}}
		if got := f.annualAndQuarterly(); len(got) != tt.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// A label that was not read clearly is believed where another reading of its row is
// for the same, and nowhere else; one that names two roles is of two rows.
func TestLabelsThatWereNotReadClearly(t *testing.T) {
	row := func(label string, sure, y float64) *sheet.Summary {
		return &sheet.Summary{Rows: []sheet.Row{{Label: label, LabelClear: sure, Confidence: 0.9, Evidence: noticed.Evidence{Box: noticed.Box{0.5, y, 0.9, y + 0.01}}}}}
	}
	unclear := row("Lat Payment ment penay It", 0.2, 0.5)
	for name, tt := range map[string]struct {
		other *sheet.Summary
		sure  bool
	}{
		"by itself":                    {unclear, false},
		"read alike":                   {row("payment ment", 0.3, 0.501), true},
		"read as something else":       {row("Late payment penalty", 0.9, 0.501), false},
		"another row is for the same":  {row("Payment", 0.9, 0.6), false},
		"another reading has no label": {row("", 0, 0.501), false},
	} {
		if got := sureRows(unclear, []*sheet.Summary{unclear, tt.other}); got != tt.sure {
			t.Errorf("%s: %v", name, got)
		}
	}
	if !sureRows(row("Interest", 0.9, 0.5), nil) {
		t.Error("a label that was read clearly needs no other")
	}
	if !sureRows(row("f Interest charges", 0.1, 0.5), nil) || !sureRows(row("Accuracy-rejated penalty", 0.4, 0.5), nil) ||
		!sureRows(row("Fasdure-to-pay penakty", 0.2, 0.5), nil) {
		t.Error("a label that is spelled out needs no other")
	}
	credit := func(amount noticed.Money, confidence float64) *sheet.Summary {
		s := row("Tax decrease", 0.9, 0.5)
		s.Rows[0].Amount, s.Rows[0].Confidence = amount, confidence
		s.Total = &sheet.Row{Label: "Proposed refund", Amount: 5}
		s.Rows[0].Evidence.Box[0] = confidence / 2
		return s
	}
	for name, tt := range map[string]struct {
		first, other *sheet.Summary
		sure         bool
	}{
		"read clearly":            {credit(-5, 0.9), credit(5, 0.3), true},
		"by itself, fairly":       {credit(5, 0.6), row("", 0, 0.7), false},
		"by itself":               {credit(5, 0.3), row("", 0, 0.7), false},
		"otherwise signed":        {credit(5, 0.3), credit(-5, 0.8), false},
		"signed alike, and dimly": {credit(5, 0.3), credit(5, 0.4), false},
		"signed alike, clearly":   {credit(5, 0.3), credit(5, 0.8), true},
		"clearly otherwise":       {credit(5, 0.7), credit(-5, 0.8), false},
	} {
		if got := sureRows(tt.first, []*sheet.Summary{tt.first, tt.other}); got != tt.sure {
			t.Errorf("a credit %s: %v", name, got)
		}
	}
	first, other := credit(-5, 0.3), credit(50, 0.9)
	first.Rows = append(first.Rows, sheet.Row{Label: "Tax", LabelClear: 0.9, Confidence: 0.9, Amount: 3})
	if !sureRows(first, []*sheet.Summary{first, other}) {
		t.Error("a credit beside another row has the sign that adds up")
	}
	for _, label := range []string{"Additional penalty Additional interest", "Amount you owed Additional penalty", "Tax owed Interest charges",
		"Deficiency Payments and", "credits Failure-to-pay"} {
		if labelled(row(label, 0.9, 0.5)) {
			t.Errorf("%q is believed to be one row's", label)
		}
	}
}

// Of two labels of a row the one that says what it is for is taken, of two that do the
// shorter: the other took in its neighbour.
func TestTheBetterLabel(t *testing.T) {
	for want, other := range map[string]string{
		"Current installment payment": "Past due amount Current installment payment",
		"Late payment penalty":        "Lat penay It",
		"Interest":                    "Penalty Interest",
	} {
		for _, row := range [][]sheet.Row{{{Label: want}, {Label: other}}, {{Label: other}, {Label: want}}} {
			if got := betterLabel(row); got != want {
				t.Errorf("%q, want %q", got, want)
			}
		}
	}
}

func TestANegativeCharge(t *testing.T) {
	for label, want := range map[string]bool{
		"Failure-to-file penalty": true, "Interest charges": true, "Tax owed": true,
		"Decrease in tax": false, "Payments and credits": false, "Penalty removed": false, "Refund": false,
	} {
		if charge(label) != want {
			t.Errorf("%s is a charge: %v", label, !want)
		}
		s := sheet.Summary{Rows: []sheet.Row{{Label: label, Amount: -5, Confidence: 0.9}}}
		if want && labelled(&s) {
			t.Errorf("a negative amount for %s is believed on a scan", label)
		}
	}
}

// Where three places agree, a fourth that hardly can be read does not gainsay them: it
// is looked at, and does if it then says otherwise.
func TestAPlaceThatHardlyCanBeRead(t *testing.T) {
	altered := cp14.with(t, 1, "CP14", "CP11")
	s := altered.open(false)
	for need := s.Need(); len(need) > 0; need = s.Need() {
		for _, r := range need {
			a := altered.answer(r, noticed.HowOCR, 0.97)
			for i, w := range a.Words {
				if w.Text == "CP11" && !r.Effort.Closely() {
					a.Words[i].Confidence = 0
				}
			}
			s.Add(a)
		}
	}
	if a := only(t, s.Notices()); a.Notice.Code != "CP14" || !strings.Contains(reasons(a), "disagreement notice.code") {
		t.Errorf("read as %q: %s", a.Notice.Code, reasons(a))
	}
}

// A code in the corner of the stub that is none as it reads is looked at, too: beside
// the line of figures by which payments are read nothing else stands.
func TestACodeInTheCornerOfTheStub(t *testing.T) {
	corner := func(code string) paper {
		p := cp14.with(t, 1, "CP14  ", code)
		p[0] = append(p[0], typeset.Line{X: 200, Y: 760, Text: "793996508 XZ X559 66 3 673748 640"})
		return p
	}
	read := func(code string) noticed.Assessment {
		return only(t, corner("CcP24").scanned(0.97, func(r extract.Request) paper {
			if r.Effort.Closely() {
				return corner(code)
			}
			return corner("CcP24")
		}).Notices())
	}
	if a := read("CP24"); !strings.Contains(reasons(a), "disagreement notice.code") {
		t.Errorf("read as %q: %s", a.Notice.Code, reasons(a))
	}
	if a := read("CP14"); a.Review.Needed {
		t.Errorf("read as %q: %s", a.Notice.Code, reasons(a))
	}
}

// What two readings of the one place still leave in doubt is looked at closely, among
// the words around it, and only that place; one look against three readings is too few.
func TestACloseLook(t *testing.T) {
	misread := cp14.with(t, 1, "Amount due: $1,075.21", "Amount due: $1,675.21")
	read := func(closely, plainly paper) (a noticed.Assessment, looks int) {
		s := misread.scanned(0.9, func(r extract.Request) paper {
			if !r.Effort.Closely() {
				return misread
			}
			if looks++; r.Region.Height() > 0.1 {
				t.Errorf("a close look at %v", r.Region)
			}
			if r.Effort == extract.CloseLook {
				return closely
			}
			return plainly
		})
		return only(t, s.Notices()), looks
	}
	if a, looks := read(cp14, cp14); looks == 0 || a.Review.Needed || a.Balance.Value != noticed.Dollars(1075, 21) {
		t.Errorf("%d close looks did not settle the amount: %s %s", looks, a.Balance.Value, reasons(a))
	}
	for _, closely := range []paper{cp14, misread} {
		if a, _ := read(closely, misread); !strings.Contains(reasons(a), "disagreement balance headline") {
			t.Errorf("an amount that reads otherwise thrice or more passed: %s", reasons(a))
		}
	}
}

// A label that took in the end of the row above is cut off where that row is found.
func TestALabelBehindAnother(t *testing.T) {
	for _, tt := range []struct{ label, above, want string }{
		{"accuracy-related penalty Decrease in interest charges", "Decrease in accuracy-related penalty", "Decrease in interest charges"},
		{"Interest charges", "Failure-to-pay penalty", "Interest charges"},
		{"penalty", "Failure-to-pay penalty", "penalty"},
	} {
		if got := behind(tt.label, tt.above); got != tt.want {
			t.Errorf("%q under %q: %q", tt.label, tt.above, got)
		}
	}
	if got := before("Decrease in failure-to-pay penalty Decrease in interest", "Decrease in interest charges"); got != "Decrease in failure-to-pay penalty" {
		t.Errorf("the first line of the label below is left: %q", got)
	}
	if got := before("Failure-to-file penalty", "penalty interest"); got != "Failure-to-file penalty" {
		t.Errorf("one word is no line: %q", got)
	}
	if role("you owed") != noticed.AmountTax || role("Amount you previously owed") != noticed.AmountOther {
		t.Error("what was owed is the tax, and before this notice something else")
	}
	if !otherRow("Amount apptied to 2019") || otherRow("Interest charges") {
		t.Error("a row for another year is known by its label, damaged or not")
	}
}

// Rows that add up to what all other places say is due need no total.
func TestRowsThatAddUpToWhatIsDue(t *testing.T) {
	row := func(label string, cents noticed.Money) sheet.Row {
		return sheet.Row{Label: label, Amount: cents, LabelClear: 0.9, Confidence: 0.9}
	}
	rows := []sheet.Row{row("Tax you owed", 100), row("Interest charges", 7)}
	for name, tt := range map[string]struct {
		total   *sheet.Row
		due     noticed.Money
		rivals  int
		borneBy bool
	}{
		"lost":                     {nil, 107, 0, true},
		"misread":                  {&sheet.Row{Amount: 187, Confidence: 0.6}, 107, 0, true},
		"clearly another":          {&sheet.Row{Amount: 187, Confidence: 0.96}, 107, 0, false},
		"lost, and a row misread":  {nil, 101, 0, false},
		"lost, and it is disputed": {nil, 107, 1, false},
	} {
		s := &sheet.Summary{Rows: rows, Total: tt.total}
		f := &fields{summary: s, summaries: []*sheet.Summary{s}}
		f.balance = settled[noticed.Money]{value: tt.due, found: true, confidence: agreed, rivals: make([]sheet.Seen[noticed.Money], tt.rivals)}
		if got := f.bearOut(); got != tt.borneBy {
			t.Errorf("a total that is %s: %v", name, got)
		}
	}
}

// Any two readings of a box may make a whole of it, and none where two pairs make
// different ones.
func TestJoins(t *testing.T) {
	reading := func(cents ...noticed.Money) *sheet.Summary {
		s := &sheet.Summary{}
		for i, c := range cents {
			y := 0.5 + 0.02*float64(i)
			r := sheet.Row{Label: "Tax you owed", Amount: c, Evidence: noticed.Evidence{Page: 1, Box: noticed.Box{0.6, y, 0.9, y + 0.01}}}
			if i == len(cents)-1 {
				s.Total = &r
				break
			}
			if c != 0 {
				s.Rows = append(s.Rows, r)
			}
		}
		return s
	}
	if got := joins([]*sheet.Summary{reading(100, 27, 9, 115), reading(100, 0, 8, 115), reading(0, 7, 8, 115)}); len(got) == 0 || len(got[0].Rows) != 3 {
		t.Errorf("%d joins of readings of which two make a whole", len(got))
	}
	if got := joins([]*sheet.Summary{reading(100, 0, 8, 115), reading(100, 7, 9, 115), reading(90, 17, 8, 115)}); len(got) != 0 {
		t.Errorf("%d joins of readings that make different ones", len(got))
	}
}

// Of two readings that add up, the one with a row of nothing more is whole.
func TestARowOfNothing(t *testing.T) {
	row := func(label string, cents noticed.Money, y float64) sheet.Row {
		return sheet.Row{Label: label, Amount: cents, LabelClear: 0.9, Confidence: 0.9, Evidence: noticed.Evidence{Page: 1, Box: noticed.Box{0.6, y, 0.9, y + 0.01}}}
	}
	tax, penalty, interest, total := row("Tax you owed", 100, 0.5), row("Additional penalty charges", 0, 0.52), row("Interest charges", 7, 0.54), row("Amount due", 107, 0.56)
	short, whole := &sheet.Summary{Rows: []sheet.Row{tax, interest}, Total: &total}, &sheet.Summary{Rows: []sheet.Row{tax, penalty, interest}, Total: &total}
	f := &fields{item: item{leaves: []leaf{{number: 1, sheet: &sheet.Sheet{Summary: short}, seconds: []*sheet.Sheet{{Summary: whole}}}}}}
	if f.readSummary(); len(f.summary.Rows) != 3 || !f.closes || !f.labelled {
		t.Errorf("%d rows are left", len(f.summary.Rows))
	}
}
