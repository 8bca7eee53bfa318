package sheet

import (
	"slices"
	"testing"

	"noticed"
	"noticed/classify/layout"
	"noticed/classify/layout/typeset"
)

// A year in the column of a block's values whose label was lost is the tax year; one that
// something else announces, be its label torn, is not.
func TestAYearWithoutItsLabel(t *testing.T) {
	for label, want := range map[string]string{"~ ,.": "header 2020-12-31", "Your caller": "", "Form revised in": ""} {
		lines := []text{
			{X: 370, Y: 40, Text: "Notice"}, {X: 470, Y: 40, Text: "CP503"},
			{X: 370, Y: 52, Text: "Notice date"}, {X: 470, Y: 52, Text: "January 30, 2021"},
			{X: 370, Y: 76, Text: "Social security number"}, {X: 470, Y: 76, Text: "XXX-XX-4321"},
			{X: 370, Y: 61, Text: label}, {X: 450, Y: 66, Text: "1D"}, {X: 470, Y: 64, Text: "2020"},
		}
		s := recognised(lines...)
		if got := places(s.Periods, func(p Period) string { return p.End.End.String() }); got != want {
			t.Errorf("%q: %q, want %q", label, got, want)
		}
	}
}

// Where a block has no code, what stands over it beside a label that can't be read is
// looked at: dirt made one word each of two lines of labels and values.
func TestACodeOfWhichNothingWasRead(t *testing.T) {
	for name, tt := range map[string]struct {
		over []text
		want int
	}{
		"label and value ruined": {[]text{{X: 370, Y: 40, Text: "oat"}, {X: 470, Y: 40, Text: "see"}}, 1},
		"another label":          {[]text{{X: 370, Y: 40, Text: "Letter language"}, {X: 470, Y: 40, Text: "see"}}, 0},
		"nothing":                {nil, 0},
		"a code behind its label, with the next line's": {[]text{{X: 370, Y: 40, Text: "Notice"}, {X: 470, Y: 40, Text: "S218N d date"}}, 1},
		"a label whose number sign was ruined":          {[]text{{X: 370, Y: 40, Text: "Notice Ne"}, {X: 470, Y: 40, Text: "ieee"}}, 1},
		"another word behind notice":                    {[]text{{X: 370, Y: 40, Text: "Notice language"}, {X: 470, Y: 40, Text: "ieee"}}, 0},
		"words behind the label":                        {[]text{{X: 370, Y: 40, Text: "Notice"}, {X: 470, Y: 40, Text: "of your right"}}, 0},
	} {
		lines := slices.Concat(tt.over, []text{
			{X: 370, Y: 52, Text: "Notice date"}, {X: 470, Y: 52, Text: "January 30, 2021"},
			{X: 370, Y: 64, Text: "Social security number"}, {X: 470, Y: 64, Text: "XXX-XX-4321"},
		})
		s := Read(layout.New(typeset.Page(1, false), typeset.Set(0.9, lines...)), noticed.HowOCR, true, false, func(string, bool) bool { return false })
		if len(s.UnreadCodes) != tt.want {
			t.Errorf("%s: %+v", name, s.UnreadCodes)
		}
	}
}

// recognised reads lines as recognition has them, on a notice CP503.
func recognised(lines ...text) *Sheet {
	return Read(layout.New(typeset.Page(1, false), typeset.Set(0.9, lines...)), noticed.HowOCR, true, false, func(s string, _ bool) bool { return s == "CP503" })
}

// A label whose value recognition lost is looked at, and one with words for a value is not.
func TestAValueOfWhichNothingWasRead(t *testing.T) {
	for name, tt := range map[string]struct {
		year []text
		want int
	}{
		"lost":  {nil, 1},
		"torn":  {[]text{{X: 370, Y: 61, Text: "2O2"}}, 1},
		"words": {[]text{{X: 370, Y: 61, Text: "see below"}}, 0},
		"read":  {[]text{{X: 370, Y: 61, Text: "2020"}}, 0},
	} {
		lines := slices.Concat([]text{
			{X: 370, Y: 40, Text: "Notice"}, {X: 370, Y: 48, Text: "CP503"}, {X: 370, Y: 56, Text: "Tax year"}, {X: 370, Y: 76, Text: "Notice date"}, {X: 370, Y: 84, Text: "January 30, 2021"},
			{X: 370, Y: 96, Text: "Social security number"}, {X: 370, Y: 104, Text: "XXX-XX-4321"},
		}, tt.year)
		s := recognised(lines...)
		if len(s.Lost) != tt.want {
			t.Errorf("%s: %+v", name, s.Lost)
		}
	}
}

// A word that recognition is not sure of may be the date that the label announces.
func TestADateThatWasMadeAWordOf(t *testing.T) {
	label := []text{{X: 370, Y: 40, Text: "Date:"}, {X: 370, Y: 66, Text: "Social Security number:"}, {X: 370, Y: 74, Text: "XXX-XX-4321"}, {X: 370, Y: 92, Text: "Person to Contact:"}, {X: 370, Y: 100, Text: "R. Ames"}}
	for name, tt := range map[string]struct {
		value      string
		confidence float64
		want       int
	}{
		"a word that is none": {"mieiamas", 0.05, 1},
		"a word":              {"Immediately", 0.9, 0},
		"a date":              {"01-11-2021", 0.9, 0},
	} {
		words := append(typeset.Set(0.9, label...), typeset.Set(tt.confidence, text{X: 370, Y: 48, Text: tt.value})...)
		s := Read(layout.New(typeset.Page(1, false), words), noticed.HowOCR, true, false, func(string, bool) bool { return false })
		lost := slices.DeleteFunc(s.Lost, func(e noticed.Evidence) bool { return !e.Box.Holds(words[len(words)-1].Box) })
		if len(lost) != tt.want {
			t.Errorf("%s: %+v", name, lost)
		}
	}
}

// A block whose first line, the code's, is lost whole is looked at above its top; below
// words that can be read there was none.
func TestALineLostOverABlock(t *testing.T) {
	for name, tt := range map[string]struct {
		over []text
		want int
	}{
		"nothing": {nil, 1}, "a scrap": {[]text{{X: 370, Y: 52, Text: "cps"}}, 1},
		"words": {[]text{{X: 370, Y: 52, Text: "Department letters"}}, 0}, "the code": {[]text{{X: 370, Y: 44, Text: "Notice"}, {X: 370, Y: 52, Text: "CP503"}}, 0},
	} {
		lines := slices.Concat(tt.over, []text{
			{X: 370, Y: 64, Text: "Notice date"}, {X: 370, Y: 72, Text: "January 30, 2021"},
			{X: 370, Y: 84, Text: "Social security number"}, {X: 370, Y: 92, Text: "XXX-XX-4321"},
		})
		s := recognised(lines...)
		if len(s.Lost) != tt.want {
			t.Errorf("%s: %+v", name, s.Lost)
		}
	}
}

// Dirt in front of an employer's number is no part of it.
func TestANumberWithADashInFront(t *testing.T) {
	s := read(text{X: 370, Y: 40, Text: "Notice"}, text{X: 470, Y: 40, Text: "CP161"}, text{X: 370, Y: 52, Text: "Employer ID number"}, text{X: 470, Y: 52, Text: "—00-4216592"},
		text{X: 370, Y: 64, Text: "Notice date"}, text{X: 470, Y: 64, Text: "January 30, 2021"})
	if len(s.IDs) != 1 || s.IDs[0].Value.Last4 != "6592" {
		t.Errorf("%+v", s.IDs)
	}
}

// Of a block whose labels all were read, one value is enough that it is one: pens and stamps
// go over the others.
func TestABlockOfOneValue(t *testing.T) {
	stub := []text{
		{X: 350, Y: 590, Text: "Notice"}, {X: 470, Y: 590, Text: "p"},
		{X: 350, Y: 602, Text: "Notice date"}, {X: 470, Y: 602, Text: "May 19, 2020"},
		{X: 350, Y: 614, Text: "Social Security number"}, {X: 470, Y: 614, Text: "= nnn\""},
	}
	for name, tt := range map[string]struct {
		lines []text
		want  int
	}{
		"all labels":        {stub, 1},
		"without the first": {stub[2:], 0},
		"without the last":  {stub[:4], 0},
		"without a value":   {[]text{stub[0], stub[1], stub[2], stub[4], stub[5]}, 0},
	} {
		if got := len(recognised(tt.lines...).NoticeDates); got != tt.want {
			t.Errorf("%s: %d notice dates", name, got)
		}
	}
	if got := len(read(stub...).NoticeDates); got != 0 {
		t.Errorf("in a text layer: %d notice dates", got)
	}
}
