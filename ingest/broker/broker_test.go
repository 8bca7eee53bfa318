package broker_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go/jetstream"
	"go.uber.org/goleak"

	"noticed/ingest/broker"
)

func TestMain(m *testing.M) {
	goleak.VerifyTestMain(m)
}

func open(t *testing.T, o broker.Options) *broker.Broker {
	t.Helper()
	b, err := broker.Open(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.Close)
	return b
}

func hint(err error) string {
	var h interface{ Hint() string }
	if errors.As(err, &h) {
		return h.Hint()
	}
	return ""
}

func TestEmbeddedKeepsWhatItTook(t *testing.T) {
	dir := t.TempDir()
	b, err := broker.Open(t.Context(), broker.Options{Embedded: &broker.Embedded{Dir: dir}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.JetStream.CreateStream(t.Context(), jetstream.StreamConfig{Name: "S", Subjects: []string{"s"}}); err != nil {
		t.Fatal(err)
	}
	if _, err := b.JetStream.Publish(t.Context(), "s", []byte("kept")); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.URL(), "127.0.0.1:") {
		t.Errorf("URL %q is not on the loopback address", b.URL())
	}
	b.Close()

	b = open(t, broker.Options{Embedded: &broker.Embedded{Dir: dir}})
	s, err := b.JetStream.Stream(t.Context(), "S")
	if err != nil {
		t.Fatal(err)
	}
	m, err := s.GetMsg(t.Context(), 1)
	if err != nil || string(m.Data) != "kept" {
		t.Errorf("after a restart: %v, %v", m, err)
	}
}

func TestEmbeddedIsFoundAndReachedFromOutside(t *testing.T) {
	dir := t.TempDir()
	if url, err := broker.Find(dir); url != "" || err != nil {
		t.Errorf("before: %q, %v", url, err)
	}
	b, err := broker.Open(t.Context(), broker.Options{Embedded: &broker.Embedded{Dir: dir}})
	if err != nil {
		t.Fatal(err)
	}
	url, err := broker.Find(dir)
	if err != nil || url != b.URL() {
		t.Fatalf("found %q, %v; want %q", url, err, b.URL())
	}
	c, err := broker.Open(t.Context(), broker.Options{Server: url, Name: "submit"})
	if err != nil {
		t.Fatal(err)
	}
	if name := c.Conn.Opts.Name; !strings.HasPrefix(name, "noticed submit ") {
		t.Errorf("connection is named %q", name)
	}
	c.Close()
	_, err = broker.Open(t.Context(), broker.Options{Embedded: &broker.Embedded{Dir: dir}})
	if err == nil || hint(err) == "" {
		t.Errorf("a second server on the same directory: %v, hint %q", err, hint(err))
	}
	b.Close()
	// A process that is killed leaves the file behind.
	if err := os.WriteFile(filepath.Join(dir, "server.url"), []byte("nats://127.0.0.1:1\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if url, err := broker.Find(dir); url != "" || err != nil {
		t.Errorf("after: %q, %v", url, err)
	}
}

func TestEmbeddedPortInUse(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	port := l.Addr().(*net.TCPAddr).Port
	start := time.Now()
	_, err = broker.Open(t.Context(), broker.Options{Embedded: &broker.Embedded{Dir: t.TempDir(), Port: port}})
	if err == nil || hint(err) == "" || !strings.Contains(err.Error(), fmt.Sprint(port)) {
		t.Errorf("got %v, hint %q", err, hint(err))
	}
	if took := time.Since(start); took > 10*time.Second {
		t.Errorf("it took %s to say so", took)
	}
}

func TestNobodyThere(t *testing.T) {
	_, err := broker.Open(t.Context(), broker.Options{Server: "nats://127.0.0.1:1"})
	if err == nil || hint(err) == "" {
		t.Errorf("got %v, hint %q", err, hint(err))
	}
	ctx, cancel := context.WithTimeout(t.Context(), 700*time.Millisecond)
	defer cancel()
	_, err = broker.Open(ctx, broker.Options{Server: "nats://127.0.0.1:1", Wait: time.Hour})
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("waiting until told to stop: %v", err)
	}
}

// plain runs a server as a stranger would, without noticed's settings.
func plain(t *testing.T, o server.Options) *server.Server {
	t.Helper()
	o.Host, o.Port, o.NoSigs, o.NoLog = "127.0.0.1", server.RANDOM_PORT, true, true
	s, err := server.NewServer(&o)
	if err != nil {
		t.Fatal(err)
	}
	go s.Start()
	if !s.ReadyForConnections(20 * time.Second) {
		t.Fatal("server is not ready")
	}
	t.Cleanup(func() { s.Shutdown(); s.WaitForShutdown() })
	return s
}

func TestNoJetStream(t *testing.T) {
	s := plain(t, server.Options{})
	_, err := broker.Open(t.Context(), broker.Options{Server: s.ClientURL()})
	if err == nil || !strings.Contains(hint(err), "jetstream") {
		t.Errorf("got %v, hint %q", err, hint(err))
	}
}

func TestContextOfTheNATSCommand(t *testing.T) {
	s := plain(t, server.Options{JetStream: true, StoreDir: t.TempDir(), Username: "u", Password: "p"})
	dir := t.TempDir()
	t.Setenv("XDG_CONFIG_HOME", dir)
	write := func(name, url string) {
		data, _ := json.Marshal(map[string]string{"url": url, "user": "u", "password": "p"})
		path := filepath.Join(dir, "nats", "context", name+".json")
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("right", s.ClientURL())
	write("wrong", "nats://127.0.0.1:1")
	if err := os.WriteFile(filepath.Join(dir, "nats", "context.txt"), []byte("right\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, o := range map[string]broker.Options{
		"named":                   {Context: "right"},
		"selected":                {},
		"with a server instead":   {Context: "wrong", Server: s.ClientURL()},
		"with several to try":     {Context: "wrong", Server: "nats://127.0.0.1:1," + s.ClientURL()},
		"by the path of the file": {Context: filepath.Join(dir, "nats", "context", "right.json")},
	} {
		t.Run(name, func(t *testing.T) {
			b := open(t, o)
			if b.URL() != s.ClientURL() {
				t.Errorf("connected to %s", b.URL())
			}
		})
	}
	if _, err := broker.Open(t.Context(), broker.Options{Server: s.ClientURL()}); err == nil {
		t.Error("without credentials it connected")
	}
}
