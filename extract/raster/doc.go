// Package raster makes pictures of pages that Tesseract reads well: decoded,
// with square pixels, at a sensible resolution, without ink of a colour, clean, straight and
// the right way up; of a photo the sheet alone, in even light.
//
// The pictures live in leptonica, which Tesseract links anyway: it reads every
// compression of TIFF there is, and is several times quicker at JPEG than the
// standard library. It is C and reads strangers' bytes, so it belongs into the
// sandbox's child.
package raster

/*
#cgo pkg-config: lept
*/
import "C"
