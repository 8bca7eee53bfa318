package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"

	"noticed/ingest/broker"
)

// screen is a program on a terminal.
type screen struct {
	t    *testing.T
	cmd  *exec.Cmd
	tty  *os.File
	done chan struct{}

	mu    sync.Mutex
	shown strings.Builder // all that was written to it
}

func onTerminal(t *testing.T, env []string, args ...string) *screen {
	t.Helper()
	s := &screen{t: t, cmd: exec.Command("noticed", args...), done: make(chan struct{})}
	s.cmd.Env = append(os.Environ(), env...)
	var err error
	s.tty, err = pty.StartWithSize(s.cmd, &pty.Winsize{Rows: 24, Cols: 100})
	if err != nil {
		t.Fatal(err)
	}
	go func() {
		defer close(s.done)
		buf := make([]byte, 4<<10)
		for {
			n, err := s.tty.Read(buf)
			s.mu.Lock()
			s.shown.Write(buf[:n])
			s.mu.Unlock()
			if err != nil { // the program ended
				return
			}
		}
	}()
	t.Cleanup(func() { _ = s.cmd.Process.Kill(); s.tty.Close(); <-s.done })
	return s
}

func (s *screen) all() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.shown.String()
}

// picture is what was drawn last.
func (s *screen) picture() string {
	all := s.all()
	return all[strings.LastIndex(all, "\033[J")+1:]
}

func (s *screen) until(what string, done func() bool) {
	s.t.Helper()
	for deadline := time.Now().Add(time.Minute); !done(); <-time.After(20 * time.Millisecond) {
		if time.Now().After(deadline) {
			s.t.Fatalf("%s never came; the screen was\n%q", what, s.all())
		}
	}
}

// interrupt presses Ctrl-C and returns the exit code.
func (s *screen) interrupt() int {
	s.t.Helper()
	if _, err := s.tty.Write([]byte{3}); err != nil {
		s.t.Fatal(err)
	}
	return s.wait()
}

func (s *screen) wait() int {
	s.t.Helper()
	var exit *exec.ExitError
	if err := s.cmd.Wait(); err != nil && !errors.As(err, &exit) {
		s.t.Fatal(err)
	}
	<-s.done
	return s.cmd.ProcessState.ExitCode()
}

// On a terminal watch is a table that changes in its place, and Ctrl-C ends it.
func TestWatchOnATerminal(t *testing.T) {
	q := openQueue(t, broker.Options{Embedded: &broker.Embedded{Dir: t.TempDir()}, Name: "test"})
	for _, tc := range []struct {
		env    string
		colour bool
	}{{"NO_COLOR=", true}, {"NO_COLOR=1", false}} {
		s := onTerminal(t, []string{"TERM=xterm", tc.env}, "watch", "--all", "--server", q.URL())
		if tc.colour {
			s.until("the empty table", func() bool { return strings.Contains(s.picture(), "waiting for results") })
			q.kill(t, "../../samples/mail/cp14_block.pdf", "crash")
		}
		s.until("the dead document", func() bool { return strings.Contains(s.picture(), "1 result, 1 could not be read") })
		if got := s.picture(); !strings.Contains(got, "cp14_block.pdf") || strings.Contains(got, "waiting") {
			t.Errorf("%q", got)
		}
		if got := strings.Contains(s.all(), "\033[31m"); got != tc.colour {
			t.Errorf("%s: coloured is %t, want %t: %q", tc.env, got, tc.colour, s.all())
		}
		if code := s.interrupt(); code != exitOK {
			t.Errorf("ended with %d", code)
		}
		if got := s.picture(); !strings.Contains(got, "1 could not be read") {
			t.Errorf("the last picture does not stay: %q", got)
		}
	}
	// A terminal that can't keep a table gets lines.
	s := onTerminal(t, []string{"TERM=dumb"}, "watch", "--all", "--server", q.URL())
	s.until("the line", func() bool { return strings.Contains(s.all(), "cp14_block.pdf: could not be read: It could not") })
	if s.interrupt(); strings.Contains(s.all(), "\033") {
		t.Errorf("steered: %q", s.all())
	}
}

// On a terminal submit shows a bar; interrupted, it says how to go on.
func TestSubmitOnATerminal(t *testing.T) {
	q := openQueue(t, broker.Options{Embedded: &broker.Embedded{Dir: t.TempDir()}, Name: "test"})
	s := onTerminal(t, []string{"TERM=xterm"}, "submit", "--server", q.URL(), "../../samples/mail/cp14_block.pdf", "../../samples/mail/cp504_redesign.pdf")
	if code := s.wait(); code != exitOK {
		t.Errorf("ended with %d", code)
	}
	if all := s.all(); !strings.Contains(all, "[####################] submitted 2 documents, 100 %") || !strings.HasSuffix(all, "\r\033[K") {
		t.Errorf("%q", all)
	}
	s = onTerminal(t, []string{"TERM=xterm"}, "submit", "--wait", "--server", q.URL(), "../../samples/mail/cp14_block.pdf")
	s.until("the wait", func() bool { return strings.Contains(s.all(), "read 0 documents") })
	if code := s.interrupt(); code != exitError {
		t.Errorf("ended with %d", code)
	}
	if all := s.all(); !strings.Contains(all, "error: waiting for results: interrupted\r\nhint: what was accepted stays on the queue") {
		t.Errorf("%q", all)
	}
}

// Cut off in the middle, submit tells what was accepted, and run again goes on.
func TestSubmitGoesOn(t *testing.T) {
	q := openQueue(t, broker.Options{Embedded: &broker.Embedded{Dir: t.TempDir()}, Name: "test"})
	dir := t.TempDir()
	const files = 800
	long := strings.Repeat("x", 150) // so that the answer does not fit into a pipe
	for i := range files {
		name := fmt.Sprintf("%s/%s%03d.pdf", dir, long, i)
		if err := os.WriteFile(name, append([]byte("%PDF-1.4 "), name...), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command("noticed", "submit", "--server", q.URL(), dir)
	var errs strings.Builder
	cmd.Stderr = &errs
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	// The pipe is not read on: it will not get far.
	if _, err := io.ReadFull(out, make([]byte, 100)); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Process.Signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	_, _ = io.Copy(io.Discard, out)
	_ = cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != exitError || !strings.Contains(errs.String(), "error: submitting documents: interrupted, ") ||
		!strings.Contains(errs.String(), "hint: run the same command again to go on") {
		t.Errorf("ended with %d: %s", code, errs.String())
	}
	before := q.balance(t)
	if before.Accepted == 0 || before.Accepted >= files {
		t.Fatalf("cut off after %d of %d", before.Accepted, files)
	}
	again := q.say(t, "submit", dir)
	if got := strings.Count(again.out, ": already queued: "); again.code != exitOK || got != before.Accepted || strings.Count(again.out, ": queued: ") != files-got {
		t.Errorf("%d were accepted; again: %d of them told, code %d\n%s", before.Accepted, got, again.code, again.err)
	}
	if a := q.balance(t); a.Accepted != files || a.Repeats != 0 {
		t.Errorf("%+v", a)
	}
}
