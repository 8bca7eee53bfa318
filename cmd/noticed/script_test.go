package main

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"mime/multipart"
	"net/textproto"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"noticed/extract/sandbox"
)

func TestMain(m *testing.M) {
	sandbox.Main() // never returns in a process that reads documents
	testscript.Main(suite{m}, map[string]func(){"noticed": func() {
		readingProgram = os.Getenv(readingVariable)
		main()
	}})
}

// readingVariable names the program whose processes read for a noticed under test.
const readingVariable = "NOTICED_TEST_READING"

// suite runs the tests of this package.
type suite struct{ *testing.M }

// Run builds noticed as users have it for a suite with the race detector, under
// which a process starts and reads at a third of the speed. It runs the scripts,
// and it reads for the noticed of the other tests, which the detector looks at:
// between them they start every command in which more than one thing goes on.
// Packages sandbox and reader have readers with the detector in their own tests.
func (s suite) Run() int {
	build, ok := debug.ReadBuildInfo()
	if !ok || !slices.Contains(build.Settings, debug.BuildSetting{Key: "-race", Value: "true"}) {
		return s.M.Run()
	}
	dir, err := os.MkdirTemp("", "noticed-test-")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	program := filepath.Join(dir, "noticed")
	if out, err := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", program, ".").CombinedOutput(); err != nil {
		panic(fmt.Sprintf("building noticed: %v\n%s", err, out))
	}
	os.Setenv(readingVariable, program)
	if os.Getenv("GORACE") == "" {
		os.Setenv("GORACE", "atexit_sleep_ms=0") // else each process sleeps a second at its end
	}
	return s.M.Run()
}

// The command line, one script for each behaviour.
func TestScripts(t *testing.T) {
	cache, err := os.UserCacheDir() // of the real user: PDFium is compiled once
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("XDG_CACHE_HOME", cache)
			e.Setenv("NOTICED_CONFIG", os.DevNull) // not that of this machine
			e.Setenv("NOTICED_DIR", filepath.Join(e.WorkDir, "state"))
			for _, name := range []string{"NATS_URL", "NATS_CONTEXT", "NATS_CREDS", "NATS_NKEY"} {
				e.Setenv(name, "")
			}
			e.Setenv("XDG_CONFIG_HOME", filepath.Join(e.WorkDir, "config"))
			if program := os.Getenv(readingVariable); program != "" {
				e.Setenv("PATH", filepath.Dir(program)+string(os.PathListSeparator)+e.Getenv("PATH"))
			}
			for name, sample := range map[string]string{
				"cp14.pdf": "cp14_block.pdf", "cp504.pdf": "cp504_redesign.pdf", "lt11.pdf": "lt11_block_periods.pdf",
			} {
				data, err := os.ReadFile(filepath.Join("../../samples/mail", sample))
				if err != nil {
					return err
				}
				if err := os.WriteFile(filepath.Join(e.WorkDir, name), data, 0o600); err != nil {
					return err
				}
			}
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "await": await, "ended": ended, "server": server, "terminate": terminate, "sparse": sparse,
			"zip": zipFiles, "mail": mailFiles, "many": manyFiles,
		},
	})
}

// exits CODE PROGRAM ARG… runs a program that must end with that code.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE PROGRAM ARG…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("running %s: %v", args[1], err)
	}
	if got != want {
		ts.Fatalf("%v ended with %d, want %d", args[1:], got, want)
	}
}

// await FILE waits until there is such a file.
func await(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: await FILE")
	}
	poll(ts, args[0], func() bool {
		_, err := os.Stat(ts.MkAbs(args[0]))
		return err == nil
	})
}

// ended N waits until so many documents have ended.
func ended(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: ended N")
	}
	poll(ts, "the end of "+args[0]+" documents", func() bool {
		err := ts.Exec("noticed", "status", "--json")
		return err == nil && strings.Contains(ts.ReadFile("stdout"), `"ended":`+args[0]+",")
	})
}

// server FILE sets NATS_URL to what stands in a file.
func server(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: server FILE")
	}
	ts.Setenv("NATS_URL", strings.TrimSpace(ts.ReadFile(args[0])))
}

// many FOLDER N makes so many documents, which nothing can be read of.
func manyFiles(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: many FOLDER N")
	}
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	ts.Check(os.Mkdir(ts.MkAbs(args[0]), 0o700))
	for i := range n {
		ts.Check(os.WriteFile(filepath.Join(ts.MkAbs(args[0]), fmt.Sprintf("%03d.pdf", i)), fmt.Appendf(nil, "%%PDF-1.4 %d", i), 0o600))
	}
}

// zip ARCHIVE FILE… makes a ZIP archive of files.
func zipFiles(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: zip ARCHIVE FILE…")
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range args[1:] {
		f, err := w.Create(name)
		ts.Check(err)
		_, err = f.Write([]byte(ts.ReadFile(name)))
		ts.Check(err)
	}
	ts.Check(w.Close())
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), out.Bytes(), 0o600))
}

// mail MESSAGE FILE… makes a mail message with files attached.
func mailFiles(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: mail MESSAGE FILE…")
	}
	var out bytes.Buffer
	w := multipart.NewWriter(&out)
	fmt.Fprintf(&out, "From: pat@example.com\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=%s\r\n\r\n", w.Boundary())
	for _, name := range args[1:] {
		p, err := w.CreatePart(textproto.MIMEHeader{
			"Content-Type": {"application/octet-stream"}, "Content-Transfer-Encoding": {"base64"},
			"Content-Disposition": {fmt.Sprintf("attachment; filename=%q", name)},
		})
		ts.Check(err)
		_, err = p.Write([]byte(base64.StdEncoding.EncodeToString([]byte(ts.ReadFile(name)))))
		ts.Check(err)
	}
	ts.Check(w.Close())
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), out.Bytes(), 0o600))
}

// sparse FILE SIZE makes a PDF of that many bytes, most of which are not there.
func sparse(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: sparse FILE SIZE")
	}
	size, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte("%PDF-1.4\n"), 0o600))
	ts.Check(os.Truncate(ts.MkAbs(args[0]), size))
}

// terminate COMMAND sends SIGTERM to the noticed COMMAND in the background.
func terminate(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: terminate COMMAND")
	}
	for _, c := range ts.BackgroundCmds() {
		if c.Args[1] == args[0] {
			ts.Check(c.Process.Signal(syscall.SIGTERM))
			return
		}
	}
	ts.Fatalf("no noticed %s in the background", args[0])
}

func poll(ts *testscript.TestScript, what string, done func() bool) {
	deadline := time.Now().Add(time.Minute)
	for !done() {
		if time.Now().After(deadline) {
			ts.Fatalf("%s never came", what)
		}
		<-time.After(50 * time.Millisecond)
	}
}
