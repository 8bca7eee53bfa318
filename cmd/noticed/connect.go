package main

import (
	"fmt"
	"os"
	"path/filepath"
	"time"

	"noticed/ingest"
	"noticed/ingest/broker"
	"noticed/worker/ledger"
)

// connection is how to reach a NATS server: the flags and variables of the nats
// command, and where to look for a `noticed serve` on this machine.
type connection struct {
	Server  string `short:"s" env:"NATS_URL" check:"servers" example:"nats://127.0.0.1:4222" placeholder:"URL" group:"Connection:" help:"NATS server, or several with commas."`
	Context string `env:"NATS_CONTEXT" example:"production" placeholder:"NAME" group:"Connection:" help:"NATS context, as the nats command has them; the selected one if neither server nor context is given."`
	Creds   string `env:"NATS_CREDS" check:"file" example:"/etc/noticed/noticed.creds" placeholder:"FILE" group:"Connection:" help:"Credentials file."`
	NKey    string `name:"nkey" env:"NATS_NKEY" check:"file" example:"/etc/noticed/noticed.nk" placeholder:"FILE" group:"Connection:" help:"NKey seed file."`
	Dir     string `env:"NOTICED_DIR" check:"dir" example:"/var/lib/noticed" placeholder:"DIR" group:"Connection:" help:"Where noticed serve keeps its data: without a server or context it is looked for there."`
}

// open connects. Without a server or context it takes the one that noticed serve
// runs on this machine, if there is one.
func (c connection) open(a *app, name string, wait time.Duration) (*broker.Broker, error) {
	if c.Server == "" && c.Context == "" {
		dir, err := dataDir(c.Dir)
		if err != nil {
			return nil, err
		}
		if c.Server, err = broker.Find(dir); err != nil {
			return nil, err
		}
	}
	return broker.Open(a.ctx, broker.Options{
		Server: c.Server, Context: c.Context, Creds: c.Creds, NKey: c.NKey,
		Name: name, Wait: wait, Logger: a.log,
	})
}

// dataDir is where noticed serve keeps its data if nobody says: as systemd and
// the XDG directories have it.
func dataDir(given string) (string, error) {
	if given != "" {
		return given, nil
	}
	if state := os.Getenv("STATE_DIRECTORY"); state != "" {
		return state, nil
	}
	if state := os.Getenv("XDG_STATE_HOME"); state != "" {
		return filepath.Join(state, "noticed"), nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", broker.WithHint(fmt.Errorf("looking for a place to keep data: %w", err), "name one with --dir")
	}
	return filepath.Join(home, ".local", "state", "noticed"), nil
}

// logs are the two ends of the queue.
type logs struct {
	*broker.Broker

	ledger *ledger.Ledger
	ingest *ingest.Ingest
}

// openLogs opens both ends of the queue.
func openLogs(a *app, b *broker.Broker) (logs, error) {
	l, err := ledger.Open(a.ctx, b.JetStream, ledger.Config{}, a.log)
	if err != nil {
		return logs{}, err
	}
	in, err := ingest.Open(a.ctx, b.JetStream, ingest.Options{Ledger: l, Now: a.now, Logger: a.log})
	return logs{b, l, in}, err
}

// logs connects and opens both ends of the queue. The caller closes them.
func (c connection) logs(a *app, name string) (logs, error) {
	b, err := c.open(a, name, 0)
	if err != nil {
		return logs{}, err
	}
	l, err := openLogs(a, b)
	if err != nil {
		b.Close()
	}
	return l, err
}
