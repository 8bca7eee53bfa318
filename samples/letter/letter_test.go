package letter

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"noticed"
	"noticed/samples/layout"
	"noticed/samples/notice"
	"noticed/samples/page/proof"
	"noticed/samples/pdf"
)

var metrics = pdf.New(pdf.Options{Font: pdf.Helvetica})

// papers lays every letter out several times.
func papers(t *testing.T, f func(t *testing.T, n *notice.Notice, p *layout.Paper)) {
	t.Helper()
	for _, code := range notice.Letters {
		for seed := range uint64(24) {
			t.Run(fmt.Sprint(code, "/", seed), func(t *testing.T) {
				n, s := drawn(code, seed)
				f(t, n, Lay(n, s, metrics, nil))
			})
		}
	}
}

func drawn(code string, seed uint64) (*notice.Notice, layout.Style) {
	r := rand.New(rand.NewPCG(seed, 29))
	n := notice.Draw(r, code)
	return n, layout.DrawStyle(r, n)
}

func TestNothingLeavesThePageOrOverlaps(t *testing.T) {
	papers(t, func(t *testing.T, _ *notice.Notice, p *layout.Paper) {
		for _, fault := range proof.Faults(metrics, p.Sheets) {
			t.Error(fault)
		}
	})
}

// Whatever the truth asks for stands on the paper.
func TestTruthIsPrinted(t *testing.T) {
	papers(t, func(t *testing.T, n *notice.Notice, p *layout.Paper) {
		seen := map[string][]string{}
		for _, c := range p.Copies {
			seen[c.What] = append(seen[c.What], c.Text)
		}
		all, want := printed(p), n.Expected()
		must := func(what, text string) {
			if !strings.Contains(all, text) {
				t.Errorf("%s %q is not printed", what, text)
			}
		}
		if !strings.Contains(strings.Join(seen["code"], " "), number(n.Code)) {
			t.Errorf("codes printed: %v", seen["code"])
		}
		if len(seen["notice_date"]) == 0 {
			t.Error("no date is printed")
		}
		for _, d := range want.Printed {
			if len(seen[string(d.Role)]) == 0 {
				t.Errorf("no %s is printed", d.Role)
			}
		}
		for _, q := range n.Periods {
			if want.Balance.Kind != noticed.BalanceNone {
				must("amount", notice.Figures(q.Amount))
			}
			spelled := false
			for how := range 5 {
				spelled = spelled || strings.Contains(all, notice.Spell(q, how))
			}
			if !spelled {
				t.Errorf("the period %s is not printed", q.End)
			}
		}
		for _, a := range want.Addresses {
			for _, l := range a.Lines {
				must(string(a.Role), l)
			}
		}
		for _, r := range want.References {
			must(string(r.Role), r.Value)
		}
		for _, w := range n.People.Window {
			must("address", w)
		}
		must("phone", n.Phone)
		must("form", n.Periods[0].Form)
		if n.GoodThrough != nil && !strings.Contains(all, notice.Long(*n.GoodThrough)) {
			must("good through", abbreviated.write(*n.GoodThrough))
		}
	})
}

// printed is all that stands on the paper, with a space between runs.
func printed(p *layout.Paper) string {
	var b strings.Builder
	for _, s := range p.Sheets {
		for _, x := range s.Texts {
			b.WriteString(x.S + " ")
		}
	}
	return b.String()
}

func TestTruthAddsUp(t *testing.T) {
	papers(t, func(t *testing.T, n *notice.Notice, _ *layout.Paper) {
		sum := noticed.Money(0)
		for _, q := range n.Periods {
			sum += q.Amount
			if n.Code == notice.L1058 && q.Owed+q.Penalty+q.Interest != q.Amount {
				t.Errorf("%s: %s, %s and %s are not %s", q.End, q.Owed, q.Penalty, q.Interest, q.Amount)
			}
			if !q.End.Before(n.Date) {
				t.Errorf("the period %s ends after the letter of %s", q.End, n.Date)
			}
		}
		e := n.Expected()
		if sum != n.Balance || (e.Balance.Kind == noticed.BalanceNone) != (n.Balance == 0) {
			t.Errorf("periods %s, balance %s %s", sum, e.Balance.Kind, n.Balance)
		}
		if (e.Critical == nil) != (n.Code == notice.L2645C) {
			t.Errorf("critical %v", e.Critical)
		}
	})
}

// A "C" letter without a form in its truth names none, but for the series of
// returns it speaks of.
func TestNoFormIsNamed(t *testing.T) {
	papers(t, func(t *testing.T, n *notice.Notice, p *layout.Paper) {
		if n.Periods[0].Form == "" && strings.Contains(printed(p), "Form: ") {
			t.Error("a form is named")
		}
	})
}

func TestPageNumbers(t *testing.T) {
	papers(t, func(t *testing.T, _ *notice.Notice, p *layout.Paper) {
		for i, sheet := range p.Sheets {
			for _, x := range sheet.Texts {
				var at, of int
				if _, err := fmt.Sscanf(x.S, "Page %d of %d", &at, &of); err == nil && (at != i+1 || of != p.Counted) {
					t.Errorf("page %d of %d: %q", i+1, p.Counted, x.S)
				}
			}
		}
	})
}

func TestSameSeedSamePaper(t *testing.T) {
	for _, code := range notice.Letters {
		n, s := drawn(code, 7)
		if !reflect.DeepEqual(Lay(n, s, metrics, nil), Lay(n, s, metrics, nil)) {
			t.Errorf("%s: two layouts differ", code)
		}
	}
}

func TestAnAlterationChangesOneCopy(t *testing.T) {
	for _, code := range notice.Letters {
		n, s := drawn(code, 3)
		clean := Lay(n, s, metrics, nil)
		for i := range clean.Copies {
			altered := Lay(n, s, metrics, &layout.Alteration{Copy: i, To: "ALTERED"})
			differ := 0
			for k, c := range altered.Copies {
				if c != clean.Copies[k] {
					differ++
				}
			}
			if differ != 1 || altered.Copies[i].Text != "ALTERED" {
				t.Errorf("%s: altering copy %d changed %d copies", code, i, differ)
			}
		}
	}
}

// A date is written anew the way it stood.
func TestDated(t *testing.T) {
	d := noticed.MustDate("2024-05-07")
	for like, want := range map[string]string{
		"06/15/2026": "05/07/2024", "06-15-2026": "05-07-2024", "Nov. 12, 2018": "May 07, 2024", "June 15, 2026": "May 7, 2024",
	} {
		if got := Dated(like, d); got != want {
			t.Errorf("Dated(%q) = %q, want %q", like, got, want)
		}
	}
}
