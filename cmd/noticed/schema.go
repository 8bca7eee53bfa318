package main

import (
	"encoding/json"
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
	if a.json {
		return a.object(json.RawMessage(schema))
	}
	a.answer("%s", strings.TrimSuffix(string(schema), "\n"))
	return nil
}
