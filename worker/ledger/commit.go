package ledger

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
	"github.com/nats-io/nuid"
	"github.com/synadia-io/orbit.go/jetstreamext"

	"noticed"
	"noticed/ingest/broker"
)

// MaxBatch is how many messages the server takes as one.
const MaxBatch = 1000

// paceEvery is after how many messages of a batch the server is waited for.
const paceEvery = 100

// duplicates is the log's window for repeated messages. Batches carry no message
// ids, so it is never used; the server insists on one.
const duplicates = 2 * time.Minute

// ErrAlreadyEnded means that somebody else ended the document, or corrected it,
// since the expected receipt. Nothing was published.
var ErrAlreadyEnded = errors.New("the document has ended already")

// ErrTooMany means that a document holds more notices than can be published as
// one. It is permanent.
var ErrTooMany = fmt.Errorf("more notices than the %d messages that can be committed as one", MaxBatch)

// ErrInvalid means that an outcome can't be put on record as it is. It is
// permanent, and a defect of whoever made the outcome.
var ErrInvalid = errors.New("the outcome is not fit for the ledger")

// Outcome is what one commit publishes.
type Outcome struct {
	Tenant, SHA256 string
	By             string // "" is machine
	Ended          noticed.Ended
	Document       noticed.Document // with every page
	// Assessments are all that hold from now on. Their Version and Supersedes are
	// set by the commit.
	Assessments []noticed.Assessment
	Pages       []noticed.PageOutcome
	Tries       int
	Deliveries  int
	Reason      *noticed.ReadError
	Timings     noticed.Timings
	Traceparent string

	// Expect is the sequence of the receipt that this outcome replaces, 0 for a
	// document that has none.
	Expect uint64
}

// Commit ends a document, or replaces how it ended, in one atomic batch:
//
//   - every assessment in its next version (1 for the first),
//   - every earlier assessment that is not among them any more (another code,
//     another split), on its old subject, as withdrawn,
//   - the receipt.
//
// It returns the receipt and its sequence. [ErrAlreadyEnded] means that somebody
// was quicker, [ErrTooMany] and [ErrInvalid] that it can never be; nothing was
// published then. After any other error look at the receipt before deciding: a commit
// whose answer was lost may still take effect, and to commit again with the same
// Expect is then harmless.
func (l *Ledger) Commit(ctx context.Context, o Outcome) (noticed.Receipt, uint64, error) {
	by := o.By
	if by == "" {
		by = "machine"
	}
	receipt := noticed.Receipt{
		Schema: noticed.ReceiptSchema, Version: 1, By: by, Document: o.Document, Ended: o.Ended,
		Pages: o.Pages, Assessments: []noticed.AssessmentRef{},
		Tries: o.Tries, Deliveries: o.Deliveries, Reason: o.Reason, Timings: o.Timings,
	}
	receipt.Document.Tenant, receipt.Document.SHA256 = o.Tenant, o.SHA256
	if receipt.Pages == nil {
		receipt.Pages = []noticed.PageOutcome{}
	}
	if receipt.Document.Pages == nil {
		receipt.Document.Pages = []int{}
	}
	earlier, err := l.earlier(ctx, o)
	if err != nil {
		return noticed.Receipt{}, 0, err
	}
	receipt.Version = earlier.version + 1

	msgs, err := o.messages(&receipt, earlier)
	if err != nil {
		return noticed.Receipt{}, 0, fmt.Errorf("committing %.12s: %w: %w", o.SHA256, ErrInvalid, err)
	}
	if len(msgs) > MaxBatch {
		return noticed.Receipt{}, 0, fmt.Errorf("committing %.12s: %w", o.SHA256, ErrTooMany)
	}
	seq, err := l.publish(ctx, o, msgs)
	if err != nil {
		return noticed.Receipt{}, 0, fmt.Errorf("committing %.12s: %w", o.SHA256, err)
	}
	return receipt, seq, nil
}

// earlier is what a commit replaces.
type earlier struct {
	version int
	last    map[string]int                // version of each assessment id
	live    map[string]noticed.Assessment // by subject
	refs    map[string]noticed.AssessmentRef
}

func (l *Ledger) earlier(ctx context.Context, o Outcome) (earlier, error) {
	e := earlier{last: map[string]int{}, refs: map[string]noticed.AssessmentRef{}}
	if o.Expect == 0 {
		return e, nil
	}
	last, err := l.Last(ctx, o.Tenant, o.SHA256)
	if err != nil {
		return e, err
	}
	if last.Sequence != o.Expect {
		return e, fmt.Errorf("committing %.12s: %w", o.SHA256, ErrAlreadyEnded)
	}
	e.version = last.Receipt.Version
	for _, ref := range last.Receipt.Assessments {
		e.last[ref.ID] = max(e.last[ref.ID], ref.Version)
		if ref.Status == "" {
			e.refs[AssessmentSubject(o.Tenant, ref.Code, ref.ID)] = ref
		}
	}
	if err := l.returning(ctx, o, e.last); err != nil {
		return e, err
	}
	e.live, err = l.live(ctx, o.Tenant, *last.Receipt)
	if errors.Is(err, errChanged) {
		err = fmt.Errorf("committing %.12s: %w", o.SHA256, ErrAlreadyEnded)
	}
	return e, err
}

// returning finds the last version of assessments that the last receipt does not
// name, because they were withdrawn before it.
func (l *Ledger) returning(ctx context.Context, o Outcome, last map[string]int) error {
	var subjects []string
	for _, a := range o.Assessments {
		if _, ok := last[a.ID]; !ok {
			subjects = append(subjects, AssessmentSubject(o.Tenant, "*", a.ID))
		}
	}
	if len(subjects) == 0 {
		return nil
	}
	return l.lastOn(ctx, subjects, func(_ string, a noticed.Assessment) {
		last[a.ID] = max(last[a.ID], a.Version)
	})
}

// messages makes the batch, the receipt last, and fills in what it refers to.
func (o Outcome) messages(r *noticed.Receipt, e earlier) ([]*nats.Msg, error) {
	var msgs []*nats.Msg
	add := func(subject, code string, a noticed.Assessment) error {
		data, err := json.Marshal(a)
		if err != nil {
			return fmt.Errorf("encoding assessment %s: %w", a.ID, err)
		}
		m := nats.NewMsg(subject)
		m.Data = data
		o.trace(m)
		msgs = append(msgs, m)
		r.Assessments = append(r.Assessments, noticed.AssessmentRef{ID: a.ID, Version: a.Version, Code: code, Status: a.Status})
		return nil
	}
	holds, ids := map[string]bool{}, map[string]bool{}
	for _, a := range o.Assessments {
		code, err := CodeToken(a)
		if err != nil {
			return nil, err
		}
		subject := AssessmentSubject(o.Tenant, code, a.ID)
		if ids[a.ID] {
			return nil, fmt.Errorf("assessment %s is there twice", a.ID)
		}
		holds[subject], ids[a.ID] = true, true
		a.Version, a.Supersedes, a.By, a.Status = r.Version, nil, r.By, ""
		if v, ok := e.last[a.ID]; ok {
			a.Supersedes = &v
		}
		if err := add(subject, code, a); err != nil {
			return nil, err
		}
	}
	for _, subject := range slices.Sorted(maps.Keys(e.refs)) {
		if holds[subject] {
			continue
		}
		a, ref := e.live[subject], e.refs[subject]
		v := a.Version
		a.Version, a.Supersedes, a.By, a.Status = r.Version, &v, r.By, noticed.StatusWithdrawn
		if err := add(subject, ref.Code, a); err != nil {
			return nil, err
		}
	}
	data, err := json.Marshal(r)
	if err != nil {
		return nil, fmt.Errorf("encoding the receipt: %w", err)
	}
	m := nats.NewMsg(ReceiptSubject(o.Tenant, o.SHA256))
	m.Data = data
	m.Header.Set(HeaderEnded, string(o.Ended))
	o.trace(m)
	return append(msgs, m), nil
}

func (o Outcome) trace(m *nats.Msg) {
	if o.Traceparent != "" {
		m.Header.Set(HeaderTraceparent, o.Traceparent)
	}
}

// publish sends the batch. Where the answer is lost it looks for the receipt.
func (l *Ledger) publish(ctx context.Context, o Outcome, msgs []*nats.Msg) (uint64, error) {
	last := msgs[len(msgs)-1]
	commit := nuid.Next()
	last.Header.Set(HeaderCommit, commit)

	// The library would wait for an answer to the first message without heeding
	// the context. A batch that misses one is refused whole, so that only a large
	// one needs to be paced.
	batch, err := jetstreamext.NewBatchPublisher(l.js, jetstreamext.BatchFlowControl{AckEvery: paceEvery, AckTimeout: broker.Answer})
	if err != nil {
		return 0, err
	}
	for _, m := range msgs[:len(msgs)-1] {
		if err := batch.AddMsg(m, jetstreamext.WithBatchExpectStream(Stream)); err != nil {
			_ = batch.Discard() // the server drops it by itself
			if errors.Is(err, nats.ErrMaxPayload) {
				return 0, fmt.Errorf("%w: %w", ErrInvalid, err)
			}
			return 0, err
		}
	}
	ack, err := batch.CommitMsg(ctx, last,
		jetstreamext.WithBatchExpectStream(Stream),
		jetstreamext.WithBatchExpectLastSequencePerSubject(o.Expect))
	if err == nil {
		return ack.Sequence, nil
	}
	if errors.Is(err, nats.ErrMaxPayload) {
		return 0, fmt.Errorf("%w: %w", ErrInvalid, err)
	}
	if api, ok := errors.AsType[*jetstream.APIError](err); ok {
		switch api.ErrorCode {
		case jetstream.JSErrCodeStreamWrongLastSequence, jetstream.JSErrCodeStreamWrongLastSequenceConstant:
			return 0, ErrAlreadyEnded
		case jetstreamext.JSErrCodeBatchPublishExceedsLimit:
			return 0, ErrTooMany
		}
		return 0, err
	}
	// No answer: it may have been done.
	look, cancel := context.WithTimeout(context.WithoutCancel(ctx), broker.Answer)
	defer cancel()
	is, lookErr := l.Last(look, o.Tenant, o.SHA256)
	switch {
	case lookErr != nil:
		return 0, fmt.Errorf("%w (and then: %w)", err, lookErr)
	case is.commit == commit:
		return is.Sequence, nil
	case is.Sequence != o.Expect:
		return 0, ErrAlreadyEnded
	}
	return 0, err
}
