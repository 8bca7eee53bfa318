package samples

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"noticed"
	"noticed/samples/expect"
)

// made is the whole set, made once.
var made = sync.OnceValues(func() ([]Document, error) {
	var docs []Document
	for _, m := range Set() {
		d, err := m.Make()
		if err != nil {
			return nil, err
		}
		docs = append(docs, d)
	}
	return docs, nil
})

func readFile(t *testing.T, path ...string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(path...))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func sameTruth(t *testing.T, name string, want expect.Document) {
	t.Helper()
	text, err := json.MarshalIndent(want, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	if got := bytes.TrimSpace(readFile(t, "truth", name+".json")); !bytes.Equal(got, text) {
		t.Errorf("truth/%s.json is not what the generator says; run go run ./samples/generate -set samples", name)
	}
}

// The committed files come from their seeds, byte for byte.
func TestSetIsReproduced(t *testing.T) {
	docs, err := made()
	if err != nil {
		t.Fatal(err)
	}
	for i, m := range Set() {
		t.Run(m.Name, func(t *testing.T) {
			d := docs[i]
			if !bytes.Equal(d.Data, readFile(t, "mail", d.Truth.File)) {
				t.Errorf("mail/%s is not what its seed gives; if that is meant, run go run ./samples/generate -set samples", d.Truth.File)
			}
			sameTruth(t, m.Name, d.Truth)
		})
	}
	for _, m := range Foreign() {
		sameTruth(t, m.Name, m.Truth())
		if b := readFile(t, "mail", m.Name+".pdf"); !bytes.HasPrefix(b, []byte("%PDF-")) {
			t.Errorf("mail/%s.pdf is no PDF", m.Name)
		}
	}
}

func TestSetIsSmallAndComplete(t *testing.T) {
	files, err := os.ReadDir("mail")
	if err != nil {
		t.Fatal(err)
	}
	if want := len(Set()) + len(Foreign()); len(files) != want {
		t.Errorf("mail holds %d files, the set has %d", len(files), want)
	}
	total := int64(0)
	for _, f := range files {
		info, err := f.Info()
		if err != nil {
			t.Fatal(err)
		}
		total += info.Size()
	}
	if total > 2_500_000 {
		t.Errorf("mail has %d bytes, want at most 2.5 MB", total)
	}
	codes, media, review, other := map[string]int{}, map[string]int{}, 0, 0
	docs, err := made()
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range docs {
		media[d.Truth.Medium]++
		if d.Truth.Kind == noticed.KindOtherMail {
			other++
		}
		if d.Truth.Review.Needed {
			review++
		}
		for _, n := range d.Truth.Notices {
			codes[n.Code]++
		}
	}
	if len(codes) != 15 || media["text"] == 0 || media["g4"] == 0 || media["tiff"] == 0 || review != 1 || other != len(others) {
		t.Errorf("the set has codes %v, media %v, %d for review, %d other", codes, media, review, other)
	}
}
