package deadline

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"noticed"
)

// settle makes the deadline of one act, if it has one, and says how.
func (f *facts) settle(a act) (noticed.Deadline, []Step, bool) {
	d := noticed.Deadline{
		Action: a.action, Basis: noticed.BasisPrinted, Nature: a.nature, IfMissed: a.ifMissed,
		Rule: cmp.Or(a.rule, f.Rule), Authority: a.authority, Form: a.form, SatisfiedBy: a.by,
		OnlyIfMissed: a.onlyIfMissed, ContingentOn: a.contingent, RolledPast: []noticed.SkippedDay{},
	}
	if d.Rule == noRule {
		d.Rule = ""
	}
	printed, isPrinted := f.printed[a.role]
	if isPrinted {
		d.Printed = &printed.Value
	}
	c := counted{}
	if a.count != nil {
		c = a.count(f)
		c.estimate = c.estimate || (a.unverified || !f.Verified) && !f.givesDays(a, c)
	}
	isCounted := a.count != nil && c.missing == ""
	notes := []string{a.note}

	switch {
	case isCounted && isPrinted && a.prefer == printedReplaces, isPrinted && !isCounted:
		d.Date = d.Printed
	case isCounted:
		show(&d, c)
		notes = append(notes, f.weigh(&d, a, c)...)
	case a.action == noticed.ActPay && f.ImmediatePayment:
		notes = append(notes, "printed as due immediately")
	case a.optional:
		return d, nil, false
	default:
		notes = append(notes, f.absence(&d, a, c)...)
	}
	if out, ok := f.out[a.role]; ok {
		notes = append(notes, fmt.Sprintf("%s is printed for it and was left out: if it is right, the notice date is not", out))
	}
	steps := f.account(d, a, c)
	if d.Date != nil {
		safe := *d.Date
		if d.Raw != nil && d.Raw.Before(safe) {
			safe = *d.Raw
		}
		actBy := LastBusinessDay(safe)
		d.ActBy = &actBy
		steps = append(steps, safeStep(safe, actBy))
		if why := skipped(*d.Date); why != "" {
			notes = append(notes, unmoved(d, why))
		}
	} else if a.action == noticed.ActPay {
		d.SatisfiedBy = ""
	}
	d.Note = join(notes)
	return d, append(steps, lawOf(d)...), true
}

// show puts the count into the deadline.
func show(d *noticed.Deadline, c counted) {
	computed, raw, from := c.date, c.raw, c.from
	d.Computed, d.Raw, d.CountedFrom = &computed, &raw, &from
	d.RolledPast = append(d.RolledPast, c.past...)
}

// mailTime is how many days more than the least that the law asks for the IRS
// gives where it allows for the mail.
const mailTime = 45

// weigh decides between the printed and the computed day and says what is to be
// said of the one that is shown.
func (f *facts) weigh(d *noticed.Deadline, a act, c counted) []string {
	if d.Printed == nil {
		f.takeComputed(d, a, c)
		if a.printed && f.PrintedExpected && !f.givesDays(a, c) {
			f.doubt(noticed.ReasonMissing, noticed.FieldPrintedDate, nil,
				"this notice normally prints a day for %s and none could be read; the day shown is computed", actName[a.action])
		}
		return c.notes
	}
	printed := *d.Printed
	explained := c.explains(printed) || a.atLeast && printed.After(c.date) && printed.DaysSince(c.date) <= mailTime
	if !explained {
		f.doubtDay(f.printed[a.role], noticed.ReasonPrintedComputed, noticed.FieldDeadlines, []string{printed.String(), c.date.String()},
			"the day printed for %s, %s, is not the one the rule gives, %s", actName[a.action], printed, c.date)
	}
	if !f.sure(a, c) && c.date.Before(printed) {
		f.takeComputed(d, a, c)
		return c.notes
	}
	d.Date, d.Basis = d.Printed, noticed.BasisPrinted
	switch {
	case a.prefer != petitionGoverns:
	case printed.Before(c.date):
		return []string{fmt.Sprintf("a petition by the printed day is safe; the statutory last day is %s", c.date)}
	case printed.After(c.date):
		if explained {
			f.doubtDay(f.printed[a.role], noticed.ReasonForeignAddress, noticed.FieldDeadlines, []string{printed.String(), c.date.String()},
				"the printed last day to petition, %s, is that of a notice addressed outside the United States", printed)
		}
		return []string{fmt.Sprintf("a petition by the printed day is timely (IRC 6213(a), last sentence); the count gives %s", c.date)}
	}
	return nil
}

// givesDays says whether the paper gives the number of days to answer in, in
// place of a day, and the count has that number.
func (f *facts) givesDays(a act, c counted) bool {
	return a.role == noticed.DateReplyBy && f.NoticeDate != nil && slices.Contains(f.WithinDays, c.raw.DaysSince(*f.NoticeDate))
}

// sure says whether a printed day governs even where the count gives an earlier
// one.
func (f *facts) sure(a act, c counted) bool {
	printed, ok := f.printed[a.role]
	return ok && (a.prefer == printedGoverns || a.prefer == petitionGoverns && (c.explains(printed.Value) || f.twice[a.role]))
}

// explains says whether the count gives a printed day, moved or not, or gives it
// for facts that are not known.
func (c counted) explains(printed noticed.Date) bool {
	return printed == c.raw || printed == c.date || slices.Contains(c.also, printed)
}

// takeComputed makes the computed day the deadline.
func (f *facts) takeComputed(d *noticed.Deadline, a act, c counted) {
	d.Date, d.Basis = d.Computed, noticed.BasisComputed
	f.reasons = append(f.reasons, c.reasons...)
	if c.estimate {
		d.Basis = noticed.BasisEstimated
	}
	if c.estimate && (!c.early || !f.Verified) {
		f.doubt(noticed.ReasonEstimated, noticed.FieldDeadlines, []string{c.date.String()},
			"the day %s for %s is an estimate: the notice prints none, and %s", c.date, actName[a.action], f.weakness(a))
	}
}

// weakness says why a count is no better than an estimate.
func (f *facts) weakness(a act) string {
	switch {
	case !f.Verified:
		return "the catalogue's row of this notice is not verified"
	case a.unverified:
		return "the count rests on general knowledge"
	default:
		return "a day that it is counted from is not known"
	}
}

// absence is for an act without any day.
func (f *facts) absence(d *noticed.Deadline, a act, c counted) []string {
	if a.count != nil {
		d.Basis = noticed.BasisComputed
	}
	why := a.absent
	if c.missing != "" {
		why = c.missing
	}
	if why == "" {
		why = "no day could be read"
	}
	notes := []string{why}
	if a.hint != nil {
		if h := a.hint(f); h.missing == "" {
			notes = append(notes, fmt.Sprintf("the days of a first bill would end on %s: an estimate, not a deadline", h.date))
		}
	}
	if !c.safe.IsZero() {
		safe := LastBusinessDay(c.safe)
		d.ActBy = &safe
		notes = append(notes, fmt.Sprintf("acting by %s, 30 days from the letter, is early enough, but it is not the deadline", safe))
	}
	if !a.quiet && (!f.AtOnce || a.role != noticed.DateReplyBy || a.count != nil) {
		f.doubt(noticed.ReasonNoDate, noticed.FieldDeadlines, nil, "there is no day for %s: %s", actName[a.action], why)
	}
	return notes
}

// actName names an act for a person.
var actName = map[noticed.Action]string{
	noticed.ActPay:                      "paying",
	noticed.ActRequestCDPHearing:        "requesting a Collection Due Process hearing",
	noticed.ActRequestEquivalentHearing: "requesting an equivalent hearing",
	noticed.ActPetitionTaxCourt:         "petitioning the Tax Court",
	noticed.ActReply:                    "replying",
	noticed.ActDisputeMathError:         "disputing the change",
	noticed.ActCureDefault:              "curing the default",
	noticed.ActAppealTermination:        "appealing the termination",
	noticed.ActLevyPossibleFrom:         "the first possible levy",
	noticed.ActRequestAppeals:           "asking for Appeals",
	noticed.ActFileReturn:               "filing the return",
	noticed.ActVerifyIdentity:           "verifying identity",
	noticed.ActContact:                  "contacting the IRS",
	noticed.ActSueForRefund:             "suing for the refund",
	noticed.ActNotifyPayees:             "notifying the payees",
}

// unmoved remarks that a deadline is no business day. Paying by the printed or
// counted day is always safe, whether or not IRC 7503 would move it.
func unmoved(d noticed.Deadline, why string) string {
	s := fmt.Sprintf("the day is %s and is not moved", why)
	if d.Action == noticed.ActPay {
		next, _ := RollForward(*d.Date)
		s += fmt.Sprintf(" (the next business day is %s)", next)
	}
	return s
}

func join(notes []string) string {
	var said []string
	for _, n := range notes {
		if n != "" {
			said = append(said, n)
		}
	}
	return strings.Join(said, "; ")
}
