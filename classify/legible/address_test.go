package legible

import "testing"

func TestAddressWords(t *testing.T) {
	for word, want := range map[string]struct{ known, slip bool }{
		"Stop":          {true, false},
		"PHILADELPHIA,": {true, false},
		`"Fresno,`:      {true, false}, // dirt before it is no letter of it
		"Stap":          {false, true},
		"HALTSVILLE,":   {false, true}, // another letter
		"Holtsvile":     {false, true}, // one is missing
		"Memphiss.":     {false, true}, // one too many
		"Waverly":       {false, false},
		"P.O.":          {true, false},
		"64121-9236":    {false, false},
		"Hold":          {false, false},
	} {
		if AddressWord(word) != want.known || SlipOfAddressWord(word) != want.slip {
			t.Errorf("%s: known %v, a slip %v", word, !want.known, !want.slip)
		}
	}
}
