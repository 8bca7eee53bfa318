package pdfium

import (
	"fmt"
	"math"

	"github.com/klippa-app/go-pdfium/requests"

	"noticed"
)

// Upright maps PDF user space (points, y up, unrotated) to fractions of the
// upright page (y down, /Rotate and the crop box applied).
type Upright struct {
	xx, xy, x0 float64 // x = xx*px + xy*py + x0
	yx, yy, y0 float64
}

// Point maps a point.
func (u Upright) Point(px, py float64) (x, y float64) {
	return u.xx*px + u.xy*py + u.x0, u.yx*px + u.yy*py + u.y0
}

// Box maps a rectangle, whichever way it is turned.
func (u Upright) Box(left, bottom, right, top float64) noticed.Box {
	x1, y1 := u.Point(left, bottom)
	x2, y2 := u.Point(right, top)
	return noticed.Box{math.Min(x1, x2), math.Min(y1, y2), math.Max(x1, x2), math.Max(y1, y2)}
}

// Turned is whether lines of text that run along the x axis of user space run
// up or down the upright page.
func (u Upright) Turned() bool { return math.Abs(u.xx) < math.Abs(u.xy) }

// upright asks PDFium where three points come to lie, rather than knowing the
// rules of boxes and rotation a second time.
func (d *Document) upright(i int) (Upright, error) {
	const device, span = 100_000_000, 1000
	at := func(px, py float64) (x, y float64, err error) {
		r, err := d.inst.FPDF_PageToDevice(&requests.FPDF_PageToDevice{Page: d.page(i), SizeX: device, SizeY: device, PageX: px, PageY: py})
		if err != nil {
			return 0, 0, fmt.Errorf("placing page %d: %w", i+1, err)
		}
		return float64(r.DeviceX) / device, float64(r.DeviceY) / device, nil
	}
	x0, y0, err := at(0, 0)
	if err != nil {
		return Upright{}, err
	}
	x1, y1, err := at(span, 0)
	if err != nil {
		return Upright{}, err
	}
	x2, y2, err := at(0, span)
	if err != nil {
		return Upright{}, err
	}
	return Upright{
		xx: (x1 - x0) / span, xy: (x2 - x0) / span, x0: x0,
		yx: (y1 - y0) / span, yy: (y2 - y0) / span, y0: y0,
	}, nil
}
