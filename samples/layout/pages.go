package layout

import (
	"fmt"
	"strings"

	"noticed/samples/notice"
	"noticed/samples/page"
)

func cut(s string) (string, string, bool) { return strings.Cut(s, "|") }

// rest pours the running text into what is left of page 1 and into the pages
// behind it, and prints the coupon.
func (p *press) rest(parts []part, y, couponTop float64) {
	p.sheet.Begin()
	f := &flow{p: p, x: p.left, right: p.right, y: y, bottom: couponTop - 22}
	if p.noStub() {
		f.bottom = 744
	}
	p.sides(f)
	left := f.run(parts)
	if !p.noStub() {
		p.couponAt(couponTop)
	}
	if len(left) > 0 {
		p.sheet.Begin()
		p.sheet.Right(p.m, p.right, f.bottom+13, p.base-0.6, page.Regular, p.word("Continued on back...", "Continued on back\u2026"))
	}
	for len(left) > 0 && p.number() < p.s.MaxPages {
		p.newSheet()
		p.repeat()
		p.sheet.Begin()
		f = &flow{p: p, x: p.left, right: p.right, y: 112, bottom: 742}
		if p.s.Design == Redesign {
			f.y = 66
		}
		last := p.number() == p.s.MaxPages
		if p.s.CouponLast && last {
			f.bottom = 792 - 14 - p.coupon - 22
		}
		p.sides(f)
		left = f.run(left)
	}
	if p.s.CouponLast {
		if f.y > 792-14-p.coupon-10 {
			p.newSheet()
			p.repeat()
		}
		p.couponAt(792 - 14 - p.coupon)
	}
}

// sides sets a flow's headings in the margin, if the notice does that.
func (p *press) sides(f *flow) {
	if p.say.sideHeads {
		f.side, f.sideX, f.sideEnd = true, p.left, p.left+118
		f.x = p.left + 132
	}
}

// boilerplate is the long rest of a notice, in one of its orders.
func (p *press) boilerplate() []part {
	n := p.n
	year := fmt.Sprint(n.Date.Year - 1)
	groups := [][]part{
		{
			sec("Penalties"),
			text("We are required by law to charge any applicable penalties."),
			head("Failure-to-pay"),
			text("We assess a 1/2% monthly penalty for not paying the tax you owe by the due date. We base the monthly penalty for paying late on the net unpaid tax at the beginning of each penalty month following the payment due date for that tax. " +
				"This penalty applies even if you filed the return on time. It can't be more than 25% of the tax paid late. (Internal Revenue Code Section 6651)"),
			text("For a detailed calculation of your penalty charges, call " + n.Phone + ". If the return was more than 60 days late, the minimum penalty is the lesser of $" + p.word("210", "435", "485") + " or 100% of the tax."),
		},
		{
			sec("Interest charges"),
			text("We are required by law to charge interest when you do not pay your liability on time. Generally, we calculate interest from the due date of your return (regardless of extensions) until you pay the amount you owe in full, including accrued interest and any penalty charges. " +
				"Interest on some penalties accrues from the date we notify you of the penalty until it is paid in full. Interest on other penalties, such as failure to file a tax return, starts from the due date or extended due date of the return. Interest rates are variable and may change quarterly. (Internal Revenue Code Section 6601)"),
			text("If the amount you owe is $100,000 or more, please make sure that your payment is received within 10 work days from the date of your notice. If it is less than $100,000, within 21 calendar days."),
		},
		{
			sec("Removal or reduction of penalties"),
			text("We understand that circumstances, such as economic hardship, a family member's death, or loss of financial records due to natural disaster, may make it difficult for you to meet your taxpayer responsibility in a timely manner. " +
				"If you would like us to consider removing or reducing any of your penalties, identify which penalty charges you would like us to reduce, explain why and send us your signed statement. See Form 843."),
		},
		{
			sec("Additional information"),
			dot("Visit www.irs.gov/" + strings.ToLower(n.Code) + "."),
			dot("For tax forms, instructions, and publications, visit www.irs.gov/formspubs or call 1-800-TAX-FORM (1-800-829-3676)."),
			dot("Review the enclosed documents: Notice 746, Information About Your Notice, Penalty and Interest; Publication 594, The IRS Collection Process; Publication 1660, Collection Appeal Rights; Publication 1, Your Rights as a Taxpayer; Notice 1450."),
			dot("Keep this notice for your records."),
			text("Generally, we deal directly with taxpayers or their authorized representatives. If you'd like us to speak with someone else, send Form 2848 or Form 8821."),
			text("If you need assistance, please don't hesitate to contact us. The Taxpayer Advocate Service can be reached at 1-877-777-4778 (Form 911)."),
		},
		{
			sec("If you already paid"),
			text(fill("If you paid within the last 21 days, or your {year} refund was applied to this balance, allow 60 days for your account to be updated. Payments we received after {prior} may not be shown. Amounts of less than $5 are not billed.",
				"{year}", year, "{prior}", notice.Long(n.Date.AddDays(-12)))),
		},
		{
			sec("Earlier notices"),
			text(fill("You may have received other notices before this one, such as our CP501 or CP503, or a CP2000 for {other}. A CP49 tells you that a refund was applied. You can appeal this notice through the Collection Appeals Program (Form 9423), see Publication 1660.",
				"{other}", fmt.Sprint(n.Year()-1))),
			text("If you have an installment agreement, a CP523 would tell you that we intend to end it. Letter 3172 tells you of a lien."),
		},
	}
	p.r.Shuffle(len(groups), func(i, j int) { groups[i], groups[j] = groups[j], groups[i] })
	var out []part
	for _, g := range groups {
		out = append(out, g...)
	}
	return out
}

// stufferPage is the bilingual sheet on help in other languages.
func (p *press) stufferPage() {
	p.newSheet()
	s := p.sheet
	s.Begin()
	s.Center(p.m, 306, 60, 14, page.Bold, "Need this notice in another language?")
	f := flow{p: p, x: p.left, right: p.right, y: 84, bottom: 740}
	f.run([]part{
		text("If you have trouble reading English and want to receive written communications from the IRS in an alternative language, visit www.irs.gov/languages or send Schedule LEP (Form 1040)."),
		sec("Espa\u00f1ol"),
		text("Si necesita ayuda para entender este aviso, llame al 1-800-829-1040. Este aviso es importante: la fecha de vencimiento est\u00e1 en la primera p\u00e1gina. La cantidad adeudada y el a\u00f1o tributario no cambian por solicitar ayuda. Vea la Publicaci\u00f3n 850."),
		text("Para formularios y publicaciones en espa\u00f1ol, visite www.irs.gov/espanol. Cantidad adeudada: vea la primera p\u00e1gina. El aviso CP14 en espa\u00f1ol es el CP714."),
		sec("Fran\u00e7ais"),
		text("Pour obtenir de l'aide dans votre langue, appelez le 1-833-553-9895 de 7 h 00 \u00e0 19 h 00."),
		sec("Accessibility"),
		text("For notices in large print, braille or audio, visit www.irs.gov/accessible or call 1-833-690-0598. Send Form 9000 to the address on page 1."),
	})
	if p.chance(70) {
		s.Put(p.left, 764, 7.6, page.Regular, "Publication 5556 (Rev. 1-2023)  Catalog Number 74041G  Department of the Treasury  Internal Revenue Service  www.irs.gov")
	}
}
