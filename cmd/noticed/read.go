package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"sync"
	"time"

	"noticed"
	"noticed/classify/catalog"
	"noticed/ingest"
	"noticed/ingest/broker"
	"noticed/worker/reading"
)

type readCmd struct {
	catalogue

	Paths    []string      `arg:"" name:"file" help:"Files, and folders of files."`
	Received *noticed.Date `placeholder:"DATE" help:"The day the documents came in, as 2006-01-02; today if it is not given."`
	Slots    int           `default:"0" help:"How many documents to read at a time; one for each processor if it is 0."`
}

func (c *readCmd) Run(a *app) error {
	cat, err := c.open()
	if err != nil {
		return err
	}
	files, err := filesIn(a, c.Paths)
	if err != nil {
		return err
	}
	received := a.now()
	if c.Received != nil {
		received = time.Date(c.Received.Year, c.Received.Month, c.Received.Day, 0, 0, 0, 0, time.UTC)
	}
	slots := slotsFor(c.Slots, files)
	reader, stop, err := newReader(a, slots, cat)
	if err != nil {
		return err
	}
	defer stop()
	var views []view
	var next []advice
	bad, n := 0, 0
	progress := newProgress(a.printer, "read")
	for r := range inOrder(a.ctx, papers(a, files), slots, func(ctx context.Context, p paper) result {
		found, err := readPaper(ctx, reader, p, received)
		return result{p, found, err}
	}) {
		if r.err != nil {
			return broker.WithHint(fmt.Errorf("reading %s: %w", r.path, r.err), "noticed doctor says whether something is missing")
		}
		for _, found := range r.assessments {
			if found.Kind == noticed.KindUnreadable {
				bad++
			}
			if a.json {
				if err := a.object(found); err != nil {
					return err
				}
			}
			views, next = append(views, viewOf(found)), append(next, adviceOn(found))
		}
		n++
		progress.tell(n, r.share)
	}
	if a.ctx.Err() != nil {
		return fmt.Errorf("reading documents: %w after %d", errInterrupted, n)
	}
	a.done()
	if !a.json {
		a.print(tableOf(views))
		a.advise(next...)
	}
	return unreadable(bad, n)
}

// result is what reading one document gave.
type result struct {
	paper

	assessments []noticed.Assessment
	err         error
}

// inOrder does something with every document, so many at a time, and gives the
// results in the order of the documents. It ends early when the context does.
func inOrder[In, T any](ctx context.Context, all iter.Seq[In], atATime int, do func(context.Context, In) T) iter.Seq[T] {
	return func(yield func(T) bool) {
		var wg sync.WaitGroup
		defer wg.Wait()
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		results, free := make(chan chan T, atATime), make(chan struct{}, atATime)
		wg.Go(func() {
			defer close(results)
			for in := range all {
				select {
				case free <- struct{}{}:
				case <-ctx.Done():
					return
				}
				one := make(chan T, 1)
				wg.Go(func() {
					one <- do(ctx, in)
					<-free
				})
				select {
				case results <- one:
				case <-ctx.Done():
					return
				}
			}
		})
		for one := range results {
			r := <-one
			if ctx.Err() != nil || !yield(r) {
				return
			}
		}
	}
}

// readPaper reads one document without a queue. Each gives at least one
// assessment; an error is a fault of this machine.
func readPaper(ctx context.Context, reader *reading.Reader, p paper, received time.Time) ([]noticed.Assessment, error) {
	d := ingest.Local(p.within, p.name, p.data, received).Block()
	if p.err != nil {
		d.SHA256 = ""
		return []noticed.Assessment{unreadableAs(d, *p.err)}, nil
	}
	outcome, err := reader.Read(ctx, reading.Submission{Document: d, Data: p.data})
	if err != nil {
		return nil, err
	}
	if outcome.Ended == noticed.EndedDead {
		if outcome.Reason == nil {
			return nil, errors.New("it is dead without a reason")
		}
		return []noticed.Assessment{unreadableAs(outcome.Document, *outcome.Reason)}, nil
	}
	return outcome.Assessments, nil
}

// unreadableAs is the line of a document that could not be read. On the queue
// such a document has a receipt and no assessment.
func unreadableAs(d noticed.Document, reason noticed.ReadError) noticed.Assessment {
	id := ""
	if d.SHA256 != "" {
		id = d.SHA256 + "-1"
	}
	return noticed.Assessment{
		Schema: noticed.AssessmentSchema, ID: id, Version: 1, By: "machine",
		Kind: noticed.KindUnreadable, Document: d, Error: &reason,
		Review: noticed.Review{Needed: true, Reasons: []noticed.Reason{{
			Code: noticed.ReasonPageUnreadable, Field: noticed.FieldPages, Message: reason.Message,
		}}},
		Reading: noticed.Reading{Program: noticed.Version, Catalogue: catalog.Embedded().Version()},
	}
}

// unreadableFrom is the line of a document whose receipt says that it is dead.
func unreadableFrom(r noticed.Receipt) noticed.Assessment {
	reason := noticed.ReadError{Code: "unknown", Message: "The receipt does not say why."}
	if r.Reason != nil {
		reason = *r.Reason
	}
	return unreadableAs(r.Document, reason)
}
