package pdf

import (
	"encoding/binary"
	"maps"
	"slices"
)

// trueType is a TrueType font taken apart, to be changed as makers of PDFs
// change the fonts they embed.
type trueType map[string][]byte

var be = binary.BigEndian

func parseTrueType(data []byte) trueType {
	f := trueType{}
	for i := range int(be.Uint16(data[4:])) {
		e := data[12+16*i:]
		from, n := be.Uint32(e[8:]), be.Uint32(e[12:])
		f[string(e[:4])] = slices.Clone(data[from : from+n])
	}
	return f
}

// write puts the font together again.
func (f trueType) write() []byte {
	tags := slices.Sorted(maps.Keys(f))
	head := be.AppendUint16([]byte{0, 1, 0, 0}, uint16(len(tags)))
	head = append(head, 0, 128, 0, 3, 0, 0) // searching aids, which nobody uses
	at := len(head) + 16*len(tags)
	var body []byte
	for _, t := range tags {
		table := f[t]
		sum := uint32(0)
		padded := append(slices.Clone(table), make([]byte, -len(table)&3)...)
		for i := 0; i < len(padded); i += 4 {
			sum += be.Uint32(padded[i:])
		}
		head = append(head, t...)
		head = be.AppendUint32(be.AppendUint32(be.AppendUint32(head, sum), uint32(at+len(body))), uint32(len(table)))
		body = append(body, padded...)
	}
	return append(head, body...)
}

// encode gives the font a map of one-byte codes, as subset fonts have.
func (f trueType) encode(glyphs [256]uint16) {
	table := []byte{0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 12} // one map, for the Macintosh
	table = append(table, 0, 6)                          // format 6, for glyphs above 255
	table = be.AppendUint16(table, 10+512)
	table = append(table, 0, 0, 0, 0, 1, 0)
	for _, g := range glyphs {
		table = be.AppendUint16(table, g)
	}
	f["cmap"] = table
}

// glyph returns where a glyph's outline stands.
func (f trueType) glyph(g int) (from, to int) {
	loca := f["loca"]
	if be.Uint16(f["head"][50:]) == 0 {
		return 2 * int(be.Uint16(loca[2*g:])), 2 * int(be.Uint16(loca[2*g+2:]))
	}
	return int(be.Uint32(loca[4*g:])), int(be.Uint32(loca[4*g+4:]))
}

// ligature adds a glyph that is two others side by side; it returns its number.
func (f trueType) ligature(a, b uint16) uint16 {
	n := int(be.Uint16(f["maxp"][4:]))
	shift := f.advance(a)
	box := func(g uint16, dx int16) [4]int16 {
		from, _ := f.glyph(int(g))
		var out [4]int16
		for i := range out {
			out[i] = int16(be.Uint16(f["glyf"][from+2+2*i:]))
		}
		out[0], out[2] = out[0]+dx, out[2]+dx
		return out
	}
	l, r := box(a, 0), box(b, int16(shift))
	out := []byte{255, 255} // a composite
	for _, v := range []int16{min(l[0], r[0]), min(l[1], r[1]), max(l[2], r[2]), max(l[3], r[3])} {
		out = be.AppendUint16(out, uint16(v))
	}
	const words, offsets, more = 1, 2, 32
	for i, part := range []struct {
		glyph uint16
		dx    uint16
	}{{a, 0}, {b, shift}} {
		flags := uint16(words | offsets)
		if i == 0 {
			flags |= more
		}
		for _, v := range []uint16{flags, part.glyph, part.dx, 0} {
			out = be.AppendUint16(out, v)
		}
	}
	f["glyf"] = append(f["glyf"], append(out, make([]byte, -len(out)&3)...)...)
	if be.Uint16(f["head"][50:]) == 0 {
		f["loca"] = be.AppendUint16(f["loca"], uint16(len(f["glyf"])/2))
	} else {
		f["loca"] = be.AppendUint32(f["loca"], uint32(len(f["glyf"])))
	}
	// A full metric for the new glyph and for each that had a bearing only.
	metrics := int(be.Uint16(f["hhea"][34:]))
	full := slices.Clone(f["hmtx"][:4*metrics])
	for g := metrics; g < n; g++ {
		full = append(be.AppendUint16(full, f.advance(uint16(g))), f["hmtx"][4*metrics+2*(g-metrics):][:2]...)
	}
	f["hmtx"] = be.AppendUint16(be.AppendUint16(full, shift+f.advance(b)), uint16(l[0]))
	be.PutUint16(f["hhea"][34:], uint16(n+1))
	be.PutUint16(f["maxp"][4:], uint16(n+1))
	be.PutUint16(f["maxp"][28:], max(2, be.Uint16(f["maxp"][28:]))) // components
	be.PutUint16(f["maxp"][30:], max(2, be.Uint16(f["maxp"][30:]))) // their depth
	f["post"] = append([]byte{0, 3, 0, 0}, f["post"][4:32]...)      // without names, as there is none for the new glyph
	return uint16(n)
}

// advance is the width of a glyph in the font's units.
func (f trueType) advance(g uint16) uint16 {
	metrics := be.Uint16(f["hhea"][34:])
	return be.Uint16(f["hmtx"][4*int(min(g, metrics-1)):])
}
