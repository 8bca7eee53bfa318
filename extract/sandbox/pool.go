package sandbox

import (
	"context"
	"errors"
	"log/slog"
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
	CacheDir     string // where PDFium's compiled code is kept; os.UserCacheDir()/noticed
	RecycleAfter int    // pages after which a child is replaced, because Tesseract leaks; 2000
	Log          *slog.Logger
}

// Pool is an [extract.Opener] whose documents are read in children.
type Pool struct{}

// New returns a pool; its children start in the background.
func New(c Config) (*Pool, error) { return &Pool{}, nil }

// Open waits for a free slot and opens the document in its child.
func (p *Pool) Open(ctx context.Context, data []byte) (extract.Document, error) {
	return nil, errors.New("opening documents: not built yet")
}

// Close ends all children. Documents still open die.
func (p *Pool) Close() error { return nil }

// Main must be the first thing main and TestMain call. In a process that was
// started as a reading child it never returns; in any other it does nothing.
func Main() {}

var _ extract.Opener = (*Pool)(nil)
