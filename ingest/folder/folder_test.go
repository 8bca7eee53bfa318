package folder

import (
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
)

func TestWalk(t *testing.T) {
	dir := t.TempDir()
	for _, f := range []string{"b.pdf", "a.pdf", ".DS_Store", "sub/c.tif", ".git/config", "sub/.hidden.pdf"} {
		p := filepath.Join(dir, f)
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(f), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for link, to := range map[string]string{"d-link.pdf": "b.pdf", "e-broken.pdf": "nowhere", "f-folder": "sub"} {
		if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
			t.Fatal(err)
		}
	}
	if err := syscall.Mkfifo(filepath.Join(dir, "g.fifo"), 0o600); err != nil {
		t.Fatal(err)
	}
	single := filepath.Join(dir, ".git", "config") // named itself, a dot is no reason
	files := Walk(single, dir)
	var take, skip []string
	for _, f := range files {
		rel, _ := filepath.Rel(dir, f.Path)
		if f.Skipped == "" {
			take = append(take, rel)
		} else {
			skip = append(skip, rel)
		}
	}
	if want := []string{".git/config", "a.pdf", "b.pdf", "d-link.pdf", "sub/c.tif"}; !slices.Equal(take, want) {
		t.Errorf("took %q, want %q", take, want)
	}
	if want := []string{".DS_Store", ".git", "e-broken.pdf", "f-folder", "g.fifo", "sub/.hidden.pdf"}; !slices.Equal(skip, want) {
		t.Errorf("skipped %q, want %q", skip, want)
	}
	if files[0].Size == 0 {
		t.Error("no size")
	}
	if f := Walk(filepath.Join(dir, "none")); len(f) != 1 || f[0].Skipped != "" {
		t.Errorf("a path that is not there: %+v", f)
	}
}
