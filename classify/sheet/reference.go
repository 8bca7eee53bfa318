package sheet

import (
	"regexp"

	"noticed"
	"noticed/classify/layout"
	"noticed/classify/printed"
)

// leastDigits is how many digits numbers to quote have. With fewer, recognition has
// lost some.
var leastDigits = map[noticed.ReferenceRole]int{noticed.ReferenceAURControl: 9, noticed.ReferenceCertifiedMail: 20, noticed.ReferenceReplyReferTo: 10}

func (r *reader) addReference(role noticed.ReferenceRole, run layout.Run, start, end int, place noticed.Place) {
	ref := noticed.Reference{Role: role, Value: printed.Mask(trimValue(run.Text[start:end]))} // without the label's colon
	if digits := len(notDigits.ReplaceAllString(ref.Value, "")); r.How != noticed.HowOCR || digits >= leastDigits[role] {
		r.References = append(r.References, see(r, ref, run, start, end, place, false))
	}
}

var notDigits = regexp.MustCompile(`[^0-9]`)
