package sheet

import (
	"regexp"
	"slices"
	"strings"

	"noticed"
	"noticed/classify/face"
	"noticed/classify/layout"
)

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
			whole := r.wholeLine(c)
			if !isCity(whole.Text()) {
				if whole = cityOf(c); inStub || !isCity(whole.Text()) {
					continue
				}
			}
			c = whole
		}
		if left, ok := r.leftOf(c); ok && c.Box.Left()-left.Box.Right() < 4*r.Layout.Type && isCity(left.Text()+" "+c.Text()) {
			c = left // the first word of a town, cut off by dirt: "ST   PAUL, MN 55101"
		}
		taken := r.takeNames(r.over(c, top), c, inStub)
		window = window || taken && !inStub
	}
	if r.Letterhead && !window {
		r.Foreign = !r.readForeignWindow(top)
	}
}

// leftOf is the cell before c on its line.
func (r *reader) leftOf(c layout.Cell) (layout.Cell, bool) {
	if c.Index == 0 {
		return layout.Cell{}, false
	}
	return r.Layout.Lines[c.Line].Cells[c.Index-1], true
}

// over are the cells above a city line that begin at the same edge, under top, the
// nearest first.
func (r *reader) over(c layout.Cell, top float64) []layout.Cell {
	var above []layout.Cell
	for range 5 {
		prev, ok := r.above(c)
		if !ok || prev.Box.Top() <= top {
			break
		}
		above = append(above, r.wholeLine(prev))
		c = prev
	}
	return above
}

// wholeLine is a cell of an address window with what follows close by on its line:
// a full stop that recognition lost makes a wide gap, "PAT ST   JOHN".
func (r *reader) wholeLine(c layout.Cell) layout.Cell {
	for _, next := range r.Layout.Lines[c.Line].Cells[c.Index+1:] {
		if next.Box.Left()-c.Box.Right() > 2.2*r.Layout.Type || r.labelled(next) {
			break
		}
		c = joined(c, next)
	}
	return c
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
func (r *reader) takeNames(above []layout.Cell, city layout.Cell, inStub bool) bool {
	seen, ok := r.namesIn(overStreet(above), inStub)
	if !ok {
		return false
	}
	seen.Repaired = seen.Repaired || r.misset(seen, append(slices.Clone(above), city))
	r.People = append(r.People, seen)
	return true
}

// overStreet are the lines above the street, of those above the city line; none if
// there is no street, because no address window can be told apart without.
func overStreet(above []layout.Cell) []layout.Cell {
	first := 0
	for i, c := range above[:min(3, len(above))] {
		if streetLine.MatchString(strings.TrimLeft(c.Text(), dirt)) && !sorting.MatchString(c.Text()) || isCity(c.Text()) {
			first = i + 1
		}
	}
	if first == 0 && len(above) > 1 && damagedStreet.MatchString(above[0].Text()) {
		first = 1
	}
	if first == 0 {
		return nil
	}
	return above[first:]
}

// misset says whether a word of names that were recognised is not as wide, beside the
// other words of their address window, as it reads.
func (r *reader) misset(names Seen[string], window []layout.Cell) bool {
	if r.How == noticed.HowText {
		return false
	}
	var of, others []face.Word
	for _, c := range window {
		if r.Layout.Fraction(c.Box).MidY() < names.Evidence.Box.Top() {
			continue // the line by which mail is sorted, and its bars
		}
		for i, w := range c.Words {
			if len(w.Text) == 1 || i+1 < len(c.Words) && c.Words[i+1].Box.Left() < w.Box.Right() {
				continue // its box may be off by as much as it is wide
			}
			f := face.Word{Text: strings.NewReplacer("|", "I", "!", "I").Replace(w.Text), Width: w.Box.Width()}
			if strings.Trim(f.Text, ".,'`-") != f.Text {
				continue // its box may leave them out
			}
			if names.Evidence.Box.Holds(r.Layout.Fraction(w.Box)) {
				of = append(of, f)
			} else {
				others = append(others, f)
			}
		}
	}
	return slices.Contains(face.Misset(append(of, others...))[:len(of)], true)
}

// dirt may stand before the number of a street.
const dirt = `° '"*({[|.,~-` + "`"

// sorting is the line of figures and points over an address by which mail is
// sorted; recognition puts spaces in it.
var sorting = regexp.MustCompile(`^[0-9][0-9., ]{11,}`)

// addNames takes the lines of an address window above its street, the nearest
// first, for those of the people; whether it could.
func (r *reader) addNames(above []layout.Cell, inStub bool) bool {
	names, ok := r.namesIn(above, inStub)
	if ok {
		r.People = append(r.People, names)
	}
	return ok
}

// namesIn reads such lines, and whether they are people's.
func (r *reader) namesIn(above []layout.Cell, inStub bool) (Seen[string], bool) {
	var lines []string
	var words []layout.Word
	for _, c := range above {
		if tradeName.MatchString(c.Text()) {
			continue
		}
		text := nameText(c)
		if r.How != noticed.HowText {
			text = mendCase(text)
		}
		if strings.Contains(text, ":") || figures(text) && !company.MatchString(strings.ToUpper(text)) && !damagedInitial(text) || !inStub && !allCaps(text) {
			break // the barcode line, or something else
		}
		if len(lines) > 0 && (unsure(c) || bars(c)) {
			break // a barcode that was taken for letters
		}
		if f := layout.Fold(text); layout.Contains(f, service) || layout.Alike(f, service) || layout.Contains(f, revenue) || layout.Contains(f, treasury) {
			return Seen[string]{}, false // the service's own address
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
		return Seen[string]{}, false
	}
	place := noticed.PlaceHeader
	if inStub {
		place = noticed.PlaceStub
	}
	run := layout.NewRun(words)
	damaged := false
	if !company.MatchString(lines[0]) {
		damaged = !NameLike(strings.Join(lines, " "))
		for i, line := range lines {
			if r.How != noticed.HowText && lostPart(line) {
				lines[i], damaged = splitInitials(line), true
			}
		}
	}
	return see(r, strings.Join(persons(lines), PeopleSeparator), run, 0, len(run.Text), place, damaged), true
}

// splitInitials gives the initials of a name that lost the space before them it back.
func splitInitials(name string) string {
	words := strings.Fields(name)
	for i, w := range words {
		if gluedInitial(w) && len(w) > 3 {
			words[i] = w[:len(w)-2] + " " + w[len(w)-2:]
		}
	}
	return strings.Join(words, " ")
}

// gluedInitial says whether a word of a name ends in a full stop and is none that does.
func gluedInitial(w string) bool {
	stem, ok := strings.CutSuffix(w, ".")
	return ok && len(stem) > 1 && !strings.Contains(stem, ".") && !abbreviations[stem]
}

// lostPart says whether a person's name shows that a part of it was lost: a full stop
// stands behind a word that has none, where an initial lost the space before it
// ("LIN." for "LI N."), or one stroke stands behind the name, of II or III, or IT.
func lostPart(name string) bool {
	words := strings.Fields(name)
	return slices.ContainsFunc(words, gluedInitial) || len(words) > 2 && (words[len(words)-1] == "I" || words[len(words)-1] == "IT")
}

// abbreviations are parts of names that end in a full stop.
var abbreviations = map[string]bool{"ST": true, "JR": true, "SR": true, "DR": true, "MR": true, "MRS": true, "MS": true, "STE": true, "FT": true, "MT": true, "PH": true, "ESQ": true}

// nameText is the text of a line of a name. What looks like a bar in it is the
// letter I, as are the strokes of a II or III behind it, and quotation marks are
// dirt.
func nameText(c layout.Cell) string {
	words := strings.Fields(strings.NewReplacer("|", "I", "!", "I", `"`, "", "*", "", "_", "").Replace(doubleName.ReplaceAllString(apart(c.Text()), "$1-$2")))
	for i, w := range words {
		words[i] = first.ReplaceAllString(w, "${1}1$2")
		words[i] = stuckInitial.ReplaceAllString(lostSpace.ReplaceAllString(strings.Trim(words[i], "'`"), "$1 $2"), "$1 $2")
		if len(words[i]) == 2 && words[i][1] == ',' {
			words[i] = words[i][:1] + "." // of an initial
		}
		switch {
		case i > 0 && len(w) >= 2 && len(w) <= 3 && strings.Trim(w, "Il1") == "":
			words[i] = strings.Repeat("I", len(w))
		case i > 1 && len(w) == 3 && strings.Trim(w, "Iil1L") == "": // behind two words of a name no LIL stands
			words[i] = "III"
		case i > 1 && i+1 == len(words) && len(w) == 3 && strings.Trim(w, "Iil1LTt") == "": // nor an ITL
			words[i] = "III"
		case i > 1 && i+1 == len(words) && len(w) == 2 && strings.Trim(w, "Iil1tfj") == "": // nor a tf
			words[i] = "II"
		case i+1 < len(words) && (w == "0" || w == "0."): // an initial
			words[i] = "O" + w[1:]
		case i > 0 && (w == "HI" || w == "IH" || w == "Hl" || w == "lH"): // two strokes that touch
			words[i] = "III"
		}
	}
	return strings.Join(words, " ")
}

// apart sets an ampersand apart from the name that it sticks to.
func apart(s string) string {
	return andBefore.ReplaceAllString(andBehind.ReplaceAllString(s, "$1 &$2"), "$1& $2")
}

// andBehind and andBefore are an ampersand that dirt sticks to a name: "NGUYEN/& PETER".
var (
	andBehind = regexp.MustCompile(`(\pL{2})[^\pL\s&]*&(\s|$)`)
	andBefore = regexp.MustCompile(`(^|\s)&[^\pL\s&]*(\pL{2})`)
)

// lostSpace is a speck that stands for the space between two words.
var lostSpace = regexp.MustCompile(`^(\pL{3,})\.(\pL+)$`)

// first is an ordinal of which the 1 was taken for a letter: 2IST.
var first = regexp.MustCompile(`^([0-9]*)[IilL|](ST|st)$`)

// doubleName is a name of two with a space at its hyphen.
var doubleName = regexp.MustCompile(`(\pL{2}) ?- ?(\pL{2})`)

// stuckInitial is an initial that lost the space behind it.
var stuckInitial = regexp.MustCompile(`^(\pL\.)(\pL{3,})$`)

// damagedInitial says whether the only figures of a name are in one short word
// between its others: an initial that was read twice, as 8B for B.
func damagedInitial(text string) bool {
	damaged := 0
	words := strings.Fields(text)
	for i, w := range words {
		switch {
		case figures(w) && len(w) == 2 && strings.Trim(w, "0123456789") != "" && i > 0 && i < len(words)-1:
			damaged++
		case figures(w) || !NameLike(strings.ToUpper(w)):
			return false
		}
	}
	return damaged == 1
}

// unsure says whether no word of a line was recognised with any certainty.
func unsure(c layout.Cell) bool {
	for _, w := range c.Words {
		if w.Confidence >= 0.35 {
			return false
		}
	}
	return true
}

// bars says whether a line is of letters that bars are taken for, most of them without
// any certainty.
func bars(c layout.Cell) bool {
	sum := 0.0
	for _, w := range c.Words {
		if strings.Trim(w.Text, "CEFHIJLPTil|!1.,'`") != "" {
			return false
		}
		sum += w.Confidence
	}
	return sum < 0.35*float64(len(c.Words))
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
				r.takeNames(append([]layout.Cell{l}, r.nameLines(lines[i+1:])...), l, true)
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
var tradeName = regexp.MustCompile(`(?i)^(?:d\s?/?\s?b\s?/?\s?a\b|t/a\b|a/k/a\b|c[/i1l|]o\b|%|in care of\b|attn\b)`)

// NameLike says whether a text in capitals is made of what names are made of: a
// sign among them is a damaged letter.
func NameLike(s string) bool {
	return strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZÁÉÍÓÚÑÜ .,'&/%-") == ""
}

// PeopleSeparator stands between the persons of one address window.
const PeopleSeparator = " / "

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
