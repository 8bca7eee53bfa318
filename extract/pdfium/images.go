package pdfium

import (
	"fmt"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"noticed"
)

// Image is a picture on a page, as the file has it.
type Image struct {
	Box           noticed.Box // in fractions of the upright page
	Width, Height int         // pixels
	Bits          int         // of a pixel
	Filters       []string    // by which its data are packed, outermost first: DCTDecode, say

	doc *Document
	obj references.FPDF_PAGEOBJECT
}

// Images are the pictures that lie on page i (from 0) itself and fill at least
// share of it. They are good until the document is closed or restarted.
func (d *Document) Images(i int, share float64) ([]Image, error) {
	fail := func(err error) ([]Image, error) {
		return nil, fmt.Errorf("looking for the pictures of page %d: %w", i+1, err)
	}
	n, err := d.inst.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: d.page(i)})
	if err != nil {
		return fail(err)
	}
	up, err := d.upright(i)
	if err != nil {
		return fail(err)
	}
	var images []Image
	for k := range min(n.Count, maxObjects) {
		o, err := d.inst.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: d.page(i), Index: k})
		if err != nil {
			continue
		}
		t, err := d.inst.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: o.PageObject})
		if err != nil || t.Type != enums.FPDF_PAGEOBJ_IMAGE {
			continue
		}
		b, err := d.inst.FPDFPageObj_GetBounds(&requests.FPDFPageObj_GetBounds{PageObject: o.PageObject})
		if err != nil {
			continue
		}
		box := clip(up.Box(float64(b.Left), float64(b.Bottom), float64(b.Right), float64(b.Top)))
		if box.Width()*box.Height() < share {
			continue
		}
		images = append(images, d.image(i, o.PageObject, box))
	}
	return images, nil
}

func (d *Document) image(i int, obj references.FPDF_PAGEOBJECT, box noticed.Box) Image {
	m := Image{Box: box, doc: d, obj: obj}
	if meta, err := d.inst.FPDFImageObj_GetImageMetadata(&requests.FPDFImageObj_GetImageMetadata{ImageObject: obj, Page: d.page(i)}); err == nil {
		x := meta.ImageMetadata
		m.Width, m.Height, m.Bits = int(x.Width), int(x.Height), int(x.BitsPerPixel) // PDFium keeps them in 32 bits
	}
	if n, err := d.inst.FPDFImageObj_GetImageFilterCount(&requests.FPDFImageObj_GetImageFilterCount{ImageObject: obj}); err == nil {
		for k := range n.Count {
			f, err := d.inst.FPDFImageObj_GetImageFilter(&requests.FPDFImageObj_GetImageFilter{ImageObject: obj, Index: k})
			if err == nil {
				m.Filters = append(m.Filters, f.ImageFilter)
			}
		}
	}
	return m
}

// Filter is the innermost filter, which knows what a picture is; empty if there
// is none.
func (m Image) Filter() string {
	if len(m.Filters) == 0 {
		return ""
	}
	return m.Filters[len(m.Filters)-1]
}

// Packed are the data as the file has them.
func (m Image) Packed() ([]byte, error) {
	r, err := m.doc.inst.FPDFImageObj_GetImageDataRaw(&requests.FPDFImageObj_GetImageDataRaw{ImageObject: m.obj})
	if err != nil {
		return nil, fmt.Errorf("taking out a picture: %w", err)
	}
	return r.Data, nil
}

// Unpacked are the data with all filters undone that are not those of pictures.
func (m Image) Unpacked() ([]byte, error) {
	r, err := m.doc.inst.FPDFImageObj_GetImageDataDecoded(&requests.FPDFImageObj_GetImageDataDecoded{ImageObject: m.obj})
	if err != nil {
		return nil, fmt.Errorf("taking out a picture: %w", err)
	}
	return r.Data, nil
}

// Decodes is whether PDFium can make anything of the picture.
func (m Image) Decodes() bool {
	b, err := m.doc.inst.FPDFImageObj_GetBitmap(&requests.FPDFImageObj_GetBitmap{ImageObject: m.obj})
	if err != nil {
		return false
	}
	_, err = m.doc.inst.FPDFBitmap_Destroy(&requests.FPDFBitmap_Destroy{Bitmap: b.Bitmap})
	return err == nil
}
