package printed

import (
	"testing"

	"noticed"
)

func TestWholeDollars(t *testing.T) {
	for text, want := range map[string]noticed.Money{
		"Amount due: $9,879":         noticed.Dollars(9879, 0),
		"$9,879 by June 3, 2026":     noticed.Dollars(9879, 0),
		"-$120":                      noticed.Dollars(-120, 0),
		"$ 45":                       noticed.Dollars(45, 0),
		"Payments of $1,234.56":      0, // it has cents
		"$9,879,53":                  0, // a comma for the point
		"fee of 9,879":               0, // no sign
		"at $5%":                     0,
		"$1,075 .21":                 0, // its cents were set apart
		"$1,075 21":                  0,
		"US$40 is part of something": 0,
	} {
		got := noticed.Money(0)
		if all := WholeDollars(text); len(all) > 0 {
			got = all[0].Value
		}
		if got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
	for text, want := range map[string]bool{"1,234": true, "-98": true, "1234": false, "12.50": false, "June 3": false} {
		if _, ok := BareDollars(text); ok != want {
			t.Errorf("%s: %v", text, ok)
		}
	}
}
