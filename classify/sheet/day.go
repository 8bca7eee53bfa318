package sheet

import (
	"regexp"
	"strconv"
	"strings"

	"noticed"
	"noticed/classify/layout"
	"noticed/classify/printed"
)

// labelRoles are the acts that the labels of days are for.
var labelRoles = map[kind][]noticed.DateRole{
	labelPayBy:       {noticed.DatePayBy, noticed.DateReplyBy},
	labelDue:         {noticed.DatePayBy, noticed.DateReplyBy},
	labelHearingBy:   {noticed.DateHearingBy},
	labelPetitionBy:  {noticed.DatePetitionBy},
	labelReplyBy:     {noticed.DateReplyBy, noticed.DateDisputeBy, noticed.DatePayBy},
	labelDisputeBy:   {noticed.DateDisputeBy, noticed.DateReplyBy},
	labelTerminateOn: {noticed.DateTerminateOn},
}

var (
	// byDate is what stands right before a day by which something is to be done.
	byDate = regexp.MustCompile(`(?i)\b(?:by|before|until|than|postmarked by|on or before|is|deadline|due|date)\s*[:,]?\s*$`)
	onDate = regexp.MustCompile(`(?i)(?:\b|agreement|plan)(?:on|as of|from|after|effective|by|is)\s*:?\s*$`)

	hearingWords   = regexp.MustCompile(`(?i)\bhearing\b|\b12153\b`)
	payAmountBy    = regexp.MustCompile(`(?i)\b(?:pay|send us|payment of|amount due of)\b[^.]{0,40}\$[0-9,]+[.,][0-9]{2}\s*(?:in full\s*)?,?\s*(?:on or )?(?:by|before)\s*:?\s*$`)
	hearingForm    = regexp.MustCompile(`(?i)\bor\s+equivalent\s+hearing\b`) // the end of a form's title
	laterHearing   = regexp.MustCompile(`(?i)\bequivalent\b`)
	petitionWords  = regexp.MustCompile(`(?i)\bpetition\b`)
	disputeWords   = regexp.MustCompile(`(?i)\b(?:dispute|abate|abatement|reverse|reversal|undo)\b`)
	disagreeWords  = regexp.MustCompile(`(?i)\bdisagree|\bdon.t agree\b|\bdo not agree\b|\bcontest\b|\bchallenge\b`)
	terminateWords = regexp.MustCompile(`(?i)\b(?:terminat\w+|cancel\w*|default\w*|end(?:s|ed)?)\b.*\b(?:agreement|plan)(?:on)?\b|\b(?:agreement|plan)\b.*\b(?:terminat\w+|cancel\w*|ends?)\b`)
	payWords       = regexp.MustCompile(`(?i)\b(?:pay|paid|paying|payment|payments|amount due|balance)\b`)
	replyWords     = regexp.MustCompile(`(?i)\b(?:respond|response|reply|replying|return (?:the|this|your)|send|mail|fax|upload|hear from you|contact us|call us|ca[li1]l|full payment of any tax|file|submit|provide|verify|sign|appeal|protest|agree|visit|appointment|in person)\b`)
	requestWords   = regexp.MustCompile(`(?i)\brequest\b`)
	// pastWords tie a day to something that has happened.
	pastWords = regexp.MustCompile(`(?i)\b(?:we received|was received|were received|received on|received from|sent you|we sent|dated|was due|were due|filed on|posted|assessed|previous|earlier)\b[^.]{0,40}$`)

	lienFiledWords = regexp.MustCompile(`(?i)\b(?:filed|filing|recorded|recording)\b[^.]{0,90}\b(?:lien|nftl)\b|\b(?:lien|nftl)\b[^.]{0,90}\b(?:filed|filing|recorded|recording)\b`)
	// weFiled says outright what the day behind it is, whatever heading stands before it.
	weFiled   = regexp.MustCompile(`(?i)\b(?:we|IRS)\s+(?:\w+\s+)?(?:filed|recorded)\b[^.]{0,60}\b(?:lien|NFTL)\b[^.0-9]{0,40}\bon\s*:?\s*$|\b(?:lien|NFTL)\b[^.0-9]{0,40}\b(?:was|were|has been|have been)\s+(?:filed|recorded)\b[^.0-9]{0,40}\bon\s*:?\s*$`)
	levyFrom  = regexp.MustCompile(`(?i)\b(?:levy|levying|seize|seizing)\b[^.]{0,120}\b(?:on or after|after|beginning|starting|as early as)\s*$`)
	goodWords = regexp.MustCompile(`(?i)\b(?:interest|penalt(?:y|ies)|charges?|additions?|figured|computed|calculated|accrued|balance|payoff|good)\b[^.]{0,80}\b(?:through|to|as of)\s*:?\s*$`)
	// rateWords are a sentence on the rates of interest of different times.
	rateWords = regexp.MustCompile(`(?i)^[^$]*\brates?\b[^$]*[0-9]\s?(?:%|percent)[^$]*$|^[^$]*\binterest\b[^$]*\brate of [0-9]{1,2} percent[^$]*$`)
	// interestIf is a row of a proposal: the interest there is, if all is paid by a day.
	interestIf = regexp.MustCompile(`(?i)\binterest\b[^.$]{0,30}\bif paid by\s*$`)
	atOnce     = regexp.MustCompile(`(?i)\b(?:[il1|]mm[a-z1|]{5,8}y|right away|at once|as soon as possible|now|(?:within|in the next|no later than|not later than)\s+(?:the next\s+)?([0-9]{1,3}|ten|twenty|thirty|sixty|ninety)\s+(?:\(?[0-9]{1,2}\)?\s+)?(?:calendar |business )?days)\b`)
	payNow     = regexp.MustCompile(`(?i)\b(?:pay|send us)\b[^.]{0,60}\$[0-9,]+\.[0-9]{2}[^.]{0,30}\b(?:now|[il1|]mm[a-z1|]{5,8}y|today|right away|at once)\b`)
)

// dayOf says for which acts the words around a day in running text name it: those
// right before it, its sentence, and the paragraph for what the sentence leaves
// out.
func dayOf(before, sentence, paragraph string) []noticed.DateRole {
	if terminateWords.MatchString(sentence) && onDate.MatchString(before) && !hearingWords.MatchString(sentence) {
		roles := []noticed.DateRole{noticed.DateTerminateOn}
		if byDate.MatchString(before) {
			roles = append(roles, noticed.DatePayBy, noticed.DateReplyBy)
		}
		return roles
	}
	if !byDate.MatchString(before) || pastWords.MatchString(before) {
		return nil
	}
	switch {
	case payAmountBy.MatchString(before):
		return []noticed.DateRole{noticed.DatePayBy, noticed.DateReplyBy}
	case petitionWords.MatchString(sentence):
		return []noticed.DateRole{noticed.DatePetitionBy}
	case hearingWords.MatchString(sentence):
		if laterHearing.MatchString(hearingForm.ReplaceAllString(sentence, "")) {
			return nil
		}
		return []noticed.DateRole{noticed.DateHearingBy}
	case disputeWords.MatchString(sentence), disagreeWords.MatchString(sentence):
		return []noticed.DateRole{noticed.DateDisputeBy, noticed.DateReplyBy}
	}
	if requestWords.MatchString(sentence) && hearingWords.MatchString(hearingForm.ReplaceAllString(paragraph, "")) && !laterHearing.MatchString(hearingForm.ReplaceAllString(sentence, "")) {
		return []noticed.DateRole{noticed.DateHearingBy} // "Your request must be postmarked by …"
	}
	pay, reply := payWords.MatchString(sentence), replyWords.MatchString(sentence)
	switch {
	case pay && reply:
		return []noticed.DateRole{noticed.DatePayBy, noticed.DateReplyBy, noticed.DateDisputeBy}
	case pay:
		return []noticed.DateRole{noticed.DatePayBy}
	case reply:
		return []noticed.DateRole{noticed.DateReplyBy, noticed.DateDisputeBy, noticed.DatePayBy}
	}
	return nil
}

// addDay notes a day for an act and that its ink is explained.
func (r *reader) addDay(roles []noticed.DateRole, run layout.Run, d printed.DateMatch, place noticed.Place) {
	box := run.Box(d.Start, d.End)
	if r.explained(box) {
		return
	}
	r.markDate(box)
	r.ActDays = append(r.ActDays, see(r, ActDay{d.Value, roles}, run, d.Start, d.End, place, d.Repaired))
}

// takeDay adds the day that a label announces.
func (r *reader) takeDay(h hit, place noticed.Place) {
	for _, v := range r.values(h) {
		d, ok := announced(v.text())
		if !ok {
			continue
		}
		d = shiftDate(d, v.start)
		if h.kind == labelLienFiled {
			r.markDate(v.run.Box(d.Start, d.End))
			r.LienFiled = append(r.LienFiled, see(r, d.Value, v.run, d.Start, d.End, place, d.Repaired))
			return
		}
		r.addDay(labelRoles[h.kind], v.run, d, place)
		return
	}
}

// announced is the date that begins a text, or stands behind a few words and a
// colon: "these changes: February 28, 2020".
func announced(text string) (printed.DateMatch, bool) {
	if d, ok := printed.Date(text); ok {
		return d, true
	}
	all := printed.Dates(text)
	if len(all) == 0 {
		return printed.DateMatch{}, false
	}
	lead := strings.TrimSpace(text[:all[0].Start])
	return all[0], strings.HasSuffix(lead, ":") && len(strings.Fields(lead)) <= 5 || strings.HasSuffix(lead, " is") && len(strings.Fields(lead)) <= 6
}

// proseDay takes what a sentence says of a day for certain: the period that
// ended on it and the form in brackets behind it, the act that is due by it.
func (r *reader) proseDay(run layout.Run, d printed.DateMatch, place noticed.Place) {
	box := run.Box(d.Start, d.End)
	if r.explained(box) {
		return
	}
	before, after := run.Text[:d.Start], run.Text[d.End:]
	from, to := sentenceAround(run.Text, d.Start, d.End)
	sentence := run.Text[from:to]
	lead := run.Text[from:d.Start]
	if place == noticed.PlaceStub && stubPeriod.MatchString(before) { // "Write the tax period (December 31, 2016) on your payment"
		r.markDate(box)
		r.Periods = append(r.Periods, see(r, Period{End: printed.PeriodEnd{End: d.Value}}, run, d.Start, d.End, place, d.Repaired))
		return
	}
	if yearEnded.MatchString(before) {
		r.markDate(box)
		p := Period{End: printed.PeriodEnd{End: d.Value}}
		if m := formNamed.FindStringSubmatch(after); m != nil {
			p.Form, _ = printed.Form(m[1])
		}
		r.Periods = append(r.Periods, see(r, p, run, d.Start, d.End, place, d.Repaired))
		return
	}
	if weFiled.MatchString(lead) || lienFiledWords.MatchString(sentence) && onDate.MatchString(lead) && !hearingWords.MatchString(sentence) && !strings.Contains(strings.ToLower(sentence), "refil") {
		r.markDate(box)
		r.LienFiled = append(r.LienFiled, see(r, d.Value, run, d.Start, d.End, place, d.Repaired))
		return
	}
	if levyFrom.MatchString(lead) {
		r.markDate(box) // the law gives that day, and it is nobody's deadline
		return
	}
	if rateWords.MatchString(sentence) && !byDate.MatchString(lead) {
		r.markDate(box) // from which day on a rate holds
		return
	}
	if goodWords.MatchString(lead) || interestIf.MatchString(lead) {
		r.markDate(box)
		r.GoodThrough = append(r.GoodThrough, see(r, d.Value, run, d.Start, d.End, place, d.Repaired))
		return
	}
	if roles := dayOf(lead, sentence, run.Text); len(roles) > 0 {
		r.addDay(roles, run, d, place)
	}
}

// readAtOnce notes whether the page asks for an answer at once, or within a
// number of days that it does not turn into a date.
func (r *reader) readAtOnce() {
	for _, g := range r.Layout.Paragraphs() {
		text := layout.Join(g.Words())
		r.LostDates += max(0, len(monthName.FindAllString(text, -1))-len(printed.Dates(text)))
		r.Immediately = r.Immediately || payNow.MatchString(text) || doImmediately.MatchString(text)
		for _, m := range atOnce.FindAllStringSubmatchIndex(text, -1) {
			from, to := sentenceAround(text, m[0], m[1])
			s := text[from:to]
			if !replyWords.MatchString(s) || hearingWords.MatchString(s) || alreadyPaid.MatchString(s) {
				continue
			}
			r.AtOnce = true
			if m[2] >= 0 {
				r.WithinDays = append(r.WithinDays, number(text[m[2]:m[3]]))
			}
		}
	}
}

// doImmediately is the heading over what a notice asks to be done.
var doImmediately = regexp.MustCompile(`(?i)\bneed to do immediately\b|\bpay immediately\b`)

// monthName is a month with what may be a day behind it, and no street: 31 December Ln.
var monthName = regexp.MustCompile(`(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+(?:[0-9][0-9A-Za-z]?|[OoIlSZBb][0-9OoIlSZBb]?|[A-Za-z][0-9])\b`)

// number is a number of days in figures or in words.
func number(s string) int {
	words := map[string]int{"ten": 10, "twenty": 20, "thirty": 30, "sixty": 60, "ninety": 90}
	if n, ok := words[strings.ToLower(s)]; ok {
		return n
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

var alreadyPaid = regexp.MustCompile(`(?i)\b(?:already|disregard|ignore)\b`)
