// Package grade compares what was read of a sample with its truth. It is the
// part of the evaluation that must not be kind: a value that is wrong or missing
// while no person was asked to look is a silent error.
package grade

import (
	"fmt"
	"slices"
	"strings"

	"noticed"
	"noticed/samples/expect"
)

// Field is what is graded. Those of Core count for silent errors.
type Field string

// The fields.
const (
	Code       Field = "code"
	Periods    Field = "periods"
	Balance    Field = "balance"
	Date       Field = "notice date"
	Critical   Field = "critical deadline"
	Names      Field = "names"
	ID         Field = "id last 4"
	Printed    Field = "printed dates"
	Amounts    Field = "amounts"
	Acts       Field = "all deadlines"
	Pages      Field = "pages"
	References Field = "references"
	Addresses  Field = "addresses"
	Through    Field = "good through"
	Phone      Field = "phone"
	Kind       Field = "kind" // dismissed, invented, or not read at all
)

// Core are the fields of which a wrong value with no review is a silent error.
var Core = []Field{Code, Periods, Balance, Date, Critical, Names, ID, Printed, Amounts, Acts}

// Main are the fields for which a notice is read in the first place.
var Main = []Field{Code, Balance, Date, Critical}

// Aside are graded for the record.
var Aside = []Field{Pages, References, Addresses, Through, Phone}

// All are the fields in the order of a report.
func All() []Field { return append(slices.Clone(Core), Aside...) }

// Miss is one field that was read wrongly.
type Miss struct {
	Field Field  `json:"field"`
	Want  string `json:"want"`
	Got   string `json:"got"`
}

// Verdict is what became of one document.
type Verdict struct {
	Misses   []Miss
	Notices  int           // graded
	Wrong    map[Field]int // notices wrong in a field
	Reviewed int           // notices with review
	Silent   int           // notices wrong in a core field, dismissed or made up, with no review
	Each     []Notice      // one for each notice of the truth
	Mail     *Mail         // of a document that holds no notice
	Dead     string        // why the document was not read at all
	Reasons  []noticed.Reason
	Caught   bool // tampered or damaged: it went to review
	Named    bool // and the field was named
	Placed   bool // and the place
}

// Notice is what became of one notice.
type Notice struct {
	Code       string       `json:"code"`
	Wrong      []Field      `json:"wrong,omitempty"`
	Reviewed   bool         `json:"reviewed"`
	Silent     bool         `json:"silent"`
	Confidence []Confidence `json:"confidence,omitempty"`
}

// Confidence is how sure the reader was of a value that is right or wrong.
type Confidence struct {
	Field Field   `json:"field"`
	Value float64 `json:"value"`
	Right bool    `json:"right"`
}

// Document grades one document. dead is the reason if it ended dead.
func Document(truth expect.Document, got []noticed.Assessment, dead string) Verdict {
	v := Verdict{Wrong: map[Field]int{}, Dead: dead, Notices: len(truth.Notices)}
	left := slices.Clone(got)
	for _, a := range got {
		v.Reasons = append(v.Reasons, a.Review.Reasons...)
	}
	for _, want := range truth.Notices {
		i := best(want, left)
		if i < 0 {
			v.dismissed(want, got, dead)
			continue
		}
		v.notice(want, left[i], truth.Review.Needed)
		left = slices.Delete(left, i, i+1)
	}
	if truth.Kind == noticed.KindOtherMail {
		v.Mail = mail(truth, got, dead)
	}
	for _, a := range left { // what was made up
		if a.Kind == noticed.KindOtherMail {
			continue
		}
		v.Misses = append(v.Misses, Miss{Kind, "nothing more", fmt.Sprintf("%s %s on pages %v", a.Kind, code(a), a.Document.Pages)})
		v.Wrong[Kind]++
		if !a.Review.Needed {
			v.Silent++
		}
	}
	v.expected(truth, got)
	return v
}

// best finds the assessment that shares the most pages with a notice.
func best(want expect.Notice, got []noticed.Assessment) int {
	at, most := -1, 0
	for i, a := range got {
		if a.Kind == noticed.KindOtherMail || a.Kind == noticed.KindUnreadable {
			continue
		}
		shared := 1 // an assessment with no page in common is still an answer
		for _, p := range a.Document.Pages {
			if slices.Contains(want.Pages, p) {
				shared += 10
			}
		}
		if code(a) == want.Code {
			shared++
		}
		if shared > most {
			at, most = i, shared
		}
	}
	return at
}

func code(a noticed.Assessment) string {
	if a.Notice == nil {
		return ""
	}
	return a.Notice.Code
}

// dismissed books a notice of which nothing was read. Nobody misses it where no
// person looks at its pages: a review of another notice in the file that does
// not hold them does not help.
func (v *Verdict) dismissed(want expect.Notice, got []noticed.Assessment, dead string) {
	seen := "nothing"
	loud := dead != "" // a dead document is in sight
	for _, a := range got {
		if !slices.ContainsFunc(a.Document.Pages, func(p int) bool { return slices.Contains(want.Pages, p) }) && a.Kind != noticed.KindOtherMail {
			continue
		}
		seen = string(a.Kind)
		loud = loud || a.Review.Needed
	}
	if dead != "" {
		seen = "dead: " + dead
	}
	v.Misses = append(v.Misses, Miss{Kind, want.Code, seen})
	v.book(Notice{Code: want.Code, Wrong: append([]Field{Kind}, Core...), Reviewed: loud, Silent: !loud})
}

// book adds a notice to the sums.
func (v *Verdict) book(n Notice) {
	v.Each = append(v.Each, n)
	for _, f := range n.Wrong {
		v.Wrong[f]++
	}
	if n.Reviewed {
		v.Reviewed++
	}
	if n.Silent {
		v.Silent++
	}
}

// notice grades one notice. Of one that must be reviewed (an altered copy) the
// values are not graded: which copy is right no reader can know.
func (v *Verdict) notice(want expect.Notice, a noticed.Assessment, doubtful bool) {
	n := Notice{Code: want.Code, Reviewed: a.Review.Needed}
	if doubtful {
		n.Silent = !a.Review.Needed
		v.book(n)
		return
	}
	for _, f := range All() {
		w, g := compare(f, want, a)
		if c, told := confidence(f, a); told {
			n.Confidence = append(n.Confidence, Confidence{f, c, w == g})
		}
		if w == g {
			continue
		}
		v.Misses = append(v.Misses, Miss{f, w, g})
		n.Wrong = append(n.Wrong, f)
		n.Silent = n.Silent || !a.Review.Needed && slices.Contains(Core, f)
	}
	v.book(n)
}

// confidence is what the assessment says of how sure a field is, where it was
// read at all.
func confidence(f Field, a noticed.Assessment) (c float64, told bool) {
	switch {
	case f == Code && a.Notice != nil && a.Notice.Code != "":
		return a.Notice.Confidence, true
	case f == Date && a.NoticeDate != nil:
		return a.NoticeDate.Confidence, true
	case f == Balance && a.Balance != nil:
		return a.Balance.Confidence, true
	case f == ID && a.Taxpayer != nil && a.Taxpayer.IDLast4 != nil && a.Taxpayer.IDLast4.Value != "":
		return a.Taxpayer.IDLast4.Confidence, true
	}
	return 0, false
}

// expected looks whether what had to go to review went there, and why.
func (v *Verdict) expected(truth expect.Document, got []noticed.Assessment) {
	if !truth.Review.Needed {
		return
	}
	v.Caught = v.Dead != ""
	for _, a := range got {
		v.Caught = v.Caught || a.Review.Needed
		for _, r := range a.Review.Reasons {
			if !slices.Contains(truth.Review.Fields, r.Field) {
				continue
			}
			v.Named = true
			if truth.Tampered != nil && r.Place == truth.Tampered.Place {
				v.Placed = true
			}
		}
	}
	if truth.Kind == noticed.KindOtherMail && !v.Caught {
		v.Silent++
	}
}

// canonical makes what may be written in several ways comparable.
func canonical(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z':
			return r - 32
		case r >= 'A' && r <= 'Z', r >= '0' && r <= '9':
			return r
		}
		return -1
	}, s)
}
