package classify

import (
	"slices"
	"strings"
	"testing"

	"noticed"
	"noticed/classify/layout/typeset"
	"noticed/extract"
)

// without returns the paper without the lines of a page that begin so.
func (p paper) without(page int, beginnings ...string) paper {
	out := slices.Clone(p)
	out[page-1] = slices.DeleteFunc(slices.Clone(p[page-1]), func(l typeset.Line) bool {
		return slices.ContainsFunc(beginnings, func(b string) bool { return strings.HasPrefix(l.Text, b) })
	})
	return out
}

// A line that both readings of a whole page lost, label and all, is found where it stands:
// in the band on top, and by looks that have its label from there.
func TestALineThatWholeReadingsLost(t *testing.T) {
	numbers := []string{"Social security number", "987-65-4321", "Write your", "Your social", "Page 2"}
	lost := cp14.without(1, numbers...).without(2, numbers...)
	for band, want := range map[bool]string{true: "4321", false: ""} {
		looked := false
		s := lost.scanned(0.9, func(r extract.Request) paper {
			switch {
			case r.Effort.Closely() && r.Region.Height() < 0.03 && r.Region.Bottom() < 0.12:
				looked = looked || r.Region.Left() < 0.62
				return cp14
			case band && r.Effort == extract.SecondOpinion && r.Region != noticed.WholePage:
				return cp14
			}
			return lost
		})
		a := only(t, s.Notices())
		if got := last4Of(a); got != want || band && strings.Contains(reasons(a), "taxpayer.id") || band != looked {
			t.Errorf("band %v: %q, looked with its label: %v, %s", band, got, looked, reasons(a))
		}
	}
}

func TestMaskedAgain(t *testing.T) {
	for text, want := range map[string]string{
		"5826": "**-5826", "XXX-XX5826": "XXX-XX5826", "000005826": "**-5826", "XXX5826": "**-5826", "202512": "202512", "30": "30", "58266": "58266",
	} {
		if got := masked([]extract.Word{{Text: text}})[0].Text; got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

// The tax year before a number, or before what is left of its mask, is no number.
func TestAYearIsNotMasked(t *testing.T) {
	for line, want := range map[string]string{
		"2022 1234":         "2022 **-1234",
		"2022 nnn nn nnann": "2022 nnn nn nnann",
		"2022 202012 00":    "**-2022 202012 00",
		"1234 2022":         "**-1234 **-2022",
	} {
		var words []extract.Word
		for w := range strings.FieldsSeq(line) {
			words = append(words, extract.Word{Text: w})
		}
		var got []string
		for _, w := range masked(words) {
			got = append(got, w.Text)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: got %s, want %s", line, got, want)
		}
	}
}
