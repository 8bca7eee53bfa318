package othermail

import (
	"math/rand/v2"
	"strings"
	"testing"

	"noticed/samples/page/proof"
	"noticed/samples/pdf"
)

var metrics = pdf.New(pdf.Options{Font: pdf.Helvetica})

// papers lays every kind out several times.
func papers(t *testing.T, f func(t *testing.T, seed uint64, p Paper)) {
	t.Helper()
	for _, k := range Kinds() {
		t.Run(string(k), func(t *testing.T) {
			for seed := range uint64(12) {
				f(t, seed, Lay(rand.New(rand.NewPCG(seed, 17)), k, metrics))
			}
		})
	}
}

func TestNothingLeavesThePageOrOverlaps(t *testing.T) {
	papers(t, func(t *testing.T, seed uint64, p Paper) {
		for _, fault := range proof.Faults(metrics, p.Sheets) {
			t.Errorf("seed %d %s", seed, fault)
		}
	})
}

// What the truth names stands on the paper, and in a face every medium has.
func TestIssuerIsPrinted(t *testing.T) {
	papers(t, func(t *testing.T, seed uint64, p Paper) {
		if p.Seems == "" {
			t.Error("seems to be nothing")
		}
		if p.Issuer == nil {
			return
		}
		var all strings.Builder
		for _, x := range p.Sheets[0].Texts {
			all.WriteString(strings.ToLower(x.S) + " ")
		}
		if len(p.Issuer.Words) == 0 {
			t.Errorf("seed %d: no word names %q", seed, p.Issuer.Name)
		}
		for _, w := range p.Issuer.Words {
			if !strings.Contains(strings.ToLower(p.Issuer.Name), strings.ToLower(w)) && w != "IRS" {
				t.Errorf("seed %d: %q is no part of %q", seed, w, p.Issuer.Name)
			}
		}
		if w := strings.ToLower(p.Issuer.Words[0]); !strings.Contains(all.String(), w) {
			t.Errorf("seed %d: %q is not on page 1", seed, w)
		}
	})
}

// A token stands for a kind of paper, not for a kind of sender: the same seed
// gives the same paper.
func TestSameSeedSamePaper(t *testing.T) {
	for _, k := range Kinds() {
		a, b := Lay(rand.New(rand.NewPCG(3, 17)), k, metrics), Lay(rand.New(rand.NewPCG(3, 17)), k, metrics)
		if len(a.Sheets) != len(b.Sheets) {
			t.Fatalf("%s: %d and %d sheets", k, len(a.Sheets), len(b.Sheets))
		}
		for i := range a.Sheets {
			for j, x := range a.Sheets[i].Texts {
				if x != b.Sheets[i].Texts[j] {
					t.Fatalf("%s: %+v and %+v", k, x, b.Sheets[i].Texts[j])
				}
			}
		}
	}
}

func TestEveryKindIsDrawn(t *testing.T) {
	r, seen := rand.New(rand.NewPCG(1, 2)), map[Kind]int{}
	for range 3000 {
		seen[Draw(r)]++
	}
	for _, k := range Kinds() {
		if seen[k] == 0 {
			t.Errorf("%s was never drawn", k)
		}
	}
}
