package mail

import (
	"regexp"
	"slices"
	"strings"

	"noticed/classify/layout"
	"noticed/classify/printed"
	"noticed/classify/sheet"
)

// issuers are words by which a line names who sends a kind of mail.
var issuers = map[string]*regexp.Regexp{
	"state tax notice":  regexp.MustCompile(`(?i)department of|franchise tax board|comptroller|division|tax commission|revenue|employment development|state of|commonwealth of|board of equalization|bureau of|taxation`),
	"local tax notice":  regexp.MustCompile(`(?i)city of|county|town of|tax collector|treasurer|borough|village of|parish|municipal|township|income tax|collection agency|department of|district`),
	"bank letter":       regexp.MustCompile(`(?i)\bbank\b|banking|credit union|trust|savings|financial|n\.a\.|mortgage|loan|brokerage|invest`),
	"bank statement":    regexp.MustCompile(`(?i)\bbank\b|banking|credit union|trust|savings|financial|n\.a\.|brokerage|invest`),
	"court mail":        regexp.MustCompile(`(?i)court`),
	"government letter": regexp.MustCompile(`(?i)administration|department|bureau of|centers for|u\.s\. |united states|commission|board|agency|services|secretary|fiscal service|office of`),
	"insurance letter":  regexp.MustCompile(`(?i)insurance|mutual|assurance|casualty|indemnity|health|life`),
	"invoice or bill":   regexp.MustCompile(`(?i)electric|energy|power|water|utilit|gas|telecom|wireless|internet|cable|communications|company|\bco\b|\bllc\b|\binc\b|recovery|services|group|collection`),
	scam:                regexp.MustCompile(`(?i)unit|bureau|division|department|service|agency|office|center|enforcement|records`),
	reply:               firm,
	private:             firm,
	article:             regexp.MustCompile(firm.String() + `|blog|magazine|journal|news|times|tribune|\.com|\.org|\.net|desk|money`),
	advert:              regexp.MustCompile(firm.String() + `|relief|debt|resolution|advocates|solutions|defense|center|network|software|shield|experts|pros\b`),
}

// firm are words by which an accountant's or lawyer's firm calls itself.
var firm = regexp.MustCompile(`(?i)\bcpas?\b|\bea\b|accountan|accounting|associates|\bllp\b|\bllc\b|\bpllc\b|\bp\.?c\.|advisors|advisers|\bgroup\b|\binc\b|\bfirm\b|law office|attorneys|tax (?:&|and|service|help|pro)|partners`)

// governments write their letterhead on several lines, and all of them name the
// sender.
var governments = map[string]bool{"state tax notice": true, "local tax notice": true, "government letter": true, "court mail": true, Envelope: true}

// Who issues kinds of paper that only one office does.
const (
	irs            = "Internal Revenue Service"
	socialSecurity = "Social Security Administration"
)

// issuer says who sent a piece of mail, as its first page prints it: the box of
// a form that names him, a sentence or signature that does, or the letterhead.
func issuer(s *sheet.Sheet, seems string) string {
	name := ""
	switch seems {
	case Blank:
	case transcript:
		name = irs
	case wages:
		if name = boxed(s, payerBox); name == "" && layout.Contains(s.Text, layout.Fold("ssa-1099")) {
			name = socialSecurity
		}
		if name == "" {
			if name, _ = letterhead(s, nil, false); forIRS.MatchString(name) {
				name = "" // it furnished the form, not the figures
			}
		}
	case form:
		name = boxed(s, filerBox)
	case fax:
		if name, _ = letterhead(s, nil, false); name == "" || strings.Contains(strings.ToLower(name), "fax") || forIRS.MatchString(name) {
			name = afterLabel(s, "from")
		}
	case advert, article:
		if name = ownWords(s); name == "" {
			if name, _ = letterhead(s, issuers[seems], false); headline.MatchString(name) {
				name = ""
			}
		}
	default:
		name, _ = letterhead(s, issuers[seems], governments[seems])
	}
	return printed.Mask(name)
}

var (
	payerBox = regexp.MustCompile(`(?i)^(?:[a-c0-9]\.?\s+)?(?:payer'?s? name|employer'?s? name|recipient'?s?/lender'?s name|lender'?s name|filer'?s name|trustee'?s? (?:or payer'?s? )?name|(?:partnership|corporation|estate'?s? or trust)'?s? name|name, address, city|issuer'?s? name|creditor'?s name)`)
	filerBox = regexp.MustCompile(`(?i)^(?:[0-9]{0,2}[a-c]?\.?\s+)?(?:taxpayer information|taxpayer'?s? name|your (?:first |full )?name|name\(?s?\)? (?:shown|of taxpayer|as shown)|name of taxpayer)`)
	// moreLabel is a further line of a label that asks for a name and address.
	moreLabel = regexp.MustCompile(`(?i)\b(?:address|city or|town|state or|province|country|zip|postal|telephone|code|name and|last name|initial|information)\b`)
)

// boxed is the name in the box of a form whose label asks for it.
func boxed(s *sheet.Sheet, label *regexp.Regexp) string {
	for c := range s.Layout.Cells {
		if !label.MatchString(c.Text()) {
			continue
		}
		below, ok := s.Layout.Below(c, 2.5)
		for more := 0; ok && more < 4 && moreLabel.MatchString(below.Text()); more++ {
			below, ok = s.Layout.Below(below, 2.5)
		}
		if ok && nameLine(below.Text()) && !moreLabel.MatchString(below.Text()) {
			return below.Text()
		}
	}
	return ""
}

var (
	disclaimer = regexp.MustCompile(`((?:[A-Z][\w'&.-]*|&)(?:,? (?:[A-Z&][\w'&.-]*|of|and|the|for))*),? (?:is|are) (?:a private|an independent|an? (?:tax|law|accounting) |not affiliated|not a government|not endorsed|not a law)`)
	copyright  = regexp.MustCompile(`(?i:copyright|\(c\)|©)\s*(?i:\(c\)|©)?\s*(?:[0-9]{4}(?:-[0-9]{4})?)?,?\s*(?i:by )?([A-Za-z][\w'&.-]*(?:,? (?:[A-Z&][\w'&.-]*|of|and|the|for))*)`)
)

// ownWords is how a paper names its maker in a sentence: what it says that it is
// not, or whose its text is.
func ownWords(s *sheet.Sheet) string {
	var text strings.Builder
	for c := range s.Layout.Cells {
		text.WriteString(c.Text() + " ")
	}
	for _, m := range disclaimer.FindAllStringSubmatch(text.String(), -1) {
		if name := lastSentence(m[1]); len(name) > 3 && !pronoun.MatchString(name) {
			return name
		}
	}
	if m := copyright.FindStringSubmatch(text.String()); m != nil {
		name := m[1]
		if end := sentenceEnd.FindStringIndex(name); end != nil {
			name = name[:end[0]+1]
		}
		if name = strings.TrimRight(name, ". "); len(name) > 3 && !pronoun.MatchString(name) {
			return name
		}
	}
	return ""
}

// sentenceEnd is a full stop behind a word that is no abbreviation.
var sentenceEnd = regexp.MustCompile(`[a-z]\. `)

var pronoun = regexp.MustCompile(`(?i)^(?:it|we|this|they|our company|the company|this company|the irs|all)\b`)

// lastSentence cuts off the end of a sentence that stands before a name.
func lastSentence(s string) string {
	for _, end := range []string{". ", "! ", "? "} {
		if i := strings.LastIndex(s, end); i > 4 {
			s = s[i+len(end):]
		}
	}
	return s
}

// headEnd is down to which share of a page a sender may name himself on top.
const headEnd = 0.4

var (
	// monthYear is what stands behind the name of who publishes something.
	monthYear = regexp.MustCompile(`\s*[-|,]?\s*(?:(?:January|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer|Fall|Winter|[0-9]{1,2}/[0-9]{1,2}/)\s*[0-9]{2,4}|Vol\..*)$`)
	noName    = regexp.MustCompile(`(?i)^(?:dear|hi|hello|hey|re|to|subject|attention|attn|date|page|page [0-9]|copy|omb|form|notice of|notice date|important|second notice|final notice|urgent|presorted|by (?:fax|certified)|via )\b|:`)
)

var (
	domain = regexp.MustCompile(`^(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}$`)
	// headline is how an article is headed, which names nobody.
	headline = regexp.MustCompile(`(?i)^(?:what|how|why|when|understanding|guide|billing|frequently|your|got|owe)\b`)
)

// letterhead is the line in the upper part of a page that names who sent it: the
// one with the words for such a sender, or else the first that may be a name.
// worded says that it has them. several takes the lines of a letterhead together.
func letterhead(s *sheet.Sheet, words *regexp.Regexp, several bool) (name string, worded bool) {
	var above []layout.Cell // the lines right above one another that end with the last that was seen
	for c := range s.Layout.Cells {
		if c.Box.MidY() > headEnd*s.Layout.Height {
			break
		}
		if partOf(s, c) {
			continue
		}
		t := monthYear.ReplaceAllString(whole(s, c), "")
		if len(c.Words) > 10 || !nameLine(t) || noName.MatchString(t) || !capitals(t) && !domain.MatchString(t) {
			continue
		}
		if len(above) > 0 && !follows(above[len(above)-1], c) {
			above = nil
		}
		above = append(above, c)
		if name == "" {
			name = t
		}
		if words == nil || !words.MatchString(t) {
			continue
		}
		if !several {
			return t, true
		}
		return strings.Join(lines(s, above, words), ", "), true
	}
	return name, false
}

// whole is the text of a line, with what a wide gap or the end of the line cut
// off from the middle of a name.
func whole(s *sheet.Sheet, c layout.Cell) string {
	words := c.Words
	for next, ok := s.Layout.Right(c); ok && partOf(s, next); next, ok = s.Layout.Right(next) {
		words = append(slices.Clip(words), next.Words...)
	}
	t := layout.Join(words)
	if !strings.HasSuffix(strings.ToLower(t), " of") {
		return t
	}
	if next, ok := s.Layout.Below(c, 1); ok && capitals(next.Text()) {
		return t + " " + next.Text()
	}
	return t
}

// partOf says whether a cell carries on the one to its left, which whole adds it
// to.
func partOf(s *sheet.Sheet, c layout.Cell) bool {
	if c.Index == 0 {
		return false
	}
	left := s.Layout.Lines[c.Line].Cells[c.Index-1]
	return c.Box.Left()-left.Box.Right() <= 1.5*min(c.Box.Height(), left.Box.Height())
}

// mostLines is how many lines a letterhead may have.
const mostLines = 4

// lines are the lines of a letterhead, to the last that has the words for its
// sender.
func lines(s *sheet.Sheet, head []layout.Cell, words *regexp.Regexp) []string {
	for len(head) < mostLines {
		next, ok := s.Layout.Below(head[len(head)-1], 1)
		if t := next.Text(); !ok || !follows(head[len(head)-1], next) || !nameLine(t) || noName.MatchString(t) || !capitals(t) || !words.MatchString(t) {
			break
		}
		head = append(head, next)
	}
	var out []string
	for _, c := range head {
		out = append(out, whole(s, c))
	}
	return out
}

// follows says whether a line stands right below another, as the next of a
// letterhead.
func follows(a, b layout.Cell) bool {
	gap := b.Box.Top() - a.Box.Bottom()
	left, middle := b.Box.Left()-a.Box.Left(), b.Box.MidX()-a.Box.MidX()
	return gap > -2 && gap < 1.2*max(a.Box.Height(), b.Box.Height()) && (max(left, -left) < 8 || max(middle, -middle) < 12)
}

// afterLabel is what stands behind a short label and its colon.
func afterLabel(s *sheet.Sheet, label string) string {
	for c := range s.Layout.Cells {
		t := c.Text()
		if !strings.HasPrefix(strings.ToLower(t), label) {
			continue
		}
		rest := strings.TrimLeft(t[len(label):], " :")
		if len(t) > len(label) && t[len(label)] != ':' && t[len(label)] != ' ' {
			continue
		}
		if rest != "" {
			return rest
		}
		if right, ok := s.Layout.Right(c); ok {
			return right.Text()
		}
	}
	return ""
}
