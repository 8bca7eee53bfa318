package main

import "noticed/ingest/broker"

type serveCmd struct {
	work

	Dir  string `env:"NOTICED_DIR" check:"dir" example:"/var/lib/noticed" placeholder:"DIR" group:"Server:" help:"Where to keep everything; $STATE_DIRECTORY, $XDG_STATE_HOME/noticed or ~/.local/state/noticed if it is not given."`
	Port int    `env:"NOTICED_PORT" check:"port" default:"4222" group:"Server:" help:"Port of the NATS server on 127.0.0.1; a free one if it is 0."`
}

func (c *serveCmd) Run(a *app) error {
	dir, err := dataDir(c.Dir)
	if err != nil {
		return err
	}
	b, err := broker.Open(a.ctx, broker.Options{
		Embedded: &broker.Embedded{Dir: dir, Port: c.Port}, Name: "serve", Logger: a.log,
	})
	if err != nil {
		return err
	}
	defer b.Close()
	return c.run(a, b)
}
