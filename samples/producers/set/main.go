// Command set writes notices in the languages of other makers of PDFs:
// HTML for Chromium, a flat OpenDocument text for LibreOffice, PostScript for
// Ghostscript, a list of runs for cairo. make.sh has them turned into the PDFs of samples/mail. They are
// committed as they were made: another version of a maker gives other bytes.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"noticed/samples"
	"noticed/samples/layout"
	"noticed/samples/pdf"
	"noticed/samples/producers"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "error:", err)
		os.Exit(1)
	}
}

func run() error {
	out := flag.String("out", "", "folder to write into")
	flag.Parse()
	if *out == "" {
		return fmt.Errorf("no folder given: use -out DIR")
	}
	for _, m := range samples.Foreign() {
		n, style := m.Notice()
		metrics := pdf.New(pdf.Options{Font: pdf.Helvetica})
		sheets := layout.Lay(n, style, metrics, nil).Sheets
		var text, ending string
		switch m.Maker {
		case "chromium":
			text, ending = html(n), ".html"
		case "libreoffice":
			text, ending = producers.FlatOpenDocument(metrics, sheets), ".fodt"
		case "ghostscript":
			text, ending = producers.PostScript(sheets), ".ps"
		default:
			b, err := json.Marshal(sheets)
			if err != nil {
				return fmt.Errorf("writing the runs of %s: %w", m.Name, err)
			}
			text, ending = string(b), ".json"
		}
		if err := write(*out, m.Name+ending, text); err != nil {
			return err
		}
	}
	return nil
}

func write(dir, name, text string) error {
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	return nil
}
