package othermail

import (
	"fmt"
	"strings"

	"noticed/samples/galley"
	"noticed/samples/notice"
	"noticed/samples/page"
)

// article is a page of the web or a magazine on a notice: its headings are the
// notice's own.
func (l *mail) article() {
	site := one(l.r, [2]string{"The Tax Desk", "Tax Desk"}, [2]string{"ledgerlines.example", "ledgerlines"}, [2]string{"Plain Money Magazine", "Plain Money"}, [2]string{"Marlow Tax Blog", "Marlow"})
	l.from(site[0], site[1])
	code := one(l.r, "CP504", "CP14", "LT11", "CP2000", "CP503", "Letter 1058", "CP90", "CP3219A", "Letter 5071C", "CP523")
	if l.chance(50) { // printed from a browser
		l.Set(7.4, page.Regular, slashed(l.n.Date)+", 10:14 AM                                   "+site[0]+" - Understanding your "+code)
		l.Space(0.6)
	}
	l.Set(10, page.Regular, site[0])
	l.Set(20, page.Bold, l.word("Understanding Your "+code+" Notice", "What to do when you get an IRS "+code, code+": what it means and how to respond"))
	l.Set(9, page.Italic, "By "+l.word("Dana Cole", "our staff", "Owen Marlow, EA")+"  |  "+l.word("Updated ", "Published ", "Last reviewed: ")+l.day(0)+"  |  "+l.word("4", "6", "9")+" min read")
	l.Space(0.8)
	l.Para("If you have opened your mailbox to find a notice " + code + " from the Internal Revenue Service, you are not alone. The IRS sends millions of them each year. Here is what it means, and what happens if you ignore it.")
	l.Head("What is a " + code + "?")
	l.Para("The notice tells you that you have an amount due. For example: Amount due immediately: $9,533.53, with a due date of " + l.day(30) + ". In the upper right corner you will find the notice number, the notice date, the tax year and your Social Security number.")
	l.Table(galley.Table{
		Columns: []galley.Column{{Title: "Billing Summary (example)", Wide: 0.6}, {Title: "", Right: true}},
		Rows:    [][]string{{"Amount you owed", "$9,444.07"}, {"Failure-to-pay penalty", "34.98"}, {"Interest charges", "54.48"}},
		Sum:     []string{"Amount due", "$9,533.53"},
	})
	l.Head("How long do I have to respond?")
	l.Bullets("CP14: 21 days", "CP504: 30 days before the IRS may levy your state tax refund", "LT11 or Letter 1058: 30 days to request a Collection Due Process hearing with Form 12153", "CP3219A: 90 days to petition the Tax Court")
	l.Head("What happens if I ignore it?")
	l.Para("The IRS can file a Notice of Federal Tax Lien and levy your wages, bank accounts and other property. Debts of more than $" + l.word("62,000", "64,000") + " may cost you your passport.")
	l.Head("Options if you can't pay")
	l.Para("Apply for an installment agreement with Form 9465, ask for currently not collectible status, or submit an Offer in Compromise on Form 656. Penalties may be abated for a first offense.")
	for _, k := range l.r.Perm(len(questions))[:l.r.IntN(len(questions)+1)] {
		l.Head(fill(questions[k][0], "{code}", code))
		l.Para(fill(questions[k][1], "{code}", code, "{year}", fmt.Sprint(l.n.Year())))
	}
	if l.chance(50) {
		l.Head("Related articles")
		l.Bullets("CP501 vs. CP503: the reminder notices", "How to read your account transcript", "Letter 3172: your rights when a lien is filed")
	}
	l.Fine("This article is general information and not tax advice. Copyright " + fmt.Sprint(l.n.Date.Year) + " " + site[0] + ".")
}

// questions are what readers of articles ask, with what they are told.
var questions = [][2]string{
	{"Can I ignore a {code} if I already paid?", "If you paid within the last 21 days the payment and the notice may have crossed. Check your account at www.irs.gov/account, wait two weeks, and call the number at the top of the {code} if the balance is still there."},
	{"What if the {code} is wrong?", "Write back before the due date on the notice and send copies, never originals. Put the notice number ({code}), the tax year ({year}) and your Social Security number on each page. A CP2000 comes with a response form; a CP14 does not."},
	{"Is the {code} the last notice?", "The usual order is CP14, CP501, CP503, CP504, and then LT11 or Letter 1058, the final notice of intent to levy and notice of your right to a hearing. Business accounts get a CP161, then a CP504B and a CP297."},
	{"How much are the penalties?", "The failure-to-pay penalty is 0.5 percent a month up to 25 percent. The failure-to-file penalty is 5 percent a month. Interest of 7 or 8 percent a year is compounded daily. On a debt of $10,000.00 that is about $1,400.00 in the first year."},
	{"Should I hire someone?", "An enrolled agent, a CPA or a tax attorney can represent you with Form 2848. Expect to pay $500.00 to $3,500.00 for a collection case. Low Income Taxpayer Clinics are free."},
	{"A reader's case", "Maria's notice was dated June 1 and said: amount due immediately $4,118.22. She asked for a hearing with Form 12153 on June 28, before the 30 days ended on July 1, kept her car, and got a payment plan of $85.00 a month."},
}

func fill(t string, with ...string) string { return strings.NewReplacer(with...).Replace(t) }

func (l *mail) newsletter() {
	p := one(l.r, practices...)
	l.from(p[0], p[1])
	l.Center(20, page.Bold, l.word("The Client Line", "Tax Tips & Deadlines", "Quarterly Tax Letter"))
	l.Center(10, page.Regular, p[0]+"  -  "+l.n.Date.Month.String()+" "+fmt.Sprint(l.n.Date.Year))
	l.Rule(1)
	y := fmt.Sprint(l.n.Date.Year)
	l.Set(13, page.Bold, "IRS resumes collection notices")
	l.Space(0.3)
	l.Para("After a pause the IRS again mails CP501, CP503 and CP504 reminders and LT38 notices. If you get one, send us a copy at once: for a CP504 the levy date is 30 days after the notice date, for an LT11 the last day for a hearing request.")
	l.Set(13, page.Bold, "Dates to remember")
	l.Space(0.3)
	l.Table(galley.Table{
		Columns: []galley.Column{{Title: "Date", Wide: 0.3}, {Title: "What is due"}},
		Rows:    [][]string{{"January 15, " + y, "Fourth estimated tax payment"}, {"March 16, " + y, "Partnership and S corporation returns"}, {"April 15, " + y, "Form 1040; first estimated payment"}, {"June 15, " + y, "Second estimated payment"}},
		Grid:    true,
	})
	l.Set(13, page.Bold, "Beware of scam letters")
	l.Space(0.3)
	l.Para("The IRS does not ask for gift cards, nor does it threaten arrest. A real notice has a notice number such as CP14 or LTR 5071C in the upper or lower right corner, and irs.gov tells you what it means.")
	l.Para("New clients: our fee for a notice review is $" + l.word("150.00", "95.00", "220.00") + ".")
}

// covering is an accountant's letter to his client about a notice.
func (l *mail) covering() {
	n := l.n
	l.practice()
	l.window()
	l.Line(l.day(9))
	l.Space(0.8)
	code := one(l.r, otherCodes...)
	l.Set(l.Size, page.Bold, fmt.Sprintf("Re: IRS Notice %s dated %s, tax year %d", code, notice.Long(n.Date), n.Year()))
	l.Space(0.6)
	l.Para(l.word("Dear client:", "Dear "+l.name()+":"))
	l.Para(fmt.Sprintf("Thank you for sending us the IRS notice %s. It says that the amount due is %s, to be paid by %s. We have compared it with your Form 1040 and believe that a payment of %s was not credited.",
		code, notice.Dollars(n.Balance), l.day(21), notice.Dollars(l.money(900))))
	l.Para("We suggest that you do not pay before we have spoken with the Internal Revenue Service. We will write to them and send you a copy. Please sign the enclosed Form 2848, Power of Attorney, and return it to us by " + l.day(16) + ".")
	l.Para("Our fee for this work is $350.00. Please call us with any question.")
	l.signed(one(l.r, signers...))
}

func (l *mail) engagement() {
	n := l.n
	firm := l.practice()
	l.window()
	l.Line(l.day(0))
	l.Space(0.8)
	l.Set(l.Size, page.Bold, l.word("Engagement letter: IRS representation", "Engagement for tax preparation services"))
	l.Space(0.5)
	l.Para("Dear " + l.name() + ":")
	l.Para(fmt.Sprintf("This letter confirms the terms of our engagement. We will prepare your %d federal and state income tax returns and represent you before the Internal Revenue Service in the matter of the notice that you received.", n.Date.Year-1))
	l.Para("Our fee is $" + l.word("2,400.00", "950.00", "3,150.00") + ", half of it due on signing. We do not audit the data you give us. The Internal Revenue Service may impose penalties for understating tax; you have the final responsibility for the returns.")
	l.Para("Please send us all documents by " + l.day(30) + ". If we don't have them by then, an extension (Form 4868) will be filed; an extension of time to file is not an extension of time to pay.")
	l.Para("If this is what you understand, please sign and return a copy of this letter.")
	l.signed(firm)
	l.Line("Accepted: ______________________________     Date: ______________")
}

// note is what a client scribbles on a sheet that he puts with his notice.
func (l *mail) note() {
	l.Y = 80 + float64(l.r.IntN(140))
	l.Size, l.Face = one(l.r, 15, 17.0), page.Italic
	l.Lead = l.Size * 1.9
	if l.chance(60) {
		l.Sheet().Begin()
		for y := 100.0; y < 740; y += 24 {
			l.Sheet().Boxes = append(l.Sheet().Boxes, page.Box{X: 40, Y: y, W: 530, H: 0.4, Gray: 0.6})
		}
	}
	l.Left += float64(l.r.IntN(50))
	for _, s := range one(l.r,
		[]string{"Hi Harriet,", "got this from the IRS again.", "can you look at it please?", "I thought we paid in " + l.n.Date.Month.String() + "!", "call me  555-01" + l.digits(2), "- " + one(l.r, "Jim", "Karen", "Rosa")},
		[]string{"for my taxes " + fmt.Sprint(l.n.Year()), "here are the W-2s", "the 1099 from the bank is", "still missing. Refund last year", "was " + notice.Dollars(l.money(2000)), "thanks"},
		[]string{"Owen -", "CP504 enclosed. Am I in", "trouble?? Paid " + notice.Dollars(l.money(900)) + " on " + slashed(l.n.Date.AddDays(-9)), "check no. " + l.digits(4)}) {
		l.Line(s)
	}
}

// envelope is the front of an envelope that went through the scanner.
func (l *mail) envelope() {
	s := l.Sheet()
	x, y := 30+float64(l.r.IntN(20)), 60+float64(l.r.IntN(60))
	irs := l.chance(70)
	if l.chance(70) {
		s.Frame(x, y, 590, y+260, 0.6)
	}
	lines := []string{"Department of the Treasury", "Internal Revenue Service", one(l.r, "Ogden, UT 84201-0039", "Kansas City, MO 64999-0025", "Austin, TX 73301-0003")}
	if !irs {
		a := one(l.r, agencies...)
		lines = append(append([]string{}, a.heads...), a.where)
		l.from(joined(a.heads), a.words...)
	} else {
		l.from("Department of the Treasury, Internal Revenue Service", "Internal Revenue", "IRS", "Treasury")
	}
	l.Y = y + 10
	l.Lines(x+12, lines...)
	if l.chance(80) {
		l.Space(0.5)
		l.Lines(x+12, "Official Business", "Penalty for Private Use, $300")
	}
	if l.chance(60) {
		l.Sheet().Right(l.M, 580, y+24, 9, page.Bold, l.word("PRESORTED FIRST-CLASS MAIL", "CERTIFIED MAIL"))
		l.Sheet().Right(l.M, 580, y+36, 8, page.Regular, "POSTAGE AND FEES PAID   PERMIT NO. G-48")
	}
	if l.chance(60) {
		l.Y = y + 130
		l.Lines(x+230, append(append([]string{}, l.n.People.Window...), l.n.Street, l.n.Town)...)
	}
}

// blank is the empty back of a sheet, or nearly so.
func (l *mail) blank() {
	switch l.r.IntN(4) {
	case 0:
		l.Y = 380
		l.Center(11, page.Regular, "This page intentionally left blank.")
	case 1:
		l.Sheet().Put(300, 770, 8, page.Regular, l.word("2", "- 4 -", "4"))
	case 2:
		l.Sheet().Boxes = append(l.Sheet().Boxes, page.Box{X: 20, Y: 30, W: 1.2, H: 700, Gray: 0})
	}
}
