package catalog

// Entry is one notice of the catalogue.
type Entry struct {
	Code     string   // CP…, LT… as printed; letters have L before the number
	Aliases  []string // other ways the code is printed, as in the table
	Title    string
	Audience Audience
	Family   string
	Stage    int    // place in the family's own sequence, 0 if it has none
	Rule     string // id of the deadline rule

	PrintedExpected bool // the notice normally prints a day to act by
	Authority       []string
	HearingRights   HearingRights
	Forms           []string // IRS forms that answer it, without the word Form
	UsualNext       string   // code of the notice that usually follows, Levy, or empty
	ComesAfter      string   // code of the notice that usually came before, derived from UsualNext; empty if several may have
	Source          []string // pages the row rests on
	Verification    Verification
	ReadInFull      bool // its fields are read, not only its code
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
