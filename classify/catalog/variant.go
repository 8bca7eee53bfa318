package catalog

import (
	"regexp"
	"strings"
)

const (
	upper  = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	digits = "0123456789"
)

// revision is what stands behind a code in a footer: "(Rev. 11-2017)". What
// follows it (catalogue number, page) is not part of the code either.
var revision = regexp.MustCompile(`(?i)\s*[(\[]?\s*Rev(?:\.|ised|isada)?\s*\.?\s*\d.*$`)

func withoutRevision(printed string) string { return revision.ReplaceAllString(printed, "") }

// compact keeps the letters and digits of s, in capitals. Hyphens, dots,
// spaces, brackets and colons carry no meaning in a code.
func compact(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z':
			return r - 'a' + 'A'
		case r >= 'A' && r <= 'Z', r >= '0' && r <= '9':
			return r
		case r == '/':
			return r
		}
		return -1
	}, s)
}

// labels are words that stand before a code and are no part of it. The first
// group says nothing about the kind of notice; after the second, a bare number
// is the number of a letter.
var (
	noticeLabels = []string{"NOTICENUMBER", "NOTICE", "AVISO"}
	letterLabels = []string{"NUMBEROFTHISLETTER", "LETTER", "CARTA", "LTR"}
)

// canonical returns the form under which printed codes are compared, and
// whether it is a bare number: capitals without spaces, the label gone, a
// letter's number behind an L.
func canonical(printed string) (key string, bare bool) {
	s := compact(printed)
	labelled := false
	for _, l := range noticeLabels {
		if rest, ok := strings.CutPrefix(s, l); ok && rest != "" {
			s, labelled = rest, true
			break
		}
	}
	for _, l := range letterLabels {
		if rest, ok := strings.CutPrefix(s, l); ok && rest != "" {
			if isDigit(rest[0]) {
				rest = "L" + rest
			}
			s, labelled = rest, true
			break
		}
	}
	return s, !labelled && s != "" && isDigit(s[0])
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// forms returns every canonical form that names the row: its code, its aliases
// and, for a letter, its number after LT, which is how letters are often cited.
func (e Entry) forms() []string {
	keys := make([]string, 0, len(e.Aliases)+2)
	for _, v := range append([]string{e.Code}, e.Aliases...) {
		key, _ := canonical(v)
		keys = append(keys, key)
	}
	if isLetter(e.Code) {
		keys = append(keys, "LT"+e.Code[1:])
	}
	return keys
}

// isLetter says whether code is the catalogue's form of a letter: L and a number.
func isLetter(code string) bool {
	return len(code) > 1 && code[0] == 'L' && isDigit(code[1])
}
