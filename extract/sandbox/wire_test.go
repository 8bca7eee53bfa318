package sandbox

import (
	"bufio"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"math"
	"path/filepath"
	"slices"
	"testing"

	"noticed"
	"noticed/extract"
)

func TestFrames(t *testing.T) {
	var b bytes.Buffer
	sent := response{Number: 7, Answer: &extract.Answer{
		Request: extract.Request{Page: 2, Region: noticed.WholePage, Effort: extract.Full},
		Words:   []extract.Word{{Text: "Ä \x00\"<", Box: noticed.Box{0.1, 0.2, 0.3, 0.4}, Confidence: 0.5}},
	}}
	for range 2 {
		if err := send(&b, sent, maxResponse); err != nil {
			t.Fatal(err)
		}
	}
	r := bufio.NewReader(&b)
	for range 2 {
		var got response
		if err := receive(r, &got, maxResponse); err != nil || got.Number != 7 || got.Answer.Words[0] != sent.Answer.Words[0] {
			t.Errorf("%+v, %v", got, err)
		}
	}
	if err := receive(r, &response{}, maxResponse); !errors.Is(err, io.EOF) {
		t.Errorf("after the last frame: %v", err)
	}
	if err := send(io.Discard, sent, 10); !errors.Is(err, errFrame) {
		t.Errorf("a frame that is too large was sent: %v", err)
	}
}

func TestFramesThatAreNone(t *testing.T) {
	for name, tc := range map[string]struct {
		bytes string
		want  error
	}{
		"too large": {"\xff\xff\xff\xff{}", errFrame},
		"empty":     {"\x00\x00\x00\x00", errFrame},
		"cut off":   {"\x00\x00\x00\x09{}", io.ErrUnexpectedEOF},
		"no JSON":   {"\x00\x00\x00\x02[{", errFrame},
	} {
		if err := receive(bufio.NewReader(bytes.NewReader([]byte(tc.bytes))), &response{}, maxRequest); !errors.Is(err, tc.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzReceive: whatever a child answers, the parent gets an error or a frame
// within the limit.
func FuzzReceive(f *testing.F) {
	f.Add([]byte("\x00\x00\x00\x02{}"))
	f.Add([]byte("\x00\x00\x00\x20{\"number\":1,\"answer\":{\"words\":[]}}"))
	f.Add([]byte("\xff\xff\xff\xff"))
	f.Fuzz(func(t *testing.T, data []byte) {
		const most = 4096
		var a response
		err := receive(bufio.NewReader(bytes.NewReader(data)), &a, most)
		if err == nil && (len(data) < 4 || binary.BigEndian.Uint32(data) > most) {
			t.Error("a frame beyond the limit was accepted")
		}
		if err == nil && a.Answer != nil && sound(a.Answer) {
			for _, w := range a.Answer.Words {
				if w.Box.Width() < 0 || w.Box.Right() > 1 || w.Confidence > 1 {
					t.Errorf("%+v is not sound", w)
				}
			}
		}
	})
}

// TestUnsoundWords: a child that has been taken over must not put a word beside
// the page, nor make a page of no shape.
func TestUnsoundWords(t *testing.T) {
	good := extract.Word{Text: "a", Box: noticed.Box{0.1, 0.1, 0.2, 0.2}, Confidence: 1}
	if !sound(&extract.Answer{Words: []extract.Word{good}, Shape: 1.29}) {
		t.Error("a good word is not sound")
	}
	for _, shape := range []float64{-1, math.NaN(), math.Inf(1), 1e-9} {
		if sound(&extract.Answer{Words: []extract.Word{good}, Shape: shape}) {
			t.Errorf("the shape %v is sound", shape)
		}
	}
	for _, b := range []noticed.Box{{-0.1, 0, 1, 1}, {0, 0, 1.1, 1}, {0.5, 0, 0.4, 1}, {0, 0.5, 1, 0.4}} {
		bad := good
		bad.Box = b
		if sound(&extract.Answer{Words: []extract.Word{good, bad}}) {
			t.Errorf("%v is sound", b)
		}
	}
}

// TestDoctor on a machine that has all: the cache is filled by looking.
func TestDoctor(t *testing.T) {
	r, err := Doctor(context.Background(), Config{})
	if err != nil {
		t.Fatal(err)
	}
	if r.Tesseract.Version == "" || !slices.Contains(r.Tesseract.Languages, "eng") || !filled(r.CacheDir) || r.Start <= 0 {
		t.Errorf("%+v", r)
	}
	for _, p := range r.Problems {
		if p.Fatal || p.Hint == "" {
			t.Errorf("%+v", p)
		}
	}
}

// TestDoctorWithoutData: Tesseract's data is missing, and the hint says so.
func TestDoctorWithoutData(t *testing.T) {
	t.Setenv("TESSDATA_PREFIX", filepath.Join(t.TempDir(), "nowhere"))
	r, err := Doctor(context.Background(), Config{})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Problems) == 0 || !r.Problems[0].Fatal || r.Problems[0].Hint == "" {
		t.Errorf("%+v", r.Problems)
	}
	p := pool(t, Config{})
	var hinted interface{ Hint() string }
	if err := p.Ready(context.Background()); !errors.As(err, &hinted) || hinted.Hint() != r.Problems[0].Hint {
		t.Errorf("%v is no error with the hint of doctor", err)
	}
	d, err := p.Open(context.Background(), page)
	var no *extract.Refusal
	var death *extract.Death
	if err == nil {
		d.Close()
	}
	if err == nil || errors.As(err, &no) || errors.As(err, &death) {
		t.Errorf("the document is blamed: %v", err)
	}
}
