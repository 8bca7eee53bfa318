package main

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/jedib0t/go-pretty/v6/table"

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
	a.step("starting a process that reads")
	findings, err := readers(a)
	if err != nil {
		return err
	}
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

// readers looks at all that reading a document needs, by starting a process that
// reads as it is always started.
func readers(a *app) ([]finding, error) {
	r, err := sandbox.Doctor(a.ctx, readingConfig(a))
	if err != nil {
		return nil, err
	}
	var findings []finding
	fatal := false
	for _, p := range r.Problems {
		findings = append(findings, finding{What: "reading", OK: !p.Fatal, Is: p.What, Fix: p.Hint})
		fatal = fatal || p.Fatal
	}
	if fatal {
		return findings, nil
	}
	cache := r.CacheDir
	if !r.CacheWas {
		cache += ", filled now"
	}
	seal := fmt.Sprintf("Landlock %d, seccomp %t", r.Sealed.Landlock, r.Sealed.Seccomp)
	if r.HEIC != "" {
		findings = append(findings, finding{What: "HEIC", OK: true, Is: r.HEIC})
	}
	return append(findings,
		finding{What: "Tesseract", OK: true, Is: fmt.Sprintf("version %s, %s", r.Tesseract.Version, strings.Join(r.Tesseract.Languages, " "))},
		finding{What: "PDFium cache", OK: true, Is: cache},
		finding{What: "reading process", OK: true, Is: fmt.Sprintf("ready in %s, sealed by %s", r.Start.Round(time.Millisecond), seal)},
	), nil
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
