package main

import (
	"testing"
	"time"
)

// The window is shown without its file when that takes long, such as on a share, and waits for it otherwise.
func TestTheWindowIsNotHeldUpByASlowFile(t *testing.T) {
	var none *early
	if !none.within(0) {
		t.Error("a window without a file waits for one")
	}
	e := &early{opened: make(chan struct{})}
	if e.within(time.Millisecond) {
		t.Error("a file that is still being opened is taken for open")
	}
	close(e.opened)
	if !e.within(time.Hour) {
		t.Error("an open file is waited for")
	}
}
