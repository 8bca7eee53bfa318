package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"noticed"
	"noticed/ingest"
	"noticed/ingest/folder"
)

type submitCmd struct {
	connection

	Paths     []string `arg:"" name:"path" help:"Files, and folders of files."`
	Tenant    string   `env:"NOTICED_TENANT" check:"tenant" default:"default" group:"Submitting:" help:"Whose documents they are."`
	Reference string   `help:"Your own reference; it comes back with every result."`
	Urgent    bool     `help:"To be read before all that is not urgent."`
}

// submitted is a line of the answer: what became of one file.
type submitted struct {
	ingest.Accepted

	File  string             `json:"file"`
	Error *noticed.ReadError `json:"error,omitempty"`
}

func (c *submitCmd) Run(a *app) error {
	files, err := filesIn(a, c.Paths)
	if err != nil {
		return err
	}
	logs, err := c.logs(a, "submit")
	if err != nil {
		return err
	}
	defer logs.Close()
	refused := 0
	for i, file := range files {
		a.step("submitting %d of %d", i+1, len(files))
		s, err := submitFile(a, logs.ingest, file, ingest.Submission{Tenant: c.Tenant, Reference: c.Reference, Urgent: c.Urgent, Source: folder.Source})
		if err != nil {
			return fmt.Errorf("submitting %s: %w", file, err)
		}
		if s.Error != nil {
			refused++
		}
		if a.json {
			if err := a.object(s); err != nil {
				return err
			}
			continue
		}
		a.answer("%s", s)
	}
	a.done()
	if refused > 0 {
		return codedError{fmt.Errorf("submitting documents: %d of %d were refused", refused, len(files)), exitUnreadable}
	}
	return nil
}

// submitFile puts a file on the queue. A file that is refused, or can't be read
// from disk, is told in the answer; an error is a fault of the queue.
func submitFile(a *app, in *ingest.Ingest, file string, s ingest.Submission) (submitted, error) {
	var err error
	if s.Data, err = readFrom(file); err != nil {
		return submitted{File: file, Error: fileError(err)}, nil
	}
	s.Name = filepath.Base(file)
	accepted, err := in.Submit(a.ctx, s)
	if refusal, ok := errors.AsType[*ingest.Refusal](err); ok {
		return submitted{File: file, Error: &noticed.ReadError{Code: string(refusal.Code), Message: refusal.Message}}, nil
	}
	return submitted{File: file, Accepted: accepted}, err
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

func (s submitted) String() string {
	switch {
	case s.Error != nil:
		return fmt.Sprintf("%s: refused: %s", s.File, s.Error.Message)
	case s.Earlier != nil:
		return fmt.Sprintf("%s: already read: %s %.12s", s.File, s.Earlier.Ended, s.SHA256)
	case s.Duplicate:
		return fmt.Sprintf("%s: already queued: %.12s", s.File, s.SHA256)
	}
	return fmt.Sprintf("%s: queued: %.12s", s.File, s.SHA256)
}
