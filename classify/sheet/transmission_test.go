package sheet

import (
	"testing"

	"noticed/classify/layout"
	"noticed/classify/layout/typeset"
)

func TestTheLineOfAFaxMachine(t *testing.T) {
	for line, want := range map[string]bool{
		"JUL 10 2023 14:04 FROM: 603 555 0176 TO: 603 555 0142 P.01/02": true,
		"SEP 04 2025 14;05 FROM; 503 555 0176 TO; 503 555 0142 P,O1/03": true,
		"12/09/2022 10:32 AM FAX 5035550176 SMITH TAX 001/003":          true,
		"CP90 January 16, 2023 992-22-2267 Page 2 of 4":                 false, // the notice's own running head
		"JUL 10 2023 FROM: 603 555 0176 TO: 603 555 0142 P.01/02":       false, // no machine leaves out the time
		"Call us by July 10, 2023 from 7:00 to 19:00":                   false,
	} {
		for _, y := range []float64{12, 60} {
			p := layout.New(typeset.Page(1, false), typeset.Set(0.9, text{X: 60, Y: y, Text: line}, text{X: 60, Y: 90, Text: "Department of the Treasury"}))
			got := withoutTransmission(p)
			if dropped := len(got.Lines) == 1; dropped != (want && y < 30) {
				t.Errorf("%q at %v: dropped %v", line, y, dropped)
			}
			for i, l := range got.Lines {
				if l.Cells[0].Line != i {
					t.Errorf("line %d has cells of line %d", i, l.Cells[0].Line)
				}
			}
			if len(p.Lines) != 2 || p.Lines[1].Cells[0].Line != 1 {
				t.Error("the page itself was changed")
			}
		}
	}
	s := read(text{X: 60, Y: 12, Text: "JUL 10 2023 14:04 FROM: 603 555 0176 TO: 603 555 0142 P.01/02"})
	if len(s.OtherDates)+len(s.Phones) != 0 {
		t.Errorf("dates %v, numbers %v", s.OtherDates, s.Phones)
	}
}
