package face

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// noisy is a window that was printed by Arial, scanned with noise and read with
// an I too many: the widths are of its words' boxes.
var noisy = []Word{
	{"WEII", 17.01}, {"BARLOW", 40.51}, {"77", 9.48}, {"W", 8.50}, {"1ST", 16.52}, {"ST", 11.62}, {"UNIT", 21.35}, {"4B", 10.95},
	{"O'FALLON,", 47.61}, {"IL", 6.79}, {"62269", 25.76},
}

func TestMisset(t *testing.T) {
	for _, tt := range []struct {
		name  string
		words []Word
		want  string // the words that can't be what they read
	}{
		{"an I too many", noisy, "WEII"},
		{"as it is printed", replaced(noisy, "WEII", "WEI"), ""},
		{"a T for an I", replaced(noisy, "WEII", "WET"), "WET"},
		{"too few words to tell", noisy[:3], ""},
		{"a type that is not known", stretched(noisy), ""},
		{"no word at all", nil, ""},
		{"a letter of no face", replaced(noisy, "WEII", "WEÍ"), ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := strings.Join(marked(tt.words), " "); got != tt.want {
				t.Errorf("%q; want %q", got, tt.want)
			}
		})
	}
}

// TestOwnWidths sets a window in every face, the boxes of its words out by a pixel of
// a 200-dpi scan at 10 points: nothing in it is misset, kerned or not, until a letter
// is put in or lost.
func TestOwnWidths(t *testing.T) {
	window := strings.Fields("OLGA VAVRINEK FAMILY TRUST 1040 Willow Creek Rd FAIRVIEW, OK 73737-2018")
	r := rand.New(rand.NewPCG(1, 2))
	for i, f := range faces {
		for _, kerned := range []bool{false, true} {
			set := func() []Word {
				var out []Word
				for _, w := range window {
					ink, ok := f.ink(w, kerned)
					if !ok {
						t.Fatalf("face %d has not all of %q", i, w)
					}
					out = append(out, Word{w, 28*ink + 2*r.Float64() - 1})
				}
				return out
			}
			more, less := 0, 0
			for range 200 {
				words := set()
				if got := marked(words); len(got) > 0 {
					t.Fatalf("face %d, kerned %v: %q of %v", i, kerned, got, words)
				}
				if slices.Equal(marked(replaced(words, "FAMILY", "FAMIILY")), []string{"FAMIILY"}) {
					more++
				}
				if slices.Equal(marked(replaced(words, "OLGA", "OGA")), []string{"OGA"}) {
					less++
				}
			}
			if more < 180 || less < 180 { // kerning may hide one
				t.Errorf("face %d, kerned %v: of 200 letters too many %d were told, of as many lost %d", i, kerned, more, less)
			}
		}
	}
}

func marked(words []Word) []string {
	var out []string
	for i, m := range Misset(words) {
		if m {
			out = append(out, words[i].Text)
		}
	}
	return out
}

func replaced(words []Word, text, by string) []Word {
	out := slices.Clone(words)
	for i := range out {
		if out[i].Text == text {
			out[i].Text = by
		}
	}
	return out
}

// stretched has every word of another width, as no known type sets them.
func stretched(words []Word) []Word {
	out := slices.Clone(words)
	for i := range out {
		out[i].Width *= 1 + 0.17*float64(i%4)
	}
	return out
}

func FuzzMisset(f *testing.F) {
	f.Add("WEII BARLOW 77", 17.0, 40.5)
	f.Fuzz(func(t *testing.T, text string, a, b float64) {
		var words []Word
		for i, w := range strings.Fields(text) {
			width := a
			if i%2 == 1 {
				width = b
			}
			words = append(words, Word{w, width})
		}
		if got := Misset(words); len(got) != len(words) {
			t.Errorf("%d verdicts on %d words", len(got), len(words))
		}
	})
}
