package deadline

import (
	"cmp"
	"fmt"

	"noticed"
)

// Explanation is a [Result] with the way to each of its deadlines.
type Explanation struct {
	Deadlines   []Explained      `json:"deadlines"`
	Reasons     []noticed.Reason `json:"reasons"` // why a person must look
	InquireFrom *noticed.Date    `json:"inquire_from,omitempty"`
}

// Explained is a deadline and how it came about, step by step.
type Explained struct {
	noticed.Deadline

	Steps []Step `json:"steps"`
}

// Explain is [Compute], and says how: the steps are written down by the same
// count that makes the deadline.
func Explain(in Input) Explanation {
	r := compute(in)
	e := Explanation{Deadlines: []Explained{}, Reasons: append([]noticed.Reason{}, r.Reasons...), InquireFrom: r.InquireFrom}
	for i, d := range r.Deadlines {
		e.Deadlines = append(e.Deadlines, Explained{d, r.steps[i]})
	}
	return e
}

// PrintedRole says which act a day is for that a notice of this rule prints, if
// nobody says: the one that is normally printed, else the one by which a right is
// lost, else the first.
func PrintedRole(rule string) noticed.DateRole {
	var first, right noticed.DateRole
	for _, a := range rules[rule] {
		if a.role != "" && a.printed {
			return a.role
		}
		if a.ifMissed == noticed.MissedRightLost {
			right = cmp.Or(right, a.role)
		}
		first = cmp.Or(first, a.role)
	}
	return cmp.Or(right, first, noticed.DateReplyBy)
}

// account says how a deadline came about, up to which day it is.
func (f *facts) account(d noticed.Deadline, a act, c counted) []Step {
	var steps []Step
	if d.OnlyIfMissed != "" {
		steps = append(steps, said(StepCondition, "only if the day for "+actName[d.OnlyIfMissed]+" was missed"))
	}
	if d.ContingentOn == contingentOnTermination {
		steps = append(steps, said(StepCondition, "only if the agreement is terminated"))
	}
	if d.Computed != nil {
		steps = append(steps, c.steps...)
	}
	switch {
	case d.Printed != nil:
		steps = append(steps, dated(StepPrinted, *d.Printed, "printed for "+roleName[a.role]))
	case a.role != "":
		steps = append(steps, said(StepPrinted, "no printed day for "+roleName[a.role]+" is known"))
	}
	switch {
	case d.Date != nil:
		steps = append(steps, dated(StepGoverns, *d.Date, f.governs(d, a, c)))
		if why := skipped(*d.Date); why != "" {
			steps = append(steps, dated(StepNotMoved, *d.Date, unmoved(d, why)))
		}
	case a.action == noticed.ActPay && f.ImmediatePayment:
		steps = append(steps, said(StepNoDate, "the notice prints that payment is due immediately"))
	default:
		steps = append(steps, said(StepNoDate, cmp.Or(c.missing, a.absent, "no day could be read")))
		if d.ActBy != nil {
			steps = append(steps, dated(StepActBy, *d.ActBy, "30 days from the letter, moved back to a business day: early enough, but not the deadline"))
		}
	}
	return steps
}

// governs says why the day is the one it is.
func (f *facts) governs(d noticed.Deadline, a act, c counted) string {
	switch {
	case d.Basis == noticed.BasisEstimated && d.Printed == nil:
		return "an estimate, for review: no day is printed, and " + f.weakness(a)
	case d.Printed == nil:
		return "computed; no day is printed that could govern"
	case d.Computed == nil && a.count == nil:
		return "printed; there is no count for it"
	case d.Computed == nil && a.prefer == printedReplaces:
		return "printed; it replaces the count, which is only practice of the IRS"
	case d.Computed == nil:
		return "printed; nothing could be counted: " + c.missing
	}
	printed, computed := *d.Printed, *d.Computed
	check := "it is what the count gives"
	switch {
	case !c.explains(printed):
		check = fmt.Sprintf("the count gives %s, and no weekend or holiday explains that: a person must look", computed)
	case printed == c.raw && printed != computed:
		check = "it is the last day counted, before it is moved"
	case printed != computed:
		check = "weekend, holiday or another reading of the facts explains that the count gives " + computed.String()
	}
	switch {
	case a.prefer == printedGoverns:
		return "printed; the printed day governs; " + check
	case a.prefer == earlierGoverns && d.Basis == noticed.BasisPrinted:
		return "printed; it is not later than the computed one, and the earlier governs; " + check
	case a.prefer == earlierGoverns:
		return "computed; it is earlier than the printed one, and no statute protects who relies on a later printed day; " + check
	case !f.sure(a, c):
		return "the earlier of the two: the printed day is not the one counted and was not read in two places; " + check
	default:
		return "printed; a petition by the printed last day is in time (IRC 6213(a), last sentence); " + check
	}
}

// safeStep says how the safe day to act is found.
func safeStep(from, actBy noticed.Date) Step {
	text := "the last business day on or before " + from.String()
	for d := from; d.After(actBy); d = d.AddDays(-1) {
		text += fmt.Sprintf("; %s is %s", d, skipped(d))
	}
	if from == actBy {
		text = "that day itself is a business day"
	}
	return dated(StepActBy, actBy, text)
}

// lawOf says what a deadline is in law and what hangs on it.
func lawOf(d noticed.Deadline) []Step {
	var steps []Step
	switch {
	case d.Nature == statutory:
		steps = append(steps, said(StepAuthority, d.Authority+": set by law"))
	case d.Authority != "":
		steps = append(steps, said(StepAuthority, d.Authority+": set by practice of the IRS, not by law"))
	case d.Date != nil:
		steps = append(steps, said(StepAuthority, "set by the IRS, not by law"))
	}
	if text := inTime[d.SatisfiedBy]; text != "" {
		if d.Form != "" {
			text = "Form " + d.Form + " " + text
		}
		steps = append(steps, said(StepInTime, text))
	}
	return append(steps, said(StepIfMissed, lost[d.IfMissed]))
}

var inTime = map[noticed.SatisfiedBy]string{
	noticed.ByPostmark:   "postmarked by then (IRC 7502)",
	noticed.ByReceipt:    "received by then",
	noticed.ByCourtEFile: "filed with the court by then: electronically until midnight Eastern time, or postmarked (IRC 7502)",
}

var lost = map[noticed.IfMissed]string{
	noticed.MissedRightLost:           "the right is lost",
	noticed.MissedCostGrows:           "it costs more",
	noticed.MissedEnforcementPossible: "enforcement becomes possible",
	noticed.MissedNone:                "nothing is lost by that alone",
}
