package classify

import (
	"slices"
	"strings"
	"testing"

	"noticed"
)

// wants fails unless a person is asked for this reason, with every one of these
// values to compare.
func wants(t *testing.T, a noticed.Assessment, code noticed.ReasonCode, field noticed.Field, place noticed.Place, values ...string) {
	t.Helper()
	for _, r := range a.Review.Reasons {
		missing := func(v string) bool { return !slices.Contains(r.Values, v) }
		if r.Code == code && r.Field == field && (place == "" || r.Place == place) && r.Message != "" && !slices.ContainsFunc(values, missing) {
			if !a.Review.Needed {
				t.Errorf("there is a reason for review and no review: %s", reasons(a))
			}
			return
		}
	}
	t.Errorf("got %q, want %s %s %s %q", reasons(a), code, field, place, values)
}

// A code that no row has names no notice: nothing that rests on which notice it
// is may be said, and what was read stays for the person.
func TestACodeOutsideTheCatalogue(t *testing.T) {
	a := only(t, swap(t, cp14, "CP14", "CP999").read())
	wants(t, a, noticed.ReasonUnknownCode, noticed.FieldCode, noticed.PlaceHeader, "CP999")
	if strings.Contains(reasons(a), "weak_reading") {
		t.Errorf("a code that stands at every place is called weak: %s", reasons(a))
	}
	if a.Balance.Confidence >= certain {
		t.Errorf("what a balance is for can't be known, and it is believed with %v", a.Balance.Confidence)
	}
	wants(t, a, noticed.ReasonNoDate, noticed.FieldDeadlines, "")
	if a.Kind != noticed.KindUnknown || a.Notice.Code != "" || a.Notice.Printed != "CP999" || len(a.Deadlines) != 0 || a.Guidance != nil {
		t.Errorf("%s %+v, deadlines %+v, guidance %+v", a.Kind, a.Notice, a.Deadlines, a.Guidance)
	}
	if a.Balance == nil || a.Balance.Value != noticed.Dollars(1075, 21) || a.NoticeDate == nil {
		t.Errorf("what was read is gone: balance %+v, date %+v", a.Balance, a.NoticeDate)
	}
}

// IRS mail often arrives before its date: two weeks are not doubted, a day more
// is. The paper was received on 2018-02-02.
func TestADateInTheFuture(t *testing.T) {
	dated := func(notice, payBy string) noticed.Assessment {
		return only(t, swap(t, swap(t, cp14, "January 30, 2018", notice), "February 20, 2018", payBy).read())
	}
	if a := dated("February 16, 2018", "March 9, 2018"); a.Review.Needed {
		t.Errorf("a notice dated 14 days ahead goes to review: %s", reasons(a))
	}
	a := dated("February 17, 2018", "March 10, 2018")
	wants(t, a, noticed.ReasonFutureDate, noticed.FieldNoticeDate, noticed.PlaceHeader, "2018-02-17", "2018-02-02")
	if len(a.Review.Reasons) != 1 {
		t.Errorf("more than its date is doubted: %s", reasons(a))
	}
	if d := a.Deadlines[0]; d.Date.String() != "2018-03-10" || d.CountedFrom.String() != "2018-02-17" {
		t.Errorf("the printed day agrees with the count from the notice date, and yet: %+v", d)
	}
	// a day that is printed stands, and none is counted from a date that can't be
	a = dated("June 30, 2018", "February 20, 2018")
	wants(t, a, noticed.ReasonFutureDate, noticed.FieldNoticeDate, noticed.PlaceHeader, "2018-06-30", "2018-02-02")
	if d := a.Deadlines[0]; d.Date.String() != "2018-02-20" || d.Basis != noticed.BasisPrinted || d.Computed != nil {
		t.Errorf("deadline %+v, want the printed 2018-02-20 and nothing computed", d)
	}
	a = only(t, swap(t, swap(t, cp14, "CP14", "LT11"), "January 30, 2018", "June 30, 2018").read())
	wants(t, a, noticed.ReasonNoDate, noticed.FieldDeadlines, "")
	for _, d := range a.Deadlines {
		if d.Action == noticed.ActRequestCDPHearing && d.Date != nil {
			t.Errorf("a hearing is to be asked for by %s, counted from a day months behind the receipt", d.Date)
		}
	}
	// where one place only is ahead, that place is named
	a = only(t, cp14.with(t, 1, "January 30, 2018 ", "June 30, 2018").read())
	wants(t, a, noticed.ReasonDisagreement, noticed.FieldNoticeDate, noticed.PlaceStub, "2018-01-30", "2018-06-30")
}

// A day to pay by that is not after the notice, or years behind it, was misread:
// it is no deadline, nor is it shown as one.
func TestADueDateThatCannotBe(t *testing.T) {
	for name, day := range map[string]struct{ printed, iso string }{
		"before the notice":     {"January 20, 2018", "2018-01-20"},
		"the day of the notice": {"January 30, 2018", "2018-01-30"},
		"a year too late":       {"May 20, 2019", "2019-05-20"},
	} {
		t.Run(name, func(t *testing.T) {
			a := only(t, swap(t, cp14, "February 20, 2018", day.printed).read())
			wants(t, a, noticed.ReasonImplausible, noticed.FieldPrintedDate, noticed.PlaceSummary, day.iso, "2018-01-30")
			wants(t, a, noticed.ReasonMissing, noticed.FieldPrintedDate, "")
			for _, d := range a.Deadlines {
				if d.Date == nil || d.Date.String() != "2018-02-20" || d.Basis != noticed.BasisComputed || d.Printed != nil || !strings.Contains(d.Note, day.iso) {
					t.Errorf("deadline %+v, want the computed 2018-02-20, and a remark on the day that is printed", d)
				}
			}
		})
	}
	a := only(t, cp14.with(t, 1, "Amount due by February 20, 2018 ", "Amount due by January 20, 2018").read())
	wants(t, a, noticed.ReasonDisagreement, noticed.FieldPrintedDate, noticed.PlaceStub, "2018-02-20", "2018-01-20")
}

// A CP523 prints the day to pay by and the day its agreement ends. One without the
// latter lost it: the appeal is counted from it.
func TestADefaultedAgreementWithoutTheDayOfItsEnd(t *testing.T) {
	lost := swap(t, cp14, "CP14", "CP523")
	wants(t, only(t, lost.read()), noticed.ReasonMissing, noticed.FieldPrintedDate, "")
	whole := swap(t, lost, "paid within the last 21 days, ignore our", "Your agreement ends on March 1, 2018.")
	if a := only(t, whole.read()); strings.Contains(reasons(a), "printed_date") {
		t.Errorf("a day that is printed is missed: %s", reasons(a))
	}
}

// A bill for nothing, for next to nothing or for more than the taxpayer can owe
// is doubted even where every place and the arithmetic agree.
func TestAnAbsurdBalance(t *testing.T) {
	person := func(total, tax string) paper { return swap(t, swap(t, cp14, "1,075.21", total), "3,183.00", tax) }
	business := func(p paper) paper {
		for _, s := range [][2]string{{"Social security number", "Employer ID number"}, {"987-65-4321", "98-7654321"}, {"JAMES & KAREN Q. HINDS", "HINDS PRINTING INC"},
			{"James & Karen Q. Hinds", "Hinds Printing Inc"}, {"CP14", "CP161"}, {"1040", "1120"}} {
			p = swap(t, p, s[0], s[1])
		}
		return p
	}
	for name, tt := range map[string]struct {
		paper paper
		value string // doubted; empty if it is believed
	}{
		"nothing":                       {person("0.00", "2,107.79"), "0.00"},
		"less than nothing":             {swap(t, person("1,075.21", "1,032.58"), "$1,075.21", "-$1,075.21"), "-1075.21"},
		"99 cents":                      {person("0.99", "2,108.78"), "0.99"},
		"a dollar":                      {person("1.00", "2,108.79"), ""},
		"five millions":                 {person("5,000,000.00", "5,002,107.79"), ""},
		"five millions and a cent":      {person("5,000,000.01", "5,002,107.80"), "5000000.01"},
		"a person's 91 millions":        {person("91,000,000.00", "91,002,107.79"), "91000000.00"},
		"a business's 91 millions":      {business(person("91,000,000.00", "91,002,107.79")), ""},
		"a business's hundred and one":  {business(person("101,000,000.00", "101,002,107.79")), "101000000.00"},
		"a plan's payment of a million": {swap(t, person("1,000,000.00", "1,002,107.79"), "CP14", "CP523"), "1000000.00"},
	} {
		t.Run(name, func(t *testing.T) {
			a := only(t, tt.paper.read())
			if tt.value != "" {
				wants(t, a, noticed.ReasonImplausible, noticed.FieldBalance, a.Balance.Evidence[0].Place, tt.value)
			} else if strings.Contains(reasons(a), "balance") {
				t.Errorf("an amount of %s is doubted: %s", a.Balance.Value, reasons(a))
			}
		})
	}
	// a digit more at one place
	more := cp14.with(t, 1, "Amount due: $1,075.21", "Amount due: $11,075.21")
	wants(t, only(t, more.read()), noticed.ReasonDisagreement, noticed.FieldBalance, noticed.PlaceHeadline, "1075.21", "11075.21")
}

// Without its first page a notice is still one, of which what is on the pages
// left is told and nothing else.
func TestTheFirstPageIsMissing(t *testing.T) {
	first := func(t *testing.T, a noticed.Assessment) {
		t.Helper()
		wants(t, a, noticed.ReasonPageMissing, noticed.FieldPages, noticed.PlaceHeader)
		wants(t, a, noticed.ReasonMissing, noticed.FieldBalance, "")
		wants(t, a, noticed.ReasonMissing, noticed.FieldNames, "")
		if a.Kind != noticed.KindNotice || a.Notice.Code != "CP14" || a.Balance != nil || a.Taxpayer != nil {
			t.Errorf("%s %+v, balance %+v, taxpayer %+v", a.Kind, a.Notice, a.Balance, a.Taxpayer)
		}
		if d := a.Deadlines[0]; d.CountedFrom.String() != "2018-01-30" || d.Date.String() != "2018-02-13" || !strings.Contains(d.Note, "2018-02-20") {
			t.Errorf("deadline %+v, want the earlier of the days that the amount on page 1 decides between", d)
		}
	}
	t.Run("alone", func(t *testing.T) { first(t, only(t, cp14[1:].read())) })
	t.Run("before a whole notice", func(t *testing.T) {
		all := slices.Concat(cp14[1:], cp14).read()
		if len(all) != 2 {
			t.Fatalf("got %d assessments, want 2", len(all))
		}
		first(t, all[0])
		if all[1].Review.Needed || all[1].Balance.Value != noticed.Dollars(1075, 21) {
			t.Errorf("the whole notice behind it suffers: %s", reasons(all[1]))
		}
	})
	t.Run("only a page number is left", func(t *testing.T) {
		stray := paper{{{X: 500, Y: 40, Text: "Page 2 of 2"}, cp14[1][7], cp14[1][8], cp14[1][9]}}
		a := only(t, stray.read())
		wants(t, a, noticed.ReasonPageMissing, noticed.FieldPages, "")
		wants(t, a, noticed.ReasonCodeUnreadable, noticed.FieldCode, "")
		if a.Kind != noticed.KindUnknown || len(a.Deadlines) != 0 || !strings.Contains(reasons(a), "deadline_without_date deadlines") {
			t.Errorf("%s with deadlines %+v: %s", a.Kind, a.Deadlines, reasons(a))
		}
	})
}
