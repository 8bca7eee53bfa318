package main

import (
	"archive/zip"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"noticed/ingest/folder"
)

// A name that a stranger chose is shown in one line and steers no terminal; the
// share of the work grows to the whole of it.
func TestPapers(t *testing.T) {
	dir := t.TempDir()
	archive := filepath.Join(dir, "a.zip")
	f, err := os.Create(archive)
	if err != nil {
		t.Fatal(err)
	}
	z := zip.NewWriter(f)
	for _, name := range []string{"x\x1b[2J\nb.pdf: queued: 0123.pdf", "folder/c.pdf", ".hidden"} {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte("%PDF-1.4"))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "b.pdf"), []byte("%PDF-1.4"), 0o600); err != nil {
		t.Fatal(err)
	}
	null, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer null.Close()
	a := &app{printer: newPrinter(null, null, time.Now)}
	var got []string
	share := 0.0
	for p := range papers(a, append(folder.Walk(dir), folder.File{Path: "nowhere.pdf"})) {
		line := p.path
		if p.err != nil {
			line += ": " + p.err.Code
		}
		got = append(got, line)
		if p.share < share {
			t.Errorf("%s: %v after %v", line, p.share, share)
		}
		share = p.share
	}
	want := []string{archive + "/x[2J b.pdf: queued: 0123.pdf", archive + "/c.pdf", filepath.Join(dir, "b.pdf"), "nowhere.pdf: no_such_file"}
	if !slices.Equal(got, want) || share != 1 {
		t.Errorf("got %q, want %q; %v", got, want, share)
	}
}
