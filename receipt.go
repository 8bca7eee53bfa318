package noticed

import "time"

// ReceiptSchema names the contract that a Receipt keeps.
const ReceiptSchema = "noticed.receipt/v1"

// Receipt says how one document ended. There is one for each document a tenant
// submitted (tenant and hash), however often it was submitted; a correction or
// a re-reading replaces it by its next version.
type Receipt struct {
	Schema   string   `json:"schema" jsonschema:"noticed.receipt/v1"`
	Version  int      `json:"version" jsonschema:"1 for the first reading, one more for every correction or re-reading"`
	By       string   `json:"by" jsonschema:"machine, or who corrected it"`
	Document Document `json:"document" jsonschema:"pages lists every page of the document"`
	Ended    Ended    `json:"ended"`

	Pages       List[PageOutcome]   `json:"pages" jsonschema:"every page and where it went"`
	Assessments List[AssessmentRef] `json:"assessments" jsonschema:"what was published for this document, withdrawals included"`
	Tries       int                 `json:"tries" jsonschema:"how often reading was begun in the delivery that ended it"`
	Deliveries  int                 `json:"deliveries" jsonschema:"how often the queue handed the document out"`
	Reason      *ReadError          `json:"reason,omitempty" jsonschema:"why it is dead"`
	Timings     Timings             `json:"timings"`
}

// Ended says how a document ended.
type Ended string

// The ends.
const (
	EndedAssessed  Ended = "assessed"
	EndedOtherMail Ended = "other_mail" // nothing in it is from the IRS
	EndedDead      Ended = "dead"       // it could not be read; Reason says why
)

// PageOutcome is where one page went.
type PageOutcome struct {
	Page       int    `json:"page"`
	How        How    `json:"how"`
	Assessment string `json:"assessment,omitempty" jsonschema:"id of the assessment the page belongs to"`
	Why        string `json:"why,omitempty" jsonschema:"why it could not be read or belongs to none"`
}

// AssessmentRef names one version of one assessment.
type AssessmentRef struct {
	ID      string `json:"id"`
	Version int    `json:"version"`
	Code    string `json:"code" jsonschema:"the code token of its subject: a catalogue code, UNKNOWN or OTHER"`
	Status  Status `json:"status,omitempty"`
}

// Timings says when things happened (UTC) and how long reading took.
type Timings struct {
	Received time.Time `json:"received"`
	Started  time.Time `json:"started"`
	Ended    time.Time `json:"ended"`
	ReadMS   int64     `json:"read_ms" jsonschema:"milliseconds of reading"`
}
