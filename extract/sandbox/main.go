package sandbox

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"

	"golang.org/x/sys/unix"

	"noticed/extract"
	"noticed/extract/ocr"
	"noticed/extract/raster"
	"noticed/extract/reader"
)

// The arguments a child is started with; ps shows the first.
const (
	childName = "noticed-reader"
	childFlag = "--child-of-noticed"
)

// maxStack bounds recursion: Go's own limit is a gigabyte.
const maxStack = 128 << 20

// extra are operations only the tests of this package know: ways to die.
var extra = map[operation]func(out io.Writer){}

// Main must be the first thing main and TestMain call. In a process that was
// started as a reading child it never returns; in any other it does nothing.
func Main() {
	if len(os.Args) != 2 || os.Args[0] != childName || os.Args[1] != childFlag {
		return
	}
	if err := child(); err != nil {
		fmt.Fprintln(os.Stderr, childName+":", err)
		os.Exit(1)
	}
	os.Exit(0)
}

// child serves requests until its standard input ends.
func child() error {
	// Libraries may print: what they print must not land among the frames.
	fd, err := unix.FcntlInt(1, unix.F_DUPFD_CLOEXEC, 3)
	if err != nil {
		return fmt.Errorf("keeping standard output: %w", err)
	}
	out := os.NewFile(uintptr(fd), "answers")
	if err := unix.Dup3(2, 1, 0); err != nil {
		return fmt.Errorf("redirecting standard output: %w", err)
	}
	exitWhenCPUSpent()
	debug.SetMaxStack(maxStack)
	in := bufio.NewReaderSize(os.Stdin, 64<<10)
	var s setup
	if err := receive(in, &s, maxRequest); err != nil {
		return err
	}
	r, h := prepare(s)
	if err := send(out, h, maxResponse); err != nil || h.Fault != "" {
		return err
	}
	c := &server{setup: s, reader: r, in: in, out: out}
	for {
		if err := c.serve(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// prepare does all that needs files and then shuts the door. The order is the
// point: PDFium from its cache, Tesseract's data, limits, Landlock, seccomp.
func prepare(s setup) (*reader.Reader, hello) {
	h := hello{Tesseract: ocr.Version()}
	if s.Look {
		if f, err := ocr.Look(); err == nil {
			h.Languages = f.Languages
		}
	}
	r, err := reader.New(s.CacheDir, reader.Limits{MaxPages: s.MaxPages, MaxPixels: s.MaxPixels})
	if err != nil {
		h.Fault = err.Error()
		return nil, h
	}
	if err := limit(s.Memory); err != nil {
		h.Fault = err.Error()
		return nil, h
	}
	h.HEIC, _ = raster.HEIF()
	h.Sealed = seal()
	return r, h
}

// server answers the parent's requests about one document at a time.
type server struct {
	setup  setup
	reader *reader.Reader
	doc    *reader.Document
	in     *bufio.Reader
	out    io.Writer
}

func (c *server) serve() error {
	var q request
	if err := receive(c.in, &q, maxRequest); err != nil {
		return err
	}
	a := response{Number: q.Number}
	switch q.Op {
	case opOpen:
		if err := c.open(q, &a); err != nil {
			return err
		}
	case opRead:
		if c.doc == nil || q.Read == nil {
			a.Fault = "reading a page: no document is open"
		} else if answer, err := c.doc.Read(*q.Read); err != nil {
			a.Fault = err.Error()
		} else {
			a.Answer = &answer
		}
	case opClose:
		c.close(&a)
	default:
		do, ok := extra[q.Op]
		if !ok {
			return fmt.Errorf("serving %q: no such operation", q.Op)
		}
		do(c.out)
	}
	return send(c.out, a, maxResponse)
}

// open reads the document's bytes off the pipe and opens it. Only a broken pipe
// is an error: the rest is an answer.
func (c *server) open(q request, a *response) error {
	c.close(&response{})
	if q.Size < 0 || q.Size > c.setup.MaxBytes {
		return fmt.Errorf("opening a document of %d bytes: %w", q.Size, errFrame)
	}
	data := make([]byte, q.Size)
	if _, err := io.ReadFull(c.in, data); err != nil {
		return fmt.Errorf("receiving a document: %w", err)
	}
	if err := limitCPU(q.CPU); err != nil {
		return err
	}
	doc, err := c.reader.Open(data, q.Cautious)
	var no *extract.Refusal
	switch {
	case errors.As(err, &no):
		a.Refusal = no
	case err != nil:
		a.Fault = err.Error()
	default:
		c.doc = doc
		a.Format, a.Pages = doc.Format(), doc.Pages()
	}
	return nil
}

func (c *server) close(a *response) {
	if c.doc == nil {
		return
	}
	a.Leaked, a.Spent = c.doc.Recognised(), c.doc.Stuck()
	if err := c.doc.Close(); err != nil {
		a.Spent = true
	}
	c.doc = nil
}
