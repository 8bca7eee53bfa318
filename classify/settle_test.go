package classify

import (
	"slices"
	"testing"

	"noticed"
	"noticed/classify/sheet"
)

// at is a reading of a value at a place, which stands for its ink: the number of
// the place is its height on the page.
func at(value string, place int, how string) sheet.Seen[string] {
	top := float64(place) / 10
	s := sheet.Seen[string]{Value: value, Confidence: 0.9, Evidence: noticed.Evidence{Page: 1, Box: noticed.Box{0.1, top, 0.3, top + 0.02}}}
	switch how {
	case "text":
		s.Confidence = 1
	case "repaired":
		s.Repaired = true
	case "second":
		s.Second = true
	case "faint":
		s.Confidence = 0.3
	case "smudge":
		s.Confidence = 0.2
	case "dim":
		s.Confidence = 0.6
	case "dim again":
		s.Second, s.Confidence = true, 0.6
	case "noise":
		s.Second, s.Confidence = true, 0.1
	case "unmasked":
		s.Second, s.Unmasked = true, true
	}
	return s
}

func TestSettle(t *testing.T) {
	for name, tt := range map[string]struct {
		seen    []sheet.Seen[string]
		want    string
		rivals  int
		certain bool
	}{
		"nothing": {},
		"three places and one that can't be read":    {seen: []sheet.Seen[string]{at("a", 1, ""), at("a", 2, ""), at("a", 3, ""), at("b", 4, "smudge")}, want: "a", certain: true},
		"two places and one that can't be read":      {seen: []sheet.Seen[string]{at("a", 1, ""), at("a", 2, ""), at("b", 4, "smudge")}, want: "a", rivals: 1},
		"three places and one that says otherwise":   {seen: []sheet.Seen[string]{at("a", 1, ""), at("a", 2, ""), at("a", 3, ""), at("b", 4, "")}, want: "a", rivals: 1},
		"alike three times, never clearly":           {seen: []sheet.Seen[string]{at("a", 1, "dim"), at("a", 1, "dim again"), at("a", 1, "dim again")}, want: "a"},
		"alike three times, once clearly":            {seen: []sheet.Seen[string]{at("a", 1, "dim"), at("a", 1, "second"), at("a", 1, "dim again")}, want: "a", certain: true},
		"once in a text layer":                       {seen: []sheet.Seen[string]{at("a", 1, "text")}, want: "a", certain: true},
		"once on a scan":                             {seen: []sheet.Seen[string]{at("a", 1, "")}, want: "a"},
		"once on a scan, read twice alike":           {seen: []sheet.Seen[string]{at("a", 1, ""), at("a", 1, "second")}, want: "a", certain: true},
		"once, faint, read twice alike":              {seen: []sheet.Seen[string]{at("a", 1, "faint"), at("a", 1, "second")}, want: "a"},
		"twice, and twice otherwise":                 {seen: []sheet.Seen[string]{at("b", 1, ""), at("b", 5, ""), at("a", 1, "second"), at("a", 5, "second")}, want: "b"},
		"twice on a scan":                            {seen: []sheet.Seen[string]{at("a", 1, ""), at("a", 5, "")}, want: "a", certain: true},
		"once, repaired":                             {seen: []sheet.Seen[string]{at("a", 1, "repaired")}, want: "a"},
		"repaired, and confirmed":                    {seen: []sheet.Seen[string]{at("a", 1, "repaired"), at("a", 5, "")}, want: "a", certain: true},
		"repaired at both places":                    {seen: []sheet.Seen[string]{at("a", 1, "repaired"), at("a", 5, "repaired")}, want: "a"},
		"two against one":                            {seen: []sheet.Seen[string]{at("b", 1, "text"), at("a", 5, "text"), at("a", 7, "text")}, want: "a", rivals: 1},
		"one against one":                            {seen: []sheet.Seen[string]{at("a", 1, "text"), at("b", 5, "text")}, want: "a", rivals: 1},
		"misread once, settled by a second":          {seen: []sheet.Seen[string]{at("b", 1, ""), at("a", 5, ""), at("a", 1, "second")}, want: "a", certain: true},
		"a second can't outvote a place":             {seen: []sheet.Seen[string]{at("a", 1, ""), at("b", 5, ""), at("b", 5, "second"), at("a", 1, "second")}, want: "a", rivals: 1},
		"a second settles what it reads clearer":     {seen: []sheet.Seen[string]{at("b", 1, "faint"), at("a", 1, "second"), at("a", 1, "second"), at("a", 1, "second")}, want: "a", certain: true},
		"a second alone against a faint first":       {seen: []sheet.Seen[string]{at("b", 1, "faint"), at("a", 1, "second")}, want: "a"},
		"four against one, of one ink":               {seen: []sheet.Seen[string]{at("b", 1, ""), at("a", 1, "second"), at("a", 1, "second"), at("a", 1, "second"), at("a", 1, "second")}, want: "a", certain: true},
		"three against one that is clear":            {seen: []sheet.Seen[string]{at("b", 1, ""), at("a", 1, "second"), at("a", 1, "second"), at("a", 1, "second")}, want: "a"},
		"clearly twice, and clearly otherwise":       {seen: []sheet.Seen[string]{at("a", 1, ""), at("a", 1, "second"), at("b", 1, "second")}, want: "a"},
		"clearly twice, and dimly otherwise":         {seen: []sheet.Seen[string]{at("a", 1, ""), at("a", 1, "second"), at("b", 1, "dim again")}, want: "a"},
		"another value at both places, once clearly": {seen: []sheet.Seen[string]{at("a", 1, "dim"), at("b", 1, "dim again"), at("a", 5, "dim"), at("b", 5, "noise")}, want: "a"},
		"one look against three":                     {seen: []sheet.Seen[string]{at("a", 1, ""), at("b", 5, ""), at("b", 5, "second"), at("b", 5, "dim again"), at("a", 5, "second"), at("a", 7, "")}, want: "a", rivals: 1},
		"two looks against three":                    {seen: []sheet.Seen[string]{at("a", 1, ""), at("b", 5, ""), at("b", 5, "second"), at("b", 5, "dim again"), at("a", 5, "second"), at("a", 5, "second"), at("a", 7, "")}, want: "a", certain: true},
		"another place, dimly but three times":       {seen: []sheet.Seen[string]{at("a", 1, ""), at("a", 3, ""), at("a", 5, ""), at("b", 7, "smudge"), at("b", 7, "noise"), at("b", 7, "noise")}, want: "a", rivals: 1},
		"another place, dimly and in two ways":       {seen: []sheet.Seen[string]{at("a", 1, ""), at("a", 3, ""), at("a", 5, ""), at("b", 7, "smudge"), at("b", 7, "noise"), at("c", 7, "noise")}, want: "a", certain: true},
		"noise is no reading":                        {seen: []sheet.Seen[string]{at("a", 1, ""), at("a", 1, "second"), at("b", 1, "noise")}, want: "a", certain: true},
		"twice without the mask that spoiled it":     {seen: []sheet.Seen[string]{at("a", 1, "unmasked"), at("a", 1, "unmasked")}, want: "a", certain: true},
		"without a mask, and the two do not agree":   {seen: []sheet.Seen[string]{at("a", 1, "unmasked"), at("b", 1, "unmasked")}, want: "a"},
		"two opinions of one ink are one":            {seen: []sheet.Seen[string]{at("a", 1, "second"), at("a", 1, "second")}, want: "a", certain: false},
	} {
		t.Run(name, func(t *testing.T) {
			s := settle(tt.seen)
			if s.value != tt.want || s.found != (tt.want != "") || len(s.rivals) != tt.rivals || (s.confidence >= certain) != tt.certain {
				t.Errorf("got %q found %v, %d rivals, confidence %.3f", s.value, s.found, len(s.rivals), s.confidence)
			}
		})
	}
}

func TestPlausibleDates(t *testing.T) {
	a := only(t, swap(t, swap(t, cp14, "January 30, 2018", "February 14, 2018"), "February 20, 2018", "March 7, 2018").read())
	if a.Review.Needed {
		t.Errorf("mail often arrives before its date, and twelve days are not too many: %s", reasons(a))
	}
}

func TestMendNames(t *testing.T) {
	name := func(value string, place noticed.Place) sheet.Seen[string] {
		return sheet.Seen[string]{Value: value, Evidence: noticed.Evidence{Place: place}, Repaired: !sheet.NameLike(value)}
	}
	apart := []string{"JAN LEE", "MARIO LEE", "ACME PLUMBING. INC", "OMAR TARIO", "ASTRID LINDOVIST", "PETER BALL", "OLGA T. DAY", "BRIAN LOPEZ II", "ANNA KOWALSKII"} // a person must look
	for _, tt := range []struct{ window, stub, want string }{
		{"OLGAT. DAY", "OLGA T. DAY", "OLGAT. DAY"},         // a lost space: a person must look
		{"PETER BELL", "PETER BEIL", "PETER BELL"},          // Bell, with an l taken for an i
		{"WE! P IVERSON", "WEI P IVERSON", "WEI P IVERSON"}, // the window is damaged
		{"PETER BELL", "PETER BALL", "PETER BELL"},          // not alike: stays a disagreement
		{"BRIAN GARCIA-LOPEZ'IH", "BRIAN GARCIA-LOPEZ III", "BRIAN GARCIA-LOPEZ III"},
		{"BRIAN LOPEZ'IH", "BRIAN LOPEZ II", "BRIAN LOPEZ'IH"}, // three strokes are not two
		{"KENNETH V ST, JOHN", "KENNETH V ST. JOHN", "KENNETH V ST. JOHN"},
		{"BJORN BARLOW JR", "BYORN BARLOW JR", "BJORN BARLOW JR"},
		{"TRI-COUNTY PLUMBING CQ", "TRI-COUNTY PLUMBING CO", "TRI-COUNTY PLUMBING CO"},
		{"IAN LEE", "JAN LEE", "IAN LEE"},
		{"MARIE LEE", "MARIO LEE", "MARIE LEE"}, // two people, may be
		{"ACME PLUMBING, INC", "ACME PLUMBING. INC", "ACME PLUMBING, INC"},
		{"OMAR TARIQ", "OMAR TARIO", "OMAR TARIQ"},
		{"ASTRID LINDQVIST", "ASTRID LINDOVIST", "ASTRID LINDQVIST"},
		{"PETER OKAFOR", "POTER OKAFOR", "PETER OKAFOR"},
		{"LII O CHURCH", "LI O CHURCH", "LI O CHURCH"},             // one stroke taken for two
		{"STONE CO", "STONE", "STONE CO"},                          // the legal form is lost
		{"SUNRISE LLC", "SUNNSE LLC", "SUNRISE LLC"},               // two small letters ran into one
		{"JOY T MILLS", "JOY T. MILIS", "JOY T MILLS"},             // a stop, and an l taken for an i
		{"WALTER DELACRO", "WALTER DELACROIX", "WALTER DELACROIX"}, // a stamp hides the end
		{"ANNA KOWALSKI", "ANNA KOWALSKII", "ANNA KOWALSKI"},       // a stroke behind it: a person must look
		{"MIA FITZER", "MIA FILZER", "MIA FITZER"},                 // of small letters
		{"QKAFOR ROOFING", "OKAFOR ROOFING", "OKAFOR ROOFING"},
		{"JOY } ZHANG", "JOY I ZHANG", "JOY I ZHANG"}, // a sign is left of the initial
	} {
		got := mendNames([]sheet.Seen[string]{name(tt.window, noticed.PlaceHeader), name(tt.stub, noticed.PlaceStub)})
		if s := settle(got); s.value != tt.want || (len(s.rivals) > 0) != slices.Contains(apart, tt.stub) {
			t.Errorf("%s and %s: got %s with %d rivals", tt.window, tt.stub, s.value, len(s.rivals))
		}
	}
}

// An L of the window that another reading of it has as an I is no L.
func TestAnLThatOneReadingHas(t *testing.T) {
	window := at("WEL Y. BARLOW", 1, "dim")
	again, stub := at("WEI Y. BARLOW", 1, "second"), at("WEI Y. BARLOW", 7, "")
	window.Evidence.Place, again.Evidence.Place, stub.Evidence.Place = noticed.PlaceHeader, noticed.PlaceHeader, noticed.PlaceStub
	if s := settle(mendNames([]sheet.Seen[string]{window, again, stub})); s.value != "WEI Y. BARLOW" {
		t.Errorf("got %s", s.value)
	}
}

// moved is what was seen, further to the right on its line.
func moved(o sheet.Seen[string], by float64) sheet.Seen[string] {
	o.Evidence.Box[0] += by
	o.Evidence.Box[2] += by
	return o
}

// Two looks without the mask are believed against those through it.
func TestUnmasked(t *testing.T) {
	for name, tt := range map[string]struct {
		seen []sheet.Seen[string]
		left int
	}{
		"two looks without it":       {[]sheet.Seen[string]{at("9234", 1, ""), at("9234", 1, "second"), at("5234", 1, "unmasked"), at("5234", 1, "unmasked")}, 2},
		"one look without it":        {[]sheet.Seen[string]{at("9234", 1, ""), at("5234", 1, "unmasked")}, 2},
		"one look, the mask unclear": {[]sheet.Seen[string]{at("9234", 1, "faint"), at("9234", 1, "noise"), at("5234", 1, "unmasked")}, 1},
		"one look, the mask dim":     {[]sheet.Seen[string]{at("9234", 1, "noise"), at("9234", 1, "dim again"), at("5234", 1, "unmasked")}, 1},
		"they do not agree":          {[]sheet.Seen[string]{at("9234", 1, ""), at("5234", 1, "unmasked"), at("5284", 1, "unmasked")}, 3},
		"the year on its line":       {[]sheet.Seen[string]{at("9234", 1, ""), at("9234", 1, "unmasked"), moved(at("2022", 1, "unmasked"), 0.3)}, 2},
		"another place says another": {[]sheet.Seen[string]{at("9234", 5, ""), at("5234", 1, "unmasked"), at("5234", 1, "unmasked")}, 3},
	} {
		if got := unmasked(tt.seen); len(got) != tt.left {
			t.Errorf("%s: %d readings are left", name, len(got))
		}
	}
}
