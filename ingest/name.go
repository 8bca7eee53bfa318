package ingest

import (
	"path/filepath"
	"strings"

	"noticed/extract/format"
)

// baseName is what is kept of a file's name.
func baseName(name string) string {
	name = strings.ReplaceAll(name, `\`, "/")
	name = filepath.Base(filepath.Clean("/" + name))
	if name == "/" || name == "." {
		return ""
	}
	return headerValue(Mask(name))
}

// headerValue makes a text fit for a message header: one line, valid UTF-8, not
// without end.
func headerValue(s string) string {
	const most = 255
	s = strings.ToValidUTF8(s, "�")
	s = strings.TrimSpace(strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return ' '
		}
		return r
	}, s))
	for len(s) > most {
		r := []rune(s)
		s = string(r[:len(r)-1])
	}
	return s
}

// nameless names a document that came without a name.
func nameless(sha string, kind format.Format) string { return sha[:12] + kind.Extension() }

func shaOf(object string) string { return object[strings.LastIndexByte(object, '/')+1:] }
