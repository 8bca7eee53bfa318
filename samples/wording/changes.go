package wording

import (
	"noticed"
	"noticed/samples/notice"
)

func reason(v Voice) string {
	return v.Say("Total income", "Taxable income", "Tax computation", "Earned income credit", "Child tax credit", "Estimated tax payments", "Recovery rebate credit", "Self-employment tax", "Withholding")
}

// adjusted is CP21A and CP22A: a bill after a change that was asked for.
func adjusted(v Voice, n *notice.Notice) Notice {
	form := n.Periods[0].Form
	w := Notice{
		Large: f(v.Say("Changes to your {year} Form %s", "Changes to your {year} Form %s", "Changes to your {year} Form %s", "We made changes to your {year} Form %s"), form),
		Label: v.Say("Amount due", "Amount due", "Amount due", "Amount you owe", "Total amount due"), Summary: summary(v), Total: byDate(v),
		Opening: []Part{
			para(f(v.Say("Based on the information you provided, we changed your %d Form %s to correct your:", "As you requested, we changed your account for %d (Form %s) to correct your:", "We made the changes you asked for to your %d Form %s. They concern your:"), n.Year(), form)),
			bullet(reason(v)), bullet(reason(v)),
			para(v.Say("As a result, you owe {amount}.", "As a result of this change, you have a balance due of {amount}.", "You now owe {amount}, which includes penalty and interest.")),
			para(v.Say("Please pay by {pay_by}.", "Pay {amount} by {pay_by} to avoid additional penalty and interest charges.", "If you don't pay by {pay_by}, interest will increase.")),
		},
	}
	if n.Code == notice.CP22A && v.Chance(40) {
		w.Small = v.Say("Data processing adjustment notice - balance due", "We changed your account")
	}
	w.Parts = append(toPay(v, n), cannotPay(v)...)
	w.Parts = append(w.Parts, rest(v, n)...)
	return w
}

// mathDue is CP11: an error on the return leaves a balance.
func mathDue(v Voice, n *notice.Notice) Notice {
	form := n.Periods[0].Form
	w := Notice{
		Large: f(v.Say("Changes to your {year} Form %s", "We made changes to your {year} Form %s; you owe", "Changes to your {year} Form %s: balance due", "We found a miscalculation on your {year} Form %s"), form),
		Label: v.Say("Amount due", "Amount due", "Amount due", "Amount you owe"), Summary: summary(v), Total: byDate(v),
		Opening: []Part{
			para(f(v.Say("We found a miscalculation on your %d Form %s, which affects the following area of your return:", "We believe there's an error on your %d Form %s. It affects:", "We changed your %d Form %s because of an error in:"), n.Year(), form)),
			bullet(reason(v)),
			para(v.Say("We changed your return to correct this error. As a result, you owe {amount}.", "As a result you have a balance due of {amount}.")),
			para(v.Say("Pay by {pay_by} to avoid additional penalty and interest.", "If you don't pay {amount} by {pay_by}, interest will increase.")),
		},
	}
	w.disputeBy(v, n)
	w.Parts = append(toPay(v, n), disputing(v, n)...)
	w.Parts = append(w.Parts, comparison(v, n)...)
	w.Parts = append(w.Parts, cannotPay(v)...)
	w.Parts = append(w.Parts, rest(v, n)...)
	return w
}

// disputeBy prints the day for a dispute on page 1; in bold, as the law asks from
// the end of 2026 on.
func (w *Notice) disputeBy(v Voice, n *notice.Notice) {
	if n.DisputeBy == nil {
		return
	}
	if v.Chance(70) {
		w.Act = v.Say("Request abatement by {dispute_by}", "Last day to dispute these changes: {dispute_by}", "Dispute this change by {dispute_by}", "If you disagree, contact us by {dispute_by}")
	}
	w.Opening = append(w.Opening, para(v.Say("If you disagree, you must tell us by {dispute_by}.", "You have until {dispute_by} to ask us to reverse the change.")))
}

// disputing is the sentence on the sixty days.
func disputing(v Voice, n *notice.Notice) []Part {
	by := v.Say("within 60 days from the date of this notice", "within 60 days of the date of this notice", "within 60 days")
	if n.DisputeBy != nil {
		by = "by {dispute_by}"
	}
	return []Part{
		heading(v.Say("If you disagree with the changes we made", "If you don't agree with the changes", "Your right to dispute")),
		para(f(v.Say("If you contact us %s, we will reverse the change we made to your account.", "You can ask us to reverse the change %s, by mail or phone.", "Contact us %s if you disagree; we will reverse the change and may forward your case for audit.")+
			v.Say("", " If you don't, the change can't be reversed and you would have to pay first before you can ask for a refund."), by)),
	}
}

// comparison sets the return beside what the IRS made of it. An amount due
// stands in parentheses there.
func comparison(v Voice, n *notice.Notice) []Part {
	last := func(m noticed.Money) string { // positive is owed
		if m > 0 {
			return "(" + notice.Figures(m) + ")"
		}
		return notice.Figures(-m)
	}
	income := 100 * noticed.Money(18_000+v.r.IntN(120_000))
	taxable := income - income/5
	g := Grid{
		Columns: []Column{{Title: v.Say("Description", "Line")}, {v.Say("Your calculations", "Amount on your return", "On your return"), true}, {v.Say("IRS calculations", "As corrected by the IRS", "Our calculations"), true}},
		Rows: [][]Cell{
			{cell("Adjusted gross income"), cell(notice.Dollars(income)), cell(notice.Dollars(income))},
			{cell("Taxable income"), cell(notice.Figures(taxable - 1_000_00)), cell(notice.Figures(taxable))},
			{cell(v.Say("Refund or (amount due)", "Refund or (amount due)", "Refund or amount you owe")), cell(last(n.Claimed)), cell(last(n.Balance))},
		},
	}
	return []Part{section(v.Say("Changes to your tax return", "Your tax calculations", "How we figured your tax")), table(g)}
}

// mathRefund is CP12: an error on the return changes the refund.
func mathRefund(v Voice, n *notice.Notice) Notice {
	form := n.Periods[0].Form
	w := Notice{
		Large: f(v.Say("Changes to your {year} Form %s", "Changes to your {year} Form %s", "We changed your {year} Form %s refund", "We corrected your {year} Form %s"), form),
		Label: v.Say("Refund due", "Refund due", "Your refund", "Amount of refund", "Your refund is"), Figure: "{refund}", Sum: v.Say("{refund}", "{refund}", "{amount}"),
		Summary: v.Say("Summary", "Summary", "Refund summary", "Billing Summary"),
		Total:   v.Say("Refund due", "Refund due", "Your refund", "Amount of refund"),
		Stub:    v.stub(),
		Opening: []Part{
			para(f(v.Say("We believe there's an error on your %d Form %s, which affects the following area of your return:", "We found a miscalculation on your %d Form %s and corrected it. It affects:"), n.Year(), form)),
			bullet(reason(v)),
			para(v.Say("We changed your return to correct this error. As a result, you are due a refund of {refund}.", "You will receive a refund of {refund}, if you owe no other tax or debt we are required to collect.", "As a result, your refund is {refund}.")),
		},
	}
	w.disputeBy(v, n)
	w.Parts = append(w.Parts, section(v.Say("What you need to do", "Next steps")), heading(v.Say("If you agree with the changes", "If you agree")),
		para(v.Say("You don't need to do anything. You should receive your refund of {refund} in 4-6 weeks.", "If you haven't already received a refund check for {refund}, you should within 6 weeks.")))
	w.Parts = append(w.Parts, disputing(v, n)...)
	w.Parts = append(w.Parts, comparison(v, n)...)
	w.Parts = append(w.Parts, rest(v, n)...)
	return w
}

// applied is CP49: a refund went to other tax.
func applied(v Voice, n *notice.Notice) Notice {
	w := Notice{
		Large:  v.Say("Your refund was applied to tax you owe", "Your refund was applied to tax you owe", f("We applied your {year} Form %s overpayment to an unpaid balance", n.Periods[0].Form), "We applied your {year} refund to tax you owe"),
		Label:  v.Say("Refund due", "Refund due", "Your remaining refund"),
		Figure: "{refund}", Sum: "{refund}",
		Summary: v.Say("Summary", "Refund summary", "How we applied your refund", "Billing Summary"),
		Total:   v.Say("Remaining refund", "Refund left", "Refund you will receive", "Refund due"),
		Stub:    v.stub(),
	}
	whole := abs(n.Claimed)
	if n.Rows[0].Label == "Refund due" { // of the whole: the rest needs another name
		w.Total = v.Say("Remaining refund", "Refund left", "Refund you will receive")
		w.Label = ""
		if v.Chance(30) {
			w.Label, w.Figure = "Refund due", whole
		}
	}
	to := n.Applied[0]
	w.Opening = []Part{
		para(f(v.Say("We applied all or part of your %d Form %s refund of %s to the amount you owe for other tax years.", "Your %d Form %s overpayment of %s was used to pay other federal tax you owe."), n.Year(), n.Periods[0].Form, whole)),
		para(f(v.Say("We applied %s to your unpaid balance for %d (Form %s).", "%s went to your %d Form %s."), notice.Dollars(to.Amount), to.End.Year, to.Form)),
	}
	w.Parts = append(w.Parts, section(v.Say("What you need to do", "Next steps")),
		para(v.Say("You don't need to do anything if you agree. If a refund is left, you will receive it within 2-3 weeks.", "Nothing has to be paid on this notice. We will notify you of any balance that is left for the other year.")),
		para(f("If you disagree, or the other debt is your spouse's, call %s or see Form 8379, Injured Spouse Allocation.", n.Phone)))
	w.Parts = append(w.Parts, rest(v, n)...)
	return w
}

// held is CP05: a refund waits for a review.
func held(v Voice, n *notice.Notice) Notice {
	w := Notice{
		Small: v.Say("", "Message about your {year} tax return", "Message about your {year} Form "+n.Periods[0].Form),
		Large: v.Say("We're holding your refund until we finish reviewing your tax return", "We're holding your refund until we finish reviewing your tax return", "We are reviewing your tax return and holding your refund"),
		Stub:  v.stub(),
		Opening: []Part{
			para(f(v.Say("We're reviewing your %d Form %s. We're holding your refund until we finish the review.", "We received your %d Form %s and are reviewing it to make sure your income, withholding and credits are right."), n.Year(), n.Periods[0].Form)),
			para(v.Say("You don't need to do anything at this time. If you don't hear from us, please allow 60 days from the date of this notice before you call.", "Allow us 60 days. Do not call before then.")),
		},
	}
	w.Parts = append(w.Parts, section(v.Say("What you need to do", "What to expect")), bullet("If you filed this return, you don't have to do anything now."),
		bullet(f("If you didn't file it, someone may have used your name. Call %s.", n.Phone)),
		bullet(v.Say("You can check your refund at www.irs.gov/refunds.", "We may contact you or a third party, such as your employer, for wage information.")),
		section("Your refund"), para(f("Your return showed a refund of %s. We'll send it, or tell you why not, after our review. Interest may be added after 45 days.", notice.Dollars(noticed.Money(300_00+v.r.IntN(9_000_00))))))
	w.Parts = append(w.Parts, rest(v, n)...)
	return w
}

// unfiled is CP515: a return was not received.
func unfiled(v Voice, n *notice.Notice) Notice {
	form := n.Periods[0].Form
	w := Notice{
		Small: v.Say("", "", "Reminder", "Important reminder"),
		Large: f(v.Say("You didn't file a Form %s tax return", "You didn't file a Form %s tax return", "We haven't received your {year} Form %s", "Reminder: You didn't file a {year} Form %s tax return"), form),
		Stub:  Contact,
		Opening: []Part{para(f(v.Say("We previously contacted you about your %d Form %s. Our records show you still haven't filed it.", "This is a reminder. You haven't filed a tax return for %d (Form %s), or we have no record of it."), n.Year(), form)),
			para(f("Our first notice was dated %s.", notice.Long(n.Prior)))},
	}
	by := v.Say("immediately", "now")
	if n.ReplyBy != nil {
		by = "by {reply_by}"
		w.Opening = append(w.Opening, para(v.Say("Please file your return or respond by {reply_by}.", "You must file or answer by {reply_by}.", "Respond by {reply_by}, even if you don't have to file.")))
	}
	w.Parts = []Part{
		section(v.Say("What you need to do immediately", "What you need to do")),
		heading(v.Say("If you're required to file", "File your return")),
		bullet(f("File your Form %s %s, and include full payment of any tax due.", form, by)),
		heading(v.Say("If you don't think you need to file, or already filed", "If you don't have to file")),
		bullet("Complete the Response form and send it to us:"),
		lines(n.ReplyTo.Lines...),
		heading("If we don't hear from you"),
		para(v.Say("We may determine your tax for you and send you a bill with penalties and interest. You would lose the right to a refund after 3 years.", "We will calculate your tax from the income others reported to us, without exemptions or credits you may be entitled to.")),
	}
	w.Parts = append(w.Parts, rest(v, n)...)
	w.Pages = []Page{{Title: "Response form", Foot: "Form 15103 (Rev. 11-2022)", Parts: []Part{
		para("Complete both sides of this form and send it to us in the enclosed envelope."),
		tick("I already filed. Name on the return: ____________  Date filed: ____________"),
		tick("I am filing late. My return is enclosed, signed and dated."),
		tick("I don't have to file. My income was less than $________ and I was not self-employed (more than $400)."),
		tick("The taxpayer is deceased. Date of death: ____________"),
		lines("Signature ______________________   Date ____________   Phone ______________"),
	}}}
	return w
}

// stub chooses what is torn off where nothing is to be paid.
func (v Voice) stub() Stub {
	if v.Chance(55) {
		return Contact
	}
	return NoStub
}
