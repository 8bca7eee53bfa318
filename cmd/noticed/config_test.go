package main

import (
	"flag"
	"os"
	"strings"
	"testing"

	"noticed/cmd/noticed/settings"
)

var update = flag.Bool("update", false, "write what is generated instead of comparing")

func allSettings(t *testing.T) []settings.Setting {
	t.Helper()
	var c cli
	parser, err := newParser(&c)
	if err != nil {
		t.Fatal(err)
	}
	all, err := settingsOf(parser.Model, func(string) error { return nil })
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestReferenceIsGenerated(t *testing.T) {
	const path = "../../deploy/noticed.yaml"
	want := settings.Reference(allSettings(t), referenceHead)
	if *update {
		if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("%s is not what is generated: run make reference", path)
	}
}

// What the README says of variables is true, and none is missing there.
func TestReadmeNamesEverySetting(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range allSettings(t) {
		if !strings.Contains(string(readme), "| `--"+s.Name+"` | `"+s.Variable+"` |") {
			t.Errorf("the README has no line | `--%s` | `%s` |", s.Name, s.Variable)
		}
	}
}
