package main

import (
	"fmt"
	"strings"
	"time"
)

// progress tells how far a row of documents is: how many, how fast, how long it
// will take. On a terminal it is a bar that stays on the last line, elsewhere a
// line every few seconds.
type progress struct {
	*printer

	what    string // what was done to the documents: "submitted"
	samples []sample
}

// sample is how far the work was at a time.
type sample struct {
	at    time.Time
	n     int
	share float64
}

// window is how far back speed is measured: what was told at once because it was
// queued before must not promise that the rest is as fast.
const window = time.Minute

func newProgress(p *printer, what string) *progress {
	return &progress{printer: p, what: what, samples: []sample{{at: p.now()}}}
}

// tell says that n documents are done, and which share of all work that is.
func (g *progress) tell(n int, share float64) {
	now := g.now()
	g.samples = append(g.samples, sample{now, n, share})
	for len(g.samples) > 2 && now.Sub(g.samples[1].at) > window {
		g.samples = g.samples[1:]
	}
	if isTerminal(g.err) {
		g.step("%s %s", bar(share), g.text())
		return
	}
	g.step("%s", g.text())
}

// text says it in words: "submitted 120 documents, 40 %, 14.2/s, 35s left".
func (g *progress) text() string {
	first, last := g.samples[0], g.samples[len(g.samples)-1]
	s := fmt.Sprintf("%s %s, %.0f %%", g.what, count(last.n, "document"), 100*last.share)
	took := last.at.Sub(first.at)
	if took < time.Second || last.n == first.n {
		return s
	}
	if rate := float64(last.n-first.n) / took.Seconds(); rate >= 1 {
		s += fmt.Sprintf(", %.3g/s", rate)
	} else {
		s += fmt.Sprintf(", %.2g/min", rate*60)
	}
	if gone := last.share - first.share; gone > 0 && last.share < 1 {
		left := time.Duration(float64(took) * (1 - last.share) / gone)
		s += fmt.Sprintf(", %s left", left.Round(time.Second))
	}
	return s
}

// bar is short enough for any terminal, with the words behind it.
func bar(share float64) string {
	const width = 20
	full := min(width, int(share*width))
	return "[" + strings.Repeat("#", full) + strings.Repeat("-", width-full) + "]"
}
