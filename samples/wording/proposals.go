package wording

import (
	"noticed"
	"noticed/samples/notice"
)

// proposal is CP2000.
func proposal(v Voice, n *notice.Notice) Notice {
	form := n.Periods[0].Form
	w := Notice{
		Large:   f(v.Say("Proposed changes to your {year} Form %s", "Proposed changes to your {year} Form %s", "We propose changes to your {year} Form %s", "Proposed changes to your {year} tax return (Form %s)"), form),
		Label:   v.Say("Amount due", "Amount due", "Amount owed", "Proposed balance due", "Proposed amount due"),
		Summary: v.Say("Summary of proposed changes", "Summary of proposed changes", "Summary of Proposed Changes", "Proposed changes"),
		Total:   v.Say("Amount due", "Amount owed", "Proposed balance due", "Proposed amount due"),
		Stub:    NoStub,
	}
	owe := v.Say("If our information is correct, you will owe {amount} (including interest).", "As a result, we propose that you owe {amount}.", "The changes we propose come to {amount}.")
	switch {
	case n.Asked() == noticed.BalanceRefund:
		w.Label, w.Figure = v.Say("Refund due", "Proposed refund", "Your refund"), "{refund}"
		w.Total, w.Sum = v.Say("Refund due", "Proposed refund", "Refund"), v.Say("{refund}", "{refund}", "{amount}")
		owe = v.Say("If our information is correct, you are due a refund of {refund}.", "You would receive a refund of {refund}.")
	case n.PayBy != nil:
		w.Total = v.Say("Amount due by {pay_by}", "Amount due by {pay_by}", "Proposed balance due by {pay_by}")
	}
	if len(n.PayTo.Lines) > 0 {
		w.Stub = Payment
	}
	w.Opening = []Part{para(f(v.Say("The income and payment information we have on file doesn't match entries on your %d Form %s.", "Information others reported to us doesn't match your %d Form %s.",
		"We received information from third parties that differs from what you reported on your %d Form %s."), n.Year(), form)), para(owe)}
	by := v.Say("within 30 days from the date of this notice", "within 30 days of the date of this letter")
	if n.ReplyBy != nil {
		by = "by {reply_by}"
		if v.Chance(30) {
			w.Act = v.Say("Respond by {reply_by}", "Please respond by {reply_by}", "You must return the Response form by {reply_by}")
		}
		w.Opening = append(w.Opening, para(v.Say("Please respond by {reply_by}.", "You need to respond to this notice by {reply_by}.", "We need your answer by {reply_by}, whether you agree or not.", "Respond by {reply_by}.")))
	} else {
		w.Opening = append(w.Opening, para(f("Please respond %s.", by)))
	}
	w.Opening = append(w.Opening, para(v.Say("This isn't a bill.", "This notice isn't a bill. It's a proposal.", "This is not an audit.")))
	w.Parts = []Part{
		section(v.Say("What you need to do immediately", "What you need to do")),
		para("Review this notice, and compare our changes to the information on your tax return."),
		heading("If you agree with the changes we made"),
		bullet(f(v.Say("Complete, sign and date the Response form, and mail it to us so we receive it %s.", "Sign and return the Response form %s."), by)),
		heading("If you don't agree with the changes"),
		bullet(f(v.Say("Complete the Response form and send it to us with a signed statement and any documents that support your claim so we receive it %s.", "Tell us why on the Response form, %s."), by)),
		lines(n.ReplyTo.Lines...),
		section(v.Say("If we don't hear from you", "If you don't respond")),
		para(f(v.Say("If we don't receive your response %s, we will send you a Statutory Notice of Deficiency followed by a final bill. During this time interest will increase and penalties may apply.",
			"Unless you answer %s, a notice of deficiency (CP3219A) follows. You then have 90 days to petition the Tax Court."), by)),
		section(f("Changes to your %d tax return", n.Year())),
		payers(v, n),
		table(computation(v, n)),
		para(v.Say("Your income: the payers above reported these amounts to us for you. You may have reported them on another line.", "Misidentified income: if any of it isn't yours, send us the name and address of the person who received it.")),
	}
	w.Parts = append(w.Parts, rest(v, n)...)
	w.Pages = []Page{response(v, n)}
	return w
}

// payers is the table of what was reported, a row for each payer.
func payers(v Voice, n *notice.Notice) Part {
	dollar := v.Chance(50)
	money := func(m noticed.Money) string {
		if dollar {
			return notice.Dollars(m)
		}
		return notice.Figures(m)
	}
	g := Grid{Columns: []Column{
		{Title: v.Say("Received from", "Payer", "Information reported to us")}, {Title: v.Say("Form", "Document")}, {Title: v.Say("Income", "Type of income")},
		{v.Say("Shown on return", "On your return"), true}, {v.Say("Reported to IRS by others", "Reported by others", "As corrected"), true}, {"Difference", true},
	}}
	for _, p := range n.Payers {
		g.Rows = append(g.Rows, []Cell{cell(p.Name), cell(p.Form), cell(p.Item), cell(money(p.Shown)), cell(money(p.Reported)), cell(money(p.Reported - p.Shown))})
	}
	return table(g)
}

// computation sets the tax of the return beside the corrected one.
func computation(v Voice, n *notice.Notice) Grid {
	more := n.Rows[0].Value
	tax := noticed.Money(800_00 + v.r.IntN(9_000_00))
	if more < 0 {
		tax -= more
	}
	income := 6 * tax
	row := func(label string, on, corrected noticed.Money) []Cell {
		return []Cell{cell(label), cell(notice.Figures(on)), cell(notice.Figures(corrected)), cell(notice.Figures(corrected - on))}
	}
	return Grid{
		Columns: []Column{{Title: v.Say("Your tax computation", "Tax computation", "Description")}, {"Shown on return", true}, {v.Say("As corrected by IRS", "IRS calculations"), true}, {"Difference", true}},
		Rows: [][]Cell{
			row("Taxable income", income, income+4*more), row("Tax", tax, tax+more), row(v.Say("Total tax", "Net tax increase"), tax, tax+more),
		},
	}
}

// response is the form that comes with a CP2000.
func response(v Voice, n *notice.Notice) Page {
	return Page{Title: v.Say("Response form", "CP2000 Response form", "Response Form"), Foot: v.Say("", f("CP2000 (Rev. %d-%d)", 1+v.r.IntN(12), n.Date.Year-1)), Parts: []Part{
		para("Complete this form and send it to us in the enclosed envelope, or fax it. Keep a copy for your records."),
		heading("1. Indicate your agreement or disagreement"),
		tick("I agree with all changes. I understand that I owe the tax, penalties and interest shown and consent to immediate assessment (sign below)."),
		tick("I don't agree with some or all of the changes. I have enclosed a signed statement and documents."),
		heading("2. Indicate your payment option if you agree"),
		tick("I'm enclosing full payment."), tick("I'm enclosing a partial payment of $____________."), tick("I can't pay now; please send Form 9465."),
		heading("3. Authorization (optional)"),
		lines("Name ____________________________   Phone ____________________", "Signature _______________________   Date ____________", "Spouse's signature ________________   Date ____________"),
	}}
}

// deficiency is CP3219A and CP3219N.
func deficiency(v Voice, n *notice.Notice) Notice {
	w := Notice{
		Small:   v.Say("Notice of Deficiency", "Notice of Deficiency", "Statutory Notice of Deficiency", "Notice of deficiency"),
		Large:   v.Say("Increase in tax and notice of your right to challenge", "Increase in tax and notice of your right to challenge", "Proposed increase in tax and notice of your right to challenge", "We determined an increase in your tax"),
		Label:   v.Say("Amount due", "Amount due", "", "Proposed amount due"),
		Summary: v.Say("Summary", "Summary", "Summary of deficiency", "Proposed changes"),
		Total:   v.Say("Amount due", "Amount due", "Total", "Proposed amount due"),
		Stub:    NoStub,
	}
	first := v.Say("We determined that there's a deficiency (increase) in your %d income tax (Form %s).", "We have determined a deficiency in your income tax for the year %d (Form %s).")
	if n.Code == notice.CP3219N {
		first = v.Say("We haven't received your tax return for %d (Form %s). We figured your tax from the income reported to us.", "We have no record of receiving your %d tax return (Form %s). We've calculated your tax, penalty and interest.")
	}
	w.Opening = []Part{para(f(first, n.Year(), n.Periods[0].Form)),
		para(v.Say("If you disagree, you have the right to challenge our increase in your tax by petitioning the U.S. Tax Court.", "You may contest this determination in the United States Tax Court before making any payment.")),
		para(v.Say("Your petition to the Tax Court must be filed by {petition_by}.", "The last day to file a petition with the Tax Court is {petition_by}.", "You have until {petition_by} to file a petition.")),
	}
	days := "90"
	if n.Country != "" {
		days = "150"
	}
	w.Parts = []Part{
		section(v.Say("What you need to do", "What you need to do immediately", "You have the right to petition the Tax Court")),
		heading("If you agree with the proposed changes"),
		para(v.Say("Sign the enclosed Form 5564, Notice of Deficiency - Waiver, and send it to us:", "Return the signed waiver to:")),
		lines(n.ReplyTo.Lines...),
		heading("If you disagree and want to petition the Tax Court"),
		para(f(v.Say("You have %s days from the date of this notice to file a petition (150 days if this notice is addressed to a person outside the United States). The Tax Court can't consider your case if the petition is filed late. The petition must be filed by {petition_by}.",
			"File your petition within %s days. We can't extend the time to petition beyond {petition_by}, which the law set."), days)),
		lines("United States Tax Court", "400 Second Street, NW", "Washington, DC 20217"),
		para("You can get petition forms and the filing fee ($60) at www.ustaxcourt.gov. Small tax cases are those of $50,000 or less a year."),
	}
	if n.Code == notice.CP3219A {
		w.Parts = append(w.Parts, section("Changes to your tax return"), payers(v, n))
	} else {
		w.Parts = append(w.Parts, section("If you file your return"), para(f("Send us your signed %d return. You can still petition the Tax Court in the meantime; filing a return doesn't extend the time to do so.", n.Year())))
	}
	w.Parts = append(w.Parts, rest(v, n)...)
	w.Pages = []Page{{Title: v.Say("Notice of Deficiency - Waiver", "Form 5564  Notice of Deficiency - Waiver"), Foot: "Form 5564 (Rev. " + v.Say("6-1992", "3-2019", "7-2021") + ")  Catalog Number 62400M", Parts: []Part{
		para("Name, SSN and address of taxpayer: as on page 1. Kind of tax: income. Copy to authorized representative."),
		{Kind: Table, Grid: Grid{Columns: []Column{{Title: "Tax year ended"}, {"Deficiency", true}, {"Penalties or additions to tax", true}},
			Rows: [][]Cell{{cell(notice.Long(n.Periods[0].End)), cell(notice.Dollars(n.Rows[0].Value)), cell(notice.Dollars(penalties(n)))}}}},
		para("I consent to the immediate assessment and collection of the deficiencies (increase in tax and penalties) shown above, plus any interest. I waive the requirement under section 6532(a)(1) that a notice of claim disallowance be sent to me."),
		lines("Your signature ______________________   Date ____________", "Spouse's signature __________________   Date ____________"),
		para("If you agree, sign and return this form. If you don't sign it, and don't file a petition in time, we will assess the tax and bill you."),
	}}}
	return w
}

func penalties(n *notice.Notice) noticed.Money {
	var sum noticed.Money
	for _, r := range n.Rows {
		if r.Role == noticed.AmountPenalty {
			sum += r.Value
		}
	}
	return sum
}
