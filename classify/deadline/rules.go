package deadline

import (
	"maps"
	"slices"

	"noticed"
)

// act is one clock of a rule: what must be done, how its days are counted and
// what a printed date does to the count.
type act struct {
	action noticed.Action
	role   noticed.DateRole // the printed date that stands for this act, if any is ever printed
	count  counter          // nil: nothing is computed, only a printed date counts
	prefer precedence

	rule      string // id, if it is not that of the rule it stands under
	nature    noticed.Nature
	ifMissed  noticed.IfMissed
	authority string
	form      string
	by        noticed.SatisfiedBy

	unverified   bool           // the count rests on general knowledge: an estimate
	atLeast      bool           // the count is the least that the law asks for: a later printed day is no contradiction
	printed      bool           // the day is normally printed: if the catalogue expects one and none was found, the reading is in doubt
	optional     bool           // exists only if the paper prints a day for it or asks for it immediately
	quiet        bool           // that there is no day is normal and no reason for review
	onlyIfMissed noticed.Action // exists only if that act was missed
	contingent   string         // exists only if that event happens
	note         string
	hint         counter // where no day is printed: a day that may be named to a person, as no deadline
	absent       string  // what to say where there is no day
}

// precedence says which of a printed and a computed day is the deadline.
type precedence int

const (
	// printedGoverns: the printed day, whatever the count says; a difference
	// that the roll-forward does not explain goes to review. Payments, replies.
	printedGoverns precedence = iota
	// earlierGoverns: the earlier of the two, because no statute protects who
	// relies on a later printed day. Rights that end by statute.
	earlierGoverns
	// petitionGoverns: the printed day is protected by IRC 6213(a), last
	// sentence, if it was read for sure; else the earlier.
	petitionGoverns
	// printedReplaces: the count only stands in for a day that is not printed
	// and is no check on one. Periods of IRS practice.
	printedReplaces
)

const (
	contingentOnTermination = "termination"

	noRule = "-" // the act stands beside the rule, on the strength of the paper alone

	statutory      = noticed.NatureStatutory
	administrative = noticed.NatureAdministrative
)

var (
	payNow = act{
		action: noticed.ActPay, role: noticed.DatePayBy, rule: noRule, nature: administrative, ifMissed: noticed.MissedEnforcementPossible,
		by: noticed.ByReceipt, quiet: true, absent: "no day to pay by is printed",
	}
	payIfPrinted = act{
		action: noticed.ActPay, role: noticed.DatePayBy, rule: noRule, nature: administrative, ifMissed: noticed.MissedCostGrows,
		by: noticed.ByReceipt, optional: true,
	}
	payDemand = act{
		action: noticed.ActPay, role: noticed.DatePayBy, count: payPeriod, prefer: printedGoverns, printed: true,
		rule: "PAY_21CAL_10BUS", nature: statutory, ifMissed: noticed.MissedCostGrows, authority: "IRC 6601(e)(3)", by: noticed.ByReceipt,
	}
	disputeMathError = act{
		action: noticed.ActDisputeMathError, role: noticed.DateDisputeBy, count: rolled(days(60)), prefer: earlierGoverns,
		rule: "MATH_ERROR_60", nature: statutory, ifMissed: noticed.MissedRightLost, authority: "IRC 6213(b)(2)(A)", by: noticed.ByReceipt,
		note: "a request in time makes the IRS take the change back",
	}
	levyPossible = act{
		action: noticed.ActLevyPossibleFrom, count: days(30), nature: statutory, ifMissed: noticed.MissedEnforcementPossible,
		authority: "IRC 6331(d)",
		note:      "not a hearing deadline: from this day a levy is legally possible; pay, arrange payment or ask for a Collection Appeals Program review (Form 9423) by it",
	}
	hearing = act{
		action: noticed.ActRequestCDPHearing, role: noticed.DateHearingBy, count: rolled(days(30)), prefer: earlierGoverns,
		nature: statutory, ifMissed: noticed.MissedRightLost, authority: "IRC 6330(a)(3)(B)", form: "12153", by: noticed.ByPostmark,
	}
	equivalentHearing = act{
		action: noticed.ActRequestEquivalentHearing, count: rolled(years(1)), rule: "EH_LEVY_1Y",
		nature: statutory, ifMissed: noticed.MissedRightLost, authority: "Treas. Reg. 301.6330-1(i)", form: "12153", by: noticed.ByPostmark,
		onlyIfMissed: noticed.ActRequestCDPHearing, note: "no court review on most issues, and the levy is not stopped",
	}
	replyIfPrinted = act{
		action: noticed.ActReply, role: noticed.DateReplyBy, rule: noRule, nature: administrative, ifMissed: noticed.MissedNone,
		by: noticed.ByReceipt, absent: "only a printed day counts, and none could be read",
	}
	replyAct = act{
		action: noticed.ActReply, role: noticed.DateReplyBy, prefer: printedReplaces, nature: administrative, by: noticed.ByReceipt,
		ifMissed: noticed.MissedCostGrows, printed: true, unverified: true,
	}
)

// rules is the table of the deadline rules. PRINTED_ONLY has no act of its own:
// what its notices print is all there is.
var rules = map[string][]act{
	"PAY_21CAL_10BUS": {payDemand},
	"PAY_PRINTED": {with(payNow, func(a *act) {
		a.quiet, a.rule, a.hint = false, "PAY_PRINTED", payPeriod
		a.absent = "only a printed day counts for a reminder, and none could be read"
	})},
	"LEVY_6331D_30": {
		with(payNow, func(a *act) { a.quiet = false }),
		levyPossible,
	},
	"CDP_LEVY_30": {payNow, hearing, equivalentHearing},
	"CDP_POSTLEVY_30": {
		with(payNow, func(a *act) { a.optional = true }),
		with(hearing, func(a *act) { a.authority, a.note = "IRC 6330(f)", "the levy has been made already" }),
		equivalentHearing,
	},
	"CDP_LIEN_5BD_30": {
		with(payNow, func(a *act) { a.optional = true }),
		with(hearing, func(a *act) {
			a.count, a.authority = rolled(afterFiling(calendarDays(30))), "IRC 6320(a)(3)(B)"
		}),
		with(equivalentHearing, func(a *act) {
			a.rule, a.authority = "EH_LIEN_1Y", "Treas. Reg. 301.6320-1(i)"
			a.count = rolled(lienYear)
			a.note = "no court review on most issues"
		}),
	},
	"CDP_DETERMINATION_TC_30": {{
		action: noticed.ActPetitionTaxCourt, role: noticed.DatePetitionBy, count: rolled(days(30)), prefer: earlierGoverns,
		nature: statutory, ifMissed: noticed.MissedRightLost, authority: "IRC 6330(d)(1)", by: noticed.ByCourtEFile,
	}},
	"SNOD_90_150": {{
		action: noticed.ActPetitionTaxCourt, role: noticed.DatePetitionBy, count: abroad(rolledBy("IRC 6213(a)", days(90)), rolledBy("IRC 6213(a)", days(150))), prefer: petitionGoverns,
		nature: statutory, ifMissed: noticed.MissedRightLost, authority: "IRC 6213(a)", by: noticed.ByCourtEFile, printed: true,
		note: "the IRS cannot extend it, nor does a call or a document sent to the IRS",
	}},
	"MATH_ERROR_60":     {disputeMathError},
	"MATH_ERROR_OR_PAY": {payDemand, disputeMathError},
	"AUR_30_60": {
		{
			action: noticed.ActReply, role: noticed.DateReplyBy, count: abroad(days(30), days(60)), prefer: printedGoverns, printed: true, atLeast: true,
			nature: administrative, ifMissed: noticed.MissedCostGrows, authority: "IRS Tax Topic 652", by: noticed.ByReceipt,
			note: "without a reply a notice of deficiency follows; more time can be asked for",
		},
		payIfPrinted,
	},
	"CP523_30_THEN_30": {
		{
			action: noticed.ActCureDefault, role: noticed.DateTerminateOn, count: days(30), prefer: printedGoverns, atLeast: true,
			nature: statutory, ifMissed: noticed.MissedEnforcementPossible, authority: "IRC 6159(b)(5)(A)", by: noticed.ByReceipt,
			note: "from then on the agreement may be terminated",
		},
		{
			action: noticed.ActAppealTermination, count: afterTermination(30, 30),
			nature: statutory, ifMissed: noticed.MissedRightLost, authority: "IRC 6331(k)(2)(D)", form: "9423", by: noticed.ByReceipt,
			contingent: contingentOnTermination,
		},
		payIfPrinted,
	},
	"SSA_LEVY_30": {
		with(payNow, func(a *act) { a.optional = true }),
		with(levyPossible, func(a *act) {
			a.authority = "IRC 6331(h)"
			a.note = "from this day social security benefits may be levied; ask for a Collection Appeals Program review (Form 9423) by it; the right to a hearing was normally given by an earlier notice"
		}),
	},
	"TFRP_60_75": {{
		action: noticed.ActRequestAppeals, role: noticed.DateReplyBy, count: abroad(days(60), days(75)), prefer: earlierGoverns,
		nature: statutory, ifMissed: noticed.MissedRightLost, authority: "IRC 6672(b)", by: noticed.ByReceipt,
	}},
	"PROTEST_30": {{
		action: noticed.ActRequestAppeals, role: noticed.DateReplyBy, count: days(30), prefer: printedGoverns, printed: true,
		nature: administrative, ifMissed: noticed.MissedRightLost, authority: "26 CFR 601.105(d), 601.106", by: noticed.ByReceipt,
		note: "more time can be asked for",
	}},
	"REFUND_SUIT_2Y": {{
		action: noticed.ActSueForRefund, count: rolled(years(2)),
		nature: statutory, ifMissed: noticed.MissedRightLost, authority: "IRC 6532(a)(1)", by: noticed.ByReceipt,
	}},
	"BWH_15BD": {{
		action: noticed.ActNotifyPayees, count: businessDays(15), unverified: true,
		nature: statutory, ifMissed: noticed.MissedCostGrows, authority: "IRC 3406; Treas. Reg. 31.3406(d)-5", by: noticed.ByPostmark,
		note: "15 business days after the notice date, or after its receipt if that is later",
	}},

	"DOCS_30_PRINTED":       {with(replyAct, func(a *act) { a.count = days(30) })},
	"RESPOND_30_PRINTED":    {with(replyAct, func(a *act) { a.count = days(30) })},
	"RESPOND_15_PRINTED":    {with(replyAct, func(a *act) { a.count = days(15) })},
	"RESPOND_45_60_PRINTED": {with(replyAct, func(a *act) { a.count, a.authority = abroad(days(45), days(60)), "IRC 6724" })},
	"INFO_20_PRINTED":       {with(replyAct, func(a *act) { a.count, a.ifMissed = days(20), noticed.MissedNone })},
	"ESRP_30_90": {with(replyAct, func(a *act) {
		a.authority, a.absent = "IRC 4980H", "the letter's own day counts: 30 days, or 90 for later assessments"
	})},
	"NONFILER_PRINTED": {with(replyAct, func(a *act) {
		a.action, a.ifMissed = noticed.ActFileReturn, noticed.MissedEnforcementPossible
		a.absent = "file at once: no day to file by could be read, and no rule gives one"
	})},
	"NONFILER_LT26_10": {with(replyAct, func(a *act) {
		a.action, a.count, a.ifMissed, a.unverified = noticed.ActFileReturn, days(10), noticed.MissedEnforcementPossible, false
	})},
	"IDENTITY_30_SOFT": {with(replyAct, func(a *act) {
		a.action, a.count, a.ifMissed = noticed.ActVerifyIdentity, days(30), noticed.MissedNone
		a.unverified, a.printed = false, false // IRS pages give the 30 days; the letters seldom print a day
		a.note = "asked for within 30 days; the IRS works with the taxpayer after that day too"
	})},
	"PASSPORT_CONTACT_30": {with(replyAct, func(a *act) {
		a.action, a.count, a.ifMissed, a.authority = noticed.ActContact, days(30), noticed.MissedNone, "IRC 7345"
		a.unverified, a.printed = false, false // the IRS page gives the 30 days
		a.note = "a suit under IRC 7345(e) has no day count"
	})},

	"PRINTED_ONLY":  {},
	"WAIT_60":       {},
	"DISASTER_FLAG": {},
	"NONE":          {},
}

// with returns a with a change.
func with(a act, change func(*act)) act {
	change(&a)
	return a
}

// lienYear counts the year for an equivalent hearing about a lien. Where the
// filing day is unknown, the year from the letter is the safe simplification
// that the Taxpayer Advocate gives: an estimate.
func lienYear(f *facts) counted {
	c := afterFiling(calendarYears(1))(f)
	if c.missing == "" || f.NoticeDate == nil {
		return c
	}
	c = years(1)(f)
	c.estimate, c.early = true, true
	c.steps = append([]Step{said(StepFact, noFiling+"; a year from the letter is early enough")}, c.steps...)
	c.notes = []string{"one year from the letter, which is early enough; the period is counted from the lien filing, and that day is not known"}
	return c
}

// Rules returns the ids of all rules that a row of the catalogue may name, in
// alphabetical order.
func Rules() []string { return slices.Sorted(maps.Keys(rules)) }

// Known says whether id is a rule that a row of the catalogue may name.
func Known(id string) bool {
	_, ok := rules[id]
	return ok
}
