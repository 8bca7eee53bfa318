package main

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"time"

	"noticed/samples/eval/grade"
)

// report gathers what became of the documents.
type report struct {
	o       options
	results []result
	began   time.Time
	took    time.Duration
}

func newReport(o options) *report { return &report{o: o, began: time.Now()} }

func (r *report) add(x result) {
	r.results = append(r.results, x)
	r.took = time.Since(r.began)
}

// print writes the report and returns the number of silent errors.
func (r *report) print(w io.Writer) int {
	slices.SortFunc(r.results, func(a, b result) int { return cmp.Compare(a.doc.Truth.Index, b.doc.Truth.Index) })
	for _, x := range r.results {
		r.document(w, x)
	}
	fmt.Fprintf(w, "seed %d, %d documents, %s, %s\n\n", r.o.seed, len(r.results), r.o.Medium, r.took.Round(time.Second))
	r.sums(w)
	if !r.o.Tamper {
		r.groups(w, "code", func(x result) string {
			if len(x.noticed.verdict.Each) != 1 {
				return ""
			}
			return x.noticed.verdict.Each[0].Code
		})
		r.groups(w, "design", func(x result) string { return x.doc.Truth.Design })
		r.groups(w, "producer", func(x result) string {
			if x.doc.Truth.Medium != "text" {
				return ""
			}
			return x.doc.Truth.Producer
		})
		r.damages(w)
	}
	r.reasons(w)
	r.sure(w)
	r.reliability(w)
	r.otherMail(w)
	r.sideBySide(w)
	r.silence(w)
	return r.silent(w)
}

// silent prints the figure that matters most, of legible documents and of others
// apart, and returns the number of silent errors.
func (r *report) silent(w io.Writer) int {
	fmt.Fprintln(w)
	line := func(title string, t tally) {
		fmt.Fprintf(w, "%s %d of %d notices: %.4f, with 95 %% confidence below %.4f\n", title, t.silent, t.notices, ratio(t.silent, t.notices), upper(t.silent, t.notices))
	}
	all := total(r.results, ours)
	if bad := total(selected(r.results, illegible), ours); bad.notices > 0 {
		line("SILENT ERRORS on legible paper", total(selected(r.results, func(x result) bool { return !illegible(x) }), ours))
		line("SILENT ERRORS on illegible paper", bad)
		fmt.Fprintf(w, "of the illegible %d went to review\n", bad.reviewed)
	}
	line("SILENT ERRORS", all)
	return all.silent
}

// damaged says whether something was done to a document's scan, and illegible
// whether a person could not read every value for it.
func damaged(x result) bool   { return x.doc.Truth.Damage != nil }
func illegible(x result) bool { return damaged(x) && !x.doc.Truth.Damage.Legible }

// sums prints the sums by medium.
func (r *report) sums(w io.Writer) {
	names := []string{"text", "scan", "degraded", "legible", "illegible", "all"}
	in := map[string]func(result) bool{
		"text":      func(x result) bool { return x.doc.Truth.Medium == "text" },
		"scan":      func(x result) bool { return x.doc.Truth.Medium != "text" && !damaged(x) },
		"degraded":  damaged,
		"legible":   func(x result) bool { return damaged(x) && !illegible(x) },
		"illegible": illegible,
		"all":       func(result) bool { return true },
	}
	t := newTable("")
	var columns []tally
	for _, n := range names {
		c := total(selected(r.results, in[n]), ours)
		if c.documents == 0 {
			continue
		}
		t.columns = append(t.columns, n)
		columns = append(columns, c)
	}
	row := func(name string, value func(tally) string) {
		cells := []string{name}
		for _, c := range columns {
			cells = append(cells, value(c))
		}
		t.row(cells...)
	}
	row("documents", func(c tally) string { return fmt.Sprint(c.documents) })
	row("notices", func(c tally) string { return fmt.Sprint(c.notices) })
	if !r.o.Tamper {
		for _, f := range grade.All() {
			row(string(f), func(c tally) string { return share(c.notices-c.wrong[f], c.notices) })
		}
	}
	row("all core fields", func(c tally) string { return share(c.perfect, c.notices) })
	row("went to review", func(c tally) string { return share(c.reviewed, c.notices) })
	row("  and were right", func(c tally) string { return share(c.needless, c.reviewed) })
	row("dead", func(c tally) string { return fmt.Sprint(c.dead) })
	if columns[len(columns)-1].needed > 0 {
		row("had to be reviewed", func(c tally) string { return fmt.Sprint(c.needed) })
		row("  and were", func(c tally) string { return share(c.caught, c.needed) })
		row("  field named", func(c tally) string { return share(c.named, c.needed) })
	}
	if r.o.Tamper {
		row("  place named", func(c tally) string { return share(c.placed, c.needed) })
	}
	row("seconds a page", func(c tally) string { return c.pace() })
	row("silent errors", func(c tally) string { return fmt.Sprintf("%d (%.4f)", c.silent, ratio(c.silent, c.notices)) })
	t.print(w)
}

// sideBySide compares with the baseline.
func (r *report) sideBySide(w io.Writer) {
	if !r.o.baseline {
		return
	}
	us, them := total(r.results, ours), total(r.results, theirs)
	fmt.Fprintln(w)
	t := newTable("side by side", "noticed", "baseline")
	for _, f := range grade.All() {
		t.row(string(f), share(us.notices-us.wrong[f], us.notices), share(them.notices-them.wrong[f], them.notices))
	}
	t.row("all core fields", share(us.perfect, us.notices), share(them.perfect, them.notices))
	t.row("code, balance, date and critical deadline", share(us.main, us.notices), share(them.main, them.notices))
	t.row("  one of them silently wrong", share(us.mainSilent, us.notices), share(them.mainSilent, them.notices))
	t.row("went to review", share(us.reviewed, us.notices), share(them.reviewed, them.notices))
	t.row("silent errors", share(us.silent, us.notices), share(them.silent, them.notices))
	if us.mail > 0 {
		t.row("other mail with a deadline, no review", share(us.mailDeadline, us.mail), share(them.mailDeadline, them.mail))
	}
	t.row("seconds a page", us.pace(), them.pace())
	t.print(w)
}

func ratio(n, of int) float64 { return float64(n) / float64(max(of, 1)) }

func share(n, of int) string {
	if of == 0 {
		return "-"
	}
	return fmt.Sprintf("%d/%d %5.1f%%", n, of, 100*ratio(n, of))
}

// upper is the upper end of the one-sided 95 % Clopper-Pearson interval of a
// rate of which n of all were seen.
func upper(n, of int) float64 {
	if of == 0 || n >= of {
		return 1
	}
	atMost := func(p float64) float64 { // probability to see n or fewer
		sum := 0.0
		for k := 0; k <= n; k++ {
			a, _ := math.Lgamma(float64(of + 1))
			b, _ := math.Lgamma(float64(k + 1))
			c, _ := math.Lgamma(float64(of - k + 1))
			sum += math.Exp(a - b - c + float64(k)*math.Log(p) + float64(of-k)*math.Log1p(-p))
		}
		return sum
	}
	low, high := ratio(n, of), 1.0
	for range 60 {
		if mid := (low + high) / 2; mid > 0 && atMost(mid) > 0.05 {
			low = mid
		} else {
			high = mid
		}
	}
	return high
}
