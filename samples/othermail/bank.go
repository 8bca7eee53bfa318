package othermail

import (
	"fmt"

	"noticed"
	"noticed/samples/galley"
	"noticed/samples/notice"
	"noticed/samples/page"
)

// bankHead prints the letterhead of an invented bank and the address window.
func (l *mail) bankHead() string {
	b := one(l.r,
		[2]string{"First Meadow Savings Bank", "Meadow"}, [2]string{"Copperfield National Bank, N.A.", "Copperfield"},
		[2]string{"Tri-Lakes Credit Union", "Tri-Lakes"}, [2]string{"Harborline Bank", "Harborline"})
	l.from(b[0], b[1])
	l.letterhead(b[0], l.word("1 Banking Plaza, Riverton, WY 82501-0001    Member FDIC", "PO Box 1040, Dover, DE 19903    Equal Housing Lender"))
	l.window()
	return b[0]
}

func (l *mail) bankTerms() {
	bank := l.bankHead()
	l.Line(l.day(0))
	l.Space(1)
	l.Set(l.Size, page.Bold, "Account ending in "+l.digits(4)+": change to your terms")
	l.Space(0.6)
	l.Para("Dear Customer:")
	l.Para("Starting " + l.day(30) + ", the monthly maintenance fee of your checking account changes from $8.00 to $10.00. The fee is waived in any month in which your balance stays above $1,500.00.")
	l.Para("Your current balance of " + notice.Dollars(l.n.Balance) + " is not affected. You don't need to do anything. If you do not agree, you may close the account without charge within 30 days of the date of this notice.")
	l.Para("Interest we paid you in the past year has been reported on Form 1099-INT. Keep it for your tax return.")
	l.signed("Customer Care, "+bank, "1-800-555-0142")
}

// bankLevy tells a customer that his account is held under a levy of the IRS:
// no notice of the IRS is nearer to one.
func (l *mail) bankLevy() {
	bank := l.bankHead()
	l.Line(l.day(0))
	l.Space(0.8)
	l.Set(l.Size+1, page.Bold, l.word("Notice of levy on your account", "RE: IRS LEVY - ACCOUNT ENDING "+l.digits(4), "Legal process: your account is on hold"))
	l.Space(0.5)
	l.Para("Dear " + l.name() + ":")
	served := l.n.Date.AddDays(-1 - l.r.IntN(3))
	l.Para(fmt.Sprintf("On %s we received a Notice of Levy, Form 668-A%s, from the Internal Revenue Service in the amount of %s for tax year %d. As required by law we have placed a hold on the funds listed below.",
		notice.Long(served), l.word("", "(ICS)", "(c)(DO)"), notice.Dollars(l.n.Balance), l.n.Year()))
	l.Table(galley.Table{
		Columns: []galley.Column{{Title: "Account", Wide: 0.5}, {Title: "Balance", Right: true}, {Title: "Amount held", Right: true}},
		Rows: [][]string{
			{"Checking ..." + l.digits(4), notice.Dollars(l.n.Balance / 3), notice.Dollars(l.n.Balance / 3)},
			{"Savings ..." + l.digits(4), notice.Dollars(l.n.Balance / 9), notice.Dollars(l.n.Balance / 9)},
		}, Grid: l.chance(50),
	})
	l.Para("We are required to hold the money for 21 calendar days. Unless the IRS releases the levy, we will send the amount held to the United States Treasury on " + notice.Long(served.AddDays(22)) + ".")
	l.Para("If you have questions about the levy or want it released, contact the IRS at the number on the levy, 1-800-829-3903. We can't release the hold without a Form 668-D from the IRS.")
	l.Para("A legal processing fee of $" + l.word("100.00", "125.00", "75.00") + " has been charged to your account.")
	l.signed("Legal Process Department", bank)
}

func (l *mail) bankLoan() {
	bank := l.bankHead()
	l.facts(0, galley.P("Date", l.day(0)), galley.P("Loan number", l.digits(10)), galley.P("Amount past due", notice.Dollars(l.money(2500))), galley.P("Payment due date", l.day(10)))
	l.Set(12.5, page.Bold, l.word("Notice of default and intent to accelerate", "Your loan application", "Your mortgage payment is past due"))
	l.Space(0.5)
	l.Para("Dear " + l.name() + ":")
	l.Para("Your payment of " + notice.Dollars(l.money(2500)) + " was due on " + l.day(-30) + ". You must cure the default by " + l.day(30) + ". If you don't, we may demand the whole balance of " + notice.Dollars(l.n.Balance) + ".")
	l.Para("To review a modification we need your last two federal returns, a signed IRS Form 4506-C (Request for Transcript of Tax Return), and proof that any federal tax lien shown on your credit report has been released.")
	l.signed("Loss Mitigation", bank)
}

func (l *mail) bankStatement() {
	l.bankHead()
	end := noticed.Date{Year: l.n.Date.Year, Month: l.n.Date.Month, Day: 1}.AddDays(-1)
	l.facts(0, galley.P("Account number", "XXXXXX"+l.digits(4)), galley.P("Statement period", notice.Long(end.AddDays(-29))+" - "+notice.Long(end)), galley.P("Checking summary", l.word("Simple Checking", "Business Advantage")))
	balance := l.money(9000)
	opening := balance
	rows := [][]string{{slashed(end.AddDays(-29)), "Beginning balance", "", notice.Figures(balance)}}
	for day := -27; day < 0; day += 2 + l.r.IntN(5) {
		what := l.word("USATAXPYMT IRS CCD", "IRS TREAS 310 TAX REF", "Payroll direct deposit", "Card purchase Four Corners Diner", "Check "+l.digits(4), "State tax payment", "ATM withdrawal", "Transfer to savings")
		v := l.money(900)
		if l.chance(60) {
			v = -v
		}
		balance += v
		rows = append(rows, []string{slashed(end.AddDays(day)), what, notice.Figures(v), notice.Figures(balance)})
	}
	l.Table(galley.Table{
		Columns: []galley.Column{{Title: "Date", Wide: 0.16}, {Title: "Description", Wide: 0.46}, {Title: "Amount", Right: true}, {Title: "Balance", Right: true}},
		Rows:    rows, Sum: []string{"", "Ending balance", "", notice.Dollars(balance)}, Size: l.Size - 0.8,
	})
	l.Fine("Beginning balance " + notice.Dollars(opening) + ". In case of errors write to us within 60 days. Your interest will be reported to the IRS on Form 1099-INT.")
}
