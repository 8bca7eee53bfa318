package sandbox

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"noticed"
	"noticed/extract"
	"noticed/extract/internal/papertest"
)

func pool(t *testing.T, c Config) *Pool {
	t.Helper()
	p, err := New(c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	})
	return p
}

var page = papertest.PDF(papertest.Page{Content: papertest.Show(72, 700, papertest.Letter)})

// wholesome reads a good document to the end.
func wholesome(t *testing.T, p *Pool) {
	t.Helper()
	d, err := p.Open(context.Background(), page)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	a, err := d.Read(context.Background(), extract.Request{Page: 1, Region: noticed.WholePage, Effort: extract.Text})
	if err != nil || len(a.Words) != len(papertest.Words(papertest.Letter)) {
		t.Fatalf("reading a good document: %d words, %v", len(a.Words), err)
	}
}

// do makes the child of an open document do something of this test's.
func do(d extract.Document, op operation) error {
	_, err := d.(*document).call(context.Background(), request{Op: op}, nil)
	return err
}

// TestDeaths: whatever a document does to its child, the parent lives, says
// what happened, and reads the next document.
func TestDeaths(t *testing.T) {
	var logged syncBuffer
	p := pool(t, Config{
		Limits: Limits{Request: 8 * time.Second, Memory: 1 << 30},
		Log:    slog.New(slog.NewTextHandler(&logged, nil)),
	})
	wholesome(t, p)
	for _, tc := range []struct {
		op      operation
		code    extract.DeathCode
		message string
		wall    time.Duration // for the request; 8 s if zero
	}{
		{opLoop, extract.DeathTimeout, "longer than", time.Second},
		{opSleep, extract.DeathTimeout, "longer than", time.Second},
		{opEat, extract.DeathMemory, "memory", 30 * time.Second},
		{opSegfault, extract.DeathCrash, "", 0},
		{opPanic, extract.DeathCrash, "ended by itself", 0},
		{opDeep, extract.DeathCrash, "", 60 * time.Second},
		{opExit, extract.DeathCrash, "exit code 7", 0},
		{opFlood, extract.DeathOutput, "answer", 0},
		{opNoise, extract.DeathOutput, "answer", 0},
	} {
		t.Run(string(tc.op), func(t *testing.T) {
			d, err := p.Open(context.Background(), page)
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = d.Close() }() // also where the test stops short: the next one waits for its slot
			if tc.wall > 0 {
				p.cfg.Limits.Request = tc.wall
				defer func() { p.cfg.Limits.Request = 8 * time.Second }()
			}
			begin := time.Now()
			err = do(d, tc.op)
			var death *extract.Death
			if !errors.As(err, &death) {
				t.Fatalf("no death: %v", err)
			}
			if death.Code != tc.code || !strings.Contains(death.Message, tc.message) {
				t.Errorf("died of %s: %s; want %s", death.Code, death.Message, tc.code)
			}
			if tc.wall > 0 && time.Since(begin) > tc.wall+5*time.Second {
				t.Errorf("took %v", time.Since(begin))
			}
			if _, err := d.Read(context.Background(), extract.Request{Page: 1, Region: noticed.WholePage, Effort: extract.Text}); !errors.As(err, &death) {
				t.Errorf("a dead document was read: %v", err)
			}
			if err := d.Close(); err != nil {
				t.Error(err)
			}
			wholesome(t, p)
		})
	}
	if s := logged.String(); !strings.Contains(s, "code=memory") || strings.Contains(s, "6789") {
		t.Errorf("the log says too little or too much: %s", s)
	}
}

// TestProcessorTime needs a limit of its own: the wall clock is generous.
func TestProcessorTime(t *testing.T) {
	p := pool(t, Config{Limits: Limits{Request: time.Minute, CPU: time.Second}})
	d, err := p.Open(context.Background(), page)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	var death *extract.Death
	if err := do(d, opLoop); !errors.As(err, &death) || death.Code != extract.DeathTimeout || !strings.Contains(death.Message, "processor") {
		t.Errorf("%v", err)
	}
}

// TestDocumentTime: many requests, each within its limit, but too long
// together.
func TestDocumentTime(t *testing.T) {
	p := pool(t, Config{Limits: Limits{Document: time.Second}})
	d, err := p.Open(context.Background(), page)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	var death *extract.Death
	if err := do(d, opSleep); !errors.As(err, &death) || death.Code != extract.DeathTimeout {
		t.Errorf("%v", err)
	}
}

// TestChatter: what libraries print never lands among the answers.
func TestChatter(t *testing.T) {
	p := pool(t, Config{})
	d, err := p.Open(context.Background(), page)
	if err != nil {
		t.Fatal(err)
	}
	if err := do(d, opChatter); err != nil {
		t.Error(err)
	}
	if err := d.Close(); err != nil {
		t.Error(err)
	}
	wholesome(t, p)
}

// TestSeal: a child taken over by a document finds the doors shut. On a kernel
// without Landlock or seccomp the pool must say so.
func TestSeal(t *testing.T) {
	p := pool(t, Config{})
	d, err := p.Open(context.Background(), page)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	if s := p.Sealed(); !s.Whole() {
		if s.Why == "" {
			t.Errorf("%+v without a reason", s)
		}
		t.Logf("not sealed here: %s", s.Why)
		return
	}
	if err := do(d, opEscape); err != nil {
		t.Errorf("something got out: %v", err)
	}
	if _, err := os.Stat("/tmp/noticed-escaped"); err == nil {
		t.Error("a file was written")
	}
}

// TestEnvironment: a child sees nothing of the parent's environment, which may
// hold credentials.
func TestEnvironment(t *testing.T) {
	t.Setenv("NATS_PASSWORD", "secret")
	env := strings.Join(environ(), " ")
	if strings.Contains(env, "secret") || !strings.Contains(env, "OMP_THREAD_LIMIT=1") {
		t.Error(env)
	}
}

// TestCancelled: a cancelled request is no death of the document.
func TestCancelled(t *testing.T) {
	p := pool(t, Config{})
	d, err := p.Open(context.Background(), page)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 200*time.Millisecond)
	defer cancel()
	_, err = d.(*document).call(ctx, request{Op: opSleep}, nil)
	var death *extract.Death
	if !errors.Is(err, context.DeadlineExceeded) || errors.As(err, &death) {
		t.Errorf("%v", err)
	}
	d.Close()
	wholesome(t, p)
}

// TestSlots: no more documents are open at a time than there are slots, and
// waiting can be given up.
func TestSlots(t *testing.T) {
	p := pool(t, Config{Slots: 1})
	if err := p.Ready(context.Background()); err != nil { // and the slot is free again
		t.Fatal(err)
	}
	d, err := p.Open(context.Background(), page)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 100*time.Millisecond)
	defer cancel()
	if _, err := p.Open(ctx, page); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("a second document: %v", err)
	}
	d.Close()
	d.Close() // again does no harm
	wholesome(t, p)
	wholesome(t, p)
}

// TestManyAtOnce has more readers than slots, while children die.
func TestManyAtOnce(t *testing.T) {
	p := pool(t, Config{Slots: 2})
	var work sync.WaitGroup
	for i := range 6 {
		work.Go(func() {
			for range 2 {
				d, err := p.Open(context.Background(), page)
				if err != nil {
					t.Error(err)
					return
				}
				if i == 0 {
					do(d, opExit) //nolint:errcheck // it dies
				} else if a, err := d.Read(context.Background(), extract.Request{Page: 1, Region: noticed.WholePage, Effort: extract.Text}); err != nil || len(a.Words) == 0 {
					t.Errorf("%d words, %v", len(a.Words), err)
				}
				d.Close()
			}
		})
	}
	work.Wait()
}

// TestRecycle replaces a child after some pages.
func TestRecycle(t *testing.T) {
	p := pool(t, Config{RecycleAfter: 2})
	scan := papertest.PNG(papertest.Draw(papertest.Other, 100))
	pids := map[int]bool{}
	for range 4 {
		d, err := p.Open(context.Background(), scan)
		if err != nil {
			t.Fatal(err)
		}
		pids[d.(*document).slot.child.cmd.Process.Pid] = true
		if _, err := d.Read(context.Background(), extract.Request{Page: 1, Region: noticed.Box{0, 0, 1, 0.1}, Effort: extract.Header}); err != nil {
			t.Fatal(err)
		}
		d.Close()
	}
	if len(pids) != 2 {
		t.Errorf("%d children for 4 pages, 2 each", len(pids))
	}
}

// TestClose: Close ends every child, open documents die, and nothing opens
// afterwards.
func TestClose(t *testing.T) {
	p, err := New(Config{Slots: 2})
	if err != nil {
		t.Fatal(err)
	}
	d, err := p.Open(context.Background(), page)
	if err != nil {
		t.Fatal(err)
	}
	child := d.(*document).slot.child
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	if child.alive() {
		t.Error("a child lives on")
	}
	if _, err := d.Read(context.Background(), extract.Request{Page: 1, Region: noticed.WholePage, Effort: extract.Text}); err == nil {
		t.Error("a document of a closed pool was read")
	}
	d.Close()
	if _, err := p.Open(context.Background(), page); !errors.Is(err, errClosed) {
		t.Errorf("opening after Close: %v", err)
	}
	if err := p.Close(); err != nil {
		t.Errorf("closing again: %v", err)
	}
}

// TestCautionAfterDeath: bytes that have killed a child are read with more
// caution the next time.
func TestCautionAfterDeath(t *testing.T) {
	p := pool(t, Config{})
	d, err := p.Open(context.Background(), page)
	if err != nil {
		t.Fatal(err)
	}
	if p.killedBefore(page) {
		t.Error("it has not killed any")
	}
	do(d, opExit) //nolint:errcheck // it dies
	d.Close()
	if !p.killedBefore(page) || p.killedBefore(page[1:]) {
		t.Error("it is not remembered, or something else is")
	}
	wholesome(t, p)
}

// TestOrphan: when the parent is killed, its children don't outlive it, not even
// one that is busy.
func TestOrphan(t *testing.T) {
	cmd := exec.Command("/proc/self/exe")
	cmd.Env = append(os.Environ(), actAsParent+"=1")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var pid int
	if _, err := fmt.Fscan(out, &pid); err != nil {
		t.Fatal(err)
	}
	if resident(pid) == 0 {
		t.Fatalf("the child %d does not live", pid)
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	cmd.Wait() //nolint:errcheck // it was killed
	for deadline := time.Now().Add(10 * time.Second); resident(pid) > 0; time.Sleep(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("the child %d outlives its parent", pid)
		}
	}
}

type syncBuffer struct {
	mu sync.Mutex
	b  strings.Builder
}

func (s *syncBuffer) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *syncBuffer) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}
