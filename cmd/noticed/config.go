package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/alecthomas/kong"
	"github.com/jedib0t/go-pretty/v6/table"

	"noticed/cmd/noticed/settings"
	"noticed/ingest"
	"noticed/ingest/broker"
)

// configFile is the configuration file where nobody names one.
const configFile = "/etc/noticed/noticed.yaml"

// configuration is what stands in the environment and in the file.
type configuration struct {
	path string // of the file; "" if there is none
	all  []settings.Setting
	file *settings.File
}

// settingsOf finds the settings of the command line, those of the daemons first.
func settingsOf(app *kong.Application, catalogue settings.Check) ([]settings.Setting, error) {
	return settings.Of(app, map[string]settings.Check{"tenant": ingest.ValidTenant, "catalogue": catalogue}, "serve", "worker")
}

// load reads the file, if there is one and the command takes settings.
func (c *configuration) load(k *kong.Kong, ctx *kong.Context) error {
	c.path = pathOf(ctx)
	if c.path == "" || ctx.Selected() == nil || !settings.TakesAny(ctx.Selected()) {
		return nil
	}
	var err error
	if c.file, err = settings.Read(c.path, c.all); err != nil {
		return configError{err, c.path}
	}
	ctx.AddResolver(c.file)
	return nil
}

// pathOf is the file that is named, or that which is where it is looked for.
func pathOf(ctx *kong.Context) string {
	for _, f := range ctx.Model.Flags {
		if f.Name == "config" {
			if path, ok := ctx.FlagValue(f).(string); ok && path != "" {
				return path
			}
		}
	}
	if _, err := os.Stat(configFile); errors.Is(err, fs.ErrNotExist) {
		return ""
	}
	return configFile
}

// check looks whether the values of the command can work.
func (c *configuration) check(ctx *kong.Context) error {
	err := settings.CheckValues(ctx, c.file, c.all)
	if _, ok := errors.AsType[settings.Mistakes](err); ok {
		return configError{err, c.path}
	}
	return err
}

// configError says how to see all that is wrong with a configuration file.
type configError struct {
	error
	path string
}

func (e configError) Unwrap() error { return e.error }

func (e configError) Hint() string { return "noticed config check " + e.path }

type configCmd struct {
	Check     configCheckCmd     `cmd:"" help:"Say what is wrong with a configuration file, by line and column."`
	Show      configShowCmd      `cmd:"" help:"Show the values that are in force, and where each comes from."`
	Reference configReferenceCmd `cmd:"" help:"Print a configuration file with every setting, commented out."`
}

type configCheckCmd struct {
	File string `arg:"" optional:"" help:"The file; the one that would be taken if it is not given."`
}

// configured is the answer about a file without mistakes.
type configured struct {
	File     string   `json:"file"`
	Settings []string `json:"settings"`
}

func (c *configCheckCmd) Run(a *app, k *kong.Kong) error {
	path := c.File
	if path == "" {
		path = a.conf.path
	}
	if path == "" {
		return broker.WithHint(errors.New("checking the configuration: there is none"), "name a file, or write "+configFile)
	}
	all, err := settingsOf(k.Model, func(file string) error {
		_, err := overlay(file)
		if err != nil {
			return overlayError{err, file}
		}
		return nil
	})
	if err != nil {
		return err
	}
	file, err := settings.Read(path, all)
	found, wrong := errors.AsType[settings.Mistakes](err)
	switch {
	case err != nil && !wrong:
		return err
	case err == nil:
		found = file.Useless(all)
	}
	if len(found) == 0 {
		if a.json {
			return a.object(configured{path, file.Names()})
		}
		a.answer("%s: no mistakes, %s", path, count(len(file.Names()), "setting"))
		return nil
	}
	for _, m := range found {
		if !a.json {
			a.answer("%s\n%s", m, strings.TrimRight(m.Excerpt, "\n"))
		} else if err := a.object(m); err != nil {
			return err
		}
	}
	return codedError{fmt.Errorf("checking %s: %s", path, count(len(found), "mistake")), exitUsage}
}

type configShowCmd struct{}

func (c *configShowCmd) Run(a *app) error {
	var file *settings.File
	if a.conf.path != "" {
		var err error
		if file, err = settings.Read(a.conf.path, a.conf.all); err != nil {
			return codedError{configError{err, a.conf.path}, exitUsage}
		}
	}
	t := table.NewWriter()
	t.AppendHeader(table.Row{"setting", "value", "from", ""})
	for _, s := range a.conf.all {
		e := s.In(file)
		if s.Name == "dir" && e.Value == "" {
			e.Value, _ = dataDir("") // without a home there is no default
		}
		if a.json {
			if err := a.object(e); err != nil {
				return err
			}
		}
		t.AppendRow(table.Row{e.Setting, e.Value, e.From, e.Where})
	}
	if !a.json {
		a.print(t)
	}
	return nil
}

type configReferenceCmd struct{}

// referenceHead stands above the reference.
const referenceHead = `The configuration of noticed. Every setting stands here with its default, or with an example if it has none, commented out.

It is looked for at ` + configFile + `; --config or NOTICED_CONFIG names another place. What is given on the command line goes before the environment, that before this file, and this before the default. Restart after a change.

Try it with "noticed config check FILE"; "noticed config show" tells what is in force. Generated by "noticed config reference".`

func (c *configReferenceCmd) Run(a *app) error {
	a.answer("%s", strings.TrimSuffix(settings.Reference(a.conf.all, referenceHead), "\n"))
	return nil
}
