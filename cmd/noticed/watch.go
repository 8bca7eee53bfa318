package main

import (
	"context"
	"errors"

	"noticed"
	"noticed/worker/ledger"
)

type watchCmd struct {
	connection

	Tenant string `help:"Of this tenant only."`
	Code   string `complete:"code" help:"Of this notice code only."`
	All    bool   `help:"Begin with all that holds now."`
	List   bool   `help:"Print all that holds now, and stop."`
}

func (c *watchCmd) Run(a *app) error {
	logs, err := c.logs(a, "watch")
	if err != nil {
		return err
	}
	defer logs.Close()
	filter := ledger.Filter{Tenant: c.Tenant, Code: c.Code, Results: c.Code != ""}
	if c.List {
		return logs.ledger.List(a.ctx, filter, func(e ledger.Event) error { return a.event(e) })
	}
	w, err := logs.ledger.Watch(a.ctx, filter, ledger.Since{Present: c.All})
	if err != nil {
		return err
	}
	defer w.Stop()
	for {
		e, err := w.Next(a.ctx)
		if errors.Is(err, context.Canceled) {
			return nil
		}
		if err != nil {
			return err
		}
		if err := a.event(e); err != nil {
			return err
		}
	}
}

// event prints one message of the log of results. In JSON it is the message
// itself; a person sees notices, and of receipts those of documents that could
// not be read.
func (p *printer) event(e ledger.Event) error {
	switch {
	case p.json && e.Receipt != nil:
		return p.object(e.Receipt)
	case e.Assessment != nil:
		return p.result(*e.Assessment)
	case e.Receipt.Ended == noticed.EndedDead:
		return p.result(unreadableFrom(*e.Receipt))
	}
	return nil
}
