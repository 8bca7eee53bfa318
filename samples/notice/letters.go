package notice

import (
	"fmt"
	"math/rand/v2"
	"time"

	"noticed"
)

// The letters: field letters, whose code stands in the footer, and letters of
// the correspondence system, whose code ends in C. CP5071 is a notice that took
// the place of such letters.
const (
	L1058  = "L1058"
	L3172  = "L3172"
	L1153  = "L1153"
	L5071C = "L5071C"
	L4883C = "L4883C"
	L5747C = "L5747C"
	L6331C = "L6331C"
	CP5071 = "CP5071"
	L12C   = "L12C"
	L2645C = "L2645C"
)

// Letters are the codes of the letters.
var Letters = []string{L1058, L3172, L1153, L5071C, L4883C, L5747C, L6331C, CP5071, L12C, L2645C}

// appeals: sixty days to protest a proposed penalty, seventy-five abroad; no
// law on an act of the taxpayer, not rolled.
func appeals(n *Notice) []act {
	days := 60
	if n.Country != "" {
		days = 75
	}
	return []act{on(noticed.ActRequestAppeals, n.Date.AddDays(days))}
}

// send: what is missing from a return, within twenty days; not rolled.
func send(n *Notice) []act {
	by := n.Date.AddDays(20)
	if n.ReplyBy != nil {
		by = *n.ReplyBy
	}
	return []act{on(noticed.ActReply, by)}
}

// identity is asked for within thirty days and works after them; not rolled.
func identity(n *Notice) []act {
	by := n.Date.AddDays(30)
	if n.ReplyBy != nil {
		by = *n.ReplyBy
	}
	return []act{on(noticed.ActVerifyIdentity, by)}
}

// lienHearing is IRC 6320: thirty days from the end of the five business days
// that follow the filing, which is the day the letter prints. The equivalent
// hearing has a year from the same end; where no filing date is known, the safe
// reading is a year from the letter.
func lienHearing(n *Notice) []act {
	cdp := on(noticed.ActRequestCDPHearing, *n.Hearing)
	from := n.Date
	if n.Filed != nil {
		from = AddBusinessDays(*n.Filed, 5)
	}
	equivalent := on(noticed.ActRequestEquivalentHearing, Rolled(from.AddYears(1)))
	cdp.lost, equivalent.lost, equivalent.aside = true, true, true
	return []act{cdp, equivalent}
}

// drawLetter draws the facts of a letter.
func drawLetter(r *rand.Rand, code string) *Notice {
	n := &Notice{Code: code, Date: drawDate(r)}
	n.Prior = n.Date.AddDays(-35 - r.IntN(120))
	n.Office, n.Hours = one(r, fieldOffices), one(r, []string{"7:00 a.m. to 7:00 p.m. local time", "8 a.m. - 8 p.m."})
	n.Phone = fmt.Sprintf(one(r, []string{"%s-555-01%s", "(%s) 555-01%s", "1-%s-555-01%s"}), one(r, []string{"503", "212", "404", "800", "614"}), digits(r, 2))
	if chance(r, 20) {
		n.Mail = certified(r)
	}
	switch code {
	case L1058, L3172:
		n.drawField(r)
	case L1153:
		n.drawTrustFund(r)
	default:
		n.drawCorrespondence(r)
	}
	return n
}

func (n *Notice) drawField(r *rand.Rand) {
	k := kind{firms: 30, many: 70, abroad: 2, back: 1, span: 3}
	n.addressee(r, k)
	n.periodsOf(r, k)
	n.Balance = drawBalance(r)
	for n.Balance < 1_000_00 { // nobody levies for less
		n.Balance = drawBalance(r)
	}
	for i, share := range split(r, n.Balance, len(n.Periods)) {
		p := &n.Periods[i]
		p.Amount, p.Penalty, p.Interest = share, part(r, share, 1, 40), part(r, share, 2, 60)
		p.Owed = p.Amount - p.Penalty - p.Interest
	}
	if n.Code == L1058 {
		if chance(r, 55) {
			n.HearTo = one(r, hearings)
		}
		if chance(r, 25) {
			d := n.Date.AddDays(30)
			n.Hearing = &d
		}
		if chance(r, 35) {
			d := n.Date.AddDays(10 + r.IntN(20))
			n.GoodThrough = &d
		}
		return
	}
	n.Kind = noticed.BalanceLien
	filed := n.Date.AddDays(-r.IntN(5))
	for !BusinessDay(filed) {
		filed = filed.AddDays(-1)
	}
	by := Rolled(AddBusinessDays(filed, 5).AddDays(30))
	n.Hearing = &by
	if chance(r, 75) {
		n.Filed = &filed
	}
	if chance(r, 60) {
		n.HearTo = one(r, lienOffices)
	}
}

// drawTrustFund draws a proposed penalty on a person for the withheld tax of a
// business: the person is addressed, the number is the business's.
func (n *Notice) drawTrustFund(r *rand.Rand) {
	n.addressee(r, kind{abroad: 8})
	for n.People.Joint {
		n.People = drawPeople(r)
	}
	n.ID, n.Kind, n.Concern = drawID(r, noticed.IDKindEIN), noticed.BalanceProposed, one(r, moreFirms)
	end := quarterEnd(n.Date.AddDays(-300 - r.IntN(700)))
	for range 1 + r.IntN(6) {
		n.Periods = append(n.Periods, Period{Form: "941", End: end, Quarterly: true})
		end = quarterEnd(end.AddDays(-95))
	}
	reverse(n.Periods)
	n.Balance = drawBalance(r)
	for i, share := range split(r, n.Balance, len(n.Periods)) {
		n.Periods[i].Amount = share
		n.Periods[i].Owed = share + part(r, share, 200, 900) // what the business owes in all
	}
}

func (n *Notice) drawCorrespondence(r *rand.Rand) {
	n.Kind = noticed.BalanceNone
	n.addressee(r, kind{abroad: 2})
	for n.Date.Year < 2019 {
		n.Date = drawDate(r)
	}
	year := n.Date.Year - 1 - r.IntN(2)
	if n.Date.Month == time.January {
		year = n.Date.Year - 2
	}
	n.Periods = []Period{{Form: one(r, []string{"1040", "1040", "1040", "1040-SR", "1040-NR"}), End: yearEnd(year)}}
	n.Office = one(r, correspondence)
	n.Phone = one(r, []string{"800-830-5084", "1-800-829-0922", "800-829-0582", "866-897-0177", "1-800-829-8374"})
	n.ReferTo, n.Mail = "0"+digits(r, 9), ""
	switch n.Code {
	case L2645C:
		if chance(r, 30) {
			n.ID, n.People = drawID(r, noticed.IDKindEIN), drawFirm(r)
			n.Periods[0] = Period{Form: "941", End: quarterEnd(n.Date.AddDays(-200 - r.IntN(300))), Quarterly: true}
		}
	case CP5071:
		n.ReferTo = ""
		for n.Date.Year < 2022 {
			n.Date = drawDate(r)
		}
		n.Periods[0].End = yearEnd(n.Date.Year - 1 - r.IntN(2))
	case L12C:
		n.ReplyTo = one(r, replyOffices)
	}
	if n.Code != L2645C && n.Code != CP5071 && chance(r, 12) {
		by := n.Date.AddDays(30)
		if n.Code == L12C {
			by = n.Date.AddDays(20)
		}
		n.ReplyBy = &by
	}
	if n.Code != CP5071 && chance(r, 20) {
		n.Periods[0].Form = "" // the paper names no form
	}
}

// Where field letters come from.
var fieldOffices = []Office{
	office("100 SW Main St, Stop O-150", "Portland, OR 97204"),
	office("550 Main Street, Room 3525", "Cincinnati, OH 45202"),
	office("401 W Peachtree St NW", "Stop 333-D", "Atlanta, GA 30308"),
	office("290 Broadway, 7th Floor", "New York, NY 10007-1867"),
	office("1919 Smith Street", "Houston, TX 77002"),
	office("P.O. Box 145566", "Cincinnati, OH 45250-5566"),
}

// Where a hearing on a lien is asked for.
var lienOffices = []Office{
	office("Internal Revenue Service", "ACS Correspondence", "P.O. Box 24017", "Fresno, CA 93779"),
	office("Internal Revenue Service", "Attn: Lien Unit", "P.O. Box 145595, Stop 8420G", "Cincinnati, OH 45250-5595"),
	office("Internal Revenue Service", "Centralized Lien Operation", "P.O. Box 145595", "Cincinnati, OH 45250"),
}

// Where "C" letters come from.
var correspondence = []Office{
	office("FRESNO CA  93888-0025"),
	office("OGDEN UT  84201-0021"),
	office("KANSAS CITY MO  64999-0025"),
	office("P.O. Box 9941 - Stop 6579", "Ogden UT 84409"),
	office("AUSTIN TX  73301-0025"),
}

// Where a reply with papers goes.
var replyOffices = []Office{
	office("Internal Revenue Service", "3211 S Northpointe Drive", "Fresno, CA 93725"),
	office("Internal Revenue Service", "310 Lowell St, Stop 836", "Andover, MA 01810"),
	office("Internal Revenue Service", "Submission Processing Center", "P.O. Box 47-421, Stop 74", "Doraville, GA 30362"),
}
