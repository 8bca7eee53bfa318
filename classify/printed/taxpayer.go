package printed

import (
	"regexp"
	"slices"
	"strings"

	"noticed"
)

// TaxpayerID is what a notice shows of a taxpayer's number.
type TaxpayerID struct {
	Kind     noticed.IDKind
	Front    string // the digits before the last four, empty where the paper masks any of them; to compare, never to show or write
	Last4    string // empty where the paper masks all of it
	Repaired bool
}

const maskOrDigit = `[0-9Xx*#nNOoQIlSBZ]`

var (
	ssn = regexp.MustCompile(`(?:^|[^0-9A-Za-z-])(` + maskOrDigit + `{3})\s?[-–—.]\s?(` + maskOrDigit + `{2})\s?[-–—.]\s?(` + maskOrDigit + `{4})(?:$|[^0-9A-Za-z-])`)
	// Text layers tear masks apart: "*** ** -4321".
	torn = regexp.MustCompile(`(?:^|[^0-9A-Za-z-])(?:[Xx*#]\s?){3}[\s–—.-]{0,3}[Xx*#]\s?[Xx*#][\s–—.-]{0,3}([0-9]{4}|[Xx*#]{4})(?:$|[^0-9A-Za-z-])`)
	// A mask of the letter n, nnn-nn-nnnn, of which recognition makes what looks like it.
	allNs = regexp.MustCompile(`^[^0-9A-Za-z]*([naorNA]{2,5}-[naoNA]{1,4}-[naorNA]{3,6})(?:\s|[^0-9A-Za-z]*$)`)
	// One of the letter X, XXX-XX-XXXX, likewise.
	allXs = regexp.MustCompile(`^[^0-9A-Za-z]*([XKxk]{2,5}-[XKxk]{1,4}-[XKxk]{3,6})(?:\s|[^0-9A-Za-z]*$)`)
	ein   = regexp.MustCompile(`(?:^|[^0-9A-Za-z-])(` + maskOrDigit + `{2})\s?[-–—]\s?(` + maskOrDigit + `{7})(?:$|[^0-9A-Za-z-])`)
	// An employer's number whose dash was lost stands alone.
	dashless = regexp.MustCompile(`^[^0-9A-Za-z]*([0-9]{2})\s([0-9]{7})[^0-9A-Za-z]*$`)
)

// ID reads a taxpayer number that stands in a text.
func ID(s string) (TaxpayerID, bool) {
	if m := ssn.FindStringSubmatch(s); m != nil {
		return taxpayerID(noticed.IDKindSSN, m[1]+m[2], m[3])
	}
	if m := allNs.FindStringSubmatch(s); m != nil && 5*strings.Count(m[1], "n") >= 3*len(m[1]) {
		return TaxpayerID{Kind: noticed.IDKindSSN}, true
	}
	if m := allXs.FindStringSubmatch(s); m != nil && 2*strings.Count(strings.ToUpper(m[1]), "X") >= len(m[1]) {
		return TaxpayerID{Kind: noticed.IDKindSSN}, true
	}
	if m := torn.FindStringSubmatch(s); m != nil {
		return taxpayerID(noticed.IDKindSSN, "", m[1])
	}
	if m := ein.FindStringSubmatch(s); m != nil {
		return taxpayerID(noticed.IDKindEIN, m[1]+m[2][:3], m[2][3:])
	}
	if m := dashless.FindStringSubmatch(s); m != nil {
		return taxpayerID(noticed.IDKindEIN, m[1]+m[2][:3], m[2][3:])
	}
	return TaxpayerID{}, false
}

// garbled is a mask of asterisks that recognition made something else of, and the
// four digits behind it.
var garbled = regexp.MustCompile(`^[^0-9]{0,8}[*#_"'~^+-][^0-9]{0,4}([0-9]{4})$`)

// overfull is a number without a mask that has a digit too many or too few before the last
// four: 968-213-4514.
var overfull = regexp.MustCompile(`^[0-9]{2,4}\s?-\s?[0-9]{1,3}\s?-\s?([0-9]{4})$`)

// dayLike is shaped like a day in figures, one of which was misread: 93-25-2024.
var dayLike = regexp.MustCompile(`^[0-9]{2}\s?-\s?[0-9]{2}\s?-\s?(?:19|20)[0-9]{2}$`)

// spoiltFront is a number without a mask of which one of the first digits became a sign or
// a letter: $12-22-8733.
var spoiltFront = regexp.MustCompile(`^(?:[^\s0-9-][0-9]{2}-[0-9]{2}|[0-9][^\s0-9-][0-9]-[0-9]{2}|[0-9]{2}[^\s0-9-]-[0-9]{2}|[0-9]{3}-[^\s0-9-][0-9]|[0-9]{3}-[0-9][^\s0-9-])-([0-9]{4})$`)

// GarbledID reads, behind a label that announces a taxpayer's number, the last four
// digits where what stands before them was recognised as something else; start is
// where the digits begin. Whose kind of number it is can't be told.
func GarbledID(s string) (id TaxpayerID, start int, ok bool) {
	m := garbled.FindStringSubmatchIndex(s)
	for _, damage := range []*regexp.Regexp{overfull, spoiltFront} {
		if m == nil {
			m = damage.FindStringSubmatchIndex(s)
		}
	}
	if m == nil || len(Dates(s)) > 0 || dayLike.MatchString(s) {
		return TaxpayerID{}, 0, false
	}
	return TaxpayerID{Last4: s[m[2]:m[3]]}, m[2], true
}

func taxpayerID(kind noticed.IDKind, front, last string) (TaxpayerID, bool) {
	if strings.Trim(last, "Xx*#nN") == "" {
		return TaxpayerID{Kind: kind}, true
	}
	d, ok, repaired := digits(last)
	if !ok {
		return TaxpayerID{}, false
	}
	id := TaxpayerID{Kind: kind, Last4: d, Repaired: repaired}
	if allDigits(front) {
		id.Front = front
	}
	return id, true
}

func allDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// wholeSSN is a social security number without a mask or a damaged digit.
var wholeSSN = regexp.MustCompile(`\b([0-9]{3})-([0-9]{2})-([0-9]{4})\b`)

// examples are numbers that are nobody's: they show how to write one.
var examples = []string{"000-00-0000", "123-45-6789", "999-99-9999"}

// FoundSSN is a social security number that a text shows whole, from byte Start
// to byte End of it.
type FoundSSN struct {
	ID         TaxpayerID
	Start, End int
}

// WholeSSNs finds the social security numbers that a text shows whole.
func WholeSSNs(s string) []FoundSSN {
	var out []FoundSSN
	for _, m := range wholeSSN.FindAllStringSubmatchIndex(s, -1) {
		start, end := m[0], m[1]
		if start > 0 && s[start-1] == '-' || end < len(s) && s[end] == '-' || slices.Contains(examples, s[start:end]) {
			continue
		}
		id := TaxpayerID{Kind: noticed.IDKindSSN, Front: s[m[2]:m[3]] + s[m[4]:m[5]], Last4: s[m[6]:m[7]]}
		out = append(out, FoundSSN{id, start, end})
	}
	return out
}

// Differing is in how many digits two numbers differ, of those that both show.
func (id TaxpayerID) Differing(o TaxpayerID) int {
	n := differing(id.Last4, o.Last4)
	if id.Kind == o.Kind {
		n += differing(id.Front, o.Front)
	}
	return n
}

func differing(a, b string) (n int) {
	if len(a) != len(b) {
		return 0
	}
	for i := range len(a) {
		if a[i] != b[i] {
			n++
		}
	}
	return n
}

var (
	maskSSN  = regexp.MustCompile(`\b[0-9]{3}(\s?[-–—.]\s?|\s)[0-9]{2}(\s?[-–—.]\s?|\s)([0-9]{4})\b`)
	maskEIN  = regexp.MustCompile(`\b[0-9]{2}(\s?[-–—]\s?)[0-9]{3}([0-9]{4})\b`)
	maskNine = regexp.MustCompile(`\b[0-9]{5}([0-9]{4})\b`)
)

// Mask hides all but the last four digits of anything shaped like a social
// security or employer identification number.
func Mask(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return r >= '0' && r <= '9' }) < 0 {
		return s
	}
	s = maskSSN.ReplaceAllString(s, "XXX-XX-$3")
	s = maskEIN.ReplaceAllString(s, "XX-XXX$2")
	return maskNine.ReplaceAllString(s, "XXXXX$1")
}
