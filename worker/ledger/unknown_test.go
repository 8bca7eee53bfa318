package ledger_test

import (
	"context"
	"errors"
	"io"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	"noticed/ingest/broker"
	"noticed/worker/ledger"
)

// slowLine is a line to the server on which answers can be held back.
type slowLine struct {
	net.Listener
	mu sync.Mutex // held while answers are
	wg sync.WaitGroup
}

func newSlowLine(t *testing.T, server string) *slowLine {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := &slowLine{Listener: l}
	s.wg.Go(func() {
		for {
			client, err := l.Accept()
			if err != nil {
				return
			}
			up, err := net.Dial("tcp", strings.TrimPrefix(server, "nats://"))
			if err != nil {
				client.Close()
				continue
			}
			s.wg.Go(func() { defer up.Close(); _, _ = io.Copy(up, client) })
			s.wg.Go(func() {
				defer client.Close()
				buf := make([]byte, 64<<10)
				for {
					n, err := up.Read(buf)
					s.mu.Lock()
					_, werr := client.Write(buf[:n])
					s.mu.Unlock()
					if err != nil || werr != nil {
						return
					}
				}
			})
		}
	})
	return s
}

// A commit whose answer is late has happened or has not: the receipt tells.
func TestUnknownOutcome(t *testing.T) {
	b, _ := start(t)
	line := newSlowLine(t, b.URL())
	far, err := broker.Open(t.Context(), broker.Options{Server: "nats://" + line.Addr().String()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { far.Close(); line.Close(); line.wg.Wait() })
	l, err := ledger.Open(t.Context(), far.JetStream, ledger.Config{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	// held commits a document of one message while answers are held back, and
	// lets them through after the commit has given up waiting.
	held := func(o ledger.Outcome, release time.Duration) (uint64, error) {
		ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
		defer cancel()
		line.mu.Lock()
		time.AfterFunc(release, line.mu.Unlock)
		_, seq, err := l.Commit(ctx, o)
		return seq, err
	}
	seq, err := held(outcome(sha, 0), 700*time.Millisecond)
	if err != nil || seq != 1 {
		t.Errorf("the answer was late, the receipt is ours: %d, %v", seq, err)
	}
	other := strings.Repeat("a", 64)
	if _, err := held(outcome(other, 0), 5500*time.Millisecond); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("nothing could be asked: %v", err)
	}
	if _, _, err := l.Commit(t.Context(), outcome(other, 0)); !errors.Is(err, ledger.ErrAlreadyEnded) {
		t.Errorf("committing again what had happened after all: %v", err)
	}
	r, err := l.Receipt(t.Context(), "acme", other)
	if err != nil || r == nil || r.Version != 1 {
		t.Errorf("receipt %+v, %v", r, err)
	}
}
