package proof

import (
	"testing"

	"noticed/samples/page"
)

// em is a typeface whose letters are all half as wide as high.
type em struct{}

func (em) Width(_ page.Face, size float64, s string) float64 { return size * float64(len(s)) / 2 }

func TestFaults(t *testing.T) {
	for name, c := range map[string]struct {
		put  func(*page.Sheet)
		want int
	}{
		"two lines":         {func(s *page.Sheet) { s.Put(72, 100, 10, page.Regular, "one"); s.Put(72, 112, 10, page.Regular, "two") }, 0},
		"side by side":      {func(s *page.Sheet) { s.Put(72, 100, 10, page.Regular, "one"); s.Put(90, 100, 10, page.Regular, "two") }, 0},
		"on each other":     {func(s *page.Sheet) { s.Put(72, 100, 10, page.Regular, "one"); s.Put(80, 103, 10, page.Regular, "two") }, 1},
		"over the right":    {func(s *page.Sheet) { s.Put(600, 100, 10, page.Regular, "one") }, 1},
		"under the foot":    {func(s *page.Sheet) { s.Put(72, 790, 10, page.Regular, "one") }, 1},
		"above and at left": {func(s *page.Sheet) { s.Put(2, 8, 10, page.Regular, "one") }, 1},
	} {
		s := page.Letter()
		c.put(s)
		if got := Faults(em{}, []*page.Sheet{s}); len(got) != c.want {
			t.Errorf("%s: %q", name, got)
		}
	}
}
