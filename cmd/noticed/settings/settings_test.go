package settings

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/alecthomas/kong"
)

// model is a command line with a setting of every kind.
type model struct {
	Serve struct {
		Port int           `env:"T_PORT" check:"port" default:"4222" group:"Server:" help:"The port."`
		Dir  string        `env:"T_DIR" check:"dir" placeholder:"DIR" example:"/var/lib/t" help:"Where to keep all."`
		Wait time.Duration `env:"T_WAIT" check:"span" default:"1m" help:"How long."`
	} `cmd:""`
	Send struct {
		Server string `env:"T_URL" check:"servers" example:"nats://h:1" help:"Who."`
		Creds  string `env:"T_CREDS" check:"file" placeholder:"FILE" example:"/etc/t/creds" help:"As whom."`
		Level  string `env:"T_LEVEL" enum:"low,high" default:"low" help:"How loud."`
		Plain  bool   `help:"No setting."`
	} `cmd:""`
	Quiet struct{} `cmd:""`
	All   int      `env:"T_ALL" default:"1" help:"Of every command."`
}

func settingsOf(t testing.TB) ([]Setting, *kong.Kong, *model) {
	t.Helper()
	var m model
	k, err := kong.New(&m, kong.Exit(func(int) {}))
	if err != nil {
		t.Fatal(err)
	}
	all, err := Of(k.Model, nil, "send")
	if err != nil {
		t.Fatal(err)
	}
	return all, k, &m
}

func TestOf(t *testing.T) {
	all, _, _ := settingsOf(t)
	var names []string
	for _, s := range all {
		names = append(names, s.Name)
	}
	if got := strings.Join(names, " "); got != "server creds level port dir wait all" {
		t.Errorf("settings are %s", got)
	}
	if s := all[3]; s.Section != "Server" || s.Variable != "T_PORT" || s.Default != "4222" || !slices.Equal(s.Commands, []string{"serve"}) {
		t.Errorf("%+v", s)
	}
	if s := all[6]; s.Commands != nil {
		t.Errorf("%+v", s)
	}
}

// A setting that two commands declare in two ways would mean two things in the file.
func TestASettingHasOneMeaning(t *testing.T) {
	var m struct {
		A struct {
			Port int `env:"T_PORT" default:"1"`
		} `cmd:""`
		B struct {
			Port int `env:"T_PORT" default:"2"`
		} `cmd:""`
	}
	k, err := kong.New(&m)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Of(k.Model, nil); err == nil || !strings.Contains(err.Error(), "port is declared in two ways") {
		t.Errorf("got %v", err)
	}
}

func TestMistakesHaveTheirPlace(t *testing.T) {
	all, _, _ := settingsOf(t)
	for name, c := range map[string]struct{ in, want string }{
		"nothing":          {"", ""},
		"comments":         {"# only\n\n", ""},
		"right":            {"port: 1\nserver: nats://a:1,b\nwait: 2h\ncreds: /etc/passwd\n", ""},
		"unknown":          {"port: 1\nporrt: 2\n", `f:2:1: there is no setting "porrt": did you mean port?`},
		"variable":         {"T_WAIT: 1m\n", `f:1:1: there is no setting "T_WAIT": did you mean wait?`},
		"far off":          {"colour: red\n", `f:1:1: there is no setting "colour"`},
		"no setting":       {"plain: true\n", `f:1:1: there is no setting "plain"`},
		"type":             {"port: two\n", `f:1:7: port: expected a valid 64 bit int but got "two"`},
		"no unit":          {"port: 1\nwait: 90\n", `f:2:7: wait: expected duration but got "90": time: missing unit in duration "90"`},
		"enum":             {"level: loud\n", `f:1:8: level: "loud" is not one of low, high`},
		"empty":            {"creds:\nport: 1\n", `creds: it has no value: write one, or leave the line out`},
		"quoted emptiness": {"creds: ''\n", `f:1:8: creds: it has no value: write one, or leave the line out`},
		"list":             {"server: [a, b]\n", `f:1:9: server: want one value, not a sequence`},
		"map":              {"server:\n  url: a\n", `server: want one value, not a mapping`},
		"relative":         {"dir: data\n", `f:1:6: dir: want a whole path, beginning with /`},
		"twice":            {"port: 1\nport: 2\n", `f:2:1: mapping key "port" already defined at [1:1]`},
		"no YAML":          {"port: 1\n\tx: [\n", `f:2:`},
		"no lines":         {"- port\n", `f:1:1: want lines of the form "name: value"`},
		"a sentence":       {"listen on 4222\n", `f:1:1: want lines of the form "name: value"`},
		"two documents":    {"port: 1\n---\nport: 2\n", `want lines of the form "name: value"`},
		"several":          {"a-b-c: 1\nport: x\nlevel: y\n", `f:1:1: there is no setting "a-b-c", and 2 more mistakes`},
	} {
		t.Run(name, func(t *testing.T) {
			f, err := parse("f", []byte(c.in), all)
			if c.want == "" {
				if err != nil || f == nil {
					t.Errorf("got %v", err)
				}
				return
			}
			wrong, ok := errors.AsType[Mistakes](err)
			if !ok || !strings.Contains(err.Error(), c.want) {
				t.Fatalf("got %v\nwant %s", err, c.want)
			}
			for _, m := range wrong {
				if m.Line < 1 || m.Column < 1 || !strings.Contains(m.Excerpt, "^") {
					t.Errorf("%+v", m)
				}
			}
		})
	}
}

func TestUseless(t *testing.T) {
	all, _, _ := settingsOf(t)
	dir := t.TempDir()
	there := filepath.Join(dir, "there")
	if err := os.WriteFile(there, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for in, want := range map[string]string{
		"creds: " + there:                       "",
		"creds: " + there + "-not":              "f:1:8: creds: there is no file " + there + "-not",
		"creds: " + dir:                         "is a directory, want a file",
		"dir: " + there:                         "is not a directory",
		"dir: " + dir + "/new":                  "",
		"port: 65536":                           "f:1:7: port: 65536 is not a number from 0 to 65535",
		"port: -1":                              "is not a number",
		"wait: -1s":                             "wait: -1s is not a span of time of at least 0s",
		"server: http://h:1":                    `"http" is not a scheme`,
		"server: nats://h:99999":                "is not",
		"server: nats://":                       "is not the URL of a NATS server",
		"server: nats://u:secret@h:x":           "is not the URL of a NATS server, as nats://host:4222",
		"server: 'h:1, tls://h2,ws://[::1]:80'": "",
	} {
		f, err := parse("f", []byte(in), all)
		if err != nil {
			t.Fatal(err)
		}
		found := f.Useless(all)
		switch {
		case want == "" && len(found) > 0:
			t.Errorf("%s: %v", in, found)
		case want != "" && (len(found) != 1 || !strings.Contains(found.Error(), want)):
			t.Errorf("%s: got %v, want %s", in, found, want)
		case strings.Contains(in, "secret") && strings.Contains(found.Error(), "secret"):
			t.Errorf("a password is told: %v", found)
		}
	}
}

// The command line goes before the environment, that before the file, and that
// before the default.
func TestOrder(t *testing.T) {
	for name, c := range map[string]struct {
		args        []string
		env, file   string
		want        int
		from, where string
	}{
		"default":        {want: 4222, from: "default"},
		"file":           {file: "port: 1", want: 1, from: "file", where: "f:1"},
		"environment":    {env: "2", file: "port: 1", want: 2, from: "environment", where: "T_PORT"},
		"command line":   {args: []string{"--port=3"}, env: "2", file: "port: 1", want: 3},
		"line over file": {args: []string{"--port=3"}, file: "port: 1", want: 3},
	} {
		t.Run(name, func(t *testing.T) {
			t.Setenv("T_PORT", c.env)
			all, k, m := settingsOf(t)
			f, err := parse("f", []byte(c.file), all)
			if err != nil {
				t.Fatal(err)
			}
			if err := IgnoreEmptyVariables(all); err != nil {
				t.Fatal(err)
			}
			if err := kong.WithBeforeResolve(func(ctx *kong.Context) error { ctx.AddResolver(f); return nil }).Apply(k); err != nil {
				t.Fatal(err)
			}
			if _, err := k.Parse(append([]string{"serve"}, c.args...)); err != nil || m.Serve.Port != c.want {
				t.Fatalf("port is %d, want %d (%v)", m.Serve.Port, c.want, err)
			}
			if c.from != "" {
				i := slices.IndexFunc(all, func(s Setting) bool { return s.Name == "port" })
				if e := all[i].In(f); e.From != c.from || e.Where != c.where {
					t.Errorf("%+v", e)
				}
			}
		})
	}
}

func TestCheckValuesNamesTheSource(t *testing.T) {
	for name, c := range map[string]struct {
		args      []string
		env, file string
		want      string
	}{
		"command line": {args: []string{"serve", "--port", "70000"}, want: "--port: 70000 is not a number from 0 to 65535"},
		"environment":  {args: []string{"serve"}, env: "70000", want: "port: 70000 is not a number from 0 to 65535 (from the variable T_PORT)"},
		"file":         {args: []string{"serve"}, file: "port: 70000", want: "f:1:7: port: 70000 is not a number from 0 to 65535"},
		"another's":    {args: []string{"send"}, file: "port: 70000"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Setenv("T_PORT", c.env)
			all, k, _ := settingsOf(t)
			if err := IgnoreEmptyVariables(all); err != nil {
				t.Fatal(err)
			}
			f, err := parse("f", []byte(c.file), all)
			if err != nil {
				t.Fatal(err)
			}
			if err := kong.WithBeforeResolve(func(ctx *kong.Context) error { ctx.AddResolver(f); return nil }).Apply(k); err != nil {
				t.Fatal(err)
			}
			ctx, err := k.Parse(c.args)
			if err != nil {
				t.Fatal(err)
			}
			err = CheckValues(ctx, f, all)
			if got := errorText(err); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func errorText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func TestRedact(t *testing.T) {
	for in, want := range map[string]string{
		"nats://h:4222":              "nats://h:4222",
		"nats://u:p@h:4222":          "nats://xxxxx@h:4222",
		"nats://token@h":             "nats://xxxxx@h",
		"nats://u:p,w@h,tls://x:y@z": "nats://xxxxx@h,tls://xxxxx@z",
		"nats://u:p/w@h":             "nats://xxxxx@h",
		"u:p@h":                      "xxxxx@h",
		"nats://u:p@q@h":             "nats://xxxxx@h",
	} {
		if got := redact(in); got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
}

// Every line of the reference can be used as it is.
func TestReferenceIsAFile(t *testing.T) {
	all, _, _ := settingsOf(t)
	reference := Reference(all, "Head.")
	lines, n := strings.Split(reference, "\n"), 0
	for i, l := range lines {
		if strings.HasPrefix(l, "#") && !strings.HasPrefix(l, "# ") {
			lines[i], n = l[1:], n+1
		}
	}
	if n != len(all) {
		t.Errorf("%d lines for %d settings:\n%s", n, len(all), reference)
	}
	if _, err := parse("f", []byte(reference), all); err != nil {
		t.Errorf("commented out: %v", err)
	}
	for _, l := range lines {
		if strings.HasSuffix(l, ": ") {
			t.Errorf("%q has no value", l)
		}
	}
}

func FuzzParse(f *testing.F) {
	all, _, _ := settingsOf(f)
	for _, s := range []string{"", "port: 1\n", "a: &x [1]\nb: *x\n", "? x\n: y\n", "port: |\n  1\n", "<<: {port: 1}\n", "!!int port: 2", "---\n...\n", "\"port\": 1", "port: \t1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		file, err := parse("f", []byte(s), all)
		if (file == nil) == (err == nil) {
			t.Fatal(file, err)
		}
		if wrong, ok := errors.AsType[Mistakes](err); err != nil && (!ok || len(wrong) == 0 || wrong[0].Line < 1) {
			t.Fatalf("%v", err)
		}
	})
}
