package sheet

import (
	_ "embed"
	"strings"

	"noticed/classify/layout"
)

//go:embed countries.txt
var countryNames string

// countries are the names by which an address ends abroad, by their folded form.
var countries = func() map[string]string {
	out := map[string]string{}
	for name := range strings.Lines(countryNames) {
		name = strings.TrimSpace(name)
		out[layout.Fold(name)] = name
	}
	return out
}()

// readForeignWindow reads an address window that ends with the name of a
// country; whether there is one.
func (r *reader) readForeignWindow(top float64) bool {
	for c := range r.Layout.Cells {
		if c.Box.Top() <= top || c.Box.MidY() > 0.45*r.Layout.Height || c.Box.Left() > 0.5*layout.Width || len(c.Words) > 4 {
			continue
		}
		country, ok := countries[layout.Fold(c.Text())]
		if ok && r.namesOver(c, top) {
			r.Country = country
			return true
		}
	}
	return false
}

// namesOver takes the names over the street and town of an address abroad: the
// topmost lines in capitals without a digit.
func (r *reader) namesOver(country layout.Cell, top float64) bool {
	var above []layout.Cell
	last := country
	for range 6 {
		prev, ok := r.above(last)
		if !ok || prev.Box.Top() <= top {
			break
		}
		above = append(above, prev)
		last = prev
	}
	for i := len(above) - 1; i > 0; i-- {
		text := mendCase(nameText(above[i]))
		if !allCaps(text) || !NameLike(text) && !company.MatchString(text) {
			continue // the barcode line
		}
		first := i
		if upper := strings.ToUpper(text); first > 1 && (strings.HasSuffix(upper, " AND") || strings.HasSuffix(upper, "&")) {
			first--
		}
		return r.addNames(above[first:i+1], false)
	}
	return false
}
