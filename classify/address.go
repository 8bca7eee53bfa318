package classify

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"noticed"
	"noticed/classify/layout"
	"noticed/classify/legible"
	"noticed/classify/sheet"
	"noticed/extract"
)

// post is an address of the IRS as one reading has it, by its lines.
type post = sheet.Seen[[]string]

// addressOf is the address for a purpose, nil if the paper has none that is sure: what
// is sent to an address with a letter wrong is as lost as what is sent too late.
func (f *fields) addressOf(role noticed.AddressRole) []string {
	return sureOf(f.addressesSeen(role))
}

// clearAddress is the confidence of all its words from which on an address is believed
// that one reading only has, fairAddress that which one of two that are alike must have:
// what can hardly be recognised may be misread twice in the same way.
const clearAddress, fairAddress = 0.9, 0.5

// slipped says whether a recognised address shows that a letter or a figure of it is wrong:
// a word is a letter away from one that addresses of the IRS are made of, or the ZIP code
// that ends in the last figures of the post office box, as most of them do, has one of
// them otherwise; or a mail stop begins with a 0, which looks like the O that some begin with.
func slipped(o post) bool {
	if o.Confidence == 1 { // a text layer
		return false
	}
	text := strings.Join(o.Value, " ")
	if slices.ContainsFunc(strings.Fields(text), legible.SlipOfAddressWord) || stopZero.MatchString(text) {
		return true
	}
	box, zip := postBox.FindStringSubmatch(text), lastOfZIP.FindStringSubmatch(text)
	if box == nil || zip == nil {
		return false
	}
	otherwise := 0
	for i := range zip[1] {
		if box[1][i] != zip[1][i] {
			otherwise++
		}
	}
	return otherwise == 1
}

// postBox are the last four figures of a post office box, lastOfZIP those of a ZIP code,
// and stopZero begins the number of a mail stop.
var (
	postBox   = regexp.MustCompile(`(?i)\bBOX [0-9]*([0-9]{4})\b`)
	stopZero  = regexp.MustCompile(`(?i)\bSTOP 0[-0-9]`)
	lastOfZIP = regexp.MustCompile(`[0-9]{5}-([0-9]{4})\.?$`)
)

// sureOf is the address that most readings have alike, if these are two of them, three where
// none is fair, or one that is clear, as a text layer is, nothing about it shows a slip, and no reading that is as
// clear has another.
func sureOf(seen []post) []string {
	type said struct {
		text  string
		lines []string
		times int
		clear float64 // the confidence of the clearest
	}
	var all []said
	for _, o := range seen {
		if slipped(o) {
			continue
		}
		text := layout.Fold(strings.Join(belowService(o.Value), " "))
		i := slices.IndexFunc(all, func(s said) bool { return s.text == text })
		if i < 0 {
			i, all = len(all), append(all, said{text: text, lines: o.Value})
		}
		all[i].times, all[i].clear = all[i].times+1, max(all[i].clear, o.Confidence)
	}
	if len(all) == 0 {
		return nil
	}
	best := slices.MaxFunc(all, func(a, b said) int { return cmp.Compare(a.times, b.times) })
	rival := func(s said) bool { return s.text != best.text && s.clear >= best.clear }
	if sure := best.clear >= clearAddress || best.times > 1 && best.clear >= fairAddress || best.times > 2; !sure || slices.ContainsFunc(all, rival) {
		return nil
	}
	return best.lines
}

// belowService are the lines of an address without the names of the service and
// the department above them.
func belowService(lines []string) []string {
	for i := len(lines) - 2; i >= 0; i-- {
		if lines[i] == "Internal Revenue Service" || lines[i] == "Department of the Treasury" {
			return lines[i+1:]
		}
	}
	return lines
}

// addressesSeen are the readings of the address for a purpose that the first page with
// one has. A sentence that ends a page has its address on the next; the office stands on
// the first.
func (f *fields) addressesSeen(role noticed.AddressRole) []post {
	of := map[noticed.AddressRole]func(*sheet.Sheet) *post{
		noticed.AddressHearingRequest: func(s *sheet.Sheet) *post { return s.Hearing },
		noticed.AddressReply:          func(s *sheet.Sheet) *post { return s.Reply },
		noticed.AddressPayment:        func(s *sheet.Sheet) *post { return s.Payment },
		noticed.AddressOffice:         func(s *sheet.Sheet) *post { return s.Office },
	}[role]
	leaves := f.item.leaves
	if role == noticed.AddressOffice {
		leaves = leaves[:1]
	}
	for _, l := range leaves {
		if seen := l.addresses(of); len(seen) > 0 {
			return seen
		}
	}
	for i, l := range leaves[:len(leaves)-1] {
		ends := func(s *sheet.Sheet) bool { return s.Trailing == role }
		if l.sheet == nil || !ends(l.sheet) && !slices.ContainsFunc(l.seconds, ends) {
			continue
		}
		if seen := leaves[i+1].addresses(func(s *sheet.Sheet) *post { return s.Leading }); len(seen) > 0 {
			return seen
		}
	}
	return nil
}

// samePlace says whether addresses for two purposes are printed once: the readings took the
// sentence above it differently.
func (f *fields) samePlace(a, b noticed.AddressRole) bool {
	one, other := f.addressesSeen(a), f.addressesSeen(b)
	return len(one) > 0 && len(other) > 0 && one[0].Evidence.Page == other[0].Evidence.Page && one[0].Evidence.Box.Holds(other[0].Evidence.Box)
}

// addresses are the readings of an address on a page.
func (l leaf) addresses(of func(*sheet.Sheet) *post) []post {
	var out []post
	for _, s := range append([]*sheet.Sheet{l.sheet}, l.seconds...) {
		if s == nil {
			continue
		}
		if a := of(s); a != nil {
			out = append(out, *a)
		}
	}
	return out
}

// unsureAddresses are where an address stands that no two readings have alike: the office's
// once the corner that it is in was looked at.
func (f *fields) unsureAddresses() []noticed.Evidence {
	var out []noticed.Evidence
	for _, role := range []noticed.AddressRole{noticed.AddressHearingRequest, noticed.AddressReply, noticed.AddressPayment, noticed.AddressOffice} {
		seen := f.addressesSeen(role)
		if len(seen) == 0 || sureOf(seen) != nil || role == noticed.AddressOffice && !f.item.leaves[0].lookedAt(seen[0].Evidence.Box, extract.CloseLook) {
			continue
		}
		out = append(out, seen[0].Evidence)
	}
	return out
}

// hearingReasons asks for a look where no address for the request of a hearing is sure,
// and it is left out.
func (f *fields) hearingReasons() []noticed.Reason {
	seen := f.addressesSeen(noticed.AddressHearingRequest)
	if len(seen) == 0 || sureOf(seen) != nil {
		return nil
	}
	r := noticed.Reason{Code: noticed.ReasonWeak, Field: noticed.FieldAddresses, Place: seen[0].Evidence.Place,
		Message: "the address to send the request for a hearing to could not be made out for sure"}
	for _, o := range seen {
		r.Values = append(r.Values, strings.Join(o.Value, ", "))
	}
	return []noticed.Reason{r}
}
