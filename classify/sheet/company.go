package sheet

import (
	"regexp"
	"strings"
)

// company is how the name of a business ends: what stands on both sides of its
// ampersand are not two people.
var company = regexp.MustCompile(`(?:\b(?:LLC|L\.L\.C\.?|INC|INCORPORATED|CORP|CORPORATION|CO|COMPANY|LP|LLP|LTD|PC|PLLC|PARTNERS|PARTNERSHIP|ASSOCIATES|TRUST|FOUNDATION)\.?$)|^ESTATE OF\b`)

// LegalForm says whether a name shows that it is a business's.
func LegalForm(name string) bool { return company.MatchString(name) }

// WithoutLegalForm is the name of a business without the legal form at its end,
// such as CO or LLC; empty if it has none.
func WithoutLegalForm(name string) string {
	at := company.FindStringIndex(name)
	if at == nil || at[0] == 0 {
		return ""
	}
	return strings.TrimRight(name[:at[0]], " ,")
}
