package main

import (
	"errors"
	"runtime"

	"noticed/classify/catalog"
	"noticed/extract/sandbox"
	"noticed/ingest/broker"
	"noticed/worker/reading"
)

// newReader returns a reader of documents in child processes, and what ends them.
func newReader(a *app, slots int, cat *catalog.Catalog) (*reading.Reader, func(), error) {
	pool, err := sandbox.New(sandbox.Config{Slots: slots, Log: a.log})
	if err != nil {
		return nil, nil, err
	}
	stop := func() {
		if err := pool.Close(); err != nil {
			a.log.Warn("ending the reading processes", "err", err)
		}
	}
	return reading.New(pool, cat), stop, nil
}

// checkReading fails where nothing can be read, instead of leaving every document
// to be tried again and again.
func checkReading(a *app) error {
	r, err := sandbox.Doctor(a.ctx, sandbox.Config{Log: a.log})
	if err != nil {
		return err
	}
	for _, p := range r.Problems {
		if p.Fatal {
			return broker.WithHint(errors.New(p.What), p.Hint)
		}
	}
	return nil
}

// slotsOr is how many documents are read at a time: as given, or one for each
// processor.
func slotsOr(given int) int {
	if given > 0 {
		return given
	}
	return runtime.NumCPU()
}
