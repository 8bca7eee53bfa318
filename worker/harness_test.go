package worker_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"noticed"
	"noticed/ingest"
	"noticed/ingest/broker"
	"noticed/worker"
	"noticed/worker/ledger"
	"noticed/worker/reading"
)

func TestMain(m *testing.M) {
	if name := os.Getenv(roleVariable); name != "" {
		if err := role(name); err != nil {
			fmt.Fprintln(os.Stderr, name+":", err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	goleak.VerifyTestMain(m)
}

// document makes the bytes of a document that the fake reader understands: what
// it is to do, and a mark that makes it one of its kind.
func document(do string, mark any) []byte { return fmt.Appendf(nil, "%%PDF-1.4\n%s\n%v\n", do, mark) }

// fakeReader does what a document says: "LT11" and other codes give an
// assessment after some milliseconds. It has no memory but for counting.
type fakeReader struct {
	mu      sync.Mutex
	began   map[string]int           // by what to do and mark
	order   []string                 // the marks, as reading began
	Barrier chan struct{}            // if set, every reading waits for one
	Release map[string]chan struct{} // if set for a mark, its reading waits
}

func (f *fakeReader) Read(ctx context.Context, s reading.Submission) (reading.Outcome, error) {
	lines := strings.Split(string(s.Data), "\n")
	do, mark := "LT11", fmt.Sprintf("%.12s", s.Document.SHA256)
	if len(lines) >= 3 {
		do, mark = lines[1], lines[2]
	}
	f.mu.Lock()
	if f.began == nil {
		f.began = map[string]int{}
	}
	f.began[mark]++
	n := f.began[mark]
	f.order = append(f.order, mark)
	release := f.Release[mark]
	f.mu.Unlock()
	for _, wait := range []chan struct{}{f.Barrier, release} {
		if wait == nil {
			continue
		}
		select {
		case <-wait:
		case <-ctx.Done():
			return reading.Outcome{}, ctx.Err()
		}
	}
	out := reading.Outcome{Ended: noticed.EndedAssessed, Document: s.Document, Tries: 1}
	out.Document.Pages = []int{1}
	switch do {
	case "hang":
		<-ctx.Done()
		return reading.Outcome{}, ctx.Err()
	case "fault":
		return reading.Outcome{}, errors.New("the disk is full")
	case "fault once":
		if n == 1 {
			return reading.Outcome{}, errors.New("the disk is full")
		}
	case "crash":
		panic("quoting the document: 123-45-6789")
	case "crash once":
		if n == 1 {
			panic("once")
		}
	case "dead":
		out.Ended, out.Reason = noticed.EndedDead, &noticed.ReadError{Code: "encrypted", Message: "It needs a password."}
		return out, nil
	case "unfit":
		out.Assessments = []noticed.Assessment{{ID: "x", Kind: noticed.KindUnreadable}}
		return out, nil
	case "many":
		for i := range ledger.MaxBatch {
			out.Assessments = append(out.Assessments, noticed.Assessment{ID: fmt.Sprintf("%s-%d", s.Document.SHA256, i+1), Kind: noticed.KindUnknown})
		}
		return out, nil
	case "long":
		select {
		case <-time.After(1200 * time.Millisecond):
		case <-ctx.Done():
			return reading.Outcome{}, ctx.Err()
		}
	}
	select {
	case <-time.After(10*time.Millisecond + time.Duration(len(s.Data)%20)*time.Millisecond):
	case <-ctx.Done():
		return reading.Outcome{}, ctx.Err()
	}
	id := s.Document.SHA256 + "-1"
	out.Assessments = []noticed.Assessment{{
		Schema: noticed.AssessmentSchema, ID: id, Version: 1, By: "machine", Kind: noticed.KindNotice, Document: out.Document,
		Notice: &noticed.Notice{Code: strings.ToUpper(strings.Fields(do)[0]), Printed: mark},
	}}
	out.Pages = []noticed.PageOutcome{{Page: 1, How: noticed.HowText, Assessment: id}}
	return out, nil
}

func (f *fakeReader) times(mark string) int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.began[mark]
}

// desk is a submitter and an observer of the same server.
type desk struct {
	t      *testing.T
	broker *broker.Broker
	ingest *ingest.Ingest
	ledger *ledger.Ledger
}

func newDesk(t *testing.T, o broker.Options) *desk {
	t.Helper()
	b, err := broker.Open(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.Close)
	d := &desk{t: t, broker: b}
	if d.ledger, err = ledger.Open(t.Context(), b.JetStream, ledger.Config{}, nil); err != nil {
		t.Fatal(err)
	}
	if d.ingest, err = ingest.Open(t.Context(), b.JetStream, ingest.Options{}); err != nil {
		t.Fatal(err)
	}
	return d
}

func inProcess(t *testing.T) *desk {
	t.Helper()
	return newDesk(t, broker.Options{Embedded: &broker.Embedded{Dir: t.TempDir()}})
}

// work runs a worker until the returned function is called or the test ends.
func (d *desk) work(o worker.Options) (stop func()) {
	d.t.Helper()
	o.JetStream, o.Ingest, o.Ledger = d.broker.JetStream, d.ingest, d.ledger
	w, err := worker.New(d.t.Context(), o)
	if err != nil {
		d.t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() {
		defer close(done)
		if err := w.Run(ctx); err != nil {
			d.t.Error(err)
		}
	}()
	stop = func() { cancel(); <-done }
	d.t.Cleanup(stop)
	return stop
}

func (d *desk) submit(data []byte, urgent bool) ingest.Accepted {
	d.t.Helper()
	a, err := d.ingest.Submit(d.t.Context(), ingest.Submission{Tenant: "acme", Name: "a.pdf", Urgent: urgent, Data: data})
	if err != nil {
		d.t.Fatal(err)
	}
	return a
}

// receipt waits for a document's receipt.
func (d *desk) receipt(tenant, sha string) noticed.Receipt {
	d.t.Helper()
	var r *noticed.Receipt
	d.until("a receipt of "+sha[:12], 30*time.Second, func() bool {
		var err error
		r, err = d.ledger.Receipt(d.t.Context(), tenant, sha)
		return err == nil && r != nil
	})
	return *r
}

func (d *desk) until(what string, within time.Duration, done func() bool) {
	d.t.Helper()
	deadline := time.Now().Add(within)
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for !done() {
		if time.Now().After(deadline) {
			d.t.Fatalf("waited %s in vain for %s", within, what)
		}
		<-tick.C
	}
}

// balanced waits until nothing is queued, and returns the account.
func (d *desk) balanced(within time.Duration) ledger.Account {
	d.t.Helper()
	var (
		a   ledger.Account
		err error
	)
	defer func() {
		if d.t.Failed() {
			d.t.Logf("account at the end: %+v, %v", a, err)
		}
	}()
	d.until("an empty queue", within, func() bool {
		ctx, cancel := context.WithTimeout(d.t.Context(), 5*time.Second)
		defer cancel()
		a, err = d.ledger.Account(ctx, d.ingest)
		if err != nil {
			return false
		}
		if !a.Balanced() {
			d.t.Errorf("out of balance: %+v", a)
			return true
		}
		return a.Queued == 0
	})
	return a
}

// settled waits until no message of a lane is waiting or in hand.
func (d *desk) settled(durable string) {
	d.t.Helper()
	d.until(durable+" to be settled", 10*time.Second, func() bool {
		c, err := d.broker.JetStream.Consumer(d.t.Context(), ingest.Stream, durable)
		return err == nil && c.CachedInfo().NumAckPending == 0 && c.CachedInfo().NumPending == 0
	})
}

// messages counts what was ever published on the log of results.
func (d *desk) messages() int {
	d.t.Helper()
	s, err := d.broker.JetStream.Stream(d.t.Context(), ledger.Stream)
	if err != nil {
		d.t.Fatal(err)
	}
	return int(s.CachedInfo().State.Msgs)
}

// logs is a log to look into.
type logs struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *logs) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *logs) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}
