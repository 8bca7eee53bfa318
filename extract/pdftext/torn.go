package pdftext

import (
	"math"

	"noticed"
)

// Files draw what stands on a line in any order: "APR", the page number at the end
// of the line, then "IL". An engine that reads in the order of the file infers a
// space where it leaps, and tears the word.

const (
	// leap is how far from the end of a glyph the next may begin and still read on,
	// and flush how near it must be to be of the same word, in heights of type. The
	// space of a narrow type is 0.4 wide between the ink of two letters.
	leap  = 1.2
	flush = 0.35
	// mostRuns is how many runs a page may have to be mended: each is compared with
	// every other.
	mostRuns = 2000
)

// mend puts runs of glyphs that the file draws elsewhere back behind what they go
// on from: flush with it on its line, with no white space in the file between them.
// No glyph is lost.
func mend(glyphs []glyph) []glyph {
	var starts []int
	for k, g := range glyphs {
		if k == 0 || !follows(glyphs[k-1].box, g.box, -leap, leap) {
			starts = append(starts, k)
		}
	}
	if len(starts) > mostRuns {
		return glyphs
	}
	end := func(run int) int {
		if run+1 < len(starts) {
			return starts[run+1]
		}
		return len(glyphs)
	}
	next, continues := map[int]int{}, map[int]bool{}
	for run, start := range starts {
		if g := glyphs[start]; g.space && !g.inferred || !g.placed() {
			continue
		}
		for before := range starts {
			last := end(before)
			if _, taken := next[before]; taken || before == run || last < len(glyphs) && glyphs[last].space && !glyphs[last].inferred {
				continue
			}
			if q := glyphs[last-1]; q.placed() && follows(q.box, glyphs[start].box, -flush/2, flush) {
				next[before], continues[run] = run, true
				break
			}
		}
	}
	if len(next) == 0 {
		return glyphs
	}
	out := make([]glyph, 0, len(glyphs))
	done := make([]bool, len(starts))
	chain := func(run int) {
		for ok := true; ok && !done[run]; {
			done[run] = true
			from := len(out)
			out = append(out, glyphs[starts[run]:end(run)]...)
			if continues[run] {
				out[from].space = false
			}
			n, more := next[run]
			run, ok = n, more
		}
	}
	for run := range starts {
		if !continues[run] {
			chain(run)
		}
	}
	for run := range starts { // what goes on from itself
		chain(run)
	}
	return out
}

// follows says whether b stands on the line of a, and begins between so many heights
// of type from where a ends.
func follows(a, b noticed.Box, from, to float64) bool {
	high := math.Max(a.Height(), b.Height())
	overlap := math.Min(a.Bottom(), b.Bottom()) - math.Max(a.Top(), b.Top())
	gap := b.Left() - a.Right()
	return overlap > 0.5*math.Min(a.Height(), b.Height()) && gap >= from*high && gap <= to*high
}
