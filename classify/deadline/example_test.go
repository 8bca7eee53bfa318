package deadline_test

import (
	"fmt"

	"noticed"
	"noticed/classify/deadline"
)

// A final notice of intent to levy dated June 4, 2026: day 30 is a Saturday and
// the Friday before it the observed Independence Day.
func ExampleCompute() {
	date := noticed.MustDate("2026-06-04")
	r := deadline.Compute(deadline.Input{
		Rule: "CDP_LEVY_30", Verified: true, NoticeDate: &date, ImmediatePayment: true, Abroad: deadline.AbroadNo,
	})
	for _, d := range r.Deadlines {
		if d.Date == nil {
			fmt.Printf("%s: %s\n", d.Action, d.Note)
			continue
		}
		fmt.Printf("%s: %s, act by %s\n", d.Action, d.Date, d.ActBy)
		for _, s := range d.RolledPast {
			fmt.Printf("  not %s: %s\n", s.Date, s.Reason)
		}
	}
	// Output:
	// pay: printed as due immediately
	// request_cdp_hearing: 2026-07-06, act by 2026-07-02
	//   not 2026-07-04: Saturday
	//   not 2026-07-05: Sunday
	// request_equivalent_hearing: 2027-06-04, act by 2027-06-04
}

// Ten business days from a bill of $100,000 or more, over Juneteenth.
func ExampleExplain() {
	date, amount := noticed.MustDate("2026-06-15"), noticed.Dollars(100_000, 0)
	e := deadline.Explain(deadline.Input{Rule: "PAY_21CAL_10BUS", Verified: true, NoticeDate: &date, Balance: &amount})
	for _, s := range e.Deadlines[0].Steps {
		if s.Date != nil {
			fmt.Printf("%s %.3s %s: %s\n", s.Kind, s.Weekday, s.Date, s.Text)
		}
	}
	// Output:
	// day_0 Mon 2026-06-15: the notice date; it is not counted
	// not_counted Fri 2026-06-19: Juneteenth; 3 counted so far
	// not_counted Sat 2026-06-20: Saturday; 3 counted so far
	// not_counted Sun 2026-06-21: Sunday; 3 counted so far
	// not_counted Sat 2026-06-27: Saturday; 8 counted so far
	// not_counted Sun 2026-06-28: Sunday; 8 counted so far
	// last_day Tue 2026-06-30: business day 10, the last
	// governs Tue 2026-06-30: computed; no day is printed that could govern
	// act_by Tue 2026-06-30: that day itself is a business day
}
