package classify

import (
	"strings"
	"testing"

	"noticed"
	"noticed/classify/printed"
	"noticed/classify/sheet"
)

// A lien letter on one page.
var lien = paper{{
	{X: 64, Y: 51, Text: "Department of the Treasury"}, {X: 357, Y: 51, Text: "Letter Date:"},
	{X: 64, Y: 63, Text: "Internal Revenue Service"}, {X: 357, Y: 63, Text: "June 19, 2017"},
	{X: 64, Y: 76, Text: "Atlanta, GA 30308"}, {X: 357, Y: 76, Text: "Taxpayer ID number:"}, {X: 357, Y: 88, Text: "XXX-XX-4321"},
	{X: 64, Y: 141, Text: "WEI SANTOS"}, {X: 64, Y: 153, Text: "PO BOX 30"}, {X: 64, Y: 166, Text: "FAIRVIEW, OK 73737"},
	{X: 64, Y: 220, Size: 11, Text: "Notice of Federal Tax Lien Filing and Your Right to a Hearing"},
	{X: 64, Y: 250, Text: "Dear Wei Santos:"},
	{X: 64, Y: 270, Text: "We filed a Notice of Federal Tax Lien on June 16, 2017."},
	{X: 64, Y: 300, Text: "Type of tax"}, {X: 200, Y: 300, Text: "Tax period"}, {X: 440, Y: 300, Text: "Amount owed"},
	{X: 64, Y: 313, Text: "Form 1040"}, {X: 200, Y: 313, Text: "12/31/2015"}, {X: 440, Y: 313, Text: "$8,939.08"},
	{X: 64, Y: 350, Text: "Your request for a Collection Due Process hearing must be postmarked by July 24, 2017."},
	{X: 64, Y: 750, Text: "Letter 3172 (Rev. 2-2004)"},
}}

// Where the day of filing may have been lost, a person looks; where the letter
// names none, nothing was lost.
func TestTheFilingDayOfALien(t *testing.T) {
	const filed = "We filed a Notice of Federal Tax Lien on June 16, 2017."
	for sentence, want := range map[string]string{
		filed:                                    "",
		"We filed a Notice of Federal Tax Lien.": "",
		"We filed a Notice of Federal Tax Lien. See the copy, June 16, 2017": "missing deadlines",
	} {
		if got := reasons(only(t, lien.with(t, 1, filed, sentence).read())); got != want {
			t.Errorf("%s: got %q, want %q", sentence, got, want)
		}
	}
	for sentence, want := range map[string]bool{
		"We filed a Notice of Federal Tax Lien on":                           true,
		"We filed a Notice of Federal Tax Lien 0n Jume l6. 2O!7 See June to": true, // a month and no day
		"We filed a Notice of Federal Tax Lien.":                             false,
	} {
		page := lien.with(t, 1, filed, sentence)
		s := page.scanned(0.97, page.alike)
		if got := reasons(only(t, s.Notices())); strings.Contains(got, "missing deadlines") != want {
			t.Errorf("a scan that reads %q: %q", sentence, got)
		}
	}
}

// A letter about a lien prints the day to ask for a hearing by: a scan on which it is
// not found lost it.
func TestALostHearingDayOfALien(t *testing.T) {
	const by = "Your request for a Collection Due Process hearing must be postmarked by July 24, 2017."
	for sentence, want := range map[string]bool{by: false, "Your request for a Collection Due Process hearing must be postmarked by Jxxx": true} {
		page := lien.with(t, 1, by, sentence)
		s := page.scanned(0.97, page.alike)
		if got := reasons(only(t, s.Notices())); strings.Contains(got, "missing printed_dates") != want {
			t.Errorf("a scan that reads %q: %q", sentence, got)
		}
	}
}

// The sentence of a letter about a levy ends in a day to ask for a hearing by, or in the
// days to count: a scan of it without either lost it.
func TestALostHearingDayOfALevy(t *testing.T) {
	const sentence = "If you don't pay, or request a hearing with the IRS Independent Office of Appeals by July 24, 2017, we may take your property."
	levy := lien.with(t, 1, "Your request for a Collection Due Process hearing must be postmarked by July 24, 2017.", sentence).
		with(t, 1, "Letter 3172 (Rev. 2-2004)", "Letter 1058 (Rev. 2-2004)").with(t, 1, "Notice of Federal Tax Lien Filing and Your Right to a Hearing", "Notice of Intent to Levy and Notice of Your Right to a Hearing")
	for text, want := range map[string]bool{
		sentence: false, "If you don't pay, or request a hearing with the IRS": true,
		"If you don't pay, or request a hearing with the IRS within 30 days from the date of this letter, we may take your property.": false,
	} {
		page := levy.with(t, 1, sentence, text)
		s := page.scanned(0.97, page.alike)
		if got := reasons(only(t, s.Notices())); strings.Contains(got, "missing printed_dates") != want {
			t.Errorf("a scan that reads %q: %q", text, got)
		}
	}
}

// A form that a headline alone names, against a sentence on the form of the same
// year, is in doubt; where a label names it, sentences don't speak against it.
func TestAFormOfAHeadlineAlone(t *testing.T) {
	year := printed.PeriodEnd{End: noticed.MustDate("2019-12-31")}
	period := func(form string, end printed.PeriodEnd, place noticed.Place, y float64) sheet.Seen[sheet.Period] {
		return sheet.Seen[sheet.Period]{Value: sheet.Period{Form: form, End: end}, Confidence: 0.92,
			Evidence: noticed.Evidence{Page: 1, Place: place, Box: noticed.Box{0.1, y, 0.4, y + 0.02}}}
	}
	header := period("", year, noticed.PlaceHeader, 0.1)
	own := period("1040-NR", year, noticed.PlaceProse, 0.35)
	other := period("1040", printed.PeriodEnd{End: noticed.MustDate("2017-12-31")}, noticed.PlaceProse, 0.38)
	for name, tt := range map[string]struct {
		seen   []sheet.Seen[sheet.Period]
		want   string
		rivals int
	}{
		"headline against sentence": {[]sheet.Seen[sheet.Period]{header, period("1040", printed.PeriodEnd{}, noticed.PlaceHeadline, 0.4), own}, "1040", 1},
		"stub against sentence":     {[]sheet.Seen[sheet.Period]{header, period("1040", printed.PeriodEnd{}, noticed.PlaceStub, 0.9), own}, "1040", 0},
		"a sentence on another":     {[]sheet.Seen[sheet.Period]{header, period("1040-NR", printed.PeriodEnd{}, noticed.PlaceHeadline, 0.4), other}, "1040-NR", 0},
		"sentences alone":           {[]sheet.Seen[sheet.Period]{header, own}, "1040-NR", 0},
	} {
		f := &fields{item: item{leaves: []leaf{{number: 1, sheet: &sheet.Sheet{Periods: tt.seen}}}}}
		if f.readPeriods(); f.form.value != tt.want || len(f.form.rivals) != tt.rivals {
			t.Errorf("%s: %s, rivals %+v", name, f.form.value, f.form.rivals)
		}
	}
}
