package layout

import (
	"strings"
	"unicode"

	"noticed"
)

// narrow cuts the boxes that recognition drew over the words behind them: a word
// far wider than its letters need, with another inside its box, ends where the
// first of those in it begins. Uncut, they would stand on top of it and be told as
// a line of their own.
func narrow(ws []Word) {
	for i := range ws {
		w := &ws[i]
		inner := w.Box.Right()
		wide := false
		for _, v := range ws[i+1:] { // sorted from left to right
			if v.Box.Left() >= w.Box.Right() {
				break
			}
			if !isWord(v) || !sameHeight(w.Box, v.Box) || v.Box.Right() > w.Box.Right()+0.5*v.Box.Width() {
				continue
			}
			inner = min(inner, v.Box.Left())
			wide = wide || len(v.Text) > 1 && perLetter(*w) > 1.5*perLetter(v) && inner-w.Box.Left() > 0.6*float64(len(w.Text))*perLetter(v)
		}
		if wide {
			w.Box[2] = inner
		}
	}
}

// isWord says whether a word has a letter or a figure, or is the sign for and:
// dirt has none.
func isWord(w Word) bool {
	return strings.ContainsFunc(w.Text, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) || c == '&' })
}

// sameHeight says whether two boxes share most of the lower one's height.
func sameHeight(a, b noticed.Box) bool {
	return min(a.Bottom(), b.Bottom())-max(a.Top(), b.Top()) > 0.6*min(a.Height(), b.Height())
}

func perLetter(w Word) float64 { return w.Box.Width() / float64(max(1, len(w.Text))) }

// plainly is the confidence of a word that is no stamp's.
const plainly = 0.7

// lower cuts the boxes that recognition drew over a rule or dirt above or below a word:
// one far higher than words so narrow are is as high as the next word beside it. Uncut,
// such a word stands in two lines, and takes the words of the other into its own. Print
// of a stamp that recognition makes words of stays as it is.
func lower(ws []Word, size float64) {
	for i, w := range ws {
		if len(w.Text) < 3 || w.Confidence < plainly || w.Box.Height() < 1.6*size || perLetter(w) > 0.35*w.Box.Height() {
			continue
		}
		nearest, found := 0.0, false
		for _, v := range ws {
			gap := max(v.Box.Left()-w.Box.Right(), w.Box.Left()-v.Box.Right())
			if gap < 0 || gap > 2*size || len(v.Text) < 2 || v.Confidence < plainly || v.Box.Height() > 1.4*size || v.Box.Top() < w.Box.Top()-0.2*size || v.Box.Bottom() > w.Box.Bottom()+0.2*size {
				continue
			}
			if !found || gap < nearest {
				nearest, found = gap, true
				ws[i].Box[1], ws[i].Box[3] = v.Box[1], v.Box[3]
			}
		}
	}
}
