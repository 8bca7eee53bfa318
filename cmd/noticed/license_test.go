package main

import (
	"os"
	"runtime/debug"
	"strings"
	"testing"
)

// What is linked in is named with its licence.
func TestEveryModuleIsNamedWithItsLicence(t *testing.T) {
	list, err := os.ReadFile("../../LICENSE-THIRD-PARTY.md")
	if err != nil {
		t.Fatal(err)
	}
	info, ok := debug.ReadBuildInfo()
	if !ok || len(info.Deps) < 10 {
		t.Fatalf("the build says nothing of its modules: %v", info)
	}
	for _, module := range info.Deps {
		path := strings.TrimPrefix(module.Path, "golang.org/")
		if !strings.Contains(string(list), path) {
			t.Errorf("LICENSE-THIRD-PARTY.md does not name %s", module.Path)
		}
	}
}

// What is named is needed: a list that keeps what has gone is not read again.
func TestEveryModuleNamedIsNeeded(t *testing.T) {
	list, err := os.ReadFile("../../LICENSE-THIRD-PARTY.md")
	if err != nil {
		t.Fatal(err)
	}
	mod, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	needed := map[string]bool{}
	for line := range strings.Lines(string(mod)) {
		if f := strings.Fields(line); len(f) >= 2 && strings.HasPrefix(f[1], "v") {
			needed[f[0]] = true
		}
	}
	named := 0
	for line := range strings.Lines(string(list)) {
		f := strings.Fields(line)
		if len(f) < 2 || f[0] != "|" || !strings.Contains(f[1], "/") {
			continue
		}
		for _, path := range f[1:] {
			if path == "|" {
				break
			}
			path = strings.TrimSuffix(path, ",")
			if strings.HasPrefix(path, "x/") {
				path = "golang.org/" + path
			}
			named++
			delete(needed, path)
			if !strings.Contains(string(mod), path+" v") {
				t.Errorf("LICENSE-THIRD-PARTY.md names %s, which go.mod does not", path)
			}
		}
	}
	if named < 20 {
		t.Fatalf("only %d modules are named", named)
	}
	for path := range needed {
		t.Errorf("LICENSE-THIRD-PARTY.md does not name %s, which go.mod does", path)
	}
}
