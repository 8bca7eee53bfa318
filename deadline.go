package noticed

// Deadline is one act, the day by which it must be done and the law of that day.
// Date is null where the law or the paper gives no day: Note says why.
type Deadline struct {
	Action Action `json:"action"`
	Date   *Date  `json:"date" jsonschema:"the last day, null where there is none"`
	ActBy  *Date  `json:"act_by,omitempty" jsonschema:"the safe day to act: the last business day on or before the day before any roll-forward"`
	Basis  Basis  `json:"basis"`
	Nature Nature `json:"nature"`

	IfMissed     IfMissed         `json:"if_missed"`
	Rule         string           `json:"rule,omitempty" jsonschema:"id of the rule it was computed by"`
	Authority    string           `json:"authority,omitempty" jsonschema:"statute, regulation or IRS page"`
	Form         string           `json:"form,omitempty" jsonschema:"the IRS form the act is done with"`
	SatisfiedBy  SatisfiedBy      `json:"satisfied_by,omitempty"`
	Printed      *Date            `json:"printed" jsonschema:"the day the notice prints for this act"`
	Computed     *Date            `json:"computed" jsonschema:"the day the law gives, after any roll-forward"`
	CountedFrom  *Date            `json:"counted_from,omitempty" jsonschema:"day 0 of the count"`
	Raw          *Date            `json:"raw,omitempty" jsonschema:"the last day counted, before any roll-forward"`
	RolledPast   List[SkippedDay] `json:"rolled_past" jsonschema:"every day that was skipped, by name"`
	OnlyIfMissed Action           `json:"only_if_missed,omitempty" jsonschema:"exists only if that other act was missed"`
	ContingentOn string           `json:"contingent_on,omitempty" jsonschema:"exists only if that event happens: termination"`
	Critical     bool             `json:"critical,omitempty" jsonschema:"the one deadline to watch"`
	Note         string           `json:"note,omitempty" jsonschema:"a sentence for a person"`
}

// SkippedDay is a day that cannot be a last day, and why.
type SkippedDay struct {
	Date   Date   `json:"date"`
	Reason string `json:"reason" jsonschema:"Saturday, Sunday or the name of the DC legal holiday"`
}

// Action is the act a deadline is for.
type Action string

// The acts.
const (
	ActPay                      Action = "pay"
	ActRequestCDPHearing        Action = "request_cdp_hearing"
	ActRequestEquivalentHearing Action = "request_equivalent_hearing"
	ActPetitionTaxCourt         Action = "petition_tax_court"
	ActReply                    Action = "reply"
	ActDisputeMathError         Action = "dispute_math_error"
	ActCureDefault              Action = "cure_default"
	ActAppealTermination        Action = "appeal_termination"
	ActLevyPossibleFrom         Action = "levy_possible_from" // an event, not an act of the taxpayer: what must be done must be done before
	ActRequestAppeals           Action = "request_appeals"
	ActFileReturn               Action = "file_return"
	ActVerifyIdentity           Action = "verify_identity"
	ActContact                  Action = "contact"
	ActSueForRefund             Action = "sue_for_refund"
	ActNotifyPayees             Action = "notify_payees"
)

// Basis says where a deadline's date comes from.
type Basis string

// The bases.
const (
	BasisPrinted   Basis = "printed"
	BasisComputed  Basis = "computed"
	BasisEstimated Basis = "estimated" // computed from a rule or row that was not verified: always with review
)

// Nature says what a deadline is in law.
type Nature string

// The natures.
const (
	NatureStatutory      Nature = "statutory"
	NatureAdministrative Nature = "administrative"
)

// IfMissed says what hangs on a deadline.
type IfMissed string

// What is lost when a day passes.
const (
	MissedRightLost           IfMissed = "right_lost"
	MissedCostGrows           IfMissed = "cost_grows"
	MissedEnforcementPossible IfMissed = "enforcement_possible"
	MissedNone                IfMissed = "none"
)

// SatisfiedBy says what must have happened by the last day.
type SatisfiedBy string

// How an act is done in time.
const (
	ByPostmark   SatisfiedBy = "postmark"    // IRC 7502: mailed in time is filed in time
	ByReceipt    SatisfiedBy = "receipt"     // must have arrived
	ByCourtEFile SatisfiedBy = "court_efile" // by the moment of electronic filing in Eastern time, or by postmark
)
