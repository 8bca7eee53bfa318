package classify

import (
	"regexp"
	"slices"
	"strings"

	"noticed"
	"noticed/classify/layout"
	"noticed/classify/sheet"
)

// readSummary takes the summary box: of two readings of it, the one whose rows
// add up to the total and have labels that say what they are for; or, where each
// lost something, the rows of both that together add up.
func (f *fields) readSummary() {
	for _, l := range f.item.leaves {
		if l.sheet == nil {
			continue
		}
		var readings []*sheet.Summary
		for _, s := range append([]*sheet.Sheet{l.sheet}, l.seconds...) {
			if s.Summary != nil {
				partLabels(s.Summary.Rows)
				readings = append(readings, s.Summary)
			}
		}
		readings = append(readings, looked(l, readings)...)
		var guessed *sheet.Summary
		joined := joins(readings)
		if len(joined) == 0 && !slices.ContainsFunc(readings, closing) {
			if s, guess := bySum(readings); guess {
				guessed = s
			} else if s != nil {
				joined = append(joined, s)
			}
		}
		readings = append(readings, joined...)
		f.summaries = readings
		for _, s := range readings {
			ok, told := closing(s), labelled(s) && sureRows(s, readings)
			more := f.summary != nil && len(s.Rows) > len(f.summary.Rows) // with a row of nothing, which no sum misses
			if f.summary == nil || f.summary.Total == nil && s.Total != nil || ok && !f.closes || ok && told && (!f.labelled || more) {
				f.summary, f.closes, f.labelled = s, ok, told
			}
		}
		if guessed != nil && !f.closes {
			f.summary, f.guessed = guessed, true // it confirms nothing, and a person is asked
		}
		if f.summary != nil {
			f.summaryOn = l.number
			return
		}
	}
}

// bearOut takes, of a box whose total was lost or misread, the reading whose rows add up to
// what is due by all other places; whether there is one.
func (f *fields) bearOut() bool {
	if f.closes || f.summary == nil || !f.balance.found || f.balance.confidence < certain || len(f.balance.rivals) > 0 {
		return false
	}
	for _, s := range f.summaries {
		var sum noticed.Money
		for _, r := range s.Rows {
			sum += r.Amount
		}
		if len(s.Rows) > 1 && max(sum, -sum) == max(f.balance.value, -f.balance.value) && (s.Total == nil || s.Total.Confidence < certain) && labelled(s) && sureRows(s, f.summaries) {
			f.summary = s
			return true
		}
	}
	return false
}

// mostRows is how many rows a summary may have for its two readings to be tried
// in all combinations.
const mostRows = 10

// joins are the readings of a box that any two of them make together; none where two
// joins add up with other rows.
func joins(readings []*sheet.Summary) []*sheet.Summary {
	var out []*sheet.Summary
	for i, first := range readings {
		for _, second := range readings[i+1:] {
			m := merged(first, second)
			if m == nil {
				continue
			}
			if len(out) > 0 && !sameAmounts(out[0], m) {
				return nil
			}
			out = append(out, m)
		}
	}
	return out
}

// sameAmounts says whether the rows of two readings have the same amounts.
func sameAmounts(a, b *sheet.Summary) bool {
	return slices.EqualFunc(a.Rows, b.Rows, func(a, b sheet.Row) bool { return a.Amount == b.Amount })
}

// merged joins two readings of one box row by row. Where both have a row but
// not the same amount, the arithmetic decides: exactly one choice must make the
// rows add up to a total that neither reading contradicts. nil if there is none.
func merged(a, b *sheet.Summary) *sheet.Summary {
	total := a.Total
	if total == nil {
		total = b.Total
	}
	if total == nil || b.Total != nil && b.Total.Amount != total.Amount {
		return nil
	}
	rows := pair(above(a.Rows, total), above(b.Rows, total))
	if len(rows) == 0 || len(rows) > mostRows {
		return nil
	}
	var found *sheet.Summary
	for choice := range 1 << len(rows) {
		s := &sheet.Summary{Total: total, Box: a.Box}
		repeats := false
		for i, row := range rows {
			pick := choice >> i & 1
			repeats = repeats || pick == 1 && (len(row) == 1 || row[1].Amount == row[0].Amount)
			s.Rows = append(s.Rows, row[min(pick, len(row)-1)])
		}
		if repeats || !closing(s) {
			continue
		}
		switch {
		case found == nil:
			found = s
		case !sameAmounts(found, s):
			return nil // two ways to add up: neither is certain
		}
	}
	if found != nil {
		for i, row := range rows {
			found.Rows[i].Label = betterLabel(row)
		}
		partLabels(found.Rows)
	}
	return found
}

// above are the rows that stand above the total: what stands beside it is the
// total again, with a label that was lost.
func above(rows []sheet.Row, total *sheet.Row) []sheet.Row {
	var out []sheet.Row
	for _, r := range rows {
		if r.Evidence.Box.Bottom() < total.Evidence.Box.MidY() {
			out = append(out, r)
		}
	}
	return out
}

// betterLabel is, of the labels that two readings give a row, the shorter of
// those that say what it is for: a longer one has taken in its neighbour.
func betterLabel(row []sheet.Row) string {
	best := row[0].Label
	for _, r := range row[1:] {
		if tells(r.Label) && (!tells(best) || len(r.Label) < len(best)) {
			best = r.Label
		}
	}
	return best
}

// partLabels takes the words off the labels of recognised rows that their neighbours have:
// off the one that tells what its row is for without them.
func partLabels(rows []sheet.Row) {
	for i := 1; i < len(rows); i++ {
		if rows[i].Confidence == 1 {
			continue
		}
		if m := unfinished.FindStringSubmatch(rows[i-1].Label); m != nil && smallFirst(rows[i].Label) && tells(m[1]) && !tells(m[2]) {
			rows[i-1].Label, rows[i].Label = m[1], m[2]+" "+rows[i].Label
		}
		above, own := rows[i-1].Label, rows[i].Label
		if cut := behind(own, above); cut != own && tells(cut) {
			rows[i].Label = cut
		} else if cut := before(above, own); tells(cut) {
			rows[i-1].Label = cut
		}
	}
}

// unfinished is a label with the first line of the next row's behind it, which goes on in
// small letters: "Decrease in failure-to-file penalty Decrease in".
var unfinished = regexp.MustCompile(`^(.*\S) ([A-Z][a-z-]+(?: [a-z-]+)* (?:in|of|for|to|on|with|and))$`)

// smallFirst says whether a label begins with a small letter, and one that is no capital I.
func smallFirst(label string) bool {
	return label != "" && label[0] >= 'a' && label[0] <= 'z' && label[0] != 'l'
}

// tells says whether a label says what its row is for.
func tells(label string) bool { return role(label) != noticed.AmountOther || otherRow(label) }

// behind is a label without the words at its beginning that end the label above it: a
// row whose amount was lost leaves its label to the next, until another reading has the
// row.
func behind(label, above string) string {
	words := strings.Fields(label)
	for n := len(words) - 1; n > 0; n-- {
		if strings.HasSuffix(above, strings.Join(words[:n], " ")) {
			return strings.Join(words[n:], " ")
		}
	}
	return label
}

// before is a label without the words at its end, two or more, that begin the label below
// it: they are the first line of that one.
func before(label, below string) string {
	words := strings.Fields(label)
	for n := 1; n < len(words)-1; n++ {
		if strings.HasPrefix(below, strings.Join(words[n:], " ")) {
			return strings.Join(words[:n], " ")
		}
	}
	return label
}

// pair puts the rows of two readings side by side, by their height on the page.
func pair(a, b []sheet.Row) [][]sheet.Row {
	var out [][]sheet.Row
	for _, r := range a {
		out = append(out, []sheet.Row{r})
	}
next:
	for _, r := range b {
		for i := range out {
			first := out[i][0].Evidence
			if first.Page == r.Evidence.Page && r.Evidence.Box.MidY() > first.Box.Top() && r.Evidence.Box.MidY() < first.Box.Bottom() {
				if len(out[i]) == 1 {
					out[i] = append(out[i], r)
				}
				continue next
			}
		}
		out = append(out, []sheet.Row{r})
	}
	slices.SortStableFunc(out, func(x, y []sheet.Row) int {
		if x[0].Evidence.Box.MidY() < y[0].Evidence.Box.MidY() {
			return -1
		}
		return 1
	})
	return out
}

// labelled says whether the label of every row tells what it is for. Of two rows
// that were recognised as tax, one may be a penalty for estimated tax that lost
// its end.
func labelled(s *sheet.Summary) bool {
	taxes, recognised := 0, false
	for _, r := range s.Rows {
		if role(r.Label) == noticed.AmountTax {
			taxes++
			recognised = recognised || r.Confidence < 1
		}
	}
	if taxes > 1 && recognised {
		return false
	}
	for _, r := range s.Rows {
		if r.Confidence < 1 && ofTwoRows(r.Label) {
			return false
		}
		if r.Confidence < 1 && r.Amount < 0 && charge(r.Label) {
			return false // the end of another row's label
		}
		if r.Confidence < 1 && r.Amount > 0 && owes(s) && takenOff(r.Label) {
			return false // what is left of another, "Pest due lastallinent payment"
		}
		if role(r.Label) == noticed.AmountOther && !otherRow(r.Label) {
			return false
		}
	}
	return true
}

// owes says whether the total is of what is owed: what is taken off it has its minus, once
// the rows add up.
func owes(s *sheet.Summary) bool {
	return s.Total != nil && s.Total.Amount > 0 && !refundLabel(s.Total.Label)
}

// takenOff says whether a label is of a payment or credit.
func takenOff(label string) bool {
	is := role(label)
	return is == noticed.AmountPayment || is == noticed.AmountCredit
}

// ofTwoRows says whether a label is that of two rows, one of which lost its amount: no
// row is for a penalty and for interest, or for either and for what was owed before or for
// credits, no label ends in the word and, and none is of an increase twice.
func ofTwoRows(label string) bool {
	text := layout.Fold(label)
	if strings.Count(strings.ToLower(label), "increase") > 1 {
		return true
	}
	penalty, interest := layout.Contains(text, penalty), layout.Contains(text, layout.Fold("interest"))
	charged := penalty || interest || strings.Contains(text, layout.Fold("failure"))
	return strings.HasSuffix(label, " and") || charged && strings.Contains(text, layout.Fold("credits")) || penalty && interest || (penalty || interest) && strings.Contains(text, layout.Fold("owed"))
}

// clearLabel is the confidence of its words from which on a row's label is believed
// as one reading has it, and its amount's sign.
const clearLabel = 0.5

// clearSign is that from which on the sign of an amount is, which only ink as thin as a
// minus tells.
const clearSign = 0.85

// sureRows says whether each row is for what its label says, and a credit of a refund,
// which adds up with either sign, is as it is signed: it was read clearly, or another
// reading of the row says the same; a credit clearly, and none clearly otherwise.
func sureRows(s *sheet.Summary, readings []*sheet.Summary) bool {
	for _, r := range s.Rows {
		same := func(says func(sheet.Row) bool) bool {
			return slices.ContainsFunc(readings, func(t *sheet.Summary) bool {
				return t != s && slices.ContainsFunc(t.Rows, func(o sheet.Row) bool {
					return o.Evidence.Box != r.Evidence.Box && sameHeight(o.Evidence.Box, r.Evidence.Box) && says(o)
				})
			})
		}
		if r.LabelClear < clearLabel && !spelled(r) && !same(func(o sheet.Row) bool { return role(o.Label) == role(r.Label) }) {
			return false
		}
		clearly := func(o sheet.Row) bool { return o.Confidence >= clearLabel }
		if s.Total != nil && refundLabel(s.Total.Label) && isCredit(r.Label) && eitherSign(s, r) && (same(func(o sheet.Row) bool { return clearly(o) && o.Amount != r.Amount }) ||
			r.Confidence < clearSign && !same(func(o sheet.Row) bool { return clearly(o) && o.Amount == r.Amount })) {
			return false
		}
	}
	return true
}

// eitherSign says whether the rows of a refund come to it whether one of them is a credit
// or a charge: nothing is left of the others.
func eitherSign(s *sheet.Summary, r sheet.Row) bool {
	rest := -r.Amount
	for _, o := range s.Rows {
		rest += o.Amount
	}
	return rest == 0
}

// closing says whether rows add up to the total. Credits and decreases that are
// printed without their minus are counted with it, if that is the one way to
// make the sum right; a refund is what the rows fall short of nothing by, and where it is
// printed with a minus, so are they.
func closing(s *sheet.Summary) bool {
	if s.Total == nil || len(s.Rows) == 0 {
		return false
	}
	var sum noticed.Money
	var credits []int
	for i, r := range s.Rows {
		sum += r.Amount
		if r.Amount > 0 && isCredit(r.Label) {
			credits = append(credits, i)
		}
	}
	meets := func(v noticed.Money) bool {
		return v == s.Total.Amount || refundLabel(s.Total.Label) && s.Total.Amount > 0 && v == -s.Total.Amount
	}
	if meets(sum) {
		return true
	}
	if len(credits) > mostRows {
		return false
	}
	found := 0
	for choice := 1; choice < 1<<len(credits); choice++ {
		v := sum
		for k, i := range credits {
			if choice>>k&1 == 1 {
				v -= 2 * s.Rows[i].Amount
			}
		}
		if !meets(v) {
			continue
		}
		if found != 0 {
			return false
		}
		found = choice
	}
	for k, i := range credits {
		if found>>k&1 == 1 {
			s.Rows[i].Amount = -s.Rows[i].Amount
		}
	}
	return found != 0
}
