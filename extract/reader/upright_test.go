package reader_test

import (
	"fmt"
	"strings"
	"testing"

	"noticed"
	"noticed/extract"
	"noticed/extract/internal/papertest"
	"noticed/extract/raster"
)

// TestAPageOnItsHead: in capitals and figures nothing rises above the line or
// hangs below it, so that which way up they stand shows only when they are read.
// Second readings see the page the same way up.
func TestAPageOnItsHead(t *testing.T) {
	words := strings.Fields("NOTICE CP504 FROM JUNE 2025 AMOUNT DUE 178 TAX OWED INTEREST FORM 1040 PAYMENT REFUND BALANCE LEVY HEARING")
	lines := make([]string, 0, 16)
	for i := range 16 { // no two lines alike: columns of one letter are read downwards
		line := ""
		for k := range 6 {
			line += words[(7*i+5*k+i*k)%len(words)] + " "
		}
		lines = append(lines, line+fmt.Sprint(17812+i))
	}
	img := papertest.Rotate(papertest.Draw(lines, 200), 2)
	p, err := raster.FromGray(img, 200)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	if turn := p.Tilt(); turn.Quarters != 0 {
		t.Fatalf("it shows by its letters: %+v", turn)
	}
	d := open(t, papertest.PNG(img))
	for _, effort := range []extract.Effort{extract.Full, extract.SecondOpinion, extract.CloseLook} {
		if got := text(ask(t, d, noticed.WholePage, effort)); !strings.Contains(got, "CP504") || !strings.Contains(got, "17827") {
			t.Errorf("%s reads %s", effort, got)
		}
	}
	again := open(t, papertest.PNG(img)) // as after a crash, when the second reading comes first
	if got := text(ask(t, again, noticed.WholePage, extract.SecondOpinion)); !strings.Contains(got, "17827") {
		t.Errorf("the second reading alone reads %s", got)
	}
}
