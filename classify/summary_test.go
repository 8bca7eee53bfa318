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

// Payments by itself is what is left of the label of a penalty as well, unless the amount
// is taken off.
func TestPaymentsByItself(t *testing.T) {
	for amount, want := range map[noticed.Money]bool{5: false, -5: true} {
		if got := spelled(sheet.Row{Label: "Payments", Amount: amount}); got != want {
			t.Errorf("beside %d: %v", amount, got)
		}
	}
}

// A decrease that lost its first letter is one.
func TestADecreaseWithoutItsD(t *testing.T) {
	s := &sheet.Summary{Rows: []sheet.Row{{Label: "Account balance before changes", Amount: 9}, {Label: "ecrease in accuracy-related penalty", Amount: 4}}, Total: &sheet.Row{Label: "Amount you owe", Amount: 5}}
	if !closing(s) || s.Rows[1].Amount != -4 || !labelled(s) {
		t.Errorf("%+v", s.Rows)
	}
	if isCredit("Increase in tax") {
		t.Error("an increase is taken off")
	}
}
