package sample

import (
	"fmt"
	"strings"

	"waymark/app"
)

// envisioned is what the workshop of the current cycle was about.
type envisioned struct {
	ideas  []app.Idea
	vision app.Vision
	lines  map[string]app.ID[app.VisionLine]
}

// theme is a cluster of ideas: the name that its key has, its dots, and the numbers of its ideas.
type theme struct {
	key   string
	dots  int
	ideas []int
}

func themes() []theme {
	return []theme{
		{"feedback", 8, []int{2, 3, 10, 14, 19}},
		{"together", 6, []int{1, 6, 13, 15, 21}},
		{"teachers", 5, []int{7, 8, 9, 18, 23}},
		{"devices", 2, []int{5, 11, 12}},
		{"voice", 3, []int{4, 16, 17, 20, 24}},
	}
}

// supports is how many of the eight of the team said 1, 2, 3, 4 and 5 to each draft.
func supports() [][5]int { return [][5]int{{2, 3, 2, 1, 0}, {0, 2, 3, 3, 0}, {0, 0, 1, 4, 3}} }

// workshop adds the traces of the workshop in which the vision of a cycle was made: with the ideas the questions that they
// answer and their themes, a vote, perspectives, drafts, and the vision as it was adopted.
func (b *builder) workshop(cycle app.ID[app.Cycle], e envisioned) {
	held := day(2025, 11, 12)
	for i, answers := range [][]int{{3, 13, 21, 22}, {1, 2, 6, 14, 15, 19}, {7, 8, 9, 11, 12, 18, 23}, {4, 5, 10, 16, 17, 20, 24}} {
		question := app.Question{ID: draw[app.Question](b), Cycle: cycle, Text: b.say(fmt.Sprintf("question.%d", i+1)), Position: i + 1}
		b.add(question)
		for _, n := range answers {
			e.ideas[n-1].Question = question.ID
		}
	}
	vote := app.DotVote{ID: draw[app.DotVote](b), Cycle: cycle, Held: held, Voters: 8, Dots: 3, Round: 1}
	b.add(vote)
	for i, t := range themes() {
		theme := app.Theme{ID: draw[app.Theme](b), Cycle: cycle, Name: b.say("theme." + t.key), Colour: i, Position: i + 1}
		b.add(theme)
		b.add(app.DotCount{ID: draw[app.DotCount](b), Vote: vote.ID, Theme: theme.ID, Dots: t.dots})
		for _, n := range t.ideas {
			e.ideas[n-1].Theme = theme.ID
		}
	}
	for group, ideas := range map[string][]int{"pupils": {1, 4, 17}, "teachers": {8, 18, 23}, "parents": {10, 20}} {
		for _, n := range ideas {
			e.ideas[n-1].Role = b.say("role." + group)
		}
	}
	e.ideas[1].Also = b.say("idea.02.also")
	for _, idea := range e.ideas {
		b.add(idea)
	}
	for _, group := range app.Groups() {
		key := "perspective." + string(group)
		b.add(app.Perspective{ID: draw[app.Perspective](b), Cycle: cycle, Group: group,
			Seen: b.say(key + ".seen"), Like: b.say(key + ".like"), Unlike: b.say(key + ".unlike")})
	}
	b.drafts(cycle, e.vision, held.AddDays(14))
	b.add(app.VisionVersion{ID: draw[app.VisionVersion](b), Cycle: cycle, Number: 1, Statement: e.vision.Statement, Values: e.vision.Values,
		Lines: strings.Join(b.lineTexts(), "\n"), Adopted: e.vision.Adopted, AdoptedBy: e.vision.AdoptedBy, Minutes: e.vision.Minutes, Heard: e.vision.Heard})
}

// drafts adds three drafts, the last of which became the vision, and how far each was supported.
func (b *builder) drafts(cycle app.ID[app.Cycle], v app.Vision, held app.Date) {
	texts := []string{b.say("draft.1"), b.say("draft.2"), v.Statement}
	for i, n := range supports() {
		draft := app.Draft{ID: draw[app.Draft](b), Cycle: cycle, Text: texts[i], Position: i + 1}
		b.add(draft)
		b.add(app.Support{ID: draw[app.Support](b), Draft: draft.ID, Held: held, One: n[0], Two: n[1], Three: n[2], Four: n[3], Five: n[4],
			Better: b.say(fmt.Sprintf("draft.%d.better", i+1))})
	}
}
