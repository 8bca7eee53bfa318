package sandbox

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"noticed/extract/ocr"
	"noticed/extract/raster"
)

// Report is the state of all that reading needs, as `noticed doctor` shows it.
type Report struct {
	Tesseract ocr.Facts     `json:"tesseract"`
	HEIC      string        `json:"heic"` // what photos of this format are decoded by; empty if they can't be read
	CacheDir  string        `json:"cache_dir"`
	CacheWas  bool          `json:"cache_was_filled"` // PDFium needed no compiling
	Start     time.Duration `json:"start"`            // of a child, ready to read
	Sealed    Sealed        `json:"sealed"`
	Problems  []Problem     `json:"problems"`
}

// Problem is something that is missing, and how to fix it.
type Problem struct {
	What  string `json:"what"`
	Hint  string `json:"hint"`
	Fatal bool   `json:"fatal"` // nothing can be read
}

const hintInstall = "install what reading needs: apt-get install " + ocr.Packages

// Doctor starts a child as a pool of this configuration would, and says how it
// went. It returns an error only if ctx ended.
func Doctor(ctx context.Context, c Config) (Report, error) {
	c = c.withDefaults()
	r := Report{Problems: []Problem{}}
	dir, err := openCache(c.CacheDir)
	if err != nil {
		r.trouble(true, err.Error(), "set HOME or XDG_CACHE_HOME to a directory that can be written to")
		return r, nil
	}
	defer dir.close() //nolint:errcheck // a temporary directory left behind does no harm
	if r.CacheDir, r.CacheWas = dir.path, filled(dir.path); dir.temp {
		r.trouble(false, "there is no lasting place for PDFium's compiled code: every start takes seconds",
			"set HOME or XDG_CACHE_HOME to a directory that can be written to")
	}
	n := newNursery()
	defer n.close()
	l, begin := c.Limits, time.Now()
	child, err := launch(ctx, c.Program, n.start, setup{
		CacheDir: dir.path, MaxBytes: l.MaxBytes, MaxPages: l.MaxPages, MaxPixels: l.MaxPixels, Memory: l.Memory, Look: true,
	}, startWall)
	r.Start = time.Since(begin)
	if ctx.Err() != nil {
		return r, fmt.Errorf("starting a reading process: %w", ctx.Err())
	}
	if err != nil {
		r.trouble(true, err.Error(), hintInstall)
		return r, nil
	}
	defer child.end()
	r.Sealed = child.hello.Sealed
	r.Tesseract = ocr.Facts{Version: child.hello.Tesseract, Languages: child.hello.Languages}
	if r.HEIC = child.hello.HEIC; r.HEIC == "" {
		r.trouble(false, "photos of the format HEIC can't be read: there is no libheif that decodes them", "apt-get install "+raster.HEIFPackage)
	}
	if !r.Sealed.Whole() {
		r.trouble(false, "reading processes are not fully sealed: "+r.Sealed.Why,
			"documents are still read in processes of their own, with limits; a kernel with Landlock (5.13 or newer) and seccomp seals them")
	}
	return r, nil
}

func (r *Report) trouble(fatal bool, what, hint string) {
	r.Problems = append(r.Problems, Problem{what, hint, fatal})
}

// filled is whether wazero has left compiled code in the directory.
func filled(dir string) bool {
	found := false
	filepath.WalkDir(dir, func(_ string, e os.DirEntry, err error) error { //nolint:errcheck // what can't be seen is not filled
		if err == nil && e.Type().IsRegular() {
			found = true
			return filepath.SkipAll
		}
		return nil
	})
	return found
}
