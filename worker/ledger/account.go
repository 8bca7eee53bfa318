package ledger

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/nats-io/nats.go/jetstream"

	"noticed"
	"noticed/ingest"
	"noticed/ingest/broker"
)

// Account holds the intake log against the receipts. All numbers are of distinct
// documents unless they say otherwise.
type Account struct {
	Accepted int `json:"accepted"` // on the intake log
	Repeats  int `json:"repeats"`  // further messages of the same documents

	Ended     int `json:"ended"` // accepted, and with a receipt
	Assessed  int `json:"assessed"`
	OtherMail int `json:"other_mail"`
	Dead      int `json:"dead"`

	Queued  int `json:"queued"`  // no receipt, and the queue still owes it to a worker
	Waiting int `json:"waiting"` // of these, not handed out yet
	InHand  int `json:"in_hand"` // of these, handed out and not yet settled

	// Rereading are documents that have ended and are queued to be read again; they
	// count as ended.
	Rereading int `json:"rereading"`

	// Lost documents have no receipt, and the queue considers every message of
	// theirs settled. There should be none; the worker's sweeper puts them back.
	Lost          int               `json:"lost"`
	LostDocuments []ingest.Document `json:"-"` // those that could be named, by their last message
	// LostRereadings are documents that have ended, and whose new reading the queue
	// considers settled although it gave no outcome. The sweeper puts them back.
	LostRereadings []ingest.Document `json:"-"`

	// Receipts in the ledger, also of documents that the retention sweep has
	// removed from the intake log.
	Receipts int `json:"receipts"`
}

// Balanced says whether every accepted document has ended or is queued.
func (a Account) Balanced() bool { return a.Lost == 0 && a.Accepted == a.Ended+a.Queued }

type docKey struct{ tenant, sha string }

// lane is what a consumer of the intake log says of itself.
type lane struct {
	floor, delivered uint64 // sequences of the intake log
	ackPending       int
}

// settled says whether the queue is done with a message.
func (l lane) settled(seq uint64) bool { return seq <= l.floor }

// owed is what the queue still holds of one document.
type owed struct {
	last    ingest.Document
	waiting bool // a message of it was not handed out yet
	window  bool // a message of it was handed out and may not be settled
	urgent  int  // how many in that window, by lane
	bulk    int
}

// Account counts. What is lost is not what is left over: it is found by the
// consumers' own account of what they have settled, so that the balance can fail.
func (l *Ledger) Account(ctx context.Context, in *ingest.Ingest) (Account, error) {
	// The order matters while work goes on: end of the log, then consumers, then
	// the log, then receipts. A message that a consumer had settled when it was
	// asked had its receipt before, so that no document in flight seems lost.
	var a Account
	s, err := l.js.Stream(ctx, ingest.Stream)
	if err != nil {
		return a, fmt.Errorf("accounting: %w", err)
	}
	end := s.CachedInfo().State.LastSeq
	urgent, err := consumer(ctx, s, ingest.UrgentDurable)
	if err != nil {
		return a, fmt.Errorf("accounting: %w", err)
	}
	bulk, err := consumer(ctx, s, ingest.BulkDurable)
	if err != nil {
		return a, fmt.Errorf("accounting: %w", err)
	}
	docs := map[docKey]*owed{}
	messages := 0
	if end > 0 {
		err = in.Entries(ctx, end, func(d ingest.Document) error {
			messages++
			add(docs, d, urgent, bulk)
			return nil
		})
		if err != nil {
			return a, fmt.Errorf("accounting: %w", err)
		}
	}
	receipts := map[docKey]ending{}
	err = l.receipts(ctx, func(k docKey, e ending) { receipts[k] = e })
	if err != nil {
		return a, fmt.Errorf("accounting: %w", err)
	}
	// Only for what seems lost are the bytes asked who they are: the hash in a
	// header was somebody's claim.
	for k, o := range docs {
		if _, ended := receipts[k]; ended || o.waiting || o.window {
			continue
		}
		d, err := in.At(ctx, o.last.Sequence)
		if err != nil {
			if errors.Is(err, jetstream.ErrMsgNotFound) { // removed since
				continue
			}
			return a, fmt.Errorf("accounting: %w", err)
		}
		if is := (docKey{d.Tenant, d.SHA256}); is != k {
			delete(docs, k)
			d.Data = nil
			add(docs, d, urgent, bulk)
		}
	}
	a.Accepted, a.Repeats, a.Receipts = len(docs), messages-len(docs), len(receipts)
	unsettled := lane{} // messages of documents without receipt in each window
	for k, o := range docs {
		receipt, ok := receipts[k]
		switch {
		case ok:
			a.Ended++
			if o.last.Replaces == receipt.sequence {
				if o.waiting || o.window {
					a.Rereading++
				} else {
					a.LostRereadings = append(a.LostRereadings, o.last)
				}
			}
			switch receipt.ended {
			case noticed.EndedAssessed:
				a.Assessed++
			case noticed.EndedOtherMail:
				a.OtherMail++
			case noticed.EndedDead:
				a.Dead++
			}
		case o.waiting:
			a.Waiting++
		case o.window:
			a.InHand++
			unsettled.ackPending += o.urgent + o.bulk
		default:
			a.LostDocuments = append(a.LostDocuments, o.last)
		}
	}
	// More in the window than the consumers hold: these are settled as well, they
	// only can't be named before the ones below them are.
	if excess := unsettled.ackPending - urgent.ackPending - bulk.ackPending; excess > 0 {
		excess = min(excess, a.InHand)
		a.InHand -= excess
		a.Lost += excess
	}
	a.Lost += len(a.LostDocuments)
	a.Queued = a.Waiting + a.InHand
	return a, nil
}

func add(docs map[docKey]*owed, d ingest.Document, urgent, bulk lane) {
	k := docKey{d.Tenant, d.SHA256}
	o := docs[k]
	if o == nil {
		o = &owed{}
		docs[k] = o
	}
	o.last = d
	c := bulk
	if d.Urgent {
		c = urgent
	}
	switch {
	case d.Sequence > c.delivered:
		o.waiting = true
	case !c.settled(d.Sequence):
		o.window = true
		if d.Urgent {
			o.urgent++
		} else {
			o.bulk++
		}
	}
}

// consumer asks a consumer of the intake log. One that is not there has settled
// nothing: when it is made it will hand out everything.
func consumer(ctx context.Context, s jetstream.Stream, name string) (lane, error) {
	c, err := s.Consumer(ctx, name)
	if errors.Is(err, jetstream.ErrConsumerNotFound) {
		return lane{}, nil
	}
	if err != nil {
		return lane{}, fmt.Errorf("asking consumer %s: %w", name, err)
	}
	info := c.CachedInfo()
	floor := info.AckFloor.Stream
	if info.NumAckPending == 0 {
		// The floor the server tells stays below a message that was handed out too
		// often, until a later one is acknowledged.
		floor = info.Delivered.Stream
	}
	return lane{floor, info.Delivered.Stream, info.NumAckPending}, nil
}

// Ended returns a look-up of when each document ended.
func (l *Ledger) Ended(ctx context.Context) (func(tenant, sha256 string) (time.Time, bool), error) {
	when := map[docKey]time.Time{}
	err := l.receipts(ctx, func(k docKey, e ending) { when[k] = e.at })
	if err != nil {
		return nil, fmt.Errorf("reading when documents ended: %w", err)
	}
	return func(tenant, sha string) (time.Time, bool) {
		at, ok := when[docKey{tenant, sha}]
		return at, ok
	}, nil
}

// ending is what the log says of a receipt without reading it.
type ending struct {
	ended    noticed.Ended
	at       time.Time
	sequence uint64
}

// receipts reads how every document ended, without the receipts themselves. A
// later one of the same document comes later.
func (l *Ledger) receipts(ctx context.Context, do func(docKey, ending)) error {
	info, err := l.stream.Info(ctx) // of the leader: what was settled before is in it
	if err != nil {
		return err
	}
	if info.State.Msgs == 0 {
		return nil
	}
	tail, err := broker.NewTail(ctx, l.stream, jetstream.OrderedConsumerConfig{
		FilterSubjects: []string{endedPrefix + ">"},
		DeliverPolicy:  jetstream.DeliverLastPerSubjectPolicy, HeadersOnly: true,
	})
	if err != nil {
		return err
	}
	defer tail.Stop()
	// A receipt is the last message of every batch, and so of the log.
	return tail.Read(ctx, info.State.LastSeq, func(msg jetstream.Msg, meta *jetstream.MsgMetadata) error {
		if tenant, sha, ok := documentOf(msg.Subject()); ok {
			do(docKey{tenant, sha}, ending{noticed.Ended(msg.Headers().Get(HeaderEnded)), meta.Timestamp.UTC(), meta.Sequence.Stream})
		}
		return nil
	})
}
