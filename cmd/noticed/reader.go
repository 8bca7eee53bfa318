package main

import (
	"errors"
	"fmt"
	"runtime"

	"noticed/classify/catalog"
	"noticed/extract/sandbox"
	"noticed/worker/reading"
)

// readingProgram is whose processes read documents: this program's if it is
// empty, as it is but in tests.
var readingProgram string

func readingConfig(a *app) sandbox.Config {
	return sandbox.Config{Program: readingProgram, Log: a.log}
}

// newReader returns a reader of documents in child processes, and what ends them.
// It fails where nothing can be read, instead of leaving every document to be
// tried again and again.
func newReader(a *app, slots int, cat *catalog.Catalog) (*reading.Reader, func(), error) {
	config := readingConfig(a)
	config.Slots = slots
	pool, err := sandbox.New(config)
	if err != nil {
		return nil, nil, err
	}
	if err := pool.Ready(a.ctx); err != nil {
		if a.ctx.Err() != nil {
			err = fmt.Errorf("starting to read: %w", errInterrupted)
		}
		return nil, nil, errors.Join(err, pool.Close())
	}
	stop := func() {
		if err := pool.Close(); err != nil {
			a.log.Warn("ending the reading processes", "err", err)
		}
	}
	return reading.New(pool, cat), stop, nil
}

// slotsOr is how many documents are read at a time: as given, or one for each
// processor.
func slotsOr(given int) int {
	if given > 0 {
		return given
	}
	return runtime.NumCPU()
}
