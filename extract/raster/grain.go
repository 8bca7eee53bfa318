package raster

/*
#include <leptonica/allheaders.h>

// boxesOf writes the boxes of the pieces of a picture, four numbers each, and returns
// how many there are, no more than most; -1 if it can't.
static int boxesOf(PIX *b, l_int32 *to, int most) {
	BOXA *boxes = pixConnCompBB(b, 8);
	if (!boxes) return -1;
	int n = boxaGetCount(boxes);
	if (n > most) n = most;
	for (int i = 0; i < n; i++)
		if (boxaGetBoxGeometry(boxes, i, to + 4 * i, to + 4 * i + 1, to + 4 * i + 2, to + 4 * i + 3)) n = -1;
	boxaDestroy(&boxes);
	return n;
}

// nearShare is the share of a picture that lies within reach of its pieces, or half as
// much above and below.
static float nearShare(PIX *b, int reach) {
	PIX *near = pixDilateBrick(NULL, b, 2 * reach + 1, reach + 1);
	l_float32 share = 0;
	if (near) pixForegroundFraction(near, &share);
	pixDestroy(&near);
	return share;
}

// within blackens on a mask what a picture has inside a box.
static int within(PIX *mask, PIX *b, int x, int y, int w, int h) {
	return pixRasterop(mask, x, y, w, h, PIX_DST | PIX_SRC, b, x, y);
}
*/
import "C"

import (
	"errors"
	"fmt"
	"image"
	"slices"
)

const (
	// strewn is how many lonely specks there are on a square inch of a page that is
	// strewn with grains. Dust leaves fewer than one.
	strewn = 3
	// broken is how many times as many small pieces there are among print than grains
	// where the print itself is broken.
	broken = 1.5
	// mostPieces is how many pieces a page may have for its grains to be told from its
	// print one by one: five times as many as the fullest page.
	mostPieces = 100_000
)

// What belongs to print stands where print has it, by the height of the letter beside it.
const (
	leastDot  = 0.11 // the side of a full stop, of a capital in a thin face
	dotGap    = 0.7  // how far from a letter its full stop is, typewritten
	baseline  = 0.12 // by how much letters and stops differ in where they stand
	hangs     = 0.3  // how deep a comma hangs below
	stemWidth = 0.5  // of an i or a j, of its height
	dotAbove  = 0.45 // how far above the stem its dot is
	colon     = 7    // how far apart the dots of a colon are, of their side
)

// Sift takes grains off a page that is strewn with them, close to the letters, too,
// where Despeckle does not reach: what is as small as a full stop stays only where a
// full stop, the dot of an i, a hyphen or an apostrophe stands. Where there is far more of it than
// grains on the paper between the lines, it is of letters that are broken, and stays.
// The page must be upright.
func (p *Picture) Sift() error {
	if p.strewn == 0 {
		return nil
	}
	b := p.blackAndWhite()
	if b == nil {
		return nil
	}
	defer C.pixDestroy(&b)
	size := max(int(speck*p.dpi+0.5), 1)
	small := upTo(b, C.int(size))
	if small == nil {
		return errors.New("taking grains off a page: out of memory")
	}
	defer C.pixDestroy(&small)
	large := C.pixSubtract(nil, b, small)
	grains := C.pixCreateTemplate(b)
	defer func() { C.pixDestroy(&large); C.pixDestroy(&grains) }()
	if large == nil || grains == nil {
		return errors.New("taking grains off a page: out of memory")
	}
	dots, letters := boxes(small), boxes(large)
	if dots == nil || letters == nil {
		return nil
	}
	grain := strays(dots, letters)
	near := float64(C.nearShare(large, C.int(speckReach*p.dpi+0.5)))
	expected := p.strewn * near / (1 - min(near, 0.9)) * float64(p.Width()) / p.dpi * float64(p.Height()) / p.dpi
	if float64(len(grain)) > broken*expected {
		return nil
	}
	for _, g := range grain {
		if C.within(grains, small, C.int(g.Min.X), C.int(g.Min.Y), C.int(g.Dx()), C.int(g.Dy())) != 0 {
			return errors.New("taking grains off a page: out of memory")
		}
	}
	if err := p.whiten(grains); err != nil {
		return fmt.Errorf("taking grains off a page: %w", err)
	}
	return nil
}

// boxes are those of the pieces of a picture; nil if there are none or far too many.
func boxes(b *C.PIX) []image.Rectangle {
	flat := make([]C.l_int32, 4*mostPieces)
	n := int(C.boxesOf(b, &flat[0], mostPieces))
	if n <= 0 || n == mostPieces {
		return nil
	}
	out := make([]image.Rectangle, n)
	for i := range out {
		v := flat[4*i : 4*i+4]
		out[i] = image.Rect(int(v[0]), int(v[1]), int(v[0]+v[2]), int(v[1]+v[3]))
	}
	return out
}

// strays are the dots that belong to no letter.
func strays(dots, letters []image.Rectangle) []image.Rectangle {
	near := newGrid(letters)
	other := newGrid(dots)
	stops := map[image.Rectangle]bool{}
	for _, d := range dots {
		stops[d] = slices.ContainsFunc(near.around(d), func(l image.Rectangle) bool { return stopOf(d, l) })
	}
	var out []image.Rectangle
	for _, d := range dots {
		if stops[d] || slices.ContainsFunc(near.around(d), func(l image.Rectangle) bool { return dotOf(d, l) || hyphenBeside(d, l) || quoteBeside(d, l) }) {
			continue
		}
		if slices.ContainsFunc(other.around(d), func(o image.Rectangle) bool { return stops[o] && overStop(d, o) }) {
			continue
		}
		out = append(out, d)
	}
	return out
}

func side(r image.Rectangle) int { return max(r.Dx(), r.Dy()) }

// share is a part of a length, in pixels, and at least one.
func share(part float64, of int) int { return max(int(part*float64(of)+0.5), 1) }

// beside is how far apart two boxes are across; negative where they overlap.
func beside(a, b image.Rectangle) int { return max(a.Min.X-b.Max.X, b.Min.X-a.Max.X) }

// stopOf says whether a dot stands beside a letter as a full stop or a comma does.
func stopOf(d, letter image.Rectangle) bool {
	h := letter.Dy()
	if gap := beside(d, letter); gap < 0 || gap > share(dotGap, h) || float64(side(d)) < leastDot*float64(h) {
		return false
	}
	below := d.Max.Y - letter.Max.Y
	if d.Dy() > d.Dx() && d.Min.Y < letter.Max.Y && below <= share(hangs, h) {
		return below >= -share(baseline, h)
	}
	return max(below, -below) <= share(baseline, h)
}

// dotOf says whether a dot stands above a letter as that of an i does.
func dotOf(d, letter image.Rectangle) bool {
	h := letter.Dy()
	gap := letter.Min.Y - d.Max.Y
	off := (d.Min.X+d.Max.X)/2 - (letter.Min.X+letter.Max.X)/2
	return gap >= 0 && gap <= share(dotAbove, h) && max(off, -off) <= share(0.25, h) &&
		float64(letter.Dx()) <= stemWidth*float64(h) && float64(side(d)) >= leastDot*float64(h)
}

// hyphenBeside says whether a low, wide piece stands beside the middle of a letter.
func hyphenBeside(d, letter image.Rectangle) bool {
	h := letter.Dy()
	gap := beside(d, letter)
	return 2*d.Dx() >= 3*d.Dy() && float64(d.Dx()) >= 0.2*float64(h) && gap >= 0 && gap <= share(dotGap, h) &&
		d.Min.Y > letter.Min.Y+h/4 && d.Max.Y < letter.Max.Y-h/8
}

// quoteBeside says whether a narrow, high piece stands beside the top of a letter as an
// apostrophe does.
func quoteBeside(d, letter image.Rectangle) bool {
	h := letter.Dy()
	gap, off := beside(d, letter), d.Min.Y-letter.Min.Y
	return 2*d.Dy() >= 3*d.Dx() && float64(d.Dy()) >= 0.18*float64(h) && gap >= 0 && gap <= share(dotGap, h) && max(off, -off) <= share(2*baseline, h)
}

// overStop says whether a dot is the upper one of a colon.
func overStop(d, stop image.Rectangle) bool {
	off := d.Min.X + d.Max.X - stop.Min.X - stop.Max.X
	gap := stop.Min.Y - d.Max.Y
	return max(off, -off) <= 3 && gap > 0 && gap <= colon*max(side(d), 2)
}

// grid finds boxes near a place.
type grid struct {
	cell int
	at   map[image.Point][]image.Rectangle
}

func newGrid(boxes []image.Rectangle) grid {
	const cell, most = 64, 1024 // pixels; a box that covers more than most is no letter
	g := grid{cell, map[image.Point][]image.Rectangle{}}
	for _, b := range boxes {
		if max(b.Dx(), b.Dy()) > most {
			continue
		}
		for x := b.Min.X / cell; x <= b.Max.X/cell; x++ {
			for y := b.Min.Y / cell; y <= b.Max.Y/cell; y++ {
				g.at[image.Pt(x, y)] = append(g.at[image.Pt(x, y)], b)
			}
		}
	}
	return g
}

// around are the boxes close to one, some of them twice.
func (g grid) around(b image.Rectangle) []image.Rectangle {
	const reach = 24 // pixels
	var out []image.Rectangle
	for x := (b.Min.X - reach) / g.cell; x <= (b.Max.X+reach)/g.cell; x++ {
		for y := (b.Min.Y - reach) / g.cell; y <= (b.Max.Y+reach)/g.cell; y++ {
			out = append(out, g.at[image.Pt(x, y)]...)
		}
	}
	return out
}
