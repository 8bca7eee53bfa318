package othermail

import (
	"math/rand/v2"
	"strings"
	"testing"

	"noticed/samples/page"
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

func TestNothingLeavesThePage(t *testing.T) {
	papers(t, func(t *testing.T, seed uint64, p Paper) {
		for i, sheet := range p.Sheets {
			for _, x := range sheet.Texts {
				end := x.X + metrics.Width(x.Face, x.Size, x.S)
				if x.X < 18 || end > 600 || x.Y-x.Size < 18 || x.Y > 780 {
					t.Errorf("seed %d page %d: %q at %.0f,%.0f to %.0f", seed, i+1, x.S, x.X, x.Y, end)
				}
			}
		}
	})
}

func TestNothingOverlaps(t *testing.T) {
	papers(t, func(t *testing.T, seed uint64, p Paper) {
		for i, sheet := range p.Sheets {
			for a, x := range sheet.Texts {
				for _, y := range sheet.Texts[:a] {
					if hits(x, y) {
						t.Errorf("seed %d page %d: %q and %q at %.0f,%.0f", seed, i+1, x.S, y.S, x.X, x.Y)
					}
				}
			}
		}
	})
}

// hits says whether the letters of two runs cover each other.
func hits(a, b page.Text) bool {
	ra, rb := a.X+metrics.Width(a.Face, a.Size, a.S), b.X+metrics.Width(b.Face, b.Size, b.S)
	return a.X < rb-1 && b.X < ra-1 && a.Y-a.Size*0.62 < b.Y && b.Y-b.Size*0.62 < a.Y
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
