package classify

import (
	"testing"

	"noticed/classify/layout/typeset"
	"noticed/extract"
)

// Each reading of a scan sees its own number to quote: what two of three say is
// told, and what every one says otherwise is not.
func TestNumbersToQuoteAreVotedOn(t *testing.T) {
	first := append([]typeset.Line{{X: 370, Y: 100, Text: "Case reference number"}, {X: 490, Y: 100, Text: "1772934839"}}, cp14[0]...)
	whole := paper{first, cp14[1]}
	for name, tt := range map[string]struct {
		first, close string
		confidence   float64
		want         string
	}{
		"clear":                 {"1772934839", "", 0.97, "1772934839"},
		"two alike":             {"1772934839", "1772934839", 0.7, "1772934839"},
		"each says another one": {"6772934839", "1772934839", 0.7, ""},
	} {
		got := ""
		s := whole.scanned(tt.confidence, func(r extract.Request) paper {
			switch r.Effort {
			case extract.CloseLook:
				return swap(t, whole, "1772934839", tt.close)
			case extract.SecondOpinion:
				return swap(t, whole, "1772934839", "5772934839")
			default:
				return swap(t, whole, "1772934839", tt.first)
			}
		})
		for _, r := range only(t, s.Notices()).References {
			got += r.Value
		}
		if got != tt.want {
			t.Errorf("%s: got %q, want %q", name, got, tt.want)
		}
	}
}

// The number of another office is not the one to call.
func TestTheNumberOfAnotherOffice(t *testing.T) {
	p := swap(t, cp14, "Keep this notice for your records", "The Taxpayer Advocate Service can be reached: call 1-877-777-4778. Keep this notice for your records")
	p = swap(t, p, "1-800-829-0922", "soon")
	if a := only(t, p.read()); a.Contact != nil {
		t.Errorf("one is to call %s", a.Contact.Phone)
	}
}
