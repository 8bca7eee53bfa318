package baseline

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"noticed"
)

const (
	date  = `((?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)\.?\s+\d{1,2}\s*,\s*\d{4}|\d{1,2}[/-]\d{1,2}[/-]\d{4})`
	money = `\$?\s*(-?[\d,]+\.\d\d)`
)

func patterns(all ...string) []*regexp.Regexp {
	var out []*regexp.Regexp
	for _, p := range all {
		out = append(out, regexp.MustCompile(p))
	}
	return out
}

// Of each list the first pattern that matches is taken.
var (
	codes = patterns(
		`Notice(?:\s+Number)?:?\s+((?:CP|LT)[\s-]?\d{1,4}[A-Z]?)\b`,
		`Notice:?\s+(3219[AN])\b`,
		`(?:Letter|LTR|Number of this Letter:?)\s+(\d{3,4}[A-Z]?)\b`,
		`\b((?:CP|LT)\s?\d{1,4}[A-Z]?)\b`,
	)
	noticeDates = patterns(
		`(?i)Notice date:?\s+`+date,
		`(?i)(?:Letter )?Date:?\s+`+date,
		`(?i)`+date,
	)
	years = patterns(
		`(?i)Tax year:?\s+(\d{4})\b`,
		`(?i)Tax period:?\s+.{0,20}?(\d{4})\b`,
		`(?i)year ended December 31, (\d{4})`,
		`(?i)(?:taxes|balance due|your) (?:for )?(20\d\d)`,
	)
	periodEnds = patterns(`(?i)Tax period:?\s+` + date)
	forms      = patterns(`Form (1040(?:-?[A-Z]{1,2})?|94[0-5]|1120(?:-?[A-Z]{1,2})?|1065|720|1041|706|709|CIVPEN)\b`, `form number \(([\w-]+)\)`)
	refunds    = patterns(`(?i)(?:your refund is|refund due|amount of refund):?\s*`+money, `(?i)refund of `+money)
	balances   = patterns(
		`(?i)Amount due(?: immediately| by [^$\n]{5,25})?:?\s*`+money,
		`(?i)(?:Payment due immediately|Total amount due|Amount you owe|Proposed balance due|Balance due):?\s*`+money,
		`(?im)^\s*Total(?: due| amount)?:?\s+`+money,
	)
	ids   = patterns(`(?:[X*nN\d]{3}-[X*nN\d]{2})-(\d{4})\b`)
	eins  = patterns(`\b[X*\d]{2}-[X*\d]{3}(\d{4})\b`)
	cases = patterns(`(?i)case reference number:?\s+([\w-]{6,})`)
	aurs  = patterns(`(?i)AUR control (?:number|#):?\s+([\w-]{4,})`)
	phone = patterns(`(1-8\d\d-\d{3}-\d{4})`)

	payBys = patterns(`(?i)Amount due by\s+`+date, `(?i)pay(?:ment)?[^.\n]{0,60} by\s+`+date)
	dates  = []struct {
		role noticed.DateRole
		list []*regexp.Regexp
	}{
		{noticed.DateHearingBy, patterns(`(?i)request (?:a|your) hearing by\s+`+date, `(?i)hearing[^.\n]{0,60} by\s+`+date)},
		{noticed.DatePetitionBy, patterns(`(?i)Last day to petition(?: Tax Court)?:?\s+`+date, `(?i)petition[^.]{0,80} by\s+`+date)},
		{noticed.DateReplyBy, patterns(`(?i)(?:respond|reply|response)[^.\n]{0,40} by\s+` + date)},
		{noticed.DateDisputeBy, patterns(`(?i)dispute[^.\n]{0,60} by\s+` + date)},
	}
	row  = regexp.MustCompile(`(?m)([A-Z][A-Za-z'()-]*(?: [A-Za-z'()-]+){0,7})\s*:?\s+\$?(-?[\d,]+\.\d\d)\s*$`)
	town = regexp.MustCompile(`^[A-Z .'-]+,? [A-Z]{2} \d{5}(?:-\d{4})?$`)
	caps = regexp.MustCompile(`^[A-Z][A-Z .,&'-]+$`)
)

// first is the first group of the first pattern that matches.
func first(text string, list []*regexp.Regexp) string {
	for _, p := range list {
		if m := p.FindStringSubmatch(text); m != nil {
			return m[1]
		}
	}
	return ""
}

func parseDate(s string) (noticed.Date, bool) {
	s = strings.Join(strings.Fields(strings.NewReplacer(".", "", ",", ", ", "-", "/").Replace(s)), " ")
	s = strings.ReplaceAll(s, " ,", ",")
	for _, form := range []string{"January 2, 2006", "Jan 2, 2006", "1/2/2006"} {
		if t, err := time.Parse(form, s); err == nil {
			return noticed.Date{Year: t.Year(), Month: t.Month(), Day: t.Day()}, true
		}
	}
	return noticed.Date{}, false
}

func parseMoney(s string) (noticed.Money, bool) {
	cents, err := strconv.ParseInt(strings.NewReplacer(",", "", ".", "", " ", "").Replace(s), 10, 64)
	return noticed.Money(cents), err == nil
}
