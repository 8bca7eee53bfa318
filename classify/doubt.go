package classify

import (
	"math"

	"noticed"
	"noticed/extract"
)

// doubtfulRegions are the parts of the paper to be read a second time: where a
// value is weak, where places disagree, and the whole first page where something
// was not found at all. A table of periods that was recognised, rather than
// taken from a text layer, is always read twice: nothing else on the paper
// repeats it.
func (f *fields) doubtfulRegions(in Input) []extract.Request {
	var out []extract.Request
	start := f.item.leaves[0]
	ask := func(page int, region noticed.Box) {
		out = append(out, extract.Request{Page: page, Region: region, Effort: extract.SecondOpinion})
	}
	if f.table != nil && !f.tableConfirmed() {
		ask(f.tableOn.number, noticed.WholePage)
	}
	for _, r := range f.reasons(in) {
		switch r.Code {
		case noticed.ReasonDisagreement, noticed.ReasonWeak, noticed.ReasonMissing, noticed.ReasonSumMismatch, noticed.ReasonCodeUnreadable,
			noticed.ReasonUnknownCode, noticed.ReasonImplausible:
		default:
			continue
		}
		switch {
		case r.Place == noticed.PlaceTable:
			continue
		case r.Field == noticed.FieldAmounts && f.summary != nil && len(start.seconds) < 3:
			ask(start.number, around(f.summary.Box))
		}
		ask(start.number, noticed.WholePage)
	}
	return out
}

// around is a box with a margin, its sides rounded so that a second look at the
// same thing is the same request.
func around(b noticed.Box) noticed.Box {
	const margin = 0.02
	cut := func(v float64) float64 { return max(0, min(1, math.Round(v*50)/50)) }
	return noticed.Box{cut(b[0] - margin), cut(b[1] - margin), cut(b[2] + margin), cut(b[3] + margin)}
}
