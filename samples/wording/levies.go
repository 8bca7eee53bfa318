package wording

import (
	"noticed/samples/notice"
)

// intent is CP504 and CP504B: a levy is coming, but this is no notice of a
// hearing.
func intent(v Voice, n *notice.Notice) Notice {
	w := Notice{
		Small: v.Say("Notice of intent to levy", "Notice of intent to levy", "Notice of Intent to Levy", "Final balance due notice - notice of intent to levy"),
		Large: v.Say("Intent to seize your state tax refund or other property", "Intent to seize your property or rights to property", "We intend to levy your state tax refund", "Intent to seize (levy) your state tax refund and other property"),
		Label: v.Say("Amount due immediately", "Amount due immediately", "Amount due immediately", "Amount due"), Summary: summary(v),
		Total: v.Say("Amount due immediately", "Amount due immediately", "Amount due immediately", "Total amount due immediately", "Amount you owe immediately"),
		Opening: []Part{para(f(v.Say("As we notified you before, our records show you have unpaid taxes for %s. If you don't call us immediately or pay the amount due, we may seize (levy) your property or rights to property and apply it to the {amount} you owe.",
			"You have unpaid taxes for %s. This is a notice of our intent to levy your state tax refund or other property. Your balance is {amount}.",
			"We haven't received your payment for %s. If you don't pay {amount} immediately, we can seize your state income tax refund."), about(v, n)))},
	}
	if n.PayBy != nil {
		w.Due = v.Say("Amount due by {pay_by}", "Amount due immediately")
		w.Opening = append(w.Opening, para(v.Say("Pay {amount} by {pay_by} to prevent further collection action.", "To avoid additional penalty and interest, we must receive your payment by {pay_by}.",
			"If we don't receive {amount} by {pay_by}, interest will increase and more penalties may apply.")))
	}
	if v.Chance(50) {
		w.Opening = append(w.Opening, para(f(v.Say("We sent you a CP503 dated %s; you haven't responded or paid in full.", "Our last notice was dated %s."), notice.Long(n.Prior))))
	}
	w.Parts = append(toPay(v, n),
		section(v.Say("What we may do next", "If we don't hear from you", "What you need to know")),
		para(v.Say("This is your notice of intent to levy under Internal Revenue Code section 6331(d).", "Internal Revenue Code (IRC) Section 6331(d) requires us to notify you of our intent to levy.")+" "+
			v.Say("We may levy on or after the 30th day from the date of this notice.", "If you don't pay or call within 30 days of this notice, we can take your state tax refund.")),
		para(v.Say("If you still owe after we take your state tax refund, we will send you a notice giving you a right to a hearing before the IRS Independent Office of Appeals, if you have not already received one.",
			"Before we levy your wages or bank accounts, we will send you another notice (LT11, Letter 1058 or CP90) that explains your right to a Collection Due Process hearing.")),
		heading(v.Say("Denial or revocation of United States passport", "Passports")), para(passportWords(v)),
		para("We can also file a Notice of Federal Tax Lien at any time to protect the government's interest. A lien is a public notice to your creditors."))
	w.Parts = append(w.Parts, cannotPay(v)...)
	w.Parts = append(w.Parts, rest(v, n)...)
	return w
}

// finalLevy is LT11, CP90 and CP297: the notice that gives the hearing.
func finalLevy(v Voice, n *notice.Notice) Notice {
	w := Notice{
		Label: v.Say("Amount due immediately", "Amount due immediately", "Amount due immediately", "Amount due", "Total amount due immediately"), Summary: summary(v),
		Total: v.Say("Amount due immediately", "Amount due immediately", "Amount due immediately", "Total amount due immediately", "Amount you owe immediately"),
	}
	switch {
	case n.Code == notice.LT11:
		w.Small, w.Large = v.Say("Notice of intent to levy and notice of your right to a hearing", "Notice of Intent to Levy and Your Collection Due Process Right to a Hearing", "Final notice of intent to levy and notice of your right to a hearing", "Please respond immediately"),
			v.Say("Intent to seize your property or rights to property", "Intent to seize your property or rights to property", "Final notice: we intend to levy")
	case v.Chance(25):
		w.Small, w.Large = "FINAL NOTICE", "Notice of intent to levy and notice of your right to a hearing"
	default:
		w.Small, w.Large = v.Say("", "Notice of intent to levy", "Final notice"), v.Say("Intent to seize your assets and notice of your right to a hearing", "Intent to seize your assets and notice of your right to a hearing", "Notice of intent to levy your assets and notice of your right to a hearing")
	}
	levied := v.Say("your wages and other income, bank accounts, business assets, personal assets (including your car and home) and Social Security benefits", "federal payments to you, bank accounts, and wages",
		"your property or your rights to property, such as bank accounts and accounts receivable", "up to 15% of your Social Security benefits and other federal payments")
	w.Opening = []Part{
		para(v.Say("We haven't received a payment despite sending you several notices about your overdue taxes. The IRS may seize (levy) "+levied+".", f("You still have a balance due for %s. We intend to levy %s.", about(v, n), levied),
			"This letter is your notice of our intent to levy under Internal Revenue Code section 6331 and your right to appeal under section 6330. We may take "+levied+".")),
		para(f(v.Say("Our CP504 dated %s told you of your balance of {amount}.", "We wrote to you on %s and have had no answer.", "We notified you before (on %s) that this tax is overdue."), notice.Long(n.Prior))),
	}
	if !n.Multi() {
		w.Opening = append(w.Opening, para(f("This is about %s.", about(v, n))))
	}
	if n.Hearing != nil {
		if v.Chance(60) {
			w.Act = v.Say("Request a hearing by {hearing_by}", "Hearing request due by {hearing_by}", "You must request a hearing by {hearing_by}", "Deadline to request a hearing: {hearing_by}")
		}
		w.Opening = append(w.Opening, para(v.Say("You must request a hearing by {hearing_by}.", "If you want a hearing, we must receive or have a postmark of your request by {hearing_by}.", "Request your hearing by {hearing_by}.")))
	}
	w.Parts = append(w.Parts, section(v.Say("What you need to do immediately", "What you need to do", "Act now")), heading(v.Say("Pay immediately", "Pay the amount due")),
		bullet(v.Say("Send us the amount due of {amount}, or we may seize (levy) your property on or after the end of the 30 days.", "Pay {amount} now to stop us from levying.")),
		bullet("You can pay online at www.irs.gov/payments, or mail a check or money order with the payment coupon."))
	if v.Chance(60) {
		w.Parts = append(append(w.Parts, hearingRight(v, n)...), account(v, n)...)
	} else {
		w.Parts = append(append(w.Parts, account(v, n)...), hearingRight(v, n)...)
	}
	w.Parts = append(w.Parts, cannotPay(v)...)
	w.Parts = append(w.Parts, heading("Passport"), para(passportWords(v)))
	w.Parts = append(w.Parts, rest(v, n)...)
	w.Pages = []Page{hearingForm(v)}
	return w
}

// hearingForm is the form that comes with the notice, blank.
func hearingForm(v Voice) Page {
	return Page{Title: "Request for a Collection Due Process or Equivalent Hearing", Loose: true, Foot: "Form 12153 (Rev. " + v.Say("12-2013", "7-2022", "4-2020") + ")  Catalog Number 26685D  www.irs.gov  Department of the Treasury - Internal Revenue Service", Parts: []Part{
		para("Use this form to request a Collection Due Process (CDP) or equivalent hearing with the IRS Office of Appeals if you have been issued one of the following lien or levy notices: Notice of Federal Tax Lien Filing and Your Right to a Hearing under IRC 6320 (Letter 3172), Notice of Intent to Levy (LT11, Letter 1058, CP90, CP297), Notice of Jeopardy Levy, Notice of Levy on Your State Tax Refund (CP92, CP242)."),
		lines("1. Taxpayer name: (Taxpayer 1) ______________________________", "2. Taxpayer identification number ______-____-________", "3. Type of tax/tax form ______________  Tax period(s) ______________", "4. Current address ________________________________________"),
		para("5. Basis for hearing request (both boxes can be checked if you have received both a lien and levy notice)"),
		tick("Filed Notice of Federal Tax Lien"), tick("Proposed levy or actual levy"),
		para("6. Equivalent hearing: if you miss the 30-day deadline for a CDP hearing, you may still have one, if your request is postmarked within one year."),
		tick("I would like an Equivalent Hearing."),
		para("7. Check the most appropriate box for the reason you disagree with the filing of the lien or the levy"),
		tick("Installment Agreement"), tick("Offer in Compromise"), tick("I cannot pay balance"), tick("Innocent spouse relief (attach Form 8857)"),
		lines("Signature ______________________   Date ____________"),
		para("IRS use only: IRS received date ____________  Employee name and telephone number ____________"),
	}}
}

func hearingRight(v Voice, n *notice.Notice) []Part {
	by := v.Say("within 30 days from the date of this notice", "within 30 days of the date of this letter", "before the end of the 30-day period")
	if n.Hearing != nil {
		by = "by {hearing_by}"
	}
	return []Part{
		heading(v.Say("Right to request a Collection Due Process hearing", "Your right to a hearing", "If you want to appeal")),
		para(f(v.Say("If you wish to appeal this proposed levy action, complete and mail the enclosed Form 12153, Request for a Collection Due Process or Equivalent Hearing, %s.",
			"To ask for a Collection Due Process hearing with the IRS Independent Office of Appeals, send Form 12153 %s.", "You may request a Collection Due Process (CDP) hearing %s. Use the enclosed Form 12153."), by)),
		para(v.Say("Mail your request for a hearing to:", "Send Form 12153 to:", "Address for your hearing request:")),
		lines(n.HearTo.Lines...),
		para(v.Say("Don't send it to the payment address. If you don't file Form 12153 in time, you may still ask for an Equivalent Hearing within one year; you would give up judicial review.",
			"If you miss this deadline you may ask for an equivalent hearing within one year from the date of this notice.", "See Publication 1660, Collection Appeal Rights, for a full explanation.")),
	}
}

// account is the table by period; several periods always have one.
func account(v Voice, n *notice.Notice) []Part {
	if !n.Multi() && v.Chance(45) {
		return nil
	}
	return []Part{section(v.Say("Account details", "What you owe by tax period", "Your billing details", "Account balance by period")), periods(v, n)}
}

// agreement is CP523: a payment plan is to end.
func agreement(v Voice, n *notice.Notice) Notice {
	w := Notice{
		Small:   v.Say("Notice of intent to levy", "Notice of intent to levy", "Notice of Intent to Levy", ""),
		Large:   v.Say("Intent to terminate your installment agreement", "Intent to terminate your installment agreement", "We intend to end your installment agreement", "Intent to terminate your installment agreement and levy"),
		Label:   v.Say("Payment due immediately", "Payment due immediately", "Payment due immediately", "Amount due immediately"),
		Summary: v.Say("Billing Summary", "Payment summary", "Summary", "Billing Summary"),
		Total:   v.Say("Payment due immediately", "Payment due immediately", "Total payment due immediately"),
	}
	why := map[notice.Default]string{
		notice.Missed:   v.Say("you missed one or more monthly payments", "we haven't received your monthly payment"),
		notice.NewTax:   v.Say("you have a new balance that isn't part of your agreement", "you owe new tax"),
		notice.NotFiled: v.Say("you haven't filed a required tax return", "a tax return is overdue"),
	}[n.Default]
	w.Opening = []Part{para(f(v.Say("We can terminate your installment agreement because %s.", "Your installment agreement is in default: %s.", "You are no longer meeting the terms of your installment agreement, because %s."), why))}
	if n.TerminateOn != nil {
		w.Opening = append(w.Opening, para(v.Say("If we don't receive {amount}, we will terminate your agreement on {terminate_on}.", "We will end your agreement on {terminate_on} unless you pay {amount}.", "Your installment agreement will be terminated on {terminate_on}.")))
	} else {
		w.Opening = append(w.Opening, para(v.Say("If you don't contact us or pay {amount} within 30 days from the date of this notice, we may terminate your agreement.", "You must act within 30 days of the date of this notice to keep your agreement.")))
	}
	if n.TerminateOn != nil && v.Chance(25) {
		w.Act = v.Say("Your agreement will be terminated on {terminate_on}", "Agreement ends {terminate_on} unless you pay")
	}
	act := v.Say("within 30 days", "immediately")
	if n.TerminateOn != nil {
		act = v.Say("before {terminate_on}", "immediately, and at the latest on {terminate_on}")
	}
	w.Parts = []Part{
		section(v.Say("What you need to do immediately", "What you need to do to keep your agreement", "What you need to do")),
		bullet(f(v.Say("Pay {amount} %s.", "Send us the payment due of {amount} %s."), act)),
		bullet(f(v.Say("If you can't make this payment, call %s.", "Call %s if your financial situation has changed."), n.Phone)),
		section(v.Say("Your total balance", "All balances in your agreement", "What you owe in total")),
		periods(v, n),
		heading(v.Say("If we terminate your agreement", "What happens next")),
		para(v.Say("We can seize (levy) your wages or bank accounts beginning 30 days after the termination. You may appeal the termination within 30 days of it, with Form 9423, Collection Appeal Request.",
			"After your agreement ends you have 30 days to appeal under the Collection Appeals Program (CAP). See Publication 594 and Form 9423.") + " This notice doesn't give you a right to a Collection Due Process hearing."),
		para("To reinstate an agreement we may charge a fee of $" + v.Say("50", "89", "31") + "."),
		para(passportWords(v)),
	}
	w.Parts = append(w.Parts, rest(v, n)...)
	return w
}

// passport is CP508C.
func passport(v Voice, n *notice.Notice) Notice {
	w := Notice{
		Large: v.Say("Notice of certification of your seriously delinquent federal tax debt to the State Department", "Notice of certification of seriously delinquent tax debt",
			"We have certified your seriously delinquent tax debt to the State Department"),
		Label: v.Say("Amount due", "Amount due", "Total amount due", "Amount you owe"), Total: "Amount due",
		Opening: []Part{
			para(v.Say("We have certified to the Department of State that your tax debt is seriously delinquent.", "The State Department has been told that you have a seriously delinquent tax debt.") + " " +
				v.Say("The State Department generally will not issue or renew a passport to you and may revoke or limit your passport.", "Your passport application may be denied and your passport revoked.")),
			para(f("A seriously delinquent tax debt is more than $%s, adjusted for inflation each year, and a Notice of Federal Tax Lien was filed or a levy issued.", v.Say("50,000", "52,000", "55,000", "62,000", "64,000"))),
		},
	}
	if n.GoodThrough != nil {
		w.Opening = append(w.Opening, para(v.Say("Your balance of {amount} includes penalty and interest figured to {good_through}.", "The amounts below include interest through {good_through}.")))
	} else {
		w.Opening = append(w.Opening, para(f("Your balance is {amount} for %s.", about(v, n))))
	}
	w.Parts = append(w.Parts, section(v.Say("Your seriously delinquent tax debt", "Billing details", "Tax periods included", "What you owe")), periods(v, n))
	w.Parts = append(w.Parts, section(v.Say("What you need to do immediately", "What you need to do")),
		bullet(v.Say("Pay {amount} in full.", "Pay the amount due of {amount}.")),
		bullet(f(v.Say("If you have recently applied for a passport, call us within 30 days at %s.", "If you think the certification is wrong, call %s. You may also file suit in the United States Tax Court or a United States District Court under IRC section 7345(e)."), n.Phone)),
		para("If you leave in 45 days or less, or live abroad and need a passport, tell us when you call; the State Department holds an application for 90 days."))
	w.Parts = append(w.Parts, cannotPay(v)...)
	w.Parts = append(w.Parts, rest(v, n)...)
	return w
}

// call is LT16: tax is overdue or a return is, or both.
func call(v Voice, n *notice.Notice) Notice {
	w := Notice{
		Large: v.Say("Please call us about your overdue taxes or tax return", "Please call us about your overdue taxes or tax return", "Call us about your overdue taxes or tax returns", "You must contact us about your overdue taxes or return"),
		Opening: []Part{para(f(v.Say("We have tried to contact you about your overdue taxes or unfiled returns. Please call %s within 10 days from the date of this notice.",
			"You haven't paid your tax or filed your return. Call %s in the next 10 days.", "Enforcement action may be taken if you don't call %s within 10 days."), n.Phone))},
	}
	w.Stub = Contact
	if len(n.PayTo.Lines) > 0 {
		w.Label, w.Stub = v.Say("Amount due", "Total amount due"), Payment
		w.Total = v.Say("Amount due immediately", "Amount due")
	}
	w.Parts = append(w.Parts, section(v.Say("Account details", "Tax periods", "Overdue taxes and returns")), periods(v, n),
		section(v.Say("What you need to do immediately", "What you need to do")),
		bullet(f("Call us at %s (%s). Have this notice, your return and your pay stubs at hand.", n.Phone, n.Hours)),
		bullet(v.Say("File your overdue tax returns, or tell us why you don't have to.", "If you already filed, send us a signed copy of the return.")),
		para(v.Say("If you don't call, we may file a Notice of Federal Tax Lien, levy your property or figure your tax for you.", "We could issue a levy on your wages or bank account, or a summons.")),
	)
	w.Parts = append(w.Parts, rest(v, n)...)
	return w
}
