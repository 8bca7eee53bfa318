package classify

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"noticed"
	"noticed/classify/deadline"
	"noticed/classify/guidance"
	"noticed/classify/profile"
	"noticed/classify/sheet"
)

func itoa(n int) string { return strconv.Itoa(n) }

// several says whether the notice is about the periods of a table rather than
// the one period of its header.
func (f *fields) several() bool {
	if f.table == nil {
		return false
	}
	if f.profile.Money == profile.Headline {
		return true // what is due there is not what the periods owe
	}
	if f.profile.Periods == profile.One {
		return !f.end.found && len(f.table.Rows) == 1
	}
	return len(f.table.Rows) > 1 || !f.end.found
}

// unknownKind is the most that is believed of a balance of which no code says whether it
// is due, proposed or refunded.
const unknownKind = 0.9

// periods are the tax periods the notice is about.
func (f *fields) periods() []noticed.Period {
	if !f.several() {
		if !f.end.found {
			return []noticed.Period{}
		}
		p := noticed.Period{Form: f.form.value, TaxYear: f.end.value.Year, PeriodEnd: f.end.value}
		if f.balance.found && f.balance.value > 0 && f.profile.Money != profile.Headline {
			amount := f.balance.value
			p.Amount = &amount
		}
		return []noticed.Period{p}
	}
	out := []noticed.Period{}
	for _, r := range f.table.Rows {
		p := noticed.Period{Form: r.Form, TaxYear: r.End.End.Year, PeriodEnd: r.End.End}
		if r.HasAmount {
			amount := r.Amount
			p.Amount = &amount
		}
		out = append(out, p)
	}
	return out
}

// assess turns what was read of one item into an assessment.
func assess(in Input, it item, ordinal int) noticed.Assessment {
	a := noticed.Assessment{
		Schema: noticed.AssessmentSchema, ID: assessmentID(in, ordinal), Version: 1, By: "machine",
		Document: in.Document, Periods: []noticed.Period{}, Amounts: []noticed.Amount{}, PrintedDates: []noticed.PrintedDate{},
		Addresses: []noticed.Address{}, References: []noticed.Reference{}, Deadlines: []noticed.Deadline{},
		Review:  noticed.Review{Reasons: []noticed.Reason{}},
		Reading: noticed.Reading{Pages: []noticed.PageReading{}, Program: noticed.Version, Catalogue: in.Catalog.Version()},
	}
	a.Document.Pages = []int{}
	for _, l := range it.leaves {
		a.Document.Pages = append(a.Document.Pages, l.number)
		a.Reading.Pages = append(a.Reading.Pages, noticed.PageReading{Page: l.number, How: l.how})
	}
	if !it.notice {
		otherMail(&a, it)
		return a
	}
	f := readFields(in, it)
	f.fill(&a)
	f.deadlines(&a, in)
	a.Review.Reasons = append(f.reasons(in), a.Review.Reasons...)
	a.Review.Needed = len(a.Review.Reasons) > 0
	return a
}

func (f *fields) fill(a *noticed.Assessment) {
	a.Kind = noticed.KindUnknown
	a.Notice = &noticed.Notice{Printed: f.code.printed, Confidence: f.code.confidence, Evidence: evidence(f.code.evidence)}
	if f.code.known {
		e := f.code.entry
		a.Kind = noticed.KindNotice
		a.Notice.Code, a.Notice.Title, a.Notice.Family, a.Notice.Stage = e.Code, e.Title, e.Family, e.Stage
		a.Guidance = guidance.For(e)
	}
	if f.date.found {
		a.NoticeDate = &noticed.DateField{Value: f.date.value, Confidence: f.date.confidence, Evidence: evidence(f.date.evidence)}
	}
	f.fillTaxpayer(a)
	a.Periods = f.periods()
	if f.balance.found {
		a.Balance = &noticed.Balance{Value: f.balance.value, Kind: f.kind, Label: f.label, Confidence: f.balance.confidence, Evidence: evidence(f.balance.evidence)}
		if !f.code.known { // the code says what an amount is for
			a.Balance.Confidence = min(a.Balance.Confidence, unknownKind)
		}
		if f.good.found {
			good := f.good.value
			a.Balance.GoodThrough = &good
		}
	}
	if f.summary != nil && f.profile.Summary != profile.No {
		for _, r := range f.summary.Rows {
			a.Amounts = append(a.Amounts, noticed.Amount{Role: role(r.Label), Label: r.Label, Value: r.Amount, Evidence: []noticed.Evidence{r.Evidence}})
		}
	}
	if total, ok := f.owedInAll(); ok && f.profile.Money == profile.Headline {
		a.Amounts = append(a.Amounts, total)
	}
	for _, d := range f.days {
		a.PrintedDates = append(a.PrintedDates, noticed.PrintedDate{Role: d.role, Value: d.value, Label: d.evidence[0].Text, Evidence: d.evidence})
	}
	f.fillContact(a)
}

func evidence(e []noticed.Evidence) []noticed.Evidence {
	if e == nil {
		return []noticed.Evidence{}
	}
	return e
}

func (f *fields) fillTaxpayer(a *noticed.Assessment) {
	if !f.names.found && f.idKind == "" {
		return
	}
	t := &noticed.Taxpayer{Names: []string{}, IDKind: f.idKind}
	if f.names.found {
		t.Names = strings.Split(f.names.value, sheet.PeopleSeparator)
		t.Joint = len(t.Names) > 1 && f.idKind != noticed.IDKindEIN
	}
	if f.id.found {
		t.IDLast4 = &noticed.TextField{Value: f.id.value, Confidence: f.id.confidence, Evidence: f.id.evidence}
	}
	a.Taxpayer = t
}

// deadlines has the law worked out on what was read. A notice date that lies
// ahead of the day of receipt was misread or misprinted: days are counted from it
// only if a day that the notice prints agrees with the count.
func (f *fields) deadlines(a *noticed.Assessment, doc Input) {
	if !f.code.known {
		a.Review.Reasons = append(a.Review.Reasons, noticed.Reason{Code: noticed.ReasonNoDate, Field: noticed.FieldDeadlines,
			Message: "which notice this is could not be told, so its deadlines could not either"})
		return
	}
	payBy := f.hasDay(noticed.DatePayBy)
	in := deadline.Input{
		Rule: f.code.entry.Rule, Verified: f.code.entry.Verified(), PrintedExpected: f.code.entry.PrintedExpected,
		Printed: a.PrintedDates, ImmediatePayment: f.immediate && !payBy, AtOnce: f.atOnce, WithinDays: f.within, Abroad: deadline.AbroadNo,
	}
	if f.filed.found && len(f.filed.rivals) == 0 {
		in.LienFiled = &f.filed.value
	}
	if f.date.found {
		in.NoticeDate = f.earliestDate()
	}
	if f.balance.found {
		amount := f.balance.value
		in.Balance = &amount
	}
	switch s := f.item.start(); {
	case s == nil:
	case f.item.late: // the address is on the page that is missing
		in.Abroad = deadline.AbroadUnknown
	case s.Country != "" || s.Foreign && f.abroadLooked() && !f.windowLooked():
		in.Abroad = deadline.AbroadYes
	case s.Foreign && (f.abroadLooked() || !f.windowLooked()):
		in.Abroad = deadline.AbroadUnknown
	}
	r := deadline.Compute(in)
	if in.NoticeDate != nil && ahead(doc, *in.NoticeDate) && !confirmed(r.Deadlines) {
		in.NoticeDate = nil
		r = deadline.Compute(in)
	}
	if r.Deadlines != nil {
		a.Deadlines = r.Deadlines
	}
	a.Review.Reasons = append(a.Review.Reasons, r.Reasons...)
}

// abroadLooked says whether a later look at the first page found there the address abroad
// that the first reading lost.
func (f *fields) abroadLooked() bool {
	return slices.ContainsFunc(f.item.leaves[0].seconds, func(s *sheet.Sheet) bool { return s.Country != "" })
}

// windowLooked says whether a later look at the first page found the address window that
// the first reading lost, with a town within the United States.
func (f *fields) windowLooked() bool {
	return slices.ContainsFunc(f.item.leaves[0].seconds, func(s *sheet.Sheet) bool {
		return s.Country == "" && slices.ContainsFunc(s.People, func(o sheet.Seen[string]) bool { return o.Evidence.Place == noticed.PlaceHeader && !o.Repaired })
	})
}

// confirmed says whether a printed day is the one that the count gives.
func confirmed(ds []noticed.Deadline) bool {
	for _, d := range ds {
		if d.Printed != nil && d.Computed != nil && (*d.Printed == *d.Computed || *d.Printed == *d.Raw) {
			return true
		}
	}
	return false
}

// earliestDate is the notice date to count from: where the places of the paper
// disagree, the earliest of what they say, because a day too early loses nothing.
func (f *fields) earliestDate() *noticed.Date {
	d := f.date.value
	for _, r := range f.date.rivals {
		if r.Value.Before(d) && d.DaysSince(r.Value) < 400 {
			d = r.Value
		}
	}
	return &d
}

// assessmentID is the document's hash and the ordinal of the notice within it.
func assessmentID(in Input, ordinal int) string {
	return fmt.Sprintf("%s-%d", in.Document.SHA256, ordinal)
}
