package container_test

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"fmt"
	"hash/crc32"
	"image"
	"image/png"
	"slices"
	"strings"
	"testing"

	"noticed/ingest/container"
)

const pdf = "%PDF-1.4 a page"

// member is a file in an archive; data may itself be an archive.
type member struct{ name, data string }

func zipped(t testing.TB, members ...member) string {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, m := range members {
		f, err := w.Create(m.name)
		if err == nil {
			_, err = f.Write([]byte(m.data))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func part(header, body string) string { return strings.TrimSpace(header) + "\r\n\r\n" + body + "\r\n" }

func attachment(name, data string) string {
	return part(fmt.Sprintf("Content-Type: application/octet-stream; name=%q\r\nContent-Disposition: attachment; filename=%q\r\nContent-Transfer-Encoding: base64", name, name),
		base64.StdEncoding.EncodeToString([]byte(data)))
}

func message(parts ...string) string {
	var b strings.Builder
	boundary := fmt.Sprintf("b%x", crc32.ChecksumIEEE([]byte(strings.Join(parts, ""))))
	b.WriteString("Received: from mail.example (mail.example [192.0.2.1])\r\n\tby mx.example; Wed, 3 Jun 2026 10:11:12 +0000\r\n")
	b.WriteString("From: Pat Example <pat@example.com>\r\nTo: scans@example.com\r\nSubject: notice\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=" + boundary + "\r\n\r\n")
	for _, p := range append([]string{part("Content-Type: text/plain; charset=utf-8", "Please see the notice.")}, parts...) {
		b.WriteString("--" + boundary + "\r\n" + p)
	}
	b.WriteString("--" + boundary + "--\r\n")
	return b.String()
}

// mbox quotes as mail programs do.
func mbox(messages ...string) string {
	var b strings.Builder
	for _, m := range messages {
		b.WriteString("From pat@example.com Wed Jun  3 10:11:12 2026\n")
		b.WriteString(strings.ReplaceAll(m, "\nFrom ", "\n>From ") + "\n")
	}
	return b.String()
}

func picture(side int) string {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, side, side))); err != nil {
		panic(err)
	}
	return b.String()
}

// inText is a picture in the text of a message.
func inText(data string) string {
	return part("Content-Type: image/png; name=image001.png\r\nContent-ID: <image001>\r\nContent-Disposition: inline\r\nContent-Transfer-Encoding: base64",
		base64.StdEncoding.EncodeToString([]byte(data)))
}

// shown is a document in one line.
func shown(d container.Document) string {
	s := d.Name
	if d.Within != "" {
		s = d.Within + "/" + d.Name
	}
	switch {
	case d.Refusal != nil:
		return s + " refused: " + string(d.Refusal.Code)
	case d.LeftOut != "":
		return s + " left out: " + d.LeftOut
	}
	return s
}

func documents(t testing.TB, name, data string, l container.Limits) []string {
	t.Helper()
	var got []string
	through := 0.0
	for d := range container.Documents(name, strings.NewReader(data), int64(len(data)), l) {
		if (d.Refusal != nil || d.LeftOut != "") && d.Data != nil {
			t.Errorf("%s has bytes", shown(d))
		}
		if d.Through < through || d.Through > 1 {
			t.Errorf("%s: through %v after %v", shown(d), d.Through, through)
		}
		through = d.Through
		got = append(got, shown(d))
	}
	return got
}

func TestDocuments(t *testing.T) {
	locked := strings.Replace(zipped(t, member{"a.pdf", pdf}), "PK\x01\x02\x14\x00\x14\x00\x08\x00", "PK\x01\x02\x14\x00\x14\x00\x09\x00", 1)
	unknown := strings.ReplaceAll(zipped(t, member{"a.pdf", pdf}), "\x14\x00\x08\x00\x08\x00\x00\x00\x00\x00", "\x14\x00\x08\x00\x0e\x00\x00\x00\x00\x00")
	damaged := strings.Replace(stored(pdf), "a page", "a pagE", 1)
	for _, tc := range []struct {
		what, name, data string
		want             []string
	}{
		{"a document", "scan.pdf", pdf, []string{"scan.pdf"}},
		{"a text that begins like a letter", "a.txt", "From: us\nTo: you\n\nDear Sir", []string{"a.txt"}},
		{"nothing", "a.pdf", "", []string{"a.pdf"}},
		{"an archive by any name", "scans.pdf", zipped(t, member{"a.pdf", pdf}, member{"clients/pat/b.pdf", pdf}, member{`x\c.pdf`, pdf}, member{"../../d.pdf", pdf}),
			[]string{"scans.pdf/a.pdf", "scans.pdf/b.pdf", "scans.pdf/c.pdf", "scans.pdf/d.pdf"}},
		{"what nobody put there to be read", "a.zip", zipped(t, member{"a.pdf", pdf}, member{"__MACOSX/._a.pdf", "x"}, member{".DS_Store", "x"}, member{"folder/", ""}),
			[]string{"a.zip/a.pdf", "a.zip/._a.pdf left out: it is what macOS puts beside a file", "a.zip/.DS_Store left out: its name begins with a dot"}},
		{"an archive in an archive", "a.zip", zipped(t, member{"b.zip", zipped(t, member{"c.zip", zipped(t, member{"d.pdf", pdf})})}, member{"e.pdf", pdf}),
			[]string{"a.zip/b.zip/c.zip/d.pdf", "a.zip/e.pdf"}},
		{"one too deep", "a.zip", zipped(t, member{"b", zipped(t, member{"c", zipped(t, member{"d", zipped(t, member{"e.pdf", pdf})})})}, member{"f.pdf", pdf}),
			[]string{"a.zip/b/c/d refused: unsupported", "a.zip/f.pdf"}},
		{"an empty archive", "a.zip", zipped(t), []string{"a.zip refused: empty"}},
		{"an archive cut off", "a.zip", zipped(t, member{"a.pdf", pdf})[:60], []string{"a.zip refused: damaged"}},
		{"a Word document", "a.docx", zipped(t, member{"[Content_Types].xml", "x"}, member{"word/document.xml", "x"}), []string{"a.docx"}},
		{"a folder called word", "a.zip", zipped(t, member{"password/a.pdf", pdf}), []string{"a.zip/a.pdf"}},
		{"an encrypted member", "a.zip", locked, []string{"a.zip/a.pdf refused: encrypted"}},
		{"an unknown compression", "a.zip", unknown, []string{"a.zip/a.pdf refused: unsupported"}},
		{"a damaged member", "a.zip", damaged, []string{"a.zip/a.pdf refused: damaged"}},

		{"a message", "m.eml", message(attachment("LT11.pdf", pdf), attachment("CP14.pdf", pdf)), []string{"m.eml/LT11.pdf", "m.eml/CP14.pdf"}},
		{"a message without anything", "m.eml", message(), []string{"m.eml refused: empty"}},
		{"pictures in its text: a logo, and a page", "m.eml", message(inText(picture(80)), inText(picture(900))),
			[]string{"m.eml/image001.png left out: it is a small picture in the text of the message", "m.eml/image001.png"}},
		{"a small picture that is attached", "m.eml", message(attachment("stub.png", picture(80))), []string{"m.eml/stub.png"}},
		{"names in other charsets, and none", "m.eml", message(
			part("Content-Type: application/pdf; name=\"=?windows-1252?Q?Gr=FC=DFe.pdf?=\"\r\nContent-Transfer-Encoding: 8bit", pdf),
			part("Content-Type: application/pdf\r\nContent-Disposition: attachment; filename*=UTF-8''na%C3%AFve.pdf", pdf),
			part("Content-Type: application/pdf", pdf)),
			[]string{"m.eml/Grüße.pdf", "m.eml/naïve.pdf", "m.eml/attachment-4.pdf"}},
		{"an archive attached", "m.eml", message(attachment("scans.zip", zipped(t, member{"a.pdf", pdf}))), []string{"m.eml/scans.zip/a.pdf"}},
		{"a message forwarded as attachment", "m.eml", message(part("Content-Type: message/rfc822", message(attachment("a.pdf", pdf)))), []string{"m.eml/message-2.eml/a.pdf"}},
		{"a message saved and attached", "m.eml", message(attachment("fwd.eml", message(attachment("a.pdf", pdf)))), []string{"m.eml/fwd.eml/a.pdf"}},
		{"a message in an archive", "a.zip", zipped(t, member{"m.eml", message(attachment("a.pdf", pdf))}), []string{"a.zip/m.eml/a.pdf"}},
		{"a message that breaks off", "m.eml", strings.TrimSuffix(message(attachment("a.pdf", pdf), attachment("b.pdf", strings.Repeat(pdf, 99))), "--b--\r\n")[:1800],
			[]string{"m.eml/a.pdf", "m.eml/b.pdf refused: damaged", "m.eml refused: damaged"}},
		{"an encrypted message", "m.eml", "From: a@example.com\nMIME-Version: 1.0\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\n\nMIIB", []string{"m.eml refused: encrypted"}},
		{"a message encrypted by PGP", "m.eml", "From: a@example.com\nMIME-Version: 1.0\nContent-Type: multipart/encrypted; boundary=b\n\n--b\n\nx\n--b--\n", []string{"m.eml refused: encrypted"}},

		{"a mailbox", "in.mbox", mbox(message(attachment("a.pdf", pdf)), message(), message(part("Content-Type: text/plain", "\r\nFrom here on"), attachment("b.pdf", pdf))),
			[]string{"in.mbox/message-1.eml/a.pdf", "in.mbox/message-3.eml/b.pdf"}},
		{"a mailbox without attachments", "in.mbox", mbox(message(), message()), []string{"in.mbox refused: empty"}},
	} {
		if got := documents(t, tc.name, tc.data, container.Limits{}); !slices.Equal(got, tc.want) {
			t.Errorf("%s:\n got %q\nwant %q", tc.what, got, tc.want)
		}
	}
}

// stored is an archive whose member is not compressed.
func stored(data string) string {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	f, err := w.CreateRaw(&zip.FileHeader{
		Name: "a.pdf", Method: zip.Store, CRC32: crc32.ChecksumIEEE([]byte(data)),
		CompressedSize64: uint64(len(data)), UncompressedSize64: uint64(len(data)),
	})
	if err == nil {
		_, err = f.Write([]byte(data))
	}
	if err != nil || w.Close() != nil {
		panic(err)
	}
	return out.String()
}

// The bytes that come out are those that went in.
func TestBytes(t *testing.T) {
	long := "%PDF-1.4 " + strings.Repeat("0123456789\n>From me\nFrom you\n\n", 9000)
	for name, data := range map[string]string{
		"scan.pdf": long,
		"a.zip":    zipped(t, member{"b.zip", zipped(t, member{"scan.pdf", long})}),
		"m.eml":    message(attachment("scan.pdf", long)),
		"in.mbox":  mbox(message(), message(attachment("scan.pdf", long)), message()),
	} {
		n := 0
		for d := range container.Documents(name, strings.NewReader(data), int64(len(data)), container.Limits{}) {
			if n++; string(d.Data) != long {
				t.Errorf("%s: %d bytes, want %d (%v)", name, len(d.Data), len(long), d.Refusal)
			}
		}
		if n != 1 {
			t.Errorf("%s: %d documents", name, n)
		}
	}
}

// A small file can't cost much: what is beyond the limits is named, and what
// came before it was given.
func TestLimits(t *testing.T) {
	zeros := strings.Repeat("\x00", 1<<20)
	many := make([]member, 50)
	for i := range many {
		many[i] = member{fmt.Sprintf("%d.pdf", i), pdf}
	}
	for _, tc := range []struct {
		what, data string
		limits     container.Limits
		want       []string
	}{
		{"too many files", zipped(t, many...), container.Limits{Members: 2},
			[]string{"x/0.pdf", "x/1.pdf", "x/2.pdf refused: too_large"}},
		{"too many, each in its archive", zipped(t, member{"a", zipped(t, many[:3]...)}, member{"b", zipped(t, many...)}), container.Limits{Members: 6},
			[]string{"x/a/0.pdf", "x/a/1.pdf", "x/a/2.pdf", "x/b/0.pdf", "x/b/1.pdf refused: too_large"}},
		{"too many bytes", zipped(t, member{"a.pdf", zeros}, member{"b.pdf", zeros}, member{"c.pdf", zeros}), container.Limits{Total: 2 << 20},
			[]string{"x/a.pdf", "x/b.pdf", "x/c.pdf refused: too_large"}},
		{"a large document, which package ingest refuses", zipped(t, member{"a.pdf", zeros}), container.Limits{Document: 1000}, []string{"x/a.pdf"}},
		{"a large archive inside", zipped(t, member{"a.zip", zipped(t, many...)}), container.Limits{Document: 1000}, []string{"x/a.zip refused: too_large"}},
		{"a long message", message(attachment("a.pdf", pdf), attachment("b.pdf", zeros)), container.Limits{Message: 2000},
			[]string{"x/a.pdf", "x/b.pdf refused: damaged", "x refused: too_large"}},
	} {
		if got := documents(t, "x", tc.data, tc.limits); !slices.Equal(got, tc.want) {
			t.Errorf("%s:\n got %q\nwant %q", tc.what, got, tc.want)
		}
	}
	for d := range container.Documents("x", strings.NewReader(zeros), 1<<20, container.Limits{Document: 1000}) {
		if len(d.Data) != 1001 {
			t.Errorf("%d bytes of a document beyond the limit of 1000", len(d.Data))
		}
	}
}

// Whoever has enough may stop.
func TestStops(t *testing.T) {
	data := zipped(t, member{"a.pdf", pdf}, member{"b.pdf", pdf}, member{"c.zip", zipped(t, member{"d.pdf", pdf}, member{"e.pdf", pdf})})
	for enough := 1; enough <= 4; enough++ {
		n := 0
		for range container.Documents("a.zip", strings.NewReader(data), int64(len(data)), container.Limits{}) {
			if n++; n == enough {
				break
			}
		}
		if n != enough {
			t.Errorf("%d documents after %d were enough", n, enough)
		}
	}
}
