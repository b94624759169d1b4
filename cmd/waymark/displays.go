package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/go-gl/glfw/v3.4/glfw"
)

// monitor is the area that a display shows, in the coordinates of windows.
type monitor struct{ x, y, width, height int }

// attached returns the displays that show something now, the primary one first; those that mirror another are left out.
// None can be told before Fyne has made a window. Only the goroutine of the window may call it.
func attached() []monitor {
	if glfw.Init() != nil { // does nothing once Fyne has done it, and fails where there is no display to open
		return nil
	}
	var displays []monitor
	for _, m := range glfw.GetMonitors() {
		mode := m.GetVideoMode()
		if mode == nil { // unplugged this very moment
			continue
		}
		d := monitor{width: mode.Width, height: mode.Height}
		d.x, d.y = m.GetPos()
		if !slices.ContainsFunc(displays, d.mirrors) {
			displays = append(displays, d)
		}
	}
	return displays
}

// mirrors tells whether two displays show the same.
func (d monitor) mirrors(other monitor) bool { return d.x == other.x && d.y == other.y }

// screens names the displays attached now, such as 1366x768+1920x1080, whatever their order and place.
func screens() string { return nameOf(attached()) }

func nameOf(displays []monitor) string {
	sorted := slices.SortedFunc(slices.Values(displays), func(a, b monitor) int {
		return cmp.Or(cmp.Compare(a.width, b.width), cmp.Compare(a.height, b.height))
	})
	var names []string
	for _, d := range sorted {
		names = append(names, fmt.Sprintf("%dx%d", d.width, d.height))
	}
	return strings.Join(names, "+")
}
