package printed

import (
	"strings"
	"testing"
)

func TestColumnAmounts(t *testing.T) {
	for text, want := range map[string]string{
		"$7,219.34":                             "7219.34",
		"941 June 30, 2024 $7,219 34":           "7219.34*",
		"$14,479 56 $285 41 $240 54 $15,005 51": "14479.56* 285.41* 240.54* 15005.51*",
		"$10.943.92 $320.12":                    "10943.92* 320.12",
		"$7:936.97":                             "7936.97*",
		"$1:234:567,89":                         "1234567.89*",
		"-$2.387.05":                            "-2387.05*",
		"$7,219 340":                            "", // no cents
		"$7,219 34 days":                        "",
		"10.943.92":                             "10943.92*",
		"-14.666.68":                            "-14666.68*",
		"-46.243,82":                            "-46243.82*",
		"800.829.0922":                          "", "12.31.2020": "", "A10.943.92": "", "1.2.943.92": "",
		"10.943.92 14.666.68 1.000.00": "10943.92* 14666.68* 1000.00*",
		"Form 720.330.62":              "",
		"$9,533,53":                    "9533.53",
		"$10.943.92:":                  "10943.92*",
		"$10.943.921":                  "",
	} {
		var got []string
		for _, a := range ColumnAmounts(text) {
			v := a.Value.String()
			if a.Repaired {
				v += "*"
			}
			got = append(got, v)
		}
		if g := strings.Join(got, " "); g != want {
			t.Errorf("%q: got %q, want %q", text, g, want)
		}
	}
}

func FuzzColumnAmounts(f *testing.F) {
	for _, s := range []string{"$7,219 34 $1 00", "$10.943.92", "$1:234 56", "$", "$1 23 $", "é$1 23"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, a := range ColumnAmounts(s) {
			if a.Start < 0 || a.End > len(s) || a.Start >= a.End {
				t.Errorf("%q: %+v", s, a)
			}
		}
	})
}
