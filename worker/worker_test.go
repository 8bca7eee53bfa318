package worker_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"noticed"
	"noticed/ingest"
	"noticed/worker"
	"noticed/worker/ledger"
)

// Show 6: bytes published with no headers end in an assessment and a receipt.
func TestPlainBytes(t *testing.T) {
	d := inProcess(t)
	d.work(worker.Options{Reader: &fakeReader{}})
	data := document("LT11", "plain")
	ack, err := d.broker.JetStream.Publish(t.Context(), "notices.intake.default.bulk", data)
	if err != nil {
		t.Fatal(err)
	}
	s, err := d.broker.JetStream.Stream(t.Context(), ingest.Stream)
	if err != nil {
		t.Fatal(err)
	}
	m, err := s.GetMsg(t.Context(), ack.Sequence)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := d.ingest.At(t.Context(), ack.Sequence)
	if err != nil {
		t.Fatal(err)
	}
	r := d.receipt("default", doc.SHA256)
	if r.Document.Name != doc.SHA256[:12]+".pdf" || r.Ended != noticed.EndedAssessed || !r.Timings.Received.Equal(m.Time) ||
		*r.Document.Received != noticed.DateOf(m.Time.UTC()) || r.Tries != 1 || r.Deliveries != 1 {
		t.Errorf("receipt %+v", r)
	}
	live, err := d.ledger.OfDocument(t.Context(), "default", doc.SHA256)
	if err != nil || len(live) != 1 || live[0].Notice.Code != "LT11" || live[0].Document.Name != r.Document.Name {
		t.Errorf("assessments %+v, %v", live, err)
	}
}

// Show 8: two workers finish the same document at once.
func TestTwoWorkersOneDocument(t *testing.T) {
	d := inProcess(t)
	data := document("LT11", "twice")
	for _, lane := range []string{"urgent", "bulk"} { // no message id: two messages, one document
		if _, err := d.broker.JetStream.Publish(t.Context(), "notices.intake.acme."+lane, data); err != nil {
			t.Fatal(err)
		}
	}
	barrier := make(chan struct{})
	readers := []*fakeReader{{Barrier: barrier}, {Barrier: barrier}}
	for _, r := range readers {
		d.work(worker.Options{Reader: r})
	}
	d.until("both to read it", 10*time.Second, func() bool { return readers[0].times("twice") == 1 && readers[1].times("twice") == 1 })
	close(barrier)
	doc, err := d.ingest.At(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	d.receipt("acme", doc.SHA256)
	d.settled(ingest.UrgentDurable)
	d.settled(ingest.BulkDurable)
	if n := d.messages(); n != 2 {
		t.Errorf("%d messages, want one assessment and one receipt", n)
	}
	if a := d.balanced(5 * time.Second); a.Accepted != 1 || a.Repeats != 1 || a.Ended != 1 {
		t.Errorf("account %+v", a)
	}
}

func TestSameBytesOfTwoTenants(t *testing.T) {
	d := inProcess(t)
	d.work(worker.Options{Reader: &fakeReader{}})
	data := document("LT11", "shared")
	for _, tenant := range []string{"acme", "bolt"} {
		a, err := d.ingest.Submit(t.Context(), ingest.Submission{Tenant: tenant, Name: tenant + ".pdf", Data: data})
		if err != nil || a.Duplicate {
			t.Fatalf("%+v, %v", a, err)
		}
		r := d.receipt(tenant, a.SHA256)
		if r.Document.Tenant != tenant || r.Document.Name != tenant+".pdf" || r.Version != 1 {
			t.Errorf("receipt %+v", r)
		}
	}
}

func TestClaimCheck(t *testing.T) {
	d := inProcess(t)
	clock := func() time.Time { return time.Now().Add(time.Hour) } // past the time in which a missing object may turn up
	var err error
	if d.ingest, err = ingest.Open(t.Context(), d.broker.JetStream, ingest.Options{Now: clock}); err != nil {
		t.Fatal(err)
	}
	bucket, err := d.broker.JetStream.ObjectStore(t.Context(), ingest.Bucket)
	if err != nil {
		t.Fatal(err)
	}
	large := func(mark string) []byte {
		return append(document("LT11", mark), bytes.Repeat([]byte("large "), 400_000)...)
	}
	there, gone := d.submit(large("there"), false), d.submit(large("gone"), false)
	if err := bucket.Delete(t.Context(), "acme/"+gone.SHA256); err != nil {
		t.Fatal(err)
	}
	d.work(worker.Options{Reader: &fakeReader{}, FetchTimeout: 2 * time.Second})
	if r := d.receipt("acme", there.SHA256); r.Ended != noticed.EndedAssessed {
		t.Errorf("stored apart: %+v", r)
	}
	r := d.receipt("acme", gone.SHA256)
	if r.Ended != noticed.EndedDead || r.Reason == nil || r.Reason.Code != string(ingest.RefusedMissing) || r.Document.Name != "a.pdf" {
		t.Errorf("no longer stored: %+v", r)
	}
}

// What becomes of a document whose reading does not go well.
func TestEnds(t *testing.T) {
	d := inProcess(t)
	log := &logs{}
	reader := &fakeReader{}
	d.work(worker.Options{Reader: reader, Slots: 4, Logger: slog.New(slog.NewTextHandler(log, nil))})
	for do, want := range map[string]struct {
		ended  noticed.Ended
		reason string
		times  int
	}{
		"dead":       {noticed.EndedDead, "encrypted", 1},
		"crash":      {noticed.EndedDead, worker.DeadCrash, 2},
		"crash once": {noticed.EndedAssessed, "", 2},
		"fault once": {noticed.EndedAssessed, "", 2},
		"unfit":      {noticed.EndedDead, worker.DeadUncommittable, 1},
		"many":       {noticed.EndedDead, worker.DeadTooMany, 1},
	} {
		a := d.submit(document(do, "mark of "+do), false)
		r := d.receipt("acme", a.SHA256)
		reason := ""
		if r.Reason != nil {
			reason = r.Reason.Code
		}
		if r.Ended != want.ended || reason != want.reason || reader.times("mark of "+do) != want.times {
			t.Errorf("%s: ended %s (%s) after %d readings, want %+v", do, r.Ended, reason, reader.times("mark of "+do), want)
		}
		if do == "fault once" && r.Deliveries != 2 {
			t.Errorf("a fault that passed: %d deliveries", r.Deliveries)
		}
	}
	d.settled(ingest.BulkDurable)
	if a := d.balanced(5 * time.Second); a.Dead != 4 || a.Assessed != 2 {
		t.Errorf("account %+v", a)
	}
	if l := log.String(); strings.Contains(l, "6789") || strings.Contains(l, "a.pdf") || !strings.Contains(l, "crash") {
		t.Errorf("the log quotes a document, or nothing:\n%s", l)
	}
}

// A document that takes three times the ack wait is handed out once.
func TestLongReading(t *testing.T) {
	d := inProcess(t)
	reader := &fakeReader{}
	d.work(worker.Options{Reader: reader, Slots: 2, AckWait: 400 * time.Millisecond})
	a := d.submit(document("long", "long"), false)
	if r := d.receipt("acme", a.SHA256); r.Deliveries != 1 || reader.times("long") != 1 {
		t.Errorf("%d deliveries, %d readings", r.Deliveries, reader.times("long"))
	}
}

func TestUrgentBeforeBulk(t *testing.T) {
	d := inProcess(t)
	reader := &fakeReader{}
	const bulk, urgent = 40, 8
	for i := range bulk {
		d.submit(document("LT11", fmt.Sprintf("bulk %d", i)), false)
	}
	for i := range urgent {
		d.submit(document("LT11", fmt.Sprintf("urgent %d", i)), true)
	}
	d.work(worker.Options{Reader: reader})
	d.balanced(30 * time.Second)
	// Every fifth turn is bulk's: of the first ten readings eight are urgent.
	n := 0
	for _, mark := range reader.order[:10] {
		if strings.HasPrefix(mark, "urgent") {
			n++
		}
	}
	if n != urgent {
		t.Errorf("%d urgent documents among the first ten: %q", n, reader.order[:10])
	}
	if len(reader.order) != bulk+urgent {
		t.Errorf("%d readings", len(reader.order))
	}
	// An idle worker takes an urgent document at once.
	start := time.Now()
	a := d.submit(document("LT11", "urgent alone"), true)
	d.receipt("acme", a.SHA256)
	if took := time.Since(start); took > 2*time.Second {
		t.Errorf("an idle worker took %s", took)
	}
}

// A fetch that fails is heeded: the worker makes the consumers anew.
func TestConsumerDeleted(t *testing.T) {
	d := inProcess(t)
	d.work(worker.Options{Reader: &fakeReader{}})
	first := d.submit(document("LT11", 1), false)
	d.receipt("acme", first.SHA256)
	for _, durable := range []string{ingest.UrgentDurable, ingest.BulkDurable} {
		if err := d.broker.JetStream.DeleteConsumer(t.Context(), ingest.Stream, durable); err != nil {
			t.Fatal(err)
		}
	}
	for i, urgent := range []bool{true, false} {
		a := d.submit(document("LT11", fmt.Sprint("after", i)), urgent)
		d.receipt("acme", a.SHA256)
	}
	// The new consumer hands out the first document again; it has its outcome.
	d.settled(ingest.BulkDurable)
	if n := d.messages(); n != 6 {
		t.Errorf("%d messages of three documents", n)
	}
}

// A document that was handed out too often is put back by the sweeper, and ends
// as dead when that has not helped.
func TestExhausted(t *testing.T) {
	d := inProcess(t)
	reader := &fakeReader{}
	d.work(worker.Options{Reader: reader, MaxDeliver: 1, MaxReplays: 1})
	a := d.submit(document("fault", "always"), false)
	b := d.submit(document("fault once", "once"), false)
	r := d.receipt("acme", a.SHA256)
	if r.Ended != noticed.EndedDead || r.Reason.Code != worker.DeadUndeliverable || reader.times("always") != 2 {
		t.Errorf("after %d readings: %+v", reader.times("always"), r)
	}
	if r := d.receipt("acme", b.SHA256); r.Ended != noticed.EndedAssessed || reader.times("once") != 2 {
		t.Errorf("a fault that passed: %+v", r)
	}
	if a := d.balanced(5 * time.Second); a.Accepted != 2 || a.Repeats != 2 {
		t.Errorf("account %+v", a)
	}
}

// What no advisory told of is found by the clock.
func TestSweepFindsTheLost(t *testing.T) {
	d := inProcess(t)
	reader := &fakeReader{}
	stop := d.work(worker.Options{Reader: reader})
	stop()
	a := d.submit(document("LT11", "lost"), false)
	c, err := d.broker.JetStream.Consumer(t.Context(), ingest.Stream, ingest.BulkDurable)
	if err != nil {
		t.Fatal(err)
	}
	m, err := c.Next(jetstream.FetchMaxWait(5 * time.Second))
	if err != nil {
		t.Fatal(err)
	}
	if err := m.DoubleAck(t.Context()); err != nil { // acknowledged, and not ended
		t.Fatal(err)
	}
	d.work(worker.Options{Reader: reader, SweepEvery: 50 * time.Millisecond})
	if r := d.receipt("acme", a.SHA256); r.Ended != noticed.EndedAssessed {
		t.Errorf("receipt %+v", r)
	}
}

// A dead document that is to be read again, and whose new reading was settled
// without an outcome, is found as well.
func TestSweepFindsTheLostRereading(t *testing.T) {
	d := inProcess(t)
	reader := &fakeReader{}
	stop := d.work(worker.Options{Reader: reader})
	a := d.submit(document("dead", "x"), false)
	d.receipt("acme", a.SHA256)
	d.settled(ingest.BulkDurable)
	stop()
	last, err := d.ledger.Last(t.Context(), "acme", a.SHA256)
	if err == nil {
		err = d.ingest.Reread(t.Context(), ingest.Document{Tenant: "acme", SHA256: a.SHA256, Sequence: 1}, last.Sequence)
	}
	if err != nil {
		t.Fatal(err)
	}
	c, err := d.broker.JetStream.Consumer(t.Context(), ingest.Stream, ingest.BulkDurable)
	if err != nil {
		t.Fatal(err)
	}
	msg, err := c.Next(jetstream.FetchMaxWait(5 * time.Second))
	if err == nil {
		err = msg.DoubleAck(t.Context()) // too early
	}
	if err != nil {
		t.Fatal(err)
	}
	d.work(worker.Options{Reader: reader, SweepEvery: 50 * time.Millisecond})
	d.until("the second version", 30*time.Second, func() bool {
		r, err := d.ledger.Receipt(t.Context(), "acme", a.SHA256)
		return err == nil && r.Version == 2
	})
	if acc := d.balanced(5 * time.Second); acc.Accepted != 1 || acc.Dead != 1 || acc.Rereading != 0 {
		t.Errorf("account %+v", acc)
	}
}

func TestRetirement(t *testing.T) {
	d := inProcess(t)
	clock := func() time.Time { return time.Now().Add(72 * time.Hour) }
	stop := d.work(worker.Options{Reader: &fakeReader{}})
	a := d.submit(document("LT11", "old"), false)
	d.receipt("acme", a.SHA256)
	d.settled(ingest.BulkDurable)
	stop()
	b := d.submit(document("LT11", "queued"), false)

	w, err := worker.New(t.Context(), worker.Options{
		JetStream: d.broker.JetStream, Ingest: d.ingest, Ledger: d.ledger, Reader: &fakeReader{}, Keep: 48 * time.Hour, Now: clock,
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Sweep(t.Context()); err != nil {
		t.Fatal(err)
	}
	account, err := d.ledger.Account(t.Context(), d.ingest)
	if err != nil || account.Accepted != 1 || account.Queued != 1 || account.Receipts != 1 || !account.Balanced() {
		t.Errorf("account %+v, %v", account, err)
	}
	d.work(worker.Options{Reader: &fakeReader{}})
	d.receipt("acme", b.SHA256)
}

// A re-reading replaces what was, and asking twice for it is asking once.
func TestReplaces(t *testing.T) {
	d := inProcess(t)
	reader := &fakeReader{}
	d.work(worker.Options{Reader: reader})
	a := d.submit(document("dead", "x"), false)
	d.receipt("acme", a.SHA256)
	last, err := d.ledger.Last(t.Context(), "acme", a.SHA256)
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := d.ingest.Replay(t.Context(), 1, last.Sequence); err != nil {
			t.Fatal(err)
		}
	}
	d.until("the second version", 10*time.Second, func() bool {
		r, err := d.ledger.Receipt(t.Context(), "acme", a.SHA256)
		return err == nil && r != nil && r.Version == 2
	})
	d.settled(ingest.BulkDurable)
	if n := reader.times("x"); n != 2 {
		t.Errorf("%d readings", n)
	}
	// And one that asks to replace what is no longer the last has nothing to do.
	if err := d.ingest.Replay(t.Context(), 1, last.Sequence+77); err != nil {
		t.Fatal(err)
	}
	d.settled(ingest.BulkDurable)
	if n := reader.times("x"); n != 2 {
		t.Errorf("%d readings after a stale request", n)
	}
}

func TestDrain(t *testing.T) {
	d := inProcess(t)
	first := &fakeReader{Release: map[string]chan struct{}{"short": make(chan struct{}), "never": make(chan struct{})}}
	stop := d.work(worker.Options{Reader: first, Slots: 2, Drain: time.Second})
	short, never := d.submit(document("LT11", "short"), false), d.submit(document("LT11", "never"), false)
	late := document("LT11", "late")
	d.until("both to be in hand", 10*time.Second, func() bool { return first.times("short") == 1 && first.times("never") == 1 })
	stopped := make(chan struct{})
	go func() { stop(); close(stopped) }()
	close(first.Release["short"])
	if r := d.receipt("acme", short.SHA256); r.Deliveries != 1 {
		t.Errorf("a document in hand was not ended: %+v", r)
	}
	l := d.submit(late, false)
	select {
	case <-stopped:
	case <-time.After(10 * time.Second):
		t.Fatal("the worker does not stop")
	}
	if first.times("late") != 0 {
		t.Error("a worker that stops takes documents")
	}
	// The one that did not end in time was given back: the ack wait of a minute
	// is not waited for.
	d.work(worker.Options{Reader: &fakeReader{}})
	if r := d.receipt("acme", never.SHA256); r.Deliveries != 2 {
		t.Errorf("given back: %+v", r)
	}
	d.receipt("acme", l.SHA256)
}

func TestProgress(t *testing.T) {
	d := inProcess(t)
	told := make(chan *nats.Msg, 16)
	sub, err := d.broker.Conn.ChanSubscribe("notices.progress.>", told)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = sub.Unsubscribe() }()
	d.work(worker.Options{Reader: &fakeReader{}})
	a := d.submit(document("LT11", "x"), true)
	for _, want := range []worker.Stage{worker.StageReading, "assessed"} {
		select {
		case m := <-told:
			var p worker.Progress
			if err := json.Unmarshal(m.Data, &p); err != nil || p.Stage != want || p.SHA256 != a.SHA256 || p.Tenant != "acme" ||
				m.Subject != worker.ProgressSubject("acme", a.SHA256) {
				t.Errorf("%s: %s, %v", m.Subject, m.Data, err)
			}
		case <-time.After(10 * time.Second):
			t.Fatalf("not told of %s", want)
		}
	}
}

func TestCheck(t *testing.T) {
	d := inProcess(t)
	o := worker.Options{JetStream: d.broker.JetStream}
	if diffs, err := worker.Check(t.Context(), o); err != nil || len(diffs) != 2 {
		t.Errorf("before: %v, %v", diffs, err)
	}
	stop := d.work(worker.Options{Reader: &fakeReader{}})
	stop()
	if diffs, err := worker.Check(t.Context(), o); err != nil || len(diffs) != 0 {
		t.Errorf("what the worker made itself differs: %v, %v", diffs, err)
	}
	o.AckWait = time.Second
	if diffs, err := worker.Check(t.Context(), o); err != nil || len(diffs) != 2 || diffs[0].Harmful {
		t.Errorf("another ack wait: %v, %v", diffs, err)
	}
	var _ ingest.Ledger = (*ledger.Ledger)(nil)
}
