package ics

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"time"

	ical "github.com/arran4/golang-ical"

	"noticed"
)

// Options say what is not in the assessments.
type Options struct {
	Stamp time.Time // DTSTAMP of every event; its day (UTC) decides what is still open
	Name  string    // of the calendar; "IRS deadlines" if empty
}

const (
	defaultName = "IRS deadlines"
	product     = "-//noticed//noticed//EN"
	organizer   = "noticed@noticed.invalid" // RFC 5546 asks for one; nothing is ever sent to it
)

// Write writes the calendar of assessments to w and returns how many events it
// has. Of an assessment that is given in several versions the last one holds; the
// earlier ones say which events it had, so that those it no longer has are
// cancelled. The order in which they are given does not matter. Assessments
// without deadlines have no events.
//
// The method is PUBLISH, with cancelled events among the others, or CANCEL where
// nothing but cancelled events is left.
func Write(w io.Writer, assessments []noticed.Assessment, o Options) (int, error) {
	var events []event
	for _, versions := range byID(assessments) {
		events = append(events, eventsOf(versions, noticed.DateOf(o.Stamp.UTC()))...)
	}
	slices.SortStableFunc(events, func(a, b event) int {
		return cmp.Or(a.day.Compare(b.day), cmp.Compare(a.uid, b.uid))
	})

	cal := ical.NewCalendar()
	cal.SetProductId(product)
	cal.SetCalscale("GREGORIAN")
	cal.SetMethod(ical.MethodPublish)
	if len(events) > 0 && !slices.ContainsFunc(events, func(e event) bool { return !e.cancelled }) {
		cal.SetMethod(ical.MethodCancel)
	}
	cal.SetName(clean(cmp.Or(o.Name, defaultName)))
	for _, e := range events {
		cal.AddVEvent(e.component(o.Stamp))
	}
	if err := cal.SerializeTo(w, ical.WithNewLine("\r\n")); err != nil {
		return 0, fmt.Errorf("writing the calendar: %w", err)
	}
	return len(events), nil
}

// byID groups the versions of each assessment, the one that holds first. A
// version that is withdrawn on one subject and holds on another holds.
func byID(assessments []noticed.Assessment) [][]noticed.Assessment {
	type key struct{ tenant, id string }
	groups := map[key][]noticed.Assessment{}
	var order []key
	for _, a := range assessments {
		k := key{a.Document.Tenant, a.ID}
		if groups[k] == nil {
			order = append(order, k)
		}
		groups[k] = append(groups[k], a)
	}
	all := make([][]noticed.Assessment, 0, len(order))
	for _, k := range order {
		versions := groups[k]
		slices.SortStableFunc(versions, func(a, b noticed.Assessment) int {
			return cmp.Or(cmp.Compare(b.Version, a.Version), cmp.Compare(a.Status, b.Status))
		})
		all = append(all, versions)
	}
	return all
}

// eventsOf are the events of one assessment, given all its versions, the one
// that holds first.
func eventsOf(versions []noticed.Assessment, today noticed.Date) []event {
	var events []event
	have := map[string]bool{}
	for i, a := range versions {
		for _, e := range ofVersion(a, today) {
			if have[e.uid] {
				continue
			}
			have[e.uid] = true
			e.sequence = versions[0].Version
			e.cancelled = e.cancelled || i > 0
			events = append(events, e)
		}
	}
	return events
}
