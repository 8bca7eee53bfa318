// Package words holds what the real readers answered for the documents of
// samples/mail, so that classify and reading are tested on true OCR without
// running it. samples/record writes it; Tesseract says which version was asked:
// another one reads differently, and the recording is to be made anew.
package words

import (
	"context"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math"
	"strings"

	"noticed"
	"noticed/extract"
	"noticed/extract/format"
)

//go:embed *.json
var files embed.FS

// Recording is what was answered for one document.
type Recording struct {
	File      string          `json:"file"`   // in samples/mail
	SHA256    string          `json:"sha256"` // of its bytes, lower-case hex
	Format    format.Format   `json:"format"`
	Tesseract string          `json:"tesseract"`
	Pages     []CompactPage   `json:"pages"`
	Answers   []CompactAnswer `json:"answers"`
}

// CompactPage is an extract.Page with names for all its fields.
type CompactPage struct {
	Number    int     `json:"number"`
	Width     float64 `json:"width"` // points, rounded to tenths
	Height    float64 `json:"height"`
	TextLayer bool    `json:"text_layer"`
}

// CompactPages makes pages small.
func CompactPages(pages []extract.Page) []CompactPage {
	tenths := func(v float64) float64 { return math.Round(v*10) / 10 }
	var out []CompactPage
	for _, p := range pages {
		out = append(out, CompactPage{p.Number, tenths(p.Width), tenths(p.Height), p.TextLayer})
	}
	return out
}

// CompactAnswer is an extract.Answer that takes little room: boxes in ten
// thousandths of the page and confidence in percent, one word a row.
type CompactAnswer struct {
	Request    extract.Request `json:"request"`
	How        noticed.How     `json:"how"`
	Shape      float64         `json:"shape,omitempty"`
	Unreadable string          `json:"unreadable,omitempty"`
	Words      []CompactWord   `json:"words"`
}

// CompactWord is text, left, top, right, bottom and confidence.
type CompactWord struct {
	Text string
	At   [5]int
}

// MarshalJSON writes a list of six.
func (w CompactWord) MarshalJSON() ([]byte, error) {
	return json.Marshal([]any{w.Text, w.At[0], w.At[1], w.At[2], w.At[3], w.At[4]})
}

// UnmarshalJSON reads a list of six.
func (w *CompactWord) UnmarshalJSON(b []byte) error {
	return json.Unmarshal(b, &[]any{&w.Text, &w.At[0], &w.At[1], &w.At[2], &w.At[3], &w.At[4]})
}

// Compact makes an answer small.
func Compact(a extract.Answer) CompactAnswer {
	c := CompactAnswer{Request: a.Request, How: a.How, Shape: math.Round(a.Shape*1e4) / 1e4, Unreadable: a.Unreadable, Words: []CompactWord{}}
	n := func(v, unit float64) int { return int(v*unit + 0.5) }
	for _, w := range a.Words {
		c.Words = append(c.Words, CompactWord{w.Text, [5]int{n(w.Box[0], 1e4), n(w.Box[1], 1e4), n(w.Box[2], 1e4), n(w.Box[3], 1e4), n(w.Confidence, 100)}})
	}
	return c
}

// Answer is the answer as it was given, but for the rounding.
func (c CompactAnswer) Answer() extract.Answer {
	a := extract.Answer{Request: c.Request, How: c.How, Shape: c.Shape, Unreadable: c.Unreadable}
	for _, w := range c.Words {
		f := func(i int) float64 { return float64(w.At[i]) / 1e4 }
		a.Words = append(a.Words, extract.Word{Text: w.Text, Box: noticed.Box{f(0), f(1), f(2), f(3)}, Confidence: float64(w.At[4]) / 100})
	}
	return a
}

// Names lists the recordings: the documents' names without extension.
func Names() []string {
	entries, err := files.ReadDir(".")
	if err != nil {
		panic(fmt.Sprintf("listing the recorded words: %v", err))
	}
	var names []string
	for _, e := range entries {
		names = append(names, strings.TrimSuffix(e.Name(), ".json"))
	}
	return names
}

// Load returns the recording of a document by its name without extension.
func Load(name string) (Recording, error) {
	var r Recording
	b, err := files.ReadFile(name + ".json")
	if err == nil {
		err = json.Unmarshal(b, &r)
	}
	if err != nil {
		return Recording{}, fmt.Errorf("loading the recorded words of %s: %w", name, err)
	}
	return r, nil
}

// Answer returns what was answered for a request.
func (r Recording) Answer(q extract.Request) (extract.Answer, bool) {
	for _, a := range r.Answers {
		if same(a.Request, q) {
			return a.Answer(), true
		}
	}
	return extract.Answer{}, false
}

// Within answers a request that was never made from the whole page's recording:
// the words whose middle lies in the region.
func (r Recording) Within(q extract.Request) (extract.Answer, bool) {
	whole := extract.Request{Page: q.Page, Region: noticed.WholePage, Effort: extract.Full}
	if q.Effort == extract.Text {
		whole.Effort = extract.Text
	}
	a, ok := r.Answer(whole)
	if !ok && q.Effort == extract.SecondOpinion { // of a text layer
		whole.Effort = extract.Text
		a, ok = r.Answer(whole)
	}
	if !ok {
		return extract.Answer{}, false
	}
	var inside []extract.Word
	for _, w := range a.Words {
		if q.Region.Holds(w.Box) {
			inside = append(inside, w)
		}
	}
	a.Request, a.Words = q, inside
	return a, true
}

// same compares requests as their recorded form does: regions to four places.
func same(a, b extract.Request) bool {
	for i := range a.Region {
		if math.Abs(a.Region[i]-b.Region[i]) > 1e-4 {
			return false
		}
	}
	return a.Page == b.Page && a.Effort == b.Effort
}

// Opener opens the recorded documents by their bytes, as the real one does.
func Opener() (extract.Opener, error) {
	o := opener{}
	for _, name := range Names() {
		r, err := Load(name)
		if err != nil {
			return nil, err
		}
		o[r.SHA256] = r
	}
	return o, nil
}

type opener map[string]Recording

func (o opener) Open(_ context.Context, data []byte) (extract.Document, error) {
	sum := sha256.Sum256(data)
	r, ok := o[hex.EncodeToString(sum[:])]
	if !ok {
		return nil, fmt.Errorf("opening %x: its words were not recorded", sum[:6])
	}
	return document{r}, nil
}

type document struct{ r Recording }

func (d document) Format() format.Format { return d.r.Format }
func (d document) Pages() []extract.Page {
	var out []extract.Page
	for _, p := range d.r.Pages {
		out = append(out, extract.Page{Number: p.Number, Width: p.Width, Height: p.Height, TextLayer: p.TextLayer})
	}
	return out
}
func (d document) Close() error { return nil }

// Read answers from the recording: as it was answered if it was asked then, else
// out of the whole page.
func (d document) Read(_ context.Context, q extract.Request) (extract.Answer, error) {
	if a, ok := d.r.Answer(q); ok {
		return a, nil
	}
	a, ok := d.r.Within(q)
	if !ok {
		return extract.Answer{}, fmt.Errorf("reading page %d of %s: %s of %v was not recorded; run go run ./samples/record", q.Page, d.r.File, q.Effort, q.Region)
	}
	return a, nil
}
