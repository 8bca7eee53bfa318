package classify

import (
	"cmp"
	"math"
	"slices"

	"noticed"
	"noticed/classify/layout"
	"noticed/classify/sheet"
	"noticed/extract"
)

// doubtfulRegions are the parts of the paper to be read a second time: where a
// value is weak, where places disagree, and the whole first page where something
// was not found at all. A table of periods that was recognised, rather than
// taken from a text layer, is always read twice: nothing else on the paper
// repeats it.
func (f *fields) doubtfulRegions(in Input) []extract.Request {
	var out []extract.Request
	start := f.item.leaves[0]
	ask := func(page int, region noticed.Box) {
		out = append(out, extract.Request{Page: page, Region: region, Effort: extract.SecondOpinion})
	}
	if f.table != nil && !f.tableConfirmed() {
		if f.readTwice(f.tableOn.number) {
			ask(f.tableOn.number, f.tableBand())
		} else {
			ask(f.tableOn.number, noticed.WholePage)
		}
	}
	for _, l := range f.unreadTables() {
		ask(l.number, noticed.WholePage)
	}
	for _, r := range f.reasons(in) {
		switch r.Code {
		case noticed.ReasonDisagreement, noticed.ReasonWeak, noticed.ReasonMissing, noticed.ReasonSumMismatch, noticed.ReasonCodeUnreadable,
			noticed.ReasonUnknownCode, noticed.ReasonImplausible, noticed.ReasonTwoTaxpayers:
		default:
			continue
		}
		switch {
		case r.Field == noticed.FieldAddresses: // looked at closely
			continue
		case r.Place == noticed.PlaceTable && f.table != nil && !f.readTwice(f.tableOn.number):
			ask(f.tableOn.number, noticed.WholePage)
			continue
		case r.Place == noticed.PlaceTable && f.table != nil:
			ask(f.tableOn.number, f.tableBand())
			continue
		case r.Place == noticed.PlaceTable:
			continue
		case r.Field == noticed.FieldAmounts && f.summary != nil:
			ask(start.number, f.summaryBand())
			if start.opinions() < 2 || start.how == noticed.HowText {
				break // the close looks only where the page was read twice and more
			}
			for _, effort := range []extract.Effort{extract.CloseLook, extract.PlainLook} {
				out = append(out, extract.Request{Page: start.number, Region: f.summaryBand(), Effort: effort})
			}
		}
		if !f.readTwice(start.number) {
			ask(start.number, noticed.WholePage)
		} else if band, ok := bands[standsAt(r)]; ok && start.how != noticed.HowText {
			ask(start.number, band)
		}
	}
	for _, page := range f.rivalPages() {
		if page != start.number && f.how(page) != noticed.HowText {
			ask(page, headerBand)
		}
	}
	return out
}

// standsAt is where on the first page what a reason is about stands, or should: recognition
// of a whole page loses a line now and then, label and all.
func standsAt(r noticed.Reason) noticed.Place {
	switch r.Field {
	case noticed.FieldCode, noticed.FieldNoticeDate, noticed.FieldIDLast4, noticed.FieldNames:
		return cmp.Or(r.Place, noticed.PlaceHeader)
	}
	return r.Place
}

// summaryBand is the part of its page that the summary stands on; of one whose total was
// not found, with some rows below.
func (f *fields) summaryBand() noticed.Box {
	const rows = 0.06
	b := f.summary.Box
	if f.summary.Total == nil {
		b[3] += rows
	}
	return around(b)
}

// closeLooks are the places to be looked at closely, each by itself: where a value
// stands that is still not certain when its page was read twice, and what other
// places say instead; and the lines of the table that no two readings have alike.
func (f *fields) closeLooks() []extract.Request {
	var out []extract.Request
	ask := func(places []noticed.Evidence, region func(leaf, noticed.Box) noticed.Box, efforts ...extract.Effort) {
		for _, e := range places {
			l := f.leafOf(e.Page)
			if l.sheet == nil || l.how == noticed.HowText {
				continue
			}
			for _, effort := range efforts {
				if !l.lookedAt(e.Box, effort) {
					out = append(out, extract.Request{Page: e.Page, Region: region(l, e.Box), Effort: effort})
					break // the next only if this one doesn't settle it
				}
			}
		}
	}
	twice := func(places []noticed.Evidence) []noticed.Evidence { // those whose page was read twice
		return slices.DeleteFunc(slices.Clone(places), func(e noticed.Evidence) bool {
			return e.Page == f.item.leaves[0].number && !f.readTwice(e.Page)
		})
	}
	look := func(places []noticed.Evidence) { ask(twice(places), leaf.around, extract.CloseLook, extract.PlainLook) }
	if corner, ok := f.unclearLetterhead(); ok {
		out = append(out, extract.Request{Page: f.item.leaves[0].number, Region: corner, Effort: extract.CloseLook})
	}
	ask(f.announced(func(s *sheet.Sheet) []noticed.Evidence { return s.Lost }), leaf.around, extract.CloseLook, extract.PlainLook)
	ask(f.unsureReferences, leaf.around, extract.CloseLook) // no second reading of a whole page for these
	ask(f.unsureAddresses(), leaf.around, extract.CloseLook, extract.PlainLook)
	unread := f.announced(func(s *sheet.Sheet) []noticed.Evidence { return s.UnreadCodes })
	codes := uncertain(f.code.settled)
	if !f.code.found {
		codes = unread
	} else {
		ask(unread, leaf.around, extract.CloseLook, extract.FiguresLook)
	}
	unclear := [][]noticed.Evidence{f.code.unclear, f.date.unclear, f.id.unclear, f.balance.unclear, f.end.unclear}
	for _, d := range f.days {
		unclear = append(unclear, d.unclear)
	}
	for _, places := range unclear {
		ask(places, leaf.around, extract.CloseLook, extract.PlainLook)
	}
	ask(twice(codes), leaf.around, extract.CloseLook, extract.FiguresLook, extract.PlainLook)
	look(uncertain(f.date))
	numbers := uncertain(f.id)
	if unread := f.announced(func(s *sheet.Sheet) []noticed.Evidence { return s.Unread }); !f.id.found {
		numbers = unread
		look(f.announced(func(s *sheet.Sheet) []noticed.Evidence { return s.Unnumbered })) // with its labels: of figures alone a year would do
	} else {
		ask(unread, leaf.around, extract.CloseLook, extract.DigitsLook) // it may be another's
	}
	ask(twice(numbers), leaf.around, extract.CloseLook, extract.DigitsLook, extract.PlainDigits, extract.PlainLook)
	ask(twice(uncertain(f.names)), leaf.aroundName, extract.CloseLook, extract.PlainLook)
	look(uncertain(f.end))
	look(uncertain(f.form))
	look(uncertain(f.balance))
	look(uncertain(f.owed))
	look(uncertain(f.filed))
	for _, d := range f.days {
		look(uncertain(d.settled))
	}
	look(f.unsureAmounts())
	if f.table != nil && f.readTwice(f.tableOn.number) {
		look(f.unconfirmed())
	}
	return out
}

// announced are the places on the pages of a notice where something is announced that
// can't be made out.
func (f *fields) announced(unread func(*sheet.Sheet) []noticed.Evidence) []noticed.Evidence {
	var out []noticed.Evidence
	for _, l := range f.item.leaves {
		if l.sheet != nil {
			out = append(out, unread(l.sheet)...)
		}
	}
	return out
}

// unclearLetterhead is the corner of the first page with the letterhead, where that
// was not read clearly: a logo beside it spoils its lines. It is looked at with the
// address window below where that was not found: recognition of a whole page loses a
// line of it now and then.
func (f *fields) unclearLetterhead() (noticed.Box, bool) {
	l := f.item.leaves[0]
	s := l.sheet
	if s == nil || f.item.late || !s.Whole || l.how == noticed.HowText {
		return noticed.Box{}, false
	}
	switch {
	case !s.Window():
		return noticed.Box{0, 0, 0.55, 0.3}, true
	case s.Letterhead && s.Office != nil && s.Office.Confidence >= clearAddress:
		return noticed.Box{}, false
	}
	return noticed.Box{0, 0, 0.55, 0.135}, true
}

// uncertain are the places that say something of a field that is not certain.
func uncertain[T comparable](s settled[T]) []noticed.Evidence {
	if !s.found || s.confidence >= certain {
		return nil
	}
	out := slices.Clone(s.evidence)
	for _, o := range s.rivals {
		out = append(out, o.Evidence)
	}
	return out
}

// around is a place with the whole of the cells that its words belong to, so that
// no cut goes through a word, and a little more. The cells are those of the first reading;
// where that lost the line, those of another that has it, with its label.
func (l leaf) around(place noticed.Box) noticed.Box {
	const margin = 0.003
	b, ok := cellsAt(l.sheet.Layout, place)
	for _, s := range l.seconds {
		if !ok {
			b, ok = cellsAt(s.Layout, place)
		}
	}
	cut := func(v float64) float64 { return max(0, min(1, math.Round(v*1000)/1000)) }
	return noticed.Box{cut(b[0] - margin), cut(b[1] - margin), cut(b[2] + margin), cut(b[3] + margin)}
}

// cellsAt is a place with the cells of a page that have a part in it, if there are any.
func cellsAt(page *layout.Page, place noticed.Box) (b noticed.Box, ok bool) {
	b = place
	for c := range page.Cells {
		if cell := page.Fraction(c.Box); cell.MidY() > place.Top() && cell.MidY() < place.Bottom() && cell.Left() < place.Right() && cell.Right() > place.Left() {
			b, ok = b.Union(cell), true
		}
	}
	return b, ok
}

// aroundName is a place with the whole of its cells, as far as the next cell to the
// right: a word at the end of a line that was lost has no cell. It holds the lines
// below, too, by which an address window is told.
func (l leaf) aroundName(place noticed.Box) noticed.Box {
	const reach, gap, window = 0.3, 0.02, 0.06
	b := l.around(place)
	right := min(b.Right()+reach, 1)
	for c := range l.sheet.Layout.Cells {
		if cell := l.sheet.Layout.Fraction(c.Box); cell.Left() > b.Right() && cell.Bottom() > b.Top() && cell.Top() < b.Bottom() {
			right = min(right, cell.Left()-gap)
		}
	}
	b[2] = max(b[2], math.Round(right*1000)/1000)
	b[3] = min(b[3]+window, 1)
	return b
}

// rivalPages are the pages on which something is printed otherwise than elsewhere.
func (f *fields) rivalPages() []int {
	pages := slices.Concat(pagesOf(f.code.rivals), pagesOf(f.date.rivals), pagesOf(f.id.rivals), pagesOf(f.end.rivals), pagesOf(f.form.rivals))
	slices.Sort(pages)
	return slices.Compact(pages)
}

func pagesOf[T any](seen []sheet.Seen[T]) []int {
	var out []int
	for _, o := range seen {
		out = append(out, o.Evidence.Page)
	}
	return out
}

// how says how a page was read.
func (f *fields) how(page int) noticed.How { return f.leafOf(page).how }

// leafOf is a page of the notice by its number.
func (f *fields) leafOf(page int) leaf {
	for _, l := range f.item.leaves {
		if l.number == page {
			return l
		}
	}
	return leaf{how: noticed.HowNotRead}
}

// bands are the parts of a page that are read a third time, each by itself, if
// what stands there is still in doubt when the whole page was read twice.
var bands = map[noticed.Place]noticed.Box{
	noticed.PlaceHeader:   {0, 0, 1, 0.32},
	noticed.PlaceHeadline: {0, 0.22, 1, 0.56},
	noticed.PlaceStub:     {0, 0.68, 1, 1},
	noticed.PlaceFooter:   {0, 0.86, 1, 1},
}

// readTwice says whether a second opinion on the whole of a page is there.
func (f *fields) readTwice(page int) bool {
	return slices.ContainsFunc(f.leafOf(page).seconds, func(s *sheet.Sheet) bool { return s.Whole })
}

// around is a box with a margin, its sides rounded so that a second look at the
// same thing is the same request.
func around(b noticed.Box) noticed.Box {
	const margin = 0.02
	cut := func(v float64) float64 { return max(0, min(1, math.Round(v*50)/50)) }
	return noticed.Box{cut(b[0] - margin), cut(b[1] - margin), cut(b[2] + margin), cut(b[3] + margin)}
}
