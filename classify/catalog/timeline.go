package catalog

import "slices"

// Timeline is where a notice stands among those that usually come before and
// after it. What comes is no promise: steps are left out and letters cross.
type Timeline struct {
	Before []Entry `json:"before"` // what usually came before, the first notice first
	Notice Entry   `json:"notice"`
	Next   []Entry `json:"next"` // what usually follows, the next notice first
	Levy   bool    `json:"levy"` // after the last of them comes enforcement without another notice

	// Also are the notices that lead directly to this one besides the last of
	// Before. Where several do and none is the usual one, Before is empty.
	Also []Entry `json:"also"`
}

// Timeline returns where the notice with this code stands.
func (c *Catalog) Timeline(code string) (Timeline, bool) {
	e, ok := c.Lookup(code)
	if !ok {
		return Timeline{}, false
	}
	t := Timeline{Before: []Entry{}, Notice: e, Next: []Entry{}, Also: []Entry{}}
	// neither way goes round in a circle: Parse and Overlay refuse one
	for at, ok := c.Lookup(e.ComesAfter); ok; at, ok = c.Lookup(at.ComesAfter) {
		t.Before = append(t.Before, at)
	}
	slices.Reverse(t.Before)
	last := e
	for at, ok := c.Lookup(e.UsualNext); ok; at, ok = c.Lookup(at.UsualNext) {
		t.Next = append(t.Next, at)
		last = at
	}
	t.Levy = last.UsualNext == Levy
	for _, other := range c.entries {
		if other.UsualNext == code && other.Code != e.ComesAfter {
			t.Also = append(t.Also, other)
		}
	}
	return t, true
}
