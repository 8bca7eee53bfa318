package classify

import (
	"regexp"
	"slices"
	"strings"

	"noticed"
	"noticed/classify/layout"
	"noticed/classify/legible"
	"noticed/classify/printed"
	"noticed/classify/profile"
	"noticed/classify/sheet"
)

// One notice is of one taxpayer: a person, a business, or spouses who filed
// together. What names somebody else on it is reported as two taxpayers, where it
// can't be a slip of the pen or of recognition: two digits of the number differ,
// or no word of the name is the same. Less is a disagreement of two places.

// slip is in how many digits a number may differ and still be the same, misread
// or misprinted.
const slip = 1

func (f *fields) idReasons() []noticed.Reason {
	if !f.id.found {
		if f.idMasked {
			return nil
		}
		return []noticed.Reason{missing(noticed.FieldIDLast4, "the taxpayer's number")}
	}
	var out []noticed.Reason
	one := f.id
	one.rivals = nil
	for _, o := range f.id.rivals {
		if f.strangersNumber(o) {
			out = append(out, two(noticed.FieldIDLast4, "number", o.Evidence.Place, last4(f.id.value), last4(o.Value)))
		} else {
			one.rivals = append(one.rivals, o)
		}
	}
	if f.idKind == "" {
		out = append(out, noticed.Reason{Code: noticed.ReasonWeak, Field: noticed.FieldIDLast4, Place: one.place(), Values: []string{last4(one.value)},
			Message: "whether " + last4(one.value) + " ends a social security number or an employer's could not be read"})
	}
	if len(one.rivals) > 0 || len(out) == 0 {
		out = append(out, doubts(noticed.FieldIDLast4, "the taxpayer's number", one, last4)...)
	}
	if f.profile.Number == profile.Other {
		return out // the one who answers for a business has a number, too
	}
	return append(append(out, f.likeNumbers()...), f.statedNumbers()...)
}

func last4(s string) string { return "…" + s }

// two is the reason that two taxpayers are on one notice.
func two(field noticed.Field, what string, place noticed.Place, values ...string) noticed.Reason {
	return noticed.Reason{Code: noticed.ReasonTwoTaxpayers, Field: field, Place: place, Values: values,
		Message: "there may be two taxpayers on this notice: beside the " + what + " " + values[0] + " it shows " + values[1]}
}

// strangersNumber says whether the number of which a rival shows the last four
// digits is another taxpayer's. The numbers of a business and of the person who
// answers for it may stand on one letter.
func (f *fields) strangersNumber(rival sheet.Seen[string]) bool {
	if !sound(rival) {
		return false
	}
	for _, o := range f.ids {
		if o.Evidence != rival.Evidence {
			continue
		}
		for _, own := range f.ids {
			if own.Value.Last4 == f.id.value && (own.Value.Differing(o.Value) <= slip || f.profile.Number == profile.Other && own.Value.Kind != o.Value.Kind) {
				return false
			}
		}
		return true
	}
	return false
}

// sound says whether a reading is clear enough to speak of somebody else.
func sound[T any](o sheet.Seen[T]) bool { return !o.Repaired && o.Confidence >= 0.5 }

// likeNumbers are numbers of others that end in the same four digits.
func (f *fields) likeNumbers() []noticed.Reason {
	var own []sheet.Seen[printed.TaxpayerID]
	for _, o := range f.ids {
		if o.Value.Last4 == f.id.value && sound(o) {
			own = append(own, o)
		}
	}
	sites := sitesOf(own)
	for i, site := range sites {
		for _, before := range sites[:i] {
			if apart(before, site) {
				return []noticed.Reason{two(noticed.FieldIDLast4, "number", site[0].Evidence.Place, last4(f.id.value), "another that ends in "+last4(f.id.value))}
			}
		}
	}
	return nil
}

// apart says whether no reading of the one ink may be a reading of the other.
func apart(a, b []sheet.Seen[printed.TaxpayerID]) bool {
	for _, x := range a {
		for _, y := range b {
			if x.Value.Differing(y.Value) <= slip {
				return false
			}
		}
	}
	return true
}

// statedNumbers are numbers of others that running text states on a page of the
// notice's own and no label. A spouse's number may stand there.
func (f *fields) statedNumbers() []noticed.Reason {
	for i, l := range f.item.leaves {
		if l.sheet == nil || i > 0 && !l.continues() {
			continue
		}
		seen := l.sheet.Numbers
		for _, s := range l.seconds {
			seen = append(slices.Clip(seen), s.Numbers...)
		}
		for _, site := range sitesOf(seen) {
			known := func(o sheet.Seen[sheet.Stated]) bool {
				return !sound(o) || f.told(o.Value.ID) || f.ofSpouse(o.Value.Sentence)
			}
			if !slices.ContainsFunc(site, known) {
				o := site[0]
				return []noticed.Reason{two(noticed.FieldIDLast4, "number", o.Evidence.Place, last4(f.id.value), last4(o.Value.ID.Last4))}
			}
		}
	}
	return nil
}

// told says whether a label, too, gives a number: whether it is the
// taxpayer's, or stands at another place already.
func (f *fields) told(id printed.TaxpayerID) bool {
	for _, o := range f.ids {
		if o.Value.Last4 != "" && o.Value.Differing(id) <= slip {
			return true
		}
	}
	return false
}

// ofSpouse says whether a sentence of a notice to spouses speaks of one of them.
func (f *fields) ofSpouse(sentence string) bool {
	people := strings.Split(f.names.value, sheet.PeopleSeparator)
	return len(people) > 1 && (layout.Contains(layout.Fold(sentence), layout.Fold("spouse")) || sharesWord(f.names.value, sentence))
}

func (f *fields) namesReasons() []noticed.Reason {
	if !f.names.found {
		return []noticed.Reason{missing(noticed.FieldNames, "the taxpayer's name")}
	}
	stranger := func(o sheet.Seen[string]) bool {
		return sound(o) && !sharesWord(f.names.value, o.Value) && !sharesWord(o.Value, f.names.value)
	}
	var out []noticed.Reason
	one := f.names
	one.rivals = nil
	for _, o := range f.names.rivals {
		if stranger(o) {
			out = append(out, two(noticed.FieldNames, "name", o.Evidence.Place, f.names.value, o.Value))
		} else {
			one.rivals = append(one.rivals, o)
		}
	}
	if len(one.rivals) > 0 || len(out) == 0 {
		out = append(out, doubts(noticed.FieldNames, "the taxpayer's name", one, func(s string) string { return s })...)
	}
	out = append(out, f.halfNames()...)
	if s := f.item.start(); s != nil && f.profile.Number != profile.Other {
		for _, o := range s.Beside {
			if stranger(o) {
				out = append(out, two(noticed.FieldNames, "name", o.Evidence.Place, f.names.value, o.Value))
			}
		}
	}
	return out
}

// halfNames asks for a look where recognition left a person one word of a name, or a
// business, at its only place, no legal form: it loses a word, or the spaces between
// two, and under a stain the end of a line. A name at its only place is looked at also
// where a letter of it seems to be another.
func (f *fields) halfNames() []noticed.Reason {
	at := f.names.evidence
	alone := len(at) == 1
	switch {
	case f.how(at[0].Page) == noticed.HowText:
		return nil
	case f.idKind == noticed.IDKindEIN && alone && f.profile.Number != profile.Other && !sheet.LegalForm(f.names.value):
		return f.doubtName(f.names.value, "has no legal form and stands at one place: the end of it may have been lost")
	case f.idKind == noticed.IDKindEIN && alone && f.profile.Number != profile.Other: // else a person's name stands beside a business's number
		return f.slips(f.names.value, legible.SlipOfWord)
	case f.idKind == noticed.IDKindEIN:
		return nil
	}
	for name := range strings.SplitSeq(f.names.value, sheet.PeopleSeparator) {
		whole := 0
		for w := range strings.FieldsSeq(name) {
			if w = strings.Trim(w, "."); len(w) > 1 && !generations[w] {
				whole++
			}
		}
		switch {
		case whole < 2:
			return f.doubtName(name, "has one word only: another, or the space between two, may have been lost")
		case alone && nearGeneration.MatchString(name):
			return f.doubtName(name, "stands at one place, and its end may be JR or SR")
		case alone:
			if out := f.slips(name, legible.Slip); out != nil {
				return out
			}
		}
	}
	return nil
}

// slips asks for a look at a name of which a word is a letter away from a usual one.
func (f *fields) slips(name string, of func(word string) (meant string, ok bool)) []noticed.Reason {
	for _, w := range namesWord.FindAllString(name, -1) {
		if meant, ok := of(w); ok {
			return f.doubtName(name, "stands at one place, and "+w+" may be "+meant)
		}
	}
	return nil
}

func (f *fields) doubtName(name, why string) []noticed.Reason {
	return []noticed.Reason{{Code: noticed.ReasonWeak, Field: noticed.FieldNames, Place: f.names.place(), Values: []string{name}, Message: "the name " + name + " " + why}}
}

// generations tell people of one name apart.
var generations = map[string]bool{"JR": true, "SR": true, "II": true, "III": true, "IV": true}

// nearGeneration is a name that ends in two letters, one of them that of JR or SR, which
// hardly a family is called.
var nearGeneration = regexp.MustCompile(` (?:[JS][B-DF-HK-NPQTV-XZ]|[B-DF-IK-NPQT-XZ]R)\.?$`)

// namesWord is a word of a name that tells whose it is.
var namesWord = regexp.MustCompile(`\pL[\pL'-]{2,}`)

// legal are words that names of many businesses have.
var legal = map[string]bool{"LLC": true, "INC": true, "CORP": true, "LTD": true, "LLP": true, "PLLC": true, "COMPANY": true, "TRUST": true, "THE": true, "AND": true, "ESTATE": true, "GROUP": true, "PARTNERS": true, "PARTNERSHIP": true}

// sharesWord says whether a text has a word of a name, wherever recognition put
// its spaces.
func sharesWord(name, text string) bool {
	text = layout.Fold(text)
	for _, w := range namesWord.FindAllString(strings.ToUpper(name), -1) {
		if !legal[w] && layout.Contains(text, layout.Fold(w)) {
			return true
		}
	}
	return false
}
