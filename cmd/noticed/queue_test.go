package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/jsonschema-go/jsonschema"

	"noticed"
	"noticed/ingest"
	"noticed/ingest/broker"
	generator "noticed/samples"
	"noticed/samples/bad"
	"noticed/samples/eval/grade"
	"noticed/samples/expect"
	"noticed/worker/ledger"
)

// queue is a connection to the queue under test.
type queue struct{ logs }

// start runs a command of noticed that takes documents, and returns when it does.
func start(t *testing.T, args ...string) (*exec.Cmd, ready) {
	t.Helper()
	cmd := exec.Command("noticed", append(args, "--json")...)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var is ready
	line, err := bufio.NewReader(out).ReadBytes('\n')
	if err != nil || json.Unmarshal(line, &is) != nil || !is.Ready {
		_ = cmd.Process.Kill()
		t.Fatalf("noticed %v said %q (%v)", args, line, err)
	}
	return cmd, is
}

func serve(t *testing.T) queue {
	t.Helper()
	cmd, is := start(t, "serve", "--port", "0", "--dir", t.TempDir())
	t.Cleanup(func() {
		if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
			t.Error(err)
		}
		if err := cmd.Wait(); err != nil {
			t.Errorf("noticed serve did not end well: %v", err)
		}
	})
	return openQueue(t, broker.Options{Server: is.Server, Name: "test"})
}

func openQueue(t *testing.T, o broker.Options) queue {
	t.Helper()
	b, err := broker.Open(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.Close)
	l, err := ledger.Open(t.Context(), b.JetStream, ledger.Config{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	in, err := ingest.Open(t.Context(), b.JetStream, ingest.Options{}) // without a ledger only the log itself tells repeats
	if err != nil {
		t.Fatal(err)
	}
	return queue{logs{b, l, in}}
}

// publish puts bytes on the log as any NATS client may: without headers.
func (q queue) publish(t *testing.T, subject string, data []byte) {
	t.Helper()
	if _, err := q.JetStream.Publish(t.Context(), subject, data); err != nil {
		t.Fatal(err)
	}
}

// outcome waits for the end of the document.
func (q queue) outcome(t *testing.T, tenant string, data []byte) (noticed.Receipt, []noticed.Assessment) {
	t.Helper()
	sha := ingest.Local("", "", data, time.Time{}).SHA256
	ctx, cancel := context.WithTimeout(t.Context(), 4*time.Minute)
	defer cancel()
	w, err := q.ledger.Watch(ctx, ledger.Filter{Tenant: tenant, Receipts: true}, ledger.Since{Present: true})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Stop()
	for {
		e, err := w.Next(ctx)
		if err != nil {
			t.Fatalf("waiting for the receipt of %.12s: %v", sha, err)
		}
		if e.Receipt.Document.SHA256 != sha {
			continue
		}
		found, err := q.ledger.OfDocument(ctx, tenant, sha)
		if err != nil {
			t.Fatal(err)
		}
		return *e.Receipt, found
	}
}

func (q queue) balance(t *testing.T) ledger.Account {
	t.Helper()
	a, err := q.ledger.Account(t.Context(), q.ingest)
	if err != nil {
		t.Fatal(err)
	}
	if !a.Balanced() {
		t.Errorf("the books do not balance: %+v", a)
	}
	return a
}

// Whoever can publish bytes can have a notice read, with nothing but a NATS
// client.
func TestRawBytesBecomeAnAssessment(t *testing.T) {
	d, err := generator.One(6, 2, generator.Options{Medium: generator.OnlyText})
	if err != nil {
		t.Fatal(err)
	}
	q := serve(t)
	before := noticed.DateOf(time.Now().UTC())
	q.publish(t, "notices.intake.default.bulk", d.Data)
	receipt, found := q.outcome(t, "default", d.Data)
	after := noticed.DateOf(time.Now().UTC())
	if receipt.Ended != noticed.EndedAssessed || len(found) != 1 {
		t.Fatalf("ended as %s with %d assessments: %+v", receipt.Ended, len(found), receipt.Reason)
	}
	a := found[0]
	if a.Notice == nil || a.Notice.Code != d.Truth.Notices[0].Code {
		t.Errorf("notice: %+v, want %s", a.Notice, d.Truth.Notices[0].Code)
	}
	if want := a.Document.SHA256[:12] + ".pdf"; a.Document.Name != want {
		t.Errorf("without a name it is called %q, want %q", a.Document.Name, want)
	}
	if a.Document.Received == nil || (*a.Document.Received != before && *a.Document.Received != after) {
		t.Errorf("without a date it was received %v, want the message's day", a.Document.Received)
	}
	q.balance(t)
}

// Input that is no notice ends as a refusal, a dead receipt or other mail, with
// a sentence a person understands. None stops the worker, none is lost, none
// outlasts its limit. The door is tried first, then the way around it.
func TestBadInput(t *testing.T) {
	const limit = 2 * time.Minute
	q := serve(t)
	inputs := bad.Inputs()
	if len(inputs) < 8 {
		t.Fatalf("%d bad inputs", len(inputs))
	}
	for _, in := range inputs {
		door := "accepted"
		_, err := q.ingest.Submit(t.Context(), ingest.Submission{Tenant: "door", Name: in.Name, Data: in.Data})
		if refusal, ok := errors.AsType[*ingest.Refusal](err); ok {
			door = "refused: " + refusal.Message
			if !slices.Contains(in.Want.Codes, string(refusal.Code)) {
				t.Errorf("%s: refused as %q, want one of %q", in.Name, refusal.Code, in.Want.Codes)
			}
		} else if err != nil {
			t.Fatal(err)
		}
		began := time.Now()
		q.publish(t, "notices.intake.around.urgent", in.Data)
		receipt, found := q.outcome(t, "around", in.Data)
		took := time.Since(began)

		why := noticed.ReadError{}
		if receipt.Reason != nil {
			why = *receipt.Reason
		}
		t.Logf("%-13s at the door: %s; around it: %s in %s: %s: %s",
			in.Name, door, receipt.Ended, took.Round(time.Millisecond), why.Code, why.Message)
		if took > limit {
			t.Errorf("%s took %s", in.Name, took)
		}
		if receipt.Ended != in.Want.Ended {
			t.Errorf("%s ended as %s, want %s", in.Name, receipt.Ended, in.Want.Ended)
		}
		if receipt.Ended == noticed.EndedDead {
			if !slices.Contains(in.Want.Codes, why.Code) {
				t.Errorf("%s: code %q, want one of %q", in.Name, why.Code, in.Want.Codes)
			}
			if len(strings.Fields(why.Message)) < 4 || strings.ContainsAny(why.Message, "{}\n") {
				t.Errorf("%s: %q is no sentence for a person", in.Name, why.Message)
			}
		}
		for _, a := range found {
			if a.Kind == noticed.KindNotice {
				t.Errorf("%s was taken for a notice: %+v", in.Name, a.Notice)
			}
		}
	}
	// The worker still reads, and nothing was lost.
	d, err := generator.One(7, 0, generator.Options{Medium: generator.OnlyText})
	if err != nil {
		t.Fatal(err)
	}
	q.publish(t, "notices.intake.around.bulk", d.Data)
	if receipt, _ := q.outcome(t, "around", d.Data); receipt.Ended != noticed.EndedAssessed {
		t.Errorf("after all that a good notice ended as %s: %+v", receipt.Ended, receipt.Reason)
	}
	q.keepsAll(t)
	if a := q.balance(t); a.Accepted < len(inputs)+1 {
		t.Errorf("of %d inputs and one notice the books know %d", len(inputs), a.Accepted)
	}
}

// `noticed read` says of a document what the queue publishes of it, but for the
// fields that belong to the transport; and it is the truth, or a person is asked
// to look. Scans take their time: one is read here, all of them by the test of
// compose.yaml, and here by the soak test.
func TestReadEqualsTheQueue(t *testing.T) {
	truths, err := filepath.Glob("../../samples/truth/*.json")
	if err != nil || len(truths) < 10 {
		t.Fatalf("samples: %v (%v)", truths, err)
	}
	var files []string
	truth, scans := map[string]expect.Document{}, 0
	for _, path := range truths {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var d expect.Document
		if err := json.Unmarshal(b, &d); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		if d.Medium != "text" {
			scans++
		}
		if d.Medium == "text" || scans == 1 || os.Getenv("NOTICED_SOAK") != "" {
			files = append(files, filepath.Join("../../samples/mail", d.File))
			truth[d.File] = d
		}
	}
	read := answers(t, append([]string{"read", "--json"}, files...)...)
	queued := answers(t, append([]string{"run", "--json"}, files...)...)
	byFile := map[string][]noticed.Assessment{}
	for id, a := range read {
		if got, want := queued[id], a; !reflect.DeepEqual(got, want) {
			t.Errorf("%s\n read: %+v\nqueue: %+v", id, want, got)
		}
		byFile[a.Document.Name] = append(byFile[a.Document.Name], a)
	}
	if len(queued) != len(read) {
		t.Errorf("the queue gave %d results, read %d", len(queued), len(read))
	}
	for name, want := range truth {
		v := grade.Document(want, byFile[name], "")
		if v.Silent > 0 {
			t.Errorf("%s: wrong, and nobody is asked to look: %+v", name, v.Misses)
		}
		if v.Reviewed == 0 && want.Review.Needed {
			t.Errorf("%s: %s, and nobody is asked to look", name, want.Review.Why)
		}
		t.Logf("%-30s %d wrong, %d in review %v", name, len(v.Misses), v.Reviewed, v.Misses)
	}
}

// answers runs noticed and returns its answers by id, without what may differ.
func answers(t *testing.T, args ...string) map[string]noticed.Assessment {
	t.Helper()
	var out, errs bytes.Buffer
	cmd := exec.Command("noticed", args...)
	cmd.Stdout, cmd.Stderr = &out, &errs
	began := time.Now()
	if err := cmd.Run(); err != nil {
		t.Fatalf("noticed %v: %v\n%s", args, err, errs.Bytes())
	}
	t.Logf("noticed %s took %s", args[0], time.Since(began).Round(time.Millisecond))
	found := map[string]noticed.Assessment{}
	for line := range bytes.Lines(out.Bytes()) {
		keeps(t, noticed.SchemaOfAssessment(), line)
		var a noticed.Assessment
		if err := json.Unmarshal(line, &a); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		if a.Document.Tenant == "" || a.Document.Received == nil {
			t.Errorf("noticed %s left the transport fields empty: %s", args[0], line)
		}
		a.Document.Tenant, a.Document.Reference, a.Document.Received = "", "", nil
		if _, twice := found[a.ID]; twice {
			t.Errorf("noticed %s gave %s twice", args[0], a.ID)
		}
		found[a.ID] = a
	}
	return found
}

// keeps holds an answer against the published schema.
func keeps(t *testing.T, schema, answer []byte) {
	t.Helper()
	var s jsonschema.Schema
	var v any
	if err := errors.Join(json.Unmarshal(schema, &s), json.Unmarshal(answer, &v)); err != nil {
		t.Fatal(err)
	}
	r, err := s.Resolve(nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Validate(v); err != nil {
		t.Errorf("%s\nbreaks its schema: %v", answer, err)
	}
}

// keepsAll holds everything in the log of results against the schemas.
func (q queue) keepsAll(t *testing.T) {
	t.Helper()
	err := q.ledger.List(t.Context(), ledger.Filter{}, func(e ledger.Event) error {
		schema, v := noticed.SchemaOfAssessment(), any(e.Assessment)
		if e.Receipt != nil {
			schema, v = noticed.SchemaOfReceipt(), e.Receipt
		}
		b, err := json.Marshal(v)
		if err == nil {
			keeps(t, schema, b)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}
