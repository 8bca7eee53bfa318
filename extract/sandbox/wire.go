package sandbox

import (
	"bufio"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"noticed/extract"
	"noticed/extract/format"
)

// What goes over the pipes: frames of JSON with their length before them. JSON
// and not gob, because the parent must not trust a child that has read a
// stranger's bytes, and encoding/json is made for that.

const (
	maxRequest  = 1 << 20  // bytes of a frame to the child
	maxResponse = 32 << 20 // bytes of a frame from the child: a page of print is 100 kB
)

// errFrame means that the other side broke the protocol.
var errFrame = errors.New("a frame larger than any answer, or none")

// setup is the first frame a child gets.
type setup struct {
	CacheDir  string `json:"cache_dir"`
	MaxBytes  int64  `json:"max_bytes"`
	MaxPages  int    `json:"max_pages"`
	MaxPixels int64  `json:"max_pixels"`
	Memory    int64  `json:"memory"`
	Look      bool   `json:"look,omitempty"` // for doctor: list Tesseract's languages too
}

// hello is what a child answers once it is ready, or can't be.
type hello struct {
	Fault     string   `json:"fault,omitempty"` // why it can't read
	Sealed    Sealed   `json:"sealed"`
	Tesseract string   `json:"tesseract"`
	Languages []string `json:"languages,omitempty"`
	HEIC      string   `json:"heic,omitempty"` // what decodes it
}

type operation string

const (
	opOpen  operation = "open" // followed by Size bytes
	opRead  operation = "read"
	opClose operation = "close"
)

// request is a frame to the child.
type request struct {
	Number   uint64           `json:"number"`
	Op       operation        `json:"op"`
	Size     int64            `json:"size,omitempty"`
	Cautious bool             `json:"cautious,omitempty"`
	CPU      int64            `json:"cpu,omitempty"` // seconds this document may use
	Read     *extract.Request `json:"read,omitempty"`
}

// response is a frame from the child.
type response struct {
	Number  uint64           `json:"number"`
	Fault   string           `json:"fault,omitempty"` // the request made no sense, or an engine would not start
	Refusal *extract.Refusal `json:"refusal,omitempty"`
	Format  format.Format    `json:"format,omitempty"`
	Pages   []extract.Page   `json:"pages,omitempty"`
	Answer  *extract.Answer  `json:"answer,omitempty"`
	Leaked  int              `json:"leaked,omitempty"` // pictures recognised for the document
	Spent   bool             `json:"spent,omitempty"`  // the child must not be used again
}

// send writes one frame.
func send(w io.Writer, v any, most int) error {
	b, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("writing a frame: %w", err)
	}
	if len(b) > most {
		return fmt.Errorf("writing a frame of %d bytes: %w", len(b), errFrame)
	}
	b = append(binary.BigEndian.AppendUint32(make([]byte, 0, 4+len(b)), uint32(len(b))), b...)
	if _, err := w.Write(b); err != nil {
		return fmt.Errorf("writing a frame: %w", err)
	}
	return nil
}

// receive reads one frame into v, of no more bytes than most.
func receive(r *bufio.Reader, v any, most int) error {
	var head [4]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return fmt.Errorf("reading a frame: %w", err)
	}
	n := int64(binary.BigEndian.Uint32(head[:]))
	if n == 0 || n > int64(most) {
		return fmt.Errorf("reading a frame of %d bytes: %w", n, errFrame)
	}
	b, err := io.ReadAll(io.LimitReader(r, n)) // grows with what comes, not with what is claimed
	if err != nil {
		return fmt.Errorf("reading a frame: %w", err)
	}
	if int64(len(b)) < n {
		return fmt.Errorf("reading a frame: %w", io.ErrUnexpectedEOF)
	}
	if err := json.Unmarshal(b, v); err != nil {
		return fmt.Errorf("reading a frame: %w: %w", errFrame, err)
	}
	return nil
}
