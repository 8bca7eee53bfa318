package main

import (
	"os"
	"testing"
	"time"
)

func TestProgress(t *testing.T) {
	null, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer null.Close()
	now := time.Date(2026, 6, 3, 10, 11, 12, 0, time.UTC)
	g := newProgress(newPrinter(null, null, func() time.Time { return now }), "submitted")
	for _, step := range []struct {
		after time.Duration
		n     int
		share float64
		want  string
	}{
		{0, 1, 0, "submitted 1 document, 0 %"},
		{10 * time.Second, 100, 0.5, "submitted 100 documents, 50 %, 10/s, 10s left"},
		{80 * time.Second, 120, 0.6, "submitted 120 documents, 60 %, 15/min, 5m20s left"}, // the first hundred were told at once
		{40 * time.Second, 130, 0.65, "submitted 130 documents, 65 %, 15/min, 4m40s left"},
		{40 * time.Second, 200, 1, "submitted 200 documents, 100 %, 1/s"},
	} {
		now = now.Add(step.after)
		if g.tell(step.n, step.share); g.text() != step.want {
			t.Errorf("got %q, want %q", g.text(), step.want)
		}
	}
	if is := bar(0.5); is != "[##########----------]" || bar(1.5) != "[####################]" {
		t.Errorf("%s, %s", is, bar(1.5))
	}
}
