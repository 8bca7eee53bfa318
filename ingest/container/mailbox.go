package container

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"noticed/ingest"
)

// mailbox gives what is attached to the messages of a mailbox (mbox).
func (w *walk) mailbox(p place, r io.Reader, size int64) {
	box := &boxReader{lines: bufio.NewReaderSize(r, 64<<10), blank: true}
	before := w.given
	for n := 1; box.next() && !w.over; n++ {
		w.letter(p.inside(fmt.Sprintf("message-%d.eml", n)), box, 0)
		_, _ = io.Copy(io.Discard, box) // what was not looked at; box.err has the error
		if p.depth == 0 {
			w.through = min(1, float64(box.read)/float64(max(size, 1)))
		}
	}
	w.through = max(w.through, whole(p))
	if box.err != nil {
		w.refuse(p, ingest.RefusedDamaged, "The mailbox could not be read to its end.")
		return
	}
	if w.given == before {
		w.refuse(p, ingest.RefusedEmpty, "No message of the mailbox has a document attached.")
	}
}

// boxReader reads a mailbox message by message: next goes to the next one, Read
// reads it to its end.
type boxReader struct {
	lines *bufio.Reader
	read  int64
	err   error

	rest  []byte // of the present line
	blank bool   // the line before was blank: a message may begin
	begun bool   // the line that begins a message was read
	cont  bool   // the next bytes go on with a line
}

var separator = []byte("From ")

// next goes behind the line that begins the next message.
func (b *boxReader) next() bool {
	for !b.begun {
		if !b.line() {
			return false
		}
		b.rest = nil
	}
	b.begun = false
	return true
}

func (b *boxReader) Read(into []byte) (int, error) {
	for len(b.rest) == 0 {
		if b.begun || !b.line() {
			if b.err != nil {
				return 0, b.err
			}
			return 0, io.EOF
		}
	}
	n := copy(into, b.rest)
	b.rest = b.rest[n:]
	return n, nil
}

// line reads a line, or a piece of a long one, and returns false at the end.
func (b *boxReader) line() bool {
	text, err := b.lines.ReadSlice('\n')
	b.read += int64(len(text))
	if len(text) == 0 {
		if !errors.Is(err, io.EOF) {
			b.err = err
		}
		return false
	}
	start := !b.cont
	b.cont = errors.Is(err, bufio.ErrBufferFull)
	switch {
	case start && b.blank && bytes.HasPrefix(text, separator):
		b.begun, text = true, nil
	case start && bytes.HasPrefix(bytes.TrimLeft(text, ">"), separator):
		text = bytes.TrimPrefix(text, []byte(">")) // quoted, so that it begins none
	}
	b.rest = text
	b.blank = start && !b.begun && len(bytes.TrimRight(text, "\r\n")) == 0
	return true
}
