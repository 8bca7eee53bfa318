package catalog

import (
	"cmp"
	"slices"
	"strings"
)

// Candidate is a notice that a damaged reading may have been.
type Candidate struct {
	Entry   Entry
	Variant string // the printed form it was compared with, without spaces

	// Distance is 0 if the reading differs only by letters that stand where a
	// digit must and look like it (O for 0, l for 1), or by a look-alike within
	// CP or LT (GP, 1T): that is what OCR does. A letter at the end that may be
	// the code's own letter as well as a digit, a digit where a letter must
	// stand, a G for a C behind the number, and that there is no digit at all, add
	// 1 each; any other character wrong, lost or added adds 2.
	Distance int
}

// maxDistance is how far a candidate may be: one true error.
const maxDistance = 2

// target is a printed form to compare with.
type target struct {
	form string
	row  int
}

// targets are the forms that begin with letters; a damaged bare number could be
// anything.
func targets(c *Catalog) []target {
	var all []target
	for form, rows := range c.variants {
		if isDigit(form[0]) || strings.Contains(form, "/") {
			continue
		}
		for _, row := range rows {
			all = append(all, target{form, row})
		}
	}
	slices.SortFunc(all, func(a, b target) int { return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.form, b.form)) })
	return all
}

// Near lists every notice that a damaged reading of a code may have been,
// nearest first, each once. It lists the rivals too, so that a caller sees them:
// a reading may be taken for the first candidate only if that is at distance 0
// and no other is; everything farther is a proposal for the person who reviews.
// A reading that Resolve understands comes back at distance 0, beside the codes
// that look like it and those it would be if a character was lost.
func (c *Catalog) Near(printed string) []Candidate {
	read := lookalikeForm(withoutRevision(printed))
	if len(read) < 3 || len(read) > 16 {
		return nil
	}
	best := map[int]Candidate{}
	wordlike := 0 // "GPS" and "CPIs" are words: without one digit nothing is certain
	if !strings.ContainsAny(read, digits) {
		wordlike = 1
	}
	for _, t := range c.near {
		d := distance(read, t.form) + wordlike
		if d > maxDistance {
			continue
		}
		if known, ok := best[t.row]; !ok || d < known.Distance {
			best[t.row] = Candidate{c.entries[t.row], t.form, d}
		}
	}
	all := make([]Candidate, 0, len(best))
	for _, cand := range best {
		all = append(all, cand)
	}
	slices.SortFunc(all, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(a.Distance, b.Distance), cmp.Compare(a.Entry.Code, b.Entry.Code))
	})
	return all
}

// lookalikeForm is canonical, with the strokes that can only be a 1 read as one:
// bars, and a small l among capitals.
func lookalikeForm(printed string) string {
	s := strings.NewReplacer("|", "1", "!", "1", "/", "").Replace(printed)
	if l := strings.ReplaceAll(s, "l", "1"); l == strings.ToUpper(l) {
		s = l
	}
	key, _ := canonical(s)
	return key
}

// digitOf is the digit that a letter is taken for.
var digitOf = map[byte]byte{'O': '0', 'Q': '0', 'D': '0', 'I': '1', 'L': '1', 'Z': '2', 'S': '5', 'G': '6', 'B': '8'}

// suffixes are the letters of digitOf that codes end with.
const suffixes = "BDGILQS"

// distance is the weighted edit distance from what was read to a printed form.
func distance(read, form string) int {
	letters := 0 // of CP or LT, within which a look-alike is free
	if strings.HasPrefix(form, "CP") || strings.HasPrefix(form, "LT") {
		letters = 2
	}
	if abs(len(read)-len(form))*2 > maxDistance {
		return maxDistance + 1
	}
	suffix := -1 // where a letter may be the code's own: behind two characters of a number
	if last := len(read) - 1; last >= letters+2 && strings.IndexByte(suffixes, read[last]) >= 0 {
		suffix = last
	}
	row := make([]int, len(form)+1)
	for j := range row {
		row[j] = 2 * j
	}
	for i := range len(read) {
		diagonal := row[0]
		row[0] = 2 * (i + 1)
		for j := range len(form) {
			cost := substitution(read[i], form[j], j < letters)
			if i == suffix && read[i] != form[j] {
				cost = max(cost, 1)
			}
			next := min(diagonal+cost, row[j]+2, row[j+1]+2)
			diagonal, row[j+1] = row[j+1], next
		}
		if slices.Min(row) > maxDistance {
			break // it only grows
		}
	}
	return row[len(form)]
}

// substitution is the cost of having read one character for another.
func substitution(read, want byte, inLetters bool) int {
	switch {
	case read == want:
		return 0
	case isDigit(want) && digitOf[read] == want:
		return 0
	case inLetters && (digitOf[want] == read || digitOf[want] != 0 && digitOf[want] == digitOf[read]):
		return 0 // 1T, IT
	case inLetters && want == 'C' && (read == 'G' || read == '6'):
		return 0 // GP
	case isDigit(read) && digitOf[want] == read:
		return 1
	case want == 'C' && read == 'G', want == 'G' && read == 'C':
		return 1
	}
	return 2
}

func abs(n int) int { return max(n, -n) }
