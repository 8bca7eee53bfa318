package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"

	"noticed/samples/eval/grade"
)

// tally is the sum over documents.
type tally struct {
	documents, notices, pages     int
	wrong                         map[grade.Field]int
	perfect                       int // notices right in every core field
	main, mainSilent              int // right in the main fields; wrong in one with no review
	reviewed, needless            int // needless: right in every core field and reviewed all the same
	silent, dead                  int
	mail, mailDeadline            int // documents that hold no notice; a deadline published for them with no review
	needed, caught, named, placed int
	seconds                       float64
}

func ours(x result) graded   { return x.noticed }
func theirs(x result) graded { return *x.baseline }

func selected(all []result, in func(result) bool) []result {
	return slices.DeleteFunc(slices.Clone(all), func(x result) bool { return !in(x) })
}

// total sums what one reader made of documents.
func total(results []result, by func(result) graded) tally {
	t := tally{wrong: map[grade.Field]int{}}
	count := func(n *int, is bool) {
		if is {
			*n++
		}
	}
	for _, x := range results {
		g := by(x)
		v := g.verdict
		t.documents++
		t.notices += v.Notices
		t.pages += x.doc.Truth.Pages
		t.seconds += g.took.Seconds()
		t.reviewed += v.Reviewed
		t.silent += v.Silent
		for f, n := range v.Wrong {
			t.wrong[f] += n
		}
		for _, n := range v.Each {
			right := !slices.ContainsFunc(n.Wrong, func(f grade.Field) bool { return !slices.Contains(grade.Aside, f) })
			main := !slices.ContainsFunc(n.Wrong, func(f grade.Field) bool { return slices.Contains(grade.Main, f) })
			count(&t.main, main)
			count(&t.mainSilent, !main && !n.Reviewed)
			count(&t.perfect, right)
			count(&t.needless, right && n.Reviewed)
		}
		count(&t.mail, v.Mail != nil)
		count(&t.mailDeadline, v.Mail != nil && v.Mail.Deadline)
		count(&t.dead, v.Dead != "")
		count(&t.needed, x.doc.Truth.Review.Needed)
		count(&t.caught, v.Caught)
		count(&t.named, v.Named)
		count(&t.placed, v.Placed)
	}
	return t
}

func (t tally) pace() string { return fmt.Sprintf("%.2f", t.seconds/float64(max(t.pages, 1))) }

// groups prints one line for each group of documents; those without a group are
// left out.
func (r *report) groups(w io.Writer, title string, of func(result) string) {
	r.grouped(w, title, func(x result) []string {
		if g := of(x); g != "" {
			return []string{g}
		}
		return nil
	})
}

// grouped does it where a document may be of several groups.
func (r *report) grouped(w io.Writer, title string, of func(result) []string) {
	in := map[string][]result{}
	for _, x := range r.results {
		if x.noticed.verdict.Notices == 0 {
			continue
		}
		for _, g := range of(x) {
			in[g] = append(in[g], x)
		}
	}
	if len(in) == 0 {
		return
	}
	fmt.Fprintln(w)
	short := map[grade.Field]string{grade.Date: "date", grade.Critical: "critical", grade.ID: "id", grade.Printed: "printed", grade.Acts: "deadlines"}
	columns := []string{"notices"}
	for _, f := range grade.Core {
		columns = append(columns, cmp.Or(short[f], string(f)))
	}
	t := newTable("by "+title, append(columns, "all", "review", "silent", "s/page")...)
	for _, name := range slices.Sorted(maps.Keys(in)) {
		c := total(in[name], ours)
		cells := []string{name, fmt.Sprint(c.notices)}
		for _, f := range grade.Core {
			cells = append(cells, percent(c.notices-c.wrong[f], c.notices))
		}
		t.row(append(cells, percent(c.perfect, c.notices), percent(c.reviewed, c.notices), fmt.Sprint(c.silent), c.pace())...)
	}
	t.print(w)
}

func percent(n, of int) string {
	if of == 0 {
		return "-"
	}
	if n == of {
		return "100"
	}
	return fmt.Sprintf("%.1f", 100*ratio(n, of))
}

// reasons counts why a person was asked, the most frequent first.
func (r *report) reasons(w io.Writer) {
	documents, notices := map[string]int{}, 0
	needless := map[string]int{}
	for _, x := range r.results {
		notices += x.noticed.verdict.Notices
		seen := map[string]bool{}
		for _, reason := range x.noticed.verdict.Reasons {
			seen[fmt.Sprintf("%s %s", reason.Code, reason.Field)] = true
		}
		right := onlyAside(x.noticed.verdict)
		for k := range seen {
			documents[k]++
			if right {
				needless[k]++
			}
		}
	}
	if len(documents) == 0 {
		return
	}
	fmt.Fprintln(w)
	t := newTable("why a person was asked", "documents", "all values right")
	order := slices.SortedFunc(maps.Keys(documents), func(a, b string) int {
		return cmp.Or(cmp.Compare(documents[b], documents[a]), cmp.Compare(a, b))
	})
	for _, k := range order {
		t.row(k, fmt.Sprint(documents[k]), fmt.Sprint(needless[k]))
	}
	t.print(w)
}

// silence counts the fields that were silently wrong.
func (r *report) silence(w io.Writer) {
	wrong := map[grade.Field]int{}
	for _, x := range r.results {
		for _, n := range x.noticed.verdict.Each {
			for _, f := range n.Wrong {
				if n.Silent && !slices.Contains(grade.Aside, f) {
					wrong[f]++
				}
				if f == grade.Kind { // dismissed: the other fields go without saying
					break
				}
			}
		}
	}
	if len(wrong) == 0 {
		return
	}
	fmt.Fprintln(w)
	t := newTable("silently wrong", "notices")
	for _, f := range append([]grade.Field{grade.Kind}, grade.Core...) {
		if wrong[f] > 0 {
			t.row(string(f), fmt.Sprint(wrong[f]))
		}
	}
	t.print(w)
}

// sureFrom is the confidence from which a value may be taken unseen.
const sureFrom = 0.95

// sure says how many values of each field reach such a confidence, of all that
// there were to read, and how many of those are right.
func (r *report) sure(w io.Writer) {
	type sum struct{ of, sure, right int }
	sums, all := map[grade.Field]*sum{}, &sum{}
	notices := 0
	for _, x := range r.results {
		for _, n := range x.noticed.verdict.Each {
			notices++
			for _, c := range n.Confidence {
				if sums[c.Field] == nil {
					sums[c.Field] = &sum{}
				}
				for _, s := range []*sum{sums[c.Field], all} {
					s.of++
					if c.Value >= sureFrom {
						s.sure++
						if c.Right {
							s.right++
						}
					}
				}
			}
		}
	}
	if all.of == 0 {
		return
	}
	fmt.Fprintln(w)
	t := newTable("confidence", "values read", fmt.Sprintf("from %.2f", sureFrom), "of these right", "wrong below, 95 %")
	line := func(name string, s *sum, of int) {
		wrong := s.sure - s.right
		t.row(name, share(s.of, of), share(s.sure, s.of), share(s.right, s.sure), fmt.Sprintf("%.4f", upper(wrong, s.sure)))
	}
	for _, f := range grade.Core {
		if s := sums[f]; s != nil {
			line(string(f), s, notices)
		}
	}
	line("all", all, notices*len(sums))
	t.print(w)
}

// bins are the lower ends of the bins of confidence.
var bins = []float64{0, 0.5, 0.8, 0.9, 0.95, 0.99}

// reliability compares how sure the reader was with how often it was right.
func (r *report) reliability(w io.Writer) {
	type bin struct{ n, right int }
	seen := map[grade.Field][]bin{}
	for _, x := range r.results {
		for _, n := range x.noticed.verdict.Each {
			for _, c := range n.Confidence {
				if seen[c.Field] == nil {
					seen[c.Field] = make([]bin, len(bins))
				}
				at, found := slices.BinarySearch(bins, c.Value)
				if !found {
					at--
				}
				b := &seen[c.Field][max(at, 0)]
				b.n++
				if c.Right {
					b.right++
				}
			}
		}
	}
	if len(seen) == 0 {
		return
	}
	var columns []string
	for _, b := range bins {
		columns = append(columns, fmt.Sprintf("from %.2f", b))
	}
	fmt.Fprintln(w)
	t := newTable("right, by confidence", columns...)
	for _, f := range grade.Core {
		if seen[f] == nil {
			continue
		}
		cells := []string{string(f)}
		for _, b := range seen[f] {
			cells = append(cells, share(b.right, b.n))
		}
		t.row(cells...)
	}
	t.print(w)
}

// otherMail says what became of documents that hold no notice.
func (r *report) otherMail(w io.Writer) {
	type sum struct{ n, dismissed, named, reviewed, deadline int }
	sums, all := map[string]*sum{}, &sum{}
	for _, x := range r.results {
		m := x.noticed.verdict.Mail
		if m == nil {
			continue
		}
		kind := cmp.Or(x.doc.Truth.Seems, "not said")
		if sums[kind] == nil {
			sums[kind] = &sum{}
		}
		for _, s := range []*sum{sums[kind], all} {
			s.n++
			for _, c := range []struct {
				n  *int
				is bool
			}{{&s.dismissed, m.Dismissed}, {&s.named, m.Named()}, {&s.reviewed, m.Reviewed}, {&s.deadline, m.Deadline}} {
				if c.is {
					*c.n++
				}
			}
		}
	}
	if all.n == 0 {
		return
	}
	fmt.Fprintln(w)
	t := newTable("other mail", "documents", "told apart", "named rightly", "to review", "deadline, no review")
	line := func(name string, s *sum) {
		t.row(name, fmt.Sprint(s.n), share(s.dismissed, s.n), share(s.named, s.n), share(s.reviewed, s.n), fmt.Sprint(s.deadline))
	}
	for _, k := range slices.Sorted(maps.Keys(sums)) {
		line(k, sums[k])
	}
	line("all", all)
	t.print(w)
}
