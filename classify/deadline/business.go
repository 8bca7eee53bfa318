package deadline

import (
	"time"

	"noticed"
)

// skipped says why d cannot be a last day, or "" if it can.
func skipped(d noticed.Date) string {
	switch d.Weekday() {
	case time.Saturday, time.Sunday:
		return d.Weekday().String()
	}
	name, _ := Holiday(d)
	return name
}

// BusinessDay says whether d is not a Saturday, a Sunday or a DC legal holiday.
func BusinessDay(d noticed.Date) bool { return skipped(d) == "" }

// AddBusinessDays returns the nth business day after d, n from 1, and the
// holidays on weekdays that were not counted on the way.
func AddBusinessDays(d noticed.Date, n int) (noticed.Date, []noticed.SkippedDay) {
	var holidays []noticed.SkippedDay
	for n > 0 {
		d = d.AddDays(1)
		if BusinessDay(d) {
			n--
		} else if name, ok := Holiday(d); ok && d.Weekday() != time.Saturday && d.Weekday() != time.Sunday {
			holidays = append(holidays, noticed.SkippedDay{Date: d, Reason: name})
		}
	}
	return d, holidays
}

// RollForward returns the first business day on or after d and every day that
// was skipped to reach it, by name (IRC 7503).
func RollForward(d noticed.Date) (noticed.Date, []noticed.SkippedDay) {
	var past []noticed.SkippedDay
	for why := skipped(d); why != ""; why = skipped(d) {
		past = append(past, noticed.SkippedDay{Date: d, Reason: why})
		d = d.AddDays(1)
	}
	return d, past
}

// LastBusinessDay returns the last business day on or before d.
func LastBusinessDay(d noticed.Date) noticed.Date {
	for !BusinessDay(d) {
		d = d.AddDays(-1)
	}
	return d
}
