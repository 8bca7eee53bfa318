package layout

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"sync"
	"testing"

	"noticed"
	"noticed/samples/notice"
	"noticed/samples/page/proof"
	"noticed/samples/pdf"
)

var metrics = pdf.New(pdf.Options{Font: pdf.Helvetica})

// all is every code in every design that it can have, in several wordings.
var all = sync.OnceValue(func() []laid {
	var out []laid
	seeds, each := uint64(60), 5
	if os.Getenv("NOTICED_SOAK") != "" {
		seeds, each = 400, 120
	}
	for _, code := range notice.Codes() {
		seen := map[Design]int{}
		for seed := range seeds {
			r := rand.New(rand.NewPCG(seed, 9))
			n := notice.Draw(r, code)
			s := DrawStyle(r, n)
			if seed%4 != 0 {
				s.Speak(r)
			}
			if seen[s.Design]++; seen[s.Design] <= each {
				out = append(out, laid{n, s, Lay(n, s, metrics, nil)})
			}
		}
	}
	return out
})

type laid struct {
	n *notice.Notice
	s Style
	p *Paper
}

func papers(t *testing.T, f func(n *notice.Notice, s Style, p *Paper)) {
	t.Helper()
	for _, x := range all() {
		f(x.n, x.s, x.p)
	}
}

func TestNothingLeavesThePageOrOverlaps(t *testing.T) {
	papers(t, func(n *notice.Notice, s Style, p *Paper) {
		for _, fault := range proof.Faults(metrics, p.Sheets) {
			t.Errorf("%s %s seed %d %s", n.Code, s.Design, s.Seed, fault)
		}
	})
}

func TestEveryValueIsRecordedWhereItIsPrinted(t *testing.T) {
	papers(t, func(n *notice.Notice, s Style, p *Paper) {
		seen := map[string]map[string]bool{}
		for _, c := range p.Copies {
			if seen[c.What] == nil {
				seen[c.What] = map[string]bool{}
			}
			seen[c.What][string(c.Place)] = true
		}
		wanted := map[string][]string{"code": {"header"}, "notice_date": {"header"}}
		for _, row := range n.Rows {
			wanted["row"] = []string{"summary"}
			if row.Role == noticed.AmountTax && n.PayBy != nil && n.Asked() == noticed.BalanceDue {
				wanted["balance"] = []string{"summary", "stub"}
			}
		}
		if n.PetitionBy != nil {
			wanted["petition_by"] = []string{"header", "prose"}
		}
		if n.Multi() && n.Asked() == noticed.BalanceDue && len(p.Sheets) > 1 {
			wanted["period_amount"] = []string{"table"}
		}
		for what, places := range wanted {
			for _, place := range places {
				if !seen[what][place] {
					t.Errorf("%s %s seed %d: no %s at the %s", n.Code, s.Design, s.Seed, what, place)
				}
			}
		}
		text := printed(p)
		if strings.ContainsAny(text, "{}") || strings.Contains(text, "%!") {
			t.Errorf("%s %s seed %d: a mark was not filled in: %s", n.Code, s.Design, s.Seed, text)
		}
		for role, d := range n.Printed() {
			if d != nil && !strings.Contains(text, s.Form.Dates.Act(*d)) {
				t.Errorf("%s %s seed %d: no %s %s on the paper", n.Code, s.Design, s.Seed, role, d)
			}
		}
		for _, a := range n.Expected().Addresses {
			if !strings.Contains(text, a.Lines[len(a.Lines)-1]) {
				t.Errorf("%s %s seed %d: no address %s on the paper", n.Code, s.Design, s.Seed, a.Lines)
			}
		}
		for _, want := range []string{n.CaseRef, n.Control, n.Mail, n.Phone, strings.ToUpper(n.Country), n.People.DBA} {
			if !strings.Contains(text, want) {
				t.Errorf("%s %s seed %d: no %q on the paper", n.Code, s.Design, s.Seed, want)
			}
		}
		for _, q := range n.Periods {
			if !strings.Contains(text, q.Form) {
				t.Errorf("%s %s seed %d: no form %s on the paper", n.Code, s.Design, s.Seed, q.Form)
			}
		}
	})
}

// printed is all that stands on the paper, lines joined by spaces.
func printed(p *Paper) string {
	var b strings.Builder
	for _, sheet := range p.Sheets {
		for _, x := range sheet.Texts {
			b.WriteString(x.S + " ")
		}
	}
	return b.String()
}

func TestAnAlterationChangesOneCopy(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	n := notice.Draw(r, notice.CP504)
	s := DrawStyle(r, n)
	clean := Lay(n, s, metrics, nil)
	for i := range clean.Copies {
		altered := Lay(n, s, metrics, &Alteration{Copy: i, To: "ALTERED"})
		differ := 0
		for k, c := range altered.Copies {
			if c != clean.Copies[k] {
				differ++
			}
		}
		if differ != 1 || altered.Copies[i].Text != "ALTERED" {
			t.Errorf("altering copy %d changed %d copies", i, differ)
		}
	}
}

// "Page n of m" never counts further than m.
func TestPageNumbers(t *testing.T) {
	papers(t, func(n *notice.Notice, s Style, p *Paper) {
		for i, sheet := range p.Sheets {
			for _, x := range sheet.Texts {
				var at, of int
				if _, err := fmt.Sscanf(x.S, "Page %d of %d", &at, &of); err != nil {
					continue
				}
				if at != i+1 || of != p.Counted || at > of {
					t.Errorf("%s %s seed %d page %d of %d: %q", n.Code, s.Design, s.Seed, i+1, p.Counted, x.S)
				}
			}
		}
	})
}
