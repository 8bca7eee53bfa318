package settings

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/alecthomas/kong"
)

// Validate is for kong; the file was checked when it was read.
func (f *File) Validate(*kong.Application) error { return nil }

// Resolve gives kong what the file says of a flag, unless the environment says
// something.
func (f *File) Resolve(_ *kong.Context, _ *kong.Path, flag *kong.Flag) (any, error) {
	if len(flag.Envs) == 0 || os.Getenv(flag.Envs[0]) != "" {
		return nil, nil
	}
	if v, ok := f.values[flag.Name]; ok {
		return v.text, nil
	}
	return nil, nil
}

// CheckValues finds the first value of a command that won't work here, wherever
// it comes from. The file may be nil.
func CheckValues(ctx *kong.Context, f *File, all []Setting) error {
	given := map[*kong.Flag]bool{}
	for _, p := range ctx.Path {
		if p.Flag != nil && !p.Resolved {
			given[p.Flag] = true
		}
	}
	named := map[string]Setting{}
	for _, s := range all {
		named[s.Name] = s
	}
	for _, p := range ctx.Path {
		for _, flag := range p.Flags {
			s, ok := named[flag.Name]
			if !ok || len(flag.Envs) == 0 {
				continue
			}
			err := s.useless(fmt.Sprint(flag.Target.Interface()))
			switch {
			case err == nil:
			case given[flag]:
				return fmt.Errorf("--%w", err)
			case os.Getenv(s.Variable) != "":
				return fmt.Errorf("%w (from the variable %s)", err, s.Variable)
			default:
				if v, ok := f.value(s.Name); ok {
					return Mistakes{f.mistake(v.at, err.Error())}
				}
				return err
			}
		}
	}
	return nil
}

// Names are the settings that the file sets, in the order of their names.
func (f *File) Names() []string { return slices.Sorted(maps.Keys(f.values)) }

func (f *File) value(name string) (value, bool) {
	if f == nil {
		return value{}, false
	}
	v, ok := f.values[name]
	return v, ok
}

// Effective is a value in force and where it comes from.
type Effective struct {
	Setting string `json:"setting"`
	Value   string `json:"value"`
	From    string `json:"from"` // environment, file, default
	Where   string `json:"where,omitempty"`
}

// In says what is in force for a command without flags. The file may be nil.
func (s Setting) In(f *File) Effective {
	e := Effective{Setting: s.Name, Value: s.Default, From: "default"}
	if text := os.Getenv(s.Variable); text != "" {
		e.Value, e.From, e.Where = text, "environment", s.Variable
	} else if v, ok := f.value(s.Name); ok {
		e.Value, e.From, e.Where = v.text, "file", fmt.Sprintf("%s:%d", f.Path, v.at.Position.Line)
	}
	if s.flag.Tag.Get("check") == "servers" {
		e.Value = redact(e.Value)
	}
	return e
}

// redact takes users and passwords out of the URLs of servers: what stands before
// the last @ of each.
func redact(urls string) string {
	parts := strings.Split(urls, "://")
	for i, part := range parts {
		if at := strings.LastIndex(part, "@"); at >= 0 {
			parts[i] = "xxxxx" + part[at:]
		}
	}
	return strings.Join(parts, "://")
}
