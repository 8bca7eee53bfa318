package raster

import (
	"os"
	"testing"

	"noticed/extract/format"
)

// FuzzHeaders: whatever a file says of how it is turned, how fine it is and where
// its strips lie is read without a fault.
func FuzzHeaders(f *testing.F) {
	for _, name := range []string{
		"testdata/g4.tif", "testdata/three.tif", "../reader/testdata/tiff_turned_5.tif", "../reader/testdata/png_turned.png",
		"../reader/testdata/webp_turned.webp", "../reader/testdata/jpeg_turned_6.jpg", "../reader/testdata/bmp_1bit.bmp",
	} {
		data, err := os.ReadFile(name) //nolint:gosec // the test's own
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data[:min(len(data), 4<<10)], 0)
	}
	f.Fuzz(func(t *testing.T, data []byte, page int) {
		page &= 0xff
		for _, k := range []format.Format{format.JPEG, format.PNG, format.WebP, format.TIFF} {
			if o := exifOrientation(data, k); o < 1 || o > 8 {
				t.Errorf("orientation %d", o)
			}
		}
		if turned, o := upright(data, page); o < 1 || o > 8 || len(turned) != len(data) {
			t.Errorf("orientation %d, %d bytes of %d", o, len(turned), len(data))
		}
		for _, k := range []format.Format{format.BMP, format.TIFF} {
			if x, y := resolution(data, k, page); x < 0 || y < 0 {
				t.Errorf("resolution %v, %v", x, y)
			}
		}
		if at, order, ok := directory(data, page); ok {
			numbers(data, at, tagOffsets, order)
			startingAt(data, page)
		}
	})
}
