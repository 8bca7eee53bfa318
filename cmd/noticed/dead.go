package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/jedib0t/go-pretty/v6/table"

	"noticed"
	"noticed/ingest"
	"noticed/ingest/broker"
	"noticed/worker/ledger"
)

type deadCmd struct {
	Ls     deadLsCmd     `cmd:"" help:"List the dead documents: why, when, after how many tries."`
	Show   deadShowCmd   `cmd:"" help:"Show one in full."`
	Replay deadReplayCmd `cmd:"" help:"Have dead documents read again; the outcome is the next version of their receipts."`
}

// Help tells more than the one line.
func (c *deadCmd) Help() string {
	return "A document that could not be read is dead: its receipt says why. It stays on the queue's log for some time and can be read again from there, for instance with a newer noticed."
}

// theDead are the documents that a command is about.
type theDead struct {
	connection

	Tenant string `help:"Of this tenant only."`
	Reason string `placeholder:"CODE" help:"With this reason only: encrypted, damaged, timeout, … as dead ls shows them."`
}

// find returns the receipts of the dead documents, the first to end first.
func (c theDead) find(a *app, logs logs) ([]ledger.Recorded, error) {
	all, err := logs.ledger.Dead(a.ctx, c.Tenant)
	if err != nil {
		return nil, err
	}
	var found []ledger.Recorded
	for _, r := range all {
		if c.Reason == "" || reasonOf(r).Code == c.Reason {
			found = append(found, r)
		}
	}
	return found, nil
}

func reasonOf(r ledger.Recorded) noticed.ReadError {
	return *unreadableFrom(*r.Receipt).Error
}

type deadLsCmd struct {
	theDead
}

func (c *deadLsCmd) Run(a *app) error {
	logs, err := c.logs(a, "dead")
	if err != nil {
		return err
	}
	defer logs.Close()
	found, err := c.find(a, logs)
	if err != nil {
		return err
	}
	t := table.NewWriter()
	t.AppendHeader(table.Row{"ended", "tenant", "document", "hash", "reason", "tries", "why"})
	for _, r := range found {
		if a.json {
			if err := a.object(r.Receipt); err != nil {
				return err
			}
			continue
		}
		d, why := r.Receipt.Document, reasonOf(r)
		t.AppendRow(table.Row{
			moment(r.Receipt.Timings.Ended), d.Tenant, d.Name, fmt.Sprintf("%.12s", d.SHA256), why.Code, r.Receipt.Tries, why.Message,
		})
	}
	switch {
	case a.json:
	case len(found) == 0:
		a.note("there is none")
	default:
		a.print(t)
	}
	return nil
}

// moment is a time as a person in front of this machine reads it.
func moment(t time.Time) string { return t.Local().Format("2006-01-02 15:04:05") }

type deadShowCmd struct {
	theDead

	Hash string `arg:"" help:"The hash of the document, or its beginning."`
}

func (c *deadShowCmd) Run(a *app) error {
	logs, err := c.logs(a, "dead")
	if err != nil {
		return err
	}
	defer logs.Close()
	found, err := c.find(a, logs)
	if err != nil {
		return err
	}
	chosen, err := choose(found, []string{c.Hash})
	if err != nil {
		return err
	}
	if a.json {
		return a.object(chosen[0].Receipt)
	}
	last, err := lastOnLog(a, logs, chosen)
	if err != nil {
		return err
	}
	r := chosen[0].Receipt
	d, why := r.Document, reasonOf(chosen[0])
	t := table.NewWriter()
	for _, row := range []table.Row{
		{"document", d.Name}, {"sha256", d.SHA256}, {"tenant", d.Tenant}, {"reference", d.Reference},
		{"received", moment(r.Timings.Received)}, {"ended", moment(r.Timings.Ended)},
		{"reason", why.Code}, {"why", why.Message},
		{"tries", strconv.Itoa(r.Tries)}, {"deliveries", strconv.Itoa(r.Deliveries)},
		{"read for", (time.Duration(r.Timings.ReadMS) * time.Millisecond).String()}, {"version", strconv.Itoa(r.Version)},
		{"by", r.By}, {"kept", kept(last[keyOf(chosen[0])], chosen[0])},
	} {
		if row[1] != "" {
			t.AppendRow(row)
		}
	}
	for _, p := range r.Pages {
		t.AppendRow(table.Row{fmt.Sprintf("page %d", p.Page), strings.TrimSpace(words(string(p.How)) + " " + p.Why)})
	}
	a.print(t)
	return nil
}

// kept says whether a document can be read again.
func kept(last ingest.Document, r ledger.Recorded) string {
	switch last.Replaces {
	case r.Sequence:
		return "it is queued to be read again"
	case 0:
		if last.SHA256 == "" {
			return goneWords
		}
	}
	return "on the log: noticed dead replay has it read again"
}

const goneWords = "its bytes are no longer kept: submit the file with --again"

func keyOf(r ledger.Recorded) key { return key{r.Receipt.Document.Tenant, r.Receipt.Document.SHA256} }

// lastOnLog returns the last message on the log of each document that has one.
func lastOnLog(a *app, logs logs, of []ledger.Recorded) (map[key]ingest.Document, error) {
	want := map[key]bool{}
	for _, r := range of {
		want[keyOf(r)] = true
	}
	found := map[key]ingest.Document{}
	err := logs.ingest.Entries(a.ctx, 0, func(d ingest.Document) error {
		if k := (key{d.Tenant, d.SHA256}); want[k] {
			found[k] = d
		}
		return nil
	})
	return found, err
}

// choose finds the documents whose hashes begin so, each exactly one.
func choose(among []ledger.Recorded, prefixes []string) ([]ledger.Recorded, error) {
	var chosen []ledger.Recorded
	for _, prefix := range prefixes {
		var fits []ledger.Recorded
		for _, r := range among {
			if strings.HasPrefix(r.Receipt.Document.SHA256, strings.ToLower(prefix)) {
				fits = append(fits, r)
			}
		}
		switch {
		case prefix == "" || len(fits) == 0:
			return nil, broker.WithHint(fmt.Errorf("looking for %q: no dead document has a hash that begins so", prefix), "noticed dead ls lists them")
		case len(fits) > 1:
			return nil, broker.WithHint(fmt.Errorf("looking for %q: the hashes of %d dead documents begin so", prefix, len(fits)), "give more of the hash, or the tenant")
		}
		chosen = append(chosen, fits[0])
	}
	return chosen, nil
}

type deadReplayCmd struct {
	theDead

	Hashes []string `arg:"" optional:"" name:"hash" help:"The hashes of the documents, or their beginnings."`
	All    bool     `help:"All dead documents."`
	Wait   bool     `help:"Wait for the results, and print them."`
}

// replayed is a line of the answer: what became of one dead document.
type replayed struct {
	Tenant string             `json:"tenant"`
	SHA256 string             `json:"sha256"`
	Name   string             `json:"name"`
	Queued bool               `json:"queued"` // also if it was so before
	Error  *noticed.ReadError `json:"error,omitempty"`
}

func (r replayed) String() string {
	if r.Error != nil {
		return fmt.Sprintf("%s: can't be read again: %s %.12s", r.Name, r.Error.Message, r.SHA256)
	}
	return fmt.Sprintf("%s: queued again: %.12s", r.Name, r.SHA256)
}

func (c *deadReplayCmd) Run(a *app) error {
	if (len(c.Hashes) > 0) == (c.All || c.Reason != "") {
		return usageError{errors.New("replaying dead documents: want hashes, or --all, or --reason")}
	}
	logs, err := c.logs(a, "dead")
	if err != nil {
		return err
	}
	defer logs.Close()
	var follow *follower
	if c.Wait {
		if follow, err = newFollower(a, logs.ledger, c.Tenant); err != nil {
			return err
		}
		defer follow.Stop()
	}
	found, err := c.find(a, logs)
	if err == nil && len(c.Hashes) > 0 {
		found, err = choose(found, c.Hashes)
	}
	if err != nil {
		return err
	}
	gone, err := c.replay(a, logs, found, follow)
	if err != nil {
		return err
	}
	if len(found) == 0 {
		a.note("there is none")
	}
	dead := 0
	if c.Wait {
		if err := follow.rest(a.result); err != nil {
			return err
		}
		dead = follow.dead
	}
	if gone > 0 {
		err = broker.WithHint(fmt.Errorf("replaying dead documents: %d of %d are no longer kept", gone, len(found)), "submit the files with --again")
		return codedError{err, exitUnreadable}
	}
	return unreadable(dead, len(found))
}

// replay queues the documents, and returns how many are gone.
func (c *deadReplayCmd) replay(a *app, logs logs, found []ledger.Recorded, follow *follower) (gone int, err error) {
	last, err := lastOnLog(a, logs, found)
	if err != nil {
		return 0, err
	}
	for i, r := range found {
		if a.ctx.Err() != nil {
			return gone, fmt.Errorf("replaying dead documents: %w after %d of %d", errInterrupted, i, len(found))
		}
		d := r.Receipt.Document
		line := replayed{Tenant: d.Tenant, SHA256: d.SHA256, Name: d.Name, Queued: true}
		if on, ok := last[keyOf(r)]; !ok || on.Replaces != r.Sequence {
			on.Tenant, on.SHA256 = d.Tenant, d.SHA256
			err := logs.ingest.Reread(a.ctx, on, r.Sequence)
			if refusal, is := errors.AsType[*ingest.Refusal](err); is {
				gone++
				line.Queued, line.Error = false, &noticed.ReadError{Code: string(refusal.Code), Message: refusal.Message}
			} else if err != nil {
				return gone, err
			}
		}
		switch {
		case c.Wait && line.Queued:
			follow.await(keyOf(r))
			continue
		case a.json:
			err = a.object(line)
		default:
			a.answer("%s", line)
		}
		if err != nil {
			return gone, err
		}
	}
	return gone, nil
}
