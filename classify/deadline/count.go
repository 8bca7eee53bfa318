package deadline

import (
	"fmt"
	"strings"

	"noticed"
)

// counted is the outcome of counting a period.
type counted struct {
	from    noticed.Date         // day 0
	raw     noticed.Date         // the last day counted
	date    noticed.Date         // raw, moved over weekend and holidays if the rule moves it
	past    []noticed.SkippedDay // what it was moved over
	also    []noticed.Date       // other days that explain a printed one
	reasons []noticed.Reason     // what makes the computed day doubtful, if it is the one shown
	notes   []string
	steps   []Step // how the days were counted

	estimate bool         // even a verified rule gives no better
	early    bool         // the estimate is not after the true day: no one need look
	missing  string       // why nothing could be counted; the dates are then zero
	safe     noticed.Date // a day that is early enough although nothing could be counted
}

// counter counts the period of one act.
type counter func(*facts) counted

const noNoticeDate = "there is no notice date that can be relied on, and the period is counted from it"

// span counts a period from its day 0 and says how.
type span func(from noticed.Date) (raw noticed.Date, how []Step)

// sinceNotice counts a period from the notice date.
func sinceNotice(period span) counter {
	return func(f *facts) counted {
		if f.NoticeDate == nil {
			return counted{missing: noNoticeDate}
		}
		raw, how := period(*f.NoticeDate)
		how = append([]Step{dated(StepDayZero, *f.NoticeDate, "the notice date; it is not counted")}, how...)
		return counted{from: *f.NoticeDate, raw: raw, date: raw, steps: how}
	}
}

// days counts n calendar days; day 0 is the notice date, the last day counts.
func days(n int) counter { return sinceNotice(calendarDays(n)) }

// years counts n years to the same month and day.
func years(n int) counter { return sinceNotice(calendarYears(n)) }

// businessDays counts n business days.
func businessDays(n int) counter {
	return func(f *facts) counted {
		c := sinceNotice(openDays(n))(f)
		if c.missing == "" {
			_, holidays := AddBusinessDays(c.from, n)
			c.notes = []string{fmt.Sprintf("counted in %d business days%s", n, without(holidays))}
		}
		return c
	}
}

// without names the holidays that a count of business days left out.
func without(holidays []noticed.SkippedDay) string {
	if len(holidays) == 0 {
		return ""
	}
	names := make([]string, 0, len(holidays))
	for _, h := range holidays {
		names = append(names, fmt.Sprintf("%s (%s)", h.Date, h.Reason))
	}
	return ", leaving out " + strings.Join(names, " and ")
}

// rolled moves the last day over weekend and holidays.
func rolled(c counter) counter { return rolledBy("IRC 7503", c) }

// rolledBy is rolled for an act whose own law moves its last day.
func rolledBy(law string, c counter) counter {
	return func(f *facts) counted {
		r := c(f)
		if r.missing != "" {
			return r
		}
		r.date, r.past = RollForward(r.raw)
		for _, s := range r.past {
			r.steps = append(r.steps, dated(StepMovedPast, s.Date, s.Reason))
		}
		if len(r.past) > 0 {
			r.steps = append(r.steps, dated(StepComputed, r.date, fmt.Sprintf("the next day that is no Saturday, Sunday or DC legal holiday (%s)", law)))
		} else {
			r.steps = append(r.steps, dated(StepComputed, r.date, "no Saturday, Sunday or DC legal holiday: it stays"))
		}
		return r
	}
}

// abroad counts the longer period for a notice addressed to a person outside
// the United States. While that is unknown the shorter one is the answer.
func abroad(home, away counter) counter {
	return func(f *facts) counted {
		long := away(f)
		if long.missing != "" {
			return long
		}
		if f.Abroad == AbroadYes {
			long.steps = append([]Step{said(StepFact, "addressed to a person outside the United States: the longer period")}, long.steps...)
			return long
		}
		short := home(f)
		if f.Abroad == AbroadNo {
			short.steps = append([]Step{said(StepFact, "addressed to a person in the United States: the shorter period")}, short.steps...)
		} else {
			short.steps = append([]Step{said(StepFact, "whether it is addressed to a person outside the United States is not known: the shorter period")}, short.steps...)
			short.steps = append(short.steps, dated(StepAlso, long.date, "if it is addressed to a person outside the United States"))
			short.also = []noticed.Date{long.raw, long.date}
			short.notes = append(short.notes, fmt.Sprintf("%s if the notice is addressed to a person outside the United States", long.date))
			short.reasons = append(short.reasons, noticed.Reason{
				Code: noticed.ReasonForeignAddress, Field: noticed.FieldDeadlines,
				Values:  []string{short.date.String(), long.date.String()},
				Message: "it could not be told whether the notice is addressed to a person outside the United States, who has longer; the shorter period is shown",
			})
		}
		return short
	}
}

// largeDemand is the amount from which a demand must be paid in ten business
// days instead of 21 calendar days (IRC 6601(e)(3)).
const largeDemand noticed.Money = 100_000_00

// payPeriod counts the days within which paying a demand stops interest on it.
// Where the amount is unknown the earlier day of the two is the answer.
func payPeriod(f *facts) counted {
	small, large := days(21)(f), businessDays(10)(f)
	if small.missing != "" {
		return small
	}
	next, _ := RollForward(small.raw) // a day that falls on a holiday is seen printed both moved and not
	small.also = []noticed.Date{next}
	switch {
	case f.Balance == nil:
		c, other := small, large
		if large.raw.Before(small.raw) {
			c, other = large, small
		}
		c.also = []noticed.Date{other.raw, next}
		c.notes = []string{fmt.Sprintf("the earlier of 21 calendar days and, for $%s or more, 10 business days; the other is %s", largeDemand, other.raw)}
		c.steps = append([]Step{said(StepFact, fmt.Sprintf("the amount demanded is not known: the earlier of 21 calendar days and, for $%s or more, 10 business days", largeDemand))}, c.steps...)
		c.steps = append(c.steps, dated(StepAlso, other.raw, "by the other count"))
		c.reasons = []noticed.Reason{{
			Code: noticed.ReasonMissing, Field: noticed.FieldBalance,
			Message: "the amount demanded is not known, and the days to pay depend on it; the earlier day is shown",
		}}
		return c
	case *f.Balance >= largeDemand:
		large.steps = append([]Step{said(StepFact, fmt.Sprintf("$%s is demanded; from $%s on it is 10 business days", *f.Balance, largeDemand))}, large.steps...)
		return large
	default:
		small.steps = append([]Step{said(StepFact, fmt.Sprintf("$%s is demanded; below $%s it is 21 calendar days", *f.Balance, largeDemand))}, small.steps...)
		return small
	}
}

const (
	noFiling  = "the day the lien notice was filed is not known, and the period is counted from it"
	lienDelay = 5 // business days within which the IRS must tell of a filing (IRC 6320(a)(2))
)

// afterFiling counts from the end of the five business days that follow the
// filing of the notice of lien, whatever day the letter came.
func afterFiling(period span) counter {
	return func(f *facts) counted {
		if f.filed == nil {
			c := counted{missing: noFiling}
			if f.NoticeDate != nil {
				c.safe, _ = period(*f.NoticeDate)
			}
			return c
		}
		end, holidays := AddBusinessDays(*f.filed, lienDelay)
		raw, how := period(end)
		_, wait := openDays(lienDelay)(*f.filed)
		steps := append([]Step{dated(StepDayZero, *f.filed, "the day the notice of lien was filed; it is not counted")}, wait...)
		steps = append(steps, dated(StepDayZero, end, "the end of these business days, from which the period is counted"))
		return counted{
			from: *f.filed, raw: raw, date: raw, steps: append(steps, how...),
			notes: []string{fmt.Sprintf("counted from the end of the %d business days after the lien filing, %s%s", lienDelay, end, without(holidays))},
		}
	}
}

// afterTermination counts the days in which the end of an installment agreement
// may be appealed: from the printed day of termination, else from the first day
// on which it may be terminated.
func afterTermination(wait, n int) counter {
	return func(f *facts) counted {
		var from noticed.Date
		var note string
		var steps []Step
		p, isPrinted := f.printed[noticed.DateTerminateOn]
		switch {
		case isPrinted:
			from, note = p.Value, "counted from the printed day of termination"
			steps = []Step{dated(StepDayZero, from, "the printed day of termination; it is not counted")}
		case f.NoticeDate != nil:
			var how []Step
			from, how = calendarDays(wait)(*f.NoticeDate)
			note = fmt.Sprintf("if the agreement is terminated on %s, the first day it may be; later if it is terminated later", from)
			steps = append([]Step{dated(StepDayZero, *f.NoticeDate, "the notice date; it is not counted")}, how...)
			steps = append(steps, dated(StepDayZero, from, "the day of termination, if it is the first that is possible; later if it is later"))
		default:
			return counted{missing: noNoticeDate}
		}
		raw, how := calendarDays(n)(from)
		return counted{from: from, raw: raw, date: raw, notes: []string{note}, steps: append(steps, how...)}
	}
}
