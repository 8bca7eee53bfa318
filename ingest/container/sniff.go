package container

import (
	"bytes"
	"io"
	"strings"
)

// Is says whether a file may hold more than one document.
func Is(file io.ReaderAt) bool {
	head := make([]byte, headReach)
	n, _ := file.ReadAt(head, 0) // at the end of a small file it says so
	return sniff(head[:n]) != none
}

type kind int

const (
	none kind = iota
	archive
	mail
	mailbox
)

// headReach is how much of a file is looked at to tell what it is. The headers
// of a message that went through many hands are long.
const headReach = 16 << 10

func sniff(head []byte) kind {
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		return archive
	case isMail(head):
		return mail
	case bytes.HasPrefix(head, []byte("From ")):
		if _, rest, ok := bytes.Cut(head, []byte("\n")); ok && isMail(rest) {
			return mailbox
		}
	}
	return none
}

// fields of a message's header. Two of them are wanted, one of those that no
// letter begins with.
var fields = map[string]bool{
	"received": true, "return-path": true, "delivered-to": true, "mime-version": true, "message-id": true,
	"content-type": true, "dkim-signature": true, "x-mailer": true, "in-reply-to": true, "x-received": true,
	"from": false, "to": false, "cc": false, "subject": false, "date": false, "reply-to": false,
}

func isMail(head []byte) bool {
	head = bytes.TrimPrefix(head, []byte("\xef\xbb\xbf"))
	known, sure := 0, false
	for line := range bytes.Lines(head) {
		text := bytes.TrimRight(line, "\r\n")
		if len(text) == 0 {
			break
		}
		if text[0] == ' ' || text[0] == '\t' {
			if known == 0 {
				return false
			}
			continue
		}
		name, _, ok := bytes.Cut(text, []byte(":"))
		if !ok {
			if len(line) > len(text) { // not merely cut off by the window
				return false
			}
			break
		}
		if bytes.ContainsFunc(name, func(r rune) bool { return r <= ' ' || r > '~' }) {
			return false
		}
		s, is := fields[strings.ToLower(string(name))]
		if is {
			known++
		}
		sure = sure || s
	}
	return known >= 2 && sure
}
