package profile

import (
	"strings"
	"testing"

	"noticed/classify/catalog"
)

// A notice is read in full by its profile: the catalogue promises what this table
// holds, and no more.
func TestTheCatalogueAndTheProfilesAgree(t *testing.T) {
	for _, e := range catalog.Embedded().Entries() {
		if _, ok := Of(e.Code); ok != e.ReadInFull {
			t.Errorf("%s: the catalogue says read in full: %v, there is a profile: %v", e.Code, e.ReadInFull, ok)
		}
	}
	for _, c := range Codes() {
		if _, ok := catalog.Embedded().Lookup(c); !ok {
			t.Errorf("the profile %s is of no notice in the catalogue", c)
		}
	}
}

func TestMistakesInTheTableAreFound(t *testing.T) {
	head := strings.Join(columns, ",") + "\n"
	for name, tt := range map[string]struct{ text, want string }{
		"no header":       {"CP1,due,must,one,must,own\n", "the header must be"},
		"unknown money":   {head + "CP1,dollars,must,one,must,own\n", `money "dollars" is not one of`},
		"unknown periods": {head + "CP1,due,must,two,must,own\n", `periods "two" is not one of`},
		"twice":           {head + strings.Repeat("CP1,due,must,one,must,own\n", 2), "CP1 stands twice"},
		"a column short":  {head + "CP1,due,must,one\n", "wrong number of fields"},
	} {
		if _, err := parse([]byte(tt.text)); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got %v, want %q", name, err, tt.want)
		}
	}
}
