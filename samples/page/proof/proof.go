// Package proof looks at laid-out sheets as a printer looks at a proof: what
// leaves the paper, and what covers what. It is for the tests of all that lays
// sheets out.
package proof

import (
	"fmt"

	"noticed/samples/page"
)

// How near to the edges letters may come, in points: left and top, right and
// foot.
const (
	margin = 18
	edge   = 6
)

// Faults tells every run that leaves its sheet and every pair of runs that cover
// each other.
func Faults(m page.Metrics, sheets []*page.Sheet) []string {
	var faults []string
	for i, s := range sheets {
		right := make([]float64, len(s.Texts))
		for a, x := range s.Texts {
			right[a] = x.X + m.Width(x.Face, x.Size, x.S)
			if x.X < margin || right[a] > s.Width-edge || x.Y-x.Size < margin || x.Y > s.Height-edge {
				faults = append(faults, fmt.Sprintf("page %d: %q leaves the sheet at %.0f,%.0f to %.0f", i+1, x.S, x.X, x.Y, right[a]))
			}
			for b, y := range s.Texts[:a] {
				if cover(x, y, right[a], right[b]) {
					faults = append(faults, fmt.Sprintf("page %d: %q and %q cover each other at %.0f,%.0f", i+1, x.S, y.S, x.X, x.Y))
				}
			}
		}
	}
	return faults
}

// cover says whether the letters of two runs cover each other, with a grain of
// tolerance: descenders may touch.
func cover(a, b page.Text, rightA, rightB float64) bool {
	return a.X < rightB-1 && b.X < rightA-1 && a.Y-a.Size*0.62 < b.Y && b.Y-b.Size*0.62 < a.Y
}
