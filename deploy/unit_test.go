package deploy_test

import (
	"encoding/json"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/elastic/go-seccomp-bpf"
	"github.com/elastic/go-seccomp-bpf/arch"
)

// unit is a systemd unit: the values of each key of its [Service].
type unit map[string][]string

func readUnit(t *testing.T, path string) unit {
	t.Helper()
	u, section := unit{}, ""
	for line := range strings.Lines(read(t, path)) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "[") {
			section = line
		}
		if key, value, ok := strings.Cut(line, "="); ok && section == "[Service]" && !strings.HasPrefix(line, "#") {
			u[key] = append(u[key], value)
		}
	}
	return u
}

// argv is the command line, with the program of this machine.
func (u unit) argv(t *testing.T) []string {
	t.Helper()
	argv := strings.Fields(u["ExecStart"][0])
	if argv[0] != "/usr/local/bin/noticed" {
		t.Fatalf("ExecStart=%v", argv)
	}
	return append([]string{program(t, "noticed")}, argv[1:]...)
}

// callsVariable makes the test binary confine itself to the system calls it names
// and become the program that its arguments name, as systemd does.
const callsVariable = "NOTICED_TEST_CALLS"

// anyCall names them all.
const anyCall = "any"

func confined() {
	calls := os.Getenv(callsVariable)
	if calls == "" {
		return
	}
	os.Unsetenv(callsVariable)
	var err error
	if calls != anyCall {
		err = seccomp.LoadFilter(seccomp.Filter{NoNewPrivs: true, Flag: seccomp.FilterFlagTSync, Policy: seccomp.Policy{
			DefaultAction: seccomp.ActionErrno,
			Syscalls:      []seccomp.SyscallGroup{{Action: seccomp.ActionAllow, Names: strings.Split(calls, ",")}},
		}})
	}
	if err == nil {
		err = syscall.Exec(os.Args[1], os.Args[1:], os.Environ())
	}
	fmt.Fprintln(os.Stderr, "becoming a service:", err)
	os.Exit(1)
}

// calls are the system calls that a unit allows, as this machine's systemd has
// its groups; without systemd nobody knows these, and the service may call any.
func (u unit) calls(t *testing.T) []string {
	t.Helper()
	out, err := exec.Command("systemd-analyze", "syscall-filter", "--no-pager").Output()
	if err != nil {
		t.Logf("the filter of system calls is not tried without systemd: %v", err)
		return []string{anyCall}
	}
	groups, group := map[string][]string{}, ""
	for line := range strings.Lines(string(out)) {
		switch name := strings.TrimSpace(line); {
		case name == "" || strings.HasPrefix(name, "#"):
		case strings.HasPrefix(line, "@"):
			group = name
		default:
			groups[group] = append(groups[group], name)
		}
	}
	var flat func(string) []string
	flat = func(name string) []string {
		if !strings.HasPrefix(name, "@") {
			return []string{name}
		}
		var all []string
		for _, member := range groups[name] {
			all = append(all, flat(member)...)
		}
		return all
	}
	allowed := map[string]bool{}
	for i, value := range u["SystemCallFilter"] {
		value, deny := strings.CutPrefix(value, "~")
		if i == 0 && deny {
			t.Fatal("the first filter does not allow")
		}
		if i == 0 {
			value += " @default"
		}
		for name := range strings.FieldsSeq(value) {
			for _, call := range flat(name) {
				allowed[call] = !deny
			}
		}
	}
	info, err := arch.GetInfo("")
	if err != nil {
		t.Fatal(err)
	}
	var calls []string
	for name, ok := range allowed {
		if _, known := info.SyscallNames[name]; ok && known {
			calls = append(calls, name)
		}
	}
	slices.Sort(calls)
	if len(calls) < 150 {
		t.Fatalf("only %d system calls: %v", len(calls), calls)
	}
	return calls
}

// environment is what a unit gives its service, and where this test has its ports
// and directories.
func (u unit) environment(t *testing.T, more ...string) []string {
	t.Helper()
	if !slices.Contains(u["Environment"], "XDG_CACHE_HOME=%C") || !slices.Contains(u["CacheDirectory"], "noticed") {
		t.Error("PDFium has no lasting cache")
	}
	return append(more, callsVariable+"="+strings.Join(u.calls(t), ","))
}

// notified is where systemd listens for what a service has to say.
func notified(t *testing.T) (variable string, told func(string)) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "notify")
	c, err := net.ListenUnixgram("unixgram", &net.UnixAddr{Name: path, Net: "unixgram"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return "NOTIFY_SOCKET=" + path, func(want string) {
		t.Helper()
		b := make([]byte, 256)
		if err := c.SetReadDeadline(time.Now().Add(time.Minute)); err != nil {
			t.Fatal(err)
		}
		if n, err := c.Read(b); err != nil || string(b[:n]) != want {
			t.Fatalf("systemd is told %q (%v), want %s", b[:n], err, want)
		}
	}
}

// TestUnits does by hand what systemd would do with the two units: the command
// line, under the unit's filter of system calls, until the service says that it
// is ready. It reads a text and a scan, and the reading processes are sealed.
func TestUnits(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"noticed.service", "noticed-worker.service"} {
		t.Run(name, func(t *testing.T) {
			u := readUnit(t, name)
			notify, told := notified(t)
			state := t.TempDir()
			env := u.environment(t, notify, "NOTICED_PORT=0")
			user := []string{"NOTICED_DIR=" + state}
			if slices.Contains(u["StateDirectory"], "noticed") {
				env = append(env, "STATE_DIRECTORY="+state)
			} else {
				n := startNATS(t, read(t, "nats-server.conf"), t.TempDir())
				user = []string{"NATS_URL=" + n.url()}
				env = append(env, user...)
			}
			s := start(t, env, append([]string{self}, u.argv(t)...)...)
			told("READY=1")

			run(t, user, program(t, "noticed"), "submit", "../samples/mail/lt11_redesign_hearing_by.pdf", "../samples/mail/cp504_fax.tif")
			eventually(t, "the end of two documents", func() bool { return status(t, user).Ended >= 2 })
			if a := status(t, user); !a.Balanced || a.Assessed != 2 {
				t.Errorf("%+v", a)
			}
			sealed(t, run(t, append(env, user...), self, program(t, "noticed"), "doctor", "--json"), run(t, user, program(t, "noticed"), "doctor", "--json"))
			s.stop(t)
			told("STOPPING=1")
		})
	}
}

// sealed wants what doctor says of reading processes inside the service to be what
// it says outside.
func sealed(t *testing.T, inside, outside string) {
	t.Helper()
	seal := func(answer string) string {
		for line := range strings.Lines(answer) {
			var f struct{ What, Is string }
			if err := json.Unmarshal([]byte(line), &f); err != nil {
				t.Fatal(err)
			}
			if _, how, ok := strings.Cut(f.Is, "sealed by "); ok && f.What == "reading process" {
				return how
			}
		}
		return "not at all"
	}
	if in, out := seal(inside), seal(outside); in != out {
		t.Errorf("reading processes are sealed by %s in the service, by %s outside\n%s", in, out, inside)
	}
}

// What a document may do to its reading process must not reach the service, and
// what systemd does to the service must not reach a reading process too early.
func TestUnitsKeepReadersApart(t *testing.T) {
	for _, name := range []string{"noticed.service", "noticed-worker.service"} {
		u := readUnit(t, name)
		for key, want := range map[string]string{
			"Type": "notify", "KillMode": "mixed", "OOMPolicy": "continue", "LimitCORE": "0", "NoNewPrivileges": "yes",
			"ProtectSystem": "strict", "RestartPreventExitStatus": "2", "Restart": "on-failure",
		} {
			if !slices.Equal(u[key], []string{want}) {
				t.Errorf("%s: %s=%v, want %s", name, key, u[key], want)
			}
		}
		if u["MemoryDenyWriteExecute"] != nil {
			t.Errorf("%s: PDFium can't be compiled", name)
		}
	}
}

// TestUnitsAreValid asks systemd, where it is installed.
func TestUnitsAreValid(t *testing.T) {
	analyze, err := exec.LookPath("systemd-analyze")
	if err != nil {
		t.Skip("systemd is not installed") // as in a container; TestUnits runs what the units say all the same, but for the filter
	}
	for _, name := range []string{"noticed.service", "noticed-worker.service"} {
		path := filepath.Join(t.TempDir(), name)
		text := strings.ReplaceAll(read(t, name), "/usr/local/bin/noticed", program(t, "noticed"))
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command(analyze, "verify", "--man=no", path).CombinedOutput(); err != nil || len(out) > 0 {
			t.Errorf("%s: %v %s", name, err, out)
		}
	}
}
