package ui_test

import (
	"testing"

	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/ui/theme"
	"waymark/ui/uitest"
)

func TestSizeGrowsStepByStepToItsEndsAndBack(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "vision"})
	usual := theme.SizeOf(fynetheme.SizeNameText)
	// when it is made larger, then the letters are
	w.Shell.ZoomIn()
	if got := theme.SizeOf(fynetheme.SizeNameText); got <= usual {
		t.Errorf("text is %v, was %v", got, usual)
	}
	// when that is done more often than there are steps, then it ends at the largest
	for range 20 {
		w.Shell.ZoomIn()
	}
	if got := w.Shell.Zoom(); got != theme.MostZoom {
		t.Errorf("the largest size is %v", got)
	}
	for range 20 {
		w.Shell.ZoomOut()
	}
	if got := w.Shell.Zoom(); got != theme.LeastZoom {
		t.Errorf("the smallest size is %v", got)
	}
	w.Shell.ZoomBack()
	if got := theme.SizeOf(fynetheme.SizeNameText); got != usual {
		t.Errorf("text is %v again, was %v", got, usual)
	}
}

func TestSizeIsRememberedForTheDisplaysAttached(t *testing.T) {
	// given a size chosen on the laptop alone
	w := uitest.For(t, uitest.Options{At: "vision"})
	w.Shell.SetZoom(1.5)
	// when a projector is attached, then the next place has the usual size
	w.Attached = "1366x768+1920x1080"
	if err := w.Go("prepare"); err != nil {
		t.Fatal(err)
	}
	if got := theme.SizeOf(fynetheme.SizeNameText); got != 16 {
		t.Errorf("text is %v beside a projector", got)
	}
	w.Shell.SetZoom(2)
	// when it is taken away, then the size of the laptop is back
	w.Attached = uitest.Screens
	if err := w.Go("vision"); err != nil {
		t.Fatal(err)
	}
	if got := theme.SizeOf(fynetheme.SizeNameText); got != 24 {
		t.Errorf("text is %v on the laptop alone", got)
	}
}

func TestWordsBeingTypedOutliveAChangeOfSize(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "vision"})
	w.Canvas().Focus(w.Field("vision.statement").Entry)
	w.Field("vision.statement").Entry.SetText("Half a thou")
	w.Shell.ZoomIn()
	if got := w.Field("vision.statement").Entry.Text; got != "Half a thou" {
		t.Errorf("the field holds %q", got)
	}
}
