package broker

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/nats-io/nats.go/jetstream"
)

// Tail reads a stream in order, and goes on by itself after the server was away.
// It is for one goroutine.
type Tail struct {
	// Pending is how much of what was asked for is in the stream already.
	Pending uint64

	it    jetstream.MessagesContext
	got   chan taken
	asked bool
}

type taken struct {
	msg jetstream.Msg
	err error
}

// NewTail begins to read. Everything stored after it returned will be read.
func NewTail(ctx context.Context, s jetstream.Stream, cfg jetstream.OrderedConsumerConfig) (*Tail, error) {
	if cfg.DeliverPolicy == jetstream.DeliverNewPolicy {
		// The library makes the consumer anew when the server was away. As long as
		// it has read nothing it would then begin with what is new at that time,
		// and what was stored in between would never be seen.
		info, err := s.Info(ctx)
		if err != nil {
			return nil, err
		}
		cfg.DeliverPolicy, cfg.OptStartSeq = jetstream.DeliverByStartSequencePolicy, info.State.LastSeq+1
	}
	cons, err := s.OrderedConsumer(ctx, cfg)
	if err != nil {
		return nil, err
	}
	it, err := cons.Messages()
	if err != nil {
		return nil, err
	}
	return &Tail{Pending: cons.CachedInfo().NumPending, it: it, got: make(chan taken, 1)}, nil
}

// Next waits for the next message. It returns the context's error when that is
// done; nothing is lost, the next call goes on.
//
// The library heeds no context while it makes a consumer anew, so it waits in a
// goroutine of its own.
func (t *Tail) Next(ctx context.Context) (jetstream.Msg, *jetstream.MsgMetadata, error) {
	if !t.asked {
		t.asked = true
		go func() {
			msg, err := t.it.Next()
			t.got <- taken{msg, err}
		}()
	}
	select {
	case <-ctx.Done():
		return nil, nil, ctx.Err()
	case r := <-t.got:
		t.asked = false
		if r.err != nil {
			return nil, nil, r.err
		}
		meta, err := r.msg.Metadata()
		if err != nil {
			return nil, nil, fmt.Errorf("reading %s: %w", r.msg.Subject(), err)
		}
		return r.msg, meta, nil
	}
}

// silence is how long a replica that seems to have no more may stay silent before
// it is believed.
const silence = 3 * time.Second

// stalled is how long more may be announced and not come: a server that is away
// needs some of it, messages that were removed meanwhile never come.
const stalled = 30 * time.Second

// Read calls do for every message there is, those up to the sequence upTo at
// least, and stops at the first error. The caller has upTo from the stream's
// leader: the consumer may live on a replica that lags behind, and take what it
// has for all there is. Since the message at upTo may have been removed, Read
// waits for it only a little.
func (t *Tail) Read(ctx context.Context, upTo uint64, do func(jetstream.Msg, *jetstream.MsgMetadata) error) error {
	for pending := t.Pending; ; {
		wait := stalled
		if pending == 0 {
			wait = silence
		}
		next, cancel := context.WithTimeout(ctx, wait)
		msg, meta, err := t.Next(next)
		cancel()
		if err != nil {
			if pending == 0 && ctx.Err() == nil && errors.Is(err, context.DeadlineExceeded) {
				return nil
			}
			return err
		}
		if err := do(msg, meta); err != nil {
			return err
		}
		pending = meta.NumPending
		if pending == 0 && meta.Sequence.Stream >= upTo {
			return nil
		}
	}
}

// Stop ends the reading. With the server away the library needs some seconds for
// that, which are not waited for.
func (t *Tail) Stop() {
	done := make(chan struct{})
	go func() {
		defer close(done)
		t.it.Stop()
		if t.asked {
			<-t.got
		}
	}()
	select {
	case <-done:
	case <-time.After(time.Second):
	}
}
