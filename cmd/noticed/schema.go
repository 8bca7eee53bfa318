package main

import (
	"encoding/json"
	"strings"

	"noticed"
	"noticed/classify/catalog"
)

type schemaCmd struct {
	What string `arg:"" enum:"assessment,receipt,catalogue" default:"assessment" help:"assessment, receipt or catalogue."`
}

func (c *schemaCmd) Run(a *app) error {
	schema := noticed.SchemaOfAssessment()
	switch c.What {
	case "receipt":
		schema = noticed.SchemaOfReceipt()
	case "catalogue":
		schema = catalog.Schema()
	}
	if a.json {
		return a.object(json.RawMessage(schema))
	}
	a.answer("%s", strings.TrimSuffix(string(schema), "\n"))
	return nil
}
