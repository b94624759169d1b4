package ballotbox

import (
	"strings"

	"waymark/ui/room"
)

// This file is the box on the wall, where package room sets it in its own type.

var (
	_ room.Told  = (*Box)(nil)
	_ room.Drawn = (*crowded)(nil)
)

// Live returns the box as the room has it: set as points, or drawn in columns where there are many options, so that all are
// seen at once.
func (b *Box) Live() room.Live {
	if len(b.question.Options) >= columnsFrom {
		return &crowded{b}
	}
	return b
}

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
			p.Aside = tally(o)
		}
		points = append(points, p)
	}
	if v.Revealed {
		points = append(points, room.Point{Text: joined(append([]string{v.Sentence}, v.Findings...)...), Strong: true, Apart: true})
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

// Wrong says why a key did not do what it was meant to.
func (b *Box) Wrong() string { return b.View().Problem }

// Foot says on one line how far the vote is, and below it how to vote and what to press.
func (b *Box) Foot() string {
	v := b.View()
	now, how := joined(v.Entry, v.Progress), v.Keys
	if !v.Revealed {
		how = v.Sentence + " " + b.host.Words().Say("ballot.keys.wall")
	}
	return strings.TrimPrefix(now+"\n"+how, "\n")
}

// joined sets what there is in one line.
func joined(parts ...string) string {
	var there []string
	for _, p := range parts {
		if p != "" {
			there = append(there, p)
		}
	}
	return strings.Join(there, " · ")
}
