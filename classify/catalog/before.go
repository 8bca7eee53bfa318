package catalog

// stream is the family that stands at each stage of the collection sequence.
// A reminder, an intent to levy or a final notice comes after the one of these
// that is a stage earlier, whatever else may lead to it.
var stream = map[int]string{1: "balance_due", 2: "reminder", 3: "reminder", 4: "intent_to_levy", 5: "final_levy_cdp"}

// link fills ComesAfter: the notice whose usual_next is this one. Where several
// name it, the one of the stage before, best verified and for the same audience;
// where that still leaves several, none: a guess about what came before helps
// nobody.
func link(c *Catalog) {
	before := make([][]int, len(c.entries))
	for i, e := range c.entries {
		if j, ok := c.byCode[e.UsualNext]; ok {
			before[j] = append(before[j], i)
		}
	}
	for j, rows := range before {
		e := &c.entries[j]
		e.ComesAfter = ""
		several := len(rows) > 1
		if e.Stage > 1 && (e.Family == "reminder" || e.Family == "intent_to_levy" || e.Family == "final_levy_cdp") {
			rows = keep(rows, func(i int) bool { return c.entries[i].Family == stream[e.Stage-1] })
		}
		if several {
			rows = keep(rows, func(i int) bool { return c.staged[i] && c.staged[j] && c.entries[i].Stage == e.Stage-1 })
		}
		best := VerificationNone.rank()
		for _, i := range rows {
			best = min(best, c.entries[i].Verification.rank())
		}
		if len(rows) > 1 {
			rows = keep(rows, func(i int) bool { return c.entries[i].Verification.rank() == best })
		}
		if same := keep(rows, func(i int) bool { return c.entries[i].Audience == e.Audience }); len(same) > 0 {
			rows = same
		}
		if len(rows) == 1 {
			e.ComesAfter = c.entries[rows[0]].Code
		}
	}
}

func keep(rows []int, ok func(int) bool) []int {
	var kept []int
	for _, i := range rows {
		if ok(i) {
			kept = append(kept, i)
		}
	}
	return kept
}
