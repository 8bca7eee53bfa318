package noticed_test

import (
	"encoding/json"
	"testing"
	"time"

	"pgregory.net/rapid"

	"noticed"
)

var anyDate = rapid.Custom(func(t *rapid.T) noticed.Date {
	days := rapid.IntRange(0, 3_652_058).Draw(t, "days after 0001-01-01") // up to 9999-12-31
	return noticed.Date{Year: 1, Month: time.January, Day: 1}.AddDays(days)
})

func TestParseDateRefuses(t *testing.T) {
	for _, s := range []string{
		"", "2026", "2026-6-1", "2026-06-01T00:00:00Z", "06/01/2026", "2026-02-29", "2025-13-01", "2025-00-10",
		"2025-04-31", "0000-01-01", "-001-01-01", "10000-01-01", " 2026-06-01", "2026-06-01\n", "２０２６-06-01",
	} {
		if d, err := noticed.ParseDate(s); err == nil {
			t.Errorf("ParseDate(%q) = %v, want an error", s, d)
		}
	}
}

func TestNewDateRefusesDaysThatDoNotExist(t *testing.T) {
	if d, err := noticed.NewDate(2024, time.February, 29); err != nil || d.String() != "2024-02-29" {
		t.Errorf("February 29, 2024 is a day: got %v, %v", d, err)
	}
	for _, c := range [][3]int{{2025, 2, 29}, {2026, 4, 31}, {2026, 13, 1}, {2026, 0, 1}, {2026, 1, 0}, {0, 1, 1}, {10000, 1, 1}} {
		if d, err := noticed.NewDate(c[0], time.Month(c[1]), c[2]); err == nil {
			t.Errorf("NewDate(%v) = %v, want an error", c, d)
		}
	}
}

func TestDateOfKeepsTheCivilDay(t *testing.T) {
	kiritimati := time.FixedZone("UTC+14", 14*60*60)
	at := time.Date(2026, time.June, 1, 0, 30, 0, 0, kiritimati)
	if got := noticed.DateOf(at); got != noticed.MustDate("2026-06-01") {
		t.Errorf("DateOf(%v) = %v", at, got)
	}
	if got := noticed.DateOf(at.UTC()); got != noticed.MustDate("2026-05-31") {
		t.Errorf("DateOf(%v) = %v", at.UTC(), got)
	}
}

func TestNoDateHasNoJSON(t *testing.T) {
	if b, err := json.Marshal(noticed.Date{}); err == nil {
		t.Errorf("no date was written as %s: it must be a null pointer, never an empty string", b)
	}
	var d *noticed.Date
	if b, err := json.Marshal(d); err != nil || string(b) != "null" {
		t.Errorf("an absent date is %s (%v), want null", b, err)
	}
	for _, s := range []string{`""`, `"June 1, 2026"`, `20260601`, `"2026-02-30"`} {
		var d noticed.Date
		if err := json.Unmarshal([]byte(s), &d); err == nil {
			t.Errorf("the JSON %s was read as %v", s, d)
		}
	}
}

func TestAddYearsOverFebruary29(t *testing.T) {
	leap := noticed.MustDate("2024-02-29")
	for years, want := range map[int]string{0: "2024-02-29", 1: "2025-02-28", 4: "2028-02-29", -1: "2023-02-28"} {
		if got := leap.AddYears(years); got.String() != want {
			t.Errorf("%v and %d years is %v, want %v", leap, years, got, want)
		}
	}
}

func TestDateSurvivesJSON(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := anyDate.Draw(t, "date")
		b, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		var got noticed.Date
		if err := json.Unmarshal(b, &got); err != nil || got != want {
			t.Fatalf("%v went out as %s and came back as %v (%v)", want, b, got, err)
		}
	})
}

func TestCountingDays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyDate.Draw(t, "a"), anyDate.Draw(t, "b")
		n := b.DaysSince(a)
		if got := a.AddDays(n); got != b {
			t.Fatalf("%v is %d days after %v, yet %v plus as many is %v", b, n, a, a, got)
		}
		if b.After(a) != (n > 0) || b.Before(a) != (n < 0) || b.Compare(a) != -a.Compare(b) || (n == 0) != (a == b) {
			t.Fatalf("%v and %v are %d days apart and not ordered so", a, b, n)
		}
		if want := time.Weekday(((int(a.Weekday())+n)%7 + 7) % 7); b.Weekday() != want {
			t.Fatalf("%v is a %v, so %v is a %v, not a %v", a, a.Weekday(), b, want, b.Weekday())
		}
	})
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2026-06-01", "2024-02-29", "0001-01-01", "9999-12-31", "0000-01-01", "2026-02-30", "2026-06-01Z"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := noticed.ParseDate(s)
		if err == nil && (!d.Valid() || d.String() != s) {
			t.Errorf("ParseDate(%q) = %v", s, d)
		}
	})
}
