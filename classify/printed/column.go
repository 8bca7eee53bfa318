package printed

import (
	"bytes"
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"noticed"
)

// groupStops are an amount whose commas became other stops: "$10.943.92", "-14.666.68". No
// date and no telephone number is grouped so.
var groupStops = regexp.MustCompile(`(?:^|[\s$|“"'–—-])([0-9]{1,3}(?:[.,:;][0-9]{3})+[.,:][0-9]{2})(?:$|[^0-9A-Za-z.,])`)

// formBefore is the word that announces a form's number, which no group of an amount is.
var formBefore = regexp.MustCompile(`(?i)form\s*$`)

// lostPoint is an amount behind a dollar sign whose point is lost, at the end of the text or
// before the next amount: "$7,219 34".
var lostPoint = regexp.MustCompile(`\$\s?[0-9]{1,3}(?:,[0-9]{3})* [0-9]{2}(?:[\s|_\]~]*$|[\s|_]+[-–—]?\$)`)

// lostStop is an amount behind a dollar sign that kept a stop before its thousands and has
// lost the one before its cents: "$3.69718".
var lostStop = regexp.MustCompile(`([-–—(]\s?)?\$\s?([0-9]{1,3}[.,:;][0-9]{3}|[0-9]{1,3}(?:,[0-9]{3})+)([0-9]{2})(?:$|[\s|_\]~])`)

var noStops = strings.NewReplacer(",", "", ".", "", ":", "", ";", "")

// pointed is an amount with cents behind a point, signPoint one whose point became another
// sign, "$33,519'51", and commaPoint one whose point became a comma, behind no word, which
// may be a month's name: "23,76".
var (
	pointed    = regexp.MustCompile(`[0-9]\.[0-9]{2}(?:$|[\s|])`)
	signPoint  = regexp.MustCompile("(?:^|[\\s|-])(?:\\$\\s?[0-9]{1,3}(?:,[0-9]{3})*|[0-9]{1,3}(?:,[0-9]{3})+)(['`\"*;^~])[0-9]{2}(?:$|[\\s|_\\]])")
	commaPoint = regexp.MustCompile(`(?:^|[^A-Za-z.,_'|\s])[\s|]+[-–—]?\$?[0-9]{1,3}(,)[0-9]{2}(?:$|[\s|])`)
)

// ColumnAmounts finds the amounts in the columns of a table or box that was recognised, as
// [Amounts] does, and those whose stops were spoilt: in running text "$1,200 30" may be an
// amount in whole dollars before the number of something else.
func ColumnAmounts(s string) []AmountMatch {
	text := []byte(s)
	for at := 0; at < len(text); {
		m := groupStops.FindSubmatchIndex(text[at:])
		if m == nil {
			break
		}
		start, end := at+m[2], at+m[3]
		at = end // what ends one amount begins the next
		if !bytes.ContainsAny(text[start:end], ".:;") || formBefore.Match(text[:start]) {
			continue // all commas: as one IRS sample has it
		}
		for i := start; i < end; i++ {
			if !isDigit(text[i]) {
				text[i] = ','
			}
		}
		text[end-len(".00")] = '.'
	}
	for at := 0; at < len(text); {
		m := lostPoint.FindIndex(text[at:])
		if m == nil {
			break
		}
		gap := at + m[0] + 1
		for gap < at+m[1] && (text[gap] != ' ' || !isDigit(text[gap-1])) {
			gap++
		}
		if gap == at+m[1] {
			break
		}
		text[gap] = '.'
		at = gap + len(".00")
	}
	mendPoints(text, signPoint)
	if pointed.Match(text) {
		mendPoints(text, commaPoint)
	}
	all := Amounts(string(text))
	for i, a := range all {
		all[i].Repaired = a.Repaired || string(text[a.Start:a.End]) != s[a.Start:a.End]
	}
	return withLostStops(all, s)
}

// mendPoints puts a point where an expression finds another sign for it.
func mendPoints(text []byte, sign *regexp.Regexp) {
	for at := 0; at < len(text); {
		m := sign.FindSubmatchIndex(text[at:])
		if m == nil {
			return
		}
		text[at+m[2]] = '.'
		at += m[3]
	}
}

// withLostStops adds the amounts that lost the stop before their cents.
func withLostStops(all []AmountMatch, s string) []AmountMatch {
	found := false
	for _, m := range lostStop.FindAllStringSubmatchIndex(s, -1) {
		v, err := strconv.ParseInt(noStops.Replace(s[m[4]:m[7]]), 10, 64)
		within := func(a AmountMatch) bool { return a.Start < m[7] && a.End > m[0] }
		if err != nil || slices.ContainsFunc(all, within) || strings.HasPrefix(strings.TrimLeft(s[m[7]:], " "), "CR") {
			continue
		}
		if m[2] >= 0 {
			v = -v
		}
		all = append(all, AmountMatch{Value: noticed.Money(v), Start: m[0], End: m[7], Repaired: true})
		found = true
	}
	if found {
		slices.SortFunc(all, func(a, b AmountMatch) int { return cmp.Compare(a.Start, b.Start) })
	}
	return all
}

// bareCents is an amount that is nothing but figures, or has a space for its point.
var bareCents = regexp.MustCompile(`^[^0-9A-Za-z$]*?(-?)([0-9]{1,3}|[0-9]{1,3}(?:,[0-9]{3})+)( ?[0-9]{2})[^0-9A-Za-z]*$`)

// PointlessAmount reads a text that is one amount which lost its point, "271", "1,506 96":
// only a sum makes it one.
func PointlessAmount(s string) (AmountMatch, bool) {
	m := bareCents.FindStringSubmatchIndex(s)
	if m == nil {
		return AmountMatch{}, false
	}
	v, err := strconv.ParseInt(strings.ReplaceAll(noStops.Replace(s[m[2]:m[7]]), " ", ""), 10, 64)
	return AmountMatch{Value: noticed.Money(v), Start: m[2], End: m[7], Repaired: true}, err == nil
}
