// Package bad holds input that is no readable document, and one letter that is
// no notice. Each must end with a sentence a person understands, stop nothing
// and lose nothing.
package bad

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	_ "embed"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"math/rand/v2"
	"sync"

	"noticed"
	"noticed/samples"
	"noticed/samples/othermail"
)

// Input is one bad input.
type Input struct {
	Name string // a file name; empty bytes are named too
	Data []byte
	Want Want
}

// Want says how it must end.
type Want struct {
	Ended noticed.Ended // dead (a refusal at the door counts), or other_mail
	Codes []string      // the reason codes that say what is wrong; any of them is right
}

// password is a letter encrypted with AES-256 and the password "secret"; qpdf
// --encrypt secret owner 256 made it.
//
//go:embed password.pdf
var password []byte

// Inputs returns all of them. The slices are shared: don't write to them.
var Inputs = sync.OnceValue(func() []Input {
	dead := func(codes ...string) Want { return Want{Ended: noticed.EndedDead, Codes: codes} }
	letter := must(samples.Other(rand.New(rand.NewPCG(1, 1)), othermail.Bank, samples.Text)).Data
	notice := must(samples.One(1, 0, samples.Options{Medium: samples.OnlyText})).Data
	return []Input{
		{"empty.pdf", nil, dead("empty")},
		{"truncated.pdf", notice[:len(notice)/3], dead("damaged", "no_pages")},
		{"password.pdf", password, dead("encrypted")},
		{"text.pdf", []byte("Dear Sir or Madam,\n\nplease find our letter attached.\n"), dead("not_a_document", "damaged")},
		{"archive.zip", archive(), dead("not_a_document")},
		{"huge.png", HugePNG(20000, 20000), dead("too_large")},
		{"loop.pdf", []byte(loop), dead("damaged", "no_pages", "timeout", "memory", "crash")},
		{"bank.pdf", letter, Want{Ended: noticed.EndedOtherMail}},
	}
})

func must(d samples.Document, err error) samples.Document {
	if err != nil {
		panic(fmt.Sprintf("making a bad input: %v", err))
	}
	return d
}

func archive() []byte {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	f, err := w.Create("notice.pdf")
	if err == nil {
		_, err = f.Write([]byte("%PDF-1.4 is inside an archive"))
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		panic(fmt.Sprintf("making a zip archive: %v", err))
	}
	return out.Bytes()
}

// HugePNG is a white page of the given size in pixels: small in bytes and large
// once it is opened.
func HugePNG(width, height int) []byte {
	var data bytes.Buffer
	z, err := zlib.NewWriterLevel(&data, zlib.BestSpeed)
	if err != nil {
		panic(fmt.Sprintf("making a huge PNG: %v", err))
	}
	row := make([]byte, 1+(width+7)/8)
	for i := range row[1:] {
		row[1+i] = 0xff
	}
	for range height {
		if _, err := z.Write(row); err != nil {
			panic(fmt.Sprintf("making a huge PNG: %v", err))
		}
	}
	if err := z.Close(); err != nil {
		panic(fmt.Sprintf("making a huge PNG: %v", err))
	}
	header := binary.BigEndian.AppendUint32(nil, uint32(width))
	header = append(binary.BigEndian.AppendUint32(header, uint32(height)), 1, 0, 0, 0, 0)
	out := []byte("\x89PNG\r\n\x1a\n")
	for _, c := range []struct {
		kind string
		data []byte
	}{{"IHDR", header}, {"IDAT", data.Bytes()}, {"IEND", nil}} {
		out = binary.BigEndian.AppendUint32(out, uint32(len(c.data)))
		body := append([]byte(c.kind), c.data...)
		out = append(out, body...)
		out = binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(body))
	}
	return out
}

// loop is a PDF whose page tree contains itself.
const loop = `%PDF-1.4
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
endobj
2 0 obj
<< /Type /Pages /Count 3 /Kids [2 0 R 3 0 R 2 0 R] >>
endobj
3 0 obj
<< /Type /Pages /Parent 2 0 R /Count 2 /Kids [2 0 R 3 0 R] >>
endobj
xref
0 4
0000000000 65535 f 
0000000009 00000 n 
0000000058 00000 n 
0000000127 00000 n 
trailer
<< /Size 4 /Root 1 0 R >>
startxref
204
%%EOF
`
