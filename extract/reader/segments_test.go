package reader

import (
	"bytes"
	"encoding/binary"
	"testing"
)

// segments is a JBIG2 stream of a page and a region of n bytes.
func segments(n int) []byte {
	segment := func(number uint32, kind byte, size int) []byte {
		b := append(binary.BigEndian.AppendUint32(nil, number), kind, 0, 1)
		return append(binary.BigEndian.AppendUint32(b, uint32(size)), make([]byte, size)...) //nolint:gosec // small
	}
	return append(segment(0, 48, 19), segment(1, 38, n)...)
}

func TestSegments(t *testing.T) {
	sound := segments(500)
	for name, tc := range map[string]struct {
		data []byte
		want bool
	}{
		"whole":     {sound, true},
		"padded":    {append(bytes.Clone(sound), '\r', '\n'), true},
		"cut":       {sound[:len(sound)-1], false},
		"cut early": {sound[:20], false},
		"empty":     {nil, false},
		"noughts":   {make([]byte, 500), false},
	} {
		if got := wholeSegments(tc.data); got != tc.want {
			t.Errorf("%s: %t", name, got)
		}
	}
}

func FuzzData(f *testing.F) {
	f.Add(segments(20), 8, 8)
	f.Add([]byte("\x00\x10\x01\x00\x10\x01\x00\x10\x01\x00\x10\x01\x00\x10\x01\x00"), 64, 3)
	f.Fuzz(func(t *testing.T, data []byte, w, h int) {
		wholeSegments(data)
		wholeFax(data, w&0xfff, h&0xff, len(data)%2 == 0)
		if marked, ends := g3Marks(data); ends && !marked {
			t.Error("the end of G3 without its beginning")
		}
	})
}
