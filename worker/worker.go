package worker

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/nats-io/nats.go/jetstream"

	"noticed/ingest"
	"noticed/worker/ledger"
	"noticed/worker/reading"
)

// Reader reads one document. An outcome, dead ones included, is final; an error
// is a fault that may pass, and the document is handed out again later. When the
// context is done Read returns soon.
//
// Several goroutines call it at once, one for each slot.
type Reader interface {
	Read(ctx context.Context, s reading.Submission) (reading.Outcome, error)
}

// Options of a worker. Everything without a stated default must be given.
type Options struct {
	JetStream jetstream.JetStream
	Ingest    *ingest.Ingest
	Ledger    *ledger.Ledger
	Reader    Reader

	// Slots is how many documents are read at once; default 1.
	Slots int
	// AckWait is how long the queue waits for a sign of life before it hands a
	// document to another worker; default 60 s. It counts when the consumers are
	// made: those that are there keep theirs.
	AckWait time.Duration
	// MaxDeliver is how often a document is handed out before the sweeper has to
	// look at it; default 20. Killed workers count, so it must be generous.
	MaxDeliver int
	// FetchTimeout bounds the reading of a document's bytes from the log and the
	// bucket; default 1 min.
	FetchTimeout time.Duration
	// Drain is how long documents in hand may take to end after Run was told to
	// stop; default 30 s. Then they are given back.
	Drain time.Duration
	// SweepEvery is how often the sweeper looks for documents that nobody will
	// be handed any more; default 5 min.
	SweepEvery time.Duration
	// MaxReplays is how often the sweeper puts a document back on the log before
	// it ends it as dead; default 3.
	MaxReplays int
	// Keep is how long documents stay after they ended; 0 is for ever.
	Keep time.Duration

	Now    func() time.Time // nil is the system's clock
	Logger *slog.Logger     // nil is silence
}

func (o Options) withDefaults() Options {
	def := func(d *time.Duration, v time.Duration) {
		if *d == 0 {
			*d = v
		}
	}
	def(&o.AckWait, time.Minute)
	def(&o.FetchTimeout, time.Minute)
	def(&o.Drain, 30*time.Second)
	def(&o.SweepEvery, 5*time.Minute)
	if o.Slots < 1 {
		o.Slots = 1
	}
	if o.MaxDeliver == 0 {
		o.MaxDeliver = 20
	}
	if o.MaxReplays == 0 {
		o.MaxReplays = 3
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	return o
}

// Worker reads documents. Run it once.
type Worker struct {
	opts  Options
	queue *queue
}

// New returns a worker, and makes the queue's consumers if they are missing.
func New(ctx context.Context, o Options) (*Worker, error) {
	if o.JetStream == nil || o.Ingest == nil || o.Ledger == nil || o.Reader == nil {
		return nil, errors.New("making a worker: JetStream, Ingest, Ledger and Reader are needed")
	}
	o = o.withDefaults()
	q, err := openQueue(ctx, o)
	if err != nil {
		return nil, err
	}
	return &Worker{opts: o, queue: q}, nil
}

// Run takes and reads documents until the context is done, then ends or gives
// back those in hand and returns nil. Lost connections, leaders and consumers
// do not end it.
func (w *Worker) Run(ctx context.Context) error {
	work, stop := context.WithCancelCause(context.WithoutCancel(ctx))
	defer stop(nil)

	var inHand, helpers sync.WaitGroup
	helpers.Go(func() { w.sweeper(ctx) })

	free := make(chan struct{}, w.opts.Slots)
	for range w.opts.Slots {
		free <- struct{}{}
	}
	for ctx.Err() == nil {
		select {
		case <-ctx.Done():
			continue
		case <-free:
		}
		msg := w.queue.next(ctx)
		if msg == nil {
			free <- struct{}{}
			continue
		}
		inHand.Go(func() {
			w.handle(work, msg)
			free <- struct{}{}
		})
	}
	done := make(chan struct{})
	go func() { inHand.Wait(); close(done) }()
	select {
	case <-done:
	case <-time.After(w.opts.Drain):
		stop(errDraining)
		<-done
	}
	helpers.Wait()
	return nil
}

var errDraining = errors.New("the worker is stopping")

// short names a document in logs.
func short(d ingest.Document) slog.Attr {
	return slog.String("document", fmt.Sprintf("%s/%.12s", d.Tenant, d.SHA256))
}
