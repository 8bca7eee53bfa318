package ingest_test

import (
	"bytes"
	"io"
	"slices"
	"testing"
	"time"

	"github.com/nats-io/nats.go/jetstream"

	"noticed/ingest"
)

func TestRetire(t *testing.T) {
	b := start(t)
	in := open(t, b, ingest.Options{})
	bucket, err := b.JetStream.ObjectStore(t.Context(), ingest.Bucket)
	if err != nil {
		t.Fatal(err)
	}
	doc := func(name string, n int) string {
		return submit(t, in, ingest.Submission{Name: name, Data: append(large(n), name...)}).SHA256
	}
	old, oldLarge := doc("old", 100), doc("old large", 2<<20)
	fresh, queued := doc("fresh large", 2<<20), doc("queued large", 2<<20)
	orphan := append(large(2<<20), "orphan"...)
	if _, err := bucket.PutBytes(t.Context(), "default/"+sum(orphan), orphan); err != nil {
		t.Fatal(err)
	}
	// An upload that is cut off leaves chunks and no word of them.
	r, w := io.Pipe()
	go func() {
		_, _ = w.Write(bytes.Repeat([]byte("x"), 300<<10))
		_ = w.CloseWithError(io.ErrUnexpectedEOF)
	}()
	if _, err := bucket.Put(t.Context(), jetstream.ObjectMeta{Name: "default/cut"}, cut{r}); err == nil {
		t.Fatal("the upload was not cut off")
	}
	if err := leaveChunk(t, b.JetStream); err != nil {
		t.Fatal(err)
	}

	now := time.Now()
	ended := func(_, sha string) (time.Time, bool) {
		switch sha {
		case old, oldLarge:
			return now, true
		case fresh:
			return now.Add(99 * time.Hour), true
		}
		return time.Time{}, false
	}
	const keep = 48 * time.Hour
	for _, step := range []struct {
		after time.Duration
		want  ingest.Retired
	}{
		{30 * time.Minute, ingest.Retired{}},
		{2 * time.Hour, ingest.Retired{Orphans: 2}},
		{100 * time.Hour, ingest.Retired{Messages: 2, Objects: 1}},
		{100 * time.Hour, ingest.Retired{}},
	} {
		got, err := in.Retire(t.Context(), now.Add(step.after), keep, ended)
		if err != nil || got != step.want {
			t.Errorf("after %s: %+v, %v; want %+v", step.after, got, err, step.want)
		}
	}
	var left []string
	err = in.Entries(t.Context(), 0, func(d ingest.Document) error {
		left = append(left, d.SHA256)
		return nil
	})
	if err != nil || !slices.Equal(left, []string{fresh, queued}) {
		t.Errorf("on the log: %v, %v", left, err)
	}
	objects, err := bucket.List(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, o := range objects {
		names = append(names, o.Name)
	}
	slices.Sort(names)
	want := []string{"default/" + fresh, "default/" + queued}
	slices.Sort(want)
	if !slices.Equal(names, want) {
		t.Errorf("in the bucket: %v, want %v", names, want)
	}
	// The same bytes can come back after all trace of them has gone.
	if a := submit(t, in, ingest.Submission{Name: "orphan", Data: orphan}); a.Duplicate {
		t.Error("an orphan is taken for a submission")
	}
}

type cut struct{ io.Reader }

// leaveChunk leaves what a process killed in the middle of an upload leaves.
func leaveChunk(t *testing.T, js jetstream.JetStream) error {
	_, err := js.Publish(t.Context(), "$O."+ingest.Bucket+".C.cutoff", []byte("half a document"))
	return err
}
