package classify

import (
	"slices"
	"strings"

	"noticed"
	"noticed/classify/catalog"
	"noticed/classify/deadline"
	"noticed/classify/printed"
	"noticed/classify/profile"
	"noticed/classify/sheet"
)

// fields is what one notice says, settled field by field.
type fields struct {
	item    item
	profile profile.Profile // what the notice states; loose if it is not read in full
	full    bool            // it is read in full

	code             codeReading
	date             settled[noticed.Date]
	id               settled[string]
	ids              []sheet.Seen[printed.TaxpayerID] // every number that a label or a table gives
	idKind           noticed.IDKind
	idMasked         bool // the paper shows a number with every digit masked
	names            settled[string]
	end              settled[noticed.Date] // of the one tax period of the header
	form             settled[string]
	table            *sheet.Table
	tableOn          leaf // the page it stands on
	balance          settled[noticed.Money]
	kind             noticed.BalanceKind // of the balance
	label            string              // of the balance
	owedLabel        string
	summed           bool // the balance is the sum of lines, printed nowhere
	asked            settled[noticed.Money]
	owed             settled[noticed.Money] // in all, beside the payment that a plan asks for
	days             []day
	immediate        bool
	atOnce           bool
	within           []int // numbers of days within which an answer is asked for
	summary          *sheet.Summary
	summaryOn        int                   // its page
	guessed          bool                  // a row of it is what the others fall short of its total by
	summaries        []*sheet.Summary      // all readings of it
	closes           bool                  // the summary's rows add up to its total
	borneOut         bool                  // its total was lost, and its rows add up to what is due
	labelled         bool                  // every row of it says what it is for
	filed            settled[noticed.Date] // of a lien
	good             settled[noticed.Date] // the day to which interest is figured
	references       []noticed.Reference   // those that are sure, one of each role
	unsureReferences []noticed.Evidence    // where others stand
}

// day is a day printed for an act.
type day struct {
	role noticed.DateRole
	settled[noticed.Date]
}

func readFields(in Input, it item) fields {
	f := fields{item: it}
	f.code = readCode(in.Catalog, all(it, func(s *sheet.Sheet) []sheet.Seen[sheet.Code] { return s.Codes }))
	if f.startUnread() {
		f.code.confidence = min(f.code.confidence, 0.9)
	}
	f.profile = profile.Loose(f.code.value)
	if f.code.known && f.code.entry.ReadInFull {
		if p, ok := profile.Of(f.code.entry.Code); ok {
			f.profile, f.full = p, true
		}
	}
	f.date = settle(noPeriods(it, all(it, func(s *sheet.Sheet) []sheet.Seen[noticed.Date] { return s.NoticeDates })))
	f.readID()
	f.readNames()
	f.readPeriods()
	if f.idKind == "" && f.id.found {
		f.idKind = f.kindOfForms()
	}
	f.readSummary()
	f.readBalance()
	f.borneOut = f.bearOut()
	f.readDays()
	f.filed = settle(all(it, func(s *sheet.Sheet) []sheet.Seen[noticed.Date] { return s.LienFiled }))
	f.readReferences()
	f.good = settle(all(it, func(s *sheet.Sheet) []sheet.Seen[noticed.Date] { return s.GoodThrough }))
	for _, l := range f.item.leaves {
		f.immediate = f.immediate || l.sheet != nil && l.sheet.Immediately
		if l.sheet != nil {
			f.atOnce = f.atOnce || l.sheet.AtOnce && (l.how == noticed.HowText || l.sheet.LostDates == 0)
			f.within = append(f.within, l.sheet.WithinDays...)
			for _, second := range l.seconds { // a number that the first reading lost
				f.atOnce = f.atOnce || second.AtOnce && second.Whole && second.LostDates == 0
				f.within = append(f.within, second.WithinDays...)
			}
		}
	}
	return f
}

// startUnread says whether the code comes from later pages alone, and stands on the first
// where it can't be read: that may be another one.
func (f *fields) startUnread() bool {
	start := f.item.leaves[0]
	return f.code.found && start.sheet != nil && len(start.sheet.UnreadCodes) > 0 &&
		!slices.ContainsFunc(f.code.evidence, func(e noticed.Evidence) bool { return e.Page == start.number })
}

// noPeriods leaves out what was taken for the notice date where another reading
// of the same ink has the tax period: of a head without labels one reading may
// have lost the date.
func noPeriods(it item, dates []sheet.Seen[noticed.Date]) []sheet.Seen[noticed.Date] {
	periods := all(it, func(s *sheet.Sheet) []sheet.Seen[sheet.Period] { return s.Periods })
	return slices.DeleteFunc(dates, func(d sheet.Seen[noticed.Date]) bool {
		return slices.ContainsFunc(periods, func(p sheet.Seen[sheet.Period]) bool {
			return p.Value.End.End == d.Value && overlap(p.Evidence, d.Evidence)
		})
	})
}

func (f *fields) readID() {
	var seen []sheet.Seen[string]
	f.ids = all(f.item, ids)
	for _, o := range f.ids {
		f.idMasked = true
		if f.idKind == "" {
			f.idKind = o.Value.Kind
		}
		if o.Value.Last4 != "" {
			seen = append(seen, with(o, o.Value.Last4))
		}
	}
	f.id = settle(unmasked(seen))
	if f.idKind == "" && f.id.found && f.code.known {
		f.idKind = kindOf[f.code.entry.Audience] // the mask that would tell it is garbled
	}
}

// unmasked leaves out what was read beside a number that has a mask; and of a place, what
// was read through the mask before the digits, where two looks at it without the mask see
// other digits there, clearly and alike, or one does and nothing was clear through the mask:
// the last sign of a mask and the first digit are taken for one.
func unmasked(seen []sheet.Seen[string]) []sheet.Seen[string] {
	surely := func(o sheet.Seen[string]) bool { return o.Unmasked && !o.Repaired && o.Confidence >= 0.85 }
	clearly := func(o sheet.Seen[string]) bool { return !o.Unmasked && o.Confidence >= 0.7 }
	var out []sheet.Seen[string]
	for _, site := range sitesOf(seen) {
		if beside(site, seen) {
			continue
		}
		counts := map[string]int{}
		for _, o := range site {
			if surely(o) {
				counts[o.Value]++
			}
		}
		least := 2
		if !slices.ContainsFunc(site, clearly) {
			least = 1
		}
		believed := len(counts) == 1 && slices.ContainsFunc(site, func(o sheet.Seen[string]) bool { return counts[o.Value] >= least })
		for _, o := range site {
			if !believed || o.Unmasked || counts[o.Value] > 0 {
				out = append(out, o)
			}
		}
	}
	return out
}

// beside says whether the digits of a place were seen only with masks taken off, on the line
// of a number that was read with its mask: they are the year, or what else stands there.
func beside(site, seen []sheet.Seen[string]) bool {
	if slices.ContainsFunc(site, func(o sheet.Seen[string]) bool { return !o.Unmasked }) {
		return false
	}
	at := site[0].Evidence
	return slices.ContainsFunc(seen, func(o sheet.Seen[string]) bool {
		return !o.Unmasked && o.Evidence.Page == at.Page && sameHeight(o.Evidence.Box, at.Box) && !overlap(o.Evidence, at)
	})
}

// kindOf is the kind of number that a notice to an audience shows.
var kindOf = map[catalog.Audience]noticed.IDKind{catalog.AudienceIndividual: noticed.IDKindSSN, catalog.AudienceBusiness: noticed.IDKindEIN}

// kindOfForms is the kind of number that goes with all forms the notice names; none
// where they are another's than the addressee's.
func (f *fields) kindOfForms() noticed.IDKind {
	if f.profile.Number == profile.Other {
		return ""
	}
	kind := kindOfForm(f.form.value)
	if f.table == nil {
		return kind
	}
	for _, r := range f.table.Rows {
		of := kindOfForm(r.Form)
		if of == "" || kind != "" && kind != of {
			return ""
		}
		kind = of
	}
	return kind
}

// kindOfForm is the kind of number that who files a form has; empty where both may.
func kindOfForm(form string) noticed.IDKind {
	switch {
	case strings.HasPrefix(form, "1040"):
		return noticed.IDKindSSN
	case strings.HasPrefix(form, "94"), strings.HasPrefix(form, "112"), form == "1065":
		return noticed.IDKindEIN
	}
	return ""
}

// with is what was seen, with another value.
func with[T, U any](o sheet.Seen[T], v U) sheet.Seen[U] {
	return sheet.Seen[U]{Value: v, Evidence: o.Evidence, Confidence: o.Confidence, Repaired: o.Repaired, Second: o.Second, Unmasked: o.Unmasked}
}

func ids(s *sheet.Sheet) []sheet.Seen[printed.TaxpayerID] {
	var out []sheet.Seen[printed.TaxpayerID]
	for _, o := range s.IDs {
		o.Repaired = o.Value.Repaired
		out = append(out, o)
	}
	if s.Table != nil {
		for _, row := range s.Table.Rows {
			if row.ID != nil {
				out = append(out, *row.ID)
			}
		}
	}
	return out
}

// readPeriods settles the one period of a notice that has one. Running text
// fills in the form, or the period where nothing else states it; it never speaks
// against a label.
func (f *fields) readPeriods() {
	var ends, proseEnds []sheet.Seen[noticed.Date]
	var forms, proseForms []sheet.Seen[string]
	var sentences []sheet.Seen[sheet.Period] // of running text that names a period and its form
	for _, o := range all(f.item, func(s *sheet.Sheet) []sheet.Seen[sheet.Period] { return s.Periods }) {
		if o.Evidence.Place == noticed.PlaceHeadline && o.Evidence.Page != f.item.leaves[0].number {
			continue // of something enclosed
		}
		if o.Confidence < 1 && f.date.found && o.Value.End.End == f.date.value && !monthEnd(f.date.value) {
			continue // the notice date, beside a label whose own value was lost
		}
		prose := o.Evidence.Place == noticed.PlaceProse
		if !o.Value.End.End.IsZero() && !(o.Confidence < 1 && f.date.found && o.Value.End.End.Year > f.date.value.Year+1) { // recognised as a year to come: not readable
			if e := with(o, o.Value.End.End); prose {
				proseEnds = append(proseEnds, e)
			} else {
				ends = append(ends, e)
			}
		}
		if o.Value.Form != "" {
			switch v := with(o, o.Value.Form); {
			case !prose:
				forms = append(forms, v)
			case o.Value.End.End.IsZero():
				proseForms = append(proseForms, v)
			default:
				sentences = append(sentences, o)
			}
		}
	}
	f.readTable()
	f.end = settle(ends)
	if f.table != nil && f.end.found {
		proseForms = append(proseForms, f.tableForms()...) // as good as running text
	}
	if f.end.found || f.table == nil {
		f.end = supported(f.end, ends, proseEnds)
	}
	labelled := slices.ContainsFunc(forms, func(o sheet.Seen[string]) bool { return o.Evidence.Place != noticed.PlaceHeadline })
	for _, o := range sentences {
		if f.end.found && o.Value.End.End != f.end.value {
			continue // of another year, to which a refund was applied
		}
		if v := with(o, o.Value.Form); !labelled && len(forms) > 0 && o.Value.End.End == f.end.value { // as good as a headline
			forms = append(forms, v)
		} else {
			proseForms = append(proseForms, v)
		}
	}
	f.form = supported(settle(forms), forms, proseForms)
}

// tableForms is what the readings of the table say of the form in the line for the one
// period of the notice.
func (f *fields) tableForms() []sheet.Seen[string] {
	var out []sheet.Seen[string]
	for i, t := range f.tableOn.tables() {
		for _, r := range f.table.Rows {
			if o, ok := lineOf(t, r, f.table.Rows); ok && o.End.End == f.end.value && o.Form != "" {
				out = append(out, sheet.Seen[string]{Value: o.Form, Evidence: o.Evidence, Confidence: o.Confidence, Repaired: o.Repaired, Second: i > 0})
			}
		}
	}
	return out
}

// supported is what labels say, with running text that says the same as one more
// witness; or what running text says where no label does.
func supported[T comparable](s settled[T], labels, prose []sheet.Seen[T]) settled[T] {
	if !s.found {
		return settle(prose)
	}
	for _, p := range prose {
		if p.Value == s.value {
			labels = append(labels, p)
		}
	}
	return settle(labels)
}

// readDays settles the days printed for acts, by role: of the acts that the words
// leave open, the one that the notice's rule has. A day before the notice that
// running text names is of something past.
func (f *fields) readDays() {
	var has []noticed.DateRole
	if f.code.known {
		has = deadline.Roles(f.code.entry.Rule)
	}
	byRole := map[noticed.DateRole][]sheet.Seen[noticed.Date]{}
	var order []noticed.DateRole
	for _, o := range all(f.item, func(s *sheet.Sheet) []sheet.Seen[sheet.ActDay] { return s.ActDays }) {
		if o.Evidence.Place == noticed.PlaceProse && f.date.found && !o.Value.Day.After(f.date.value) {
			continue
		}
		role := o.Value.Roles[0]
		for _, r := range o.Value.Roles {
			if slices.Contains(has, r) {
				role = r
				break
			}
		}
		if !slices.Contains(order, role) {
			order = append(order, role)
		}
		byRole[role] = append(byRole[role], with(o, o.Value.Day))
	}
	slices.Sort(order)
	order = absorb(byRole, order, has)
	for _, role := range order {
		f.days = append(f.days, day{role, settle(byRole[role])})
	}
}

// absorb gives a day for an act that the notice does not have by its rule to the
// act that it does have on the same day: to pay by the day on which an agreement
// ends is no other day.
func absorb(byRole map[noticed.DateRole][]sheet.Seen[noticed.Date], order, has []noticed.DateRole) []noticed.DateRole {
	own := map[noticed.Date]noticed.DateRole{}
	for _, role := range has {
		for _, o := range byRole[role] {
			if _, taken := own[o.Value]; !taken {
				own[o.Value] = role
			}
		}
	}
	return slices.DeleteFunc(order, func(role noticed.DateRole) bool {
		for _, o := range byRole[role] {
			to, ok := own[o.Value]
			if !ok || to == role || slices.Contains(has, role) && (to != noticed.DateTerminateOn || role != noticed.DatePayBy) {
				return false
			}
		}
		for _, o := range byRole[role] {
			byRole[own[o.Value]] = append(byRole[own[o.Value]], o)
		}
		return true
	})
}

// hasDay says whether a day is printed for a role.
func (f *fields) hasDay(role noticed.DateRole) bool {
	for _, d := range f.days {
		if d.role == role {
			return true
		}
	}
	return false
}
