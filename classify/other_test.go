package classify

import (
	"strings"
	"testing"

	"noticed"
	"noticed/classify/layout"
	"noticed/classify/layout/typeset"
	"noticed/classify/mail"
	"noticed/classify/printed"
	"noticed/classify/sheet"
	"noticed/extract"
)

// sheetOf is a page with lines below one another, the first of them on top.
func sheetOf(lines ...string) []typeset.Line {
	var out []typeset.Line
	for i, l := range lines {
		if l != "" {
			out = append(out, typeset.Line{X: 50, Y: 50 + 14*float64(i), Text: l})
		}
	}
	return out
}

// A page of words that no one can have written is not a letter.
func TestARuinedPageIsNoLetter(t *testing.T) {
	page := sheetOf("Lele Teed wk eter meee ow seen Pe ee Nem of anemas te oe Intent te wire your",
		"ee ba the Baines Sanennees sien et tom Rane Sie omens Ga SE staal oe ee pane pee",
		"ee slid oe alles pees ont lle te fede 6 oN he ated ee ote At 8 nae fs ain ne ee pe",
		"eta fee a HE Me Taek Gant Sane oa Semmcnnd doe by Septrenice S04 tit een benerdiatets")
	for _, confidence := range []float64{0.34, 0.95} {
		a := only(t, scanned(paper{page}, confidence))
		wants(t, a, noticed.ReasonPageUnreadable, noticed.FieldPages, "", "1")
		if a.Kind != noticed.KindOtherMail || a.Issuer.Name != "" {
			t.Errorf("%s from %q: a name was taken from nonsense", a.Kind, a.Issuer.Name)
		}
	}
}

// A scan of which only scraps were recognised may be anything, a notice too.
func TestScrapsOfAScan(t *testing.T) {
	pages := paper{nil, {{X: 40, Y: 692, Text: "our taxes after the du"}, {X: 40, Y: 710, Text: "nth, tip to"}}}
	a := only(t, scanned(pages, 0.8))
	wants(t, a, noticed.ReasonPageUnreadable, noticed.FieldPages, "", "2")
	note := sheetOf("Wanda -", "LT11 came today. Am | in", "trouble?? Paid $77.10 on 05/06/2021", "check no. 1188")
	if a := only(t, scanned(paper{note}, 0.9)); a.Review.Needed || a.Kind != noticed.KindOtherMail {
		t.Errorf("a note: %s, %s", a.Kind, reasons(a))
	}
	wants(t, only(t, scanned(paper{note}, 0.7)), noticed.ReasonPageUnreadable, noticed.FieldPages, "", "1")
	wants(t, only(t, scanned(paper{sheetOf("Wanda -", "LT11 came today. Am | in trouble", "Paid $77.10 on 05/06/2021")}, 0.9)), noticed.ReasonPageUnreadable, noticed.FieldPages, "", "1")
	a = only(t, scanned(paper{nil, {{X: 300, Y: 740, Text: "- 4 -"}}}, 0.8))
	if a.Review.Needed || a.Issuer.Seems != "blank page" {
		t.Errorf("a page number on an empty page: %+v, %s", a.Issuer, reasons(a))
	}
}

// scanned is what is made of a scan whose words are so clear.
func scanned(p paper, confidence float64) []noticed.Assessment {
	var pages []extract.Page
	for i := range p {
		pages = append(pages, typeset.Page(i+1, false))
	}
	s := session(pages)
	for !s.Finished() {
		for _, r := range s.Need() {
			s.Add(p.answer(r, noticed.HowOCR, confidence))
		}
	}
	return s.Notices()
}

// A ruined page between the pages of a notice is named, and the notice stays.
func TestARuinedPageOfANotice(t *testing.T) {
	ruined := sheetOf("Lele Teed wk eter meee ow seen Pe ee Nem of anemas te oe Intent te wire your",
		"ee slid oe alles pees ont lle te fede 6 oN he ated ee ote At 8 nae fs ain ne ee pe",
		"eta fee a HE Me Taek Gant Sane oa Semmcnnd doe by Septrenice S04 tit een benerdiatets")
	a := only(t, paper{cp14[0], ruined}.read())
	wants(t, a, noticed.ReasonPageUnreadable, noticed.FieldPages, "", "2")
	if a.Notice == nil || a.Notice.Code != "CP14" {
		t.Errorf("got %s %+v", a.Kind, a.Notice)
	}
}

// Paper that speaks as the IRS does is not put away unseen, whatever is missing
// on it; paper of others that speaks of the IRS is.
func TestWhoSpeaks(t *testing.T) {
	for name, tt := range map[string]struct {
		lines  []string
		seems  string
		review bool
	}{
		"a later page of a notice, with nothing that says so": {[]string{"", "", "We charge interest on unpaid tax. The IRS can file a lien, and a later CP504 tells of a levy.",
			"You can ask for a payment plan with Form 9465; a user fee of $107.00 applies to most of them.",
			"Keep this notice for your records, and do call if you have questions about what it says."}, "letter", true},
		"what to do on a levy notice": {[]string{"", "If you want to appeal, send Form 12153 to the address on page 1 within 30 days.",
			"We may levy your wages and seize other property. The Taxpayer Advocate Service can help you if you have a hardship."}, "letter", true},
		"a table of a notice": {[]string{"", "Failure-to-pay penalty", "Internal Revenue Code section 6651", "Interest is charged until you pay in full."}, "letter", true},
		"a warning of swindlers on a page of a notice": {[]string{"", "The IRS does not ask for gift cards or bitcoin, and no law enforcement will come to arrest you.",
			"If you owe, pay at irs.gov/payments. Publication 594 tells how we collect. We charge interest on unpaid tax.", "A Notice of Federal Tax Lien may be filed."}, "", true},
		"an accountant's letter to his client": {[]string{"Quill & Ferrante, CPAs", "12 Orchard Way, Dayton, OH 45402", "", "", "", "Jo Example", "9 Low Road", "Dayton, OH 45402", "", "", "Dear Jo:", "",
			"Thank you for sending us the notice CP503 that the IRS sent to you. We suggest that you do not pay", "before we have spoken with the Internal Revenue Service. Our fee is $200.00.", "", "Sincerely,", "", "Ada Quill"}, "private letter", false},
		"an answer to a notice": {[]string{"Quill & Ferrante, CPAs", "12 Orchard Way, Dayton, OH 45402", "", "March 3, 2022", "", "Internal Revenue Service", "PO Box 9941, Stop 5500", "Ogden, UT 84409", "",
			"Re: Notice CP2000", "Taxpayer: Jo Example", "Tax year: 2019", "Notice date: February 7, 2022", "SSN: XXX-XX-1234", "", "To whom it may concern:", "",
			"We represent the above taxpayer and disagree with the proposed changes.", "", "Respectfully,", "", "Ada Quill, CPA"}, "reply to the IRS", false},
		"a neighbour's letter": {[]string{"Jo Example", "", "", "Dear Pat,", "", "The weather here has been fine and the garden is full of beans again this year.", "", "Yours,", "Jo"}, "private letter", false},
	} {
		a := only(t, paper{sheetOf(tt.lines...)}.read())
		if a.Kind != noticed.KindOtherMail || a.Review.Needed != tt.review || tt.seems != "" && a.Issuer.Seems != tt.seems {
			t.Errorf("%s: %s that seems %+v, review %v: %s", name, a.Kind, a.Issuer, a.Review.Needed, reasons(a))
		}
		if tt.review {
			wants(t, a, noticed.ReasonPossibleNotice, noticed.FieldCode, "")
		}
	}
}

// A schedule that was scanned names the service as the letterhead does, and speaks of
// interest: that is not how a notice speaks.
func TestAScannedSchedule(t *testing.T) {
	k1 := paper{sheetOf("Schedule K-1 (Form 1041)", "Department of the Treasury", "Internal Revenue Service", "For calendar year 2023",
		"For IRS Use Only", "A Employer identification number", "12-3456789", "5 Interest income", "14 Self-employment earnings (loss)", "Amended K-1")}
	if a := only(t, scanned(k1, 0.95)); a.Review.Needed || a.Issuer.Seems != "wage or income statement" {
		t.Errorf("%+v: %s", a.Issuer, reasons(a))
	}
}

// An imitation with the IRS's letterhead and a notice's code is told for what it
// is, and shown to a person all the same.
func TestAnImitationIsShown(t *testing.T) {
	a := only(t, paper{sheetOf("Department of the Treasury", "Internal Revenue Service", "", "Notice CP2000", "Notice date January 30, 2018", "", "", "ARREST WARRANT", "",
		"Dear Tax Payer, this is to inform you that you owe $4,210.00. Pay by gift card or Bitcoin within 24 hours.",
		"Do not contact your accountant. Call Officer Smith, Badge Number 4411, or the local police will arrest you.")}.read())
	if a.Kind != noticed.KindOtherMail || !strings.HasPrefix(a.Issuer.Seems, "scam") {
		t.Errorf("got %s that seems %+v", a.Kind, a.Issuer)
	}
	wants(t, a, noticed.ReasonPossibleNotice, noticed.FieldCode, "")
}

// A page with the head of a notice is none of the other mail whose signs it has,
// though its code can't be read: dismissed, its deadline would be lost.
func TestAPageWithTheHeadOfANoticeIsNoOtherMail(t *testing.T) {
	l := cp14.scanned(0.97, cp14.alike).leaves()[0]
	l.sheet.Codes, l.mail = nil, mail.Mail{Seems: "form filled in for the IRS", Sure: true}
	if l.otherwise() || !l.starts() {
		t.Error("it is dismissed")
	}
	dates := l.sheet.NoticeDates
	if l.sheet.NoticeDates = nil; l.otherwise() {
		t.Error("the first of several pages, with the taxpayer's number, is dismissed for its date")
	}
	if l.sheet.NoticeDates = dates; l.otherwise() {
		t.Error("it is dismissed")
	}
	if l.sheet.Letterhead = false; !l.otherwise() {
		t.Error("without the service's name it still counts as a notice")
	}
	// "pebarinent Revenue Service" is much like a state's
	l = cp14.scanned(0.97, cp14.alike).leaves()[0]
	l.sheet.Letterhead, l.mail = false, mail.Mail{Seems: "state tax notice", Sure: true, Titled: true, Apart: true}
	if l.otherwise() || !l.starts() {
		t.Error("it is a state's, with the code of a notice of the IRS in its block")
	}
	if l.mail.Titled = false; l.otherwise() {
		t.Error("it is a letter's, with a notice's payment stub on it")
	}
	if l.mail.Seems, l.mail.Titled = "reply to the IRS", true; !l.otherwise() {
		t.Error("an answer to a notice lists what the notice says, and counts as one")
	}
}

// A scanned form is dismissed where it shows the number that each form to fill in has; else
// it may be a notice that names forms.
func TestAScannedForm(t *testing.T) {
	form := func(omb string) noticed.Assessment {
		p := paper{sheetOf("Form 12153                         "+omb, "Request for a Collection Due Process or Equivalent Hearing", "Department of the Treasury", "Internal Revenue Service", "",
			"Use this form to request a Collection Due Process hearing with the IRS Independent Office of Appeals if you received a levy notice (LT11).",
			"1. Taxpayer name   Jo Example", "2. Social security number   990-23-7394", "3. Current address   9 Low Road, Dayton, OH 45402", "Signature of taxpayer", "Date",
			"Note: You must sign. We charge interest on unpaid tax, and may levy your wages.")}
		return only(t, p.scanned(0.97, p.alike).Notices())
	}
	if a := form("OMB No. 1545-0884"); a.Kind != noticed.KindOtherMail || a.Review.Needed {
		t.Errorf("%s %+v, review: %s", a.Kind, a.Issuer, reasons(a))
	}
	if a := form(""); !a.Review.Needed {
		t.Errorf("without its number it is dismissed: %s %+v", a.Kind, a.Issuer)
	}
}

// The first page of a notice whose block lies under a stamp is told by its letterhead and the
// page behind it, which names the notice in its own.
func TestAFirstPageWithoutABlock(t *testing.T) {
	id := []sheet.Seen[printed.TaxpayerID]{{Value: printed.TaxpayerID{Last4: "5429"}}}
	second := leaf{sheet: &sheet.Sheet{Number: 2, Of: 3, IDs: id}}
	for name, tt := range map[string]struct {
		sheet sheet.Sheet
		text  string
		seems string
		want  bool
	}{
		"the page before by its number": {sheet.Sheet{Letterhead: true, Number: 1, Of: 3}, "", "state tax notice", true},
		"of another number of pages":    {sheet.Sheet{Letterhead: true, Number: 1, Of: 5}, "", "state tax notice", false},
		"the same taxpayer's number":    {sheet.Sheet{Letterhead: true}, "it! 922-47-5429 Phone", "court mail", true},
		"none":                          {sheet.Sheet{Letterhead: true}, "call 5429", "court mail", false},
		"no letterhead":                 {sheet.Sheet{Number: 1, Of: 3}, "", "court mail", false},
		"an envelope":                   {sheet.Sheet{Letterhead: true, Number: 1, Of: 3}, "", mail.Envelope, false},
	} {
		tt.sheet.Layout = layout.New(typeset.Page(1, false), typeset.Set(1, typeset.Line{X: 300, Y: 60, Text: tt.text}))
		if got := (leaf{sheet: &tt.sheet, mail: mail.Mail{Seems: tt.seems}}).precedes(second); got != tt.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// A later page that has the code and the date in a block of its own is a notice's, whatever
// forms it names; the page of a letter that quotes them is not.
func TestALaterPageWithABlock(t *testing.T) {
	l := cp14.scanned(0.97, cp14.alike).leaves()[1]
	for seems, want := range map[string]bool{"form filled in for the IRS": false, "reply to the IRS": true} {
		if l.mail = (mail.Mail{Seems: seems, Sure: true, Titled: true, Apart: true}); l.otherwise() != want || l.continues() == want {
			t.Errorf("%s: %v", seems, !want)
		}
	}
}

// A scan that seems a form filled in, and speaks as the IRS does, may be a notice whose head
// was lost: it is read once more before a person is asked, and that reading tells what it is.
func TestANoticeAtSecondSight(t *testing.T) {
	cp49 := paper{{
		{X: 60, Y: 40, Text: "Department of the Treasury"}, {X: 370, Y: 40, Text: "Notice"}, {X: 470, Y: 40, Text: "CP49"},
		{X: 60, Y: 52, Text: "Internal Revenue Service"}, {X: 370, Y: 52, Text: "Social Security number"}, {X: 490, Y: 52, Text: "000-31-4570"},
		{X: 60, Y: 64, Text: "Philadelphia, PA 19255-0010"}, {X: 370, Y: 64, Text: "To contact us"}, {X: 490, Y: 64, Text: "1-800-829-1040"},
		{X: 60, Y: 150, Text: "XIOMARA CASTELLANO"}, {X: 60, Y: 162, Text: "9465 INSTALLMENT WAY"}, {X: 60, Y: 174, Text: "MONROE, GA 30655"},
		{X: 36, Y: 220, Size: 11, Text: "Your refund was applied to tax you owe"},
		{X: 36, Y: 250, Text: "We applied all or part of your 2018 Form 1040 refund of $5,839.68 to the amount you owe for other tax years."},
		{X: 36, Y: 262, Text: "$1,454.91 went to your 2017 Form 1040EZ."},
		{X: 36, Y: 300, Text: "Nothing has to be paid on this notice. We will notify you of any balance that is left for the other year."},
		{X: 36, Y: 312, Text: "If you disagree, or the other debt is your spouse's, call 1-800-829-1040 or see Form"}, {X: 36, Y: 324, Text: "8379, Injured Spouse Allocation."},
	}}
	first := swap(t, cp49, "CP49", "seer")
	for name, tt := range map[string]struct {
		second paper
		want   noticed.Kind
	}{
		"the second reading has the code": {cp49, noticed.KindNotice},
		"but not the service's name":      {swap(t, swap(t, cp49, "Internal Revenue Service", "Ada Quill"), "Department of the Treasury", "Quill & Ferrante"), noticed.KindOtherMail},
		"it has no more than the first":   {first, noticed.KindOtherMail},
	} {
		again := 0
		s := cp49.scanned(0.97, func(r extract.Request) paper {
			switch r.Effort {
			case extract.Full:
				return first
			case extract.SecondOpinion:
				again++
			}
			return tt.second
		})
		a := only(t, s.Notices())
		if again == 0 || a.Kind != tt.want || !a.Review.Needed {
			t.Errorf("%s: read again %d times; %s, %+v, review %q", name, again, a.Kind, a.Issuer, reasons(a))
		}
	}
}
