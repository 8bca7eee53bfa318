package producers

import (
	"encoding/xml"
	"fmt"
	"strings"

	"noticed/samples/page"
)

// FlatOpenDocument writes sheets as a flat OpenDocument text: every run in a frame anchored
// to its page.
func FlatOpenDocument(m page.Metrics, sheets []*page.Sheet) string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="Sans" svg:font-family="'Liberation Sans'"/><style:font-face style:name="Mono" svg:font-family="'Liberation Mono'"/></office:font-face-decls>
<office:automatic-styles>
<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="612pt" fo:page-height="792pt" fo:margin="10pt"/></style:page-layout>
<style:style style:name="F" style:family="graphic"><style:graphic-properties draw:fill="none" draw:stroke="none" style:vertical-pos="from-top" style:vertical-rel="page" style:horizontal-pos="from-left" style:horizontal-rel="page" fo:padding="0pt" fo:border="none" style:wrap="run-through" style:run-through="foreground"/></style:style>
<style:style style:name="B" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style>
`)
	styles := map[string]string{}
	name := func(t page.Text) string {
		font, weight := "Sans", "normal"
		switch t.Face {
		case page.Bold:
			weight = "bold"
		case page.Mono:
			font = "Mono"
		}
		key := fmt.Sprintf("%s%s%.1f", font, weight, t.Size)
		if styles[key] == "" {
			styles[key] = fmt.Sprintf("T%d", len(styles))
			fmt.Fprintf(&b, `<style:style style:name="%s" style:family="paragraph"><style:text-properties style:font-name="%s" fo:font-size="%.1fpt" fo:font-weight="%s"/></style:style>`+"\n", styles[key], font, t.Size, weight)
		}
		return styles[key]
	}
	for _, s := range sheets {
		for _, t := range s.Texts {
			name(t)
		}
	}
	b.WriteString(`</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L"/></office:master-styles>
<office:body><office:text>
`)
	for i, s := range sheets {
		for _, t := range s.Texts {
			fmt.Fprintf(&b, `<draw:frame draw:style-name="F" text:anchor-type="page" text:anchor-page-number="%d" svg:x="%.2fpt" svg:y="%.2fpt" svg:width="%.0fpt" svg:height="%.1fpt"><draw:text-box><text:p text:style-name="%s">%s</text:p></draw:text-box></draw:frame>`+"\n",
				i+1, t.X, t.Y-t.Size*0.905, m.Width(t.Face, t.Size, t.S)+6, t.Size*1.2, name(t), escaped(t.S))
		}
	}
	b.WriteString("<text:p/>\n")
	for range sheets[1:] {
		b.WriteString(`<text:p text:style-name="B"/>` + "\n")
	}
	b.WriteString("</office:text></office:body></office:document>\n")
	return b.String()
}

func escaped(s string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		panic("escaping a run: " + err.Error())
	}
	return b.String()
}
