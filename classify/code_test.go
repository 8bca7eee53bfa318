package classify

import "testing"

func TestLetterForFigure(t *testing.T) {
	for _, tt := range []struct {
		text, code string
		want       bool
	}{
		{"CP4G", "CP49", true},
		{"CP14", "CP14", false}, // the same is no damage
		{"CP74", "CP14", false}, // another figure may be another code
		{"CP14A", "CP14", false},
		{"CPI4I", "CP141", false}, // too much of it
		{"CP5O4B", "CP504B", true},
	} {
		if got := letterForFigure(tt.text, tt.code); got != tt.want {
			t.Errorf("%s for %s: %v", tt.text, tt.code, got)
		}
	}
}
