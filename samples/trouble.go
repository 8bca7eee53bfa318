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
)

// drawTrouble draws a trouble that the medium can have.
func drawTrouble(r *rand.Rand, m Medium) Trouble {
	if m == Text {
		return []Trouble{Missing, Stacked}[r.IntN(2)]
	}
	return []Trouble{Missing, Stacked, UpsideDown}[r.IntN(3)]
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
