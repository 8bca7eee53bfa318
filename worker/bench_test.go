package worker_test

import (
	"bytes"
	"context"
	"fmt"
	"testing"

	"noticed"
	"noticed/ingest"
	"noticed/ingest/broker"
	"noticed/worker"
	"noticed/worker/ledger"
	"noticed/worker/reading"
)

// instant reads nothing, so that what is measured is all the rest.
type instant struct{}

func (instant) Read(_ context.Context, s reading.Submission) (reading.Outcome, error) {
	return reading.Outcome{Ended: noticed.EndedAssessed, Tries: 1, Document: s.Document, Assessments: []noticed.Assessment{
		{ID: s.Document.SHA256 + "-1", Kind: noticed.KindUnknown},
	}}, nil
}

// BenchmarkDocument is the time from submitting one document to seeing its
// receipt, one after the other, on the embedded server.
func BenchmarkDocument(b *testing.B) {
	for name, size := range map[string]int{"500B": 500, "300kB": 300_000, "5MB": 5_000_000} {
		b.Run(name, func(b *testing.B) {
			br, err := broker.Open(b.Context(), broker.Options{Embedded: &broker.Embedded{Dir: b.TempDir()}})
			if err != nil {
				b.Fatal(err)
			}
			defer br.Close()
			w, err := open(b.Context(), br, worker.Options{Reader: instant{}, Slots: 2})
			if err != nil {
				b.Fatal(err)
			}
			ctx, stop := context.WithCancel(b.Context())
			done := make(chan error, 1)
			go func() { done <- w.Run(ctx) }()
			defer func() { stop(); <-done }()
			l, err := ledger.Open(b.Context(), br.JetStream, ledger.Config{}, nil)
			if err != nil {
				b.Fatal(err)
			}
			in, err := ingest.Open(b.Context(), br.JetStream, ingest.Options{Ledger: l})
			if err != nil {
				b.Fatal(err)
			}
			watch, err := l.Watch(b.Context(), ledger.Filter{Receipts: true}, ledger.Since{})
			if err != nil {
				b.Fatal(err)
			}
			defer watch.Stop()
			filler := bytes.Repeat([]byte("x"), size)
			i := 0
			for b.Loop() {
				i++
				if _, err := in.Submit(b.Context(), ingest.Submission{Urgent: true, Data: append(fmt.Appendf(nil, "%%PDF-1.4 %d ", i), filler...)}); err != nil {
					b.Fatal(err)
				}
				if _, err := watch.Next(b.Context()); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
