package ui

import (
	"slices"

	"waymark/ui/screen"
	"waymark/ui/theme"
)

// Mode returns the look of the moment.
func (s *Shell) Mode() theme.Mode {
	if mode := theme.Mode(s.prefs.Mode); slices.Contains(theme.Modes(), mode) {
		return mode
	}
	return theme.Light
}

// SetMode changes the look, now.
func (s *Shell) SetMode(mode theme.Mode) {
	if !s.mayLeave() {
		return
	}
	s.commitTyping()
	s.prefs.Mode = string(mode)
	s.keepPreferences()
	s.relook()
}

// Zoom returns how large everything is with the displays attached now; 1 is the usual size.
func (s *Shell) Zoom() float32 {
	if zoom := s.prefs.Zooms[s.deps.Screens()]; zoom != 0 {
		return min(max(zoom, theme.LeastZoom), theme.MostZoom)
	}
	return 1
}

// SetZoom makes everything larger or smaller, now and whenever the same displays are attached.
func (s *Shell) SetZoom(zoom float32) {
	zoom = min(max(zoom, theme.LeastZoom), theme.MostZoom)
	if zoom == s.Zoom() || s.shown != nil || !s.mayLeave() {
		return
	}
	s.commitTyping()
	s.prefs.SetZoom(s.deps.Screens(), zoom)
	s.keepPreferences()
	s.relook()
}

// ZoomIn makes everything one step larger, ZoomOut one step smaller, ZoomBack as large as usual.
func (s *Shell) ZoomIn() {
	for _, zoom := range theme.Zooms() {
		if zoom > s.Zoom() {
			s.SetZoom(zoom)
			return
		}
	}
}

// ZoomOut is described at ZoomIn.
func (s *Shell) ZoomOut() {
	for _, zoom := range slices.Backward(theme.Zooms()) {
		if zoom < s.Zoom() {
			s.SetZoom(zoom)
			return
		}
	}
}

// ZoomBack is described at ZoomIn.
func (s *Shell) ZoomBack() { s.SetZoom(1) }

// relook draws everything anew in the look and size of the moment.
func (s *Shell) relook() {
	s.applyTheme()
	s.rebuild()
}

func (s *Shell) applyTheme() {
	s.zoomed = s.Zoom()
	s.deps.ApplyTheme(theme.New(s.Mode(), s.zoomed))
}

// Aside tells whether what stands aside of a page is to be seen.
func (s *Shell) Aside() screen.Fold { return screen.Fold(s.prefs.Aside) }

// KeepAside remembers it.
func (s *Shell) KeepAside(fold screen.Fold) {
	s.prefs.Aside = string(fold)
	s.keepPreferences()
}

// toggleAside folds or unfolds what stands aside of the page on show.
func (s *Shell) toggleAside() {
	if page, ok := s.current.(interface{ ToggleAside() }); ok {
		page.ToggleAside()
	}
}

// next presses what leads on from the page on show.
func (s *Shell) next() {
	if page, ok := s.current.(interface{ Next() }); ok {
		page.Next()
	}
}
