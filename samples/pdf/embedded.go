package pdf

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"

	"noticed/samples/page"
	"noticed/samples/typeface"
)

// codes says how text is coded in a font.
type codes int

const (
	winAnsi  codes = iota // Windows-1252, and nothing says what it means but the encoding's name
	byUse                 // one byte, in order of first use; a table gives the meaning
	twoBytes              // the numbers of the glyphs; a table gives the meaning
)

// embedded is one font of a file.
type embedded struct {
	codes
	name    string
	ttf     trueType
	sfnt    *sfnt.Font
	buf     sfnt.Buffer
	means   map[uint16]string // of the glyphs that were used
	used    []uint16          // in order of first use
	at      map[uint16]byte   // the code of a glyph, where it is one byte
	letters map[rune]uint16
	joined  map[string]uint16 // ligatures
}

func newEmbedded(face page.Face, c codes, ligatures bool) *embedded {
	data := typeface.Sans[face]
	parsed, err := opentype.Parse(data)
	if err != nil {
		panic(fmt.Sprintf("parsing a font of the samples: %v", err))
	}
	e := &embedded{codes: c, sfnt: parsed, ttf: parseTrueType(data), means: map[uint16]string{}, at: map[uint16]byte{}, letters: map[rune]uint16{}, joined: map[string]uint16{}}
	name := map[page.Face]string{page.Regular: "LiberationSans", page.Bold: "LiberationSans-Bold", page.Italic: "LiberationSans-Italic", page.Mono: "LiberationMono"}
	e.name = fmt.Sprintf("%cAAAA%c+%s", 'A'+byte(face), 'B'+byte(face), name[face])
	if ligatures && face != page.Mono {
		for _, l := range []string{"fi", "fl"} {
			e.joined[l] = e.ttf.ligature(e.glyphOf(rune(l[0])), e.glyphOf(rune(l[1])))
		}
	}
	return e
}

func (e *embedded) glyphOf(r rune) uint16 {
	if g, ok := e.letters[r]; ok {
		return g
	}
	g, err := e.sfnt.GlyphIndex(&e.buf, r)
	if err != nil || g == 0 {
		g, _ = e.sfnt.GlyphIndex(&e.buf, '?')
	}
	e.letters[r] = uint16(g)
	return uint16(g)
}

// width is the width of a glyph, of an em.
func (e *embedded) width(g uint16) float64 {
	return float64(e.ttf.advance(g)) / float64(e.sfnt.UnitsPerEm())
}

// placed is a glyph in a line, and the one before it.
type placed struct {
	before, glyph uint16
	space         bool
}

// set turns text into glyphs.
func (e *embedded) set(s string) []placed {
	var out []placed
	before := uint16(0)
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		text := s[i : i+n]
		g := e.glyphOf(r)
		if i+2 <= len(s) {
			if l, ok := e.joined[s[i:i+2]]; ok {
				g, text = l, s[i:i+2]
			}
		}
		if _, known := e.means[g]; !known {
			e.means[g] = text
			e.used = append(e.used, g)
			e.at[g] = e.choose(r)
		}
		out = append(out, placed{before, g, text == " "})
		before = g
		i += len(text)
	}
	return out
}

// choose gives a glyph its code of one byte.
func (e *embedded) choose(r rune) byte {
	if e.codes == byUse {
		return byte(len(e.used))
	}
	for b, c := range ansi {
		if c == r {
			return byte(b)
		}
	}
	return '?'
}

// ansi is Windows-1252 as far as samples need it.
var ansi = func() [256]rune {
	var t [256]rune
	for i := range t {
		t[i] = rune(i)
	}
	for b, r := range map[int]rune{133: '\u2026', 145: '\u2018', 146: '\u2019', 147: '\u201c', 148: '\u201d', 149: '\u2022', 150: '\u2013', 151: '\u2014'} {
		t[b] = r
	}
	return t
}()

// code writes glyphs as a string of the content stream.
func (e *embedded) code(glyphs ...uint16) string {
	var b strings.Builder
	switch e.codes {
	case twoBytes:
		b.WriteByte('<')
		for _, g := range glyphs {
			fmt.Fprintf(&b, "%04X", g)
		}
		b.WriteByte('>')
	case byUse:
		b.WriteByte('<')
		for _, g := range glyphs {
			fmt.Fprintf(&b, "%02X", e.at[g])
		}
		b.WriteByte('>')
	default:
		b.WriteByte('(')
		for _, g := range glyphs {
			switch c := e.at[g]; {
			case c == '(' || c == ')' || c == '\\':
				b.WriteByte('\\')
				b.WriteByte(c)
			case c > 126:
				fmt.Fprintf(&b, "\\%03o", c)
			default:
				b.WriteByte(c)
			}
		}
		b.WriteByte(')')
	}
	return b.String()
}

// write adds the font to a file and returns its number.
func (e *embedded) write(f *file) int {
	thousandths := func(g uint16) int { return int(1000*e.width(g) + 0.5) }
	flags := 4 // symbolic: its own codes
	if e.codes == winAnsi {
		flags = 32
	}
	if e.codes != twoBytes {
		var glyphs [256]uint16
		for g, c := range e.at {
			glyphs[c] = g
		}
		if e.codes == byUse { // a font that is not symbolic is looked up by the meaning of its codes
			e.ttf.encode(glyphs)
		}
	}
	program := e.ttf.write()
	data := f.stream(fmt.Sprintf("/Length1 %d", len(program)), program)
	descriptor := f.add(fmt.Sprintf("<< /Type /FontDescriptor /FontName /%s /Flags %d /FontBBox [-544 -303 1302 980] /ItalicAngle 0 /Ascent 905 /Descent -212 /CapHeight 729 /StemV 80 /FontFile2 %d 0 R >>", e.name, flags, data))
	if e.codes == twoBytes {
		var w strings.Builder
		for _, g := range slices.Sorted(maps.Keys(e.means)) {
			fmt.Fprintf(&w, "%d [%d] ", g, thousandths(g))
		}
		under := f.add(fmt.Sprintf("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /%s /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /CIDToGIDMap /Identity /FontDescriptor %d 0 R /DW 0 /W [%s] >>", e.name, descriptor, w.String()))
		return f.add(fmt.Sprintf("<< /Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H /DescendantFonts [%d 0 R] /ToUnicode %d 0 R >>", e.name, under, f.stream("", e.meanings())))
	}
	first, last := 255, 0
	widths := map[int]int{}
	for g, c := range e.at {
		first, last = min(first, int(c)), max(last, int(c))
		widths[int(c)] = thousandths(g)
	}
	var w strings.Builder
	for c := first; c <= last; c++ {
		fmt.Fprintf(&w, "%d ", widths[c])
	}
	more := " /Encoding /WinAnsiEncoding"
	if e.codes == byUse {
		more = fmt.Sprintf(" /ToUnicode %d 0 R", f.stream("", e.meanings()))
	}
	return f.add(fmt.Sprintf("<< /Type /Font /Subtype /TrueType /BaseFont /%s /FirstChar %d /LastChar %d /Widths [%s] /FontDescriptor %d 0 R%s >>", e.name, first, last, w.String(), descriptor, more))
}

// meanings is the table that says which text a code stands for.
func (e *embedded) meanings() []byte {
	digits := 2
	code := func(g uint16) uint16 { return uint16(e.at[g]) }
	if e.codes == twoBytes {
		digits = 4
		code = func(g uint16) uint16 { return g }
	}
	var b strings.Builder
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n")
	fmt.Fprintf(&b, "1 begincodespacerange\n<%0*X> <%s> endcodespacerange\n", digits, 0, strings.Repeat("F", digits))
	for chunk := range slices.Chunk(e.used, 100) {
		fmt.Fprintf(&b, "%d beginbfchar\n", len(chunk))
		for _, g := range chunk {
			fmt.Fprintf(&b, "<%0*X> <", digits, code(g))
			for _, u := range utf16.Encode([]rune(e.means[g])) {
				fmt.Fprintf(&b, "%04X", u)
			}
			b.WriteString(">\n")
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\n" + strings.Repeat("end\n", 2))
	return []byte(b.String())
}
