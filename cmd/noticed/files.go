package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"noticed"
	"noticed/ingest/container"
	"noticed/ingest/folder"
)

// filesIn returns the files that the paths name, in order, and tells the user
// what is left out of folders. To find none is an error.
func filesIn(a *app, paths []string) ([]folder.File, error) {
	var files []folder.File
	for _, f := range folder.Walk(paths...) {
		if f.Skipped != "" {
			a.note("left out %s: %s", f.Path, f.Skipped)
			continue
		}
		files = append(files, f)
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("looking for documents: there are none in %s", strings.Join(paths, ", "))
	}
	return files, nil
}

// paper is a document at hand: a file, or what was found in one.
type paper struct {
	path         string // as the user knows it: the file, and behind it what it lies in
	within, name string
	data         []byte
	err          *noticed.ReadError // why it can't be had
	share        float64            // of the files' bytes, gone through so far
}

// papers opens the files one after the other, and takes the documents out of
// archives and messages. What is left out of these it tells the user.
func papers(a *app, files []folder.File) iter.Seq[paper] {
	all := int64(0)
	for _, f := range files {
		all += f.Size
	}
	return func(yield func(paper) bool) {
		before := int64(0)
		for _, f := range files {
			for p := range papersIn(a, f.Path) {
				p.share = (float64(before) + p.share*float64(f.Size)) / float64(max(all, 1))
				if !yield(p) {
					return
				}
			}
			before += f.Size
		}
	}
}

// papersIn opens one file.
func papersIn(a *app, file string) iter.Seq[paper] {
	return func(yield func(paper) bool) {
		f, err := os.Open(file)
		if err != nil {
			yield(paper{path: file, name: filepath.Base(file), err: fileError(err), share: 1})
			return
		}
		defer f.Close()
		end, err := f.Seek(0, io.SeekEnd)
		if err != nil {
			yield(paper{path: file, name: filepath.Base(file), err: fileError(err), share: 1})
			return
		}
		for d := range container.Documents(filepath.Base(file), f, end, container.Limits{}) {
			p := paper{path: file, within: d.Within, name: d.Name, data: d.Data, share: d.Through}
			if d.Within != "" { // its first part is the file's name
				_, inner, _ := strings.Cut(d.Within+"/"+d.Name, "/")
				p.path += "/" + oneLine(inner)
			}
			switch {
			case d.LeftOut != "":
				a.note("left out %s: %s", p.path, d.LeftOut)
				continue
			case d.Refusal != nil:
				p.err = &noticed.ReadError{Code: string(d.Refusal.Code), Message: d.Refusal.Message}
			}
			if !yield(p) {
				return
			}
		}
	}
}

// fileError says why a file can't be read from disk.
func fileError(err error) *noticed.ReadError {
	e := &noticed.ReadError{Code: "file_error", Message: "The file could not be read from disk."}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		e.Code, e.Message = "no_such_file", "There is no such file."
	case errors.Is(err, fs.ErrPermission):
		e.Code, e.Message = "no_permission", "The file may not be read by this user."
	}
	return e
}

// slotsFor is how many documents to read at a time. A single file needs no more
// than one, unless it may hold many.
func slotsFor(given int, files []folder.File) int {
	slots := slotsOr(given)
	if len(files) >= slots {
		return slots
	}
	for _, f := range files {
		if holdsMany(f.Path) {
			return slots
		}
	}
	return max(1, len(files))
}

func holdsMany(file string) bool {
	f, err := os.Open(file)
	if err != nil {
		return false
	}
	defer f.Close()
	return container.Is(f)
}
