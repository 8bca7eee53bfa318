package classify

import (
	"noticed"
	"noticed/classify/catalog"
	"noticed/classify/profile"
)

// Amounts that no notice is believed to be for unseen, whether they are owed or
// refunded. The places and the arithmetic may agree on one all the same: a
// decimal point lost in every row makes a hundredfold of the whole box.
//
//   - A person: $5,000,000. Bills to persons are mostly below $50,000, and a point
//     lost in one of those makes at most this; the few who owe more have a person
//     look at the paper in any case.
//   - A business: $100,000,000. From there on the Treasury takes no single check
//     (instructions for Form 1040, on paying by check).
//   - The payment that a plan asks for: a tenth of these. A plan spreads the debt
//     over years.
//   - Less than a dollar need not be paid (the same instructions, on the amount you
//     owe): nobody is sent a bill for it.
const (
	absurdPerson   = noticed.Money(5_000_000_00)
	absurdBusiness = noticed.Money(100_000_000_00)
	planShare      = 10
	leastDemand    = noticed.Money(1_00)
)

// balanceReasons checks what is asked to be paid.
func (f *fields) balanceReasons() []noticed.Reason {
	if f.profile.Money == profile.None {
		if f.asked.found && f.asked.value > 0 {
			return []noticed.Reason{implausible(f.asked, "this notice asks for no payment by its code, but "+f.asked.value.String()+" is printed as due")}
		}
		return nil
	}
	if !f.balance.found {
		return []noticed.Reason{missing(noticed.FieldBalance, "the amount due")}
	}
	var out []noticed.Reason
	switch {
	case !f.summed:
		out = doubts(noticed.FieldBalance, "the amount due", f.balance, noticed.Money.String)
	case !f.several() && !f.tableConfirmed(): // the header names the period, and only the table says what it owes
		out = []noticed.Reason{{Code: noticed.ReasonWeak, Field: noticed.FieldBalance, Place: noticed.PlaceTable, Values: []string{f.balance.value.String()},
			Message: "the line of the table that says what is owed was not read clearly"}}
	}
	if f.profile.Money == profile.Headline && f.owed.found {
		out = append(out, doubts(noticed.FieldAmounts, "what all periods owe", f.owed, noticed.Money.String)...)
	}
	if f.profile.Money == profile.Headline && f.table != nil && lostAmount(f.table) {
		m := missing(noticed.FieldPeriods, "what one of the periods owes")
		m.Place = noticed.PlaceTable
		out = append(out, m)
	}
	who, most := f.mostBelieved()
	demands := f.profile.Money == profile.Due || f.profile.Money == profile.Headline || f.profile.Money == profile.Lien
	switch v := f.balance.value; {
	case max(v, -v) > most:
		out = append(out, implausible(f.balance, "an amount of "+v.String()+" is more than is believed unseen of "+who))
	case v <= 0 && demands:
		out = append(out, implausible(f.balance, "a notice that demands payment can't be for "+v.String()))
	case v > 0 && v < leastDemand:
		out = append(out, implausible(f.balance, "the IRS does not write for "+v.String()+": less than a dollar need not be paid"))
	}
	return out
}

func implausible(s settled[noticed.Money], message string) noticed.Reason {
	return noticed.Reason{Code: noticed.ReasonImplausible, Field: noticed.FieldBalance, Place: s.place(), Values: []string{s.value.String()}, Message: message}
}

// mostBelieved is the largest amount believed of the taxpayer, and who that is.
// Where a notice that may go to either shows no number, the larger holds.
func (f *fields) mostBelieved() (string, noticed.Money) {
	person := f.idKind == noticed.IDKindSSN
	if f.profile.Number == profile.Other || f.idKind == "" {
		person = f.code.known && f.code.entry.Audience == catalog.AudienceIndividual
	}
	who, most := "a business", absurdBusiness
	if person {
		who, most = "a person", absurdPerson
	}
	if f.profile.Money == profile.Headline {
		return who + "'s payment plan", most / planShare
	}
	return who, most
}
