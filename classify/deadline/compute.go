package deadline

import (
	"fmt"
	"slices"

	"noticed"
)

// Input is what a notice says about its clocks. Only Rule is needed; every
// other fact that is absent makes the dates that rest on it absent, with a
// reason.
type Input struct {
	Rule            string                // id of the rule, from the catalogue
	Verified        bool                  // the catalogue's row is not marked unverified
	NoticeDate      *noticed.Date         // the date the notice prints for itself
	Balance         *noticed.Money        // the total demanded on this notice; nil if there is none or it could not be read
	Printed         []noticed.PrintedDate // every date the notice prints for an act
	PrintedExpected bool                  // the catalogue expects a printed day on this notice

	ImmediatePayment bool          // the paper says "due immediately" instead of a day
	AtOnce           bool          // the paper asks for an answer at once or within a number of days, instead of by a day
	WithinDays       []int         // the numbers of days within which the paper asks for an answer
	LienFiled        *noticed.Date // the day the notice of federal tax lien was filed
	Abroad           Abroad
}

// Abroad says whether the notice is addressed to a person outside the United
// States, which lengthens some periods.
type Abroad int

// What is known of the address. While it is unknown the shorter period is the
// date, the longer one a remark, and rules that have two periods ask for
// review: say AbroadNo where the address is seen to be in the United States.
const (
	AbroadUnknown Abroad = iota
	AbroadNo
	AbroadYes
)

// Result is what the rule makes of an Input.
type Result struct {
	Deadlines   []noticed.Deadline // at most one is Critical
	Reasons     []noticed.Reason   // why a person must look; empty if none must
	InquireFrom *noticed.Date      // for a notice that asks to wait: the day after which to ask. Not a deadline
}

// Compute returns the deadlines that the rule gives for the facts of the notice.
//
// Printed against computed: for payments and replies the printed day is the
// date, for hearings and other rights that end by statute the earlier of the
// two, for a notice of deficiency the printed day if it is sure. Both are shown,
// and a difference that the roll over weekends and holidays does not explain
// goes to review: it is how a misread notice date, printed day or amount shows.
// Where a notice that always prints a day (a first bill, a proposal, a notice of
// deficiency) seems to print none, the computed day is given, for review: the
// law is certain but the reading is not. A hearing date is not always printed;
// its absence is no doubt.
//
// Without a notice date no day is computed. What is counted by an unverified row
// or rule is an estimate, for review. No act gets a day that neither the paper
// nor the law gives.
func Compute(in Input) Result {
	return compute(in).Result
}

// outcome is a result and the way to each of its deadlines.
type outcome struct {
	Result
	steps [][]Step
}

// add settles an act and takes its deadline, if it has one.
func (r *outcome) add(f *facts, a act) {
	if d, steps, ok := f.settle(a); ok {
		r.Deadlines, r.steps = append(r.Deadlines, d), append(r.steps, steps)
	}
}

// oneDay leaves out an act that falls on the day of another: who agrees to a
// proposal pays by the day of the reply, and nothing is due before.
func (r *outcome) oneDay(keep, leave noticed.Action) {
	var day *noticed.Date
	for _, d := range r.Deadlines {
		if d.Action == keep {
			day = d.Date
		}
	}
	for i, d := range r.Deadlines {
		if d.Action == leave && day != nil && d.Date != nil && *d.Date == *day {
			r.Deadlines, r.steps = slices.Delete(r.Deadlines, i, i+1), slices.Delete(r.steps, i, i+1)
			return
		}
	}
}

func compute(in Input) outcome {
	acts, ok := rules[in.Rule]
	if !ok {
		return outcome{Result: Result{Reasons: []noticed.Reason{{
			Code: noticed.ReasonNoDate, Field: noticed.FieldDeadlines, Values: []string{in.Rule},
			Message: fmt.Sprintf("the rule %q of this notice is not known; no deadline could be told", in.Rule),
		}}}}
	}
	f := sift(in)
	var r outcome
	used := map[noticed.DateRole]bool{}
	for _, a := range acts {
		used[a.role] = true
		r.add(f, a)
	}
	for _, role := range roles {
		if p, ok := f.printed[role]; ok && !used[role] {
			if a, ok := f.unforeseen(p); ok {
				r.add(f, a)
			}
		}
	}
	f.ownWays(&r)
	f.compare(r.Deadlines)
	watch(r.Deadlines)
	r.Reasons = f.reasons
	return r
}

// ownWays treats the rules that are more or less than a list of acts.
func (f *facts) ownWays(r *outcome) {
	switch f.Rule {
	case "WAIT_60":
		if f.NoticeDate != nil {
			day := f.NoticeDate.AddDays(60)
			r.InquireFrom = &day
		}
	case "AUR_30_60":
		r.oneDay(noticed.ActReply, noticed.ActPay)
	case "DISASTER_FLAG":
		f.doubt(noticed.ReasonSpecialPeriod, noticed.FieldDeadlines, nil,
			"the IRS postpones deadlines in declared disaster areas (IRC 7508A): look up the announcement; no day is computed")
	case "PRINTED_ONLY":
		switch {
		case len(r.Deadlines) > 0:
		case f.ImmediatePayment:
			r.add(f, payNow)
		case f.PrintedExpected:
			r.add(f, replyIfPrinted)
		}
	}
}

// unforeseen is for a printed day that the rule knows no act for. A day to pay
// or to reply is what it says. A day that ends a right is not believed: on such
// a notice either the code or the day was misread.
func (f *facts) unforeseen(p noticed.PrintedDate) (act, bool) {
	a, ok := map[noticed.DateRole]act{noticed.DatePayBy: payIfPrinted, noticed.DateReplyBy: replyIfPrinted}[p.Role]
	if ok && f.Rule == "PRINTED_ONLY" {
		return a, true
	}
	f.doubtDay(p, noticed.ReasonImplausible, noticed.FieldPrintedDate, []string{p.Value.String()},
		"the day %s printed for %s is not one that this notice has by its rule: the code or the day may be misread", p.Value, roleName[p.Role])
	return a, ok
}

// compare checks what two clocks of one notice say about each other.
func (f *facts) compare(ds []noticed.Deadline) {
	var pay, levy *noticed.Date
	for _, d := range ds {
		switch d.Action {
		case noticed.ActPay:
			pay = d.Date
		case noticed.ActLevyPossibleFrom:
			levy = d.Date
		}
	}
	if pay != nil && levy != nil && pay.After(*levy) {
		f.doubtDay(f.printed[noticed.DatePayBy], noticed.ReasonImplausible, noticed.FieldPrintedDate, []string{pay.String(), levy.String()},
			"the day to pay by, %s, is after the day from which a levy is possible, %s", pay, levy)
	}
}

// watch marks the one deadline to watch: of those with a day that depend on
// nothing else, the earliest by which a right is lost, else the earliest.
func watch(ds []noticed.Deadline) {
	var first *noticed.Deadline
	for i := range ds {
		d := &ds[i]
		if d.Date == nil || d.OnlyIfMissed != "" || d.ContingentOn != "" {
			continue
		}
		right := d.IfMissed == noticed.MissedRightLost
		switch {
		case first == nil,
			right && first.IfMissed != noticed.MissedRightLost,
			right == (first.IfMissed == noticed.MissedRightLost) && d.Date.Before(*first.Date):
			first = d
		}
	}
	if first != nil {
		first.Critical = true
	}
}
