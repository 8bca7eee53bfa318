package main

import (
	"strings"

	"noticed"
)

type schemaCmd struct {
	What string `arg:"" enum:"assessment,receipt" default:"assessment" help:"assessment or receipt."`
}

func (c *schemaCmd) Run(a *app) error {
	schema := noticed.SchemaOfAssessment()
	if c.What == "receipt" {
		schema = noticed.SchemaOfReceipt()
	}
	a.answer("%s", strings.TrimSuffix(string(schema), "\n"))
	return nil
}
