package main

import (
	"context"
	"fmt"
	"os"
	"time"

	"noticed"
	"noticed/ingest"
	"noticed/ingest/broker"
	"noticed/ingest/folder"
	"noticed/worker"
)

type runCmd struct {
	catalogue

	Paths []string `arg:"" name:"path" help:"Files, and folders of files."`
	Slots int      `default:"0" help:"How many documents to read at a time; one for each processor if it is 0."`
}

// Help tells more than the one line.
func (c *runCmd) Help() string {
	return "A NATS server with JetStream on disk is started in a fresh directory, everything is submitted to it and read off it by a worker, as in daily use. Nothing is left behind."
}

func (c *runCmd) Run(a *app) (err error) {
	cat, err := c.open()
	if err != nil {
		return err
	}
	files, err := filesIn(a, c.Paths)
	if err != nil {
		return err
	}
	slots := slotsFor(c.Slots, files)
	reader, stop, err := newReader(a, slots, cat)
	if err != nil {
		return err
	}
	defer stop()
	dir, err := os.MkdirTemp("", "noticed-run-")
	if err != nil {
		return fmt.Errorf("making a directory for the queue: %w", err)
	}
	defer func() {
		if e := os.RemoveAll(dir); e != nil && err == nil {
			err = fmt.Errorf("removing the queue: %w", e)
		}
	}()
	b, err := broker.Open(a.ctx, broker.Options{Embedded: &broker.Embedded{Dir: dir}, Name: "run", Logger: a.log})
	if err != nil {
		return err
	}
	defer b.Close()
	logs, err := openLogs(a, b)
	if err != nil {
		return err
	}
	loop, err := worker.New(a.ctx, worker.Options{
		JetStream: b.JetStream, Ingest: logs.ingest, Ledger: logs.ledger, Reader: reader,
		Slots: slots, Drain: time.Second, Now: a.now, Logger: a.log,
	})
	if err != nil {
		return err
	}
	follow, err := newFollower(a, logs.ledger, ingest.DefaultTenant)
	if err != nil {
		return err
	}
	defer follow.Stop()

	ctx, cancel := context.WithCancel(a.ctx)
	ended := make(chan error, 1)
	go func() { ended <- loop.Run(ctx) }()
	defer func() {
		cancel()
		if e := <-ended; err == nil {
			err = e
		}
	}()
	a.note("NATS server with JetStream on disk in %s, %s at a time", dir, count(slots, "document"))
	return c.follow(a, logs, follow, files)
}

// follow submits the documents in the files, prints every result as it comes and
// in the end all of them in the order of the documents.
func (c *runCmd) follow(a *app, logs logs, follow *follower, files []folder.File) error {
	var all []submitted
	found := map[string][]noticed.Assessment{} // by hash
	take := func(r noticed.Assessment) error {
		found[r.Document.SHA256] = append(found[r.Document.SHA256], r)
		return a.result(r)
	}
	err := sender{app: a, logs: logs, as: ingest.Submission{Source: folder.Source}}.send(files, func(s submitted) error {
		all = append(all, s)
		if s.Error != nil {
			return a.result(refusedAs(a, s))
		}
		return follow.expect(s, take)
	})
	if err != nil {
		return err
	}
	if err := follow.rest(take); err != nil {
		return err
	}
	var views []view
	bad := 0
	for _, s := range all {
		results := found[s.SHA256]
		if s.Error != nil {
			results = []noticed.Assessment{refusedAs(a, s)}
		}
		for _, r := range results {
			if r.Kind == noticed.KindUnreadable {
				bad++
			}
			v := viewOf(r)
			if name := ingest.Local(s.paper.within, s.paper.name, nil, a.now()).Name; name != v.document {
				v.document = name + " = " + v.document // the same bytes
			}
			views = append(views, v)
		}
	}
	if !a.json {
		a.answer("")
		a.print(tableOf(views))
	}
	return unreadable(bad, len(all))
}

// result prints one result as it comes.
func (p *printer) result(r noticed.Assessment) error {
	if p.json {
		return p.object(r)
	}
	p.answer("%s", viewOf(r).line())
	return nil
}
