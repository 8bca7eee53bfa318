package main

// The rules of the user interface:
//
//   - Standard output carries the answer and nothing else; progress, logs and
//     errors go to standard error.
//   - An error is one line "error: …", lower case, no full stop, that says what
//     was being done to what; then, where the user can do something about it,
//     a line "hint: …".
//   - A sentence about a document that comes from a package ("The file is
//     empty.") is printed as it is.
//   - With --json the answer is JSON, one object a line, the same objects that
//     the queue carries where there are such.
//   - Tables have lines around them on a terminal and none elsewhere.
//   - Colour is for the live table of watch only, on a terminal, and not if NO_COLOR
//     is set.
//   - Silence means that all is well.

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"
	"unicode"

	"github.com/jedib0t/go-pretty/v6/table"
)

// printer prints. It is safe for use by several goroutines.
type printer struct {
	json bool

	now      func() time.Time
	mu       sync.Mutex
	out, err *os.File
	progress bool      // there is an unfinished progress line on a terminal
	stepped  time.Time // when the last step was told elsewhere
}

func newPrinter(out, err *os.File, now func() time.Time) *printer {
	return &printer{out: out, err: err, now: now, stepped: now()}
}

// answer prints lines of the answer. Documents are named by strangers: what
// would steer a terminal is left out.
func (p *printer) answer(format string, args ...any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.clear()
	fmt.Fprintln(p.out, printable(fmt.Sprintf(format, args...)))
}

// printable leaves out what would steer a terminal. A name in a text must not
// have lines of its own either: see [oneLine].
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' {
			return -1
		}
		return r
	}, s)
}

// text prints a text of the program's own, as it is.
func (p *printer) text(s string) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.clear()
	if _, err := p.out.WriteString(s); err != nil {
		return fmt.Errorf("printing: %w", err)
	}
	return nil
}

// oneLine makes a stranger's name a part of a line.
func oneLine(s string) string { return strings.ReplaceAll(printable(s), "\n", " ") }

// object prints an object of the answer as a line of JSON.
func (p *printer) object(v any) error {
	b, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("writing JSON: %w", err)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.clear()
	if _, err := p.out.Write(append(b, '\n')); err != nil {
		return fmt.Errorf("writing JSON: %w", err)
	}
	return nil
}

// step tells how far the work is. On a terminal each step replaces the one
// before; elsewhere one is told every few seconds.
func (p *printer) step(format string, args ...any) {
	const often = 2 * time.Second
	p.mu.Lock()
	defer p.mu.Unlock()
	p.clear()
	if p.progress = isTerminal(p.err); p.progress {
		fmt.Fprintf(p.err, format, args...)
	} else if now := p.now(); now.Sub(p.stepped) >= often {
		fmt.Fprintf(p.err, format+"\n", args...)
		p.stepped = now
	}
}

// done ends the progress.
func (p *printer) done() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.clear()
}

// note tells the user something that stays on the screen.
func (p *printer) note(format string, args ...any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.clear()
	fmt.Fprintln(p.err, printable(fmt.Sprintf(format, args...)))
}

func (p *printer) clear() {
	if p.progress {
		fmt.Fprint(p.err, "\r\033[K")
		p.progress = false
	}
}

// fail prints an error and returns the exit code that goes with it.
func (p *printer) fail(err error) int {
	p.note("error: %s", lower(err.Error()))
	var hinted interface{ Hint() string }
	if errors.As(err, &hinted) {
		p.note("hint: %s", lower(hinted.Hint()))
	}
	var coded interface{ ExitCode() int }
	if errors.As(err, &coded) {
		return coded.ExitCode()
	}
	return exitError
}

// lower makes a sentence a line of the user interface. A word in capitals (NATS)
// stays as it is.
func lower(s string) string {
	s = strings.TrimSuffix(strings.ReplaceAll(s, "\n", "; "), ".")
	if len(s) > 1 && s[1] >= 'a' && s[1] <= 'z' {
		s = strings.ToLower(s[:1]) + s[1:]
	}
	return s
}

// print prints a table.
func (p *printer) print(t table.Writer) {
	t.SetStyle(table.StyleLight)
	t.Style().Format.Header = 0
	if !isTerminal(p.out) {
		t.Style().Options = table.OptionsNoBordersAndSeparators
		t.Style().Box.PaddingLeft, t.Style().Box.PaddingRight = "", "  "
		t.SuppressTrailingSpaces()
	}
	p.answer("%s", t.Render())
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && f.Name() != os.DevNull
}
