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
	`\s?([.,])\s?(` + digitLike + `{2})(\)|\s?CR\b|-)?`)

// Amounts finds every amount in a text, in order.
func Amounts(s string) []AmountMatch {
	var found []AmountMatch
	for _, m := range amount.FindAllStringSubmatchIndex(s, -1) {
		if a, ok := amountAt(s, m); ok {
			found = append(found, a)
		}
	}
	return found
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
	comma := part(5) == ","
	if comma && !dollar {
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
	return AmountMatch{noticed.Money(v), m[0], m[1], dollar, comma, repaired1 || repaired2}, true
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
