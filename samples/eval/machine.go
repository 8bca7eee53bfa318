package main

import (
	"encoding/json"
	"fmt"
	"os"

	"noticed/samples/eval/grade"
	"noticed/samples/expect"
)

// machineDocument is one document of the results in JSON.
type machineDocument struct {
	File     string          `json:"file"`
	Medium   string          `json:"medium"`
	Design   string          `json:"design,omitempty"`
	Producer string          `json:"producer"`
	Damage   *expect.Damage  `json:"damage,omitempty"`
	Pages    int             `json:"pages"`
	Noticed  machineReading  `json:"noticed"`
	Baseline *machineReading `json:"baseline,omitempty"`
}

// machineReading is what one reader made of it.
type machineReading struct {
	Seconds float64        `json:"seconds"`
	Silent  int            `json:"silent"`
	Dead    string         `json:"dead,omitempty"`
	Notices []grade.Notice `json:"notices"`
	Mail    *grade.Mail    `json:"mail,omitempty"`
	Reasons []string       `json:"reasons,omitempty"`
	Misses  []grade.Miss   `json:"misses,omitempty"`
}

func machine(g graded) machineReading {
	m := machineReading{Seconds: g.took.Seconds(), Silent: g.verdict.Silent, Dead: g.verdict.Dead,
		Notices: append([]grade.Notice{}, g.verdict.Each...), Mail: g.verdict.Mail, Misses: g.verdict.Misses}
	for _, r := range g.verdict.Reasons {
		m.Reasons = append(m.Reasons, fmt.Sprintf("%s %s", r.Code, r.Field))
	}
	return m
}

// write puts the results into a file, in JSON.
func (r *report) write(name string) error {
	out := struct {
		Seed      uint64            `json:"seed"`
		Medium    string            `json:"medium"`
		Tamper    bool              `json:"tamper,omitempty"`
		Trouble   bool              `json:"trouble,omitempty"`
		Seconds   float64           `json:"seconds"`
		Documents []machineDocument `json:"documents"`
	}{Seed: r.o.seed, Medium: string(r.o.Medium), Tamper: r.o.Tamper, Trouble: r.o.Trouble, Seconds: r.took.Seconds()}
	for _, x := range r.results {
		t := x.doc.Truth
		d := machineDocument{File: t.File, Medium: t.Medium, Design: t.Design, Producer: t.Producer, Damage: t.Damage, Pages: t.Pages, Noticed: machine(x.noticed)}
		if x.baseline != nil {
			b := machine(*x.baseline)
			d.Baseline = &b
		}
		out.Documents = append(out.Documents, d)
	}
	text, err := json.MarshalIndent(out, "", " ")
	if err != nil {
		return fmt.Errorf("writing the results: %w", err)
	}
	if err := os.WriteFile(name, append(text, '\n'), 0o600); err != nil {
		return fmt.Errorf("writing the results: %w", err)
	}
	return nil
}
