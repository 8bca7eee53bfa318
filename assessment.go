package noticed

// AssessmentSchema names the contract that an Assessment keeps.
const AssessmentSchema = "noticed.assessment/v1"

// Assessment is what noticed says of one notice. A document that holds several
// notices gives several; a document that holds none gives one of kind
// other_mail. A field that could not be read is absent and review.reasons says
// why: it is never guessed.
type Assessment struct {
	Schema     string `json:"schema" jsonschema:"noticed.assessment/v1"`
	ID         string `json:"id" jsonschema:"SHA-256 of the document, a dash and the notice's ordinal within it"`
	Version    int    `json:"version" jsonschema:"1 for the first reading, one more for every correction or re-reading"`
	Supersedes *int   `json:"supersedes" jsonschema:"the version this one replaces, null for the first"`
	By         string `json:"by" jsonschema:"machine, or who corrected it"`
	Status     Status `json:"status,omitempty" jsonschema:"withdrawn, or absent while the assessment holds"`
	Kind       Kind   `json:"kind"`

	Document Document   `json:"document"`
	Error    *ReadError `json:"error,omitempty" jsonschema:"why the document could not be read; kind unreadable only"`
	Issuer   *Issuer    `json:"issuer,omitempty" jsonschema:"who sent it; kind other_mail only"`

	Notice       *Notice           `json:"notice,omitempty"`
	NoticeDate   *DateField        `json:"notice_date,omitempty"`
	Taxpayer     *Taxpayer         `json:"taxpayer,omitempty"`
	Periods      List[Period]      `json:"periods"`
	Balance      *Balance          `json:"balance,omitempty"`
	Amounts      List[Amount]      `json:"amounts"`
	PrintedDates List[PrintedDate] `json:"printed_dates"`
	Addresses    List[Address]     `json:"addresses"`
	Contact      *Contact          `json:"contact,omitempty"`
	References   List[Reference]   `json:"references"`
	Deadlines    List[Deadline]    `json:"deadlines"`
	Guidance     *Guidance         `json:"guidance,omitempty" jsonschema:"general information, not legal or tax advice: show it with these words"`
	Review       Review            `json:"review"`
	Reading      Reading           `json:"reading"`
}

// Status says whether an assessment holds.
type Status string

// StatusWithdrawn marks the last version of an assessment that no longer holds.
const StatusWithdrawn Status = "withdrawn"

// Kind says what the paper is.
type Kind string

// The kinds of paper. KindUnreadable is used by `noticed read` only: on the
// queue an unreadable document ends in a receipt.
const (
	KindNotice     Kind = "irs_notice"
	KindUnknown    Kind = "unknown_notice" // from the IRS, with a code that the catalogue does not have or none that could be read
	KindOtherMail  Kind = "other_mail"
	KindUnreadable Kind = "unreadable"
)

// Document is the file that the notice came in.
type Document struct {
	Name      string    `json:"name" jsonschema:"base name of the file, id numbers masked; before it the names of the archive or message it came in: batch.zip/scan.pdf"`
	SHA256    string    `json:"sha256" jsonschema:"of the bytes, lower-case hex; empty only where noticed read could not get at the file"`
	Tenant    string    `json:"tenant"`
	Pages     List[int] `json:"pages" jsonschema:"the pages of the document that belong to this notice, from 1"`
	Reference string    `json:"reference,omitempty" jsonschema:"the submitter's own reference"`
	Received  *Date     `json:"received" jsonschema:"the day it was accepted (UTC)"`
}

// ReadError says why a document could not be read, for a program (Code) and for
// a person (Message).
type ReadError struct {
	Code    string `json:"code"`
	Message string `json:"message"`
}

// Issuer is who seems to have sent a piece of other mail.
type Issuer struct {
	Name  string `json:"name" jsonschema:"as printed, empty if unknown"`
	Seems string `json:"seems" jsonschema:"what the paper seems to be"`
}

// Notice says which notice this is.
type Notice struct {
	Code       string         `json:"code" jsonschema:"the catalogue's code, for example LT11 or L1058; empty if the notice could not be told"`
	Printed    string         `json:"printed" jsonschema:"the code as the paper prints it"`
	Title      string         `json:"title"`
	Family     string         `json:"family"`
	Stage      int            `json:"stage,omitempty" jsonschema:"place in the family's sequence, 0 if it has none"`
	Confidence float64        `json:"confidence"`
	Evidence   List[Evidence] `json:"evidence"`
}

// DateField is a date that was read.
type DateField struct {
	Value      Date           `json:"value"`
	Confidence float64        `json:"confidence"`
	Evidence   List[Evidence] `json:"evidence"`
}

// TextField is a short text that was read.
type TextField struct {
	Value      string     `json:"value"`
	Confidence float64    `json:"confidence,omitempty"`
	Evidence   []Evidence `json:"evidence,omitempty"`
}

// IDKind says what kind of number identifies the taxpayer.
type IDKind string

// The kinds of taxpayer identification numbers.
const (
	IDKindSSN IDKind = "ssn" // social security number (an ITIN is printed the same way)
	IDKindEIN IDKind = "ein" // employer identification number
)

// Taxpayer is whom the notice is about.
type Taxpayer struct {
	Names   List[string] `json:"names" jsonschema:"as printed in the address window"`
	Joint   bool         `json:"joint"`
	IDLast4 *TextField   `json:"id_last4,omitempty" jsonschema:"last four digits, absent where the paper masks them"`
	IDKind  IDKind       `json:"id_kind,omitempty"`
}

// Period is one tax period the notice is about.
type Period struct {
	Form      string `json:"form,omitempty" jsonschema:"tax form without the word Form: 1040, 941, CIVPEN"`
	TaxYear   int    `json:"tax_year" jsonschema:"the calendar year in which the period ends"`
	PeriodEnd Date   `json:"period_end" jsonschema:"last day of the tax period"`
	Amount    *Money `json:"amount,omitempty" jsonschema:"what is asked for this period, if it is stated apart or the only one"`
}

// BalanceKind says what kind of balance it is.
type BalanceKind string

// The kinds of balance.
const (
	BalanceDue      BalanceKind = "due"
	BalanceProposed BalanceKind = "proposed" // not assessed yet: CP2000, notice of deficiency
	BalanceLien     BalanceKind = "lien"     // total of a filed lien
	BalanceNone     BalanceKind = "none"     // 0.00
	BalanceRefund   BalanceKind = "refund"   // negative: never a debt
)

// Balance is what this notice asks to be paid.
type Balance struct {
	Value       Money          `json:"value"`
	Kind        BalanceKind    `json:"kind"`
	Label       string         `json:"label" jsonschema:"the label as printed"`
	GoodThrough *Date          `json:"good_through" jsonschema:"the day to which interest is figured, null if not stated"`
	Confidence  float64        `json:"confidence"`
	Evidence    List[Evidence] `json:"evidence"`
}

// AmountRole says what an amount is for.
type AmountRole string

// The roles of amounts.
const (
	AmountTax      AmountRole = "tax"
	AmountPenalty  AmountRole = "penalty"
	AmountInterest AmountRole = "interest"
	AmountPayment  AmountRole = "payment"
	AmountCredit   AmountRole = "credit"
	AmountPastDue  AmountRole = "past_due"
	AmountTotal    AmountRole = "total"
	AmountOther    AmountRole = "other"
)

// Amount is one row of the notice's arithmetic.
type Amount struct {
	Role     AmountRole `json:"role"`
	Label    string     `json:"label" jsonschema:"the label as printed"`
	Value    Money      `json:"value"`
	Evidence []Evidence `json:"evidence,omitempty"`
}

// DateRole says which act a printed date is for.
type DateRole string

// The roles of printed dates.
const (
	DatePayBy       DateRole = "pay_by"
	DateHearingBy   DateRole = "hearing_by"
	DateReplyBy     DateRole = "reply_by"
	DatePetitionBy  DateRole = "petition_by"
	DateDisputeBy   DateRole = "dispute_by"
	DateTerminateOn DateRole = "terminate_on"
)

// PrintedDate is a date that the notice prints for an act.
type PrintedDate struct {
	Role     DateRole       `json:"role"`
	Value    Date           `json:"value"`
	Label    string         `json:"label" jsonschema:"the words it stands with"`
	Evidence List[Evidence] `json:"evidence"`
}

// AddressRole says what an address is for.
type AddressRole string

// The roles of addresses.
const (
	AddressHearingRequest AddressRole = "hearing_request"
	AddressPayment        AddressRole = "payment"
	AddressReply          AddressRole = "reply"
	AddressOffice         AddressRole = "office"
)

// Address is an address of the IRS that the notice prints.
type Address struct {
	Role  AddressRole  `json:"role"`
	Lines List[string] `json:"lines"`
	Fax   *string      `json:"fax"`
}

// Contact is how the notice says to reach the IRS.
type Contact struct {
	Phone string `json:"phone,omitempty"`
}

// ReferenceRole says what a reference number is.
type ReferenceRole string

// The roles of reference numbers.
const (
	ReferenceAURControl    ReferenceRole = "aur_control"
	ReferenceCase          ReferenceRole = "case"
	ReferenceCertifiedMail ReferenceRole = "certified_mail"
	ReferenceReplyReferTo  ReferenceRole = "reply_refer_to"
)

// Reference is a number the IRS wants quoted.
type Reference struct {
	Role  ReferenceRole `json:"role"`
	Value string        `json:"value"`
}

// Guidance is general information on the notice; it is not legal or tax advice.
// Its texts are empty where only the notices before and after are known.
type Guidance struct {
	Meaning    string       `json:"meaning" jsonschema:"what the notice says, in plain words; empty if only the notices before and after are known"`
	NextSteps  List[string] `json:"next_steps" jsonschema:"what to do, in this order; the days to do it by are among the deadlines"`
	IfIgnored  string       `json:"if_ignored" jsonschema:"what follows if nothing is done"`
	ComesAfter string       `json:"comes_after,omitempty" jsonschema:"code of the notice that usually came before"`
	UsualNext  string       `json:"usual_next,omitempty" jsonschema:"code of the notice that usually follows, or LEVY"`
}

// Reading says how the document was read.
type Reading struct {
	Pages     List[PageReading] `json:"pages"`
	Program   string            `json:"program" jsonschema:"version of noticed"`
	Catalogue string            `json:"catalogue" jsonschema:"version of the catalogue of notices"`
}

// How says how a page was read.
type How string

// The ways a page is read.
const (
	HowText       How = "text"     // from the text layer
	HowOCR        How = "ocr"      // by optical character recognition
	HowBoth       How = "both"     // one to settle a doubt of the other
	HowNotRead    How = "not_read" // never asked for: nothing on it was assumed
	HowUnreadable How = "unreadable"
)

// PageReading is how one page was read.
type PageReading struct {
	Page int `json:"page"`
	How  How `json:"how"`
}
