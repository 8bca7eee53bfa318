// Command eval generates samples from a seed, reads them as the worker would and
// compares with the truth:
//
//	go run ./samples/eval -seed 7 -count 300
//	go run ./samples/eval -seed 7 -count 100 -medium text -tamper
//
// It prints accuracy per field and medium, the review rate, and the figure that
// matters most: silent errors per notice, that is a value wrong or missing, or a
// notice dismissed, with no person asked to look. It exits with 1 if there was
// one. The generator knows nothing of the reader.
package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"

	"noticed"
	"noticed/classify/catalog"
	"noticed/extract/sandbox"
	"noticed/samples"
	"noticed/samples/eval/grade"
	"noticed/worker/reading"
)

func main() {
	sandbox.Main()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	silent, err := run(ctx)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "error:", err)
		os.Exit(2)
	}
	if silent > 0 {
		os.Exit(1)
	}
}

type options struct {
	samples.Options
	seed    uint64
	keep    string
	workers int
	verbose bool
}

func run(ctx context.Context) (silent int, err error) {
	var o options
	flag.Uint64Var(&o.seed, "seed", 1, "seed of the samples")
	flag.IntVar(&o.Count, "count", 30, "number of documents")
	flag.StringVar((*string)(&o.Medium), "medium", "mixed", "text, g4 or mixed (one text-layer PDF to two scans)")
	flag.BoolVar(&o.Tamper, "tamper", false, "alter one printed copy of one value in every notice")
	flag.BoolVar(&o.Trouble, "trouble", false, "a page is missing, sheets lie upside down, or two notices share a file")
	flag.IntVar(&o.Other, "other", 0, "percent of documents that are no notice at all")
	codes := flag.String("codes", "", "only these codes, with commas between")
	flag.StringVar(&o.keep, "keep", "", "folder for the documents that were read wrongly")
	flag.IntVar(&o.workers, "workers", runtime.NumCPU(), "documents read at a time")
	flag.BoolVar(&o.verbose, "v", false, "list also what was wrong and went to review")
	flag.Parse()
	if *codes != "" {
		o.Codes = strings.Split(*codes, ",")
	}

	pool, err := sandbox.New(sandbox.Config{Slots: o.workers})
	if err != nil {
		return 0, fmt.Errorf("starting the readers: %w", err)
	}
	defer func() { _ = pool.Close() }()
	reader := reading.New(pool, catalog.Embedded())

	report := newReport(o)
	jobs := make(chan int)
	var wg sync.WaitGroup
	var mu sync.Mutex
	for range o.workers {
		wg.Go(func() {
			for i := range jobs {
				r, e := one(ctx, reader, o, i)
				mu.Lock()
				if e != nil {
					err = e
				} else {
					report.add(r)
				}
				mu.Unlock()
			}
		})
	}
	for i := 0; i < o.Count && ctx.Err() == nil; i++ {
		jobs <- i
	}
	close(jobs)
	wg.Wait()
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		return 0, err
	}
	return report.print(os.Stdout), nil
}

// result is one document read and graded.
type result struct {
	doc     samples.Document
	verdict grade.Verdict
	took    time.Duration
}

func one(ctx context.Context, reader *reading.Reader, o options, i int) (result, error) {
	doc, err := samples.One(o.seed, i, o.Options)
	if err != nil {
		return result{}, err
	}
	sum := sha256.Sum256(doc.Data)
	received := lastDate(doc).AddDays(3)
	began := time.Now()
	out, err := reader.Read(ctx, reading.Submission{
		Document: noticed.Document{Name: "scan" + filepath.Ext(doc.Truth.File), SHA256: hex.EncodeToString(sum[:]), Tenant: "default", Received: &received},
		Data:     doc.Data,
	})
	if err != nil {
		return result{}, fmt.Errorf("reading %s: %w", doc.Truth.File, err)
	}
	r := result{doc: doc, took: time.Since(began)}
	dead := ""
	if out.Ended == noticed.EndedDead && out.Reason != nil {
		dead = out.Reason.Code + ": " + out.Reason.Message
	}
	r.verdict = grade.Document(doc.Truth, out.Assessments, dead)
	if o.keep != "" && (len(r.verdict.Misses) > 0 || r.verdict.Silent > 0) {
		if err := keep(o.keep, doc, out); err != nil {
			return result{}, err
		}
	}
	return r, nil
}

// lastDate is the latest notice date of a document: mail comes in after it was
// written.
func lastDate(d samples.Document) noticed.Date {
	last := noticed.MustDate("2018-01-01")
	for _, n := range d.Truth.Notices {
		if n.NoticeDate.After(last) {
			last = n.NoticeDate
		}
	}
	return last
}
