package sheet

import (
	"strings"
	"unicode"

	"noticed"
	"noticed/classify/layout"
)

// detach are the folded words by which a payment stub announces itself.
var detach = foldAll("detach", "cut here", "tear off", "tear here",
	"return this portion", "return this part", "return this voucher", "include this portion", "with your payment to", "keep the upper", "send this portion")

func foldAll(s ...string) []string {
	out := make([]string, len(s))
	for i, v := range s {
		out[i] = layout.Fold(v)
	}
	return out
}

// titles are names of the stub, which prose may mention: they announce it only
// as a line of their own.
var stubTitles = foldAll("payment coupon", "payment stub", "payment voucher", "contact information", "remittance")

// findStub tells where the payment stub begins. It stands in the lower part of a
// page and repeats the header's block; the line to cut along, or the words about
// detaching it, stand above that block.
func (r *reader) findStub() {
	half := 0.5 * r.Layout.Height
	block := r.Layout.Height
	kinds := map[kind]bool{}
	for _, h := range r.hits {
		switch h.kind {
		case labelNotice, labelNoticeDate, labelID:
			if h.box().Top() > half && r.parses(h) && !r.headsTable(h) {
				block = min(block, h.box().Top())
				kinds[h.kind] = true
			}
		case labelDue:
			kinds[h.kind] = kinds[h.kind] || h.box().Top() > half
		}
	}
	if block == r.Layout.Height || len(kinds) < 2 { // the foot of a letter has its number only
		return
	}
	r.stubTop = block - 1.5*r.Layout.Type
	for c := range r.Layout.Cells {
		above := block - c.Box.Top()
		if above < -2*r.Layout.Type || above > 0.2*r.Layout.Height || c.Box.Top() < half {
			continue
		}
		if cutLine(c) || detaches(c) {
			r.stubTop = min(r.stubTop, c.Box.Top()-1)
		}
	}
}

// headsTable says whether a label is one of the column heads of a table: "Tax
// period date" holds the label of a date.
func (r *reader) headsTable(h hit) bool {
	_, _, ok := r.tableHead(h.cell.Line)
	return ok
}

func detaches(c layout.Cell) bool {
	text := layout.Fold(c.Text())
	for _, d := range detach {
		if strings.Contains(text, d) {
			return true
		}
	}
	for _, d := range stubTitles {
		if len(c.Words) <= 4 && strings.Contains(text, d) && !strings.HasSuffix(c.Text(), ".") && !beginsSmall(c) {
			return true
		}
	}
	return false
}

// beginsSmall says whether a cell begins with a small letter, as the last line of a
// paragraph does and no title.
func beginsSmall(c layout.Cell) bool { return unicode.IsLower([]rune(c.Words[0].Text)[0]) }

// cutLine says whether a cell is a row of dashes, dots or a pair of scissors.
func cutLine(c layout.Cell) bool {
	text := strings.ReplaceAll(c.Text(), " ", "")
	return len(text) >= 8 && strings.Trim(text, "-–—_.·…✂=") == "" && c.Box.Width() > 150
}

// placeOnPage is where on the paper a box stands, for a value outside a block.
func (r *reader) placeOnPage(b noticed.Box) noticed.Place {
	switch {
	case b.MidY() >= r.stubTop:
		return noticed.PlaceStub
	case b.Height() > 1.22*r.Layout.Row:
		return noticed.PlaceHeadline
	default:
		return noticed.PlaceProse
	}
}
