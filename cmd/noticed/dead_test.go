package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/nats-io/nats.go/jetstream"

	"noticed"
	"noticed/ingest"
	"noticed/ingest/broker"
	"noticed/worker/ledger"
)

// said is what a command printed, and its exit code.
type said struct {
	out, err string
	code     int
}

// say runs a command on the queue under test.
func (q queue) say(t *testing.T, args ...string) said {
	t.Helper()
	var out, errs bytes.Buffer
	cmd := exec.Command("noticed", append(args, "--server", q.URL())...)
	cmd.Stdout, cmd.Stderr = &out, &errs
	err := cmd.Run()
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return said{out.String(), errs.String(), cmd.ProcessState.ExitCode()}
}

// kill submits a good document and has it end as dead, as a passing defect of
// the worker might.
func (q queue) kill(t *testing.T, file, code string) ingest.Accepted {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	a, err := q.ingest.Submit(t.Context(), ingest.Submission{Name: file, Data: data})
	if err != nil {
		t.Fatal(err)
	}
	_, _, err = q.ledger.Commit(t.Context(), ledger.Outcome{
		Tenant: a.Tenant, SHA256: a.SHA256, Document: noticed.Document{Name: a.Name}, Ended: noticed.EndedDead,
		Reason: &noticed.ReadError{Code: code, Message: "It could not be read that day."}, Tries: 2, Deliveries: 1,
		Timings: noticed.Timings{Received: time.Now(), Ended: time.Now()},
	})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// What died of a defect that has passed is read again, from the log or from the
// file, and its outcome is the next version.
func TestTheDeadAreReadAgain(t *testing.T) {
	q := openQueue(t, broker.Options{Embedded: &broker.Embedded{Dir: t.TempDir()}, Name: "test"})
	mail := func(name string) string { return filepath.Join("../../samples/mail", name) }
	kept := q.kill(t, mail("cp14_block.pdf"), "crash")
	gone := q.kill(t, mail("lt11_block_periods.pdf"), "timeout")
	log, err := q.JetStream.Stream(t.Context(), ingest.Stream)
	if err != nil {
		t.Fatal(err)
	}
	if err := log.DeleteMsg(t.Context(), 2); err != nil { // as the retention sweep does
		t.Fatal(err)
	}

	ls := q.say(t, "dead", "ls")
	if ls.code != exitOK || strings.Count(ls.out, "It could not be read that day.") != 2 {
		t.Errorf("dead ls: %+v", ls)
	}
	if ls := q.say(t, "dead", "ls", "--reason", "crash", "--json"); strings.Count(ls.out, "\n") != 1 || !strings.Contains(ls.out, kept.SHA256) {
		t.Errorf("dead ls --reason crash: %+v", ls)
	}
	if show := q.say(t, "dead", "show", gone.SHA256[:8]); !strings.Contains(show.out, "no longer kept: submit the file with --again") {
		t.Errorf("dead show: %+v", show)
	}
	if show := q.say(t, "dead", "show", kept.SHA256[:8]); !strings.Contains(show.out, "noticed dead replay has it read again") {
		t.Errorf("dead show: %+v", show)
	}

	// To ask twice is to ask once.
	replay := q.say(t, "dead", "replay", "--all")
	if replay.code != exitUnreadable || !strings.Contains(replay.out, "cp14_block.pdf: queued again: ") ||
		!strings.Contains(replay.out, "lt11_block_periods.pdf: can't be read again: ") || !strings.Contains(replay.err, "hint: submit the files with --again") {
		t.Errorf("dead replay: %+v", replay)
	}
	if replay := q.say(t, "dead", "replay", kept.SHA256[:8]); replay.code != exitOK {
		t.Errorf("dead replay once more: %+v", replay)
	}
	if show := q.say(t, "dead", "show", kept.SHA256[:8]); !strings.Contains(show.out, "it is queued to be read again") {
		t.Errorf("dead show: %+v", show)
	}
	again := q.say(t, "submit", "--again", mail("lt11_block_periods.pdf"))
	if again.code != exitOK || !strings.Contains(again.out, ": queued again: ") {
		t.Errorf("submit --again: %+v", again)
	}
	if a := q.balance(t); a.Ended != 2 || a.Dead != 2 || a.Rereading != 2 || a.Queued != 0 {
		t.Errorf("queued again: %+v", a)
	}
	if info, err := log.Info(t.Context()); err != nil || info.State.Msgs != 3 {
		t.Errorf("%d messages on the log, want a document and two replays (%v)", info.State.Msgs, err)
	}

	worker, _ := start(t, "worker", "--server", q.URL())
	for _, want := range []struct {
		ingest.Accepted

		code string
	}{{kept, "CP14"}, {gone, "LT11"}} {
		r, found := q.nextVersion(t, want.Accepted, 2)
		if r.Ended != noticed.EndedAssessed || len(found) != 1 || found[0].Notice.Code != want.code || found[0].Version != 2 {
			t.Errorf("%s: ended as %s, %+v", want.code, r.Ended, found)
		}
	}
	if err := worker.Process.Signal(syscall.SIGTERM); err != nil {
		t.Error(err)
	}
	if err := worker.Wait(); err != nil {
		t.Errorf("noticed worker did not end well: %v", err)
	}
	if a := q.balance(t); a.Ended != 2 || a.Assessed != 2 || a.Rereading != 0 {
		t.Errorf("read again: %+v", a)
	}
	if ls := q.say(t, "dead", "ls"); ls.out != "" || ls.code != exitOK {
		t.Errorf("dead ls: %+v", ls)
	}
	if status := q.say(t, "status"); status.code != exitOK {
		t.Errorf("status: %+v", status)
	}
}

// nextVersion waits for a version of a document's receipt.
func (q queue) nextVersion(t *testing.T, a ingest.Accepted, version int) (noticed.Receipt, []noticed.Assessment) {
	t.Helper()
	for deadline := time.Now().Add(2 * time.Minute); time.Now().Before(deadline); <-time.After(50 * time.Millisecond) {
		r, err := q.ledger.Receipt(t.Context(), a.Tenant, a.SHA256)
		if err != nil {
			t.Fatal(err)
		}
		if r.Version < version {
			continue
		}
		found, err := q.ledger.OfDocument(t.Context(), a.Tenant, a.SHA256)
		if err != nil {
			t.Fatal(err)
		}
		return *r, found
	}
	t.Fatalf("version %d of the receipt of %.12s never came", version, a.SHA256)
	return noticed.Receipt{}, nil
}

// A document of the bucket whose bytes are gone is not put on the log, only to
// die again.
func TestReplayLooksForTheBytes(t *testing.T) {
	q := openQueue(t, broker.Options{Embedded: &broker.Embedded{Dir: t.TempDir()}, Name: "test"})
	file := filepath.Join(t.TempDir(), "large.pdf")
	if err := os.WriteFile(file, append([]byte("%PDF-1.4"), make([]byte, 2<<20)...), 0o600); err != nil {
		t.Fatal(err)
	}
	a := q.kill(t, file, "crash")
	bucket, err := q.JetStream.ObjectStore(t.Context(), ingest.Bucket)
	if err != nil {
		t.Fatal(err)
	}
	if err := bucket.Delete(t.Context(), a.Tenant+"/"+a.SHA256); err != nil && !errors.Is(err, jetstream.ErrObjectNotFound) {
		t.Fatal(err)
	}
	if replay := q.say(t, "dead", "replay", "--all"); replay.code != exitUnreadable || !strings.Contains(replay.out, "no longer kept") {
		t.Errorf("%+v", replay)
	}
	if again := q.say(t, "submit", "--again", file); again.code != exitOK {
		t.Errorf("%+v", again)
	}
	if replay := q.say(t, "dead", "replay", "--all", "--json"); replay.code != exitOK || !strings.Contains(replay.out, `"queued":true`) {
		t.Errorf("%+v", replay)
	}
	if a := q.balance(t); a.Rereading != 1 || a.Repeats != 1 {
		t.Errorf("%+v", a)
	}
}
