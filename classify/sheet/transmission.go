package sheet

import (
	"regexp"
	"slices"

	"noticed/classify/layout"
	"noticed/classify/printed"
)

// A fax machine prints a line of its own over the top of every page that it sends:
// the day and the time, from whom and to whom, and the page of how many. None of
// it is the letter's.

var (
	clock = regexp.MustCompile(`\b[0-2]?[0-9][:;][0-5][0-9]\b`)
	// ofTransmission are the parts of such a line beside day and time.
	ofTransmission = []*regexp.Regexp{
		regexp.MustCompile(`(?i)\bfrom\b`),
		regexp.MustCompile(`(?i)\bto\s*[:;]`),
		regexp.MustCompile(`(?i)\bfax\b`),
		regexp.MustCompile(`(?i)\b(?:p|pg|page)\b[^a-z]{0,3}[0-9OQ@]`),
		regexp.MustCompile(`\(?[0-9]{3}[-) .]{1,2}[0-9]{3}[- .][0-9]{4}`),
		regexp.MustCompile(`\b[0-9]{1,3}/[0-9]{1,3}$`),
	}
)

// topEdge is the share of the page above which such a line stands.
const topEdge = 0.05

// withoutTransmission is the page without the line of a fax machine at its top.
func withoutTransmission(page *layout.Page) *layout.Page {
	i := slices.IndexFunc(page.Lines, func(l layout.Line) bool { return l.Box.Bottom() < topEdge*page.Height && transmission(l) })
	if i < 0 {
		return page
	}
	out := *page
	out.Lines = slices.Delete(slices.Clone(page.Lines), i, i+1)
	for j := i; j < len(out.Lines); j++ {
		out.Lines[j].Cells = slices.Clone(out.Lines[j].Cells)
		for k := range out.Lines[j].Cells {
			out.Lines[j].Cells[k].Line = j
		}
	}
	return &out
}

func transmission(l layout.Line) bool {
	var words []layout.Word
	for _, c := range l.Cells {
		words = append(words, c.Words...)
	}
	text := layout.Join(words)
	if !printed.Stamped(text) && len(printed.Dates(text)) == 0 || !clock.MatchString(text) {
		return false
	}
	n := 0
	for _, part := range ofTransmission {
		if part.MatchString(text) {
			n++
		}
	}
	return n >= 2
}
