package ingest_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
	"go.uber.org/goleak"

	"noticed"
	"noticed/ingest"
	"noticed/ingest/broker"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func start(t *testing.T) *broker.Broker {
	t.Helper()
	b, err := broker.Open(t.Context(), broker.Options{Embedded: &broker.Embedded{Dir: t.TempDir()}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.Close)
	return b
}

func open(t *testing.T, b *broker.Broker, o ingest.Options) *ingest.Ingest {
	t.Helper()
	in, err := ingest.Open(t.Context(), b.JetStream, o)
	if err != nil {
		t.Fatal(err)
	}
	return in
}

func pdf(s string) []byte { return []byte("%PDF-1.4\n" + s) }

func large(n int) []byte {
	return append(pdf("large\n"), bytes.Repeat([]byte("0123456789abcdef"), n/16)...)
}

func sum(data []byte) string {
	s := sha256.Sum256(data)
	return hex.EncodeToString(s[:])
}

func submit(t *testing.T, in *ingest.Ingest, s ingest.Submission) ingest.Accepted {
	t.Helper()
	a, err := in.Submit(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// next takes the next message of the intake log, as a worker would.
func next(t *testing.T, b *broker.Broker, lane string) jetstream.Msg {
	t.Helper()
	c, err := b.JetStream.CreateOrUpdateConsumer(t.Context(), ingest.Stream, jetstream.ConsumerConfig{
		Durable: "test", FilterSubject: "notices.intake.*." + lane, AckPolicy: jetstream.AckExplicitPolicy,
	})
	if err != nil {
		t.Fatal(err)
	}
	m, err := c.Next(jetstream.FetchMaxWait(5 * time.Second))
	if err != nil {
		t.Fatal(err)
	}
	if err := m.DoubleAck(t.Context()); err != nil {
		t.Fatal(err)
	}
	return m
}

func fetch(t *testing.T, in *ingest.Ingest, m jetstream.Msg) (ingest.Document, error) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Second)
	defer cancel()
	return in.Fetch(ctx, m)
}

func TestSubmitAndFetch(t *testing.T) {
	b := start(t)
	clock := time.Now().Add(-time.Minute).Truncate(time.Second)
	in := open(t, b, ingest.Options{Now: func() time.Time { return clock }})
	for _, data := range [][]byte{pdf("small"), large(3 << 20)} {
		a := submit(t, in, ingest.Submission{
			Tenant: "acme", Name: "/scans/Grüße 123-45-6789.pdf", Reference: "client 987654321", Source: "folder",
			Traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", Data: data,
		})
		if a.SHA256 != sum(data) || a.Duplicate || a.Earlier != nil || a.Tenant != "acme" {
			t.Errorf("accepted as %+v", a)
		}
		m := next(t, b, "bulk")
		if inline := len(m.Data()) > 0; inline != (len(data) < 1_000_000) {
			t.Errorf("%d bytes: in the message is %t", len(data), inline)
		}
		if m.Headers().Get(jetstream.MsgIDHeader) != "acme."+a.SHA256 {
			t.Errorf("message id %q", m.Headers().Get(jetstream.MsgIDHeader))
		}
		if m.Headers().Get(ingest.HeaderContentType) != "application/pdf" {
			t.Errorf("content type %q", m.Headers().Get(ingest.HeaderContentType))
		}
		d, err := fetch(t, in, m)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(d.Data, data) {
			t.Errorf("%d bytes came back as %d", len(data), len(d.Data))
		}
		d.Data = nil
		got := fmt.Sprintf("%s %s %s|%s|%s|%s %t %s", d.Tenant, d.SHA256, d.Name, d.Reference, d.Source, d.Traceparent, d.Urgent, d.Received)
		want := fmt.Sprintf("acme %s Grüße XXX-XX-6789.pdf|client XXX-XX-4321|folder|00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01 false %s",
			sum(data), clock.UTC())
		if got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
		if day := d.Block().Received; day == nil || *day != noticed.DateOf(clock.UTC()) {
			t.Errorf("received %v", day)
		}
	}
}

// Show 6, as far as the intake goes: nothing but bytes.
func TestPlainPublish(t *testing.T) {
	b := start(t)
	in := open(t, b, ingest.Options{})
	data := pdf("published by a portal")
	if _, err := b.JetStream.Publish(t.Context(), "notices.intake.default.urgent", data); err != nil {
		t.Fatal(err)
	}
	m := next(t, b, "urgent")
	meta, err := m.Metadata()
	if err != nil {
		t.Fatal(err)
	}
	d, err := fetch(t, in, m)
	if err != nil {
		t.Fatal(err)
	}
	if d.Name != sum(data)[:12]+".pdf" || d.SHA256 != sum(data) || d.Tenant != "default" || !d.Urgent ||
		!d.Received.Equal(meta.Timestamp) || d.Received.Location() != time.UTC || !bytes.Equal(d.Data, data) {
		t.Errorf("got %+v", d)
	}
}

func TestRefusedAtTheDoor(t *testing.T) {
	b := start(t)
	in := open(t, b, ingest.Options{Config: ingest.Config{MaxDocument: 1 << 20}})
	for code, data := range map[ingest.RefusalCode][]byte{
		ingest.RefusedEmpty:       nil,
		ingest.RefusedNotDocument: []byte("PK\x03\x04 a zip"),
		ingest.RefusedTooLarge:    large(2 << 20),
	} {
		_, err := in.Submit(t.Context(), ingest.Submission{Name: "x.pdf", Data: data})
		var r *ingest.Refusal
		if !errors.As(err, &r) || r.Code != code || !strings.HasSuffix(r.Message, ".") {
			t.Errorf("%s: got %v", code, err)
		}
	}
	if _, err := in.Submit(t.Context(), ingest.Submission{Tenant: "a.b", Data: pdf("x")}); err == nil {
		t.Error("a tenant that is two tokens is accepted")
	}
	s, err := b.JetStream.Stream(t.Context(), ingest.Stream)
	if err != nil {
		t.Fatal(err)
	}
	if n := s.CachedInfo().State.Msgs; n != 0 {
		t.Errorf("%d messages of refused documents", n)
	}
}

type ledger map[string]*noticed.Receipt

func (l ledger) Receipt(_ context.Context, tenant, sha string) (*noticed.Receipt, error) {
	return l[tenant+"/"+sha], nil
}

func TestSameBytesAgain(t *testing.T) {
	b := start(t)
	known := ledger{}
	in := open(t, b, ingest.Options{Ledger: known})
	for _, data := range [][]byte{pdf("again"), large(2 << 20)} {
		first := submit(t, in, ingest.Submission{Tenant: "acme", Name: "a.pdf", Data: data})
		second := submit(t, in, ingest.Submission{Tenant: "acme", Name: "b.pdf", Urgent: true, Data: data})
		if first.Duplicate || !second.Duplicate || second.Earlier != nil {
			t.Errorf("first %+v, second %+v", first, second)
		}
		other := submit(t, in, ingest.Submission{Tenant: "bolt", Name: "a.pdf", Data: data})
		if other.Duplicate {
			t.Error("another tenant's document is taken for a repeat")
		}
		known["acme/"+first.SHA256] = &noticed.Receipt{Ended: noticed.EndedAssessed}
		third := submit(t, in, ingest.Submission{Tenant: "acme", Name: "a.pdf", Data: data})
		if !third.Duplicate || third.Earlier == nil || third.Earlier.Ended != noticed.EndedAssessed {
			t.Errorf("third %+v", third)
		}
		if other := submit(t, in, ingest.Submission{Tenant: "bolt", Name: "a.pdf", Data: data}); other.Earlier != nil {
			t.Error("one tenant is told another's outcome")
		}
	}
	s, err := b.JetStream.Stream(t.Context(), ingest.Stream)
	if err != nil {
		t.Fatal(err)
	}
	if n := s.CachedInfo().State.Msgs; n != 4 {
		t.Errorf("%d messages, want two documents of two tenants", n)
	}
}

func TestStoredDocumentGone(t *testing.T) {
	b := start(t)
	clock := time.Now()
	in := open(t, b, ingest.Options{Now: func() time.Time { return clock }})
	bucket, err := b.JetStream.ObjectStore(t.Context(), ingest.Bucket)
	if err != nil {
		t.Fatal(err)
	}
	for name, damage := range map[string]struct {
		code ingest.RefusalCode
		do   func(t *testing.T, object string)
	}{
		"the object": {ingest.RefusedMissing, func(t *testing.T, object string) {
			if err := bucket.Delete(t.Context(), object); err != nil {
				t.Fatal(err)
			}
		}},
		"a chunk": {ingest.RefusedMissing, func(t *testing.T, object string) {
			info, err := bucket.GetInfo(t.Context(), object)
			if err != nil {
				t.Fatal(err)
			}
			s, err := b.JetStream.Stream(t.Context(), "OBJ_"+ingest.Bucket)
			if err != nil {
				t.Fatal(err)
			}
			m, err := s.GetLastMsgForSubject(t.Context(), "$O."+ingest.Bucket+".C."+info.NUID)
			if err != nil {
				t.Fatal(err)
			}
			if err := s.DeleteMsg(t.Context(), m.Sequence); err != nil {
				t.Fatal(err)
			}
		}},
		"other bytes": {ingest.RefusedAltered, func(t *testing.T, object string) {
			if _, err := bucket.PutBytes(t.Context(), object, large(2<<20)); err != nil {
				t.Fatal(err)
			}
		}},
	} {
		t.Run(name, func(t *testing.T) {
			data := append(large(2<<20), name...)
			a := submit(t, in, ingest.Submission{Data: data})
			m := next(t, b, "bulk")
			damage.do(t, "default/"+a.SHA256)

			clock = time.Now()
			_, err := fetch(t, in, m)
			var r *ingest.Refusal
			if err == nil || errors.As(err, &r) {
				t.Errorf("just accepted: got %v, want a fault that may pass", err)
			}
			clock = time.Now().Add(2 * time.Minute)
			d, err := fetch(t, in, m)
			if !errors.As(err, &r) || r.Code != damage.code {
				t.Errorf("two minutes later: got %v, want %s", err, damage.code)
			}
			if d.SHA256 != a.SHA256 || d.Tenant != "default" || d.Name == "" {
				t.Errorf("the end can't be put on record: %+v", d)
			}
		})
	}
}

func TestAnotherTenantsObject(t *testing.T) {
	b := start(t)
	in := open(t, b, ingest.Options{})
	a := submit(t, in, ingest.Submission{Tenant: "acme", Data: large(2 << 20)})
	next(t, b, "bulk")
	for _, object := range []string{"acme/" + a.SHA256, a.SHA256, "bolt/../acme/" + a.SHA256, "bolt/"} {
		m := nats.NewMsg("notices.intake.bolt.bulk")
		m.Header.Set(ingest.HeaderObject, object)
		if _, err := b.JetStream.PublishMsg(t.Context(), m); err != nil {
			t.Fatal(err)
		}
		d, err := fetch(t, in, next(t, b, "bulk"))
		var r *ingest.Refusal
		if !errors.As(err, &r) || r.Code != ingest.RefusedBadMessage || d.Data != nil || len(d.SHA256) != 64 || d.SHA256 == a.SHA256 {
			t.Errorf("%s: got %v, %+v", object, err, d)
		}
	}
}

func TestFull(t *testing.T) {
	b := start(t)
	in := open(t, b, ingest.Options{Config: ingest.Config{MaxBytes: 64 << 10}})
	var err error
	n := 0
	for ; n < 100 && err == nil; n++ {
		_, err = in.Submit(t.Context(), ingest.Submission{Data: append(large(8<<10), byte(n))})
	}
	if !errors.Is(err, ingest.ErrFull) {
		t.Fatalf("after %d documents: %v", n, err)
	}
	var h interface{ Hint() string }
	if !errors.As(err, &h) || !strings.Contains(h.Hint(), ingest.Stream) {
		t.Errorf("no hint: %v", err)
	}
}

func TestNothingIsChangedSilently(t *testing.T) {
	b := start(t)
	if d, err := ingest.Check(t.Context(), b.JetStream, ingest.Config{}); err != nil || len(d) != 2 {
		t.Errorf("before: %v, %v", d, err)
	}
	_, err := b.JetStream.CreateStream(t.Context(), jetstream.StreamConfig{
		Name: ingest.Stream, Subjects: []string{"notices.intake.>"}, MaxAge: time.Hour, MaxBytes: 1 << 20,
	})
	if err != nil {
		t.Fatal(err)
	}
	open(t, b, ingest.Options{})
	diffs, err := ingest.Check(t.Context(), b.JetStream, ingest.Config{})
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	for _, d := range diffs {
		found[d.What] = d.Harmful
	}
	for what, harmful := range map[string]bool{"subjects": true, "max_age": true, "discard": true, "max_bytes": false} {
		if h, ok := found[what]; !ok || h != harmful {
			t.Errorf("%s: found %t, harmful %t; want harmful %t", what, ok, h, harmful)
		}
	}

	b = start(t)
	open(t, b, ingest.Options{})
	open(t, b, ingest.Options{})
	if d, err := ingest.Check(t.Context(), b.JetStream, ingest.Config{}); err != nil || len(d) != 0 {
		t.Errorf("what noticed made itself differs: %v, %v", d, err)
	}
	// A mistyped lane must be refused, not accepted and never read.
	if _, err := b.JetStream.Publish(t.Context(), "notices.intake.acme.urgnt", pdf("x")); err == nil {
		t.Error("a mistyped lane is accepted")
	}
}

func TestReplayIsReadAgain(t *testing.T) {
	b := start(t)
	in := open(t, b, ingest.Options{})
	for _, data := range [][]byte{pdf("replay"), large(2 << 20)} {
		a := submit(t, in, ingest.Submission{Tenant: "acme", Name: "a.pdf", Reference: "r", Data: data})
		d, err := fetch(t, in, next(t, b, "bulk"))
		if err != nil {
			t.Fatal(err)
		}
		for range 2 { // two sweepers: one replay
			if err := in.Replay(t.Context(), d.Sequence, 0); err != nil {
				t.Fatal(err)
			}
		}
		if err := in.Replay(t.Context(), d.Sequence, 77); err != nil {
			t.Fatal(err)
		}
		again, err := fetch(t, in, next(t, b, "bulk"))
		if err != nil || again.SHA256 != a.SHA256 || again.Name != "a.pdf" || again.Reference != "r" || again.Replays != 1 ||
			again.Replaces != 0 || !again.Received.Equal(d.Received) || !bytes.Equal(again.Data, data) {
			t.Errorf("replayed as %+v, %v", again, err)
		}
		replaced, err := fetch(t, in, next(t, b, "bulk"))
		if err != nil || replaced.Replaces != 77 || replaced.Replays != 0 {
			t.Errorf("replacing: %+v, %v", replaced, err)
		}
	}
}
