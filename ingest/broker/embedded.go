package broker

import (
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"syscall"
	"time"

	"github.com/nats-io/nats-server/v2/server"
)

// MaxPayload is the largest message the embedded server takes, in bytes.
const MaxPayload = 8 << 20

// memoryLimit is the soft limit of a process that runs the embedded server and
// was started without GOMEMLIMIT. Without one the server was seen at 1.7 GB.
const memoryLimit = 768 << 20

// urlFile holds the URL of the running embedded server, beside its data.
const urlFile = "server.url"

// Embedded configures the server in this process.
type Embedded struct {
	Dir  string // where everything is kept; made if missing; one process at a time
	Port int    // on 127.0.0.1; 0 takes a free one
}

type embedded struct {
	server *server.Server
	lock   *os.File
	dir    string
}

func startEmbedded(o Embedded, log *slog.Logger) (*embedded, error) {
	if o.Dir == "" {
		return nil, errors.New("starting the embedded NATS server: no directory is given")
	}
	if err := os.MkdirAll(o.Dir, 0o700); err != nil {
		return nil, fmt.Errorf("starting the embedded NATS server: %w", err)
	}
	lock, err := lockDir(o.Dir)
	if err != nil {
		return nil, err
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memoryLimit)
	}
	port := o.Port
	if port == 0 {
		port = server.RANDOM_PORT
	}
	e := &embedded{lock: lock, dir: o.Dir}
	e.server, err = server.NewServer(&server.Options{
		ServerName:         "noticed",
		Host:               "127.0.0.1",
		Port:               port,
		JetStream:          true,
		StoreDir:           o.Dir,
		SyncAlways:         true, // else an acknowledged document may be lost with the power
		MaxPayload:         MaxPayload,
		JetStreamMaxMemory: 64 << 20, // nothing is kept in memory streams
		NoSigs:             true,
	})
	if err != nil {
		lock.Close()
		return nil, fmt.Errorf("starting the embedded NATS server: %w", err)
	}
	fatal := make(chan string, 8)
	e.server.SetLoggerV2(serverLog{log, fatal}, false, false, false)
	go e.server.Start()
	err = errors.New("it was not ready after 30 s")
	for range 300 {
		if e.server.ReadyForConnections(100 * time.Millisecond) {
			err = nil
			break
		}
		if len(fatal) > 0 {
			err = errors.New(<-fatal)
			break
		}
	}
	if err == nil {
		err = os.WriteFile(filepath.Join(o.Dir, urlFile), []byte(e.server.ClientURL()+"\n"), 0o600)
	}
	if err != nil {
		e.stop()
		return nil, WithHint(fmt.Errorf("starting the embedded NATS server on 127.0.0.1:%d: %w", o.Port, err),
			"another server may use the port: choose another, or 0 for a free one")
	}
	return e, nil
}

func (e *embedded) stop() {
	os.Remove(filepath.Join(e.dir, urlFile))
	e.server.Shutdown()
	e.server.WaitForShutdown()
	e.lock.Close()
}

// lockDir keeps a second server off the same files: the server itself doesn't.
// The lock goes with the process, however it ends.
func lockDir(dir string) (*os.File, error) {
	f, err := os.OpenFile(filepath.Join(dir, "lock"), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, fmt.Errorf("locking %s: %w", dir, err)
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		f.Close()
		return nil, WithHint(fmt.Errorf("locking %s: %w", dir, err),
			"another noticed is running on this directory: use it with --server, or choose another directory")
	}
	return f, nil
}

// Find returns the URL of the embedded server that another process runs on dir,
// or "" if none does.
func Find(dir string) (string, error) {
	b, err := os.ReadFile(filepath.Join(dir, urlFile))
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("looking for the embedded NATS server: %w", err)
	}
	lock, err := lockDir(dir)
	if err == nil { // nobody holds it: the file was left by a process that was killed
		return "", lock.Close()
	}
	return strings.TrimSpace(string(b)), nil
}

// serverLog hands the server's log on: what it says when all is well is of
// interest to nobody but a debugger.
type serverLog struct {
	log   *slog.Logger
	fatal chan string
}

func (l serverLog) Noticef(f string, a ...any) { l.log.Debug("NATS server: " + fmt.Sprintf(f, a...)) }
func (l serverLog) Debugf(string, ...any)      {}
func (l serverLog) Tracef(string, ...any)      {}
func (l serverLog) Warnf(f string, a ...any)   { l.log.Warn("NATS server: " + fmt.Sprintf(f, a...)) }
func (l serverLog) Errorf(f string, a ...any)  { l.log.Error("NATS server: " + fmt.Sprintf(f, a...)) }

func (l serverLog) Fatalf(f string, a ...any) {
	select {
	case l.fatal <- fmt.Sprintf(f, a...):
	default:
	}
}
