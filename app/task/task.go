// Package task tells how far long work is: the work reports through its context, whoever waits looks at the Meter. It
// imports the standard library only.
package task

import (
	"context"
	"io"
	"sync/atomic"
)

// Meter is how far work is. It is safe for concurrent use; the zero Meter knows nothing.
type Meter struct{ done, all atomic.Int64 }

// Share returns how much is done, between 0 and 1, and whether that is known.
func (m *Meter) Share() (share float64, known bool) {
	all := m.all.Load()
	if all <= 0 {
		return 0, false
	}
	return min(1, max(0, float64(m.done.Load())/float64(all))), true
}

type key struct{}

// With returns a context through which work reports to the meter.
func With(ctx context.Context, m *Meter) context.Context { return context.WithValue(ctx, key{}, m) }

// Step reports that done of all steps are behind, to the meter of the context if it has one, and returns the error of the
// context, so that work that reports also ends when it is cancelled.
func Step(ctx context.Context, done, all int) error {
	if m, ok := ctx.Value(key{}).(*Meter); ok {
		m.done.Store(int64(done))
		m.all.Store(int64(all))
	}
	return ctx.Err()
}

// Reader returns a reader of r that reports the bytes read of all, and ends with the error of the context when that ends. All
// is 0 when it is not known.
func Reader(ctx context.Context, r io.Reader, all int64) io.Reader { return &reader{ctx, r, 0, all} }

type reader struct {
	ctx       context.Context
	from      io.Reader
	read, all int64
}

// Read reads from the reader below.
func (r *reader) Read(p []byte) (int, error) {
	if err := Step(r.ctx, int(r.read), int(r.all)); err != nil {
		return 0, err
	}
	n, err := r.from.Read(p)
	r.read += int64(n)
	return n, err
}
