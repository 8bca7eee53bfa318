package ingest

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/nats-io/nats.go/jetstream"

	"noticed"
	"noticed/ingest/broker"
)

// Config says how the intake log and the bucket are made where they are missing,
// and what is let in. The zero value is the default.
type Config struct {
	// MaxBytes is when the log refuses new documents; default 4 GiB.
	MaxBytes int64
	// Replicas of log and bucket; default 1.
	Replicas int
	// Duplicates is how long the server itself recognises a repeated
	// submission; default 2 h. After that the receipt does.
	Duplicates time.Duration
	// MaxDocument is the largest document accepted, in bytes; default 64 MiB.
	MaxDocument int64
	// Inline is the largest document that travels in the message itself, in
	// bytes; default 1 MB (1,000,000), at most half of what a server takes.
	Inline int64
}

func (c Config) withDefaults() Config {
	if c.MaxBytes == 0 {
		c.MaxBytes = 4 << 30
	}
	if c.Replicas == 0 {
		c.Replicas = 1
	}
	if c.Duplicates == 0 {
		c.Duplicates = 2 * time.Hour
	}
	if c.MaxDocument == 0 {
		c.MaxDocument = 64 << 20
	}
	if c.Inline == 0 {
		c.Inline = 1_000_000
	}
	return c
}

// metadata marks what noticed made, and by which version of its contract.
func metadata() map[string]string {
	return map[string]string{"app": "noticed", "app_version": noticed.Version, "schema": noticed.AssessmentSchema}
}

func (c Config) stream() jetstream.StreamConfig {
	return jetstream.StreamConfig{
		Name:        Stream,
		Description: "every document that noticed accepted",
		Subjects:    []string{UrgentSubjects, BulkSubjects},
		Retention:   jetstream.LimitsPolicy,
		Discard:     jetstream.DiscardNew,
		Storage:     jetstream.FileStorage,
		MaxBytes:    c.MaxBytes,
		Replicas:    c.Replicas,
		Duplicates:  c.Duplicates,
		AllowDirect: true,
		Metadata:    metadata(),
	}
}

func (c Config) bucket() jetstream.ObjectStoreConfig {
	return jetstream.ObjectStoreConfig{
		Bucket:      Bucket,
		Description: "documents too large for the intake log",
		Storage:     jetstream.FileStorage,
		Replicas:    c.Replicas,
		Metadata:    metadata(),
		// No TTL: it would delete documents that are still queued.
	}
}

// ensure makes what is missing and changes nothing that is there.
func ensure(ctx context.Context, js jetstream.JetStream, c Config) (jetstream.Stream, jetstream.ObjectStore, error) {
	stream, err := js.Stream(ctx, Stream)
	if errors.Is(err, jetstream.ErrStreamNotFound) {
		stream, err = js.CreateStream(ctx, c.stream())
		if errors.Is(err, jetstream.ErrStreamNameAlreadyInUse) { // somebody was quicker
			stream, err = js.Stream(ctx, Stream)
		}
	}
	if err != nil {
		return nil, nil, fmt.Errorf("opening the intake log %s: %w", Stream, noStorage(err))
	}
	bucket, err := js.ObjectStore(ctx, Bucket)
	if errors.Is(err, jetstream.ErrBucketNotFound) {
		bucket, err = js.CreateObjectStore(ctx, c.bucket())
		if errors.Is(err, jetstream.ErrBucketExists) {
			bucket, err = js.ObjectStore(ctx, Bucket)
		}
	}
	if err != nil {
		return nil, nil, fmt.Errorf("opening the bucket %s: %w", Bucket, noStorage(err))
	}
	return stream, bucket, nil
}

func noStorage(err error) error {
	if isCode(err, broker.CodeNoStorage) {
		return broker.WithHint(err, "the server has less room than asked for: free disk space, raise its JetStream limit, or ask for a smaller log")
	}
	return err
}

func isCode(err error, code jetstream.ErrorCode) bool {
	var api *jetstream.APIError
	return errors.As(err, &api) && api.ErrorCode == code
}

// Check compares the log and the bucket on the server with what noticed would
// make. It changes nothing.
func Check(ctx context.Context, js jetstream.JetStream, c Config) ([]broker.Difference, error) {
	c = c.withDefaults()
	var diffs []broker.Difference
	s, err := js.Stream(ctx, Stream)
	switch {
	case errors.Is(err, jetstream.ErrStreamNotFound):
		diffs = append(diffs, broker.Missing(Stream))
	case err != nil:
		return nil, fmt.Errorf("looking at the intake log %s: %w", Stream, err)
	default:
		diffs = append(diffs, broker.Compare(s.CachedInfo().Config, c.stream())...)
	}
	b, err := js.Stream(ctx, "OBJ_"+Bucket)
	switch {
	case errors.Is(err, jetstream.ErrStreamNotFound):
		diffs = append(diffs, broker.Missing(Bucket))
	case err != nil:
		return nil, fmt.Errorf("looking at the bucket %s: %w", Bucket, err)
	default:
		want := b.CachedInfo().Config // the library's own settings are not ours to judge
		want.Name, want.MaxAge, want.Storage, want.Replicas = Bucket, 0, jetstream.FileStorage, c.Replicas
		diffs = append(diffs, broker.Compare(b.CachedInfo().Config, want)...)
	}
	return diffs, nil
}
