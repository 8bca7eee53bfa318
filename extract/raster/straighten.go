package raster

/*
#include <leptonica/allheaders.h>

static PIX *black(PIX *p) {
	PIX *b = NULL;
	if (pixGetDepth(p) == 1) return pixClone(p);
	// one tile: a global Otsu threshold
	if (pixOtsuAdaptiveThreshold(p, pixGetWidth(p), pixGetHeight(p), 0, 0, 0.1f, NULL, &b)) return NULL;
	return b;
}
*/
import "C"

import (
	"fmt"
	"math"
)

const (
	minSkew  = 0.3 // degrees: less does no harm
	skewConf = 3.0 // leptonica's own limit for trusting an angle
	// lines that run across must stand out this much more than lines that run
	// down for the page to lie on its side, and the other way round.
	sidewaysScore = 1.5
	// upConf is how sure leptonica must be that a page stands on its head. It
	// counts ascenders and descenders at the size they have at upDPI.
	upConf = 5.0
	upDPI  = 150
)

// Turn is how a picture is brought upright: quarter turns clockwise first, then
// degrees clockwise.
type Turn struct {
	Quarters int
	Degrees  float64
}

// Tilt finds out how the picture must be turned for its text to run level and
// stand upright, as far as leptonica is sure of it.
func (p *Picture) Tilt() Turn {
	b := p.blackAndWhite()
	if b == nil {
		return Turn{}
	}
	defer C.pixDestroy(&b)
	across := findSkew(b)
	turned := C.pixRotateOrth(b, 1)
	if turned == nil {
		return Turn{}
	}
	defer C.pixDestroy(&turned)
	t, level := Turn{Degrees: across.degrees()}, b
	if down := findSkew(turned); down.score > sidewaysScore*across.score {
		t, level = Turn{Quarters: 1, Degrees: down.degrees()}, turned
	}
	up := upness(level, t.Degrees, p.dpi)
	// A page on its side must be turned one way or the other; one that may stand
	// already must not be turned without need.
	if t.Quarters == 1 && up < 0 || t.Quarters == 0 && up < -upConf {
		t.Quarters += 2
	}
	return t
}

// Apply turns the picture.
func (p *Picture) Apply(t Turn) error {
	if t.Quarters != 0 {
		if err := p.replace(C.pixRotateOrth(p.pix, C.l_int32(t.Quarters))); err != nil {
			return fmt.Errorf("turning a page: %w", err)
		}
	}
	if t.Degrees != 0 {
		if err := p.replace(rotate(p.pix, t.Degrees)); err != nil {
			return fmt.Errorf("levelling a page: %w", err)
		}
	}
	return nil
}

// blackAndWhite is the picture in black and white, for the caller to destroy;
// nil if it can't be had.
func (p *Picture) blackAndWhite() *C.PIX { return C.black(p.pix) }

func rotate(p *C.PIX, degrees float64) *C.PIX {
	return C.pixRotate(p, C.l_float32(degrees*math.Pi/180), C.L_ROTATE_AREA_MAP, C.L_BRING_IN_WHITE, 0, 0)
}

// lean is how far the lines of a picture lean, and how well they stand out.
type lean struct{ angle, conf, score C.l_float32 }

func findSkew(b *C.PIX) lean {
	var l lean
	// The reductions, range and steps are those of pixFindSkew.
	if C.pixFindSkewSweepAndSearchScore(b, &l.angle, &l.conf, &l.score, 4, 2, 0, 7, 1, 0.01) != 0 {
		return lean{}
	}
	return l
}

func (l lean) degrees() float64 {
	if d := float64(l.angle); l.conf >= skewConf && math.Abs(d) >= minSkew {
		return d
	}
	return 0
}

// upness is how sure it is that the text stands upright; negative if it stands
// on its head.
func upness(b *C.PIX, degrees, dpi float64) float64 {
	level := rotate(b, degrees)
	if level == nil {
		return 0
	}
	defer C.pixDestroy(&level)
	f := C.l_float32(min(upDPI/dpi, 1)) // a page metres wide is drawn coarsely: enlarging it would fill the memory
	small := C.pixScale(level, f, f)
	if small == nil {
		return 0
	}
	defer C.pixDestroy(&small)
	var conf C.l_float32
	if C.pixUpDownDetect(small, &conf, 0, 0, 0) != 0 {
		return 0
	}
	return float64(conf)
}
