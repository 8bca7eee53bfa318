package printed

import (
	"regexp"
	"strconv"
	"strings"

	"noticed"
)

// AmountMatch is an amount of money found in a text.
type AmountMatch struct {
	Value      noticed.Money
	Start, End int // byte offsets in the text
	Dollar     bool
	// CommaCents says that the cents stand behind a comma ("$9,533,53", as one
	// IRS sample has it): only another copy of the same digits makes it a value.
	CommaCents bool
	Repaired   bool
}

// An amount has cents, always; thousands are grouped by commas or not at all.
// Text layers and recognition put spaces around the comma and the point.
var amount = regexp.MustCompile(`([-–—−(]\s?)?(\$\s?)?([-–—−]\s?)?(` +
	digitLike + `{1,3}(?:\s?,\s?` + digitLike + `{3})+|` + digitLike + `{1,9})` +
	`\s?([.,:;])\s?(` + digitLike + `{2})(\)|\s?CR\b|-)?`)

// lostComma is an amount behind a dollar sign or a minus of which a comma was lost
// between two groups of digits: "-$7 532.26".
var lostComma = regexp.MustCompile(`(?:^|[^0-9A-Za-z])[-–—−$][0-9]{1,3}(?:[ ,][0-9]{3})+[.][0-9]{2}\b`)

// Amounts finds every amount in a text, in order.
func Amounts(s string) []AmountMatch {
	var found []AmountMatch
	whole := lostComma.ReplaceAllStringFunc(s, func(m string) string {
		return m[:1] + strings.ReplaceAll(m[1:], " ", ",")
	})
	for _, m := range amount.FindAllStringSubmatchIndex(whole, -1) {
		if a, ok := amountAt(whole, m); ok {
			a.Repaired = a.Repaired || s[a.Start:a.End] != whole[a.Start:a.End]
			found = append(found, a)
		}
	}
	return found
}

var commaCents = regexp.MustCompile(`^[^0-9A-Za-z]*?(-?)([0-9]{1,3}(?:,[0-9]{3})*|[0-9]{1,9}),([0-9]{2})[^0-9A-Za-z]*$`)

// CommaAmount reads a text that is one amount with its cents behind a comma and
// without a dollar sign, "79,87": only a column of amounts makes it one.
func CommaAmount(s string) (AmountMatch, bool) {
	m := commaCents.FindStringSubmatchIndex(s)
	if m == nil {
		return AmountMatch{}, false
	}
	v, err := strconv.ParseInt(strings.ReplaceAll(s[m[4]:m[5]], ",", "")+s[m[6]:m[7]], 10, 64)
	if err != nil {
		return AmountMatch{}, false
	}
	if m[3] > m[2] {
		v = -v
	}
	return AmountMatch{Value: noticed.Money(v), Start: m[2], End: m[7], CommaCents: true}, true
}

func amountAt(s string, m []int) (AmountMatch, bool) {
	part := func(i int) string {
		if m[2*i] < 0 {
			return ""
		}
		return s[m[2*i]:m[2*i+1]]
	}
	// A letter, a digit or another separator beside it makes it part of
	// something else: a telephone number, a date, a reference.
	if before := s[:m[0]]; before != "" && (isWordByte(before[len(before)-1]) || strings.HasSuffix(before, ".") || strings.HasSuffix(before, ",")) {
		return AmountMatch{}, false
	}
	if after := s[m[1]:]; after != "" && (isWordByte(after[0]) || after[0] == '%' ||
		(len(after) > 1 && (after[0] == '.' || after[0] == ',' || after[0] == '/') && isDigit(after[1]))) {
		return AmountMatch{}, false
	}
	whole, ok1, repaired1 := digits(strings.NewReplacer(",", "", " ", "").Replace(part(4)))
	cents, ok2, repaired2 := digits(part(6))
	if !ok1 || !ok2 || !strings.ContainsAny(part(4)+part(6), "0123456789") {
		return AmountMatch{}, false
	}
	dollar := part(2) != ""
	if (repaired1 || repaired2) && !dollar {
		return AmountMatch{}, false // a word, more likely
	}
	comma, spotted := part(5) == ",", part(5) == ":" || part(5) == ";" // a point with dirt over it
	if (comma || spotted) && !dollar || spotted && m[12] > m[11] {
		return AmountMatch{}, false
	}
	v, err := strconv.ParseInt(whole+cents, 10, 64)
	if err != nil {
		return AmountMatch{}, false
	}
	sign, tail := strings.TrimSpace(part(1)), strings.TrimSpace(part(7))
	if before := s[:m[0]]; strings.HasSuffix(before, "_") || strings.HasSuffix(before, "-") {
		sign = "" // what is left of a rule
	}
	switch {
	case sign == "(" && tail == ")", tail == "CR", tail == "-", part(3) != "", sign != "" && sign != "(":
		v = -v
	}
	return AmountMatch{noticed.Money(v), m[0], m[1], dollar, comma, repaired1 || repaired2 || spotted}, true
}

// Amount reads a text that is one amount and nothing else that matters.
func Amount(s string) (AmountMatch, bool) {
	all := Amounts(s)
	if len(all) != 1 || strings.Trim(s[:all[0].Start]+s[all[0].End:], " .,:;=_*") != "" {
		return AmountMatch{}, false
	}
	return all[0], true
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isWordByte(c byte) bool {
	return isDigit(c) || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}
