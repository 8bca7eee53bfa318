package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
)

// file is a PDF being written, object by object.
type file struct {
	objects []object
	plain   bool // content streams are not compressed
}

type object struct {
	dict   string
	stream []byte // nil: none
}

// add adds an object and returns its number.
func (f *file) add(dict string) int {
	f.objects = append(f.objects, object{dict: dict})
	return len(f.objects)
}

// put fills in an object that was added before.
func (f *file) put(id int, dict string) { f.objects[id-1].dict = dict }

// stream adds a stream and returns its number. more is the rest of its
// dictionary.
func (f *file) stream(more string, data []byte) int {
	filter := ""
	if !f.plain {
		data, filter = deflate(data), " /Filter /FlateDecode"
	}
	f.objects = append(f.objects, object{fmt.Sprintf("<< %s%s /Length %d >>", more, filter, len(data)), data})
	return len(f.objects)
}

func deflate(data []byte) []byte {
	var out bytes.Buffer
	w := zlib.NewWriter(&out)
	_, _ = w.Write(data) // a buffer takes everything
	_ = w.Close()
	return out.Bytes()
}

func (o object) write(out *bytes.Buffer, id int) {
	fmt.Fprintf(out, "%d 0 obj\n%s\n", id, o.dict)
	if o.stream != nil {
		fmt.Fprintf(out, "stream\n%s\nendstream\n", o.stream)
	}
	out.WriteString("endobj\n")
}

// classic writes the file with a table of where its objects stand.
func (f *file) classic(version string, root, info int) []byte {
	var out bytes.Buffer
	fmt.Fprintf(&out, "%%PDF-%s\n%%\xe2\xe3\xcf\xd3\n", version)
	var at []int
	for i, o := range f.objects {
		at = append(at, out.Len())
		o.write(&out, i+1)
	}
	start := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, a := range at {
		fmt.Fprintf(&out, "%010d 00000 n \n", a)
	}
	fmt.Fprintf(&out, "trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, root, info, start)
	return out.Bytes()
}

// packed writes the file as PDF 1.5 allows: what is no stream in an object
// stream, and the table as a stream, too.
func (f *file) packed(version string, root, info int) []byte {
	var out bytes.Buffer
	fmt.Fprintf(&out, "%%PDF-%s\n%%\xe2\xe3\xcf\xd3\n", version)
	holder, table := len(f.objects)+1, len(f.objects)+2
	entries := make([]byte, 0, 6*(table+1))
	entry := func(kind byte, a, b int) {
		entries = append(be.AppendUint32(append(entries, kind), uint32(a)), byte(b>>8), byte(b))
	}
	entry(0, 0, 65535)
	var index, body strings.Builder
	held := 0
	for i, o := range f.objects {
		if o.stream != nil {
			entry(1, out.Len(), 0)
			o.write(&out, i+1)
			continue
		}
		entry(2, holder, held)
		fmt.Fprintf(&index, "%d %d ", i+1, body.Len())
		body.WriteString(o.dict + "\n")
		held++
	}
	entry(1, out.Len(), 0)
	data := deflate([]byte(index.String() + body.String()))
	object{fmt.Sprintf("<< /Type /ObjStm /N %d /First %d /Filter /FlateDecode /Length %d >>", held, index.Len(), len(data)), data}.write(&out, holder)
	start := out.Len()
	entry(1, start, 0)
	data = deflate(entries)
	object{fmt.Sprintf("<< /Type /XRef /Size %d /W [1 4 2] /Root %d 0 R /Info %d 0 R /Filter /FlateDecode /Length %d >>", table+1, root, info, len(data)), data}.write(&out, table)
	fmt.Fprintf(&out, "startxref\n%d\n%%%%EOF\n", start)
	return out.Bytes()
}
