package main

import (
	"fmt"

	"noticed"
	"noticed/ingest"
	"noticed/ingest/broker"
	"noticed/ingest/folder"
)

type submitCmd struct {
	connection

	Paths     []string `arg:"" name:"path" help:"Files, and folders of files."`
	Tenant    string   `env:"NOTICED_TENANT" check:"tenant" default:"default" group:"Submitting:" help:"Whose documents they are."`
	Reference string   `help:"Your own reference; it comes back with every result."`
	Urgent    bool     `help:"To be read before all that is not urgent."`
	Again     bool     `help:"Have documents read again that ended as dead."`
	Wait      bool     `help:"Wait for the results, and print them."`
}

// Help tells more than the one line.
func (c *submitCmd) Help() string {
	return "ZIP archives, mail messages (.eml) and mailboxes (.mbox) stand for the documents in them. What was accepted before is told and not queued again: after an interruption run the same command again."
}

// submitted is a line of the answer: what became of one document.
type submitted struct {
	ingest.Accepted

	File  string             `json:"file"`
	Again bool               `json:"again,omitempty"` // it had ended as dead, and is queued to be read again
	Error *noticed.ReadError `json:"error,omitempty"`

	paper paper
}

func (c *submitCmd) Run(a *app) error {
	files, err := filesIn(a, c.Paths)
	if err != nil {
		return err
	}
	logs, err := c.logs(a, "submit")
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
	refused, n := 0, 0
	err = sender{
		app: a, logs: logs, again: c.Again,
		as: ingest.Submission{Tenant: c.Tenant, Reference: c.Reference, Urgent: c.Urgent, Source: folder.Source},
	}.send(files, func(s submitted) error {
		n++
		if s.Error != nil {
			refused++
		}
		switch {
		case c.Wait && s.Error != nil:
			return a.result(refusedAs(a, s))
		case c.Wait:
			return follow.expect(s, a.result)
		case a.json:
			return a.object(s)
		}
		a.answer("%s", s)
		return nil
	})
	if err != nil {
		return err
	}
	if c.Wait {
		if err := follow.rest(a.result); err != nil {
			return broker.WithHint(err, "what was accepted stays on the queue: noticed watch --list shows the results, and the same command waits for them again")
		}
		return unreadable(refused+follow.dead, n)
	}
	if refused > 0 {
		return codedError{fmt.Errorf("submitting documents: %d of %d were refused", refused, n), exitUnreadable}
	}
	return nil
}

func (s submitted) String() string {
	switch {
	case s.Error != nil:
		return fmt.Sprintf("%s: refused: %s", s.File, s.Error.Message)
	case s.Again:
		return fmt.Sprintf("%s: queued again: %.12s", s.File, s.SHA256)
	case s.Earlier != nil:
		return fmt.Sprintf("%s: already read: %s %.12s", s.File, s.Earlier.Ended, s.SHA256)
	case s.Duplicate:
		return fmt.Sprintf("%s: already queued: %.12s", s.File, s.SHA256)
	}
	return fmt.Sprintf("%s: queued: %.12s", s.File, s.SHA256)
}

// refusedAs is the line of a document that was refused, where results are
// printed.
func refusedAs(a *app, s submitted) noticed.Assessment {
	d := ingest.Local(s.paper.within, s.paper.name, nil, a.now()).Block()
	d.SHA256 = ""
	return unreadableAs(d, *s.Error)
}
