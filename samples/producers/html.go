package producers

import (
	"fmt"
	"strings"

	"noticed/samples/page"
)

// HTML writes sheets as a page for a browser, with every run where it belongs.
func HTML(sheets []*page.Sheet) string {
	var b strings.Builder
	b.WriteString(`<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>Notice</title><style>
@page { size: 612pt 792pt; margin: 0 } body { margin: 0 }
.sheet { position: relative; width: 612pt; height: 791.5pt; overflow: hidden; break-after: page }
.sheet * { position: absolute; white-space: pre; line-height: 1.149; font-family: "Liberation Sans", Arimo, Arial, sans-serif }
.f1 { font-weight: bold } .f2 { font-style: italic } .sheet .f3 { font-family: "Liberation Mono", Cousine, monospace }
</style></head><body>
`)
	for _, s := range sheets {
		b.WriteString("<div class=sheet>\n")
		for _, x := range s.Boxes {
			g := int(x.Gray * 255)
			fmt.Fprintf(&b, "<i style=\"left:%.2fpt;top:%.2fpt;width:%.2fpt;height:%.2fpt;background:rgb(%d,%d,%d)\"></i>\n", x.X, x.Y, x.W, x.H, g, g, g)
		}
		for _, t := range s.Texts {
			fmt.Fprintf(&b, "<span class=f%d style=\"left:%.2fpt;top:%.2fpt;font-size:%.2fpt\">%s</span>\n", t.Face, t.X, t.Y-t.Size*0.921, t.Size, escaped(t.S))
		}
		b.WriteString("</div>\n")
	}
	b.WriteString("</body></html>\n")
	return b.String()
}
