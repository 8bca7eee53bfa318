package deadline

import (
	"maps"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"noticed"
)

func anyDate() *rapid.Generator[noticed.Date] {
	return rapid.Custom(func(t *rapid.T) noticed.Date {
		return noticed.MustDate("1990-01-01").AddDays(rapid.IntRange(0, 40000).Draw(t, "day"))
	})
}

func anyInput() *rapid.Generator[Input] {
	ids := slices.Sorted(maps.Keys(rules))
	return rapid.Custom(func(t *rapid.T) Input {
		in := Input{
			Rule: rapid.SampledFrom(ids).Draw(t, "rule"), Verified: rapid.Bool().Draw(t, "verified"),
			PrintedExpected: rapid.Bool().Draw(t, "expected"), ImmediatePayment: rapid.Bool().Draw(t, "immediate"),
			Abroad: rapid.SampledFrom([]Abroad{AbroadUnknown, AbroadNo, AbroadYes}).Draw(t, "abroad"),
		}
		base := anyDate().Draw(t, "notice date")
		if rapid.IntRange(0, 5).Draw(t, "dated") > 0 {
			in.NoticeDate = &base
		}
		if rapid.Bool().Draw(t, "amount") {
			m := noticed.Money(rapid.Int64Range(0, 300_000_00).Draw(t, "balance"))
			in.Balance = &m
		}
		if rapid.Bool().Draw(t, "lien") {
			filed := base.AddDays(rapid.IntRange(-70, 40).Draw(t, "filed"))
			in.LienFiled = &filed
		}
		for range rapid.IntRange(0, 3).Draw(t, "printed") {
			in.Printed = append(in.Printed, noticed.PrintedDate{
				Role:  rapid.SampledFrom(roles).Draw(t, "role"),
				Value: base.AddDays(rapid.IntRange(-20, 420).Draw(t, "after")),
			})
		}
		return in
	})
}

func TestWhatAlwaysHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := anyInput().Draw(t, "input")
		r := Compute(in)
		if !reflect.DeepEqual(r, Compute(in)) {
			t.Fatal("the same facts gave two results")
		}
		has := map[noticed.ReasonCode]bool{}
		for _, reason := range r.Reasons {
			has[reason.Code] = true
			if reason.Message == "" || reason.Field == "" {
				t.Fatalf("reason without words or field: %+v", reason)
			}
		}
		critical := 0
		for _, d := range r.Deadlines {
			hold(t, in, d, has)
			if d.Critical {
				critical++
				if d.Date == nil || d.OnlyIfMissed != "" || d.ContingentOn != "" {
					t.Fatalf("critical: %+v", d)
				}
				for _, other := range r.Deadlines {
					if other.Date == nil || other.OnlyIfMissed != "" || other.ContingentOn != "" {
						continue
					}
					right, mine := other.IfMissed == noticed.MissedRightLost, d.IfMissed == noticed.MissedRightLost
					if right && !mine || right == mine && other.Date.Before(*d.Date) {
						t.Fatalf("%s is critical before %s", d.Action, other.Action)
					}
				}
			}
		}
		dated := slices.ContainsFunc(r.Deadlines, func(d noticed.Deadline) bool {
			return d.Date != nil && d.OnlyIfMissed == "" && d.ContingentOn == ""
		})
		if critical > 1 || dated != (critical == 1) {
			t.Fatalf("%d critical deadlines: %+v", critical, r.Deadlines)
		}
	})
}

// hold checks one deadline.
func hold(t *rapid.T, in Input, d noticed.Deadline, has map[noticed.ReasonCode]bool) {
	if d.Action == "" || d.Nature == "" || d.IfMissed == "" || d.Basis == "" || d.RolledPast == nil {
		t.Fatalf("incomplete: %+v", d)
	}
	if d.Nature == statutory && (d.Authority == "" || d.Rule == "") {
		t.Fatalf("law without a source: %+v", d)
	}
	if d.Date == nil {
		if d.Note == "" || d.Action != noticed.ActPay && !has[noticed.ReasonNoDate] {
			t.Fatalf("no day and no word why: %+v", d)
		}
		return
	}
	if d.ActBy == nil || d.ActBy.After(*d.Date) || !BusinessDay(*d.ActBy) {
		t.Fatalf("act by %v: %+v", d.ActBy, d)
	}
	if d.Printed != nil && d.Date.After(*d.Printed) {
		t.Fatalf("later than printed: %+v", d)
	}
	switch d.Basis {
	case noticed.BasisPrinted:
		if d.Printed == nil || *d.Date != *d.Printed {
			t.Fatalf("printed basis: %+v", d)
		}
	case noticed.BasisEstimated:
		if !has[noticed.ReasonEstimated] && d.Rule != "EH_LIEN_1Y" { // that one is never late
			t.Fatalf("estimate without review: %+v", d)
		}
	case noticed.BasisComputed:
		if !in.Verified {
			t.Fatalf("an unverified row computed %+v", d)
		}
	}
	if d.Basis != noticed.BasisPrinted && (*d.Date != *d.Computed || in.NoticeDate == nil && in.LienFiled == nil && len(in.Printed) == 0) {
		t.Fatalf("computed basis: %+v", d)
	}
	if d.Computed == nil {
		return
	}
	if d.Computed.Before(*d.Raw) || d.Computed.DaysSince(*d.Raw) > 4 || d.Computed.DaysSince(*d.Raw) != len(d.RolledPast) ||
		d.ActBy.After(*d.Raw) || !d.CountedFrom.Before(*d.Raw) {
		t.Fatalf("count: %+v", d)
	}
	if len(d.RolledPast) > 0 && !BusinessDay(*d.Computed) {
		t.Fatalf("rolled to no business day: %+v", d)
	}
}

// Rules whose last day the law moves never end on a day that does not count.
func TestMovedRulesEndOnBusinessDays(t *testing.T) {
	moved := map[noticed.Action]bool{
		noticed.ActRequestCDPHearing: true, noticed.ActRequestEquivalentHearing: true, noticed.ActPetitionTaxCourt: true,
		noticed.ActDisputeMathError: true, noticed.ActSueForRefund: true,
	}
	rapid.Check(t, func(t *rapid.T) {
		in := anyInput().Draw(t, "input")
		for _, d := range Compute(in).Deadlines {
			if d.Computed != nil && moved[d.Action] != BusinessDay(*d.Computed) && moved[d.Action] {
				t.Fatalf("%+v", d)
			}
			if !moved[d.Action] && len(d.RolledPast) > 0 {
				t.Fatalf("%s was moved: %+v", d.Action, d)
			}
		}
	})
}
