package noticed_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/jsonschema-go/jsonschema"

	"noticed"
)

func resolve(t *testing.T, schema []byte) *jsonschema.Resolved {
	t.Helper()
	var s jsonschema.Schema
	if err := json.Unmarshal(schema, &s); err != nil {
		t.Fatal(err)
	}
	r, err := s.Resolve(nil)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func validate(t *testing.T, schema *jsonschema.Resolved, document []byte) error {
	t.Helper()
	var v any
	if err := json.Unmarshal(document, &v); err != nil {
		t.Fatal(err)
	}
	return schema.Validate(v)
}

// Every example is what the schema promises and what the Go types hold: nothing
// in it is unknown to them, and nothing is lost on the way through them.
func TestExamplesKeepTheContract(t *testing.T) {
	examples, err := filepath.Glob("deploy/schema/examples/*.json")
	if err != nil || len(examples) < 5 {
		t.Fatalf("examples: %v (%v)", examples, err)
	}
	for _, path := range examples {
		example, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		schema, into := noticed.SchemaOfAssessment(), any(new(noticed.Assessment))
		if strings.HasPrefix(filepath.Base(path), "receipt.") {
			schema, into = noticed.SchemaOfReceipt(), new(noticed.Receipt)
		}
		if err := validate(t, resolve(t, schema), example); err != nil {
			t.Errorf("%s: %v", path, err)
		}
		strict := json.NewDecoder(bytes.NewReader(example))
		strict.DisallowUnknownFields()
		if err := strict.Decode(into); err != nil {
			t.Errorf("%s: %v", path, err)
		}
		again, err := json.MarshalIndent(into, "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		var lost bytes.Buffer
		if err := json.Indent(&lost, example, "", "  "); err != nil {
			t.Fatal(err)
		}
		if got, want := string(again)+"\n", lost.String(); got != want {
			t.Errorf("%s went through the Go types and came out as\n%s", path, got)
		}
	}
}

// What an assessment leaves empty is still valid: no list turns into null.
func TestZeroValuesKeepTheContract(t *testing.T) {
	a := noticed.Assessment{
		Schema: noticed.AssessmentSchema, Kind: noticed.KindNotice,
		Document:   noticed.Document{SHA256: strings.Repeat("0", 64)},
		Notice:     &noticed.Notice{},
		NoticeDate: &noticed.DateField{Value: noticed.MustDate("2026-06-01")},
		Taxpayer:   &noticed.Taxpayer{},
		Balance:    &noticed.Balance{Kind: noticed.BalanceNone},
		Addresses:  []noticed.Address{{Role: noticed.AddressReply}},
		Deadlines: []noticed.Deadline{{
			Action: noticed.ActPay, Basis: noticed.BasisPrinted,
			Nature: noticed.NatureAdministrative, IfMissed: noticed.MissedNone,
		}},
		Guidance: &noticed.Guidance{},
	}
	r := noticed.Receipt{Schema: noticed.ReceiptSchema, Document: a.Document, Ended: noticed.EndedDead}
	for _, c := range []struct {
		schema []byte
		value  any
	}{{noticed.SchemaOfAssessment(), a}, {noticed.SchemaOfReceipt(), r}} {
		b, err := json.Marshal(c.value)
		if err != nil {
			t.Fatal(err)
		}
		if err := validate(t, resolve(t, c.schema), b); err != nil {
			t.Errorf("%s: %v", b, err)
		}
	}
}

// The schema refuses what a careless writer in another language might send.
func TestSchemaRefuses(t *testing.T) {
	example, err := os.ReadFile("deploy/schema/examples/assessment.lt11.json")
	if err != nil {
		t.Fatal(err)
	}
	schema := resolve(t, noticed.SchemaOfAssessment())
	for name, change := range map[string][2]string{
		"money as a number":      {`"value": "9533.53"`, `"value": 9533.53`},
		"money with grouping":    {`"value": "9533.53"`, `"value": "9,533.53"`},
		"a date as print has it": {`"value": "2026-06-01"`, `"value": "June 1, 2026"`},
		"an act nobody knows":    {`"action": "request_cdp_hearing"`, `"action": "request_cdp_hearng"`},
		"a kind nobody knows":    {`"kind": "irs_notice"`, `"kind": "notice"`},
		"a list that is null":    {`"printed_dates": []`, `"printed_dates": null`},
		"another schema":         {`"noticed.assessment/v1"`, `"noticed.assessment/v2"`},
		"a short hash":           {`"sha256": "5f2c`, `"sha256": "5f`},
		"no review":              {`"review": {`, `"re-view": {`},
		"a box of pixels":        {`0.62,`, `1054,`},
		"more than certain":      {`"confidence": 0.999`, `"confidence": 99.9`},
	} {
		changed := strings.Replace(string(example), change[0], change[1], 1)
		if changed == string(example) {
			t.Fatalf("%s: %q is not in the example", name, change[0])
		}
		if err := validate(t, schema, []byte(changed)); err == nil {
			t.Errorf("%s passed", name)
		}
	}
}
