package classify

import (
	"slices"
	"strings"

	"noticed"
	"noticed/classify/catalog"
	"noticed/classify/deadline"
	"noticed/classify/layout"
	"noticed/classify/profile"
	"noticed/classify/sheet"
)

// tolerance is how many days a notice may be dated after it was received: IRS
// mail often arrives before its date.
const tolerance = 14

// oldest is how many years before the notice's date its period may have ended:
// the ten years of collection, and room for late returns.
const oldest = 20

// reasons lists everything about a notice that a person must look at.
func (f *fields) reasons(in Input) []noticed.Reason {
	out := f.code.reasons()
	out = append(out, f.dateReasons(in)...)
	out = append(out, f.idReasons()...)
	out = append(out, f.namesReasons()...)
	out = append(out, f.balanceReasons()...)
	out = append(out, f.periodReasons()...)
	out = append(out, f.sumReasons()...)
	out = append(out, f.printedDateReasons()...)
	out = append(out, f.filingReasons()...)
	out = append(out, f.wordingReasons()...)
	out = append(out, f.contactReasons()...)
	out = append(out, f.hearingReasons()...)
	out = append(out, f.pageReasons()...)
	if f.code.known && !f.full {
		out = append(out, noticed.Reason{Code: noticed.ReasonNotReadInDetail, Field: noticed.FieldCode, Values: []string{f.code.value},
			Message: f.code.value + " is known, but its fields are not read in detail yet: check every value against the paper"})
	}
	return out
}

func missing(field noticed.Field, what string) noticed.Reason {
	return noticed.Reason{Code: noticed.ReasonMissing, Field: field, Message: what + " could not be found"}
}

func (f *fields) dateReasons(in Input) []noticed.Reason {
	if !f.date.found {
		return []noticed.Reason{missing(noticed.FieldNoticeDate, "the notice date")}
	}
	out := doubts(noticed.FieldNoticeDate, "the notice date", f.date, noticed.Date.String)
	if ahead(in, f.date.value) {
		r := in.Document.Received.String()
		out = append(out, noticed.Reason{Code: noticed.ReasonFutureDate, Field: noticed.FieldNoticeDate, Place: f.date.place(), Values: []string{f.date.value.String(), r},
			Message: "the notice is dated " + f.date.value.String() + ", more than two weeks after it was received on " + r})
	}
	return out
}

// ahead says whether a notice date is later after the day of receipt than mail
// explains.
func ahead(in Input, d noticed.Date) bool {
	r := in.Document.Received
	return r != nil && d.After(r.AddDays(tolerance))
}

func (f *fields) periodReasons() []noticed.Reason {
	var out []noticed.Reason
	switch {
	case f.several():
		out = f.tableReasons()
	case !f.end.found:
		return []noticed.Reason{missing(noticed.FieldPeriods, "the tax period")}
	default:
		out = doubts(noticed.FieldPeriods, "the tax period", f.end, noticed.Date.String)
		if len(f.unreadTables()) > 0 {
			out = append(out, noticed.Reason{Code: noticed.ReasonMissing, Field: noticed.FieldPeriods, Place: noticed.PlaceTable,
				Message: "there is a table of several tax periods, and it could not be read"})
		}
		if f.form.found {
			out = append(out, doubts(noticed.FieldPeriods, "the tax form", f.form, func(s string) string { return s })...)
		} else if f.profile.Form == profile.Must && !f.goesWithoutForm() || f.profile.Form == profile.May && f.announcesForm() {
			out = append(out, missing(noticed.FieldPeriods, "the tax form"))
		}
	}
	for _, p := range f.periods() {
		if f.date.found && (p.PeriodEnd.After(f.date.value) || p.PeriodEnd.AddYears(oldest).Before(f.date.value)) {
			out = append(out, noticed.Reason{Code: noticed.ReasonImplausible, Field: noticed.FieldPeriods, Place: f.periodPlace(), Values: []string{p.PeriodEnd.String(), f.date.value.String()},
				Message: "a notice of " + f.date.value.String() + " can't be about the period that ended " + p.PeriodEnd.String()})
		}
	}
	return out
}

// periodPlace is where the periods stand that the notice is about.
func (f *fields) periodPlace() noticed.Place {
	if f.several() {
		return noticed.PlaceTable
	}
	return f.end.place()
}

// goesWithoutForm says whether a notice to an individual simply names no form: its
// text layer loses nothing, and an individual's one period is of income tax.
func (f *fields) goesWithoutForm() bool {
	start := f.item.start()
	return start != nil && start.How == noticed.HowText && !start.NamesForm() && f.profile.Periods == profile.One && f.code.entry.Audience == catalog.AudienceIndividual
}

// announcesForm says whether a reading of the first page has a label for the tax
// form, and no form behind it.
func (f *fields) announcesForm() bool {
	l := f.item.leaves[0]
	return l.sheet != nil && l.how != noticed.HowText && (l.sheet.UnreadForm || slices.ContainsFunc(l.seconds, func(s *sheet.Sheet) bool { return s.UnreadForm }))
}

// tableReasons checks the table of periods: its lines must add up to its own
// total and to what is due.
func (f *fields) tableReasons() []noticed.Reason {
	var out []noticed.Reason
	var sum noticed.Money
	for _, r := range f.table.Rows {
		sum += r.Amount
		if r.Form == "" {
			out = append(out, missing(noticed.FieldPeriods, "the tax form of the period "+r.End.End.String()))
		}
		if !monthEnd(r.End.End) {
			out = append(out, noticed.Reason{Code: noticed.ReasonImplausible, Field: noticed.FieldPeriods, Place: noticed.PlaceTable, Values: []string{r.End.End.String()},
				Message: "a tax period ends with a month, not on " + r.End.End.String()})
		}
	}
	out = append(out, f.annualAndQuarterly()...)
	if t := f.table.Total; t != nil && t.Amount != sum {
		out = append(out, noticed.Reason{Code: noticed.ReasonSumMismatch, Field: noticed.FieldPeriods, Place: noticed.PlaceTable, Values: []string{sum.String(), t.Amount.String()},
			Message: "the periods in the table add up to " + sum.String() + ", and its total says " + t.Amount.String()})
	} else if f.balance.found && f.balance.value != sum && f.profile.Money != profile.Headline && f.profile.Money != profile.None {
		out = append(out, noticed.Reason{Code: noticed.ReasonSumMismatch, Field: noticed.FieldPeriods, Place: noticed.PlaceTable, Values: []string{sum.String(), f.balance.value.String()},
			Message: "the periods in the table add up to " + sum.String() + ", and the amount due is " + f.balance.value.String()})
	}
	if !f.tableConfirmed() {
		out = append(out, noticed.Reason{Code: noticed.ReasonWeak, Field: noticed.FieldPeriods, Place: noticed.PlaceTable,
			Message: "the table of tax periods was not read clearly"})
	}
	if f.end.found && !f.inTable(f.end.value) {
		out = append(out, noticed.Reason{Code: noticed.ReasonDisagreement, Field: noticed.FieldPeriods, Place: f.end.evidence[0].Place, Values: []string{f.end.value.String()},
			Message: "the notice names the period that ended " + f.end.value.String() + ", and its table of periods does not"})
	}
	for _, r := range f.end.rivals {
		if !f.inTable(r.Value) {
			out = append(out, noticed.Reason{Code: noticed.ReasonDisagreement, Field: noticed.FieldPeriods, Place: r.Evidence.Place, Values: []string{r.Value.String()},
				Message: "the notice names the period that ended " + r.Value.String() + " as well, and its table of periods does not"})
		}
	}
	return out
}

// annualAndQuarterly finds a year for which the table has both Form 944 and Form 941:
// an employer files the one for a whole year or the other for its quarters, never
// both (26 CFR 31.6011(a)-1(a)(5)); one of them is misread or misprinted.
func (f *fields) annualAndQuarterly() []noticed.Reason {
	for _, a := range f.table.Rows {
		for _, q := range f.table.Rows {
			if a.Form == "944" && q.Form == "941" && a.End.End.Year == q.End.End.Year {
				return []noticed.Reason{{Code: noticed.ReasonImplausible, Field: noticed.FieldPeriods, Place: noticed.PlaceTable, Values: []string{"944 " + a.End.End.String(), "941 " + q.End.End.String()},
					Message: "the table has Form 944 for the year " + itoa(a.End.End.Year) + " and Form 941 for a quarter of it: an employer files only one of them"}}
			}
		}
	}
	return nil
}

func monthEnd(d noticed.Date) bool { return d.AddDays(1).Day == 1 }

func (f *fields) inTable(d noticed.Date) bool {
	for _, r := range f.table.Rows {
		if r.End.End == d {
			return true
		}
	}
	return false
}

// sumReasons checks the arithmetic of the summary box.
func (f *fields) sumReasons() []noticed.Reason {
	if f.guessed && !f.borneOut { // whatever the notice needs: the guess is published
		return []noticed.Reason{{Code: noticed.ReasonWeak, Field: noticed.FieldAmounts, Place: noticed.PlaceSummary,
			Message: "the amount of a row of the summary could not be read: it is taken for what the others fall short of the total by"}}
	}
	if f.profile.Summary == profile.No || f.profile.Summary == profile.May && f.summary == nil && !f.titled() {
		return nil
	}
	switch {
	case f.borneOut, f.summary == nil && (f.tableAddsUp() || f.withoutBox()):
		return nil
	case f.summary == nil:
		return []noticed.Reason{missing(noticed.FieldAmounts, "the summary of what is owed")}
	case (f.closes || f.eachTold() || f.includes()) && f.labelled:
		return nil
	case f.closes:
		return []noticed.Reason{{Code: noticed.ReasonWeak, Field: noticed.FieldAmounts, Place: noticed.PlaceSummary,
			Message: "what a row of the summary is for could not be read"}}
	case f.summary.Total == nil:
		return []noticed.Reason{missing(noticed.FieldAmounts, "the total of the summary")}
	}
	var sum noticed.Money
	for _, r := range f.summary.Rows {
		sum += r.Amount
	}
	return []noticed.Reason{{Code: noticed.ReasonSumMismatch, Field: noticed.FieldAmounts, Place: noticed.PlaceSummary,
		Values:  []string{sum.String(), f.summary.Total.Amount.String()},
		Message: "the rows of the summary add up to " + sum.String() + ", and its total says " + f.summary.Total.Amount.String()}}
}

// titled says whether a page announces a summary box.
func (f *fields) titled() bool {
	for _, l := range f.item.leaves {
		if l.sheet != nil && l.sheet.SummaryTitle {
			return true
		}
	}
	return false
}

// printedDateReasons checks the days the notice prints for an act, and looks for
// a later day on its first page that nothing explains: it may be one.
func (f *fields) printedDateReasons() []noticed.Reason {
	var out []noticed.Reason
	known := map[noticed.Date]bool{}
	for _, d := range f.days {
		out = append(out, doubts(noticed.FieldPrintedDate, dayNames[d.role], d.settled, noticed.Date.String)...)
		known[d.value] = true
	}
	if f.good.found {
		known[f.good.value] = true
	}
	if f.hasDay(noticed.DatePayBy) && !f.hasDay(noticed.DateTerminateOn) && f.code.known && slices.Contains(deadline.Roles(f.code.entry.Rule), noticed.DateTerminateOn) {
		out = append(out, missing(noticed.FieldPrintedDate, dayNames[noticed.DateTerminateOn])) // its notice prints both
	}
	if (f.profile.Money == profile.Lien || f.asksForHearingBy()) && !f.onText() && !f.item.late && !f.hasDay(noticed.DateHearingBy) {
		out = append(out, missing(noticed.FieldPrintedDate, dayNames[noticed.DateHearingBy])) // a letter about a lien prints it
	}
	if !f.date.found {
		return out
	}
	for _, o := range otherDates(f.item) {
		if o.Value.After(f.date.value) && !o.Value.After(f.date.value.AddDays(400)) && !known[o.Value] {
			out = append(out, noticed.Reason{Code: noticed.ReasonWeak, Field: noticed.FieldPrintedDate, Place: o.Evidence.Place, Values: []string{o.Value.String()},
				Message: "the page prints " + o.Value.String() + ", and it could not be told for what"})
		}
	}
	return out
}

// asksForHearingBy says whether the first page has the sentence, "If you don't pay, … or
// request a hearing with the IRS … by", that ends in a day, or in the days to count.
func (f *fields) asksForHearingBy() bool {
	return f.code.known && slices.Contains(deadline.Roles(f.code.entry.Rule), noticed.DateHearingBy) && slices.ContainsFunc(f.item.leaves[:1], func(l leaf) bool {
		return l.sheet != nil && strings.Contains(l.sheet.Text, hearingWith) && !strings.Contains(l.sheet.Text, withinDays)
	})
}

var hearingWith, withinDays = layout.Fold("or request a hearing with the"), layout.Fold("30 days from the date of this")

// filingReasons asks for a look where a lien notice prints a day to ask for a
// hearing by, and the day of filing was not found though it may be there: nothing
// bears the first out, and the year for an equivalent hearing is counted from the
// letter, a few days early. A text layer without a day that could be it has none, and
// neither has a page on which two readings find nothing of it.
func (f *fields) filingReasons() []noticed.Reason {
	hearing := f.hasDay(noticed.DateHearingBy)
	if f.profile.Money != profile.Lien || f.filed.found || !hearing || !f.date.found { // the rule says what else is missing
		return nil
	}
	printed := !f.onText() && f.mayHaveLost()
	for _, o := range all(f.item, func(s *sheet.Sheet) []sheet.Seen[noticed.Date] { return s.OtherDates }) {
		printed = printed || max(o.Value.DaysSince(f.date.value), f.date.value.DaysSince(o.Value)) <= nearFiling
	}
	if !printed {
		return nil
	}
	return []noticed.Reason{missing(noticed.FieldDeadlines, "the day the notice of lien was filed, from which its days are counted,")}
}

// mayHaveLost says whether a day of filing may stand on the first page that was not
// read: not two readings were made of it yet, or one of them has the words before
// such a day, or a month without one.
func (f *fields) mayHaveLost() bool {
	start := f.item.leaves[0]
	if start.sheet == nil || !f.readTwice(start.number) {
		return true
	}
	for _, s := range append([]*sheet.Sheet{start.sheet}, start.seconds...) {
		if s.LostDates > 0 || containsAny(s.Text, []string{"tax lien on", "was filed on", "filed on"}) {
			return true
		}
	}
	return false
}

// nearFiling is how many days before or after its letter a lien may have been
// filed: the law gives the letter five business days, and letters are late.
const nearFiling = 60

// dayNames name the days printed for acts for a person.
var dayNames = map[noticed.DateRole]string{
	noticed.DatePayBy:       "the day to pay by",
	noticed.DateHearingBy:   "the day to ask for a hearing by",
	noticed.DateReplyBy:     "the day to reply by",
	noticed.DatePetitionBy:  "the last day to petition the Tax Court",
	noticed.DateDisputeBy:   "the day to dispute the change by",
	noticed.DateTerminateOn: "the day on which the agreement ends",
}

func otherDates(it item) []sheet.Seen[noticed.Date] {
	var out []sheet.Seen[noticed.Date]
	for i, l := range it.leaves {
		if l.sheet != nil && (i == 0 || l.sheet.Table != nil) {
			out = append(out, l.sheet.OtherDates...)
		}
	}
	return out
}

// wordings are the words that a notice of a family must have or can't have on
// its first pages: a check on a code that was misread or misprinted.
var wordings = map[string]struct{ must, never []string }{
	"final_levy_cdp": {must: []string{"hearing", "section 6330", "IRC 6330", "12153"}},
	"intent_to_levy": {must: []string{"levy", "seize"}, never: []string{"collection due process right", "and your right to a hearing", "and notice of your right to a hearing"}},
	"balance_due":    {never: []string{"notice of intent to levy", "intent to seize", "intent to terminate"}},
	"reminder":       {never: []string{"notice of intent to levy", "intent to seize", "intent to terminate"}},
}

func (f *fields) wordingReasons() []noticed.Reason {
	if !f.code.known || f.item.late || f.item.start() == nil {
		return nil
	}
	w := wordings[f.code.entry.Family]
	title := headings(f.item.start())
	texts := []string{f.item.start().Text}
	bad := ""
	for _, phrase := range w.never {
		if layout.Contains(title, layout.Fold(phrase)) {
			bad = "its headline says \"" + phrase + "\""
		}
	}
	for _, l := range f.item.leaves[1:] {
		if l.sheet != nil {
			texts = append(texts, l.sheet.Text)
		}
	}
	if len(w.must) > 0 && !containsAny(strings.Join(texts, ""), w.must) {
		bad = "it does not say " + strings.Join(w.must, " or ")
	}
	audience, kind := f.code.entry.Audience, f.idKind
	if f.profile.Number == profile.Other {
		kind = ""
	}
	if audience == catalog.AudienceIndividual && kind == noticed.IDKindEIN || audience == catalog.AudienceBusiness && kind == noticed.IDKindSSN {
		bad = "it goes to another kind of taxpayer than the number on it"
	}
	if bad == "" {
		return nil
	}
	return []noticed.Reason{{Code: noticed.ReasonImplausible, Field: noticed.FieldCode, Place: f.code.place(), Values: []string{f.code.value},
		Message: "the code reads " + f.code.value + ", but " + bad}}
}

// headings are the folded words of the page's large lines.
func headings(s *sheet.Sheet) string {
	var b strings.Builder
	for c := range s.Layout.Cells {
		if s.Layout.Large(c) && c.Box.MidY() < 0.6*s.Layout.Height {
			b.WriteString(layout.Fold(c.Text()))
		}
	}
	return b.String()
}

func containsAny(text string, words []string) bool {
	for _, w := range words {
		if strings.Contains(text, layout.Fold(w)) {
			return true
		}
	}
	return false
}

func (f *fields) pageReasons() []noticed.Reason {
	var out []noticed.Reason
	for _, l := range f.item.leaves {
		if l.unreadable != "" {
			out = append(out, noticed.Reason{Code: noticed.ReasonPageUnreadable, Field: noticed.FieldPages, Values: []string{itoa(l.number)},
				Message: "page " + itoa(l.number) + " could not be read: " + l.unreadable})
		}
	}
	switch {
	case f.item.late:
		out = append(out, noticed.Reason{Code: noticed.ReasonPageMissing, Field: noticed.FieldPages, Place: f.numbered(), Message: f.withoutFirst()})
	case f.item.cut && f.item.of == 0:
		out = append(out, noticed.Reason{Code: noticed.ReasonPageMissing, Field: noticed.FieldPages,
			Message: "how many pages this notice has could not be read, and a later page of a notice follows that does not agree with it"})
	case f.item.missing():
		out = append(out, noticed.Reason{Code: noticed.ReasonPageMissing, Field: noticed.FieldPages, Place: f.numbered(), Values: []string{itoa(len(f.item.leaves)), itoa(f.item.of)},
			Message: "the notice says it has " + itoa(f.item.of) + " pages, and " + itoa(len(f.item.leaves)) + " are here"})
	}
	return out
}

// numbered is where the first page that says how many there are says so.
func (f *fields) numbered() noticed.Place {
	for _, l := range f.item.leaves {
		if l.sheet != nil && l.sheet.Numbered != "" {
			return l.sheet.Numbered
		}
	}
	return ""
}

// withoutFirst says what a notice whose first page is missing leaves open.
func (f *fields) withoutFirst() string {
	s := "the first page of this notice is missing, with whatever days and amounts it prints"
	if f.code.known && f.date.found {
		s += "; days are counted from the notice date on page " + itoa(f.date.evidence[0].Page) + " of the document"
	}
	return s
}
