package deadline

import "noticed"

// Input is what a notice says about its clocks. Only Rule is needed; every
// other fact that is absent makes the dates that rest on it absent, with a
// reason.
type Input struct {
	Rule            string                // id of the rule, from the catalogue
	Verified        bool                  // the catalogue's row is not marked unverified
	NoticeDate      *noticed.Date         // the date the notice prints for itself
	Balance         *noticed.Money        // the total demanded on this notice; nil if there is none or it could not be read
	Printed         []noticed.PrintedDate // every date the notice prints for an act
	PrintedExpected bool                  // the catalogue expects a printed day on this notice

	ImmediatePayment bool          // the paper says "due immediately" instead of a day
	LienFiled        *noticed.Date // the day the notice of federal tax lien was filed
	Abroad           Abroad
}

// Abroad says whether the notice is addressed to a person outside the United
// States, which lengthens some periods.
type Abroad int

// What is known of the address. While it is unknown the shorter period is the
// date, the longer one a remark, and rules that have two periods ask for
// review: say AbroadNo where the address is seen to be in the United States.
const (
	AbroadUnknown Abroad = iota
	AbroadNo
	AbroadYes
)

// Result is what the rule makes of an Input.
type Result struct {
	Deadlines   []noticed.Deadline // at most one is Critical
	Reasons     []noticed.Reason   // why a person must look; empty if none must
	InquireFrom *noticed.Date      // for a notice that asks to wait: the day after which to ask. Not a deadline
}
