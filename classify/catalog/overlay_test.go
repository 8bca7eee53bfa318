package catalog

import (
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
)

func lay(rows string) (*Catalog, error) {
	return Overlay(Embedded(), strings.NewReader(header+rows), "/etc/noticed/acme.csv", func(rule string) bool { return rule != "NO_SUCH" })
}

// own is a row of a firm: code, aliases and rule as given.
func own(code, aliases, rule, next string) string {
	return code + "," + aliases + ",Our own,both,other,," + rule + ",no,,none,," + next + ",our file,listed,code\n"
}

func TestOverlayReplacesAndAdds(t *testing.T) {
	c, err := lay("# ours\n" + own("CP501", "CP 501|Notice CP501|CP501X", "PAY_PRINTED", "CP999") + own("CP999", "CP 999|999", "NONE", "CP504"))
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Entries()) != 258 || len(Embedded().Entries()) != 257 {
		t.Fatalf("%d rows laid over %d", len(c.Entries()), len(Embedded().Entries()))
	}
	for printed, want := range map[string]string{"CP 501": "CP501", "CP501x": "CP501", "cp-999": "CP999", "999": "CP999", "CP14": "CP14"} {
		e, ok := c.Resolve(printed).One()
		if !ok || e.Code != want || (e.Title == "Our own") != (want != "CP14") {
			t.Errorf("%q resolves to %+v", printed, e)
		}
	}
	if m := Embedded().Resolve("CP999"); len(m.Entries) != 0 {
		t.Error("the embedded catalogue was changed")
	}
	near := c.Near("CP99q")
	if len(near) == 0 || near[0].Entry.Code != "CP999" {
		t.Errorf("near CP99q: %+v", near)
	}
	if e, _ := c.Lookup("CP999"); e.ComesAfter != "CP501" {
		t.Errorf("CP999 comes after %q", e.ComesAfter)
	}
	if e, _ := Embedded().Lookup("CP501"); e.Title == "Our own" || e.ComesAfter != "CP14" {
		t.Errorf("the embedded row is now %+v", e)
	}
	if c.Entries()[0].Code != Embedded().Entries()[0].Code || c.Entries()[257].Code != "CP999" {
		t.Error("the order of the table was not kept")
	}
}

func TestOverlayTheVersionSaysWhichFile(t *testing.T) {
	versions := map[string]bool{}
	for _, rows := range []string{"", own("CP999", "", "NONE", ""), own("CP999", "CP 999", "NONE", "")} {
		c, err := lay(rows)
		if err != nil {
			t.Fatal(err)
		}
		if !regexp.MustCompile(`^2026-11\+acme\.[0-9a-f]{8}$`).MatchString(c.Version()) {
			t.Errorf("version %q", c.Version())
		}
		versions[c.Version()] = true
	}
	if len(versions) != 3 {
		t.Errorf("three files have the versions %v", versions)
	}
	for name, want := range map[string]string{"acme.csv": "acme", `C:\lists\our rows.csv`: "our-rows", "": "overlay", "x.": "x", "é/ü.csv": "-", "a.b.csv": "a-b"} {
		if got := plain(name); got != want {
			t.Errorf("%q gives %q, want %q", name, got, want)
		}
	}
}

// The whole table laid over itself changes nothing: what it leaves ambiguous is
// no mistake of a firm that copies a row.
func TestOverlayTakesCopiesOfRows(t *testing.T) {
	c, err := Overlay(Embedded(), strings.NewReader(string(notices)), "copy.csv", nil)
	if err != nil {
		t.Fatal(err)
	}
	for i, e := range c.Entries() {
		was := Embedded().Entries()[i]
		if e.Code != was.Code || e.ComesAfter != was.ComesAfter || e.Stage != was.Stage || e.ReadInFull != was.ReadInFull {
			t.Errorf("%+v was %+v", e, was)
		}
		for _, form := range append(e.Aliases, e.Code) {
			if got, want := codes(c.Resolve(form).Entries), codes(Embedded().Resolve(form).Entries); got != want {
				t.Errorf("%q resolves to %q, was %q", form, got, want)
			}
		}
	}
	// and so does a row alone: each one with an ambiguous form, and some others
	lines := strings.SplitAfter(string(notices), "\n")
	alone := 0
	for i, e := range Embedded().Entries() {
		ambiguous := slices.ContainsFunc(e.Aliases, func(a string) bool { return Embedded().Resolve(a).Ambiguous() })
		if !ambiguous && i%32 != 0 {
			continue
		}
		alone++
		if _, err := Overlay(Embedded(), strings.NewReader(lines[0]+lines[i+1]), "copy.csv", nil); err != nil {
			t.Error(err)
		}
	}
	if alone < 12 {
		t.Errorf("only %d rows alone", alone)
	}
}

func TestOverlayTakesWhatSpreadsheetsWrite(t *testing.T) {
	in := "\ufeff" + strings.ReplaceAll(header+own("CP999", "CP 999", "NONE", ""), "\n", "\r\n")
	c, err := Overlay(Embedded(), strings.NewReader(in), "acme.csv", nil)
	if err != nil {
		t.Fatal(err)
	}
	if e, ok := c.Resolve("CP 999").One(); !ok || e.Verification != VerificationListed || e.ReadInFull {
		t.Errorf("%+v", e)
	}
}

func TestOverlayRefusesWithLineColumnAndReason(t *testing.T) {
	for name, test := range map[string]struct{ rows, want string }{
		"unknown rule":             {own("CP999", "", "NO_SUCH", ""), `acme.csv:2:28: rule "NO_SUCH" is not known`},
		"code twice":               {own("CP999", "", "NONE", "") + own("CP999", "", "NONE", ""), "acme.csv:3:1: code CP999 stands on line 2 already"},
		"alias of two own rows":    {own("CP998", "Bill 99", "NONE", "") + own("CP999", "BILL-99", "NONE", ""), `acme.csv:3:7: alias "BILL-99" of CP999 also names CP998, the code on line 2`},
		"alias of a row below":     {own("CP999", "LTR 525", "NONE", ""), `acme.csv:2:7: alias "LTR 525" of CP999 is the code of a notice in the catalogue 2026-11`},
		"bare alias of a letter":   {own("CP999", "1058", "NONE", ""), `acme.csv:2:7: alias "1058" of CP999 also names L1058, the code of a notice in the catalogue 2026-11`},
		"LT form of a letter":      {own("CP999", "LT 1058", "NONE", ""), `acme.csv:2:7: alias "LT 1058" of CP999 also names L1058`},
		"code is an alias below":   {own("LT1058", "", "NONE", ""), `acme.csv:2:1: code "LT1058" of LT1058 also names L1058`},
		"alias is a code below":    {own("CP999", "CP-14", "NONE", ""), `acme.csv:2:7: alias "CP-14" of CP999 is the code of a notice in the catalogue 2026-11`},
		"alias is an own code":     {own("CP998", "CP 999", "NONE", "") + own("CP999", "", "NONE", ""), `acme.csv:2:7: alias "CP 999" of CP998 is the code on line 3`},
		"two codes and a slash":    {own("CP999", "CP999/CP14", "NONE", ""), `acme.csv:2:7: alias "CP999/CP14" of CP999 also names CP14`},
		"slash, own rows":          {own("CP998", "CP998/999", "NONE", "") + own("CP999", "", "NONE", ""), `acme.csv:2:7: alias "CP998/999" of CP998 also names CP999, the code on line 3`},
		"replaced row, new clash":  {own("CP501", "CP 501|9999X|525", "PAY_PRINTED", "CP503"), `acme.csv:2:7: alias "525" of CP501 also names L525`},
		"bad family":               {strings.Replace(own("CP999", "", "NONE", ""), ",other,", ",bills,", 1), `acme.csv:2:21: family "bills" is not known`},
		"bad audience":             {strings.Replace(own("CP999", "", "NONE", ""), ",both,", ",all,", 1), `acme.csv:2:16: audience "all" is not one of`},
		"next is no code":          {own("CP999", "", "NONE", "CP998"), `usual_next "CP998" is neither a code of this catalogue nor LEVY`},
		"next is itself":           {own("CP999", "", "NONE", "CP999"), "usual_next leads back to CP999: CP999 → CP999"},
		"round through the table":  {own("LT11", "LT 11", "CDP_LEVY_30", "CP14"), "usual_next leads back to LT11: LT11 → CP14 → CP501 → CP503 → CP504 → LT11"},
		"round through own rows":   {own("CP998", "", "NONE", "CP999") + own("CP999", "", "NONE", "CP998"), "acme.csv:3:43: usual_next leads back to CP999: CP999 → CP998 → CP999"},
		"more than is read":        {strings.Replace(own("CP999", "", "NONE", ""), ",code\n", ",full\n", 1), "this program does not read CP999 in full, write code"},
		"spreadsheet's semicolons": {"", ""},
	} {
		t.Run(name, func(t *testing.T) {
			c, err := lay(test.rows)
			if name == "spreadsheet's semicolons" {
				c, err = Overlay(Embedded(), strings.NewReader(strings.ReplaceAll(header, ",", ";")), "acme.csv", nil)
				test.want = "acme.csv:1:1: the header must be code,aliases,"
			}
			if err == nil || c != nil || !strings.Contains(err.Error(), test.want) {
				t.Fatalf("got %v, want %q", err, test.want)
			}
			var at *Error
			if strings.Contains(err.Error(), "\n") || !errors.As(err, &at) || at.Line < 1 || at.Column < 1 {
				t.Errorf("not one mistake with its place: %v", err)
			}
		})
	}
	if _, err := Overlay(Embedded(), io.MultiReader(strings.NewReader(header), iotest.ErrReader(io.ErrUnexpectedEOF)), "acme.csv", nil); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("half a file: %v", err)
	}
}

func FuzzOverlay(f *testing.F) {
	f.Add("")
	f.Add(own("CP999", "CP 999|999/1", "NONE", "CP14"))
	f.Add(own("CP501", "CP14/CP15|/|//", "NONE", "CP501") + own("CP14", "(SP)1", "NONE", "CP501"))
	f.Fuzz(func(t *testing.T, rows string) {
		c, err := lay(rows)
		if (c == nil) == (err == nil) {
			t.Fatalf("catalogue %v with error %v", c, err)
		}
		if err != nil {
			return
		}
		for _, e := range c.Entries() {
			below, isBelow := Embedded().Lookup(e.Code)
			if m := c.Resolve(e.Code); !isBelow && codes(m.Entries) != e.Code {
				t.Fatalf("%q resolves to %q", e.Code, codes(m.Entries))
			}
			if isBelow && below.Title == e.Title && codes(c.Resolve(e.Code).Entries) != codes(Embedded().Resolve(e.Code).Entries) {
				t.Fatalf("%q resolves to %q now", e.Code, codes(c.Resolve(e.Code).Entries))
			}
			c.Timeline(e.Code)
		}
	})
}
