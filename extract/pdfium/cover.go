package pdfium

import (
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/requests"

	"noticed"
)

const (
	// coverShare is how much of the page pictures must fill to be a scan of it.
	coverShare = 0.7
	// maxObjects bounds the walk over a page's objects.
	maxObjects = 20000
)

// cover is what pictures hide. Some scanners draw the recognised text visibly and
// lay the scan over it; some hands lay another amount over the one that is
// printed.
type cover struct {
	full     bool // pictures fill the page
	pictures []layered
	texts    []layered
}

// layered is an object and how late it is drawn.
type layered struct {
	z   int
	box noticed.Box
}

func (l layered) has(x, y float64) bool {
	return x >= l.box[0] && x <= l.box[2] && y >= l.box[1] && y <= l.box[3]
}

// hides tells whether a character lies under a picture. Where no text object is
// known at the place, it does not.
func (c cover) hides(b noticed.Box) bool {
	if len(c.pictures) == 0 {
		return false
	}
	x, y, z := b.MidX(), b.MidY(), -1
	for _, t := range c.texts {
		if t.has(x, y) {
			z = t.z
		}
	}
	for _, p := range c.pictures {
		if z >= 0 && p.z > z && p.has(x, y) {
			return true
		}
	}
	return false
}

// cover walks the page's objects in the order they are drawn.
func (d *Document) cover(i int) cover {
	var c cover
	n, err := d.inst.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: d.page(i)})
	if err != nil {
		return c
	}
	up, err := d.upright(i)
	if err != nil {
		return c
	}
	var filled float64
	for k := range min(n.Count, maxObjects) {
		o, err := d.inst.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: d.page(i), Index: k})
		if err != nil {
			continue
		}
		t, err := d.inst.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: o.PageObject})
		if err != nil || t.Type == enums.FPDF_PAGEOBJ_PATH || t.Type == enums.FPDF_PAGEOBJ_SHADING {
			continue
		}
		b, err := d.inst.FPDFPageObj_GetBounds(&requests.FPDFPageObj_GetBounds{PageObject: o.PageObject})
		if err != nil {
			continue
		}
		l := layered{k, up.Box(float64(b.Left), float64(b.Bottom), float64(b.Right), float64(b.Top))}
		if t.Type != enums.FPDF_PAGEOBJ_IMAGE {
			c.texts = append(c.texts, l)
			continue
		}
		c.pictures = append(c.pictures, l)
		if in := clip(l.box); in.Width() > 0 && in.Height() > 0 {
			filled += in.Width() * in.Height()
		}
	}
	c.full = filled >= coverShare
	return c
}

// clip cuts a box to the page.
func clip(b noticed.Box) noticed.Box {
	for k := range b {
		b[k] = min(max(b[k], 0), 1)
	}
	return b
}
