package ingest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"noticed"
	"noticed/extract/format"
	"noticed/ingest/broker"
)

// chunkSize of documents in the bucket, in bytes.
const chunkSize = 512 << 10

// Submission is a document at the door.
type Submission struct {
	Tenant      string // "" is the default tenant
	Name        string // of the file; only its base name is kept, id numbers masked
	Within      string // names of the archive or message it lay in, outermost first: "batch.zip/mail.eml"
	Reference   string // the submitter's own; id numbers masked
	Source      string // the door
	Urgent      bool   // to be read before bulk
	Traceparent string // W3C trace context
	Data        []byte

	// Known, if given, says of a hash that the document is on the log already. Then
	// only its outcome is asked for, and nothing is sent.
	Known func(sha256 string) bool
	// Replaces is the sequence of the receipt that a new reading is to replace: the
	// document is queued although it has ended. 0 is a first reading.
	Replaces uint64
}

// Accepted says what became of a submission. The document is stored durably.
type Accepted struct {
	Tenant string `json:"tenant"`
	SHA256 string `json:"sha256"`
	Name   string `json:"name"` // masked
	// Duplicate says that the same bytes were submitted by this tenant before:
	// nothing was queued.
	Duplicate bool `json:"duplicate"`
	// Earlier is how the document ended before; nil if it is still queued, or if
	// there is no ledger to ask.
	Earlier *noticed.Receipt `json:"earlier,omitempty"`
}

// Submit accepts a document, or says why not by a *Refusal. While the server is
// away it waits, for Options.Patience or until the context is done; the same
// submission can then be made again without harm. [ErrFull] is told at once.
func (in *Ingest) Submit(ctx context.Context, s Submission) (Accepted, error) {
	if s.Tenant == "" {
		s.Tenant = DefaultTenant
	}
	if err := ValidTenant(s.Tenant); err != nil {
		return Accepted{}, err
	}
	kind, refusal := in.look(s.Data)
	if refusal != nil {
		return Accepted{}, refusal
	}
	a := Accepted{Tenant: s.Tenant, SHA256: hash(s.Data), Name: baseName(s.Name)}
	if a.Name == "" {
		a.Name = nameless(a.SHA256, kind)
	}
	a.Name = fullName(s.Within, a.Name)
	received := in.opts.Now().UTC().Format(time.RFC3339Nano)
	err := broker.Patiently(ctx, in.js.Conn(), in.opts.Patience, func(ctx context.Context) error { return in.submit(ctx, s, &a, kind, received) })
	return a, err
}

// submit is one attempt.
func (in *Ingest) submit(ctx context.Context, s Submission, a *Accepted, kind format.Format, received string) error {
	if in.opts.Ledger != nil && s.Replaces == 0 {
		short, cancel := context.WithTimeout(ctx, broker.Answer)
		r, err := in.opts.Ledger.Receipt(short, a.Tenant, a.SHA256)
		cancel()
		if err != nil {
			return fmt.Errorf("looking for an earlier outcome of %.12s: %w", a.SHA256, err)
		}
		if r != nil {
			a.Duplicate, a.Earlier = true, r
			return nil
		}
	}
	if s.Replaces == 0 && s.Known != nil && s.Known(a.SHA256) {
		a.Duplicate = true
		return nil
	}
	msg := nats.NewMsg(Subject(s.Tenant, s.Urgent))
	msg.Header.Set(jetstream.MsgIDHeader, msgID(a.Tenant, a.SHA256))
	if s.Replaces > 0 { // a new id, or the server would swallow it as a repeat
		msg.Header.Set(jetstream.MsgIDHeader, fmt.Sprintf("%s.again-%d", msgID(a.Tenant, a.SHA256), s.Replaces))
		msg.Header.Set(HeaderReplaces, strconv.FormatUint(s.Replaces, 10))
	}
	msg.Header.Set(HeaderReceived, received)
	msg.Header.Set(HeaderContentType, kind.MIME())
	for h, v := range map[string]string{
		HeaderName: baseName(a.Name), HeaderWithin: withinName(s.Within), HeaderSource: headerValue(s.Source), HeaderReference: headerValue(Mask(s.Reference)),
		HeaderTraceparent: headerValue(s.Traceparent),
	} {
		if v != "" {
			msg.Header.Set(h, v)
		}
	}
	object, stored := "", false
	if int64(len(s.Data)) <= in.opts.Inline {
		msg.Data = s.Data
	} else {
		object = objectName(a.Tenant, a.SHA256)
		msg.Header.Set(HeaderObject, object)
		var err error
		if stored, err = in.put(ctx, object, s.Data); err != nil {
			return err
		}
	}
	ack, err := in.publish(ctx, msg)
	if err != nil {
		return fmt.Errorf("putting %.12s on the intake log: %w", a.SHA256, err)
	}
	if object != "" && !stored {
		// The object was there before the message was: the retention sweep may
		// have removed it in between.
		if _, err := in.put(ctx, object, s.Data); err != nil {
			return err
		}
	}
	a.Duplicate = ack.Duplicate && !in.ours(ctx, ack.Sequence, received)
	return nil
}

// ours tells a repeat from an attempt of this very submission whose answer was
// lost: the message that is there says when it was received.
func (in *Ingest) ours(ctx context.Context, seq uint64, received string) bool {
	ctx, cancel := context.WithTimeout(ctx, broker.Answer)
	defer cancel()
	m, err := in.stream.GetMsg(ctx, seq)
	return err == nil && m.Header.Get(HeaderReceived) == received
}

// look decides by the bytes alone whether this is a document.
func (in *Ingest) look(data []byte) (format.Format, *Refusal) {
	if len(data) == 0 {
		return "", &Refusal{RefusedEmpty, "The file is empty."}
	}
	if int64(len(data)) > in.opts.MaxDocument {
		return "", &Refusal{RefusedTooLarge, fmt.Sprintf("The file is larger than %d MB: split it, or scan it at 200 dpi.", in.opts.MaxDocument>>20)}
	}
	kind := format.Sniff(data)
	if kind == format.Unknown {
		return "", &Refusal{RefusedNotDocument, "This is " + format.Describe(data) + ", not a " + format.Readable + "."}
	}
	return kind, nil
}

// put stores a document unless it is there: to put it again would take the
// chunks from under a reader.
func (in *Ingest) put(ctx context.Context, name string, data []byte) (stored bool, err error) {
	short, cancel := context.WithTimeout(ctx, broker.Answer)
	defer cancel()
	info, err := in.bucket.GetInfo(short, name)
	if err == nil && info.Size == uint64(len(data)) {
		return false, nil
	}
	if err != nil && !errors.Is(err, jetstream.ErrObjectNotFound) {
		return false, fmt.Errorf("storing %.12s: %w", shaOf(name), err)
	}
	// Without a deadline every chunk has its own; with one, a chunk whose answer
	// was lost is waited for till then.
	long, stop := context.WithCancel(context.WithoutCancel(ctx))
	defer stop()
	defer context.AfterFunc(ctx, stop)()
	_, err = in.bucket.Put(long, jetstream.ObjectMeta{
		Name: name,
		Opts: &jetstream.ObjectMetaOptions{ChunkSize: chunkSize},
	}, bytes.NewReader(data))
	if err != nil {
		return false, fmt.Errorf("storing %.12s: %w", shaOf(name), full(err))
	}
	return true, nil
}

func (in *Ingest) publish(ctx context.Context, msg *nats.Msg) (*jetstream.PubAck, error) {
	ctx, cancel := context.WithTimeout(ctx, broker.Answer)
	defer cancel()
	ack, err := in.js.PublishMsg(ctx, msg, jetstream.WithExpectStream(Stream))
	return ack, full(err)
}

// ErrFull means that there is no room for more documents. Nothing was accepted.
var ErrFull = errors.New("the intake log is full")

func full(err error) error {
	if isCode(err, broker.CodeStoreFailed) || isCode(err, broker.CodeNoStorage) {
		return broker.WithHint(fmt.Errorf("%w: %w", ErrFull, err),
			"let the retention sweep remove what ended long ago, or raise max_bytes of "+Stream)
	}
	return err
}
