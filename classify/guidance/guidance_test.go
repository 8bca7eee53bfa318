package guidance

import (
	"encoding/json"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"noticed"
	"noticed/classify/catalog"
	"noticed/classify/deadline"
)

func entry(t *testing.T, code string) catalog.Entry {
	t.Helper()
	e, ok := catalog.Embedded().Lookup(code)
	if !ok {
		t.Fatalf("%s is not in the catalogue", code)
	}
	return e
}

// The table and the catalogue fit: every row is for notices that exist, and no
// notice has two.
func TestTableFitsTheCatalogue(t *testing.T) {
	rows, err := parse(texts)
	if err != nil {
		t.Fatal(err)
	}
	known := map[[2]string]bool{}
	for _, e := range catalog.Embedded().Entries() {
		known[[2]string{e.Family, e.Rule}] = true
	}
	general, codes := map[[2]string]bool{}, map[string]bool{}
	for _, r := range rows {
		if len(r.Families) == 0 || len(r.Rules) == 0 || len(r.Source) == 0 {
			t.Errorf("a row without families, rules or source: %+v", r)
		}
		if len(r.Codes) == 0 && (r.Meaning == "" || len(r.NextSteps) == 0 || r.IfIgnored == "") {
			t.Errorf("%v %v: a text is missing", r.Families, r.Rules)
		}
		for _, family := range r.Families {
			for _, rule := range r.Rules {
				at := [2]string{family, rule}
				if !known[at] || !deadline.Known(rule) {
					t.Errorf("no notice of the catalogue is of family %s and rule %s", family, rule)
				}
				if len(r.Codes) > 0 {
					continue
				}
				if general[at] {
					t.Errorf("two rows are for %v", at)
				}
				general[at] = true
			}
		}
		for _, code := range r.Codes {
			e := entry(t, code)
			if !slices.Contains(r.Families, e.Family) || !slices.Contains(r.Rules, e.Rule) {
				t.Errorf("%s is of family %s and rule %s, not of %v and %v", code, e.Family, e.Rule, r.Families, r.Rules)
			}
			if !general[[2]string{e.Family, e.Rule}] {
				t.Errorf("%s stands before the row that it changes, or there is none", code)
			}
			if codes[code] {
				t.Errorf("two rows are for %s", code)
			}
			codes[code] = true
		}
	}
}

// aDay matches what looks like a day or a number of dollars: those belong to one
// notice.
var aDay = regexp.MustCompile(`\b(?:19|20)\d\d\b|\$|\b(?:January|February|March|April|June|July|August|September|October|November|December)\b`)

// The texts are sentences for a person, short ones, and name no day.
func TestTextsAreSentences(t *testing.T) {
	for _, r := range table() {
		for _, s := range slices.Concat([]string{r.Meaning, r.IfIgnored}, r.NextSteps) {
			switch {
			case s == "":
			case strings.TrimSpace(s) != s || !strings.HasSuffix(s, ".") || strings.Contains(s, "  "):
				t.Errorf("%q is no sentence", s)
			case len(s) > 330:
				t.Errorf("%q is long: %d bytes", s, len(s))
			case aDay.MatchString(s):
				t.Errorf("%q names a day or an amount", s)
			}
		}
		if len(r.NextSteps) > 5 {
			t.Errorf("%v %v: %d steps are too many to follow", r.Families, r.Rules, len(r.NextSteps))
		}
	}
}

// What the facts gathered cover has texts; what they do not has none made up.
func TestCoverage(t *testing.T) {
	cat := catalog.Embedded()
	for _, family := range []string{"balance_due", "reminder", "intent_to_levy", "final_levy_cdp", "deficiency", "lien_cdp"} {
		for _, e := range cat.Entries() {
			if e.Family != family {
				continue
			}
			if g := For(e); g == nil || g.Meaning == "" || len(g.NextSteps) == 0 || g.IfIgnored == "" || len(Source(e)) == 0 {
				t.Errorf("%s (%s, %s) has no text: %+v", e.Code, e.Family, e.Rule, g)
			}
		}
	}
	for _, code := range []string{
		"CP523", "CP523D", "L2975", "CP2000", "CP2030", "CP21A", "CP22A", "CP11", "CP12", "CP508C", "CP515", "CP59",
		"CP05", "L4464C", "CP07", "L5071C", "L4883C", "L5747C", "L6331C", "L1153", "L525", "L3193", "L105C",
	} {
		if g := For(entry(t, code)); g == nil || g.Meaning == "" || len(g.NextSteps) == 0 || g.IfIgnored == "" {
			t.Errorf("%s has no text: %+v", code, g)
		}
	}
	for code, next := range map[string]string{"CP522": "CP523", "L566": "L525", "CP566": "CP567"} {
		want := &noticed.Guidance{UsualNext: next}
		if got := For(entry(t, code)); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %+v, want nothing but what usually comes next", code, got)
		}
	}
	for _, code := range []string{"CP49", "CP575", "CP21B"} {
		if got := For(entry(t, code)); got != nil || Source(entry(t, code)) != nil {
			t.Errorf("%s: got %+v from %v, want nothing", code, got, Source(entry(t, code)))
		}
	}
}

// What costs a right if it is told wrongly.
func TestWhatMustBeSaid(t *testing.T) {
	for code, want := range map[string][]string{
		"LT11":    {"address that the notice gives for hearing requests, not to the one for payments", "Form 12153", "no delay for paying", "although something had been arranged"},
		"L1058":   {"address that the notice gives for hearing requests, not to the one for payments", "equivalent hearing"},
		"CP90":    {"Form 12153", "The final notice before a levy"},
		"CP92":    {"levied already", "not to the one for payments"},
		"CP504":   {"It opens no hearing", "Form 9423"},
		"CP504B":  {"It opens no hearing", "federal contractors"},
		"L3172":   {"the clock starts from the filing, not from the date of the letter", "Form 668(Y)(c)", "not to the one for payments"},
		"CP523":   {"no Collection Due Process hearing", "Cure it"},
		"CP2000":  {"Not a bill", "A notice of deficiency follows"},
		"CP3219A": {"do not move the last day", "the waiver that comes with the notice"},
		"CP3219N": {"a year without a return", "do not move the last day"},
		"CP11":    {"Two clocks", "ask the IRS in time to take it back"},
		"CP05":    {"Wait.", "60 days from the notice date", "no deadline"},
		"L5071C":  {"No right ends with the 30 days"},
		"L1153":   {"The number on the letter is that of the business"},
	} {
		g := For(entry(t, code))
		all := strings.Join(slices.Concat([]string{g.Meaning, g.IfIgnored}, g.NextSteps), "\n")
		for _, s := range want {
			if !strings.Contains(all, s) {
				t.Errorf("%s does not say %q:\n%s", code, s, all)
			}
		}
	}
	for _, e := range catalog.Embedded().Entries() {
		g := For(e)
		if g == nil || e.HearingRights == catalog.RightsCDP {
			continue
		}
		if s := strings.Join(g.NextSteps, "\n"); strings.Contains(s, "12153") {
			t.Errorf("%s opens no Collection Due Process hearing, and its steps send Form 12153:\n%s", e.Code, s)
		}
	}
}

// A firm's own row that makes something else of a code loses the text of it; one
// of a known family and rule has theirs.
func TestRowsOfAFirm(t *testing.T) {
	e := entry(t, "CP504")
	e.Family, e.Rule, e.UsualNext, e.ComesAfter = "info", "NONE", "", ""
	if g := For(e); g != nil {
		t.Errorf("the text of CP504 stands for another notice: %+v", g)
	}
	own := catalog.Entry{Code: "CP999", Family: "reminder", Rule: "PAY_PRINTED"}
	if g := For(own); g == nil || g.Meaning == "" {
		t.Errorf("a reminder of a firm's own row has no text: %+v", g)
	}
}

// The caller may change what it was given.
func TestForGivesACopy(t *testing.T) {
	e := entry(t, "LT11")
	For(e).NextSteps[0], Source(e)[0] = "", ""
	if For(e).NextSteps[0] == "" || Source(e)[0] == "" {
		t.Error("the table was changed through a copy")
	}
}

// The example of the contract shows what the program says.
func TestExampleOfTheContract(t *testing.T) {
	data, err := os.ReadFile("../../deploy/schema/examples/assessment.lt11.json")
	if err != nil {
		t.Fatal(err)
	}
	var a noticed.Assessment
	if err := json.Unmarshal(data, &a); err != nil {
		t.Fatal(err)
	}
	if want := For(entry(t, "LT11")); !reflect.DeepEqual(a.Guidance, want) {
		got, _ := json.MarshalIndent(want, "  ", "  ")
		t.Errorf("the example has another guidance; it is\n  \"guidance\": %s,", got)
	}
}

func TestParseRefusesWhatItDoesNotKnow(t *testing.T) {
	for _, bad := range []string{`{}`, `[{"family": "reminder"}]`, `[`} {
		if _, err := parse([]byte(bad)); err == nil {
			t.Errorf("%s passed", bad)
		}
	}
}
