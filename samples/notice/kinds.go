package notice

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"noticed"
)

// The codes whose facts are drawn here besides CP14, CP504 and LT11.
const (
	CP05    = "CP05"
	CP11    = "CP11"
	CP12    = "CP12"
	CP161   = "CP161"
	CP2000  = "CP2000"
	CP215   = "CP215"
	CP21A   = "CP21A"
	CP22A   = "CP22A"
	CP297   = "CP297"
	CP3219A = "CP3219A"
	CP3219N = "CP3219N"
	CP49    = "CP49"
	CP501   = "CP501"
	CP503   = "CP503"
	CP504B  = "CP504B"
	CP508C  = "CP508C"
	CP515   = "CP515"
	CP523   = "CP523"
	CP71C   = "CP71C"
	CP90    = "CP90"
	LT16    = "LT16"
	LT38    = "LT38"
)

// firstBills are the variants of CP14: the same bill under another letter.
var firstBills = []string{"CP14A", "CP14B", "CP14D", "CP14E", "CP14I", "CP14IA"}

// kind says how the facts of a code are drawn. Numbers are percent.
type kind struct {
	firms  int // that go to a business
	many   int // that are about several periods
	abroad int // that go abroad
	back   int // years by which the tax year lies back further than a fresh return's
	span   int // and by how many more it may
	from   int // no notice before January of that year
	sums   func(*Notice, *rand.Rand)
	dates  func(*Notice, *rand.Rand)
	office []Office // top left
	quiet  bool     // nothing is to be paid: no payment address
}

// kinds are all codes whose facts are drawn here.
var kinds = func() map[string]kind {
	m := map[string]kind{
		CP05:    {sums: nothing, dates: undated, office: centers, quiet: true},
		CP11:    {sums: corrected, dates: billAndDispute, office: centers},
		CP12:    {sums: refunded, dates: dispute, office: centers, quiet: true},
		CP161:   {firms: 100, sums: billed, dates: bill, office: businessCenters},
		CP2000:  {abroad: 4, back: 1, span: 1, sums: proposed, dates: reply, office: underreporter, quiet: true},
		CP215:   {firms: 90, back: 0, span: 2, sums: penalty, dates: bill, office: businessCenters},
		CP21A:   {span: 3, sums: changed, dates: bill, office: centers},
		CP22A:   {span: 3, sums: changed, dates: bill, office: centers},
		CP297:   {firms: 100, many: 60, span: 3, sums: owed, dates: hearingBy, office: collection},
		CP3219A: {abroad: 5, back: 1, span: 2, sums: deficient, dates: petition, office: underreporter, quiet: true},
		CP3219N: {abroad: 5, back: 1, span: 3, sums: deficient, dates: petition, office: underreporter, quiet: true},
		CP49:    {sums: applied, dates: undated, office: centers, quiet: true},
		CP501:   {span: 2, sums: owed, dates: reminder, office: centers},
		CP503:   {span: 2, sums: owed, dates: reminder, office: centers},
		CP504B:  {firms: 100, span: 1, sums: owed, dates: levyDates, office: businessCenters},
		CP508C:  {many: 75, abroad: 12, back: 2, span: 4, sums: owed, dates: figured, office: passports},
		CP515:   {span: 2, sums: nothing, dates: fileBy, office: centers, quiet: true},
		CP523:   {firms: 12, many: 45, span: 2, sums: agreement, dates: termination, office: collection},
		CP71C:   {abroad: 3, back: 2, span: 8, sums: owed, dates: yearly, office: centers},
		CP90:    {many: 60, span: 3, sums: owed, dates: hearingBy, office: collection},
		LT16:    {firms: 15, many: 75, span: 2, sums: called, dates: undated, office: collection, quiet: true},
		LT38:    {firms: 15, many: 55, span: 2, from: 2024, sums: owed, dates: yearly, office: collection},
	}
	for _, code := range firstBills {
		m[code] = kind{sums: billed, dates: bill, office: centers}
	}
	return m
}()

// Codes are the codes that Draw can draw.
func Codes() []string {
	return append([]string{CP14, CP504, LT11}, slices.Sorted(maps.Keys(kinds))...)
}

func drawKind(r *rand.Rand, code string, k kind) *Notice {
	n := &Notice{Code: code, Date: drawDate(r)}
	for n.Date.Year < k.from {
		n.Date = drawDate(r)
	}
	n.addressee(r, k)
	n.periodsOf(r, k)
	k.sums(n, r)
	n.Prior = n.Date.AddDays(-35 - r.IntN(120))
	k.dates(n, r)
	n.Office = one(r, k.office)
	if !k.quiet {
		n.PayTo = one(r, payments)
		for strings.EqualFold(last(n.PayTo), last(n.Office)) { // one address would be two things
			n.PayTo = one(r, payments)
		}
	}
	n.Phone = one(r, []string{"1-800-829-0922", "1-800-829-8374", "1-800-829-1040", "1-800-829-0115", "1-877-571-4712", "1-866-897-0177", "800-829-3903"})
	n.Hours = one(r, []string{"7:00 a.m. to 7:00 p.m., CT", "8 a.m. - 8 p.m. ET", "7 a.m. to 7 p.m. local time", "Monday - Friday, 7 a.m. to 8 p.m."})
	n.CallerID = drawCallerID(r)
	n.Barcode, n.ScanLine = drawBarcode(r), drawScanLine(r)
	n.references(r)
	if n.Code == CP2000 && n.Asked() == noticed.BalanceProposed && chance(r, 45) || n.Code == LT16 && n.Asked() == noticed.BalanceDue && chance(r, 30) {
		n.PayTo = one(r, payments) // with a stub to pay by
	}
	if percent := map[string]int{CP3219N: 65, CP3219A: 35}[code]; chance(r, percent) {
		n.Marked = strings.TrimPrefix(code, "CP")
	}
	return n
}

func last(o Office) string { return o.Lines[len(o.Lines)-1] }

// addressee draws whom the notice goes to and where.
func (n *Notice) addressee(r *rand.Rand, k kind) {
	n.Street, n.Town = one(r, moreStreets), one(r, moreTowns)
	for k.abroad > 0 && strings.HasPrefix(n.Town, "APO") { // whether that is abroad is another question
		n.Town = one(r, moreTowns)
	}
	if chance(r, k.firms) {
		n.ID, n.People = drawID(r, noticed.IDKindEIN), drawFirm(r)
	} else {
		n.ID, n.People = drawID(r, noticed.IDKindSSN), drawNamed(r, moreFirst, moreLast)
		if chance(r, 7) {
			n.People.Window = append(n.People.Window, careOf(r))
		}
	}
	if chance(r, k.abroad) {
		a := one(r, foreign)
		n.Street, n.Town, n.Country = a[0], a[1], a[2]
	}
}

// periodsOf draws what the notice is about.
func (n *Notice) periodsOf(r *rand.Rand, k kind) {
	count := 1
	if chance(r, k.many) {
		count = 2 + r.IntN(4)
	}
	if n.Business() {
		n.firmPeriods(r, count, k)
		return
	}
	year := n.Date.Year - 1 - k.back - r.IntN(k.span+1)
	if n.Date.Month < time.June {
		year-- // the return of last year was hardly assessed yet
	}
	for range count {
		n.Periods = append(n.Periods, Period{Form: individualForm(r, year), End: yearEnd(year)})
		year -= 1 + r.IntN(8)/6
	}
	if n.Code == CP215 || count > 1 && chance(r, 12) {
		n.Periods[0].Form = "CIVPEN"
	}
	reverse(n.Periods)
}

// firmPeriods draws quarters of one form, or years that end in any month.
func (n *Notice) firmPeriods(r *rand.Rand, count int, k kind) {
	before := n.Date.AddDays(-200 - 365*k.back - r.IntN(400+300*k.span))
	switch p := r.IntN(100); {
	case n.Code == CP215:
		n.Periods = []Period{{Form: "CIVPEN", End: one(r, []noticed.Date{quarterEnd(before.AddDays(-92)), yearEnd(before.Year - 1)})}}
	case p < 50:
		form := one(r, []string{"941", "941", "941", "720"})
		end := quarterEnd(before)
		for range count {
			n.Periods = append(n.Periods, Period{Form: form, End: end, Quarterly: true})
			end = quarterEnd(end.AddDays(-95))
		}
	case p < 72:
		form := one(r, []string{"940", "943", "944", "945"})
		for i := range count {
			n.Periods = append(n.Periods, Period{Form: form, End: yearEnd(before.Year - 1 - i)})
		}
	default:
		form, month := one(r, []string{"1120", "1120-S", "1065", "1120", "1041"}), time.December
		if form != "1041" && chance(r, 40) {
			month = one(r, []time.Month{time.June, time.September, time.March, time.January, time.October, time.February})
		}
		for i := range count {
			end := monthEnd(before.Year-1-i, month)
			n.Periods = append(n.Periods, Period{Form: form, End: end})
		}
	}
	if count > 1 && chance(r, 25) { // two returns of one quarter or year
		form := one(r, []string{"940", "1120", "CIVPEN", "945"})
		if form != n.Periods[0].Form {
			n.Periods[0].Form, n.Periods[0].End, n.Periods[0].Quarterly = form, yearEnd(n.Periods[0].End.Year-1), false
		}
	}
	reverse(n.Periods)
}

func monthEnd(year int, m time.Month) noticed.Date {
	for day := 31; ; day-- {
		if d := (noticed.Date{Year: year, Month: m, Day: day}); d.Valid() {
			return d
		}
	}
}

// references draws the numbers that a notice of this code carries.
func (n *Notice) references(r *rand.Rand) {
	switch n.Code {
	case CP2000:
		n.Control = digits(r, 5) + "-" + digits(r, 4)
	case CP3219A:
		n.Control = digits(r, 5) + "-" + digits(r, 4)
		n.Mail = certified(r)
	case CP3219N:
		n.Mail = certified(r)
		if chance(r, 40) {
			n.CaseRef = digits(r, 10)
		}
	case CP90, CP297, LT16, LT38:
		if chance(r, 60) {
			n.CaseRef = drawCase(r)
		}
	case CP508C, CP523:
		if chance(r, 20) {
			n.CaseRef = drawCase(r)
		}
	}
	if n.Code == CP90 || n.Code == CP297 {
		n.HearTo = one(r, hearings)
		if chance(r, 35) {
			n.Mail = certified(r)
		}
	}
}

// certified draws a certified mail number; its first digits are the service's.
func certified(r *rand.Rand) string {
	if chance(r, 50) {
		return "7018 " + digits(r, 4) + " " + digits(r, 4) + " " + digits(r, 4) + " " + digits(r, 4)
	}
	return "92" + digits(r, 18)
}
