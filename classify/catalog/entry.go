package catalog

// Entry is one notice of the catalogue. Its JSON names are the columns of the
// table.
type Entry struct {
	Code     string   `json:"code"`              // CP…, LT… as printed; letters have L before the number
	Aliases  []string `json:"aliases,omitempty"` // other ways the code is printed, as in the table
	Title    string   `json:"title"`
	Audience Audience `json:"audience"`
	Family   string   `json:"family"`
	Stage    int      `json:"stage,omitempty"` // place in the family's own sequence, 0 if it has none
	Rule     string   `json:"response_rule"`   // id of the deadline rule

	PrintedExpected bool          `json:"printed_deadline_expected"` // the notice normally prints a day to act by
	Authority       []string      `json:"authority,omitempty"`
	HearingRights   HearingRights `json:"hearing_rights"`
	Forms           []string      `json:"forms,omitempty"`       // IRS forms that answer it, without the word Form
	UsualNext       string        `json:"usual_next,omitempty"`  // code of the notice that usually follows, Levy, or empty
	ComesAfter      string        `json:"comes_after,omitempty"` // code of the notice that usually came before, derived from UsualNext; empty if several may have
	Source          []string      `json:"source,omitempty"`      // pages the row rests on
	Verification    Verification  `json:"verification"`
	ReadInFull      bool          `json:"read_in_full"` // its fields are read, not only its code
}

// Levy stands in UsualNext for enforcement without another notice.
const Levy = "LEVY"

// Verified says whether dates may be computed on the strength of this row: a
// row marked unverified yields estimates only.
func (e Entry) Verified() bool { return e.Verification != VerificationNone }

// Audience is whom a notice goes to.
type Audience string

// The audiences.
const (
	AudienceIndividual Audience = "individual"
	AudienceBusiness   Audience = "business"
	AudienceBoth       Audience = "both"
)

// HearingRights is the review that a notice opens.
type HearingRights string

// The rights. CAP, the Collection Appeals Program, leads to no court; only CDP
// and TaxCourt do.
const (
	RightsNone     HearingRights = "none"
	RightsAppeals  HearingRights = "Appeals"
	RightsCAP      HearingRights = "CAP"
	RightsCDP      HearingRights = "CDP"
	RightsTaxCourt HearingRights = "TaxCourt"
	RightsUnclear  HearingRights = "unclear" // sources disagree
)

// Verification says how well a row is founded.
type Verification string

// The degrees of verification.
const (
	VerificationFull   Verification = "verified"   // text about that notice was read
	VerificationListed Verification = "listed"     // the code was seen in a list, its details are general knowledge
	VerificationNone   Verification = "unverified" // general knowledge only
)

// rank orders the degrees, best first.
func (v Verification) rank() int {
	switch v {
	case VerificationFull:
		return 0
	case VerificationListed:
		return 1
	default:
		return 2
	}
}

// families are the kinds of notice a row may belong to.
var families = map[string]bool{
	"balance_due": true, "reminder": true, "intent_to_levy": true, "final_levy_cdp": true,
	"lien_cdp": true, "installment_default": true, "passport": true, "underreporter": true,
	"deficiency": true, "exam": true, "adjustment": true, "refund": true, "nonfiler": true,
	"identity": true, "info": true, "other": true,
}
