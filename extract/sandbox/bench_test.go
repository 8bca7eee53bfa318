package sandbox

import (
	"context"
	"testing"

	"noticed"
	"noticed/extract"
	"noticed/extract/internal/papertest"
)

func benchmark(b *testing.B, data []byte, e extract.Effort) {
	p, err := New(Config{})
	if err != nil {
		b.Fatal(err)
	}
	defer p.Close()
	ctx := context.Background()
	read := func() {
		d, err := p.Open(ctx, data)
		if err != nil {
			b.Fatal(err)
		}
		defer d.Close()
		if a, err := d.Read(ctx, extract.Request{Page: 1, Region: noticed.WholePage, Effort: e}); err != nil || len(a.Words) == 0 {
			b.Fatal(len(a.Words), err)
		}
	}
	read() // the child is up
	for b.Loop() {
		read()
	}
}

// BenchmarkText opens a PDF of one page and reads its text layer.
func BenchmarkText(b *testing.B) { benchmark(b, page, extract.Text) }

// BenchmarkScan opens a scan of one page at 200 dpi and reads it by OCR.
func BenchmarkScan(b *testing.B) {
	benchmark(b, papertest.PNG(papertest.Draw(papertest.Letter, 200)), extract.Full)
}

// BenchmarkStart starts a child until it can read.
func BenchmarkStart(b *testing.B) {
	for b.Loop() {
		p, err := New(Config{})
		if err != nil {
			b.Fatal(err)
		}
		d, err := p.Open(context.Background(), page)
		if err != nil {
			b.Fatal(err)
		}
		d.Close()
		p.Close()
	}
}
