package legible

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed names.txt
var nameList string

// commonNames are given and family names that are common in the United States, in capitals:
// a list set down by hand, and no census.
var commonNames = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(nameList) {
		out[strings.ToUpper(w)] = true
	}
	return out
})

// takenFor are the capital letters that recognition makes of each one of a poor scan.
var takenFor = map[byte]string{
	'A': "R", 'B': "ER", 'C': "EGO", 'D': "BO", 'E': "CF", 'F': "EPT", 'G': "CO", 'H': "MN", 'I': "JLT", 'J': "I", 'K': "RX", 'L': "IT",
	'M': "HN", 'N': "HM", 'O': "CDGQ", 'P': "FR", 'Q': "O", 'R': "BKP", 'S': "BG", 'T': "FILY", 'U': "OV", 'V': "UWY", 'W': "MV", 'X': "K", 'Y': "TV",
}

// shortName is how many letters a name has at least to be told: shorter ones are one letter
// apart too often.
const shortName = 4

// Slip is the common name that a word in capitals is but for one letter, which a poor scan
// makes of the name's: JAMES of JAMFS. A common name is none.
func Slip(word string) (name string, ok bool) {
	return slip(word, func(w string) bool { return commonNames()[w] })
}

// SlipOfWord is the word of the list that a word in capitals is in the same way: STREET of
// STRECT.
func SlipOfWord(word string) (meant string, ok bool) {
	if len(word) <= shortName {
		return "", false
	}
	return slip(word, func(w string) bool { return isKnown(strings.ToLower(w)) })
}

func slip(word string, is func(string) bool) (meant string, ok bool) {
	if len(word) < shortName || is(word) {
		return "", false
	}
	for i := range len(word) {
		for letter := byte('A'); letter <= 'Z'; letter++ {
			if w := word[:i] + string(letter) + word[i+1:]; strings.IndexByte(takenFor[letter], word[i]) >= 0 && is(w) {
				return w, true
			}
		}
	}
	return "", false
}
