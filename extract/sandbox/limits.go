package sandbox

import (
	"fmt"
	"os"
	"os/signal"

	"golang.org/x/sys/unix"
)

// limit sets what the child may take for all its life. Memory is limited by
// RLIMIT_DATA: RLIMIT_AS would count the address space that the Go runtime only
// reserves. A program built with -race needs many times the memory and gets no
// such limit; the parent's watch is all there is then.
func limit(memory int64) error {
	limits := []struct {
		what  int
		name  string
		value uint64
	}{
		{unix.RLIMIT_CORE, "RLIMIT_CORE", 0}, // a core dump holds a taxpayer's page
		{unix.RLIMIT_FSIZE, "RLIMIT_FSIZE", 0},
		{unix.RLIMIT_NOFILE, "RLIMIT_NOFILE", 64},
	}
	if !raceBuild {
		limits = append(limits, struct {
			what  int
			name  string
			value uint64
		}{unix.RLIMIT_DATA, "RLIMIT_DATA", uint64(memory)})
	}
	for _, l := range limits {
		if err := unix.Setrlimit(l.what, &unix.Rlimit{Cur: l.value, Max: l.value}); err != nil {
			return fmt.Errorf("setting %s: %w", l.name, err)
		}
	}
	return nil
}

// spentCPU is what a child prints and how it exits when its processor time is
// spent. Go's runtime ignores SIGXCPU of itself.
const (
	spentCPU     = "processor time is spent"
	spentCPUExit = 3
)

func exitWhenCPUSpent() {
	spent := make(chan os.Signal, 1)
	signal.Notify(spent, unix.SIGXCPU)
	go func() {
		<-spent
		fmt.Fprintln(os.Stderr, childName+":", spentCPU)
		os.Exit(spentCPUExit)
	}()
}

// limitCPU gives the process some more seconds of processor time than it has
// used. When they are spent, the kernel sends SIGXCPU.
func limitCPU(seconds int64) error {
	var used unix.Rusage
	if err := unix.Getrusage(unix.RUSAGE_SELF, &used); err != nil {
		return fmt.Errorf("asking for processor time: %w", err)
	}
	most := uint64(used.Utime.Sec + used.Stime.Sec + 1 + seconds)
	if err := unix.Setrlimit(unix.RLIMIT_CPU, &unix.Rlimit{Cur: most, Max: unix.RLIM_INFINITY}); err != nil {
		return fmt.Errorf("setting RLIMIT_CPU: %w", err)
	}
	return nil
}
