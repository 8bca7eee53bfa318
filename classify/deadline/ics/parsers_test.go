package ics

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"testing"
	"unicode/utf8"

	ical "github.com/arran4/golang-ical"
	other "github.com/emersion/go-ical"
)

// seen is an event as a calendar program sees it.
type seen struct {
	uid, start, end, summary, description, status, sequence, stamp, class, transparency string
	triggers                                                                            []string
}

// first reads a file with one parser.
func first(t testing.TB, file []byte) (method string, events []seen) {
	t.Helper()
	cal, err := ical.ParseCalendar(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range cal.CalendarProperties {
		if p.IANAToken == string(ical.PropertyMethod) {
			method = p.Value
		}
	}
	for _, e := range cal.Events() {
		get := func(p ical.ComponentProperty) string {
			if v := e.GetProperty(p); v != nil {
				return v.Value
			}
			return ""
		}
		s := seen{
			uid: get(ical.ComponentPropertyUniqueId), start: get(ical.ComponentPropertyDtStart), end: get(ical.ComponentPropertyDtEnd),
			summary: get(ical.ComponentPropertySummary), description: get(ical.ComponentPropertyDescription),
			status: get(ical.ComponentPropertyStatus), sequence: get(ical.ComponentPropertySequence), stamp: get(ical.ComponentPropertyDtstamp),
			class: get(ical.ComponentPropertyClass), transparency: get(ical.ComponentPropertyTransp),
		}
		for _, a := range e.Alarms() {
			s.triggers = append(s.triggers, a.GetProperty(ical.ComponentPropertyTrigger).Value)
		}
		events = append(events, s)
	}
	return method, events
}

// second reads a file with another one, by other authors.
func second(t testing.TB, file []byte) (method string, events []seen) {
	t.Helper()
	dec := other.NewDecoder(bytes.NewReader(file))
	cal, err := dec.Decode()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := dec.Decode(); !errors.Is(err, io.EOF) {
		t.Fatalf("something stands behind the calendar: %v", err)
	}
	if p := cal.Props.Get(other.PropMethod); p != nil {
		method = p.Value
	}
	for _, e := range cal.Events() {
		text := func(name string) string {
			s, err := e.Props.Text(name)
			if err != nil {
				t.Fatal(err)
			}
			return s
		}
		value := func(name string) string {
			if p := e.Props.Get(name); p != nil {
				return p.Value
			}
			return ""
		}
		if p := e.Props.Get(other.PropDateTimeStart); p == nil || p.Params.Get("VALUE") != "DATE" {
			t.Errorf("not an all-day event: %+v", p)
		}
		s := seen{
			uid: text(other.PropUID), start: value(other.PropDateTimeStart), end: value(other.PropDateTimeEnd),
			summary: text(other.PropSummary), description: text(other.PropDescription),
			status: value(other.PropStatus), sequence: value(other.PropSequence), stamp: value(other.PropDateTimeStamp),
			class: value(other.PropClass), transparency: value(other.PropTransparency),
		}
		for _, c := range e.Children {
			if d, err := c.Props.Get(other.PropTrigger).Duration(); err != nil || d >= 0 {
				t.Errorf("trigger %v: %v", d, err)
			}
			s.triggers = append(s.triggers, c.Props.Get(other.PropTrigger).Value)
		}
		events = append(events, s)
	}
	return method, events
}

// read reads a file with both and holds them against each other and the file
// against the rules for its lines.
func read(t testing.TB, file []byte) (method string, events []seen) {
	t.Helper()
	for line := range bytes.SplitSeq(bytes.TrimSuffix(file, []byte("\r\n")), []byte("\r\n")) {
		if len(line) > 75 || bytes.ContainsAny(line, "\r\n") || !utf8.Valid(line) {
			t.Errorf("a line of %d octets: %q", len(line), line)
		}
	}
	method, events = first(t, file)
	again, same := second(t, file)
	if method != again || len(events) != len(same) {
		t.Fatalf("two parsers see %s with %d and %s with %d events", method, len(events), again, len(same))
	}
	for i, e := range events {
		o := same[i]
		if !slices.Equal(e.triggers, o.triggers) {
			t.Errorf("triggers %v and %v", e.triggers, o.triggers)
		}
		e.triggers, o.triggers = nil, nil
		if e.uid != o.uid || e.start != o.start || e.end != o.end || e.summary != o.summary || e.description != o.description ||
			e.status != o.status || e.sequence != o.sequence || e.stamp != o.stamp || e.class != o.class || e.transparency != o.transparency {
			t.Errorf("two parsers see\n%+v\n%+v", e, o)
		}
	}
	return method, events
}
