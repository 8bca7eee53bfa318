package scan

import (
	"bytes"
	"image"
	"image/jpeg"
	"math"
	"math/rand/v2"
	"slices"
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

func degrade(t *testing.T, d Damage, sheets int) []Picture {
	t.Helper()
	pile := Pile{Sheets: []*page.Sheet{letter(), letter()}[:sheets], Received: "Mar 09 2024"}
	out, _, err := NewPress().Degrade(rand.New(rand.NewPCG(7, 1)), pile, d)
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
	if n := len(Degradations()); n != len(Kinds)*Strengths || len(values) != len(Kinds)+1 {
		t.Fatalf("%d degradations of %d kinds, %d with values", n, len(Kinds), len(values))
	}
	seen := map[Kind][][]byte{}
	for _, d := range Degradations(append(slices.Clone(Kinds), Photo)...) {
		if d.Strength == 2 { // between the two
			continue
		}
		t.Run(d.String(), func(t *testing.T) {
			pages := degrade(t, Damage{d}, 1)
			again := pages
			if d.Strength == 3 {
				again = degrade(t, Damage{d}, 1)
			}
			turned := d.Kind == Inverted || d.Kind == Sideways // one sheet is the first, the last and all
			for i, p := range pages {
				data := p.JPEG
				if p.Bits != nil {
					data = p.Bits.Bits
				}
				if !turned && slices.ContainsFunc(seen[d.Kind], func(b []byte) bool { return bytes.Equal(b, data) }) {
					t.Error("is the same at another strength")
				}
				seen[d.Kind] = append(seen[d.Kind], data)
				if p.Bits != nil && !bytes.Equal(p.Bits.Bits, again[i].Bits.Bits) || !bytes.Equal(p.JPEG, again[i].JPEG) {
					t.Errorf("page %d differs between two runs", i+1)
				}
				w, h := p.size()
				if w > h {
					w, h = h, w
					if d.Kind != Sideways && d.Kind != Photo {
						t.Error("lies on its side")
					}
				}
				most, ground := 0.2, 1.0
				if d.Kind == Photo { // the ground around the sheet
					most, ground = 0.5, 1.35
				}
				if w < 570 || w > 613*ground || h < 750 || h > 822*ground {
					t.Errorf("page %d is %.0f x %.0f points", i+1, w, h)
				}
				if c := coverage(t, p); c > most || c < 0.0005 && (d.Kind != Contrast || p.Bits != nil) {
					t.Errorf("%.2f %% of page %d is black", 100*c, i+1)
				}
			}
		})
	}
}

// The parameters of each kind go one way from strength to strength, and what is
// done to the paper is more of it.
func TestStrengthsAreOrdered(t *testing.T) {
	for k, v := range values {
		if k == Ink { // right, thin and bold
			continue
		}
		up := v[0] <= v[1] && v[1] <= v[2]
		down := v[0] >= v[1] && v[1] >= v[2]
		if !up && !down || v[0] == v[2] {
			t.Errorf("%s: %v", k, v)
		}
	}
	p := NewPress()
	for _, k := range []Kind{Fold, Stamp, Handwriting, Coffee, Shadow} {
		var done [Strengths]float64
		for i := range done {
			for seed := range uint64(3) {
				d := Degradation{k, i + 1}
				s := letter()
				l := &leaf{gray: p.draw(s), r: rand.New(rand.NewPCG(seed, 2)), dpi: DPI, see: Damage{d}.setting(rand.New(rand.NewPCG(1, 1))).sight()}
				clean := bytes.Clone(l.gray.Pix)
				p.soil(l, s, 0, Damage{d}, "Mar 09 2024")
				l.spoil(Damage{d})
				for o, v := range l.gray.Pix {
					done[i] += math.Abs(float64(v) - float64(clean[o]))
				}
			}
		}
		if done[0] < 1000 || done[0] >= done[1] || done[1] >= done[2] {
			t.Errorf("%s changes the paper by %.0f", k, done)
		}
	}
}

// A sheet seen from aslant has corners that are further off its edges the
// stronger it is, and none of it leaves the picture of a photo.
func TestTrapezoid(t *testing.T) {
	for seed := range uint64(40) {
		l := &leaf{r: rand.New(rand.NewPCG(seed, 3))}
		c := l.trapezoid(0, 0, 600, 800, 0.08, 0)
		m := quad(600, 800, c)
		for i, p := range [4][2]float64{{0, 0}, {600, 0}, {600, 800}, {0, 800}} {
			x, y := m.at(p[0], p[1])
			if math.Hypot(x-c[i][0], y-c[i][1]) > 1e-6 || x < -1e-6 || y < -1e-6 || x > 600.001 || y > 800.001 {
				t.Errorf("corner %d comes to %.3f,%.3f, want %v", i, x, y, c[i])
			}
			if u, v := m.inverse().at(x, y); math.Hypot(u-p[0], v-p[1]) > 1e-6 {
				t.Errorf("and back to %.3f,%.3f", u, v)
			}
		}
		top, foot := c[1][0]-c[0][0], c[2][0]-c[3][0]
		if math.Abs(math.Abs(top-foot)-48) > 1e-6 {
			t.Errorf("top %.1f, foot %.1f", top, foot)
		}
	}
}

// What project sees straight on is the paper itself.
func TestProject(t *testing.T) {
	p := NewPress()
	paper := p.draw(letter())
	kept := bytes.Clone(paper.Pix)
	got := image.NewGray(paper.Rect)
	project(paper, matrix{1, 0, 0, 0, 1, 0, 0, 0, 1}, got, 255, func(int, int) byte { return 255 })
	if !bytes.Equal(got.Pix, kept) {
		t.Error("the picture differs from the paper")
	}
}

func TestTurnedSheets(t *testing.T) {
	tall := func(p Picture) bool { return p.H > p.W }
	for strength, want := range map[int][2]bool{1: {true, false}, 2: {false, true}, 3: {false, false}} {
		pages := degrade(t, Damage{{Sideways, strength}}, 2)
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

// A photo by itself says which side is up; one of several lies upright.
func TestExif(t *testing.T) {
	p := NewPress()
	seen := map[int]bool{}
	for seed := range uint64(5) {
		pages, _, err := p.Degrade(rand.New(rand.NewPCG(seed+10, 4)), Pile{Sheets: []*page.Sheet{letter()}}, Damage{{Photo, 3}})
		if err != nil {
			t.Fatal(err)
		}
		one := pages[0]
		seen[one.Orientation] = true
		if lies := one.Orientation == 6 || one.Orientation == 8; lies != (one.W > one.H) {
			t.Errorf("orientation %d of %d x %d", one.Orientation, one.W, one.H)
		}
		file := one.Exif()
		if !bytes.Equal(file[6:12], []byte("Exif\x00\x00")) || file[31] != byte(one.Orientation) {
			t.Errorf("the note is % x", file[:40])
		}
		if m, err := jpeg.DecodeConfig(bytes.NewReader(file)); err != nil || m.Width != one.W {
			t.Errorf("%v, %v", m, err)
		}
	}
	if len(seen) < 3 {
		t.Errorf("orientations %v", seen)
	}
	if pages := degrade(t, Damage{{Photo, 1}}, 2); pages[0].Orientation != 0 || pages[0].W > pages[0].H {
		t.Errorf("orientation %d of %d x %d", pages[0].Orientation, pages[0].W, pages[0].H)
	}
}
