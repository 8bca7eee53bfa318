// Package format tells by their bytes what a file is: never by its name.
// It is a leaf: ingest uses it at the door, extract behind it.
package format

// Format is a kind of file.
type Format string

// The formats noticed reads, and Unknown for all others.
const (
	Unknown Format = ""
	PDF     Format = "pdf"
	TIFF    Format = "tiff"
	PNG     Format = "png"
	JPEG    Format = "jpeg"
)
