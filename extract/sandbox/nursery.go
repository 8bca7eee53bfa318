package sandbox

import (
	"errors"
	"os/exec"
	"runtime"
)

// nursery starts children from one operating-system thread that lives as long
// as the pool. The kernel sends a child its death signal when the *thread* that
// started it ends, and Go ends threads as it likes.
type nursery struct {
	births chan birth
	closed chan struct{}
}

type birth struct {
	cmd *exec.Cmd
	err chan error
}

var errClosed = errors.New("the pool is closed")

func newNursery() *nursery {
	n := &nursery{make(chan birth), make(chan struct{})}
	go func() {
		runtime.LockOSThread() // and never unlocked: the thread ends with the goroutine
		for {
			select {
			case b := <-n.births:
				b.err <- b.cmd.Start()
			case <-n.closed:
				return
			}
		}
	}()
	return n
}

func (n *nursery) start(cmd *exec.Cmd) error {
	b := birth{cmd, make(chan error, 1)}
	select {
	case n.births <- b:
		return <-b.err
	case <-n.closed:
		return errClosed
	}
}

// close ends the thread, and with it any child still alive.
func (n *nursery) close() { close(n.closed) }
