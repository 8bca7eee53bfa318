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
	"noticed/worker/ledger"
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
	if err := checkReading(a); err != nil {
		return err
	}
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
	slots := min(slotsOr(c.Slots), max(1, len(files)))
	reader, stop, err := newReader(a, slots, cat)
	if err != nil {
		return err
	}
	defer stop()
	loop, err := worker.New(a.ctx, worker.Options{
		JetStream: b.JetStream, Ingest: logs.ingest, Ledger: logs.ledger, Reader: reader,
		Slots: slots, Drain: time.Second, Now: a.now, Logger: a.log,
	})
	if err != nil {
		return err
	}
	watch, err := logs.ledger.Watch(a.ctx, ledger.Filter{}, ledger.Since{})
	if err != nil {
		return err
	}
	defer watch.Stop()

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
	return c.follow(a, logs.ingest, watch, files)
}

// follow submits the files, prints every result as it comes and in the end all
// of them in the order of the files.
func (c *runCmd) follow(a *app, in *ingest.Ingest, watch *ledger.Watch, files []string) error {
	found := map[string][]noticed.Assessment{} // by hash
	open := map[string]bool{}
	hashes := make([]string, len(files))
	refused := make([]*noticed.Assessment, len(files))
	for i, file := range files {
		a.step("submitting %d of %d", i+1, len(files))
		s, err := submitFile(a, in, file, ingest.Submission{Source: folder.Source})
		if err != nil {
			return fmt.Errorf("submitting %s: %w", file, err)
		}
		if s.Error != nil {
			refusal := unreadableAs(ingest.Local(file, nil, a.now()).Block(), *s.Error)
			refused[i] = &refusal
			if err := a.result(refusal); err != nil {
				return err
			}
			continue
		}
		hashes[i] = s.SHA256
		open[s.SHA256] = true
	}
	for all := len(open); len(open) > 0; {
		a.step("read %d of %s", all-len(open), count(all, "document"))
		e, err := watch.Next(a.ctx)
		if err != nil {
			if a.ctx.Err() != nil {
				err = errInterrupted
			}
			return fmt.Errorf("waiting for results: %w", err)
		}
		var result noticed.Assessment
		switch {
		case e.Assessment != nil:
			result = *e.Assessment
		case e.Receipt.Ended == noticed.EndedDead:
			result = unreadableFrom(*e.Receipt)
		}
		if e.Receipt != nil {
			delete(open, e.Receipt.Document.SHA256)
		}
		if result.Kind == "" {
			continue
		}
		found[result.Document.SHA256] = append(found[result.Document.SHA256], result)
		if err := a.result(result); err != nil {
			return err
		}
	}
	a.done()

	var views []view
	bad := 0
	for i := range files {
		results := found[hashes[i]]
		if refused[i] != nil {
			results = []noticed.Assessment{*refused[i]}
		}
		for _, r := range results {
			if r.Kind == noticed.KindUnreadable {
				bad++
			}
			v := viewOf(r)
			if name := ingest.Local(files[i], nil, a.now()).Name; name != v.document {
				v.document = name + " = " + v.document // the same bytes
			}
			views = append(views, v)
		}
	}
	if !a.json {
		a.answer("")
		a.print(tableOf(views))
	}
	return unreadable(bad, len(files))
}

// result prints one result as it comes.
func (p *printer) result(r noticed.Assessment) error {
	if p.json {
		return p.object(r)
	}
	p.answer("%s", viewOf(r).line())
	return nil
}
