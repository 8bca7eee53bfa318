package notice

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"noticed"
)

// The vectors are the worked examples of the domain reference, not of this
// package: the generator's law must agree with them on its own.
func TestLaws(t *testing.T) {
	for _, c := range []struct {
		code, date string
		abroad     bool
		action     noticed.Action
		want       string
	}{
		{LT11, "2026-06-01", false, noticed.ActRequestCDPHearing, "2026-07-01"},
		{CP90, "2026-03-17", false, noticed.ActRequestCDPHearing, "2026-04-17"},
		{CP297, "2026-06-04", false, noticed.ActRequestCDPHearing, "2026-07-06"},
		{LT11, "2023-03-17", false, noticed.ActRequestCDPHearing, "2023-04-18"},
		{LT11, "2024-11-25", false, noticed.ActRequestCDPHearing, "2024-12-26"},
		{CP90, "2026-06-01", false, noticed.ActRequestEquivalentHearing, "2027-06-01"},
		{CP90, "2024-06-14", false, noticed.ActRequestEquivalentHearing, "2025-06-16"},
		{CP90, "2025-11-11", false, noticed.ActRequestEquivalentHearing, "2026-11-12"},
		{CP90, "2024-02-29", false, noticed.ActRequestEquivalentHearing, "2025-02-28"},
		{CP3219A, "2006-02-06", false, noticed.ActPetitionTaxCourt, "2006-05-08"},
		{CP3219A, "2006-08-14", false, noticed.ActPetitionTaxCourt, "2006-11-13"},
		{CP3219N, "2007-03-24", false, noticed.ActPetitionTaxCourt, "2007-06-22"},
		{CP3219N, "2026-01-16", false, noticed.ActPetitionTaxCourt, "2026-04-17"},
		{CP3219N, "2026-08-13", false, noticed.ActPetitionTaxCourt, "2026-11-12"},
		{CP3219A, "2026-05-04", true, noticed.ActPetitionTaxCourt, "2026-10-01"},
		{CP3219A, "2026-02-09", true, noticed.ActPetitionTaxCourt, "2026-07-09"},
		{CP12, "2026-05-18", false, noticed.ActDisputeMathError, "2026-07-17"},
		{CP12, "2026-07-07", false, noticed.ActDisputeMathError, "2026-09-08"},
		{CP11, "2026-04-20", false, noticed.ActDisputeMathError, "2026-06-22"},
		{CP11, "2026-11-02", false, noticed.ActDisputeMathError, "2027-01-04"},
		{CP523, "2026-05-04", false, noticed.ActCureDefault, "2026-06-03"},
		{CP523, "2026-05-04", false, noticed.ActAppealTermination, "2026-07-03"},
		{CP504, "2026-06-04", false, noticed.ActLevyPossibleFrom, "2026-07-04"},
		{CP504B, "2026-06-01", false, noticed.ActLevyPossibleFrom, "2026-07-01"},
		{CP2000, "2026-05-18", false, noticed.ActReply, "2026-06-17"},
		{CP508C, "2026-10-12", false, noticed.ActContact, "2026-11-11"},
	} {
		n := &Notice{Code: c.code, Date: noticed.MustDate(c.date)}
		if c.abroad {
			n.Country = "France"
		}
		got := ""
		for _, a := range laws[c.code](n) {
			if a.Action == c.action && a.Date != nil {
				got = a.Date.String()
			}
		}
		if got != c.want {
			t.Errorf("%s of %s: %s by %s, want %s", c.code, c.date, c.action, got, c.want)
		}
	}
}

// Which of several days is to be watched.
func TestCritical(t *testing.T) {
	day := func(s string) *noticed.Date { d := noticed.MustDate(s); return &d }
	date := noticed.MustDate("2026-06-01")
	for name, c := range map[string]struct {
		n    Notice
		want string
	}{
		"a lost right before an earlier payment": {Notice{Code: CP11, PayBy: day("2026-06-22")}, "dispute_math_error 2026-07-31"},
		"a printed payment before the levy":      {Notice{Code: CP504, PayBy: day("2026-06-22")}, "pay 2026-06-22"},
		"the levy where no payment is dated":     {Notice{Code: CP504}, "levy_possible_from 2026-07-01"},
		"never the equivalent hearing":           {Notice{Code: LT11, Hearing: day("2026-06-30")}, "request_cdp_hearing 2026-06-30"},
		"a later printed hearing gives no time":  {Notice{Code: LT11, Hearing: day("2026-07-09")}, "request_cdp_hearing 2026-07-01"},
		"never the appeal of a termination":      {Notice{Code: CP523, TerminateOn: day("2026-07-08")}, "cure_default 2026-07-08"},
		"the printed day for the court":          {Notice{Code: CP3219N, PetitionBy: day("2026-08-29")}, "petition_tax_court 2026-08-29"},
		"a reply, though a payment is dated":     {Notice{Code: CP2000, ReplyBy: day("2026-07-01"), PayBy: day("2026-07-01")}, "reply 2026-07-01"},
		"a return with no day":                   {Notice{Code: CP515}, ""},
		"a reminder with no day":                 {Notice{Code: CP501}, ""},
		"a time to wait":                         {Notice{Code: CP05}, ""},
	} {
		c.n.Date = date
		got := ""
		if d := critical(laws[c.n.Code](&c.n)); d != nil {
			got = string(d.Action) + " " + d.Date.String()
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// Every code that can be drawn has its law, and the same seed draws the same.
func TestDraw(t *testing.T) {
	for _, code := range Codes() {
		if laws[code] == nil {
			t.Fatalf("%s has no law", code)
		}
		for seed := range uint64(40) {
			n := Draw(rand.New(rand.NewPCG(seed, 6)), code)
			if again := Draw(rand.New(rand.NewPCG(seed, 6)), code); again.Barcode != n.Barcode || again.Balance != n.Balance || again.Date != n.Date {
				t.Fatalf("%s of seed %d is drawn in two ways", code, seed)
			}
			seen := map[string]bool{}
			for _, p := range n.Periods {
				if k := p.Form + p.End.String(); seen[k] {
					t.Errorf("%s of seed %d: %s twice", code, seed, k)
				} else {
					seen[k] = true
				}
				if !p.End.Valid() || p.End.Month == p.End.AddDays(1).Month {
					t.Errorf("%s of seed %d: a period ends on %s", code, seed, p.End)
				}
				if p.Quarterly && p.End.Month%3 != 0 {
					t.Errorf("%s of seed %d: a quarter ends on %s", code, seed, p.End)
				}
			}
			for _, name := range n.People.Names {
				if strings.HasPrefix(name, "%") || strings.Contains(name, "C/O") || n.People.DBA != "" && strings.Contains(name, n.People.DBA) {
					t.Errorf("%s of seed %d: %q is no taxpayer", code, seed, name)
				}
			}
			if n.Country != "" && slices.Contains(towns, n.Town) {
				t.Errorf("%s of seed %d: %s, %s", code, seed, n.Town, n.Country)
			}
			if n.Country != "" && (n.Code == CP2000 && n.ReplyBy == nil || n.Code == CP3219A && n.PetitionBy == nil) {
				t.Errorf("%s of seed %d went abroad and leaves the day to be computed", code, seed)
			}
		}
	}
}
