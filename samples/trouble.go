package samples

import (
	"math/rand/v2"
	"slices"

	"noticed"
	"noticed/samples/expect"
	"noticed/samples/layout"
	"noticed/samples/page"
)

// Trouble is what befalls a document between the envelope and the file.
type Trouble string

// The troubles. Of these only a missing page must go to review; the others are
// to be read.
const (
	None       Trouble = ""
	Missing    Trouble = "missing"     // a page is not there
	UpsideDown Trouble = "upside down" // some or all sheets were fed the wrong way round; scans only
	Stacked    Trouble = "stacked"     // two notices in one file
	Shuffled   Trouble = "shuffled"    // the pages lie in another order
)

// drawTrouble draws a trouble that the document can have: sheets of a damaged
// scan lie upside down by its damage or not at all.
func drawTrouble(r *rand.Rand, s Spec) Trouble {
	if s.Medium == Text || s.Damage != nil {
		return []Trouble{Missing, Stacked, Shuffled}[r.IntN(3)]
	}
	return []Trouble{Missing, Stacked, Shuffled, UpsideDown}[r.IntN(4)]
}

func never() bool { return false }

// turned says of one sheet after the other whether it lies upside down.
func (t Trouble) turned(r *rand.Rand) func() bool {
	if t != UpsideDown {
		return never
	}
	if r.IntN(2) == 0 {
		return func() bool { return true }
	}
	first := true // at least the first, so that there is always one
	return func() bool {
		down := first || r.IntN(2) == 0
		first = false
		return down
	}
}

// befall does to the paper, and to the truth, what the trouble does.
func (s Spec) befall(r *rand.Rand, m page.Metrics, paper *layout.Paper, truth *expect.Document) {
	switch s.Trouble {
	case Missing:
		if paper.Counted < 2 {
			return
		}
		k := 1 + r.IntN(paper.Counted-1) // never the first
		paper.Sheets = slices.Delete(paper.Sheets, k, k+1)
		truth.Pages--
		truth.Notices[0].Pages = truth.Notices[0].Pages[:truth.Pages]
		truth.Review = expect.Review{Needed: true, Fields: []noticed.Field{noticed.FieldPages}, Why: "a page is missing"}
	case Shuffled:
		shuffle(r, paper.Sheets)
	case Stacked:
		behind, also := s.Second.lay(r, m)
		for _, n := range also.Notices {
			for i := range n.Pages {
				n.Pages[i] += truth.Pages
			}
			truth.Notices = append(truth.Notices, n)
		}
		truth.Pages += also.Pages
		paper.Sheets = append(paper.Sheets, behind.Sheets...)
	}
}

// shuffle puts sheets into another order: the whole pile the wrong way round, or
// two of them changed over, as it goes when a pile was dropped.
func shuffle(r *rand.Rand, sheets []*page.Sheet) {
	switch n := len(sheets); {
	case n < 2:
	case r.IntN(2) == 0:
		slices.Reverse(sheets)
	default:
		a, b := r.IntN(n), 1+r.IntN(n-1)
		b = (a + b) % n
		sheets[a], sheets[b] = sheets[b], sheets[a]
	}
}
