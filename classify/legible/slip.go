package legible

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed names.txt
var nameList string

// commonNames are given and family names that are common in the United States, as the
// Social Security Administration and the Census Bureau count them, in capitals.
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
	if len(word) < shortName || commonNames()[word] {
		return "", false
	}
	for i := range len(word) {
		for meant := byte('A'); meant <= 'Z'; meant++ {
			if name := word[:i] + string(meant) + word[i+1:]; strings.IndexByte(takenFor[meant], word[i]) >= 0 && commonNames()[name] {
				return name, true
			}
		}
	}
	return "", false
}
