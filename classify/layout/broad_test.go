package layout

import (
	"strings"
	"testing"

	"noticed"
	"noticed/extract"
)

func word(text string, left, right float64) extract.Word {
	return extract.Word{Text: text, Confidence: 0.9, Box: noticed.Box{left / 612, 0.2, right / 612, 0.21}}
}

// Recognition may draw the box of a word over the words behind it.
func TestAWordOverItsNeighbours(t *testing.T) {
	for name, tt := range map[string]struct {
		words []extract.Word
		lines int
		right float64 // of the first word
	}{
		"over the next two words": {[]extract.Word{word("KENNETH", 75, 159), word("&", 121, 126), word("IRENE", 130, 158), word("HINDS", 163, 193)}, 1, 121},
		"over dirt":               {[]extract.Word{word("2,000.68", 522, 565), word("'", 562, 566)}, 2, 565},
		"over a stray figure":     {[]extract.Word{word("of", 375, 396), word("2", 392, 397)}, 2, 396},
		"as wide as it should be": {[]extract.Word{word("KENNETH", 75, 117), word("HINDS", 121, 151)}, 1, 117},
	} {
		p := page(tt.words)
		if len(p.Lines) != tt.lines {
			t.Errorf("%s: %d lines", name, len(p.Lines))
		}
		if got := p.Lines[0].Cells[0].Words[0].Box.Right(); got < tt.right-0.01 || got > tt.right+0.01 {
			t.Errorf("%s: the first word ends at %.1f", name, got)
		}
	}
}

// A word whose box has a rule above it in it stays in its own line.
func TestAWordWithARuleInItsBox(t *testing.T) {
	at := func(text string, left, top, right, bottom float64) extract.Word {
		return extract.Word{Text: text, Box: noticed.Box{left, top, right, bottom}, Confidence: 0.9}
	}
	p := New(extract.Page{Width: 612, Height: 792}, []extract.Word{
		at("Tax", 0.589, 0.070, 0.613, 0.078), at("year", 0.626, 0.072, 0.647, 0.078), at("2017", 0.763, 0.070, 0.796, 0.078),
		at("Notice", 0.590, 0.072, 0.631, 0.092), at("date", 0.637, 0.084, 0.664, 0.092), at("March", 0.764, 0.084, 0.807, 0.092),
		at("Social", 0.590, 0.098, 0.629, 0.106), at("Security", 0.635, 0.098, 0.689, 0.109), at("Number", 0.694, 0.098, 0.747, 0.106),
	})
	var got []string
	for _, l := range p.Lines {
		for _, c := range l.Cells {
			got = append(got, c.Text())
		}
	}
	if want := "Tax year|2017|Notice date|March|Social Security Number"; strings.Join(got, "|") != want {
		t.Errorf("got %s", strings.Join(got, "|"))
	}
}
