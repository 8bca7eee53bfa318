package wording

import (
	"noticed/samples/notice"
)

func firstBill(v Voice, n *notice.Notice) Notice {
	w := Notice{
		Large: v.Say("You have a balance due for {year}", "You have unpaid taxes for {year}", "You have unpaid taxes for {year}", "You owe taxes for {year}",
			"Balance due for {year}", "Your {year} taxes: you have a balance due"),
		Label:   v.Say("Amount due", "Amount due", "Amount due", "Amount you owe", "Total amount due"),
		Summary: summary(v),
		Total:   byDate(v),
	}
	w.Opening = []Part{
		para(f(v.Say("Our records show you have unpaid taxes for %s.", "We haven't received full payment for %s.", "You still owe tax for %s.",
			"According to our records, there is a balance due for %s."), about(v, n))),
		para(v.Say("If you already paid your balance in full within the last 21 days or made payment arrangements, please disregard this notice.",
			"If you have already paid in full within the past 14 days, or have an installment agreement, you can disregard this notice.",
			"Already paid? Allow 21 days for your payment to show on your account.")),
		para(v.Say("If you don't pay {amount} by {pay_by}, interest will increase and additional penalties may apply.",
			"Pay {amount} by {pay_by} to avoid penalty and interest charges.", "To avoid more penalty and interest, pay {amount} by {pay_by}.",
			"We must receive your payment by {pay_by} to avoid further charges.")),
	}
	if n.Code == "CP14IA" {
		w.Opening = append(w.Opening, para("You have an installment agreement. If this balance is part of it, keep making your monthly payments."))
	}
	w.Parts = append(toPay(v, n), cannotPay(v)...)
	w.Parts = append(w.Parts, rest(v, n)...)
	return w
}

func businessBill(v Voice, n *notice.Notice) Notice {
	w := firstBill(v, n)
	w.Large = v.Say("You have unpaid taxes for {period}", "Request for payment", "You have a balance due for {period}", "Balance due for the tax period ended {period}", "Request for payment: you have unpaid taxes")
	return w
}

func civilPenalty(v Voice, n *notice.Notice) Notice {
	w := Notice{
		Large: v.Say("Notice of penalty charge", "Notice of penalty charge", "We charged you a penalty for {period}", "You have been charged a penalty", "Notice of Penalty Charge for {period}"),
		Label: v.Say("Amount due", "Amount due", "Penalty amount due", "Total amount due"), Summary: summary(v), Total: byDate(v),
		Opening: []Part{
			para(f(v.Say("You have been charged a penalty under Section %s of the Internal Revenue Code for %s.", "We charged a penalty under Internal Revenue Code section %s for %s."),
				v.Say("6721", "6698", "6702(a)", "6676", "6038"), about(v, n))),
			para(v.Say("Please pay {amount} by {pay_by} to avoid interest charges.", "If we don't receive {amount} by {pay_by}, we will charge interest on the penalty.")),
			para(v.Say("If you believe the penalty isn't correct, send us an explanation, or file Form 843.", "You may appeal the penalty: pay it first and then file Form 843, Claim for Refund and Request for Abatement.")),
		},
	}
	w.Parts = append(toPay(v, n), section("About this penalty"), para("The penalty is figured per return or statement, at up to "+v.Say("$50", "$280", "$310")+" each. A minimum penalty may apply."))
	w.Parts = append(w.Parts, rest(v, n)...)
	return w
}

// byDate labels a total that has its day.
func byDate(v Voice) string {
	return v.Say("Amount due by {pay_by}", "Amount due by {pay_by}", "Amount due by {pay_by}", "Amount due by {pay_by}", "Total amount due by {pay_by}", "Amount you owe by {pay_by}")
}

// total labels the total of a notice with or without a day.
func total(v Voice, n *notice.Notice) string {
	if n.PayBy != nil {
		return byDate(v)
	}
	return v.Say("Amount due", "Amount due", "Amount you owe", "Total amount due", "Amount due now")
}

func reminder(v Voice, n *notice.Notice) Notice {
	w := Notice{Label: v.Say("Amount due", "Amount due", "Amount due", "Amount you owe"), Summary: summary(v), Total: total(v, n)}
	before := "CP14"
	if n.Code == notice.CP501 {
		w.Large = v.Say("You have unpaid taxes for "+when(n), "Reminder: You have unpaid taxes for "+when(n), "First reminder: You have unpaid taxes for "+when(n), "Reminder - you still have a balance due for "+when(n))
	} else {
		before = "CP501"
		w.Large = v.Say("Second reminder: You have unpaid taxes for "+when(n), "Second reminder: You have unpaid taxes for "+when(n), "Second request: you have unpaid taxes for "+when(n), "Reminder: Your taxes for "+when(n)+" are still unpaid")
	}
	w.Opening = []Part{
		para(f(v.Say("As we notified you before, our records show you have unpaid taxes for %s.", "Our records show that you still have a balance due for %s.",
			"We recently sent you a notice about your unpaid taxes for %s. We haven't received your payment."), about(v, n))),
	}
	if n.PayBy != nil {
		w.Opening = append(w.Opening, para(v.Say("If you don't pay {amount} by {pay_by}, the amount of interest will increase and additional penalties may apply.",
			"Pay {amount} by {pay_by}, or call us to make arrangements.", "Please send us {amount} by {pay_by}.")))
	} else {
		w.Opening = append(w.Opening, para("Please pay {amount}, or call us to make payment arrangements."))
	}
	if v.Chance(50) {
		w.Opening = append(w.Opening, para(f("We sent you Notice %s dated %s.", before, notice.Long(n.Prior))))
	}
	w.Parts = toPay(v, n)
	if n.Code == notice.CP503 {
		w.Parts = append(w.Parts, section(v.Say("If we don't hear from you", "What happens if you don't pay")),
			para(v.Say("If you don't pay the amount due or call us to make payment arrangements, we may file a Notice of Federal Tax Lien on your property. We can also seize (levy) your state income tax refund; before that we would send you a CP504.",
				"Unless you pay or contact us, we may place a lien on your property or send you a notice of intent to levy (CP504).")))
	}
	w.Parts = append(w.Parts, cannotPay(v)...)
	w.Parts = append(w.Parts, rest(v, n)...)
	return w
}

func yearly(v Voice, n *notice.Notice) Notice {
	w := Notice{
		Large: v.Say("Reminder of overdue taxes for "+when(n), "Annual reminder of balance due", "Annual reminder of balance due taxes for "+when(n), "You have unpaid taxes for "+when(n), "Reminder: you still owe taxes for "+when(n)),
		Label: v.Say("Amount due", "Amount due", "Amount you owe"), Summary: summary(v), Total: total(v, n),
		Opening: []Part{para(f(v.Say("This is your annual reminder that you still owe tax for %s.", "We are required by law to remind you in writing at least once a year of your balance due for %s.",
			"Our records show you have overdue taxes for %s."), about(v, n)))},
	}
	w.Opening = append(w.Opening, dueOn(v, n)...)
	if v.Chance(60) {
		w.Opening = append(w.Opening, para(v.Say("This notice isn't a new bill. No payment plan on file is changed by it.", "If you have a payment plan or your account is currently not collectible, you don't need to do anything.")))
	}
	w.Parts = append(toPay(v, n), section(v.Say("Denial or revocation of United States passport", "Your passport may be affected")), para(passportWords(v)))
	w.Parts = append(w.Parts, cannotPay(v)...)
	w.Parts = append(w.Parts, rest(v, n)...)
	return w
}

// dueOn says what is due, to what day it is figured and by when it is asked for.
func dueOn(v Voice, n *notice.Notice) []Part {
	out := []Part{}
	if n.GoodThrough != nil {
		out = append(out, para(v.Say("The amount you owe is {amount}, with penalty and interest figured to {good_through}.", "Interest and penalties are figured to {good_through}.", "The amount due includes penalty and interest through {good_through}.")))
	}
	if n.PayBy != nil {
		out = append(out, para(v.Say("Please pay {amount} by {pay_by}.", "To keep interest from growing, pay {amount} by {pay_by}.", "If you can, pay the amount due by {pay_by}.")))
	}
	return out
}

func resuming(v Voice, n *notice.Notice) Notice {
	large := v.Say("You have unpaid taxes", "Reminder: You have unpaid taxes", "Reminder notice - you have overdue taxes", "We're resuming our notices: you have unpaid taxes")
	if !n.Multi() && v.Chance(50) {
		large += " for " + when(n)
	}
	w := Notice{
		Large: large, Label: v.Say("Amount due", "Amount due", "Amount you owe", "Total amount due"), Summary: summary(v), Total: total(v, n),
		Opening: []Part{
			para(v.Say("We paused some of our automated collection notices in February 2022. We are sending this reminder before we resume them.",
				"To help taxpayers during the pandemic we had stopped mailing reminders. Notices are resuming now.", "You were previously billed for this balance. This letter is a reminder.")),
			para(f("Our records show you owe for %s.", about(v, n))),
		},
	}
	w.Opening = append(w.Opening, dueOn(v, n)...)
	w.Parts = toPay(v, n)
	if n.Multi() || v.Chance(50) {
		w.Parts = append(w.Parts, section(v.Say("Account balance details", "Your unpaid tax periods", "What you owe by tax period")), periods(v, n))
	}
	w.Parts = append(w.Parts, cannotPay(v)...)
	w.Parts = append(w.Parts, rest(v, n)...)
	return w
}
