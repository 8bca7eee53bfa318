package ocr

import (
	"image"
	"slices"
	"unicode"

	"noticed/extract/raster"
)

const (
	// spaceHeight is how wide a gap in a word must be to be a space, in heights of
	// its letters; letters stand closer than half of it.
	spaceHeight = 0.42
	// spaceOdds is how many times wider than every other gap of the word.
	spaceOdds = 1.8
)

// withSpaces puts back the spaces that Tesseract has lost: it reads WEI R as WEIR,
// and so makes another name of it. A gap between two letters that is as wide as a
// space and far wider than the others is one.
func withSpaces(picture []byte, words []Word) []Word {
	var at []int
	var boxes []image.Rectangle
	for i, w := range words {
		if nameLike(w.Text) {
			at = append(at, i)
			boxes = append(boxes, w.Box)
		}
	}
	if len(at) == 0 {
		return words
	}
	parts := map[int][]Word{}
	for k, gaps := range raster.Gaps(picture, boxes) {
		if p := split(words[at[k]], gaps); p != nil {
			parts[at[k]] = p
		}
	}
	if len(parts) == 0 {
		return words
	}
	out := make([]Word, 0, len(words)+len(parts))
	for i, w := range words {
		if p := parts[i]; p != nil {
			out = append(out, p...)
		} else {
			out = append(out, w)
		}
	}
	return out
}

// nameLike says whether a word may be a name with an initial stuck to it: letters
// only, all of them capitals or at least the last.
func nameLike(s string) bool {
	letters := []rune(s)
	if len(letters) < 3 || !unicode.IsUpper(letters[0]) || !unicode.IsUpper(letters[len(letters)-1]) {
		return false
	}
	return !slices.ContainsFunc(letters, func(c rune) bool { return !unicode.IsLetter(c) })
}

// split parts a word at a gap that is a space; nil if there is none, or if it can't
// be told between which letters it is.
func split(w Word, gaps []raster.Gap) []Word {
	if len(gaps) < 2 {
		return nil
	}
	widest, second := 0, 0
	for i, g := range gaps {
		if g.Width > gaps[widest].Width {
			widest = i
		}
	}
	for i, g := range gaps {
		if i != widest {
			second = max(second, g.Width)
		}
	}
	space := gaps[widest]
	if float64(space.Width) < spaceHeight*float64(w.Box.Dy()) || float64(space.Width) < spaceOdds*float64(second) {
		return nil
	}
	letters := []rune(w.Text)
	var n int // letters before the space
	switch left, right := widest+1, len(gaps)-widest; {
	case left+right == len(letters):
		n = left
	case right == 1:
		n = len(letters) - 1
	case left == 1:
		n = 1
	default:
		return nil
	}
	name, initial := w, w
	name.Text, initial.Text = string(letters[:n]), string(letters[n:])
	name.Box.Max.X, initial.Box.Min.X = space.From, space.From+space.Width
	return []Word{name, initial}
}
