package noticed_test

import (
	"encoding/json"
	"math"
	"testing"

	"pgregory.net/rapid"

	"noticed"
)

func TestMoneyForms(t *testing.T) {
	for cents, want := range map[noticed.Money]string{
		0: "0.00", 1: "0.01", -1: "-0.01", 99: "0.99", 100: "1.00", -100: "-1.00",
		953353:        "9533.53",
		-12000:        "-120.00",
		math.MaxInt64: "92233720368547758.07",
		math.MinInt64: "-92233720368547758.08",
	} {
		if got := cents.String(); got != want {
			t.Errorf("Money(%d) is written %q, want %q", int64(cents), got, want)
		}
		b, err := json.Marshal(cents)
		if err != nil || string(b) != `"`+want+`"` {
			t.Errorf("Money(%d) is %s in JSON (%v), want the string %q", int64(cents), b, err, want)
		}
	}
}

func TestDollars(t *testing.T) {
	for _, c := range []struct {
		dollars, cents int64
		want           noticed.Money
	}{{9533, 53, 953353}, {0, 7, 7}, {-120, 5, -12005}} {
		if got := noticed.Dollars(c.dollars, c.cents); got != c.want {
			t.Errorf("Dollars(%d, %d) = %d cents, want %d", c.dollars, c.cents, got, c.want)
		}
	}
}

func TestParseMoneyRefuses(t *testing.T) {
	for _, s := range []string{
		"", ".", "-", "1", "1.0", "1.000", ".50", "-.50", "1,000.00", "$1.00", "1.00 ", " 1.00", "+1.00", "--1.00",
		"01.00", "-0.00", "1.-1", "1.+1", "1..0", "1.2.3", "1e3.00", "NaN", "0x1.00", "1_0.00", "١.٠٠",
		"92233720368547758.08", "-92233720368547758.09", "99999999999999999999999.00",
	} {
		if v, err := noticed.ParseMoney(s); err == nil {
			t.Errorf("ParseMoney(%q) = %d cents, want an error", s, int64(v))
		}
	}
	for _, b := range []string{`12.5`, `1250`, `null`, `true`, `{}`, `""`} {
		v := noticed.Money(77)
		if err := json.Unmarshal([]byte(b), &v); err == nil {
			t.Errorf("the JSON %s was read as %s: money is a decimal string and nothing else", b, v)
		}
	}
}

func TestMoneySurvivesJSON(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := noticed.Money(rapid.Int64().Draw(t, "cents"))
		b, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		var got noticed.Money
		if err := json.Unmarshal(b, &got); err != nil || got != want {
			t.Fatalf("%d cents went out as %s and came back as %d (%v)", int64(want), b, int64(got), err)
		}
	})
}

// What is read must be written back the same: no second spelling of an amount
// is accepted.
func FuzzParseMoney(f *testing.F) {
	for _, s := range []string{"0.00", "9533.53", "-120.00", "-0.01", "1.", "1.5", "92233720368547758.07", "-92233720368547758.08", "1.-5"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v, err := noticed.ParseMoney(s)
		if err == nil && v.String() != s {
			t.Errorf("ParseMoney(%q) = %s", s, v)
		}
	})
}
