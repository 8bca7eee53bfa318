package printed

import (
	"testing"

	"noticed"
)

func TestDates(t *testing.T) {
	for _, tt := range []struct {
		text     string
		want     string // the dates found, joined by a space
		repaired bool
	}{
		{"January 30, 2018", "2018-01-30", false},
		{"Jan. 30, 2018", "2018-01-30", false},
		{"Mar, 28, 2022", "2022-03-28", false}, // a stop taken for a comma
		{"JANUARY 30 2018", "2018-01-30", false},
		{"Sept. 1, 2024", "2024-09-01", false},
		{"January30,2018", "2018-01-30", false},
		{"by February 20 , 2018", "2018-02-20", false},
		{"06/15/2026", "2026-06-15", false},
		{"02-14-2014", "2014-02-14", false},
		{"30 de enero de 2018", "2018-01-30", false},
		{"from June 1, 2026 to July 1, 2026", "2026-06-01 2026-07-01", false},
		{"January 3O, 2Ol8", "2018-01-30", true},
		{"RECEIVED JUN 10 2022 LEDGERWOOD", "", false}, // by a dater
		{"JUN 1O 2022 June 1, 2022", "2022-06-01", false},
		{"JUN 10, 2022", "2022-06-10", false},
		{"12:31/2015", "2015-12-31", true},
		{"12/31'2018", "2018-12-31", true},
		{"January 15, 202 2", "2022-01-15", true},
		{"January 15, /2022", "2022-01-15", true},
		{"December 31,-2022", "2022-12-31", true},
		{"March 4,.2021.", "2021-03-04", true},
		{"july 5, 2021", "2021-07-05", false},
		{"January 15, , 2022", "2022-01-15", true},
		{"January 2/ 2022", "", false}, // of 27, may be
		{"JUN 10 202 2", "", false},
		{"January 15, 20 22", "2022-01-15", true},
		{"January 15, 20 220", "", false},
		{"12.31'2018", "", false},
		{"May 20, 2071", "", false},
		{"42-31-2020", "2020-12-31", true}, // what else ends on a 31st
		{"42-28-2020", "", false},
		{"August-14, 2026", "2026-08-14", false},
		{"June16,2024", "2024-06-16", false},
		{"May01,2024", "2024-05-01", false},
		{"03. 31/2020", "2020-03-31", true},
		{"12.31.2015", "", false}, // no form of IRS mail, and a price list's
		{"13:31/2015", "", false},
		{"Januarv 30, 2018", "2018-01-30", true},
		{"Jume 1, 2026", "2026-06-01", true},
		{"Jule 1, 2026", "", false}, // June or July: neither
		{"February 30, 2018", "", false},
		{"13/01/2018", "", false},
		{"01/30-2018", "", false},
		{"2018-01-30", "", false}, // no form of IRS mail
		{"1040 2018", "", false},
		{"March 2018", "", false},
		{"October 1, 1889", "", false},
		{"call 1-800-829-0922", "", false},
		{"Form 12-153-2018", "", false},
	} {
		got, repaired := "", false
		for _, d := range Dates(tt.text) {
			if got != "" {
				got += " "
			}
			got += d.Value.String()
			repaired = repaired || d.Repaired
		}
		if got != tt.want || repaired != tt.repaired {
			t.Errorf("%q: got %q repaired %v, want %q repaired %v", tt.text, got, repaired, tt.want, tt.repaired)
		}
	}
}

func TestDateMustBeginTheText(t *testing.T) {
	if d, ok := Date(": June 1, 2026 Page 2"); !ok || d.Value != noticed.MustDate("2026-06-01") {
		t.Errorf("got %v, %v", d, ok)
	}
	if d, ok := Date("dated June 1, 2026"); ok {
		t.Errorf("a date in running text is no value: got %v", d)
	}
}

func TestPeriod(t *testing.T) {
	for text, want := range map[string]string{
		"2017": "2017-12-31", "December 31, 2023": "2023-12-31", "12/31/2019": "2019-12-31", "201912": "2019-12-31", "202106": "2021-06-30",
		"12-31-2022": "2022-12-31", "2O19": "2019-12-31", " 2019 ": "2019-12-31",
		"20191": "", "1040": "", "9465": "", "201913": "", "$2019": "2019-12-31", "": "", "2018 and 2019": "",
	} {
		p, ok := Period(text)
		got := ""
		if ok {
			got = p.End.String()
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestForm(t *testing.T) {
	for text, want := range map[string]string{
		"10404": "1040A", "1120-5": "1120-S", "1040-5R": "1040-SR", "940E2": "940EZ", "L040": "1040", "(IO40)": "1040", "1O4O-NR": "1040-NR", "LOL0": "", "OIL": "", "10402": "",
		"1040": "1040", "1040A": "1040A", "1040-NR": "1040-NR", "941": "941", "1120-S": "1120-S", "civpen": "CIVPEN", "Civil Penalty": "CIVPEN",
		"1040- NR": "1040-NR", "1040 NR": "1040-NR", "1040 - SR": "1040-SR", "941 PR 2": "", "12153": "", "9465": "", "433-F": "", "2019": "", "1040EZX": "",
	} {
		if got, _ := Form(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func FuzzDates(f *testing.F) {
	for _, s := range []string{"January 30, 2018", "02-14-2014", "30 de enero de 2018", "Jum 1l, 2O26"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for _, d := range Dates(s) {
			if d.Start < last || d.End > len(s) || d.Start >= d.End {
				t.Fatalf("%q: match %d to %d", s, d.Start, d.End)
			}
			last = d.Start
			if !d.Value.Valid() || d.Value.Year < firstYear || d.Value.Year > lastYear {
				t.Fatalf("%q: date %v", s, d.Value)
			}
		}
		_, _ = Period(s)
		_, _ = Form(s)
	})
}

func TestLongMonth(t *testing.T) {
	for word, want := range map[string]bool{"October": true, "“October": true, "MARCH": true, "Oct.": false, "October17,2025": false, "November": false, "Octobor": false, "May": false, "July": false, "Marchand": false, "2025": false} {
		if LongMonth(word) != want {
			t.Errorf("%s: %v", word, !want)
		}
	}
}

func TestADateWithDirtBeforeIt(t *testing.T) {
	for text, want := range map[string]bool{": October 7, 2025": true, "“October 7, 2025": true, "'| October 7, 2025": true, "by October 7, 2025": false, "|2/05/2018": false, "| 12/05/2018": true, ": 12/05/2018": true} {
		if _, ok := Date(text); ok != want {
			t.Errorf("%q: %v", text, ok)
		}
	}
}
