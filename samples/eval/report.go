package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"time"

	"noticed/samples"
	"noticed/samples/eval/grade"
)

// report gathers what became of the documents.
type report struct {
	o       options
	results []result
	began   time.Time
}

func newReport(o options) *report { return &report{o: o, began: time.Now()} }

func (r *report) add(x result) { r.results = append(r.results, x) }

// tally is the sum over the documents of a medium.
type tally struct {
	documents, notices, pages    int
	wrong                        map[grade.Field]int
	reviewed, silent, dead       int
	needed, caught, named, place int
	took                         time.Duration
}

func (t *tally) add(x result) {
	v := x.verdict
	t.documents++
	t.notices += v.Notices
	t.pages += x.doc.Truth.Pages
	t.took += x.took
	t.reviewed += v.Reviewed
	t.silent += v.Silent
	for f, n := range v.Wrong {
		t.wrong[f] += n
	}
	count := func(n *int, is bool) {
		if is {
			*n++
		}
	}
	count(&t.dead, v.Dead != "")
	count(&t.needed, x.doc.Truth.Review.Needed)
	count(&t.caught, v.Caught)
	count(&t.named, v.Named)
	count(&t.place, v.Placed)
}

// print writes the report and returns the number of silent errors.
func (r *report) print(w io.Writer) int {
	slices.SortFunc(r.results, func(a, b result) int { return cmp.Compare(a.doc.Truth.Index, b.doc.Truth.Index) })
	groups := []string{"text", "scan", "all"}
	tallies := map[string]*tally{}
	for _, g := range groups {
		tallies[g] = &tally{wrong: map[grade.Field]int{}}
	}
	for _, x := range r.results {
		group := "scan"
		if x.doc.Truth.Medium == string(samples.Text) {
			group = "text"
		}
		tallies[group].add(x)
		tallies["all"].add(x)
	}
	groups = slices.DeleteFunc(groups, func(g string) bool { return tallies[g].documents == 0 })
	for _, x := range r.results {
		r.document(w, x)
	}
	fmt.Fprintf(w, "seed %d, %d documents, %s\n\n%-20s", r.o.seed, len(r.results), time.Since(r.began).Round(time.Second), "")
	line := func(name string, value func(*tally) string) {
		fmt.Fprintf(w, "%-20s", name)
		for _, g := range groups {
			fmt.Fprintf(w, "%16s", value(tallies[g]))
		}
		fmt.Fprintln(w)
	}
	for _, g := range groups {
		fmt.Fprintf(w, "%16s", g)
	}
	fmt.Fprintln(w)
	line("documents", func(t *tally) string { return fmt.Sprint(t.documents) })
	line("notices", func(t *tally) string { return fmt.Sprint(t.notices) })
	if !r.o.Tamper {
		for _, f := range append(slices.Clone(grade.Core), grade.Aside...) {
			line(string(f), func(t *tally) string { return share(t.notices-t.wrong[f], t.notices) })
		}
	}
	line("went to review", func(t *tally) string { return share(t.reviewed, t.notices) })
	line("dead", func(t *tally) string { return fmt.Sprint(t.dead) })
	if tallies["all"].needed > 0 {
		line("had to be reviewed", func(t *tally) string { return fmt.Sprint(t.needed) })
		line("  and were", func(t *tally) string { return share(t.caught, t.needed) })
		line("  field named", func(t *tally) string { return share(t.named, t.needed) })
	}
	if r.o.Tamper {
		line("  place named", func(t *tally) string { return share(t.place, t.needed) })
	}
	line("seconds a page", func(t *tally) string { return fmt.Sprintf("%.2f", t.took.Seconds()/float64(max(t.pages, 1))) })
	line("SILENT ERRORS", func(t *tally) string {
		return fmt.Sprintf("%d (%.4f)", t.silent, float64(t.silent)/float64(max(t.notices, 1)))
	})
	return tallies["all"].silent
}

func share(n, of int) string {
	if of == 0 {
		return "-"
	}
	return fmt.Sprintf("%d/%d %5.1f%%", n, of, 100*float64(n)/float64(of))
}

// document lists what was wrong with one document.
func (r *report) document(w io.Writer, x result) {
	v, truth := x.verdict, x.doc.Truth
	missed := truth.Review.Needed && (!v.Caught || !v.Named)
	if len(v.Misses) == 0 && v.Silent == 0 && !missed && (!r.o.verbose || v.Reviewed == 0) {
		return
	}
	if v.Silent == 0 && v.Dead == "" && !missed && !r.o.verbose && onlyAside(v) {
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
	fmt.Fprintf(w, "%s  %s  %s\n", truth.File, truth.Design, state)
	if t := truth.Tampered; t != nil {
		fmt.Fprintf(w, "    altered   %s (%s) at %s of page %d: %s to %s\n", t.What, t.Field, t.Place, t.Page, t.From, t.To)
	}
	if truth.Review.Needed && truth.Tampered == nil {
		fmt.Fprintf(w, "    to review because %s (%v)\n", truth.Review.Why, truth.Review.Fields)
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
