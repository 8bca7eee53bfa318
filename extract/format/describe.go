package format

import (
	"bytes"
	"net/http"
	"strings"
	"unicode/utf8"
)

// signatures of what people send by mistake. An empty second field means that
// more must be looked at.
var signatures = []struct{ magic, name string }{
	{"PK\x05\x06", "an empty ZIP archive"},
	{"\x1f\x8b", "a gzip file"},
	{"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"},
	{"Rar!\x1a\x07", "a RAR archive"},
	{"{\\rtf", "a rich-text document"},
	{"%!PS", "a PostScript file"},
	{"MZ", "a Windows program"},
	{"\x7fELF", "a Linux program"},
	{"ID3", "an audio file"},
	{"x\x9f\x3e\x22", "an Outlook attachment wrapper (winmail.dat)"},
	{"SQLite format 3\x00", "a database"},
}

// foreign names bytes whose signature is that of a kind of file noticed does not
// read. It is empty if they have none that it knows.
func foreign(data []byte) string {
	if bytes.HasPrefix(data, []byte("PK\x03\x04")) {
		return zipKind(data)
	}
	switch brand(data) {
	case "":
	case "avif", "avis":
		return "an AVIF image"
	default:
		return "a video"
	}
	if bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) {
		return compoundKind(data)
	}
	for _, s := range signatures {
		if !strings.HasPrefix(string(data[:min(len(data), 20)]), s.magic) {
			continue
		}
		if len(s.magic) <= 2 && looksLikeText(data) { // "MZ" begins sentences, too
			continue
		}
		return s.name
	}
	return ""
}

// compoundKind tells an Outlook message from the other compound files of old
// Office programs by the names of the streams in it, which are in UTF-16.
func compoundKind(data []byte) string {
	stream := []byte(strings.Join(strings.Split("__substg1.0_", ""), "\x00"))
	if bytes.Contains(data[:min(len(data), 1<<20)], stream) {
		return "an Outlook message (.msg; save it as .eml, or what is attached to it)"
	}
	return "an old Office document"
}

// zipKind tells the Office formats, which are ZIP archives, by the names that
// stand at their beginning.
func zipKind(data []byte) string {
	head := data[:min(len(data), 8<<10)]
	for _, k := range []struct{ part, name string }{
		{"word/", "a Word document"},
		{"xl/", "an Excel workbook"},
		{"ppt/", "a PowerPoint presentation"},
		{"mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument text"},
		{"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "an OpenDocument spreadsheet"},
		{"mimetypeapplication/epub", "an e-book"},
	} {
		if bytes.Contains(head, []byte(k.part)) {
			return k.name
		}
	}
	return "a ZIP archive"
}

// Describe says what the bytes seem to be, for a person who sent the wrong
// file: "a ZIP archive", "plain text", "a Word document". For the formats
// noticed reads it is "a PDF", "a TIFF image" and so on.
func Describe(data []byte) string {
	switch f := Sniff(data); f {
	case Unknown:
	case PDF:
		return "a PDF"
	case HEIC:
		return "a HEIC photo"
	default:
		return "a " + f.String() + " image"
	}
	if len(data) == 0 {
		return "an empty file"
	}
	if name := foreign(data); name != "" {
		return name
	}
	if !looksLikeText(data) {
		return "data of an unknown kind"
	}
	head := strings.ToLower(string(bytes.TrimSpace(data[:min(len(data), 2<<10)])))
	switch {
	case strings.HasPrefix(http.DetectContentType(data), "text/html"):
		return "an HTML page"
	case strings.HasPrefix(head, "<?xml"):
		return "an XML file"
	case strings.HasPrefix(head, "{"), strings.HasPrefix(head, "["):
		return "a JSON file"
	case strings.Contains(head, "\nmime-version:"), strings.HasPrefix(head, "received:"), strings.HasPrefix(head, "mime-version:"):
		return "an e-mail message"
	}
	return "plain text"
}

// looksLikeText is whether the beginning is readable in UTF-8, UTF-16 with a
// mark, or a Latin encoding without control characters.
func looksLikeText(data []byte) bool {
	head := data[:min(len(data), 4<<10)]
	if bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff")) {
		return true
	}
	high := 0
	for _, b := range head {
		if b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != 0x1b {
			return false
		}
		if b >= 0x80 {
			high++
		}
	}
	return len(head) > 0 && (high*10 <= len(head) || utf8.Valid(bytes.TrimRight(head, "\x80\x81\x82\x83\xc2\xc3\xe2")))
}
