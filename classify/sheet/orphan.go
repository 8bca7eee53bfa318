package sheet

import (
	"slices"

	"noticed"
	"noticed/classify/layout"
	"noticed/classify/printed"
)

// readOrphans takes a year or a code that stands among the values of a block beside a
// label of which recognition left nothing: it is the only copy of the notice's, or one
// that somebody altered. Text layers lose no labels.
func (r *reader) readOrphans() {
	if r.How == noticed.HowText {
		return
	}
	for _, block := range r.blocks() {
		var columns []float64
		var taken []noticed.Box
		box := block[0].box()
		for _, h := range block {
			box = box.Union(h.box())
			for _, v := range r.values(h) {
				if r.fits(h.kind, v.text()) {
					b := v.run.Box(v.start, v.end)
					columns, taken = append(columns, b.Left()), append(taken, b)
					break
				}
			}
		}
		if len(columns) < 3 || r.place(box) != noticed.PlaceHeader {
			continue
		}
		if !slices.ContainsFunc(block, announcesID) { // recognition may have lost the line with the taxpayer's number
			region := box
			for _, b := range taken {
				region = region.Union(b)
			}
			region[1], region[3] = region[1]-r.Layout.Row, region[3]+r.Layout.Row
			r.Unnumbered = append(r.Unnumbered, r.evidence(region, "", noticed.PlaceHeader))
		}
		slices.Sort(columns)
		column := columns[len(columns)/2]
		for c := range r.Layout.Cells {
			if c.Box.MidY() < box.Top()-2.2*r.Layout.Row || c.Box.MidY() > box.Bottom() || abs(c.Box.Left()-column) > 0.5*r.Layout.Type || r.labelled(c) {
				continue
			}
			label, ok := r.leftOf(c)
			if !ok || label.Box.Left() <= box.Left()-2*r.Layout.Type {
				label, ok = r.above(c)
			}
			if ok && (r.labelled(label) || readable(label)) || r.announced(c) {
				continue
			}
			if !slices.ContainsFunc(taken, func(b noticed.Box) bool { return c.Box.Holds(b) }) {
				r.takeOrphan(c)
			}
		}
	}
}

// announced says whether there is a label to the left of c, be it in a line of its own: of
// one in which a word was taken for a taller one, the rest is.
func (r *reader) announced(c layout.Cell) bool {
	for d := range r.Layout.Cells {
		gap := c.Box.Left() - d.Box.Right()
		if gap > 0 && gap < 12*r.Layout.Type && abs(d.Box.MidY()-c.Box.MidY()) < 0.6*r.Layout.Type && (r.labelled(d) || readable(d)) {
			return true
		}
	}
	return false
}

// readable says whether a label, though none that is known, can be read: it announces
// something else.
func readable(label layout.Cell) bool {
	const few, fair = 6, 0.6
	sum := 0.0
	for _, w := range label.Words {
		sum += w.Confidence
	}
	return letters(label.Text()) >= few && sum >= fair*float64(len(label.Words))
}

func (r *reader) takeOrphan(c layout.Cell) {
	v := whole(c)
	place := r.place(c.Box)
	switch p, ok := printed.Period(v.text()); {
	case ok && p.BareYear && len(c.Words) == 1:
		r.Periods = append(r.Periods, see(r, Period{End: p}, v.run, v.start, v.end, place, true))
	default:
		if t, ok := r.code(v.text()); ok && len(t) == len(v.text()) && !r.seenCode(c.Box) {
			r.Codes = append(r.Codes, see(r, Code{Text: t, Labelled: true}, v.run, v.start, v.end, place, true))
		}
	}
}
