package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"noticed"
	"noticed/worker/ledger"
)

type watchCmd struct {
	connection
	selection

	Tenant string    `help:"Of this tenant only."`
	All    bool      `xor:"begin" help:"Begin with all that holds now."`
	Since  *sinceArg `xor:"begin" placeholder:"TIME" help:"Begin with what came since then: a day as 2006-01-02, or 2h, 3d, 2w ago."`
	List   bool      `help:"Print what holds now, and stop; with --since, of that what came since then."`
}

// Help tells more than the one line.
func (c *watchCmd) Help() string {
	return "On a terminal it is a table that follows corrections; elsewhere a line for each result, with --json the message itself."
}

func (c *watchCmd) Run(a *app) error {
	logs, err := c.logs(a, "watch")
	if err != nil {
		return err
	}
	defer logs.Close()
	c.Code = strings.ToUpper(c.Code)
	filter := ledger.Filter{Tenant: c.Tenant, Code: c.Code, Results: c.Code != ""}
	since := ledger.Since{Present: c.All}
	if c.Since != nil {
		since.Time = c.Since.time(a.now())
	}
	if c.List {
		return c.list(a, logs.ledger, filter, since.Time)
	}
	w, err := logs.ledger.Watch(a.ctx, filter, since)
	if err != nil {
		return err
	}
	defer w.Stop()
	if !a.json && a.live() {
		return c.board(a, w)
	}
	for {
		e, err := w.Next(a.ctx)
		if errors.Is(err, context.Canceled) {
			return nil
		}
		if err == nil {
			err = c.show(a, e)
		}
		if err != nil {
			return err
		}
	}
}

// show prints one message of the log of results, if it is wanted. In JSON it is
// the message itself; a person sees notices, and of receipts those of documents
// that could not be read.
func (c *watchCmd) show(a *app, e ledger.Event) error {
	r := resultOf(e)
	switch {
	case a.json && e.Receipt != nil && c.anything():
		return a.object(e.Receipt)
	case r == nil || !c.takes(*r):
		return nil
	case a.json && e.Receipt != nil:
		return a.object(e.Receipt)
	}
	return a.result(*r)
}

func (c *watchCmd) list(a *app, l *ledger.Ledger, f ledger.Filter, since time.Time) error {
	var views []view
	table := !a.json && isTerminal(a.out)
	err := l.List(a.ctx, f, func(e ledger.Event) error {
		switch r := resultOf(e); {
		case e.Time.Before(since):
			return nil
		case !table:
			return c.show(a, e)
		case r != nil && c.takes(*r):
			views = append(views, viewOf(*r))
		}
		return nil
	})
	if err == nil && len(views) > 0 {
		a.print(tableOf(views))
	}
	return err
}

// resultOf is what an event says to a person; nil if it is the receipt of a
// document whose results say it.
func resultOf(e ledger.Event) *noticed.Assessment {
	switch {
	case e.Assessment != nil:
		return e.Assessment
	case e.Receipt.Ended == noticed.EndedDead:
		r := unreadableFrom(*e.Receipt)
		return &r
	}
	return nil
}

// selection says which results are wanted.
type selection struct {
	Code   string        `complete:"code" help:"Of this notice code only."`
	Kind   []string      `enum:"irs_notice,unknown_notice,other_mail,unreadable" placeholder:"KIND" help:"Of these kinds only: ${enum}."`
	Review bool          `help:"Only what a person must look at, and what could not be read."`
	Before *noticed.Date `name:"deadline-before" placeholder:"DATE" help:"Only what has a deadline before that day, and what a person must look at because no deadline could be told."`
}

// anything says that nothing but a code is asked for, which the log itself
// selects.
func (s selection) anything() bool { return len(s.Kind) == 0 && !s.Review && s.Before == nil }

func (s selection) takes(a noticed.Assessment) bool {
	if len(s.Kind) > 0 {
		is := false
		for _, k := range s.Kind {
			is = is || string(a.Kind) == k
		}
		if !is {
			return false
		}
	}
	if s.Review && !a.Review.Needed {
		return false
	}
	return s.Before == nil || dueBefore(a, *s.Before)
}

// dueBefore says whether a result has a deadline before a day, or may have one
// that nobody could tell.
func dueBefore(a noticed.Assessment, day noticed.Date) bool {
	dated := false
	for _, d := range a.Deadlines {
		if d.Date == nil {
			continue
		}
		dated = true
		if d.Date.Before(day) {
			return true
		}
	}
	return !dated && a.Review.Needed
}

// sinceArg is a time given as a day, or as how long ago.
type sinceArg struct {
	day *noticed.Date
	ago time.Duration
}

// UnmarshalText reads 2026-06-03, 90m, 2h, 3d or 2w.
func (s *sinceArg) UnmarshalText(text []byte) error {
	in := string(text)
	var day noticed.Date
	if err := day.UnmarshalText(text); err == nil {
		*s = sinceArg{day: &day}
		return nil
	}
	const hours = 24
	for unit, factor := range map[string]int{"d": hours, "w": 7 * hours} {
		if n, ok := strings.CutSuffix(in, unit); ok {
			if n, err := strconv.ParseUint(n, 10, 16); err == nil {
				*s = sinceArg{ago: time.Duration(n) * time.Duration(factor) * time.Hour}
				return nil
			}
		}
	}
	ago, err := time.ParseDuration(in)
	if err != nil || ago < 0 {
		return fmt.Errorf("%q: want a day as 2006-01-02, or how long ago: 90m, 2h, 3d, 2w", in)
	}
	*s = sinceArg{ago: ago}
	return nil
}

// time is the time meant. A day begins where this machine is.
func (s sinceArg) time(now time.Time) time.Time {
	if s.day != nil {
		return time.Date(s.day.Year, s.day.Month, s.day.Day, 0, 0, 0, 0, now.Location())
	}
	return now.Add(-s.ago)
}
