// Command record has the real readers read samples/mail and writes what they
// answered into samples/words: the text layer or the OCR of every whole page,
// and whatever else a reading of the document asked for.
//
//	go run ./samples/record
package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"noticed"
	"noticed/classify/catalog"
	"noticed/extract"
	"noticed/extract/ocr"
	"noticed/extract/sandbox"
	"noticed/samples/words"
	"noticed/worker/reading"
)

func main() {
	sandbox.Main()
	if err := run(context.Background()); err != nil {
		fmt.Fprintln(os.Stderr, "error:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context) error {
	pool, err := sandbox.New(sandbox.Config{})
	if err != nil {
		return fmt.Errorf("starting the readers: %w", err)
	}
	defer func() { _ = pool.Close() }()
	files, err := filepath.Glob(filepath.Join("samples", "mail", "*"))
	if err != nil || len(files) == 0 {
		return fmt.Errorf("no samples/mail here: run it from the top of the repository")
	}
	for _, f := range files {
		if err := record(ctx, pool, f); err != nil {
			return fmt.Errorf("recording %s: %w", f, err)
		}
	}
	return nil
}

func record(ctx context.Context, opener extract.Opener, file string) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	sum := sha256.Sum256(data)
	rec := words.Recording{File: filepath.Base(file), SHA256: hex.EncodeToString(sum[:]), Tesseract: ocr.Version()}
	tap := &tap{opener: opener, rec: &rec}
	doc, err := tap.Open(ctx, data)
	if err != nil {
		return err
	}
	rec.Format, rec.Pages = doc.Format(), words.CompactPages(doc.Pages())
	for _, p := range doc.Pages() {
		q := extract.Request{Page: p.Number, Region: noticed.WholePage, Effort: extract.Full}
		if p.TextLayer {
			q.Effort = extract.Text
		}
		if _, err := doc.Read(ctx, q); err != nil {
			return err
		}
	}
	if err := doc.Close(); err != nil {
		return err
	}
	_, err = reading.New(tap, catalog.Embedded()).Read(ctx, reading.Submission{
		Document: noticed.Document{Name: rec.File, SHA256: rec.SHA256, Tenant: "default"}, Data: data,
	})
	if err != nil {
		return err
	}
	return write(rec)
}

// write writes one answer a line.
func write(rec words.Recording) error {
	answers := rec.Answers
	rec.Answers = []words.CompactAnswer{}
	head, err := json.Marshal(rec)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	out.Write(bytes.TrimSuffix(head, []byte("]}")))
	for i, a := range answers {
		line, err := json.Marshal(a)
		if err != nil {
			return err
		}
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteByte('\n')
		out.Write(line)
	}
	out.WriteString("\n]}\n")
	name := strings.TrimSuffix(rec.File, filepath.Ext(rec.File)) + ".json"
	return os.WriteFile(filepath.Join("samples", "words", name), out.Bytes(), 0o600)
}

// tap writes down every answer, each request once.
type tap struct {
	opener extract.Opener
	rec    *words.Recording
}

func (t *tap) Open(ctx context.Context, data []byte) (extract.Document, error) {
	d, err := t.opener.Open(ctx, data)
	if err != nil {
		return nil, err
	}
	return tapped{d, t.rec}, nil
}

type tapped struct {
	extract.Document
	rec *words.Recording
}

func (d tapped) Read(ctx context.Context, q extract.Request) (extract.Answer, error) {
	a, err := d.Document.Read(ctx, q)
	if err != nil {
		return a, err
	}
	a.Request = q
	if _, known := d.rec.Answer(q); !known {
		d.rec.Answers = append(d.rec.Answers, words.Compact(a))
	}
	return a, nil
}
