package sandbox

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"
	"golang.org/x/sys/unix"
)

func TestMain(m *testing.M) {
	Main()
	if os.Getenv(actAsParent) != "" {
		parent()
	}
	goleak.VerifyTestMain(m)
}

// actAsParent makes this test binary a program that reads documents, for
// TestOrphan to kill.
const actAsParent = "NOTICED_TEST_PARENT"

// parent opens a document, says which process reads it, and keeps that busy.
func parent() {
	p, err := New(Config{})
	if err != nil {
		panic(err)
	}
	d, err := p.Open(context.Background(), page)
	if err != nil {
		panic(err)
	}
	fmt.Println(d.(*document).slot.child.cmd.Process.Pid)
	panic(do(d, opSleep))
}

// Ways for a child to die, which only this test binary knows. They run where a
// document would be read: in the sealed child.
const (
	opLoop     operation = "loop"
	opSleep    operation = "sleep"
	opEat      operation = "eat"
	opSegfault operation = "segfault"
	opPanic    operation = "panic"
	opExit     operation = "exit"
	opFlood    operation = "flood"
	opNoise    operation = "noise"
	opChatter  operation = "chatter"
	opEscape   operation = "escape"
	opDeep     operation = "deep"
)

var held [][]byte

func init() {
	extra[opLoop] = func(io.Writer) {
		for i := 0; ; i++ { //nolint:staticcheck // it is meant to spin
			_ = i
		}
	}
	extra[opSleep] = func(io.Writer) { time.Sleep(time.Hour) }
	extra[opEat] = func(io.Writer) {
		for {
			b := make([]byte, 32<<20)
			for i := 0; i < len(b); i += 4096 {
				b[i] = 1
			}
			held = append(held, b)
		}
	}
	extra[opSegfault] = func(io.Writer) {
		debug.SetTraceback("none")
		unix.Tgkill(unix.Getpid(), unix.Gettid(), unix.SIGSEGV) //nolint:errcheck // it ends here
	}
	extra[opPanic] = func(io.Writer) { panic("a document of 123-45-6789") }
	extra[opExit] = func(io.Writer) { os.Exit(7) }
	extra[opFlood] = func(out io.Writer) {
		for b := bytes.Repeat([]byte("x"), 1<<20); ; {
			out.Write(b) //nolint:errcheck // it is killed
		}
	}
	extra[opNoise] = func(out io.Writer) { out.Write([]byte{0, 0, 0, 2, '{', '['}) } //nolint:errcheck // as above
	extra[opChatter] = func(io.Writer) {
		os.Stderr.WriteString(strings.Repeat("libpng error\n", 1<<16)) //nolint:errcheck // as above
		os.Stdout.WriteString("not an answer")                         //nolint:errcheck // as above
	}
	extra[opDeep] = func(io.Writer) {
		var down func(int) int
		down = func(n int) int { return down(n+1) + 1 }
		down(0)
	}
	extra[opEscape] = func(io.Writer) {
		for _, err := range escapes() {
			if err == nil {
				os.Exit(9)
			}
		}
	}
}

// escapes tries what a reader of pages never does. Every error must be set.
func escapes() []error {
	try := func(f func() error) error { return f() }
	_, read := os.ReadFile("/etc/passwd")
	_, list := os.ReadDir("/")
	_, exe := os.Open("/proc/self/exe")
	_, socket := unix.Socket(unix.AF_INET, unix.SOCK_DGRAM, 0)
	_, local := unix.Socket(unix.AF_UNIX, unix.SOCK_STREAM, 0)
	return []error{
		read, list, exe, socket, local,
		try(func() error { return os.WriteFile("/tmp/noticed-escaped", []byte("x"), 0o600) }),
		try(func() error { return unix.Exec("/bin/true", []string{"true"}, nil) }),
		try(func() error { return unix.Kill(unix.Getppid(), 0) }),
		try(func() error { return unix.PtraceAttach(unix.Getppid()) }),
		try(func() error {
			pid, _, e := unix.RawSyscall(unix.SYS_CLONE, uintptr(unix.SIGCHLD), 0, 0)
			switch {
			case e != 0:
				return e
			case pid == 0:
				unix.RawSyscall(unix.SYS_EXIT_GROUP, 0, 0, 0)
			}
			return nil
		}),
	}
}
