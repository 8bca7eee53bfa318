package wording

import (
	"slices"
	"strings"

	"noticed"
	"noticed/samples/notice"
)

// toPay is what to do about a bill.
func toPay(v Voice, n *notice.Notice) []Part {
	pay := v.Say("Pay the amount due of {amount}", "Send us {amount}", "Pay {amount}")
	if n.PayBy != nil {
		pay += v.Say(" by {pay_by}", " by {pay_by} to avoid additional penalty and interest charges", " on or before {pay_by}")
	} else {
		pay += v.Say(" now", " immediately", "")
	}
	agree := []Part{
		heading(v.Say("If you agree with the amount due", "If you agree with the amount due and you're not working with an IRS representative", "If you agree", "Pay immediately")),
		bullet(pay + "."),
		bullet(v.Say("Pay online or mail a check or money order with the attached payment stub. You can pay online now at www.irs.gov/payments.",
			"You can pay online at www.irs.gov/payments, by phone, or by check or money order.", "Mail your payment with the stub below, or scan the code and pay online.")),
	}
	disagree := []Part{
		heading(v.Say("If you disagree with the amount due", "If you disagree", "If you don't agree with this notice")),
		para(f(v.Say("Call us at %s to review your account with a representative. Be sure to have your account information available when you call. We'll assume you agree with the information in this notice if we don't hear from you.",
			"Please call %s. Have this notice and your records at hand.", "Call %s, or write to us at the address on this notice and tell us why."), n.Phone)),
	}
	if v.Chance(20) {
		agree, disagree = disagree, agree
	}
	head := section(v.Say("What you need to do immediately", "What you need to do immediately", "What you need to do", "Next steps", "What you should do now"))
	return slices.Concat([]Part{head}, agree, disagree)
}

func cannotPay(v Voice) []Part {
	return []Part{
		section(v.Say("Payment options", "If you can't pay the full amount now", "If we don't hear from you", "Need more time to pay?")),
		para(v.Say("If you can't pay the full amount, pay as much as you can now and make payment arrangements. You can apply for a payment plan online at www.irs.gov/opa if you owe $50,000 or less in tax, penalties and interest, or send Form 9465, Installment Agreement Request.",
			"You can ask for a payment plan at www.irs.gov/opa, or with Form 9465. If you owe more than $100,000 call us first.", "Apply for a short-term plan (up to 180 days, no fee) if you owe less than $100,000, or a monthly plan.") +
			v.Say("", " A user fee of $"+v.Say("31", "107", "178", "225")+" may apply.")),
		para(v.Say("If you're in bankruptcy, this notice isn't a demand for payment. See Publication 908 and call 1-800-973-0424.", "Offers in compromise (Form 656, fee $205) may be possible if you can't pay in full.")),
	}
}

func passportWords(v Voice) string {
	limit := v.Say("50,000", "52,000", "54,000", "55,000", "59,000", "62,000", "64,000")
	return f(v.Say("On December 4, 2015, as part of the FAST Act, Congress enacted section 7345. A seriously delinquent federal tax debt (currently totaling more than $%s, including penalties and interest) may be certified to the State Department; see our CP508C.",
		"If your seriously delinquent tax debt is more than $%s, the State Department may deny or revoke your passport.",
		"The law lets the State Department deny a passport application or revoke a passport of anybody whose tax debt exceeds $%s. See www.irs.gov/passports."), limit)
}

// periods is the table of tax periods.
func periods(v Voice, n *notice.Notice) Part {
	how, word, dollar := v.r.IntN(5), v.Chance(25), v.Chance(60)
	money := func(m noticed.Money) string {
		if dollar {
			return notice.Dollars(m)
		}
		return notice.Figures(m)
	}
	g := Grid{Columns: []Column{
		{Title: v.Say("Form", "Form number", "Type of tax", "Tax form")},
		{Title: v.Say("Tax period", "Tax period ending", "Period ending", "Tax period ended")},
	}}
	full := v.Chance(40)
	assessed := v.more.IntN(100) < 12 // a column of days that are no periods
	if full {
		g.Columns = append(g.Columns, Column{v.Say("Amount you owed", "Unpaid amount from prior notices", "Tax owed"), true},
			Column{v.Say("Additional penalty", "Penalty"), true}, Column{v.Say("Additional interest", "Interest"), true})
	}
	g.Columns = append(g.Columns, Column{v.Say("Amount due", "Amount you owe", "Total", "Amount owed"), true})
	turned := v.Chance(20) // the period first
	if turned {
		g.Columns[0], g.Columns[1] = g.Columns[1], g.Columns[0]
	}
	if assessed {
		g.Columns = slices.Insert(g.Columns, 2, Column{Title: "Assessment date"})
	}
	var sum noticed.Money
	missing := v.Say("Return not filed", "Return not filed", "Return due", "Not filed")
	for _, p := range n.Periods {
		form := p.Form
		if word && form != "CIVPEN" {
			form = "Form " + form
		}
		row := []Cell{cell(form), cell(notice.Spell(p, how))}
		if turned {
			row[0], row[1] = row[1], row[0]
		}
		switch {
		case p.Unstated && full:
			row = append(row, cell(""), cell(""), cell(""), cell(missing))
		case p.Unstated:
			row = append(row, cell(missing))
		case full:
			row = append(row, cell(money(p.Owed)), cell(money(p.Penalty)), cell(money(p.Interest)), Cell{money(p.Amount), "period_amount"})
		default:
			row = append(row, Cell{money(p.Amount), "period_amount"})
		}
		if assessed {
			row = slices.Insert(row, 2, cell(f("%02d/%02d/%d", 1+v.more.IntN(12), 1+v.more.IntN(28), p.End.Year+1)))
		}
		sum += p.Amount
		g.Rows = append(g.Rows, row)
	}
	if n.Kind == noticed.BalanceNone || n.Code == notice.LT16 && v.Chance(50) || !v.Chance(70) && n.Code != notice.CP523 {
		return table(g)
	}
	g.Total = make([]Cell, len(g.Columns))
	g.Total[0] = cell(v.Say("Total", "Total amount due", "Total of all periods"))
	figure := Cell{Text: notice.Dollars(sum)}
	if sum == n.Balance {
		figure.What = "balance"
	}
	if n.Code == notice.CP523 {
		g.Total[0] = cell(n.Apart[0].Label)
	}
	g.Total[len(g.Total)-1] = figure
	return table(g)
}

// figures shows how interest and penalty were figured: tables full of days and
// amounts that nothing hangs on.
func figured(v Voice, n *notice.Notice) []Part {
	from := n.Periods[0].End.AddDays(105)
	if !from.Before(n.Date.AddDays(-40)) {
		from = n.Date.AddDays(-40)
	}
	write := func(d noticed.Date) string { return f("%02d/%02d/%d", d.Month, d.Day, d.Year) }
	if v.Chance(50) {
		write = notice.Long
	}
	owed, penalty, interest := noticed.Money(0), noticed.Money(0), noticed.Money(0)
	for _, r := range n.Rows {
		switch r.Role {
		case noticed.AmountTax:
			owed += r.Value
		case noticed.AmountPenalty:
			penalty += r.Value
		case noticed.AmountInterest:
			interest += r.Value
		}
	}
	if owed <= 0 || interest <= 0 {
		return nil
	}
	days := n.Date.DaysSince(from)
	half := from.AddDays(days / 2)
	g := Grid{
		Columns: []Column{{Title: "Period"}, {"Days", true}, {"Interest rate", true}, {"Interest factor", true}, {"Amount due", true}, {v.Say("Interest charge", "Interest"), true}},
		Rows: [][]Cell{
			{cell(write(from) + " - " + write(half)), cell(f("%d", days/2)), cell("4.0%"), cell(f("0.0%08d", v.r.IntN(99_999_999))), cell(notice.Figures(owed)), cell(notice.Figures(interest / 3))},
			{cell(write(half) + " - " + write(n.Date)), cell(f("%d", days-days/2)), cell("5.0%"), cell(f("0.0%08d", v.r.IntN(99_999_999))), cell(notice.Figures(owed + interest/3)), cell(notice.Figures(interest - interest/3))},
		},
		Total: []Cell{cell("Total interest"), {}, {}, {}, {}, cell(notice.Dollars(interest))},
	}
	out := []Part{heading("Interest calculation"), para(v.Say("The table below shows the rates used to calculate the interest on your unpaid amount due.", "We figured interest as follows:")), table(g)}
	if penalty > 0 {
		out = append(out, heading("Penalty calculation"), table(Grid{
			Columns: []Column{{Title: "Penalty"}, {Title: "Dates"}, {"Unpaid amount", true}, {"Penalty rate", true}, {"Amount", true}},
			Rows:    [][]Cell{{cell("Failure-to-pay"), cell(write(from) + " - " + write(n.Date)), cell(notice.Figures(owed)), cell("0.5%"), cell(notice.Figures(penalty))}},
		}))
	}
	return out
}

// rest is the long remainder that no value hangs on, in one of its orders.
func rest(v Voice, n *notice.Notice) []Part {
	groups := [][]Part{
		{section("Penalties"), para("We are required by law to charge any applicable penalties."), heading("Failure-to-pay"),
			para(v.Say("We assess a 1/2% monthly penalty for not paying the tax you owe by the due date. We base the monthly penalty for paying late on the net unpaid tax at the beginning of each penalty month following the payment due date for that tax. It can't be more than 25% of the tax paid late. (Internal Revenue Code Section 6651)",
				"When you pay your taxes after the due date, we charge a penalty of 0.5% of the unpaid amount per month, up to 25%. (IRC Section 6651)")),
			para(f("For a detailed calculation of your penalty charges, call %s. If the return was more than 60 days late, the minimum penalty is the lesser of $%s or 100%% of the tax.", n.Phone, v.Say("210", "435", "485")))},
		{section(v.Say("Interest charges", "Interest")),
			para(v.Say("We are required by law to charge interest when you do not pay your liability on time. Generally, we calculate interest from the due date of your return (regardless of extensions) until you pay the amount you owe in full, including accrued interest and any penalty charges. Interest rates are variable and may change quarterly. (Internal Revenue Code Section 6601)",
				"Interest accrues on the unpaid balance, compounded daily, until it is paid in full. The rate is the federal short-term rate plus 3%.")),
			para("If the amount you owe is $100,000 or more, please make sure that your payment is received within 10 work days from the date of your notice. If it is less than $100,000, within 21 calendar days.")},
		{section("Removal or reduction of penalties"),
			para("We understand that circumstances, such as economic hardship, a family member's death, or loss of financial records due to natural disaster, may make it difficult for you to meet your taxpayer responsibility in a timely manner. If you would like us to consider removing or reducing any of your penalties, explain why and send us your signed statement. See Form 843.")},
		{section("Additional information"),
			bullet("Visit www.irs.gov/" + strings.ToLower(n.Code) + "."),
			bullet("For tax forms, instructions, and publications, visit www.irs.gov/formspubs or call 1-800-TAX-FORM (1-800-829-3676)."),
			bullet("Review the enclosed documents: Notice 746, Information About Your Notice, Penalty and Interest; Publication 594, The IRS Collection Process; Publication 1, Your Rights as a Taxpayer; Notice 1450."),
			bullet("Keep this notice for your records."),
			para("Generally, we deal directly with taxpayers or their authorized representatives. If you'd like us to speak with someone else, send Form 2848 or Form 8821."),
			para("If you need assistance, please don't hesitate to contact us. The Taxpayer Advocate Service can be reached at 1-877-777-4778 (Form 911).")},
		{section("If you already paid"),
			para(f("If you paid within the last 21 days, or your %d refund was applied to this balance, allow 60 days for your account to be updated. Payments we received after %s may not be shown. Amounts of less than $5 are not billed.",
				n.Date.Year-1, notice.Long(n.Date.AddDays(-12))))},
	}
	if v.Chance(45) {
		groups = append(groups, []Part{section("Other notices"),
			para(f("You may have received other notices, such as our CP501 or CP503, a CP504 or a CP2000 for %d. A CP49 tells you that a refund was applied. Letter 3172 tells you of a lien, the LT11 or Letter 1058 of your right to a hearing.", n.Periods[0].End.Year-1))})
	}
	if v.Chance(35) {
		groups[1] = append(groups[1], figured(v, n)...)
	}
	v.r.Shuffle(len(groups), func(i, j int) { groups[i], groups[j] = groups[j], groups[i] })
	var out []Part
	for _, g := range groups {
		out = append(out, g...)
	}
	return out
}
