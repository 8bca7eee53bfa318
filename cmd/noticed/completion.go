package main

import (
	"github.com/alecthomas/kong"

	"noticed/classify/catalog"
	"noticed/cmd/noticed/completion"
)

type completionCmd struct {
	Shell string `arg:"" enum:"bash,zsh,fish" help:"bash, zsh or fish."`
}

// Help says how to use it.
func (c *completionCmd) Help() string {
	return `To complete in every shell to come:

    noticed completion bash > ~/.local/share/bash-completion/completions/noticed
    noticed completion zsh  > a file _noticed in a directory of $fpath
    noticed completion fish > ~/.config/fish/completions/noticed.fish`
}

func (c *completionCmd) Run(a *app) error {
	script := completion.Script(c.Shell)
	if a.json {
		return a.object(map[string]string{"shell": c.Shell, "script": script})
	}
	return a.text(script)
}

// completeCmd is what the scripts ask.
type completeCmd struct {
	Shell string   `arg:"" help:"Who asks."`
	Words []string `arg:"" optional:"" help:"The words up to the one to complete."`
}

func (c *completeCmd) Run(a *app, k *kong.Kong) error {
	return a.text(completion.Reply(k.Model, c.Shell, c.Words, completion.Values{"code": codes}))
}

// codes are the codes of the program's own catalogue.
func codes() []completion.Word {
	var all []completion.Word
	for _, e := range catalog.Embedded().Entries() {
		all = append(all, completion.Word{Text: e.Code, Help: e.Title})
	}
	return all
}
