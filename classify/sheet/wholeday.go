package sheet

import (
	"slices"
	"strings"

	"noticed/classify/layout"
	"noticed/classify/printed"
)

// withWholeDays is the page with the cells made one that part a month from its day: a
// full stop that recognition lost makes a wide gap, "Mar   30, 2019".
func withWholeDays(page *layout.Page) *layout.Page {
	out := page
	for i, l := range page.Lines {
		cells := wholeDays(l.Cells, page.Type)
		if len(cells) == len(l.Cells) {
			continue
		}
		if out == page {
			whole := *page
			whole.Lines = slices.Clone(page.Lines)
			out = &whole
		}
		for j := range cells {
			cells[j].Index = j
		}
		out.Lines[i].Cells = cells
	}
	return out
}

func wholeDays(cells []layout.Cell, size float64) []layout.Cell {
	var out []layout.Cell
	for i := 0; i < len(cells); i++ {
		c := cells[i]
		for n := tornDay(cells[i:], size); n > 0; n-- {
			i++
			c = joined(c, cells[i])
		}
		out = append(out, c)
	}
	return out
}

// tornDay is how many cells behind the first, which ends in a month, have the rest of a
// day of it; 0 if none have.
func tornDay(cells []layout.Cell, size float64) int {
	words := cells[0].Words
	last := words[len(words)-1].Text
	if _, ok := printed.MonthIn(last); !ok || len(last) > len("September.") {
		return 0
	}
	day := []string{last}
	for n := 1; n < min(len(cells), 3) && cells[n].Box.Left()-cells[n-1].Box.Right() < 4*size; n++ {
		day = append(day, cells[n].Text())
		if _, ok := printed.Date(strings.Join(day, " ")); ok {
			return n
		}
	}
	return 0
}
