package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"noticed"
	"noticed/classify/catalog"
	"noticed/samples/eval/grade"
	"noticed/samples/expect"
	"noticed/samples/words"
	"noticed/worker/reading"
)

// The committed set, read from its recorded words, gives its truth: nothing is
// silently wrong, and of what need not be reviewed the core fields are right.
func TestRecordedSetGivesItsTruth(t *testing.T) {
	opener, err := words.Opener()
	if err != nil {
		t.Fatal(err)
	}
	reader := reading.New(opener, catalog.Embedded())
	for _, name := range words.Names() {
		t.Run(name, func(t *testing.T) {
			var truth expect.Document
			text, err := os.ReadFile(filepath.Join("..", "truth", name+".json"))
			if err == nil {
				err = json.Unmarshal(text, &truth)
			}
			if err != nil {
				t.Fatal(err)
			}
			data, err := os.ReadFile(filepath.Join("..", "mail", truth.File))
			if err != nil {
				t.Fatal(err)
			}
			sum := sha256.Sum256(data)
			out, err := reader.Read(context.Background(), reading.Submission{
				Document: noticed.Document{Name: truth.File, SHA256: hex.EncodeToString(sum[:]), Tenant: "default"}, Data: data,
			})
			if err != nil {
				t.Fatal(err)
			}
			v := grade.Document(truth, out.Assessments, "")
			if v.Silent != 0 || truth.Review.Needed && !v.Named {
				t.Errorf("%d silent errors, review named the field: %v", v.Silent, v.Named)
			}
			for _, m := range v.Misses {
				if v.Silent != 0 || v.Reviewed == 0 {
					t.Logf("%s: want %s, got %s", m.Field, m.Want, m.Got)
				}
			}
		})
	}
}
