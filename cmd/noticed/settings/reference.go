package settings

import (
	"fmt"
	"strings"
)

// Reference writes the file with every setting, its help and its default, all of
// them commented out.
func Reference(all []Setting, head string) string {
	var b strings.Builder
	comment(&b, head)
	section := ""
	for _, s := range all {
		if s.Section != section {
			section = s.Section
			fmt.Fprintf(&b, "\n# ---- %s\n", section)
		}
		b.WriteString("\n")
		comment(&b, s.Help)
		comment(&b, fmt.Sprintf("Variable %s; taken by %s.", s.Variable, s.takers()))
		value := s.Default
		if s.Example != "" {
			value = s.Example
		}
		fmt.Fprintf(&b, "#%s: %s\n", s.Name, value)
	}
	return b.String()
}

// takers are the commands that take it; beyond three they are not named.
func (s Setting) takers() string {
	switch n := len(s.Commands); {
	case n == 0:
		return "every command"
	case n > 3:
		return strings.Join(s.Commands[:2], ", ") + " and others"
	}
	return strings.Join(s.Commands, ", ")
}

// comment writes text as comment lines of a width that can be read.
func comment(b *strings.Builder, text string) {
	const width = 88
	for line := range strings.SplitSeq(text, "\n") {
		at := 0
		for word := range strings.FieldsSeq(line) {
			if at > 0 && at+1+len(word) > width {
				b.WriteString("\n")
				at = 0
			}
			if at == 0 {
				b.WriteString("#")
				at = 1
			}
			b.WriteString(" " + word)
			at += 1 + len(word)
		}
		if at == 0 {
			b.WriteString("#")
		}
		b.WriteString("\n")
	}
}
