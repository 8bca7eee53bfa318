package sheet

import (
	"regexp"
	"slices"

	"noticed"
)

// enclosureTitle is how a form or publication of the IRS names itself in its
// upper corner. What notices are called never begins with these words.
var enclosureTitle = regexp.MustCompile(`^(?:Form|Publication|Pub\.?|Schedule)\s+[0-9]{1,5}(?:-?[A-Z]{1,3})?(?:\s?\([A-Za-z]\)){0,3}(?:\s|$)`)

// readEnclosure tells a form or publication that lies with a notice from a page
// of the notice: it has a title of that kind on top and no code, date or page
// number of a notice. What it says of codes, dates and money is not the
// notice's, but for the line on top of it that numbers it among the notice's pages;
// its table of periods is a copy of the notice's own.
func (r *reader) readEnclosure() {
	if r.Block(noticed.PlaceHeader) || r.Number > 0 && r.Letterhead {
		return
	}
	for c := range r.Layout.Cells {
		if c.Box.MidY() > 0.13*r.Layout.Height {
			return
		}
		if len(c.Words) <= 12 && enclosureTitle.MatchString(c.Text()) {
			r.Enclosure = true
			break
		}
	}
	if !r.Enclosure {
		return
	}
	s := r.Sheet
	s.Codes, s.NoticeDates, s.IDs, s.Periods = ofHead(r, s.Codes), ofHead(r, s.NoticeDates), ofHead(r, s.IDs), ofHead(r, s.Periods)
	s.Dues, s.ActDays, s.OtherDates, s.GoodThrough = nil, nil, nil, nil
	s.Summary, s.SummaryTitle, s.Immediately, s.AtOnce, s.People, s.Phones, s.References = nil, false, false, false, nil, nil, nil
	s.Beside, s.Numbers = nil, nil
	s.WithinDays, s.Proposed = nil, nil
	s.Named = nil
	s.Reply, s.Leading, s.Trailing = nil, nil, ""
	s.Hearing, s.Payment, s.Office, s.Fax, s.Letterhead, s.Foreign = nil, nil, nil, "", false, false
}

// ofHead is what was seen in the line on top of a page that is numbered as one of a
// notice's.
func ofHead[T any](r *reader, seen []Seen[T]) []Seen[T] {
	if r.Number == 0 {
		return nil
	}
	const head = 0.07 // of the page's height
	return slices.DeleteFunc(slices.Clone(seen), func(o Seen[T]) bool {
		return o.Evidence.Place != noticed.PlaceHeader || o.Evidence.Box.MidY() > head
	})
}
