package ledger_test

import (
	"errors"
	"testing"
	"time"

	"github.com/nats-io/nats.go/jetstream"

	"noticed"
	"noticed/ingest"
	"noticed/worker/ledger"
)

// A dead document that is to be read again stays ended; what became of the new
// reading can be told, also if nothing became of it.
func TestDeadAndRereading(t *testing.T) {
	b, l := start(t)
	in, err := ingest.Open(t.Context(), b.JetStream, ingest.Options{Ledger: l})
	if err != nil {
		t.Fatal(err)
	}
	c, err := b.JetStream.CreateConsumer(t.Context(), ingest.Stream, jetstream.ConsumerConfig{
		Durable: ingest.BulkDurable, FilterSubject: ingest.BulkSubjects, AckPolicy: jetstream.AckExplicitPolicy,
	})
	if err != nil {
		t.Fatal(err)
	}
	take := func() ingest.Document {
		t.Helper()
		m, err := c.Next(jetstream.FetchMaxWait(5 * time.Second))
		if err != nil {
			t.Fatal(err)
		}
		d, err := in.Fetch(t.Context(), m)
		if err != nil {
			t.Fatal(err)
		}
		if err := m.DoubleAck(t.Context()); err != nil {
			t.Fatal(err)
		}
		return d
	}
	end := func(a ingest.Accepted, ended noticed.Ended, expect uint64) uint64 {
		t.Helper()
		_, seq, err := l.Commit(t.Context(), ledger.Outcome{Tenant: a.Tenant, SHA256: a.SHA256, Ended: ended, Expect: expect})
		if err != nil {
			t.Fatal(err)
		}
		return seq
	}
	var docs []ingest.Accepted
	for _, s := range []ingest.Submission{
		{Tenant: "acme", Data: []byte("%PDF-1.4 0")}, {Tenant: "acme", Data: []byte("%PDF-1.4 1")}, {Tenant: "bolt", Data: []byte("%PDF-1.4 0")},
	} {
		a, err := in.Submit(t.Context(), s)
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, a)
		take()
	}
	end(docs[2], noticed.EndedDead, 0)
	seq := end(docs[0], noticed.EndedDead, 0)
	end(docs[1], noticed.EndedAssessed, 0)
	dead := func(tenant string, want ...ingest.Accepted) {
		t.Helper()
		found, err := l.Dead(t.Context(), tenant)
		if err != nil || len(found) != len(want) {
			t.Fatalf("%q: %d are dead, want %d (%v)", tenant, len(found), len(want), err)
		}
		for i, r := range found {
			if d := r.Receipt.Document; d.Tenant != want[i].Tenant || d.SHA256 != want[i].SHA256 || r.Sequence == 0 {
				t.Errorf("%q: %d is %+v", tenant, i, d)
			}
		}
	}
	dead("", docs[2], docs[0])
	dead("acme", docs[0])

	account := func(when string, rereading, lost int) ledger.Account {
		t.Helper()
		a, err := l.Account(t.Context(), in)
		if err != nil || !a.Balanced() || a.Ended != 3 || a.Queued != 0 || a.Rereading != rereading || len(a.LostRereadings) != lost {
			t.Errorf("%s: %+v (%v)", when, a, err)
		}
		return a
	}
	account("before", 0, 0)
	err = in.Reread(t.Context(), ingest.Document{Tenant: "acme", SHA256: docs[0].SHA256, Sequence: 1}, seq)
	if err != nil {
		t.Fatal(err)
	}
	account("queued again", 1, 0)
	if d := take(); d.Replaces != seq || d.SHA256 != docs[0].SHA256 {
		t.Errorf("handed out again as %+v", d)
	}
	a := account("settled without an outcome", 0, 1)
	if len(a.LostRereadings) == 1 && a.LostRereadings[0].Sequence != 4 {
		t.Errorf("lost: %+v", a.LostRereadings)
	}
	end(docs[0], noticed.EndedAssessed, seq)
	account("read again", 0, 0)
	dead("acme")

	// What the retention sweep removed can't be read again from the log.
	log, err := b.JetStream.Stream(t.Context(), ingest.Stream)
	if err == nil {
		err = log.DeleteMsg(t.Context(), 3)
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, at := range []uint64{0, 3, 2} { // none, removed, another document's
		err := in.Reread(t.Context(), ingest.Document{Tenant: "bolt", SHA256: docs[2].SHA256, Sequence: at}, 1)
		if refusal, ok := errors.AsType[*ingest.Refusal](err); !ok || refusal.Code != ingest.RefusedMissing {
			t.Errorf("from sequence %d: %v", at, err)
		}
	}
	// But it can be submitted again, to be read although it has ended.
	again, err := in.Submit(t.Context(), ingest.Submission{Tenant: "bolt", Data: []byte("%PDF-1.4 0"), Replaces: 1})
	if err != nil || again.Duplicate || again.Earlier != nil {
		t.Errorf("submitted again: %+v, %v", again, err)
	}
	if d := take(); d.Replaces != 1 || d.SHA256 != docs[2].SHA256 {
		t.Errorf("handed out again as %+v", d)
	}
}
