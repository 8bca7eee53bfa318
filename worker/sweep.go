package worker

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"noticed"
	"noticed/ingest"
	"noticed/worker/ledger"
)

// exhausted is the subject on which the server says that a message was handed
// out as often as it may be. The message stays in the log and nobody sees it
// again, but for the sweeper.
const exhausted = "$JS.EVENT.ADVISORY.CONSUMER.MAX_DELIVERIES." + ingest.Stream + ".*"

// sweeper puts back what nobody will be handed any more, and removes what ended
// long ago. It goes by the advisories, which tell it at once but may be lost,
// and by the clock.
func (w *Worker) sweeper(ctx context.Context) {
	told := make(chan *nats.Msg, 64)
	sub, err := w.opts.JetStream.Conn().ChanSubscribe(exhausted, told)
	if err != nil { // not allowed to: the clock will do
		w.opts.Logger.Debug("listening for exhausted deliveries", "err", err)
	} else {
		defer func() { _ = sub.Unsubscribe() }()
	}
	t := time.NewTicker(w.opts.SweepEvery)
	defer t.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case m := <-told:
			var advisory struct {
				Sequence uint64 `json:"stream_seq"`
			}
			if err := json.Unmarshal(m.Data, &advisory); err != nil || advisory.Sequence == 0 {
				continue
			}
			if err := w.again(ctx, advisory.Sequence); err != nil && ctx.Err() == nil {
				w.opts.Logger.Warn("putting back a document that was handed out too often", "err", err)
			}
		case <-t.C:
			if err := w.Sweep(ctx); err != nil && ctx.Err() == nil {
				w.opts.Logger.Warn("sweeping", "err", err)
			}
		}
	}
}

// Sweep looks once for documents that the queue considers settled although they
// have no receipt, or not the new one that was asked for, and puts each back on
// the log, or ends it as dead if it has been put back too often. Then it removes
// what ended long enough ago. Run does this by itself from time to time.
func (w *Worker) Sweep(ctx context.Context) error {
	a, err := w.opts.Ledger.Account(ctx, w.opts.Ingest)
	if err != nil {
		return err
	}
	for _, d := range append(a.LostDocuments, a.LostRereadings...) {
		if err := w.again(ctx, d.Sequence); err != nil {
			return err
		}
	}
	if w.opts.Keep <= 0 {
		return nil
	}
	return w.retire(ctx)
}

func (w *Worker) retire(ctx context.Context) error {
	ended, err := w.opts.Ledger.Ended(ctx)
	if err != nil {
		return err
	}
	removed, err := w.opts.Ingest.Retire(ctx, w.opts.Now(), w.opts.Keep, ended)
	if removed != (ingest.Retired{}) {
		w.opts.Logger.Info("removed what ended long ago", "messages", removed.Messages, "objects", removed.Objects, "orphans", removed.Orphans)
	}
	return err
}

// again has the message at a sequence of the intake log handed out once more.
// Two sweepers may do it at the same time: the server takes one.
func (w *Worker) again(ctx context.Context, seq uint64) error {
	d, err := w.opts.Ingest.At(ctx, seq)
	if errors.Is(err, jetstream.ErrMsgNotFound) {
		return nil // removed since, so it had ended
	}
	if err != nil {
		return err
	}
	last, err := w.opts.Ledger.Last(ctx, d.Tenant, d.SHA256)
	if err != nil {
		return err
	}
	if last.Receipt != nil && last.Sequence != d.Replaces {
		return nil
	}
	if d.Replays < w.opts.MaxReplays {
		w.opts.Logger.Warn("a document was handed out too often and is put back", short(d), "replay", d.Replays+1)
		return w.opts.Ingest.Replay(ctx, seq, d.Replaces)
	}
	_, _, err = w.opts.Ledger.Commit(ctx, ledger.Outcome{
		Tenant: d.Tenant, SHA256: d.SHA256, Document: d.Block(), Expect: last.Sequence,
		Ended: noticed.EndedDead, Deliveries: w.opts.MaxDeliver * (d.Replays + 1), Traceparent: d.Traceparent,
		Reason:  &noticed.ReadError{Code: DeadUndeliverable, Message: "The document was handed to a worker again and again, and reading it never came to an end."},
		Timings: noticed.Timings{Received: d.Received, Started: w.opts.Now().UTC(), Ended: w.opts.Now().UTC()},
	})
	if err != nil && !errors.Is(err, ledger.ErrAlreadyEnded) {
		return err
	}
	return nil
}
