package main

import (
	"context"
	"time"

	"github.com/coreos/go-systemd/v22/daemon"

	"noticed/ingest/broker"
	"noticed/worker"
)

type workerCmd struct {
	connection
	work

	Wait time.Duration `env:"NOTICED_WAIT" check:"span" default:"1m" group:"Connection:" help:"How long to wait for a server that is not there yet."`
}

// work is how a worker works.
type work struct {
	catalogue

	Slots   int           `env:"NOTICED_SLOTS" check:"count" default:"0" group:"Reading:" help:"How many documents to read at a time; one for each processor if it is 0."`
	AckWait time.Duration `env:"NOTICED_ACK_WAIT" check:"ack-wait" default:"1m" group:"Reading:" help:"How long a document of a worker that went silent waits for another; it counts when the queue is made."`
	Keep    time.Duration `env:"NOTICED_KEEP" check:"span" default:"2160h" group:"Reading:" help:"How long documents are kept after they were read (results are kept for ever); for ever if it is 0."`
}

func (c *workerCmd) Run(a *app) error {
	b, err := c.open(a, "worker", c.Wait)
	if err != nil {
		return err
	}
	defer b.Close()
	return c.run(a, b)
}

// ready is the answer of serve and worker, once they take documents.
type ready struct {
	Ready  bool   `json:"ready"`
	Server string `json:"server"`
}

// run reads documents until the user or the system says stop; then it ends those
// in hand. To be told so while it starts is no error either.
func (w work) run(a *app, b *broker.Broker) error {
	if err := w.loop(a, b); err != nil && a.ctx.Err() == nil {
		return err
	}
	return nil
}

func (w work) loop(a *app, b *broker.Broker) error {
	cat, err := w.open()
	if err != nil {
		return err
	}
	slots := slotsOr(w.Slots)
	reader, stop, err := newReader(a, slots, cat)
	if err != nil {
		return err
	}
	defer stop()
	logs, err := openLogs(a, b)
	if err != nil {
		return err
	}
	loop, err := worker.New(a.ctx, worker.Options{
		JetStream: b.JetStream, Ingest: logs.ingest, Ledger: logs.ledger, Reader: reader,
		Slots: slots, AckWait: w.AckWait, Keep: w.Keep, Now: a.now, Logger: a.log,
	})
	if err != nil {
		return err
	}
	if a.json {
		if err := a.object(ready{true, b.URL()}); err != nil {
			return err
		}
	} else {
		a.note("taking documents from %s", b.URL())
	}
	a.tell(daemon.SdNotifyReady)
	defer context.AfterFunc(a.ctx, func() { a.tell(daemon.SdNotifyStopping) })()
	return loop.Run(a.ctx)
}

// tell tells systemd, where it has started the process, how far it is.
func (a *app) tell(state string) {
	if _, err := daemon.SdNotify(false, state); err != nil {
		a.log.Warn("telling systemd", "state", state, "err", err)
	}
}
