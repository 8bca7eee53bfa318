package samples

import (
	"math/rand/v2"
	"slices"
	"strings"

	"noticed"
	"noticed/samples/expect"
	"noticed/samples/layout"
	"noticed/samples/letter"
	"noticed/samples/notice"
	"noticed/samples/page"
)

// tamper alters one printed copy of one value that is printed more than once
// (or, of a row of the summary, that the total checks) and lays the notice out
// again with it. It returns nil where the paper says nothing twice.
func tamper(r *rand.Rand, n *notice.Notice, s layout.Style, m page.Metrics, clean *layout.Paper) (*expect.Tampered, *layout.Paper) {
	seen := map[string]int{}
	for _, c := range clean.Copies {
		if c.Place != noticed.PlaceProse && c.Place != noticed.PlaceFooter {
			seen[c.What]++
		}
	}
	// First a place, then a value there, then a copy: the header, which every
	// page repeats, would be hit nearly always else.
	var places []noticed.Place
	at := map[noticed.Place]map[string][]int{}
	whats := map[noticed.Place][]string{}
	for i, c := range clean.Copies {
		switch {
		case c.Place == noticed.PlaceProse, c.Place == noticed.PlaceTable, c.Place == noticed.PlaceFooter:
			continue
		case c.What != "row" && seen[c.What] < 2:
			continue
		}
		if at[c.Place] == nil {
			at[c.Place] = map[string][]int{}
			places = append(places, c.Place)
		}
		if at[c.Place][c.What] == nil {
			whats[c.Place] = append(whats[c.Place], c.What)
		}
		at[c.Place][c.What] = append(at[c.Place][c.What], i)
	}
	if len(places) == 0 { // a letter of one page says nothing twice
		return nil, clean
	}
	place := places[r.IntN(len(places))]
	what := whats[place][r.IntN(len(whats[place]))]
	copies := at[place][what]
	i := copies[r.IntN(len(copies))]
	c := clean.Copies[i]
	to := alter(r, c, n, s.Form.Dates)
	t := &expect.Tampered{Field: c.Field, What: c.What, Place: c.Place, Page: c.Page, From: c.Text, To: to}
	return t, lay(n, s, m, &layout.Alteration{Copy: i, To: to})
}

// suspects are the fields a reason may name for an alteration: a row that no
// longer adds up may be told of the rows or of the total.
func suspects(t *expect.Tampered) []noticed.Field {
	if t.What == "row" {
		return []noticed.Field{noticed.FieldAmounts, noticed.FieldBalance}
	}
	return []noticed.Field{t.Field}
}

// otherCodes are notices that one could be taken for; "" is for the rest.
var otherCodes = map[string][]string{
	notice.CP14:    {"CP11", "CP12", "CP16", "CP504"},
	notice.CP504:   {"CP501", "CP503", "CP508", "CP14"},
	notice.LT11:    {"LT16", "LT17", "LT14"},
	notice.LT16:    {"LT11", "LT18", "LT39"},
	notice.LT38:    {"LT39", "LT33", "LT11"},
	notice.CP3219A: {"CP3219N", "CP3219B"},
	notice.CP3219N: {"CP3219A", "CP3219B"},
	notice.CP21A:   {"CP21B", "CP21C", "CP22A"},
	notice.CP22A:   {"CP22E", "CP21A", "CP23"},
	notice.CP90:    {"CP91", "CP92", "CP297"},
	notice.CP297:   {"CP298", "CP297A", "CP90"},
	notice.CP504B:  {"CP504", "CP501"},
	notice.CP2000:  {"CP2501", "CP2005", "CP3219A"},
	notice.CP5071:  {"CP5747", "CP5447"},
	notice.L12C:    {"L86C", "L324C"},
	notice.L2645C:  {"L2644C", "L86C"},
	notice.L4883C:  {"L4464C", "L5071C"},
	notice.L5071C:  {"L4883C", "L5747C", "L6331C"},
	notice.L5747C:  {"L5071C", "L5447C"},
	notice.L6331C:  {"L6330C", "L5071C"},
	notice.L1153:   {"L1058", "L1154"},
	"":             {"CP14", "CP24", "CP16", "CP71A", "CP161", "CP505"},
}

// alter changes a printed value plausibly: it stays a value of its kind.
func alter(r *rand.Rand, c layout.Copy, n *notice.Notice, form layout.DateForm) string {
	switch c.What {
	case "code":
		o, ok := otherCodes[n.Code]
		if !ok {
			o = otherCodes[""]
		}
		to := o[r.IntN(len(o))]
		for to == n.Code {
			to = o[r.IntN(len(o))]
		}
		if mark, is := strings.CutPrefix(n.Code, "L"); is && strings.Contains(c.Text, mark) && n.Code[1] != 'T' {
			return strings.Replace(c.Text, mark, to[1:], 1)
		}
		if !strings.HasPrefix(c.Text, to[:2]) {
			to = to[2:] // a code without its prefix
		}
		return to
	case "notice_date":
		if slices.Contains(notice.Letters, n.Code) {
			return letter.Dated(c.Text, otherDay(r, n.Date))
		}
		if c.Text == notice.Long(n.Date) {
			form = layout.InWords
		}
		return form.Write(otherDay(r, n.Date))
	case "tax_period":
		return notice.Long(n.Periods[0].End.AddYears(-1))
	case "tax_year":
		d := notice.Long(noticed.Date{Year: n.Year() - 1 - r.IntN(2), Month: 1, Day: 1})
		return d[len(d)-4:]
	case "id_last4":
		return changeDigit(r, c.Text, len(c.Text)-4)
	}
	if d := n.Printed()[noticed.DateRole(c.What)]; d != nil {
		return form.Act(otherDay(r, *d))
	}
	return changeDigit(r, c.Text, 0)
}

// otherDay is a day that differs in one digit or in the month.
func otherDay(r *rand.Rand, d noticed.Date) noticed.Date {
	for {
		var o noticed.Date
		switch r.IntN(3) {
		case 0:
			o = d.AddDays([]int{-10, -1, 1, 2, 10, 7}[r.IntN(6)])
		case 1:
			o = d.AddDays([]int{-30, 31, 30}[r.IntN(3)])
		default:
			o = d.AddYears([]int{-1, 1}[r.IntN(2)])
		}
		if o != d {
			return o
		}
	}
}

// changeDigit changes one digit at or after from; the first digit of an amount
// never becomes 0.
func changeDigit(r *rand.Rand, s string, from int) string {
	var at []int
	for i := from; i < len(s); i++ {
		if s[i] >= '0' && s[i] <= '9' {
			at = append(at, i)
		}
	}
	i := at[r.IntN(len(at))]
	b := []byte(s)
	for {
		b[i] = byte('0' + r.IntN(10))
		leading := i == at[0] && b[i] == '0' && !strings.HasPrefix(s, "0")
		if b[i] != s[i] && !leading {
			return string(b)
		}
	}
}
