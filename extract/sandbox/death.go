package sandbox

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"time"

	"noticed/extract"
)

// tail keeps the end of what a child prints. What libraries print there is
// looked at for signs of how it died, and never logged: it may quote the page.
type tail struct {
	mu sync.Mutex
	b  []byte
}

const tailSize = 16 << 10

func (t *tail) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	n := len(p)
	if len(p) > tailSize {
		p = p[len(p)-tailSize:]
	}
	t.b = append(t.b, p...)
	if over := len(t.b) - tailSize; over > 0 {
		t.b = append(t.b[:0], t.b[over:]...)
	}
	return n, nil
}

func (t *tail) contains(signs ...string) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, s := range signs {
		if strings.Contains(string(t.b), s) {
			return true
		}
	}
	return false
}

var errMemory = errors.New("more memory than the limit")

// autopsy says how a child died: cause is what the parent ran into, state how
// the process ended.
func autopsy(cause error, state *os.ProcessState, said *tail, wall time.Duration, memory int64) *extract.Death {
	memoryDeath := &extract.Death{Code: extract.DeathMemory, Message: fmt.Sprintf("Reading the document took more than %d MB of memory.", memory>>20)}
	switch {
	case errors.Is(cause, errMemory):
		return memoryDeath
	case errors.Is(cause, os.ErrDeadlineExceeded):
		return &extract.Death{Code: extract.DeathTimeout, Message: fmt.Sprintf("Reading the document took longer than %s.", wall.Round(time.Second/10))}
	case errors.Is(cause, errFrame):
		return &extract.Death{Code: extract.DeathOutput, Message: "The reading process answered with more than an answer can be, or with none."}
	}
	if said.contains(spentCPU) {
		return &extract.Death{Code: extract.DeathTimeout, Message: "Reading the document took more processor time than it may."}
	}
	if said.contains("out of memory", "cannot allocate memory", "Cannot allocate memory", "bad_alloc") {
		return memoryDeath
	}
	if state != nil {
		if ws, ok := state.Sys().(syscall.WaitStatus); ok && ws.Signaled() {
			switch sig := ws.Signal(); sig {
			case syscall.SIGKILL:
				return &extract.Death{Code: extract.DeathMemory, Message: "The reading process was killed from outside, as systems short of memory do."}
			default:
				return &extract.Death{Code: extract.DeathCrash, Message: fmt.Sprintf("The reading process crashed (%v).", sig)}
			}
		}
		return &extract.Death{Code: extract.DeathCrash, Message: fmt.Sprintf("The reading process ended by itself (exit code %d).", state.ExitCode())}
	}
	return &extract.Death{Code: extract.DeathCrash, Message: "The reading process was lost."}
}

// exited is whether an error of a pipe only means that the child is gone.
func exited(err error) bool {
	var ee *exec.ExitError
	return errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, syscall.EPIPE) || errors.Is(err, os.ErrClosed) || errors.As(err, &ee)
}
