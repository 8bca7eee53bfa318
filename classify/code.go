package classify

import (
	"regexp"
	"strings"

	"noticed"
	"noticed/classify/catalog"
	"noticed/classify/sheet"
)

// codeShape is what a code looks like that the catalogue need not have.
var codeShape = regexp.MustCompile(`^(?i)(?:CP|LT|LTR|ST)\s?-?\s?[0-9]{1,4}\s?-?[A-Z]{0,2}$`)

// bars are the signs that a capital I is taken for.
var bars = strings.NewReplacer("!", "I", "|", "I")

// mayBeCode says whether a text can stand for a notice's code: it is in the
// catalogue, nothing but look-alikes away from one row of it, or shaped like a
// code. A bare number needs a label before it.
func mayBeCode(c *catalog.Catalog) sheet.CodeTest {
	return func(text string, labelled bool) bool {
		text = strings.Trim(bars.Replace(text), " .:")
		if m := c.Resolve(text); len(m.Entries) > 0 {
			return labelled || !m.Bare
		}
		if codeShape.MatchString(text) || strings.ContainsAny(text, "0123456789") && codeShape.MatchString(zeros(text)) {
			return true
		}
		_, ok := onlyRow(c, text, 0)
		if !ok && labelled {
			near := c.Near(text) // "CPOS" may be a word, and is none behind a label
			return len(near) == 1 && near[0].Distance <= 1 || len(near) > 1 && near[0].Distance <= 1 && near[1].Distance > near[0].Distance
		}
		return ok && (labelled || len(strings.Fields(text)) <= 2)
	}
}

// onlyRow is the one row of the catalogue that a damaged reading can be: within a distance,
// 0 of letters that look alike and 1 of a single other damage, such as CPOS.
func onlyRow(c *catalog.Catalog, text string, within int) (catalog.Entry, bool) {
	near := c.Near(text)
	if len(near) == 0 || near[0].Distance > within || len(near) > 1 && near[1].Distance <= within {
		return catalog.Entry{}, false
	}
	return near[0].Entry, true
}

// barely is the confidence of a reading that has letters only where a code has figures.
const barely = 0.3

// figureO is a reading of a code with the letter O for the figure 0: behind the
// letters of a code no O can stand, and the two look the same.
func figureO(c *catalog.Catalog, text string) string {
	if t := zeros(text); len(c.Resolve(text).Entries) == 0 && len(c.Resolve(t).Entries) == 1 {
		return t
	}
	return text
}

// zeros is a text shaped like a code with figures for the Os behind its letters.
func zeros(text string) string {
	m := lettersFirst.FindStringSubmatch(text)
	if m == nil {
		return text
	}
	return m[1] + strings.NewReplacer("O", "0", "o", "0").Replace(m[2])
}

// lettersFirst is a code with its letters and what stands behind them.
var lettersFirst = regexp.MustCompile(`^(?i)((?:CP|LT|LTR|L)\s?)([0-9Oo]+[A-Z]{0,2})$`)

// smallL is the code that a reading with a small l in it must be: no code has one,
// so that it stands for an I or a 1.
func smallL(c *catalog.Catalog, text string) (catalog.Entry, bool) {
	if strings.Count(text, "l") != 1 {
		return catalog.Entry{}, false
	}
	letter, letterOnly := c.Resolve(strings.Replace(text, "l", "I", 1)).One()
	figure, figureOnly := c.Resolve(strings.Replace(text, "l", "1", 1)).One()
	switch {
	case letterOnly && !figureOnly:
		return letter, true
	case figureOnly && !letterOnly:
		return figure, true
	}
	return catalog.Entry{}, false
}

// anotherWithI says whether a code is another one of the catalogue with an I behind it.
func anotherWithI(c *catalog.Catalog, e catalog.Entry) bool {
	other, one := c.Resolve(e.Code + "I").One()
	return one && other.Code == e.Code+"I"
}

// innerI is the code that a reading is with an I for the 1 before its last letter: of
// small print the two are one stroke, CP141A and CP14IA.
func innerI(c *catalog.Catalog, text string) (catalog.Entry, bool) {
	m := oneBefore.FindStringSubmatch(text)
	if m == nil || len(c.Resolve(text).Entries) > 0 {
		return catalog.Entry{}, false
	}
	return c.Resolve(m[1] + "I" + m[2]).One()
}

var oneBefore = regexp.MustCompile(`^(?i)((?:CP|LT)\s?[0-9]+)1([A-Z])$`)

// codeReading is what the places of the paper say of the code.
type codeReading struct {
	settled[string]
	entry     catalog.Entry
	known     bool // entry is the notice
	printed   string
	ambiguous []string // the codes that the printed one may be
}

// unlisted marks a code that the catalogue does not have.
const unlisted = "?"

// readCode settles which notice it is. A damaged reading votes for the code that
// another place prints if that is among those it may have been; one that is
// shaped like a code is not damaged but another code.
func readCode(c *catalog.Catalog, seen []sheet.Seen[sheet.Code]) codeReading {
	var r codeReading
	var exact, bare, stroked, damaged []sheet.Seen[string]
	firm, clearly := map[string]bool{}, map[string]bool{}
	for _, o := range seen {
		o.Value.Text = figureO(c, bars.Replace(o.Value.Text))
		v := sheet.Seen[string]{Evidence: o.Evidence, Confidence: o.Confidence, Second: o.Second, Repaired: o.Repaired}
		m := c.Resolve(o.Value.Text)
		switch e, one := m.One(); {
		case one && o.Value.Stroke && anotherWithI(c, e):
			v.Value, v.Repaired = e.Code+"I", true
			stroked = append(stroked, v)
		case one && (o.Value.Labelled || !m.Bare):
			v.Value = e.Code
			exact = append(exact, v)
			firm[e.Code] = true
			clearly[e.Code] = clearly[e.Code] || o.Confidence >= 0.5
		case m.Ambiguous():
			for _, e := range m.Entries {
				r.ambiguous = append(r.ambiguous, e.Code)
			}
		case one:
			bare = append(bare, with(o, e.Code))
		default:
			v.Value = o.Value.Text
			damaged = append(damaged, v)
		}
	}
	for i, v := range exact {
		if c := v.Value + "I"; v.Confidence < 0.5 && firm[c] { // the thinnest of letters is lost at the end of a word
			exact[i].Value, exact[i].Repaired = c, true
		}
	}
	for _, v := range stroked { // it stands on its own feet only beside a place that has either whole
		if !clearly[v.Value] && !clearly[strings.TrimSuffix(v.Value, "I")] {
			v.Confidence = min(v.Confidence, barely)
		}
		exact = append(exact, v)
	}
	for _, v := range bare { // a number without its letters says nothing of its own
		if v.Repaired = len(firm) == 0; v.Repaired || firm[v.Value] {
			exact = append(exact, v)
		}
	}
	for _, v := range damaged {
		if v, ok := guess(c, v, firm); ok {
			exact = append(exact, v)
		}
	}
	r.settled = settle(exact)
	if !r.found {
		return r
	}
	r.entry, r.known = c.Lookup(r.value)
	if r.known && len(r.rivals) == 0 && r.confidence < certain && (clearPlaces(exact, r.value) >= 2 || alike(exact, r.value)) {
		r.confidence = certain // no other code of the catalogue can have been read so
	}
	r.printed = strings.TrimPrefix(r.value, unlisted)
	for _, o := range seen {
		if m := c.Resolve(o.Value.Text); r.known && len(m.Entries) == 1 && m.Entries[0].Code == r.value {
			r.printed = o.Value.Text
			break
		}
	}
	return r
}

// guess is what a damaged reading counts for, beside the codes that other places print
// whole; false if it is neither a code nor clear, where other places give one.
func guess(c *catalog.Catalog, v sheet.Seen[string], firm map[string]bool) (sheet.Seen[string], bool) {
	whole := codeShape.MatchString(v.Value)
	if e, ok := smallL(c, v.Value); ok {
		v.Value, v.Repaired = e.Code, true
	} else if e, ok := onlyRow(c, v.Value, 0); ok {
		v.Value, v.Repaired = e.Code, true
	} else if e, ok := ofStrokes(c, v.Value); ok {
		v.Value, v.Repaired = e.Code, true
	} else if e, ok := backed(c, v.Value, firm, whole); ok && v.Confidence < 1 {
		v.Value, v.Repaired = e, true
	} else if e, ok := onlyRow(c, v.Value, 1); ok && len(firm) == 0 && !whole && v.Confidence < 1 {
		v.Value, v.Repaired, v.Confidence = e.Code, true, min(v.Confidence, barely)
	} else if e, ok := innerI(c, v.Value); ok && len(firm) == 0 && v.Confidence < 1 {
		v.Value, v.Repaired, v.Confidence = e.Code, true, min(v.Confidence, barely) // a person is to see that it was so
	} else if len(firm) > 0 && v.Confidence < 0.5 {
		return v, false
	} else {
		v.Value, v.Repaired = unlisted+strings.ToUpper(strings.ReplaceAll(v.Value, " ", "")), v.Repaired || !whole
	}
	return v, true
}

// clearPlaces counts the places at which a code was read clearly, be it with a
// letter in it that stands for a figure.
func clearPlaces(seen []sheet.Seen[string], code string) (n int) {
	for _, site := range sitesOf(seen) {
		if o, ok := clearest(site, code); ok && o.Confidence >= 0.5 {
			n++
		}
	}
	return n
}

// alike says whether readings enough have a code alike, and none another one: by
// count, be they unclear, because recognition is sure of words and not of codes.
// One with a letter in it that stands for a figure counts half.
func alike(seen []sheet.Seen[string], code string) bool {
	n, firmly := 0.0, false
	for _, o := range seen {
		switch {
		case o.Value != code:
			return false
		case o.Repaired:
			n += 0.5
		case o.Confidence >= firm:
			n, firmly = n+1, true
		}
	}
	return firmly && n >= 2.5
}

// ofStrokes is the code that a reading is whose figures are strokes, each of them: LTiL is
// LT11, and not LT16, whatever other places say.
func ofStrokes(c *catalog.Catalog, text string) (catalog.Entry, bool) {
	m := strokesOnly.FindStringSubmatch(text)
	if m == nil {
		return catalog.Entry{}, false
	}
	return c.Resolve(m[1] + strings.Repeat("1", len(m[2]))).One()
}

var strokesOnly = regexp.MustCompile(`^(CP|LT)([1IilL]{2,3})$`)

// backed is the one code that other places print whole and this reading may have been: of
// two it says nothing. One that is shaped like a code itself may have been another only by
// letters and figures that look alike.
func backed(c *catalog.Catalog, text string, firm map[string]bool, shaped bool) (code string, ok bool) {
	nearest := 0
	for _, n := range c.Near(text) {
		switch {
		case !firm[n.Entry.Code] || shaped && n.Distance > 1 || ok && n.Distance > nearest:
		case ok:
			return "", false
		default:
			code, ok, nearest = n.Entry.Code, true, n.Distance
		}
	}
	if ok {
		return code, true
	}
	for other := range firm {
		n := lettersForFigures(strings.ToUpper(text), other)
		lost := len(text) >= len("CP2") && strings.HasPrefix(other, strings.ToUpper(text)) // its end: by itself it is no code
		if n != 1 && (n != 2 || shaped) && !lost {
			continue
		}
		if ok {
			return "", false
		}
		code, ok = other, true
	}
	return code, ok
}

// lettersForFigures is in how many letters a reading differs from a code that has figures
// there, or the other way round: that is damage and no other code. It is 0 where they
// differ otherwise, or not at all.
func lettersForFigures(text, code string) (n int) {
	if len(text) != len(code) {
		return 0
	}
	for i := range len(code) {
		if text[i] == code[i] {
			continue
		}
		if n++; isFigure(text[i]) == isFigure(code[i]) {
			return 0
		}
	}
	return n
}

func isFigure(c byte) bool { return c >= '0' && c <= '9' }

// codeReasons says what is wrong with the code.
func (r codeReading) reasons() []noticed.Reason {
	var out []noticed.Reason
	switch {
	case len(r.ambiguous) > 0:
		out = append(out, noticed.Reason{Code: noticed.ReasonAmbiguousCode, Field: noticed.FieldCode, Place: noticed.PlaceHeader, Values: r.ambiguous,
			Message: "the code that is printed belongs to more than one notice"})
	case !r.found:
		out = append(out, noticed.Reason{Code: noticed.ReasonCodeUnreadable, Field: noticed.FieldCode,
			Message: "this is from the IRS, but no notice code could be read on it"})
	case !r.known:
		out = append(out, noticed.Reason{Code: noticed.ReasonUnknownCode, Field: noticed.FieldCode, Place: r.place(), Values: []string{r.printed},
			Message: "the code " + r.printed + " is not in the catalogue"})
	}
	return append(out, doubts(noticed.FieldCode, "the notice code", r.settled, func(s string) string { return strings.TrimPrefix(s, unlisted) })...)
}

// doubts turns rival readings and a weak one into reasons.
func doubts[T comparable](field noticed.Field, what string, s settled[T], show func(T) string) []noticed.Reason {
	if !s.found {
		return nil
	}
	var out []noticed.Reason
	for _, o := range s.rivals {
		out = append(out, noticed.Reason{
			Code: noticed.ReasonDisagreement, Field: field, Place: o.Evidence.Place, Values: []string{show(s.value), show(o.Value)},
			Message: what + " reads " + show(o.Value) + " at the " + string(o.Evidence.Place) + " and " + show(s.value) + elsewhere(s.evidence),
		})
	}
	if len(out) == 0 && s.confidence < certain {
		out = append(out, noticed.Reason{
			Code: noticed.ReasonWeak, Field: field, Place: s.evidence[0].Place, Values: []string{show(s.value)},
			Message: what + " was read as " + show(s.value) + howOften(s.evidence),
		})
	}
	return out
}

// howOften says of a value that is not certain what is wrong with its reading.
func howOften(evidence []noticed.Evidence) string {
	if len(evidence) > 1 {
		return " in " + itoa(len(evidence)) + " places, and at none of them clearly"
	}
	return " in one place only, and not clearly"
}

func elsewhere(evidence []noticed.Evidence) string {
	if len(evidence) == 0 {
		return " elsewhere"
	}
	return " at the " + string(evidence[0].Place)
}
