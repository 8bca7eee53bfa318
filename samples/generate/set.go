package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"noticed/samples"
	"noticed/samples/expect"
)

// writeSet writes the committed set and its truth: dir/mail and dir/truth.
func writeSet(dir string) error {
	for _, m := range samples.Set() {
		d, err := m.Make()
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, "mail", d.Truth.File), d.Data, 0o600); err != nil {
			return fmt.Errorf("writing %s: %w", d.Truth.File, err)
		}
		if err := writeTruth(filepath.Join(dir, "truth"), m.Name, d.Truth); err != nil {
			return err
		}
	}
	for _, m := range samples.Foreign() {
		if err := writeTruth(filepath.Join(dir, "truth"), m.Name, m.Truth()); err != nil {
			return err
		}
	}
	return nil
}

func writeTruth(dir, name string, truth expect.Document) error {
	text, err := json.MarshalIndent(truth, "", "  ")
	if err != nil {
		return fmt.Errorf("writing the truth of %s: %w", name, err)
	}
	if err := os.WriteFile(filepath.Join(dir, name+".json"), append(text, '\n'), 0o600); err != nil {
		return fmt.Errorf("writing the truth of %s: %w", name, err)
	}
	return nil
}
