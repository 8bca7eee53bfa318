package wording

import (
	"math/rand/v2"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"noticed"
	"noticed/samples/notice"
)

var mark = regexp.MustCompile(`\{[^}]*\}`)

// texts are all texts of a wording in which marks may stand.
func texts(w Notice) []string {
	out := []string{w.Small, w.Large, w.Label, w.Figure, w.Act, w.Total, w.Sum, w.Due}
	for _, p := range append(w.Opening, w.Parts...) {
		out = append(out, p.Text)
	}
	for _, q := range w.Pages {
		for _, p := range q.Parts {
			out = append(out, p.Text)
		}
	}
	return out
}

// every calls f for every code in many voices.
func every(f func(n *notice.Notice, w Notice, seed uint64)) {
	for _, code := range notice.Codes() {
		for seed := range uint64(60) {
			n := notice.Draw(rand.New(rand.NewPCG(seed, 4)), code)
			f(n, NewVoice(seed).Of(n), seed)
		}
	}
}

// A mark stands only for what the notice has.
func TestMarks(t *testing.T) {
	every(func(n *notice.Notice, w Notice, seed uint64) {
		for _, text := range texts(w) {
			if strings.Contains(text, "%!") || strings.Contains(text, "  .") {
				t.Errorf("%s, voice %d: %q", n.Code, seed, text)
			}
			for _, m := range mark.FindAllString(text, -1) {
				name := strings.Trim(m, "{}")
				known := map[string]bool{
					"amount": n.Asked() != noticed.BalanceNone, "refund": n.Balance <= 0, "good_through": n.GoodThrough != nil,
					"year": !n.Multi() && !n.ByPeriod(), "period": !n.Multi() && n.ByPeriod(),
				}[name]
				if d := n.Printed()[noticed.DateRole(name)]; !known && d == nil {
					t.Errorf("%s, voice %d: %s in %q", n.Code, seed, m, text)
				}
			}
		}
		if w.Large == "" || len(w.Opening) == 0 || len(w.Parts) == 0 {
			t.Errorf("%s, voice %d says too little: %+v", n.Code, seed, w)
		}
		if len(n.Rows) > 0 && (w.Summary == "" || w.Total == "") {
			t.Errorf("%s, voice %d: a summary without a heading or a total", n.Code, seed)
		}
		if w.Stub == Payment && (w.Due == "" || len(n.PayTo.Lines) == 0) {
			t.Errorf("%s, voice %d: a payment stub with no total or no address", n.Code, seed)
		}
	})
}

// What a notice prints for an act stands where no page can be missing for it:
// under the headline, beside the summary, in the total or in the header.
func TestDatesStandOnPageOne(t *testing.T) {
	every(func(n *notice.Notice, w Notice, seed uint64) {
		front := w.Act + " " + w.Due
		if w.Summary != "" {
			front += " " + w.Total
		}
		for _, p := range w.Opening {
			front += " " + p.Text
		}
		for role, d := range n.Printed() {
			if d != nil && !strings.Contains(front, "{"+string(role)+"}") {
				t.Errorf("%s, voice %d: no %s", n.Code, seed, role)
			}
		}
		if n.GoodThrough != nil && !strings.Contains(front, "{good_through}") {
			t.Errorf("%s, voice %d: no good_through", n.Code, seed)
		}
	})
}

// The same voice says the same; different voices do not.
func TestVoices(t *testing.T) {
	heads := map[string]map[string]bool{}
	every(func(n *notice.Notice, w Notice, seed uint64) {
		if !reflect.DeepEqual(w, NewVoice(seed).Of(n)) {
			t.Errorf("%s, voice %d says two things", n.Code, seed)
		}
		if heads[n.Code] == nil {
			heads[n.Code] = map[string]bool{}
		}
		heads[n.Code][w.Small+"|"+w.Large] = true
	})
	for code, all := range heads {
		if len(all) < 3 {
			t.Errorf("%s has %d headlines only: %v", code, len(all), all)
		}
	}
}
