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
	"noticed/ingest/broker"
)

const (
	// bulkFirst is how often bulk is asked before urgent, so that urgent work
	// without end does not starve it.
	bulkFirst = 5
	// idleWait is how long an idle worker waits on the urgent lane before it asks
	// bulk again. An urgent document is handed out at once, a bulk one within
	// this time. Being so short, a fetch needs no heartbeat: one that the server
	// forgot ends by itself.
	idleWait = 250 * time.Millisecond
	// maxAckPending is how many documents may be in hand in all workers together.
	maxAckPending = 1000
)

// queue hands out one document at a time, urgent before bulk. One goroutine
// uses it.
type queue struct {
	opts         Options
	log          *slog.Logger
	mu           sync.Mutex // guards the consumers: handlers read their settings
	urgent, bulk jetstream.Consumer
	round        int
	faults       int
}

func consumerConfig(o Options, durable, filter string) jetstream.ConsumerConfig {
	return jetstream.ConsumerConfig{
		Durable:       durable,
		FilterSubject: filter,
		DeliverPolicy: jetstream.DeliverAllPolicy,
		AckPolicy:     jetstream.AckExplicitPolicy,
		AckWait:       o.AckWait,
		MaxDeliver:    o.MaxDeliver,
		MaxAckPending: max(maxAckPending, o.Slots),
		// No BackOff: its first entry would replace AckWait.
	}
}

func openQueue(ctx context.Context, o Options) (*queue, error) {
	q := &queue{opts: o, log: o.Logger}
	return q, q.open(ctx)
}

// open finds the two consumers, and makes them if they are missing.
func (q *queue) open(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	urgent, err := q.consumer(ctx, ingest.UrgentDurable, ingest.UrgentSubjects)
	if err != nil {
		return err
	}
	bulk, err := q.consumer(ctx, ingest.BulkDurable, ingest.BulkSubjects)
	if err != nil {
		return err
	}
	q.mu.Lock()
	defer q.mu.Unlock()
	q.urgent, q.bulk = urgent, bulk
	return nil
}

func (q *queue) consumer(ctx context.Context, durable, filter string) (jetstream.Consumer, error) {
	js := q.opts.JetStream
	c, err := js.Consumer(ctx, ingest.Stream, durable)
	if errors.Is(err, jetstream.ErrConsumerNotFound) {
		c, err = js.CreateConsumer(ctx, ingest.Stream, consumerConfig(q.opts, durable, filter))
		if errors.Is(err, jetstream.ErrConsumerExists) || errors.Is(err, jetstream.ErrConsumerNameAlreadyInUse) {
			c, err = js.Consumer(ctx, ingest.Stream, durable) // another worker was quicker
		}
	}
	if err != nil {
		return nil, fmt.Errorf("opening consumer %s of %s: %w", durable, ingest.Stream, err)
	}
	return c, nil
}

// Check compares the consumers on the server with what this worker would make.
// It changes nothing.
func Check(ctx context.Context, o Options) ([]broker.Difference, error) {
	o = o.withDefaults()
	var diffs []broker.Difference
	for durable, filter := range map[string]string{
		ingest.UrgentDurable: ingest.UrgentSubjects, ingest.BulkDurable: ingest.BulkSubjects,
	} {
		c, err := o.JetStream.Consumer(ctx, ingest.Stream, durable)
		if errors.Is(err, jetstream.ErrConsumerNotFound) || errors.Is(err, jetstream.ErrStreamNotFound) {
			diffs = append(diffs, broker.Missing(durable))
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("looking at consumer %s: %w", durable, err)
		}
		is, want := c.CachedInfo().Config, consumerConfig(o, durable, filter)
		add := func(what string, is, want any, harmful bool) {
			if i, w := fmt.Sprint(is), fmt.Sprint(want); i != w {
				diffs = append(diffs, broker.Difference{Where: durable, What: what, Is: i, Want: w, Harmful: harmful})
			}
		}
		add("filter_subject", is.FilterSubject, want.FilterSubject, true)
		add("deliver_policy", is.DeliverPolicy, want.DeliverPolicy, true)
		add("ack_policy", is.AckPolicy, want.AckPolicy, true)
		add("backoff", len(is.BackOff), 0, true)
		add("ack_wait", is.AckWait, want.AckWait, false)
		add("max_deliver", is.MaxDeliver, want.MaxDeliver, false)
		add("max_ack_pending", is.MaxAckPending, want.MaxAckPending, is.MaxAckPending > 0 && is.MaxAckPending < o.Slots)
	}
	return diffs, nil
}

// ackWait is what the consumer that handed out a message really has.
func (q *queue) ackWait(consumer string) time.Duration {
	q.mu.Lock()
	defer q.mu.Unlock()
	c := q.bulk
	if consumer == ingest.UrgentDurable {
		c = q.urgent
	}
	return c.CachedInfo().Config.AckWait
}

// next returns a document's message, or nil after a short while if there is none
// or something is amiss: then it has waited, and is to be called again.
func (q *queue) next(ctx context.Context) jetstream.Msg {
	q.round++
	first, second := q.urgent, q.bulk
	if q.round%bulkFirst == 0 {
		first, second = second, first
	}
	for _, c := range []jetstream.Consumer{first, second} {
		b, err := c.FetchNoWait(1)
		msg, err := one(b, err)
		if msg != nil || err != nil {
			return q.got(ctx, msg, err)
		}
	}
	q.round-- // idle rounds are no turns
	b, err := q.urgent.Fetch(1, jetstream.FetchMaxWait(idleWait))
	msg, err := one(b, err)
	return q.got(ctx, msg, err)
}

func one(b jetstream.MessageBatch, err error) (jetstream.Msg, error) {
	if err != nil {
		return nil, err
	}
	if msg := <-b.Messages(); msg != nil {
		return msg, nil
	}
	return nil, b.Error()
}

// got heeds the error of a fetch: a consumer that was deleted or lost its
// leader, a connection that is away. Ignored, it would be a worker that has
// stopped in silence.
func (q *queue) got(ctx context.Context, msg jetstream.Msg, err error) jetstream.Msg {
	if err == nil {
		if q.faults > 0 && msg != nil {
			q.log.Info("taking documents again")
			q.faults = 0
		}
		return msg
	}
	if q.faults++; q.faults == 1 {
		q.log.Warn("taking documents was interrupted, trying again", "err", err)
	}
	wait := min(5*time.Second, 100*time.Millisecond<<min(q.faults-1, 6))
	select {
	case <-ctx.Done():
		return nil
	case <-time.After(wait):
	}
	if !q.opts.JetStream.Conn().IsConnected() {
		return nil // the connection comes back by itself
	}
	if err := q.open(ctx); err != nil && ctx.Err() == nil {
		q.log.Warn("taking documents is still interrupted", "err", err)
	}
	return nil
}
