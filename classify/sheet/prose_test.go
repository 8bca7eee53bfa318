package sheet

import (
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
