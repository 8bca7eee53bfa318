package ledger_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"noticed"
	"noticed/ingest"
	"noticed/worker/ledger"
)

func TestAccount(t *testing.T) {
	b, l := start(t)
	in, err := ingest.Open(t.Context(), b.JetStream, ingest.Options{})
	if err != nil {
		t.Fatal(err)
	}
	account := func(when string, want ledger.Account, balanced bool) ledger.Account {
		t.Helper()
		a, err := l.Account(t.Context(), in)
		if err != nil {
			t.Fatalf("%s: %v", when, err)
		}
		named := a
		a.LostDocuments = nil
		if fmt.Sprintf("%+v", a) != fmt.Sprintf("%+v", want) || a.Balanced() != balanced {
			t.Errorf("%s:\n got %+v, balanced %t\nwant %+v", when, a, a.Balanced(), want)
		}
		return named
	}
	account("empty", ledger.Account{}, true)

	docs := make([]ingest.Accepted, 6)
	for i := range docs {
		docs[i], err = in.Submit(t.Context(), ingest.Submission{Tenant: "acme", Urgent: i%2 == 1, Data: []byte(fmt.Sprintf("%%PDF-1.4 %d", i))})
		if err != nil {
			t.Fatal(err)
		}
	}
	// A repeat that the server's window does not know, and one from a client that
	// made up its message's id.
	plain := nats.NewMsg("notices.intake.acme.bulk")
	plain.Data = []byte("%PDF-1.4 0")
	if _, err := b.JetStream.PublishMsg(t.Context(), plain); err != nil {
		t.Fatal(err)
	}
	liar := nats.NewMsg("notices.intake.acme.bulk")
	liar.Data = []byte("%PDF-1.4 liar")
	liar.Header.Set(jetstream.MsgIDHeader, "acme."+sha)
	if _, err := b.JetStream.PublishMsg(t.Context(), liar); err != nil {
		t.Fatal(err)
	}
	account("nothing done, no consumers yet", ledger.Account{Accepted: 7, Repeats: 1, Queued: 7, Waiting: 7}, true)

	lanes := map[string]jetstream.Consumer{}
	for durable, filter := range map[string]string{ingest.UrgentDurable: ingest.UrgentSubjects, ingest.BulkDurable: ingest.BulkSubjects} {
		lanes[durable], err = b.JetStream.CreateConsumer(t.Context(), ingest.Stream, jetstream.ConsumerConfig{
			Durable: durable, FilterSubject: filter, AckPolicy: jetstream.AckExplicitPolicy, AckWait: 200 * time.Millisecond, MaxDeliver: 2,
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	take := func(durable string) jetstream.Msg {
		t.Helper()
		m, err := lanes[durable].Next(jetstream.FetchMaxWait(5 * time.Second))
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	end := func(m jetstream.Msg, ended noticed.Ended) {
		t.Helper()
		d, err := in.Fetch(t.Context(), m)
		if err != nil {
			t.Fatal(err)
		}
		_, _, err = l.Commit(t.Context(), ledger.Outcome{Tenant: d.Tenant, SHA256: d.SHA256, Ended: ended})
		if err != nil && !errors.Is(err, ledger.ErrAlreadyEnded) {
			t.Fatal(err)
		}
		if err := m.DoubleAck(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	end(take(ingest.UrgentDurable), noticed.EndedAssessed) // 1
	end(take(ingest.BulkDurable), noticed.EndedDead)       // 0
	account("two ended", ledger.Account{Accepted: 7, Repeats: 1, Ended: 2, Assessed: 1, Dead: 1, Queued: 5, Waiting: 5, Receipts: 2}, true)

	inHand := take(ingest.BulkDurable) // 2
	account("one in hand", ledger.Account{Accepted: 7, Repeats: 1, Ended: 2, Assessed: 1, Dead: 1, Queued: 5, Waiting: 4, InHand: 1, Receipts: 2}, true)
	if err := inHand.InProgress(); err != nil {
		t.Fatal(err)
	}

	// A worker that acknowledges before the outcome is known: the defect that the
	// balance is there to show.
	early := take(ingest.UrgentDurable) // 3
	if err := early.DoubleAck(t.Context()); err != nil {
		t.Fatal(err)
	}
	a := account("one acknowledged too early",
		ledger.Account{Accepted: 7, Repeats: 1, Ended: 2, Assessed: 1, Dead: 1, Queued: 4, Waiting: 3, InHand: 1, Lost: 1, Receipts: 2}, false)
	if len(a.LostDocuments) != 1 || a.LostDocuments[0].SHA256 != docs[3].SHA256 {
		t.Errorf("lost: %+v", a.LostDocuments)
	}
	_, _, err = l.Commit(t.Context(), ledger.Outcome{Tenant: "acme", SHA256: docs[3].SHA256, Ended: noticed.EndedOtherMail})
	if err != nil {
		t.Fatal(err)
	}

	// One above the consumer's floor: it is lost, and can't be named before the
	// one in hand below it is settled.
	early = take(ingest.BulkDurable)
	meta, err := early.Metadata()
	if err != nil {
		t.Fatal(err)
	}
	if meta.NumDelivered > 1 { // the one in hand came again: settle the other
		early, inHand = take(ingest.BulkDurable), early
	}
	if err := early.DoubleAck(t.Context()); err != nil { // 4
		t.Fatal(err)
	}
	account("one acknowledged too early, above one in hand",
		ledger.Account{Accepted: 7, Repeats: 1, Ended: 3, Assessed: 1, OtherMail: 1, Dead: 1, Queued: 3, Waiting: 2, InHand: 1, Lost: 1, Receipts: 3}, false)
	end(inHand, noticed.EndedAssessed)
	a = account("the one in hand ended",
		ledger.Account{Accepted: 7, Repeats: 1, Ended: 4, Assessed: 2, OtherMail: 1, Dead: 1, Queued: 2, Waiting: 2, Lost: 1, Receipts: 4}, false)
	if len(a.LostDocuments) != 1 || a.LostDocuments[0].SHA256 != docs[4].SHA256 {
		t.Errorf("lost: %+v", a.LostDocuments)
	}
	_, _, err = l.Commit(t.Context(), ledger.Outcome{Tenant: "acme", SHA256: docs[4].SHA256, Ended: noticed.EndedAssessed})
	if err != nil {
		t.Fatal(err)
	}
	end(take(ingest.BulkDurable), noticed.EndedAssessed)   // the repeat of 0
	end(take(ingest.BulkDurable), noticed.EndedAssessed)   // the liar, under the hash of its bytes
	end(take(ingest.UrgentDurable), noticed.EndedAssessed) // 5
	account("all ended", ledger.Account{Accepted: 7, Repeats: 1, Ended: 7, Assessed: 5, OtherMail: 1, Dead: 1, Receipts: 7}, true)
}

// What was handed out as often as it may be has not ended, and nobody is going
// to be handed it: that is lost, too.
func TestAccountFindsExhausted(t *testing.T) {
	b, l := start(t)
	in, err := ingest.Open(t.Context(), b.JetStream, ingest.Options{})
	if err != nil {
		t.Fatal(err)
	}
	c, err := b.JetStream.CreateConsumer(t.Context(), ingest.Stream, jetstream.ConsumerConfig{
		Durable: ingest.BulkDurable, FilterSubject: ingest.BulkSubjects, AckPolicy: jetstream.AckExplicitPolicy, MaxDeliver: 1, AckWait: 50 * time.Millisecond,
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := in.Submit(t.Context(), ingest.Submission{Data: []byte("%PDF-1.4")}); err != nil {
		t.Fatal(err)
	}
	if _, err := c.Next(jetstream.FetchMaxWait(5 * time.Second)); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(10 * time.Second); ; {
		_, _ = c.Next(jetstream.FetchMaxWait(100 * time.Millisecond)) // the server looks only while somebody pulls
		a, err := l.Account(t.Context(), in)
		if err != nil {
			t.Fatal(err)
		}
		if a.Lost == 1 && len(a.LostDocuments) == 1 && !a.Balanced() {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("not found: %+v", a)
		}
	}
}
