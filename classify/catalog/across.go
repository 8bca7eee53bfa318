package catalog

import (
	"slices"
	"strconv"
	"strings"
)

// across checks what a row says of other rows, its own file's and those of the
// catalogue below it.
func (p *parser) across() {
	all := p.laid()
	byCode := make(map[string]int, len(all))
	for i, e := range all {
		byCode[e.Code] = i
	}
	for i, e := range p.entries {
		for _, a := range e.Aliases {
			key, _ := canonical(a)
			if _, taken := byCode[key]; taken && key != e.Code {
				p.failAt(p.at[i][1], "alias %q of %s is the code %s", a, e.Code, p.where(key))
			}
		}
		if _, ok := byCode[e.UsualNext]; !ok && e.UsualNext != "" && e.UsualNext != Levy {
			p.failAt(p.at[i][11], "usual_next %q is neither a code of this catalogue nor %s", e.UsualNext, Levy)
		}
		if round := circle(all, byCode, e); p.closes(i, round) {
			p.failAt(p.at[i][11], "usual_next leads back to %s: %s", e.Code, strings.Join(round, " → "))
		}
	}
	if p.base != nil && len(p.errs) == 0 { // it looks rows up, which must be right for that
		p.shared(all)
	}
}

// where says where the row of a code stands.
func (p *parser) where(code string) string {
	if line, ok := p.codes[code]; ok {
		return "on line " + strconv.Itoa(line)
	}
	return "of a notice in the catalogue " + p.base.version
}

// circle follows usual_next from e and returns the codes on the way if it leads
// back there.
func circle(all []Entry, byCode map[string]int, e Entry) []string {
	way := []string{e.Code}
	for at := e; ; {
		i, ok := byCode[at.UsualNext]
		if !ok {
			return nil
		}
		at = all[i]
		if at.Code == e.Code {
			return append(way, e.Code)
		}
		if slices.Contains(way, at.Code) {
			return nil // a circle further on: reported there
		}
		way = append(way, at.Code)
	}
}

// closes says whether row i is the one at which to report a circle: the last of
// the file's rows on it.
func (p *parser) closes(i int, round []string) bool {
	for _, later := range p.entries[i+1:] {
		if slices.Contains(round, later.Code) {
			return false
		}
	}
	return len(round) > 0
}

// shared refuses a printed form of an own row that names another notice too.
// What the catalogue below leaves ambiguous already, such as a number that a
// letter and a notice share, stays so and is no mistake.
func (p *parser) shared(all []Entry) {
	c := build(slices.Clone(all), make([]bool, len(all)))
	for i, e := range p.entries {
		for j, form := range append([]string{e.Code}, e.Aliases...) {
			key, _ := canonical(form)
			_, isCode := c.byCode[key]
			if j > 0 && isCode {
				continue // told as an alias that is a code, or the row's own code
			}
			for _, other := range c.named(form) {
				_, own := p.codes[other]
				switch {
				case other == e.Code, p.base.bothNamed(form, e.Code, other):
				case own && j == 0, own && p.below(i, other) && !strings.Contains(form, "/"): // told at the other row
				default:
					what := [...]string{"code", "alias"}[min(j, 1)]
					p.failAt(p.at[i][min(j, 1)], "%s %q of %s also names %s, the code %s", what, form, e.Code, other, p.where(other))
				}
			}
		}
	}
}

// below says whether the row of a code stands below row i of the file.
func (p *parser) below(i int, code string) bool {
	return slices.ContainsFunc(p.entries[i+1:], func(e Entry) bool { return e.Code == code })
}

// named returns the codes of all rows that a printed form names, those included
// that Resolve passes over because the form is another row's code.
func (c *Catalog) named(form string) []string {
	key, _ := canonical(form)
	var codes []string
	for _, e := range c.entries {
		if slices.Contains(e.forms(), key) {
			codes = append(codes, e.Code)
		}
	}
	for _, e := range c.Resolve(form).Entries { // both sides of a slash
		if !slices.Contains(codes, e.Code) {
			codes = append(codes, e.Code)
		}
	}
	return codes
}

// bothNamed says whether a printed form names both codes in this catalogue.
func (c *Catalog) bothNamed(form, code, other string) bool {
	codes := c.named(form)
	return slices.Contains(codes, code) && slices.Contains(codes, other)
}
