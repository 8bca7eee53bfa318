package sheet

import (
	"slices"
	"strings"
	"testing"

	"noticed"
)

func TestDaysFromWhichARateHolds(t *testing.T) {
	for sentence, want := range map[string]string{
		"The rates are: October 1, 2023 through March 31, 2025, 8%; from April 1, 2025, 7%.": " / ",
		"Pay by April 1, 2025 or we charge interest at the rate of 7%.":                      "prose 2025-04-01 / ",
		"Something else is said of April 1, 2025.":                                           " / prose 2025-04-01",
	} {
		s := read(text{X: 36, Y: 300, Text: sentence})
		if got := places(s.ActDays, func(d ActDay) string { return d.Day.String() }) + " / " + places(s.OtherDates, noticed.Date.String); got != want {
			t.Errorf("%s: got %q, want %q", sentence, got, want)
		}
	}
}

func TestTheYearOfAHeadline(t *testing.T) {
	for headline, want := range map[string]string{
		"Reminder: You didn't file a 2013 Form 1040 tax return": "headline 2013-12-31",
		"You have unpaid taxes for 2016":                        "headline 2016-12-31",
		"Call us on 2016":                                       "",
	} {
		s := read(slices.Concat(header, []text{{X: 36, Y: 220, Size: 11, Text: headline}}, body[2:], stub)...)
		var got []string
		for _, p := range s.Periods {
			if p.Evidence.Place == noticed.PlaceHeadline && p.Value.Form == "" {
				got = append(got, "headline "+p.Value.End.End.String())
			}
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%q: %v", headline, got)
		}
	}
}

// The name of a notice may stand over its headline, in smaller type: the headline does
// not carry that on.
func TestAHeadlineUnderTheNameOfANotice(t *testing.T) {
	for size, want := range map[float64]string{13: "headline 2013-12-31", 9: ""} {
		s := read(slices.Concat(header, []text{
			{X: 36, Y: 220, Size: 9, Text: "Data processing adjustment notice - balance due"},
			{X: 36, Y: 234, Size: size, Text: "We made changes to your 2013 Form 1040"},
		}, body[2:], stub)...)
		got := places(s.Periods, func(p Period) string {
			if p.Form != "" {
				return "form"
			}
			return p.End.End.String()
		})
		if strings.Contains(got, "headline 2013-12-31") != (want != "") {
			t.Errorf("in a size of %v: %s", size, got)
		}
	}
}

func TestAFormThatLostItsHyphen(t *testing.T) {
	for headline, want := range map[string]string{
		"Your 2022 Form 1040- NR: balance due": "1040-NR",
		"Your 2022 Form 1040 NR: balance due":  "1040-NR",
		"Your 2022 Form 1040-NR: balance due":  "1040-NR",
		"Your 2022 Form 1040: balance due":     "1040",
		"Your 2022 Form 1040 NRT: balance due": "1040",
	} {
		s := read(slices.Concat(header, []text{{X: 36, Y: 220, Size: 11, Text: headline}}, body[2:], stub)...)
		got := ""
		for _, p := range s.Periods {
			if p.Evidence.Place == noticed.PlaceHeadline && p.Value.Form != "" {
				got = p.Value.Form
			}
		}
		if got != want {
			t.Errorf("%q: %q", headline, got)
		}
	}
}

func TestTheFormOfAYearToldElsewhere(t *testing.T) {
	for sentence, want := range map[string]struct {
		form  string
		named bool
	}{
		"You owe additional tax for the tax year identified above (Form 1040).": {"1040", true},
		"See the tax year above. You may file Form 1040-X (Form 1040) later.":   {"", true},
		"To change the tax year above file Form 1040-X.":                        {"", false},
		"Sign the waiver (Form 5564) for the tax year above.":                   {"", false},
		"Send a copy of your amended return (Form 1040-X).":                     {"", false},
	} {
		s := read(text{X: 36, Y: 300, Text: sentence})
		form := ""
		for _, p := range s.Periods {
			form += p.Value.Form
		}
		if form != want.form || s.NamesForm() != want.named {
			t.Errorf("%s: form %q, named %v", sentence, form, s.NamesForm())
		}
	}
}

// A form with a letter that can't be made out is not the one without it.
func TestAFormWithADamagedLetter(t *testing.T) {
	for sentence, want := range map[string]string{
		"Write the tax year (2011), and the form number (1040EZ) on your payment.":      "1040EZ",
		"Write the tax year (2011), and the form number (1040) on your payment.":        "1040",
		"Write the tax year (2011), and the form number (1040\u00a3Z) on your payment.": "",
	} {
		lines := slices.Clone(whole1())
		for i, l := range lines {
			if strings.HasPrefix(l.Text, "Write your") {
				lines[i].Text = sentence
			}
		}
		s := read(lines...)
		got := ""
		for _, p := range s.Periods {
			if p.Evidence.Place == noticed.PlaceStub && p.Value.Form != "" {
				got = p.Value.Form
			}
		}
		if got != want {
			t.Errorf("%s: form %q", sentence, got)
		}
	}
}

// The number to call stands in a sentence, whatever became of the word; the numbers of
// others stand in sentences as well.
func TestTheNumberToCall(t *testing.T) {
	for sentence, want := range map[string]string{
		"If you have questions, you can call us toll-free at 800-829-0582.":                 "800-829-0582",
		"If you have questions, you can calli us toll-free at 800-829-0582.":                "800-829-0582",
		"If you have questions, you can cail us toll-free at 800-829-0582.":                 "800-829-0582",
		"within 30 days of this letter 800-829-0582 to make an appointment and bring":       "800-829-0582",
		"For notices in large print, braille or audio, visit our site or call 833-690-0598": "",
		"Our calendar for 800-829-0582 is none.":                                            "",
	} {
		s := read(text{X: 36, Y: 300, Text: sentence})
		got := ""
		for _, p := range s.Phones {
			got += p.Value
		}
		if got != want {
			t.Errorf("%s: got %q", sentence, got)
		}
	}
}

// The stub asks for the number in brackets to be written on the check, whatever became of
// the words before it.
func TestTheNumberToWriteOnTheCheck(t *testing.T) {
	for sentence, want := range map[string]string{
		"Write your taxpayer ID number (000-15-4739), the tax year (2019), and the form number":  "4739",
		"Write your taxpayer 1D number (000-15-4739), the tax year (2019), and the form number":  "4739",
		"Write your taxpayer ID nurnber {000-15-4739), the tax year (2019), and the form number": "4739",
		"Write the case (000-15-4739) on it, the tax year (2019), and the form number":           "",
		"Write your taxpayer ID on it. We were told (by letter) of it, and of (000-15-4739)":     "",
	} {
		s := read(slices.Concat(header, body, stub, []text{{X: 60, Y: 742, Text: sentence}})...)
		got := ""
		for _, id := range s.IDs {
			if strings.Contains(id.Evidence.Text, "4739") {
				got = id.Value.Last4
			}
		}
		if got != want {
			t.Errorf("%s: got %q of %+v", sentence, got, s.IDs)
		}
	}
}
