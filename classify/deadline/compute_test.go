package deadline

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"noticed"
)

func printed(role noticed.DateRole, day string, places ...noticed.Place) noticed.PrintedDate {
	p := noticed.PrintedDate{Role: role, Value: noticed.MustDate(day)}
	for _, place := range places {
		p.Evidence = append(p.Evidence, noticed.Evidence{Page: 1, Place: place})
	}
	return p
}

func reasons(r Result) string {
	var all []string
	for _, reason := range r.Reasons {
		all = append(all, string(reason.Code))
	}
	return strings.Join(all, "+")
}

func day(d *noticed.Date) string {
	if d == nil {
		return "null"
	}
	return d.String()
}

// The deadlines of the design's example, to the letter.
func TestDesignExample(t *testing.T) {
	const want = `[
    {"action": "pay", "date": null, "basis": "printed", "nature": "administrative", "if_missed": "enforcement_possible", "note": "printed as due immediately"},
    {"action": "request_cdp_hearing", "date": "2026-07-01", "act_by": "2026-07-01", "basis": "computed", "nature": "statutory", "if_missed": "right_lost", "rule": "CDP_LEVY_30",
     "authority": "IRC 6330(a)(3)(B)", "form": "12153", "satisfied_by": "postmark", "printed": null, "computed": "2026-07-01", "counted_from": "2026-06-01", "raw": "2026-07-01", "rolled_past": [], "critical": true},
    {"action": "request_equivalent_hearing", "date": "2027-06-01", "basis": "computed", "nature": "statutory", "if_missed": "right_lost", "rule": "EH_LEVY_1Y", "only_if_missed": "request_cdp_hearing"}
  ]`
	r := Compute(Input{Rule: "CDP_LEVY_30", Verified: true, PrintedExpected: true, NoticeDate: date("2026-06-01"), Balance: money("9533.53"), ImmediatePayment: true})
	if len(r.Reasons) != 0 {
		t.Errorf("reasons: %+v", r.Reasons)
	}
	b, err := json.Marshal(r.Deadlines)
	if err != nil {
		t.Fatal(err)
	}
	var got, wanted []map[string]any
	if err := json.Unmarshal(b, &got); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal([]byte(want), &wanted); err != nil {
		t.Fatal(err)
	}
	if len(got) != len(wanted) {
		t.Fatalf("%d deadlines, want %d: %s", len(got), len(wanted), b)
	}
	for i, w := range wanted {
		for key, value := range w {
			if !reflect.DeepEqual(got[i][key], value) {
				t.Errorf("deadline %d: %s is %v, want %v", i, key, got[i][key], value)
			}
		}
	}
	if keys := slices.Sorted(maps.Keys(got[1])); !slices.Equal(keys, slices.Sorted(maps.Keys(wanted[1]))) {
		t.Errorf("the hearing has the fields %v", keys)
	}
}

type expected struct {
	date, actBy string
	basis       noticed.Basis
	critical    bool
}

// check compares what is asked of some deadlines of a result.
func check(t *testing.T, r Result, wantReasons string, want map[noticed.Action]expected) {
	t.Helper()
	if got := reasons(r); got != wantReasons {
		t.Errorf("reasons %q, want %q: %+v", got, wantReasons, r.Reasons)
	}
	if len(r.Deadlines) != len(want) {
		t.Errorf("%d deadlines, want %d: %+v", len(r.Deadlines), len(want), r.Deadlines)
	}
	for action, w := range want {
		d := find(r.Deadlines, action)
		if d == nil {
			t.Errorf("no %s", action)
			continue
		}
		if day(d.Date) != w.date || day(d.ActBy) != w.actBy || d.Basis != w.basis || d.Critical != w.critical {
			t.Errorf("%s: %s act by %s, %s, critical %v; want %+v", action, day(d.Date), day(d.ActBy), d.Basis, d.Critical, w)
		}
	}
}

type actions = map[noticed.Action]expected

// Three notices and their relatives, case by case.
func TestPaying(t *testing.T) {
	bill := func(notice, amount string, ds ...noticed.PrintedDate) Input {
		in := Input{Rule: "PAY_21CAL_10BUS", Verified: true, PrintedExpected: true, NoticeDate: date(notice), Printed: ds}
		if amount != "" {
			in.Balance = money(amount)
		}
		return in
	}
	pay := func(d, actBy string, basis noticed.Basis) actions {
		return actions{noticed.ActPay: {d, actBy, basis, true}}
	}
	for name, test := range map[string]struct {
		in      Input
		reasons string
		want    actions
	}{
		"printed as the law counts":     {bill("2018-01-30", "1075.21", printed(noticed.DatePayBy, "2018-02-20")), "", pay("2018-02-20", "2018-02-20", noticed.BasisPrinted)},
		"printed on a holiday":          {bill("2017-01-30", "9533.53", printed(noticed.DatePayBy, "2017-02-20")), "", pay("2017-02-20", "2017-02-17", noticed.BasisPrinted)},
		"printed past the holiday":      {bill("2026-01-26", "4200.00", printed(noticed.DatePayBy, "2026-02-17")), "", pay("2026-02-17", "2026-02-13", noticed.BasisPrinted)},
		"printed day misread":           {bill("2026-06-15", "4200.00", printed(noticed.DatePayBy, "2026-07-08")), "printed_computed_differ", pay("2026-07-08", "2026-07-06", noticed.BasisPrinted)},
		"printed day misread early":     {bill("2026-06-15", "4200.00", printed(noticed.DatePayBy, "2026-07-05")), "printed_computed_differ", pay("2026-07-05", "2026-07-02", noticed.BasisPrinted)},
		"printed before the notice":     {bill("2026-06-15", "4200.00", printed(noticed.DatePayBy, "2026-06-15")), "implausible+missing", pay("2026-07-06", "2026-07-06", noticed.BasisComputed)},
		"printed years later":           {bill("2026-06-15", "4200.00", printed(noticed.DatePayBy, "2028-07-06")), "implausible+missing", pay("2026-07-06", "2026-07-06", noticed.BasisComputed)},
		"nothing printed":               {bill("2026-06-15", "99999.99"), "missing", pay("2026-07-06", "2026-07-06", noticed.BasisComputed)},
		"a hundred thousand":            {bill("2026-06-15", "100000.00", printed(noticed.DatePayBy, "2026-06-30")), "", pay("2026-06-30", "2026-06-30", noticed.BasisPrinted)},
		"large amount, small days":      {bill("2026-06-15", "100000.00", printed(noticed.DatePayBy, "2026-07-06")), "printed_computed_differ", pay("2026-07-06", "2026-06-30", noticed.BasisPrinted)},
		"small amount, large days":      {bill("2026-06-15", "99999.99", printed(noticed.DatePayBy, "2026-06-30")), "printed_computed_differ", pay("2026-06-30", "2026-06-30", noticed.BasisPrinted)},
		"amount unknown":                {bill("2026-06-15", ""), "missing+missing", pay("2026-06-30", "2026-06-30", noticed.BasisComputed)},
		"amount unknown, one explains":  {bill("2026-06-15", "", printed(noticed.DatePayBy, "2026-07-06")), "", pay("2026-07-06", "2026-06-30", noticed.BasisPrinted)},
		"amount unknown, none explains": {bill("2026-06-15", "", printed(noticed.DatePayBy, "2026-07-07")), "printed_computed_differ", pay("2026-07-07", "2026-06-30", noticed.BasisPrinted)},
		"two days printed":              {bill("2026-06-15", "4200.00", printed(noticed.DatePayBy, "2026-07-08"), printed(noticed.DatePayBy, "2026-07-06")), "disagreement", pay("2026-07-06", "2026-07-06", noticed.BasisPrinted)},
	} {
		t.Run(name, func(t *testing.T) { check(t, Compute(test.in), test.reasons, test.want) })
	}

	in := bill("2026-06-15", "4200.00")
	in.NoticeDate = nil
	check(t, Compute(in), "deadline_without_date", actions{noticed.ActPay: {"null", "null", noticed.BasisComputed, false}})
	in.Printed = []noticed.PrintedDate{printed(noticed.DatePayBy, "2026-07-06")}
	check(t, Compute(in), "", pay("2026-07-06", "2026-07-06", noticed.BasisPrinted))
	in = bill("2026-06-15", "4200.00")
	in.Verified = false
	check(t, Compute(in), "estimated+missing", pay("2026-07-06", "2026-07-06", noticed.BasisEstimated))
	in.Printed = []noticed.PrintedDate{printed(noticed.DatePayBy, "2026-07-06")}
	check(t, Compute(in), "", pay("2026-07-06", "2026-07-06", noticed.BasisPrinted))
}

func TestReminder(t *testing.T) {
	in := Input{Rule: "PAY_PRINTED", Verified: true, PrintedExpected: true, NoticeDate: date("2026-08-17"), Balance: money("900.00")}
	r := Compute(in)
	check(t, r, "deadline_without_date", actions{noticed.ActPay: {"null", "null", noticed.BasisPrinted, false}})
	if note := r.Deadlines[0].Note; !strings.Contains(note, "would end on 2026-09-07: an estimate, not a deadline") {
		t.Error(note)
	}
	in.ImmediatePayment = true
	check(t, Compute(in), "", actions{noticed.ActPay: {"null", "null", noticed.BasisPrinted, false}})
	in.Printed = []noticed.PrintedDate{printed(noticed.DatePayBy, "2026-09-07")} // Labor Day
	check(t, Compute(in), "", actions{noticed.ActPay: {"2026-09-07", "2026-09-04", noticed.BasisPrinted, true}})
}

func TestIntentToLevyNeverOpensAHearing(t *testing.T) {
	in := Input{Rule: "LEVY_6331D_30", Verified: true, PrintedExpected: true, NoticeDate: date("2026-06-04"), Balance: money("2000.00"), ImmediatePayment: true}
	r := Compute(in)
	check(t, r, "", actions{
		noticed.ActPay:              {"null", "null", noticed.BasisPrinted, false},
		noticed.ActLevyPossibleFrom: {"2026-07-04", "2026-07-02", noticed.BasisComputed, true},
	})
	if d := find(r.Deadlines, noticed.ActPay); d.Note != "printed as due immediately" || d.SatisfiedBy != "" {
		t.Errorf("%+v", d)
	}
	if d := find(r.Deadlines, noticed.ActLevyPossibleFrom); len(d.RolledPast) != 0 || d.IfMissed != noticed.MissedEnforcementPossible || !strings.HasPrefix(d.Note, "not a hearing deadline") {
		t.Errorf("%+v", d)
	}
	in.ImmediatePayment = false
	in.Printed = []noticed.PrintedDate{printed(noticed.DatePayBy, "2026-06-25")}
	check(t, Compute(in), "", actions{
		noticed.ActPay:              {"2026-06-25", "2026-06-25", noticed.BasisPrinted, true},
		noticed.ActLevyPossibleFrom: {"2026-07-04", "2026-07-02", noticed.BasisComputed, false},
	})
	in.Printed = []noticed.PrintedDate{printed(noticed.DatePayBy, "2026-07-25")}
	check(t, Compute(in), "implausible", actions{
		noticed.ActPay:              {"2026-07-25", "2026-07-24", noticed.BasisPrinted, false},
		noticed.ActLevyPossibleFrom: {"2026-07-04", "2026-07-02", noticed.BasisComputed, true},
	})
	in.Printed = []noticed.PrintedDate{printed(noticed.DateHearingBy, "2026-07-06")} // the code is wrong, or the day
	check(t, Compute(in), "deadline_without_date+implausible", actions{
		noticed.ActPay:              {"null", "null", noticed.BasisPrinted, false},
		noticed.ActLevyPossibleFrom: {"2026-07-04", "2026-07-02", noticed.BasisComputed, true},
	})
}

func TestHearing(t *testing.T) {
	in := Input{Rule: "CDP_LEVY_30", Verified: true, PrintedExpected: true, NoticeDate: date("2026-06-04"), ImmediatePayment: true}
	pay, eh := expected{"null", "null", noticed.BasisPrinted, false}, expected{"2027-06-04", "2027-06-04", noticed.BasisComputed, false}
	for _, test := range []struct {
		printed, reasons string
		want             expected
	}{
		{"", "", expected{"2026-07-06", "2026-07-02", noticed.BasisComputed, true}},
		{"2026-07-04", "", expected{"2026-07-04", "2026-07-02", noticed.BasisPrinted, true}}, // printed unrolled: the earlier
		{"2026-07-06", "", expected{"2026-07-06", "2026-07-02", noticed.BasisPrinted, true}},
		{"2026-07-02", "printed_computed_differ", expected{"2026-07-02", "2026-07-02", noticed.BasisPrinted, true}},
		{"2026-07-09", "printed_computed_differ", expected{"2026-07-06", "2026-07-02", noticed.BasisComputed, true}}, // no statute protects who relies on it
	} {
		in.Printed = nil
		if test.printed != "" {
			in.Printed = []noticed.PrintedDate{printed(noticed.DateHearingBy, test.printed)}
		}
		r := Compute(in)
		check(t, r, test.reasons, actions{noticed.ActPay: pay, noticed.ActRequestCDPHearing: test.want, noticed.ActRequestEquivalentHearing: eh})
		d := find(r.Deadlines, noticed.ActRequestCDPHearing)
		if day(d.Computed) != "2026-07-06" || len(d.RolledPast) != 2 || d.RolledPast[0].Reason != "Saturday" || d.RolledPast[1].Reason != "Sunday" {
			t.Errorf("%+v", d)
		}
	}
	in.Printed, in.NoticeDate = nil, nil
	null := expected{"null", "null", noticed.BasisComputed, false}
	check(t, Compute(in), "deadline_without_date+deadline_without_date", actions{noticed.ActPay: pay, noticed.ActRequestCDPHearing: null, noticed.ActRequestEquivalentHearing: null})
}

func TestLien(t *testing.T) {
	in := Input{Rule: "CDP_LIEN_5BD_30", Verified: true, PrintedExpected: true, NoticeDate: date("2026-06-16")}
	check(t, Compute(in), "deadline_without_date", actions{
		noticed.ActRequestCDPHearing:        {"null", "2026-07-16", noticed.BasisComputed, false}, // a safe early day
		noticed.ActRequestEquivalentHearing: {"2027-06-16", "2027-06-16", noticed.BasisEstimated, false},
	})
	in.LienFiled = date("2026-06-12")
	check(t, Compute(in), "", actions{
		noticed.ActRequestCDPHearing:        {"2026-07-22", "2026-07-22", noticed.BasisComputed, true},
		noticed.ActRequestEquivalentHearing: {"2027-06-22", "2027-06-22", noticed.BasisComputed, false},
	})
	in.Printed = []noticed.PrintedDate{printed(noticed.DateHearingBy, "2026-07-20")}
	check(t, Compute(in), "printed_computed_differ", actions{
		noticed.ActRequestCDPHearing:        {"2026-07-20", "2026-07-20", noticed.BasisPrinted, true},
		noticed.ActRequestEquivalentHearing: {"2027-06-22", "2027-06-22", noticed.BasisComputed, false},
	})
	in.LienFiled = date("2036-06-12") // the last day for refiling, ten years on
	check(t, Compute(in), "implausible", actions{
		noticed.ActRequestCDPHearing:        {"2026-07-20", "2026-07-20", noticed.BasisPrinted, true},
		noticed.ActRequestEquivalentHearing: {"2027-06-16", "2027-06-16", noticed.BasisEstimated, false},
	})
}

func TestNoticeOfDeficiency(t *testing.T) {
	const in2 = "printed_computed_differ"
	for name, test := range map[string]struct {
		abroad  Abroad
		printed []noticed.PrintedDate
		reasons string
		want    expected
	}{
		"agrees":                   {AbroadNo, []noticed.PrintedDate{printed(noticed.DatePetitionBy, "2026-11-12")}, "", expected{"2026-11-12", "2026-11-10", noticed.BasisPrinted, true}},
		"ignores the holiday":      {AbroadNo, []noticed.PrintedDate{printed(noticed.DatePetitionBy, "2026-11-11")}, "", expected{"2026-11-11", "2026-11-10", noticed.BasisPrinted, true}},
		"wrong, read once, late":   {AbroadNo, []noticed.PrintedDate{printed(noticed.DatePetitionBy, "2026-11-17", noticed.PlaceHeader)}, in2, expected{"2026-11-12", "2026-11-10", noticed.BasisComputed, true}},
		"wrong, read once, early":  {AbroadNo, []noticed.PrintedDate{printed(noticed.DatePetitionBy, "2026-11-09")}, in2, expected{"2026-11-09", "2026-11-09", noticed.BasisPrinted, true}},
		"wrong, read twice, late":  {AbroadNo, []noticed.PrintedDate{printed(noticed.DatePetitionBy, "2026-11-17", noticed.PlaceHeader, noticed.PlaceProse)}, in2, expected{"2026-11-17", "2026-11-10", noticed.BasisPrinted, true}},
		"wrong, given twice, late": {AbroadNo, []noticed.PrintedDate{printed(noticed.DatePetitionBy, "2026-11-17"), printed(noticed.DatePetitionBy, "2026-11-17")}, in2, expected{"2026-11-17", "2026-11-10", noticed.BasisPrinted, true}},
		"abroad":                   {AbroadYes, []noticed.PrintedDate{printed(noticed.DatePetitionBy, "2027-01-11")}, "", expected{"2027-01-11", "2027-01-08", noticed.BasisPrinted, true}},
		"abroad, 90 days printed":  {AbroadYes, []noticed.PrintedDate{printed(noticed.DatePetitionBy, "2026-11-12")}, in2, expected{"2026-11-12", "2026-11-12", noticed.BasisPrinted, true}},
		"perhaps abroad":           {AbroadUnknown, []noticed.PrintedDate{printed(noticed.DatePetitionBy, "2027-01-11")}, "foreign_address", expected{"2027-01-11", "2026-11-10", noticed.BasisPrinted, true}},
		"nothing printed":          {AbroadNo, nil, "missing", expected{"2026-11-12", "2026-11-10", noticed.BasisComputed, true}},
		"nothing known":            {AbroadUnknown, nil, "foreign_address+missing", expected{"2026-11-12", "2026-11-10", noticed.BasisComputed, true}},
		"nothing printed, abroad":  {AbroadYes, nil, "missing", expected{"2027-01-11", "2027-01-08", noticed.BasisComputed, true}},
	} {
		t.Run(name, func(t *testing.T) {
			r := Compute(Input{Rule: "SNOD_90_150", Verified: true, PrintedExpected: true, NoticeDate: date("2026-08-13"), Abroad: test.abroad, Printed: test.printed})
			check(t, r, test.reasons, actions{noticed.ActPetitionTaxCourt: test.want})
		})
	}
	// the IRS's own sample is two days short: both days are shown
	r := Compute(Input{Rule: "SNOD_90_150", Verified: true, NoticeDate: date("2019-01-28"), Abroad: AbroadNo, Printed: []noticed.PrintedDate{printed(noticed.DatePetitionBy, "2019-04-27")}})
	if d := r.Deadlines[0]; day(d.Date) != "2019-04-27" || day(d.Computed) != "2019-04-29" || !strings.Contains(d.Note, "statutory last day is 2019-04-29") {
		t.Errorf("%+v", d)
	}
}

func TestTwoClocks(t *testing.T) {
	in := Input{Rule: "MATH_ERROR_OR_PAY", Verified: true, PrintedExpected: true, NoticeDate: date("2026-04-20"), Balance: money("3214.07"), Printed: []noticed.PrintedDate{printed(noticed.DatePayBy, "2026-05-11")}}
	check(t, Compute(in), "", actions{
		noticed.ActPay:              {"2026-05-11", "2026-05-11", noticed.BasisPrinted, false},
		noticed.ActDisputeMathError: {"2026-06-22", "2026-06-18", noticed.BasisComputed, true},
	})
}

// The law asks for thirty days at least: a day before them is misread, one after
// them is not.
func TestADayBeforeTheLeastIsDoubted(t *testing.T) {
	in := Input{Rule: "CP523_30_THEN_30", Verified: true, NoticeDate: date("2026-05-04")}
	in.Printed = []noticed.PrintedDate{printed(noticed.DateTerminateOn, "2026-05-28")}
	if r := Compute(in); len(r.Reasons) != 1 || r.Reasons[0].Code != noticed.ReasonPrintedComputed {
		t.Errorf("a day too early: %+v", r.Reasons)
	}
	in.Printed[0].Value = noticed.MustDate("2026-09-28")
	if r := Compute(in); len(r.Reasons) != 1 || r.Reasons[0].Code != noticed.ReasonPrintedComputed {
		t.Errorf("a day months too late: %+v", r.Reasons)
	}
}

// A proposal that prints its day to pay on the day of the reply has one clock.
func TestAProposalHasOneDay(t *testing.T) {
	in := Input{Rule: "AUR_30_60", Verified: true, NoticeDate: date("2026-05-18"), Abroad: AbroadNo, Printed: []noticed.PrintedDate{
		printed(noticed.DateReplyBy, "2026-06-17"), printed(noticed.DatePayBy, "2026-06-17"),
	}}
	if r := Compute(in); len(r.Deadlines) != 1 || r.Deadlines[0].Action != noticed.ActReply || !r.Deadlines[0].Critical {
		t.Errorf("%+v", r.Deadlines)
	}
	in.Printed[1].Value = noticed.MustDate("2026-06-30")
	if r := Compute(in); len(r.Deadlines) != 2 {
		t.Errorf("another day to pay: %+v", r.Deadlines)
	}
}

func TestInstallmentDefault(t *testing.T) {
	in := Input{Rule: "CP523_30_THEN_30", Verified: true, PrintedExpected: true, NoticeDate: date("2026-05-04")}
	cure := expected{"2026-06-03", "2026-06-03", noticed.BasisComputed, true}
	r := Compute(in)
	check(t, r, "", actions{noticed.ActCureDefault: cure, noticed.ActAppealTermination: {"2026-07-03", "2026-07-02", noticed.BasisComputed, false}})
	if d := find(r.Deadlines, noticed.ActAppealTermination); d.ContingentOn != "termination" || day(d.CountedFrom) != "2026-06-03" || d.IfMissed != noticed.MissedRightLost {
		t.Errorf("%+v", d)
	}
	in.Printed = []noticed.PrintedDate{printed(noticed.DateTerminateOn, "2026-06-10")}
	r = Compute(in)
	check(t, r, "", actions{
		noticed.ActCureDefault:       {"2026-06-10", "2026-06-03", noticed.BasisPrinted, true},
		noticed.ActAppealTermination: {"2026-07-10", "2026-07-10", noticed.BasisComputed, false},
	})
}

func TestWhatIsOnlyPrinted(t *testing.T) {
	for rule, action := range map[string]noticed.Action{"NONFILER_PRINTED": noticed.ActFileReturn, "ESRP_30_90": noticed.ActReply, "PRINTED_ONLY": noticed.ActReply} {
		in := Input{Rule: rule, Verified: true, PrintedExpected: true, NoticeDate: date("2026-03-02")}
		check(t, Compute(in), "deadline_without_date", actions{action: {"null", "null", noticed.BasisPrinted, false}})
		in.Printed = []noticed.PrintedDate{printed(noticed.DateReplyBy, "2026-04-16")} // a holiday, and not moved
		check(t, Compute(in), "", actions{action: {"2026-04-16", "2026-04-15", noticed.BasisPrinted, true}})
	}
	in := Input{Rule: "PRINTED_ONLY", Verified: true, NoticeDate: date("2026-03-02")}
	check(t, Compute(in), "", actions{})
	in.ImmediatePayment = true
	check(t, Compute(in), "", actions{noticed.ActPay: {"null", "null", noticed.BasisPrinted, false}})
	in.Printed = []noticed.PrintedDate{printed(noticed.DatePayBy, "2026-03-23"), printed(noticed.DatePetitionBy, "2026-06-01")}
	check(t, Compute(in), "implausible", actions{noticed.ActPay: {"2026-03-23", "2026-03-23", noticed.BasisPrinted, true}})
}

// What general knowledge counts is an estimate, and no check on a printed day.
func TestPeriodsOfPracticeAreEstimates(t *testing.T) {
	in := Input{Rule: "DOCS_30_PRINTED", Verified: true, PrintedExpected: true, NoticeDate: date("2026-06-04")}
	check(t, Compute(in), "estimated+missing", actions{noticed.ActReply: {"2026-07-04", "2026-07-02", noticed.BasisEstimated, true}})
	in.Printed = []noticed.PrintedDate{printed(noticed.DateReplyBy, "2026-07-20")}
	r := Compute(in)
	check(t, r, "", actions{noticed.ActReply: {"2026-07-20", "2026-07-20", noticed.BasisPrinted, true}})
	if d := r.Deadlines[0]; d.Computed != nil {
		t.Errorf("an estimate stands beside the printed day: %+v", d)
	}
}

func TestNoDeadline(t *testing.T) {
	for rule, want := range map[string]string{"NONE": "", "WAIT_60": "", "DISASTER_FLAG": "period_may_be_suspended", "NO_SUCH_RULE": "deadline_without_date"} {
		check(t, Compute(Input{Rule: rule, Verified: true, NoticeDate: date("2026-06-15")}), want, actions{})
	}
	// a day that the rule does not know is shown and doubted, or only doubted
	in := Input{Rule: "NONE", NoticeDate: date("2026-06-15"), Printed: []noticed.PrintedDate{printed(noticed.DatePayBy, "2026-07-06"), printed(noticed.DateHearingBy, "2026-07-15")}}
	check(t, Compute(in), "implausible+implausible", actions{noticed.ActPay: {"2026-07-06", "2026-07-06", noticed.BasisPrinted, true}})
}
