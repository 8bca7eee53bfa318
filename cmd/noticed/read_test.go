package main

import (
	"context"
	"slices"
	"strconv"
	"sync/atomic"
	"testing"

	"go.uber.org/goleak"
)

func TestInOrder(t *testing.T) {
	defer goleak.VerifyNone(t)
	var files []string
	for i := range 100 {
		files = append(files, strconv.Itoa(i))
	}
	var busy, most atomic.Int32
	got := slices.Collect(inOrder(t.Context(), slices.Values(files), 4, func(_ context.Context, file string) string {
		for n := busy.Add(1); ; {
			if m := most.Load(); n <= m || most.CompareAndSwap(m, n) {
				break
			}
		}
		defer busy.Add(-1)
		return file
	}))
	if !slices.Equal(got, files) {
		t.Errorf("got %v", got)
	}
	if most.Load() > 4 {
		t.Errorf("%d at a time, want 4 at most", most.Load())
	}
}

// Whoever stops early, or is stopped, leaves nothing running.
func TestInOrderStops(t *testing.T) {
	defer goleak.VerifyNone(t)
	files := append([]string{"quick", "quick"}, slices.Repeat([]string{"slow"}, 50)...)
	waits := func(ctx context.Context, file string) error {
		if file == "slow" {
			<-ctx.Done()
		}
		return ctx.Err()
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for err := range inOrder(ctx, slices.Values(files), 3, waits) {
		t.Errorf("a result after the end: %v", err)
	}
	n := 0
	for range inOrder(t.Context(), slices.Values(files), 3, waits) {
		if n++; n == 2 {
			break
		}
	}
	if n != 2 {
		t.Errorf("went on to %d", n)
	}
}
