package main

import (
	"fmt"
	"io"
	"slices"

	"noticed/samples/eval/grade"
)

// document lists what was wrong with one document.
func (r *report) document(w io.Writer, x result) {
	v, truth := x.noticed.verdict, x.doc.Truth
	missed := truth.Review.Needed && (!v.Caught || !v.Named)
	unnamed := v.Mail != nil && !v.Mail.Named()
	if len(v.Misses) == 0 && v.Silent == 0 && !missed && !unnamed && (!r.o.verbose || v.Reviewed == 0) {
		return
	}
	if v.Silent == 0 && v.Dead == "" && !missed && !unnamed && !r.o.verbose && onlyAside(v) {
		return
	}
	state := "in review"
	switch {
	case v.Silent > 0:
		state = "SILENT"
	case v.Dead != "":
		state = "dead"
	case v.Reviewed == 0:
		state = "no review"
	}
	fmt.Fprintf(w, "%s  %s  %s", truth.File, truth.Design, state)
	if d := truth.Damage; d != nil {
		fmt.Fprintf(w, "  %s", d)
		if !d.Legible {
			fmt.Fprintf(w, " (illegible: %s)", d.Why)
		}
	}
	fmt.Fprintln(w)
	if t := truth.Tampered; t != nil {
		fmt.Fprintf(w, "    altered   %s (%s) at %s of page %d: %s to %s\n", t.What, t.Field, t.Place, t.Page, t.From, t.To)
	}
	if truth.Review.Needed && truth.Tampered == nil {
		fmt.Fprintf(w, "    to review because %s (%v)\n", truth.Review.Why, truth.Review.Fields)
	}
	if unnamed {
		fmt.Fprintf(w, "    seems %q, issuer %+v: %+v\n", truth.Seems, truth.Issuer, *v.Mail)
	}
	for _, m := range v.Misses {
		fmt.Fprintf(w, "    %-18s want %s\n    %-18s got  %s\n", m.Field, m.Want, "", m.Got)
	}
	for _, reason := range v.Reasons {
		fmt.Fprintf(w, "    reason    %s %s %s %v: %s\n", reason.Code, reason.Field, reason.Place, reason.Values, reason.Message)
	}
	fmt.Fprintln(w)
}

// onlyAside says whether nothing but fields graded for the record is wrong.
func onlyAside(v grade.Verdict) bool {
	return !slices.ContainsFunc(v.Misses, func(m grade.Miss) bool { return !slices.Contains(grade.Aside, m.Field) })
}
