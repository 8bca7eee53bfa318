package classify

import (
	"strings"

	"noticed"
	"noticed/classify/layout"
	"noticed/classify/sheet"
)

// fields is what one notice says, settled field by field.
type fields struct {
	item item

	code      codeReading
	date      settled[noticed.Date]
	id        settled[string]
	idKind    noticed.IDKind
	idMasked  bool // the paper shows a number with every digit masked
	names     settled[string]
	end       settled[noticed.Date] // of the one tax period of the header
	form      settled[string]
	table     *sheet.Table
	tableOn   leaf // the page it stands on
	balance   settled[noticed.Money]
	label     string // of the balance
	payBy     settled[noticed.Date]
	hearingBy settled[noticed.Date]
	immediate bool
	summary   *sheet.Summary
	closes    bool // the summary's rows add up to its total
	labelled  bool // every row of it says what it is for
}

func readFields(in Input, it item) fields {
	f := fields{item: it}
	f.code = readCode(in.Catalog, all(it, func(s *sheet.Sheet) []sheet.Seen[sheet.Code] { return s.Codes }))
	f.date = settle(all(it, func(s *sheet.Sheet) []sheet.Seen[noticed.Date] { return s.NoticeDates }))
	f.readID()
	f.names = settle(likeCapitals(all(it, func(s *sheet.Sheet) []sheet.Seen[string] { return s.People })))
	f.readPeriods()
	f.readBalance()
	f.payBy = settle(all(it, func(s *sheet.Sheet) []sheet.Seen[noticed.Date] { return s.PayBy }))
	f.hearingBy = settle(all(it, func(s *sheet.Sheet) []sheet.Seen[noticed.Date] { return s.HearingBy }))
	f.readSummary()
	return f
}

func (f *fields) readID() {
	var seen []sheet.Seen[string]
	for _, o := range all(f.item, ids) {
		f.idMasked = true
		if f.idKind == "" {
			f.idKind = o.Value.kind
		}
		if o.Value.last4 != "" {
			seen = append(seen, sheet.Seen[string]{Value: o.Value.last4, Evidence: o.Evidence, Confidence: o.Confidence, Repaired: o.Repaired, Second: o.Second})
		}
	}
	f.id = settle(seen)
}

type taxpayerID struct {
	kind  noticed.IDKind
	last4 string
}

func ids(s *sheet.Sheet) []sheet.Seen[taxpayerID] {
	var out []sheet.Seen[taxpayerID]
	for _, o := range s.IDs {
		out = append(out, sheet.Seen[taxpayerID]{Value: taxpayerID{o.Value.Kind, o.Value.Last4}, Evidence: o.Evidence,
			Confidence: o.Confidence, Repaired: o.Value.Repaired, Second: o.Second})
	}
	return out
}

// readPeriods settles the one period of a notice that has one. Running text
// fills in the form, or the period where nothing else states it; it never speaks
// against a label.
func (f *fields) readPeriods() {
	var ends, proseEnds []sheet.Seen[noticed.Date]
	var forms, proseForms []sheet.Seen[string]
	for _, o := range all(f.item, func(s *sheet.Sheet) []sheet.Seen[sheet.Period] { return s.Periods }) {
		prose := o.Evidence.Place == noticed.PlaceProse
		if !o.Value.End.End.IsZero() {
			e := sheet.Seen[noticed.Date]{Value: o.Value.End.End, Evidence: o.Evidence, Confidence: o.Confidence, Repaired: o.Repaired, Second: o.Second}
			if prose {
				proseEnds = append(proseEnds, e)
			} else {
				ends = append(ends, e)
			}
		}
		if o.Value.Form != "" {
			v := sheet.Seen[string]{Value: o.Value.Form, Evidence: o.Evidence, Confidence: o.Confidence, Second: o.Second}
			if prose {
				proseForms = append(proseForms, v)
			} else {
				forms = append(forms, v)
			}
		}
	}
	f.readTable()
	f.end, f.form = settle(ends), settle(forms)
	if f.end.found || f.table == nil {
		f.end = supported(f.end, ends, proseEnds)
	}
	f.form = supported(f.form, forms, proseForms)
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

func (f *fields) readBalance() {
	var seen []sheet.Seen[noticed.Money]
	for _, o := range all(f.item, func(s *sheet.Sheet) []sheet.Seen[sheet.Due] { return s.Dues }) {
		if o.Evidence.Place == noticed.PlaceProse {
			continue
		}
		if f.label == "" {
			f.label = o.Value.Label
		}
		if o.Evidence.Place == noticed.PlaceHeadline {
			f.label = o.Value.Label
		}
		seen = append(seen, sheet.Seen[noticed.Money]{Value: o.Value.Amount, Evidence: o.Evidence, Confidence: o.Confidence, Repaired: o.Repaired, Second: o.Second})
	}
	f.balance = settle(seen)
	for _, l := range f.item.leaves {
		f.immediate = f.immediate || l.sheet != nil && l.sheet.Immediately
	}
}

// likeCapitals makes one of names that differ only by letters that look alike:
// of I and l only the capitals of the address window can be told apart, unless
// they are damaged themselves.
func likeCapitals(seen []sheet.Seen[string]) []sheet.Seen[string] {
	for i, o := range seen {
		if o.Evidence.Place != noticed.PlaceHeader || o.Second {
			continue
		}
		whole := o.Value
		for j, p := range seen {
			if j == i || foldWords(p.Value) != foldWords(o.Value) {
				continue
			}
			if !sheet.NameLike(whole) && sheet.NameLike(p.Value) {
				whole = p.Value
			}
		}
		for j, p := range seen {
			if foldWords(p.Value) == foldWords(o.Value) {
				seen[j].Value = whole
			}
		}
		break
	}
	return seen
}

// foldWords folds each word by itself: a space that recognition lost makes
// another name.
func foldWords(s string) string {
	var out []string
	for w := range strings.FieldsSeq(s) {
		out = append(out, layout.Fold(w))
	}
	return strings.Join(out, " ")
}
