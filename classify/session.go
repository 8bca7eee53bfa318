package classify

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"noticed"
	"noticed/classify/catalog"
	"noticed/classify/layout"
	"noticed/classify/mail"
	"noticed/classify/profile"
	"noticed/classify/sheet"
	"noticed/extract"
)

// Input is what is known of a document before anything on it is read.
type Input struct {
	Pages    []extract.Page
	Document noticed.Document // received is the only date a plausibility check may lean on
	Catalog  *catalog.Catalog
}

// Session understands one document. It asks for regions of pages to be read
// ([Session.Need]), takes the answers ([Session.Add]) in any order, and says what
// the document is once nothing more needs to be asked ([Session.Notices]). Each
// request is made once; the outcome depends on the answers, not on their order.
type Session struct {
	in      Input
	answers map[extract.Request]extract.Answer
	sheets  map[extract.Request]*sheet.Sheet
	mails   map[*sheet.Sheet]mail.Mail // what each whole sheet seems to be
	isCode  sheet.CodeTest
}

// NewSession begins the reading of a document.
func NewSession(in Input) *Session {
	return &Session{in: in, answers: map[extract.Request]extract.Answer{}, sheets: map[extract.Request]*sheet.Sheet{}, mails: map[*sheet.Sheet]mail.Mail{}, isCode: mayBeCode(in.Catalog)}
}

// The band of a page that carries the repeated block of a later page.
var headerBand = noticed.Box{0, 0, 1, 0.2}

// fewWords is how many words a page may have and still be worth a look at its
// picture: a stamp or a page number is no text layer.
const fewWords = 25

// Add takes an answer. Numbers of taxpayers lose all but their last four digits
// wherever they are kept.
func (s *Session) Add(a extract.Answer) {
	s.answers[a.Request] = a
	if a.Unreadable != "" || a.How == noticed.HowUnreadable || a.Request.Effort.Closely() {
		return
	}
	page := s.page(a)
	whole := a.Request.Region == noticed.WholePage
	second := a.Request.Effort == extract.SecondOpinion
	sh := sheet.Read(layout.New(page, a.Words), a.How, whole, second, s.isCode)
	s.sheets[a.Request] = sh
	if whole && !second {
		s.mails[sh] = mail.Tell([]*sheet.Sheet{sh})
	}
}

// lookedAt are the close looks at parts of a page, each read among the words that
// the first reading has around it.
func (s *Session) lookedAt(page int) []*sheet.Sheet {
	var out []*sheet.Sheet
	for _, r := range s.requests(page) {
		if a := s.answers[r]; r.Effort.Closely() && a.Unreadable == "" {
			if r.Effort.Digits() {
				a.Words = masked(a.Words)
			}
			if s.sheets[r] == nil {
				s.sheets[r] = sheet.Read(layout.New(s.page(a), s.around(a)), a.How, false, true, s.isCode).Within(r.Region)
				if r.Effort.Digits() {
					s.sheets[r].Unmask()
				}
			}
			out = append(out, s.sheets[r])
		}
	}
	return out
}

// lastDigits are the digits of a number whose mask was taken off, or the figures of
// it that are not masked.
var lastDigits = regexp.MustCompile(`^[^0-9]{0,5}(?:[0-9]{5})?([0-9]{4})$`)

// masked are the words of a look at digits with a mask before the last four of a
// taxpayer's number again, so that they are told from other figures: the tax year may
// stand on the line before it.
func masked(words []extract.Word) []extract.Word {
	out := slices.Clone(words)
	for i, w := range out {
		m := lastDigits.FindStringSubmatch(w.Text)
		year := m != nil && aYear.MatchString(m[1]) && slices.ContainsFunc(words[i+1:], mayBeNumber)
		if m != nil && !year {
			out[i].Text = "**-" + m[1]
		}
	}
	return out
}

// aYear is shaped like a year.
var aYear = regexp.MustCompile(`^(?:19|20)[0-9]{2}$`)

// mayBeNumber says whether a word may be of a taxpayer's number: its last digits, or a mask
// of letters.
func mayBeNumber(w extract.Word) bool {
	return lastDigits.MatchString(w.Text) || strings.IndexFunc(w.Text, unicode.IsLetter) >= 0
}

// around are the words of the first reading of a page with those of a close look
// in the place of what it was at, and with those of another one at more than this:
// a letterhead that only that could read.
func (s *Session) around(a extract.Answer) []extract.Word {
	words := slices.Clone(a.Words)
	seen := []noticed.Box{a.Request.Region}
	add := func(more []extract.Word) {
		for _, w := range more {
			if !slices.ContainsFunc(seen, func(b noticed.Box) bool { return b.Holds(w.Box) }) {
				words = append(words, w)
			}
		}
	}
	for _, r := range s.requests(a.Request.Page) {
		if r.Effort == extract.CloseLook && r.Region.Width()*r.Region.Height() > 2*a.Request.Region.Width()*a.Request.Region.Height() && s.answers[r].Unreadable == "" {
			add(s.answers[r].Words)
			seen = append(seen, r.Region)
		}
	}
	for _, r := range s.requests(a.Request.Page) {
		if r.Effort != extract.SecondOpinion && !r.Effort.Closely() && (r.Effort != extract.Header || s.sheets[fullOf(r)] == nil) {
			add(s.answers[r].Words)
		}
	}
	return words
}

// fullOf is the request for the whole of a page of which another is for a part.
func fullOf(r extract.Request) extract.Request {
	return extract.Request{Page: r.Page, Region: noticed.WholePage, Effort: extract.Full}
}

// page is a page in the shape in which it was read.
func (s *Session) page(a extract.Answer) extract.Page {
	page := extract.Page{Number: a.Request.Page}
	if i := slices.IndexFunc(s.in.Pages, func(p extract.Page) bool { return p.Number == page.Number }); i >= 0 {
		page = s.in.Pages[i]
	}
	if a.Shape > 0 {
		page.Width, page.Height = 1, a.Shape
	}
	return page
}

// Finished says whether nothing more needs to be read.
func (s *Session) Finished() bool { return len(s.Need()) == 0 }

// Need lists what should be read next and has not been answered yet.
func (s *Session) Need() []extract.Request {
	var need []extract.Request
	ask := func(page int, region noticed.Box, effort extract.Effort) {
		r := extract.Request{Page: page, Region: region, Effort: effort}
		if _, answered := s.answers[r]; !answered && !slices.Contains(need, r) {
			need = append(need, r)
		}
	}
	for i, p := range s.in.Pages {
		s.firstLook(i, p, ask)
	}
	if len(need) > 0 {
		return need
	}
	for _, it := range items(s.leaves()) {
		if it.notice {
			s.secondLook(it, ask)
			continue
		}
		for _, page := range mayStart(it) {
			ask(page, noticed.WholePage, extract.SecondOpinion)
		}
	}
	return need
}

type asking func(page int, region noticed.Box, effort extract.Effort)

// firstLook asks for enough of a page to know what it belongs to: its text
// layer; else the first page whole and the top of every other, and the rest of
// it where the top says nothing or a notice begins.
func (s *Session) firstLook(i int, p extract.Page, ask asking) {
	if p.TextLayer {
		ask(p.Number, noticed.WholePage, extract.Text)
		a, answered := s.answers[extract.Request{Page: p.Number, Region: noticed.WholePage, Effort: extract.Text}]
		if !answered {
			return
		}
		if len(a.Words) >= fewWords && a.Unreadable == "" {
			return
		}
	}
	if i == 0 {
		ask(p.Number, noticed.WholePage, extract.Full)
		return
	}
	ask(p.Number, headerBand, extract.Header)
	request := extract.Request{Page: p.Number, Region: headerBand, Effort: extract.Header}
	if _, answered := s.answers[request]; !answered {
		return
	}
	if sh := s.sheets[request]; sh == nil || sh.Number <= 1 && (sh.Letterhead || !sh.Block(noticed.PlaceHeader)) {
		ask(p.Number, noticed.WholePage, extract.Full)
	}
}

// secondLook asks for what a notice still lacks: the page with its table of
// periods, the pages that may say where and by when to ask for a hearing, those that
// may have its payment stub, and a second reading of whatever is in doubt.
func (s *Session) secondLook(it item, ask asking) {
	f := readFields(s.in, it)
	if f.tableCut() {
		ask(f.tableOn.number, noticed.WholePage, extract.Full)
		return
	}
	if more := s.unread(it); len(more) > 0 && f.wantsMore() {
		ask(more[0], noticed.WholePage, extract.Full)
		return
	}
	if more := s.unread(it); len(more) > 0 && f.wantsStub() {
		ask(more[0], noticed.WholePage, extract.Full)
		ask(more[len(more)-1], noticed.WholePage, extract.Full)
	}
	start := it.leaves[0]
	if start.sheet == nil {
		return
	}
	for _, region := range slices.Concat(f.doubtfulRegions(s.in), f.closeLooks()) {
		ask(region.Page, region.Region, region.Effort)
	}
}

// unread are the pages of a notice of which only the top was read.
func (s *Session) unread(it item) []int {
	var out []int
	for _, l := range it.leaves {
		if l.sheet != nil && !l.sheet.Whole && l.unreadable == "" {
			out = append(out, l.number)
		}
	}
	return out
}

// wantsMore says whether later pages matter: a notice without one tax period has
// a table of them somewhere, and one that opens a hearing says on a later page
// where to ask for it.
func (f *fields) wantsMore() bool {
	if f.table == nil && (!f.end.found || f.profile.Money == profile.Headline) {
		return true
	}
	if f.code.known && f.code.entry.HearingRights == catalog.RightsCDP && !f.hasHearingAddress() {
		return true
	}
	return false
}

// wantsStub says whether the payment stub of a bill, or the slip with the addressee's
// telephone of another notice, may stand on a later page, of which only the top was read:
// it is on none that was read whole, and these are few, or all but few.
func (f *fields) wantsStub() bool {
	notice := strings.HasPrefix(f.code.value, "CP") || strings.HasPrefix(f.code.value, "LT")
	if !notice && (f.profile.Money != profile.Due || f.balance.value <= 0) {
		return false
	}
	const few, last = 4, 2
	whole, rest := 0, 0
	for _, l := range f.item.leaves {
		switch {
		case l.sheet == nil:
		case l.sheet.Block(noticed.PlaceStub):
			return false
		case l.sheet.Whole:
			whole++
		default:
			rest++
		}
	}
	return whole < few || rest <= last
}

// tableCut says whether the table of periods stands on a page of which only the top
// was read: it may go on below.
func (f *fields) tableCut() bool {
	return f.table != nil && f.tableOn.sheet != nil && !f.tableOn.sheet.Whole
}

func (f *fields) hasHearingAddress() bool {
	return len(f.addressesSeen(noticed.AddressHearingRequest)) > 0
}

// leaves are the pages in order with the best that was read of each.
func (s *Session) leaves() []leaf {
	out := make([]leaf, 0, len(s.in.Pages))
	for _, p := range s.in.Pages {
		l := leaf{number: p.Number, how: noticed.HowNotRead}
		for _, r := range s.requests(p.Number) {
			a, sh := s.answers[r], s.sheets[r]
			switch {
			case r.Effort.Closely():
				l.closely = append(l.closely, r)
			case sh == nil:
				if l.sheet == nil {
					l.unreadable, l.how = a.Unreadable, noticed.HowUnreadable
				}
			case r.Effort == extract.SecondOpinion:
				l.seconds = append(l.seconds, sh)
				if l.how != a.How {
					l.how = noticed.HowBoth
				}
			case l.sheet == nil || sh.Words > 0:
				l.sheet, l.how, l.unreadable, l.mail = sh, a.How, "", s.mails[sh]
			}
		}
		l.seconds = append(l.seconds, s.lookedAt(p.Number)...)
		out = append(out, l.atSecondSight())
	}
	return out
}

// requests are the answered requests for a page, in the order of their efforts.
func (s *Session) requests(page int) []extract.Request {
	order := map[extract.Effort]int{extract.Text: 0, extract.Header: 1, extract.Full: 2, extract.SecondOpinion: 3, extract.CloseLook: 4, extract.PlainLook: 5, extract.DigitsLook: 6, extract.PlainDigits: 7, extract.FiguresLook: 8}
	var out []extract.Request
	for r := range s.answers {
		if r.Page == page {
			out = append(out, r)
		}
	}
	slices.SortFunc(out, func(a, b extract.Request) int {
		return cmp.Or(cmp.Compare(order[a.Effort], order[b.Effort]), slices.Compare(a.Region[:], b.Region[:]))
	})
	return out
}

// Notices says what the document is: an assessment for each notice in it and for
// each run of other mail, in the order of their pages. It is empty if no page
// could be read.
func (s *Session) Notices() []noticed.Assessment {
	out := []noticed.Assessment{}
	if !s.readable() {
		return out
	}
	for i, it := range items(s.leaves()) {
		out = append(out, assess(s.in, it, i+1))
	}
	return out
}

// readable says whether any word was read.
func (s *Session) readable() bool {
	for _, sh := range s.sheets {
		if sh.Words > 0 {
			return true
		}
	}
	return false
}

// Pages says how each page was read and which assessment it belongs to.
func (s *Session) Pages() []noticed.PageOutcome {
	out := []noticed.PageOutcome{}
	readable := s.readable()
	for i, it := range items(s.leaves()) {
		for _, l := range it.leaves {
			p := noticed.PageOutcome{Page: l.number, How: l.how, Why: l.unreadable}
			if readable {
				p.Assessment = assessmentID(s.in, i+1)
			}
			out = append(out, p)
		}
	}
	return out
}
