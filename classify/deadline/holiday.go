package deadline

import (
	"time"

	"noticed"
)

// The legal holidays of the District of Columbia are the ones that count
// (IRC 7503), not the federal ones and not those of the taxpayer's state. They
// follow D.C. Code 1-612.02 and 28-2701: a holiday on a Saturday is kept on the
// Friday before, one on a Sunday on the Monday after; Inauguration Day is exempt
// from the shift to Friday. One-off closings by executive order are not legal
// holidays and are not here.

// fixed is a holiday on the same month and day of every year from since on.
type fixed struct {
	name  string
	month time.Month
	day   int
	since int
}

var fixedHolidays = []fixed{
	{"New Year's Day", time.January, 1, 0},
	{"DC Emancipation Day", time.April, 16, 2007},
	{"Juneteenth", time.June, 19, 2021},
	{"Independence Day", time.July, 4, 0},
	{"Veterans Day", time.November, 11, 0},
	{"Christmas", time.December, 25, 0},
}

// floating is a holiday on the nth weekday of a month, the last if n is 0.
type floating struct {
	name    string
	month   time.Month
	n       int
	weekday time.Weekday
	since   int
}

var floatingHolidays = []floating{
	{"Martin Luther King Jr. Day", time.January, 3, time.Monday, 1986},
	{"Washington's Birthday", time.February, 3, time.Monday, 0},
	{"Memorial Day", time.May, 0, time.Monday, 0},
	{"Labor Day", time.September, 1, time.Monday, 0},
	{"Indigenous Peoples' Day", time.October, 2, time.Monday, 0}, // federal: Columbus Day
	{"Thanksgiving", time.November, 4, time.Thursday, 0},
}

const observed = " (observed)"

// Holiday says whether d is a legal holiday of the District of Columbia, and
// its name. A holiday that is kept on another day than its own is named with
// "(observed)", and its own day, a Saturday or Sunday, is then none. The rules
// hold for 1990 to 2100.
func Holiday(d noticed.Date) (name string, ok bool) {
	if name, ok = floatingHoliday(d); !ok {
		name, ok = fixedHoliday(d)
	}
	if inauguration(d) {
		if ok {
			return name + " and Inauguration Day", true
		}
		return "Inauguration Day", true
	}
	return name, ok
}

func floatingHoliday(d noticed.Date) (string, bool) {
	for _, h := range floatingHolidays {
		if d.Month != h.month || d.Weekday() != h.weekday || d.Year < h.since {
			continue
		}
		last := d.AddDays(7).Month != d.Month
		if h.n == (d.Day+6)/7 || h.n == 0 && last {
			return h.name, true
		}
	}
	return "", false
}

func fixedHoliday(d noticed.Date) (string, bool) {
	switch d.Weekday() {
	case time.Saturday, time.Sunday:
		return "", false
	case time.Friday:
		if name, ok := onFixed(d.AddDays(1)); ok { // New Year's Day: of the next year
			return name + observed, true
		}
	case time.Monday:
		if name, ok := onFixed(d.AddDays(-1)); ok {
			return name + observed, true
		}
	}
	return onFixed(d)
}

func onFixed(d noticed.Date) (string, bool) {
	for _, h := range fixedHolidays {
		if d.Month == h.month && d.Day == h.day && d.Year >= h.since {
			return h.name, true
		}
	}
	return "", false
}

// inauguration says whether d is January 20 after a presidential election, or
// the Monday after where that is a Sunday.
func inauguration(d noticed.Date) bool {
	if d.Year%4 != 1 || d.Month != time.January {
		return false
	}
	return d.Day == 20 && d.Weekday() != time.Sunday || d.Day == 21 && d.Weekday() == time.Monday
}
