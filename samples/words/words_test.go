package words

import (
	"crypto/sha256"
	"encoding/hex"
	"math"
	"os"
	"path/filepath"
	"testing"

	"noticed"
	"noticed/extract"
)

// Every document of the set has its recording, made of the bytes that lie there.
func TestRecordingsBelongToTheSet(t *testing.T) {
	recorded := map[string]string{}
	for _, name := range Names() {
		r, err := Load(name)
		if err != nil {
			t.Fatal(err)
		}
		recorded[r.File] = r.SHA256
		if r.Tesseract == "" || len(r.Pages) == 0 {
			t.Errorf("%s: Tesseract %q, %d pages", name, r.Tesseract, len(r.Pages))
		}
		for _, p := range r.Pages {
			q := extract.Request{Page: p.Number, Region: noticed.WholePage, Effort: extract.Full}
			if p.TextLayer {
				q.Effort = extract.Text
			}
			if a, ok := r.Answer(q); !ok || len(a.Words) < 10 {
				t.Errorf("%s page %d: %d words", name, p.Number, len(a.Words))
			}
		}
	}
	files, err := os.ReadDir(filepath.Join("..", "mail"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		b, err := os.ReadFile(filepath.Join("..", "mail", f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		sum := sha256.Sum256(b)
		if recorded[f.Name()] != hex.EncodeToString(sum[:]) {
			t.Errorf("%s was not recorded as it is now; run go run ./samples/record", f.Name())
		}
	}
	if len(recorded) != len(files) {
		t.Errorf("%d recordings for %d files", len(recorded), len(files))
	}
}

func TestCompactKeepsWords(t *testing.T) {
	a := extract.Answer{
		Request: extract.Request{Page: 2, Region: noticed.Box{0.1, 0.2, 0.3, 0.4}, Effort: extract.Header},
		How:     noticed.HowOCR,
		Words:   []extract.Word{{Text: "CP14", Box: noticed.Box{0.12345678, 0.2, 0.25, 0.2099}, Confidence: 0.956}},
	}
	b := Compact(a).Answer()
	if b.Request != a.Request || b.How != a.How || len(b.Words) != 1 || b.Words[0].Text != "CP14" {
		t.Fatalf("%+v", b)
	}
	for i := range b.Words[0].Box {
		if math.Abs(b.Words[0].Box[i]-a.Words[0].Box[i]) > 1e-4 {
			t.Errorf("box %v became %v", a.Words[0].Box, b.Words[0].Box)
		}
	}
}

func TestWithin(t *testing.T) {
	word := func(s string, y float64) extract.Word {
		return extract.Word{Text: s, Box: noticed.Box{0.1, y, 0.2, y + 0.02}, Confidence: 1}
	}
	whole := extract.Request{Page: 1, Region: noticed.WholePage, Effort: extract.Full}
	r := Recording{Answers: []CompactAnswer{Compact(extract.Answer{Request: whole, How: noticed.HowOCR, Words: []extract.Word{word("top", 0.1), word("foot", 0.9)}})}}
	a, ok := r.Within(extract.Request{Page: 1, Region: noticed.Box{0, 0, 1, 0.3}, Effort: extract.Header})
	if !ok || len(a.Words) != 1 || a.Words[0].Text != "top" {
		t.Errorf("header band: %v %v", a.Words, ok)
	}
	if _, ok := r.Within(extract.Request{Page: 2, Region: noticed.WholePage, Effort: extract.Full}); ok {
		t.Error("a page that was never read was answered")
	}
}
