package container

import (
	"archive/zip"
	"errors"
	"io"
	"strings"

	"noticed/ingest"
)

// directory is how many bytes of an archive its table of contents may take: some
// 100,000 names. Without a bound a small file could claim millions.
const directory = 16 << 20

// encrypted is the flag of a member that needs a password.
const encrypted = 0x1

func (w *walk) zip(p place, r io.ReaderAt, size int64) {
	table := &meter{r: r, left: directory}
	z, err := zip.NewReader(table, size)
	switch {
	case table.spent:
		w.refuse(p, ingest.RefusedTooLarge, "The archive's table of contents is larger than %d MB.", directory>>20)
		return
	case err != nil && !errors.Is(err, zip.ErrInsecurePath):
		w.refuse(p, ingest.RefusedDamaged, "The ZIP archive is damaged or incomplete.")
		return
	}
	table.open = true
	if isOffice(z) {
		w.file(p, r, size) // package ingest says which kind it is
		return
	}
	before, done := w.given, uint64(0)
	for _, f := range z.File {
		if w.over {
			return
		}
		done += f.CompressedSize64
		if p.depth == 0 {
			w.through = min(1, float64(done)/float64(max(size, 1)))
		}
		if !strings.HasSuffix(f.Name, "/") {
			w.zipped(p.inside(base(f.Name)), f)
		}
	}
	w.through = max(w.through, whole(p))
	if w.given == before {
		w.refuse(p, ingest.RefusedEmpty, "The archive holds no document.")
	}
}

// zipped gives one member of an archive.
func (w *walk) zipped(p place, f *zip.File) {
	if why := leftOut(f); why != "" {
		w.give(p, Document{LeftOut: why})
		return
	}
	if f.Flags&encrypted != 0 {
		if w.counts(p) {
			w.refuse(p, ingest.RefusedEncrypted, "It is encrypted in its archive: unpack it with the password and submit it by itself.")
		}
		return
	}
	in, err := f.Open()
	if err != nil {
		if !w.counts(p) {
			return
		}
		if errors.Is(err, zip.ErrAlgorithm) {
			w.refuse(p, ingest.RefusedUnsupported, "It is compressed in a way noticed does not know (method %d): unpack it and submit it by itself.", f.Method)
			return
		}
		w.refuse(p, ingest.RefusedDamaged, "The archive it lies in is damaged there.")
		return
	}
	data, ok := w.member(p, in)
	_ = in.Close() // it was only read
	if ok {
		w.inner(p, data)
	}
}

// leftOut says why a member is none that anybody put there to be read.
func leftOut(f *zip.File) string {
	name := strings.ReplaceAll(f.Name, `\`, "/")
	for part := range strings.SplitSeq(name, "/") {
		switch {
		case part == "__MACOSX":
			return "it is what macOS puts beside a file"
		case strings.HasPrefix(part, ".") && part != "." && part != "..":
			return "its name begins with a dot"
		}
	}
	if !f.Mode().IsRegular() {
		return "it is not a regular file"
	}
	return ""
}

// isOffice tells documents of office programs, which are ZIP archives, by what
// their formats demand.
func isOffice(z *zip.Reader) bool {
	for i, f := range z.File {
		if f.Name == "[Content_Types].xml" || i == 0 && f.Name == "mimetype" {
			return true
		}
	}
	return false
}

// meter lets so many bytes be read until it is opened.
type meter struct {
	r           io.ReaderAt
	left        int64
	spent, open bool
}

func (m *meter) ReadAt(b []byte, off int64) (int, error) {
	if m.open {
		return m.r.ReadAt(b, off)
	}
	if m.spent = m.spent || int64(len(b)) > m.left; m.spent {
		return 0, io.ErrUnexpectedEOF
	}
	n, err := m.r.ReadAt(b, off)
	m.left -= int64(n)
	return n, err
}
