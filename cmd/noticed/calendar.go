package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"noticed"
	"noticed/classify/deadline/ics"
	"noticed/ingest/broker"
	"noticed/worker/ledger"
)

type calendarCmd struct {
	connection

	Tenant string `help:"Of this tenant only."`
	ID     string `name:"id" help:"Of this assessment only."`
	Lines  string `placeholder:"FILE" help:"Take the results from lines that noticed read --json or noticed watch --json printed, not from the queue; standard input if it is -."`
	Name   string `default:"IRS deadlines" help:"The calendar's name."`
}

// Help tells more than the one line.
func (c *calendarCmd) Help() string {
	return "Writes an iCalendar file (.ics): an all-day event on every last day, with the safe day to act in its text and alarms 14, 7 and 2 days before. Imported again, it updates the events of corrected results and cancels those of withdrawn ones."
}

func (c *calendarCmd) Run(a *app) error {
	var found []noticed.Assessment
	take := func(as noticed.Assessment) {
		if (c.Tenant == "" || as.Document.Tenant == c.Tenant) && (c.ID == "" || as.ID == c.ID) {
			found = append(found, as)
		}
	}
	var err error
	if c.Lines != "" {
		err = fromLines(c.Lines, take)
	} else {
		err = c.fromQueue(a, take)
	}
	if err != nil {
		return err
	}
	var file bytes.Buffer
	n, err := ics.Write(&file, found, ics.Options{Stamp: a.now(), Name: c.Name})
	if err != nil {
		return err
	}
	if n == 0 {
		a.note("there is no deadline with a day: the calendar is empty")
	}
	if a.json {
		return a.object(struct {
			Events   int    `json:"events"`
			Calendar string `json:"calendar"`
		}{n, file.String()})
	}
	return a.file(file.Bytes())
}

// fromQueue takes every version of every result on the log: the earlier ones say
// which events are to be cancelled.
func (c *calendarCmd) fromQueue(a *app, take func(noticed.Assessment)) error {
	logs, err := c.logs(a, "calendar")
	if err != nil {
		return err
	}
	defer logs.Close()
	w, err := logs.ledger.Watch(a.ctx, ledger.Filter{Tenant: c.Tenant, Results: true}, ledger.Since{Sequence: 1})
	if err != nil {
		return err
	}
	defer w.Stop()
	for pending := w.Pending; pending > 0; {
		e, err := w.Next(a.ctx)
		if errors.Is(err, context.Canceled) {
			err = errInterrupted
		}
		if err != nil {
			return fmt.Errorf("reading the results for a calendar: %w", err)
		}
		pending = e.Pending
		if e.Assessment != nil {
			take(*e.Assessment)
		}
	}
	return nil
}

// fromLines takes results from lines of JSON. Receipts among them are passed
// over.
func fromLines(name string, take func(noticed.Assessment)) error {
	in := io.Reader(os.Stdin)
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return fmt.Errorf("opening %s: %s", name, strings.TrimSuffix(fileError(err).Message, "."))
		}
		defer f.Close()
		in = f
	}
	lines := bufio.NewReader(in)
	for n := 1; ; n++ {
		line, err := lines.ReadBytes('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return fmt.Errorf("reading line %d of %s: %w", n, name, err)
		}
		if text := bytes.TrimSpace(line); len(text) > 0 {
			var a noticed.Assessment
			if err := json.Unmarshal(text, &a); err != nil {
				return fmt.Errorf("reading line %d of %s: %w", n, name, err)
			}
			switch a.Schema {
			case noticed.AssessmentSchema:
				take(a)
			case noticed.ReceiptSchema:
			default:
				return broker.WithHint(fmt.Errorf("reading line %d of %s: it is no result", n, name), "noticed read --json prints such lines")
			}
		}
		if err != nil {
			return nil
		}
	}
}

// file prints a file as it is.
func (p *printer) file(b []byte) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.clear()
	if _, err := p.out.Write(b); err != nil {
		return fmt.Errorf("writing the answer: %w", err)
	}
	return nil
}
