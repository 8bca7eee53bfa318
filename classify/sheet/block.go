package sheet

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"noticed"
	"noticed/classify/layout"
	"noticed/classify/printed"
)

// blockKinds are the labels that a label/value block is made of. One of them
// alone proves nothing: prose may begin a line with "Notice CP14 dated …".
var blockKinds = map[kind]bool{
	labelNotice: true, labelNoticeDate: true, labelPeriod: true, labelForm: true, labelID: true, labelContact: true,
	labelHours: true, labelCaller: true, labelPage: true, labelCase: true, labelAUR: true, labelCertified: true,
	labelReplyRefer: true, labelPetitionBy: true, labelPerson: true, labelFax: true,
}

// readBlocks finds the label/value blocks and takes their values.
func (r *reader) readBlocks() {
	for _, block := range r.blocks() {
		for _, h := range block {
			r.take(h)
		}
	}
	for _, h := range r.hits { // these say enough for themselves
		switch h.kind {
		case labelHearingBy, labelPetitionBy, labelReplyBy, labelDisputeBy, labelTerminateOn, labelLienFiled, labelPayBy:
			r.takeDay(h, r.placeOnPage(h.box()))
		case labelCase, labelAUR, labelCertified, labelReplyRefer:
			if h.end-h.start >= 12 && h.box().MidY() < 0.45*r.Layout.Height && r.parses(h) {
				r.take(h)
			}
		case labelPage:
			if r.Number == 0 && len(h.cell.Words) <= 4 && r.parses(h) {
				r.take(h)
			}
		}
	}
	r.readOrphans()
	r.readUnreadCodes()
	r.readRuinedCodes()
	r.readLost()
	r.readLoneForm()
	r.readRunningHead()
	r.readTyped()
}

// readLoneForm takes the tax form from a label that stands on its own with a
// colon, "Form: 1040-SR", and the period from one of its own.
func (r *reader) readLoneForm() {
	for _, h := range r.hits {
		rest := strings.TrimLeft(h.run.Text[h.end:], " ")
		colon := rest == "" || strings.ContainsAny(rest[:1], ":;'*.") // what recognition makes of a colon
		most := 4
		if strings.HasPrefix(rest, ":") { // "Tax period(s): December 31, 2021"
			most = 6
		}
		if h.kind != labelPeriod && (h.kind != labelForm || !colon) || len(h.cell.Words) > most || h.box().MidY() > 0.45*r.Layout.Height || r.inTable(h.box()) || !r.parses(h) || r.seenPeriod(h) {
			continue
		}
		r.take(h)
	}
	for _, h := range r.hits {
		if h.kind == labelForm && h.start == 0 && len(h.cell.Words) <= 4 && h.box().MidY() < 0.45*r.Layout.Height && !r.seenPeriod(h) && !r.inTable(h.box()) {
			r.UnreadForm = true
		}
	}
}

// seenPeriod says whether the value of a label was taken already.
func (r *reader) seenPeriod(h hit) bool {
	for _, v := range r.values(h) {
		f := r.Layout.Fraction(v.run.Box(v.start, v.end))
		for _, p := range r.Periods {
			if f.Holds(p.Evidence.Box) {
				return true
			}
		}
	}
	return false
}

// blocks groups the labels that stand in one column or follow one another on one
// line, and keeps the groups that hold at least two kinds of label of which one
// is the notice's own: its code, its date or the taxpayer's number; of a scan, one
// such value beside the labels of all three.
func (r *reader) blocks() [][]hit {
	var members []hit
	for _, h := range r.hits {
		if blockKinds[h.kind] && !r.inTable(h.box()) && (r.parses(h) || announcesID(h) || h.alone()) {
			members = append(members, h) // a value is easily garbled, and its label a block's all the same
		}
	}
	group := make([]int, len(members))
	for i := range members {
		group[i] = i
		for j := range i {
			if r.neighbours(members[i], members[j]) && group[i] != group[j] {
				from, to := group[i], group[j]
				for k := range i + 1 {
					if group[k] == from {
						group[k] = to
					}
				}
			}
		}
	}
	var out [][]hit
	for g := range members {
		var block []hit
		kinds, labels := map[kind]bool{}, map[kind]bool{}
		own := false
		for i, h := range members {
			if group[i] == g {
				block = append(block, h)
				labels[h.kind] = true
				if !r.parses(h) {
					continue
				}
				kinds[h.kind] = true
				own = own || h.kind == labelNotice || h.kind == labelNoticeDate || h.kind == labelID
			}
		}
		named := r.How != noticed.HowText && labels[labelNotice] && labels[labelNoticeDate] && labels[labelID]
		if (len(kinds) >= 2 || named) && (own || kinds[labelForm] && kinds[labelPeriod]) {
			out = append(out, block)
		}
	}
	return out
}

// announcesID says whether a label announces a taxpayer's number, be it unreadable,
// rather than stand in running text.
func announcesID(h hit) bool {
	n := len(h.cell.Words)
	return h.kind == labelID && (n <= 4 || h.start == 0 && n <= 7)
}

// neighbours says whether two labels stand in the same column close above each
// other, or on the same line.
func (r *reader) neighbours(a, b hit) bool {
	if a.cell.Line == b.cell.Line {
		return true
	}
	ab, bb := a.box(), b.box()
	if (ab.MidY() >= r.stubTop) != (bb.MidY() >= r.stubTop) {
		return false
	}
	space := max(ab.Top(), bb.Top()) - min(ab.Bottom(), bb.Bottom())
	aligned := abs(ab.Left()-bb.Left()) < 2.5*r.Layout.Type
	return aligned && (space < 4.5*r.Layout.Type || r.How != noticed.HowText && r.bridged(a.cell, b.cell))
}

// bridged says whether nothing but lines of the same column stand between two labels at
// the top of a page: of a label between them recognition left nothing that is one.
func (r *reader) bridged(a, b layout.Cell) bool {
	if a.Box.Top() > b.Box.Top() {
		a, b = b, a
	}
	if b.Box.Bottom() > 0.25*r.Layout.Height || a.Box.Left() < 0.4*layout.Width {
		return false
	}
	for range 3 {
		above, ok := r.above(b)
		if !ok {
			return false
		}
		if above.Line == a.Line && above.Index == a.Index {
			return true
		}
		b = above
	}
	return false
}

func abs(v float64) float64 { return max(v, -v) }

// parses says whether a value that the label asks for stands where it should.
func (r *reader) parses(h hit) bool {
	for _, v := range r.values(h) {
		if ok := r.fits(h.kind, v.text()); ok {
			return true
		}
	}
	return false
}

var (
	pageOf  = regexp.MustCompile(`^\W*?([0-9]{1,3}|[|!lI])\s*(?i:[o0]f|de)\s*([0-9]{1,3})\b`) // of figures nothing but a 1 is a bar
	phoneNo = regexp.MustCompile(`(?:1\s?[-–.]\s?)?\(?[0-9]{3}\)?\s?[-–. ]\s?[0-9]{3}\s?[-–.]\s?[0-9]{4}`)
)

func (r *reader) fits(k kind, whole string) bool {
	text := trimValue(whole)
	switch k {
	case labelNotice:
		_, ok := r.code(text)
		return ok
	case labelNoticeDate:
		_, ok := printed.Date(text)
		return ok
	case labelPeriod:
		_, ok := period(text)
		return ok
	case labelForm:
		_, ok := printed.Form(text)
		return ok
	case labelID:
		_, ok := printed.ID(text)
		_, _, garbled := printed.GarbledID(trimMasked(whole))
		return ok || garbled
	case labelPage:
		return pageOf.MatchString(whole)
	case labelContact:
		return phoneNo.MatchString(text)
	case labelCaller, labelCase, labelAUR, labelCertified, labelReplyRefer:
		return strings.ContainsAny(text, "0123456789") || allCapsOrMask(text)
	case labelPetitionBy:
		_, ok := printed.Date(text)
		return ok
	case labelHours, labelPerson:
		return true
	case labelFax:
		return phoneNo.MatchString(text)
	default:
		return false
	}
}

func allCapsOrMask(s string) bool {
	return strings.Trim(s, "NnXx*# -") == "" && s != ""
}

func trimValue(s string) string { return strings.Trim(s, " :.-#|") }

// trimMasked leaves the hyphens, which may be all that was read of a mask.
func trimMasked(s string) string { return strings.Trim(s, " :.|") }

// code is the text at the beginning of a value that can be a notice's code: its
// first one, two or three words.
func (r *reader) code(text string) (string, bool) {
	words := strings.Fields(text)
	for n := min(4, len(words)); n > 0; n-- {
		t := strings.TrimFunc(strings.Join(words[:n], " "), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) || c > 127 })
		if t != "" && r.isCode(t, true) {
			return t, true
		}
	}
	return "", false
}

// strokes are the signs that a capital I is taken for where it ends a word.
const strokes = "!|)]}/"

// strokeBehind says whether such a sign stands right behind a code, and closes nothing.
func strokeBehind(text, code string) bool {
	before, behind, ok := strings.Cut(text, code)
	return ok && behind != "" && strings.Contains(strokes, behind[:1]) && !strings.ContainsAny(before, "([{")
}

// period reads a tax period that may have words behind it.
func period(text string) (printed.PeriodEnd, bool) {
	if p, ok := printed.Period(text); ok {
		return p, true
	}
	if words := strings.Fields(text); len(words) > 1 {
		if _, isDate := printed.Date(text); !isDate {
			return printed.Period(words[0])
		}
	}
	return printed.PeriodEnd{}, false
}

// take adds what the label's value says.
func (r *reader) take(h hit) {
	if values := r.values(h); h.kind == labelID && len(values) > 0 && !r.parses(h) {
		v := values[0]
		r.Unread = append(r.Unread, r.evidence(v.run.Box(v.start, v.end), "", r.place(h.box())))
	}
	for _, v := range r.values(h) {
		text := trimValue(v.text())
		if !r.fits(h.kind, v.text()) {
			continue
		}
		place := r.place(h.box())
		switch h.kind {
		case labelNotice:
			t, _ := r.code(text)
			start := v.start + strings.Index(v.text(), t)
			r.Codes = append(r.Codes, see(r, Code{t, true, strokeBehind(v.text(), t)}, v.run, start, start+len(t), place, false))
		case labelNoticeDate:
			d, _ := printed.Date(v.text())
			r.markDate(v.run.Box(v.start+d.Start, v.start+d.End))
			r.NoticeDates = append(r.NoticeDates, see(r, d.Value, v.run, v.start+d.Start, v.start+d.End, place, d.Repaired))
		case labelPeriod:
			p, _ := period(text)
			r.markDate(v.run.Box(v.start, v.end))
			r.Periods = append(r.Periods, see(r, Period{End: p}, v.run, v.start, v.end, place, p.Repaired))
		case labelForm:
			f, _ := printed.Form(text)
			r.Periods = append(r.Periods, see(r, Period{Form: f}, v.run, v.start, v.end, place, false))
		case labelID:
			id, ok := printed.ID(v.text())
			if !ok {
				id, ok = printed.ID(text) // with a dash in front, as dirt is read
			}
			if ok {
				r.IDs = append(r.IDs, see(r, id, v.run, v.start, v.end, place, id.Repaired))
			} else if id, _, ok := printed.GarbledID(trimMasked(v.text())); ok {
				start := v.start + strings.LastIndex(v.text(), id.Last4)
				r.IDs = append(r.IDs, see(r, id, v.run, start, start+len(id.Last4), place, false))
			}
		case labelContact:
			r.Phones = append(r.Phones, see(r, layout.Spaceless(phoneNo.FindString(text)), v.run, v.start, v.end, place, false))
		case labelPage:
			m := pageOf.FindStringSubmatch(v.text())
			var err error
			if r.Number, err = strconv.Atoi(m[1]); err != nil {
				r.Number = 1 // a bar
			}
			if r.Of, _ = strconv.Atoi(m[2]); r.Of < r.Number {
				r.Of = 0 // one of the two was misread
			}
			r.Numbered = place
		case labelCase:
			r.addReference(noticed.ReferenceCase, v.run, v.start, v.end, place)
		case labelAUR:
			r.addReference(noticed.ReferenceAURControl, v.run, v.start, v.end, place)
		case labelCertified:
			r.addReference(noticed.ReferenceCertifiedMail, v.run, v.start, v.end, place)
		case labelReplyRefer:
			r.addReference(noticed.ReferenceReplyReferTo, v.run, v.start, v.end, place)
		case labelFax:
			if r.Fax == "" {
				r.Fax = phoneNo.FindString(text)
			}
		case labelPetitionBy:
			r.takeDay(h, place)
		}
		return
	}
}

// markDate notes that the dates in a box are explained.
func (r *reader) markDate(b noticed.Box) { r.used[b] = true }

// explained says whether a date in a box was explained by a label or sentence.
func (r *reader) explained(b noticed.Box) bool {
	for u := range r.used {
		if min(u.Right(), b.Right())-max(u.Left(), b.Left()) > 0.5*b.Width() && min(u.Bottom(), b.Bottom())-max(u.Top(), b.Top()) > 0.5*b.Height() {
			return true
		}
	}
	return false
}

// readBareCodes finds codes that stand for themselves: in the corner of the
// stub, in the last lines of the page, or alone at the top of a letter.
func (r *reader) readBareCodes() {
	for c := range r.Layout.Cells {
		if r.footCode(c) || len(c.Words) > 6 || r.seenCode(c.Box) || r.labelled(c) && c.Box.MidY() < 0.9*r.Layout.Height {
			continue
		}
		place := r.place(c.Box)
		if place == noticed.PlaceHeader && (c.Box.MidY() > 0.3*r.Layout.Height || r.underProse(c)) || r.endsParagraph(c) {
			continue
		}
		run := layout.NewRun(c.Words)
		text, labelled := bareCode(run.Text)
		stroke := false
		if bare := strings.TrimRight(text, strokes); bare != text && !r.isCode(text, labelled) {
			text, stroke = bare, true
		}
		if text == "" || !r.isCode(text, labelled) {
			continue
		}
		start := strings.Index(run.Text, text)
		r.Codes = append(r.Codes, see(r, Code{text, labelled, stroke}, run, start, start+len(text), place, false))
	}
}

// underProse says whether a line of running text stands tight over a cell, be it that the
// edge of what was read of the page cuts off the words before it; or before it on its own
// line, with words between them lost.
func (r *reader) underProse(c layout.Cell) bool {
	for _, d := range r.Layout.Lines[c.Line].Cells[:c.Index] {
		if last := d.Words[len(d.Words)-1].Text; len(d.Words) > 4 && smallLetters.MatchString(last) {
			return true
		}
	}
	if c.Line == 0 || c.Box.MidY() < 0.14*r.Layout.Height { // where letterheads are
		return false
	}
	for _, d := range r.Layout.Lines[c.Line-1].Cells {
		if len(d.Words) > 5 && d.Box.Left() < c.Box.Right() && d.Box.Right() > c.Box.Left() && c.Box.Top()-d.Box.Bottom() < r.Layout.Row {
			return true
		}
	}
	return false
}

// smallLetters is a word of running text.
var smallLetters = regexp.MustCompile(`^[a-z]+$`)

// endsParagraph says whether a cell carries on a line of running text above it. Large
// print does not carry on small: what stands over a headline is the notice's name.
func (r *reader) endsParagraph(c layout.Cell) bool {
	for _, g := range r.Layout.Paragraphs() {
		for i, d := range g.Cells {
			if d.Line == c.Line && d.Index == c.Index {
				return i > 0 && len(g.Cells[i-1].Words) > 5 && (len(c.Words) < 3 || !layout.Larger(c, g.Cells[i-1]))
			}
		}
	}
	return false
}

// seenCode says whether a code was already taken from there.
func (r *reader) seenCode(b noticed.Box) bool {
	f := r.Layout.Fraction(b)
	for _, c := range r.Codes {
		if f.Holds(c.Evidence.Box) {
			return true
		}
	}
	return false
}
