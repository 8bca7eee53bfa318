package completion

import (
	"slices"
	"strings"

	"github.com/alecthomas/kong"
)

// Answer is what can stand in the place of the last word.
type Answer struct {
	Kind  Kind
	Words []Word // if the kind is Words
}

// Kind is who knows the candidates.
type Kind string

// The program knows words, the shell knows files and directories.
const (
	Words Kind = "words"
	Files Kind = "files"
	Dirs  Kind = "dirs"
)

// Word is a candidate.
type Word struct {
	Text string
	Help string // a sentence, or nothing
}

// Values are the values that flags and arguments with a tag complete:"name" take,
// by that name.
type Values map[string]func() []Word

// Complete completes the last of the words after the name of the program; it may
// be empty.
func Complete(app *kong.Application, words []string, values Values) Answer {
	if len(words) == 0 {
		words = []string{""}
	}
	l := line{node: app.Node, values: values}
	before, last := words[:len(words)-1], words[len(words)-1]
	for _, w := range before {
		l.take(w)
	}
	switch {
	case l.open != nil:
		return l.value(l.open.Value, last)
	case l.ended:
	case strings.HasPrefix(last, "--") && strings.Contains(last, "="):
		name, begun, _ := strings.Cut(last, "=")
		if f := l.flag(name); f != nil && !f.IsBool() {
			return l.value(f.Value, begun)
		}
		return Answer{Kind: Words}
	case strings.HasPrefix(last, "-"):
		return l.names(last)
	}
	return l.argument(last)
}

// line is a command line as far as it was read.
type line struct {
	node   *kong.Node
	values Values
	open   *kong.Flag          // wants its value next
	given  map[*kong.Flag]bool // flags that stand there already
	args   int                 // of the command
	ended  bool                // by "--": what follows are arguments
}

// take reads a word before the last.
func (l *line) take(w string) {
	switch {
	case l.open != nil:
		l.open = nil
	case l.ended:
		l.args++
	case w == "--":
		l.ended = true
	case strings.HasPrefix(w, "--"):
		name, _, valued := strings.Cut(w, "=")
		l.give(l.flag(name), valued)
	case len(w) > 1 && w[0] == '-':
		for i, r := range w[1:] { // -vs URL is -v -s URL, and -sURL has its value
			f := l.flag("-" + string(r))
			l.give(f, i+2 < len(w))
			if f == nil || !f.IsBool() {
				break
			}
		}
	default:
		if n := child(l.node, w); n != nil {
			l.node, l.args = n, 0
			return
		}
		if l.node.DefaultCmd != nil {
			l.node = l.node.DefaultCmd
		}
		l.args++
	}
}

// give notes a flag; without its value it is open.
func (l *line) give(f *kong.Flag, valued bool) {
	if f == nil {
		return
	}
	if l.given == nil {
		l.given = map[*kong.Flag]bool{}
	}
	l.given[f] = true
	if !valued && !f.IsBool() {
		l.open = f
	}
}

func child(n *kong.Node, name string) *kong.Node {
	for _, c := range n.Children {
		if c.Name == name || slices.Contains(c.Aliases, name) {
			return c
		}
	}
	return nil
}

// flags are those that may stand here.
func (l *line) flags() []*kong.Flag {
	n := l.node
	if n.DefaultCmd != nil {
		n = n.DefaultCmd
	}
	var all []*kong.Flag
	for _, group := range n.AllFlags(true) {
		all = append(group, all...) // the command's own first
	}
	return all
}

// flag finds one by --name, --no-name or -n.
func (l *line) flag(name string) *kong.Flag {
	for _, f := range l.flags() {
		if slices.Contains(spellings(f), name) || f.Short != 0 && name == "-"+string(f.Short) {
			return f
		}
	}
	return nil
}

// spellings are the long names of a flag.
func spellings(f *kong.Flag) []string {
	all := []string{"--" + f.Name}
	if f.Tag.Negatable == "_" {
		all = append(all, "--no-"+f.Name)
	} else if f.Tag.Negatable != "" {
		all = append(all, "--"+f.Tag.Negatable)
	}
	for _, a := range f.Aliases {
		all = append(all, "--"+a)
	}
	return all
}

// names completes the name of a flag.
func (l *line) names(begun string) Answer {
	a := Answer{Kind: Words}
	for _, f := range l.flags() {
		if l.given[f] && !f.IsCumulative() {
			continue
		}
		for _, name := range spellings(f) {
			a.add(name, f.Help, begun)
		}
	}
	return a
}

// argument completes a command or an argument.
func (l *line) argument(begun string) Answer {
	a := Answer{Kind: Words}
	n := l.node
	if !l.ended && l.args == 0 {
		for _, c := range n.Children {
			if !c.Hidden {
				a.add(c.Name, c.Help, begun)
			}
		}
	}
	if n.DefaultCmd != nil {
		n = n.DefaultCmd
	}
	if len(n.Positional) == 0 {
		return a
	}
	at := n.Positional[min(l.args, len(n.Positional)-1)]
	if l.args >= len(n.Positional) && !at.IsCumulative() {
		return a
	}
	v := l.value(at, begun)
	if len(a.Words) == 0 {
		return v
	}
	a.Words = append(a.Words, v.Words...)
	return a
}

// value completes the value of a flag or argument.
func (l *line) value(v *kong.Value, begun string) Answer {
	a := Answer{Kind: Words}
	if known := l.values[v.Tag.Get("complete")]; known != nil {
		for _, w := range known() {
			a.add(w.Text, w.Help, begun)
		}
		return a
	}
	if v.Enum != "" {
		for _, text := range v.EnumSlice() {
			a.add(text, "", begun)
		}
		return a
	}
	named := v.Name
	if v.Flag != nil {
		named = v.Flag.PlaceHolder
	}
	switch strings.ToLower(named) {
	case "file", "path", "files", "paths":
		return Answer{Kind: Files}
	case "dir":
		return Answer{Kind: Dirs}
	}
	return a
}

func (a *Answer) add(text, help, begun string) {
	if strings.HasPrefix(text, begun) {
		a.Words = append(a.Words, Word{text, help})
	}
}
