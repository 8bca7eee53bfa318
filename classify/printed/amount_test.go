package printed

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"noticed"
)

func TestAmounts(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"$9,533.53", "9533.53"},
		{"34.98", "34.98"},
		{"-3,328.00", "-3328.00"},
		{"–$20.10", "-20.10"},
		{"$ -20.10", "-20.10"},
		{"($3,328.00)", "-3328.00"},
		{"3,328.00 CR", "-3328.00"},
		{"3,328.00-", "-3328.00"},
		{"$1 ,075 . 21", "1075.21"},
		{"Amount due: $1,075.21 by February 20", "1075.21"},
		{"$9,533,53", "9533.53 comma"},
		{"9,533,53", ""}, // without a dollar sign it may be anything
		{"$1,O75.2l", "1075.21 repaired"},
		{"so.60", ""},
		{"$52,000", ""},                       // thresholds in prose have no cents
		{"-_ an _- $209,348.21", "209348.21"}, // what is left of a rule
		{"$3,661:14", "3661.14 repaired"},     // dirt over the point
		{"$5: 12 weeks", ""},
		{"12:30", ""},
		{"12.5%", ""},
		{"-$7 532.26", "-7532.26 repaired"}, // lost commas
		{"$2,145 564.33", "2145564.33 repaired"},
		{"-299 342.90", "-299342.90 repaired"},
		{"Form 720 330.62", "330.62"}, // two columns
		{"2021-12 345.67", "345.67"},
		{"Rev. 11.2017", ""},
		{"1.23.45", ""},
		{"call 800.829.0922", ""},
		{"$1,23.45", "repairless none"},
		{"1040.00A", ""},
	} {
		got := ""
		for _, a := range Amounts(tt.text) {
			got = a.Value.String()
			if a.CommaCents {
				got += " comma"
			}
			if a.Repaired {
				got += " repaired"
			}
		}
		if tt.want == "repairless none" {
			if got == "123.45" || got == "1.23" {
				t.Errorf("%q: a wrongly grouped number was read as %s", tt.text, got)
			}
			continue
		}
		if got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestCommaAmount(t *testing.T) {
	for text, want := range map[string]string{"79,87": "79.87", "-1,079,87": "-1079.87", "| 79,87 .": "79.87", "79,876": "", "1,23,45": "", "A 79,87": "", "79.87": ""} {
		got := ""
		if a, ok := CommaAmount(text); ok {
			got = a.Value.String()
			if !a.CommaCents {
				t.Errorf("%q: not said to have a comma", text)
			}
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// Every amount is read back from each way of printing it.
func TestAmountsAreReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cents := rapid.Int64Range(0, 99_999_999_99).Draw(t, "cents")
		want := noticed.Money(cents)
		grouped := group(cents/100) + fmt.Sprintf(".%02d", cents%100)
		for _, s := range []string{"$" + grouped, grouped, "pay $" + grouped + " by", "$" + strings.ReplaceAll(grouped, ",", "")} {
			all := Amounts(s)
			if len(all) != 1 || all[0].Value != want || all[0].Repaired {
				t.Fatalf("%q: got %+v, want %s", s, all, want)
			}
		}
		if all := Amounts("-" + grouped); len(all) != 1 || all[0].Value != -want {
			t.Fatalf("-%s: got %+v", grouped, all)
		}
	})
}

func group(n int64) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

func FuzzAmounts(f *testing.F) {
	for _, s := range []string{"$9,533.53", "(1.00)", "3,328.00 CR", "$1 ,O75 . 2l"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, a := range Amounts(s) {
			if a.Start < 0 || a.End > len(s) || a.Start >= a.End {
				t.Fatalf("%q: match %d to %d", s, a.Start, a.End)
			}
		}
	})
}
