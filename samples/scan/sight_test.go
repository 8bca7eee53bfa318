package scan

import (
	"math/rand/v2"
	"strings"
	"testing"

	"noticed/samples/page"
)

func TestSight(t *testing.T) {
	clean := sight{dpi: 200, contrast: 1, white: 1}
	with := func(change func(*sight)) sight {
		s := clean
		change(&s)
		return s
	}
	bits := with(func(s *sight) { s.bilevel, s.threshold = true, 130 })
	for _, c := range []struct {
		name  string
		see   sight
		size  float64
		light float64
		want  string
	}{
		{"clean", clean, 7, 1, ""},
		{"150 dpi", with(func(s *sight) { s.dpi = 150 }), 7, 1, ""},
		{"fax", with(func(s *sight) { s.dpi = 98 }), 9, 1, ""},
		{"small type on a fax", with(func(s *sight) { s.dpi = 98 }), 6, 1, "lines"},
		{"72 dpi", with(func(s *sight) { s.dpi = 72 }), 8, 1, "lines"},
		{"blur", with(func(s *sight) { s.blur = 1.8 / 200 }), 9, 1, ""},
		{"too much blur", with(func(s *sight) { s.blur = 3.2 / 200 }), 9, 1, "contrast"},
		{"faded", with(func(s *sight) { s.contrast = 0.22 }), 9, 1, ""},
		{"faded and out of focus", with(func(s *sight) { s.contrast, s.blur = 0.22, 1.9/200 }), 8, 1, "contrast"},
		{"noise", with(func(s *sight) { s.noise = 45 }), 8, 1, ""},
		{"noise on faded print", with(func(s *sight) { s.noise, s.contrast = 45, 0.22 }), 9, 1, "noise"},
		{"JPEG", with(func(s *sight) { s.quality = 20 }), 8, 1, ""},
		{"JPEG of faded print", with(func(s *sight) { s.quality, s.contrast = 10, 0.22 }), 8, 1, "noise"},
		{"dim light", clean, 9, 0.4, ""},
		{"no light", clean, 9, 0.05, "contrast"},
		{"black and white", bits, 8, 1, ""},
		{"thin print", with(func(s *sight) { s.bilevel, s.threshold = true, 75 }), 8, 1, ""},
		{"bold print", with(func(s *sight) { s.bilevel, s.threshold = true, 195 }), 8, 1, ""},
		{"in the shadow", bits, 9, 0.4, "ink"},
		{"thin print out of focus", with(func(s *sight) { s.bilevel, s.threshold, s.blur = true, 40, 1.2/200 }), 8, 1, "threshold"},
		{"noise in black and white", with(func(s *sight) { s.bilevel, s.threshold, s.noise, s.white = true, 130, 45, 0.9 }), 9, 1, ""},
		{"grains", with(func(s *sight) { s.bilevel, s.threshold, s.grains = true, 130, 0.004 }), 9, 1, ""},
		{"grains as large as details", with(func(s *sight) { s.bilevel, s.threshold, s.grains, s.dpi = true, 130, 0.02, 150 }), 7, 1, "dirt"},
	} {
		if got := c.see.fault(c.size, c.light); got == "" != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// Print under ink can be seen by what is left of the light.
func TestHidden(t *testing.T) {
	bits := sight{contrast: 1, white: 1, bilevel: true, threshold: 130}
	for _, c := range []struct {
		name string
		see  sight
		left float64
		want bool
	}{
		{"thin ink in gray", sight{contrast: 1}, 0.4, false}, {"thick ink in gray", sight{contrast: 1}, 0.16, true},
		{"thick ink in color", sight{contrast: 1, colored: true}, 0.16, false}, {"thin ink on faded print", sight{contrast: 0.22}, 0.4, true},
		{"thin ink in black and white", bits, 0.4, true}, {"a pale stain in black and white", bits, 0.7, false},
	} {
		if got := c.see.hidden(c.left); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

func look(t *testing.T, s *page.Sheet, d Damage, values ...Value) (covered, of int) {
	t.Helper()
	p := NewPress()
	for seed := range uint64(8) {
		_, why, err := p.Degrade(rand.New(rand.NewPCG(seed, 9)), Pile{Sheets: []*page.Sheet{s}, Received: "Mar 09 2024", Values: values}, d)
		if err != nil {
			t.Fatal(err)
		}
		of++
		if why != "" {
			covered++
		}
	}
	return covered, of
}

// A value is lost where its one place is covered, and not where it has another.
func TestCoveredValues(t *testing.T) {
	sum := Value{What: "balance", Text: "$1,234.56"}
	stamped := Damage{{Stamp, 3}, {Ink, 1}} // in black and white
	if n, of := look(t, letter(), stamped, sum); n < of/2 {
		t.Errorf("a stamp over the figures hides them %d times of %d", n, of)
	}
	again := letter()
	again.Put(60, 740, 10, page.Regular, "Pay $1,234.56 now")
	twice := []Value{sum, {What: "balance", Text: "$1,234.56", Sheet: 0}}
	if n, of := look(t, again, stamped, twice...); n != 0 {
		t.Errorf("with another place they are lost %d times of %d", n, of)
	}
	if n, of := look(t, letter(), Damage{{Stamp, 1}, {Ink, 1}}, sum); n != 0 {
		t.Errorf("a stamp beside the text hides them %d times of %d", n, of)
	}
	edge := page.Letter()
	edge.Put(20, 400, 10, page.Regular, "LT11")
	edge.Put(570, 400, 10, page.Regular, "2024")
	lost := Damage{{Crop, 3}}
	if n, of := look(t, edge, lost, Value{What: "code", Text: "LT11"}, Value{What: "tax_year", Text: "2024"}); n == 0 || n == of {
		t.Errorf("a lost edge takes a value at the left or the right %d times of %d", n, of)
	}
	if n, of := look(t, letter(), lost, sum); n != 0 {
		t.Errorf("a lost edge takes a value in the middle %d times of %d", n, of)
	}
	if n, of := look(t, letter(), Damage{{Handwriting, 1}}, sum); n != 0 {
		t.Errorf("a note in the margin hides them %d times of %d", n, of)
	}
}

func TestFind(t *testing.T) {
	for _, c := range []struct {
		run, value string
		want       int
	}{
		{"Amount due $12.00", "$12.00", 11}, {"$112.00", "12.00", -1}, {"Tax year 2021", "2021", 9}, {"12021 2021", "2021", 6},
		{"CP504B", "CP504", -1}, {strings.Repeat("long ", 20) + "2021", "2021", -1}, {"", "1", -1},
	} {
		if got := find(c.run, c.value); got != c.want {
			t.Errorf("%q in %q at %d, want %d", c.value, c.run, got, c.want)
		}
	}
}
