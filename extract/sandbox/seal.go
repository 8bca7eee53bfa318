package sandbox

import (
	"fmt"
	"os"

	"github.com/elastic/go-seccomp-bpf"
	"github.com/elastic/go-seccomp-bpf/arch"
	"github.com/landlock-lsm/go-landlock/landlock"
	"golang.org/x/sys/unix"
)

// Sealed says which doors of the kernel are shut in the children.
type Sealed struct {
	Landlock int    `json:"landlock"`      // version of Landlock in force: no file but Tesseract's data; 0 if the kernel has none
	Seccomp  bool   `json:"seccomp"`       // no network, no new processes, no looking into others
	Why      string `json:"why,omitempty"` // what is missing and why
}

// Whole is whether nothing is missing.
func (s Sealed) Whole() bool { return s.Landlock > 0 && s.Seccomp }

// denied are the system calls a reader of pages never needs. It is a list of
// the forbidden, not of the allowed: with cgo an allow-list killed one child in
// five.
var denied = []string{
	"socket", "socketpair", "connect", "bind", "listen", "accept", "accept4", "sendto", "sendmsg", "sendmmsg",
	"execve", "execveat", "fork", "vfork",
	"ptrace", "process_vm_readv", "process_vm_writev", "pidfd_open", "pidfd_getfd", "kcmp",
	"mount", "umount2", "pivot_root", "chroot", "setns", "unshare", "open_by_handle_at", "fsopen", "move_mount",
	"bpf", "perf_event_open", "userfaultfd", "io_uring_setup", "io_uring_enter", "io_uring_register",
	"keyctl", "add_key", "request_key", "init_module", "finit_module", "delete_module", "kexec_load", "reboot",
	"swapon", "swapoff", "personality", "acct", "quotactl", "kill", "tkill",
}

// seal shuts what can be shut, and says what could not: old kernels and some
// containers have neither.
func seal() Sealed {
	var s Sealed
	if abi, _, errno := unix.Syscall(unix.SYS_LANDLOCK_CREATE_RULESET, 0, 0, unix.LANDLOCK_CREATE_RULESET_VERSION); errno != 0 {
		s.Why = fmt.Sprintf("this kernel has no Landlock (%v)", errno)
	} else if err := restrictFiles(); err != nil {
		s.Why = fmt.Sprintf("Landlock refused: %v", err)
	} else {
		s.Landlock = int(abi)
	}
	if err := restrictCalls(); err != nil {
		if s.Why != "" {
			s.Why += "; "
		}
		s.Why += fmt.Sprintf("seccomp refused: %v", err)
	} else {
		s.Seccomp = true
	}
	return s
}

// restrictFiles leaves Tesseract's data, which a new client reads again, and
// /dev/null, to which gosseract turns stderr meanwhile.
func restrictFiles() error {
	dirs := []string{"/usr/share/tesseract-ocr", "/usr/share/tessdata", "/usr/local/share/tessdata"}
	if own := os.Getenv("TESSDATA_PREFIX"); own != "" {
		dirs = append(dirs, own)
	}
	return landlock.V6.BestEffort().Restrict(
		landlock.RODirs(dirs...).IgnoreIfMissing(),
		landlock.RWFiles("/dev/null").IgnoreIfMissing(),
	)
}

func restrictCalls() error {
	info, err := arch.GetInfo("")
	if err != nil {
		return err
	}
	known := denied[:0:0]
	for _, name := range denied {
		if _, ok := info.SyscallNames[name]; ok { // arm64 has no fork
			known = append(known, name)
		}
	}
	return seccomp.LoadFilter(seccomp.Filter{
		NoNewPrivs: true,
		Flag:       seccomp.FilterFlagTSync,
		Policy: seccomp.Policy{
			DefaultAction: seccomp.ActionAllow,
			Syscalls: []seccomp.SyscallGroup{
				{Action: seccomp.ActionErrno, Names: known},
				// glibc falls back from clone3 to clone only on ENOSYS.
				{Action: seccomp.ActionErrno | seccomp.Action(unix.ENOSYS), Names: []string{"clone3"}},
				// clone makes threads, and nothing else.
				{Action: seccomp.ActionErrno, NamesWithCondtions: []seccomp.NameWithConditions{
					{Name: "clone", Conditions: []seccomp.Condition{{Argument: 0, Operation: seccomp.BitsNotSet, Value: unix.CLONE_THREAD}}},
				}},
			},
		},
	})
}
