package bad

import (
	"bytes"
	"image/png"
	"strings"
	"testing"
)

func TestInputsAreWhatTheyAreSaidToBe(t *testing.T) {
	seen := map[string][]byte{}
	for _, in := range Inputs() {
		seen[in.Name] = in.Data
		if len(in.Data) > 600_000 {
			t.Errorf("%s has %d bytes", in.Name, len(in.Data))
		}
	}
	if len(seen) != 8 {
		t.Fatalf("%d inputs, want 8", len(seen))
	}
	c, err := png.DecodeConfig(bytes.NewReader(seen["huge.png"]))
	if err != nil || c.Width != 20000 || c.Height != 20000 {
		t.Errorf("huge.png: %v, %v", c, err)
	}
	small := HugePNG(30, 20)
	if img, err := png.Decode(bytes.NewReader(small)); err != nil || img.Bounds().Dx() != 30 {
		t.Errorf("a small huge PNG: %v", err)
	}
	if !bytes.Contains(seen["password.pdf"], []byte("/Encrypt")) {
		t.Error("password.pdf is not encrypted")
	}
	for _, name := range []string{"truncated.pdf", "loop.pdf", "bank.pdf"} {
		if !bytes.HasPrefix(seen[name], []byte("%PDF-")) {
			t.Errorf("%s does not begin like a PDF", name)
		}
	}
	if bytes.Contains(seen["truncated.pdf"], []byte("%%EOF")) {
		t.Error("truncated.pdf has its end")
	}
	// The offsets of the loop's table are right: only the tree is wrong.
	for i, at := range []string{"0000000009", "0000000058", "0000000127"} {
		obj := strings.Index(loop, string(rune('1'+i))+" 0 obj")
		if !strings.Contains(loop, at) || obj != []int{9, 58, 127}[i] {
			t.Errorf("object %d stands at %d", i+1, obj)
		}
	}
	if at := strings.Index(loop, "xref"); at != 204 {
		t.Errorf("the table stands at %d", at)
	}
}
