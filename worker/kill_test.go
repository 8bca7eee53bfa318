package worker_test

import (
	"bytes"
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"noticed/ingest"
	"noticed/ingest/broker"
	"noticed/worker/ledger"
)

// Show 5: 200 documents submitted twice, the workers killed ten times on the
// way, the server a process of its own: 200 receipts, one outcome each, and the
// account balances.
func TestKilledWorkers(t *testing.T) {
	const documents, kills, ackWait = 200, 10, time.Second
	s := startServer(t)
	d := newDesk(t, broker.Options{Server: s.url})
	workers := []*process{s.worker(t, ackWait), s.worker(t, ackWait)}

	accepted := make([]ingest.Accepted, documents)
	var submitting sync.WaitGroup
	submitting.Go(func() {
		for i := range accepted {
			for again := range 2 {
				a, err := d.ingest.Submit(context.Background(), ingest.Submission{
					Tenant: "acme", Name: fmt.Sprintf("%d.pdf", i), Urgent: i%10 == 0, Data: document("LT11", i),
				})
				if err != nil || a.Duplicate != (again == 1) {
					t.Errorf("document %d, time %d: %+v, %v", i, again, a, err)
				}
				accepted[i] = a
			}
		}
	})
	defer submitting.Wait()
	ended := func() int {
		a, err := d.ledger.Account(t.Context(), d.ingest)
		if err != nil {
			t.Fatal(err)
		}
		if !a.Balanced() {
			t.Errorf("out of balance on the way: %+v", a)
		}
		return a.Ended
	}
	// The kills are spread over the work, so that each meets documents in hand.
	for k := range kills {
		d.until(fmt.Sprintf("work to go on after %d kills", k), 30*time.Second, func() bool {
			return ended() >= documents*k/(kills+1)
		})
		workers[k%2].kill()
		workers[k%2] = s.worker(t, ackWait)
	}
	submitting.Wait()
	a := d.balanced(60 * time.Second)
	if a.Accepted != documents || a.Ended != documents || a.Assessed != documents || a.Receipts != documents {
		t.Errorf("account: %+v", a)
	}
	redelivered := 0
	for _, x := range accepted {
		r := d.receipt("acme", x.SHA256)
		if r.Version != 1 || len(r.Assessments) != 1 {
			t.Errorf("receipt %+v", r)
		}
		if r.Deliveries > 1 {
			redelivered++
		}
	}
	// One outcome each: nothing beside one assessment and one receipt a document
	// was ever published.
	if n := d.messages(); n != 2*documents {
		t.Errorf("%d messages in the log of results, want %d", n, 2*documents)
	}
	found, err := d.ledger.Assessments(t.Context(), ledger.Filter{})
	if err != nil || len(found) != documents {
		t.Errorf("%d assessments, %v", len(found), err)
	}
	if redelivered == 0 {
		t.Error("no kill met a document in hand: the test shows nothing")
	}
	t.Logf("%d documents were in hand when a worker was killed", redelivered)
	for _, w := range workers {
		if err := w.stop(); err != nil {
			t.Errorf("a worker that was told to stop: %v", err)
		}
	}
}

// The server is killed while submitters and workers are at it: they wait and go
// on by themselves.
func TestKilledServer(t *testing.T) {
	s := startServer(t)
	d := newDesk(t, broker.Options{Server: s.url})
	w := s.worker(t, 2*time.Second)

	// A watch lives through it all, and sees every receipt once.
	watch, err := d.ledger.Watch(t.Context(), ledger.Filter{Receipts: true}, ledger.Since{})
	if err != nil {
		t.Fatal(err)
	}
	defer watch.Stop()

	var submitting sync.WaitGroup
	enough := make(chan struct{})
	documents := 0
	slowest := time.Duration(0) // submission
	submitting.Go(func() {
		pace := time.NewTicker(30 * time.Millisecond)
		defer pace.Stop()
		for ; ; documents++ {
			start := time.Now()
			data := document("LT11", documents)
			if documents%10 == 9 { // stored apart
				data = append(data, bytes.Repeat([]byte("large "), 200_000)...)
			}
			a, err := d.ingest.Submit(context.Background(), ingest.Submission{Tenant: "acme", Data: data})
			if err != nil || a.Duplicate {
				t.Errorf("document %d: %+v, %v", documents, a, err)
			}
			slowest = max(slowest, time.Since(start))
			select {
			case <-enough:
				documents++
				return
			case <-pace.C:
			}
		}
	})
	ended := func() (int, bool) {
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		a, err := d.ledger.Account(ctx, d.ingest)
		return a.Ended, err == nil
	}
	for range 2 {
		var before int
		d.until("the server to answer", 60*time.Second, func() (ok bool) { before, ok = ended(); return ok })
		d.until("15 more receipts", 60*time.Second, func() bool { n, _ := ended(); return n >= before+15 })
		s.kill()
		s.start(t)
	}
	close(enough)
	submitting.Wait()
	a := d.balanced(60 * time.Second)
	if a.Accepted != documents || a.Ended != documents || d.messages() != 2*documents {
		t.Errorf("%d documents, account %+v, %d messages", documents, a, d.messages())
	}
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	seen := map[string]int{}
	for len(seen) < documents {
		e, err := watch.Next(ctx)
		if err != nil {
			t.Fatalf("watching, after %d receipts: %v", len(seen), err)
		}
		if seen[e.Receipt.Document.SHA256]++; seen[e.Receipt.Document.SHA256] > 1 {
			t.Errorf("receipt of %.12s seen twice", e.Receipt.Document.SHA256)
		}
	}
	if slowest < 100*time.Millisecond {
		t.Error("the submitter never met a server that was away: the test shows nothing")
	}
	t.Logf("%d documents, the slowest submission took %s", documents, slowest)
	if err := w.stop(); err != nil {
		t.Errorf("the worker, told to stop: %v", err)
	}
}
