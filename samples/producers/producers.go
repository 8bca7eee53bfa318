// Package producers prints sheets with the programs by which PDFs are really
// made, where they are installed: Chromium, LibreOffice, Ghostscript and cairo.
// What they write differs from version to version: it serves an evaluation, and
// never a test that must give the same each time.
package producers

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"noticed/samples/page"
	"noticed/samples/pdf"
)

// Program is a way to print sheets with other programs.
type Program struct {
	Name  string
	needs []string
	print func(j *job) error
}

// programs are all ways. The last is what a customer does who prints a page from
// a portal and makes the file smaller.
var programs = []Program{
	{"Chromium", []string{"chromium"}, (*job).chromium},
	{"LibreOffice", []string{"soffice"}, (*job).libreOffice},
	{"Ghostscript", []string{"gs"}, (*job).ghostscript},
	{"cairo", []string{"pdftocairo"}, (*job).cairo},
	{"Chromium, then Ghostscript", []string{"chromium", "gs"}, (*job).shrunk},
}

// Installed are the ways for which every program is there.
func Installed() []Program {
	return slices.DeleteFunc(slices.Clone(programs), func(p Program) bool {
		return slices.ContainsFunc(p.needs, func(n string) bool {
			_, err := exec.LookPath(n)
			return err != nil
		})
	})
}

// Print prints sheets with one of the ways.
func Print(ctx context.Context, ways []Program, r *rand.Rand, sheets []*page.Sheet) (data []byte, producer string, err error) {
	if len(ways) == 0 {
		return nil, "", errors.New("none of the programs that print is installed: chromium, soffice, gs or pdftocairo")
	}
	p := ways[r.IntN(len(ways))]
	dir, err := os.MkdirTemp("", "print")
	if err != nil {
		return nil, "", fmt.Errorf("making a folder to print in: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	ctx, stop := context.WithTimeout(ctx, 2*time.Minute)
	defer stop()
	j := &job{ctx: ctx, dir: dir, sheets: sheets}
	if err := p.print(j); err != nil {
		return nil, "", fmt.Errorf("printing with %s: %w", p.Name, err)
	}
	data, err = os.ReadFile(j.file("out.pdf"))
	if err != nil {
		return nil, "", fmt.Errorf("printing with %s: %w", p.Name, err)
	}
	return data, p.Name, nil
}

// job is one printing; what comes of it is out.pdf in its folder.
type job struct {
	ctx    context.Context
	dir    string
	sheets []*page.Sheet
}

func (j *job) file(name string) string { return filepath.Join(j.dir, name) }

func (j *job) write(name string, data []byte) error {
	if err := os.WriteFile(j.file(name), data, 0o600); err != nil {
		return fmt.Errorf("writing what is to be printed: %w", err)
	}
	return nil
}

func (j *job) run(program string, arguments ...string) error {
	c := exec.CommandContext(j.ctx, program, arguments...)
	c.Dir = j.dir
	var complaint bytes.Buffer
	c.Stderr = &complaint
	if err := c.Run(); err != nil {
		return fmt.Errorf("running %s: %w: %s", program, err, strings.TrimSpace(complaint.String()))
	}
	return nil
}

func (j *job) chromium() error { return j.browse("out.pdf") }

func (j *job) browse(out string) error {
	if err := j.write("in.html", []byte(HTML(j.sheets))); err != nil {
		return err
	}
	return j.run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--user-data-dir="+j.file("profile"),
		"--print-to-pdf="+j.file(out), "file://"+j.file("in.html"))
}

func (j *job) libreOffice() error {
	metrics := pdf.New(pdf.Options{Font: pdf.Embedded})
	if err := j.write("out.fodt", []byte(FlatOpenDocument(metrics, j.sheets))); err != nil {
		return err
	}
	return j.run("soffice", "-env:UserInstallation=file://"+j.file("profile"), "--headless", "--convert-to", "pdf", "--outdir", j.dir, j.file("out.fodt"))
}

func (j *job) ghostscript() error {
	if err := j.write("in.ps", []byte(PostScript(j.sheets))); err != nil {
		return err
	}
	return j.distill("in.ps")
}

func (j *job) distill(in string) error {
	return j.run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=pdfwrite", "-o", j.file("out.pdf"), j.file(in))
}

func (j *job) shrunk() error {
	if err := j.browse("in.pdf"); err != nil {
		return err
	}
	return j.distill("in.pdf")
}

func (j *job) cairo() error {
	data, err := pdf.New(pdf.Options{Font: pdf.Embedded}).Write(j.sheets)
	if err != nil {
		return err
	}
	if err := j.write("in.pdf", data); err != nil {
		return err
	}
	return j.run("pdftocairo", "-pdf", j.file("in.pdf"), j.file("out.pdf"))
}
