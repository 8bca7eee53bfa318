package ledger

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"

	"github.com/nats-io/nats.go/jetstream"
	"github.com/synadia-io/orbit.go/jetstreamext"

	"noticed"
	"noticed/ingest/broker"
)

// Config says how the stream is made where it is missing. The zero value is the
// default.
type Config struct {
	Replicas int // default 1
}

func (c Config) stream() jetstream.StreamConfig {
	return jetstream.StreamConfig{
		Name:               Stream,
		Description:        "what noticed found in every document, and how each ended",
		Subjects:           []string{assessedPrefix + ">", endedPrefix + ">"},
		Retention:          jetstream.LimitsPolicy,
		Discard:            jetstream.DiscardNew,
		Storage:            jetstream.FileStorage,
		Replicas:           max(1, c.Replicas),
		Duplicates:         duplicates,
		AllowDirect:        true,
		AllowAtomicPublish: true,
		Metadata: map[string]string{
			"app": "noticed", "app_version": noticed.Version,
			"schema": noticed.AssessmentSchema, "receipt_schema": noticed.ReceiptSchema,
		},
	}
}

// Ledger is the log of results. It is safe for use by several goroutines.
type Ledger struct {
	js     jetstream.JetStream
	stream jetstream.Stream
	log    *slog.Logger
}

// Open opens the log, and makes it if it is missing. What is there is not
// changed: see [Check]. A nil logger is silence.
func Open(ctx context.Context, js jetstream.JetStream, c Config, log *slog.Logger) (*Ledger, error) {
	if log == nil {
		log = slog.New(slog.DiscardHandler)
	}
	s, err := js.Stream(ctx, Stream)
	if errors.Is(err, jetstream.ErrStreamNotFound) {
		s, err = js.CreateStream(ctx, c.stream())
		if errors.Is(err, jetstream.ErrStreamNameAlreadyInUse) { // somebody was quicker
			s, err = js.Stream(ctx, Stream)
		}
	}
	if err != nil {
		return nil, fmt.Errorf("opening the log of results %s: %w", Stream, err)
	}
	if !s.CachedInfo().Config.AllowAtomicPublish {
		return nil, broker.WithHint(fmt.Errorf("opening the log of results %s: it does not allow atomic batches", Stream),
			"nats stream edit "+Stream+" --allow-batch")
	}
	return &Ledger{js: js, stream: s, log: log}, nil
}

// Check compares the log on the server with what noticed would make. It changes
// nothing.
func Check(ctx context.Context, js jetstream.JetStream, c Config) ([]broker.Difference, error) {
	s, err := js.Stream(ctx, Stream)
	if errors.Is(err, jetstream.ErrStreamNotFound) {
		return []broker.Difference{broker.Missing(Stream)}, nil
	}
	if err != nil {
		return nil, fmt.Errorf("looking at the log of results %s: %w", Stream, err)
	}
	return broker.Compare(s.CachedInfo().Config, c.stream()), nil
}

// Receipt returns a document's receipt, or nil if it has none yet. It makes a
// Ledger the Ledger of package ingest.
func (l *Ledger) Receipt(ctx context.Context, tenant, sha256 string) (*noticed.Receipt, error) {
	r, err := l.Last(ctx, tenant, sha256)
	return r.Receipt, err
}

// Recorded is a receipt and where it stands in the log.
type Recorded struct {
	Receipt  *noticed.Receipt // nil if there is none
	Sequence uint64           // what a correction has to expect; 0 if there is none
	commit   string
}

// Last returns a document's receipt with its sequence.
func (l *Ledger) Last(ctx context.Context, tenant, sha256 string) (Recorded, error) {
	m, err := l.stream.GetLastMsgForSubject(ctx, ReceiptSubject(tenant, sha256))
	if errors.Is(err, jetstream.ErrMsgNotFound) {
		return Recorded{}, nil
	}
	if err != nil {
		return Recorded{}, fmt.Errorf("reading the receipt of %.12s: %w", sha256, err)
	}
	r := &noticed.Receipt{}
	if err := json.Unmarshal(m.Data, r); err != nil {
		return Recorded{}, fmt.Errorf("reading the receipt of %.12s: %w", sha256, err)
	}
	return Recorded{r, m.Sequence, m.Header.Get(HeaderCommit)}, nil
}

// OfDocument returns the assessments of a document that hold, in the order of
// its receipt.
func (l *Ledger) OfDocument(ctx context.Context, tenant, sha256 string) ([]noticed.Assessment, error) {
	last, err := l.Last(ctx, tenant, sha256)
	if err != nil || last.Receipt == nil {
		return nil, err
	}
	old, err := l.live(ctx, tenant, *last.Receipt)
	if errors.Is(err, errChanged) && ctx.Err() == nil {
		return l.OfDocument(ctx, tenant, sha256)
	}
	if err != nil {
		return nil, err
	}
	var found []noticed.Assessment
	for _, ref := range last.Receipt.Assessments {
		if ref.Status == "" {
			found = append(found, old[AssessmentSubject(tenant, ref.Code, ref.ID)])
		}
	}
	return found, nil
}

// errChanged means that what was to be read was replaced meanwhile.
var errChanged = errors.New("the document was committed anew")

// live reads the assessments that a receipt names and that hold, by subject.
func (l *Ledger) live(ctx context.Context, tenant string, r noticed.Receipt) (map[string]noticed.Assessment, error) {
	var subjects []string
	want := map[string]int{}
	for _, ref := range r.Assessments {
		if ref.Status == "" {
			s := AssessmentSubject(tenant, ref.Code, ref.ID)
			subjects = append(subjects, s)
			want[s] = ref.Version
		}
	}
	found := map[string]noticed.Assessment{}
	if len(subjects) == 0 {
		return found, nil
	}
	err := l.lastOn(ctx, subjects, func(subject string, a noticed.Assessment) { found[subject] = a })
	if err != nil {
		return nil, fmt.Errorf("reading the assessments of %.12s: %w", r.Document.SHA256, err)
	}
	for s, v := range want {
		switch is := found[s].Version; {
		case is > v: // another commit came after the receipt was read
			return nil, errChanged
		case is < v: // a replica that lags behind the one that gave the receipt
			return nil, fmt.Errorf("reading the assessments of %.12s: version %d of %s is not there yet", r.Document.SHA256, v, s)
		}
	}
	return found, nil
}

// lastOn reads the last assessment on each of the subjects, which may have
// wildcards. It is all of them or an error.
func (l *Ledger) lastOn(ctx context.Context, subjects []string, do func(string, noticed.Assessment)) error {
	// The library ends a late answer as if it were complete, and without a deadline
	// of ours it waits no longer than for a connection.
	ctx, cancel := context.WithTimeout(ctx, broker.Answer)
	defer cancel()
	msgs, err := jetstreamext.GetLastMsgsFor(ctx, l.js, Stream, subjects)
	if err != nil {
		return err
	}
	pending := "" // how many come after what was read last
	for m, err := range msgs {
		if errors.Is(err, jetstreamext.ErrNoMessages) && pending == "" {
			return nil
		}
		if err != nil {
			return err
		}
		var a noticed.Assessment
		if err := json.Unmarshal(m.Data, &a); err != nil {
			return fmt.Errorf("reading what is on %s: %w", m.Subject, err)
		}
		do(m.Subject, a)
		pending = m.Header.Get("Nats-Num-Pending")
	}
	switch {
	case pending == "0":
		return nil
	case ctx.Err() != nil:
		return fmt.Errorf("waiting for the rest of an answer: %w", ctx.Err())
	default:
		return fmt.Errorf("the answer breaks off with %q messages to come", pending)
	}
}
