package ingest

import (
	"context"
	"log/slog"
	"time"

	"github.com/nats-io/nats.go/jetstream"

	"noticed"
)

// Ledger is where the outcome of earlier documents is looked up. The worker's
// ledger is one.
type Ledger interface {
	// Receipt returns a document's receipt, or nil if it has none yet.
	Receipt(ctx context.Context, tenant, sha256 string) (*noticed.Receipt, error)
}

// Options are what an Ingest may be given beside its Config.
type Options struct {
	Config
	// Ledger lets Submit tell a submitter the outcome of a document that was
	// read before. Without it only the repeat is noticed, and only for the
	// duplicates window.
	Ledger Ledger
	// Patience is how long Submit waits for a server that is away; default 2 min.
	Patience time.Duration
	// Now is the clock; nil is the system's.
	Now func() time.Time
	// Logger; nil is silence. No file name is ever logged.
	Logger *slog.Logger
}

// Ingest accepts documents. It is safe for use by several goroutines.
type Ingest struct {
	js     jetstream.JetStream
	stream jetstream.Stream
	bucket jetstream.ObjectStore
	opts   Options
}

// Open opens the intake log and the bucket, and makes them if they are missing.
// What is there is not changed: see [Check].
func Open(ctx context.Context, js jetstream.JetStream, o Options) (*Ingest, error) {
	o.Config = o.withDefaults()
	if o.Patience == 0 {
		o.Patience = 2 * time.Minute
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	stream, bucket, err := ensure(ctx, js, o.Config)
	if err != nil {
		return nil, err
	}
	return &Ingest{js: js, stream: stream, bucket: bucket, opts: o}, nil
}
