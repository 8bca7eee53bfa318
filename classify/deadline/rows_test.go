package deadline_test

import (
	"os"
	"path/filepath"
	"regexp"
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

// Codes live in the catalogue, rules in the rule table: none stands in source.
func TestNoNoticeCodeInSource(t *testing.T) {
	code := regexp.MustCompile(`\b[A-Z]{1,2}[0-9]{2,4}[A-Z]{0,2}\b`)
	checked := 0
	for _, dir := range []string{".", "../catalog"} {
		files, err := filepath.Glob(filepath.Join(dir, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			src, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			checked++
			for _, word := range code.FindAllString(string(src), -1) {
				if _, ok := catalog.Embedded().Lookup(word); ok {
					t.Errorf("%s names %s", name, word)
				}
			}
		}
	}
	if checked < 10 {
		t.Errorf("only %d files were checked", checked)
	}
}
