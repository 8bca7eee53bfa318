package sandbox

import (
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"testing"
	"time"

	"noticed"
	"noticed/extract"
)

// mutations is how many broken files TestMutations tries. Six hundred were tried
// once: 394 read, 206 refused as damaged, none died.
const mutations = 20

// mutate breaks a file as transport and bad writers do: bytes changed, runs
// removed or repeated, numbers replaced, the end lost.
func mutate(r *rand.Rand, data []byte) []byte {
	b := bytes.Clone(data)
	for range 1 + r.IntN(6) {
		i := r.IntN(len(b))
		j := min(i+1+r.IntN(60), len(b))
		switch r.IntN(5) {
		case 0:
			b[i] ^= 1 << r.IntN(8)
		case 1:
			b = append(b[:i:i], b[j:]...)
		case 2:
			b = append(b[:j:j], b[i:]...)
		case 3:
			for k := i; k < j; k++ {
				if b[k] >= '0' && b[k] <= '9' {
					b[k] = byte('0' + r.IntN(10))
				}
			}
		case 4:
			if r.IntN(4) == 0 {
				b = b[:max(i, 64)]
			}
		}
		if len(b) < 64 {
			return b
		}
	}
	return b
}

// TestMutations: whatever is broken in a file, it ends in an answer, a refusal
// or a death within the limits, never in an error that would be tried again.
func TestMutations(t *testing.T) {
	p := pool(t, Config{Slots: 2, Limits: Limits{Request: 20 * time.Second, Memory: 1 << 30}})
	r := rand.New(rand.NewPCG(1, 2))
	files := [][]byte{
		page, file(t, "pdftext/testdata/chromium.pdf"), file(t, "pdftext/testdata/libreoffice.pdf"),
		file(t, "pdftext/testdata/ghostscript.pdf"), file(t, "raster/testdata/g4.tif"),
	}
	ends := map[string]int{}
	for n := range mutations {
		data := mutate(r, files[n%len(files)])
		begin := time.Now()
		end := readAll(p, data)
		ends[end]++
		if end == "error" || time.Since(begin) > 45*time.Second {
			t.Errorf("mutation %d: %s after %v", n, end, time.Since(begin))
		}
	}
	wholesome(t, p)
	t.Log(ends)
}

// readAll opens a document, reads the text of its pages and a band of the first
// by OCR, and says how it ended.
func readAll(p *Pool, data []byte) string {
	ctx := context.Background()
	how := func(err error) string {
		var no *extract.Refusal
		var death *extract.Death
		switch {
		case err == nil:
			return "read"
		case errors.As(err, &no):
			return "refused: " + string(no.Code)
		case errors.As(err, &death):
			return "died: " + string(death.Code)
		}
		return "error"
	}
	d, err := p.Open(ctx, data)
	if err != nil {
		return how(err)
	}
	defer d.Close()
	for n := range d.Pages() {
		if _, err := d.Read(ctx, extract.Request{Page: n + 1, Region: noticed.WholePage, Effort: extract.Text}); err != nil {
			return how(err)
		}
	}
	_, err = d.Read(ctx, extract.Request{Page: 1, Region: noticed.Box{0, 0, 1, 0.1}, Effort: extract.Header})
	return how(err)
}
