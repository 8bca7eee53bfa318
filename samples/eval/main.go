// Command eval generates samples from a seed, reads them as the worker would and
// compares with the truth:
//
//	go run ./samples/eval -seed 7 -count 300
//	go run ./samples/eval -seed 7 -count 90 -medium degraded -keep wrong -json all.json
//	go run ./samples/eval -seed 7 -count 200 -medium g4 -baseline
//
// It prints accuracy by field, code, design, producer and degradation, how often
// a person was asked and why, how far confidences can be relied on, and the
// figure that matters most: silent errors per notice, that is a value wrong or
// missing, or a notice dismissed, with no person asked to look. It exits with 1
// if there was one. The generator knows nothing of the reader.
package main

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/signal"
	"runtime"
	"strings"
	"sync"
	"syscall"

	"noticed/classify/catalog"
	"noticed/extract/sandbox"
	"noticed/samples"
	"noticed/samples/page"
	"noticed/samples/producers"
	"noticed/samples/scan"
	"noticed/worker/reading"
)

func main() {
	sandbox.Main()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
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
	seed      uint64
	keep      string
	json      string
	workers   int
	verbose   bool
	baseline  bool
	producers bool
}

func parse() options {
	var o options
	flag.Uint64Var(&o.seed, "seed", 1, "seed of the samples")
	flag.IntVar(&o.Count, "count", 30, "number of documents")
	flag.StringVar((*string)(&o.Medium), "medium", "mixed", "text, g4, jpeg300, mixed (one text-layer PDF to two scans), degraded (scans, each with one degradation), combined (two or three) or photo")
	degrade := flag.String("degrade", "", "degradations that degraded and combined draw from, with commas: "+kinds())
	flag.BoolVar(&o.Tamper, "tamper", false, "alter one printed copy of one value in every notice")
	flag.BoolVar(&o.Trouble, "trouble", false, "a page is missing, sheets lie upside down or in another order, or two notices share a file")
	flag.IntVar(&o.Other, "other", 0, "percent of documents that are no notice at all")
	codes := flag.String("codes", "", "only these codes, with commas between")
	flag.StringVar(&o.keep, "keep", "", "folder for the documents that were read wrongly")
	flag.StringVar(&o.json, "json", "", "file for the results in JSON")
	flag.BoolVar(&o.baseline, "baseline", false, "read them with the baseline as well and compare")
	flag.BoolVar(&o.producers, "producers", false, "print text-layer PDFs with Chromium, LibreOffice, Ghostscript and cairo, as far as installed")
	flag.IntVar(&o.workers, "workers", runtime.NumCPU(), "documents read at a time")
	flag.BoolVar(&o.verbose, "v", false, "list also what was wrong and went to review")
	flag.Parse()
	for c := range strings.SplitSeq(*codes, ",") {
		if c = strings.TrimSpace(c); c != "" {
			o.Codes = append(o.Codes, c)
		}
	}
	for k := range strings.SplitSeq(*degrade, ",") {
		if k = strings.TrimSpace(k); k != "" {
			o.Degrade = append(o.Degrade, scan.Kind(k))
		}
	}
	return o
}

func kinds() string {
	var all []string
	for _, k := range scan.Kinds {
		all = append(all, string(k))
	}
	return strings.Join(all, ", ")
}

func run(ctx context.Context) (silent int, err error) {
	o := parse()
	if o.producers {
		ways := producers.Installed()
		o.Print = func(r *rand.Rand, sheets []*page.Sheet) ([]byte, string, error) {
			return producers.Print(ctx, ways, r, sheets)
		}
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
				switch {
				case e == nil:
					report.add(r)
				case ctx.Err() == nil:
					err = e
				}
				mu.Unlock()
			}
		})
	}
	for i := 0; i < o.Count && ctx.Err() == nil; i++ {
		jobs <- i
		if i > 0 && i%50 == 0 {
			fmt.Fprintf(os.Stderr, "%d of %d documents\n", i, o.Count)
		}
	}
	close(jobs)
	wg.Wait()
	if err != nil {
		return 0, err
	}
	if ctx.Err() != nil {
		fmt.Fprintln(os.Stderr, "interrupted: what was read so far")
	}
	if o.json != "" {
		if err := report.write(o.json); err != nil {
			return 0, err
		}
	}
	return report.print(os.Stdout), nil
}
