package catalog

import (
	"bytes"
	_ "embed"
	"fmt"
	"sync"
)

//go:embed notices.csv
var notices []byte

//go:embed notices.schema.json
var schema []byte

// Schema returns the schema of the table, for its own rows and for those of an
// overlay: a Table Schema (specs.frictionlessdata.io) in JSON.
func Schema() []byte { return bytes.Clone(schema) }

// edition is the version of notices.csv, as year and month.
const edition = "2026-11"

var embedded = sync.OnceValue(func() *Catalog {
	c, err := Parse(bytes.NewReader(notices), "notices.csv", nil)
	if err != nil {
		panic(fmt.Sprintf("reading the embedded catalogue: %v", err)) // a test parses it
	}
	c.version = edition
	return c
})

// Embedded returns the catalogue that the program carries. It is parsed once;
// callers share it and must not change what it returns.
func Embedded() *Catalog { return embedded() }
