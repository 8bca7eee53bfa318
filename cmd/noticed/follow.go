package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"noticed"
	"noticed/worker/ledger"
)

// quiet is how long no result may come before the user is asked whether there is
// a worker.
const quiet = time.Minute

// key is a document.
type key struct{ tenant, sha string }

// follower waits for the ends of documents.
type follower struct {
	*ledger.Watch

	app  *app
	log  *ledger.Ledger
	open map[key]bool // true until the document ends
	dead int          // how many ended so
}

// newFollower begins to follow: every end from now on will be seen.
func newFollower(a *app, l *ledger.Ledger, tenant string) (*follower, error) {
	w, err := l.Watch(a.ctx, ledger.Filter{Tenant: tenant}, ledger.Since{})
	if err != nil {
		return nil, err
	}
	return &follower{Watch: w, app: a, log: l, open: map[key]bool{}}, nil
}

// expect adds a document that was submitted. What was found in one that has
// ended is handed over at once.
func (f *follower) expect(s submitted, each func(noticed.Assessment) error) error {
	k := key{s.Tenant, s.SHA256}
	if _, twice := f.open[k]; twice {
		return nil
	}
	f.open[k] = s.Earlier == nil
	if s.Earlier == nil {
		return nil
	}
	if s.Earlier.Ended == noticed.EndedDead {
		f.dead++
		return each(unreadableFrom(*s.Earlier))
	}
	found, err := f.log.OfDocument(f.app.ctx, s.Tenant, s.SHA256)
	if err != nil {
		return fmt.Errorf("reading the results of %s: %w", s.File, err)
	}
	for _, r := range found {
		if err := each(r); err != nil {
			return err
		}
	}
	return nil
}

// await adds a document that is queued.
func (f *follower) await(k key) { f.open[k] = true }

// rest hands over every result as it comes, until all documents have ended.
func (f *follower) rest(each func(noticed.Assessment) error) error {
	a := f.app
	progress := newProgress(a.printer, "read")
	all, read := 0, 0
	for _, open := range f.open {
		if open {
			all++
		}
	}
	for read < all {
		progress.tell(read, float64(read)/float64(all))
		e, err := f.next()
		if err != nil {
			return err
		}
		var result *noticed.Assessment
		if e.Assessment != nil && f.open[key{e.Tenant, e.Assessment.Document.SHA256}] {
			result = e.Assessment
		}
		if e.Receipt != nil && f.open[key{e.Tenant, e.Receipt.Document.SHA256}] {
			read++
			f.open[key{e.Tenant, e.Receipt.Document.SHA256}] = false
			if e.Receipt.Ended == noticed.EndedDead {
				f.dead++
				r := unreadableFrom(*e.Receipt)
				result = &r
			}
		}
		if result == nil {
			continue
		}
		if err := each(*result); err != nil {
			return err
		}
	}
	a.done()
	return nil
}

// next waits for the next event, and wonders aloud if there is none for long.
func (f *follower) next() (ledger.Event, error) {
	ctx, cancel := context.WithTimeout(f.app.ctx, quiet)
	e, err := f.Next(ctx)
	cancel()
	if errors.Is(err, context.DeadlineExceeded) && f.app.ctx.Err() == nil {
		f.app.note("nothing was read for %.0f s: is there a worker (noticed serve, noticed worker)?", quiet.Seconds())
		e, err = f.Next(f.app.ctx)
	}
	if f.app.ctx.Err() != nil {
		err = errInterrupted
	}
	if err != nil {
		return e, fmt.Errorf("waiting for results: %w", err)
	}
	return e, nil
}
