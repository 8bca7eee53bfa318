package sheet

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"noticed"
	"noticed/classify/layout"
	"noticed/classify/printed"
)

// kind is what a label announces.
type kind int

const (
	labelNotice kind = iota + 1
	labelNoticeDate
	labelPeriod
	labelForm
	labelID
	labelContact
	labelHours
	labelCaller
	labelPerson
	labelFax
	labelPage
	labelCase
	labelAUR
	labelCertified
	labelReplyRefer
	labelPetitionBy
	labelHearingBy
	labelReplyBy
	labelDisputeBy
	labelTerminateOn
	labelLienFiled
	labelDue
	labelRefund
	labelPayBy
	labelOwed // what was owed before additions: never what is due
)

// labels are the words of each label, as they are printed in the designs of
// different years. Capitalisation, spaces and punctuation do not matter.
var labels = map[kind][]string{
	labelNotice:     {"Notice", "Notice number", "Notice no", "Letter", "Letter number", "Letter no", "Number of this letter", "LTR", "Aviso"},
	labelNoticeDate: {"Notice date", "Date of notice", "Letter date", "Date", "Date of this notice", "Date of this letter", "Fecha del aviso"},
	labelPeriod:     {"Tax year", "Tax period", "Tax period ended", "Tax period ending", "Tax year ended", "Tax years", "Tax periods", "For tax year", "For tax period", "For the tax year", "For the tax period", "For tax period ending", "For tax period ended", "For tax year ending", "For tax year ended", "Año tributario", "Año contributivo"},
	labelForm:       {"Tax form", "Form", "Form number"},
	labelID: {"Social security number", "Social security", "SSN", "Taxpayer ID number", "Taxpayer ID",
		"Taxpayer identification number", "Taxpayer identification", "Tax ID number", "Employer ID number", "Employer ID", "Employer identification number",
		"Employer identification", "EIN", "Número de Seguro Social"},
	labelContact: {"To contact us", "Contact us", "Phone", "Phone number", "Telephone", "Telephone number", "Contact telephone number", "Contact phone number",
		"For assistance call", "IRS telephone number", "IRS phone number", "Contact number", "Contact person's telephone number", "Para comunicarse con nosotros"},
	labelHours:      {"Hours of operation", "Hours"},
	labelCaller:     {"Caller ID"},
	labelPerson:     {"Person to contact", "Contact person", "Contact person's name", "Contact person's ID number", "Employee ID number", "Employee identification number", "Employee ID", "IRS contact", "Revenue officer"},
	labelFax:        {"Fax number", "Contact fax number", "Fax"},
	labelPage:       {"Page", "Página"},
	labelCase:       {"Case reference number", "Case reference", "Case number", "Case ID"},
	labelAUR:        {"AUR control number", "AUR control", "AUR number"},
	labelCertified:  {"Certified mail number", "Certified mail", "Certified mail no", "Certified number"},
	labelReplyRefer: {"In reply refer to", "Please refer to", "Refer reply to"},
	labelPetitionBy: {"Last day to petition Tax Court", "Last day to file a petition", "Last day to petition", "Last date to petition Tax Court", "Last date to file a petition",
		"Last day to file a petition with the United States Tax Court", "Last day to petition the Tax Court", "Last day to file a petition with the Tax Court",
		"Last date to petition", "Last day to petition the United States Tax Court", "Petition the Tax Court by", "Last day to petition U.S. Tax Court"},
	labelReplyBy: {"Respond by", "Please respond by", "Reply by", "Please reply by", "Response due", "Response due date", "Response due by", "Response date", "Response deadline",
		"Respond no later than", "You must respond by", "Last day to respond", "Deadline to respond", "Reply due date", "File by", "File your return by", "Please file by",
		"Please file your return by", "Return due by", "Verify by", "Return the response form by", "Contact us by", "Call us by", "Please contact us by", "Date to respond by",
		"You must return the response form by", "Send us your response by", "We need your response by", "We must receive your response by", "Reply to us by"},
	labelDisputeBy: {"Dispute by", "Last day to dispute", "Last date to dispute", "Deadline to dispute", "Last day to disagree", "Last day to request abatement",
		"Last date to request abatement", "Deadline to request abatement", "Deadline to request abatement of tax", "Request abatement by", "Last day to request an abatement",
		"Abatement request deadline", "Abatement deadline", "Dispute this change by", "Deadline to dispute this change", "Deadline to dispute the change",
		"Last day to dispute this change", "Last day to dispute the change", "Last day to request reversal", "Last day to request a reversal of this change", "Last day to challenge this change"},
	labelTerminateOn: {"Termination date", "Agreement termination date", "Date of termination", "Agreement ends", "Agreement ends on", "Plan ends on", "Agreement will end on",
		"Installment agreement termination date", "Agreement terminates on", "We will terminate your agreement on", "We will terminate your installment agreement on"},
	labelLienFiled: {"Date lien filed", "Lien filed", "Lien filing date", "Date of filing", "Date filed", "Filing date", "Date of lien filing", "NFTL filing date",
		"Notice of federal tax lien filed on", "Notice of federal tax lien filed", "Lien filed on", "Date NFTL filed"},
	labelHearingBy: {"Last day to request a hearing", "Last date to request a hearing", "Request a hearing by", "Request hearing by", "Request your hearing by",
		"Request a CDP hearing by", "Hearing request due", "Hearing request deadline", "Hearing request due date", "Deadline to request a hearing",
		"Last day to request a CDP hearing", "Last day to request a collection due process hearing"},
	labelDue: {"Amount due", "Total amount due", "Amount due immediately", "Amount due by", "Total due", "Balance due", "Amount you owe", "Total amount you owe",
		"Total amount due immediately", "Payment due immediately", "Amount due now", "Total balance due", "Total you owe", "Amount due on", "Amount you owe by",
		"Total amount due by", "Balance due by", "Amount owed", "Pay this amount", "Cantidad adeudada", "Proposed amount due", "Proposed balance due", "Proposed amount you owe",
		"Total proposed amount due", "Amount of lien", "Amount on lien", "Total amount on lien", "Total amount of lien", "Total lien amount", "Total unpaid balance", "Total unpaid",
		"Payment due", "Payment due now", "Total proposed penalty", "Proposed penalty", "Proposed penalty amount", "Amount of proposed penalty", "Total penalty", "Amount you need to pay", "Your total balance due",
		"Current balance", "Balance you owe", "Your balance due", "Your amount due", "Penalty amount due", "Your balance", "Total balance", "Amount due if paid by", "Amount you now owe", "You now owe", "Amount now due",
		"Total payment due", "Total payment due immediately", "Total payment due now"},
	labelRefund: {"Refund due", "Your refund", "Your refund is", "Amount of refund", "Refund", "Refund amount", "Amount of your refund", "Your refund amount", "Total refund", "Refund due you",
		"Amount to be refunded", "Your new refund", "Your new refund is", "Your corrected refund", "Revised refund", "Proposed refund", "Refund you will receive", "Remaining refund",
		"Refund remaining", "Refund we are sending you", "Refund due to you", "Your refund due", "Amount to be refunded to you", "Refund left"},
	labelOwed: {"Amount you owed", "Balance you owed", "Tax you owed", "Tax you owe", "Amount you previously owed", "Account balance before this change", "Amount you owed before", "Past due amount",
		"Past-due amount", "Past due payment", "Amount past due", "Total tax you owe", "Amount due before this change"},
	labelPayBy: {"Pay by", "Payment due date", "Due date", "Due by", "Please pay by", "Pay amount due by", "Payment due by", "Pay amount by", "Pay no later than", "Please pay no later than"},
}

// label is one folded spelling of a label.
type label struct {
	kind kind
	text string // folded
}

// folded are all labels, in an order that is the same in every process: of two
// that a damaged text is like, the first is taken.
var folded = func() []label {
	var out []label
	for k, spellings := range labels {
		for _, s := range spellings {
			out = append(out, label{k, layout.Fold(s)})
		}
	}
	slices.SortFunc(out, func(a, b label) int { return cmp.Or(cmp.Compare(a.text, b.text), cmp.Compare(a.kind, b.kind)) })
	return out
}()

// hit is a label on the page, with what stands behind it in its own cell.
type hit struct {
	kind  kind
	cell  layout.Cell
	run   layout.Run // the cell's
	start int        // where the label begins in the run
	end   int        // where the label ends in the run
	limit int        // where the next label of the cell begins, or the run's end
}

func (h hit) box() noticed.Box { return h.run.Box(h.start, h.end) }

// alone says whether nothing but the label stands in its cell.
func (h hit) alone() bool { return h.start == 0 && strings.Trim(h.run.Text[h.end:], " :.") == "" }

// text is the label as printed.
func (h hit) text() string { return strings.Trim(h.run.Text[h.start:h.end], " :.") }

// findHits finds every label that begins a cell, and those that follow one
// another in a cell that begins with a label, as in the one-line header of
// later pages.
func (r *reader) findHits() {
	for c := range r.Layout.Cells {
		run := layout.NewRun(c.Words)
		first := len(r.hits)
		for i, at := range run.Starts() {
			if len(r.hits) > first && at < r.hits[len(r.hits)-1].end {
				continue
			}
			k, end := labelAt(run.Text[at:])
			if k == 0 || otherDate(k, run.Text[at:at+end], run.Text[at+end:]) {
				if i == 0 {
					break
				}
				continue
			}
			if n := len(r.hits); n > first && r.hits[n-1].kind == k && strings.Trim(run.Text[r.hits[n-1].end:at], " :") == "" {
				r.hits[n-1].end = at + end // "Letter: Letter 2645C"
				continue
			}
			r.hits = append(r.hits, hit{kind: k, cell: c, run: run, start: at, end: at + end, limit: len(run.Text)})
		}
		for i := first; i+1 < len(r.hits); i++ {
			r.hits[i].limit = r.hits[i+1].start
		}
	}
	r.findBroken()
}

// otherDate says whether a label is the word date of another date than the
// notice's: "Date of assessment", "Date received".
func otherDate(k kind, label, rest string) bool {
	if k != labelNoticeDate || layout.Fold(label) != "date" {
		return false
	}
	rest = strings.TrimLeft(rest, " ")
	if rest == "" || !unicode.IsLetter(rune(rest[0])) {
		return false
	}
	_, isDate := printed.Date(rest)
	return !isDate
}

// labelAt returns the longest label that a text begins with and where it ends;
// a damaged one only where no label stands there whole. "Your" may stand before
// any of them.
func labelAt(s string) (kind, int) {
	if k, end := labelAtStart(s); k != 0 {
		return k, end
	}
	if rest, ok := strings.CutPrefix(s, "Your "); ok {
		if k, end := labelAtStart(rest); k != 0 {
			return k, end + len(s) - len(rest)
		}
	}
	return 0, 0
}

func labelAtStart(s string) (kind, int) {
	found, end := kind(0), 0
	damaged, damagedEnd := kind(0), 0
	exact, longest := 0, 0 // lengths of the labels that were found
	for i, r := range s {
		next := i + utf8.RuneLen(r)
		if next > 64 {
			break
		}
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) || !labelEnds(s, r, next) {
			continue
		}
		f := layout.Fold(s[:next])
		for _, l := range folded {
			switch {
			case f == l.text:
				found, end, exact = l.kind, next, len(l.text)
			case len(l.text) >= 8 && len(f) >= 8 && layout.Alike(f, l.text) && (next > damagedEnd || l.kind == labelOwed):
				damaged, damagedEnd, longest = l.kind, next, len(l.text)
			}
		}
	}
	if damagedEnd > end+3 && longest > exact+3 && found != damaged {
		return damaged, damagedEnd
	}
	if found == 0 {
		found, end = damaged, damagedEnd
	}
	if rest := s[end:]; strings.HasPrefix(rest, ")") && strings.Contains(s[:end], "(") { // "Tax period(s)"
		end++
	}
	return found, end
}

// labelEnds says whether a label may end behind the rune r: at a word's end, or
// where recognition glued a value to it ("NoticeCP14", "Taxyear2017").
func labelEnds(s string, r rune, next int) bool {
	if next >= len(s) {
		return true
	}
	after, _ := utf8.DecodeRuneInString(s[next:])
	if !unicode.IsLetter(after) && !unicode.IsDigit(after) {
		return true
	}
	return unicode.IsLower(r) && (unicode.IsUpper(after) || unicode.IsDigit(after))
}

// value is a place where the value of a label may stand.
type value struct {
	run        layout.Run
	start, end int
}

func (v value) text() string { return v.run.Text[v.start:v.end] }

// values are the places where the value of a label may stand, the likeliest
// first: behind it, right of it, right of its second line, below it.
func (r *reader) values(h hit) []value {
	var out []value
	if strings.Trim(h.run.Text[h.end:h.limit], " :.-#") != "" {
		out = append(out, value{h.run, h.end, h.limit})
		start := h.end + max(0, strings.IndexFunc(h.run.Text[h.end:], isLetterOrDigit))
		if words := h.run.Between(start, h.limit); h.limit == len(h.run.Text) && len(words) == 1 {
			out = append(out, whole(layout.Cell{Words: words, Box: layout.Around(words), Line: h.cell.Line, Index: h.cell.Index}))
		}
	}
	if h.limit < len(h.run.Text) {
		return out // another label follows: nothing further right is this one's
	}
	right, ok := r.Layout.Right(h.cell)
	for ok && strings.IndexFunc(right.Text(), isLetterOrDigit) < 0 { // dirt in front of it
		right, ok = r.Layout.Right(right)
	}
	if ok && !r.labelled(right) {
		out = append(out, whole(right))
	}
	if below, ok := r.Layout.Below(h.cell, 1.2); ok {
		if !r.labelled(below) {
			out = append(out, whole(below))
		}
		if !r.labelled(below) || len(below.Words) == 1 { // "Social security / number"
			if right, ok := r.Layout.Right(below); ok && !r.labelled(right) && right.Box.Left() > h.box().Right()-2 && !r.fits(h.kind, below.Text()) {
				out = append(out, whole(right))
			}
		}
	}
	return append(out, r.broken(h)...)
}

func isLetterOrDigit(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }

// labelled says whether a cell begins with a label.
func (r *reader) labelled(c layout.Cell) bool { return r.labelOf(c) != 0 }

// labelOf is the kind of the label that a cell begins with, 0 if it has none.
func (r *reader) labelOf(c layout.Cell) kind {
	for _, h := range r.hits {
		if h.cell.Line == c.Line && h.cell.Index == c.Index && h.start == 0 {
			return h.kind
		}
	}
	return 0
}

func whole(c layout.Cell) value {
	run := layout.NewRun(c.Words)
	return value{run, 0, len(run.Text)}
}
