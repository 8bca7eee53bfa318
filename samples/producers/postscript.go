package producers

import (
	"fmt"
	"strings"

	"noticed/samples/page"
)

// PostScript writes sheets with the standard fonts in ISO Latin 1.
func PostScript(sheets []*page.Sheet) string {
	var b strings.Builder
	b.WriteString("%!PS-Adobe-3.0\n")
	for _, f := range []string{"Helvetica", "Helvetica-Bold", "Helvetica-Oblique", "Courier"} {
		fmt.Fprintf(&b, "/%s findfont dup length dict begin {1 index /FID ne {def} {pop pop} ifelse} forall /Encoding ISOLatin1Encoding def currentdict end /%s-L exch definefont pop\n", f, f)
	}
	for _, s := range sheets {
		fmt.Fprintf(&b, "<< /PageSize [%g %g] >> setpagedevice\n", s.Width, s.Height)
		for _, x := range s.Boxes {
			fmt.Fprintf(&b, "%g setgray %.3f %.3f %.3f %.3f rectfill\n", x.Gray, x.X, s.Height-x.Y-x.H, x.W, x.H)
		}
		b.WriteString("0 setgray\n")
		for _, t := range s.Texts {
			font := map[page.Face]string{page.Bold: "Helvetica-Bold", page.Italic: "Helvetica-Oblique", page.Mono: "Courier"}[t.Face]
			if font == "" {
				font = "Helvetica"
			}
			fmt.Fprintf(&b, "/%s-L %g selectfont %.3f %.3f moveto (%s) show\n", font, t.Size, t.X, s.Height-t.Y, latin1(t.S))
		}
		b.WriteString("showpage\n")
	}
	return b.String()
}

func latin1(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '(' || r == ')' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\u2022':
			b.WriteByte('-')
		case r == '\u2026':
			b.WriteString("...")
		case r < 128:
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, "\\%03o", r)
		}
	}
	return b.String()
}
