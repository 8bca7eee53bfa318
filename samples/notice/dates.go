package notice

import (
	"math/rand/v2"

	"noticed"
)

// What dates a notice prints, by kind.

func undated(*Notice, *rand.Rand) {}

func (n *Notice) day(after int) *noticed.Date {
	d := n.Date.AddDays(after)
	return &d
}

// bill: 21 days, or ten business days.
func bill(n *Notice, _ *rand.Rand) {
	d := PayBy(n.Date, n.Balance)
	n.PayBy = &d
}

// reminder: a pay-by date that no law counts.
func reminder(n *Notice, r *rand.Rand) {
	if chance(r, 96) {
		n.PayBy = n.day(one(r, []int{21, 21, 21, 10, 14, 30}))
		if n.Balance >= large && chance(r, 60) {
			d := AddBusinessDays(n.Date, 10)
			n.PayBy = &d
		}
	}
}

// yearly reminders often say to what day interest is figured.
func yearly(n *Notice, r *rand.Rand) {
	reminder(n, r)
	if chance(r, 25) {
		n.GoodThrough = n.day(one(r, []int{0, 10, 21, 21}))
		if n.PayBy != nil {
			n.GoodThrough = n.PayBy
		}
	}
}

func figured(n *Notice, r *rand.Rand) {
	if chance(r, 35) {
		n.GoodThrough = n.day(one(r, []int{0, 0, 10, 21}))
	}
}

func levyDates(n *Notice, r *rand.Rand) {
	if chance(r, 50) {
		n.PayBy = n.day(one(r, []int{10, 14, 21}))
		if n.Balance >= large {
			d := AddBusinessDays(n.Date, 10)
			n.PayBy = &d
		}
	}
}

func hearingBy(n *Notice, r *rand.Rand) {
	if chance(r, 45) {
		d := n.Date.AddDays(30)
		if chance(r, 50) {
			d = Rolled(d)
		}
		n.Hearing = &d
	}
}

// dispute dates came with the Act of 2025; before it hardly a notice had one.
func dispute(n *Notice, r *rand.Rand) {
	percent := 10
	if n.Date.Year >= 2026 {
		percent = 60
	}
	if chance(r, percent) {
		d := n.Date.AddDays(60)
		if chance(r, 70) {
			d = Rolled(d)
		}
		n.DisputeBy = &d
	}
}

func billAndDispute(n *Notice, r *rand.Rand) {
	bill(n, r)
	dispute(n, r)
}

// reply: thirty days, sixty abroad; where nothing is printed the letter went to
// an address in the country.
func reply(n *Notice, r *rand.Rand) {
	switch {
	case n.Country != "":
		n.ReplyBy = n.day(60)
	case chance(r, 95):
		n.ReplyBy = n.day(one(r, []int{30, 30, 30, 30, 30, 30, 30, 30, 30, 32, 35}))
	}
	if n.ReplyBy != nil && n.Balance > 0 && chance(r, 55) {
		n.PayBy = n.ReplyBy
	}
	n.ReplyTo = one(r, replies)
}

// petition: ninety days, a hundred and fifty abroad. What the notice prints may
// be short of the law, as on an IRS sample; never past it.
func petition(n *Notice, r *rand.Rand) {
	days := 90
	if n.Country != "" {
		days = 150
	}
	d := Rolled(n.Date.AddDays(days))
	switch p := r.IntN(100); {
	case p < 10:
		d = n.Date.AddDays(days) // not rolled
	case p < 15:
		d = n.Date.AddDays(days - 1)
	}
	n.PetitionBy = &d
	n.ReplyTo = one(r, replies)
}

func fileBy(n *Notice, r *rand.Rand) {
	if chance(r, 40) {
		n.ReplyBy = n.day(one(r, []int{10, 30, 30, 60}))
	}
	n.ReplyTo = one(r, delinquencies)
}

func termination(n *Notice, r *rand.Rand) {
	if chance(r, 65) {
		n.TerminateOn = n.day(one(r, []int{30, 30, 30, 30, 30, 30, 30, 30, 30, 31, 36, 45}))
	}
}
