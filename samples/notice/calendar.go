package notice

import (
	"time"

	"noticed"
)

// The generator counts its own days: a table shared with the reader would
// grade the reader by itself.

// holidays returns the legal holidays of the District of Columbia that are
// observed on a weekday and belong to the given year's dates. A Saturday's
// holiday is kept on the Friday before, a Sunday's on the Monday after, but for
// Inauguration Day, which a Saturday does not move (D.C. Code 1-612.02).
func holidays(year int) map[noticed.Date]bool {
	set := map[noticed.Date]bool{}
	fixed := func(y int, m time.Month, day int) {
		d := noticed.Date{Year: y, Month: m, Day: day}
		switch d.Weekday() {
		case time.Saturday:
			d = d.AddDays(-1)
		case time.Sunday:
			d = d.AddDays(1)
		}
		set[d] = true
	}
	// The k-th weekday of a month; k = -1 is the last.
	floating := func(m time.Month, w time.Weekday, k int) {
		d := noticed.Date{Year: year, Month: m, Day: 1}
		for d.Weekday() != w {
			d = d.AddDays(1)
		}
		if k > 0 {
			d = d.AddDays(7 * (k - 1))
		} else {
			for d.AddDays(7).Month == m {
				d = d.AddDays(7)
			}
		}
		set[d] = true
	}
	fixed(year, time.January, 1)
	fixed(year+1, time.January, 1) // a Saturday New Year is kept in December
	floating(time.January, time.Monday, 3)
	floating(time.February, time.Monday, 3)
	if year >= 2007 {
		fixed(year, time.April, 16)
	}
	floating(time.May, time.Monday, -1)
	if year >= 2021 {
		fixed(year, time.June, 19)
	}
	fixed(year, time.July, 4)
	floating(time.September, time.Monday, 1)
	floating(time.October, time.Monday, 2)
	fixed(year, time.November, 11)
	floating(time.November, time.Thursday, 4)
	fixed(year, time.December, 25)
	if year%4 == 1 {
		d := noticed.Date{Year: year, Month: time.January, Day: 20}
		if d.Weekday() == time.Sunday {
			d = d.AddDays(1)
		}
		if d.Weekday() != time.Saturday {
			set[d] = true
		}
	}
	return set
}

// BusinessDay says whether d is neither a weekend day nor a DC legal holiday.
func BusinessDay(d noticed.Date) bool {
	w := d.Weekday()
	return w != time.Saturday && w != time.Sunday && !holidays(d.Year)[d]
}

// Rolled moves d to the next business day (IRC 7503).
func Rolled(d noticed.Date) noticed.Date {
	for !BusinessDay(d) {
		d = d.AddDays(1)
	}
	return d
}

// AddBusinessDays counts n business days from the day after d.
func AddBusinessDays(d noticed.Date, n int) noticed.Date {
	for n > 0 {
		d = d.AddDays(1)
		if BusinessDay(d) {
			n--
		}
	}
	return d
}

// large is the amount from which the time to pay is ten business days
// (IRC 6601(e)(3)).
const large = noticed.Money(100_000_00)

// PayBy is the last day to pay a first bill without further interest: 21
// calendar days, or ten business days from 100,000.00 on; not rolled.
func PayBy(date noticed.Date, balance noticed.Money) noticed.Date {
	if balance >= large {
		return AddBusinessDays(date, 10)
	}
	return date.AddDays(21)
}
