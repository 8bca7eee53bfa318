package classify

import (
	"testing"

	"noticed"
	"noticed/classify/catalog"
	"noticed/classify/sheet"
)

func TestLettersForFigures(t *testing.T) {
	for _, tt := range []struct {
		text, code string
		want       int
	}{
		{"CP4G", "CP49", 1},
		{"CP14", "CP14", 0}, // the same is no damage
		{"CP74", "CP14", 0}, // another figure may be another code
		{"CP14A", "CP14", 0},
		{"CPI4I", "CP141", 2},
		{"CPIDA", "CP14A", 2},
		{"CP5O4B", "CP504B", 1},
	} {
		if got := lettersForFigures(tt.text, tt.code); got != tt.want {
			t.Errorf("%s for %s: %d", tt.text, tt.code, got)
		}
	}
}

// TestDamagedCodes gives what recognition makes of a code at the places of a
// notice, each place at another height of the page.
func TestDamagedCodes(t *testing.T) {
	type at struct {
		text       string
		confidence float64
	}
	for name, tt := range map[string]struct {
		places []at
		want   string
		sure   bool
	}{
		"a bar for the letter":                   {[]at{{"CP14!", 0.8}, {"CP14I", 0.8}}, "CP14I", true},
		"a small l can only be the letter":       {[]at{{"CP14l", 0.8}, {"CP14l", 0.7}}, "CP14I", true},
		"a thin letter lost, not clearly":        {[]at{{"CP14I", 0.8}, {"CP14I", 0.9}, {"CP14", 0.3}}, "CP14I", true},
		"another code, clearly":                  {[]at{{"CP14I", 0.8}, {"CP14I", 0.9}, {"CP14", 0.9}}, "CP14I", false},
		"no code, not clearly, among clear ones": {[]at{{"CP11", 0.8}, {"CP11", 0.9}, {"CP1IL", 0.3}}, "CP11", true},
		"strokes only, where others have a 6":    {[]at{{"LT16", 0.9}, {"LT16", 0.9}, {"LT16", 0.9}, {"LTiL", 0.7}}, "LT16", false},
		"strokes only":                           {[]at{{"LT11", 0.9}, {"LT11", 0.9}, {"LTiL", 0.7}}, "LT11", true},
		"no figure at all, clearly":              {[]at{{"CP14A", 0.8}, {"CP14A", 0.9}, {"CPIDA", 0.9}}, "CP14A", true},
		"no code, clearly":                       {[]at{{"CP11", 0.8}, {"CP11", 0.9}, {"CP77ZZ", 0.9}}, "CP11", false},
		"damaged alike at two places, clearly":   {[]at{{"CP0S", 0.8}, {"CP0S", 0.8}}, "CP05", true},
		"damaged alike, at one not clearly":      {[]at{{"CP0S", 0.8}, {"CP0S", 0.2}}, "CP05", false},
		"the letter O is the figure":             {[]at{{"CPO5", 0.8}, {"CPO5", 0.8}}, "CP05", true},
		"unclearly, and all alike":               {[]at{{"CP05", 0.32}, {"CP0S", 0.3}, {"CPOS", 0.4}, {"CP0S", 0.2}}, "CP05", true},
		"letters only, however clearly":          {[]at{{"CPOS", 0.9}}, "CP05", false},
		"the end lost, which leaves no code":     {[]at{{"CP501", 0.9}, {"CP501", 0.9}, {"CP50", 0.9}}, "CP501", true},
		"the end lost, which leaves another":     {[]at{{"CP504B", 0.9}, {"CP504B", 0.9}, {"CP504", 0.9}}, "CP504B", false},
		"a 1 before the last letter is an I":     {[]at{{"CP141A", 0.9}, {"CP141A", 0.9}}, "CP14IA", false},
		"unclearly, and too few":                 {[]at{{"CP05", 0.32}, {"CP0S", 0.3}, {"CPOS", 0.4}}, "CP05", false},
		"unclearly, and one another":             {[]at{{"CP05", 0.32}, {"CP0S", 0.3}, {"CP06", 0.4}, {"CP0S", 0.2}}, "CP05", false},
	} {
		var seen []sheet.Seen[sheet.Code]
		for i, p := range tt.places {
			y := 0.1 * float64(i+1)
			seen = append(seen, sheet.Seen[sheet.Code]{Value: sheet.Code{Text: p.text, Labelled: true}, Confidence: p.confidence,
				Evidence: noticed.Evidence{Page: 1, Box: noticed.Box{0.7, y, 0.8, y + 0.01}, Place: noticed.PlaceHeader}})
		}
		r := readCode(catalog.Embedded(), seen)
		if sure := len(r.rivals) == 0 && r.confidence >= certain; r.value != tt.want || sure != tt.sure {
			t.Errorf("%s: %s, sure %v (%.3f, %d rivals)", name, r.value, sure, r.confidence, len(r.rivals))
		}
	}
}

// A sign that is much like an I stands for it where that makes another code of the
// catalogue, and a person looks where other places say otherwise.
func TestAStrokeBehindACode(t *testing.T) {
	stroke, plain := sheet.Code{Text: "CP14", Labelled: true, Stroke: true}, sheet.Code{Text: "CP14", Labelled: true}
	letter, other := sheet.Code{Text: "CP14I", Labelled: true}, sheet.Code{Text: "CP504", Labelled: true, Stroke: true}
	for name, tt := range map[string]struct {
		places []sheet.Code
		want   string
		rivals int
	}{
		"with the letter at another place": {[]sheet.Code{stroke, stroke, letter}, "CP14I", 0},
		"with none there":                  {[]sheet.Code{stroke, plain, plain}, "CP14", 1},
		"no other code":                    {[]sheet.Code{other}, "CP504", 0},
		"at no place otherwise":            {[]sheet.Code{stroke, stroke}, "CP14I", 0},
	} {
		var seen []sheet.Seen[sheet.Code]
		for i, c := range tt.places {
			y := 0.1 * float64(i+1)
			seen = append(seen, sheet.Seen[sheet.Code]{Value: c, Confidence: 0.8, Evidence: noticed.Evidence{Page: 1, Box: noticed.Box{0.7, y, 0.8, y + 0.01}}})
		}
		r := readCode(catalog.Embedded(), seen)
		if r.value != tt.want || len(r.rivals) != tt.rivals {
			t.Errorf("%s: %s, %d rivals", name, r.value, len(r.rivals))
		}
		if name == "at no place otherwise" && r.confidence >= certain {
			t.Errorf("%s: %.2f", name, r.confidence)
		}
	}
}

// What may be either of two codes that other places print is neither, in whatever order they
// are looked through.
func TestBackedByOneCodeOnly(t *testing.T) {
	for text, want := range map[string]string{"Cpis": "", "CP1O": "CP16", "CP4S": "CP49", "CPI6": "CP16", "CP714": ""} {
		for range 20 {
			if got, _ := backed(catalog.Embedded(), text, map[string]bool{"CP16": true, "CP49": true}, codeShape.MatchString(text)); got != want {
				t.Fatalf("%s: %q, want %q", text, got, want)
			}
		}
	}
	for text, want := range map[string]string{"CP14?": "", "CP14": ""} {
		for range 20 {
			if got, _ := backed(catalog.Embedded(), text, map[string]bool{"CP14A": true, "CP14B": true}, false); got != want {
				t.Fatalf("%s: %q, want %q", text, got, want)
			}
		}
	}
}
