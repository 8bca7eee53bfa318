package printed

import "strings"

// lookAlikes are the letters that recognition takes digits for.
var lookAlikes = map[rune]rune{
	'O': '0', 'o': '0', 'Q': '0', 'D': '0',
	'I': '1', 'l': '1', 'i': '1', '|': '1', '!': '1',
	'Z': '2', 'z': '2',
	'S': '5', 's': '5',
	'G': '6', 'b': '6',
	'B': '8',
	'g': '9', 'q': '9',
}

// digits returns s with look-alikes replaced, whether all of it is digits then,
// and whether anything had to be replaced.
func digits(s string) (out string, ok, repaired bool) {
	var b strings.Builder
	for _, r := range s {
		switch d, alike := lookAlikes[r]; {
		case r >= '0' && r <= '9':
			b.WriteRune(r)
		case alike:
			b.WriteRune(d)
			repaired = true
		default:
			return "", false, false
		}
	}
	return b.String(), b.Len() > 0, repaired
}
