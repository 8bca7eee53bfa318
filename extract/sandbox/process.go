package sandbox

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// process is a child as the parent sees it. Calls are made one at a time.
type process struct {
	cmd    *exec.Cmd
	in     *os.File // to the child
	out    *os.File // from the child
	frames *bufio.Reader
	said   *tail
	memory int64
	hello  hello

	number uint64
	pages  int // recognised so far

	mu     sync.Mutex
	reaped bool
	gone   chan struct{} // closed when it has ended and been waited for
}

// environ is all a child gets to see of the environment.
func environ() []string {
	env := []string{"OMP_THREAD_LIMIT=1", "GOMAXPROCS=2", "LC_ALL=C.UTF-8"}
	for _, name := range []string{"TESSDATA_PREFIX", "GORACE", "GOCOVERDIR"} {
		if v, ok := os.LookupEnv(name); ok {
			env = append(env, name+"="+v)
		}
	}
	return env
}

// launch starts a child of a program by the given starter (see nursery) and waits
// until it is ready.
func launch(ctx context.Context, program string, start func(*exec.Cmd) error, s setup, wall time.Duration) (*process, error) {
	childIn, in, err := os.Pipe()
	if err != nil {
		return nil, fmt.Errorf("starting a reading process: %w", err)
	}
	out, childOut, err := os.Pipe()
	if err != nil {
		in.Close()
		childIn.Close()
		return nil, fmt.Errorf("starting a reading process: %w", err)
	}
	p := &process{in: in, out: out, frames: bufio.NewReaderSize(out, 64<<10), said: &tail{}, memory: s.Memory, gone: make(chan struct{})}
	p.cmd = &exec.Cmd{
		Path: program, Args: []string{childName, childFlag}, Env: environ(),
		Dir: "/", Stdin: childIn, Stdout: childOut, Stderr: p.said, WaitDelay: 2 * time.Second,
		SysProcAttr: &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL},
	}
	err = start(p.cmd)
	childIn.Close()
	childOut.Close()
	if err != nil {
		in.Close()
		out.Close()
		return nil, fmt.Errorf("starting a reading process: %w", err)
	}
	go p.wait()
	if err := p.exchange(ctx, s, nil, &p.hello, wall); err != nil {
		if ctx.Err() == nil { // no document has been near it: not a Death to lay at one's door
			return nil, fmt.Errorf("starting a reading process: %v", err) //nolint:errorlint // a Death must not be found in it
		}
		return nil, fmt.Errorf("starting a reading process: %w", err)
	}
	if p.hello.Fault != "" {
		p.end()
		return nil, fmt.Errorf("starting a reading process: %s", p.hello.Fault)
	}
	return p, nil
}

// wait reaps the child. Until it has, its process group is certainly its own.
func (p *process) wait() {
	for {
		err := unix.Waitid(unix.P_PID, p.cmd.Process.Pid, nil, unix.WEXITED|unix.WNOWAIT, nil)
		if !errors.Is(err, unix.EINTR) {
			break
		}
	}
	p.mu.Lock()
	p.reaped = true
	p.mu.Unlock()
	p.cmd.Wait() //nolint:errcheck // how it ended is in ProcessState
	p.in.Close()
	p.out.Close()
	close(p.gone)
}

// kill ends the child and whatever it may have started, at once.
func (p *process) kill() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.reaped {
		syscall.Kill(-p.cmd.Process.Pid, syscall.SIGKILL) //nolint:errcheck // it is gone, then
	}
}

// end kills the child and waits until it is gone.
func (p *process) end() {
	p.kill()
	<-p.gone
}

// alive is whether it has not ended.
func (p *process) alive() bool {
	select {
	case <-p.gone:
		return false
	default:
		return true
	}
}

// call makes a request and waits for its answer, for no longer than wall. A
// child that fails it in any way is killed, and a *extract.Death returned; if
// ctx ends first, the child is killed, too, and ctx's error returned.
func (p *process) call(ctx context.Context, q request, body []byte, wall time.Duration) (response, error) {
	p.number++
	q.Number, q.Size = p.number, int64(len(body))
	var a response
	if err := p.exchange(ctx, q, body, &a, wall); err != nil {
		return response{}, err
	}
	if a.Number != q.Number {
		p.end()
		return response{}, autopsy(errFrame, nil, p.said, wall, p.memory)
	}
	return a, nil
}

// exchange writes one frame (and body) and reads one.
func (p *process) exchange(ctx context.Context, q any, body []byte, a any, wall time.Duration) error {
	if err := ctx.Err(); err != nil {
		p.end()
		return err
	}
	deadline := time.Now().Add(wall)
	p.in.SetWriteDeadline(deadline) //nolint:errcheck // a closed pipe shows itself in the write
	p.out.SetReadDeadline(deadline) //nolint:errcheck // and here in the read
	stop := context.AfterFunc(ctx, p.kill)
	defer stop()
	over, unwatch := p.watchMemory()
	err := func() error {
		if err := send(p.in, q, maxRequest); err != nil {
			return err
		}
		if _, err := p.in.Write(body); err != nil {
			return fmt.Errorf("sending a document: %w", err)
		}
		return receive(p.frames, a, maxResponse)
	}()
	unwatch()
	if err == nil {
		return nil
	}
	if exited(err) {
		// It is dying by itself: let it finish, so that its end can be read off.
		select {
		case <-p.gone:
		case <-time.After(5 * time.Second):
		}
	}
	p.end()
	if ctx.Err() != nil {
		return ctx.Err()
	}
	select {
	case <-over:
		err = errMemory
	default:
	}
	return autopsy(err, p.cmd.ProcessState, p.said, wall, p.memory)
}

// watchEvery is how often a working child's memory is looked at.
const watchEvery = 100 * time.Millisecond

// watchMemory kills the child when it holds more than its limit. RLIMIT_DATA
// catches the rest; but it can't be set in race builds, and does not count
// everything.
func (p *process) watchMemory() (over chan struct{}, stop func()) {
	over, done, finished := make(chan struct{}), make(chan struct{}), make(chan struct{})
	go func() {
		defer close(finished)
		t := time.NewTicker(watchEvery)
		defer t.Stop()
		for {
			select {
			case <-done:
				return
			case <-p.gone:
				return
			case <-t.C:
				if resident(p.cmd.Process.Pid) > p.memory {
					close(over)
					p.kill()
					return
				}
			}
		}
	}()
	return over, func() { close(done); <-finished }
}

// resident is what a process holds in memory, in bytes; 0 if that is unknown.
func resident(pid int) int64 {
	b, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/statm")
	if err != nil {
		return 0
	}
	f := strings.Fields(string(b))
	if len(f) < 2 {
		return 0
	}
	n, err := strconv.ParseInt(f[1], 10, 64)
	if err != nil {
		return 0
	}
	return n * int64(os.Getpagesize())
}
