package notice

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"noticed"
)

var (
	earliest = noticed.Date{Year: 2018, Month: time.January, Day: 2}
	latest   = noticed.Date{Year: 2026, Month: time.October, Day: 26}
)

// Draw draws a notice with the given code.
func Draw(r *rand.Rand, code string) *Notice {
	if k, ok := kinds[code]; ok {
		return drawKind(r, code, k)
	}
	if slices.Contains(Letters, code) {
		return drawLetter(r, code)
	}
	n := &Notice{Code: code, Street: one(r, streets), Town: one(r, towns)}
	n.Date = drawDate(r)
	n.drawTaxpayer(r)
	n.drawPeriods(r)
	n.drawRows(r)
	n.drawDates(r)
	n.Office, n.PayTo = one(r, offices[code]), one(r, payments)
	n.Phone = one(r, []string{"1-800-829-0922", "1-800-829-7650", "1-800-829-8374", "1-866-897-0177", "1-800-829-3903"})
	n.Hours = one(r, []string{"7:00 a.m. to 7:00 p.m., CT", "8 a.m. - 8 p.m. ET", "7 a.m. to 7 p.m. local time"})
	n.CallerID = drawCallerID(r)
	n.Barcode, n.ScanLine = drawBarcode(r), drawScanLine(r)
	if code == LT11 {
		n.HearTo = one(r, hearings)
		if chance(r, 75) {
			n.CaseRef = drawCase(r)
		}
	}
	return n
}

// drawDate draws a day of the years covered; the traps of the calendar come up
// more often than chance would have it.
func drawDate(r *rand.Rand) noticed.Date {
	span := latest.DaysSince(earliest)
	d := earliest.AddDays(r.IntN(span + 1))
	switch r.IntN(10) {
	case 0: // the thirtieth day is no business day
		for BusinessDay(d.AddDays(30)) {
			d = d.AddDays(1)
		}
	case 1: // the twenty-first day is no business day
		for BusinessDay(d.AddDays(21)) {
			d = d.AddDays(1)
		}
	case 2, 3, 4, 5, 6, 7: // most are dated on a Monday
		for d.Weekday() != time.Monday {
			d = d.AddDays(1)
		}
	}
	if d.After(latest) {
		d = latest
	}
	return d
}

func (n *Notice) drawTaxpayer(r *rand.Rand) {
	if n.Code == LT11 && chance(r, 12) {
		n.ID, n.People = drawID(r, noticed.IDKindEIN), single(one(r, firms))
		return
	}
	n.ID, n.People = drawID(r, noticed.IDKindSSN), drawPeople(r)
}

func (n *Notice) drawPeriods(r *rand.Rand) {
	count := 1
	if n.Code == LT11 && chance(r, 60) {
		count = 2 + r.IntN(4)
	}
	if n.Business() {
		end := quarterEnd(n.Date.AddDays(-200 - r.IntN(900)))
		for range count {
			n.Periods = append(n.Periods, Period{Form: "941", End: end, Quarterly: true})
			end = quarterEnd(end.AddDays(-95)) // well inside the quarter before
		}
		if count == 1 && chance(r, 40) {
			n.Periods[0] = Period{Form: one(r, []string{"940", "1120"}), End: yearEnd(n.Date.Year - 1)}
		}
		reverse(n.Periods)
		return
	}
	least := 1
	if n.Date.Month < time.June {
		least = 2 // the return of last year was hardly assessed yet
	}
	if n.Code == CP14 && n.Date.Month < time.March && chance(r, 60) {
		least = 1
	}
	year := n.Date.Year - least - r.IntN(3)
	if n.Code == LT11 {
		year -= r.IntN(3)
	}
	for range count {
		n.Periods = append(n.Periods, Period{Form: individualForm(r, year), End: yearEnd(year)})
		year -= 1 + r.IntN(8)/6
	}
	if count > 1 && chance(r, 15) { // a civil penalty among the years
		n.Periods[0].Form = "CIVPEN"
	}
	reverse(n.Periods)
}

func individualForm(r *rand.Rand, year int) string {
	switch {
	case year <= 2017 && chance(r, 30):
		return one(r, []string{"1040A", "1040EZ"})
	case year >= 2019 && chance(r, 12):
		return "1040-SR"
	case chance(r, 4):
		return "1040-NR"
	}
	return "1040"
}

func quarterEnd(d noticed.Date) noticed.Date {
	m := time.Month((int(d.Month)-1)/3*3 + 3)
	e := noticed.Date{Year: d.Year, Month: m, Day: 31}
	if !e.Valid() {
		e.Day = 30
	}
	return e
}

func reverse(p []Period) {
	for i, j := 0, len(p)-1; i < j; i, j = i+1, j-1 {
		p[i], p[j] = p[j], p[i]
	}
}

// drawBalance draws what will be due, with the hundred-thousand limit and its
// neighbours more often than in life.
func drawBalance(r *rand.Rand) noticed.Money {
	switch p := r.IntN(100); {
	case p < 4:
		return large
	case p < 6:
		return large - 1
	case p < 12:
		return large + noticed.Money(r.IntN(300_000_00))
	case p < 25:
		return noticed.Money(20_00 + r.IntN(900_00))
	case p < 30:
		return noticed.Money(100_00 * (1 + r.IntN(90))) // round
	}
	return noticed.Money(500_00 + r.IntN(45_000_00))
}

func (n *Notice) drawDates(r *rand.Rand) {
	n.Prior = n.Date.AddDays(-35 - r.IntN(120))
	switch n.Code {
	case CP14:
		d := PayBy(n.Date, n.Balance)
		n.PayBy = &d
	case CP504:
		if chance(r, 55) {
			d := n.Date.AddDays(one(r, []int{10, 14, 21, 21}))
			if n.Balance >= large {
				d = AddBusinessDays(n.Date, 10)
			}
			n.PayBy = &d
		}
	case LT11:
		if chance(r, 45) {
			d := n.Date.AddDays(30)
			if chance(r, 50) {
				d = Rolled(d)
			}
			n.Hearing = &d
		}
	}
}

func drawCallerID(r *rand.Rand) string {
	if chance(r, 30) { // looks like a year
		return fmt.Sprint(2015 + r.IntN(12))
	}
	return digits(r, 4+r.IntN(3))
}

func drawBarcode(r *rand.Rand) string {
	switch r.IntN(3) {
	case 0:
		return digits(r, 12) + "s"
	case 1:
		return fmt.Sprintf("%s %s %s %s %s", digits(r, 4), digits(r, 7), digits(r, 10), digits(r, 7), digits(r, 4))
	}
	return digits(r, 6) + "." + digits(r, 6) + "." + digits(r, 5) + "." + digits(r, 4) + " 1 AB 0." + digits(r, 3) + " 530"
}

func drawScanLine(r *rand.Rand) string {
	return fmt.Sprintf("%s %s %s %s %s %s", digits(r, 9), string(rune('A'+r.IntN(26)))+string(rune('A'+r.IntN(26))),
		string(rune('A'+r.IntN(26)))+digits(r, 3), digits(r, 2), digits(r, 1)+" "+digits(r, 6), digits(r, 3))
}

func drawCase(r *rand.Rand) string {
	if chance(r, 50) {
		return digits(r, 10)
	}
	return "ACS-" + digits(r, 4) + "-" + digits(r, 5)
}
