package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
	"golang.org/x/sys/unix"

	"noticed"
	"noticed/worker/ledger"
)

// redraw is how often the table on the screen may change.
const redraw = 200 * time.Millisecond

// soon is how many days before a deadline it is marked.
const soon = 14

// live says whether a table can be kept on the screen.
func (p *printer) live() bool {
	width, height := p.size()
	return isTerminal(p.out) && os.Getenv("TERM") != "dumb" && width >= 60 && height >= 10
}

// coloured says whether colours are wanted: on a terminal, unless NO_COLOR is set.
func (p *printer) coloured() bool {
	return isTerminal(p.out) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

// size of the terminal in letters; 0 if it is none.
func (p *printer) size() (width, height int) {
	s, err := unix.IoctlGetWinsize(int(p.out.Fd()), unix.TIOCGWINSZ)
	if err != nil {
		return 0, 0
	}
	return int(s.Col), int(s.Row)
}

// board is a table of results that stays on the screen: the newest below, each in
// the version that holds.
type board struct {
	rows []row
	keys map[string]bool // of the rows

	colour        bool
	today         noticed.Date
	width, height int

	drawn   int // lines on the screen
	changed bool
}

type row struct {
	key string
	view

	look bool // a person must
}

// board follows the log until the user has seen enough. The last picture stays.
func (c *watchCmd) board(a *app, w *ledger.Watch) error {
	b := &board{keys: map[string]bool{}, colour: a.coloured(), changed: true}
	var last time.Time
	for {
		ctx, cancel := context.WithTimeout(a.ctx, redraw)
		e, err := w.Next(ctx)
		cancel()
		switch {
		case errors.Is(err, context.Canceled):
			b.draw(a.printer)
			return nil
		case err == nil:
			b.take(e, c.selection)
		case !errors.Is(err, context.DeadlineExceeded):
			return err
		}
		if now := a.now(); now.Sub(last) >= redraw {
			b.draw(a.printer)
			last = now
		}
	}
}

// take puts a result on the board, or takes one off that holds no longer.
func (b *board) take(e ledger.Event, s selection) {
	key := ""
	switch {
	case e.Receipt != nil:
		key = e.Tenant + "/" + e.Receipt.Document.SHA256
	case e.Assessment != nil:
		code, err := ledger.CodeToken(*e.Assessment)
		if err != nil {
			return // never published
		}
		key = e.Tenant + "/" + e.Assessment.ID + "/" + code
	}
	if b.keys[key] {
		delete(b.keys, key)
		b.rows = slices.DeleteFunc(b.rows, func(r row) bool { return r.key == key })
		b.changed = true
	}
	r := resultOf(e)
	if r == nil || r.Status == noticed.StatusWithdrawn || !s.takes(*r) {
		return
	}
	b.keys[key] = true
	b.rows = append(b.rows, row{key, viewOf(*r), r.Review.Needed})
	b.changed = true
}

// draw replaces the picture on the screen, if it is another.
func (b *board) draw(p *printer) {
	width, height := p.size()
	today := noticed.DateOf(p.now())
	if !b.changed && width == b.width && height == b.height && today == b.today {
		return
	}
	erase := ""
	switch {
	case b.drawn > 0 && width != b.width:
		erase = "\033[2J\033[H" // lines may have been broken
	case b.drawn > 0:
		erase = fmt.Sprintf("\033[%dA\r\033[J", b.drawn)
	}
	b.width, b.height, b.today, b.changed = width, height, today, false
	picture := b.picture()
	b.drawn = strings.Count(picture, "\n")
	p.mu.Lock()
	defer p.mu.Unlock()
	fmt.Fprint(p.out, erase+picture)
}

// picture is what fits on the screen.
func (b *board) picture() string {
	const others = 4 // the header, the summary, an empty line, the cursor
	rows := b.rows[max(0, len(b.rows)-max(1, b.height-others)):]

	// What is left of the width is for names and reasons.
	const deadline, code, balance, act, gap = 10, 10, 14, 20, 2
	rest := b.width - 1 - deadline - code - balance - 4*gap
	wide := rest >= 60
	if wide {
		rest -= act + gap
	}
	t := table.NewWriter()
	t.SetStyle(table.StyleLight)
	t.Style().Format.Header = text.FormatDefault
	t.Style().Options = table.OptionsNoBordersAndSeparators
	t.Style().Box.PaddingLeft, t.Style().Box.PaddingRight = "", strings.Repeat(" ", gap)
	t.SuppressTrailingSpaces()
	cells := func(r row, paint func(row, string) text.Colors) table.Row {
		cell := func(name, s string, width int) string {
			return b.painted(text.Snip(printable(s), width, "…"), paint(r, name))
		}
		notice := r.notice
		if notice == unreadableNotice {
			notice = string(noticed.KindUnreadable) // it is shorter
		}
		cells := table.Row{cell("deadline", r.deadline, deadline)}
		if wide {
			cells = append(cells, cell("act", r.act, act))
		}
		return append(cells, cell("notice", notice, code), cell("balance", r.balance, balance),
			cell("document", r.document, rest/2), cell("review", r.review, rest-rest/2))
	}
	head := view{document: "document", notice: "notice", balance: "balance", deadline: "deadline", act: "act", review: "review"}
	t.AppendRow(cells(row{view: head}, func(row, string) text.Colors { return text.Colors{text.Bold} }))
	for _, r := range rows {
		t.AppendRow(cells(r, b.paint))
	}
	return t.Render() + "\n\n" + b.summary(len(rows)) + "\n"
}

// paint is the colour of a cell: red is what can't be read or is past, yellow
// what a person must look at or is soon due.
func (b *board) paint(r row, cell string) text.Colors {
	switch {
	case r.notice == unreadableNotice && (cell == "notice" || cell == "review"):
		return text.Colors{text.FgRed}
	case cell == "review" && r.look:
		return text.Colors{text.FgYellow}
	case cell == "deadline" && r.deadline != none:
		day, err := noticed.ParseDate(r.deadline)
		switch {
		case err != nil:
		case day.Before(b.today):
			return text.Colors{text.FgRed}
		case day.Before(b.today.AddDays(soon)):
			return text.Colors{text.FgYellow}
		}
	}
	return nil
}

func (b *board) painted(s string, c text.Colors) string {
	if !b.colour || len(c) == 0 {
		return s
	}
	return c.Sprint(s)
}

// summary says what there is; shown is how many of the results fit on the screen.
func (b *board) summary(shown int) string {
	look, unreadable := 0, 0
	for _, r := range b.rows {
		switch {
		case r.notice == unreadableNotice:
			unreadable++
		case r.look:
			look++
		}
	}
	if len(b.rows) == 0 {
		return "waiting for results; Ctrl-C ends"
	}
	s := count(len(b.rows), "result")
	if shown < len(b.rows) {
		s += fmt.Sprintf(", the last %d of them here", shown)
	}
	if look > 0 {
		s += fmt.Sprintf(", %d for a person to look at", look)
	}
	if unreadable > 0 {
		s += fmt.Sprintf(", %d could not be read", unreadable)
	}
	return text.Snip(s, b.width-1, "…")
}
