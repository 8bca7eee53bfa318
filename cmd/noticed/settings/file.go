package settings

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"
	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/printer"
	"github.com/goccy/go-yaml/token"
)

// File is a configuration file: lines of YAML, "name: value".
type File struct {
	Path string

	values map[string]value
}

// value is what stands in a file for a setting.
type value struct {
	text string
	at   *token.Token
}

// Mistake is a place where a file is wrong.
type Mistake struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Reason  string `json:"reason"`
	Excerpt string `json:"excerpt"` // the lines around it, with a mark
}

// Error names the place and what is wrong there.
func (m Mistake) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", m.File, m.Line, m.Column, m.Reason)
}

// Mistakes are all places where a file is wrong, in their order.
type Mistakes []Mistake

// Error names the first.
func (m Mistakes) Error() string {
	s := m[0].Error()
	switch n := len(m) - 1; n {
	case 0:
	case 1:
		s += ", and another mistake"
	default:
		s += fmt.Sprintf(", and %d more mistakes", n)
	}
	return s
}

// Read reads a file that may set these settings. The error is of type Mistakes
// if the file can be read and is not right. Whether its values work here is for
// [File.Useless] to say.
func Read(path string, all []Setting) (*File, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("reading the configuration: %w", whyNot(path, err))
	}
	return parse(path, data, all)
}

func parse(path string, data []byte, all []Setting) (*File, error) {
	f := &File{path, map[string]value{}}
	doc, err := parser.ParseBytes(data, 0)
	if err != nil {
		return nil, Mistakes{f.syntax(err)}
	}
	var wrong Mistakes
	for _, line := range lines(doc, func(n ast.Node) {
		wrong = append(wrong, f.mistake(n.GetToken(), `want lines of the form "name: value"`))
	}) {
		key := line.Key.GetToken()
		i := slices.IndexFunc(all, func(s Setting) bool { return s.Name == key.Value })
		if i < 0 {
			wrong = append(wrong, f.mistake(key, unknown(key.Value, all)))
			continue
		}
		text, why := scalar(line.Value)
		if why == "" {
			if err := all[i].wrong(text); err != nil {
				why = err.Error()
			}
		} else {
			why = all[i].Name + ": " + why
		}
		if why != "" {
			wrong = append(wrong, f.mistake(cmp.Or(line.Value.GetToken(), key), why))
			continue
		}
		f.values[key.Value] = value{text, line.Value.GetToken()}
	}
	if len(wrong) > 0 {
		return nil, wrong
	}
	return f, nil
}

// lines are the lines of a file; what is none is told.
func lines(doc *ast.File, other func(ast.Node)) []*ast.MappingValueNode {
	var all []*ast.MappingValueNode
	for i, d := range doc.Docs {
		switch body := d.Body.(type) {
		case nil:
		case *ast.NullNode, *ast.CommentGroupNode:
		case *ast.MappingNode:
			if i > 0 {
				other(body)
				continue
			}
			all = body.Values
		case *ast.MappingValueNode:
			if i > 0 {
				other(body)
				continue
			}
			all = []*ast.MappingValueNode{body}
		default:
			other(body)
		}
	}
	return all
}

// scalar is the text of a value as it would stand on the command line, or why it
// is none.
func scalar(n ast.Node) (text, why string) {
	switch n := n.(type) {
	case *ast.StringNode:
		text = n.Value
	case *ast.LiteralNode:
		text = n.Value.Value
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
		text = n.GetToken().Value
	case *ast.NullNode:
		return "", "it has no value: write one, or leave the line out"
	default:
		return "", fmt.Sprintf("want one value, not a %s", strings.ToLower(n.Type().String()))
	}
	if strings.TrimSpace(text) == "" {
		return "", "it has no value: write one, or leave the line out"
	}
	return text, ""
}

// unknown says that there is no such setting, and which may have been meant.
func unknown(name string, all []Setting) string {
	best, distance := "", max(2, len(name)/3)+1
	for _, s := range all {
		for _, called := range []string{s.Name, s.Variable} {
			d := levenshtein.ComputeDistance(strings.ToLower(name), strings.ToLower(called))
			if d < distance {
				best, distance = s.Name, d
			}
		}
	}
	if best == "" {
		return fmt.Sprintf("there is no setting %q", name)
	}
	return fmt.Sprintf("there is no setting %q: did you mean %s?", name, best)
}

// Useless finds the values that won't work here, as a file that is missing.
func (f *File) Useless(all []Setting) Mistakes {
	var found Mistakes
	for _, s := range all {
		if v, ok := f.values[s.Name]; ok {
			if err := s.useless(v.text); err != nil {
				found = append(found, f.mistake(v.at, err.Error()))
			}
		}
	}
	slices.SortStableFunc(found, func(a, b Mistake) int { return a.Line - b.Line })
	return found
}

func (f *File) mistake(at *token.Token, reason string) Mistake {
	var p printer.Printer
	return Mistake{f.Path, at.Position.Line, at.Position.Column, reason, p.PrintErrorToken(at, false)}
}

// syntax is the mistake of a file that is no YAML.
func (f *File) syntax(err error) Mistake {
	var e yaml.Error
	if !errors.As(err, &e) || e.GetToken() == nil {
		return Mistake{File: f.Path, Line: 1, Column: 1, Reason: err.Error()}
	}
	return f.mistake(e.GetToken(), e.GetMessage())
}
