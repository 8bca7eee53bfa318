package samples

import (
	"strings"

	"noticed/samples/layout"
	"noticed/samples/page"
)

// shorten lays a notice out on one sheet if that says all that must be read of
// it: who has one page takes one picture. Else it stays as it is.
func (s *Spec) shorten(m page.Metrics) {
	style := s.Style
	style.MaxPages, style.Stuffer, style.Rates, style.Enclosed, style.CouponLast = 1, false, false, false, false
	short := lay(s.Notice, style, m, nil)
	if len(short.Sheets) == 1 && s.says(short, lay(s.Notice, s.Style, m, nil)) {
		s.Style = style
	}
}

// says whether a shorter paper says all that the full one does.
func (s *Spec) says(short, full *layout.Paper) bool {
	type value struct{ what, text string }
	told := map[value]bool{}
	for _, c := range short.Copies {
		told[value{c.What, c.Text}] = true
	}
	for _, c := range full.Copies {
		if !told[value{c.What, c.Text}] {
			return false
		}
	}
	n := s.Notice.Expected()
	lines := []string{n.Phone}
	for _, r := range n.References {
		lines = append(lines, r.Value)
	}
	for _, a := range n.Addresses {
		lines = append(lines, a.Lines...)
	}
	for _, l := range lines {
		if printed(full, l) && !printed(short, l) {
			return false
		}
	}
	return true
}

// printed says whether a run of the paper has a line.
func printed(p *layout.Paper, line string) bool {
	for _, s := range p.Sheets {
		for _, t := range s.Texts {
			if strings.Contains(t.S, line) {
				return true
			}
		}
	}
	return false
}
