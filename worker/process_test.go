package worker_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"os"
	"os/exec"
	"os/signal"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"noticed/ingest"
	"noticed/ingest/broker"
	"noticed/worker"
	"noticed/worker/ledger"
)

// The test binary is also the server and the worker of the tests that kill
// processes: it becomes one when this variable names a role.
const roleVariable = "NOTICED_TEST_ROLE"

// role runs what the environment asks for, until told to stop or until whoever
// started it is gone.
func role(name string) error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin) // ends with the parent
		stop()
	}()
	switch name {
	case "server":
		port, err := strconv.Atoi(os.Getenv("NOTICED_TEST_PORT"))
		if err != nil {
			return err
		}
		b, err := broker.Open(ctx, broker.Options{Embedded: &broker.Embedded{Dir: os.Getenv("NOTICED_TEST_DIR"), Port: port}})
		if err != nil {
			return err
		}
		fmt.Println("ready")
		<-ctx.Done()
		b.Close()
		return nil
	case "worker":
		b, err := broker.Open(ctx, broker.Options{Server: os.Getenv("NOTICED_TEST_SERVER"), Name: "worker", Wait: 20 * time.Second})
		if err != nil {
			return err
		}
		defer b.Close()
		ackWait, err := time.ParseDuration(os.Getenv("NOTICED_TEST_ACK_WAIT"))
		if err != nil {
			return err
		}
		w, err := open(ctx, b, worker.Options{Reader: &fakeReader{}, Slots: 2, AckWait: ackWait})
		if err != nil {
			return err
		}
		fmt.Println("ready")
		return w.Run(ctx)
	}
	return fmt.Errorf("no such role: %s", name)
}

// open makes a worker of what is usually the same.
func open(ctx context.Context, b *broker.Broker, o worker.Options) (*worker.Worker, error) {
	l, err := ledger.Open(ctx, b.JetStream, ledger.Config{}, o.Logger)
	if err != nil {
		return nil, err
	}
	in, err := ingest.Open(ctx, b.JetStream, ingest.Options{Ledger: l, Logger: o.Logger})
	if err != nil {
		return nil, err
	}
	o.JetStream, o.Ingest, o.Ledger = b.JetStream, in, l
	return worker.New(ctx, o)
}

// process is a role in a process of its own.
type process struct {
	cmd   *exec.Cmd
	stdin io.Closer
}

func startProcess(t *testing.T, name string, env ...string) *process {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^$")
	cmd.Env = append(os.Environ(), append(env, roleVariable+"="+name)...)
	cmd.Stderr = os.Stderr
	stdin, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	p := &process{cmd, stdin}
	t.Cleanup(func() { p.kill() })
	if line, err := bufio.NewReader(out).ReadString('\n'); strings.TrimSpace(line) != "ready" {
		t.Fatalf("%s did not get ready: %q, %v", name, line, err)
	}
	return p
}

// kill ends the process as a power cut would.
func (p *process) kill() {
	if p.cmd.ProcessState != nil {
		return
	}
	_ = p.cmd.Process.Kill()
	_ = p.cmd.Wait()
	_ = p.stdin.Close()
}

// stop asks the process to stop, and waits.
func (p *process) stop() error {
	_ = p.cmd.Process.Signal(syscall.SIGTERM)
	err := p.cmd.Wait()
	_ = p.stdin.Close()
	return err
}

// server is a server in a process of its own that can be killed and started
// again on the same files and port.
type server struct {
	*process
	dir, url string
	port     int
}

// quietPort is a port to be listened on later, and again after a restart. It lies
// below those from which the system gives connections and listeners theirs: of
// these one that was free a moment ago may be taken, by a test beside this one.
func quietPort(t *testing.T) int {
	t.Helper()
	for range 100 {
		port := 10000 + rand.IntN(20000)
		l, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", port))
		if err == nil {
			l.Close()
			return port
		}
	}
	t.Fatal("no port is free")
	return 0
}

func startServer(t *testing.T) *server {
	t.Helper()
	s := &server{dir: t.TempDir(), port: quietPort(t)}
	s.url = fmt.Sprintf("nats://127.0.0.1:%d", s.port)
	s.start(t)
	return s
}

func (s *server) start(t *testing.T) {
	t.Helper()
	s.process = startProcess(t, "server", "NOTICED_TEST_DIR="+s.dir, fmt.Sprintf("NOTICED_TEST_PORT=%d", s.port))
}

func (s *server) worker(t *testing.T, ackWait time.Duration) *process {
	t.Helper()
	return startProcess(t, "worker", "NOTICED_TEST_SERVER="+s.url, "NOTICED_TEST_ACK_WAIT="+ackWait.String())
}
