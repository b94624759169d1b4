package uitest

import (
	"slices"
	"time"
)

// Runner runs work inline and holds what shall happen later until Advance.
type Runner struct {
	Hold  bool // work waits for Release, as if it took long
	Slow  bool // the end of work waits for Release, as if more was to be done
	now   time.Duration
	later []*appointment
	held  []func()
}

type appointment struct {
	at   time.Duration
	f    func()
	gone bool
}

// After calls f when Advance has passed d.
func (r *Runner) After(d time.Duration, f func()) (cancel func()) {
	a := &appointment{at: r.now + d, f: f}
	r.later = append(r.later, a)
	return func() { a.gone = true }
}

// Work runs work and done at once, or at Release.
func (r *Runner) Work(work func() error, done func(error)) {
	if r.Hold {
		r.held = append(r.held, func() { done(work()) })
		return
	}
	if r.Slow {
		err := work()
		r.held = append(r.held, func() { done(err) })
		return
	}
	done(work())
}

// Release does the work held, and ends it.
func (r *Runner) Release() {
	for _, work := range r.held {
		work()
	}
	r.held = nil
}

// Advance lets d pass.
func (r *Runner) Advance(d time.Duration) {
	r.now += d
	for i := 0; i < len(r.later); i++ {
		if a := r.later[i]; !a.gone && a.at <= r.now {
			a.gone = true
			a.f()
		}
	}
	r.later = slices.DeleteFunc(r.later, func(a *appointment) bool { return a.gone })
}
