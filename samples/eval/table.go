package main

import (
	"fmt"
	"io"
	"strings"
)

// table prints cells in columns, the first to the left and the others to the
// right.
type table struct {
	columns []string
	rows    [][]string
}

func newTable(title string, columns ...string) *table {
	return &table{columns: append([]string{title}, columns...)}
}

func (t *table) row(cells ...string) { t.rows = append(t.rows, cells) }

func (t *table) print(w io.Writer) {
	width := make([]int, len(t.columns))
	all := append([][]string{t.columns}, t.rows...)
	for _, row := range all {
		for i, c := range row {
			width[i] = max(width[i], len(c))
		}
	}
	for _, row := range all {
		var b strings.Builder
		for i, c := range row {
			if i == 0 {
				fmt.Fprintf(&b, "%-*s", width[i], c)
			} else {
				fmt.Fprintf(&b, "  %*s", width[i], c)
			}
		}
		fmt.Fprintln(w, strings.TrimRight(b.String(), " "))
	}
}
