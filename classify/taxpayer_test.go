package classify

import (
	"slices"
	"strings"
	"testing"

	"noticed"
	"noticed/classify/layout/typeset"
	"noticed/extract"
)

// Two notices copied onto one page, and a page that names another person or
// another number than its address window: never is the one's money shown as the
// other's without a word.
func TestTwoTaxpayersOnOnePage(t *testing.T) {
	other := []typeset.Line{
		{X: 36, Y: 400, Text: "Department of the Treasury"}, {X: 370, Y: 400, Text: "Notice"}, {X: 470, Y: 400, Text: "CP14"},
		{X: 36, Y: 412, Text: "Internal Revenue Service"}, {X: 370, Y: 412, Text: "Tax year"}, {X: 470, Y: 412, Text: "2017"},
		{X: 370, Y: 424, Text: "Notice date"}, {X: 470, Y: 424, Text: "January 30, 2018"},
		{X: 370, Y: 436, Text: "Social security number"}, {X: 470, Y: 436, Text: "987-65-1111"},
		{X: 60, Y: 470, Text: "PETER MILLER"}, {X: 60, Y: 482, Text: "5 OAK STREET"}, {X: 60, Y: 494, Text: "ALBANY, NY 00000-1111"},
		{X: 36, Y: 520, Size: 11, Text: "You have a balance due for 2017"}, {X: 36, Y: 536, Size: 11, Text: "Amount due: $2,222.22"},
	}
	a := only(t, paper{slices.Concat(cp14[0], other), cp14[1]}.read())
	wants(t, a, noticed.ReasonTwoTaxpayers, noticed.FieldIDLast4, noticed.PlaceStub, "…4321", "…1111")
	wants(t, a, noticed.ReasonTwoTaxpayers, noticed.FieldNames, noticed.PlaceStub, "PETER MILLER")
	wants(t, a, noticed.ReasonDisagreement, noticed.FieldBalance, "", "1075.21", "2222.22")

	number := []typeset.Line{{X: 370, Y: 100, Text: "Social security number"}, {X: 470, Y: 100, Text: "987-65-1111"}}
	a = only(t, paper{slices.Concat(cp14[0], number), cp14[1]}.read())
	wants(t, a, noticed.ReasonTwoTaxpayers, noticed.FieldIDLast4, noticed.PlaceHeader, "…4321", "…1111")

	a = only(t, cp14.with(t, 1, "987-65-4321 ", "987-65-1111").with(t, 1, "James & Karen Q. Hinds", "Peter Miller").read())
	wants(t, a, noticed.ReasonTwoTaxpayers, noticed.FieldIDLast4, noticed.PlaceStub, "…4321", "…1111")
	wants(t, a, noticed.ReasonTwoTaxpayers, noticed.FieldNames, noticed.PlaceStub, "PETER MILLER")
}

// What names somebody else on the first page is told, and where it stands. Each
// line is set somewhere else on the page than any of the notice's own.
func TestAnotherTaxpayer(t *testing.T) {
	at := func(y float64, lines ...string) (out []typeset.Line) {
		for i, l := range lines {
			out = append(out, typeset.Line{X: 60, Y: y + 12*float64(i), Text: l})
		}
		return out
	}
	for name, tt := range map[string]struct {
		lines []typeset.Line
		field noticed.Field
		place noticed.Place
		value string
	}{
		"a window under the first":        {at(360, "PETER MILLER", "5 OAK STREET", "ALBANY, NY 00000-1111"), noticed.FieldNames, noticed.PlaceHeader, "PETER MILLER"},
		"a firm's window under the first": {at(360, "OAK & SONS ROOFING LLC", "5 OAK STREET", "ALBANY, NY 00000-1111"), noticed.FieldNames, noticed.PlaceHeader, "OAK & SONS ROOFING LLC"},
		"a number in a sentence":          {at(370, "For PETER MILLER, 987-65-1111, see below."), noticed.FieldIDLast4, noticed.PlaceProse, "…1111"},
		"a number that ends alike":        {at(370, "For PETER MILLER, 987-00-4321, see below."), noticed.FieldIDLast4, noticed.PlaceProse, "…4321"},
		"behind the taxpayer's own":       {at(370, "We wrote to you, 987-65-4321, and not to 987-65-1111."), noticed.FieldIDLast4, noticed.PlaceProse, "…1111"},
	} {
		t.Run(name, func(t *testing.T) {
			a := only(t, paper{slices.Concat(cp14[0], tt.lines), cp14[1]}.read())
			wants(t, a, noticed.ReasonTwoTaxpayers, tt.field, tt.place, tt.value)
			if len(a.Review.Reasons) != 1 || a.Taxpayer.IDLast4.Value != "4321" || len(a.Taxpayer.Names) != 2 {
				t.Errorf("taxpayer %+v: %s", a.Taxpayer, reasons(a))
			}
		})
	}
	for name, lines := range map[string][]typeset.Line{
		"the same window again":       at(360, "JAMES & KAREN Q. HINDS", "22 BOULDER STREET", "HANSON, CT 00000-7253"),
		"one of the spouses":          at(360, "KAREN Q. HINDS", "22 BOULDER STREET", "HANSON, CT 00000-7253"),
		"a street without a name":     at(360, "5 OAK STREET", "ALBANY, NY 00000-1111"),
		"an office of the IRS":        at(360, "INTERNAL REVENUE SERVICE", "PO BOX 480", "HOLTSVILLE, NY 11742-0480"),
		"a court":                     at(360, "UNITED STATES TAX COURT", "400 SECOND STREET NW", "WASHINGTON, DC 20217"),
		"an address to write to":      at(348, "Send it to:", "PETER MILLER", "5 OAK STREET", "ALBANY, NY 00000-1111"),
		"the taxpayer's own number":   at(370, "Your payment for 987-65-4321 has arrived."),
		"a digit of it misprinted":    at(370, "Your payment for 987-65-4327 has arrived."),
		"a spouse's number by name":   at(370, "For KAREN HINDS, 987-65-1111, see below."),
		"a spouse's number":           at(370, "Your spouse's number is 987-65-1111, by our records."),
		"an example":                  at(370, "Write your number as 000-00-0000 on the check."),
		"a number without a sentence": at(370, "987-65-1111"),
		"a masked number":             at(370, "For PETER MILLER, XXX-XX-1111, see below."),
	} {
		t.Run(name, func(t *testing.T) {
			if a := only(t, (paper{slices.Concat(cp14[0], lines), cp14[1]}).read()); strings.Contains(reasons(a), "taxpayer") {
				t.Errorf("a second taxpayer was seen: %s", reasons(a))
			}
		})
	}
}

// Numbers that end alike are another's only where their digits before that differ
// by more than a misprint, and less of a difference is a disagreement.
func TestNumbersThatAreLike(t *testing.T) {
	for stub, want := range map[string]string{
		"986-56-4321": "two_taxpayers taxpayer.id_last4 stub",
		"986-65-4321": "",
		"XXX-XX-4321": "",
		"987-65-4327": "disagreement taxpayer.id_last4 stub",
		"987-65-4377": "two_taxpayers taxpayer.id_last4 stub",
		"123-45-4327": "two_taxpayers taxpayer.id_last4 stub",
		"98-7651111":  "two_taxpayers taxpayer.id_last4 stub",
	} {
		if a := only(t, cp14.with(t, 1, "987-65-4321 ", stub).read()); reasons(a) != want {
			t.Errorf("%s on the stub: got %q, want %q", stub, reasons(a), want)
		}
	}
}

// Two readings of one ink are not two taxpayers.
func TestAMisreadTaxpayer(t *testing.T) {
	misread := cp14.with(t, 1, "987-65-4321 ", "981-66-4311").with(t, 1, "James & Karen Q. Hinds", "Iomos Xanon O. Huncls")
	s := misread.scanned(0.9, func(r extract.Request) paper {
		if r.Effort == extract.SecondOpinion {
			return cp14
		}
		return misread
	})
	if a := only(t, s.Notices()); strings.Contains(reasons(a), "taxpayer") {
		t.Errorf("got %s", reasons(a))
	}
}

// On a letter to the one who answers for a business the business is no second
// taxpayer.
func TestALetterWithTwoParties(t *testing.T) {
	business := []typeset.Line{{X: 60, Y: 360, Text: "HINDS PRINTING INC"}, {X: 60, Y: 372, Text: "5 OAK STREET"}, {X: 60, Y: 384, Text: "ALBANY, NY 00000-1111"},
		{X: 60, Y: 410, Text: "You, 987-65-1111, answer for the taxes of the business."}}
	p := paper{slices.Concat(swap(t, cp14[:1], "CP14", "1153")[0], business), swap(t, cp14[1:], "CP14", "1153")[0]}
	if a := only(t, p.read()); a.Notice.Code != "L1153" || strings.Contains(reasons(a), "two_taxpayers") {
		t.Errorf("%s: %s", a.Notice.Code, reasons(a))
	}
}

// A person of one word, at every place alike, may have lost another on a scan.
func TestHalfAName(t *testing.T) {
	named := func(window, stub string) paper {
		return swap(t, swap(t, cp14, "JAMES & KAREN Q. HINDS", window), "James & Karen Q. Hinds", stub)
	}
	for name, tt := range map[string]struct {
		window, stub string
		half         bool
	}{
		"spaces lost":          {"JOVLE", "Jovle", true},
		"first name lost":      {"G JOHN", "G John", true},
		"and a generation":     {"HINDS JR", "Hinds Jr", true},
		"short, and whole":     {"JO V LE", "Jo V Le", false},
		"of two, one is half":  {"JO V LE & G JOHN", "Jo V Le & G John", true},
		"of two with one name": {"JAMES & KAREN Q. HINDS", "James & Karen Q. Hinds", false},
	} {
		a := named(tt.window, tt.stub).scanned(0.97, named(tt.window, tt.stub).alike).Notices()
		if got := strings.Contains(reasons(only(t, a)), "taxpayer.names"); got != tt.half {
			t.Errorf("%s: %s", name, reasons(a[0]))
		}
		if a := only(t, named(tt.window, tt.stub).read()); strings.Contains(reasons(a), "taxpayer.names") {
			t.Errorf("%s, in a text layer: %s", name, reasons(a))
		}
	}
}

// A generation that recognition spoilt is shown as doubtful where nothing bears it out.
func TestNearAGeneration(t *testing.T) {
	for name, doubtful := range map[string]bool{
		"JAMES Q. HINDS JP": true, "JAMES Q. HINDS IR": true, "JAMES Q. HINDS SK": true,
		"JAMES Q. HINDS JR": false, "JAMES Q. HINDS SR": false, "JAMES HINDS III": false, "WEI NG": false, "MIN JO": false, "ANNA ORR": false,
	} {
		if nearGeneration.MatchString(name) != doubtful {
			t.Errorf("%s: doubtful is %v", name, !doubtful)
		}
	}
	window := swap(t, swap(t, cp14, "JAMES & KAREN Q. HINDS", "JAMES Q. HINDS JP"), "James & Karen Q. Hinds", "")
	if a := only(t, window.scanned(0.97, window.alike).Notices()); !strings.Contains(reasons(a), "taxpayer.names") {
		t.Errorf("at one place: %s", reasons(a))
	}
	slip := swap(t, swap(t, cp14, "JAMES & KAREN Q. HINDS", "JAMFS Q. HINDS"), "James & Karen Q. Hinds", "")
	if a := only(t, slip.scanned(0.97, slip.alike).Notices()); !strings.Contains(reasons(a), "taxpayer.names") {
		t.Errorf("a letter away from a common name: %s", reasons(a))
	}
	both := swap(t, swap(t, cp14, "JAMES & KAREN Q. HINDS", "JAMES Q. HINDS JP"), "James & Karen Q. Hinds", "James Q. Hinds Jp")
	if a := only(t, both.scanned(0.97, both.alike).Notices()); strings.Contains(reasons(a), "taxpayer.names") {
		t.Errorf("at two places: %s", reasons(a))
	}
}

// A business without a legal form, at its only place, may have lost the end of its
// name on a scan.
func TestHalfABusiness(t *testing.T) {
	business := cp14
	for _, s := range [][2]string{{"Social security number", "Employer ID number"}, {"987-65-4321", "98-7654321"}, {"CP14", "CP161"}, {"1040", "1120"}} {
		business = swap(t, business, s[0], s[1])
	}
	named := func(window, stub string) paper {
		return swap(t, swap(t, business, "JAMES & KAREN Q. HINDS", window), "James & Karen Q. Hinds", stub)
	}
	for name, tt := range map[string]struct {
		window, stub string
		half         bool
	}{
		"no form":               {"BLUE HERON", "we", true},
		"a form":                {"BLUE HERON LLC", "we", false},
		"no form at two places": {"BLUE HERON", "Blue Heron", false},
		"a letter is another":   {"STRECT TIRES LLC", "we", true},
		"so at two places":      {"STRECT TIRES LLC", "Strect Tires LLC", false},
	} {
		p := named(tt.window, tt.stub)
		if a := only(t, p.scanned(0.97, p.alike).Notices()); strings.Contains(reasons(a), "taxpayer.names") != tt.half {
			t.Errorf("%s: %s", name, reasons(a))
		}
		if a := only(t, p.read()); strings.Contains(reasons(a), "taxpayer.names") {
			t.Errorf("%s, in a text layer: %s", name, reasons(a))
		}
	}
}
