package broker

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
	"github.com/synadia-io/orbit.go/natscontext"

	"noticed"
)

// Options say which server, and as whom. The flags of the command line have the
// same names, which are those of the nats command.
type Options struct {
	Server  string // NATS URLs, comma separated; overrides the context's
	Context string // NATS context by name or absolute path; the selected one if neither Server nor Context is given
	Creds   string // path of a credentials file, read again at every reconnect
	NKey    string // path of an nkey seed file

	// Name is what the connection does: "worker" gives "noticed worker 0.1.0".
	Name string
	// Wait is how long to wait for a server that is not there yet. With 0 the
	// first refusal is the answer.
	Wait time.Duration
	// Embedded starts a server in this process. Server, Context, Creds and NKey
	// must then be empty.
	Embedded *Embedded
	// Logger is told of lost and regained connections. Nil is silence.
	Logger *slog.Logger
}

// Broker is a connection to a server with JetStream.
type Broker struct {
	Conn      *nats.Conn
	JetStream jetstream.JetStream

	embedded *embedded
}

// Open starts the embedded server if one is asked for and connects. An error
// carries a hint where the user can do something about it.
func Open(ctx context.Context, o Options) (*Broker, error) {
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	b := &Broker{}
	opts := connectOptions(o)
	if o.Embedded != nil {
		if o.Server != "" || o.Context != "" || o.Creds != "" || o.NKey != "" {
			return nil, errors.New("starting the embedded NATS server: a server, context or credentials are given as well")
		}
		e, err := startEmbedded(*o.Embedded, o.Logger)
		if err != nil {
			return nil, err
		}
		b.embedded = e
		opts = append(opts, nats.InProcessServer(e.server))
	}
	if err := b.connect(ctx, o, opts); err != nil {
		b.Close()
		return nil, err
	}
	if err := b.check(ctx); err != nil {
		b.Close()
		return nil, err
	}
	return b, nil
}

func connectOptions(o Options) []nats.Option {
	name := "noticed " + noticed.Version
	if o.Name != "" {
		name = "noticed " + o.Name + " " + noticed.Version
	}
	opts := []nats.Option{
		nats.Name(name),
		nats.MaxReconnects(-1),
		nats.ReconnectWait(500 * time.Millisecond),
		nats.PingInterval(5 * time.Second),
		// No buffer: with one, a publish that had timed out arrived later.
		nats.ReconnectBufSize(-1),
		// Credentials that are being rotated must not end the connection for good.
		nats.IgnoreAuthErrorAbort(),
		nats.DisconnectErrHandler(func(_ *nats.Conn, err error) {
			if err != nil {
				o.Logger.Warn("connection to NATS lost, waiting for it to come back", "err", err)
			}
		}),
		nats.ReconnectHandler(func(c *nats.Conn) {
			o.Logger.Info("connection to NATS is back", "server", c.ConnectedServerName())
		}),
		nats.ErrorHandler(func(_ *nats.Conn, _ *nats.Subscription, err error) {
			o.Logger.Warn("NATS connection", "err", err)
		}),
	}
	if o.Creds != "" {
		opts = append(opts, nats.UserCredentials(o.Creds))
	}
	return opts
}

func (b *Broker) connect(ctx context.Context, o Options, opts []nats.Option) error {
	if o.NKey != "" {
		k, err := nats.NkeyOptionFromSeed(o.NKey)
		if err != nil {
			return fmt.Errorf("reading nkey file: %w", err)
		}
		opts = append(opts, k)
	}
	deadline := time.Now().Add(o.Wait)
	for {
		err := b.dial(o, opts)
		if err == nil {
			return nil
		}
		if errors.Is(err, nats.ErrAuthorization) {
			return WithHint(fmt.Errorf("connecting to NATS: %w", err), "the server wants to know who you are: name a key or credentials with --nkey or --creds")
		}
		if time.Now().After(deadline) || !errors.Is(err, nats.ErrNoServers) && !errors.Is(err, nats.ErrTimeout) {
			return WithHint(fmt.Errorf("connecting to NATS: %w", err),
				"is the server running? name it with --server, --context or NATS_URL, or start noticed serve")
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("connecting to NATS: %w", context.Cause(ctx))
		case <-time.After(500 * time.Millisecond):
		}
	}
}

func (b *Broker) dial(o Options, opts []nats.Option) (err error) {
	var settings natscontext.Settings
	switch {
	case b.embedded != nil:
		b.Conn, err = nats.Connect("", opts...)
	case o.Server != "" && o.Context == "":
		b.Conn, err = nats.Connect(o.Server, opts...)
	default:
		if o.Server != "" {
			opts = append(opts, func(no *nats.Options) error {
				no.Url, no.Servers = "", strings.Split(o.Server, ",")
				return nil
			})
		}
		b.Conn, settings, err = natscontext.Connect(o.Context, opts...)
	}
	if err != nil {
		return err
	}
	switch {
	case settings.JSAPIPrefix != "":
		b.JetStream, err = jetstream.NewWithAPIPrefix(b.Conn, settings.JSAPIPrefix)
	case settings.JSDomain != "":
		b.JetStream, err = jetstream.NewWithDomain(b.Conn, settings.JSDomain)
	default:
		b.JetStream, err = jetstream.New(b.Conn)
	}
	return err
}

// check asks whether the server can do what noticed needs.
func (b *Broker) check(ctx context.Context) error {
	if err := checkVersion(b.Conn.ConnectedServerVersion()); err != nil {
		return err
	}
	_, err := b.JetStream.AccountInfo(ctx)
	switch {
	case errors.Is(err, jetstream.ErrJetStreamNotEnabled), errors.Is(err, nats.ErrNoResponders):
		return WithHint(errors.New("the NATS server has no JetStream"), "start it with --jetstream (nats-server -js)")
	case errors.Is(err, jetstream.ErrJetStreamNotEnabledForAccount):
		return WithHint(errors.New("JetStream is not enabled for this NATS account"), "enable it for the account, or connect with other credentials")
	}
	// Any other answer is left to the first use: a tenant's credentials may not
	// be allowed to ask about the account.
	return nil
}

func checkVersion(v string) error {
	var major, minor int
	if _, err := fmt.Sscanf(v, "%d.%d", &major, &minor); err != nil {
		return fmt.Errorf("reading the version of the NATS server: %q is not a version", v)
	}
	if major < 2 || major == 2 && minor < 12 {
		return WithHint(fmt.Errorf("the NATS server is version %s, and noticed needs 2.12 or newer", v),
			"noticed commits each document as one atomic batch, which older servers can't; distribution packages are often too old: take nats-server from nats.io, or noticed's embedded server")
	}
	return nil
}

// URL is where other processes reach the server.
func (b *Broker) URL() string {
	if b.embedded != nil {
		return b.embedded.server.ClientURL()
	}
	return b.Conn.ConnectedUrlRedacted()
}

// Version is the server's version.
func (b *Broker) Version() string { return b.Conn.ConnectedServerVersion() }

// Close closes the connection and stops the embedded server, if there is one.
func (b *Broker) Close() {
	if b.Conn != nil {
		b.Conn.Close()
	}
	if b.embedded != nil {
		b.embedded.stop()
	}
}
