package catalog

import "strings"

// Find returns the rows that hold every one of the words, capitals or not, in
// any of their fields but the sources.
func (c *Catalog) Find(words []string) []Entry {
	found := []Entry{}
	for _, e := range c.entries {
		if e.holds(words) {
			found = append(found, e)
		}
	}
	return found
}

func (e Entry) holds(words []string) bool {
	fields := append([]string{
		e.Code, e.Title, string(e.Audience), e.Family, e.Rule, string(e.HearingRights), e.UsualNext, string(e.Verification),
	}, e.Aliases...)
	fields = append(append(fields, e.Authority...), e.Forms...)
	text := strings.ToLower(strings.Join(fields, "\n"))
	for _, w := range words {
		if !strings.Contains(text, strings.ToLower(w)) {
			return false
		}
	}
	return true
}
