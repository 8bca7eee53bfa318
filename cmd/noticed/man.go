package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/alecthomas/kong"

	"noticed"
	"noticed/cmd/noticed/man"
	"noticed/ingest/broker"
)

type manCmd struct {
	Page string `arg:"" optional:"" help:"The page; that of the program if it is not given."`
	Into string `placeholder:"DIR" help:"Write all pages into this directory, as man looks for them: man -M DIR noticed."`
}

// Help says how to read a page.
func (c *manCmd) Help() string {
	return `A page is in roff, the language of manual pages:

    noticed man submit | man -l -`
}

// manual is the answer in JSON.
type manual struct {
	Page string `json:"page"`
	File string `json:"file"`
	Text string `json:"text,omitempty"`
}

func (c *manCmd) Run(a *app, k *kong.Kong) error {
	book := man.Book{App: k.Model, Version: noticed.Version, Settings: a.conf.all, File: filepath.Base(configFile), About: aboutConfig}
	for _, p := range book.Pages() {
		answer := manual{Page: p.Name, File: p.File()}
		switch {
		case c.Into != "":
			answer.File = filepath.Join(c.Into, p.File())
			if err := write(answer.File, p.Text); err != nil {
				return err
			}
		case c.Page == p.Name || "noticed-"+c.Page == p.Name || c.Page == "" && p.Name == "noticed":
			answer.Text = p.Text
			if !a.json {
				return a.text(p.Text)
			}
		default:
			continue
		}
		if a.json {
			if err := a.object(answer); err != nil {
				return err
			}
		} else {
			a.answer("%s", answer.File)
		}
		if c.Into == "" {
			return nil
		}
	}
	if c.Into == "" {
		return usageError{broker.WithHint(fmt.Errorf("looking for the manual page %q: there is none", c.Page), "noticed --help lists the commands; each has a page")}
	}
	return nil
}

// write writes a file, and makes the directory for it.
func write(path, text string) error {
	err := os.MkdirAll(filepath.Dir(path), 0o755)                    //nolint:gosec // manual pages are for everybody
	return errors.Join(err, os.WriteFile(path, []byte(text), 0o644)) //nolint:gosec // as above
}
