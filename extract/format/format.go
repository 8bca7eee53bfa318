// Package format tells by their bytes what a file is: never by its name.
// It is a leaf: ingest uses it at the door, extract behind it.
package format

import (
	"bytes"
	"encoding/binary"
)

// Format is a kind of file.
type Format string

// The formats noticed reads, and Unknown for all others.
const (
	Unknown Format = ""
	PDF     Format = "pdf"
	TIFF    Format = "tiff"
	PNG     Format = "png"
	JPEG    Format = "jpeg"
	WebP    Format = "webp"
	BMP     Format = "bmp"
	GIF     Format = "gif"
	HEIC    Format = "heic" // read where the system has what decodes it
)

// Readable names the formats that are read, for people.
const Readable = "PDF, TIFF, PNG, JPEG, WebP, BMP, GIF or HEIC"

// kinds tells of each format its media type, the usual end of a file's name and
// how a person says it.
var kinds = map[Format]struct{ mime, extension, name string }{
	Unknown: {"application/octet-stream", ".bin", "unknown"},
	PDF:     {"application/pdf", ".pdf", "PDF"},
	TIFF:    {"image/tiff", ".tif", "TIFF"},
	PNG:     {"image/png", ".png", "PNG"},
	JPEG:    {"image/jpeg", ".jpg", "JPEG"},
	WebP:    {"image/webp", ".webp", "WebP"},
	BMP:     {"image/bmp", ".bmp", "BMP"},
	GIF:     {"image/gif", ".gif", "GIF"},
	HEIC:    {"image/heic", ".heic", "HEIC"},
}

// headerReach is how far into a file the %PDF header may stand: readers have
// accepted a first kilobyte of junk since Acrobat did.
const headerReach = 1024

// Sniff tells what the bytes are by their signature. It does not promise that
// they can be read. A container that holds a PDF within its first kilobyte (a
// ZIP archive, say) is the container.
func Sniff(data []byte) Format {
	if f := picture(data); f != Unknown {
		return f
	}
	switch {
	case bytes.HasPrefix(data, []byte("%PDF-")):
		return PDF
	case foreign(data) != "":
		return Unknown
	case bytes.Contains(data[:min(len(data), headerReach)], []byte("%PDF-")):
		return PDF
	}
	return Unknown
}

// picture tells which of the formats of pictures the bytes are.
func picture(data []byte) Format {
	switch {
	case bytes.HasPrefix(data, []byte("II*\x00")), bytes.HasPrefix(data, []byte("MM\x00*")),
		bytes.HasPrefix(data, []byte("II+\x00\x08\x00")), bytes.HasPrefix(data, []byte("MM\x00+\x00\x08")):
		return TIFF
	case bytes.HasPrefix(data, []byte("\x89PNG\r\n\x1a\n")):
		return PNG
	case bytes.HasPrefix(data, []byte("\xff\xd8\xff")):
		return JPEG
	case bytes.HasPrefix(data, []byte("GIF87a")), bytes.HasPrefix(data, []byte("GIF89a")):
		return GIF
	case len(data) >= 12 && string(data[:4]) == "RIFF" && string(data[8:12]) == "WEBP":
		return WebP
	case bytes.HasPrefix(data, []byte("BM")) && bitmapHeader(data):
		return BMP
	}
	switch brand(data) {
	case "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1":
		return HEIC
	}
	return Unknown
}

// bitmapHeader is whether a bitmap's second header follows: "BM" begins
// sentences, too.
func bitmapHeader(data []byte) bool {
	if len(data) < 18 {
		return false
	}
	switch binary.LittleEndian.Uint32(data[14:]) {
	case 12, 16, 40, 52, 56, 64, 108, 124:
		return true
	}
	return false
}

// brand is what a file of the family of MPEG-4 says it is; empty if it is none.
// "mif1" says no more than that pictures are in it: then it is AVIF if that is
// among the brands it is compatible with.
func brand(data []byte) string {
	if len(data) < 12 || string(data[4:8]) != "ftyp" {
		return ""
	}
	major := string(data[8:12])
	if major == "mif1" || major == "msf1" {
		box := data[:min(len(data), int(binary.BigEndian.Uint16(data[2:])))]
		for i := 16; i+4 <= len(box); i += 4 {
			if string(box[i:i+4]) == "avif" {
				return "avif"
			}
		}
	}
	return major
}

// MIME is the media type of the format.
func (f Format) MIME() string { return kinds[f].mime }

// Extension is the usual end of a file name of the format, with its dot.
func (f Format) Extension() string { return kinds[f].extension }

// String is the name of the format as a person says it.
func (f Format) String() string { return kinds[f].name }
