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
