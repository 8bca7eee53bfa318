package samples

import (
	"math/rand/v2"
	"strings"
	"testing"

	"noticed"
	"noticed/samples/notice"
	"noticed/samples/othermail"
	"noticed/samples/pdf"
)

// Letters come out whole whatever befalls them, and an altered copy is told of
// only where there is one.
func TestLetters(t *testing.T) {
	altered := map[string]int{}
	for _, code := range notice.Letters {
		for i := range 30 {
			r := rand.New(rand.NewPCG(61, uint64(i)))
			s, err := draw(r, Options{Codes: []string{code}})
			if err != nil {
				t.Fatal(err)
			}
			s.Medium, s.Tamper = Text, i%2 == 0
			if i%3 == 0 {
				s.Trouble = Missing
			}
			paper, truth := s.lay(r, pdf.New(pdf.Options{Font: pdf.Helvetica}))
			n := truth.Notices[0]
			if n.Code != code || truth.Pages != len(paper.Sheets) || len(n.Pages) != truth.Pages || truth.Design == "" {
				t.Errorf("%s: %s of %d pages on %d sheets, design %q", code, n.Code, truth.Pages, len(paper.Sheets), truth.Design)
			}
			if a := truth.Tampered; a != nil {
				altered[a.What]++
				if a.From == a.To || !truth.Review.Needed {
					t.Errorf("%s: %+v", code, a)
				}
				if a.What == "code" && before(a.From) != before(a.To) {
					t.Errorf("%s: %q became %q", code, a.From, a.To)
				}
			}
		}
	}
	for _, what := range []string{"code", "notice_date", "id_last4", "tax_year"} {
		if altered[what] == 0 {
			t.Errorf("no %s was altered: %v", what, altered)
		}
	}
}

// before is what stands before a code's number.
func before(code string) string { return code[:strings.IndexAny(code, "0123456789")] }

// Every kind of other mail becomes a file of every medium, with its truth.
func TestOther(t *testing.T) {
	for i, k := range othermail.Kinds() {
		m := []Medium{Text, G4, TIFF}[i%3]
		d, err := Other(rand.New(rand.NewPCG(71, uint64(i))), k, m)
		if err != nil {
			t.Fatal(err)
		}
		if d.Truth.Kind != noticed.KindOtherMail || d.Truth.Pages < 1 || d.Truth.Seems == "" || len(d.Truth.Notices) != 0 || len(d.Data) < 500 {
			t.Errorf("%s: %+v", k, d.Truth)
		}
		if d.Truth.Issuer != nil && len(d.Truth.Issuer.Words) == 0 {
			t.Errorf("%s: %v has no words", k, d.Truth.Issuer)
		}
	}
	if d, err := One(3, 5, Options{Other: 100}); err != nil || d.Truth.Kind != noticed.KindOtherMail || d.Truth.Review.Needed {
		t.Errorf("%v: %+v", err, d.Truth)
	}
}
