package man

import (
	"fmt"
	"strings"
)

// page is a manual page that is being written, in the man macros of roff.
type page struct {
	b     strings.Builder
	begun bool // a section, of which nothing is written yet
}

func (p *page) title(name string, section int, source, manual string) {
	fmt.Fprintf(&p.b, ".TH %s %d \"\" \"%s\" \"%s\"\n", strings.ToUpper(name), section, source, manual)
}

func (p *page) section(name string) {
	fmt.Fprintf(&p.b, ".SH %s\n", strings.ToUpper(escape(name)))
	p.begun = true
}

func (p *page) subsection(name string) { fmt.Fprintf(&p.b, ".SS %s\n", escape(name)) }

// paragraph begins one; at the beginning of a section there is one already.
func (p *page) paragraph() {
	if !p.begun {
		p.b.WriteString(".PP\n")
	}
	p.begun = false
}

// item is a term with what it means.
func (p *page) item(term, text string) {
	p.begun = false
	fmt.Fprintf(&p.b, ".TP\n%s\n%s\n", term, line(text))
}

// text writes paragraphs. Indented lines stay as they are.
func (p *page) text(s string) {
	open, literal := false, false
	for l := range strings.SplitSeq(strings.Trim(s, "\n"), "\n") {
		switch indented := strings.HasPrefix(l, "    "); {
		case strings.TrimSpace(l) == "":
			open = false
			continue
		case indented && !literal:
			p.paragraph()
			p.b.WriteString(".RS 4\n.nf\n")
			literal = true
		case !indented && literal:
			p.b.WriteString(".fi\n.RE\n")
			literal = false
		}
		if literal {
			p.b.WriteString(line(strings.TrimPrefix(l, "    ")) + "\n")
			continue
		}
		if !open {
			p.paragraph()
			open = true
		}
		p.b.WriteString(line(l) + "\n")
	}
	if literal {
		p.b.WriteString(".fi\n.RE\n")
	}
}

// line is a text as a line of roff that is not taken for a request.
func line(s string) string {
	s = escape(s)
	if strings.HasPrefix(s, ".") || strings.HasPrefix(s, `\(aq`) {
		return `\&` + s
	}
	return s
}

// escape takes what roff would understand for the letters that it is.
func escape(s string) string {
	return strings.NewReplacer(`\`, `\e`, "-", `\-`, "'", `\(aq`, "`", `\(ga`, "^", `\(ha`, "~", `\(ti`, "\n", " ").Replace(s)
}

func bold(s string) string   { return `\fB` + escape(s) + `\fR` }
func italic(s string) string { return `\fI` + escape(s) + `\fR` }
