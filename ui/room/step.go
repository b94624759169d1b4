// Package room is what Waymark shows to the whole room: one thing at a time, as large as the wall allows, moved on by keys.
// The screens of the stages say what there is to show; this package sets it and listens. It imports app, translations,
// ui/kit, ui/screen and ui/theme.
package room

import (
	"strings"
	"time"

	"waymark/app"
	"waymark/ui/kit"
	"waymark/ui/screen"
)

// Step is one thing that the room looks at.
type Step struct {
	Key    string        // names the step, so that it stays on show while the book changes
	At     screen.Route  // where Esc leads
	Where  string        // small, above: stage, place within it
	Title  string        // the question or sentence, large
	Points []Point       // what belongs to it
	Foot   string        // one sentence below
	Wrong  string        // what is wrong, above the foot
	Veiled bool          // the points are hidden until Space shows them
	Script []string      // what the facilitator says and does, paragraph by paragraph; never on the wall unasked
	Time   time.Duration // proposed for the step; 0 for none
	Rate   *Rate         // what digits do; nil for nothing
	Write  *Write        // what Enter begins to write; nil for nothing
	// Live makes what the room does together in the step, nil for nothing; changed draws it anew.
	Live func(changed func()) Live
	Open screen.Route // where Enter leads; the zero Route for nowhere
}

// Help returns the scripts of the steps at a place, those that several share once, for who leads the meeting at the window.
func Help(steps func() []Step, at screen.Route) func() []kit.Advice {
	return func() []kit.Advice {
		var all []kit.Advice
		told := map[string]bool{}
		for _, s := range steps() {
			if script := strings.Join(s.Script, "\n"); s.At == at && script != "" && !told[script] {
				told[script] = true
				all = append(all, kit.Advice{Title: s.Where, Paragraphs: s.Script})
			}
		}
		return all
	}
}

// Point is one line below the title.
type Point struct {
	Mark   string // numeral, code or sign before it
	Text   string
	Here   bool // it is the one chosen
	Strong bool
	Aside  string // stands behind the text, those of all points below each other
	Apart  bool   // a gap parts it from what stands before it
}

// Rate is what digits do in a step.
type Rate struct {
	Highest int // digits 1 to Highest count; 0 takes back
	Take    func(level int) (app.Edit, error)
}
