package ui

import (
	"context"
	"slices"
	"time"

	"waymark/app"
	"waymark/app/task"
)

// job is work in the background that somebody waits for. The status line tells it once it takes a moment.
type job struct {
	label  app.Text
	meter  task.Meter
	cancel context.CancelFunc
	late   bool
}

// jobDelay is how long work goes on unseen; jobGlance how often is looked how far it is.
const (
	jobDelay  = 400 * time.Millisecond
	jobGlance = 100 * time.Millisecond
)

// work does what the user asked for in the background and then done, with the error of context.Canceled when it was cancelled.
func (s *Shell) work(label app.Text, work func(ctx context.Context) error, done func(error)) (cancel func()) {
	j := &job{label: label}
	ctx, end := context.WithCancel(context.Background())
	ctx, j.cancel = task.With(ctx, &j.meter), end
	s.jobs = append(s.jobs, j)
	forget := s.glance(j, jobDelay)
	s.deps.Runner.Work(func() error { return work(ctx) }, func(err error) {
		forget()
		end()
		s.jobs = slices.DeleteFunc(s.jobs, func(other *job) bool { return other == j })
		s.status.refresh()
		done(err)
	})
	return end
}

// Background is work for screens; cancel ends it when they close.
func (s *Shell) Background(label app.Text, work func(ctx context.Context) error, done func(error)) (cancel func()) {
	return s.work(label, work, done)
}

// cancelJobs ends all work in the background; what it writes appears whole or not at all.
func (s *Shell) cancelJobs() {
	for _, j := range s.jobs {
		j.cancel()
	}
}

// glance looks after a time how far a job is, and again and again, until it is told to stop.
func (s *Shell) glance(j *job, after time.Duration) (stop func()) {
	var cancel func()
	var look func()
	look = func() {
		j.late = true
		s.status.refresh()
		cancel = s.deps.Runner.After(jobGlance, look)
	}
	cancel = s.deps.Runner.After(after, look)
	return func() { cancel() }
}

// waiting returns the job to tell about, nil for none.
func (s *Shell) waiting() *job {
	for _, j := range s.jobs {
		if j.late {
			return j
		}
	}
	return nil
}
