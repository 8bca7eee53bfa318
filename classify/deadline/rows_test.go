package deadline_test

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"noticed"
	"noticed/classify/catalog"
	"noticed/classify/deadline"
)

func TestEveryRowHasARule(t *testing.T) {
	f, err := os.Open("../catalog/notices.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := catalog.Parse(f, "notices.csv", deadline.Known); err != nil {
		t.Error(err)
	}
	if deadline.Known("EH_LEVY_1Y") || deadline.Known("") {
		t.Error("a row may name a companion or nothing")
	}
}

// The schema of the table lists the rules that there are, for those who write
// rows of their own.
func TestTheSchemaListsTheRules(t *testing.T) {
	var table struct {
		Fields []struct {
			Name        string `json:"name"`
			Constraints struct {
				Enum []string `json:"enum"`
			} `json:"constraints"`
		} `json:"fields"`
	}
	if err := json.Unmarshal(catalog.Schema(), &table); err != nil {
		t.Fatal(err)
	}
	for _, f := range table.Fields {
		if f.Name == "response_rule" && !slices.Equal(slices.Sorted(slices.Values(f.Constraints.Enum)), deadline.Rules()) {
			t.Errorf("the schema has %v, there are %v", f.Constraints.Enum, deadline.Rules())
		}
	}
}

// A row of a firm is held to the rules that there are.
func TestAnOwnRowNamesARuleThatExists(t *testing.T) {
	const head = "code,aliases,title,audience,family,stage,response_rule,printed_deadline_expected,authority,hearing_rights,forms,usual_next,source,verification,reading\n"
	row := func(rule string) string {
		return head + "CP999,,Ours,both,other,," + rule + ",no,,none,,,ours,unverified,code\n"
	}
	for _, rule := range deadline.Rules() {
		if _, err := catalog.Overlay(catalog.Embedded(), strings.NewReader(row(rule)), "own.csv", deadline.Known); err != nil {
			t.Error(err)
		}
	}
	_, err := catalog.Overlay(catalog.Embedded(), strings.NewReader(row("EH_LEVY_1Y")), "own.csv", deadline.Known)
	if err == nil || err.Error() != `own.csv:2:25: rule "EH_LEVY_1Y" is not known` {
		t.Errorf("a companion's rule: %v", err)
	}
}

// For each of the notices: what is computed on an unverified row is an estimate
// and goes to review; on the others nothing is an estimate but by its rule.
func TestUnverifiedRowsYieldEstimates(t *testing.T) {
	notice := noticed.MustDate("2026-06-15")
	amount := noticed.Dollars(4200, 0)
	for _, e := range catalog.Embedded().Entries() {
		r := deadline.Compute(deadline.Input{
			Rule: e.Rule, Verified: e.Verified(), PrintedExpected: e.PrintedExpected,
			NoticeDate: &notice, Balance: &amount, LienFiled: &notice, Abroad: deadline.AbroadNo,
		})
		review := false
		for _, reason := range r.Reasons {
			review = review || reason.Code == noticed.ReasonEstimated
		}
		for _, d := range r.Deadlines {
			if d.Date == nil {
				continue
			}
			if !e.Verified() && (d.Basis != noticed.BasisEstimated || !review) {
				t.Errorf("%s (unverified): %s on %s is %s, review %v", e.Code, d.Action, d.Date, d.Basis, review)
			}
			if d.Basis == noticed.BasisPrinted {
				t.Errorf("%s: nothing was printed, but %s is %s", e.Code, d.Action, d.Basis)
			}
		}
	}
}
