// Package legible tells whether the words that were read on a page make sense:
// a ruined scan gives words too, and they look like words.
//
// It knows a thousand and some words that letters, forms and bills are made of
// (words.txt), which is most of what stands on any of them and next to nothing
// of what recognition makes of noise; and common names (names.txt) and the words of
// addresses of the IRS (address.txt), to tell a slip of one. It must not read what a page says.
package legible

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"noticed/classify/layout"
)

//go:embed words.txt
var list string

var known = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		out[w] = true
	}
	return out
})

// endings are what a word of the list may end with.
var endings = []string{"s", "es", "d", "ed", "ing", "ly", "'s"}

// isKnown says whether a lower-case word is one of the list, or has one of its
// endings.
func isKnown(w string) bool {
	words := known()
	if words[w] {
		return true
	}
	for _, e := range endings {
		if stem, ok := strings.CutSuffix(w, e); ok && (words[stem] || e == "ing" && words[stem+"e"]) {
			return true
		}
	}
	return false
}

// Sense is how much sense the words of a page make.
type Sense struct {
	Long       int     // words of four letters and more: a shorter one may be known by accident
	Known      int     // how many of them are known
	Crumbs     int     // words of fewer letters
	Letters    int     // words with a letter or a digit in them
	Confidence float64 // mean of those, 0 to 1
}

const longEnough = 4

// Of measures a page.
func Of(p *layout.Page) Sense {
	var s Sense
	sum := 0.0
	for c := range p.Cells {
		for _, w := range c.Words {
			if !strings.ContainsFunc(w.Text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
				continue
			}
			s.Letters++
			sum += w.Confidence
			for part := range strings.FieldsFuncSeq(strings.ToLower(w.Text), apart) {
				switch {
				case strings.ContainsFunc(part, unicode.IsDigit):
				case len(part) < longEnough:
					s.Crumbs++
				case isKnown(part):
					s.Long++
					s.Known++
				default:
					s.Long++
				}
			}
		}
	}
	if s.Letters > 0 {
		s.Confidence = sum / float64(s.Letters)
	}
	return s
}

func apart(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' }

// From how many long words on their share counts, and what share of them must be
// known. It is above a half on every kind of mail, forms and letterheads
// included; of words that were read dimly more must be known. A page of fewer
// words is told by how clearly they were read, unless all are crumbs.
const (
	enough     = 10
	leastKnown = 0.35
	dimly      = 0.6
	dimlyKnown = 0.5
	crumbs     = 30
)

// Garbled says that hardly any of the words can be what the page prints.
func (s Sense) Garbled() bool {
	share := 0.0
	if s.Long > 0 {
		share = float64(s.Known) / float64(s.Long)
	}
	switch {
	case s.Few() && s.Crumbs >= crumbs:
		return true
	case s.Few():
		return s.Letters >= 3 && s.Confidence < dimly && share < dimlyKnown
	case s.Confidence < dimly:
		return share < dimlyKnown
	default:
		return share < leastKnown
	}
}

// Few says whether there are too few words to be sure: dirt on the back of a
// sheet gives a few, too.
func (s Sense) Few() bool { return s.Long < enough }

// The Confidence from which on all words of a page are clear, and the share of them that
// must be known then.
const (
	clearly      = 0.8
	clearlyKnown = 0.5
)

// Clear says that what was read is what the page says, however few words it has: recognition
// is sure of them, and they are words.
func (s Sense) Clear() bool {
	return s.Confidence >= clearly && s.Known > 0 && float64(s.Known) >= clearlyKnown*float64(s.Long)
}
