package legible

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
)

//go:embed address.txt
var addressList string

// addressWords are words that addresses of the IRS are made of: the towns of its campuses
// and of the banks that it has payments sent to (the "Where to file" pages of irs.gov), and
// what it calls its offices.
var addressWords = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(addressList) {
		out[w] = true
	}
	return out
})

// AddressWord says whether a word, in letters of either case and with signs around it or
// none, is one that addresses of the IRS are made of.
func AddressWord(word string) bool {
	return addressWords()[bare(word)]
}

// SlipOfAddressWord says whether a word is none of them, and one of them but for a single
// letter that is another, missing or too many: Stap for Stop.
func SlipOfAddressWord(word string) bool {
	w := bare(word)
	if len(w) < shortName || addressWords()[w] {
		return false
	}
	for known := range addressWords() {
		if len(known) >= shortName && oneEdit(w, known) {
			return true
		}
	}
	return false
}

// bare is a word in small letters without what stands before and behind it.
func bare(word string) string {
	return strings.ToLower(strings.TrimFunc(word, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) }))
}

// oneEdit says whether two different words are the same but for one letter.
func oneEdit(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return a[i+1:] == b[i+1:]
	}
	return a[i:] == b[i+1:]
}
