package ingest

import (
	"context"
	"errors"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

// answer is how long to wait for the answer to one request. When a server dies
// the answer never comes, and the library goes on waiting for it.
const answer = 5 * time.Second

// patiently does something again until it works, fails for good, or patience or
// the context come to their end.
func (in *Ingest) patiently(ctx context.Context, do func(context.Context) error) error {
	patience := time.NewTimer(in.opts.Patience)
	defer patience.Stop()
	for wait := 50 * time.Millisecond; ; wait = min(2*wait, 2*time.Second) {
		err := do(ctx)
		if err == nil || !passing(err) || ctx.Err() != nil {
			return err
		}
		in.opts.Logger.Debug("submitting is interrupted, trying again", "err", err)
		select {
		case <-ctx.Done():
			return err
		case <-patience.C:
			return err
		case <-time.After(wait):
		}
	}
}

// passing says whether an error is of a server that is away for a while.
func passing(err error) bool {
	for _, is := range []error{
		context.DeadlineExceeded, nats.ErrTimeout, nats.ErrNoResponders, nats.ErrDisconnected, nats.ErrConnectionReconnecting,
		nats.ErrReconnectBufExceeded, nats.ErrStaleConnection, jetstream.ErrNoStreamResponse,
	} {
		if errors.Is(err, is) {
			return true
		}
	}
	var api *jetstream.APIError
	return errors.As(err, &api) && api.Code == 503 && !errors.Is(err, ErrFull)
}
