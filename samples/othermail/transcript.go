package othermail

import (
	"fmt"
	"strings"

	"noticed"
	"noticed/samples/galley"
	"noticed/samples/notice"
	"noticed/samples/page"
)

// transcriptHead prints what every transcript begins with.
func (l *mail) transcriptHead(title string) {
	if l.chance(50) {
		l.Typewriter()
		l.Size, l.Lead = 9, 11.2
	}
	if l.chance(60) { // else nobody is named
		l.from("Internal Revenue Service", "Internal Revenue", "IRS")
		l.Set(13, page.Bold, l.word("Internal Revenue Service", "IRS  Internal Revenue Service"))
		l.Set(8.6, l.Face, "United States Department of the Treasury")
		l.Rule(0.8)
	}
	l.Center(l.Size, l.Strong, "This Product Contains Sensitive Taxpayer Data")
	l.Space(0.6)
	l.Center(l.Size+2.4, l.Strong, title)
	l.Space(0.6)
}

func month(d noticed.Date) string {
	return strings.ReplaceAll(fmt.Sprintf("%s. %02d, %d", d.Month.String()[:3], d.Day, d.Year), "May.", "May")
}

// cycle is a processing cycle: year, week and day.
func (l *mail) cycle() string { return fmt.Sprintf("%d%02d05", l.n.Year()+1, 12+l.r.IntN(40)) }

func (l *mail) accountTranscript() {
	l.transcriptHead("Account Transcript")
	n, how := l.n, one(l.r, galley.Columns, galley.Colon)
	end := noticed.Date{Year: n.Year(), Month: 12, Day: 31}
	dashes := func(d noticed.Date) string { return fmt.Sprintf("%02d-%02d-%d", d.Month, d.Day, d.Year) }
	l.Pairs(how, l.Face, l.Face,
		galley.P("Request Date", dashes(n.Date)), galley.P("Response Date", dashes(n.Date)), galley.P("Tracking Number", "10"+l.digits(10)))
	l.Space(0.7)
	l.Pairs(how, l.Face, l.Face,
		galley.P("FORM NUMBER", "1040"), galley.P("TAX PERIOD", month(end)),
		galley.P("TAXPAYER IDENTIFICATION NUMBER", l.masked()))
	l.Space(0.5)
	l.Lines(l.Left, strings.ToUpper(l.name())[:min(14, len(l.name()))], strings.ToUpper(n.Street)[:min(10, len(n.Street))])
	l.Space(0.5)
	interest, penalty := n.Balance/40, n.Balance/60
	l.Line("--- ANY MINUS SIGN SHOWN BELOW SIGNIFIES A CREDIT AMOUNT ---")
	l.Pairs(how, l.Face, l.Face,
		galley.P("ACCOUNT BALANCE", notice.Dollars(n.Balance)), galley.P("ACCRUED INTEREST", notice.Dollars(interest)+"   AS OF: "+month(n.Date.AddDays(7))),
		galley.P("ACCRUED PENALTY", notice.Dollars(penalty)+"   AS OF: "+month(n.Date.AddDays(7))), galley.P("ACCOUNT BALANCE PLUS ACCRUALS", notice.Dollars(n.Balance+interest+penalty)))
	l.Space(0.5)
	l.Center(l.Size, l.Strong, "** INFORMATION FROM THE RETURN OR AS ADJUSTED **")
	l.Pairs(how, l.Face, l.Face, galley.P("EXEMPTIONS", "0"+l.digits(1)), galley.P("FILING STATUS", l.word("Single", "Married Filing Joint")),
		galley.P("ADJUSTED GROSS INCOME", notice.Dollars(n.Balance*5)), galley.P("TAX PER RETURN", notice.Dollars(n.Balance)))
	l.Space(0.5)
	l.Center(l.Size, l.Strong, "TRANSACTIONS")
	filed := noticed.Date{Year: n.Year() + 1, Month: 4, Day: 15}
	rows := [][]string{
		{"150", "Tax return filed", fmt.Sprint(n.Year()+1) + "1205", dashes(filed), notice.Dollars(n.Balance)},
		{"n/a", "19221-099-00000-2", "", "", ""},
		{"806", "W-2 or 1099 withholding", "", dashes(filed), notice.Dollars(-n.Balance / 3)},
		{"276", "Penalty for late payment of tax", l.cycle(), dashes(filed.AddDays(60)), notice.Dollars(penalty)},
		{"196", "Interest charged for late payment", l.cycle(), dashes(filed.AddDays(60)), notice.Dollars(interest)},
		{"971", "Notice issued", "", dashes(filed.AddDays(60)), "$0.00"},
		{"n/a", l.word("CP 0014", "CP 0501", "CP 0503"), "", "", ""},
		{"971", l.word("Collection due process Notice of Intent to Levy -- issued", "Notice issued", "Installment agreement established"), "", dashes(filed.AddDays(240)), "$0.00"},
		{"582", "Lien placed on assets due to balance owed", "", dashes(filed.AddDays(300)), "$0.00"},
	}
	rows = rows[:5+l.r.IntN(5)]
	for day := 270; l.chance(80) && len(rows) < 26; day += 20 + l.r.IntN(40) {
		paid := l.money(400)
		rows = append(rows, [][]string{
			{"670", "Payment", "", dashes(filed.AddDays(day)), notice.Dollars(-paid)},
			{"196", "Interest charged for late payment", l.cycle(), dashes(filed.AddDays(day)), notice.Dollars(paid / 9)},
			{"971", "Installment agreement established", "", dashes(filed.AddDays(day)), "$0.00"},
			{"971", "Notice issued CP " + l.word("0503", "0504", "0071C", "0523"), "", dashes(filed.AddDays(day)), "$0.00"},
			{"290", "Additional tax assessed", l.cycle(), dashes(filed.AddDays(day)), notice.Dollars(paid * 3)},
		}[l.r.IntN(5)])
	}
	l.Table(galley.Table{
		Columns: []galley.Column{{Title: "CODE", Wide: 0.09}, {Title: "EXPLANATION OF TRANSACTION", Wide: 0.5}, {Title: "CYCLE", Wide: 0.11}, {Title: "DATE", Wide: 0.14}, {Title: "AMOUNT", Right: true}},
		Rows:    rows, Size: l.Size - 1, Plain: l.chance(50),
	})
	l.Center(l.Size, l.Strong, "This Product Contains Sensitive Taxpayer Data")
}

func (l *mail) wageTranscript() {
	l.transcriptHead(l.word("Wage and Income Transcript", "Record of Account", "Tax Return Transcript"))
	n, how := l.n, one(l.r, galley.Columns, galley.Colon)
	l.Pairs(how, l.Face, l.Face, galley.P("Request Date", slashed(n.Date)), galley.P("Response Date", slashed(n.Date)), galley.P("Tracking Number", "10"+l.digits(10)))
	l.Space(0.5)
	l.Pairs(how, l.Face, l.Face, galley.P("SSN Provided", l.masked()), galley.P("Tax Period Requested", fmt.Sprintf("December, %d", n.Year())))
	for range 3 + l.r.IntN(3) {
		l.Space(0.8)
		p := one(l.r, payers...)
		form := l.word("Form W-2 Wage and Tax Statement", "Form 1099-INT", "Form 1099-NEC", "Form 1099-G", "Form 1098")
		m := l.money(50_000)
		l.Need(12 * l.Lead)
		l.Center(l.Size+1, l.Strong, form)
		l.Pairs(how, l.Face, l.Face,
			galley.Pair{Label: "Payer's Federal Identification Number (FIN)", Values: []string{"XX-XXX" + l.digits(4), strings.ToUpper(p[0])[:4], "400 C"}},
			galley.Pair{Label: "Recipient's Identification Number", Values: []string{"XXX-XX-" + l.digits(4), strings.ToUpper(l.name())[:4]}},
			galley.P("Submission Type", "Original document"), galley.P("Amount reported", notice.Dollars(m)), galley.P("Tax Withheld", notice.Dollars(m/10)))
	}
}
