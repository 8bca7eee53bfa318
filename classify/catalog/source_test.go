package catalog_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"noticed/classify/catalog"
)

// codeWord finds what may be a code, as it is printed: CP14, CP 14, CP-14.
var codeWord = regexp.MustCompile(`\b(CP|LT|L)[ -]?[0-9]{2,4}[A-Z]{0,2}\b`)

// Codes live in the table: no notice code stands in Go source outside tests and
// the generator of samples. A comment decides nothing and may name one as an
// example, but not in the two rooms that must not know any; nor may the words
// that are shown to people (struct tags) decide.
func TestNoNoticeCodeInSource(t *testing.T) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(root, "go.mod")); err != nil {
		t.Fatal(err)
	}
	files := map[string]int{}
	err = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		if d.IsDir() && (rel == "samples" || d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".") && rel != ".") {
			return fs.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(rel, ".go") || strings.HasSuffix(rel, "_test.go") || strings.Contains(rel, "test/") {
			return nil
		}
		room, _, _ := strings.Cut(filepath.ToSlash(rel), "/")
		files[room]++
		src, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		inCode, inComments := codesIn(t, rel, src)
		for _, found := range inCode {
			t.Error(found)
		}
		if slash := filepath.ToSlash(rel); strings.HasPrefix(slash, "classify/catalog/") || strings.HasPrefix(slash, "classify/deadline/") {
			for _, found := range inComments {
				t.Error(found)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, room := range []string{"classify", "cmd", "extract", "ingest", "worker"} {
		if files[room] < 5 {
			t.Errorf("only %d files of %s were looked at", files[room], room)
		}
	}
}

// codesIn lists the notice codes of the catalogue in the names and strings of a
// Go file, and those in its comments.
func codesIn(t *testing.T, name string, src []byte) (inCode, inComments []string) {
	t.Helper()
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, name, src, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	tags := map[*ast.BasicLit]bool{}
	look := func(found []string, at token.Pos, text string) []string {
		for _, word := range codeWord.FindAllString(text, -1) {
			if len(catalog.Embedded().Resolve(word).Entries) > 0 {
				found = append(found, set.Position(at).String()+": "+word)
			}
		}
		return found
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Field:
			if n.Tag != nil {
				tags[n.Tag] = true
			}
		case *ast.BasicLit:
			if n.Kind == token.STRING && !tags[n] {
				inCode = look(inCode, n.Pos(), n.Value)
			}
		case *ast.Ident:
			inCode = look(inCode, n.Pos(), n.Name)
		}
		return true
	})
	for _, group := range file.Comments {
		for _, c := range group.List {
			inComments = look(inComments, c.Pos(), c.Text)
		}
	}
	return inCode, inComments
}

func TestCodesAreFoundInSource(t *testing.T) {
	src := "package x\n\n// like CP 504\nvar a = \"LT11\"\n\ntype b struct {\n\tc int `help:\"LT11\"`\n}\n\nvar CP14 = `see Letter L1058, CP523_30, CP5, L10, form CP`\n"
	inCode, inComments := codesIn(t, "x.go", []byte(src))
	if got := strings.Join(inCode, " "); got != "x.go:4:9: LT11 x.go:10:5: CP14 x.go:10:12: L1058" {
		t.Errorf("in code: %s", got)
	}
	if got := strings.Join(inComments, " "); got != "x.go:3:1: CP 504" {
		t.Errorf("in comments: %s", got)
	}
}
