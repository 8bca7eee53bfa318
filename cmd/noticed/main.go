package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/alecthomas/kong"

	"noticed"
	"noticed/cmd/noticed/settings"
	"noticed/extract/sandbox"
)

func main() {
	sandbox.Main() // must be first: never returns in a process that reads documents
	os.Exit(run(os.Args[1:]))
}

type cli struct {
	Run    runCmd    `cmd:"" help:"Read documents through a queue of their own, print what was found, and stop."`
	Read   readCmd   `cmd:"" help:"Read documents without a queue."`
	Serve  serveCmd  `cmd:"" help:"Serve all in one: a NATS server with JetStream and a worker."`
	Worker workerCmd `cmd:"" help:"Read what is queued on a NATS server."`
	Submit submitCmd `cmd:"" help:"Put documents on the queue."`
	Watch  watchCmd  `cmd:"" help:"Print results as they come."`
	Dead   deadCmd   `cmd:"" help:"List the documents that could not be read, show one, or have them read again."`
	Status statusCmd `cmd:"" help:"Account for every document: accepted = ended + queued."`
	Doctor doctorCmd `cmd:"" help:"Find what is missing, and say how to fix it."`
	Schema schemaCmd `cmd:"" help:"Print the JSON Schema of the results, or the schema of the catalogue."`

	Catalog  catalogCmd  `cmd:"" help:"List the notices, show one, or check a file of your own."`
	Deadline deadlineCmd `cmd:"" help:"Compute the deadlines of a notice, step by step if asked."`
	Calendar calendarCmd `cmd:"" help:"Write the deadlines as a calendar (.ics)."`

	Config configCmd `cmd:"" help:"Check the configuration, show what is in force, or print the reference."`

	Completion completionCmd `cmd:"" help:"Print what lets a shell complete command lines."`
	Man        manCmd        `cmd:"" help:"Print a manual page, or write them all."`
	Complete   completeCmd   `cmd:"" name:"__complete" hidden:""`

	ConfigFile string `name:"config" env:"NOTICED_CONFIG" nosetting:"" placeholder:"FILE" help:"Configuration file; ${config} if it is there."`
	LogLevel   string `env:"NOTICED_LOG_LEVEL" enum:"debug,info,warn,error" default:"warn" placeholder:"LEVEL" group:"Logging:" help:"How much to log to standard error: debug, info, warn or error."`
	LogFormat  string `env:"NOTICED_LOG_FORMAT" enum:"text,json" default:"text" placeholder:"FORMAT" group:"Logging:" help:"How to log: text or json."`

	JSON    bool             `name:"json" help:"Print JSON, one object a line."`
	Verbose bool             `short:"v" group:"Logging:" help:"The same as --log-level=debug."`
	Version kong.VersionFlag `help:"Print the version and exit."`
}

const about = `noticed reads IRS mail and says what is due, and when. It gives general information, not legal or tax advice.

Exit codes:

    0  done; that a person must look at a result is in the result
    1  an error: the message says what was being done
    2  the command line or a setting is wrong
    3  a document was refused or could not be read; the others were done
    4  status: the books do not balance`

// app is what a command gets from its surroundings.
type app struct {
	*printer

	ctx  context.Context
	log  *slog.Logger
	conf *configuration
}

func run(args []string) int {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // the second signal ends the process at once
	defer stop()

	var c cli
	conf := &configuration{}
	out := newPrinter(os.Stdout, os.Stderr, time.Now)
	parser, err := newParser(&c, kong.WithBeforeResolve(conf.load), kong.WithAfterApply(conf.check))
	if err != nil {
		return out.fail(err)
	}
	// A file of rows is checked by the command that lays them over.
	if conf.all, err = settingsOf(parser.Model, func(string) error { return nil }); err != nil {
		return out.fail(err)
	}
	if err := settings.IgnoreEmptyVariables(conf.all); err != nil {
		return out.fail(err)
	}
	command, err := parser.Parse(args)
	if err != nil {
		return out.fail(usageError{err})
	}
	out.json = c.JSON
	a := &app{out, ctx, c.logger(os.Stderr), conf}
	if err := command.Run(a); err != nil {
		return out.fail(err)
	}
	return exitOK
}

// newParser makes the parser of the command line.
func newParser(c *cli, options ...kong.Option) (*kong.Kong, error) {
	return kong.New(c, append([]kong.Option{
		kong.Name("noticed"),
		kong.Description(about),
		kong.Vars{"version": "noticed " + noticed.Version, "contract": noticed.AssessmentSchema, "config": configFile},
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: 100}),
	}, options...)...)
}

// logger logs as the user wants it.
func (c *cli) logger(w io.Writer) *slog.Logger {
	var level slog.Level
	if err := level.UnmarshalText([]byte(c.LogLevel)); err != nil || c.Verbose {
		level = slog.LevelDebug
	}
	o := &slog.HandlerOptions{Level: level}
	if c.LogFormat == "json" {
		return slog.New(slog.NewJSONHandler(w, o))
	}
	return slog.New(slog.NewTextHandler(w, o))
}

// usageError says that the command line or a setting is wrong.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

// Hint is that of the error, if it has one.
func (e usageError) Hint() string {
	if hinted, ok := errors.AsType[interface {
		error
		Hint() string
	}](e.error); ok {
		return hinted.Hint()
	}
	return "noticed --help, or noticed COMMAND --help"
}

func (usageError) ExitCode() int { return exitUsage }

// The exit codes, as the help and the README list them.
const (
	exitOK         = 0
	exitError      = 1
	exitUsage      = 2
	exitUnreadable = 3
	exitUnbalanced = 4
)

// codedError is an error with an exit code of its own.
type codedError struct {
	error
	code int
}

func (e codedError) Unwrap() error { return e.error }

func (e codedError) ExitCode() int { return e.code }

// unreadable reports how many documents were refused or could not be read.
func unreadable(n, of int) error {
	if n == 0 {
		return nil
	}
	return codedError{fmt.Errorf("reading documents: %d of %d could not be read", n, of), exitUnreadable}
}

var errInterrupted = errors.New("interrupted")
