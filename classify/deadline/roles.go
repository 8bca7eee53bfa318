package deadline

import (
	"slices"

	"noticed"
)

// Roles lists the roles of the printed days that a rule has acts for, in the
// order of its acts. What the words of a page leave open between two acts, the
// rule decides. An unknown rule has none.
func Roles(rule string) []noticed.DateRole {
	var out []noticed.DateRole
	for _, a := range rules[rule] {
		if a.role != "" && !slices.Contains(out, a.role) {
			out = append(out, a.role)
		}
	}
	if rule == "PRINTED_ONLY" {
		out = append(out, noticed.DatePayBy, noticed.DateReplyBy)
	}
	return out
}
