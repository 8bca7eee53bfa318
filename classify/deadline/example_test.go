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
