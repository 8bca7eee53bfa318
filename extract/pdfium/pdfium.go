// Package pdfium is what PDFium says of a PDF: its pages, the characters of
// their text layer, and a picture of them. PDFium runs as WebAssembly: a fault
// in it is an error here, and it sees no file, no clock and no network.
//
// It decides nothing: which words to believe is pdftext's matter, and how a
// picture is read is raster's and ocr's.
package pdfium

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/klippa-app/go-pdfium"
	pdfiumerr "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"noticed/extract"
)

// memoryPages bounds what one document may make PDFium hold: 1 GiB in pages of
// WebAssembly (64 KiB). Beyond it an allocation fails inside, which is an error
// of that page.
const memoryPages = 16 << 10

// instanceWait is far more than the 2 ms an instance takes.
const instanceWait = 30 * time.Second

// Engine is a compiled PDFium. It is for one goroutine.
type Engine struct {
	pool  pdfium.Pool
	cache wazero.CompilationCache
}

// NewEngine compiles PDFium, which takes seconds, or loads what an earlier call
// left in cacheDir, which takes a tenth of one.
func NewEngine(cacheDir string) (*Engine, error) {
	cache, err := wazero.NewCompilationCacheWithDir(cacheDir)
	if err != nil {
		return nil, fmt.Errorf("opening the PDFium cache: %w", err)
	}
	pool, err := webassembly.Init(webassembly.Config{
		Context:  experimental.WithCompilationWorkers(context.Background(), 2),
		MaxTotal: 1,
		MaxIdle:  1,
		// The default mounts the whole file system.
		FSConfig: wazero.NewFSConfig(),
		RuntimeConfig: wazero.NewRuntimeConfig().WithCompilationCache(cache).WithMemoryLimitPages(memoryPages).
			WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling),
		Stdout: io.Discard, Stderr: io.Discard, RandomSource: rand.Reader,
	})
	if err != nil {
		return nil, errors.Join(fmt.Errorf("compiling PDFium: %w", err), cache.Close(context.Background()))
	}
	return &Engine{pool: pool, cache: cache}, nil
}

// Close frees the engine.
func (e *Engine) Close() error {
	return errors.Join(e.pool.Close(), e.cache.Close(context.Background()))
}

// Document is an open PDF. It is for one goroutine.
type Document struct {
	engine *Engine
	data   []byte
	inst   pdfium.Pdfium
	ref    references.FPDF_DOCUMENT
	pages  int
}

// Open opens a PDF in an instance of its own: a reused one grows without end.
// It returns a *extract.Refusal if the PDF needs a password, is damaged beyond
// PDFium's repair, or has no pages.
func (e *Engine) Open(data []byte) (*Document, error) {
	d := &Document{engine: e, data: data}
	if err := d.start(); err != nil {
		return nil, err
	}
	n, err := d.inst.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: d.ref})
	if err != nil {
		_ = d.Close()
		return nil, fmt.Errorf("counting the pages: %w", err)
	}
	if d.pages = n.PageCount; d.pages == 0 {
		_ = d.Close()
		return nil, &extract.Refusal{Code: extract.RefusedNoPages, Message: "The PDF has no pages."}
	}
	return d, nil
}

func (d *Document) start() error {
	inst, err := d.engine.pool.GetInstance(instanceWait)
	if err != nil {
		return fmt.Errorf("starting PDFium: %w", err)
	}
	od, err := inst.OpenDocument(&requests.OpenDocument{File: &d.data})
	if err != nil {
		_ = inst.Close()
		return refusal(err)
	}
	d.inst, d.ref = inst, od.Document
	return nil
}

// refusal puts PDFium's reason not to open a document into our words.
func refusal(err error) error {
	switch {
	case errors.Is(err, pdfiumerr.ErrPassword):
		return &extract.Refusal{Code: extract.RefusedEncrypted, Message: "The PDF is protected by a password: send a copy without one."}
	case errors.Is(err, pdfiumerr.ErrSecurity):
		return &extract.Refusal{Code: extract.RefusedEncrypted, Message: "The PDF is encrypted in a way that can't be opened: print it to a new PDF and send that."}
	default:
		return &extract.Refusal{Code: extract.RefusedDamaged, Message: "The PDF is damaged or cut off and can't be opened: send it again, or a new scan."}
	}
}

// Restart gives the document a fresh instance. After a trap inside WebAssembly
// (out of memory, say) the old one can't be trusted.
func (d *Document) Restart() error {
	_ = d.Close() // it may be broken: that is why
	return d.start()
}

// Pages is the number of pages.
func (d *Document) Pages() int { return d.pages }

// Size is the size of page i (from 0) in points, upright: the crop box, with
// /Rotate applied.
func (d *Document) Size(i int) (width, height float64, err error) {
	s, err := d.inst.FPDF_GetPageSizeByIndexF(&requests.FPDF_GetPageSizeByIndexF{Document: d.ref, Index: i})
	if err != nil {
		return 0, 0, fmt.Errorf("measuring page %d: %w", i+1, err)
	}
	return float64(s.Size.Width), float64(s.Size.Height), nil
}

func (d *Document) page(i int) requests.Page {
	return requests.Page{ByIndex: &requests.PageByIndex{Document: d.ref, Index: i}}
}

// Close frees the document's instance and all its memory.
func (d *Document) Close() error {
	if d.inst == nil {
		return nil
	}
	err := d.inst.Close()
	d.inst = nil
	return err
}
