package deadline

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"noticed"
)

// told writes steps as a person would see them, one a line.
func told(steps []Step) string {
	var b strings.Builder
	for _, s := range steps {
		fmt.Fprintf(&b, "%s|", s.Kind)
		if s.Date != nil {
			fmt.Fprintf(&b, "%s %s", s.Weekday[:3], s.Date)
		}
		fmt.Fprintf(&b, "|%s\n", s.Text)
	}
	return b.String()
}

func explained(t *testing.T, in Input, action noticed.Action) string {
	t.Helper()
	for _, d := range Explain(in).Deadlines {
		if d.Action == action {
			return told(d.Steps)
		}
	}
	t.Fatalf("no %s: %+v", action, Explain(in))
	return ""
}

func TestExplain(t *testing.T) {
	for name, test := range map[string]struct {
		in     Input
		action noticed.Action
		want   string
	}{
		"hearing over a weekend behind a holiday": {
			Input{Rule: "CDP_LEVY_30", Verified: true, NoticeDate: date("2026-06-04")}, noticed.ActRequestCDPHearing, `
day_0|Thu 2026-06-04|the notice date; it is not counted
count|Tue 2026-06-30|day 26
last_day|Sat 2026-07-04|day 30, the last
moved_past|Sat 2026-07-04|Saturday
moved_past|Sun 2026-07-05|Sunday
computed|Mon 2026-07-06|the next day that is no Saturday, Sunday or DC legal holiday (IRC 7503)
printed||no printed day for requesting a hearing is known
governs|Mon 2026-07-06|computed; no day is printed that could govern
act_by|Thu 2026-07-02|the last business day on or before 2026-07-04; 2026-07-04 is Saturday; 2026-07-03 is Independence Day (observed)
authority||IRC 6330(a)(3)(B): set by law
in_time||Form 12153 postmarked by then (IRC 7502)
if_missed||the right is lost
`},
		"petition, printed day wrong and read once": {
			Input{Rule: "SNOD_90_150", Verified: true, Abroad: AbroadNo, NoticeDate: date("2026-08-13"), Printed: []noticed.PrintedDate{printed(noticed.DatePetitionBy, "2026-11-17")}}, noticed.ActPetitionTaxCourt, `
fact||addressed to a person in the United States: the shorter period
day_0|Thu 2026-08-13|the notice date; it is not counted
count|Mon 2026-08-31|day 18
count|Wed 2026-09-30|day 48
count|Sat 2026-10-31|day 79
last_day|Wed 2026-11-11|day 90, the last
moved_past|Wed 2026-11-11|Veterans Day
computed|Thu 2026-11-12|the next day that is no Saturday, Sunday or DC legal holiday (IRC 6213(a))
printed|Tue 2026-11-17|printed for petitioning the Tax Court
governs|Thu 2026-11-12|the earlier of the two: the printed day is not the one counted and was not read in two places; the count gives 2026-11-12, and no weekend or holiday explains that: a person must look
act_by|Tue 2026-11-10|the last business day on or before 2026-11-11; 2026-11-11 is Veterans Day
authority||IRC 6213(a): set by law
in_time||filed with the court by then: electronically until midnight Eastern time, or postmarked (IRC 7502)
if_missed||the right is lost
`},
		"lien without a filing day": {
			Input{Rule: "CDP_LIEN_5BD_30", Verified: true, NoticeDate: date("2026-06-16")}, noticed.ActRequestCDPHearing, `
printed||no printed day for requesting a hearing is known
no_date||the day the lien notice was filed is not known, and the period is counted from it
act_by|Thu 2026-07-16|30 days from the letter, moved back to a business day: early enough, but not the deadline
authority||IRC 6320(a)(3)(B): set by law
in_time||Form 12153 postmarked by then (IRC 7502)
if_missed||the right is lost
`},
		"lien with it": {
			Input{Rule: "CDP_LIEN_5BD_30", Verified: true, LienFiled: date("2026-06-12")}, noticed.ActRequestCDPHearing, `
day_0|Fri 2026-06-12|the day the notice of lien was filed; it is not counted
not_counted|Sat 2026-06-13|Saturday; 0 counted so far
not_counted|Sun 2026-06-14|Sunday; 0 counted so far
not_counted|Fri 2026-06-19|Juneteenth; 4 counted so far
not_counted|Sat 2026-06-20|Saturday; 4 counted so far
not_counted|Sun 2026-06-21|Sunday; 4 counted so far
last_day|Mon 2026-06-22|business day 5, the last
day_0|Mon 2026-06-22|the end of these business days, from which the period is counted
count|Tue 2026-06-30|day 8
last_day|Wed 2026-07-22|day 30, the last
computed|Wed 2026-07-22|no Saturday, Sunday or DC legal holiday: it stays
printed||no printed day for requesting a hearing is known
governs|Wed 2026-07-22|computed; no day is printed that could govern
act_by|Wed 2026-07-22|that day itself is a business day
authority||IRC 6320(a)(3)(B): set by law
in_time||Form 12153 postmarked by then (IRC 7502)
if_missed||the right is lost
`},
		"a large demand": {
			Input{Rule: "PAY_21CAL_10BUS", Verified: true, NoticeDate: date("2026-06-15"), Balance: money("100000.00")}, noticed.ActPay, `
fact||$100000.00 is demanded; from $100000.00 on it is 10 business days
day_0|Mon 2026-06-15|the notice date; it is not counted
not_counted|Fri 2026-06-19|Juneteenth; 3 counted so far
not_counted|Sat 2026-06-20|Saturday; 3 counted so far
not_counted|Sun 2026-06-21|Sunday; 3 counted so far
not_counted|Sat 2026-06-27|Saturday; 8 counted so far
not_counted|Sun 2026-06-28|Sunday; 8 counted so far
last_day|Tue 2026-06-30|business day 10, the last
printed||no printed day for paying is known
governs|Tue 2026-06-30|computed; no day is printed that could govern
act_by|Tue 2026-06-30|that day itself is a business day
authority||IRC 6601(e)(3): set by law
in_time||received by then
if_missed||it costs more
`},
		"a cent less, on a holiday": {
			Input{Rule: "PAY_21CAL_10BUS", Verified: true, NoticeDate: date("2026-01-26"), Balance: money("99999.99"), Printed: []noticed.PrintedDate{printed(noticed.DatePayBy, "2026-02-16")}}, noticed.ActPay, `
fact||$99999.99 is demanded; below $100000.00 it is 21 calendar days
day_0|Mon 2026-01-26|the notice date; it is not counted
count|Sat 2026-01-31|day 5
last_day|Mon 2026-02-16|day 21, the last
printed|Mon 2026-02-16|printed for paying
governs|Mon 2026-02-16|printed; the printed day governs; it is what the count gives
not_moved|Mon 2026-02-16|the day is Washington's Birthday and is not moved (the next business day is 2026-02-17)
act_by|Fri 2026-02-13|the last business day on or before 2026-02-16; 2026-02-16 is Washington's Birthday; 2026-02-15 is Sunday; 2026-02-14 is Saturday
authority||IRC 6601(e)(3): set by law
in_time||received by then
if_missed||it costs more
`},
		"the second thirty days": {
			Input{Rule: "CP523_30_THEN_30", Verified: true, NoticeDate: date("2026-05-04")}, noticed.ActAppealTermination, `
condition||only if the agreement is terminated
day_0|Mon 2026-05-04|the notice date; it is not counted
count|Sun 2026-05-31|day 27
last_day|Wed 2026-06-03|day 30, the last
day_0|Wed 2026-06-03|the day of termination, if it is the first that is possible; later if it is later
count|Tue 2026-06-30|day 27
last_day|Fri 2026-07-03|day 30, the last
governs|Fri 2026-07-03|computed; no day is printed that could govern
not_moved|Fri 2026-07-03|the day is Independence Day (observed) and is not moved
act_by|Thu 2026-07-02|the last business day on or before 2026-07-03; 2026-07-03 is Independence Day (observed)
authority||IRC 6331(k)(2)(D): set by law
in_time||Form 9423 received by then
if_missed||the right is lost
`},
		"a leap day's year": {
			Input{Rule: "CDP_LEVY_30", Verified: true, NoticeDate: date("2024-02-29")}, noticed.ActRequestEquivalentHearing, `
condition||only if the day for requesting a Collection Due Process hearing was missed
day_0|Thu 2024-02-29|the notice date; it is not counted
last_day|Fri 2025-02-28|the same day of the next year, which has no February 29
computed|Fri 2025-02-28|no Saturday, Sunday or DC legal holiday: it stays
governs|Fri 2025-02-28|computed; no day is printed that could govern
act_by|Fri 2025-02-28|that day itself is a business day
authority||Treas. Reg. 301.6330-1(i): set by law
in_time||Form 12153 postmarked by then (IRC 7502)
if_missed||the right is lost
`},
	} {
		t.Run(name, func(t *testing.T) {
			if got := explained(t, test.in, test.action); got != strings.TrimPrefix(test.want, "\n") {
				t.Errorf("got\n%s", got)
			}
		})
	}
}

// Every word on which of two days governs, by what is printed.
func TestExplainWhichGoverns(t *testing.T) {
	snod := func(day string, places ...noticed.Place) Input {
		return Input{Rule: "SNOD_90_150", Verified: true, NoticeDate: date("2026-08-13"), Printed: []noticed.PrintedDate{printed(noticed.DatePetitionBy, day, places...)}}
	}
	cdp := func(day string) Input {
		return Input{Rule: "CDP_LEVY_30", Verified: true, NoticeDate: date("2026-06-04"), Printed: []noticed.PrintedDate{printed(noticed.DateHearingBy, day)}}
	}
	docs := Input{Rule: "DOCS_30_PRINTED", Verified: true, NoticeDate: date("2026-06-04")}
	docsPrinted := docs
	docsPrinted.Printed = []noticed.PrintedDate{printed(noticed.DateReplyBy, "2026-07-20")}
	reminder := Input{Rule: "PAY_PRINTED", Printed: []noticed.PrintedDate{printed(noticed.DatePayBy, "2026-07-20")}}
	undated := cdp("2026-07-06")
	undated.NoticeDate = nil
	for name, test := range map[string]struct {
		in     Input
		action noticed.Action
		want   string
	}{
		"petition as counted":         {snod("2026-11-12"), noticed.ActPetitionTaxCourt, "2026-11-12|printed; a petition by the printed last day is in time (IRC 6213(a), last sentence); it is what the count gives"},
		"petition on the holiday":     {snod("2026-11-11"), noticed.ActPetitionTaxCourt, "2026-11-11|printed; a petition by the printed last day is in time (IRC 6213(a), last sentence); it is the last day counted, before it is moved"},
		"petition of 150 days":        {snod("2027-01-11"), noticed.ActPetitionTaxCourt, "2027-01-11|printed; a petition by the printed last day is in time (IRC 6213(a), last sentence); weekend, holiday or another reading of the facts explains that the count gives 2026-11-12"},
		"petition read twice":         {snod("2026-11-17", noticed.PlaceHeader, noticed.PlaceProse), noticed.ActPetitionTaxCourt, "2026-11-17|printed; a petition by the printed last day is in time (IRC 6213(a), last sentence); the count gives 2026-11-12, and no weekend or holiday explains that: a person must look"},
		"hearing, printed is earlier": {cdp("2026-07-04"), noticed.ActRequestCDPHearing, "2026-07-04|printed; it is not later than the computed one, and the earlier governs; it is the last day counted, before it is moved"},
		"hearing, printed is later":   {cdp("2026-07-09"), noticed.ActRequestCDPHearing, "2026-07-06|computed; it is earlier than the printed one, and no statute protects who relies on a later printed day; the count gives 2026-07-06, and no weekend or holiday explains that: a person must look"},
		"hearing without notice date": {undated, noticed.ActRequestCDPHearing, "2026-07-06|printed; nothing could be counted: " + noNoticeDate},
		"an estimate":                 {docs, noticed.ActReply, "2026-07-04|an estimate, for review: no day is printed, and the count rests on general knowledge"},
		"practice":                    {docsPrinted, noticed.ActReply, "2026-07-20|printed; it replaces the count, which is only practice of the IRS"},
		"a reminder":                  {reminder, noticed.ActPay, "2026-07-20|printed; there is no count for it"},
	} {
		t.Run(name, func(t *testing.T) {
			got := explained(t, test.in, test.action)
			if !strings.Contains(got, test.want+"\n") {
				t.Errorf("want %s, got\n%s", test.want, got)
			}
		})
	}
}

func TestPrintedRole(t *testing.T) {
	for rule, want := range map[string]noticed.DateRole{
		"PAY_21CAL_10BUS": noticed.DatePayBy, "CDP_LEVY_30": noticed.DateHearingBy, "CDP_LIEN_5BD_30": noticed.DateHearingBy,
		"MATH_ERROR_OR_PAY": noticed.DatePayBy, "MATH_ERROR_60": noticed.DateDisputeBy, "SNOD_90_150": noticed.DatePetitionBy,
		"CP523_30_THEN_30": noticed.DateTerminateOn, "LEVY_6331D_30": noticed.DatePayBy, "AUR_30_60": noticed.DateReplyBy,
		"PRINTED_ONLY": noticed.DateReplyBy, "PAY_PRINTED": noticed.DatePayBy,
	} {
		if got := PrintedRole(rule); got != want {
			t.Errorf("%s: %s, want %s", rule, got, want)
		}
	}
}

// The explanation is of the very deadlines that Compute returns, and each of its
// days can be checked with nothing but a calendar and the list of holidays.
func TestExplanationsHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := anyInput().Draw(t, "input")
		for _, in.Rule = range Rules() {
			r, e := Compute(in), Explain(in)
			if len(r.Deadlines) != len(e.Deadlines) || len(r.Reasons) != len(e.Reasons) || !reflect.DeepEqual(r.InquireFrom, e.InquireFrom) {
				t.Fatalf("Explain and Compute differ: %+v, %+v", r, e)
			}
			for i, d := range e.Deadlines {
				if !reflect.DeepEqual(d.Deadline, r.Deadlines[i]) {
					t.Fatalf("%+v is explained as %+v", r.Deadlines[i], d)
				}
				follow(t, d)
			}
		}
	})
}

// follow walks the steps of one deadline.
func follow(t *rapid.T, d Explained) {
	var zero, last *noticed.Date
	var moved []noticed.SkippedDay
	has := map[StepKind]*noticed.Date{}
	for _, s := range d.Steps {
		if s.Text == "" || (s.Date == nil) != (s.Weekday == "") || s.Date != nil && s.Date.Weekday().String() != s.Weekday {
			t.Fatalf("%+v", s)
		}
		switch s.Kind {
		case StepDayZero:
			zero = s.Date
		case StepCount:
			var n int
			if _, err := fmt.Sscanf(s.Text, "day %d", &n); err != nil || zero.AddDays(n) != *s.Date || s.Date.AddDays(1).Day != 1 {
				t.Fatalf("%+v from %s", s, zero)
			}
		case StepLastDay:
			last = s.Date
			var n int
			if _, err := fmt.Sscanf(s.Text, "day %d, the last", &n); err == nil && zero.AddDays(n) != *last {
				t.Fatalf("%+v from %s", s, zero)
			}
			if _, err := fmt.Sscanf(s.Text, "business day %d, the last", &n); err == nil {
				if end, _ := AddBusinessDays(*zero, n); end != *last {
					t.Fatalf("%+v from %s", s, zero)
				}
			}
		case StepNotCounted, StepMovedPast:
			if s.Kind == StepMovedPast {
				moved = append(moved, noticed.SkippedDay{Date: *s.Date, Reason: s.Text})
			}
			if _, holiday := Holiday(*s.Date); !holiday && s.Date.Weekday() != time.Saturday && s.Date.Weekday() != time.Sunday {
				t.Fatalf("%+v is a business day", s)
			}
		}
		if s.Date != nil {
			has[s.Kind] = s.Date
		}
	}
	same := func(kind StepKind, want *noticed.Date) {
		if got := has[kind]; (got == nil) != (want == nil) || got != nil && *got != *want {
			t.Fatalf("step %s says %v, the deadline %v: %+v", kind, got, want, d)
		}
	}
	same(StepGoverns, d.Date)
	same(StepActBy, d.ActBy)
	same(StepPrinted, d.Printed)
	same(StepLastDay, d.Raw)
	if !slices.Equal(moved, []noticed.SkippedDay(d.RolledPast)) {
		t.Fatalf("moved past %v: %+v", moved, d)
	}
	if got := has[StepComputed]; got != nil && *got != *d.Computed {
		t.Fatalf("computed %s: %+v", got, d)
	}
	kinds := []StepKind{}
	for _, s := range d.Steps {
		kinds = append(kinds, s.Kind)
	}
	if !slices.Contains(kinds, StepIfMissed) || slices.Contains(kinds, StepAuthority) != (d.Authority != "" || d.Date != nil) {
		t.Fatalf("no word on the law: %+v", d)
	}
	if slices.Contains(kinds, StepNoDate) != (d.Date == nil) {
		t.Fatalf("%+v", d)
	}
}
