package ui

import (
	"time"

	"fyne.io/fyne/v2"
)

// LiveRunner is the Runner of the real window. This file is the one place under ui that uses go or fyne.Do.
type LiveRunner struct{}

// After calls f on the UI goroutine when d has passed.
func (LiveRunner) After(d time.Duration, f func()) (cancel func()) {
	cancelled := false
	timer := time.AfterFunc(d, func() {
		fyne.Do(func() {
			if !cancelled {
				f()
			}
		})
	})
	return func() {
		cancelled = true
		timer.Stop()
	}
}

// Work runs work on a goroutine of its own and then done on that of the user interface.
func (LiveRunner) Work(work func() error, done func(error)) {
	go func() {
		err := work()
		fyne.Do(func() { done(err) })
	}()
}
