package classify

import (
	"slices"

	"noticed"
	"noticed/classify/layout"
	"noticed/classify/mail"
	"noticed/classify/sheet"
)

// noticeWords on mail that has no letterhead of the IRS mean that it may be one
// of its notices all the same.
var noticeWords = []string{"notice of intent to levy", "intent to levy", "intent to seize", "notice of deficiency", "federal tax lien",
	"collection due process", "last day to petition", "amount due immediately", "your caller id", "notice date"}

// mayStart are the scanned pages of other mail that may be a notice all the same on which
// one could begin: those with the letterhead or a code, or else the first.
func mayStart(it item) []int {
	var a noticed.Assessment
	otherMail(&a, it)
	if !slices.ContainsFunc(a.Review.Reasons, func(r noticed.Reason) bool { return r.Code == noticed.ReasonPossibleNotice }) {
		return nil
	}
	var out []int
	for i, l := range it.leaves {
		if l.sheet != nil && l.sheet.Whole && l.how != noticed.HowText && (i == 0 || l.sheet.Letterhead || len(l.sheet.Codes) > 0) {
			out = append(out, l.number)
		}
	}
	return out
}

// otherMail fills in an assessment of something that is not a notice, and asks
// for a person where it might be one: where it is not plainly something else.
func otherMail(a *noticed.Assessment, it item) {
	a.Kind = noticed.KindOtherMail
	var sheets []*sheet.Sheet
	letterhead, code, text := false, false, ""
	for _, l := range it.leaves {
		if l.unreadable == "" && l.sense().Garbled() {
			l.unreadable = senseless
		}
		if l.unreadable != "" {
			a.Review.Reasons = append(a.Review.Reasons, noticed.Reason{Code: noticed.ReasonPageUnreadable, Field: noticed.FieldPages,
				Values: []string{itoa(l.number)}, Message: "page " + itoa(l.number) + " could not be read: " + l.unreadable})
		}
		if l.sheet == nil || l.unreadable != "" {
			continue
		}
		sheets = append(sheets, l.sheet)
		letterhead, code = letterhead || l.sheet.Letterhead, code || len(l.sheet.Codes) > 0
		text += l.sheet.Text
	}
	m := mail.Mail{Seems: mail.Unknown}
	if len(sheets) > 0 {
		m = mail.Tell(sheets)
	}
	a.Issuer = &noticed.Issuer{Name: m.Issuer, Seems: m.Seems}
	if !m.Sure {
		scraps(a, it, m.Note)
	}
	mention, toFillIn := "", m.Form() && len(sheets) > 0 && hasOMBNumber(sheets[0])
	switch {
	case letterhead && (!m.Sure || code && !m.Transcript()):
		mention = "it has the letterhead of the IRS"
	case m.Sure && m.Form() && m.Voice > 0 && recognised(sheets) && !toFillIn:
		mention = "it speaks as the IRS does, and a scan of a notice that names forms looks like one of them" // its head may have been lost
	case m.Sure && letterhead && (m.Speaks() || isLetter(sheets[0]) && !m.Imitation()) && !m.Transcript() && recognised(sheets) && !toFillIn && !toTheService(sheets[0]):
		mention = "it speaks as the IRS does, with its letterhead"
	case m.Sure:
	case m.MayBeNotice():
		mention = "it speaks of tax as the IRS does"
	default:
		for _, w := range noticeWords {
			if layout.Contains(text, layout.Fold(w)) {
				mention = "it says \"" + w + "\""
				break
			}
		}
	}
	if mention != "" {
		a.Review.Reasons = append(a.Review.Reasons, noticed.Reason{Code: noticed.ReasonPossibleNotice, Field: noticed.FieldCode,
			Message: "this seems to be other mail (" + m.Seems + "), but " + mention})
	}
	a.Review.Needed = len(a.Review.Reasons) > 0
}

// hasOMBNumber says whether a page has the number under which the Office of Management
// and Budget let the IRS ask for what a form asks (5 CFR 1320.3(f)): each form to fill in
// has one, and no notice has on its first page.
func hasOMBNumber(s *sheet.Sheet) bool { return layout.Contains(s.Text, layout.Fold("OMB No. 1545")) }

// toTheService says whether a page is a letter to the IRS: it is greeted by name.
func toTheService(s *sheet.Sheet) bool {
	return layout.Contains(s.Text, layout.Fold("Dear Internal Revenue Service"))
}

// recognised says whether a page was read from its picture.
func recognised(sheets []*sheet.Sheet) bool {
	return slices.ContainsFunc(sheets, func(s *sheet.Sheet) bool { return s.How == noticed.HowOCR })
}

// scrapWords is how many words recognition finds at most where it finds only
// scraps of a page, and fewest is how many are more than dirt and a page number.
const (
	scrapWords = 25
	fewest     = 3
)

// scraps asks for a person where no more than scraps were recognised on a page:
// what the rest of it says, nobody knows. A note has no more to say.
func scraps(a *noticed.Assessment, it item, note bool) {
	for _, l := range it.leaves {
		if l.unreadable != "" || l.sheet == nil || l.sheet.How != noticed.HowOCR {
			continue
		}
		sense := l.sense()
		if n := sense.Letters; n >= fewest && n <= scrapWords && (!note || !sense.Clear()) {
			a.Review.Reasons = append(a.Review.Reasons, noticed.Reason{Code: noticed.ReasonPageUnreadable, Field: noticed.FieldPages,
				Values: []string{itoa(l.number)}, Message: "page " + itoa(l.number) + " could not be read: no more than " + itoa(n) + " words were recognised on it"})
		}
	}
}
