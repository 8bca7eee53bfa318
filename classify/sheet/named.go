package sheet

import (
	"regexp"
	"strings"

	"noticed"
	"noticed/classify/layout"
)

var salutation = regexp.MustCompile(`^Dear\s+(.{3,70}?)\s*[:,]?$`)

// readNamed reads whom the page names beside its address window: in the
// salutation of a letter, and in a line of capitals in the head of a later page.
func (r *reader) readNamed() {
	for c := range r.Layout.Cells {
		run := layout.NewRun(c.Words)
		if m := salutation.FindStringSubmatchIndex(run.Text); m != nil {
			r.addNamed(run, m[2], m[3], noticed.PlaceProse)
			continue
		}
		if r.Number != 1 && !r.Letterhead && c.Box.MidY() < 0.2*r.Layout.Height && len(c.Words) >= 2 && len(c.Words) <= 8 && allCaps(run.Text) && NameLike(run.Text) {
			r.addNamed(run, 0, len(run.Text), noticed.PlaceHeader)
		}
	}
}

func (r *reader) addNamed(run layout.Run, start, end int, place noticed.Place) {
	name := strings.ToUpper(fromMixed(run.Text[start:end]))
	r.Named = append(r.Named, see(r, strings.Join(persons([]string{name}), PeopleSeparator), run, start, end, place, false))
}
