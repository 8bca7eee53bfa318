// Command read reads documents with the baseline and prints one result a line,
// as noticed read --json does:
//
//	go run ./samples/eval/baseline/read FILE…
//
// It needs the programs pdftotext, pdftoppm and tesseract.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"noticed/samples/eval/baseline"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "error:", err)
		os.Exit(1)
	}
}

func run(files []string) error {
	out := json.NewEncoder(os.Stdout)
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			return fmt.Errorf("reading %s: %w", f, err)
		}
		a, err := baseline.Read(context.Background(), data)
		if err != nil {
			return fmt.Errorf("reading %s: %w", f, err)
		}
		a.Document.Name = filepath.Base(f)
		if err := out.Encode(a); err != nil {
			return fmt.Errorf("writing the result of %s: %w", f, err)
		}
	}
	return nil
}
