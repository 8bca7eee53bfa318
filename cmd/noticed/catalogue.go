package main

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"noticed/classify/catalog"
	"noticed/classify/deadline"
	"noticed/ingest/broker"
)

// catalogue is which notices are known: those of the program, and a firm's own
// rows laid over them.
type catalogue struct {
	Catalog string `env:"NOTICED_CATALOG" check:"catalogue" example:"/etc/noticed/catalogue.csv" placeholder:"FILE" group:"Reading:" help:"A firm's own rows, laid over the catalogue of notices; noticed catalog check FILE tries it."`
}

func (c catalogue) open() (*catalog.Catalog, error) {
	if c.Catalog == "" {
		return catalog.Embedded(), nil
	}
	cat, err := overlay(c.Catalog)
	if err != nil {
		return nil, overlayError{err, c.Catalog}
	}
	return cat, nil
}

// overlay lays a file of rows over the program's own catalogue.
func overlay(file string) (*catalog.Catalog, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("opening the catalogue %s: %s", file, strings.TrimSuffix(fileError(err).Message, "."))
	}
	defer f.Close()
	return catalog.Overlay(catalog.Embedded(), f, file, deadline.Known)
}

// overlayError says how to see all that is wrong with a file of rows.
type overlayError struct {
	err  error
	file string
}

func (e overlayError) Error() string {
	found := mistakes(e.err)
	if len(found) == 0 {
		return e.err.Error()
	}
	s := "laying rows over the catalogue: " + found[0].Error()
	if n := len(found) - 1; n > 0 {
		s += ", and " + count(n, "more mistake")
	}
	return s
}

func (e overlayError) Unwrap() error { return e.err }

func (e overlayError) Hint() string { return "noticed catalog check " + e.file }

// mistakes are the places where a file of rows is wrong, none if it could not be
// read at all.
func mistakes(err error) []*catalog.Error {
	if all, ok := err.(interface{ Unwrap() []error }); ok {
		var found []*catalog.Error
		for _, e := range all.Unwrap() {
			found = append(found, mistakes(e)...)
		}
		return found
	}
	if one, ok := errors.AsType[*catalog.Error](err); ok {
		return []*catalog.Error{one}
	}
	return nil
}

// noticeOf finds the notice that a code on the command line names.
func noticeOf(cat *catalog.Catalog, code string) (catalog.Entry, error) {
	m := cat.Resolve(code)
	if e, ok := m.One(); ok {
		return e, nil
	}
	if m.Ambiguous() {
		return catalog.Entry{}, broker.WithHint(fmt.Errorf("looking up %q: it names several notices", code), "say which: "+codesOf(m.Entries))
	}
	var near []catalog.Entry
	for _, c := range cat.Near(code) {
		near = append(near, c.Entry)
	}
	err := fmt.Errorf("looking up %q: no notice of the catalogue has this code", code)
	if len(near) == 0 {
		return catalog.Entry{}, broker.WithHint(err, "noticed catalog lists them, noticed catalog WORDS finds them")
	}
	return catalog.Entry{}, broker.WithHint(err, "perhaps "+codesOf(near))
}

func codesOf(entries []catalog.Entry) string {
	all := make([]string, 0, len(entries))
	for _, e := range entries {
		all = append(all, e.Code)
	}
	return strings.Join(all, ", ")
}
