package ingest

import "regexp"

// idNumber finds what may be an SSN, ITIN or EIN: nnn-nn-nnnn, nn-nnnnnnn or
// nine digits in a row, also with spaces, dots or underscores for the dashes.
// Longer runs of digits (a scanner's timestamp) are none.
var idNumber = regexp.MustCompile(`(^|[^0-9])(?:[0-9]{3}[-_. ][0-9]{2}[-_. ]|[0-9]{2}[-_. ][0-9]{3}|[0-9]{5})([0-9]{4})($|[^0-9])`)

// Mask keeps the last four digits of what looks like an SSN or EIN in a file
// name or a reference. It rather masks too much.
func Mask(s string) string {
	for {
		// Twice, because neighbours share the character between them.
		m := idNumber.ReplaceAllString(s, "${1}XXX-XX-$2$3")
		if m == s {
			return s
		}
		s = m
	}
}
