package deadline

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"noticed"
)

// The table lists every DC legal holiday of 2025 to 2030: no day may be missing
// and none may be added.
func TestHolidaysOf2025To2030(t *testing.T) {
	want := map[string]string{}
	for _, r := range records(t, "holidays.csv") {
		name := r[0]
		if r[3] != "" {
			name += observed
		}
		if d := noticed.MustDate(r[1]); d.Weekday().String()[:3] != r[2] {
			t.Fatalf("%s is a %s in the table", r[1], r[2])
		}
		if first, again := want[r[1]]; again {
			name = first + " and " + name
		}
		want[r[1]] = name
	}
	for d := noticed.MustDate("2025-01-01"); d.Year < 2031; d = d.AddDays(1) {
		if name, ok := Holiday(d); name != want[d.String()] || ok != (name != "") {
			t.Errorf("%s is %q, want %q", d, name, want[d.String()])
		}
	}
}

func TestHolidaysOfOtherYears(t *testing.T) {
	for day, want := range map[string]string{
		"2006-04-16": "", "2006-04-17": "", // Emancipation Day counts from 2007
		"2007-04-16": "DC Emancipation Day", "2011-04-15": "DC Emancipation Day (observed)", "2011-04-16": "",
		"2022-04-15": "DC Emancipation Day (observed)", "2023-04-17": "DC Emancipation Day (observed)", "2023-04-16": "",
		"2020-06-19": "", "2021-06-18": "Juneteenth (observed)", "2022-06-20": "Juneteenth (observed)",
		"1985-01-21": "Inauguration Day", // a Sunday's, and no Martin Luther King Day yet
		"1986-01-20": "Martin Luther King Jr. Day", "1990-01-15": "Martin Luther King Jr. Day",
		"2001-01-20": "Inauguration Day", "2001-01-19": "", // a Saturday's, which moves nothing
		"2009-01-20": "Inauguration Day", "2013-01-21": "Martin Luther King Jr. Day and Inauguration Day", "2013-01-20": "",
		"2029-01-19": "", "2027-01-20": "", "2033-01-20": "Inauguration Day",
		"1995-11-23": "Thanksgiving", "1999-12-31": "New Year's Day (observed)", "2000-01-01": "",
		"2004-12-31": "New Year's Day (observed)", "2006-01-02": "New Year's Day (observed)", "2010-12-24": "Christmas (observed)",
		"2099-12-25": "Christmas", "2100-02-15": "Washington's Birthday", "2100-12-24": "Christmas (observed)",
		"2026-04-03": "", "2026-11-03": "", "2026-12-24": "", // no Good Friday, election day or Christmas Eve
		"2025-01-09": "", // a day of mourning is no legal holiday
	} {
		if name, ok := Holiday(noticed.MustDate(day)); name != want || ok != (want != "") {
			t.Errorf("%s is %q, %v, want %q", day, name, ok, want)
		}
	}
}

// A second account of the law, year by year instead of day by day.
func holidaysOf(year int) map[noticed.Date]bool {
	set := map[noticed.Date]bool{}
	add := func(y int, m time.Month, day int, shiftBack bool) {
		t := time.Date(y, m, day, 12, 0, 0, 0, time.UTC)
		switch {
		case t.Weekday() == time.Sunday:
			t = t.AddDate(0, 0, 1)
		case t.Weekday() == time.Saturday && shiftBack:
			t = t.AddDate(0, 0, -1)
		}
		set[noticed.DateOf(t)] = true
	}
	nth := func(m time.Month, wd time.Weekday, n int) {
		t := time.Date(year, m, 1, 12, 0, 0, 0, time.UTC)
		for t.Weekday() != wd {
			t = t.AddDate(0, 0, 1)
		}
		set[noticed.DateOf(t.AddDate(0, 0, 7*(n-1)))] = true
	}
	for y := year; y <= year+1; y++ {
		add(y, time.January, 1, true)
	}
	if year%4 == 1 {
		add(year, time.January, 20, false)
	}
	if year >= 2007 {
		add(year, time.April, 16, true)
	}
	if year >= 2021 {
		add(year, time.June, 19, true)
	}
	add(year, time.July, 4, true)
	add(year, time.November, 11, true)
	add(year, time.December, 25, true)
	nth(time.January, time.Monday, 3)
	nth(time.February, time.Monday, 3)
	last := time.Date(year, time.May, 31, 12, 0, 0, 0, time.UTC)
	for last.Weekday() != time.Monday {
		last = last.AddDate(0, 0, -1)
	}
	set[noticed.DateOf(last)] = true
	nth(time.September, time.Monday, 1)
	nth(time.October, time.Monday, 2)
	nth(time.November, time.Thursday, 4)
	return set
}

func TestEveryDayFrom1990To2100(t *testing.T) {
	holidays := map[noticed.Date]bool{}
	for y := 1989; y <= 2101; y++ {
		for d := range holidaysOf(y) {
			holidays[d] = true
		}
	}
	open := func(d noticed.Date) bool {
		return d.Weekday() != time.Saturday && d.Weekday() != time.Sunday && !holidays[d]
	}
	for d := noticed.MustDate("1990-01-01"); d.Year < 2101; d = d.AddDays(1) {
		if _, ok := Holiday(d); ok != holidays[d] {
			t.Fatalf("%s: holiday is %v", d, ok)
		}
		if BusinessDay(d) != open(d) {
			t.Fatalf("%s: business day is %v", d, BusinessDay(d))
		}
		moved, past := RollForward(d)
		if n := moved.DaysSince(d); n != len(past) || n > 4 || !open(moved) {
			t.Fatalf("%s rolls to %s over %v", d, moved, past)
		}
		for i, s := range past {
			if s.Date != d.AddDays(i) || open(s.Date) || s.Reason == "" {
				t.Fatalf("%s rolls over %v", d, past)
			}
		}
		back := LastBusinessDay(d)
		if back.After(d) || !open(back) || open(d) && back != d {
			t.Fatalf("the last business day on or before %s is not %s", d, back)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		d := noticed.MustDate("1990-01-01").AddDays(rapid.IntRange(0, 40400).Draw(t, "day"))
		n := rapid.IntRange(1, 40).Draw(t, "n")
		got, left := AddBusinessDays(d, n)
		count, named := 0, 0
		for e := d.AddDays(1); !e.After(got); e = e.AddDays(1) {
			if open(e) {
				count++
			} else if holidays[e] && e.Weekday() != time.Saturday {
				named++
			}
		}
		if count != n || !open(got) || named != len(left) {
			t.Fatalf("%d business days after %s is not %s (leaving out %v)", n, d, got, left)
		}
	})
}

// Counts of business days, for every day from 1990 to 2100 and every number that
// a rule counts: the nth day that is open by the other account of the law.
func TestEveryCountOfBusinessDays(t *testing.T) {
	holidays := map[noticed.Date]bool{}
	for y := 1989; y <= 2102; y++ {
		for d := range holidaysOf(y) {
			holidays[d] = true
		}
	}
	var open []noticed.Date // all of them, in order
	for d := noticed.MustDate("1990-01-01"); d.Year < 2102; d = d.AddDays(1) {
		if d.Weekday() != time.Saturday && d.Weekday() != time.Sunday && !holidays[d] {
			open = append(open, d)
		}
	}
	next := 0 // the first open day after d
	for d := noticed.MustDate("1990-01-01"); d.Year < 2101; d = d.AddDays(1) {
		for !open[next].After(d) {
			next++
		}
		for _, n := range []int{lienDelay, 10, 15} {
			want := open[next+n-1]
			if got, _ := AddBusinessDays(d, n); got != want {
				t.Fatalf("%d business days after %s is %s, want %s", n, d, got, want)
			}
		}
		got, how := openDays(lienDelay)(d)
		if want := open[next+lienDelay-1]; got != want || len(how) != want.DaysSince(d)-lienDelay+1 {
			t.Fatalf("%d business days after %s: %s leaving out %v", lienDelay, d, got, how)
		}
	}
}
