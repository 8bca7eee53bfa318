package catalog

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
)

// Overlay lays a firm's own rows over a catalogue. The file has the header and
// the columns of notices.csv (see notices.schema.json); a row with a code that
// the catalogue has replaces that row, a row with a new code is added, and every
// other row stays. name is the file's name for messages; known says which
// deadline rules exist, nil accepts any.
//
// Mistakes are reported all at once, as by [Parse]. Stricter than there, an own
// row says that a notice is read in full only if the catalogue does, because that
// is a promise of the program; and, which is looked at when the rows themselves
// are right, a printed form of an own row must not name another notice, unless
// the catalogue leaves it ambiguous between the two already.
//
// The version of the result is that of the catalogue, a plus, the file's base
// name without extension and the first 8 digits of the file's SHA-256:
// "2026-11+acme.1f2e3d4c".
func Overlay(base *Catalog, r io.Reader, name string, known func(rule string) bool) (*Catalog, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("reading catalogue %s: %w", name, err)
	}
	p := newParser(bytes.NewReader(data), name, known, base)
	if err := p.read(); err != nil {
		return nil, err
	}
	c := build(p.laid(), p.laidStages())
	c.version = fmt.Sprintf("%s+%s.%.4x", base.version, plain(name), sha256.Sum256(data))
	return c, nil
}

// laid returns the rows of the catalogue below with the file's own laid over
// them.
func (p *parser) laid() []Entry {
	if p.base == nil {
		return p.entries
	}
	all := slices.Clone(p.base.entries)
	for _, e := range p.entries {
		if i, ok := p.base.byCode[e.Code]; ok {
			all[i] = e
		} else {
			all = append(all, e)
		}
	}
	return all
}

func (p *parser) laidStages() []bool {
	all := slices.Clone(p.base.staged)
	for j, e := range p.entries {
		if i, ok := p.base.byCode[e.Code]; ok {
			all[i] = p.staged[j]
		} else {
			all = append(all, p.staged[j])
		}
	}
	return all
}

// readsInFull says whether the catalogue has the notice as read in full.
func (c *Catalog) readsInFull(code string) bool {
	e, ok := c.Lookup(code)
	return ok && e.ReadInFull
}

// plain is a file's base name without extension, in letters and digits only.
func plain(name string) string {
	base := path.Base(strings.ReplaceAll(name, `\`, "/"))
	base = strings.TrimSuffix(base, path.Ext(base))
	return cmp.Or(strings.Map(func(r rune) rune {
		if r < 0x80 && strings.ContainsRune(upper+digits+strings.ToLower(upper)+"-_", r) {
			return r
		}
		return '-'
	}, base), "overlay")
}
