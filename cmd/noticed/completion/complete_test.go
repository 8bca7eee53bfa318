package completion

import (
	"strings"
	"testing"

	"github.com/alecthomas/kong"
)

type model struct {
	Serve struct {
		Port   int    `help:"The port."`
		Server string `short:"s" placeholder:"URL" help:"Who."`
		Level  string `enum:"low,high" default:"low" help:"How loud."`
		Creds  string `placeholder:"FILE"`
		Data   string `placeholder:"DIR"`
		Code   string `complete:"code"`
		Abroad bool   `negatable:""`
	} `cmd:"" help:"Serve."`
	Send struct {
		Paths []string `arg:"" name:"path"`
	} `cmd:""`
	Catalog struct {
		Show struct {
			Words []string `arg:"" optional:"" complete:"code" name:"code"`
			Wide  bool
		} `cmd:"" default:"withargs"`
		Check struct {
			File string `arg:""`
		} `cmd:""`
	} `cmd:""`
	Schema struct {
		What string `arg:"" enum:"a,b" default:"a"`
	} `cmd:""`
	Secret  struct{} `cmd:"" hidden:""`
	Verbose bool     `short:"v" help:"More."`
}

func TestComplete(t *testing.T) {
	k, err := kong.New(&model{}, kong.Name("t"), kong.Exit(func(int) {}))
	if err != nil {
		t.Fatal(err)
	}
	values := Values{"code": func() []Word { return []Word{{"CP14", "A bill"}, {"CP504", ""}, {"LT11", ""}} }}
	for in, want := range map[string]string{
		"":                          "words serve send catalog schema",
		"s":                         "words serve send schema",
		"x":                         "words",
		"-":                         "words --help --verbose",
		"--verbose --v":             "words",
		"--verbose s":               "words serve send schema",
		"serve ":                    "words",
		"serve --":                  "words --port --server --level --creds --data --code --abroad --no-abroad --help --verbose",
		"serve --port 1 --p":        "words",
		"serve --port ":             "words",
		"serve --port 1 --level ":   "words low high",
		"serve --level h":           "words high",
		"serve --level=":            "words low high",
		"serve --level=l":           "words low",
		"serve --creds ":            "files",
		"serve --creds=/etc/x":      "files",
		"serve --data ":             "dirs",
		"serve --code CP":           "words CP14 CP504",
		"serve -s ":                 "words",
		"serve -s --level --level ": "words low high", // the value of -s looks like a flag
		"serve -vs URL --level ":    "words low high",
		"serve -sURL --level ":      "words low high",
		"serve --no-abroad --abr":   "words",
		"serve --unknown --level ":  "words low high",
		"serve --unknown=":          "words",
		"send ":                     "files",
		"send a b ":                 "files",
		"send -- -":                 "files",
		"catalog ":                  "words show check CP14 CP504 LT11",
		"catalog c":                 "words check",
		"catalog L":                 "words LT11",
		"catalog CP14 ":             "words CP14 CP504 LT11",
		"catalog --w":               "words --wide",
		"catalog CP14 --w":          "words --wide",
		"catalog check ":            "files",
		"catalog check f ":          "words",
		"schema ":                   "words a b",
		"schema a ":                 "words",
		"secret ":                   "words",
	} {
		a := Complete(k.Model, strings.Split(in, " "), values)
		got := string(a.Kind)
		for _, w := range a.Words {
			got += " " + w.Text
		}
		if got != want {
			t.Errorf("%q: got %s, want %s", in, got, want)
		}
	}
	if a := Complete(k.Model, nil, nil); len(a.Words) != 4 || a.Words[0].Help != "Serve." {
		t.Errorf("%+v", a)
	}
}

func TestReply(t *testing.T) {
	k, err := kong.New(&model{}, kong.Name("t"))
	if err != nil {
		t.Fatal(err)
	}
	values := Values{"code": func() []Word { return []Word{{"a:b", "A bill"}} }}
	for _, c := range []struct{ shell, words, want string }{
		{"bash", "serve --level = h", "words\nhigh\n"},
		{"bash", "serve --level =", "words\nlow\nhigh\n"},
		{"bash", "serve --server nats : //h : 4222 --level l", "words\nlow\n"},
		{"bash", "serve --server = nats : //h:1 --level l", "words\nlow\n"},
		{"bash", "send ", "files\n"},
		{"zsh", "serve --code ", "words\na\\:b:A bill\n"},
		{"fish", "serve --code ", "words\na:b\tA bill\n"},
	} {
		if got := Reply(k.Model, c.shell, strings.Split(c.words, " "), values); got != c.want {
			t.Errorf("%s %q: got %q, want %q", c.shell, c.words, got, c.want)
		}
	}
}
