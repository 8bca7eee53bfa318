package container_test

import (
	"strings"
	"testing"

	"noticed/ingest/container"
)

// Whatever the bytes: every file gives something, within its limits, and no name
// has a folder in it.
func FuzzDocuments(f *testing.F) {
	inner := zipped(f, member{"b.pdf", pdf})
	for _, seed := range []string{
		pdf, "", inner, zipped(f, member{"a.pdf", pdf}, member{"../x", inner}, member{".y", ""}),
		message(attachment("a.pdf", pdf), attachment("b.zip", inner), inText(picture(10))),
		message(part("Content-Type: message/rfc822", message(attachment("a.pdf", pdf)))),
		mbox(message(attachment("a.pdf", pdf)), message()),
		"From: a\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: multipart/mixed; boundary=c\n\n--c\n\n--c--\n--b--",
	} {
		f.Add([]byte(seed))
	}
	l := container.Limits{Document: 1 << 16, Message: 1 << 18, Members: 20, Total: 1 << 18}
	f.Fuzz(func(t *testing.T, data []byte) {
		n, total, through := 0, 0, 0.0
		for d := range container.Documents("file", strings.NewReader(string(data)), int64(len(data)), l) {
			n++
			total += len(d.Data)
			if int64(len(d.Data)) > l.Document+1 {
				t.Fatalf("%d bytes of %s", len(d.Data), shown(d))
			}
			if strings.ContainsAny(d.Name, `/`) || strings.Count(d.Within, "/") >= 3 || !strings.HasPrefix(d.Within+"/"+d.Name, "file") && d.Within != "" {
				t.Fatalf("%q within %q", d.Name, d.Within)
			}
			if d.Through < through || d.Through > 1 {
				t.Fatalf("through %v after %v", d.Through, through)
			}
			through = d.Through
			if d.Refusal != nil && (d.Refusal.Code == "" || len(strings.Fields(d.Refusal.Message)) < 4) {
				t.Fatalf("refused with %+v", d.Refusal)
			}
		}
		if n == 0 {
			t.Fatal("a file gave nothing")
		}
		if int64(total) > l.Total+l.Document+1 && n > 1 {
			t.Fatalf("%d bytes came out", total)
		}
	})
}
