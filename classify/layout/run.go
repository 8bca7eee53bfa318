package layout

import (
	"strings"

	"noticed"
)

// Run is words in reading order with the text they make, so that what was found
// in the text can be led back to the words on the paper.
type Run struct {
	Text  string
	words []Word
	start []int // byte offset of each word in Text
}

// NewRun joins words with single spaces.
func NewRun(words []Word) Run {
	r := Run{words: words, start: make([]int, len(words))}
	var b strings.Builder
	for i, w := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		r.start[i] = b.Len()
		b.WriteString(w.Text)
	}
	r.Text = b.String()
	return r
}

// Starts are the byte offsets at which words begin.
func (r Run) Starts() []int { return r.start }

// Between are the words that have a part in the bytes from start to end.
func (r Run) Between(start, end int) []Word {
	first, last := len(r.words), -1
	for i, w := range r.words {
		if r.start[i] < end && r.start[i]+len(w.Text) > start {
			first, last = min(first, i), i
		}
	}
	if last < 0 {
		return nil
	}
	return r.words[first : last+1]
}

// Box is the box around the words between two byte offsets.
func (r Run) Box(start, end int) noticed.Box { return Around(r.Between(start, end)) }

// Confidence is the least confidence of the words between two byte offsets.
func (r Run) Confidence(start, end int) float64 {
	c := 1.0
	for _, w := range r.Between(start, end) {
		c = min(c, w.Confidence)
	}
	return c
}
