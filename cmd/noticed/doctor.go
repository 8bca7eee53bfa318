package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"time"

	"github.com/jedib0t/go-pretty/v6/table"

	"noticed"
	"noticed/extract"
	"noticed/extract/sandbox"
	"noticed/ingest"
	"noticed/ingest/broker"
	"noticed/worker"
	"noticed/worker/ledger"
)

type doctorCmd struct {
	connection
}

// finding is a line of doctor's answer.
type finding struct {
	What string `json:"what"`
	OK   bool   `json:"ok"`
	Is   string `json:"is"`
	Fix  string `json:"fix,omitempty"`
}

func (c *doctorCmd) Run(a *app) error {
	a.step("reading a picture")
	findings := []finding{readsPictures(a), pdfiumCache()}
	a.step("looking at the NATS server")
	findings = append(findings, c.server(a)...)
	a.done()

	bad := 0
	t := table.NewWriter()
	t.AppendHeader(table.Row{"what", "", "is", "fix"})
	for _, f := range findings {
		ok := "ok"
		if !f.OK {
			ok = "wrong"
			bad++
		}
		t.AppendRow(table.Row{f.What, ok, f.Is, f.Fix})
		if a.json {
			if err := a.object(f); err != nil {
				return err
			}
		}
	}
	if !a.json {
		a.print(t)
	}
	if bad > 0 {
		return fmt.Errorf("looking for what is missing: %s found", count(bad, "thing"))
	}
	return nil
}

// readsPictures reads a blank picture by OCR, in a child process as it is always done.
func readsPictures(a *app) finding {
	f := finding{What: "reading"}
	ctx, cancel := context.WithTimeout(a.ctx, time.Minute)
	defer cancel()
	err := func() error {
		pool, err := sandbox.New(sandbox.Config{Log: a.log})
		if err != nil {
			return err
		}
		defer pool.Close()
		blank := image.NewGray(image.Rect(0, 0, 850, 1100))
		for i := range blank.Pix {
			blank.Pix[i] = 255
		}
		var b bytes.Buffer
		if err := png.Encode(&b, blank); err != nil {
			return err
		}
		d, err := pool.Open(ctx, b.Bytes())
		if err != nil {
			return err
		}
		defer d.Close()
		answer, err := d.Read(ctx, extract.Request{Page: 1, Region: noticed.WholePage, Effort: extract.Full})
		if err == nil && answer.Unreadable != "" {
			err = errors.New(answer.Unreadable)
		}
		return err
	}()
	if err != nil {
		f.Is = err.Error()
		f.Fix = "apt-get install libtesseract5 tesseract-ocr-eng"
		return f
	}
	f.OK, f.Is = true, "Tesseract with its data, PDFium, and the processes that run them"
	return f
}

// pdfiumCache says where PDFium's compiled code is kept: without it every child
// takes seconds to start.
func pdfiumCache() finding {
	f := finding{What: "PDFium cache"}
	dir, err := os.UserCacheDir()
	if err != nil {
		f.Is, f.Fix = err.Error(), "set HOME or XDG_CACHE_HOME"
		return f
	}
	f.Is = filepath.Join(dir, "noticed")
	if info, err := os.Stat(f.Is); err != nil || !info.IsDir() {
		f.Is += " is not there"
		f.Fix = "make it, writable for the user that runs noticed"
		return f
	}
	f.OK = true
	return f
}

// server looks at the NATS server, the streams, the bucket and the consumers.
func (c *doctorCmd) server(a *app) []finding {
	b, err := c.open(a, "doctor", 0)
	if err != nil {
		f := finding{What: "NATS server", Is: err.Error()}
		var hinted interface{ Hint() string }
		if errors.As(err, &hinted) {
			f.Fix = hinted.Hint()
		}
		return []finding{f}
	}
	defer b.Close()
	findings := []finding{{What: "NATS server", OK: true, Is: fmt.Sprintf("%s, version %s", b.URL(), b.Version())}}
	for _, check := range []struct {
		what string
		do   func() ([]broker.Difference, error)
	}{
		{"intake", func() ([]broker.Difference, error) { return ingest.Check(a.ctx, b.JetStream, ingest.Config{}) }},
		{"results", func() ([]broker.Difference, error) { return ledger.Check(a.ctx, b.JetStream, ledger.Config{}) }},
		{"consumers", func() ([]broker.Difference, error) {
			return worker.Check(a.ctx, worker.Options{JetStream: b.JetStream})
		}},
	} {
		differences, err := check.do()
		if err != nil {
			findings = append(findings, finding{What: check.what, Is: err.Error()})
			continue
		}
		if len(differences) == 0 {
			findings = append(findings, finding{What: check.what, OK: true, Is: "as noticed makes it"})
		}
		for _, d := range differences {
			f := finding{What: check.what, OK: !d.Harmful, Is: d.String()}
			if d.Harmful {
				f.Fix = "change it on the server: a guarantee rests on it"
			}
			findings = append(findings, f)
		}
	}
	return findings
}
