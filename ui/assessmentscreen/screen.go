// Package assessmentscreen is being built.
package assessmentscreen

import (
	"waymark/ui/kit"
	"waymark/ui/screen"
)

// New returns the screen.
func New(model screen.Model, host screen.Host, route screen.Route) screen.Screen {
	return kit.NewPage(host, func(w *kit.Widgets) kit.View { return kit.View{Title: host.Words().Say("route.assessment")} })
}
