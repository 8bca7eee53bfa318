package page

import "strings"

// Wrap breaks text into lines of at most width points. Words longer than a line
// stand on their own.
func Wrap(m Metrics, f Face, size, width float64, text string) []string {
	var lines []string
	line := ""
	for w := range strings.FieldsSeq(text) {
		switch {
		case line == "":
			line = w
		case m.Width(f, size, line+" "+w) <= width:
			line += " " + w
		default:
			lines, line = append(lines, line), w
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// Right puts a run that ends at x.
func (s *Sheet) Right(m Metrics, x, y, size float64, f Face, text string) {
	s.Put(x-m.Width(f, size, text), y, size, f, text)
}

// Center puts a run around x.
func (s *Sheet) Center(m Metrics, x, y, size float64, f Face, text string) {
	s.Put(x-m.Width(f, size, text)/2, y, size, f, text)
}
