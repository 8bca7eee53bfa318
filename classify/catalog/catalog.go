package catalog

import (
	"slices"
	"strings"
)

// Catalog is a table of notices. It does not change once parsed and may be used
// from several goroutines.
type Catalog struct {
	version  string
	entries  []Entry
	staged   []bool // which rows give a stage: 0 is one, blank is none
	byCode   map[string]int
	variants map[string][]int // canonical printed form → rows, several if it is ambiguous
	near     []target         // what Near compares with
}

// Entries returns all rows in the order of the table. The slice is the
// caller's, what it points to is shared.
func (c *Catalog) Entries() []Entry { return slices.Clone(c.entries) }

// Version names the edition of the table: "2026-11".
func (c *Catalog) Version() string { return c.version }

// Lookup returns the row with exactly this code.
func (c *Catalog) Lookup(code string) (Entry, bool) {
	i, ok := c.byCode[code]
	if !ok {
		return Entry{}, false
	}
	return c.entries[i], true
}

// Match is what a printed code names: nothing, one notice, or several.
type Match struct {
	Entries []Entry

	// Bare says that what was printed is a number without CP, LT, Letter or
	// Notice before it. On its own that is as likely a form, a publication or
	// part of a telephone number: believe it only next to a label such as
	// "Notice", "Letter" or "Number of this Letter:".
	Bare bool
}

// One returns the notice if the printed code names exactly one.
func (m Match) One() (Entry, bool) {
	if len(m.Entries) != 1 {
		return Entry{}, false
	}
	return m.Entries[0], true
}

// Ambiguous says whether the printed code names more than one notice.
func (m Match) Ambiguous() bool { return len(m.Entries) > 1 }

// Resolve says which notices a printed code names. Spaces, hyphens, dots and
// case do not matter; "Notice", "Aviso", "Letter", "Carta", "LTR" and "LT"
// before it, "(SP)" and a revision "(Rev. …)" after it are understood. Nothing
// else is forgiven: one letter more is a different code, and a reading with one
// wrong character names nothing (see Near). A form that two rows share, or that
// names two codes with a slash between them, matches both.
func (c *Catalog) Resolve(printed string) Match {
	printed = withoutRevision(printed)
	key, bare := canonical(printed)
	if key == "" {
		return Match{}
	}
	rows := slices.Clone(c.variants[key])
	if strings.Contains(printed, "/") {
		rows = append(rows, c.resolveParts(printed)...)
	}
	slices.Sort(rows)
	m := Match{Bare: bare}
	for _, i := range slices.Compact(rows) {
		m.Entries = append(m.Entries, c.entries[i])
	}
	return m
}

// resolveParts resolves each side of a slash, or nothing if one side names no
// notice: what stands before a slash and a year is not a code by that. A second
// side that is only a number takes the letters of the first.
func (c *Catalog) resolveParts(printed string) []int {
	var rows []int
	letters := ""
	for part := range strings.SplitSeq(printed, "/") {
		key, bare := canonical(part)
		if bare {
			key = letters + key
		} else {
			letters = key[:len(key)-len(strings.TrimLeft(key, upper))]
		}
		found := c.variants[key]
		if len(found) == 0 {
			return nil
		}
		rows = append(rows, found...)
	}
	return rows
}
