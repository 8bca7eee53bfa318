package classify

import (
	"regexp"
	"slices"
	"strings"

	"noticed"
	"noticed/classify/layout"
	"noticed/classify/sheet"
)

// readNames settles the names of the address window and the stub. A salutation,
// or the head of a later page, may bear them out and never speaks against them:
// it need not name everybody.
func (f *fields) readNames() {
	seen := mendNames(all(f.item, func(s *sheet.Sheet) []sheet.Seen[string] { return s.People }))
	f.names = weigh(seen, lenient)
	if !f.names.found {
		return
	}
	named := all(f.item, func(s *sheet.Sheet) []sheet.Seen[string] { return s.Named })
	for _, o := range named { // which of two readings of the window is right it says, too
		read := func(p sheet.Seen[string]) bool { return p.Value == o.Value }
		if o.Value == f.names.value || letterOff(f.names.value, o.Value) && slices.ContainsFunc(seen, read) {
			seen = append(seen, o)
		}
	}
	f.names = weigh(seen, lenient)
	otherwise := func(o sheet.Seen[string]) bool { return letterOff(f.names.value, o.Value) }
	lookedAt := func(site []sheet.Seen[string]) bool { return readingsOf(site, f.names.value).firm >= 4 }
	if len(f.names.evidence) == 1 && slices.ContainsFunc(named, otherwise) && !slices.ContainsFunc(sitesOf(seen), lookedAt) {
		f.names.confidence = min(f.names.confidence, 0.9) // until two looks at the window say it as well
	}
}

// letterOff says whether a salutation has one letter of the window's names otherwise, and
// none that is taken for it where it is small.
func letterOff(window, salutation string) bool {
	if len(window) != len(salutation) || misreadSmall(window, salutation) {
		return false
	}
	off := 0
	for i := range len(window) {
		if window[i] != salutation[i] {
			off++
		}
	}
	return off == 1
}

// mendNames takes a recognised name that was damaged for the whole one that another
// place prints, and what small letters of the stub were taken for as the window's
// capitals have it in all readings: an i and an l only capitals tell apart. An I of the
// window against an l of the stub is left to a third reading.
func mendNames(seen []sheet.Seen[string]) []sheet.Seen[string] {
	for _, damage := range []func(whole, name string) bool{cut, spoilt} {
		for i, o := range seen {
			whole := slices.IndexFunc(seen, func(p sheet.Seen[string]) bool { return damage(p.Value, o.Value) })
			if whole >= 0 && o.Confidence < 1 {
				seen[i].Value = seen[whole].Value
			}
		}
	}
	for _, o := range seen {
		if o.Evidence.Place != noticed.PlaceHeader {
			continue
		}
		for j, p := range seen {
			alike := func(q sheet.Seen[string]) bool { return q.Value == p.Value && overlap(q.Evidence, o.Evidence) }
			if p.Evidence.Place == noticed.PlaceStub && (misreadSmall(o.Value, p.Value) || ranTogether(o.Value, p.Value)) && !slices.ContainsFunc(seen, alike) {
				seen[j].Value, seen[j].Repaired = o.Value, true
			}
		}
	}
	return seen
}

// cut says whether a name is another that lost the legal form at its end, the end of a
// word, or a full stop.
func cut(whole, name string) bool {
	return sheet.WithoutLegalForm(whole) == name || lostStop(whole, name) || lostEnd(whole, name) || spoiltNumeral(whole, name)
}

// spoiltNumeral says whether a name is another whose II or III at the end became as many
// strokes that are stuck to the word before it: GARCIA-LOPEZ'IH for III.
func spoiltNumeral(whole, name string) bool {
	at := strings.LastIndexByte(whole, ' ')
	if at < 0 || len(whole)-at < len(" II") || strings.Trim(whole[at:], " I") != "" {
		return false
	}
	rest, begins := strings.CutPrefix(name, whole[:at])
	strokes := strings.Trim(rest, " '`.,")
	return begins && rest != whole[at:] && strings.Trim(strokes, "IHT1l|!") == "" && strokes != whole[at+1:] && len(strokes)+strings.Count(strokes, "H") == len(whole)-at-1
}

// spoilt says whether a name is another in which a letter became a sign, an O a Q, or an
// I two.
func spoilt(whole, name string) bool {
	if !sheet.NameLike(whole) {
		return false
	}
	return !sheet.NameLike(name) && (foldWords(whole) == foldWords(name) || signForInitial(whole, name)) ||
		whole != name && (whole == oddQ.ReplaceAllString(name, "O$1") || strings.HasSuffix(name, " CQ") && whole == strings.TrimSuffix(name, "Q")+"O" || whole == doubledI.ReplaceAllString(name, "LI"))
}

// doubledI is a name of two strokes of which one was taken for two.
var doubledI = regexp.MustCompile(`\bLII\b`)

// oddQ is a Q before a letter that no Q stands before: before a V it does, in LINDQVIST.
var oddQ = regexp.MustCompile(`Q([B-DF-HJ-NP-TW-Z])`)

// lostStop says whether a name is another without one or more of its full stops, or with a
// comma for that of an initial or a short word: ST, JOHN.
func lostStop(whole, damaged string) bool {
	name := shortWordComma.ReplaceAllString(damaged, "$1.")
	return whole != damaged && strings.Count(whole, ".") >= strings.Count(name, ".") && strings.ReplaceAll(whole, ".", "") == strings.ReplaceAll(name, ".", "")
}

var shortWordComma = regexp.MustCompile(`\b([A-Z]|ST|JR|SR),`)

// lostEnd says whether a name is another that ends in the middle of a word, two letters
// or more before its end, as the edge of a stamp or a stain leaves it. One letter more may
// be a stroke of dirt.
func lostEnd(whole, name string) bool {
	rest, ok := strings.CutPrefix(whole, name)
	return ok && len(name) >= 8 && len(rest) >= 2 && rest[0] != ' ' && name[len(name)-1] != ' '
}

// misreadSmall says whether a name in capitals is another but for letters that look alike
// where they are small, and for full stops.
func misreadSmall(capitals, other string) bool {
	capitals, other = strings.ReplaceAll(capitals, ".", ""), strings.ReplaceAll(other, ".", "")
	if len(capitals) != len(other) {
		return false
	}
	for i := range len(other) {
		within := i > 0 && i+1 < len(other) && capitals[i-1] != ' ' && capitals[i+1] != ' '
		if capitals[i] != other[i] && strings.IndexByte(small[capitals[i]], other[i]) < 0 && (!within || strings.IndexByte(smallWithin[capitals[i]], other[i]) < 0) {
			return false
		}
	}
	return capitals != other
}

// smallWithin are those that are taken for others in the middle of a word, where they tell
// no two names apart as they do at its ends: MARIE and MARIO.
var smallWithin = map[byte]string{'E': "O", 'J': "Y"}

// small are the capital letters whose small ones recognition takes for others.
var small = map[byte]string{'L': "I", 'T': "L", 'E': "C", 'C': "E"}

// ranTogether says whether a name in capitals is another but for two small letters that
// ran into one there: Sunrise and Sunnse.
func ranTogether(capitals, other string) bool {
	return layout.RanTogether(foldWords(capitals), foldWords(other))
}

// signForInitial says whether a name is another but for an initial of which nothing but
// a sign was left.
func signForInitial(name, other string) bool {
	a, b := strings.Fields(name), strings.Fields(other)
	if len(a) != len(b) {
		return false
	}
	signs := 0
	for i := range a {
		switch initial := strings.TrimSuffix(a[i], "."); {
		case a[i] == b[i]:
		case len(initial) == 1 && sheet.NameLike(initial) && b[i] != "/" && layout.Fold(b[i]) == "":
			signs++
		default:
			return false
		}
	}
	return signs == 1
}

// foldWords folds each word by itself: a space that recognition lost makes
// another name.
func foldWords(s string) string {
	var out []string
	for w := range strings.FieldsSeq(s) {
		out = append(out, layout.Fold(w))
	}
	return strings.Join(out, " ")
}
