package ledger

import (
	"fmt"
	"regexp"
	"strings"

	"noticed"
)

// Stream is the log of results.
const Stream = "ASSESSMENTS"

const (
	assessedPrefix = "notices.assessed."
	endedPrefix    = "notices.ended."
)

// The code tokens of assessments without a code.
const (
	TokenUnknown = "UNKNOWN"
	TokenOther   = "OTHER"
)

// The headers of what is published here.
const (
	HeaderEnded       = "Notice-Ended"  // on a receipt: how the document ended
	HeaderCommit      = "Notice-Commit" // tells who wrote a receipt whose commit was not answered
	HeaderTraceparent = "traceparent"
)

// AssessmentSubject is where an assessment is published.
func AssessmentSubject(tenant, code, id string) string {
	return assessedPrefix + tenant + "." + code + "." + id
}

// ReceiptSubject is where a document's receipt is published.
func ReceiptSubject(tenant, sha256 string) string {
	return endedPrefix + tenant + "." + sha256
}

var codeToken = regexp.MustCompile(`^[A-Z0-9_-]{1,32}$`)

// CodeToken is the token of an assessment's subject that says which notice it is.
func CodeToken(a noticed.Assessment) (string, error) {
	switch {
	case a.Kind == noticed.KindOtherMail:
		return TokenOther, nil
	case a.Kind != noticed.KindNotice && a.Kind != noticed.KindUnknown:
		return "", fmt.Errorf("assessment %s: kind %q is not for the ledger", a.ID, a.Kind)
	case a.Notice == nil || a.Notice.Code == "" || a.Kind == noticed.KindUnknown:
		return TokenUnknown, nil
	case !codeToken.MatchString(a.Notice.Code):
		return "", fmt.Errorf("assessment %s: code %q is no token of a subject", a.ID, a.Notice.Code)
	}
	return a.Notice.Code, nil
}

// documentOf returns whose receipt is published on a subject.
func documentOf(receiptSubject string) (tenant, sha256 string, ok bool) {
	rest, ok := strings.CutPrefix(receiptSubject, endedPrefix)
	if !ok {
		return "", "", false
	}
	return strings.Cut(rest, ".")
}
