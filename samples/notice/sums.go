package notice

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"noticed"
)

// What a notice adds up, by kind. The rows of a summary always add up to the
// balance.

// nothing: a notice that asks for no money.
func nothing(n *Notice, _ *rand.Rand) { n.Kind = noticed.BalanceNone }

// billed is a first bill.
func billed(n *Notice, r *rand.Rand) {
	n.Balance = drawSum(r)
	n.Rows = firstBill(r, n.Balance)
	n.Periods[0].Amount = n.Balance
}

// corrected is the bill after an error on the return.
func corrected(n *Notice, r *rand.Rand) {
	billed(n, r)
	n.Claimed = n.Balance/3*noticed.Money(r.IntN(3)) - noticed.Money(r.IntN(900_00))
}

// owed is tax of one or several periods with what was added to it since.
func owed(n *Notice, r *rand.Rand) {
	n.Balance = drawSum(r)
	if n.Code == CP508C {
		n.Balance = max(n.Balance, 52_000_00+noticed.Money(r.IntN(90_000_00)))
	}
	n.share(r, n.Balance)
	var tax, penalty, interest noticed.Money
	for _, p := range n.Periods {
		tax, penalty, interest = tax+p.Owed, penalty+p.Penalty, interest+p.Interest
	}
	if n.Code == CP508C {
		return // its table is all the arithmetic it has
	}
	n.Rows = []Row{{Role: noticed.AmountTax, Label: one(r, []string{"Amount you owed", "Amount you owed", "Amount you owed", "Balance from previous notices", "Tax you owed"}), Value: tax}}
	labels := one(r, [][2]string{
		{"Failure-to-pay penalty", "Interest charges"}, {"Failure-to-pay penalty", "Interest charges"},
		{"Additional penalty charges", "Additional interest charges"}, {"Additional penalty", "Additional interest"}, {"Penalty charges", "Interest"},
	})
	if penalty != 0 || chance(r, 50) {
		n.Rows = append(n.Rows, Row{Role: noticed.AmountPenalty, Label: labels[0], Value: penalty})
	}
	n.Rows = append(n.Rows, Row{Role: noticed.AmountInterest, Label: labels[1], Value: interest})
	if chance(r, 10) { // a payment on the way
		paid := part(r, n.Balance, 5, 90)
		n.Rows[0].Value += paid
		n.Rows = append(n.Rows, Row{Role: noticed.AmountPayment, Label: one(r, []string{"Payments and credits", "Payments since your last notice", "Payments we received"}), Value: -paid})
	}
}

// share spreads a total over the periods.
func (n *Notice) share(r *rand.Rand, total noticed.Money) {
	shares := split(r, total, len(n.Periods))
	for i := range n.Periods {
		p := &n.Periods[i]
		p.Amount = shares[i]
		p.Penalty = part(r, p.Amount, 1, 40)
		p.Interest = part(r, p.Amount, 2, 60)
		if chance(r, 8) {
			p.Penalty = 0
		}
		p.Owed = p.Amount - p.Penalty - p.Interest
	}
}

// penalty is a civil penalty.
func penalty(n *Notice, r *rand.Rand) {
	n.Balance = drawSum(r)
	n.Periods[0].Amount = n.Balance
	rest, rows := n.Balance, []Row(nil)
	if chance(r, 60) {
		v := part(r, n.Balance, 2, 60)
		rest -= v
		rows = append(rows, Row{Role: noticed.AmountInterest, Label: "Interest charges", Value: v})
	}
	label := one(r, []string{"Penalty", "Civil penalty", "Penalty assessed", "Civil penalty assessed"})
	n.Rows = append([]Row{{Role: noticed.AmountPenalty, Label: label, Value: rest}}, rows...)
}

// refunded is a refund, changed by the correction of an error.
func refunded(n *Notice, r *rand.Rand) {
	n.Kind = noticed.BalanceRefund
	back := noticed.Money(12_00 + r.IntN(9_000_00))
	tax := noticed.Money(300_00 + r.IntN(14_000_00))
	n.Balance = -back
	n.Claimed = -back - noticed.Money(r.IntN(1900_00)) + noticed.Money(r.IntN(900_00))
	paid := tax + back
	n.Rows = []Row{{Role: noticed.AmountTax, Label: one(r, []string{"Tax you owed", "Total tax", "Tax you owe"}), Value: tax}}
	if chance(r, 35) {
		credit := part(r, back, 100, 700)
		paid -= credit
		n.Rows = append(n.Rows, Row{Role: noticed.AmountCredit, Label: one(r, []string{"Earned income credit", "Child tax credit", "Credits", "Additional child tax credit"}), Value: -credit})
	}
	n.Rows = append(n.Rows, Row{Role: noticed.AmountPayment, Label: one(r, []string{"Payments you made", "Payments and credits", "Tax withheld and payments", "Income tax withheld"}), Value: -paid})
	if chance(r, 12) {
		v := noticed.Money(1_00 + r.IntN(90_00))
		n.Rows[0].Value -= v
		n.Rows = append(n.Rows, Row{Role: noticed.AmountInterest, Label: "Interest charges", Value: v})
	}
}

// changed is a bill after a change of the account. What decreased may be
// printed without its sign: only the sum tells.
func changed(n *Notice, r *rand.Rand) {
	n.Balance = drawSum(r)
	n.Periods[0].Amount = n.Balance
	less := chance(r, 45)
	word, sign := "Increase", noticed.Money(1)
	if less {
		word, sign = "Decrease", -1
	}
	unsigned := less && chance(r, 40)
	var rows []Row
	sum := noticed.Money(0)
	add := func(role noticed.AmountRole, label string, v noticed.Money) {
		v *= sign
		sum += v
		rows = append(rows, Row{Role: role, Label: word + " in " + label, Value: v, Unsigned: unsigned})
	}
	add(noticed.AmountTax, "tax", part(r, n.Balance, 150, 950))
	for _, p := range []struct {
		label   string
		percent int
	}{{"failure-to-file penalty", 30}, {"failure-to-pay penalty", 65}, {"accuracy-related penalty", 12}} {
		if chance(r, p.percent) {
			add(noticed.AmountPenalty, p.label, part(r, n.Balance, 2, 80))
		}
	}
	if chance(r, 80) {
		add(noticed.AmountInterest, one(r, []string{"interest charges", "interest charged", "interest"}), part(r, n.Balance, 2, 70))
	}
	before := n.Balance - sum
	n.Rows = append([]Row{{Role: noticed.AmountOther, Label: one(r, []string{"Account balance before this change", "Account balance before this change", "Your account balance before this change"}), Value: before}}, rows...)
}

// proposed is a change that the IRS proposes, a refund now and then.
func proposed(n *Notice, r *rand.Rand) {
	n.payers(r)
	if chance(r, 12) {
		n.Kind = noticed.BalanceRefund
		tax := noticed.Money(40_00 + r.IntN(2_500_00))
		n.Balance = -tax
		n.Rows = []Row{{Role: noticed.AmountTax, Label: one(r, []string{"Decrease in tax", "Tax decrease"}), Value: -tax}}
		if chance(r, 50) {
			more := noticed.Money(10_00 + r.IntN(600_00))
			n.Balance -= more
			n.Rows = append(n.Rows, Row{Role: noticed.AmountPayment, Label: one(r, []string{"Increase in withholding", "Payment increase"}), Value: -more})
		}
		return
	}
	n.Kind = noticed.BalanceProposed
	n.Balance = drawSum(r)
	n.Periods[0].Amount = n.Balance
	rest := n.Balance
	var rows []Row
	take := func(role noticed.AmountRole, label string, least, most, percent int) {
		if chance(r, percent) {
			v := part(r, n.Balance, least, most)
			rest -= v
			rows = append(rows, Row{Role: role, Label: label, Value: v})
		}
	}
	take(noticed.AmountPenalty, one(r, []string{"Substantial tax understatement penalty", "Accuracy-related penalty", "Penalties"}), 80, 200, 50)
	take(noticed.AmountPenalty, "Failure-to-file penalty", 10, 90, 12)
	take(noticed.AmountInterest, one(r, []string{"Interest charges", "Interest", "Interest charges"}), 5, 90, 92)
	head := []Row{{Role: noticed.AmountTax, Label: one(r, []string{"Tax you owe", "Tax you owe", "Tax increase", "Increase in tax"}), Value: rest}}
	if chance(r, 45) {
		paid := part(r, n.Balance, 20, 400)
		head[0].Value += paid
		head = append(head, Row{Role: noticed.AmountPayment, Label: one(r, []string{"Payments", "Payments and credits", "Payments you made"}), Value: -paid})
	}
	n.Rows = slices.Concat(head, rows)
}

// deficient is the arithmetic of a notice of deficiency.
func deficient(n *Notice, r *rand.Rand) {
	if n.Code == CP3219A {
		n.payers(r)
	}
	n.Kind = noticed.BalanceProposed
	n.Balance = drawSum(r)
	n.Periods[0].Amount = n.Balance
	rest := n.Balance
	var rows []Row
	take := func(role noticed.AmountRole, label string, percent int) {
		if chance(r, percent) {
			v := part(r, n.Balance, 10, 120)
			rest -= v
			rows = append(rows, Row{Role: role, Label: label, Value: v})
		}
	}
	late := 35
	if n.Code == CP3219N {
		late = 95
	}
	take(noticed.AmountPenalty, "Failure-to-file penalty", late)
	take(noticed.AmountPenalty, "Failure-to-pay penalty", late)
	take(noticed.AmountPenalty, one(r, []string{"Estimated tax penalty", "Accuracy-related penalty"}), 50)
	take(noticed.AmountInterest, "Interest charges", 92)
	head := []Row{{Role: noticed.AmountTax, Label: one(r, []string{"Your tax liability (deficiency)", "Your tax liability (deficiency)", "Increase in tax (deficiency)", "Deficiency"}), Value: rest}}
	if chance(r, 60) {
		paid := part(r, n.Balance, 50, 500)
		head[0].Value += paid
		head = append(head, Row{Role: noticed.AmountPayment, Label: one(r, []string{"Payments you made", "Payments and credits"}), Value: -paid})
	}
	n.Rows = slices.Concat(head, rows)
}

// applied is a refund kept for other tax.
func applied(n *Notice, r *rand.Rand) {
	whole := noticed.Money(80_00 + r.IntN(7_000_00))
	n.Kind, n.Claimed = noticed.BalanceRefund, -whole
	left := whole
	n.Rows = []Row{{Role: noticed.AmountOther, Label: one(r, []string{"Refund due", "Your refund", "Overpayment", "Refund amount"}), Value: whole}}
	year := n.Periods[0].End.Year
	for i := range 1 + r.IntN(5)/4 {
		year -= 1 + r.IntN(2)
		v := left
		if i > 0 || chance(r, 55) {
			v = part(r, left, 200, 800)
		}
		left -= v
		n.Applied = append(n.Applied, Period{Form: individualForm(r, year), End: yearEnd(year), Amount: v})
		n.Rows = append(n.Rows, Row{Role: noticed.AmountOther, Label: fmt.Sprintf(one(r, []string{"Amount applied to %d", "Amount applied to tax owed for %d", "Applied to your %d tax"}), year), Value: -v})
		if left == 0 {
			break
		}
	}
	n.Balance = -left
	if left == 0 {
		n.Kind = noticed.BalanceNone
	}
}

// agreement is a payment plan in default: what is due now, and all that is owed.
func agreement(n *Notice, r *rand.Rand) {
	monthly := noticed.Money(25_00 + 5_00*r.IntN(180))
	n.Rows = []Row{{Role: noticed.AmountPastDue, Label: one(r, []string{"Past due installment payment", "Past-due installment payments", "Installment payments past due", "Past due amount"}), Value: monthly * noticed.Money(1+r.IntN(3))}}
	if chance(r, 40) {
		n.Rows = append(n.Rows, Row{Role: noticed.AmountOther, Label: one(r, []string{"Installment payment due this month", "Current installment payment", "Monthly payment"}), Value: monthly})
	}
	for _, row := range n.Rows {
		n.Balance += row.Value
	}
	total := n.Balance + drawSum(r)
	n.share(r, total)
	n.Apart = []Row{{Role: noticed.AmountTotal, Label: one(r, []string{"Total of all balances", "Total amount you owe", "Total amount owed"}), Value: total}}
	n.Default = one(r, []Default{Missed, Missed, NewTax, NotFiled})
}

// called is a request to call: what is owed for some periods, and returns that
// were not filed for others.
func called(n *Notice, r *rand.Rand) {
	n.share(r, drawSum(r))
	unfiled := 0
	for i := range n.Periods {
		if p := &n.Periods[i]; chance(r, 30) {
			*p = Period{Form: p.Form, End: p.End, Quarterly: p.Quarterly, Unstated: true}
			if p.Form == "CIVPEN" {
				p.Form = "1040"
			}
			unfiled++
			continue
		}
		n.Balance += n.Periods[i].Amount
	}
	if unfiled == len(n.Periods) {
		n.Kind = noticed.BalanceNone
	}
}

// payers draws what others reported of a taxpayer.
func (n *Notice) payers(r *rand.Rand) {
	for range 1 + r.IntN(3) {
		k := one(r, reports)
		p := Payer{Name: one(r, payerNames), Form: k[0], Item: k[1], Reported: noticed.Money(20_00 + r.IntN(30_000_00))}
		if chance(r, 40) {
			p.Shown = part(r, p.Reported, 100, 800)
		}
		n.Payers = append(n.Payers, p)
	}
}
