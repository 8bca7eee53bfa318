package layout

import (
	"slices"
	"strings"
)

// Fold reduces a text to what a label is recognised by: lower-case letters and
// digits without spaces, with the letters and digits that recognition confuses
// made one. Folded texts are for comparing, never for showing.
func Fold(s string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(s) {
		switch r {
		case '0':
			r = 'o'
		case '1', 'i', '|', '!', 'í', 'ı':
			r = 'l'
		case '5':
			r = 's'
		case '8':
			r = 'b'
		case 'ñ':
			r = 'n'
		case 'ú':
			r = 'u'
		case 'ó':
			r = 'o'
		case 'á':
			r = 'a'
		case 'é':
			r = 'e'
		}
		if r >= 'a' && r <= 'z' || r >= '2' && r <= '9' {
			b.WriteRune(r)
		}
	}
	return strings.ReplaceAll(strings.ReplaceAll(b.String(), "rn", "m"), "vv", "w")
}

// Spaceless is a text without its spaces, which recognition puts into numbers.
func Spaceless(s string) string { return strings.ReplaceAll(s, " ", "") }

// Alike says whether two folded texts are the same but for a damaged letter in
// eight, or two that run into one.
func Alike(a, b string) bool { return alike(a, b, 8) }

// Resembles says whether they are but for one letter in six.
func Resembles(a, b string) bool { return alike(a, b, 6) }

func alike(a, b string, oneIn int) bool {
	if a == b {
		return true
	}
	allowed := min(len(a), len(b)) / oneIn
	return allowed > 0 && max(len(a), len(b))-min(len(a), len(b)) <= allowed && distance(a, b, allowed) <= allowed
}

// merged are letters, folded, that run into one where print is bold or blurred, and
// what recognition takes them for: Nobce for Notice, Secunty for Security.
var merged = map[string]string{"tl": "bhun", "rl": "n", "rt": "n", "nl": "m", "ln": "m", "nt": "m", "cl": "d", "ll": "hun", "fl": "h"}

// merge says whether two letters are known to run into one.
func merge(two string, one byte) bool { return strings.IndexByte(merged[two], one) >= 0 }

// RanTogether says whether the second of two folded texts is the first but for two
// letters that ran into one.
func RanTogether(whole, damaged string) bool {
	if len(whole) != len(damaged)+1 {
		return false
	}
	for i := range len(damaged) {
		if merge(whole[i:i+2], damaged[i]) && whole[:i] == damaged[:i] && whole[i+2:] == damaged[i+1:] {
			return true
		}
	}
	return false
}

// distance is the number of letters to insert, drop or replace to make b of a, or of
// pairs to run into one; more than limit is told as limit+1.
func distance(a, b string, limit int) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		before, last, row = last, row, before
		row[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			cost := last[j-1]
			if a[i-1] != b[j-1] {
				cost++
			}
			cost = min(cost, last[j]+1, row[j-1]+1)
			if i > 1 && merge(a[i-2:i], b[j-1]) {
				cost = min(cost, before[j-1]+1)
			}
			if j > 1 && merge(b[j-2:j], a[i-1]) {
				cost = min(cost, last[j-2]+1)
			}
			row[j] = cost
			least = min(least, cost)
		}
		if least > limit && i > 1 && slices.Min(last) > limit {
			return limit + 1
		}
	}
	return row[len(b)]
}

// Contains says whether a folded text has a folded phrase in it, letter for
// letter or with a damaged letter in eight.
func Contains(text, phrase string) bool { return Index(text, phrase) >= 0 }

// Index is where a folded phrase begins in a folded text, or -1.
func Index(text, phrase string) int {
	if i := strings.Index(text, phrase); i >= 0 {
		return i
	}
	if len(phrase) < 8 {
		return -1
	}
	for i := 0; i+len(phrase) <= len(text); i++ {
		if Alike(text[i:i+len(phrase)], phrase) {
			return i
		}
	}
	return -1
}
