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
	Phone      Field = "phone"
	Kind       Field = "kind" // dismissed, invented, or not read at all
)

// Core are the fields of which a wrong value with no review is a silent error.
var Core = []Field{Code, Periods, Balance, Date, Critical, Names, ID, Printed, Amounts, Acts}

// Aside are graded for the record.
var Aside = []Field{Pages, References, Phone}

// Miss is one field that was read wrongly.
type Miss struct {
	Field     Field
	Want, Got string
}

// Verdict is what became of one document.
type Verdict struct {
	Misses   []Miss
	Notices  int           // graded
	Wrong    map[Field]int // notices wrong in a field
	Reviewed int           // notices with review
	Silent   int           // notices wrong in a core field, or dismissed, with no review
	Dead     string        // why the document was not read at all
	Reasons  []noticed.Reason
	Caught   bool // tampered or damaged: it went to review
	Named    bool // and the field was named
	Placed   bool // and the place
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

// dismissed books a notice of which nothing was read.
func (v *Verdict) dismissed(want expect.Notice, got []noticed.Assessment, dead string) {
	seen := "nothing"
	loud := dead != "" // a dead document is in sight
	for _, a := range got {
		if a.Kind == noticed.KindOtherMail {
			seen = "other mail"
			loud = loud || a.Review.Needed
		}
	}
	if dead != "" {
		seen = "dead: " + dead
	}
	v.Misses = append(v.Misses, Miss{Kind, want.Code, seen})
	for _, f := range append([]Field{Kind}, Core...) {
		v.Wrong[f]++
	}
	if loud {
		v.Reviewed++
	} else {
		v.Silent++
	}
}

// notice grades one notice. Of one that must be reviewed (an altered copy) the
// values are not graded: which copy is right no reader can know.
func (v *Verdict) notice(want expect.Notice, a noticed.Assessment, doubtful bool) {
	if a.Review.Needed {
		v.Reviewed++
	}
	if doubtful {
		if !a.Review.Needed {
			v.Silent++
		}
		return
	}
	silent := false
	for _, f := range append(slices.Clone(Core), Aside...) {
		w, g := compare(f, want, a)
		if w == g {
			continue
		}
		v.Misses = append(v.Misses, Miss{f, w, g})
		v.Wrong[f]++
		silent = silent || slices.Contains(Core, f)
	}
	if silent && !a.Review.Needed {
		v.Silent++
	}
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
