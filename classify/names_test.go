package classify

import (
	"testing"

	"noticed"
	"noticed/classify/sheet"
)

// Names are weighed more leniently than figures: what can't be read does not gainsay a
// place that was read alike again and again, and one reading of a place is enough.
func TestNamesAreWeighedLeniently(t *testing.T) {
	for name, tt := range map[string]struct {
		seen            []sheet.Seen[string]
		strict, lenient int // rivals
	}{
		"a smudge beside a clear place": {[]sheet.Seen[string]{at("a", 1, ""), at("a", 1, "second"), at("b", 5, "smudge")}, 1, 0},
		"one look against three":        {[]sheet.Seen[string]{at("a", 1, ""), at("a", 5, "second"), at("b", 5, ""), at("b", 5, "second"), at("b", 5, "second")}, 1, 0},
		"another name at another place": {[]sheet.Seen[string]{at("a", 1, ""), at("a", 1, "second"), at("b", 5, "")}, 1, 1},
	} {
		if s, l := settle(tt.seen), weigh(tt.seen, lenient); len(s.rivals) != tt.strict || len(l.rivals) != tt.lenient {
			t.Errorf("%s: %d rivals to a figure, %d to a name", name, len(s.rivals), len(l.rivals))
		}
	}
}

// A first page whose 1 one reading takes for a 2 is the first page all the same.
func TestThePageNumberOfAFirstPage(t *testing.T) {
	first := leaf{sheet: &sheet.Sheet{Number: 2, Letterhead: true, Whole: true}, seconds: []*sheet.Sheet{{Number: 1, Whole: true}}}
	if !first.starts() || first.continues() {
		t.Error("a notice does not begin on its first page")
	}
	first.sheet.Letterhead = false
	first.sheet.NoticeDates = []sheet.Seen[noticed.Date]{{}}
	if first.starts() {
		t.Error("a later page without letterhead begins a notice")
	}
}
