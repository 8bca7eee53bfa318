package catalog

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// nearest returns the codes at distance 0.
func nearest(c *Catalog, printed string) string {
	var at0 []Entry
	for _, n := range c.Near(printed) {
		if n.Distance == 0 {
			at0 = append(at0, n.Entry)
		}
	}
	return codes(at0)
}

func TestNearReadsThroughLookAlikes(t *testing.T) {
	for printed, want := range map[string]string{
		"CP5O4": "CP504", "CPI4": "CP14", "CP2OOO": "CP2000", "LTI1": "LT11", "LTll": "LT11", "C P 1 4": "CP14", "GP14": "CP14",
		"CPl4": "CP14", "CP|4": "CP14", "CPS04": "CP504", "CPS0A": "", "CP5O4B": "CP504B", "1T11": "LT11", "IT11": "LT11", "LT1l": "LT11",
		"LTIG": "", "LT1G": "LT16", "CP9O": "CP90", "CP9Z": "CP92", "CP9OC": "CP90C", "CP9I": "CP91", "CPZ97": "CP297", "CP2I9B": "", "CP32I9A": "CP3219A",
		"Letter IO58": "", "GPS": "", "CPIs": "", "LTIl": "LT11", "LTII": "", "Notice CP5O1": "CP501", "CP14": "CP14", "CP504 (Rev. 2O17)": "CP504", "CP50I": "", "CP50l": "CP501", "CP5I8": "CP518", "CP5IB": "CP51B", "CP14I": "CP14I",
	} {
		if got := nearest(Embedded(), printed); got != want {
			t.Errorf("%q is nearest to %q, want %q", printed, got, want)
		}
	}
}

func TestNearShowsTheRivals(t *testing.T) {
	for printed, want := range map[string]string{
		"CP5O4":  "CP504/0 CP504B/2",
		"CP5048": "CP504B/1 CP504/2", // an 8 for the B, or a stray 8
		"CP9OC":  "CP90C/0 CP90/2",
		"CP9":    "CP90/2 CP91/2 CP92/2",
		"LT1":    "LT11/2 LT14/2 LT16/2 LT17/2 LT18/2 LT19/2",
		"CP51B":  "CP51B/0 CP518/1", // a bill and a missing return
		"CP50I":  "CP501/1",
		"CP141":  "CP14I/1 CP14/2", // a code of its own that the catalogue does not have
		"CP3219": "CP3219A/2 CP3219B/2 CP3219N/2",
		"LT11G":  "LT11C/1 LT11/2",
	} {
		got := " "
		for _, n := range Embedded().Near(printed) {
			got += fmt.Sprintf("%s/%d ", n.Entry.Code, n.Distance)
		}
		for w := range strings.FieldsSeq(want) {
			if !strings.Contains(got, " "+w+" ") {
				t.Errorf("near %q: %s, want among them %s", printed, got, w)
			}
		}
	}
	for _, printed := range []string{"", "CP", "X", "/", strings.Repeat("CP14", 20)} {
		if n := Embedded().Near(printed); len(n) != 0 {
			t.Errorf("near %q: %d candidates", printed, len(n))
		}
	}
}

// confusions are the look-alikes that OCR prints for a digit.
var confusions = map[byte]string{'0': "OQo", '1': "Il|!", '2': "Zz", '5': "Ss", '6': "G", '8': "B"}

// Whatever digits of whatever code OCR turned into letters: the code is among
// the candidates, and no other is the only one at distance 0 unless it is
// printed exactly so.
func TestLookAlikesNeverNameAnotherCode(t *testing.T) {
	c := Embedded()
	entries := c.Entries()
	rapid.Check(t, func(t *rapid.T) {
		e := rapid.SampledFrom(entries).Draw(t, "entry")
		damaged := []byte{}
		for i := range len(e.Code) {
			b := e.Code[i]
			if letters := confusions[b]; letters != "" && rapid.Bool().Draw(t, "damaged") {
				b = letters[rapid.IntRange(0, len(letters)-1).Draw(t, "as")]
			}
			damaged = append(damaged, b)
		}
		printed := string(damaged)
		if isLetter(e.Code) {
			printed = "Letter " + printed[1:]
			if !isDigit(printed[7]) {
				return // a letter's number must begin with a digit to be seen as one
			}
		}
		shown := false
		for _, n := range c.Near(printed) {
			shown = shown || n.Entry.Code == e.Code
		}
		if !shown {
			t.Fatalf("%q: %s is not among the candidates", printed, e.Code)
		}
		got := nearest(c, printed)
		if got != e.Code && strings.ContainsAny(printed, digits) && !strings.ContainsAny(strings.ToUpper(printed[len(printed)-1:]), suffixes) {
			t.Fatalf("%q of %s is nearest to %q", printed, e.Code, got)
		}
		if got != e.Code && got != "" && got != twins[e.Code] && got != codes(c.Resolve(printed).Entries) {
			t.Fatalf("%q of %s is taken for %s", printed, e.Code, got)
		}
	})
}

// twins are codes that differ only by a digit and the letter that looks like it.
// Each shows the other; only the second can be meant by the letter.
var twins = map[string]string{"CP518": "CP51B"}

// A reading with one true error is never at distance 0 from another code.
func TestOneWrongDigitNamesNothingSilently(t *testing.T) {
	c := Embedded()
	for _, e := range c.Entries() {
		for i := range len(e.Code) {
			if !isDigit(e.Code[i]) {
				continue
			}
			for d := byte('0'); d <= '9'; d++ {
				wrong := e.Code[:i] + string(d) + e.Code[i+1:]
				if _, isCode := c.Lookup(wrong); isCode {
					continue // the other code, as printed: nothing here can tell
				}
				for _, n := range c.Near(wrong) {
					if n.Distance == 0 && n.Variant != wrong {
						t.Errorf("%s is taken for %s by %s", wrong, n.Entry.Code, n.Variant)
					}
				}
			}
		}
	}
}

func TestDistanceIsZeroOnlyForLookAlikes(t *testing.T) {
	c := Embedded()
	rapid.Check(t, func(t *rapid.T) {
		printed := rapid.StringMatching(`(CP|LT|L|GP)[0-9OILZSGB]{1,4}[A-Z]?`).Draw(t, "printed")
		for _, n := range c.Near(printed) {
			if n.Distance == 0 && len(compact(printed)) != len(n.Variant) {
				t.Fatalf("%q is at distance 0 from %s", printed, n.Variant)
			}
			if n.Distance > maxDistance {
				t.Fatalf("%q is at distance %d from %s", printed, n.Distance, n.Variant)
			}
		}
	})
}
