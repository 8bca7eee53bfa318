package printed

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"noticed"
)

// PeriodEnd is the last day of a tax period, and whether the paper gave a bare
// year (a calendar year, December 31) or a day of its own.
type PeriodEnd struct {
	End      noticed.Date
	BareYear bool
	Repaired bool
}

var (
	bareYear  = regexp.MustCompile(`^\W*(` + digitLike + `{4})\W*$`)
	yearMonth = regexp.MustCompile(`^\W*((?:19|20)[0-9]{2})(0[1-9]|1[0-2])\W*$`)
)

// Period reads a tax period as notices print one: "2017", "December 31, 2023",
// "12/31/2019", "201912".
func Period(s string) (PeriodEnd, bool) {
	if m := yearMonth.FindStringSubmatch(s); m != nil {
		y, _ := strconv.Atoi(m[1])
		n, _ := strconv.Atoi(m[2])
		return PeriodEnd{End: monthEnd(y, time.Month(n))}, true
	}
	if m := bareYear.FindStringSubmatch(s); m != nil {
		d, ok, repaired := digits(m[1])
		y, err := strconv.Atoi(d)
		if ok && err == nil && y >= firstYear-20 && y <= lastYear {
			return PeriodEnd{noticed.Date{Year: y, Month: time.December, Day: 31}, true, repaired}, true
		}
		return PeriodEnd{}, false
	}
	d, ok := Date(strings.TrimSpace(s))
	if !ok {
		return PeriodEnd{}, false
	}
	return PeriodEnd{d.Value, false, d.Repaired}, true
}

// Ending is the period that ends with a month of a year, of which a damaged day was
// printed.
func Ending(year int, month time.Month) PeriodEnd {
	return PeriodEnd{End: monthEnd(year, month), Repaired: true}
}

func monthEnd(year int, month time.Month) noticed.Date {
	return noticed.DateOf(time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC))
}

// form is a tax form's number as notices name it. 1040-NR, 1040A, 941, 1120-S,
// 1065, 990-T, CIVPEN. Payment-plan and appeal forms are not tax forms.
var form = regexp.MustCompile(`^\W*(1040(?:-?(?:NR|SR|SS|PR|A|EZ|X|C))?|1041|1065|1066|1120(?:-?(?:S|SF|C|F|FSC|H|L|ND|PC|POL|REIT|RIC|W|X))?|940(?:-?EZ)?|941(?:-?(?:SS|PR|X|M))?|943|944|945|706|709|720|730|990(?:-?(?:EZ|PF|T|N|W|BL|C))?|2290|5329|5330|5500|1042|CT-?1|CIVPEN|CIVIL PENALTY)\W*$`)

// figureForLetter undoes what figures the letters behind a form's number are taken for:
// no form has such a number.
var figureForLetter = strings.NewReplacer("10404", "1040A", "10405R", "1040SR", "1040-5R", "1040-SR", "E2", "EZ", "11205", "1120S", "1120-5", "1120-S")

// asFigures undoes what letters figures of a form's number are taken for.
var asFigures = strings.NewReplacer("O", "0", "I", "1", "L", "1", "|", "1")

// figured is a form's number with figures for the letters before its hyphen, where two
// figures at least are left to tell that it is one: L040.
func figured(s string) string {
	number, suffix := s, ""
	if at := strings.IndexAny(s, "- "); at >= 0 {
		number, suffix = s[:at], s[at:]
	}
	figures := 0
	for _, c := range number {
		if c >= '0' && c <= '9' {
			figures++
		}
	}
	if figures < 2 {
		return s
	}
	return asFigures.Replace(number) + suffix
}

// tornForm is a form's number whose hyphen was lost, or set apart.
var tornForm = regexp.MustCompile(`^(\W*[0-9]{3,4})(?:\s?-\s|\s)(NR|SR|SS|PR|EZ)\b`)

// Form reads a tax form's number, without the word Form.
func Form(s string) (string, bool) {
	s = tornForm.ReplaceAllString(strings.ToUpper(strings.TrimSpace(s)), "$1-$2")
	m := form.FindStringSubmatch(s)
	if m == nil {
		m = form.FindStringSubmatch(figureForLetter.Replace(s))
	}
	if m == nil {
		m = form.FindStringSubmatch(figured(s))
	}
	if m == nil {
		return "", false
	}
	if m[1] == "CIVIL PENALTY" {
		return "CIVPEN", true
	}
	return m[1], true
}
