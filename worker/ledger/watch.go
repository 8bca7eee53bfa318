package ledger

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/nats-io/nats.go/jetstream"

	"noticed"
	"noticed/ingest/broker"
)

// Filter says what to watch or list. The zero value is everything.
type Filter struct {
	Tenant   string // "" is all
	Receipts bool   // receipts only; with Results as well, or neither, both
	Results  bool   // assessments only
	Code     string // assessments of this code token only
}

func (f Filter) subjects() []string {
	tenant, code := "*", "*"
	if f.Tenant != "" {
		tenant = f.Tenant
	}
	if f.Code != "" {
		code = f.Code
	}
	assessed, ended := assessedPrefix+tenant+"."+code+".*", endedPrefix+tenant+".*"
	switch {
	case f.Results && !f.Receipts:
		return []string{assessed}
	case f.Receipts && !f.Results:
		return []string{ended}
	}
	return []string{assessed, ended}
}

// Since says where a watch begins. The zero value is: with what is new.
type Since struct {
	Time     time.Time // with the first at or after this time
	Sequence uint64    // with this sequence of the log
	Present  bool      // with the present state: the last on each subject
}

// Event is one message of the log: an assessment or a receipt.
type Event struct {
	Sequence   uint64
	Time       time.Time
	Tenant     string
	Assessment *noticed.Assessment
	Receipt    *noticed.Receipt
	// Pending is how many more of what the watch asked for are in the log
	// already. 0 is the first time it has caught up.
	Pending uint64
}

// Watch is a live view of the log. A document's assessments come before its
// receipt.
type Watch struct {
	// Pending is how much of what the watch asked for is in the log already.
	Pending uint64

	tail     *broker.Tail
	consumer string
}

// Watch begins to watch. Everything committed after it returned will be seen;
// it survives lost connections and restarts of the server.
func (l *Ledger) Watch(ctx context.Context, f Filter, since Since) (*Watch, error) {
	cfg := jetstream.OrderedConsumerConfig{FilterSubjects: f.subjects(), DeliverPolicy: jetstream.DeliverNewPolicy}
	switch {
	case since.Present:
		cfg.DeliverPolicy = jetstream.DeliverLastPerSubjectPolicy
	case since.Sequence > 0:
		cfg.DeliverPolicy, cfg.OptStartSeq = jetstream.DeliverByStartSequencePolicy, since.Sequence
	case !since.Time.IsZero():
		cfg.DeliverPolicy, cfg.OptStartTime = jetstream.DeliverByStartTimePolicy, &since.Time
	}
	tail, err := broker.NewTail(ctx, l.stream, cfg)
	if err != nil {
		return nil, fmt.Errorf("watching the log of results: %w", err)
	}
	return &Watch{tail: tail, Pending: tail.Pending}, nil
}

// Next waits for the next event. It returns the context's error when that is
// done.
func (w *Watch) Next(ctx context.Context) (Event, error) {
	msg, meta, err := w.tail.Next(ctx)
	if err != nil {
		if ctx.Err() != nil {
			return Event{}, ctx.Err()
		}
		return Event{}, fmt.Errorf("watching the log of results: %w", err)
	}
	w.consumer = meta.Consumer
	e := Event{Sequence: meta.Sequence.Stream, Time: meta.Timestamp.UTC(), Pending: meta.NumPending}
	if tenant, _, ok := documentOf(msg.Subject()); ok {
		e.Tenant, e.Receipt = tenant, &noticed.Receipt{}
		err = json.Unmarshal(msg.Data(), e.Receipt)
	} else {
		e.Tenant, _, _ = strings.Cut(strings.TrimPrefix(msg.Subject(), assessedPrefix), ".")
		e.Assessment = &noticed.Assessment{}
		err = json.Unmarshal(msg.Data(), e.Assessment)
	}
	if err != nil {
		return Event{}, fmt.Errorf("reading %s: %w", msg.Subject(), err)
	}
	return e, nil
}

// Stop ends the watch.
func (w *Watch) Stop() { w.tail.Stop() }

// ErrInterrupted means that the server was away while the present state was
// being listed. What was listed so far may have changed meanwhile.
var ErrInterrupted = errors.New("the connection was lost while listing")

// List calls do for the present state of everything that the filter names, in
// the order in which it was committed, and stops at the first error.
// Withdrawn assessments are left out.
func (l *Ledger) List(ctx context.Context, f Filter, do func(Event) error) error {
	w, err := l.Watch(ctx, f, Since{Present: true})
	if err != nil {
		return err
	}
	defer w.Stop()
	consumer := ""
	for pending := w.Pending; pending > 0; {
		e, err := w.Next(ctx)
		if err != nil {
			return err
		}
		if consumer == "" {
			consumer = w.consumer
		}
		if consumer != w.consumer {
			// The library went on by another consumer, which delivers the history.
			return ErrInterrupted
		}
		pending = e.Pending
		if e.Assessment != nil && e.Assessment.Status == noticed.StatusWithdrawn {
			continue
		}
		if err := do(e); err != nil {
			return err
		}
	}
	return nil
}

// Assessments returns every assessment that holds.
func (l *Ledger) Assessments(ctx context.Context, f Filter) ([]noticed.Assessment, error) {
	f.Results, f.Receipts = true, false
	found := []noticed.Assessment{}
	err := l.List(ctx, f, func(e Event) error {
		found = append(found, *e.Assessment)
		return nil
	})
	return found, err
}
