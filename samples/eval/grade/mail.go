package grade

import (
	"slices"
	"strings"

	"noticed"
	"noticed/samples/expect"
)

// Mail is what became of a document that holds no notice.
type Mail struct {
	Dismissed bool `json:"dismissed"` // told to be other mail
	Seems     bool `json:"seems"`     // and what it seems to be, rightly
	Issuer    bool `json:"issuer"`    // and who sent it, where the paper says
	Deadline  bool `json:"deadline"`  // a deadline was published and no person was asked to look
	Reviewed  bool `json:"reviewed"`
}

// Named says whether it was told apart and named rightly.
func (m Mail) Named() bool { return m.Dismissed && m.Seems && m.Issuer }

// mail grades other mail. A page with nothing on it may as well end dead for
// having no words.
func mail(truth expect.Document, got []noticed.Assessment, dead string) *Mail {
	m := &Mail{Dismissed: len(got) > 0, Issuer: truth.Issuer == nil}
	if truth.Seems == "blank page" && strings.HasPrefix(dead, "no_readable_page") {
		return &Mail{Dismissed: true, Seems: true, Issuer: true}
	}
	m.Reviewed = dead != ""
	for _, a := range got {
		m.Dismissed = m.Dismissed && a.Kind == noticed.KindOtherMail
		m.Reviewed = m.Reviewed || a.Review.Needed
		m.Deadline = m.Deadline || len(a.Deadlines) > 0 && !a.Review.Needed
		if a.Issuer == nil {
			continue
		}
		m.Seems = m.Seems || a.Issuer.Seems == truth.Seems
		m.Issuer = m.Issuer || slices.ContainsFunc(truth.Issuer.Words, func(w string) bool {
			return strings.Contains(strings.ToUpper(a.Issuer.Name), strings.ToUpper(w))
		})
	}
	return m
}
