package legible

import (
	"strings"
	"testing"
)

func TestSlip(t *testing.T) {
	for word, want := range map[string]string{
		"JAMFS": "JAMES", "RQBERT": "ROBERT", "WILSDN": "WILSON", "MARTINFZ": "MARTINEZ", "TAYTOR": "TAYLOR",
		"JAMES": "", "MARY": "", "BOB": "", "JON": "", "PETROV": "", "VANDERKAMP": "", "": "",
		"JEAN": "", "DEAN": "", "SEAN": "", // common each, and a letter apart
	} {
		if got, ok := Slip(word); got != want || ok != (want != "") {
			t.Errorf("%s: %q, %v", word, got, ok)
		}
	}
}

// No common name is a slip of another, and all are written with the letters that notices have.
func TestCommonNames(t *testing.T) {
	for name := range commonNames() {
		if of, ok := Slip(name); ok {
			t.Errorf("%s is taken for a slip of %s", name, of)
		}
		if strings.Trim(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" || len(name) < 3 && name != "JO" {
			t.Errorf("%q is no name in capitals", name)
		}
	}
}

func TestSlipOfWord(t *testing.T) {
	for word, want := range map[string]string{
		"STRECT": "STREET", "SFRVICE": "SERVICE", "STREET": "", "SERVICES": "", "MEADOWLARK": "", "TAK": "", "TIRE": "",
	} {
		if got, ok := SlipOfWord(word); got != want || ok != (want != "") {
			t.Errorf("%s: %q, %v", word, got, ok)
		}
	}
}
