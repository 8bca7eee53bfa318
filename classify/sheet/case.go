package sheet

import (
	"regexp"
	"strings"
)

func allCaps(s string) bool {
	return s != "" && s == strings.ToUpper(s) && strings.ToLower(s) != s
}

// mendCase is a line of capitals in which recognition took one for its small letter where
// the two have one shape: "Li R & NATHAN IRSAY".
func mendCase(line string) string {
	if !wholeCapitals.MatchString(line) {
		return line
	}
	if up := likeCapital.Replace(line); allCaps(up) {
		return up
	}
	return line
}

var (
	wholeCapitals = regexp.MustCompile(`\b[A-Z]{4,}\b`)
	likeCapital   = strings.NewReplacer("c", "C", "i", "I", "o", "O", "s", "S", "u", "U", "v", "V", "w", "W", "x", "X", "z", "Z")
)
