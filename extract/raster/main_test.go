package raster_test

import (
	"os"
	"testing"

	"noticed/extract/internal/papertest"
)

func TestMain(m *testing.M) {
	papertest.OneThread()
	os.Exit(m.Run())
}
