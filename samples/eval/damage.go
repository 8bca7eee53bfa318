package main

import (
	"fmt"
	"io"
	"strings"
)

// damages prints what was done to scans: by kind and strength, of each kind as
// a part of combinations, and by combination.
func (r *report) damages(w io.Writer) {
	mark := func(name string, x result) string {
		if illegible(x) {
			return name + " (illegible)"
		}
		return name
	}
	r.groups(w, "degradation", func(x result) string {
		d := x.doc.Truth.Damage
		if d == nil || len(d.Parts) != 1 {
			return ""
		}
		return mark(d.String(), x)
	})
	r.grouped(w, "part of a combination", func(x result) []string {
		d := x.doc.Truth.Damage
		if d == nil || len(d.Parts) < 2 {
			return nil
		}
		var parts []string
		for _, p := range d.Parts {
			parts = append(parts, mark(fmt.Sprintf("%s %d", p.Kind, p.Strength), x))
		}
		return parts
	})
	r.groups(w, "combination", func(x result) string {
		d := x.doc.Truth.Damage
		if d == nil || len(d.Parts) < 2 {
			return ""
		}
		var kinds []string
		for _, p := range d.Parts {
			kinds = append(kinds, p.Kind)
		}
		return mark(strings.Join(kinds, " + "), x)
	})
}
