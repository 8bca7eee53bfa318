// Package deploy_test replays on this machine what the files of this directory
// tell a container engine and systemd to do: their command lines, read from the
// files, run against a real nats-server, and read the sample mail.
package deploy_test

import (
	"bytes"
	"context"
	"encoding/json"
	"math/rand/v2"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

func TestMain(m *testing.M) {
	confined() // never returns in a process that becomes a service
	code := m.Run()
	os.RemoveAll(binaries.dir)
	os.Exit(code)
}

// binaries are the programs under test, built once.
var binaries struct {
	once sync.Once
	dir  string
	err  error
}

// program returns the path of noticed or nats-server, built from this module.
func program(t *testing.T, name string) string {
	t.Helper()
	b := &binaries
	b.once.Do(func() {
		// Not the test's own directory: it is for all tests.
		if b.dir, b.err = os.MkdirTemp("", "noticed-deploy-"); b.err != nil { //nolint:usetesting // as said
			return
		}
		for name, pkg := range map[string]string{"noticed": "noticed/cmd/noticed", "nats-server": "github.com/nats-io/nats-server/v2"} {
			out := filepath.Join(b.dir, name)
			build := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", out, pkg)
			build.Stderr = os.Stderr
			if b.err = build.Run(); b.err != nil {
				return
			}
		}
	})
	if b.err != nil {
		t.Fatalf("building %s: %v", name, b.err)
	}
	return filepath.Join(b.dir, name)
}

// service is a process that runs until it is told to stop.
type service struct {
	cmd  *exec.Cmd
	said bytes.Buffer
	done chan struct{} // closed at its end
	err  error         // how it ended
}

// start starts a service with these variables and no others but a few.
func start(t *testing.T, env []string, argv ...string) *service {
	t.Helper()
	s := &service{cmd: exec.Command(argv[0], argv[1:]...), done: make(chan struct{})}
	s.cmd.Env, s.cmd.Stderr, s.cmd.Stdout = environment(env), &s.said, &s.said
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		s.err = s.cmd.Wait()
		close(s.done)
	}()
	t.Cleanup(func() {
		_ = s.cmd.Process.Kill()
		<-s.done
		if t.Failed() {
			t.Logf("%s said:\n%s", strings.Join(argv, " "), s.said.String())
		}
	})
	return s
}

// lives fails where the service has ended.
func (s *service) lives(t *testing.T) {
	t.Helper()
	select {
	case <-s.done:
		t.Fatalf("%s has ended: %v", s.cmd.Path, s.err)
	default:
	}
}

// stop sends SIGTERM, as systemd and container engines do, and waits for the end.
func (s *service) stop(t *testing.T) {
	t.Helper()
	if err := s.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Error(err)
	}
	select {
	case <-s.done:
		if s.err != nil {
			t.Errorf("%s did not end well: %v", s.cmd.Path, s.err)
		}
	case <-time.After(time.Minute):
		t.Errorf("%s did not end", s.cmd.Path)
	}
}

// environment is what a service gets: nothing of this user but where PDFium's
// compiled code is, which takes seconds to make.
func environment(env []string) []string {
	cache, err := os.UserCacheDir()
	if err != nil {
		cache = os.TempDir()
	}
	return append([]string{"PATH=" + os.Getenv("PATH"), "XDG_CACHE_HOME=" + cache, "NOTICED_CONFIG=" + os.DevNull}, env...)
}

// run runs a command that must end well, and returns what it answers.
func run(t *testing.T, env []string, argv ...string) string {
	t.Helper()
	out, said, err := try(t, env, argv...)
	if err != nil {
		t.Fatalf("%s: %v\n%s%s", strings.Join(argv, " "), err, out, said)
	}
	return out
}

func try(t *testing.T, env []string, argv ...string) (out, said string, err error) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, argv[0], argv[1:]...)
	var stdout, stderr bytes.Buffer
	cmd.Env, cmd.Stdout, cmd.Stderr = environment(env), &stdout, &stderr
	err = cmd.Run()
	return stdout.String(), stderr.String(), err
}

// eventually waits until something is so.
func eventually(t *testing.T, what string, is func() bool) {
	t.Helper()
	for deadline := time.Now().Add(10 * time.Minute); !is(); {
		if time.Now().After(deadline) {
			t.Fatalf("%s never came", what)
		}
		<-time.After(500 * time.Millisecond)
	}
}

// account is what noticed status says.
type account struct {
	Accepted, Ended, Queued, Assessed, Dead int
	Balanced                                bool
}

func status(t *testing.T, env []string) account {
	t.Helper()
	var a account
	if err := json.Unmarshal([]byte(run(t, env, program(t, "noticed"), "status", "--json")), &a); err != nil {
		t.Fatal(err)
	}
	return a
}

// freePort is a port to be listened on in a while: below those that the system
// gives to whoever asks, of which one that was free a moment ago may be taken.
func freePort(t *testing.T) string {
	t.Helper()
	for range 100 {
		port := strconv.Itoa(10000 + rand.IntN(20000))
		l, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", port))
		if err == nil {
			l.Close()
			return port
		}
	}
	t.Fatal("no port is free")
	return ""
}

func read(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
