package sheet

import (
	"regexp"
	"strings"

	"noticed/classify/layout"
)

// footCode takes a letter's number from the foot of a page, whatever else stands
// beside it there.
func (r *reader) footCode(c layout.Cell) bool {
	if c.Box.MidY() < 0.88*r.Layout.Height || len(c.Words) > 16 || r.seenCode(c.Box) {
		return false
	}
	run := layout.NewRun(c.Words)
	m := footCode.FindStringSubmatchIndex(run.Text)
	spoilt := m == nil
	if spoilt {
		m = spoiltFoot.FindStringSubmatchIndex(run.Text)
	}
	if m == nil {
		return false
	}
	text := run.Text[m[2]:m[3]]
	code := likeFigures.Replace(text[:1]) + text[1:]
	if !r.isCode(code, true) {
		return false
	}
	r.Codes = append(r.Codes, see(r, Code{Text: code, Labelled: true}, run, m[2], m[3], r.place(run.Box(m[2], m[3])), spoilt || code != text))
	return true
}

var (
	revision   = regexp.MustCompile(`(?i)\s*\(?\s*rev\.?\s*[0-9A-Za-z./ -]*\)?\s*$|\s*\(\s*[0-9]{1,2}\s?[-/]\s?(?:19|20)[0-9]{2}\s*\)\s*$`)
	letterCode = regexp.MustCompile(`(?i)^(?:letter|l[ti]r|notice)\b\.?\s*([0-9A-Z][0-9A-Z -]{1,9}?)(?:\s*\([A-Z]{1,3}\))*$`)
	// footCode is a letter's number among what else the foot of a page says; of small print
	// a t is an i now and then, and dirt before the number a stroke.
	footCode = regexp.MustCompile(`(?i)\b(?:letter|l[ti]r)\.?\s+[-–'~.,]?([0-9LlIOS]?[0-9]{2,3}[A-Z]{0,2})\b(?:\s*\((?:DO|SP|SC|CG|P|F)\))?(?:\s*\((?:Rev|[0-9])|\s+Catalog|\s+Cat\b|$)`)
	// spoiltFoot is such a number behind what is left of Letter: nothing else that begins
	// and ends so stands before a number and its revision.
	spoiltFoot = regexp.MustCompile(`(?i)\bl[a-z]{1,4}er\.?\s+([0-9LlIOS]?[0-9]{2,3}[A-Z]{0,2})\s*\(Rev`)
)

// bareCode strips what stands around a code in a footer: "Letter 1058 (Rev.
// 11-2017)" is 1058, and labelled; "CP14" is CP14.
func bareCode(s string) (text string, labelled bool) {
	s = strings.TrimSpace(revision.ReplaceAllString(strings.TrimSpace(s), ""))
	if m := letterCode.FindStringSubmatch(s); m != nil {
		return m[1], true
	}
	return s, false
}
