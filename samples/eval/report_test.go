package main

import (
	"bytes"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"noticed"
	"noticed/samples"
	"noticed/samples/eval/grade"
	"noticed/samples/expect"
)

// gathered is a report of four notices, one of them silently wrong, one wrong
// and in review, one right and in review, and of one bank letter.
func gathered() *report {
	r := newReport(options{Options: samples.Options{Medium: samples.Mixed}, seed: 7})
	notice := func(i int, n grade.Notice, damage *expect.Damage) {
		v := grade.Verdict{Notices: 1, Wrong: map[grade.Field]int{}, Each: []grade.Notice{n}}
		for _, f := range n.Wrong {
			v.Wrong[f]++
			v.Misses = append(v.Misses, grade.Miss{Field: f, Want: "this", Got: "that"})
		}
		if n.Reviewed {
			v.Reviewed = 1
			v.Reasons = []noticed.Reason{{Code: noticed.ReasonWeak, Field: noticed.FieldBalance, Message: "a weak reading"}}
		}
		if n.Silent {
			v.Silent = 1
		}
		truth := expect.Document{File: n.Code + ".pdf", Index: i, Medium: "text", Producer: "a printer", Design: "block", Pages: 2, Damage: damage}
		if damage != nil {
			truth.Medium = "g4"
		}
		r.add(result{doc: samples.Document{Truth: truth}, noticed: graded{v, 2 * time.Second}})
	}
	sure := func(v float64, right bool) []grade.Confidence {
		return []grade.Confidence{{Field: grade.Balance, Value: v, Right: right}}
	}
	notice(0, grade.Notice{Code: "CP14", Confidence: sure(1, true)}, nil)
	notice(1, grade.Notice{Code: "CP14", Wrong: []grade.Field{grade.Balance}, Silent: true, Confidence: sure(0.96, false)}, nil)
	notice(2, grade.Notice{Code: "LT11", Wrong: []grade.Field{grade.Date}, Reviewed: true, Confidence: sure(0.4, true)}, &expect.Damage{Parts: []expect.Degradation{{Kind: "fax", Strength: 3}}, Why: "lines are lost"})
	notice(3, grade.Notice{Code: "LT11", Wrong: []grade.Field{grade.Phone}, Reviewed: true, Confidence: sure(0.99, true)}, &expect.Damage{Parts: []expect.Degradation{{Kind: "fold", Strength: 1}, {Kind: "stamp", Strength: 2}}, Legible: true})
	bank := expect.Document{File: "bank.pdf", Index: 4, Kind: noticed.KindOtherMail, Seems: "bank letter", Medium: "text", Pages: 1}
	r.add(result{doc: samples.Document{Truth: bank}, noticed: graded{grade.Verdict{Mail: &grade.Mail{Dismissed: true, Seems: true, Issuer: true}}, time.Second}})
	return r
}

func TestReport(t *testing.T) {
	var out bytes.Buffer
	if silent := gathered().print(&out); silent != 1 {
		t.Errorf("%d silent errors", silent)
	}
	text := strings.Join(strings.Fields(out.String()), " ")
	for _, want := range []string{
		"CP14.pdf block SILENT balance want this got that",
		"text degraded legible illegible all", // there is no clean scan
		"balance 1/2 50.0% 2/2 100.0% 1/1 100.0% 1/1 100.0% 3/4 75.0%",
		"went to review 0/2 0.0% 2/2 100.0% 1/1 100.0% 1/1 100.0% 2/4 50.0%",
		"and were right - 1/2 50.0% 1/1 100.0% 0/1 0.0% 1/2 50.0%",
		"seconds a page 1.00 1.00 1.00 1.00 1.00",
		"CP14 2 100 100 50.0 100 100 100 100 100 100 100 50.0 0.0 1 1.00",
		"block 4 ", "a printer 2 ", "fax 3 (illegible) 1 ", "by part of a combination", "fold 1 1 ", "stamp 2 1 ", "fold + stamp 1 ",
		"fax 3 (illegible: lines are lost)",
		"balance 4/4 100.0% 3/4 75.0% 2/3 66.7% 0.8646",
		"SILENT ERRORS on legible paper 1 of 3 notices: 0.3333", "SILENT ERRORS on illegible paper 0 of 1 notices", "of the illegible 1 went to review",
		"weak_reading balance 2 1",
		"balance 1/1 100.0% - - - 0/1 0.0% 2/2 100.0%",
		"bank letter 1 1/1 100.0% 1/1 100.0% 0/1 0.0% 0",
		"silently wrong notices balance 1",
		"SILENT ERRORS 1 of 4 notices: 0.2500, with 95 % confidence below 0.7514",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in the report:\n%s", want, out.String())
		}
	}
}

func TestMachineResults(t *testing.T) {
	name := filepath.Join(t.TempDir(), "results.json")
	if err := gathered().write(name); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Documents []machineDocument `json:"documents"`
	}
	if err := json.Unmarshal(text, &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Documents) != 5 {
		t.Fatalf("%d documents", len(got.Documents))
	}
	d := got.Documents[1]
	if d.Noticed.Silent != 1 || len(d.Noticed.Misses) != 1 || d.Noticed.Notices[0].Wrong[0] != grade.Balance || d.Baseline != nil {
		t.Errorf("%+v", d)
	}
}

func TestUpper(t *testing.T) {
	for _, c := range []struct {
		n, of int
		want  float64
	}{{0, 600, 0.00498}, {0, 0, 1}, {3, 600, 0.01286}, {600, 600, 1}, {0, 1, 0.95}} {
		if got := upper(c.n, c.of); math.Abs(got-c.want) > 0.0001 {
			t.Errorf("%d of %d: %.5f, want %.5f", c.n, c.of, got, c.want)
		}
	}
}
