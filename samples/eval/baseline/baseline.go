// Package baseline is the reader that a decent developer writes in an evening:
// the programs pdftotext, pdftoppm and tesseract, then plain patterns of which
// the first that matches is taken. The evaluation reads the same documents with
// it: what noticed is worth is what it does better. It shares nothing with
// noticed but the form of the result.
package baseline

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"noticed"
)

// Read reads a document, a PDF or a picture. It needs the programs named above.
func Read(ctx context.Context, data []byte) (noticed.Assessment, error) {
	text, err := Text(ctx, data)
	if err != nil {
		return noticed.Assessment{}, err
	}
	return Understand(text), nil
}

// Text is the text of a document: its text layer, or what tesseract reads where
// there is next to none.
func Text(ctx context.Context, data []byte) (string, error) {
	dir, err := os.MkdirTemp("", "baseline")
	if err != nil {
		return "", fmt.Errorf("making a folder to work in: %w", err)
	}
	defer func() { _ = os.RemoveAll(dir) }()
	file := filepath.Join(dir, "document")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		return "", fmt.Errorf("writing the document to read: %w", err)
	}
	if !bytes.HasPrefix(data, []byte("%PDF-")) {
		return output(ctx, "tesseract", file, "stdout")
	}
	text, err := output(ctx, "pdftotext", "-layout", file, "-")
	if err == nil && len(strings.TrimSpace(text)) > 100 {
		return text, nil
	}
	if _, err := output(ctx, "pdftoppm", "-r", "300", "-png", file, filepath.Join(dir, "page")); err != nil {
		return "", err
	}
	pages, err := filepath.Glob(filepath.Join(dir, "page*.png"))
	if err != nil {
		return "", fmt.Errorf("listing the pages: %w", err)
	}
	slices.Sort(pages)
	var all strings.Builder
	for _, p := range pages {
		text, err := output(ctx, "tesseract", p, "stdout")
		if err != nil {
			return "", err
		}
		all.WriteString(text + "\f")
	}
	return all.String(), nil
}

func output(ctx context.Context, program string, arguments ...string) (string, error) {
	c := exec.CommandContext(ctx, program, arguments...)
	c.Env = append(os.Environ(), "OMP_THREAD_LIMIT=1") // several documents are read at a time
	var out, complaint bytes.Buffer
	c.Stdout, c.Stderr = &out, &complaint
	if err := c.Run(); err != nil {
		return "", fmt.Errorf("running %s: %w: %s", program, err, strings.TrimSpace(complaint.String()))
	}
	return out.String(), nil
}
