package main

import (
	"context"
	"errors"
	"fmt"

	"noticed"
	"noticed/ingest"
	"noticed/ingest/broker"
	"noticed/ingest/folder"
)

// sender puts documents on the queue.
type sender struct {
	logs

	app   *app
	as    ingest.Submission // what all of them have in common
	again bool              // those that are dead are to be read again
}

// many is from how many documents on the log is asked what it holds: what is on
// it need not be sent again.
const many = 10

// send submits the documents in the files, one after the other, and hands over
// what became of each. Of the same bytes under two names the first one counts.
func (s sender) send(files []folder.File, each func(submitted) error) error {
	a, n, accepted := s.app, 0, 0
	progress := newProgress(a.printer, "submitted")
	var known map[string]bool // on the log, by hash
	for p := range papers(a, files) {
		var err error
		if n++; n == many {
			known, err = s.ingest.OnLog(a.ctx, s.as.Tenant)
		}
		r := submitted{File: p.path, Error: p.err, paper: p}
		if err == nil && p.err == nil {
			err = s.submit(a.ctx, p, known, &r)
		}
		if err != nil && a.ctx.Err() != nil {
			return broker.WithHint(fmt.Errorf("submitting documents: %w, %d were accepted", errInterrupted, accepted),
				"run the same command again to go on: what is accepted is not queued twice")
		}
		if err != nil {
			return fmt.Errorf("submitting %s (%d were accepted before it): %w", p.path, accepted, err)
		}
		if r.Error == nil {
			accepted++
		}
		r.paper.data = nil // it may be large, and is not needed any more
		if err := each(r); err != nil {
			return err
		}
		progress.tell(n, p.share)
	}
	a.done()
	return nil
}

// submit puts a document on the queue. One that is refused is told in the
// answer; an error is a fault of the queue.
func (s sender) submit(ctx context.Context, p paper, known map[string]bool, r *submitted) error {
	doc := s.as
	doc.Within, doc.Name, doc.Data = p.within, p.name, p.data
	doc.Known = func(sha string) bool { return known[sha] }
	var err error
	r.Accepted, err = s.ingest.Submit(ctx, doc)
	if err == nil && s.again && r.Earlier != nil && r.Earlier.Ended == noticed.EndedDead {
		r.Again, err = s.submitAgain(ctx, doc, r.SHA256)
		if r.Again {
			r.Earlier, r.Duplicate = nil, false
		}
	}
	if refusal, ok := errors.AsType[*ingest.Refusal](err); ok {
		r.Error, err = &noticed.ReadError{Code: string(refusal.Code), Message: refusal.Message}, nil
	}
	return err
}

// submitAgain has a document read again that is dead, unless somebody was
// quicker.
func (s sender) submitAgain(ctx context.Context, doc ingest.Submission, sha string) (bool, error) {
	last, err := s.ledger.Last(ctx, doc.Tenant, sha)
	if err != nil || last.Receipt == nil || last.Receipt.Ended != noticed.EndedDead {
		return false, err
	}
	doc.Replaces = last.Sequence
	_, err = s.ingest.Submit(ctx, doc)
	return err == nil, err
}
