package layout

import (
	"fmt"

	"noticed"
	"noticed/samples/notice"
)

// opening is the prose beside the summary: it names other codes, years and
// amounts, as real notices do.
func (p *press) opening() []part {
	if p.voiced() {
		return p.set(p.text.Opening)
	}
	n, at := p.n, noticed.PlaceProse
	amount := p.due(at)
	if p.chance(4) { // as an IRS sample prints it: a comma for the point
		amount = amount[:len(amount)-3] + "," + amount[len(amount)-2:]
	}
	switch n.Code {
	case notice.CP14:
		first := p.word(
			"Our records show you have unpaid taxes for the tax year ended December 31, {year} (Form {form}).",
			"Our records show you have unpaid taxes on your {year} Form {form}.",
			"Our records show you owe a balance on your {year} taxes (Form {form}).")
		return []part{
			text(fill(first, "{year}", fmt.Sprint(n.Year()), "{form}", n.Periods[0].Form)),
			text(p.word(
				"If you already paid your balance in full within the last 21 days or made payment arrangements, please disregard this notice.",
				"If you already paid your balance in full within the past 14 days or have an installment agreement, please disregard this notice.") +
				p.word(" If you already have an installment or payment agreement in place for this tax year, then continue with that agreement.", "")),
			text(fill(p.word("If you don't pay {amount} by {date}, interest will increase and additional penalties may apply.",
				"Pay {amount} by {date} to avoid penalty and interest charges."), "{amount}", amount, "{date}", p.payBy(at))),
		}
	case notice.CP504:
		parts := []part{
			text(fill("As we notified you before, our records show you have unpaid taxes for the tax year ended December 31, {year} (Form {form}). "+
				"If you don't {call}pay the amount due immediately, the IRS may seize (levy) certain property or rights to property and apply it to the {amount} you owe.",
				"{year}", fmt.Sprint(n.Year()), "{form}", n.Periods[0].Form, "{amount}", amount, "{call}", p.word("", "call us immediately or "))),
		}
		if n.PayBy != nil {
			parts = append(parts, text(fill(p.word("Pay {amount} by {date} to prevent further collection action.",
				"To avoid additional penalty and interest, we must receive your payment by {date}."), "{amount}", amount, "{date}", p.payBy(at))))
		}
		if p.chance(60) {
			parts = append(parts, text(fill("We sent you a CP503 dated {prior}; you haven't responded or paid in full.", "{prior}", notice.Long(n.Prior))))
		}
		return parts
	}
	parts := []part{
		text(fill("We haven't received a payment despite sending you several notices about your overdue taxes, including our CP504 dated {prior}. "+
			"The IRS may seize (levy) your property or your rights to property on or after {after}.",
			"{prior}", notice.Long(n.Prior), "{after}", p.levyWords())),
		text(p.word("Property includes wages and other income, bank accounts, business assets, personal assets (including your car and home), state tax refunds and Social Security benefits.",
			"If you don't pay or make payment arrangements, we can take your wages, bank accounts and Social Security benefits.")),
	}
	if !n.Multi() && !n.Business() && p.chance(70) {
		parts = append(parts, text(fill("This is about your {year} Form {form}.", "{year}", fmt.Sprint(n.Year()), "{form}", n.Periods[0].Form)))
	}
	return parts
}

func (p *press) levyWords() string {
	return p.word("30 days from the date of this notice", "the end of the 30-day period", "30 days after you receive this letter")
}

// immediately is what follows the summary: what to do, then the long rest.
func (p *press) immediately() []part {
	if p.voiced() {
		return append(p.over, p.set(p.text.Parts)...)
	}
	switch p.n.Code {
	case notice.CP14:
		return append(p.doCP14(), p.boilerplate()...)
	case notice.CP504:
		return append(p.doCP504(), p.boilerplate()...)
	}
	return append(p.doLT11(), p.boilerplate()...)
}

func (p *press) doCP14() []part {
	n, at := p.n, noticed.PlaceProse
	return []part{
		sec(p.word("What you need to do immediately", "What you need to do")),
		head("If you agree with the amount due and you're not working with an IRS representative"),
		dot(fill("Pay the amount due of {amount} by {date} to avoid additional penalty and interest charges.", "{amount}", p.due(at), "{date}", p.payBy(at))),
		dot("Pay online or mail a check or money order with the attached payment stub. You can pay online now at www.irs.gov/payments."),
		head("If you disagree with the amount due"),
		text(fill("Call us at {phone} to review your account with a representative. Be sure to have your account information available when you call. "+
			"We'll assume you agree with the information in this notice if we don't hear from you.", "{phone}", n.Phone)),
		sec(p.word("Payment options", "If you can't pay the full amount now")),
		text("If you can't pay the full amount, pay as much as you can now and make payment arrangements. You can apply for a payment plan online at www.irs.gov/opa " +
			"if you owe $50,000 or less in tax, penalties and interest, or send Form 9465, Installment Agreement Request. A user fee of $" + p.word("31", "107", "178", "225") + " may apply."),
		text("If you're in bankruptcy, this notice isn't a demand for payment. See Publication 908 and call 1-800-973-0424."),
	}
}

func (p *press) doCP504() []part {
	n, at := p.n, noticed.PlaceProse
	by := "immediately"
	if n.PayBy != nil && p.chance(50) {
		by = "by " + p.payBy(at)
	}
	return []part{
		sec("What you need to do immediately"),
		head("Pay immediately"),
		dot(fill("Send us the amount due of {amount} {by}, or we may seize (levy) your state tax refund or other property on or after the 30th day from the date of this notice.", "{amount}", p.due(at), "{by}", by)),
		dot("Pay online or mail a check or money order with the attached payment stub. You can pay online now at www.irs.gov/payments."),
		head("If you can't pay the full amount"),
		text(fill("Pay as much as you can now and make payment arrangements, or call {phone}. See Form 9465, Form 433-F and Publication 594, The IRS Collection Process. User fee: $"+p.word("31", "130", "225")+".", "{phone}", n.Phone)),
		sec("What we may do next"),
		text("This is your notice of intent to levy under Internal Revenue Code section 6331(d). If you still owe after we take your state tax refund, we will send you a notice giving you a right to a hearing " +
			"before the IRS Independent Office of Appeals, if you have not already received one. Your right to a Collection Due Process hearing is explained in that notice, the LT11 or Letter 1058."),
		head("Denial or revocation of United States passport"),
		text(fill("On December 4, 2015, as part of the FAST Act, Congress enacted section 7345. A seriously delinquent federal tax debt (currently totaling more than ${limit}, including penalties and interest) may lead to certification by the State Department; see our CP508C.",
			"{limit}", p.word("50,000", "52,000", "55,000", "59,000", "62,000", "64,000"))),
		text("We can also file a Notice of Federal Tax Lien at any time to protect the government's interest. A lien is a public notice to your creditors."),
	}
}

func (p *press) doLT11() []part {
	n, at := p.n, noticed.PlaceProse
	parts := []part{
		sec(p.word("What you need to do immediately", "What you need to do")),
		head("Pay immediately"),
		dot(fill("Send us the amount due of {amount}, or we may seize (levy) your property on or after the end of the 30 days.", "{amount}", p.due(at))),
		dot("You can pay online at www.irs.gov/payments, or mail a check or money order with the payment coupon."),
		head("Right to request a Collection Due Process hearing"),
	}
	if n.Hearing != nil {
		parts = append(parts, text(fill("If you wish to appeal this proposed levy action, complete and mail the enclosed Form 12153, Request for a Collection Due Process or Equivalent Hearing, by {date}. ", "{date}", p.hearingBy(at))))
	} else {
		parts = append(parts, text("If you wish to appeal this proposed levy action, complete and mail the enclosed Form 12153, Request for a Collection Due Process or Equivalent Hearing, within 30 days from the date of this notice."))
	}
	parts = append(parts,
		text("Mail your request for a hearing to:"),
		as(n.HearTo.Lines...),
		text("Don't send it to the payment address. If you don't file Form 12153 in time, you may still ask for an Equivalent Hearing within one year; you would give up judicial review."),
		sec("Account details"),
	)
	if n.Multi() || p.chance(55) {
		parts = append(parts, p.periodTable())
	}
	return append(parts,
		head("If you can't pay the full amount"),
		text("Pay as much as you can now. You may qualify for an installment agreement (Form 9465; user fee $"+p.word("31", "107", "225")+"), or an offer in compromise (Form 656, $205 fee). "+
			"We may ask for a Form 433-A, 433-F or 433-B."),
		head("Passport"),
		text(fill("If your seriously delinquent tax debt is more than ${limit}, we may certify it to the State Department. See Notice CP508C.", "{limit}", p.word("52,000", "55,000", "59,000", "62,000", "64,000"))),
	)
}
