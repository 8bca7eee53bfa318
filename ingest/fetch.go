package ingest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"noticed"
	"noticed/extract/format"
)

// settling is how long a stored document may take to be seen by a reader that
// asks another server of the cluster, or to be put back by a submitter who saw
// the retention sweep take it away.
const settling = time.Minute

// Document is an accepted document, as the intake log knows it.
type Document struct {
	Tenant, SHA256      string
	Name, Reference     string // masked
	Source, Traceparent string
	Urgent              bool
	Received            time.Time // UTC
	Stored              time.Time // when the intake log took it, UTC
	Sequence            uint64    // of the message in the intake log
	// Replaces is the sequence of the receipt that a new reading is to replace;
	// 0 for a first reading.
	Replaces uint64
	// Replays is how often the sweeper has put the document back on the log.
	Replays int
	Object  bool // the bytes are in the bucket, not in the message
	Data    []byte
}

// Block is the document block of what is published about it, without pages.
func (d Document) Block() noticed.Document {
	day := noticed.DateOf(d.Received.UTC())
	return noticed.Document{
		Name: d.Name, SHA256: d.SHA256, Tenant: d.Tenant, Reference: d.Reference, Received: &day,
	}
}

// Fetch reads an intake message back into the document and verifies the bytes.
//
// The error is a *Refusal if the document can never be had; the Document then
// has all fields but Data, so that its end can be put on record. Any other error
// is a fault that may pass. The context must have a deadline: reading a stored
// document whose chunks are gone waits for it.
func (in *Ingest) Fetch(ctx context.Context, msg jetstream.Msg) (Document, error) {
	meta, err := msg.Metadata()
	if err != nil {
		return Document{}, fmt.Errorf("reading the metadata of an intake message: %w", err)
	}
	d, err := describe(msg.Subject(), msg.Headers(), msg.Data(), meta.Sequence.Stream, meta.Timestamp)
	if err != nil {
		return d, err
	}
	if !d.Object {
		return d, nil
	}
	d.Data, err = in.get(ctx, objectName(d.Tenant, d.SHA256))
	if r := (*Refusal)(nil); errors.As(err, &r) && in.opts.Now().Sub(meta.Timestamp) < settling {
		return d, fmt.Errorf("fetching %.12s, accepted less than %s ago: %s", d.SHA256, settling, r.Message)
	}
	if err != nil {
		return d, err
	}
	if d.Name == "" {
		d.Name = nameless(d.SHA256, format.Sniff(d.Data))
	}
	return d, nil
}

// describe reads all that an intake message itself says.
func describe(subject string, h nats.Header, data []byte, seq uint64, stored time.Time) (Document, error) {
	tenant, urgent, err := tenantOf(subject)
	if err != nil {
		return Document{}, err
	}
	d := Document{
		Tenant: tenant, Urgent: urgent, Sequence: seq,
		Name:        fullName(h.Get(HeaderWithin), baseName(h.Get(HeaderName))),
		Reference:   headerValue(Mask(h.Get(HeaderReference))),
		Source:      headerValue(h.Get(HeaderSource)),
		Traceparent: headerValue(h.Get(HeaderTraceparent)),
		Received:    stored.UTC(), Stored: stored.UTC(),
	}
	// Whoever may publish may lie: a time of acceptance after the message was
	// stored, or before there was noticed, is none.
	t, err := time.Parse(time.RFC3339Nano, h.Get(HeaderReceived))
	if err == nil && t.Before(stored.Add(settling)) && t.Year() >= 2000 {
		d.Received = t.UTC()
	}
	d.Replaces, _ = strconv.ParseUint(h.Get(HeaderReplaces), 10, 64)
	replays, _ := strconv.ParseUint(h.Get(HeaderReplays), 10, 16)
	d.Replays = int(replays)

	if object := h.Get(HeaderObject); object != "" {
		owner, sha, _ := strings.Cut(object, "/")
		if owner == tenant && sha256Hex.MatchString(sha) && len(data) == 0 {
			d.SHA256, d.Object = sha, true
			return d, nil
		}
		// The message is all there is: it ends under the hash of its own bytes.
		d.SHA256 = hash(append([]byte(object+"\n"), data...))
		d.Name = nameless(d.SHA256, format.Unknown)
		return d, &Refusal{RefusedBadMessage, "The message names a stored document that is not one of this tenant's, or carries bytes as well."}
	}
	d.SHA256, d.Data = hash(data), data
	if d.Name == "" {
		d.Name = nameless(d.SHA256, format.Sniff(data))
	}
	return d, nil
}

func hash(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// get reads a document from the bucket.
func (in *Ingest) get(ctx context.Context, name string) ([]byte, error) {
	sha := shaOf(name)
	data, err := in.bucket.GetBytes(ctx, name)
	if err == nil && hash(data) == sha {
		return data, nil
	}
	// Gone, or only slow? Reading chunks that are gone waits for the deadline.
	look, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
	defer cancel()
	if gone, lookErr := in.gone(look, name); lookErr == nil && gone {
		return nil, &Refusal{RefusedMissing, "The stored document is no longer there, or parts of it are missing."}
	}
	if err == nil || errors.Is(err, jetstream.ErrDigestMismatch) {
		return nil, &Refusal{RefusedAltered, "The stored bytes are not those that were submitted."}
	}
	return nil, fmt.Errorf("fetching %.12s: %w", sha, err)
}

// gone asks whether all of a stored document is there. Counts of messages come
// from the leader, which knows; a replica that lags behind must not end a
// document.
func (in *Ingest) gone(ctx context.Context, name string) (bool, error) {
	info, err := in.bucket.GetInfo(ctx, name, jetstream.GetObjectInfoShowDeleted())
	if errors.Is(err, jetstream.ErrObjectNotFound) {
		n, err := in.countBucket(ctx, metaSubject(name))
		return n == 0, err
	}
	if err != nil {
		return false, err
	}
	if info.Deleted {
		return true, nil
	}
	n, err := in.countBucket(ctx, chunkSubject(info.NUID))
	return n < uint64(info.Chunks), err
}
