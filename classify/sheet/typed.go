package sheet

import (
	"regexp"
	"strings"

	"noticed"
	"noticed/classify/layout"
	"noticed/classify/printed"
)

// The head of a letter from the correspondence system stands in typewriter rows
// without labels, but for the first:
//
//	In reply refer to:  0249057713
//	Feb. 05, 2024   LTR 5071C   0
//	000-00-0000   202212 30
//
// A later page repeats the rows.
var (
	typedCode   = regexp.MustCompile(`(?i)\bLTR\.?\s*([0-9SOIBZ]{2,5}\s?(?:[A-Z]\b|[¢©€]))`)
	typedLetter = regexp.MustCompile(`\bLTR\.? ?(\S{3,7})`)
	typedPeriod = regexp.MustCompile(`(?:^|\s)((?:19|20)[0-9]{2}(?:0[1-9]|1[0-2]))\s+[0-9]{2}(?:\s|$)`)
	typedRefer  = regexp.MustCompile(`^[0-9]{10}$`)
	// spacedEIN and spacedSSN are numbers whose hyphens were taken off with what masks
	// others.
	spacedEIN = regexp.MustCompile(`^([0-9]{2}) ([0-9]{7})\b`)
	spacedSSN = regexp.MustCompile(`^([0-9]{3}) ([0-9]{2}) ([0-9]{4})\b`)
)

// hyphens gives the number that a row begins with its hyphens back.
func hyphens(row string) string {
	return spacedSSN.ReplaceAllString(spacedEIN.ReplaceAllString(row, "$1-$2"), "$1-$2-$3")
}

// likeFigures are the letters that figures of a letter's number are taken for where
// the number is stuck to the word before it.
var likeFigures = strings.NewReplacer("S", "5", "O", "0", "I", "1", "L", "1", "l", "1", "B", "8", "Z", "2")

// signForC are the signs that the C behind a letter's number is taken for.
var signForC = strings.NewReplacer("¢", "C", "©", "C", "€", "C")

// readTyped reads such a head: the row with the letter's number, and those
// around it.
func (r *reader) readTyped() {
	for i, line := range r.Layout.Lines {
		if line.Box.MidY() > 0.3*r.Layout.Height {
			return
		}
		run := lineRun(line, 0)
		m := typedCode.FindStringSubmatchIndex(run.Text)
		if m == nil {
			if r.typedSpoilt(i, run) {
				return
			}
			continue
		}
		text := run.Text[m[2]:m[3]]
		text = signForC.Replace(text)
		code := likeFigures.Replace(text[:len(text)-1]) + text[len(text)-1:]
		if code[0] != text[0] && !r.isCode(code, true) { // LTRS5071C: of the R and what is before the number an S is made
			code = code[1:]
		}
		if !r.isCode(code, true) {
			if r.typedSpoilt(i, run) {
				return
			}
			continue
		}
		if box := run.Box(m[2], m[3]); !r.seenCode(box) {
			r.Codes = append(r.Codes, see(r, Code{Text: code, Labelled: true}, run, m[2], m[3], noticed.PlaceHeader, code != text))
		}
		r.typed = true
		column := run.Box(m[0], m[1]).Left()
		left := r.cellOf(line, column)
		if box, ok := r.typedDate(run, m[0]); ok {
			left = box.Left()
		}
		r.typedRows(i, left-2*r.Layout.Type, column)
		return
	}
}

// typedSpoilt reads the rows around one whose date is followed by LTR and nothing that can
// be a letter's number: what else the head says stands there all the same.
func (r *reader) typedSpoilt(i int, run layout.Run) bool {
	m := typedLetter.FindStringSubmatchIndex(run.Text)
	if m == nil || r.How == noticed.HowText {
		return false
	}
	box, ok := r.typedDate(run, m[0])
	if !ok {
		return false
	}
	r.UnreadCodes = append(r.UnreadCodes, r.evidence(run.Box(m[2], m[3]), "", noticed.PlaceHeader))
	r.typed = true
	r.typedRows(i, box.Left()-2*r.Layout.Type, run.Box(m[0], m[1]).Left())
	return true
}

// typedDate takes the date that such a row begins with, before the letter's number, and
// says where it stands.
func (r *reader) typedDate(run layout.Run, before int) (box noticed.Box, ok bool) {
	dates := printed.Dates(run.Text[:before])
	if len(dates) == 0 {
		return box, false
	}
	d := dates[0]
	if box = run.Box(d.Start, d.End); !r.explained(box) {
		r.markDate(box)
		r.NoticeDates = append(r.NoticeDates, see(r, d.Value, run, d.Start, d.End, noticed.PlaceHeader, d.Repaired))
	}
	return box, true
}

// cellOf is the left edge of the cell of a line that a place stands in: of the date before
// the letter's number, be it unreadable.
func (r *reader) cellOf(line layout.Line, x float64) float64 {
	for _, c := range line.Cells {
		if c.Box.Left() <= x && x < c.Box.Right() {
			return c.Box.Left()
		}
	}
	return x
}

// typedRows reads the rows under and over the one with the letter's number, from
// an edge on. The taxpayer's number stands in the row under it, left of its column.
func (r *reader) typedRows(at int, left, column float64) {
	for i := max(0, at-2); i < len(r.Layout.Lines) && i <= at+3; i++ {
		line := r.Layout.Lines[i]
		run := lineRun(line, left)
		if i < at {
			if text := strings.TrimSpace(run.Text); typedRefer.MatchString(text) {
				r.addReference(noticed.ReferenceReplyReferTo, run, 0, len(run.Text), noticed.PlaceHeader)
			}
			continue
		}
		if i == at || line.Box.Top()-r.Layout.Lines[at].Box.Bottom() > 6*r.Layout.Type {
			continue
		}
		m := typedPeriod.FindStringSubmatchIndex(run.Text)
		if id, ok := printed.ID(hyphens(run.Text)); ok && len(r.IDs) == 0 {
			r.IDs = append(r.IDs, see(r, id, run, 0, min(12, len(run.Text)), noticed.PlaceHeader, id.Repaired))
		} else if m != nil && m[2] > 0 && len(r.IDs) == 0 {
			text := strings.TrimSpace(run.Text[:m[2]])
			if id, start, ok := printed.GarbledID(text); ok {
				r.IDs = append(r.IDs, see(r, id, run, start, start+len(id.Last4), noticed.PlaceHeader, false))
			} else if text != "" {
				r.Unread = append(r.Unread, r.evidence(run.Box(0, m[2]), "", noticed.PlaceHeader))
			}
		} else if m == nil && i == at+1 && len(r.IDs) == 0 && r.How != noticed.HowText && run.Text != "" {
			if box := run.Box(0, len(run.Text)); box.Left() < column && figures(run.Text) {
				r.Unread = append(r.Unread, r.evidence(box, "", noticed.PlaceHeader)) // the period beside it was spoilt, too
			}
		}
		if m != nil {
			if p, ok := printed.Period(run.Text[m[2]:m[3]]); ok {
				r.Periods = append(r.Periods, see(r, Period{End: p}, run, m[2], m[3], noticed.PlaceHeader, false))
			}
		}
	}
}

// lineRun is the words of a line from an edge on.
func lineRun(line layout.Line, left float64) layout.Run {
	var words []layout.Word
	for _, c := range line.Cells {
		for _, w := range c.Words {
			if w.Box.Left() >= left {
				words = append(words, w)
			}
		}
	}
	return layout.NewRun(words)
}
