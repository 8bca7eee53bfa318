package sheet

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"noticed"
)

// readUnreadCodes notes the word behind a label for the notice's code, in a block with
// its date or the taxpayer's number, that can't be one: recognition makes words of
// codes, "cpas".
func (r *reader) readUnreadCodes() {
	for _, h := range r.hits {
		if h.kind != labelNotice || r.parses(h) {
			continue
		}
		v, ok := r.besideNotice(h)
		if !ok {
			continue
		}
		mate := func(o hit) bool {
			return (o.kind == labelNoticeDate && r.parses(o) || announcesID(o)) && (r.neighbours(h, o) || r.sameColumn(h, o))
		}
		text, behind, more := strings.Cut(trimValue(v.text()), " ")
		if more && (!figures(text) || len(behind) > 2 && !unicode.IsLetter(rune(text[0]))) {
			continue // some other words, and no code with dirt behind it
		}
		if len(text) >= 2 && len(text) <= longestCode && slices.ContainsFunc(r.hits, mate) {
			box := v.run.Box(v.start, v.end)
			if line := r.Layout.Lines[h.cell.Line]; line.Box.Right() <= box.Right()+1 {
				box[2] = max(box[2], box[0]+longestCode*r.Layout.Char) // recognition may have seen the half of it only
			}
			r.UnreadCodes = append(r.UnreadCodes, r.evidence(box, "", r.place(h.box())))
		}
	}
}

// besideNotice is what stands behind a label for the notice's code, also where its
// last word was spoilt: "Notice Ne".
func (r *reader) besideNotice(h hit) (value, bool) {
	if h.alone() {
		values := r.values(h)
		return append(values, value{})[0], len(values) > 0
	}
	if !spoiltNo.MatchString(h.run.Text[h.end:]) {
		return value{}, false
	}
	right, ok := r.Layout.Right(h.cell)
	return whole(right), ok && !r.labelled(right)
}

// spoiltNo is what recognition makes of "No." behind the word notice.
var spoiltNo = regexp.MustCompile(`^\s*[NM]\S{0,2}$`)

// readLost notes the labels of a block whose values recognition lost, or left figures of
// that are none: what somebody altered is as easily lost as what is as it was printed.
func (r *reader) readLost() {
	if r.How == noticed.HowText {
		return
	}
	for _, block := range r.blocks() {
		right := 0.0
		for _, h := range block {
			for _, v := range r.values(h) {
				right = max(right, v.run.Box(v.start, v.end).Right())
			}
		}
		for _, h := range block {
			if !ownKinds[h.kind] || !h.alone() || r.parses(h) {
				continue
			}
			values := r.values(h)
			if len(values) > 0 && (h.kind == labelNotice || h.kind == labelID || values[0].words()) {
				continue // noted already, or words
			}
			box := h.box()
			box[2], box[3] = max(box[2], right), box[3]+1.3*r.Layout.Row // right of it or under it
			r.Lost = append(r.Lost, r.evidence(box, "", r.place(h.box())))
		}
	}
}

// words says whether a value is words, and not what recognition made of figures.
func (v value) words() bool {
	return !figures(v.text()) && v.run.Confidence(v.start, v.end) >= spoilt
}

// spoilt is the confidence below which a word of which recognition knows no figure may be
// a date all the same: "mieiamas".
const spoilt = 0.3

// ownKinds are the labels of what is the notice's own.
var ownKinds = map[kind]bool{labelNotice: true, labelNoticeDate: true, labelPeriod: true, labelID: true}

// readRuinedCodes notes what stands over the values of a block that has no code, right
// of a label that can't be read either: there the code stands more often than not; and
// the lines over the block, of which nothing may be left.
func (r *reader) readRuinedCodes() {
	if r.How == noticed.HowText {
		return
	}
	for _, block := range r.blocks() {
		top := slices.MinFunc(block, func(a, b hit) int { return cmp.Compare(a.box().Top(), b.box().Top()) })
		if slices.ContainsFunc(block, func(h hit) bool { return h.kind == labelNotice }) || r.place(top.box()) != noticed.PlaceHeader {
			continue
		}
		label, ok := r.above(top.cell)
		if ok && readable(label) {
			continue
		}
		r.overBlock(block)
		if !ok || r.labelled(label) {
			continue
		}
		cells := r.Layout.Lines[label.Line].Cells
		if label.Index+1 < len(cells) && len(cells[label.Index+1].Words) == 1 && !r.seenCode(cells[label.Index+1].Box) {
			r.UnreadCodes = append(r.UnreadCodes, r.evidence(cells[label.Index+1].Box, "", noticed.PlaceHeader))
		}
	}
}

// overBlock notes the two lines over a block without a code of which recognition left
// nothing.
func (r *reader) overBlock(block []hit) {
	box := block[0].box()
	for _, h := range block {
		box = box.Union(h.box())
		for _, v := range r.values(h) {
			box = box.Union(v.run.Box(v.start, v.end))
		}
	}
	box[1], box[3] = max(0, box[1]-2.5*r.Layout.Row), box[1]
	r.Lost = append(r.Lost, r.evidence(box, "", noticed.PlaceHeader))
}

// sameColumn says whether two labels stand in one column of the head of a page.
func (r *reader) sameColumn(a, b hit) bool {
	ab, bb := a.box(), b.box()
	return max(ab.Bottom(), bb.Bottom()) < 0.2*r.Layout.Height && abs(ab.Left()-bb.Left()) < r.Layout.Type
}

// readUnreadCorner notes the word in the corner of the stub, left of the line of
// figures by which payments are read, where the code stands and can't be made out.
func (r *reader) readUnreadCorner() {
	for _, line := range r.Layout.Lines {
		c := line.Cells[0]
		if c.Box.MidY() < r.stubTop || c.Box.MidY() < 0.9*r.Layout.Height || len(line.Cells) < 2 || len(c.Words) > 1 || r.seenCode(c.Box) {
			continue
		}
		if text := c.Text(); len(text) > 2 && len(text) <= longestCode && figures(text) && unicode.IsLetter(rune(text[0])) && scanLine.MatchString(line.Cells[1].Text()) {
			r.UnreadCodes = append(r.UnreadCodes, r.evidence(c.Box, "", noticed.PlaceStub))
		}
	}
}

// scanLine begins the line of figures by which payments are read.
var scanLine = regexp.MustCompile(`^[0-9]{6,}\b`)

// longestCode is how many letters and figures the code of a notice may have.
const longestCode = 8
