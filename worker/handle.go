package worker

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"time"

	"github.com/nats-io/nats.go/jetstream"

	"noticed"
	"noticed/ingest"
	"noticed/ingest/broker"
	"noticed/worker/ledger"
	"noticed/worker/reading"
)

// The codes of dead receipts that this package gives.
const (
	DeadCrash         = "crash"         // understanding it crashed, twice
	DeadTooMany       = "too_many"      // more notices than one commit holds
	DeadUndeliverable = "undeliverable" // handed out again and again, and never ended
	DeadUncommittable = "uncommittable" // what was read of it can't be put on record
)

const (
	// patience is how long a worker bears a server that is away before it gives
	// a document back.
	patience = 2 * time.Minute
	// ackTimeout is how long the answer to an acknowledgement may take. It may be
	// lost: the document then comes again and is found to have ended.
	ackTimeout = 2 * time.Second
)

// verdict is what a message is told about its document.
type verdict struct {
	kind   verdictKind
	reason string        // for term
	delay  time.Duration // for retry
}

type verdictKind int

const (
	ended   verdictKind = iota // a receipt exists: acknowledge, and wait for the server to say so
	term                       // a dead receipt exists: never again
	retry                      // a fault that may pass: again, later
	release                    // this worker stops: again, at once, by another
)

// handle takes one message from delivery to its settlement.
func (w *Worker) handle(ctx context.Context, msg jetstream.Msg) {
	meta, err := msg.Metadata()
	if err != nil {
		w.opts.Logger.Error("a message without metadata was delivered", "err", err)
		return
	}
	stop := w.heartbeat(msg, w.queue.ackWait(meta.Consumer)/4)
	v := w.process(ctx, msg, meta)
	stop()
	switch v.kind {
	case ended:
		actx, cancel := context.WithTimeout(context.WithoutCancel(ctx), ackTimeout)
		err = msg.DoubleAck(actx)
		cancel()
	case term:
		err = msg.TermWithReason(v.reason)
	case retry:
		err = msg.NakWithDelay(v.delay)
	case release:
		err = msg.Nak()
	}
	if err != nil {
		w.opts.Logger.Debug("settling a message; it will come again", "sequence", meta.Sequence.Stream, "err", err)
	}
}

// heartbeat tells the queue that the document is being worked on.
func (w *Worker) heartbeat(msg jetstream.Msg, every time.Duration) (stop func()) {
	done, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		t := time.NewTicker(max(every, 10*time.Millisecond))
		defer t.Stop()
		for {
			select {
			case <-done:
				return
			case <-t.C:
				_ = msg.InProgress() // lost with the connection: the document may come again
			}
		}
	}()
	return func() { close(done); <-stopped }
}

// process decides. It never says ended or term before a receipt is on record.
func (w *Worker) process(ctx context.Context, msg jetstream.Msg, meta *jetstream.MsgMetadata) verdict {
	started := w.opts.Now().UTC()
	var doc ingest.Document
	err := w.patiently(ctx, w.opts.FetchTimeout, func(ctx context.Context) (err error) {
		doc, err = w.opts.Ingest.Fetch(ctx, msg)
		return err
	})
	var refusal *ingest.Refusal
	if err != nil && !errors.As(err, &refusal) {
		return w.fault(ctx, doc, meta, "fetching a document", err)
	}
	var last ledger.Recorded
	err = w.patiently(ctx, broker.Answer, func(ctx context.Context) (err error) {
		last, err = w.opts.Ledger.Last(ctx, doc.Tenant, doc.SHA256)
		return err
	})
	if err != nil {
		return w.fault(ctx, doc, meta, "looking for a receipt", err)
	}
	if last.Receipt != nil && last.Sequence != doc.Replaces {
		return verdict{kind: ended} // the same bytes again, or an acknowledgement that was lost
	}
	o := ledger.Outcome{
		Tenant: doc.Tenant, SHA256: doc.SHA256, Document: doc.Block(),
		Deliveries: int(meta.NumDelivered), Expect: last.Sequence, Traceparent: doc.Traceparent,
		Timings: noticed.Timings{Received: doc.Received, Started: started},
	}
	if refusal != nil {
		o.Ended, o.Reason = noticed.EndedDead, &noticed.ReadError{Code: string(refusal.Code), Message: refusal.Message}
		return w.commit(ctx, doc, meta, o)
	}
	w.progress(doc, StageReading, o.Deliveries)
	out, err := w.read(ctx, reading.Submission{Document: o.Document, Data: doc.Data})
	if err != nil {
		return w.fault(ctx, doc, meta, "reading a document", err)
	}
	o.Ended, o.Assessments, o.Pages, o.Tries, o.Reason = out.Ended, out.Assessments, out.Pages, out.Tries, out.Reason
	if out.Document.Pages != nil {
		o.Document.Pages = out.Document.Pages
	}
	o.Timings.ReadMS = w.opts.Now().Sub(started).Milliseconds()
	return w.commit(ctx, doc, meta, o)
}

// read has the document read. What crashes on it a second time will crash on it
// always.
func (w *Worker) read(ctx context.Context, s reading.Submission) (out reading.Outcome, err error) {
	for try := 1; ; try++ {
		crashed := false
		func() {
			defer func() {
				if p := recover(); p != nil {
					crashed = true
					// The value may quote the document; where it happened doesn't.
					w.opts.Logger.Error("understanding a document crashed", "document", fmt.Sprintf("%.12s", s.Document.SHA256),
						"panic", fmt.Sprintf("%T", p), "stack", string(debug.Stack()))
				}
			}()
			out, err = w.opts.Reader.Read(ctx, s)
		}()
		if !crashed {
			return out, err
		}
		if try == 2 {
			return reading.Outcome{
				Ended: noticed.EndedDead, Document: s.Document, Tries: try,
				Reason: &noticed.ReadError{Code: DeadCrash, Message: "Understanding the document crashed the program twice. This is a defect of noticed."},
			}, nil
		}
	}
}

// commit puts the outcome on record.
func (w *Worker) commit(ctx context.Context, doc ingest.Document, meta *jetstream.MsgMetadata, o ledger.Outcome) verdict {
	o.Timings.Ended = w.opts.Now().UTC()
	err := w.patiently(ctx, broker.Answer, func(ctx context.Context) error {
		_, _, err := w.opts.Ledger.Commit(ctx, o)
		return err
	})
	switch {
	case err == nil:
		w.progress(doc, Stage(o.Ended), o.Deliveries)
		if o.Ended != noticed.EndedDead {
			return verdict{kind: ended}
		}
		reason := "dead"
		if o.Reason != nil {
			reason = o.Reason.Code
		}
		w.opts.Logger.Info("a document ended as dead", short(doc), "reason", reason)
		return verdict{kind: term, reason: reason}
	case errors.Is(err, ledger.ErrAlreadyEnded):
		return verdict{kind: ended}
	case errors.Is(err, ledger.ErrTooMany):
		return w.commit(ctx, doc, meta, dead(o, DeadTooMany,
			"The document holds more notices than can be put on record together: split it and submit the parts."))
	case errors.Is(err, ledger.ErrInvalid) && o.Ended != noticed.EndedDead:
		w.opts.Logger.Error("an outcome can't be put on record", short(doc), "err", err)
		return w.commit(ctx, doc, meta, dead(o, DeadUncommittable,
			"What was read of the document can't be put on record. This is a defect of noticed."))
	}
	return w.fault(ctx, doc, meta, "committing an outcome", err)
}

// patiently bears a server that restarts. What was read is worth waiting for,
// and a message can't even be given back meanwhile.
func (w *Worker) patiently(ctx context.Context, each time.Duration, do func(context.Context) error) error {
	return broker.Patiently(ctx, w.opts.JetStream.Conn(), patience, func(ctx context.Context) error {
		ctx, cancel := context.WithTimeout(ctx, each)
		defer cancel()
		return do(ctx)
	})
}

// dead is the same outcome without its results.
func dead(o ledger.Outcome, code, message string) ledger.Outcome {
	o.Ended, o.Assessments = noticed.EndedDead, nil
	o.Reason = &noticed.ReadError{Code: code, Message: message}
	for i := range o.Pages {
		o.Pages[i].Assessment = ""
	}
	return o
}

// fault gives a document back after something that may pass.
func (w *Worker) fault(ctx context.Context, doc ingest.Document, meta *jetstream.MsgMetadata, doing string, err error) verdict {
	if ctx.Err() != nil {
		return verdict{kind: release}
	}
	delay := backoff(meta.NumDelivered)
	w.opts.Logger.Warn(doing+"; it will be tried again", short(doc), "delivery", meta.NumDelivered, "after", delay, "err", err)
	w.progress(doc, StageWaiting, int(meta.NumDelivered))
	return verdict{kind: retry, delay: delay}
}

// backoff grows from 1 s to 15 min: all deliveries of a document together span
// hours, so that an outage of a night ends no document.
func backoff(delivery uint64) time.Duration {
	return min(15*time.Minute, time.Second<<min(max(delivery, 1)-1, 10))
}
