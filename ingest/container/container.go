package container

import (
	"bytes"
	"fmt"
	"io"
	"iter"
	"path"
	"strings"

	"noticed/ingest"
)

// Document is a document that was found in a file, or the file itself.
type Document struct {
	// Within names what it lies in, from the file inwards: "batch.zip",
	// "batch.zip/mail.eml". It is empty if the document is the file itself.
	Within string
	// Name is its own name, without folders.
	Name string
	// Data are its bytes: no more than one beyond [Limits.Document], which is
	// enough to refuse it.
	Data []byte
	// Refusal is why it can't be had. Of a container it means that what is not
	// among the documents before it can't be had.
	Refusal *ingest.Refusal
	// LeftOut is why it is taken for no document at all: a picture in the text of
	// a message, a file that begins with a dot.
	LeftOut string
	// Through is the share of the file that was gone through to get here, 0 to 1.
	Through float64
}

// Limits bound what a file may hold. The zero value of a field is its default.
type Limits struct {
	Document int64 // bytes of one document or inner archive; default 64 MiB
	Message  int64 // bytes of one mail message; default 256 MiB
	Members  int   // in all levels together; default 10,000
	Depth    int   // containers inside each other; default 3
	// Total is how many bytes may come out of the file; default 100 times its
	// size, and 256 MiB at least.
	Total int64
}

func (l Limits) withDefaults(size int64) Limits {
	if l.Document == 0 {
		l.Document = 64 << 20
	}
	if l.Message == 0 {
		l.Message = 256 << 20
	}
	if l.Members == 0 {
		l.Members = 10_000
	}
	if l.Depth == 0 {
		l.Depth = 3
	}
	if l.Total == 0 {
		l.Total = max(256<<20, 100*size)
	}
	return l
}

// Documents returns the documents in a file of that name and size, in the order
// in which they lie in it, one at a time. Every file gives at least one, if only
// with its refusal.
func Documents(name string, file io.ReaderAt, size int64, l Limits) iter.Seq[Document] {
	return func(yield func(Document) bool) {
		w := &walk{limits: l.withDefaults(size), yield: yield}
		w.open(place{name: name}, file, size)
	}
}

// place is where something lies.
type place struct {
	within, name string
	depth        int // containers around it
}

// inside is a place in the container that lies here.
func (p place) inside(name string) place {
	return place{path.Join(p.within, p.name), name, p.depth + 1}
}

// walk goes through one file.
type walk struct {
	limits  Limits
	yield   func(Document) bool
	over    bool // nothing more is wanted, or may be looked at
	given   int  // documents given so far, refused ones included
	members int
	bytes   int64
	through float64
}

func (w *walk) give(p place, d Document) {
	if w.over {
		return
	}
	if d.LeftOut == "" {
		w.given++
	}
	d.Within, d.Name, d.Through = p.within, p.name, w.through
	w.over = !w.yield(d)
}

func (w *walk) refuse(p place, code ingest.RefusalCode, format string, args ...any) {
	w.give(p, Document{Refusal: &ingest.Refusal{Code: code, Message: fmt.Sprintf(format, args...)}})
}

// open gives what lies at a place: the document, or the documents in it.
func (w *walk) open(p place, r io.ReaderAt, size int64) {
	head := make([]byte, min(size, headReach))
	n, err := r.ReadAt(head, 0)
	if int64(n) < min(size, headReach) && err != nil {
		w.refuse(p, ingest.RefusedDamaged, "The file could not be read to its end.")
		return
	}
	kind := sniff(head)
	if kind != none && p.depth >= w.limits.Depth {
		w.refuse(p, ingest.RefusedUnsupported, "It lies in %d archives or messages, one inside another: take it out and submit it by itself.", p.depth)
		return
	}
	switch kind {
	case archive:
		w.zip(p, r, size)
	case mail:
		w.message(p, io.NewSectionReader(r, 0, size), size)
	case mailbox:
		w.mailbox(p, io.NewSectionReader(r, 0, size), size)
	default:
		w.file(p, r, size)
	}
}

// file gives a document as it is.
func (w *walk) file(p place, r io.ReaderAt, size int64) {
	data := make([]byte, min(size, w.limits.Document+1))
	if n, err := r.ReadAt(data, 0); n < len(data) {
		w.refuse(p, ingest.RefusedDamaged, "The file could not be read to its end: %v.", err)
		return
	}
	w.through = max(w.through, whole(p))
	w.give(p, Document{Data: data})
}

// whole is how much of the file a place stands for if it is the file.
func whole(p place) float64 {
	if p.depth == 0 {
		return 1
	}
	return 0
}

// member counts what lies in a container and reads it. It returns false where
// that can't be: then it has said so.
func (w *walk) member(p place, r io.Reader) ([]byte, bool) {
	if w.over || !w.counts(p) {
		return nil, false
	}
	data, err := io.ReadAll(io.LimitReader(r, w.limits.Document+1))
	if err != nil {
		w.refuse(p, ingest.RefusedDamaged, "It can't be taken out of what it lies in, which is damaged there: %s.", strings.TrimSuffix(err.Error(), "."))
		return nil, false
	}
	if w.bytes += int64(len(data)); w.bytes > w.limits.Total {
		w.refuse(p, ingest.RefusedTooLarge, "The file it lies in unpacks to more than %d MB: from here on nothing was looked at.", w.limits.Total>>20)
		w.over = true
		return nil, false
	}
	return data, true
}

func (w *walk) counts(p place) bool {
	if w.members++; w.members > w.limits.Members {
		w.refuse(p, ingest.RefusedTooLarge, "The file it lies in holds more than %d files: from here on nothing was looked at.", w.limits.Members)
		w.over = true
		return false
	}
	return true
}

// inner gives what was read out of a container.
func (w *walk) inner(p place, data []byte) {
	if int64(len(data)) > w.limits.Document && sniff(data[:min(len(data), headReach)]) != none {
		w.refuse(p, ingest.RefusedTooLarge, "It is an archive or a message of more than %d MB inside another: take it out and submit it by itself.", w.limits.Document>>20)
		return
	}
	w.open(p, bytes.NewReader(data), int64(len(data)))
}

// base is a member's name without folders, whoever's slashes they are.
func base(name string) string {
	name = strings.ReplaceAll(name, `\`, "/")
	name = path.Base(path.Clean("/" + name))
	if name == "/" {
		return ""
	}
	return name
}
