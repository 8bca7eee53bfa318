package man

import (
	"regexp"
	"strings"
	"testing"

	"github.com/alecthomas/kong"

	"noticed/cmd/noticed/settings"
)

type model struct {
	Send struct {
		Code  string   `required:"" placeholder:"CODE" help:"Whose 'code'."`
		Port  int      `env:"T_PORT" default:"1" group:"Server:" help:".hidden \\ and -1."`
		Quiet bool     `short:"q" negatable:"" help:"Say nothing."`
		Paths []string `arg:"" name:"path" help:"What to send."`
	} `cmd:"" help:"Send files."`
	Book struct {
		Show struct{} `cmd:"" help:"Show it."`
		Burn struct {
			What string `arg:"" optional:"" help:"Which."`
		} `cmd:"" help:"Burn it."`
	} `cmd:"" help:"Books."`
	Secret struct{} `cmd:"" hidden:""`
}

const help = `t sends things. It does no more.

Exit codes:

    0  done
    1  not done`

func pages(t *testing.T) map[string]string {
	t.Helper()
	k, err := kong.New(&model{}, kong.Name("t"), kong.Description(help))
	if err != nil {
		t.Fatal(err)
	}
	all, err := settings.Of(k.Model, nil)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, p := range (Book{k.Model, "1.2", all, "t.yaml", "It is a file.\n\nAnd so on."}).Pages() {
		files[p.File()] = p.Text
	}
	return files
}

func TestPages(t *testing.T) {
	files := pages(t)
	for file, want := range map[string][]string{
		"man1/t.1": {
			`.TH T 1 "" "t 1.2" "t manual"`, ".SH NAME\nt \\- sends things\n", "\\fBt\\-send\\fR(1)\nSend files.", ".SH EXIT CODES\n.RS 4\n.nf\n0  done\n1  not done\n.fi\n.RE\n", "\\fB\\-\\-help\\fR",
		},
		"man1/t-send.1": {
			"\\fBt send\\fR \\fB\\-\\-code\\fR \\fICODE\\fR [\\fIflags\\fR] \\fIPATH\\fR...\n",
			"Whose \\(aqcode\\(aq.", ".SS Server\n", "\\fB\\-\\-port\\fR=\\fIPORT\\fR\n\\&.hidden \\e and \\-1. Default: 1. Variable: T_PORT.\n",
			"\\fB\\-q\\fR, \\fB\\-\\-quiet\\fR, \\fB\\-\\-no\\-quiet\\fR\n",
		},
		"man1/t-book.1": {".SH T BOOK SHOW\nShow it.", ".SH T BOOK BURN\n", "[\\fIWHAT\\fR]"},
		"man5/t.yaml.5": {"It is a file.\n.PP\nAnd so on.\n", ".SH SERVER\n", "\\fBport:\\fR\n"},
	} {
		for _, w := range want {
			if !strings.Contains(files[file], w) {
				t.Errorf("%s has no %q:\n%s", file, w, files[file])
			}
		}
	}
	if len(files) != 4 {
		t.Errorf("%d pages", len(files))
	}
}

// What is not meant as a request is none.
func TestOnlyKnownRequests(t *testing.T) {
	known := regexp.MustCompile(`^\.(TH|SH|SS|PP|TP|RS|RE|nf|fi)\b`)
	for file, text := range pages(t) {
		for l := range strings.Lines(text) {
			if strings.HasPrefix(l, ".") && !known.MatchString(l) || strings.HasPrefix(l, "'") {
				t.Errorf("%s: %s", file, l)
			}
		}
	}
}
