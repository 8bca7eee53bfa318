package scan

import (
	"bytes"
	"image/jpeg"
	"math/rand/v2"
	"testing"

	"noticed/samples/page"
)

func letter() *page.Sheet {
	s := page.Letter()
	s.Put(60, 60, 10, page.Regular, "Department of the Treasury")
	s.Put(420, 60, 10, page.Bold, "Notice date  March 4, 2024")
	s.Put(60, 300, 14, page.Bold, "You have unpaid taxes")
	for y := 320.0; y < 700; y += 14 {
		s.Put(60, y, 10, page.Regular, "Our records show that you owe what is printed here, and more of it.")
	}
	s.Put(480, 400, 10, page.Regular, "$1,234.56")
	s.Frame(400, 380, 560, 420, 1)
	return s
}

func degrade(t *testing.T, d Degradation, sheets int) []Picture {
	t.Helper()
	pile := []*page.Sheet{letter(), letter()}[:sheets]
	out, err := NewPress().Degrade(rand.New(rand.NewPCG(7, 1)), pile, d, "Mar 09 2024")
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// coverage is the share of the page that is darker than half.
func coverage(t *testing.T, p Picture) float64 {
	t.Helper()
	n := 0
	black := func(x, y int) bool { return p.Bits.Black(x, y) }
	if p.Bits == nil {
		black = decoded(t, p)
	}
	const step = 3
	for y := 0; y < p.H; y += step {
		for x := 0; x < p.W; x += step {
			if black(x, y) {
				n++
			}
		}
	}
	return float64(n*step*step) / float64(p.W*p.H)
}

// decoded says of each pixel of a JPEG whether it is darker than half.
func decoded(t *testing.T, p Picture) func(x, y int) bool {
	t.Helper()
	m, err := jpeg.Decode(bytes.NewReader(p.JPEG))
	if err != nil {
		t.Fatal(err)
	}
	if m.Bounds().Dx() != p.W || m.Bounds().Dy() != p.H {
		t.Errorf("the JPEG is %v, not %d x %d", m.Bounds(), p.W, p.H)
	}
	return func(x, y int) bool {
		g, _, _, _ := m.At(x, y).RGBA()
		return g < 1<<15
	}
}

// Every degradation gives a page of letter size with ink on it, and the same one
// for the same seed.
func TestDegradations(t *testing.T) {
	if n := len(Degradations()); n != len(Kinds)*Strengths || len(values) != len(Kinds) {
		t.Fatalf("%d degradations of %d kinds, %d with values", n, len(Kinds), len(values))
	}
	for _, d := range Degradations() {
		t.Run(d.String(), func(t *testing.T) {
			pages := degrade(t, d, 1)
			again := pages
			if d.Strength == 3 {
				again = degrade(t, d, 1)
			}
			for i, p := range pages {
				if p.Bits != nil && !bytes.Equal(p.Bits.Bits, again[i].Bits.Bits) || !bytes.Equal(p.JPEG, again[i].JPEG) {
					t.Errorf("page %d differs between two runs", i+1)
				}
				w, h := p.size()
				if w > h {
					w, h = h, w
					if d.Kind != Sideways {
						t.Error("lies on its side")
					}
				}
				if w < 570 || w > 613 || h < 750 || h > 822 {
					t.Errorf("page %d is %.0f x %.0f points", i+1, w, h)
				}
				if c := coverage(t, p); c > 0.2 || c < 0.0005 && (d.Kind != Contrast || p.Bits != nil) {
					t.Errorf("%.2f %% of page %d is black", 100*c, i+1)
				}
			}
		})
	}
}

func TestTurnedSheets(t *testing.T) {
	tall := func(p Picture) bool { return p.H > p.W }
	for strength, want := range map[int][2]bool{1: {true, false}, 2: {false, true}, 3: {false, false}} {
		pages := degrade(t, Degradation{Sideways, strength}, 2)
		if tall(pages[0]) != want[0] || tall(pages[1]) != want[1] {
			t.Errorf("strength %d: %d x %d and %d x %d", strength, pages[0].W, pages[0].H, pages[1].W, pages[1].H)
		}
	}
	l := &leaf{gray: upright(3, 2, func(x, y int) byte { return byte(1 + x + 3*y) }), dpi: DPI}
	first := bytes.Clone(l.gray.Pix)
	l.turn()
	if got := l.gray.Pix; !bytes.Equal(got, []byte{3, 6, 2, 5, 1, 4}) {
		t.Errorf("a quarter to the left: %v", got)
	}
	l.turn()
	l.turn()
	l.turn()
	if !bytes.Equal(l.gray.Pix, first) {
		t.Errorf("four quarters: %v", l.gray.Pix)
	}
}
