package notice

import (
	"noticed"
	"noticed/samples/expect"
)

// act is a deadline with what decides which one is to be watched.
type act struct {
	expect.Deadline
	lost  bool // a right is lost with the day
	aside bool // exists only if another act was missed or a plan was ended
}

// laws says which acts a notice opens, by code. A code that opens none has its
// entry too: nobody has forgotten it.
var laws = map[string]func(*Notice) []act{
	CP14:  pay,
	CP504: levyNext,
	LT11:  hearing,
}

func on(a noticed.Action, d noticed.Date) act {
	return act{Deadline: expect.Deadline{Action: a, Date: &d}}
}

// pay: the day the notice prints, or none.
func pay(n *Notice) []act {
	return []act{{Deadline: expect.Deadline{Action: noticed.ActPay, Date: n.PayBy}}}
}

// levyNext is IRC 6331(d): levy is possible from day 30 on, which is not rolled.
func levyNext(n *Notice) []act {
	return append(pay(n), on(noticed.ActLevyPossibleFrom, n.Date.AddDays(30)))
}

// hearing is IRC 6330: thirty days to request a hearing, one year for the
// equivalent one, both rolled.
func hearing(n *Notice) []act {
	by := Rolled(n.Date.AddDays(30))
	if n.Hearing != nil && n.Hearing.Before(by) {
		by = *n.Hearing // of printed and computed the earlier is shown
	}
	cdp, equivalent := on(noticed.ActRequestCDPHearing, by), on(noticed.ActRequestEquivalentHearing, Rolled(n.Date.AddYears(1)))
	cdp.lost, equivalent.lost, equivalent.aside = true, true, true
	return append(pay(n), cdp, equivalent)
}

// critical picks the deadline to watch: the earliest that loses a right, else
// the earliest with a date.
func critical(all []act) *expect.Deadline {
	var best *act
	for i, a := range all {
		if a.Date == nil || a.aside {
			continue
		}
		if best == nil || a.lost && !best.lost || a.lost == best.lost && a.Date.Before(*best.Date) {
			best = &all[i]
		}
	}
	if best == nil {
		return nil
	}
	return &best.Deadline
}
