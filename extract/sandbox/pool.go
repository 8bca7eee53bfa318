package sandbox

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"time"

	"noticed/extract"
)

// Limits bound what one document may cost. A zero field takes its default.
type Limits struct {
	Request   time.Duration // wall clock of one request; 90 s
	Document  time.Duration // wall clock of all requests of one document together; 15 min
	CPU       time.Duration // processor time of one document; 15 min
	Memory    int64         // bytes the child may hold; 2 GiB
	MaxBytes  int64         // of a document; 64 MiB
	MaxPages  int           // of a document; 2000
	MaxPixels int64         // of one picture; 100 million
}

// Config says how a Pool works. A zero field takes its default.
type Config struct {
	Slots        int // children, and documents open at a time; 1
	Limits       Limits
	CacheDir     string // where PDFium's compiled code is kept; noticed in os.UserCacheDir()
	Program      string // whose main calls Main first: the children; this program
	RecycleAfter int    // pages read by OCR after which a child is replaced, because Tesseract leaks; 2000
	Log          *slog.Logger
}

func orElse[T comparable](v, other T) T {
	var zero T
	if v == zero {
		return other
	}
	return v
}

func (c Config) withDefaults() Config {
	c.Slots = max(c.Slots, 1)
	c.Program = orElse(c.Program, "/proc/self/exe")
	c.RecycleAfter = orElse(c.RecycleAfter, 2000)
	c.Log = orElse(c.Log, slog.New(slog.DiscardHandler))
	l := &c.Limits
	l.Request = orElse(l.Request, 90*time.Second)
	l.Document = orElse(l.Document, 15*time.Minute)
	l.CPU = orElse(l.CPU, 15*time.Minute)
	l.Memory = orElse(l.Memory, 2<<30)
	l.MaxBytes = orElse(l.MaxBytes, 64<<20)
	l.MaxPages = orElse(l.MaxPages, 2000)
	l.MaxPixels = orElse(l.MaxPixels, 100_000_000)
	return c
}

// startWall bounds a child's start. With a cold cache it compiles PDFium: 3 s,
// several times that on a loaded machine or under the race detector.
const startWall = 3 * time.Minute

// Pool is an [extract.Opener] whose documents are read in children, one warm
// child a slot. It is safe for concurrent use.
type Pool struct {
	cfg     Config
	nursery *nursery
	cache   cacheDir
	slots   chan *slot // the free ones
	closed  chan struct{}
	ctx     context.Context // of the pool's own work: ends with it
	cancel  context.CancelFunc
	work    sync.WaitGroup // starts under way

	first sync.Mutex // held until PDFium's cache is filled
	mu    sync.Mutex
	warm  bool // the cache is filled
	all   map[*process]bool
	hello hello
	fatal map[[sha256.Size]byte]bool // documents that have killed a child
}

// slot is a place for a child; it has none while that is dead or not born.
type slot struct{ child *process }

// New returns a pool. Its children start in the background; Open waits for one.
func New(c Config) (*Pool, error) {
	c = c.withDefaults()
	dir, err := openCache(c.CacheDir)
	if err != nil {
		return nil, err
	}
	p := &Pool{
		cfg: c, nursery: newNursery(), cache: dir,
		slots: make(chan *slot, c.Slots), closed: make(chan struct{}),
		all: map[*process]bool{}, fatal: map[[sha256.Size]byte]bool{},
	}
	p.ctx, p.cancel = context.WithCancel(context.Background())
	for range c.Slots {
		p.refill(&slot{})
	}
	return p, nil
}

// refill gives a slot a child, in the background, and puts it among the free
// ones. If the child won't start, whoever takes the slot tries again.
func (p *Pool) refill(s *slot) {
	p.work.Go(func() {
		if s.child != nil {
			p.bury(s.child)
			s.child = nil
		}
		child, err := p.birth(p.ctx)
		if err != nil && p.ctx.Err() == nil {
			p.cfg.Log.Debug("reading process does not start", "error", err)
		}
		s.child = child
		p.slots <- s
	})
}

// birth starts a child. The first to start fills PDFium's cache; the others
// wait for it.
func (p *Pool) birth(ctx context.Context) (*process, error) {
	p.mu.Lock()
	warm := p.warm
	p.mu.Unlock()
	if !warm {
		p.first.Lock()
		defer p.first.Unlock()
	}
	l := p.cfg.Limits
	child, err := launch(ctx, p.cfg.Program, p.nursery.start, setup{
		CacheDir: p.cache.path, MaxBytes: l.MaxBytes, MaxPages: l.MaxPages, MaxPixels: l.MaxPixels, Memory: l.Memory,
	}, startWall)
	if err != nil {
		return nil, err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.ctx.Err() != nil { // Close came between
		child.kill()
		return nil, errClosed
	}
	p.warm, p.hello = true, child.hello
	p.all[child] = true
	return child, nil
}

func (p *Pool) bury(c *process) {
	c.end()
	p.mu.Lock()
	delete(p.all, c)
	p.mu.Unlock()
}

// Sealed says what is shut in the pool's children. It is known once the first
// has started.
func (p *Pool) Sealed() Sealed {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.hello.Sealed
}

// Ready waits until a child of the pool can read. If none will start, the error
// has a Hint method that says what may be missing.
func (p *Pool) Ready(ctx context.Context) error {
	s, err := p.take(ctx)
	switch {
	case err == nil:
		p.slots <- s
		return nil
	case ctx.Err() != nil || errors.Is(err, errClosed):
		return err
	}
	return stillborn{err}
}

// stillborn is the error of a child that does not start.
type stillborn struct{ error }

func (s stillborn) Unwrap() error { return s.error }
func (stillborn) Hint() string    { return hintInstall }

// Open waits for a free slot and opens the document in its child. Beside the
// errors of [extract.Opener], it returns an error of its own if no child will
// start: no fault of the document's.
func (p *Pool) Open(ctx context.Context, data []byte) (extract.Document, error) {
	l := p.cfg.Limits
	switch {
	case len(data) == 0:
		return nil, &extract.Refusal{Code: extract.RefusedEmpty, Message: "The file is empty."}
	case int64(len(data)) > l.MaxBytes:
		return nil, &extract.Refusal{Code: extract.RefusedTooLarge, Message: fmt.Sprintf("The file is larger than %d MB: split it, or scan it at 200 dpi.", l.MaxBytes>>20)}
	}
	s, err := p.take(ctx)
	if err != nil {
		return nil, fmt.Errorf("opening a document: %w", err)
	}
	d := &document{pool: p, slot: s, data: data, left: l.Document}
	a, err := d.call(ctx, request{Op: opOpen, Cautious: p.killedBefore(data), CPU: int64(l.CPU/time.Second) + 1}, data)
	switch {
	case err != nil:
	case a.Refusal != nil:
		err = a.Refusal
	case a.Fault != "":
		err = fmt.Errorf("opening a document: %s", a.Fault)
	case len(a.Pages) == 0 || len(a.Pages) > l.MaxPages:
		s.child.end()
		err = autopsy(errFrame, nil, s.child.said, 0, l.Memory)
	}
	if err != nil {
		p.release(s, 0, false)
		return nil, err
	}
	d.format, d.pages = a.Format, a.Pages
	return d, nil
}

// take waits for a free slot and sees to it that it has a live child.
func (p *Pool) take(ctx context.Context) (*slot, error) {
	select {
	case <-p.closed:
		return nil, errClosed
	default:
	}
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case <-p.closed:
		return nil, errClosed
	case s := <-p.slots:
		if s.child != nil && s.child.alive() {
			return s, nil
		}
		if s.child != nil {
			p.bury(s.child)
		}
		var err error
		if s.child, err = p.birth(ctx); err != nil {
			p.slots <- s
			return nil, err
		}
		return s, nil
	}
}

// release gives a slot back. A child that died, is stuck, or has leaked enough
// is replaced in the background; so is one that still holds half the memory it
// may, for the next document would be blamed for it.
func (p *Pool) release(s *slot, leaked int, spent bool) {
	s.child.pages += leaked
	if spent || !s.child.alive() || s.child.pages >= p.cfg.RecycleAfter || resident(s.child.cmd.Process.Pid) > p.cfg.Limits.Memory/2 {
		select {
		case <-p.closed: // Close buries it
			return
		default:
			p.refill(s)
			return
		}
	}
	p.slots <- s
}

// maxFatal bounds what is remembered of documents that killed a child.
const maxFatal = 1024

// remember notes that a document killed a child: next time it is read with
// more caution.
func (p *Pool) remember(data []byte, d *extract.Death) {
	sum := sha256.Sum256(data)
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.fatal) >= maxFatal {
		clear(p.fatal)
	}
	p.fatal[sum] = true
	p.cfg.Log.Warn("reading process died", "document", fmt.Sprintf("%x", sum[:6]), "code", d.Code, "reason", d.Message)
}

func (p *Pool) killedBefore(data []byte) bool {
	p.mu.Lock()
	none := len(p.fatal) == 0
	p.mu.Unlock()
	if none {
		return false
	}
	sum := sha256.Sum256(data)
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.fatal[sum]
}

// Close ends all children; documents still open die. It does not return before
// the last child is gone.
func (p *Pool) Close() error {
	p.mu.Lock()
	if p.ctx.Err() != nil {
		p.mu.Unlock()
		return nil //nolint:nilerr // it is closed already
	}
	p.cancel()
	close(p.closed)
	var children []*process
	for c := range p.all {
		children = append(children, c)
	}
	p.mu.Unlock()
	for _, c := range children {
		c.end()
	}
	p.work.Wait()
	p.nursery.close()
	return p.cache.close()
}

// cacheDir is where PDFium's compiled code is kept.
type cacheDir struct {
	path string
	temp bool
}

// openCache makes the directory. Without a home to keep it in, it is a
// temporary one, and every start of the program compiles anew.
func openCache(path string) (cacheDir, error) {
	if path == "" {
		if base, err := os.UserCacheDir(); err == nil {
			path = filepath.Join(base, "noticed")
		}
	}
	if path != "" {
		abs, err := filepath.Abs(path)
		if err == nil {
			if err = os.MkdirAll(abs, 0o700); err == nil {
				return cacheDir{path: abs}, nil
			}
		}
	}
	temp, err := os.MkdirTemp("", "noticed-cache-")
	if err != nil {
		return cacheDir{}, fmt.Errorf("making a directory for PDFium's cache: %w", err)
	}
	return cacheDir{path: temp, temp: true}, nil
}

func (c cacheDir) close() error {
	if !c.temp {
		return nil
	}
	if err := os.RemoveAll(c.path); err != nil {
		return fmt.Errorf("removing PDFium's temporary cache: %w", err)
	}
	return nil
}

var _ extract.Opener = (*Pool)(nil)
