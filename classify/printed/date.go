package printed

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"noticed"
)

// DateMatch is a date found in a text.
type DateMatch struct {
	Value      noticed.Date
	Start, End int // byte offsets in the text
	Repaired   bool
}

// Years outside this range are not dates of IRS mail.
const (
	firstYear = 1990
	lastYear  = 2059 // what reads as a later one was misread
)

const digitLike = `[0-9OoQDIl|!ZzSsGBbgq]`

var (
	// "January 30, 2018", "Jan. 30, 2018", "JANUARY 30 2018", "January30,2018",
	// with the broken spacing of text layers, "February 20 , 2018", or within the year; and
	// with a rule or dirt behind the comma, "January 15, /2022". A J comes out as a small one.
	namedDate = regexp.MustCompile(`\b([A-Zj][A-Za-z01|]{2,8})\b?[-.,:']?\s*(` + digitLike + `{1,2})\s*(?:[,.;]\s*([-.,/|'~_])?)?\s*(` + digitLike + `{4}|20[0-9] [0-9]|20 [0-9]{2})\b`)
	// "01/30/2018", "01-30-2018", "1/30/2018". Not "01/30-2018". And "12:31/2019" and
	// "03. 31-2020", of which one of the strokes was taken for dots, or "12/31'2018" for a tick.
	numericDate = regexp.MustCompile(`\b([0-9]{1,2})\s?([/.:-])\s?([0-9]{1,2})\s?([/.:'’-])\s?([0-9]{4})\b`)
	// "JUN 10 2022", as the bands of a dater have it. The IRS writes the month in small
	// letters, and a comma before the year.
	dater = regexp.MustCompile(`^[A-Z]{3}\s+\S{1,2}\s+(?:\S{4}|20[0-9] [0-9]|20 [0-9]{2})$`)
	// "30 de enero de 2018", on Spanish notices.
	spanishDate = regexp.MustCompile(`(?i)\b([0-9]{1,2})\s+de\s+([a-z]{4,10})\s+de\s+([0-9]{4})\b`)
)

// Dates finds every date in a text, in order, but for those of a dater.
func Dates(s string) []DateMatch {
	return slices.DeleteFunc(allDates(s), func(d DateMatch) bool { return dater.MatchString(s[d.Start:d.End]) })
}

// Stamped says whether a text has the day that a dater puts on what comes in, or a fax
// machine on what it sends.
func Stamped(s string) bool {
	return slices.ContainsFunc(allDates(s), func(d DateMatch) bool { return dater.MatchString(s[d.Start:d.End]) })
}

func allDates(s string) []DateMatch {
	var found []DateMatch
	for _, m := range namedDate.FindAllStringSubmatchIndex(s, -1) {
		name, text := unglued(s[m[2]:m[3]], s[m[4]:m[5]])
		month, repairedMonth, ok := month(name)
		if !ok {
			continue
		}
		day, okDay, repairedDay := digits(text)
		written := strings.ReplaceAll(s[m[8]:m[9]], " ", "")
		year, okYear, repairedYear := digits(written)
		repairedYear = repairedYear || m[6] >= 0 || len(written) < m[9]-m[8]
		if !okDay || !okYear {
			continue
		}
		if d, ok := civil(year, month, day); ok {
			found = append(found, DateMatch{d, m[0], m[1], repairedMonth || repairedDay || repairedYear})
		}
	}
	for _, m := range numericDate.FindAllStringSubmatchIndex(s, -1) {
		stroke := func(at int) bool { return s[at] == '/' || s[at] == '-' }
		first, second := stroke(m[4]), stroke(m[8])
		if !first && !second || first && second && s[m[4]] != s[m[8]] || first != second && (m[3]-m[2] < 2 || m[7]-m[6] < 2) {
			continue
		}
		n, err := strconv.Atoi(s[m[2]:m[3]])
		mended := monthEnding[s[m[2]:m[3]]+"-"+s[m[6]:m[7]]]
		if mended != 0 {
			n = mended
		}
		if err != nil || n < 1 || n > 12 {
			continue
		}
		if d, ok := civil(s[m[10]:m[11]], time.Month(n), s[m[6]:m[7]]); ok {
			found = append(found, DateMatch{d, m[0], m[1], first != second || mended != 0})
		}
	}
	for _, m := range spanishDate.FindAllStringSubmatchIndex(s, -1) {
		month, ok := spanishMonths[strings.ToLower(s[m[4]:m[5]])]
		if !ok {
			continue
		}
		if d, ok := civil(s[m[6]:m[7]], month, s[m[2]:m[3]]); ok {
			found = append(found, DateMatch{d, m[0], m[1], false})
		}
	}
	sortByStart(found)
	return found
}

// monthEnding are days that can be no other than the last of a month, with a 4 or a 7 for the
// 1 that its number begins with.
var monthEnding = map[string]int{"42-31": 12, "72-31": 12, "40-31": 10, "70-31": 10}

// unglued gives a day the 1 or 0 back that it begins with, where it sticks to the name of
// its month: the name may have one for a letter.
func unglued(name, day string) (string, string) {
	if letters := strings.TrimRight(name, "01"); len(letters) == len(name)-1 && len(day) == 1 {
		if _, repaired, ok := month(letters); ok && !repaired {
			return letters, name[len(letters):] + day
		}
	}
	return name, day
}

// dashes is what dirt before a word is taken for.
const dashes = "\"'“”‘’«»~_|*°•"

// Date reads a text that is one date and nothing else that matters: the date
// must begin it, but for a colon, dirt or the like.
func Date(s string) (DateMatch, bool) {
	all := Dates(s)
	if len(all) == 0 {
		return DateMatch{}, false
	}
	before := s[:all[0].Start]
	if strings.Trim(before, " .,:;-") == "" {
		return all[0], true
	}
	parted := strings.HasSuffix(before, " ") || unicode.IsLetter(rune(s[all[0].Start])) // else it may be what is left of a figure
	return all[0], parted && strings.Trim(before, " .,:;-"+dashes) == ""
}

// MonthIn is the one month that a text names, whole or by its first letters.
func MonthIn(s string) (found time.Month, ok bool) {
	for w := range strings.FieldsFuncSeq(s, func(c rune) bool { return !unicode.IsLetter(c) }) {
		m, _, is := month(w)
		switch {
		case !is:
		case found != 0 && m != found:
			return 0, false
		default:
			found = m
		}
	}
	return found, found != 0
}

func sortByStart(m []DateMatch) {
	for i := 1; i < len(m); i++ {
		for j := i; j > 0 && m[j].Start < m[j-1].Start; j-- {
			m[j], m[j-1] = m[j-1], m[j]
		}
	}
}

func civil(year string, month time.Month, day string) (noticed.Date, bool) {
	y, err1 := strconv.Atoi(year)
	d, err2 := strconv.Atoi(day)
	if err1 != nil || err2 != nil || y < firstYear || y > lastYear {
		return noticed.Date{}, false
	}
	date, err := noticed.NewDate(y, month, d)
	return date, err == nil
}

// month reads a month's English name, whole or as its first three or four
// letters; one damaged letter of a whole name is repaired where no other month
// is as near.
func month(s string) (m time.Month, repaired, ok bool) {
	s = strings.ToLower(s)
	for m := time.January; m <= time.December; m++ {
		name := strings.ToLower(m.String())
		if s == name || s == name[:3] || (s == "sept" && m == time.September) {
			return m, false, true
		}
	}
	found := time.Month(0)
	for m := time.January; m <= time.December; m++ {
		name := strings.ToLower(m.String())
		if len(name) == len(s) && len(s) >= 4 && differences(name, s) == 1 {
			if found != 0 { // June and July are one letter apart
				return 0, false, false
			}
			found = m
		}
	}
	return found, true, found != 0
}

// LongMonth says whether a word is the name of a month, with a sign or none around it,
// that can be no other one: May, June and July are a letter or two apart from others, and
// of those in -ember recognition makes up the beginning.
func LongMonth(word string) bool {
	word = strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	m, repaired, ok := month(word)
	return ok && !repaired && len(word) >= len("March") && len(word) == len(m.String()) && !strings.HasSuffix(m.String(), "ember")
}

func differences(a, b string) (n int) {
	for i := range len(a) {
		if a[i] != b[i] {
			n++
		}
	}
	return n
}

var spanishMonths = map[string]time.Month{
	"enero": time.January, "febrero": time.February, "marzo": time.March, "abril": time.April,
	"mayo": time.May, "junio": time.June, "julio": time.July, "agosto": time.August,
	"septiembre": time.September, "setiembre": time.September, "octubre": time.October,
	"noviembre": time.November, "diciembre": time.December,
}
