package notice

import (
	"math/rand/v2"

	"noticed"
)

// drawRows draws the summary so that it adds up to the balance, and shares the
// balance among the periods.
func (n *Notice) drawRows(r *rand.Rand) {
	total := drawBalance(r)
	if n.Code == CP14 {
		n.Balance, n.Rows = total, firstBill(r, total)
		n.Periods[0].Amount = total
		return
	}
	// Each period is owed, penalty and interest; the summary is their sum.
	n.share(r, total)
	n.Balance = total
	var owed, penalty, interest noticed.Money
	for _, p := range n.Periods {
		owed, penalty, interest = owed+p.Owed, penalty+p.Penalty, interest+p.Interest
	}
	n.Rows = []Row{{Role: noticed.AmountTax, Label: "Amount you owed", Value: owed}}
	penaltyLabel, interestLabel := "Failure-to-pay penalty", "Interest charges"
	if n.Code == LT11 && chance(r, 60) {
		penaltyLabel, interestLabel = "Additional penalty charges", "Additional interest charges"
	}
	if penalty != 0 || chance(r, 50) {
		n.Rows = append(n.Rows, Row{Role: noticed.AmountPenalty, Label: penaltyLabel, Value: penalty})
	}
	n.Rows = append(n.Rows, Row{Role: noticed.AmountInterest, Label: interestLabel, Value: interest})
}

// drawSum is drawBalance with a million now and then.
func drawSum(r *rand.Rand) noticed.Money {
	if chance(r, 2) {
		return noticed.Money(1_000_000_00 + r.IntN(2_500_000_00))
	}
	return drawBalance(r)
}

// part is between one and max thousandths of m, and at least a cent.
func part(r *rand.Rand, m noticed.Money, least, most int) noticed.Money {
	return max(1, m*noticed.Money(least+r.IntN(most-least))/1000+noticed.Money(r.IntN(90)))
}

func split(r *rand.Rand, total noticed.Money, n int) []noticed.Money {
	out := make([]noticed.Money, n)
	rest := total
	for i := range n - 1 {
		left := noticed.Money(n - i)
		out[i] = rest/left*noticed.Money(60+r.IntN(70))/100 + noticed.Money(r.IntN(50))
		rest -= out[i]
	}
	out[n-1] = rest
	return out
}

// firstBill draws the rows of a CP14: tax, less payments, plus penalties and
// interest.
func firstBill(r *rand.Rand, total noticed.Money) []Row {
	var late []Row
	rest := total
	take := func(role noticed.AmountRole, label string, least, most, percent int) {
		if chance(r, percent) {
			v := part(r, total, least, most)
			late = append(late, Row{Role: role, Label: label, Value: v})
			rest -= v
		}
	}
	take(noticed.AmountPenalty, "Failure-to-file penalty", 20, 200, 45)
	take(noticed.AmountPenalty, "Failure-to-pay penalty", 5, 120, 85)
	take(noticed.AmountInterest, "Interest charges", 5, 90, 90)
	take(noticed.AmountPenalty, one(r, []string{"Failure-to-pay estimated tax penalty", "Penalty for failure to pay proper estimated tax"}), 5, 60, 30)
	rows := []Row{{Role: noticed.AmountTax, Label: "Tax you owed", Value: rest}}
	if chance(r, 75) {
		paid := part(r, total, 50, 1900)
		rows[0].Value += paid
		label := one(r, []string{"Payments and credits", "Payments and credits", "Withholding and credits"})
		rows = append(rows, Row{Role: noticed.AmountPayment, Label: label, Value: -paid})
	}
	return append(rows, late...)
}
