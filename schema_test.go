package noticed_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/jsonschema-go/jsonschema"

	"noticed"
)

var update = flag.Bool("update", false, "rewrite the schemas in deploy/schema from the Go types")

// The published schema is generated from the types and their comments. It lets
// unknown properties pass, because a major version only adds: whoever validates
// with today's schema must be able to read tomorrow's assessments.
func TestSchemaIsGenerated(t *testing.T) {
	docs := readDocs(t)
	for _, c := range []struct {
		file, version string
		root          reflect.Type
		committed     []byte
	}{
		{"deploy/schema/assessment.v1.schema.json", noticed.AssessmentSchema, reflect.TypeFor[noticed.Assessment](), noticed.SchemaOfAssessment()},
		{"deploy/schema/receipt.v1.schema.json", noticed.ReceiptSchema, reflect.TypeFor[noticed.Receipt](), noticed.SchemaOfReceipt()},
	} {
		s := schemaOf(t, docs, c.root)
		version := any(c.version)
		s.Properties["schema"].Const = &version
		s.Schema = "https://json-schema.org/draft/2020-12/schema"
		s.ID = "urn:" + strings.ReplaceAll(strings.ReplaceAll(c.version, ".", ":"), "/", ":")
		s.Title = c.version
		want, err := json.MarshalIndent(s, "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		want = append(want, '\n')
		if *update {
			if err := os.WriteFile(c.file, want, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if !bytes.Equal(want, c.committed) {
			t.Errorf("%s does not describe the Go types any more: run `make schema` and read what changed", c.file)
		}
	}
}

// docs is what the source says of the package's types.
type docs struct {
	types map[string]string   // the comment on a type
	enums map[string][]option // the constants of a string type, in order
}

type option struct{ value, meaning string }

func readDocs(t *testing.T) docs {
	t.Helper()
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	positions, files := token.NewFileSet(), []*ast.File(nil)
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(positions, name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	d := docs{map[string]string{}, map[string][]option{}}
	for _, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			c, ok := n.(*ast.ValueSpec)
			if !ok || c.Type == nil || len(c.Values) != 1 {
				return true
			}
			name, isNamed := c.Type.(*ast.Ident)
			literal, isLiteral := c.Values[0].(*ast.BasicLit)
			if isNamed && isLiteral && literal.Kind == token.STRING {
				value, err := strconv.Unquote(literal.Value)
				if err != nil {
					t.Fatal(err)
				}
				d.enums[name.Name] = append(d.enums[name.Name], option{value, oneLine(c.Comment.Text())})
			}
			return true
		})
	}
	pkg, err := doc.NewFromFiles(positions, files, "noticed")
	if err != nil {
		t.Fatal(err)
	}
	for _, typ := range pkg.Types {
		d.types[typ.Name] = oneLine(typ.Doc)
	}
	return d
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// schemaOf returns the schema of a struct, with every named type it is made of
// under $defs.
func schemaOf(t *testing.T, docs docs, root reflect.Type) *jsonschema.Schema {
	t.Helper()
	date := &jsonschema.Schema{Type: "string", Format: "date", Pattern: `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`}
	money := &jsonschema.Schema{Type: "string", Pattern: `^-?(0|[1-9][0-9]*)\.[0-9]{2}$`}
	known := map[reflect.Type]*jsonschema.Schema{
		reflect.TypeFor[noticed.Date]():  date,
		reflect.TypeFor[noticed.Money](): money,
		reflect.TypeFor[time.Time]():     {Type: "string", Format: "date-time"},
	}
	var named []reflect.Type
	var walk func(reflect.Type)
	walk = func(typ reflect.Type) {
		switch typ.Kind() {
		case reflect.Pointer, reflect.Slice:
			walk(typ.Elem())
		case reflect.Struct, reflect.String, reflect.Array:
			if typ.PkgPath() != reflect.TypeFor[noticed.Assessment]().PkgPath() || known[typ] != nil {
				return
			}
			if typ != root {
				known[typ] = &jsonschema.Schema{Ref: "#/$defs/" + typ.Name()}
				named = append(named, typ)
			}
			if typ.Kind() == reflect.Struct {
				for f := range typ.Fields() {
					walk(f.Type)
				}
			}
		}
	}
	walk(root)

	s := inferred(t, docs, root, known)
	s.Defs = map[string]*jsonschema.Schema{}
	for _, typ := range named {
		ref := known[typ]
		delete(known, typ)
		s.Defs[typ.Name()] = inferred(t, docs, typ, known)
		known[typ] = ref
	}
	return s
}

func inferred(t *testing.T, docs docs, typ reflect.Type, known map[reflect.Type]*jsonschema.Schema) *jsonschema.Schema {
	t.Helper()
	s, err := jsonschema.ForType(typ, &jsonschema.ForOptions{TypeSchemas: known})
	if err != nil {
		t.Fatal(err)
	}
	s.Description = docs.types[typ.Name()]
	s.AdditionalProperties = nil
	for name, p := range s.Properties {
		switch {
		case p.Ref != "":
			p.Types = nil // absent, never null
		case p.Items != nil:
			p.Type, p.Types = "array", nil // see noticed.List
		case name == "confidence":
			p.Minimum, p.Maximum = new(0.0), new(1.0)
		case name == "sha256":
			p.Pattern = "^([0-9a-f]{64})?$"
		}
	}
	if typ.Kind() == reflect.Array {
		s.Items.Minimum, s.Items.Maximum = new(0.0), new(1.0)
	}
	if typ.Kind() != reflect.String {
		return s
	}
	options := docs.enums[typ.Name()]
	if len(options) == 0 {
		t.Errorf("type %s has no constants: the schema would promise nothing about it", typ.Name())
	}
	for _, o := range options {
		s.Enum = append(s.Enum, o.value)
		if o.meaning != "" {
			s.Description += "\n" + o.value + ": " + o.meaning
		}
	}
	return s
}
