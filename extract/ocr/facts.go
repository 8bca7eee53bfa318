package ocr

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"slices"

	"github.com/otiai10/gosseract/v2"
)

// Language is the language pages are read in, by the name of its data file.
const Language = "eng"

// Packages are the Debian packages that a build and a run need.
const Packages = "g++ pkg-config libtesseract-dev libleptonica-dev tesseract-ocr-eng"

// Facts are what is known of the Tesseract this program runs with.
type Facts struct {
	Version   string   `json:"version"`
	Languages []string `json:"languages"`
}

// Missing says what must be installed before anything can be read, as a
// sentence; it is empty if nothing is missing.
func (f Facts) Missing() string {
	if slices.Contains(f.Languages, Language) {
		return ""
	}
	return fmt.Sprintf("Tesseract %s has no data for English: install the package tesseract-ocr-%s, or point TESSDATA_PREFIX at it", f.Version, Language)
}

// Version is Tesseract's.
func Version() string { return gosseract.Version() }

// Look finds out the facts. Without any data file Tesseract is loud on stderr.
func Look() (Facts, error) {
	langs, err := gosseract.GetAvailableLanguages()
	if err != nil {
		return Facts{}, fmt.Errorf("looking for Tesseract's data: %w", err)
	}
	return Facts{Version: Version(), Languages: langs}, nil
}

// Warm loads Tesseract's data, so that the first page need not wait for it and
// no file is needed afterwards.
func (r *Reader) Warm() error {
	white := image.NewGray(image.Rect(0, 0, 64, 64))
	draw.Draw(white, white.Rect, image.NewUniform(color.White), image.Point{}, draw.Src)
	var b bytes.Buffer
	if err := png.Encode(&b, white); err != nil {
		return fmt.Errorf("warming Tesseract: %w", err)
	}
	if _, err := r.Read(b.Bytes(), Page); err != nil {
		return fmt.Errorf("warming Tesseract: %w", err)
	}
	return nil
}
