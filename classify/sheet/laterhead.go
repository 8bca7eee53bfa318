package sheet

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"noticed"
	"noticed/classify/layout"
	"noticed/classify/printed"
)

// laterHead is a line on top of a later page that says the code, be it labelled, the date
// and the taxpayer's number: "LTR 6331C Aug. 24, 2020 XXX-XX-5419". Each is the bytes of the
// line's run where it stands, or where it must stand if the others are there.
type laterHead struct {
	run                layout.Run
	code, date, number span
	year               span   // the tax year behind the code
	text               string // the code, if it was read
	labelled           bool   // it says what it is: behind a label, or by a letter at its end
	mended             bool   // a sign in it was taken for the C it looks like
	day                *printed.DateMatch
	id                 *printed.TaxpayerID
	period             *printed.PeriodEnd
}

// span is a part of a run's text.
type span struct{ start, end int }

// takeLaterHead takes such a head, and notes what of it can't be read: it is all that a
// later page of a letter says of its own. Two of the three must be there.
func (r *reader) takeLaterHead(line layout.Line, numbered bool) bool {
	h, ok := r.laterHead(line)
	if !ok || !h.convincing(numbered) {
		return false
	}
	unread := func(s span) noticed.Evidence {
		return r.evidence(h.run.Box(s.start, s.end), "", noticed.PlaceHeader)
	}
	switch {
	case h.text == "" && r.How != noticed.HowText:
		r.UnreadCodes = append(r.UnreadCodes, unread(h.code))
	case h.text != "" && !r.seenCode(h.run.Box(h.code.start, h.code.end)):
		r.Codes = append(r.Codes, see(r, Code{Text: h.text, Labelled: h.labelled}, h.run, h.code.start, h.code.end, noticed.PlaceHeader, h.mended))
	}
	if h.period != nil {
		r.Periods = append(r.Periods, see(r, Period{End: *h.period}, h.run, h.year.start, h.year.end, noticed.PlaceHeader, h.period.Repaired))
	}
	switch {
	case h.id != nil:
		r.IDs = append(r.IDs, see(r, *h.id, h.run, h.number.start, h.number.end, noticed.PlaceHeader, h.id.Repaired))
	case h.at(h.number) != "" && r.How != noticed.HowText:
		r.Unread = append(r.Unread, unread(h.number))
	}
	if h.day == nil {
		r.Lost = append(r.Lost, unread(h.date))
		return true
	}
	r.markDate(h.run.Box(h.date.start, h.date.end))
	r.takeHeadDates([]headDate{{h.run, *h.day}})
	return true
}

// convincing says whether two of the three were read, and what stands in the place of the
// third may be that. numbered says that the number of the page stands on the line.
func (h laterHead) convincing(numbered bool) bool {
	code, date, number := h.at(h.code), h.at(h.date), h.at(h.number)
	switch {
	case proseWord.MatchString(number):
		return false
	case h.text == "":
		return h.day != nil && h.id != nil && mayBeSpoiltCode(code, numbered)
	case h.day == nil:
		return h.id != nil && figures(date)
	case h.id == nil && number == "":
		return numbered
	case h.id == nil:
		return figures(number) && len(strings.Fields(number)) <= 3
	}
	return true
}

// proseWord begins running text, and no number: a mask may be of small letters, too.
var proseWord = regexp.MustCompile(`^[a-mo-wyz]`)

// at is what stands in a part of the head.
func (h laterHead) at(s span) string { return strings.TrimSpace(h.run.Text[s.start:s.end]) }

// laterHead parts a line at its date; one whose date can't be read between a code at its
// beginning and a number at its end. Cells with labels of other things are none of it.
func (r *reader) laterHead(line layout.Line) (h laterHead, ok bool) {
	var words []layout.Word
	for _, c := range line.Cells {
		if k := r.labelOf(c); k == 0 || k == labelNotice {
			words = append(words, c.Words...)
		}
	}
	h.run = layout.NewRun(words)
	text := h.run.Text
	dates := printed.Dates(text)
	if len(words) < 2 || len(words) > 12 || len(dates) > 1 {
		return h, false
	}
	if len(dates) == 1 {
		d := dates[0]
		h.day, h.code, h.date, h.number = &d, span{0, d.Start}, span{d.Start, d.End}, span{d.End, len(text)}
		r.headCode(&h, h.code)
		h.yearBehind()
		h.id = headNumber(text[h.number.start:])
		return h, true
	}
	starts := h.run.Starts()
	for i := len(starts) - 1; i > 0 && h.id == nil; i-- {
		h.id, h.number = headNumber(text[starts[i]:]), span{starts[i], len(text)}
	}
	for i := 1; i < len(starts) && starts[i] < h.number.start && h.text == ""; i++ {
		r.headCode(&h, span{0, starts[i]})
		h.date = span{starts[i], h.number.start}
	}
	return h, h.id != nil && h.text != ""
}

// headCode reads the code that a part of a line is, behind a label or none.
func (r *reader) headCode(h *laterHead, at span) {
	text := h.run.Text
	const dirt = " :=+-_"
	trim := func() string {
		part := text[at.start:at.end]
		at.start += len(part) - len(strings.TrimLeft(part, dirt))
		at.end = max(at.start, at.start+len(strings.Trim(part, dirt)))
		return text[at.start:at.end]
	}
	part := trim()
	if k, end := labelAt(part); k == labelNotice {
		h.labelled = true
		at.start += end
		part = trim()
	}
	if strings.HasPrefix(part, "LTR") { // where its space was lost
		h.labelled = true
		at.start += len("LTR")
		part = trim()
	}
	whole := signBehindFigure.ReplaceAllString(part, "${1}C")
	mended := whole != part
	t, ok := r.code(whole)
	switch {
	case mended:
		ok = ok && t == whole
	case ok && strings.HasPrefix(part, t):
		rest := span{at.start + len(t), at.end}
		if ok = h.headYear(rest); ok {
			at.end = rest.start
		}
	default:
		ok = false
	}
	if ok {
		h.text, h.mended, h.labelled = t, mended, h.labelled || lettered(t)
	}
	h.code = at
}

// signBehindFigure is what recognition makes of the C behind a letter's number.
var signBehindFigure = regexp.MustCompile(`([0-9])[¢©€]`)

// yearBehind reads the tax year that may stand between the date and the number.
func (h *laterHead) yearBehind() {
	m := wordsOf.FindStringIndex(h.at(h.number))
	if m == nil {
		return
	}
	year := span{h.number.end - len(strings.TrimLeft(h.run.Text[h.number.start:h.number.end], " ")), 0}
	year.end = year.start + m[1]
	if p, ok := printed.Period(h.at(year)); ok && p.BareYear && h.period == nil {
		h.period, h.year, h.number.start = &p, year, year.end
	}
}

// headYear reads the tax year that may stand behind a code; it is false where anything but
// that and dirt does.
func (h *laterHead) headYear(at span) bool {
	for _, m := range wordsOf.FindAllStringIndex(h.run.Text[at.start:at.end], -1) {
		word := h.run.Text[at.start+m[0] : at.start+m[1]]
		p, ok := printed.Period(strings.TrimFunc(word, func(c rune) bool { return !unicode.IsDigit(c) }))
		switch {
		case ok && p.BareYear && h.period == nil:
			h.period, h.year = &p, span{at.start + m[0], at.start + m[1]}
		case !isSign(word):
			return false
		}
	}
	return true
}

var wordsOf = regexp.MustCompile(`\S+`)

// headNumber reads the taxpayer's number that the rest of a line is, nil if it is none.
func headNumber(rest string) *printed.TaxpayerID {
	rest = strings.TrimSpace(spacedHyphen.ReplaceAllString(rest, "-")) // a wide type puts spaces around them
	if id, ok := printed.ID(rest); ok && len(slices.DeleteFunc(strings.Fields(rest), isSign)) <= 1 || ok && inPieces.MatchString(rest) {
		return &id
	}
	if id, _, ok := printed.GarbledID(rest); ok {
		return &id
	}
	return nil
}

var (
	spacedHyphen = regexp.MustCompile(` ?- ?`)
	// inPieces is a masked number whose hyphens were taken for specks.
	inPieces = regexp.MustCompile(`^(?:[Xx*#]{2,3}[ -]){1,2}[0-9]{4}$`)
)

// mayBeSpoiltCode says whether a part of a line is as short as a code with its label is,
// and ends in figures if the line does not say by its page number what it is.
func mayBeSpoiltCode(part string, numbered bool) bool {
	words := strings.Fields(part)
	return len(words) > 0 && len(part) > 2 && len(part) <= len("LTR ")+2*longestCode && strings.IndexFunc(part, unicode.IsLetter) >= 0 && (numbered || figures(words[len(words)-1]))
}
