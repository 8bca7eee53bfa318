package ingest

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"noticed/ingest/broker"
)

// Entries calls do for every message of the intake log up to sequence upTo (0
// means its present end), oldest first, and stops at the first error. The
// documents come without their bytes.
//
// A hash that the headers carry is taken from there; whoever published the
// message may have made it up, so [Ingest.At] has the last word.
func (in *Ingest) Entries(ctx context.Context, upTo uint64, do func(Document) error) error {
	err := in.entries(ctx, upTo, do)
	if err != nil {
		return fmt.Errorf("reading the intake log: %w", err)
	}
	return nil
}

// OnLog returns the hashes of a tenant's documents that are on the log: what its
// messages say of themselves, as in [Ingest.Entries].
func (in *Ingest) OnLog(ctx context.Context, tenant string) (map[string]bool, error) {
	found := map[string]bool{}
	err := in.Entries(ctx, 0, func(d Document) error {
		if d.Tenant == tenant {
			found[d.SHA256] = true
		}
		return nil
	})
	return found, err
}

func (in *Ingest) entries(ctx context.Context, upTo uint64, do func(Document) error) error {
	info, err := in.stream.Info(ctx)
	if err != nil {
		return err
	}
	if upTo == 0 || upTo > info.State.LastSeq {
		upTo = info.State.LastSeq
	}
	if info.State.Msgs == 0 || upTo < info.State.FirstSeq {
		return nil
	}
	tail, err := broker.NewTail(ctx, in.stream, jetstream.OrderedConsumerConfig{
		DeliverPolicy: jetstream.DeliverAllPolicy, HeadersOnly: true,
	})
	if err != nil {
		return err
	}
	defer tail.Stop()
	return tail.Read(ctx, upTo, func(msg jetstream.Msg, meta *jetstream.MsgMetadata) error {
		if meta.Sequence.Stream > upTo {
			return nil
		}
		d, err := in.entry(ctx, msg.Subject(), msg.Headers(), meta.Sequence.Stream, meta.Timestamp)
		if errors.Is(err, jetstream.ErrMsgNotFound) { // removed since
			return nil
		}
		if err != nil {
			return err
		}
		return do(d)
	})
}

func (in *Ingest) entry(ctx context.Context, subject string, h nats.Header, seq uint64, stored time.Time) (Document, error) {
	sha := announced(subject, h)
	if sha == "" {
		d, err := in.At(ctx, seq)
		d.Data = nil
		return d, err
	}
	d, err := describe(subject, h, nil, seq, stored)
	d.SHA256 = sha
	return d, err
}

// announced is the hash that a message's headers carry, or "".
func announced(subject string, h nats.Header) string {
	tenant, _, err := tenantOf(subject)
	if err != nil {
		return ""
	}
	if object, ok := strings.CutPrefix(h.Get(HeaderObject), tenant+"/"); ok && sha256Hex.MatchString(object) {
		return object
	}
	if h.Get(HeaderObject) != "" {
		return ""
	}
	id, ok := strings.CutPrefix(h.Get(jetstream.MsgIDHeader), tenant+".")
	id, _, _ = strings.Cut(id, ".") // a replay has more behind it
	if ok && sha256Hex.MatchString(id) {
		return id
	}
	return ""
}

// At reads the message at a sequence of the log. The document has the hash of
// its bytes, and the bytes themselves unless they are in the bucket.
func (in *Ingest) At(ctx context.Context, seq uint64) (Document, error) {
	d, _, err := in.at(ctx, seq)
	return d, err
}

func (in *Ingest) at(ctx context.Context, seq uint64) (Document, *jetstream.RawStreamMsg, error) {
	m, err := in.stream.GetMsg(ctx, seq)
	if err != nil {
		return Document{}, nil, fmt.Errorf("reading message %d of the intake log: %w", seq, err)
	}
	d, err := describe(m.Subject, m.Header, m.Data, seq, m.Time)
	if r := (*Refusal)(nil); errors.As(err, &r) { // it has a hash all the same
		err = nil
	}
	return d, m, err
}

// Reread has a document of the log read again, its outcome to replace the receipt
// with that sequence. The error is a *[Refusal] if its bytes are no longer kept;
// a document without a sequence is not on the log.
func (in *Ingest) Reread(ctx context.Context, d Document, replaces uint64) error {
	gone := &Refusal{RefusedMissing, "Its bytes are no longer kept: they are removed some time after the end."}
	if d.Sequence == 0 {
		return gone
	}
	is, err := in.At(ctx, d.Sequence)
	if errors.Is(err, jetstream.ErrMsgNotFound) || err == nil && is.SHA256 != d.SHA256 {
		return gone
	}
	if err != nil {
		return fmt.Errorf("looking for %.12s: %w", d.SHA256, err)
	}
	if is.Object {
		missing, err := in.gone(ctx, objectName(d.Tenant, d.SHA256))
		if err != nil {
			return fmt.Errorf("looking for %.12s: %w", d.SHA256, err)
		}
		if missing {
			return gone
		}
	}
	return in.Replay(ctx, d.Sequence, replaces)
}

// Replay puts a message of the log on it once more, to be read again. With
// replaces, the sequence of a receipt, the new reading replaces that outcome;
// with 0 the document has none. To replay the same message twice within the
// duplicates window is one replay.
func (in *Ingest) Replay(ctx context.Context, seq, replaces uint64) error {
	d, m, err := in.at(ctx, seq)
	if err != nil {
		return fmt.Errorf("replaying: %w", err)
	}
	out := nats.NewMsg(m.Subject)
	out.Data = m.Data
	for _, h := range []string{HeaderName, HeaderWithin, HeaderContentType, HeaderSource, HeaderReference, HeaderObject, HeaderTraceparent} {
		if v := m.Header.Get(h); v != "" {
			out.Header.Set(h, v)
		}
	}
	out.Header.Set(HeaderReceived, d.Received.Format(time.RFC3339Nano))
	// A new id, or the server would swallow it as a repeat.
	id := fmt.Sprintf("%s.replay-%d", msgID(d.Tenant, d.SHA256), seq)
	if replaces > 0 {
		out.Header.Set(HeaderReplaces, fmt.Sprint(replaces))
		id += fmt.Sprintf("-%d", replaces)
	}
	if replaces == d.Replaces { // the same reading, asked for again
		out.Header.Set(HeaderReplays, fmt.Sprint(d.Replays+1))
	}
	out.Header.Set(jetstream.MsgIDHeader, id)
	if _, err := in.publish(ctx, out); err != nil {
		return fmt.Errorf("replaying %.12s: %w", d.SHA256, err)
	}
	return nil
}
