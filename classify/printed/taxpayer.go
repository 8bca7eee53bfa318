package printed

import (
	"regexp"
	"strings"

	"noticed"
)

// TaxpayerID is what a notice shows of a taxpayer's number.
type TaxpayerID struct {
	Kind     noticed.IDKind
	Last4    string // empty where the paper masks all of it
	Repaired bool
}

const maskOrDigit = `[0-9Xx*#nNOoIlSBZ]`

var (
	ssn = regexp.MustCompile(`(?:^|[^0-9A-Za-z-])(` + maskOrDigit + `{3})\s?[-–—.]\s?(` + maskOrDigit + `{2})\s?[-–—.]\s?(` + maskOrDigit + `{4})(?:$|[^0-9A-Za-z-])`)
	// Text layers tear masks apart: "*** ** -4321".
	torn = regexp.MustCompile(`(?:^|[^0-9A-Za-z-])[Xx*#]{3}[\s–—.-]{0,3}[Xx*#]{2}[\s–—.-]{0,3}([0-9]{4}|[Xx*#]{4})(?:$|[^0-9A-Za-z-])`)
	ein  = regexp.MustCompile(`(?:^|[^0-9A-Za-z-])(` + maskOrDigit + `{2})\s?[-–—]\s?(` + maskOrDigit + `{7})(?:$|[^0-9A-Za-z-])`)
)

// ID reads a taxpayer number that stands in a text.
func ID(s string) (TaxpayerID, bool) {
	if m := ssn.FindStringSubmatch(s); m != nil {
		return last4(noticed.IDKindSSN, m[3])
	}
	if m := torn.FindStringSubmatch(s); m != nil {
		return last4(noticed.IDKindSSN, m[1])
	}
	if m := ein.FindStringSubmatch(s); m != nil {
		return last4(noticed.IDKindEIN, m[2][3:])
	}
	return TaxpayerID{}, false
}

func last4(kind noticed.IDKind, s string) (TaxpayerID, bool) {
	if strings.Trim(s, "Xx*#nN") == "" {
		return TaxpayerID{Kind: kind}, true
	}
	d, ok, repaired := digits(s)
	if !ok {
		return TaxpayerID{}, false
	}
	return TaxpayerID{Kind: kind, Last4: d, Repaired: repaired}, true
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
