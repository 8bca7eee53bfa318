package container

import (
	"bytes"
	"fmt"
	"image"
	_ "image/gif" // only their sizes are looked at
	_ "image/jpeg"
	_ "image/png"
	"io"
	"strings"

	"github.com/emersion/go-message"
	_ "github.com/emersion/go-message/charset" // names of attachments come in any of them

	"noticed/extract/format"
	"noticed/ingest"
)

const (
	// multiparts is how deep the parts of a message may lie in each other.
	multiparts = 20
	// smallPicture is the side, in pixels, below which a picture in the text of a
	// message is no page: a logo, a line, a face.
	smallPicture = 500
)

// letter is a message that is gone through.
type letter struct {
	place
	in    *capped
	size  int64 // in bytes, if it is the file itself
	parts int
}

// message gives what is attached to a mail message: at least its refusal.
func (w *walk) message(p place, r io.Reader, size int64) {
	before := w.given
	w.letter(p, r, size)
	w.through = max(w.through, whole(p))
	if w.given == before {
		w.refuse(p, ingest.RefusedEmpty, "The message has no document attached; its text is not read.")
	}
}

// letter gives what is attached to a message, if anything is. Its text is no
// document.
func (w *walk) letter(p place, r io.Reader, size int64) {
	l := &letter{place: p, in: &capped{r: r, left: w.limits.Message}, size: size}
	e, err := message.Read(l.in)
	switch {
	case e == nil && l.in.spent:
		w.tooLong(l)
	case e == nil:
		w.refuse(p, ingest.RefusedDamaged, "The message is damaged at its beginning.")
	default:
		w.part(l, e, err, 0)
	}
}

func (w *walk) tooLong(l *letter) {
	w.refuse(l.place, ingest.RefusedTooLarge, "The message is larger than %d MB: submit what is attached to it by itself.", w.limits.Message>>20)
}

// part gives what is in one part of a message. err is what was wrong with its
// encoding.
func (w *walk) part(l *letter, e *message.Entity, err error, depth int) {
	if w.over {
		return
	}
	media, params, _ := e.Header.ContentType()
	if parts := e.MultipartReader(); parts != nil {
		w.multipart(l, media, parts, depth)
		return
	}
	l.parts++
	disposition, more, _ := e.Header.ContentDisposition()
	name := more["filename"]
	if name == "" {
		name = params["name"]
	}
	p := l.inside(base(name))
	attached := disposition == "attachment" || name != ""
	switch {
	case strings.HasSuffix(media, "/pkcs7-mime") || strings.HasSuffix(media, "/x-pkcs7-mime"):
		if kind := params["smime-type"]; kind == "" || strings.Contains(kind, "enveloped") {
			w.encrypted(l)
			return
		}
		w.refuse(l.place, ingest.RefusedUnsupported, "The message is wrapped in its signature (S/MIME): open it in a mail program and save what is attached.")
		return
	case strings.HasSuffix(media, "pkcs7-signature") || strings.HasSuffix(media, "pgp-signature"):
		return // of the message, not a part of what it says
	case media == "message/rfc822" || media == "message/global":
		if p.name == "" {
			p.name = fmt.Sprintf("message-%d.eml", l.parts)
		}
	case !attached && (strings.HasPrefix(media, "text/") || strings.HasPrefix(media, "message/")):
		return // the text itself, and what mail servers report
	}
	if err != nil && !message.IsUnknownCharset(err) {
		w.refuse(named(p, l, nil), ingest.RefusedUnsupported, "It is encoded in a way noticed does not know: save it from a mail program and submit it by itself.")
		return
	}
	data, ok := w.member(named(p, l, nil), e.Body)
	if l.depth == 0 && l.size > 0 {
		w.through = min(1, float64(w.limits.Message-l.in.left)/float64(l.size))
	}
	switch {
	case !ok:
	case strings.HasPrefix(media, "image/") && disposition != "attachment" && isSmall(data):
		w.give(named(p, l, data), Document{LeftOut: "it is a small picture in the text of the message"})
	case strings.HasPrefix(media, "message/") && media != "message/partial":
		w.attached(named(p, l, data), data)
	default:
		w.inner(named(p, l, data), data)
	}
}

func (w *walk) multipart(l *letter, media string, parts message.MultipartReader, depth int) {
	if media == "multipart/encrypted" {
		w.encrypted(l)
		return
	}
	if depth >= multiparts {
		w.refuse(l.place, ingest.RefusedUnsupported, "The parts of the message lie in each other more than %d deep.", multiparts)
		return
	}
	for !w.over {
		e, err := parts.NextPart()
		switch {
		case e != nil:
			w.part(l, e, err, depth+1)
			continue
		case err == io.EOF: //nolint:errorlint // as the library promises it
		case l.in.spent:
			w.tooLong(l)
		default:
			w.refuse(l.place, ingest.RefusedDamaged, "The message breaks off, or is damaged: what is attached behind that can't be had.")
		}
		return
	}
}

// attached gives a message that is attached to another. It is one whatever it
// begins with.
func (w *walk) attached(p place, data []byte) {
	switch {
	case int64(len(data)) > w.limits.Document:
		w.refuse(p, ingest.RefusedTooLarge, "It is a message of more than %d MB inside another: take it out and submit it by itself.", w.limits.Document>>20)
	case p.depth >= w.limits.Depth:
		w.refuse(p, ingest.RefusedUnsupported, "It lies in %d archives or messages, one inside another: take it out and submit it by itself.", p.depth)
	default:
		w.message(p, bytes.NewReader(data), 0)
	}
}

func (w *walk) encrypted(l *letter) {
	w.refuse(l.place, ingest.RefusedEncrypted, "The message is encrypted: open it in a mail program and save what is attached.")
}

// named gives a part without a name one that tells which it is.
func named(p place, l *letter, data []byte) place {
	if p.name == "" {
		p.name = fmt.Sprintf("attachment-%d%s", l.parts, format.Sniff(data).Extension())
	}
	return p
}

// isSmall says whether a picture is too small for a page.
func isSmall(data []byte) bool {
	c, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return false
	}
	return c.Width < smallPicture || c.Height < smallPicture
}

// capped lets so many bytes be read, and remembers if more were wanted.
type capped struct {
	r     io.Reader
	left  int64
	spent bool
}

func (c *capped) Read(b []byte) (int, error) {
	if c.left <= 0 {
		n, err := c.r.Read(make([]byte, 1))
		if n == 0 && err != nil {
			return 0, err
		}
		c.spent = true
		return 0, io.ErrUnexpectedEOF
	}
	n, err := c.r.Read(b[:min(int64(len(b)), c.left)])
	c.left -= int64(n)
	return n, err
}
