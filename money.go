package noticed

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

// Money is an amount of US dollars in whole cents; negative for credits and
// refunds. Its JSON form is a decimal string with two places: "9533.53",
// "-120.00". It is never a float.
type Money int64

// Dollars returns d dollars and c cents; c is 0 to 99 and takes the sign of d.
func Dollars(d int64, c int64) Money {
	if d < 0 {
		return Money(d*100 - c)
	}
	return Money(d*100 + c)
}

// String returns the decimal form with two places, without currency sign or
// grouping: "9533.53".
func (m Money) String() string {
	sign, v := "", uint64(m)
	if m < 0 {
		sign, v = "-", uint64(-(m+1))+1 // no overflow at the smallest int64
	}
	return fmt.Sprintf("%s%d.%02d", sign, v/100, v%100)
}

// ParseMoney reads the decimal form that String writes. It accepts nothing
// else, not even a leading zero: reading amounts as paper prints them is the
// reader's business.
func ParseMoney(s string) (Money, error) {
	whole, cents, _ := strings.Cut(s, ".")
	v, err := strconv.ParseInt(whole+cents, 10, 64)
	if err != nil || Money(v).String() != s {
		return 0, fmt.Errorf("parsing amount %q: want dollars, a point and two digits", s)
	}
	return Money(v), nil
}

// MarshalJSON writes the amount as a decimal string.
func (m Money) MarshalJSON() ([]byte, error) { return []byte(`"` + m.String() + `"`), nil }

// UnmarshalJSON reads a decimal string.
func (m *Money) UnmarshalJSON(b []byte) error {
	var s string
	if err := json.Unmarshal(b, &s); err != nil {
		return fmt.Errorf("parsing amount %s: %w", b, err)
	}
	v, err := ParseMoney(s)
	if err != nil {
		return err
	}
	*m = v
	return nil
}
