package deadline

import (
	"slices"
	"testing"

	"noticed"
)

func TestRolesOfARule(t *testing.T) {
	for rule, want := range map[string][]noticed.DateRole{
		"AUR_30_60":         {noticed.DateReplyBy, noticed.DatePayBy},
		"MATH_ERROR_OR_PAY": {noticed.DatePayBy, noticed.DateDisputeBy},
		"CP523_30_THEN_30":  {noticed.DateTerminateOn, noticed.DatePayBy},
		"PRINTED_ONLY":      {noticed.DatePayBy, noticed.DateReplyBy},
		"NONE":              nil,
		"no such rule":      nil,
	} {
		if got := Roles(rule); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", rule, got, want)
		}
	}
}

// A notice that asks for an answer at once, and prints no day, leaves no doubt
// that there is none.
func TestAtOnceIsNoDoubt(t *testing.T) {
	date := noticed.MustDate("2026-06-01")
	in := Input{Rule: "NONFILER_PRINTED", Verified: true, NoticeDate: &date, PrintedExpected: true}
	if r := Compute(in); len(r.Reasons) == 0 || r.Deadlines[0].Date != nil {
		t.Errorf("no day and no word: %+v", r)
	}
	in.AtOnce = true
	if r := Compute(in); len(r.Reasons) != 0 || r.Deadlines[0].Date != nil {
		t.Errorf("asked for at once: %+v", r)
	}
}
