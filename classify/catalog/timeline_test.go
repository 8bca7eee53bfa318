package catalog

import (
	"slices"
	"strings"
	"testing"
)

func TestTimeline(t *testing.T) {
	for code, want := range map[string]string{
		"CP14":    " | CP14 | CP501 CP503 CP504 LT11 LEVY",
		"CP503":   "CP14 CP501 | CP503 | CP504 LT11 LEVY",
		"LT11":    "CP14 CP501 CP503 CP504 | LT11 | LEVY",
		"CP604":   "CP714 CP601 CP603 | CP604 | LT11 LEVY",
		"CP2000":  "CP2501 | CP2000 | CP3219A CP22A CP501 CP503 CP504 LT11 LEVY",
		"CP508R":  "L6152 CP508C | CP508R | ",
		"CP05":    " | CP05 | CP05A L525 L3219 CP22E CP501 CP503 CP504 LT11 LEVY",
		"CP5071C": "",
	} {
		tl, ok := Embedded().Timeline(code)
		got := codes(tl.Before) + " | " + tl.Notice.Code + " | " + codes(tl.Next)
		if tl.Levy {
			got += " LEVY"
		}
		got = strings.Replace(got, "|  LEVY", "| LEVY", 1)
		if ok != (want != "") || ok && got != want {
			t.Errorf("%s: %q, want %q", code, got, want)
		}
	}
	tl, _ := Embedded().Timeline("CP504")
	if got := codes(tl.Also); got != "CP503K LT38" {
		t.Errorf("also before CP504: %s", got)
	}
}

// Every notice's way ends, forwards and backwards, and each step of it is one
// that the table states.
func TestEveryTimelineEnds(t *testing.T) {
	for _, e := range Embedded().Entries() {
		tl, ok := Embedded().Timeline(e.Code)
		if !ok {
			t.Fatal(e.Code)
		}
		way := append(append(slices.Clone(tl.Before), tl.Notice), tl.Next...)
		seen := map[string]bool{}
		for i, at := range way {
			if seen[at.Code] {
				t.Errorf("%s: %s comes twice", e.Code, at.Code)
			}
			seen[at.Code] = true
			if i > 0 && way[i-1].UsualNext != at.Code {
				t.Errorf("%s: %s does not lead to %s", e.Code, way[i-1].Code, at.Code)
			}
		}
	}
}

func TestFind(t *testing.T) {
	for words, want := range map[string]string{
		"lt11": "LT11 LT11C", "CP504": "CP503 CP503K CP504 CP504B LT38", "no-such": "", "lien cdp_lien": "L3172",
		"12153 6330(f)": "CP92 CP242 CP297A",
	} {
		got := codes(Embedded().Find(strings.Fields(words)))
		for code := range strings.FieldsSeq(want) {
			if !slices.Contains(strings.Fields(got), code) {
				t.Errorf("%q finds %q, want %s", words, got, code)
			}
		}
		if want == "" && got != "" {
			t.Errorf("%q finds %q", words, got)
		}
	}
	if n := len(Embedded().Find(nil)); n != 257 {
		t.Errorf("no word finds %d", n)
	}
}
