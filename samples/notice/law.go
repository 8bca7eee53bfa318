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
	CP05:     none, // "60 days" is a time to wait
	CP11:     payOrDispute,
	CP12:     mathError,
	CP14:     pay,
	"CP14A":  pay,
	"CP14B":  pay,
	"CP14D":  pay,
	"CP14E":  pay,
	"CP14I":  pay,
	"CP14IA": pay,
	CP161:    pay,
	CP2000:   answer,
	CP215:    pay,
	CP21A:    pay,
	CP22A:    pay,
	CP297:    hearing,
	CP3219A:  taxCourt,
	CP3219N:  taxCourt,
	CP49:     none,
	CP501:    pay,
	CP503:    pay,
	CP504:    levyNext,
	CP504B:   levyNext,
	CP508C:   passport,
	CP515:    file,
	CP523:    cure,
	CP71C:    pay,
	CP90:     hearing,
	LT11:     hearing,
	LT16:     none, // "within 10 days" stands in prose: no day is printed and no law gives one
	LT38:     pay,

	L1058:  hearing,
	L1153:  appeals,
	L12C:   send,
	L2645C: none,
	L3172:  lienHearing,
	L4883C: identity,
	L5071C: identity,
	L5747C: identity,
	L6331C: identity,
	CP5071: identity,
}

func none(*Notice) []act { return nil }

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

// mathError is IRC 6213(b)(2): sixty days, rolled; a printed day governs.
func mathError(n *Notice) []act {
	by := Rolled(n.Date.AddDays(60))
	if n.DisputeBy != nil {
		by = *n.DisputeBy
	}
	a := on(noticed.ActDisputeMathError, by)
	a.lost = true
	return []act{a}
}

func payOrDispute(n *Notice) []act { return append(pay(n), mathError(n)...) }

// answer: the printed day, else thirty; no law, not rolled.
func answer(n *Notice) []act {
	by := n.Date.AddDays(30)
	if n.ReplyBy != nil {
		by = *n.ReplyBy
	}
	return []act{on(noticed.ActReply, by)}
}

// taxCourt is IRC 6213(a): ninety days, a hundred and fifty abroad, rolled; but a
// petition by the printed day is in time.
func taxCourt(n *Notice) []act {
	days := 90
	if n.Country != "" {
		days = 150
	}
	by := Rolled(n.Date.AddDays(days))
	if n.PetitionBy != nil {
		by = *n.PetitionBy
	}
	a := on(noticed.ActPetitionTaxCourt, by)
	a.lost = true
	return []act{a}
}

// file: a return that is missing has no day but a printed one.
func file(n *Notice) []act {
	return []act{{Deadline: expect.Deadline{Action: noticed.ActFileReturn, Date: n.ReplyBy}}}
}

// passport: thirty days to call; no law, not rolled.
func passport(n *Notice) []act { return []act{on(noticed.ActContact, n.Date.AddDays(30))} }

// cure is IRC 6159(b)(5) and 6331(k): the plan ends on the printed day, else on
// day 30, and the end can be appealed for thirty days more. Neither is rolled.
func cure(n *Notice) []act {
	end := n.Date.AddDays(30)
	if n.TerminateOn != nil {
		end = *n.TerminateOn
	}
	appeal := on(noticed.ActAppealTermination, end.AddDays(30))
	appeal.aside = true
	return []act{on(noticed.ActCureDefault, end), appeal}
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
