package reading

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"noticed"
	"noticed/classify/catalog"
	"noticed/extract"
	"noticed/extract/format"
	"noticed/samples/eval/grade"
	"noticed/samples/expect"
	"noticed/samples/words"
)

// The committed set, read from its recorded words: what recognition saw is
// fixed, so what was understood must be right to the letter.
func TestTheSampleMailIsReadAsItsTruthSays(t *testing.T) {
	opener, err := words.Opener()
	if err != nil {
		t.Fatal(err)
	}
	r := New(opener, catalog.Embedded())
	received := noticed.MustDate("2026-11-02")
	for _, name := range words.Names() {
		t.Run(name, func(t *testing.T) {
			recording, err := words.Load(name)
			if err != nil {
				t.Fatal(err)
			}
			data, err := os.ReadFile(filepath.Join("..", "..", "samples", "mail", recording.File))
			if err != nil {
				t.Fatal(err)
			}
			b, err := os.ReadFile(filepath.Join("..", "..", "samples", "truth", name+".json"))
			if err != nil {
				t.Fatal(err)
			}
			var truth expect.Document
			if err := json.Unmarshal(b, &truth); err != nil {
				t.Fatal(err)
			}
			sum := sha256.Sum256(data)
			out, err := r.Read(context.Background(), Submission{Data: data,
				Document: noticed.Document{Name: recording.File, SHA256: hex.EncodeToString(sum[:]), Tenant: "default", Received: &received}})
			if err != nil {
				t.Fatal(err)
			}
			v := grade.Document(truth, out.Assessments, "")
			for _, m := range v.Misses {
				t.Errorf("%s: want %s, got %s", m.Field, m.Want, m.Got)
			}
			needed := false
			for _, a := range out.Assessments {
				needed = needed || a.Review.Needed
			}
			if needed != truth.Review.Needed {
				t.Errorf("review is %v and should be %v: %+v", needed, truth.Review.Needed, v.Reasons)
			}
		})
	}
}

// script is an opener that fails as told, one failure a try, and then reads a
// page with nothing on it.
type script struct {
	failures []error
	opened   int
	words    []extract.Word
}

func (s *script) Open(context.Context, []byte) (extract.Document, error) {
	s.opened++
	if s.opened <= len(s.failures) && s.failures[s.opened-1] != nil {
		return nil, s.failures[s.opened-1]
	}
	return s, nil
}
func (s *script) Format() format.Format { return format.PDF }
func (s *script) Pages() []extract.Page { return []extract.Page{{Number: 1, Width: 612, Height: 792}} }
func (s *script) Close() error          { return nil }
func (s *script) Read(_ context.Context, r extract.Request) (extract.Answer, error) {
	return extract.Answer{Request: r, How: noticed.HowOCR, Words: s.words}, nil
}

func TestHowAReadingEnds(t *testing.T) {
	crash := &extract.Death{Code: extract.DeathCrash, Message: "It was killed by signal 11."}
	passing := errors.New("no more processes")
	letter := []extract.Word{{Text: "Hello", Box: noticed.Box{0.1, 0.1, 0.2, 0.12}, Confidence: 0.9}}
	for name, tt := range map[string]struct {
		script script
		ended  noticed.Ended
		code   string
		tries  int
		err    error
	}{
		"a refusal is final":               {script: script{failures: []error{&extract.Refusal{Code: extract.RefusedEncrypted, Message: "It needs a password."}}}, ended: noticed.EndedDead, code: "encrypted", tries: 1},
		"one death is tried again":         {script: script{failures: []error{crash}, words: letter}, ended: noticed.EndedOtherMail, tries: 2},
		"a second death is the document's": {script: script{failures: []error{crash, crash}}, ended: noticed.EndedDead, code: "crash", tries: 2},
		"a passing fault is handed on":     {script: script{failures: []error{passing}}, err: passing},
		"a blank page is no assessment":    {script: script{}, ended: noticed.EndedDead, code: "no_readable_page", tries: 1},
	} {
		t.Run(name, func(t *testing.T) {
			out, err := New(&tt.script, catalog.Embedded()).Read(context.Background(), Submission{Document: noticed.Document{SHA256: "5f2c"}})
			if !errors.Is(err, tt.err) {
				t.Fatalf("error %v, want %v", err, tt.err)
			}
			if err != nil {
				if !strings.Contains(err.Error(), "5f2c") {
					t.Errorf("the error does not name the document: %v", err)
				}
				return
			}
			if out.Ended != tt.ended || out.Tries != tt.tries || (out.Reason == nil) != (tt.code == "") || out.Reason != nil && out.Reason.Code != tt.code {
				t.Errorf("ended %s after %d tries, reason %+v", out.Ended, out.Tries, out.Reason)
			}
		})
	}
}

func TestACancelledReadingIsNoOutcome(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	crash := &extract.Death{Code: extract.DeathCrash, Message: "It was killed."}
	if _, err := New(&script{failures: []error{crash, crash}}, catalog.Embedded()).Read(ctx, Submission{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
