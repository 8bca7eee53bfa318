package papertest

import (
	"fmt"
	"hash/crc32"
	"strings"
)

func crc(b []byte) uint32 { return crc32.ChecksumIEEE(b) }

// LoopingKids is a PDF whose page tree contains itself, and nothing else.
func LoopingKids() []byte {
	return []byte("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n" +
		"2 0 obj\n<< /Type /Pages /Count 3 /Kids [2 0 R 2 0 R 2 0 R] >>\nendobj\n" +
		"xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000058 00000 n \n" +
		"trailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n128\n%%EOF\n")
}

// LoopingTree is a PDF with a sound page whose page tree contains itself, too:
// PDFium reads the page, ledongthuc/pdf walks in a circle.
func LoopingTree() []byte {
	s := string(PDF(Page{Content: Show(72, 700, Letter)}))
	const kids = "/Kids [3 0 R]"
	return []byte(strings.Replace(strings.Replace(s, kids, "/Kids [4 0 R 3 0 R]", 1), "/Count 1", "/Count 2", 1))
}

// LoopingPrev is a sound PDF whose cross-reference table names itself as its
// predecessor.
func LoopingPrev() []byte {
	b := PDF(Page{Content: Show(72, 700, Letter)})
	s := string(b)
	var at int
	for i := range s {
		if i+5 < len(s) && s[i:i+5] == "xref\n" && (i == 0 || s[i-1] == '\n') {
			at = i
		}
	}
	for i := at; i < len(s); i++ {
		if i+10 < len(s) && s[i:i+10] == "trailer\n<<" {
			return []byte(s[:i+10] + fmt.Sprintf(" /Prev %d", at) + s[i+10:])
		}
	}
	panic("no trailer")
}

// HugeSize is a sound PDF that claims to have four milliards of objects.
func HugeSize() []byte {
	b := string(PDF(Page{Content: Show(72, 700, Letter)}))
	for i := len(b) - 10; i > 0; i-- {
		if b[i:i+6] == "/Size " {
			return []byte(b[:i] + "/Size 4294967295 " + b[i+8:])
		}
	}
	panic("no size")
}
