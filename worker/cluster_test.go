package worker_test

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	natsserver "github.com/nats-io/nats-server/v2/server"

	"noticed/ingest"
	"noticed/ingest/broker"
	"noticed/worker"
	"noticed/worker/ledger"
)

// cluster is three servers that keep everything thrice.
type cluster struct {
	options []*natsserver.Options
	servers []*natsserver.Server
}

func startCluster(t *testing.T) *cluster {
	t.Helper()
	c := &cluster{}
	var ports [3]int
	routes := ""
	for i := range ports {
		ports[i] = quietPort(t)
		routes += fmt.Sprintf(",nats://127.0.0.1:%d", ports[i])
	}
	for i, port := range ports {
		o := &natsserver.Options{
			ServerName: fmt.Sprintf("n%d", i), Host: "127.0.0.1", Port: natsserver.RANDOM_PORT, NoSigs: true, NoLog: true,
			JetStream: true, StoreDir: t.TempDir(), MaxPayload: broker.MaxPayload,
			Cluster: natsserver.ClusterOpts{Name: "c", Host: "127.0.0.1", Port: port},
			Routes:  natsserver.RoutesFromStr(routes[1:]),
		}
		c.options, c.servers = append(c.options, o), append(c.servers, nil)
		c.start(t, i)
	}
	t.Cleanup(func() {
		for _, s := range c.servers {
			s.Shutdown()
			s.WaitForShutdown()
		}
	})
	return c
}

func (c *cluster) start(t *testing.T, i int) {
	t.Helper()
	s, err := natsserver.NewServer(c.options[i].Clone())
	if err != nil {
		t.Fatal(err)
	}
	go s.Start()
	if !s.ReadyForConnections(20 * time.Second) {
		t.Fatal("server is not ready")
	}
	c.servers[i] = s
}

// The leaders of the logs go down in turn while submitters and workers are at
// it.
func TestLostLeaders(t *testing.T) {
	c := startCluster(t)
	urls := ""
	for _, s := range c.servers {
		urls += "," + s.ClientURL()
	}
	b, err := broker.Open(t.Context(), broker.Options{Server: urls[1:]})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.Close)
	d := &desk{t: t, broker: b}
	d.until("the cluster to have a leader", 30*time.Second, func() bool {
		ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
		defer cancel()
		var err error
		if d.ledger, err = ledger.Open(ctx, b.JetStream, ledger.Config{Replicas: 3}, nil); err != nil {
			return false
		}
		d.ingest, err = ingest.Open(ctx, b.JetStream, ingest.Options{Config: ingest.Config{Replicas: 3, MaxBytes: 64 << 20}})
		return err == nil
	})
	for range 2 {
		d.work(worker.Options{Reader: &fakeReader{}, Slots: 2, AckWait: 2 * time.Second})
	}
	var submitting sync.WaitGroup
	enough := make(chan struct{})
	documents := 0
	submitting.Go(func() {
		pace := time.NewTicker(30 * time.Millisecond)
		defer pace.Stop()
		for {
			_, err := d.ingest.Submit(context.Background(), ingest.Submission{Tenant: "acme", Data: document("LT11", documents)})
			if err != nil {
				t.Errorf("document %d: %v", documents, err)
			}
			documents++
			select {
			case <-enough:
				return
			case <-pace.C:
			}
		}
	})
	ended := func() int {
		ctx, cancel := context.WithTimeout(t.Context(), 3*time.Second)
		defer cancel()
		a, err := d.ledger.Account(ctx, d.ingest)
		if err != nil {
			return -1
		}
		return a.Ended
	}
	for _, stream := range []string{ingest.Stream, ledger.Stream} {
		before := -1
		d.until("the cluster to answer", 60*time.Second, func() bool { before = ended(); return before >= 0 })
		d.until("15 more receipts", 60*time.Second, func() bool { return ended() >= before+15 })
		s, err := b.JetStream.Stream(t.Context(), stream)
		if err != nil {
			t.Fatal(err)
		}
		for i, o := range c.options {
			if o.ServerName == s.CachedInfo().Cluster.Leader {
				c.servers[i].Shutdown()
				c.servers[i].WaitForShutdown()
				c.start(t, i)
			}
		}
	}
	close(enough)
	submitting.Wait()
	a := d.balanced(60 * time.Second)
	if a.Accepted != documents || a.Ended != documents || d.messages() != 2*documents {
		t.Errorf("%d documents, account %+v, %d messages", documents, a, d.messages())
	}
	t.Logf("%d documents", documents)
}
