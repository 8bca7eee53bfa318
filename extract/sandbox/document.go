package sandbox

import (
	"context"
	"errors"
	"fmt"
	"time"

	"noticed/extract"
	"noticed/extract/format"
)

// document is a document open in a child, which it has to itself until Close.
type document struct {
	pool   *Pool
	slot   *slot
	data   []byte
	format format.Format
	pages  []extract.Page
	left   time.Duration // of the document's wall clock
	dead   *extract.Death
	closed bool
}

func (d *document) Format() format.Format { return d.format }
func (d *document) Pages() []extract.Page { return d.pages }

// call makes a request within what is left of the document's time.
func (d *document) call(ctx context.Context, q request, body []byte) (response, error) {
	begin := time.Now()
	a, err := d.slot.child.call(ctx, q, body, min(d.left, d.pool.cfg.Limits.Request))
	d.left = max(d.left-time.Since(begin), time.Millisecond)
	var death *extract.Death
	if errors.As(err, &death) && d.pool.ctx.Err() == nil {
		d.dead = death
		d.pool.remember(d.data, death)
	}
	return a, err
}

func (d *document) Read(ctx context.Context, r extract.Request) (extract.Answer, error) {
	switch {
	case d.closed:
		return extract.Answer{}, fmt.Errorf("reading page %d: the document is closed", r.Page)
	case d.dead != nil:
		return extract.Answer{}, d.dead
	}
	a, err := d.call(ctx, request{Op: opRead, Read: &r}, nil)
	if err != nil {
		return extract.Answer{}, err
	}
	if a.Fault != "" {
		return extract.Answer{}, errors.New(a.Fault)
	}
	if a.Answer == nil || !sound(a.Answer) {
		d.slot.child.end()
		d.dead = autopsy(errFrame, nil, d.slot.child.said, 0, d.pool.cfg.Limits.Memory)
		return extract.Answer{}, d.dead
	}
	a.Answer.Request = r
	return *a.Answer, nil
}

// slimmest is the shape of a page that is far higher than it is wide.
const slimmest = 1000

// sound is whether an answer can be one: the child is not to be trusted.
func sound(a *extract.Answer) bool {
	if s := a.Shape; s != 0 && !(s >= 1.0/slimmest && s <= slimmest) {
		return false
	}
	for _, w := range a.Words {
		b := w.Box
		if !(b[0] >= 0 && b[1] >= 0 && b[2] <= 1 && b[3] <= 1 && b[0] <= b[2] && b[1] <= b[3] && w.Confidence >= 0 && w.Confidence <= 1) {
			return false
		}
	}
	return true
}

// closeWall bounds the farewell; freeing takes milliseconds.
const closeWall = 10 * time.Second

// Close gives the child back to the pool.
func (d *document) Close() error {
	if d.closed {
		return nil
	}
	d.closed = true
	d.data = nil
	var a response
	if d.slot.child.alive() {
		// A child that fails here is replaced: nothing is lost with it.
		a, _ = d.slot.child.call(context.Background(), request{Op: opClose}, nil, closeWall)
	}
	d.pool.release(d.slot, a.Leaked, a.Spent)
	return nil
}
