package noticed

// Review says whether a person must look, and why.
type Review struct {
	Needed  bool         `json:"needed"`
	Reasons List[Reason] `json:"reasons"`
}

// Reason is one reason why a person must look. Code and Field are stable and
// for programs, Message is for the person.
type Reason struct {
	Code    ReasonCode `json:"code"`
	Field   Field      `json:"field,omitempty" jsonschema:"the field of the assessment that is in doubt"`
	Place   Place      `json:"place,omitempty" jsonschema:"where on the paper to look"`
	Values  []string   `json:"values,omitempty" jsonschema:"the rival values, id numbers masked"`
	Message string     `json:"message"`
}

// ReasonCode is the stable code of a review reason.
type ReasonCode string

// The review reasons.
const (
	ReasonDisagreement    ReasonCode = "disagreement"            // two places print different values
	ReasonSumMismatch     ReasonCode = "sum_mismatch"            // the rows do not add up to the total
	ReasonMissing         ReasonCode = "missing"                 // expected on this notice and not found
	ReasonWeak            ReasonCode = "weak_reading"            // found, but not with enough certainty
	ReasonImplausible     ReasonCode = "implausible"             // read well, and can't be right
	ReasonFutureDate      ReasonCode = "future_notice_date"      // dated more than 14 days after it was received
	ReasonPrintedComputed ReasonCode = "printed_computed_differ" // by more than the roll-forward explains
	ReasonEstimated       ReasonCode = "estimated"               // a date rests on an unverified rule or row
	ReasonNoDate          ReasonCode = "deadline_without_date"   // an act is due and no day could be told
	ReasonNotReadInDetail ReasonCode = "not_read_in_detail"      // the code is known, its fields are not read yet
	ReasonUnknownCode     ReasonCode = "unknown_code"            // not in the catalogue
	ReasonAmbiguousCode   ReasonCode = "ambiguous_code"          // what is printed belongs to two codes
	ReasonCodeUnreadable  ReasonCode = "code_unreadable"         // from the IRS, and no code could be read
	ReasonPageUnreadable  ReasonCode = "page_unreadable"
	ReasonPageMissing     ReasonCode = "page_missing"
	ReasonPageUnassigned  ReasonCode = "page_unassigned"         // a page that belongs to no notice for sure
	ReasonPossibleNotice  ReasonCode = "possible_notice"         // seems other mail, but may be a notice
	ReasonTwoTaxpayers    ReasonCode = "two_taxpayers"           // two id numbers or names on one notice
	ReasonForeignAddress  ReasonCode = "foreign_address"         // a longer period may apply
	ReasonSpecialPeriod   ReasonCode = "period_may_be_suspended" // disaster, combat zone or bankruptcy named on the page
)

// Field names a part of the assessment that a reason is about.
type Field string

// The fields that can be in doubt, named by their path in the JSON.
const (
	FieldCode        Field = "notice.code"
	FieldNoticeDate  Field = "notice_date"
	FieldNames       Field = "taxpayer.names"
	FieldIDLast4     Field = "taxpayer.id_last4"
	FieldPeriods     Field = "periods"
	FieldBalance     Field = "balance"
	FieldAmounts     Field = "amounts"
	FieldPrintedDate Field = "printed_dates"
	FieldAddresses   Field = "addresses"
	FieldContact     Field = "contact"
	FieldReferences  Field = "references"
	FieldDeadlines   Field = "deadlines"
	FieldPages       Field = "document.pages"
)
