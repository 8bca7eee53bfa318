package sheet

import (
	"slices"

	"noticed"
)

// Within is what was seen in a part of the page only, in fractions of it. A close
// look at a word is read among the words that another reading has around it, so
// that labels and the order of lines tell what it is; those words were not looked
// at again and must not count twice. What is told of a whole page is left out.
func (s *Sheet) Within(part noticed.Box) *Sheet {
	out := &Sheet{Page: s.Page, How: s.How, Words: s.Words, Layout: s.Layout, Part: part,
		Codes:       within(s.Codes, part),
		NoticeDates: within(s.NoticeDates, part),
		IDs:         within(s.IDs, part),
		Periods:     within(s.Periods, part),
		Dues:        within(s.Dues, part),
		Proposed:    within(s.Proposed, part),
		ActDays:     within(s.ActDays, part),
		LienFiled:   within(s.LienFiled, part),
		GoodThrough: within(s.GoodThrough, part),
		People:      within(s.People, part),
		Named:       within(s.Named, part),
		Phones:      within(s.Phones, part),
		References:  within(s.References, part),
	}
	if out.Window() {
		out.Country = s.Country
	}
	address := func(a *Seen[[]string]) *Seen[[]string] {
		if a == nil || !part.Holds(a.Evidence.Box) {
			return nil
		}
		return a
	}
	out.Office, out.Hearing, out.Payment = address(s.Office), address(s.Hearing), address(s.Payment)
	out.Reply, out.Leading = address(s.Reply), address(s.Leading)
	if s.Summary != nil && part.Holds(s.Summary.Box) {
		out.Summary = s.Summary
	} else if s.Summary != nil {
		out.Rows = slices.DeleteFunc(slices.Clone(s.Summary.Rows), func(r Row) bool { return !part.Holds(r.At) })
	}
	if s.Table != nil {
		t := Table{Rows: slices.DeleteFunc(slices.Clone(s.Table.Rows), func(r TableRow) bool { return !part.Holds(r.Evidence.Box) })}
		if total := s.Table.Total; total != nil && part.Holds(total.Evidence.Box) {
			t.Total = total
		}
		if len(t.Rows) > 0 || t.Total != nil {
			out.Table = &t
		}
	}
	return out
}

// Unmask marks the numbers on a sheet as read with their masks taken off.
func (s *Sheet) Unmask() {
	for i := range s.IDs {
		s.IDs[i].Unmasked = true
	}
}

func within[T any](seen []Seen[T], part noticed.Box) []Seen[T] {
	return slices.DeleteFunc(slices.Clone(seen), func(o Seen[T]) bool { return !part.Holds(o.Evidence.Box) })
}
