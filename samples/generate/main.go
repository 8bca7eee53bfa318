// Command generate writes synthetic notices and their truth into a folder:
//
//	go run ./samples/generate -seed 7 -count 30 -out /tmp/mail
//	go run ./samples/generate -set samples
//
// The truth of <file> stands in truth/<file>.json; that of the committed set,
// which the second form writes, in truth/<name>.json.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"noticed/samples"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "error:", err)
		os.Exit(1)
	}
}

func run() error {
	var o samples.Options
	seed := flag.Uint64("seed", 1, "seed; the same seed gives the same bytes")
	out := flag.String("out", "", "folder to write into")
	flag.IntVar(&o.Count, "count", 10, "number of documents")
	flag.StringVar((*string)(&o.Medium), "medium", "mixed", "text, g4, jpeg300, mixed, degraded, combined or photo")
	flag.BoolVar(&o.Tamper, "tamper", false, "alter one printed copy of one value in every notice")
	flag.BoolVar(&o.Trouble, "trouble", false, "a page is missing, sheets lie upside down or in another order, or two notices share a file")
	flag.IntVar(&o.Other, "other", 0, "percent of documents that are no notice at all")
	codes := flag.String("codes", "", "only these codes, with commas between")
	set := flag.String("set", "", "write the committed set into this folder (samples) and nothing else")
	flag.Parse()
	if *set != "" {
		return writeSet(*set)
	}
	if *codes != "" {
		o.Codes = strings.Split(*codes, ",")
	}
	if *out == "" {
		return fmt.Errorf("no folder given: use -out DIR")
	}
	truth := filepath.Join(*out, "truth")
	if err := os.MkdirAll(truth, 0o750); err != nil {
		return fmt.Errorf("making the folder: %w", err)
	}
	for i := range o.Count {
		d, err := samples.One(*seed, i, o)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(*out, d.Truth.File), d.Data, 0o600); err != nil {
			return fmt.Errorf("writing %s: %w", d.Truth.File, err)
		}
		if err := writeTruth(truth, d.Truth.File, d.Truth); err != nil {
			return err
		}
	}
	return nil
}
