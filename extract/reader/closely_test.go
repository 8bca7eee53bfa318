package reader_test

import (
	"strings"
	"testing"

	"noticed"
	"noticed/extract"
	"noticed/extract/internal/papertest"
)

// TestLooks: what each of the looks at a small region is for. A mask of asterisks
// goes where digits are looked for; words around it stay readable.
func TestLooks(t *testing.T) {
	lines := []string{"Department of the Treasury", "Taxpayer number ***-**-5826", "Notice CP14 for 2021", "Tax period 202512 30"}
	d := open(t, papertest.PNG(papertest.Draw(lines, 200)))
	at := func(line int) noticed.Box { // one line of it
		y := (1 + 0.3*float64(line)) / 11
		return noticed.Box{0.1, y - 0.018, 0.7, y + 0.006}
	}
	for _, effort := range []extract.Effort{extract.DigitsLook, extract.PlainDigits} {
		if got := text(ask(t, d, at(1), effort)); !strings.HasSuffix(got, "5826") || strings.ContainsAny(got, "*-") {
			t.Errorf("%s reads %q", effort, got)
		}
		if got := text(ask(t, d, at(3), effort)); !strings.Contains(got, "20251230") {
			t.Errorf("%s reads %q", effort, got)
		}
	}
	if got := text(ask(t, d, at(2), extract.FiguresLook)); !strings.HasSuffix(got, "CP142021") {
		t.Errorf("a look for figures reads %q", got)
	}
	// The letters are known again afterwards.
	if got := text(ask(t, d, at(0), extract.PlainLook)); got != strings.ReplaceAll(lines[0], " ", "") {
		t.Errorf("a plain look reads %q", got)
	}
}
