// Package format tells by their bytes what a file is: never by its name.
// It is a leaf: ingest uses it at the door, extract behind it.
package format

import "bytes"

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

// headerReach is how far into a file the %PDF header may stand: readers have
// accepted a first kilobyte of junk since Acrobat did.
const headerReach = 1024

// Sniff tells what the bytes are by their signature. It does not promise that
// they can be read. A container that holds a PDF within its first kilobyte (a
// ZIP archive, say) is the container.
func Sniff(data []byte) Format {
	switch {
	case bytes.HasPrefix(data, []byte("%PDF-")):
		return PDF
	case bytes.HasPrefix(data, []byte("II*\x00")), bytes.HasPrefix(data, []byte("MM\x00*")),
		bytes.HasPrefix(data, []byte("II+\x00\x08\x00")), bytes.HasPrefix(data, []byte("MM\x00+\x00\x08")):
		return TIFF
	case bytes.HasPrefix(data, []byte("\x89PNG\r\n\x1a\n")):
		return PNG
	case bytes.HasPrefix(data, []byte("\xff\xd8\xff")):
		return JPEG
	case foreign(data) != "":
		return Unknown
	case bytes.Contains(data[:min(len(data), headerReach)], []byte("%PDF-")):
		return PDF
	}
	return Unknown
}

// MIME is the media type of the format.
func (f Format) MIME() string {
	switch f {
	case PDF:
		return "application/pdf"
	case TIFF:
		return "image/tiff"
	case PNG:
		return "image/png"
	case JPEG:
		return "image/jpeg"
	}
	return "application/octet-stream"
}

// Extension is the usual end of a file name of the format, with its dot.
func (f Format) Extension() string {
	switch f {
	case PDF:
		return ".pdf"
	case TIFF:
		return ".tif"
	case PNG:
		return ".png"
	case JPEG:
		return ".jpg"
	}
	return ".bin"
}

// String is the name of the format as a person says it.
func (f Format) String() string {
	switch f {
	case PDF:
		return "PDF"
	case TIFF:
		return "TIFF"
	case PNG:
		return "PNG"
	case JPEG:
		return "JPEG"
	}
	return "unknown"
}
