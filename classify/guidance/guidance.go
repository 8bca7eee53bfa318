package guidance

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
	"sync"

	"noticed"
	"noticed/classify/catalog"
)

// Disclaimer says what the texts are.
const Disclaimer = "general information, not legal or tax advice"

//go:embed texts.json
var texts []byte

// row is what the table says of the notices of some families and rules, or of
// some codes among them. In a row for codes a text that is absent is that of the
// row for their family and rule.
type row struct {
	Families  []string `json:"families"`
	Rules     []string `json:"rules"`
	Codes     []string `json:"codes,omitempty"`
	Meaning   string   `json:"meaning,omitempty"`
	NextSteps []string `json:"next_steps,omitempty"`
	IfIgnored string   `json:"if_ignored,omitempty"`
	Source    []string `json:"source"`
}

var table = sync.OnceValue(func() []row {
	rows, err := parse(texts)
	if err != nil {
		panic(fmt.Sprintf("reading the embedded texts: %v", err)) // a test parses them
	}
	return rows
})

func parse(data []byte) ([]row, error) {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	var rows []row
	if err := d.Decode(&rows); err != nil {
		return nil, fmt.Errorf("parsing texts.json: %w", err)
	}
	return rows, nil
}

// For returns what is known of the notice: the texts of its row, and what
// usually comes before and after it by the catalogue. It is nil if neither is
// known; the texts are empty if only what comes before or after is.
func For(e catalog.Entry) *noticed.Guidance {
	r := find(e)
	if r.Meaning == "" && e.ComesAfter == "" && e.UsualNext == "" {
		return nil
	}
	return &noticed.Guidance{
		Meaning: r.Meaning, NextSteps: slices.Clone(r.NextSteps), IfIgnored: r.IfIgnored,
		ComesAfter: e.ComesAfter, UsualNext: e.UsualNext,
	}
}

// Source returns what the texts for the notice rest on, none if there are none.
func Source(e catalog.Entry) []string { return slices.Clone(find(e).Source) }

// find puts together what the table says of the notice. A firm's own row of the
// catalogue that gives a code another family or rule loses what the table says
// of the code.
func find(e catalog.Entry) row {
	var general, own row
	for _, r := range table() {
		switch {
		case !slices.Contains(r.Families, e.Family) || !slices.Contains(r.Rules, e.Rule):
		case len(r.Codes) == 0:
			general = r
		case slices.Contains(r.Codes, e.Code):
			own = r
		}
	}
	if own.Meaning != "" {
		general.Meaning = own.Meaning
	}
	if len(own.NextSteps) > 0 {
		general.NextSteps = own.NextSteps
	}
	if own.IfIgnored != "" {
		general.IfIgnored = own.IfIgnored
	}
	general.Source = append(slices.Clone(general.Source), own.Source...)
	return general
}
