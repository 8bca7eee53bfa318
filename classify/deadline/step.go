package deadline

import (
	"fmt"

	"noticed"
)

// Step is one step on the way to a deadline, for a person who checks it with a
// calendar.
type Step struct {
	Kind    StepKind      `json:"step"`
	Date    *noticed.Date `json:"date,omitempty"`
	Weekday string        `json:"weekday,omitempty"`
	Text    string        `json:"text"`
}

// StepKind says what a step does.
type StepKind string

// The kinds of step, in the order in which they come.
const (
	StepCondition  StepKind = "condition"   // the deadline exists only if that happens
	StepFact       StepKind = "fact"        // what decides how to count
	StepDayZero    StepKind = "day_0"       // the day from which is counted, itself not counted
	StepCount      StepKind = "count"       // how far the count is on that day
	StepNotCounted StepKind = "not_counted" // a day that a count of business days leaves out
	StepLastDay    StepKind = "last_day"    // the last day counted
	StepMovedPast  StepKind = "moved_past"  // a day that cannot be the last one
	StepComputed   StepKind = "computed"    // the day after that
	StepAlso       StepKind = "also"        // the day that another reading of the facts gives
	StepPrinted    StepKind = "printed"     // what the notice prints
	StepGoverns    StepKind = "governs"     // which of them is the deadline, and why
	StepNotMoved   StepKind = "not_moved"   // it is no business day and stays
	StepNoDate     StepKind = "no_date"     // why there is no day
	StepActBy      StepKind = "act_by"      // the safe day to act
	StepAuthority  StepKind = "authority"
	StepInTime     StepKind = "in_time" // what must have happened by then
	StepIfMissed   StepKind = "if_missed"
)

// dated is a step about a day.
func dated(kind StepKind, d noticed.Date, text string) Step {
	return Step{Kind: kind, Date: &d, Weekday: d.Weekday().String(), Text: text}
}

// said is a step without a day.
func said(kind StepKind, text string) Step { return Step{Kind: kind, Text: text} }

// calendarDays counts n calendar days, with the last of each month on the way.
func calendarDays(n int) span {
	return func(from noticed.Date) (noticed.Date, []Step) {
		raw := from.AddDays(n)
		var how []Step
		for d := lastOfMonth(from); d.Before(raw); d = lastOfMonth(d.AddDays(1)) {
			if d != from {
				how = append(how, dated(StepCount, d, fmt.Sprintf("day %d", d.DaysSince(from))))
			}
		}
		return raw, append(how, dated(StepLastDay, raw, fmt.Sprintf("day %d, the last", n)))
	}
}

func lastOfMonth(d noticed.Date) noticed.Date {
	d.Day = 1
	d = d.AddDays(31)
	d.Day = 1
	return d.AddDays(-1)
}

// calendarYears counts n years to the same month and day.
func calendarYears(n int) span {
	return func(from noticed.Date) (noticed.Date, []Step) {
		raw := from.AddYears(n)
		text := "the same day of the next year"
		if n > 1 {
			text = fmt.Sprintf("the same day %d years later", n)
		}
		if raw.Day != from.Day {
			text += ", which has no February 29"
		}
		return raw, []Step{dated(StepLastDay, raw, text)}
	}
}

// openDays counts n business days and names every day that it leaves out.
func openDays(n int) span {
	return func(from noticed.Date) (noticed.Date, []Step) {
		raw, _ := AddBusinessDays(from, n)
		var how []Step
		counted := 0
		for d := from.AddDays(1); d.Before(raw); d = d.AddDays(1) {
			if why := skipped(d); why != "" {
				how = append(how, dated(StepNotCounted, d, fmt.Sprintf("%s; %d counted so far", why, counted)))
			} else {
				counted++
			}
		}
		return raw, append(how, dated(StepLastDay, raw, fmt.Sprintf("business day %d, the last", n)))
	}
}
