package main

import (
	"cmp"
	"fmt"
	"runtime"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// monitor is the area that a display shows, in the coordinates of windows.
type monitor struct {
	x, y, width, height int
	handle              *glfw.Monitor
}

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
		d := monitor{width: mode.Width, height: mode.Height, handle: m}
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

// inset is how far within a display a window is put before it fills it: Fyne takes 0, 0 for no place.
const inset = 40

// otherDisplay returns how to show a window on the whole of a display that beside is not on, nil when there is none.
func otherDisplay(beside fyne.Window) (fill func(fyne.Window)) {
	displays := attached()
	if len(displays) < 2 {
		return nil
	}
	x, y := middle(beside)
	other := away(displays, x, y)
	return func(window fyne.Window) {
		wall := window.(desktop.Window)
		wall.RequestPosition(other.x+inset, other.y+inset) // what some window managers, such as openbox, go by
		wall.RequestFullScreenSecondary()
		window.Show()
		if runtime.GOOS == "darwin" {
			return // full screen there is more than GLFW knows of
		}
		within(window, func(w *glfw.Window) { // Fyne's choice goes by names, which two displays may share, and not by where beside is
			if on := w.GetMonitor(); on == nil || !other.mirrors(placeOf(on)) {
				w.SetMonitor(other.handle, 0, 0, other.width, other.height, glfw.DontCare)
			}
		})
	}
}

func placeOf(m *glfw.Monitor) monitor {
	x, y := m.GetPos()
	return monitor{x: x, y: y}
}

// away returns the first display that does not show a point, other than the primary one if it can be helped.
func away(displays []monitor, x, y int) monitor {
	for _, d := range displays[1:] {
		if x < d.x || x >= d.x+d.width || y < d.y || y >= d.y+d.height {
			return d
		}
	}
	return displays[0]
}

// middle is the point in the middle of a window.
func middle(window fyne.Window) (x, y int) {
	within(window, func(w *glfw.Window) {
		left, top := w.GetPos()
		width, height := w.GetSize()
		x, y = left+width/2, top+height/2
	})
	return x, y
}

// within calls f with what GLFW knows as the window, which Fyne lets see only so; not before the window is there.
func within(window fyne.Window, f func(*glfw.Window)) {
	window.(interface{ RunWithContext(func()) }).RunWithContext(func() { f(glfw.GetCurrentContext()) })
}
