package sheet

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"noticed"
	"noticed/classify/layout"
	"noticed/classify/legible"
	"noticed/classify/printed"
)

var (
	cityLine   = regexp.MustCompile(`^([A-Zcopsuvwxz][A-Za-z.' -]+?)[,;:]?\s+([A-Zitl!|10[][A-Za-z!|10])\.?\s+([0-9OIlSBZ]{5})(?:\s?[-–]\s?[0-9OIlSBZ]{4})?$`)
	streetLine = regexp.MustCompile(`(?i)^(?:[0-9]{1,6}[A-Z]?(?:[-/][0-9]+)?\s+\S|P\.?\s?O\.?\s+BOX|BOX\s|RR\s|APT\b|UNIT\b|STE\b|SUITE\b|C/O\b|%)`)

	// damagedStreet is a street whose number is damaged.
	damagedStreet = regexp.MustCompile(`^[A-Z]?[0-9]+[A-Z]?(?:[-/][0-9]+)?(?:[.,:']?\s+\S|[.,:'][A-Z])`)

	treasury = layout.Fold("Department of the Treasury")
	service  = layout.Fold("Internal Revenue Service")
	revenue  = layout.Fold("Internal Revenue")
	// revenueService is how its name ends where the beginning is damaged.
	revenueService = layout.Fold("Revenue Service")
)

// states are the codes by which an address line ends within the United States:
// states, the District, territories and military post offices.
const states = " AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR VI GU AS MP AA AE AP "

func inStates(code string) bool { return strings.Contains(states, " "+code+" ") }

// isCity says whether a line ends an address. Dirt behind it doesn't count.
func isCity(s string) bool {
	s = strings.Trim(s, " .,:;'`~-°*_|"+`"`)
	m := cityLine.FindStringSubmatch(s)
	return halfState.MatchString(s) || m != nil && (inStates(strings.ToUpper(m[2])) || inStates(capitals.Replace(m[2])))
}

// halfState is such a line whose state lost one of its letters.
var halfState = regexp.MustCompile(`^[A-Z][A-Za-z .'-]{2,},\s+[A-Z]\s+[0-9]{5}(?:-[0-9]{4})?$`)

// capitals are the letters of a state for the strokes that recognition made of them.
var capitals = strings.NewReplacer("!", "I", "|", "I", "l", "I", "1", "I", "0", "O", "Q", "O", "It", "IL", "lt", "IL", "tL", "IL", "tN", "IN", "[", "I")

// cityOf is the beginning of a cell that ends an address: what somebody wrote close
// behind it is no part of it.
func cityOf(c layout.Cell) layout.Cell {
	for n := 3; n < len(c.Words); n++ {
		if isCity(layout.Join(c.Words[:n])) {
			c.Words, c.Box = c.Words[:n], layout.Around(c.Words[:n])
			break
		}
	}
	return c
}

// logo is how many letters the logo beside the service's name may be taken for.
const logo = 4

// readLetterhead looks for the sender on top of the page.
func (r *reader) readLetterhead() {
	r.MentionIRS = strings.Contains(r.Text, service) || strings.Contains(r.Text, treasury) || strings.Contains(r.Text, layout.Fold("irs.gov"))
	other := false
	ends := map[string]bool{} // how lines end whose beginnings are damaged
	for c := range r.Layout.Cells {
		if c.Box.MidY() > 0.14*r.Layout.Height {
			break
		}
		text := layout.Fold(c.Text())
		if len(c.Words) > 7 {
			continue
		}
		before, isService := strings.CutSuffix(text, service)
		if layout.Alike(text, treasury) || layout.Alike(text, service) || isService && (len(before) <= logo || strings.HasPrefix(text, treasury)) {
			r.Letterhead = true
		}
		other = other || otherAuthority.MatchString(c.Text())
		last := layout.Fold(c.Words[len(c.Words)-1].Text)
		ends["treasury"] = ends["treasury"] || layout.Alike(last, "treasury")
		ends["service"] = ends["service"] || strings.HasSuffix(text, revenueService) // a state has Revenue Services
	}
	r.Letterhead = r.Letterhead && (!other || ends["service"]) || ends["treasury"] && ends["service"]
}

// otherAuthority is how a state's own Department of the Treasury is headed, and what
// stands in place of the service where the letter is of another bureau of the federal
// one (31 U.S.C. 301 and after).
var otherAuthority = regexp.MustCompile(`(?i)^(?:state|commonwealth) of\s|^division of\s|^(?:bureau|office) of the (?:fiscal service|comptroller|inspector general)\b|^financial management service\b|^treasury (?:offset program|inspector general)\b|^(?:united states|u\.?s\.?) mint\b|^alcohol and tobacco tax\b|^financial crimes enforcement\b`)

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
			space := d.Box.Top() - foot(last)
			if space > 1.6*r.Layout.Type || space < -0.5*r.Layout.Type || abs(d.Box.Left()-left) > 6*r.Layout.Type {
				continue
			}
			out = append(out, d)
			break
		}
	}
	return out
}

// foot is where the words of a cell end; the stroke of a logo among them may reach lower.
func foot(c layout.Cell) float64 {
	words := slices.DeleteFunc(slices.Clone(c.Words), func(w layout.Word) bool { return letters(w.Text) == 0 })
	if len(words) == 0 {
		return c.Box.Bottom()
	}
	return layout.Around(words).Bottom()
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
			if len(lines) > 0 && (r.Office == nil || !OnceMore(r.Office.Value, texts(lines))) { // the last one
				r.Payment = r.seeAddress(lines, noticed.PlaceStub)
			}
		case c.Box.MidY() < 0.22*r.Layout.Height && r.Office == nil:
			officeBottom = c.Box.Bottom()
			if len(lines) > 0 {
				r.Office = r.seeAddress(lines, noticed.PlaceHeader)
				officeBottom = lines[len(lines)-1].Box.Bottom()
			}
		}
	}
	r.readWindow(officeBottom)
	r.readBeside(officeBottom)
	r.readStubNames()
	r.readAskedFor()
}

// seeAddress is an address that stands in cells, one to a line: as clear as the least
// clear of its words but the service's own name, which a logo spoils and nobody needs.
func (r *reader) seeAddress(cells []layout.Cell, place noticed.Place) *Seen[[]string] {
	box, least := cells[0].Box, 1.0
	for _, c := range cells {
		box = box.Union(c.Box)
		if ownName(c.Text()) != "" {
			continue
		}
		for _, w := range c.Words {
			if legible.AddressWord(w.Text) {
				w.Confidence = max(w.Confidence, spelt)
			}
			least = min(least, w.Confidence)
		}
	}
	if r.How != noticed.HowText && twoInOne(cells) {
		least = 0
	}
	lines := officeTexts(cells)
	return &Seen[[]string]{Value: lines, Evidence: r.evidence(box, strings.Join(lines, " "), place), Confidence: least, Second: r.second}
}

// twoInOne says whether two lines of an address were recognised as one: a word is as high
// as both, and one of them was lost.
func twoInOne(cells []layout.Cell) bool {
	const high, few = 1.8, 3
	var heights []float64
	for _, c := range cells {
		for _, w := range c.Words {
			if letters(w.Text) >= few { // the stroke of a logo is none
				heights = append(heights, w.Box.Height())
			}
		}
	}
	slices.Sort(heights)
	return len(heights) > 0 && heights[len(heights)-1] > high*heights[len(heights)/2]
}

// OnceMore says whether an address on the stub is that of the office once more: both end
// in the same line, or in what a scan makes of it. One to pay to stands in capitals, for the window of an envelope, and is
// one of its own though the office be in the same town.
func OnceMore(office, onStub []string) bool {
	if len(office) == 0 || len(onStub) == 0 {
		return false
	}
	a, b := office[len(office)-1], onStub[len(onStub)-1]
	return layout.Alike(layout.Fold(a), layout.Fold(b)) && !inCapitals(b) || layout.Fold(a) == layout.Fold(b) && inCapitals(a)
}

func inCapitals(s string) bool { return s == strings.ToUpper(s) }

// ownName is the service's name, or the department's, if a line is that, damaged or
// beside a logo; empty for any other line.
func ownName(line string) string {
	switch f := layout.Fold(line); {
	case strings.Contains(f, layout.Fold("nternal")) && strings.Contains(f, layout.Fold("revenue")), strings.HasSuffix(f, revenueService), layout.Resembles(f, service):
		return "Internal Revenue Service"
	case strings.Contains(f, layout.Fold("department")) && strings.Contains(f, layout.Fold("treasur")), layout.Resembles(f, treasury):
		return "Department of the Treasury"
	}
	return ""
}

// officeTexts are the lines of an address of the service, the service's own name
// without the logo or the dirt beside it.
func officeTexts(cells []layout.Cell) []string {
	out := texts(cells)
	for i, t := range out {
		out[i] = cmp.Or(ownName(t), strings.TrimLeft(t, dirt))
	}
	return slices.DeleteFunc(out, func(t string) bool { return t == "IRS" || t == "IR" || t == "RS" }) // the logo, or what is left of it
}

// withRight is a line of an address with what stands apart from it to its right: the ZIP
// code in letters from the correspondence system, a mail stop ("P.O. Box 9941     Stop 6579").
func (r *reader) withRight(c layout.Cell) layout.Cell {
	right, ok := r.Layout.Right(c)
	if !ok || right.Box.Left()-c.Box.Right() > 8*r.Layout.Type {
		return c
	}
	if text := c.Text(); mailStop.MatchString(right.Text()) || !isCity(text) && isCity(text+" "+right.Text()) {
		return joined(c, right)
	}
	return c
}

// upToCity is the beginning of a column up to its city line, each line whole; nothing if
// it has none.
func (r *reader) upToCity(cells []layout.Cell) []layout.Cell {
	var out []layout.Cell
	for _, c := range cells {
		out = append(out, r.withRight(c))
		if isCity(out[len(out)-1].Text()) {
			return out
		}
	}
	return nil
}

var mailStop = regexp.MustCompile(`(?i)^(?:mail\s?)?stop\b`)

var ampersand = regexp.MustCompile(`\s+(?:&|AND)\s+`)
