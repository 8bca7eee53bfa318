package sheet

import (
	"regexp"
	"slices"
	"strings"

	"noticed"
	"noticed/classify/layout"
	"noticed/classify/printed"
)

var (
	cityLine   = regexp.MustCompile(`^([A-Z][A-Za-z.' -]+?),?\s+([A-Z]{2})\.?\s+([0-9OIlSBZ]{5})(?:\s?[-–]\s?[0-9OIlSBZ]{4})?$`)
	streetLine = regexp.MustCompile(`(?i)^(?:[0-9]{1,6}[A-Z]?(?:[-/][0-9]+)?\s+\S|P\.?\s?O\.?\s+BOX|BOX\s|RR\s|APT\b|UNIT\b|STE\b|SUITE\b|C/O\b|%)`)

	sendHearing = regexp.MustCompile(`(?i)\b(?:send|mail|fax|file|return)\b.*\b(?:hearing|12153)\b|\b(?:hearing|12153)\b.*\b(?:send|mail|address|fax)\b|\b(?:send|mail)\b.*\brequest\b|\baddress\b.*\b(?:hearing|12153)\b`)
	sendReply   = regexp.MustCompile(`(?i)\b(?:send|mail|fax|return)\b.*\b(?:response|reply|form|documents?|information|letter|return|correspondence|statement|papers|records|it|them|us|to)\b|\b(?:response|reply|correspondence)\b.*\b(?:address|to)\s*:`)
	sendPayment = regexp.MustCompile(`(?i)\b(?:payment|check|money order|coupon)\b`)
	faxNo       = regexp.MustCompile(`(?i)\bfax\b[^0-9]{0,30}([0-9(][0-9() .-]{9,16}[0-9])`)

	treasury = layout.Fold("Department of the Treasury")
	service  = layout.Fold("Internal Revenue Service")
)

// states are the codes by which an address line ends within the United States:
// states, the District, territories and military post offices.
const states = " AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR VI GU AS MP AA AE AP "

func inStates(code string) bool { return strings.Contains(states, " "+code+" ") }

func isCity(s string) bool {
	m := cityLine.FindStringSubmatch(strings.TrimSpace(s))
	return m != nil && inStates(m[2])
}

// readLetterhead looks for the sender on top of the page.
func (r *reader) readLetterhead() {
	r.MentionIRS = strings.Contains(r.Text, service) || strings.Contains(r.Text, treasury) || strings.Contains(r.Text, layout.Fold("irs.gov"))
	for c := range r.Layout.Cells {
		if c.Box.MidY() > 0.14*r.Layout.Height {
			break
		}
		text := layout.Fold(c.Text())
		if len(c.Words) <= 7 && (layout.Alike(text, treasury) || layout.Alike(text, service) || strings.HasSuffix(text, service) && strings.HasPrefix(text, treasury)) {
			r.Letterhead = true
		}
	}
}

// column are the cells below one another that begin at the same edge, from a
// cell on.
func (r *reader) column(c layout.Cell, most int) []layout.Cell {
	out := []layout.Cell{c}
	for len(out) < most {
		last := out[len(out)-1]
		next, ok := r.Layout.Below(last, 1.6)
		if !ok || abs(next.Box.Left()-c.Box.Left()) > 2*r.Layout.Type {
			break
		}
		out = append(out, next)
	}
	return out
}

// stack are the cells below one another from a cell on whose edges need not be
// the same: a logo beside a letterhead moves one of its lines.
func (r *reader) stack(c layout.Cell, most int) []layout.Cell {
	out := []layout.Cell{c}
	left := c.Box.Left()
	for i := c.Line + 1; i < len(r.Layout.Lines) && len(out) < most; i++ {
		last := out[len(out)-1]
		if r.Layout.Lines[i].Box.Top()-last.Box.Bottom() > 3*r.Layout.Type {
			break
		}
		for _, d := range r.Layout.Lines[i].Cells {
			space := d.Box.Top() - last.Box.Bottom()
			if space > 1.6*r.Layout.Type || space < -0.5*r.Layout.Type || abs(d.Box.Left()-left) > 6*r.Layout.Type {
				continue
			}
			out = append(out, d)
			break
		}
	}
	return out
}

func texts(cells []layout.Cell) []string {
	var out []string
	for _, c := range cells {
		out = append(out, printed.Mask(c.Text()))
	}
	return out
}

// readAddresses reads the office on top, the address window under it, the
// addresses that requests and answers go to, and the address on the stub.
func (r *reader) readAddresses() {
	officeBottom := 0.0
	for c := range r.Layout.Cells {
		text := layout.Fold(c.Text())
		if !layout.Alike(text, treasury) && !layout.Alike(text, service) {
			continue
		}
		lines := r.upToCity(r.stack(c, 8))
		switch {
		case c.Box.MidY() >= r.stubTop:
			if len(lines) > 0 && !r.officeAgain(lines) { // the last one
				r.Payment = texts(lines)
			}
		case c.Box.MidY() < 0.22*r.Layout.Height && r.Office == nil:
			r.Office = r.officeTexts(lines)
			officeBottom = c.Box.Bottom()
			if len(lines) > 0 {
				officeBottom = lines[len(lines)-1].Box.Bottom()
			}
		}
	}
	r.readWindow(officeBottom)
	r.readStubNames()
	r.readAskedFor()
}

// officeAgain says whether an address on the stub is that of the office once
// more.
func (r *reader) officeAgain(lines []layout.Cell) bool {
	return len(r.Office) > 0 && layout.Fold(lines[len(lines)-1].Text()) == layout.Fold(r.Office[len(r.Office)-1])
}

// officeTexts are the lines of an office's address, the service's own name
// without the logo or the dirt beside it.
func (r *reader) officeTexts(cells []layout.Cell) []string {
	out := texts(cells)
	if len(cells) > 0 {
		out[len(out)-1] = printed.Mask(r.cityText(cells[len(cells)-1]))
	}
	for i, t := range out {
		switch f := layout.Fold(t); {
		case strings.Contains(f, layout.Fold("nternal")) && strings.Contains(f, layout.Fold("revenue")):
			out[i] = "Internal Revenue Service"
		case strings.Contains(f, layout.Fold("department")) && strings.Contains(f, layout.Fold("treasur")):
			out[i] = "Department of the Treasury"
		}
	}
	return slices.DeleteFunc(out, func(t string) bool { return layout.Fold(t) == layout.Fold("IRS") }) // the logo
}

// cityText is the text of a cell, with the ZIP code that stands apart from it on
// its line in letters from the correspondence system.
func (r *reader) cityText(c layout.Cell) string {
	text := c.Text()
	if right, ok := r.Layout.Right(c); ok && !isCity(text) && right.Box.Left()-c.Box.Right() < 8*r.Layout.Type && isCity(text+" "+right.Text()) {
		return text + " " + right.Text()
	}
	return text
}

// upToCity is the beginning of a column up to its city line; nothing if it has
// none.
func (r *reader) upToCity(cells []layout.Cell) []layout.Cell {
	for i, c := range cells {
		if isCity(r.cityText(c)) {
			return cells[:i+1]
		}
	}
	return nil
}

// readWindow reads the addressees: from the lines above the first city line in
// the left half under the letterhead, and from those above a city line on the
// stub, where the same people stand in small letters.
func (r *reader) readWindow(top float64) {
	window := false
	for c := range r.Layout.Cells {
		inStub := c.Box.MidY() >= r.stubTop
		if c.Box.Top() <= top || !inStub && (window || !r.Letterhead || c.Box.Left() > 0.5*layout.Width || c.Box.MidY() > 0.45*r.Layout.Height) {
			continue
		}
		if !isCity(c.Text()) {
			continue
		}
		var above []layout.Cell
		last := c
		for range 5 {
			prev, ok := r.above(last)
			if !ok || prev.Box.Top() <= top {
				break
			}
			above = append(above, prev)
			last = prev
		}
		taken := r.takeNames(above, inStub)
		window = window || taken && !inStub
	}
	if r.Letterhead && !window {
		r.Foreign = !r.readForeignWindow(top)
	}
}

// above is the cell right above c with the same left edge.
func (r *reader) above(c layout.Cell) (layout.Cell, bool) {
	for i := c.Line - 1; i >= 0; i-- {
		for _, d := range r.Layout.Lines[i].Cells {
			space := c.Box.Top() - d.Box.Bottom()
			if space > 1.6*max(r.Layout.Type, c.Box.Height()) {
				continue
			}
			if abs(d.Box.Left()-c.Box.Left()) < r.Layout.Type && space > -0.5*r.Layout.Type {
				return d, true
			}
		}
		if c.Box.Top()-r.Layout.Lines[i].Box.Bottom() > 3*r.Layout.Type {
			break
		}
	}
	return layout.Cell{}, false
}

// takeNames reads the lines above the city line, the nearest first: street
// lines, then names; whether there were any.
func (r *reader) takeNames(above []layout.Cell, inStub bool) bool {
	first := 0
	for i, c := range above[:min(3, len(above))] {
		if streetLine.MatchString(c.Text()) || isCity(c.Text()) {
			first = i + 1
		}
	}
	if first == 0 {
		return false // no street: not an address window that can be told apart
	}
	return r.addNames(above[first:], inStub)
}

// addNames takes the lines of an address window above its street, the nearest
// first, for those of the people; whether it could.
func (r *reader) addNames(above []layout.Cell, inStub bool) bool {
	var lines []string
	var words []layout.Word
	for _, c := range above {
		if tradeName.MatchString(c.Text()) {
			continue
		}
		text := strings.ReplaceAll(strings.TrimSpace(c.Text()), "|", "I") // what looks like a bar in a name is the letter
		if strings.Contains(text, ":") || figures(text) && !company.MatchString(strings.ToUpper(text)) || !inStub && !allCaps(text) {
			break // the barcode line, or something else
		}
		if f := layout.Fold(text); layout.Contains(f, service) || layout.Contains(f, treasury) {
			return false // the service's own address
		}
		if len(text) < 3 {
			continue // dirt
		}
		if inStub {
			text = fromMixed(text)
		}
		lines = append([]string{strings.ToUpper(text)}, lines...)
		words = append(append([]layout.Word{}, c.Words...), words...)
	}
	if len(lines) == 0 || len(lines) > 3 {
		return false
	}
	place := noticed.PlaceHeader
	if inStub {
		place = noticed.PlaceStub
	}
	run := layout.NewRun(words)
	r.People = append(r.People, see(r, strings.Join(persons(lines), PeopleSeparator), run, 0, len(run.Text), place, !NameLike(strings.Join(lines, " ")) && !company.MatchString(lines[0])))
	return true
}

// readStubNames reads the names that stand on the stub under the service's
// address, without one of their own.
func (r *reader) readStubNames() {
	for _, p := range r.People {
		if p.Evidence.Place == noticed.PlaceStub {
			return
		}
	}
	for c := range r.Layout.Cells {
		if c.Box.MidY() < r.stubTop || !layout.Alike(layout.Fold(c.Text()), service) {
			continue
		}
		lines := r.column(c, 6)
		for i, l := range lines {
			if isCity(l.Text()) && i+1 < len(lines) {
				r.takeNames(append([]layout.Cell{l}, r.nameLines(lines[i+1:])...), true)
				return
			}
		}
	}
}

// nameLines are the first of some lines, as long as each word of them begins
// with a capital letter; the last first.
func (r *reader) nameLines(cells []layout.Cell) []layout.Cell {
	var out []layout.Cell
	for _, c := range cells {
		if r.labelled(c) {
			return out
		}
		for _, w := range c.Words {
			if f := w.Text[0]; (f < 'A' || f > 'Z') && w.Text != "&" && w.Text != "and" && w.Text != "|" {
				return out
			}
		}
		out = append([]layout.Cell{c}, out...)
	}
	return out
}

// fromMixed undoes, in a name in small letters, what can only be damage there: a
// word begins with no small l, and has no capital I or figure inside.
func fromMixed(s string) string {
	words := strings.Split(s, " ")
	for i, w := range words {
		if len(w) < 2 || w == strings.ToUpper(w) {
			continue
		}
		b := []byte(w)
		for j, c := range b {
			switch {
			case j == 0 && c == 'l':
				b[j] = 'I'
			case j > 0 && (c == 'I' || c == '1' || c == '|') && b[j-1] != '-' && b[j-1] != '.' && b[j-1] != '\'':
				b[j] = 'l'
			case j > 0 && c == '0':
				b[j] = 'o'
			}
		}
		words[i] = string(b)
	}
	return strings.Join(words, " ")
}

// figures says whether a text has digits, as a barcode's line has and no
// person's name.
func figures(s string) bool { return strings.ContainsAny(s, "0123456789") }

// tradeName begins a line that names the business another way, or whom the mail
// is in care of.
var tradeName = regexp.MustCompile(`(?i)^(?:d\s?/?\s?b\s?/?\s?a\b|t/a\b|a/k/a\b|c/o\b|%|in care of\b|attn\b)`)

// NameLike says whether a text in capitals is made of what names are made of: a
// sign among them is a damaged letter.
func NameLike(s string) bool {
	return strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZÁÉÍÓÚÑÜ .,'&/%-") == ""
}

// PeopleSeparator stands between the persons of one address window.
const PeopleSeparator = " / "

// company is how the name of a business ends: what stands on both sides of its
// ampersand are not two people.
var company = regexp.MustCompile(`(?:\b(?:LLC|L\.L\.C\.?|INC|INCORPORATED|CORP|CORPORATION|CO|COMPANY|LP|LLP|LTD|PC|PLLC|PARTNERS|PARTNERSHIP|ASSOCIATES|TRUST|FOUNDATION)\.?$)|^ESTATE OF\b`)

var ampersand = regexp.MustCompile(`\s+(?:&|AND)\s+`)

// persons are the people that the lines of an address window name. Spouses who
// share a line share the name at its end: PAT & SAM EXAMPLE are PAT EXAMPLE and
// SAM EXAMPLE.
func persons(lines []string) []string {
	var out []string
	for _, l := range lines {
		l = strings.TrimSuffix(strings.TrimSuffix(strings.Join(strings.Fields(l), " "), " &"), " AND")
		if company.MatchString(l) {
			out = append(out, l)
			continue
		}
		parts := ampersand.Split(l, -1)
		last := strings.Fields(parts[len(parts)-1])
		for _, p := range parts[:len(parts)-1] {
			if w := strings.Fields(p); len(last) > 1 && (len(w) == 1 || len(strings.Trim(w[len(w)-1], ".")) == 1) {
				p += " " + last[len(last)-1]
			}
			out = append(out, p)
		}
		out = append(out, parts[len(parts)-1])
	}
	return out
}

func allCaps(s string) bool {
	return s != "" && s == strings.ToUpper(s) && strings.ToLower(s) != s
}

// readAskedFor finds the lines under a sentence that says where a hearing
// request, or another answer, is to be sent. Where the page ends behind such a
// sentence, the next one begins with the address.
func (r *reader) readAskedFor() {
	for _, g := range r.Layout.Paragraphs() {
		text := layout.Join(g.Words())
		if g.Box.MidY() >= r.stubTop {
			continue
		}
		role := sentTo(text)
		if role == "" {
			continue
		}
		if m := faxNo.FindStringSubmatch(text); m != nil && r.Fax == "" && (role == noticed.AddressHearingRequest || r.Hearing == nil) {
			r.Fax = strings.TrimSpace(m[1])
		}
		lines := r.addressIn(g)
		switch {
		case lines == nil && strings.HasSuffix(strings.TrimSpace(text), ":"):
			r.Trailing = role // the address may stand on the next page
		case lines == nil:
		case role == noticed.AddressHearingRequest && r.Hearing == nil:
			r.Hearing = lines
		case role == noticed.AddressReply && r.Reply == nil:
			r.Reply = lines
		}
	}
	r.readLeading()
}

// sentTo is what a sentence asks to be sent to an address, by the last of its
// sentences that says so; empty if it asks for nothing of the kind.
func sentTo(text string) noticed.AddressRole {
	for _, s := range backwards(sentences(text)) {
		switch {
		case sendHearing.MatchString(s):
			return noticed.AddressHearingRequest
		case sendReply.MatchString(s) && !sendPayment.MatchString(s):
			return noticed.AddressReply
		}
	}
	return ""
}

func backwards(s []string) []string {
	out := slices.Clone(s)
	slices.Reverse(out)
	return out
}

// sentences cuts a text at its full stops.
func sentences(text string) []string {
	var out []string
	for start := 0; start < len(text); {
		_, end := sentenceAround(text, start, start)
		if end <= start {
			break
		}
		out = append(out, text[start:end])
		start = end
		for start < len(text) && text[start] == ' ' {
			start++
		}
	}
	return out
}

// readLeading reads an address that begins a page, under its repeated header.
func (r *reader) readLeading() {
	for c := range r.Layout.Cells {
		if c.Box.MidY() > 0.35*r.Layout.Height {
			return
		}
		if !isCity(c.Text()) {
			continue
		}
		cells := []layout.Cell{c}
		for range 5 {
			prev, ok := r.above(cells[0])
			if !ok || len(prev.Words) > 7 || strings.HasSuffix(strings.TrimSpace(prev.Text()), ".") || r.labelled(prev) {
				break
			}
			cells = append([]layout.Cell{prev}, cells...)
		}
		if len(cells) > 1 {
			r.Leading = texts(cells)
		}
		return
	}
}

// addressIn is the address that ends a paragraph or follows it: lines up to a
// city line, from the line that names the service or a box or street on.
func (r *reader) addressIn(g layout.Paragraph) []string {
	cells := g.Cells
	last := cells[len(cells)-1]
	if below := r.column(last, 7); len(below) > 1 {
		cells = append(append([]layout.Cell{}, cells...), below[1:]...)
	} else if next, ok := r.indented(last); ok {
		cells = append(append([]layout.Cell{}, cells...), r.column(next, 7)...)
	}
	city := -1
	for i, c := range cells {
		if c.Box.MidY() >= r.stubTop {
			break
		}
		if isCity(c.Text()) {
			city = i
			break
		}
	}
	if city < 1 {
		return nil
	}
	first := city
	for first > 0 {
		if !addressLine(cells[first-1]) {
			break
		}
		first--
	}
	return texts(cells[first : city+1])
}

// addressLine says whether a cell may be a line of an address: every word of it
// begins with a capital or a figure, and it is no sentence.
func addressLine(c layout.Cell) bool {
	text := strings.TrimSpace(c.Text())
	if strings.HasSuffix(text, ":") || strings.HasSuffix(text, ".") || len(c.Words) > 7 {
		return false
	}
	for _, w := range c.Words {
		if first := w.Text[0]; first >= 'a' && first <= 'z' && w.Text != "of" && w.Text != "the" && w.Text != "and" && w.Text != "for" {
			return false
		}
	}
	return true
}

// indented is the cell that follows under c a little further right or left.
func (r *reader) indented(c layout.Cell) (layout.Cell, bool) {
	for i := c.Line + 1; i < len(r.Layout.Lines); i++ {
		line := r.Layout.Lines[i]
		if line.Box.Top()-c.Box.Bottom() > 2.2*r.Layout.Type {
			return layout.Cell{}, false
		}
		for _, d := range line.Cells {
			if d.Box.Left() > c.Box.Left()-8*r.Layout.Type && d.Box.Left() < c.Box.Left()+12*r.Layout.Type && d.Box.Top() > c.Box.MidY() {
				return d, true
			}
		}
	}
	return layout.Cell{}, false
}
