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
		"$3.69718":                     "3697.18*",
		"$126 51 $15.30 -$1,203,69718": "126.51* 15.30 -1203697.18*", "$1,203.69718": "", "- $3.69718": "-3697.18*", "$3.69718 CR": "", "$12345": "",
		"Dec_ 31,20 24 $955.12": "955.12",
		"$3.697185":             "", "3.69718": "", "$369718": "",
		"913.49 17.8/ 23,76 955,12": "913.49 23.76* 955.12*",
		"Interest 23,76 955.12":     "955.12", // may be a month
		"23,76":                     "",
		"$268.99 $33,519'51":        "268.99 33519.51*", "$33,519'510": "", "5'10": "", "1120-S 12;31": "",
		"31,20 24 955.12": "955.12",
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

func TestPointlessAmount(t *testing.T) {
	for text, want := range map[string]string{
		"271": "2.71", "366 83": "366.83", "1,506 96": "1506.96", "1,50696": "1506.96", "-211 69 .": "-211.69",
		"27": "", "1506 96": "", "$271": "", "271 days": "", "3 66 83": "", "366.83": "",
	} {
		a, ok := PointlessAmount(text)
		got := a.Value.String()
		if !ok {
			got = ""
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func FuzzColumnAmounts(f *testing.F) {
	for _, s := range []string{"$7,219 34 $1 00", "$10.943.92", "$1:234 56", "$", "$1 23 $", "é$1 23"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		all := ColumnAmounts(s)
		if a, ok := PointlessAmount(s); ok {
			all = append(all, a)
		}
		for _, a := range all {
			if a.Start < 0 || a.End > len(s) || a.Start >= a.End {
				t.Errorf("%q: %+v", s, a)
			}
		}
	})
}
