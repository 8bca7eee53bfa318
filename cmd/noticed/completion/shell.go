package completion

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/alecthomas/kong"
)

// Shells are those that there is a script for.
var Shells = []string{"bash", "zsh", "fish"}

var (
	//go:embed noticed.bash
	bash string
	//go:embed noticed.zsh
	zsh string
	//go:embed noticed.fish
	fish string
)

// Script is what a shell reads once.
func Script(shell string) string {
	return map[string]string{"bash": bash, "zsh": zsh, "fish": fish}[shell]
}

// Reply completes as [Complete] does, from words and in words as a shell's script
// has them: the kind on the first line, then a candidate a line.
func Reply(app *kong.Application, shell string, words []string, values Values) string {
	if shell == "bash" {
		words = joined(words)
	}
	a := Complete(app, words, values)
	var b strings.Builder
	b.WriteString(string(a.Kind) + "\n")
	for _, w := range a.Words {
		switch shell {
		case "zsh":
			b.WriteString(strings.ReplaceAll(w.Text, ":", `\:`))
			if w.Help != "" {
				b.WriteString(":" + w.Help)
			}
		case "fish":
			b.WriteString(w.Text + "\t" + w.Help)
		default:
			b.WriteString(w.Text)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// joined puts words together that bash takes apart: it splits at = and at the
// colons of a URL.
func joined(words []string) []string {
	var all []string
	glue := false
	for _, w := range words {
		sign := w == "=" || w == ":"
		if n := len(all); n > 0 && (glue || sign && strings.HasPrefix(all[n-1], "--")) {
			all[n-1] += w
			glue = sign
			continue
		}
		all = append(all, w)
	}
	return slices.Clip(all)
}
