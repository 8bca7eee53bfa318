package producers

import (
	"bytes"
	"context"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/ledongthuc/pdf"

	"noticed/samples/page"
)

// Whatever is installed prints as many pages as there are sheets, with their
// words on them.
func TestPrint(t *testing.T) {
	ways := Installed()
	if len(ways) == 0 {
		t.Skip("no program that prints is installed") // they are large, and only evaluations with PRODUCERS=1 need them
	}
	var sheets []*page.Sheet
	for range 2 {
		s := page.Letter()
		s.Put(60, 60, 10, page.Regular, "Department of the Treasury")
		s.Put(60, 90, 14, page.Bold, "Amount due: $1,234.56")
		s.Put(60, 120, 9, page.Mono, "(503) & more")
		s.Rule(60, 500, 130, 1)
		sheets = append(sheets, s)
	}
	for _, p := range ways {
		t.Run(p.Name, func(t *testing.T) {
			data, producer, err := Print(context.Background(), []Program{p}, rand.New(rand.NewPCG(1, 1)), sheets)
			if err != nil {
				t.Fatal(err)
			}
			r, err := pdf.NewReader(bytes.NewReader(data), int64(len(data)))
			if err != nil {
				t.Fatal(err)
			}
			if r.NumPage() != 2 || producer != p.Name {
				t.Fatalf("%d pages by %s", r.NumPage(), producer)
			}
			text, err := r.Page(2).GetPlainText(nil)
			if err != nil {
				t.Fatal(err)
			}
			joined := strings.Join(strings.Fields(text), "")
			for _, want := range []string{"DepartmentoftheTreasury", "Amountdue:$1,234.56", "(503)&more"} {
				if !strings.Contains(joined, want) {
					t.Errorf("%q is not on the page: %q", want, text)
				}
			}
		})
	}
}
