package deadline

import (
	"fmt"

	"noticed"
)

// maxPrintedDays is how many days after the notice date a printed day can be; a
// later one was misread.
const maxPrintedDays = 400

// facts is an Input whose printed dates have been sifted.
type facts struct {
	Input
	printed map[noticed.DateRole]noticed.PrintedDate
	twice   map[noticed.DateRole]bool         // read in two places that agree
	out     map[noticed.DateRole]noticed.Date // printed, and left out because it cannot be a deadline
	filed   *noticed.Date
	reasons []noticed.Reason
}

func (f *facts) doubt(code noticed.ReasonCode, field noticed.Field, values []string, format string, args ...any) {
	f.doubtDay(noticed.PrintedDate{}, code, field, values, format, args...)
}

// doubtDay is a doubt that a printed day raises: the place where it stands is
// where to look.
func (f *facts) doubtDay(p noticed.PrintedDate, code noticed.ReasonCode, field noticed.Field, values []string, format string, args ...any) {
	r := noticed.Reason{Code: code, Field: field, Values: values, Message: fmt.Sprintf(format, args...)}
	if len(p.Evidence) > 0 {
		r.Place = p.Evidence[0].Place
	}
	f.reasons = append(f.reasons, r)
}

// sift keeps the printed dates that can be deadlines, one for each role. A date
// on or before the notice date, or more than 400 days after it, is a reading
// error. Of two different days for one act the earlier is kept, for review.
func sift(in Input) *facts {
	f := &facts{Input: in, printed: map[noticed.DateRole]noticed.PrintedDate{}, twice: map[noticed.DateRole]bool{}, out: map[noticed.DateRole]noticed.Date{}}
	if f.NoticeDate != nil && !f.NoticeDate.Valid() {
		f.NoticeDate = nil
	}
	for _, p := range in.Printed {
		if !p.Value.Valid() {
			continue
		}
		if f.NoticeDate != nil && (!p.Value.After(*f.NoticeDate) || p.Value.DaysSince(*f.NoticeDate) > maxPrintedDays) {
			f.doubtDay(p, noticed.ReasonImplausible, noticed.FieldPrintedDate, []string{p.Value.String(), f.NoticeDate.String()},
				"the date %s printed for %s cannot be a deadline of a notice dated %s: one of the two is wrong; it was left out", p.Value, roleName[p.Role], f.NoticeDate)
			f.out[p.Role] = p.Value
			continue
		}
		known, again := f.printed[p.Role]
		switch {
		case !again:
			f.printed[p.Role] = p
			f.twice[p.Role] = places(p) > 1
		case known.Value == p.Value:
			f.twice[p.Role] = true
		default:
			f.doubtDay(p, noticed.ReasonDisagreement, noticed.FieldPrintedDate, []string{known.Value.String(), p.Value.String()},
				"the notice seems to print two different days for %s, %s and %s; the earlier is used", roleName[p.Role], known.Value, p.Value)
			if p.Value.Before(known.Value) {
				f.printed[p.Role] = p
			}
			f.twice[p.Role] = false
		}
	}
	f.siftFiling()
	return f
}

// siftFiling keeps the filing day of a lien if it lies near the letter: the form
// enclosed with it also prints days ten years away.
func (f *facts) siftFiling() {
	if f.LienFiled == nil || !f.LienFiled.Valid() {
		return
	}
	if f.NoticeDate != nil {
		if n := f.LienFiled.DaysSince(*f.NoticeDate); n > 30 || n < -60 {
			f.doubt(noticed.ReasonImplausible, noticed.FieldDeadlines, []string{f.LienFiled.String(), f.NoticeDate.String()},
				"a lien filing on %s cannot be what a letter dated %s tells of; it was left out", f.LienFiled, f.NoticeDate)
			return
		}
	}
	f.filed = f.LienFiled
}

// places counts the different places where a date was read.
func places(p noticed.PrintedDate) int {
	type spot struct {
		page  int
		place noticed.Place
	}
	seen := map[spot]bool{}
	for _, e := range p.Evidence {
		seen[spot{e.Page, e.Place}] = true
	}
	return len(seen)
}

// roleName names the act of a printed date for a person.
var roleName = map[noticed.DateRole]string{
	noticed.DatePayBy:       "paying",
	noticed.DateHearingBy:   "requesting a hearing",
	noticed.DateReplyBy:     "replying",
	noticed.DatePetitionBy:  "petitioning the Tax Court",
	noticed.DateDisputeBy:   "disputing the change",
	noticed.DateTerminateOn: "ending the agreement",
}

// roles are the roles in the order in which what is left of them is reported.
var roles = []noticed.DateRole{
	noticed.DatePayBy, noticed.DateReplyBy, noticed.DateHearingBy,
	noticed.DatePetitionBy, noticed.DateDisputeBy, noticed.DateTerminateOn,
}
