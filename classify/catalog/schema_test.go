package catalog

import (
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
)

type field struct {
	Name        string `json:"name"`
	Description string `json:"description"`
	Constraints struct {
		Required bool     `json:"required"`
		Enum     []string `json:"enum"`
		Pattern  string   `json:"pattern"`
	} `json:"constraints"`
}

func schemaFields(t *testing.T) []field {
	t.Helper()
	var table struct {
		Fields []field `json:"fields"`
	}
	if err := json.Unmarshal(Schema(), &table); err != nil {
		t.Fatal(err)
	}
	return table.Fields
}

// What the schema allows is what the parser takes, value by value.
func TestSchemaSaysWhatTheParserTakes(t *testing.T) {
	var names []string
	for i, f := range schemaFields(t) {
		names = append(names, f.Name)
		if f.Description == "" {
			t.Errorf("%s is not described", f.Name)
		}
		if f.Name == "family" && !slices.Equal(slices.Sorted(slices.Values(f.Constraints.Enum)), slices.Sorted(maps.Keys(families))) {
			t.Errorf("families %v", f.Constraints.Enum)
		}
		values := append(slices.Clone(f.Constraints.Enum), "other than these")
		if f.Constraints.Enum == nil {
			continue
		}
		for j, v := range values {
			row := strings.Split(strings.TrimSuffix(good, "\n"), ",")
			row[i] = v
			_, err := Parse(strings.NewReader(header+strings.Join(row, ",")+"\n"), "own.csv", func(rule string) bool { return rule != "other than these" })
			if last := j == len(values)-1; (err != nil) != last {
				t.Errorf("%s %q: %v", f.Name, v, err)
			}
		}
	}
	if !slices.Equal(names, columns) {
		t.Errorf("the schema has %v", names)
	}
}

func TestTheTableKeepsItsSchema(t *testing.T) {
	fields := schemaFields(t)
	for _, row := range tableRows(t) {
		for _, f := range fields {
			v := row[f.Name]
			switch c := f.Constraints; {
			case v == "" && c.Required:
				t.Errorf("%s: %s is empty", row["code"], f.Name)
			case v == "":
			case c.Enum != nil && !slices.Contains(c.Enum, v), c.Pattern != "" && !regexp.MustCompile("^(?:"+c.Pattern+")$").MatchString(v):
				t.Errorf("%s: %s %q", row["code"], f.Name, v)
			}
		}
	}
}
