package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"noticed/ingest/folder"
)

// filesIn returns the files that the paths name, in order, and tells the user
// what is left out of folders. To find none is an error.
func filesIn(a *app, paths []string) ([]string, error) {
	var files []string
	for _, f := range folder.Walk(paths...) {
		if f.Skipped != "" {
			a.note("left out %s: %s", f.Path, f.Skipped)
			continue
		}
		files = append(files, f.Path)
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("looking for documents: there are none in %s", strings.Join(paths, ", "))
	}
	return files, nil
}

// enough is one byte more than any door lets in: of a larger file no more is
// needed to refuse it.
const enough = 64<<20 + 1

func readFrom(file string) ([]byte, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, enough))
}
