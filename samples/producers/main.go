// Command producers writes notices in the languages of other makers of PDFs:
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
	"strings"

	"noticed/samples"
	"noticed/samples/layout"
	"noticed/samples/page"
	"noticed/samples/pdf"
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
			text, ending = fodt(metrics, sheets), ".fodt"
		case "ghostscript":
			text, ending = postscript(sheets), ".ps"
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

// postscript writes sheets with the standard fonts in ISO Latin 1.
func postscript(sheets []*page.Sheet) string {
	var b strings.Builder
	b.WriteString("%!PS-Adobe-3.0\n")
	for _, f := range []string{"Helvetica", "Helvetica-Bold", "Helvetica-Oblique", "Courier"} {
		fmt.Fprintf(&b, "/%s findfont dup length dict begin {1 index /FID ne {def} {pop pop} ifelse} forall /Encoding ISOLatin1Encoding def currentdict end /%s-L exch definefont pop\n", f, f)
	}
	for _, s := range sheets {
		fmt.Fprintf(&b, "<< /PageSize [%g %g] >> setpagedevice\n", s.Width, s.Height)
		for _, x := range s.Boxes {
			fmt.Fprintf(&b, "%g setgray %.3f %.3f %.3f %.3f rectfill\n", x.Gray, x.X, s.Height-x.Y-x.H, x.W, x.H)
		}
		b.WriteString("0 setgray\n")
		for _, t := range s.Texts {
			font := map[page.Face]string{page.Bold: "Helvetica-Bold", page.Italic: "Helvetica-Oblique", page.Mono: "Courier"}[t.Face]
			if font == "" {
				font = "Helvetica"
			}
			fmt.Fprintf(&b, "/%s-L %g selectfont %.3f %.3f moveto (%s) show\n", font, t.Size, t.X, s.Height-t.Y, latin1(t.S))
		}
		b.WriteString("showpage\n")
	}
	return b.String()
}

func latin1(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '(' || r == ')' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\u2022':
			b.WriteByte('-')
		case r == '\u2026':
			b.WriteString("...")
		case r < 128:
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, "\\%03o", r)
		}
	}
	return b.String()
}
