package sheet

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"noticed"
	"noticed/classify/layout"
	"noticed/classify/printed"
)

// formEnds is what may stand behind a form's number: a letter that recognition could
// not make out is part of it, "1040£Z".
const formEnds = `(?:[\s).,;:\]}?!*"'’]|$)`

// formNo is a form's number, whose hyphen recognition may have lost, or set apart: "1040 NR".
const formNo = `([0-9A-Z-]{3,8}(?:\s(?:NR|SR|SS|PR|EZ)\b)?)`

var (
	headlineYear = regexp.MustCompile(`(?i)\b(?:for|your|of|in|from|file a)\s+((?:19|20)[0-9]{2})\b`)
	headlineForm = regexp.MustCompile(`(?i)\bForm\s+` + formNo + formEnds)
	yearEnded    = regexp.MustCompile(`(?i)\b(?:year|period|quarter)\s*end(?:ed|ing|s)?\s*:?\s*$`)
	formNamed    = regexp.MustCompile(`(?i)^\s*\W{0,3}\s*[({[]?\s*Fo\w{1,3}\s+` + formNo + formEnds)
	stubNumber   = regexp.MustCompile(`(?i)\b(?:social security|taxpayer|employer)\b[^()]{0,30}$`)
	stubYear     = regexp.MustCompile(`(?i)\btax\s*(?:year|period)\s*\(?\s*([0-9]{4})\b`)
	stubPeriod   = regexp.MustCompile(`(?i)\btax\s*(?:year|period)\s*(?:end(?:ed|ing)\s*)?\(\s*$`)
	stubForm     = regexp.MustCompile(`(?i)\bform\s*(?:number)?\s*\(?\s*([0-9]{3,4}[0-9A-Z-]{0,4}(?:\s(?:NR|SR|SS|PR|EZ)\b)?|CIVPEN)` + formEnds)
	yourForm     = regexp.MustCompile(`(?i)\b(?:your|a|the)\s+((?:19|20)[0-9]{2})\s+(?:federal\s+)?(?:income\s+)?(?:tax(?:es)?\s+)?(?:return\s+)?[({[]?Form\s+` + formNo + formEnds)
	// yearForm is a form in brackets behind a year: "your tax return for 2018 (Form 1040)".
	yearForm = regexp.MustCompile(`(?i)\b((?:19|20)[0-9]{2})\b(?:\s+[a-z]+){0,5}\s*[({[]\s*Form\s+` + formNo + `\s*[)}\]]`)
	// thatForm is a form in brackets behind a year that is told elsewhere:
	// "for the tax year identified above (Form 1040)".
	thatForm   = regexp.MustCompile(`(?i)\btax (?:year|period)\b[^.()0-9]{0,50}[({[]\s*Form\s+` + formNo + `\s*[)}\]]`)
	proposedIs = regexp.MustCompile(`(?i)\b(?:proposed penalty|penalty (?:we propose|we are proposing|proposed)|amount of the penalty|proposed assessment)\b[^$.]{0,60}$`)
	taxYearOf  = regexp.MustCompile(`(?i)\btax\s+year\s+((?:19|20)[0-9]{2})\b`)
	callUs     = regexp.MustCompile(`(?i)\b(?:ca[il1]{2,3}|phone|telephone)\b[^0-9.]{0,30}?(` + phoneNo.String() + `)`)
	// appointment is a number that running text gives to make one, without the word call.
	appointment = regexp.MustCompile(`(` + phoneNo.String() + `) to make an appointment\b`)
)

// readHeadline takes the year, or the period, and the form that the large lines
// under the address name.
func (r *reader) readHeadline() {
	for c := range r.Layout.Cells {
		if !r.Layout.Large(c) || c.Box.MidY() > 0.6*r.Layout.Height || c.Box.MidY() >= r.stubTop || c.Box.MidY() < 0.08*r.Layout.Height || r.endsParagraph(c) || r.inSummary(c.Box) {
			continue
		}
		run := layout.NewRun(c.Words)
		if dates := printed.Dates(run.Text); len(dates) == 1 && monthEnd(dates[0].Value) && strings.HasSuffix(strings.ToLower(strings.TrimSpace(run.Text[:dates[0].Start])), "for") {
			d := dates[0]
			r.markDate(run.Box(d.Start, d.End))
			r.Periods = append(r.Periods, see(r, Period{End: printed.PeriodEnd{End: d.Value}}, run, d.Start, d.End, noticed.PlaceHeadline, d.Repaired))
		} else if m := headlineYear.FindStringSubmatchIndex(run.Text); m != nil && len(dates) == 0 {
			if p, ok := printed.Period(run.Text[m[2]:m[3]]); ok {
				r.Periods = append(r.Periods, see(r, Period{End: p}, run, m[2], m[3], noticed.PlaceHeadline, false))
			}
		}
		if m := headlineForm.FindStringSubmatchIndex(run.Text); m != nil && !strings.ContainsAny(run.Text[:1], "({[") { // the end of a sentence
			if f, ok := printed.Form(run.Text[m[2]:m[3]]); ok {
				r.Periods = append(r.Periods, see(r, Period{Form: f}, run, m[2], m[3], noticed.PlaceHeadline, false))
			}
		}
	}
}

func monthEnd(d noticed.Date) bool { return d.AddDays(1).Day == 1 }

// readProse takes from running text what a sentence says for certain: the day by
// which to pay or to ask for a hearing, the period that ended on a day and the
// form in brackets behind it. Amounts, years and codes that running text names
// otherwise are not this notice's.
func (r *reader) readProse() {
	for _, g := range r.Layout.Paragraphs() {
		run := layout.NewRun(g.Words())
		inStub := g.Box.MidY() >= r.stubTop
		for _, d := range printed.Dates(run.Text) {
			place := noticed.PlaceProse
			if inStub {
				place = noticed.PlaceStub
			}
			r.proseDay(run, d, place)
		}
		m := yourForm.FindStringSubmatchIndex(run.Text)
		if m == nil {
			m = yearForm.FindStringSubmatchIndex(run.Text)
		}
		if m != nil {
			p, ok := printed.Period(run.Text[m[2]:m[3]])
			if endsDate(run.Text, m[3]) { // the year of a day: "ended June 30, 2019 (Form 941)"
				p = printed.PeriodEnd{}
			}
			if f, isForm := printed.Form(run.Text[m[4]:m[5]]); ok && isForm {
				r.Periods = append(r.Periods, see(r, Period{Form: f, End: p}, run, m[0], m[1], noticed.PlaceProse, false))
			}
		}
		if m == nil && !inStub {
			if m := thatForm.FindStringSubmatchIndex(run.Text); m != nil {
				if f, isForm := printed.Form(run.Text[m[2]:m[3]]); isForm && !strings.HasSuffix(f, "X") {
					r.Periods = append(r.Periods, see(r, Period{Form: f}, run, m[0], m[1], noticed.PlaceProse, false))
				}
			}
		}
		r.proposedAmount(run)
		r.statedNumbers(run)
		if m := taxYearOf.FindStringSubmatchIndex(run.Text); m != nil && !inStub && r.typed {
			if p, ok := printed.Period(run.Text[m[2]:m[3]]); ok {
				r.Periods = append(r.Periods, see(r, Period{End: p}, run, m[0], m[1], noticed.PlaceProse, false))
			}
		}
		if inStub {
			r.stubSentence(run)
		} else {
			r.statedPhone(run)
		}
	}
}

// statedPhone takes the number that running text asks to call, unless it was taken
// with the block.
func (r *reader) statedPhone(run layout.Run) {
	m := callUs.FindStringSubmatchIndex(run.Text)
	if m == nil { // the wide spaces of a typewriter may part "Call" from its sentence
		m = appointment.FindStringSubmatchIndex(run.Text)
	}
	if m == nil || otherOffice(run.Text, m) {
		return
	}
	phone := see(r, layout.Spaceless(phoneNo.FindString(run.Text[m[2]:m[3]])), run, m[2], m[3], noticed.PlaceProse, false)
	if !slices.ContainsFunc(r.Phones, func(o Seen[string]) bool { return o.Evidence.Box.Holds(phone.Evidence.Box) }) {
		r.Phones = append(r.Phones, phone)
	}
}

// others are offices that a notice gives the telephone number of beside its own.
var others = regexp.MustCompile(`(?i)\b(?:advocate|bankruptcy|clinics?|inspector general|TIGTA|large print|braille|tax-?form|publications?|transcripts?)\b`)

// otherOffice says whether the sentence around a match speaks of another office.
func otherOffice(text string, match []int) bool {
	start, end := sentenceAround(text, match[0], match[1])
	return others.MatchString(text[start:end])
}

// NamesForm says whether the page names a tax return anywhere, in words that may
// not be of the notice's own period.
func (s *Sheet) NamesForm() bool {
	for _, g := range s.Layout.Paragraphs() {
		for _, m := range anyForm.FindAllStringSubmatch(layout.Join(g.Words()), -1) {
			if f, ok := printed.Form(m[1]); ok && !strings.HasSuffix(f, "X") { // a 1040-X amends one
				return true
			}
		}
	}
	return false
}

var anyForm = regexp.MustCompile(`(?i)\bForm\s+([0-9A-Z-]{3,8})`)

// endsDate says whether a date ends at an offset of a text.
func endsDate(text string, at int) bool {
	for _, d := range printed.Dates(text[:at]) {
		if d.End == at {
			return true
		}
	}
	return false
}

// proposedAmount takes the amount that a sentence says is proposed: a letter
// without a summary says it nowhere else on its first page.
func (r *reader) proposedAmount(run layout.Run) {
	for _, a := range printed.Amounts(run.Text) {
		from, _ := sentenceAround(run.Text, a.Start, a.End)
		if a.Dollar && proposedIs.MatchString(run.Text[from:a.Start]) {
			r.Proposed = append(r.Proposed, see(r, a.Value, run, a.Start, a.End, noticed.PlaceProse, a.Repaired))
		}
	}
}

// sentenceAround is the sentence that the bytes from start to end stand in.
func sentenceAround(s string, start, end int) (from, to int) {
	from, to = 0, len(s)
	for i := start - 1; i > 0; i-- {
		if strings.HasPrefix(s[i:], "•") || strings.HasPrefix(s[i:], "\ufffd") {
			from = i
			break
		}
		if s[i] == ' ' && (s[i-1] == ':' || s[i-1] == ',') && greeting.MatchString(s[max(0, i-80):i]) && i+1 < len(s) && unicode.IsUpper(rune(s[i+1])) {
			from = i + 1
			break
		}
		if (s[i] == ' ') && (s[i-1] == '.' || s[i-1] == '?' || s[i-1] == '!') && stops(s, i) {
			from = i + 1
			break
		}
	}
	for i := end; i+1 < len(s); i++ {
		if i > start && (strings.HasPrefix(s[i:], "•") || strings.HasPrefix(s[i:], "\ufffd")) {
			to = i
			break
		}
		if (s[i] == '.' || s[i] == '?' || s[i] == '!') && s[i+1] == ' ' && stops(s, i+1) {
			to = i + 1
			break
		}
	}
	return from, to
}

// greeting is what a letter begins with, up to its end.
var greeting = regexp.MustCompile(`(?:^|\W)Dear [^?!:$0-9]{2,70}[:,]$`)

// stops says whether the mark before a byte ends a sentence: not behind an abbreviation;
// nor, where a small letter follows that is no capital I, behind a word with which none ends: that one is dirt.
func stops(s string, at int) bool {
	next := strings.TrimLeft(s[at:], " ")
	return !abbreviated(s[:at]) && (next == "" || !unicode.IsLower(rune(next[0])) || next[0] == 'l' || !unended.MatchString(s[:at]))
}

// unended is a word with which no sentence ends.
var unended = regexp.MustCompile(`(?i)(?:^|[^a-z])(?:and|or|the|an|your|our|its|their)[.?!]$`)

func abbreviated(s string) bool {
	for _, a := range []string{" No.", " Rev.", " U.S.", " sec.", " Jan.", " Feb.", " Mar.", " Apr.", " Jun.", " Jul.", " Aug.", " Sep.", " Sept.", " Oct.", " Nov.", " Dec.", " St.", " Ste.", " Cat."} {
		if strings.HasSuffix(s, a) {
			return true
		}
	}
	return false
}

// stubSentence takes what the stub's line on how to mark the payment says: the
// taxpayer's number, the tax year and the form number.
func (r *reader) stubSentence(run layout.Run) {
	if i := strings.IndexAny(run.Text, "([{"); i >= 0 && stubNumber.MatchString(run.Text[:i]) {
		if id, ok := printed.ID(run.Text[i+1:]); ok {
			end := i + 1 + strings.IndexAny(run.Text[i+1:]+")", ")]},")
			r.IDs = append(r.IDs, see(r, id, run, i+1, end, noticed.PlaceStub, id.Repaired))
		}
	}
	if m := stubYear.FindStringSubmatchIndex(run.Text); m != nil {
		if p, ok := printed.Period(run.Text[m[2]:m[3]]); ok {
			r.Periods = append(r.Periods, see(r, Period{End: p}, run, m[2], m[3], noticed.PlaceStub, false))
		}
	}
	if m := stubForm.FindStringSubmatchIndex(run.Text); m != nil {
		if f, ok := printed.Form(run.Text[m[2]:m[3]]); ok {
			r.Periods = append(r.Periods, see(r, Period{Form: f}, run, m[2], m[3], noticed.PlaceStub, false))
		}
	}
}

// stampedMonth begins a day that a dater put on the page, be there a speck behind it that
// looks like a comma.
var stampedMonth = regexp.MustCompile(`^[A-Z]{3}\b`)

// readOtherDates lists the dates on the page that nothing explained, but for
// those that a sentence ties to an earlier event.
func (r *reader) readOtherDates() {
	for _, g := range r.Layout.Paragraphs() {
		run := layout.NewRun(g.Words())
		for _, d := range printed.Dates(run.Text) {
			box := run.Box(d.Start, d.End)
			if r.explained(box) || stampedMonth.MatchString(run.Text[d.Start:d.End]) {
				continue
			}
			place := r.placeOnPage(box)
			r.OtherDates = append(r.OtherDates, see(r, d.Value, run, d.Start, d.End, place, d.Repaired))
		}
	}
}
