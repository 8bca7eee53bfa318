package sheet

import (
	"regexp"
	"slices"
	"strings"

	"noticed"
	"noticed/classify/layout"
)

// What a sentence asks to be sent, and the number to send it to by fax.
var (
	sendHearing = regexp.MustCompile(`(?i)\b(?:send|mail|fax|file|return)\b.*\b(?:hearing|12153)\b|\b(?:hearing|12153)\b.*\b(?:send|mail|address|fax)\b|\b(?:send|mail)\b.*\brequest\b|\baddress\b.*\b(?:hearing|12153)\b`)
	sendReply   = regexp.MustCompile(`(?i)\b(?:send|mail|fax|return)\b.*\b(?:response|reply|form|documents?|information|letter|return|correspondence|statement|papers|records|it|them|us|to)\b|\b(?:response|reply|correspondence)\b.*\b(?:address|to)\s*:|\btell us\b.*\bform\b`)
	sendPayment = regexp.MustCompile(`(?i)\b(?:payment|check|money order|coupon)\b`)
	faxNo       = regexp.MustCompile(`(?i)\bfax\b[^0-9]{0,30}([0-9(][0-9() .-]{9,16}[0-9])`)
)

// readAskedFor finds the lines under a sentence that says where a hearing
// request, or another answer, is to be sent. Where the page ends behind such a
// sentence, the next one begins with the address.
func (r *reader) readAskedFor() {
	paragraphs := r.Layout.Paragraphs()
	for i, g := range paragraphs {
		text := layout.Join(g.Words())
		if g.Box.MidY() >= r.stubTop {
			continue
		}
		role := sentTo(text)
		if role == "" && i > 0 && r.hangs(paragraphs[i-1], g) {
			role = sentTo(layout.Join(paragraphs[i-1].Words()) + " " + text)
		}
		if role == "" {
			continue
		}
		if m := faxNo.FindStringSubmatch(text); m != nil && r.Fax == "" && (role == noticed.AddressHearingRequest || r.Hearing == nil) {
			r.Fax = strings.TrimSpace(m[1])
		}
		address := r.addressIn(g)
		switch {
		case address == nil && (strings.HasSuffix(strings.TrimSpace(text), ":") || r.endsBody(paragraphs, g)):
			r.Trailing = role // the address may stand on the next page
		case address == nil:
		case role == noticed.AddressHearingRequest && r.Hearing == nil:
			r.Hearing = address
		case role == noticed.AddressReply && r.Reply == nil:
			r.Reply = address
		}
	}
	r.readLeading()
}

// hangs says whether a paragraph carries on the item of a list whose bullet stands out
// to its left.
func (r *reader) hangs(item, g layout.Paragraph) bool {
	in, space := g.Box.Left()-item.Box.Left(), g.Box.Top()-item.Box.Bottom()
	return in > 0 && in < 3*r.Layout.Type && abs(space) < r.Layout.Type
}

// endsBody says whether nothing stands between a paragraph and the stub or the foot of
// the page but where it continues and its number.
func (r *reader) endsBody(all []layout.Paragraph, g layout.Paragraph) bool {
	return !slices.ContainsFunc(all, func(o layout.Paragraph) bool {
		return o.Box.MidY() > g.Box.Bottom() && o.Box.MidY() < min(r.stubTop, 0.93*r.Layout.Height) && !continued.MatchString(layout.Join(o.Words()))
	})
}

// continued is what stands at the foot of a page that another follows.
var continued = regexp.MustCompile(`(?i)^(?:continued\b|page [0-9])`)

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
		if c.Box.MidY() > 0.35*r.Layout.Height || len(c.Words) > 7 && !r.labelled(c) {
			return // running text stands before it
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
			r.Leading = r.seeAddress(cells, noticed.PlaceProse)
		}
		return
	}
}

// addressIn is the address that ends a paragraph or follows it: lines up to a
// city line, from the line that names the service or a box or street on.
func (r *reader) addressIn(g layout.Paragraph) *Seen[[]string] {
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
	if first == city { // the lines above it were lost
		return nil
	}
	cells = cells[first : city+1]
	return r.seeAddress(cells, noticed.PlaceProse)
}

// addressLine says whether a cell may be a line of an address: every word of it
// begins with a capital or a figure, but one that could hardly be recognised, and it is
// no sentence.
func addressLine(c layout.Cell) bool {
	text := strings.TrimSpace(c.Text())
	if strings.HasSuffix(text, ":") || strings.HasSuffix(text, ".") || len(c.Words) > 7 {
		return false
	}
	const hardly = 0.5
	for _, w := range c.Words {
		if first := w.Text[0]; w.Confidence >= hardly && first >= 'a' && first <= 'z' && w.Text != "of" && w.Text != "the" && w.Text != "and" && w.Text != "for" {
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
