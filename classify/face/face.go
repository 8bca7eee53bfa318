// Package face checks words by their width. In one type a word of given letters is so
// wide and no other, next to the words around it: a letter that recognition put in or
// lost, or took for one of another width, does not fit. That knows nothing of what
// words there are, and so bears out names, of which any may be right.
//
// It knows the types that letters are set in, and no page; it does no I/O.
package face

import (
	_ "embed"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

//go:embed faces.txt
var table string

// Word is a word as it was read, and how wide its ink is, in any unit.
type Word struct {
	Text  string
	Width float64
}

// glyph is a character of a face, in units of the size of the type.
type glyph struct{ advance, left, right float64 }

// face is a type.
type face struct {
	glyphs map[rune]glyph
	kern   map[string]float64
}

var faces = func() []face {
	all, err := parse(table)
	if err != nil {
		panic(err) // the table is compiled in
	}
	return all
}()

func parse(text string) ([]face, error) {
	var out []face
	for line := range strings.Lines(text) {
		fields := strings.Fields(line)
		if strings.HasPrefix(line, "# ") && len(out) == 0 {
			continue
		}
		if fields[0] == "face" {
			out = append(out, face{map[rune]glyph{}, map[string]float64{}})
			continue
		}
		var n [3]float64
		for i, f := range fields[1:] {
			v, err := strconv.ParseFloat(f, 64)
			if err != nil {
				return nil, fmt.Errorf("reading the width of %q: %w", fields[0], err)
			}
			n[i] = v / 1000
		}
		if f := out[len(out)-1]; len(fields) == 2 {
			f.kern[fields[0]] = n[0]
		} else {
			f.glyphs[[]rune(fields[0])[0]] = glyph{n[0], n[1], n[2]}
		}
	}
	return out, nil
}

// ink is how wide the ink of a text is, in units of the size of the type; not ok if it
// has a character that the table does not have.
func (f face) ink(text string, kerned bool) (width float64, ok bool) {
	runes := []rune(text)
	for i, c := range runes {
		g, known := f.glyphs[c]
		if !known {
			return 0, false
		}
		width += g.advance
		if i == 0 {
			width -= g.left
		} else if kerned {
			width += f.kern[string(runes[i-1:i+1])]
		}
		if i == len(runes)-1 {
			width -= g.right
		}
	}
	return width, len(runes) > 0
}

const (
	// fits is how far from its width a word may be that fits, in sizes of the type:
	// what the edges of its box are out by.
	fits = 0.09
	// misfits is from where on it doesn't: more than half an I.
	misfits = 0.16
	// enough words of so many letters must fit to tell the face by them.
	enough, letters = 3, 3
	// most of them must.
	most = 0.65
)

// Misset gives, for each of some words that are set in one type, whether it can't be
// what it reads. None is where the type is none that is known, or the words are too
// few to tell.
func Misset(words []Word) []bool {
	out := make([]bool, len(words))
	least := math.Inf(1)
	for _, f := range faces {
		for _, kerned := range []bool{false, true} {
			away, mean, ok := f.away(words, kerned)
			if !ok || mean >= least {
				continue
			}
			least = mean
			for i, d := range away {
				out[i] = d > misfits
			}
		}
	}
	return out
}

// away is how far each word is from the width it should have, in sizes of the type, and
// how far those that count are in the mean; not ok if most of the words are not set in
// this face.
func (f face) away(words []Word, kerned bool) (out []float64, mean float64, ok bool) {
	inks := make([]float64, len(words))
	var sizes []float64
	for i, w := range words {
		ink, ok := f.ink(w.Text, kerned)
		if !ok {
			continue
		}
		inks[i] = ink
		if len(w.Text) >= letters {
			sizes = append(sizes, w.Width/ink)
		}
	}
	if len(sizes) < enough {
		return nil, 0, false
	}
	slices.Sort(sizes)
	size := sizes[len(sizes)/2]
	out = make([]float64, len(words))
	good := 0
	for range 2 { // by the size of one word, and then by that of all that fit
		good, mean = 0, 0
		width, fitting := 0.0, 0.0
		for i, ink := range inks {
			if ink == 0 {
				continue
			}
			out[i] = math.Abs(words[i].Width/size - ink)
			if len(words[i].Text) < letters {
				continue
			}
			mean += min(out[i], 2*misfits) / float64(len(sizes))
			if out[i] <= fits {
				good++
				width, fitting = width+words[i].Width, fitting+ink
			}
		}
		if good < enough {
			return nil, 0, false
		}
		size = width / fitting
	}
	return out, mean, float64(good) >= most*float64(len(sizes))
}
