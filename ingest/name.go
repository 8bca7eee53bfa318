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

// withinName is what is kept of the names of what a document lies in, from the
// outermost inwards: the last few, each without folders.
func withinName(within string) string {
	const most, bytes = 3, 120
	var kept []string
	for part := range strings.SplitSeq(strings.ReplaceAll(within, `\`, "/"), "/") {
		if part = baseName(part); part != "" {
			kept = append(kept, part)
		}
	}
	for len(kept) > most || len(kept) > 0 && len(strings.Join(kept, "/")) > bytes {
		kept = kept[1:]
	}
	return strings.Join(kept, "/")
}

// fullName is a document's name with what it lies in before it.
func fullName(within, name string) string {
	within = withinName(within)
	if within == "" || name == "" {
		return name
	}
	return within + "/" + shortened(name, most-len(within)-1)
}

// most is how many bytes a name may have.
const most = 255

// headerValue makes a text fit for a message header: one line, valid UTF-8, not
// without end.
func headerValue(s string) string {
	s = strings.ToValidUTF8(s, "�")
	s = strings.TrimSpace(strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return ' '
		}
		return r
	}, s))
	return shortened(s, most)
}

// shortened cuts a text to so many bytes, between letters.
func shortened(s string, most int) string {
	for len(s) > most {
		r := []rune(s)
		s = string(r[:len(r)-1])
	}
	return s
}

// nameless names a document that came without a name.
func nameless(sha string, kind format.Format) string { return sha[:12] + kind.Extension() }

func shaOf(object string) string { return object[strings.LastIndexByte(object, '/')+1:] }
