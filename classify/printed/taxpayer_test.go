package printed

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"noticed"
)

func TestID(t *testing.T) {
	for _, tt := range []struct {
		text string
		want TaxpayerID
		ok   bool
	}{
		{"987-65-4321", TaxpayerID{noticed.IDKindSSN, "98765", "4321", false}, true},
		{"XXX-XX-4321", TaxpayerID{noticed.IDKindSSN, "", "4321", false}, true},
		{"***-**-4321", TaxpayerID{noticed.IDKindSSN, "", "4321", false}, true},
		{"nnn-nn-nnnn", TaxpayerID{noticed.IDKindSSN, "", "", false}, true},
		{"nnnon-nan-nnnn 202212 30", TaxpayerID{noticed.IDKindSSN, "", "", false}, true},
		{"XXX-KX-XXKXK", TaxpayerID{noticed.IDKindSSN, "", "", false}, true},
		{"KKK-KX-KKKK", TaxpayerID{}, false},
		{"an-on-nora", TaxpayerID{}, false},
		{"XXX-XX-XXXX", TaxpayerID{noticed.IDKindSSN, "", "", false}, true},
		{"987 - 65 - 4321", TaxpayerID{noticed.IDKindSSN, "98765", "4321", false}, true},
		{"XX X-XX-4321", TaxpayerID{noticed.IDKindSSN, "", "4321", false}, true},
		{"XX X-X X-4321", TaxpayerID{noticed.IDKindSSN, "", "4321", false}, true},
		{"*** ** -4321", TaxpayerID{noticed.IDKindSSN, "", "4321", false}, true},
		{"98-7654321", TaxpayerID{noticed.IDKindEIN, "98765", "4321", false}, true},
		{"XX-XXX4321", TaxpayerID{noticed.IDKindEIN, "", "4321", false}, true},
		{"XXX-XX-43Bl", TaxpayerID{noticed.IDKindSSN, "", "4381", true}, true},
		{"***-**.Q963", TaxpayerID{noticed.IDKindSSN, "", "0963", true}, true}, // a figure with a stroke through it
		{"98 7654321", TaxpayerID{noticed.IDKindEIN, "98765", "4321", false}, true},
		{"in 12 7654321 and more", TaxpayerID{}, false},
		{"11742-0480", TaxpayerID{}, false}, // a ZIP code
		{"1-800-829-0922", TaxpayerID{}, false},
	} {
		got, ok := ID(tt.text)
		if got != tt.want || ok != tt.ok {
			t.Errorf("%q: got %+v, %v, want %+v, %v", tt.text, got, ok, tt.want, tt.ok)
		}
	}
}

func TestWholeSSNs(t *testing.T) {
	for text, want := range map[string][]string{
		"For PETER MILLER, 987-65-1111, see below": {"1111"},
		"987-65-4321 987-65-1111":                  {"4321", "1111"},
		"(987-65-4321).":                           {"4321"},
		"XXX-XX-4321":                              nil,
		"000-00-0000 or 123-45-6789":               nil, // examples
		"1-987-65-4321, 987-65-43210, 987-65-4321-0, A987-65-4321": nil,
		"call 1-800-829-0922, ZIP 11742-0480":                      nil,
	} {
		var got []string
		for _, n := range WholeSSNs(text) {
			got = append(got, n.ID.Last4)
			if text[n.Start:n.End] != n.ID.Front[:3]+"-"+n.ID.Front[3:]+"-"+n.ID.Last4 {
				t.Errorf("%q: found %q", text, text[n.Start:n.End])
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestDiffering(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want int
	}{
		{"987-65-4321", "987-65-4321", 0},
		{"987-65-4321", "987-65-4327", 1},
		{"987-65-4321", "986-56-4321", 3},
		{"XXX-XX-4321", "986-56-4321", 0},
		{"XXX-XX-XXXX", "986-56-4321", 0},
		{"98-7654321", "986-56-4321", 0}, // of numbers of two kinds only the last four compare
		{"98-7654321", "986-56-1111", 3},
	} {
		a, _ := ID(tt.a)
		b, _ := ID(tt.b)
		if got := a.Differing(b); got != tt.want || b.Differing(a) != got {
			t.Errorf("%s and %s differ in %d digits, want %d", tt.a, tt.b, got, tt.want)
		}
	}
}

func TestMaskKeepsTheLastFourDigitsOnly(t *testing.T) {
	for text, want := range map[string]string{
		"SSN 987-65-4321.":   "SSN XXX-XX-4321.",
		"987 65 4321":        "XXX-XX-4321",
		"EIN 98-7654321":     "EIN XX-XXX4321",
		"987654321":          "XXXXX4321",
		"1-800-829-0922":     "1-800-829-0922",
		"HANSON 00000-7253":  "HANSON 00000-7253",
		"Amount $98,765.43":  "Amount $98,765.43",
		"case 8447163175":    "case 8447163175",
		"no digits anywhere": "no digits anywhere",
	} {
		if got := Mask(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

var bare = regexp.MustCompile(`\b[0-9]{3}-[0-9]{2}-[0-9]{4}\b|\b[0-9]{2}-[0-9]{7}\b`)

func FuzzMask(f *testing.F) {
	f.Add("987-65-4321 98-7654321")
	f.Fuzz(func(t *testing.T, s string) {
		if m := Mask(s); bare.MatchString(m) {
			t.Fatalf("%q masks to %q", s, m)
		}
		_, _ = ID(strings.TrimSpace(s))
	})
}

func TestGarbledID(t *testing.T) {
	for text, want := range map[string]string{
		`"8541`: "8541", "- -3790": "3790", "968-213-5514": "5514", "$12-22-8733": "8733", "91J-22-8733": "8733", "912-2?-8733": "8733", "A1B-22-8733": "", "|12-31-2019": "", "12-31-2019": "", "93-25-2024": "", "93-25-2424": "2424", "968-21-2024": "2024", "eae _L**_ 3026": "3026", "*** ** 4321": "4321",
		"July 2019": "", "#83645": "", "May 9, 2020": "", "12-3456": "", "***-**-****": "", "Form 1040": "", "~ and many words before 2019": "",
	} {
		id, start, ok := GarbledID(text)
		if id.Last4 != want || ok != (want != "") || ok && text[start:] != want {
			t.Errorf("%s: %+v at %d, %v", text, id, start, ok)
		}
	}
}
