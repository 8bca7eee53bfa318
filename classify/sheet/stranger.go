package sheet

import (
	"regexp"
	"strings"

	"noticed/classify/layout"
	"noticed/classify/printed"
)

// What a page says of anybody but its addressee: another address window, and
// numbers of taxpayers in running text. Whether that is another taxpayer is not
// the page's business.

// authority are words of the addresses that notices print for writing to, which
// may stand in capitals like an address window.
var authority = regexp.MustCompile(`\b(?:IRS|CENTER|CENTRE|OFFICE|SERVICES?|DEPARTMENT|DEPT|TREASURY|BRANCH|APPEALS|CAMPUS|COURT|TAX|TAXATION|REVENUE|UNIT|OPERATIONS?|COLLECTION|EXAMINATION|UNITED STATES|STOP)\b`)

// readBeside reads the addressees of address windows under the first one, up to
// where the stub begins.
func (r *reader) readBeside(top float64) {
	if !r.Letterhead || len(r.People) == 0 {
		return
	}
	first := r.People[0].Evidence.Box
	for c := range r.Layout.Cells {
		if c.Box.MidY() >= min(r.stubTop, 0.6*r.Layout.Height) {
			return
		}
		if c.Box.Top() <= top || c.Box.Left() > 0.5*layout.Width || !isCity(c.Text()) {
			continue
		}
		over := overStreet(r.over(c, top))
		if len(over) == 0 || strings.HasSuffix(strings.TrimSpace(over[len(over)-1].Text()), ":") {
			continue // an address under the sentence that says what is sent there
		}
		names, ok := r.namesIn(over, false)
		if ok && !names.Repaired && names.Evidence.Box.Top() > first.Bottom() && !authority.MatchString(names.Value) {
			r.Beside = append(r.Beside, names)
		}
	}
}

// fewest is how many words a sentence has around a number: with fewer it is a
// label, or a line of a list.
const fewest = 3

var word = regexp.MustCompile(`[A-Za-z]{2,}`)

// statedNumbers takes the social security numbers that sentences state.
func (r *reader) statedNumbers(run layout.Run) {
	for _, n := range printed.WholeSSNs(run.Text) {
		box := run.Box(n.Start, n.End)
		from, to := sentenceAround(run.Text, n.Start, n.End)
		sentence := printed.Mask(run.Text[from:to])
		if r.inTable(box) || len(word.FindAllString(sentence, fewest)) < fewest {
			continue
		}
		r.Numbers = append(r.Numbers, see(r, Stated{n.ID, sentence}, run, n.Start, n.End, r.placeOnPage(box), false))
	}
}
