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
	minSkew     = 0.3 // degrees: less does no harm
	skewConf    = 3.0 // leptonica's own limit for trusting an angle
	orientConf  = 8.0 // leptonica's defaults for trusting an orientation
	orientRatio = 2.5
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
	b := C.black(p.pix)
	if b == nil {
		return Turn{}
	}
	defer C.pixDestroy(&b)
	t := Turn{Degrees: skew(b)}
	level := b
	if t.Degrees != 0 {
		if level = rotate(b, t.Degrees); level == nil {
			return t
		}
		defer C.pixDestroy(&level)
	}
	if t.Quarters = quarters(level); t.Quarters%2 == 0 {
		return t
	}
	// Skew can't be seen on lines that run upwards.
	t.Degrees = 0
	if turned := C.pixRotateOrth(b, C.l_int32(t.Quarters)); turned != nil {
		t.Degrees = skew(turned)
		C.pixDestroy(&turned)
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

func rotate(p *C.PIX, degrees float64) *C.PIX {
	return C.pixRotate(p, C.l_float32(degrees*math.Pi/180), C.L_ROTATE_AREA_MAP, C.L_BRING_IN_WHITE, 0, 0)
}

func skew(b *C.PIX) float64 {
	var angle, conf C.l_float32
	if C.pixFindSkew(b, &angle, &conf) != 0 || conf < skewConf || math.Abs(float64(angle)) < minSkew {
		return 0
	}
	return float64(angle)
}

func quarters(b *C.PIX) int {
	var up, left C.l_float32
	var orient C.l_int32
	if C.pixOrientDetect(b, &up, &left, 0, 0) != 0 || C.makeOrientDecision(up, left, orientConf, orientRatio, &orient, 0) != 0 {
		return 0
	}
	switch orient {
	case C.L_TEXT_ORIENT_LEFT:
		return 1
	case C.L_TEXT_ORIENT_DOWN:
		return 2
	case C.L_TEXT_ORIENT_RIGHT:
		return 3
	}
	return 0
}
