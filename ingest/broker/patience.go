package broker

import (
	"context"
	"errors"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

// Answer is how long to wait for the answer to one small request.
const Answer = 5 * time.Second

// errAway is why the context of an attempt ends when the connection is lost.
var errAway = errors.New("the connection to NATS was lost")

// Patiently does something again until it works or fails for good, or patience
// or the context come to their end: what a restart of the server or a change of
// leader needs.
//
// The context that do is given ends when the connection is lost. The answers to
// requests sent on it will never come, and the library goes on waiting for them
// to its own timeout. So what was asked for may have happened all the same: do
// must bear to be done twice.
func Patiently(ctx context.Context, nc *nats.Conn, patience time.Duration, do func(context.Context) error) error {
	enough := time.NewTimer(patience)
	defer enough.Stop()
	for wait := 50 * time.Millisecond; ; wait = min(2*wait, 2*time.Second) {
		away, err := attempt(ctx, nc, do)
		if err == nil || !away && !Passing(err) || ctx.Err() != nil {
			return err
		}
		select {
		case <-ctx.Done():
			return err
		case <-enough.C:
			return err
		case <-time.After(wait):
		}
	}
}

// attempt does it once, and says whether the connection was lost meanwhile.
func attempt(ctx context.Context, nc *nats.Conn, do func(context.Context) error) (away bool, err error) {
	ctx, cancel := context.WithCancelCause(ctx)
	lost := nc.StatusChanged(nats.RECONNECTING)
	watched := make(chan struct{})
	go func() {
		defer close(watched)
		if _, ok := <-lost; ok {
			cancel(errAway)
		}
	}()
	err = do(ctx)
	nc.RemoveStatusListener(lost)
	<-watched
	away = errors.Is(context.Cause(ctx), errAway)
	cancel(nil)
	return away, err
}

// Codes of the server that mean there is no room: no patience helps.
const (
	CodeNoStorage   jetstream.ErrorCode = 10047
	CodeStoreFailed jetstream.ErrorCode = 10077
)

// Passing says whether an error is that of a server that is away or overloaded,
// and will pass.
func Passing(err error) bool {
	for _, is := range []error{
		context.DeadlineExceeded, nats.ErrTimeout, nats.ErrNoResponders, nats.ErrDisconnected, nats.ErrConnectionReconnecting,
		nats.ErrReconnectBufExceeded, nats.ErrStaleConnection, jetstream.ErrNoStreamResponse,
	} {
		if errors.Is(err, is) {
			return true
		}
	}
	var api *jetstream.APIError
	return errors.As(err, &api) && (api.Code == 503 || api.Code == 429) &&
		api.ErrorCode != CodeNoStorage && api.ErrorCode != CodeStoreFailed
}
