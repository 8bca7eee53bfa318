package mail

import (
	"regexp"
	"slices"
	"strings"

	"noticed/classify/layout"
	"noticed/classify/sheet"
)

// What mail can seem to be beside the kinds of signs.csv.
const (
	Blank    = "blank page"
	Envelope = "envelope"
	Unknown  = "letter"
)

// Kinds of signs.csv that are treated in their own way.
const (
	form       = "form filled in for the IRS"
	article    = "article"
	reply      = "reply to the IRS"
	scam       = "scam or imitation of the IRS"
	private    = "private letter"
	wages      = "wage or income statement"
	transcript = "IRS transcript"
	fax        = "fax cover"
	advert     = "advertising"
	notice     = "notice of the IRS" // no kind to tell, but how a notice speaks
)

// Mail is what a piece of mail seems to be.
type Mail struct {
	Seems  string // a kind of signs.csv, Blank, or Unknown
	Issuer string // who sent it, as printed; empty if nobody is named
	Sure   bool   // the signs leave no doubt that it is this, and no notice of the IRS
	Titled bool   // its title or letterhead says so
	Apart  bool   // it is sure even where it shows the code of a notice, as a letter about one does
	Voice  int    // how much it speaks as the IRS does
	Note   bool   // a few words that somebody scribbled, in a person's way of speaking
}

// Enclosed says whether such a page comes with notices of the IRS too: a blank
// form, or an article on what a notice means.
func (m Mail) Enclosed() bool { return m.Seems == form || m.Seems == article }

// Form says whether it is a form of the IRS, filled in.
func (m Mail) Form() bool { return m.Seems == form }

// Imitates says whether it gives itself out for a notice of the IRS.
func (m Mail) Imitates() bool { return m.Seems == scam }

// Correspondence says whether it is somebody's letter, which may quote the head of a notice.
func (m Mail) Correspondence() bool { return m.Seems == reply || m.Seems == private || m.Seems == fax }

// Imitation says whether that is beyond doubt: it is titled as no notice is.
func (m Mail) Imitation() bool { return m.Imitates() && m.Apart }

// Transcript says whether it is the IRS's own copy of an account or a return,
// which lists the codes of notices.
func (m Mail) Transcript() bool { return m.Seems == transcript }

// Authority says whether another authority seems to have sent it: its own notices
// never carry the code of one of the IRS.
func (m Mail) Authority() bool { return governments[m.Seems] && m.Seems != Envelope }

// MayBeNotice says whether it speaks of tax as the IRS does and nothing says
// that somebody else does.
func (m Mail) MayBeNotice() bool {
	switch {
	case m.Sure:
		return false
	case m.Seems == Unknown:
		return m.Voice >= 3
	default:
		return m.Voice >= noticeVoice
	}
}

// The Voice of the letterhead of the IRS by itself, which forms and imitations have
// too, and of a notice, however short, at least.
const (
	letterheadVoice = 3
	noticeVoice     = 6
)

// Speaks says whether it speaks as the IRS does beyond its letterhead: plainly so, where
// its title says that it is something else.
func (m Mail) Speaks() bool {
	return m.Voice >= noticeVoice || m.Voice > letterheadVoice && !m.Apart
}

// An envelope has at most so many words, a page that counts as blank fewer than
// these.
const (
	envelopeWords = 45
	blankWords    = 6
)

// scales weigh the kinds of mail against each other.
type scales struct {
	order             []string
	weight, strongest map[string]int
	titled            map[string]bool
}

func (s *scales) put(kind string, weight int, titled bool) {
	if _, seen := s.weight[kind]; !seen {
		s.order = append(s.order, kind)
	}
	s.weight[kind] += weight
	s.strongest[kind] = max(s.strongest[kind], weight)
	s.titled[kind] = s.titled[kind] || titled
}

// best is the kind that weighs most, and what the next one weighs.
func (s *scales) best() (kind string, second int) {
	for _, k := range s.order {
		switch w := s.weight[k]; {
		case k == notice:
		case kind == "" || w > s.weight[kind]:
			second = max(second, s.weight[kind])
			kind = k
		default:
			second = max(second, w)
		}
	}
	return kind, second
}

// name is how a kind of mail is named in one place.
type name struct {
	kind  string
	place place
}

// Tell says what the pages of one piece of mail seem to be, by the kind whose
// signs weigh most.
func Tell(sheets []*sheet.Sheet) Mail {
	s := scales{weight: map[string]int{}, strongest: map[string]int{}, titled: map[string]bool{}}
	words := 0
	for i, sh := range sheets {
		words += sh.Words
		p := newPage(sh)
		names := map[name]int{} // a name counts once, however many words of it are signs
		for _, sg := range signs() {
			switch {
			case sg.place != anyhow && i > 0 || !p.has(sg):
			case sg.place == inHead || sg.place == inLine:
				n := name{sg.kind, sg.place}
				names[n] = max(names[n], sg.weight)
			default:
				s.put(sg.kind, sg.weight, sg.place != anyhow)
			}
		}
		for _, kind := range kinds() {
			for _, place := range []place{inHead, inLine} {
				if w := names[name{kind, place}]; w > 0 {
					s.put(kind, w, true)
				}
			}
		}
	}
	if len(sheets) > 0 {
		s.weighLetter(sheets[0], words)
	}
	switch w := s.weight[Envelope]; {
	case words <= envelopeWords && w >= 4:
		s.put(Envelope, 4, false) // its sender is also a sender of letters
	case words > envelopeWords:
		delete(s.weight, Envelope)
		s.order = slices.DeleteFunc(s.order, func(k string) bool { return k == Envelope })
	}
	best, second := s.best()
	if words < blankWords && s.weight[best] < 6 {
		return Mail{Seems: Blank, Sure: words == 0}
	}
	m := Mail{Seems: Unknown, Voice: s.weight[notice]}
	if w := s.weight[best]; w >= 3 {
		m.Seems, m.Titled = best, s.titled[best]
		if len(sheets) > 0 && !m.Titled {
			_, m.Titled = letterhead(sheets[0], issuers[best], false)
		}
		m.Sure = w >= 6 && s.strongest[best] >= 4 && w >= second+2 && (m.Titled || w >= m.Voice)
		m.Apart = m.Sure && m.Titled && w >= 8
		m.Note = m.Seems == private && w >= 5 && words <= noteWords && m.Voice < letterheadVoice
	}
	if len(sheets) > 0 {
		m.Issuer = issuer(sheets[0], m.Seems)
	}
	return m
}

var (
	// greetingIRS begins a letter to the IRS, or to an office without a face.
	greetingIRS = regexp.MustCompile(`(?i)^(?:dear (?:sirs?\b|madam|sir or madam|irs\b|i\.r\.s|internal revenue|commissioner|appeals|revenue (?:officer|agent)|settlement officer|examiner|tax examiner)|to whom it may concern|ladies and gentlemen|gentlemen)`)
	greeting    = regexp.MustCompile(`^(?i:dear|hi|hello|hey)\b|^[A-Z][a-z]+ ?[-,]?$`)
	closing     = regexp.MustCompile(`(?i)^(?:sincerely|respectfully|yours|very truly|best regards|regards|kind regards|with thanks|thanks|thank you|cordially)\b`)
	forIRS      = regexp.MustCompile(`(?i)^(?:to:? |attn:? )?(?:the )?(?:internal revenue service\b|irs\b|department of the treasury)`)
	// faxLabel is how the lines of a fax cover begin.
	faxLabel = regexp.MustCompile(`(?i)^(to|from|fax|fax no\.?|fax number|phone|pages|no\. of pages|number of pages|total pages|re|subject|date|cc)(?: ?:|$)`)
	first    = regexp.MustCompile(`(?i)(?:^|[^a-z])(?:i|i'm|my|me)(?:$|[^a-z])`)
)

// noteWords is how many words a note has at most that somebody scribbled.
const noteWords = 50

// weighLetter adds what the parts of a letter say: whom it is to and how it
// greets and ends.
func (s *scales) weighLetter(sh *sheet.Sheet, words int) {
	greets, greetsIRS, closes, toIRS, above, me := false, false, false, false, false, false
	labels := map[string]bool{}
	for c := range sh.Layout.Cells {
		t := c.Text()
		short := len(c.Words) <= 8
		greetsIRS = greetsIRS || short && greetingIRS.MatchString(t)
		greets = greets || short && greeting.MatchString(t)
		closes = closes || short && closing.MatchString(t)
		me = me || first.MatchString(t)
		if m := faxLabel.FindStringSubmatch(t); m != nil {
			labels[strings.ToLower(m[1])] = true
		}
		upper := c.Box.MidY() < 0.5*sh.Layout.Height && c.Box.Left() < 0.5*layout.Width
		switch {
		case short && upper && forIRS.MatchString(t) && !strings.HasSuffix(t, ":"): // a label is "IRS telephone number:"
			toIRS = toIRS || above && c.Box.MidY() > 0.08*sh.Layout.Height
		case short && nameLine(t):
			above = true
		}
	}
	if labels["to"] && labels["from"] && len(labels) >= 4 {
		s.put(fax, 4, false)
	}
	switch {
	case greetsIRS && toIRS:
		s.put(reply, 9, true)
	case toIRS && closes, greetsIRS && sh.MentionIRS && !sh.Letterhead:
		s.put(reply, 5, true)
	case greets && closes:
		s.put(private, 4, false)
	case (greets || closes || me) && words <= noteWords && !sh.Letterhead:
		s.put(private, 3, false)
	}
}

// nameLine says whether a line may be a name: letters, and hardly a digit.
func nameLine(t string) bool {
	letters, figures := 0, 0
	for _, r := range t {
		switch {
		case r >= '0' && r <= '9':
			figures++
		case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z':
			letters++
		}
	}
	return letters >= 3 && figures <= 2 && !strings.HasSuffix(t, ":")
}
