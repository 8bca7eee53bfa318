package noticed

import (
	"fmt"
	"time"
)

// Date is a civil date: a day on the calendar, without time of day or time
// zone, because that is what a notice prints and what the law counts. The zero
// value is no date. Its text and JSON form is "2006-01-02".
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

const isoDate = "2006-01-02"

// NewDate returns the date if such a day exists between the years 1 and 9999.
func NewDate(year int, month time.Month, day int) (Date, error) {
	d := Date{year, month, day}
	if !d.Valid() {
		return Date{}, fmt.Errorf("date %04d-%02d-%02d does not exist", year, int(month), day)
	}
	return d, nil
}

// DateOf returns the civil date of t in t's own location.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// ParseDate reads "2006-01-02".
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(isoDate, s)
	if d := DateOf(t); err == nil && d.Valid() { // time.Parse has a year 0
		return d, nil
	}
	return Date{}, fmt.Errorf("parsing date %q: want a day that exists as YYYY-MM-DD", s)
}

// MustDate is ParseDate for constants; it panics if s is not a date.
func MustDate(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func (d Date) time() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// IsZero says whether d is no date at all.
func (d Date) IsZero() bool { return d == Date{} }

// Valid says whether d is a day that exists between the years 1 and 9999.
func (d Date) Valid() bool {
	return d.Year >= 1 && d.Year <= 9999 && DateOf(d.time()) == d
}

// AddDays returns the day n calendar days after d (before, if n is negative).
func (d Date) AddDays(n int) Date { return DateOf(d.time().AddDate(0, 0, n)) }

// AddYears returns the same month and day n years later; February 29 becomes
// February 28 where that year has none.
func (d Date) AddYears(n int) Date {
	r := Date{d.Year + n, d.Month, d.Day}
	if !r.Valid() && d.Month == time.February && d.Day == 29 {
		r.Day = 28
	}
	return r
}

// DaysSince returns the number of calendar days from e to d.
func (d Date) DaysSince(e Date) int {
	return int((d.time().Unix() - e.time().Unix()) / (24 * 60 * 60)) // a time.Duration ends at 292 years
}

// Weekday returns the day of the week.
func (d Date) Weekday() time.Weekday { return d.time().Weekday() }

// Compare returns -1, 0 or 1 as d is before, equal to or after e.
func (d Date) Compare(e Date) int { return d.time().Compare(e.time()) }

// Before says whether d is an earlier day than e.
func (d Date) Before(e Date) bool { return d.Compare(e) < 0 }

// After says whether d is a later day than e.
func (d Date) After(e Date) bool { return d.Compare(e) > 0 }

// String returns "2006-01-02", or "" for no date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, int(d.Month), d.Day)
}

// MarshalText writes "2006-01-02" and refuses a day that does not exist: an
// absent date is a nil *Date, never an empty string.
func (d Date) MarshalText() ([]byte, error) {
	if !d.Valid() {
		return nil, fmt.Errorf("date %04d-%02d-%02d does not exist", d.Year, int(d.Month), d.Day)
	}
	return []byte(d.String()), nil
}

// UnmarshalText reads "2006-01-02".
func (d *Date) UnmarshalText(b []byte) error {
	v, err := ParseDate(string(b))
	if err != nil {
		return err
	}
	*d = v
	return nil
}
