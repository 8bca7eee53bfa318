package layout

import (
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
