package main

import (
	"context"
	"math/rand/v2"
	"os"
	"os/exec"
	"testing"
	"time"

	"noticed"
	"noticed/ingest"
	"noticed/ingest/broker"
	generator "noticed/samples"
	"noticed/worker/ledger"
)

// The worker is killed while it works off documents that are submitted twice:
// each ends once, nothing is lost, the books balance. Server, worker and the
// processes that read are as in daily use; only the wait for a silent worker is
// shorter. The soak test kills ten times under 200 documents; package worker
// does so always, with a reader that does not read.
func TestKilledWorkersLoseNothing(t *testing.T) {
	documents, kills := 24, 4
	if os.Getenv("NOTICED_SOAK") != "" {
		documents, kills = 200, 10
	}
	q := openQueue(t, broker.Options{Embedded: &broker.Embedded{Dir: t.TempDir()}, Name: "test"})
	b, in := q.Broker, q.ingest
	ctx, cancel := context.WithTimeout(t.Context(), 8*time.Minute)
	defer cancel()
	watch, err := q.ledger.Watch(ctx, ledger.Filter{}, ledger.Since{})
	if err != nil {
		t.Fatal(err)
	}
	defer watch.Stop()

	hashes := map[string]bool{}
	for i := range documents {
		d, err := generator.One(55, i, generator.Options{Medium: generator.OnlyText})
		if err != nil {
			t.Fatal(err)
		}
		accepted, err := in.Submit(ctx, ingest.Submission{Name: d.Truth.File, Data: d.Data})
		if err != nil {
			t.Fatal(err)
		}
		hashes[accepted.SHA256] = true
		if i%2 == 0 { // a repeat that the server recognises
			_, err = in.Submit(ctx, ingest.Submission{Data: d.Data})
		} else { // and one that it can't
			_, err = b.JetStream.Publish(ctx, ingest.Subject(ingest.DefaultTenant, true), d.Data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(hashes) != documents {
		t.Fatalf("%d different documents", len(hashes))
	}

	// Kill at the count of so many ended documents, so that every kill hits work.
	began := time.Now()
	worker := startWorker(t, b.URL())
	receipts, versions, killed := map[string]int{}, map[string]int{}, 0
	random := rand.New(rand.NewPCG(1, 55))
	for len(receipts) < documents {
		e, err := watch.Next(ctx)
		if err != nil {
			t.Fatalf("after %d receipts and %d kills: %v", len(receipts), killed, err)
		}
		if e.Assessment != nil {
			versions[e.Assessment.ID]++
			continue
		}
		receipts[e.Receipt.Document.SHA256]++
		if e.Receipt.Ended != noticed.EndedAssessed || e.Receipt.Version != 1 {
			t.Errorf("%.12s ended as %s in version %d: %+v", e.Receipt.Document.SHA256, e.Receipt.Ended, e.Receipt.Version, e.Receipt.Reason)
		}
		if killed < kills && len(receipts) >= (killed+1)*documents/(kills+2) {
			<-time.After(time.Duration(random.IntN(80)) * time.Millisecond) // anywhere in a document
			if err := worker.Process.Kill(); err != nil {
				t.Fatal(err)
			}
			_ = worker.Wait()
			killed++
			worker = startWorker(t, b.URL())
		}
	}
	a := q.balance(t)
	for a.Queued > 0 || a.Ended < documents { // repeats that are still settled
		if ctx.Err() != nil {
			t.Fatalf("%+v", a)
		}
		<-time.After(100 * time.Millisecond)
		a = q.balance(t)
	}
	t.Logf("%d documents, %d kills, %s: %+v", documents, killed, time.Since(began).Round(time.Millisecond), a)
	if killed != kills || a.Accepted != documents || a.Repeats != documents/2 || a.Assessed != documents || a.Receipts != documents {
		t.Errorf("after %d kills: %+v", killed, a)
	}
	for id, n := range versions {
		if n != 1 {
			t.Errorf("%.12s was assessed %d times", id, n)
		}
	}
	for sha, n := range receipts {
		if n != 1 {
			t.Errorf("%.12s has %d receipts", sha, n)
		}
	}
}

func startWorker(t *testing.T, server string) *exec.Cmd {
	t.Helper()
	cmd, _ := start(t, "worker", "--server", server, "--ack-wait", "2s")
	t.Cleanup(func() {
		_ = cmd.Process.Kill() // the last one; the others are dead
		_ = cmd.Wait()
	})
	return cmd
}
