package printed

import (
	"regexp"
	"strconv"
	"strings"

	"noticed"
)

var (
	wholeDollars = regexp.MustCompile(`([-–—−]\s?)?\$\s?([-–—−]\s?)?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,9})`)
	// tornCents are cents that recognition set apart: "$1,075 .21".
	tornCents = regexp.MustCompile(`^\s?[.,]?\s?[0-9]{2}(?:[^0-9]|$)`)
	bareWhole = regexp.MustCompile(`^([-–—−]\s?)?([0-9]{1,3}(?:,[0-9]{3})*)$`)
)

// WholeDollars finds the amounts in whole dollars in a text, in order: "$9,879",
// as proposals of changes print them. The dollar sign must stand before them: a
// number without one and without cents may be anything. What has cents is none.
func WholeDollars(s string) []AmountMatch {
	var found []AmountMatch
	for _, m := range wholeDollars.FindAllStringSubmatchIndex(s, -1) {
		if after := s[m[1]:]; after != "" && (isWordByte(after[0]) || after[0] == '%' || len(after) > 1 && (after[0] == '.' || after[0] == ',') && isDigit(after[1])) {
			continue
		}
		if tornCents.MatchString(s[m[1]:]) {
			continue
		}
		if before := s[:m[0]]; before != "" && isWordByte(before[len(before)-1]) {
			continue
		}
		if a, ok := whole(s[m[6]:m[7]], m[2] >= 0 || m[4] >= 0); ok {
			a.Start, a.End = m[0], m[1]
			found = append(found, a)
		}
	}
	return found
}

// BareDollars reads a text that is nothing but an amount in whole dollars without
// its sign: a row under one that has it.
func BareDollars(s string) (AmountMatch, bool) {
	s = strings.TrimSpace(s)
	m := bareWhole.FindStringSubmatch(s)
	if m == nil {
		return AmountMatch{}, false
	}
	a, ok := whole(m[2], m[1] != "")
	a.End = len(s)
	return a, ok
}

func whole(figures string, negative bool) (AmountMatch, bool) {
	v, err := strconv.ParseInt(strings.ReplaceAll(figures, ",", ""), 10, 64)
	if err != nil {
		return AmountMatch{}, false
	}
	if negative {
		v = -v
	}
	return AmountMatch{Value: noticed.Money(v * 100), Dollar: true}, true
}
