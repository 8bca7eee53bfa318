package main

import (
	"testing"

	"noticed"
)

func TestDollars(t *testing.T) {
	for cents, want := range map[noticed.Money]string{
		0: "$0.00", 5: "$0.05", 99999: "$999.99", 100000: "$1,000.00", 953353: "$9,533.53",
		-12000: "-$120.00", -123456789: "-$1,234,567.89", 100000000000: "$1,000,000,000.00",
	} {
		if got := dollars(cents); got != want {
			t.Errorf("%s is shown as %s, want %s", cents, got, want)
		}
	}
}

func TestViewOfANotice(t *testing.T) {
	date := noticed.MustDate("2026-07-01")
	v := viewOf(noticed.Assessment{
		Kind:       noticed.KindNotice,
		Document:   noticed.Document{Name: "scan.pdf"},
		Notice:     &noticed.Notice{Code: "LT11"},
		NoticeDate: &noticed.DateField{Value: noticed.MustDate("2026-06-01")},
		Periods: []noticed.Period{
			{Form: "1040", TaxYear: 2022, PeriodEnd: noticed.MustDate("2022-12-31")},
			{Form: "941", TaxYear: 2023, PeriodEnd: noticed.MustDate("2023-06-30")},
		},
		Balance: &noticed.Balance{Value: 953353, Kind: noticed.BalanceDue},
		Deadlines: []noticed.Deadline{
			{Action: noticed.ActPay},
			{Action: noticed.ActRequestCDPHearing, Date: &date, Critical: true},
		},
		Review: noticed.Review{Needed: true, Reasons: []noticed.Reason{
			{Code: noticed.ReasonDisagreement, Field: noticed.FieldBalance},
			{Code: noticed.ReasonDisagreement, Field: noticed.FieldBalance},
			{Code: noticed.ReasonPageMissing},
		}},
	})
	want := view{
		"scan.pdf", "LT11", "1040 2022, 941 2023-06-30", "$9,533.53", "2026-06-01", "2026-07-01", "request CDP hearing",
		"disagreement (balance), page missing",
	}
	if v != want {
		t.Errorf("\n got %#v\nwant %#v", v, want)
	}
	line := "scan.pdf: LT11 of 2026-06-01, $9,533.53, request CDP hearing by 2026-07-01; a person must look: disagreement (balance), page missing"
	if v.line() != line {
		t.Errorf("\n got %s\nwant %s", v.line(), line)
	}
}

// A refund must not look like a debt, and what can't be read must not look like
// nothing.
func TestViewKeepsDifferentThingsApart(t *testing.T) {
	for want, got := range map[string]string{
		"-$120.00 refund":             balanceOf(noticed.Balance{Value: -12000, Kind: noticed.BalanceRefund}),
		"$120.00 proposed":            balanceOf(noticed.Balance{Value: 12000, Kind: noticed.BalanceProposed}),
		"$0.00":                       balanceOf(noticed.Balance{Kind: noticed.BalanceNone}),
		"unknown":                     viewOf(noticed.Assessment{Kind: noticed.KindUnknown, Notice: &noticed.Notice{}}).notice,
		"other mail (a state levy)":   viewOf(noticed.Assessment{Kind: noticed.KindOtherMail, Issuer: &noticed.Issuer{Seems: "a state levy"}}).notice,
		"x: could not be read: Empty": viewOf(unreadableAs(noticed.Document{Name: "x"}, noticed.ReadError{Message: "Empty"})).line(),
		"withdrawn":                   viewOf(noticed.Assessment{Kind: noticed.KindNotice, Status: noticed.StatusWithdrawn, Notice: &noticed.Notice{Code: "CP14"}}).notice,
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// Steps are told only where it is sure which notice it is.
func TestNoAdviceOnADoubtedCode(t *testing.T) {
	g := &noticed.Guidance{Meaning: "A first bill."}
	for want, reason := range map[bool]noticed.Reason{
		false: {Code: noticed.ReasonDisagreement, Field: noticed.FieldCode},
		true:  {Code: noticed.ReasonNotReadInDetail, Field: noticed.FieldCode},
	} {
		a := noticed.Assessment{Kind: noticed.KindNotice, Notice: &noticed.Notice{Code: "CP14"}, Guidance: g,
			Review: noticed.Review{Needed: true, Reasons: []noticed.Reason{{Code: noticed.ReasonPageMissing, Field: noticed.FieldPages}, reason}}}
		if got := adviceOn(a).guidance != nil; got != want {
			t.Errorf("with %s: advice %t, want %t", reason.Code, got, want)
		}
	}
	if adviceOn(noticed.Assessment{Kind: noticed.KindOtherMail}).guidance != nil {
		t.Error("advice on other mail")
	}
}
