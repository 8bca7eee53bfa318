package noticed

import (
	_ "embed" // the schemas are part of the contract and travel with it
	"slices"
)

//go:generate go test -run TestSchemaIsGenerated -update .

var (
	//go:embed deploy/schema/assessment.v1.schema.json
	assessmentSchema []byte
	//go:embed deploy/schema/receipt.v1.schema.json
	receiptSchema []byte
)

// SchemaOfAssessment returns the JSON Schema (draft 2020-12) of [Assessment].
func SchemaOfAssessment() []byte { return slices.Clone(assessmentSchema) }

// SchemaOfReceipt returns the JSON Schema (draft 2020-12) of [Receipt].
func SchemaOfReceipt() []byte { return slices.Clone(receiptSchema) }
