package settings

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"github.com/alecthomas/kong"
)

// Setting is a flag that can also be set by a variable and in the file.
type Setting struct {
	Name     string   `json:"setting"`            // of the flag, and the key in the file
	Variable string   `json:"variable"`           // in the environment
	Section  string   `json:"section"`            // the group of the flag
	Help     string   `json:"help"`               // a sentence or two
	Default  string   `json:"default,omitempty"`  // "" if there is none
	Example  string   `json:"example,omitempty"`  // a value that could be
	Enum     []string `json:"one_of,omitempty"`   // the values there are; nil if there are others
	Commands []string `json:"commands,omitempty"` // that take it; nil if all do

	flag  *kong.Flag
	check Check
}

// Check says why a value, written as on the command line, can't work.
type Check func(value string) error

// Of finds the settings of a command line, those of the commands named first
// before the others. The checks are those that tags name, beside the ones of this
// package.
func Of(app *kong.Application, checks map[string]Check, first ...string) ([]Setting, error) {
	var all []Setting
	add := func(flag *kong.Flag, command string) error {
		if len(flag.Envs) == 0 || flag.Tag.Has("nosetting") {
			return nil
		}
		s := Setting{
			Name: flag.Name, Variable: flag.Envs[0], Help: flag.Help, Default: flag.Default, Example: flag.Tag.Get("example"), flag: flag,
		}
		if flag.Group != nil {
			s.Section = strings.TrimSuffix(flag.Group.Title, ":")
		}
		if flag.Enum != "" {
			s.Enum = flag.EnumSlice()
		}
		if name := flag.Tag.Get("check"); name != "" {
			if s.check = checks[name]; s.check == nil {
				s.check = general[name]
			}
			if s.check == nil {
				return fmt.Errorf("finding the settings: %s has a check %q, which is not known", s.Name, name)
			}
		}
		i := slices.IndexFunc(all, func(o Setting) bool { return o.Name == s.Name })
		if i < 0 {
			i = len(all)
			all = append(all, s)
		}
		if o := all[i]; o.Variable != s.Variable || o.Default != s.Default || o.flag.Target.Type() != flag.Target.Type() {
			return fmt.Errorf("finding the settings: %s is declared in two ways", s.Name)
		}
		if command != "" {
			all[i].Commands = append(all[i].Commands, command)
		}
		return nil
	}
	for _, n := range nodes(app, first) {
		command := strings.TrimPrefix(n.FullPath(), app.Name)
		for _, f := range n.Flags {
			if err := add(f, strings.TrimSpace(command)); err != nil {
				return nil, err
			}
		}
	}
	return all, nil
}

// nodes are the commands of a command line, those named first before the others
// and what all of them take last.
func nodes(app *kong.Application, first []string) []*kong.Node {
	leaves := app.Leaves(true)
	rank := func(n *kong.Node) int {
		if i := slices.Index(first, n.Path()); i >= 0 {
			return i
		}
		return len(first)
	}
	slices.SortStableFunc(leaves, func(a, b *kong.Node) int { return rank(a) - rank(b) })
	var all []*kong.Node
	for _, n := range leaves {
		for ; n != nil && n.Type != kong.ApplicationNode; n = n.Parent {
			if !slices.Contains(all, n) {
				all = append(all, n)
			}
		}
	}
	return append(all, app.Node)
}

// IgnoreEmptyVariables takes a variable that is set to nothing for one that is
// not set: compose files and units pass such on.
func IgnoreEmptyVariables(all []Setting) error {
	for _, s := range all {
		if value, ok := os.LookupEnv(s.Variable); ok && value == "" {
			if err := os.Unsetenv(s.Variable); err != nil {
				return fmt.Errorf("looking at the variable %s: %w", s.Variable, err)
			}
		}
	}
	return nil
}

// TakesAny is whether a command takes a setting of its own, beside those that all
// commands take.
func TakesAny(n *kong.Node) bool {
	for ; n != nil && n.Type != kong.ApplicationNode; n = n.Parent {
		if slices.ContainsFunc(n.Flags, func(f *kong.Flag) bool { return len(f.Envs) > 0 }) {
			return true
		}
	}
	return false
}

// wrong says why a text in a file can't be the value of the setting.
func (s Setting) wrong(text string) error {
	scan := kong.ScanFromTokens(kong.Token{Type: kong.FlagValueToken, Value: text})
	if err := s.flag.Mapper.Decode(&kong.DecodeContext{Value: s.flag.Value, Scan: scan}, reflect.New(s.flag.Target.Type()).Elem()); err != nil {
		return fmt.Errorf("%s: %w", s.Name, err)
	}
	if s.Enum != nil && !slices.Contains(s.Enum, text) {
		return fmt.Errorf("%s: %q is not one of %s", s.Name, text, strings.Join(s.Enum, ", "))
	}
	if holder := s.flag.PlaceHolder; (holder == "FILE" || holder == "DIR") && !filepath.IsAbs(text) {
		return fmt.Errorf("%s: want a whole path, beginning with /: who reads this file may stand anywhere", s.Name)
	}
	return nil
}

// useless says why a text that can be the value of the setting won't work here.
func (s Setting) useless(text string) error {
	if s.check == nil || text == "" {
		return nil
	}
	if err := s.check(text); err != nil {
		return fmt.Errorf("%s: %w", s.Name, err)
	}
	return nil
}
