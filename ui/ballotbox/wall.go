package ballotbox

import (
	"strings"

	"waymark/ui/room"
)

// This file is the box on the wall, where package room sets it in its own type.

var _ room.Told = (*Box)(nil)

// Title is the question.
func (b *Box) Title() string { return b.question.Title }

// Points returns the options, after the reveal with a dot for each vote, and then what that means.
func (b *Box) Points() []room.Point {
	v := b.View()
	var points []room.Point
	for _, o := range v.Options {
		p := room.Point{Mark: o.Mark, Text: o.Text, Here: o.Here, Strong: o.Most}
		if o.Done {
			p.Text += " " + taken
		}
		if v.Revealed {
			p.Text += " · " + tally(o)
		}
		points = append(points, p)
	}
	if v.Revealed {
		points = append(points, room.Point{Text: strings.Join(append([]string{v.Sentence}, v.Findings...), " · "), Strong: true})
	}
	return points
}

// tally is how much an option has, as dots while they can be counted at a glance, and as a number.
func tally(o Option) string {
	words := []string{numeral(o.Count)}
	if o.Count > 0 && o.Count <= mostMarks {
		words = []string{strings.Repeat(in, o.Count), numeral(o.Count)}
	}
	if o.Before != "" {
		words = append(words, o.Before)
	}
	return strings.Join(words, " ")
}

// Foot says what is wrong, or how far the vote is and what to press.
func (b *Box) Foot() string {
	v := b.View()
	var all []string
	for _, s := range []string{v.Problem, v.Entry, v.Progress} {
		if s != "" {
			all = append(all, s)
		}
	}
	if v.Problem == "" {
		if !v.Revealed {
			all = append(all, v.Sentence)
		}
		all = append(all, v.Keys)
	}
	return strings.Join(all, " · ")
}
