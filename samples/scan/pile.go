package scan

import (
	"fmt"
	"image"
	"math/rand/v2"

	"noticed/samples/page"
)

// Pile is what lies on the scanner, or on the table of a photographer.
type Pile struct {
	Sheets   []*page.Sheet
	Received string  // the date a RECEIVED stamp or the head line of a fax shows
	Values   []Value // what a person must be able to read of it
}

// setting is how a pile is scanned: what its damage draws once for all sheets.
type setting struct {
	Damage

	tone      tone
	threshold int
	quality   int
	x, y      int // dots and lines an inch
	turn      int // quarters to the left of a sheet on its side
	ground    ground
	exif      bool // a note says how the picture is turned: it is a file of its own
}

func (d Damage) setting(r *rand.Rand) setting {
	tones := d.tones()
	s := setting{Damage: d, tone: tones[r.IntN(len(tones))], threshold: 110 + r.IntN(50), quality: 60 + r.IntN(30), x: DPI, y: DPI, turn: 1 + 2*r.IntN(2)}
	for _, x := range d {
		switch v := x.value(); x.Kind {
		case Resolution:
			s.x, s.y = int(v), int(v)
		case Fax:
			s.x, s.y = 204, int(v)
		case Ink:
			s.threshold = int(v)
		case Blur: // a scanner lets its threshold follow what it sees
			s.threshold = 130 + int(30*v)
		case Squeezed:
			s.quality = int(v)
		case Photo:
			s.x, s.y = int(v), int(v)
			s.quality = []int{88, 80, 68}[x.Strength-1]
			s.ground = drawGround(r)
		}
	}
	return s
}

// Degrade scans or photographs a pile of sheets. Black and white and JPEG never
// mix in one pile. It also says why a person could not read all the values of
// the pile, or "".
func (p *Press) Degrade(r *rand.Rand, pile Pile, d Damage) (pages []Picture, illegible string, err error) {
	s := d.setting(r)
	_, photo := d.Of(Photo)
	s.exif = photo && len(pile.Sheets) == 1
	p.Resolve(s.x)
	defer p.Resolve(DPI)
	e := newEye(pile.Values)
	for i, sheet := range pile.Sheets {
		if _, is := d.Of(Fax); is {
			sheet = faxed(sheet, i+1, len(pile.Sheets), pile.Received)
		}
		w := DrawWear(r)
		l := &leaf{gray: p.draw(sheet), r: r, dpi: float64(s.x), see: s.sight()}
		p.soil(l, sheet, i, d, pile.Received)
		onto := l.shoot(s, w)
		l.spoil(d)
		e.look(p, l, sheet, i, onto)
		quarters, orientation := d.quarters(s.turn, i, len(pile.Sheets)), 0
		if s.exif {
			quarters = []int{0, 0, 1, 2, 3}[r.IntN(5)]
			orientation = []int{1, 6, 3, 8}[quarters]
		}
		for range quarters {
			l.turn()
		}
		if s.x != s.y {
			l.lines(float64(s.y) / float64(s.x))
		}
		pic, err := l.picture(s.tone, s.threshold, s.quality, w.Specks/3)
		if err != nil {
			return nil, "", fmt.Errorf("scanning sheet %d with %s: %w", i+1, d, err)
		}
		pic.DPIX, pic.DPIY, pic.Orientation = float64(s.x), float64(s.y), orientation
		pages = append(pages, pic)
	}
	return pages, e.fault(), nil
}

// quarters says how far a sheet is turned, in quarters to the left.
func (d Damage) quarters(turn, sheet, of int) int {
	for _, x := range d {
		hit := x.Strength == 3 || x.Strength == 2 && sheet == 0 || x.Strength == 1 && sheet == of-1
		switch {
		case x.Kind == Inverted && hit:
			return 2
		case x.Kind == Sideways && hit:
			return turn
		}
	}
	return 0
}

// sight is what the damage leaves for the eye all over a sheet.
func (s setting) sight() sight {
	see := sight{dpi: float64(min(s.x, s.y)), contrast: 1, white: 1, bilevel: s.tone == bilevel, colored: s.tone == colored, threshold: float64(s.threshold), quality: s.quality}
	if s.tone == bilevel {
		see.quality = 0
	}
	for _, x := range s.Damage {
		switch v := x.value(); x.Kind {
		case Noise:
			see.noise, see.white = v, (245-v/3)/255
		case Salt:
			see.grains = v
		case Blur:
			see.blur = v / DPI
		case Contrast:
			see.contrast = v
		case Photo:
			see.blur, see.noise = photoBlur[x.Strength-1]/DPI, photoNoise[x.Strength-1]
			see.white = photoWhite / 255.
			see.contrast = see.white
		}
	}
	return see
}

// soil does to the paper what is done before it is scanned.
func (p *Press) soil(l *leaf, s *page.Sheet, number int, d Damage, received string) {
	for _, x := range d {
		switch x.Kind {
		case Fold:
			l.fold(int(x.value()))
		case Stamp:
			if number == 0 {
				p.stamp(l, s, x.Strength, received)
			}
		case Handwriting:
			p.write(l, s, number, x)
		case Coffee:
			l.coffee(s, number, x)
		}
	}
}

// shoot takes the picture of the paper, and returns where on it each point of
// the paper comes.
func (l *leaf) shoot(s setting, w Wear) matrix {
	if x, is := s.Of(Photo); is {
		return l.photo(x, s.ground)
	}
	scale := l.dpi / 72
	width, height := int(w.Width*scale), int(w.Height*scale)
	if x, is := s.Of(Perspective); is {
		return l.aslant(x.value(), width, height)
	}
	if x, is := s.Of(Skew); is {
		w.Angle = x.value() * []float64{-1, 1}[l.r.IntN(2)] * (0.9 + l.r.Float64()*0.2)
	}
	paper := l.gray
	l.gray = image.NewGray(image.Rect(0, 0, width, height))
	whiten(l.gray)
	sample(paper, w, scale, width, height, func(x, y, v int) { l.gray.Pix[y*l.gray.Stride+x] = byte(v) })
	back := w.from(scale, width, height)
	if l.hues != nil {
		l.hues = nearest(l.hues, back, width, height, func(int, int) byte { return paperHue })
	}
	return back.inverse()
}

// aslant is how a camera above the table sees the sheet: a trapezoid on white or
// on something dark.
func (l *leaf) aslant(share float64, width, height int) matrix {
	paper := l.gray
	w, h := float64(paper.Rect.Dx()), float64(paper.Rect.Dy())
	onto := quad(w, h, l.trapezoid((float64(width)-w)/2, (float64(height)-h)/2, w, h, share, l.r.Float64()*2-1))
	around := byte(255)
	if l.r.IntN(2) == 0 {
		around = byte(30 + l.r.IntN(70))
	}
	l.gray = image.NewGray(image.Rect(0, 0, width, height))
	back := onto.inverse()
	project(paper, back, l.gray, 255, func(int, int) byte { return around })
	if l.hues != nil {
		l.hues = nearest(l.hues, back, width, height, func(int, int) byte { return paperHue })
	}
	return onto
}

// spoil does to the picture what happens on the way to the file.
func (l *leaf) spoil(d Damage) {
	for _, k := range []Kind{Contrast, Shadow, Blur, Noise, Salt, Fax, Border, Crop} {
		x, is := d.Of(k)
		if !is {
			continue
		}
		v := x.value()
		switch k {
		case Contrast:
			l.fade(v)
			l.noise(3)
		case Shadow:
			l.dark = l.shadow(v)
			l.dark.shine(l.gray, l.random(), 2)
		case Blur:
			l.blur(v)
		case Noise:
			l.noise(v)
		case Salt:
			l.salt(v)
		case Fax:
			if x.Strength == 3 {
				l.loseLines()
			}
		case Border:
			l.border(v)
		case Crop:
			l.crop(v)
		}
	}
}
