package classify

import (
	"testing"

	"noticed"
	"noticed/classify/sheet"
)

// A salutation that has one letter of the window's names otherwise has the window looked
// at, and says which of two readings of it is right; it need not name everybody.
func TestASalutationALetterOff(t *testing.T) {
	type reading struct {
		name string
		how  string
	}
	for title, tt := range map[string]struct {
		window     []reading
		salutation string
		want       string
		sure       bool
	}{
		"alike":                         {[]reading{{"WHITFIELD LLC", ""}, {"WHITFIELD LLC", "second"}}, "WHITFIELD LLC", "WHITFIELD LLC", true},
		"a letter off":                  {[]reading{{"WHITEIELD LLC", ""}, {"WHITEIELD LLC", "second"}}, "WHITFIELD LLC", "WHITEIELD LLC", false},
		"a letter off, looked at":       {[]reading{{"WHITEIELD LLC", ""}, {"WHITEIELD LLC", "second"}, {"WHITFIELD LLC", "second"}}, "WHITFIELD LLC", "WHITFIELD LLC", true},
		"a letter off, looked at twice": {[]reading{{"WHITFIELD LLC", ""}, {"WHITFIELD LLC", "second"}, {"WHITFIELD LLC", "second"}, {"WHITFIELD LLC", "second"}}, "WHITEIELD LLC", "WHITFIELD LLC", true},
		"a small letter taken so":       {[]reading{{"PETER BELL", ""}, {"PETER BELL", "second"}}, "PETER BEIL", "PETER BELL", true},
		"one of two people":             {[]reading{{"ANNE LEE / LI LEE", ""}, {"ANNE LEE / LI LEE", "second"}}, "LI LEE", "ANNE LEE / LI LEE", true},
		"another, as one look read":     {[]reading{{"ANNE LEE / LI LEE", ""}, {"ANNE LEE / LI LEE", "second"}, {"LI LEE", "dim again"}}, "LI LEE", "ANNE LEE / LI LEE", false},
	} {
		f := fields{item: item{leaves: []leaf{{number: 1, sheet: &sheet.Sheet{}}}}}
		s := f.item.leaves[0].sheet
		for _, r := range tt.window {
			o := at(r.name, 1, r.how)
			o.Evidence.Place = noticed.PlaceHeader
			s.People = append(s.People, o)
		}
		s.Named = []sheet.Seen[string]{at(tt.salutation, 3, "")}
		f.readNames()
		if sure := f.names.confidence >= certain && len(f.names.rivals) == 0; f.names.value != tt.want || sure != tt.sure {
			t.Errorf("%s: %q, sure %v", title, f.names.value, sure)
		}
	}
}

// A code that later pages alone say is not sure where the first has one that can't be read.
func TestACodeOfLaterPagesAlone(t *testing.T) {
	on := func(page int) []noticed.Evidence { return []noticed.Evidence{{Page: page}} }
	for name, tt := range map[string]struct {
		evidence, unread []noticed.Evidence
		want             bool
	}{
		"the first page has none":        {on(2), nil, false},
		"the first page's can't be read": {on(2), on(1), true},
		"the first page says it, too":    {append(on(2), on(1)...), on(1), false},
	} {
		f := fields{item: item{leaves: []leaf{{number: 1, sheet: &sheet.Sheet{UnreadCodes: tt.unread}}, {number: 2}}}}
		f.code.found, f.code.evidence = true, tt.evidence
		if f.startUnread() != tt.want {
			t.Errorf("%s: %v", name, !tt.want)
		}
	}
}
