package classify

import (
	"strings"

	"noticed"
	"noticed/classify/layout"
	"noticed/classify/printed"
	"noticed/classify/sheet"
)

// seeming are words that tell what a piece of other mail seems to be, the
// telling ones first. Forms tell only as a title: any letter may speak of one.
var seeming = []struct {
	words []string
	what  string
	title bool
}{
	{[]string{"department of revenue", "franchise tax board", "department of taxation", "state tax", "comptroller", "revenue services"}, "a state tax notice", false},
	{[]string{"account transcript", "tax return transcript", "wage and income transcript"}, "an IRS transcript", true},
	{[]string{"wage and tax statement"}, "a Form W-2", true},
	{[]string{"form 1099", "1099-int", "1099-div", "1099-misc", "1099-nec"}, "a Form 1099", true},
	{[]string{"fax cover", "facsimile"}, "a fax cover sheet", true},
	{[]string{"bank", "checking account", "savings account", "credit union", "statement period", "account ending"}, "a letter from a bank", false},
	{[]string{"certified public accountant", "cpa", "enrolled agent", "dear client"}, "a letter from a tax professional", false},
}

// noticeWords on mail that has no letterhead of the IRS mean that it may be one
// of its notices all the same.
var noticeWords = []string{"notice of intent to levy", "intent to levy", "intent to seize", "notice of deficiency", "federal tax lien",
	"collection due process", "last day to petition", "amount due immediately", "your caller id", "notice date"}

// otherMail fills in an assessment of something that is not a notice, and asks
// for a person where it might be one.
func otherMail(a *noticed.Assessment, it item) {
	a.Kind = noticed.KindOtherMail
	a.Issuer = &noticed.Issuer{Seems: "a letter"}
	mention := ""
	var text, titles strings.Builder
	for _, l := range it.leaves {
		if l.unreadable != "" {
			a.Review.Reasons = append(a.Review.Reasons, noticed.Reason{Code: noticed.ReasonPageUnreadable, Field: noticed.FieldPages,
				Values: []string{itoa(l.number)}, Message: "page " + itoa(l.number) + " could not be read: " + l.unreadable})
		}
		if l.sheet == nil {
			continue
		}
		text.WriteString(l.sheet.Text)
		titles.WriteString(titlesOf(l.sheet))
		if l.sheet.Letterhead {
			mention = "it has the letterhead of the IRS"
		}
		if a.Issuer.Name == "" {
			a.Issuer.Name = firstLine(l.sheet)
		}
	}
	all := text.String()
	for _, s := range seeming {
		where := all
		if s.title {
			where = titles.String()
		}
		if containsAny(where, s.words) {
			a.Issuer.Seems = s.what
			break
		}
	}
	for _, w := range noticeWords {
		if layout.Contains(all, layout.Fold(w)) {
			mention = "it says \"" + w + "\""
			break
		}
	}
	if mention != "" {
		a.Review.Reasons = append(a.Review.Reasons, noticed.Reason{Code: noticed.ReasonPossibleNotice, Field: noticed.FieldCode,
			Message: "this seems to be " + a.Issuer.Seems + ", but " + mention})
	}
	a.Review.Needed = len(a.Review.Reasons) > 0
}

// titlesOf are the folded words of the page's short lines.
func titlesOf(s *sheet.Sheet) string {
	var b strings.Builder
	for c := range s.Layout.Cells {
		if len(c.Words) <= 5 {
			b.WriteString(layout.Fold(c.Text()) + " ")
		}
	}
	return b.String()
}

// firstLine is the first line of a page that could be a name.
func firstLine(s *sheet.Sheet) string {
	for c := range s.Layout.Cells {
		t := c.Text()
		if len(t) >= 4 && strings.IndexFunc(t, func(r rune) bool { return r >= '0' && r <= '9' }) < 0 {
			return printed.Mask(t)
		}
	}
	return ""
}
