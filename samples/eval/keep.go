package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"noticed/samples"
	"noticed/worker/reading"
)

// keep writes a document, its truth and what was read of it into a folder.
func keep(dir string, d samples.Document, out reading.Outcome) error {
	if err := os.MkdirAll(dir, 0o750); err != nil {
		return fmt.Errorf("making the folder for failures: %w", err)
	}
	write := func(suffix string, v any) error {
		text, err := json.MarshalIndent(v, "", "  ")
		if err != nil {
			return fmt.Errorf("keeping %s: %w", d.Truth.File, err)
		}
		return os.WriteFile(filepath.Join(dir, d.Truth.File+suffix), append(text, '\n'), 0o600)
	}
	if err := os.WriteFile(filepath.Join(dir, d.Truth.File), d.Data, 0o600); err != nil {
		return fmt.Errorf("keeping %s: %w", d.Truth.File, err)
	}
	if err := write(".truth.json", d.Truth); err != nil {
		return err
	}
	return write(".read.json", out)
}
