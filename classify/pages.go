package classify

import (
	"slices"
	"strings"

	"noticed"
	"noticed/classify/legible"
	"noticed/classify/mail"
	"noticed/classify/printed"
	"noticed/classify/sheet"
	"noticed/extract"
)

// leaf is one page of the document with everything that was read on it.
type leaf struct {
	number     int
	sheet      *sheet.Sheet      // the best first reading; nil while there is none
	seconds    []*sheet.Sheet    // second opinions
	closely    []extract.Request // the parts of the page that were looked at by themselves
	how        noticed.How
	unreadable string    // why the page could not be read
	mail       mail.Mail // what the page seems to be if it is no notice's
}

// opinions counts the second opinions on the page or a band of it.
func (l leaf) opinions() (n int) {
	for _, s := range l.seconds {
		if s.Part == (noticed.Box{}) {
			n++
		}
	}
	return n
}

// looks are the close looks at parts of the page.
func (l leaf) looks() []*sheet.Sheet {
	return slices.DeleteFunc(slices.Clone(l.seconds), func(s *sheet.Sheet) bool { return s.Part == (noticed.Box{}) })
}

// lookedAt says whether a place on the page was looked at by itself with an effort.
func (l leaf) lookedAt(place noticed.Box, effort extract.Effort) bool {
	return slices.ContainsFunc(l.closely, func(r extract.Request) bool { return r.Effort == effort && r.Region.Holds(place) })
}

// starts says whether a notice begins on this page: it is numbered 1, or it has
// the sender's letterhead and a label/value block and no other number.
func (l leaf) starts() bool {
	s := l.sheet
	if s == nil || l.ordinal() > 1 || s.Enclosure || l.otherwise() {
		return false
	}
	if l.stubbed() {
		return true
	}
	hasBlock := s.Block(noticed.PlaceHeader)
	return l.ordinal() == 1 && (l.lettered() || hasBlock) || l.lettered() && (hasBlock || len(s.Codes) > 0 || s.Whole)
}

// atSecondSight is a page on which the first reading saw no notice by a second reading of
// the whole of it that has the service's letterhead and begins one.
func (l leaf) atSecondSight() leaf {
	if l.sheet == nil || l.starts() || l.continues() {
		return l
	}
	for i, t := range l.seconds {
		if !t.Whole || !t.Letterhead {
			continue
		}
		m := l
		m.sheet, m.mail = t, mail.Tell([]*sheet.Sheet{t})
		m.seconds = append(slices.Delete(slices.Clone(l.seconds), i, i+1), l.sheet)
		if m.starts() {
			return m
		}
	}
	return l
}

// lettered says whether a reading of the whole page has the service's letterhead.
func (l leaf) lettered() bool {
	return l.sheet.Letterhead || slices.ContainsFunc(l.seconds, func(t *sheet.Sheet) bool { return t.Whole && t.Letterhead })
}

// stubbed says whether the page has the payment stub of a notice, with its code, date and
// the taxpayer's number: the stub hangs on the first page, be nothing left of its head.
func (l leaf) stubbed() bool {
	s := l.sheet
	at := func(e noticed.Evidence) bool { return e.Place == noticed.PlaceStub }
	return slices.ContainsFunc(s.Codes, func(o sheet.Seen[sheet.Code]) bool { return o.Value.Labelled && at(o.Evidence) }) &&
		slices.ContainsFunc(s.NoticeDates, func(o sheet.Seen[noticed.Date]) bool { return at(o.Evidence) }) &&
		slices.ContainsFunc(s.IDs, func(o sheet.Seen[printed.TaxpayerID]) bool { return at(o.Evidence) })
}

// otherwise says whether the page is plainly something else than a notice's: it
// has the signs of other mail, and shows no code and no head of a notice but as a
// letter about one does, or an imitation; or there is nothing on it but what an envelope
// has. A later page that has its number and a code in a block shows the head of a notice.
func (l leaf) otherwise() bool {
	s, m := l.sheet, l.mail
	if m.Seems == mail.Envelope {
		return len(s.Codes) == 0 && !s.Block(noticed.PlaceHeader)
	}
	notice := s.Letterhead || l.stubbed() && !m.Titled || (m.Authority() || s.Number > 1 && !m.Correspondence()) && len(s.Codes) > 0 && l.blocked()
	return m.Sure && (len(s.Codes) == 0 && !l.headed() || m.Apart && (!notice || m.Imitates() || m.Transcript()))
}

// headed says whether the page has the head of a notice, be its code unreadable:
// the service's name, and a block with the notice date and the taxpayer's number
// or the number of the page; or with these two, the first of several pages.
func (l leaf) headed() bool {
	s := l.sheet
	return s.Letterhead && (l.blocked() || s.Number == 1 && s.Of > 1 && len(s.IDs) > 0)
}

// blocked says whether the page has such a block.
func (l leaf) blocked() bool {
	s := l.sheet
	return s.Block(noticed.PlaceHeader) && len(s.NoticeDates) > 0 && (len(s.IDs) > 0 || s.Number > 0)
}

// continues says whether the page carries on a notice: it repeats the block on
// top, or says that it is a later page; and nothing says that it comes from
// somebody else.
func (l leaf) continues() bool {
	s := l.sheet
	if s == nil || s.Enclosure || !s.Letterhead && l.mail.Titled && l.otherwise() {
		return false
	}
	return l.ordinal() > 1 || !l.lettered() && s.Block(noticed.PlaceHeader)
}

// ordinal is the number that the page gives itself, 0 if none: 1 where it has the
// letterhead and any reading of the whole page has that number.
func (l leaf) ordinal() int {
	s := l.sheet
	if s.Number > 1 && s.Letterhead && slices.ContainsFunc(l.seconds, func(t *sheet.Sheet) bool { return t.Whole && t.Number == 1 }) {
		return 1
	}
	return s.Number
}

// senseless is why a page could not be read on which words were recognised.
const senseless = "hardly a word on it makes sense"

// sense is how much sense the words of the page make, if all of it was read.
func (l leaf) sense() legible.Sense {
	if l.sheet == nil || !l.sheet.Whole {
		return legible.Sense{}
	}
	return legible.Of(l.sheet.Layout)
}

// item is a run of pages that belong together: a notice, or other mail.
type item struct {
	leaves []leaf
	notice bool
	of     int  // how many pages the notice says it has, 0 if it does not say
	late   bool // its first page is missing
	cut    bool // a later page of a notice follows that seems to be of another one
}

// items cuts a document into the things that are in it.
func items(leaves []leaf) []item {
	var out []item
	for _, l := range leaves {
		if s := l.sense(); l.unreadable == "" && s.Garbled() && !s.Few() {
			l.unreadable = senseless
		}
		switch {
		case l.sheet != nil && l.starts() && !carriedOn(out, l):
			out = append(out, item{leaves: []leaf{l}, notice: true, of: l.sheet.Of})
		case l.continues() && headOf(out, l):
			last := &out[len(out)-1]
			last.notice, last.of, last.leaves = true, l.sheet.Of, append(last.leaves, l)
		case l.continues() && (len(out) == 0 || !out[len(out)-1].notice || contradicts(out[len(out)-1], l)):
			if len(out) > 0 {
				out[len(out)-1].cut = true
			}
			out = append(out, item{leaves: []leaf{l}, notice: true, of: l.sheet.Of, late: true})
		case len(out) == 0 || endsBefore(out[len(out)-1], l):
			out = append(out, item{leaves: []leaf{l}})
		default:
			last := &out[len(out)-1]
			last.leaves = append(last.leaves, l)
			if last.notice && last.of == 0 && l.sheet != nil {
				last.of = l.sheet.Of
			}
		}
	}
	return out
}

// headOf says whether the one page before a later page of a notice, that was taken for
// other mail, is its first: it precedes it, or its head names the same notice.
func headOf(out []item, l leaf) bool {
	if len(out) == 0 {
		return false
	}
	last := out[len(out)-1]
	if last.notice || len(last.leaves) > 1 || last.leaves[0].sheet == nil {
		return false
	}
	if last.leaves[0].precedes(l) {
		return true
	}
	if last.leaves[0].mail.Titled && !last.leaves[0].mail.Authority() {
		return false
	}
	var heads []sheet.Seen[string]
	for _, c := range last.leaves[0].sheet.Codes {
		if c.Evidence.Place == noticed.PlaceHeader {
			heads = append(heads, sheet.Seen[string]{Value: codeText(c)})
		}
	}
	return agree(heads, codeTexts(l.sheet))
}

// precedes says whether a page with the service's letterhead is the first of the notice whose
// second page another one is: by the numbers of both; or, where its own can't be read, by the
// taxpayer's number that is printed on both.
func (l leaf) precedes(second leaf) bool {
	s, t := l.sheet, second.sheet
	if !s.Letterhead || t.Number != 2 || t.Of < 2 || l.mail.Seems == mail.Envelope || l.mail.Imitates() || l.mail.Transcript() {
		return false
	}
	if s.Number > 0 {
		return s.Number == 1 && s.Of == t.Of
	}
	const masked = 10 // letters of a taxpayer's number, "XX-XXX4321"
	for c := range s.Layout.Cells {
		for _, w := range c.Words {
			if len(w.Text) >= masked && slices.ContainsFunc(lastFours(t), func(o sheet.Seen[string]) bool { return strings.HasSuffix(w.Text, o.Value) }) {
				return true
			}
		}
	}
	return false
}

// carriedOn says whether a page with the service's name on top carries on the
// notice before it all the same: the address on top of it is that of the last
// sentence before, or the page has no addressee of its own, and the head of the page
// before it or none.
func carriedOn(out []item, l leaf) bool {
	if len(out) == 0 || !out[len(out)-1].notice || l.ordinal() == 1 {
		return false
	}
	s := l.sheet
	last := out[len(out)-1]
	before := last.leaves[len(last.leaves)-1].sheet
	sameHead := before != nil && agree(before.NoticeDates, s.NoticeDates) && agree(codeTexts(before), codeTexts(s)) && !differ(lastFours(before), lastFours(s))
	return before != nil && before.Trailing != "" && s.Leading != nil ||
		!s.Window() && sameHead || len(s.People) == 0 && len(s.NoticeDates) == 0 && len(s.IDs) == 0
}

// contradicts says whether a later page's block names another notice than the pages before
// it: another number of pages, unless it was recognised, the page is the one that comes
// next, and its date and its taxpayer or code are theirs; or both another date and another
// taxpayer or code than any of them.
func contradicts(it item, l leaf) bool {
	var dates []sheet.Seen[noticed.Date]
	var ids, codes []sheet.Seen[string]
	for _, before := range it.leaves {
		if before.sheet != nil {
			dates = append(dates, before.sheet.NoticeDates...)
			ids = append(ids, lastFours(before.sheet)...)
			codes = append(codes, codeTexts(before.sheet)...)
		}
	}
	if it.of > 0 && l.sheet.Of > 0 && it.of != l.sheet.Of {
		return l.how == noticed.HowText || l.ordinal() != len(it.leaves)+1 || !agree(dates, l.sheet.NoticeDates) || !agree(ids, lastFours(l.sheet)) && !agree(codes, codeTexts(l.sheet))
	}
	date := differ(dates, l.sheet.NoticeDates)
	id := differ(ids, readClearly(lastFours(l.sheet)))
	code := differ(codes, readClearly(codeTexts(l.sheet)))
	return date && (id || code) || id && code
}

func lastFours(s *sheet.Sheet) []sheet.Seen[string] {
	var out []sheet.Seen[string]
	for _, id := range s.IDs {
		if id.Value.Last4 != "" {
			out = append(out, sheet.Seen[string]{Value: id.Value.Last4, Confidence: id.Confidence})
		}
	}
	return out
}

func codeTexts(s *sheet.Sheet) []sheet.Seen[string] {
	var out []sheet.Seen[string]
	for _, c := range s.Codes {
		out = append(out, sheet.Seen[string]{Value: codeText(c), Confidence: c.Confidence})
	}
	return out
}

// codeText is a code as it is compared: CP51B and CP518 are two where they were not
// recognised.
func codeText(c sheet.Seen[sheet.Code]) string {
	if c.Confidence < 1 {
		return strings.ReplaceAll(codeFolded(c.Value.Text), "B", "8")
	}
	return codeFolded(c.Value.Text)
}

// codeFolded is a code with the letters that look like figures for these, so that two
// readings of it can be compared.
func codeFolded(text string) string {
	return strings.NewReplacer("S", "5", "O", "0", "I", "1", "L", "1", "Z", "2").Replace(strings.ToUpper(text))
}

// readClearly leaves what was read clearly: one page's number that recognition spoilt makes
// no other notice of it.
func readClearly(seen []sheet.Seen[string]) []sheet.Seen[string] {
	return slices.DeleteFunc(seen, func(o sheet.Seen[string]) bool { return o.Confidence < 0.6 })
}

// differ says whether both pages say something and never the same.
func differ[T comparable](a, b []sheet.Seen[T]) bool {
	return len(a) > 0 && len(b) > 0 && !agree(a, b)
}

// agree says whether both pages say something that is the same.
func agree[T comparable](a, b []sheet.Seen[T]) bool {
	return slices.ContainsFunc(a, func(x sheet.Seen[T]) bool {
		return slices.ContainsFunc(b, func(y sheet.Seen[T]) bool { return x.Value == y.Value })
	})
}

// endsBefore says whether a page without a block is no longer part of the thing
// before it: behind a notice that has all its pages, someone's letter. Other
// pages behind it are enclosures: tables of interest rates, help in languages.
func endsBefore(it item, l leaf) bool {
	if !it.notice || l.sheet == nil || l.sheet.Words == 0 || l.continues() {
		return false
	}
	return it.of > 0 && len(it.leaves) >= it.of && (isLetter(l.sheet) || l.mail.Titled && l.otherwise() && !l.mail.Enclosed())
}

// isLetter says whether a page begins a letter.
func isLetter(s *sheet.Sheet) bool {
	for c := range s.Layout.Cells {
		if strings.EqualFold(strings.Trim(c.Words[0].Text, ",:"), "dear") && len(c.Words) <= 8 {
			return true
		}
	}
	return false
}

// missing says whether the notice claims more pages than the document has.
func (it item) missing() bool { return it.of > len(it.leaves) || it.late }

// start is the sheet of the page the item begins on, or nil.
func (it item) start() *sheet.Sheet { return it.leaves[0].sheet }

// sheets are all readings of the item's pages, second opinions behind the first
// readings.
func (it item) sheets() []*sheet.Sheet {
	var out []*sheet.Sheet
	for _, l := range it.leaves {
		if l.sheet != nil {
			out = append(out, l.sheet)
		}
	}
	for _, l := range it.leaves {
		out = append(out, l.seconds...)
	}
	return out
}

// all is what was seen of something on every sheet of the item.
func all[T any](it item, of func(*sheet.Sheet) []sheet.Seen[T]) []sheet.Seen[T] {
	var out []sheet.Seen[T]
	for _, s := range it.sheets() {
		out = append(out, of(s)...)
	}
	return out
}
