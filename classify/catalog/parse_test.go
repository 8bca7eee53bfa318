package catalog

import (
	"errors"
	"os"
	"strings"
	"testing"
)

const header = "code,aliases,title,audience,family,stage,response_rule,printed_deadline_expected,authority,hearing_rights,forms,usual_next,source,verification,reading\n"

const good = "CP14,CP 14|Notice CP14,First bill,individual,balance_due,1,PAY,yes,IRC 6303;6601,none,9465,LEVY,page,verified,full\n"

func parse(s string) (*Catalog, error) {
	return Parse(strings.NewReader(s), "own.csv", func(rule string) bool { return rule == "PAY" })
}

func TestParse(t *testing.T) {
	c, err := parse("# our own rows\n" + header + good)
	if err != nil {
		t.Fatal(err)
	}
	e, ok := c.Lookup("CP14")
	if !ok || e.Stage != 1 || len(e.Aliases) != 2 || len(e.Authority) != 2 || !e.ReadInFull || c.Version() != "" {
		t.Errorf("%+v", e)
	}
}

func TestParseRefusesWithLineColumnAndReason(t *testing.T) {
	swap := func(was, is string) string { return header + strings.Replace(good, was, is, 1) }
	for name, test := range map[string]struct{ in, want string }{
		"empty":            {"", "own.csv:1:1: the catalogue is empty"},
		"header":           {"code,title\n", "own.csv:1:1: the header must be code,"},
		"columns":          {header + "CP14,CP 14\n", "own.csv:2:1: the row has 2 columns, it must have 15"},
		"quote":            {header + "CP14,\"CP 14\n", "own.csv:2:"},
		"code":             {swap("CP14,", "cp14,"), `own.csv:2:1: code "cp14" is not a code`},
		"no code":          {swap("CP14,", ","), `own.csv:2:1: code "" is not a code`},
		"code twice":       {header + good + good, "own.csv:3:1: code CP14 stands on line 2 already"},
		"alias":            {swap("CP 14|", "Bill|"), `own.csv:2:6: alias "Bill" holds no number`},
		"alias of another": {header + good + strings.Replace(good, "CP14,CP 14|Notice CP14", "CP15,Notice CP-14", 1), `own.csv:3:6: alias "Notice CP-14" of CP15 is the code on line 2`},
		"title":            {swap("First bill", ""), "own.csv:2:24: the title is empty"},
		"audience":         {swap("individual", "people"), `own.csv:2:35: audience "people" is not one of individual, business, both`},
		"family":           {swap("balance_due", "bills"), `own.csv:2:46: family "bills" is not known`},
		"stage":            {swap(",1,", ",one,"), `own.csv:2:58: stage "one" is not a number from 0 to 9`},
		"stage below":      {swap(",1,", ",-1,"), `own.csv:2:58: stage "-1" is not a number from 0 to 9`},
		"rule":             {swap("PAY", "PAYY"), `own.csv:2:60: rule "PAYY" is not known`},
		"printed":          {swap("yes", "maybe"), `own.csv:2:64: printed_deadline_expected "maybe" is not one of yes, no`},
		"rights":           {swap("none", "nones"), `own.csv:2:82: hearing_rights "nones" is not one of`},
		"next":             {swap("LEVY", "CP501"), `own.csv:2:92: usual_next "CP501" is neither a code of this catalogue nor LEVY`},
		"verification":     {swap("verified", "sure"), `own.csv:2:102: verification "sure" is not one of`},
		"reading":          {swap("full", "some"), `own.csv:2:111: reading "some" is not one of full, code`},
		"space":            {swap("First bill", " First bill"), `own.csv:2:24: title " First bill" begins or ends with a space`},
	} {
		t.Run(name, func(t *testing.T) {
			c, err := parse(test.in)
			if err == nil || c != nil || !strings.Contains(err.Error(), test.want) {
				t.Fatalf("got %v, %v, want %q", c, err, test.want)
			}
			var at *Error
			if !errors.As(err, &at) || at.Name != "own.csv" || at.Line < 1 || at.Column < 1 {
				t.Errorf("the error does not say where: %+v", at)
			}
		})
	}
}

func TestParseReportsEveryMistakeAtOnce(t *testing.T) {
	_, err := parse(header + strings.NewReplacer("PAY", "NO", "individual", "people").Replace(good) + "x\n")
	if err == nil || strings.Count(err.Error(), "\n") != 2 {
		t.Errorf("want three mistakes, got %v", err)
	}
	_, err = parse(header + strings.Replace(good, "LEVY", "CP501", 1) + strings.Replace(good, "CP14,", "cp15,", 1))
	if lines := strings.Split(err.Error(), "\n"); len(lines) != 4 || !strings.HasPrefix(lines[0], "own.csv:2:92: ") || !strings.HasPrefix(lines[1], "own.csv:3:1: ") {
		t.Errorf("not in the order of the file: %v", err)
	}
}

func TestASharedAliasIsAmbiguousNotAMistake(t *testing.T) {
	second := strings.Replace(good, "CP14,CP 14|Notice CP14", "CP15,CP 15|14-F", 1)
	c, err := parse(header + strings.Replace(good, "|Notice CP14", "|14F", 1) + second)
	if err != nil {
		t.Fatal(err)
	}
	if m := c.Resolve("14 f"); !m.Ambiguous() || !m.Bare {
		t.Errorf("%+v", m)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("")
	f.Add(header + good)
	f.Add(header + good + good)
	f.Add(header + strings.Replace(good, "CP 14", "CP14/CP15|/|(SP)", 1))
	f.Add("# note\n" + header + "\"CP14\n")
	table, err := os.ReadFile("notices.csv")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(table[:4000]))
	f.Fuzz(func(t *testing.T, in string) {
		c, err := Parse(strings.NewReader(in), "fuzz.csv", nil)
		if (c == nil) == (err == nil) {
			t.Fatalf("catalogue %v with error %v", c, err)
		}
		if err != nil {
			return
		}
		for _, e := range c.Entries() {
			if got, ok := c.Lookup(e.Code); !ok || got.Code != e.Code {
				t.Fatalf("%q is not found by its own code", e.Code)
			}
			if m := c.Resolve(e.Code); len(m.Entries) == 0 {
				t.Fatalf("%q does not resolve", e.Code)
			}
			for _, a := range e.Aliases {
				c.Resolve(a)
				c.Near(a)
			}
		}
	})
}
