package classify

import (
	"testing"

	"noticed"
	"noticed/classify/sheet"
)

// Rows that lost their minus do not come to a refund that is printed with one.
func TestARefundWithItsMinus(t *testing.T) {
	unsigned := func(total noticed.Money) *sheet.Summary {
		return &sheet.Summary{Rows: []sheet.Row{{Label: "Tax decrease", Amount: 4}, {Label: "Payment increase", Amount: 3}}, Total: &sheet.Row{Label: "Proposed refund", Amount: total}}
	}
	for total, want := range map[noticed.Money]noticed.Money{7: 4, -7: -4} {
		if s := unsigned(total); !closing(s) || s.Rows[0].Amount != want {
			t.Errorf("a refund of %d: %+v", total, s.Rows)
		}
	}
}
