package main

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/alecthomas/kong"

	"noticed"
	"noticed/cmd/noticed/man"
)

// Every command has a page, every flag stands on one, and the typesetter has no
// complaint.
func TestManual(t *testing.T) {
	var c cli
	parser, err := newParser(&c)
	if err != nil {
		t.Fatal(err)
	}
	pages := map[string]string{}
	dir := t.TempDir()
	for _, p := range (man.Book{App: parser.Model, Version: noticed.Version, Settings: allSettings(t), File: "noticed.yaml", About: aboutConfig}).Pages() {
		pages[p.Name] = p.Text
		file := filepath.Join(dir, p.File())
		if err := write(file, p.Text); err != nil {
			t.Fatal(err)
		}
		if groff, err := exec.LookPath("groff"); err == nil {
			if said, err := exec.Command(groff, "-man", "-Kutf8", "-Tutf8", "-ww", "-z", file).CombinedOutput(); err != nil || len(said) > 0 {
				t.Errorf("%s: %v %s", p.Name, err, said)
			}
		}
	}
	plain := strings.NewReplacer(`\-`, "-")
	for _, n := range parser.Model.Leaves(true) {
		top := n
		for top.Parent.Type != kong.ApplicationNode {
			top = top.Parent
		}
		page := plain.Replace(pages["noticed-"+top.Name])
		if !strings.Contains(page, n.FullPath()) {
			t.Errorf("no page tells of %s", n.FullPath())
		}
		for _, f := range n.Flags {
			if !strings.Contains(page, "--"+f.Name) {
				t.Errorf("the page of %s has no --%s", n.FullPath(), f.Name)
			}
		}
	}
	for _, s := range allSettings(t) {
		if !strings.Contains(plain.Replace(pages["noticed.yaml"]), s.Name+":") {
			t.Errorf("noticed.yaml(5) has no %s", s.Name)
		}
	}
}
